import { canais } from './canais.ts';
import type { unidadesDetalhe as PtUnidadesDetalhe } from '../pt-br/unidades-detalhe.ts';
import type { Textos } from '../translate.ts';

/** Strings of one unit of `<balcao-directory>`. Loaded when somebody unfolds one. */
export const unidadesDetalhe: Textos<typeof PtUnidadesDetalhe> = {
  ...canais,
  'unidades.feriado': 'Hoy es feriado: {nome}.',
  'unidades.recesso': 'Receso del tribunal.',
  'unidades.especial': 'Hoy el horario es diferente.',
  'unidades.especial-motivo': 'Hoy el horario es diferente: {nome}.',
  'unidades.motivo': '{nome}.',
  'unidades.seu-fecha': 'En su horario, cierra {quando}.',
  'unidades.seu-abre': 'En su horario, abre {quando}.',
  'unidades.horario': 'Horario de atención al público',
  'unidades.horario-fuso': 'En la {fuso}. Cambia en feriados, en el receso y en días de horario especial.',
  'unidades.canais': 'Contactos',
  'unidades.balcao': 'Balcão Virtual (mostrador virtual)',
  'unidades.balcao-ir': 'Ir al Balcão Virtual (mostrador virtual)',
  'unidades.so-horario': 'La atención por video ocurre solo durante el horario de atención al público.',
  'unidades.sem-video': 'Esta unidad no atiende por video. En el mostrador usted deja un mensaje, recibe un protocolo y la unidad responde después.',
  'unidades.sem-balcao': 'Esta unidad no tiene Balcão Virtual (mostrador virtual). Use uno de los contactos.',
  'unidades.gabinete': 'Los despachos de jueces no tienen Balcão Virtual (mostrador virtual). Para saber de su proceso, busque la secretaría del juzgado donde está.',
  'unidades.peticoes': 'No se pueden presentar peticiones por el Balcão Virtual (mostrador virtual).',
  'unidades.link': 'Enlace de esta unidad',
};
