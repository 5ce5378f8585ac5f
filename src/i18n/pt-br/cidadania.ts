/** Strings of `<cidadania-links>`. */
export const cidadania = {
  'cidadania.nome': 'Serviços ao cidadão',
  'cidadania.ouvidoria': 'Ouvidoria',
  'cidadania.ouvidoria-dica': 'Reclame, denuncie, sugira, elogie ou tire dúvidas.',
  'cidadania.sic': 'Serviço de Informações ao Cidadão (SIC)',
  'cidadania.sic-dica': 'Peça informações e documentos públicos.',
  'cidadania.transparencia': 'Portal da Transparência',
  'cidadania.transparencia-dica': 'Gastos, contratos, pessoal e números do tribunal.',
  'cidadania.balcao': 'Balcão Virtual',
  'cidadania.balcao-dica': 'Fale por vídeo com a unidade do seu processo.',
  'cidadania.acompanhar': 'Acompanhar protocolo',
  'cidadania.acompanhar-dica': 'Veja o andamento e o prazo do que você enviou.',
};
