import { canais } from './canais.ts';
import type { unidadesDetalhe as PtUnidadesDetalhe } from '../pt-br/unidades-detalhe.ts';
import type { Textos } from '../translate.ts';

/** Strings of one unit of `<balcao-directory>`. Loaded when somebody unfolds one. */
export const unidadesDetalhe: Textos<typeof PtUnidadesDetalhe> = {
  ...canais,
  'unidades.feriado': 'Today is a public holiday: {nome}.',
  'unidades.recesso': 'Court recess.',
  'unidades.especial': 'Today the hours are different.',
  'unidades.especial-motivo': 'Today the hours are different: {nome}.',
  'unidades.motivo': '{nome}.',
  'unidades.seu-fecha': 'In your time, it closes {quando}.',
  'unidades.seu-abre': 'In your time, it opens {quando}.',
  'unidades.horario': 'Hours open to the public',
  'unidades.horario-fuso': 'In {fuso}. They change on public holidays, in the recess and on days with special hours.',
  'unidades.canais': 'Contacts',
  'unidades.balcao': 'Balcão Virtual (virtual counter)',
  'unidades.balcao-ir': 'Go to the Balcão Virtual (virtual counter)',
  'unidades.so-horario': 'Service by video happens only during the hours when the unit is open to the public.',
  'unidades.sem-video': 'This unit does not attend by video. At the counter you leave a message, get a protocol number and the unit answers later.',
  'unidades.sem-balcao': 'This unit does not have a Balcão Virtual (virtual counter). Use one of the contacts.',
  'unidades.gabinete': "Judges' chambers do not have a Balcão Virtual (virtual counter). To know about your court case, look for the office of the court where it is.",
  'unidades.peticoes': 'You cannot file petitions through the Balcão Virtual (virtual counter).',
  'unidades.link': 'Link to this unit',
};
