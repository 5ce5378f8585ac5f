import type { PassoPrazo, Prazo } from '../../contract/caso.ts';
import { diasEntre, porExtenso } from '../deadlines/prazo.ts';

/** An hour that was agreed on. */
export const BASE_AGENDAMENTO = 'Resolução CNJ 372/2021, art. 4º; Portaria Conjunta TJRN 38/2021, art. 5º, § 1º';

/** `25/11/2026 (quarta-feira), às 09:20`, as the clock at the unit shows it: the instant carries the unit's offset. */
export const diaEHora = (inicio: string): string => `${porExtenso(inicio.slice(0, 10))}, às ${inicio.slice(11, 16)}`;

/** What an appointment is due by: its own day, which no calendar moves. Civil dates of the court. */
export function prazoDoAgendamento(registradoEm: string, dia: string): Prazo {
  const calculo: PassoPrazo[] = [
    { passo: 'registro', data: registradoEm, texto: `Marcado em ${porExtenso(registradoEm)}.` },
    { passo: 'vencimento', data: dia, texto: `O atendimento é em ${porExtenso(dia)}.` },
  ];
  return { vence: dia, dias: Math.max(0, diasEntre(registradoEm, dia)), base: BASE_AGENDAMENTO, calculo };
}
