/** Strings of the first step of `<sic-request>`. */
export const sic = {
  'sic.etapa-pedido': 'O que você quer saber?',
  'sic.etapa-pessoa': 'Quem é você',
  'sic.etapa-resposta': 'Como quer receber',
  'sic.etapa-revisao': 'Revise e envie',
  'sic.enviar': 'Enviar pedido',
  'sic.canais': 'Onde fica o SIC e outras formas de pedir',
  'sic.intro': 'Qualquer pessoa pode pedir informação ao tribunal, de graça. A resposta vem em até 20 dias, que podem ser prorrogados por mais 10.',
  'sic.especificacao': 'Informação que você quer',
  'sic.especificacao-dica': 'Escreva de forma clara e objetiva: qual informação, de qual unidade ou assunto.',
  'sic.periodo': 'De que período?',
  'sic.periodo-dica': 'Sem período, o pedido pode não ser atendido (Resolução CNJ 215/2015, art. 12). Se não souber as datas, conte o período no texto acima.',
  'sic.periodo-de': 'De',
  'sic.periodo-ate': 'Até',
  'sic.publico': 'Muita coisa já está publicada. Veja antes no {transparencia}; se não achar, ou não puder procurar, peça aqui.',
  'sic.transparencia': 'Portal da Transparência',
} as const;
