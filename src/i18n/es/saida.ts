import type { saida as PtSaida } from '../pt-br/saida.ts';
import type { Textos } from '../translate.ts';

/** Strings of the quick exit; an element that shows it adds them to its own. */
export const saida: Textos<typeof PtSaida> = {
  'saida.botao': 'Salir ahora',
  'saida.dica': 'Salir rápido: tecla Esc 3 veces.',
  'saida.explica': 'Abre otra página en lugar de esta y borra lo que usted escribió.',
  'saida.falta': 'Esc {n} más para salir.',
  'saida.falta.1': 'una vez',
  'saida.falta.2': 'dos veces',
};
