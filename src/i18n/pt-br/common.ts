/** Strings that every element shares. */
export const common = {
  'comum.carregando': 'Carregando…',
  'comum.tentar-de-novo': 'Tentar de novo',
  'comum.voltar': 'Voltar',
  'comum.continuar': 'Continuar',
  'comum.opcional': 'opcional',
  'comum.nova-aba': 'abre em outra aba',
  'comum.falha-dados': 'Não foi possível carregar as informações deste serviço agora.',
  'comum.falha-dados-dica.invalido': 'Tente mais tarde, ou use os contatos do tribunal.',
  'comum.falha-dados-dica.rede': 'Vamos tentar de novo sozinhos. Você também pode usar os contatos do tribunal.',
  'comum.demo': 'Demonstração. Nada do que você enviar aqui chega a um tribunal de verdade.',
  'comum.debug-titulo': 'Para quem instala (atributo debug)',
} as const;
