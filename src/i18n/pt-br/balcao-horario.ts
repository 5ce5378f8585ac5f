/** Strings of the table of hours. Loaded when somebody unfolds it. */
export const balcaoHorario = {
  'balcao.horario-legenda': 'No {fuso}.',
  'balcao.dia': 'Dia',
  'balcao.horas': 'Horário',
  'balcao.horas-suas': 'No seu horário',
  'balcao.proximos-dias': 'Nos próximos dias:',
  'balcao.dia-diferente': '{dia}: {horas} ({motivo})',
  'balcao.dia-diferente-sem-motivo': '{dia}: {horas}',
  'balcao.feriados-nota': 'O horário muda em feriados, no recesso e em dias de expediente especial.',
} as const;
