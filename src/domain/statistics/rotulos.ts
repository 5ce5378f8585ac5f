/** Words for the keys of published statistics, in the order in which they are listed. */

export const TIPOS_ROTULOS = {
  'reclamacao': 'Reclamação',
  'denuncia': 'Denúncia',
  'solicitacao': 'Solicitação',
  'informacao': 'Pedido de informação à Ouvidoria',
  'sugestao': 'Sugestão',
  'elogio': 'Elogio',
} as const;

export const ESPECIES_ROTULOS = {
  'informacao': 'Informação pública',
  'informacao-pessoal': 'Informação pessoal',
  'desclassificacao': 'Desclassificação de documento',
} as const;

/** Outcomes: the last decision counts, of an appeal too. */
export const RESULTADOS_ROTULOS = {
  concedida: 'Acesso concedido',
  parcial: 'Acesso concedido em parte',
  negada: 'Acesso negado',
  respondida: 'Respondida',
  devolvida: 'Devolvida, por ser de outro órgão',
} as const;

export const PERFIL_ROTULOS = { natural: 'Pessoa física', juridica: 'Pessoa jurídica' } as const;

export const DESISTENCIA = { chave: 'desistencia', rotulo: 'Encerrada a pedido da pessoa' } as const;
/** What is not among the known: never the text itself, which somebody typed. */
export const OUTROS = { chave: 'outros', rotulo: 'Outros' } as const;
export const SEM_ASSUNTO = { chave: 'sem-assunto', rotulo: 'Sem assunto informado' } as const;
