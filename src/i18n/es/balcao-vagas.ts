import type { balcaoVagas as PtBalcaoVagas } from '../pt-br/balcao-vagas.ts';
import type { Textos } from '../translate.ts';

/** Strings of the choice of a slot, on the counter and, to book again, when following an appointment. */
export const balcaoVagas: Textos<typeof PtBalcaoVagas> = {
  'vagas.duracao': 'Cada atención dura hasta {minutos} minutos.',
  'vagas.fuso': 'Los horarios son los de la unidad ({fuso}).',
  'vagas.fuso-outro': 'Los horarios son los de la unidad ({fuso}). En su reloj la hora es otra: aparece debajo de cada horario.',
  'vagas.seu': '{hora} para usted',
  'vagas.seu-dito': '{quando}. En su reloj, {seu}',
  'vagas.hoje': 'hoy, {dia}',
  'vagas.amanha': 'mañana, {dia}',
  'vagas.manha': 'Por la mañana',
  'vagas.tarde': 'Por la tarde',
  'vagas.mais': 'Mostrar más días',
  'vagas.escolhida': 'Usted eligió: {quando}.',
};
