import type { anexosCampo as PtAnexosCampo } from '../pt-br/anexos-campo.ts';
import type { Textos } from '../translate.ts';

/** Strings of the field of attachments until somebody reaches for it. */
export const anexosCampo: Textos<typeof PtAnexosCampo> = {
  'anexos.rotulo': 'Archivos adjuntos',
  'anexos.limites': 'Foto, PDF, audio, video, texto o documento de Word. Hasta {max} archivos, cada uno de hasta {mb} MB.',
  'anexos.escolher': 'Elegir archivos',
  'anexos.foto': 'Tomar una foto',
  'anexos.arrastar': 'o arrastre los archivos aquí',
  'anexos.soltar': 'Suelte los archivos aquí',
  'anexos.anonima': 'Lo que sale de este aparato',
  'anexos.anonima-dica': 'De las fotos JPEG, PNG y WebP borramos, antes del envío, el lugar, la fecha y el aparato. El nombre del archivo tampoco va. Lo que se ve en la imagen queda: revise rostros, placas y documentos.',
  'anexos.anexo-nao-carregou': 'El envío de este archivo no empezó. Revise su internet e intente de nuevo.',
};
