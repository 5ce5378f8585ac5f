import type { balcaoVagas as PtBalcaoVagas } from '../pt-br/balcao-vagas.ts';
import type { Textos } from '../translate.ts';

/** Strings of the choice of a slot, on the counter and, to book again, when following an appointment. */
export const balcaoVagas: Textos<typeof PtBalcaoVagas> = {
  'vagas.duracao': 'Each appointment takes up to {minutos} minutes.',
  'vagas.fuso': 'The times are those of the unit ({fuso}).',
  'vagas.fuso-outro': 'The times are those of the unit ({fuso}). Your clock shows another time: it appears below each one.',
  'vagas.seu': '{hora} for you',
  'vagas.seu-dito': '{quando}. On your clock, {seu}',
  'vagas.hoje': 'today, {dia}',
  'vagas.amanha': 'tomorrow, {dia}',
  'vagas.manha': 'Morning',
  'vagas.tarde': 'Afternoon',
  'vagas.mais': 'Show more days',
  'vagas.escolhida': 'You chose: {quando}.',
};
