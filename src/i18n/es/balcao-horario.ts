import type { balcaoHorario as PtBalcaoHorario } from '../pt-br/balcao-horario.ts';
import type { Textos } from '../translate.ts';

/** Strings of the table of hours. Loaded when somebody unfolds it. */
export const balcaoHorario: Textos<typeof PtBalcaoHorario> = {
  'balcao.horario-legenda': 'En la {fuso}.',
  'balcao.dia': 'Día',
  'balcao.horas': 'Horario',
  'balcao.horas-suas': 'En su horario',
  'balcao.proximos-dias': 'En los próximos días:',
  'balcao.dia-diferente': '{dia}: {horas} ({motivo})',
  'balcao.dia-diferente-sem-motivo': '{dia}: {horas}',
  'balcao.feriados-nota': 'El horario cambia en feriados, en el receso del tribunal y en días de horario especial.',
};
