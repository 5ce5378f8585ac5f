import { MAX_ANEXO_BYTES, MAX_ANEXOS } from './limits.ts';

/** Kinds of file that are taken, by what is inside them and not by the name, with the extensions that people know. */
export const TIPOS_ANEXO: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'opus'],
  'audio/mp4': ['m4a'],
  'video/mp4': ['mp4'],
  'video/webm': ['webm'],
  'text/plain': ['txt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
};

/** The limits of attachments, as they are told to a person. */
export const LIMITES_ANEXO = { max: MAX_ANEXOS, mb: Math.floor(MAX_ANEXO_BYTES / 1024 ** 2) };
