/** Strings of the answers that are shown while a person writes; an element that shows them adds them to its own. */
export const sugestoes = {
  'sugestoes.titulo': 'Talvez isto já responda',
  'sugestoes.dica': 'Se não for isto, continue escrevendo: você pode enviar do mesmo jeito.',
  'sugestoes.fechar': 'Fechar',
  'sugestoes.fechar-o-que': 'Fechar: talvez isto já responda',
  'sugestoes.abrir': 'Abrir a página com a resposta',
  'sugestoes.nova-aba': 'abre em outra aba',
  'sugestoes.aviso': 'Logo abaixo do texto há respostas que talvez já resolvam.',
} as const;
