import type { saida as PtSaida } from '../pt-br/saida.ts';
import type { Textos } from '../translate.ts';

/** Strings of the quick exit; an element that shows it adds them to its own. */
export const saida: Textos<typeof PtSaida> = {
  'saida.botao': 'Leave now',
  'saida.dica': 'Leave fast: press Esc 3 times.',
  'saida.explica': 'Opens another page in place of this one and erases what you wrote.',
  'saida.falta': 'Press Esc {n} more to leave.',
  'saida.falta.1': 'once',
  'saida.falta.2': 'twice',
};
