import type { anexosCampo as PtAnexosCampo } from '../pt-br/anexos-campo.ts';
import type { Textos } from '../translate.ts';

/** Strings of the field of attachments until somebody reaches for it. */
export const anexosCampo: Textos<typeof PtAnexosCampo> = {
  'anexos.rotulo': 'Attachments',
  'anexos.limites': 'Photo, PDF, audio, video, text or Word document. Up to {max} files, each up to {mb} MB.',
  'anexos.escolher': 'Choose files',
  'anexos.foto': 'Take a photo',
  'anexos.arrastar': 'or drag the files here',
  'anexos.soltar': 'Drop the files here',
  'anexos.anonima': 'What leaves this device',
  'anexos.anonima-dica': 'From JPEG, PNG and WebP photos we erase, before sending, the place, the date and the device. The file name is not sent either. What appears in the picture stays: check faces, number plates and documents.',
  'anexos.anexo-nao-carregou': 'This file did not start to be sent. Check your internet and try again.',
};
