/** Strings of the field of attachments until somebody reaches for it. */
export const anexosCampo = {
  'anexos.rotulo': 'Anexos',
  'anexos.limites': 'Foto, PDF, áudio, vídeo, texto ou documento do Word. Até {max} arquivos, cada um com até {mb} MB.',
  'anexos.escolher': 'Escolher arquivos',
  'anexos.foto': 'Tirar foto',
  'anexos.arrastar': 'ou arraste os arquivos para cá',
  'anexos.soltar': 'Solte os arquivos aqui',
  'anexos.anonima': 'O que sai deste aparelho',
  'anexos.anonima-dica': 'De fotos JPEG, PNG e WebP, apagamos antes do envio o lugar, a data e o aparelho. O nome do arquivo também não vai. O que aparece na imagem continua: confira rostos, placas e documentos.',
  'anexos.anexo-nao-carregou': 'O envio deste arquivo não começou. Confira a internet e tente de novo.',
} as const;
