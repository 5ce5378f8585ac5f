import type { balcaoHorario as PtBalcaoHorario } from '../pt-br/balcao-horario.ts';
import type { Textos } from '../translate.ts';

/** Strings of the table of hours. Loaded when somebody unfolds it. */
export const balcaoHorario: Textos<typeof PtBalcaoHorario> = {
  'balcao.horario-legenda': 'In {fuso}.',
  'balcao.dia': 'Day',
  'balcao.horas': 'Hours',
  'balcao.horas-suas': 'In your time',
  'balcao.proximos-dias': 'In the next days:',
  'balcao.dia-diferente': '{dia}: {horas} ({motivo})',
  'balcao.dia-diferente-sem-motivo': '{dia}: {horas}',
  'balcao.feriados-nota': 'The hours change on public holidays, in the court recess and on days with special hours.',
};
