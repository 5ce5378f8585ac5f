import type { PassoPrazo, Prazo } from '../../contract/caso.ts';
import { diasEntre, porExtenso } from '../deadlines/prazo.ts';

/** An hour that was agreed on (Portaria TJRN 38/2021, art. 5, § 1). */
export const BASE_AGENDAMENTO = 'Portaria TJRN 38/2021, art. 5º, § 1º';

/** What an appointment is due by: its own day, which no calendar moves. Civil dates of the court. */
export function prazoDoAgendamento(registradoEm: string, dia: string): Prazo {
  const calculo: PassoPrazo[] = [
    { passo: 'registro', data: registradoEm, texto: `Marcado em ${porExtenso(registradoEm)}.` },
    { passo: 'vencimento', data: dia, texto: `O atendimento é em ${porExtenso(dia)}.` },
  ];
  return { vence: dia, dias: Math.max(0, diasEntre(registradoEm, dia)), base: BASE_AGENDAMENTO, calculo };
}
