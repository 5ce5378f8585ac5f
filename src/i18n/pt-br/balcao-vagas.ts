/** Strings of the choice of a slot, on the counter and, to book again, when following an appointment. */
export const balcaoVagas = {
  'vagas.duracao': 'Cada atendimento leva até {minutos} minutos.',
  'vagas.fuso': 'Os horários são os da unidade ({fuso}).',
  'vagas.fuso-outro': 'Os horários são os da unidade ({fuso}). No seu relógio a hora é outra: ela aparece embaixo de cada horário.',
  'vagas.seu': '{hora} para você',
  'vagas.seu-dito': '{quando}. No seu relógio, {seu}',
  'vagas.hoje': 'hoje, {dia}',
  'vagas.amanha': 'amanhã, {dia}',
  'vagas.manha': 'Manhã',
  'vagas.tarde': 'Tarde',
  'vagas.mais': 'Mostrar mais dias',
  'vagas.escolhida': 'Você escolheu: {quando}.',
} as const;
