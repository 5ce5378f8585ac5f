import type { audienciaQuiosque as PtAudienciaQuiosque } from '../pt-br/audiencia-quiosque.ts';
import type { Textos } from '../translate.ts';

/** Strings of the screen of an equipped room of a forum. Loaded there alone. */
export const audienciaQuiosque: Textos<typeof PtAudienciaQuiosque> = {
  'quiosque.titulo': 'Today’s hearings',
  'quiosque.titulo-sala': 'Today’s hearings: {sala}',
  'quiosque.nenhuma': 'There are no more hearings today in this room.',
  'quiosque.falhou': 'Today’s list did not open. We will try again by ourselves.',
  'quiosque.item': '{ato}, {unidade}',
  'quiosque.processo': 'Case {processo}',
  'quiosque.sigilo': 'Sealed case',
  'quiosque.estado.agendada': 'Scheduled',
  'quiosque.estado.aberta': 'The room is open',
  'quiosque.estado.em-andamento': 'Under way now',
  'quiosque.estado.suspensa': 'Paused for a moment',
  'quiosque.estado.encerrada': 'Over',
  'quiosque.estado.cancelada': 'Cancelled',
  'quiosque.codigo': 'Your code',
  'quiosque.codigo-dica': 'The clerk’s office gives the code: 8 letters and numbers. If you have none, ask who looks after this room.',
  'quiosque.codigo-falta': 'Write the code that the clerk’s office gave you.',
  'quiosque.entrar': 'Open my hearing',
  'quiosque.abrindo': 'Checking the code…',
  'quiosque.falha.rede': 'The connection failed. Wait a moment and try again.',
  'quiosque.falha.servidor': 'The court’s system did not answer. Try again in a little while.',
  'quiosque.falha.recusa': 'This code opened no hearing. Check the letters or ask for another.',
  'quiosque.terminar': 'Finish and erase my data from this screen',
  'quiosque.terminar-dica': 'Whoever comes next sees nothing of yours.',
  'quiosque.ainda': 'Are you still there?',
  'quiosque.ainda-dica': 'If nobody touches the screen in {n} seconds, we erase what is yours and go back to the start.',
  'quiosque.continuar': 'Yes, go on',
};
