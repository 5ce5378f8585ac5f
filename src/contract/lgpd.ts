/**
 * What the reference backend keeps: the one source of `docs/lgpd.md`. A test compares it with the columns of the live database, so that nothing is kept that is
 * not written down here.
 */

/** Whom a datum is about: the person who wrote, somebody of the staff, or nobody. */
export type TitularDado = 'pessoa' | 'equipe' | 'ninguém';

export interface DadoGuardado {
  tabela: string;
  colunas: readonly string[];
  oQue: string;
  titular: TitularDado;
  /** Why, with the legal basis when it is about somebody. */
  porQue: string;
  quemVe: string;
  ate: string;
}

const SERVIDOR = 'só o sistema';
const EQUIPE = 'a equipe da Ouvidoria ou do SIC e a unidade que tem o caso; a pessoa, com protocolo e chave';
const APAGADO = 'apagado no prazo de guarda';
const FICA = 'fica: não identifica ninguém depois da anonimização';
const BASE = 'receber e responder: obrigação legal (LGPD, arts. 7º, II, e 23; Lei 13.460/2017; Lei 12.527/2011)';
const REPETIR = 'dar a mesma resposta a um envio repetido, sem registrar duas vezes';

export const DADOS_GUARDADOS: readonly DadoGuardado[] = [
  { tabela: 'identidades', colunas: ['caso_id', 'dados'], oQue: 'quem a pessoa disse ser: nome, documentos, contatos. À parte do caso, para que ler um caso não leia um nome. Denúncia anônima não tem linha aqui', titular: 'pessoa', porQue: `${BASE}; identidade preservada: Lei 13.608/2018, art. 4º-B`, quemVe: 'a equipe; preservada, só quem pediu com motivo e foi autorizado por uma segunda pessoa; a unidade, só o nome; a própria pessoa', ate: APAGADO },
  { tabela: 'identidades', colunas: ['email'], oQue: 'e-mail para avisos do andamento', titular: 'pessoa', porQue: 'manter a pessoa informada (Resolução CNJ 432/2021, art. 5º, II)', quemVe: 'o servidor de e-mail do tribunal', ate: APAGADO },
  { tabela: 'casos', colunas: ['id', 'tipo', 'ano', 'numero', 'protocolo'], oQue: 'número do registro', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: FICA },
  { tabela: 'casos', colunas: ['conteudo', 'cifrado'], oQue: 'o que a pessoa escreveu, inclusive o endereço para uma resposta em papel; cifrado no navegador, quando a Ouvidoria usa chave própria', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: `${APAGADO}; do pedido de informação fica só se era pessoa física ou jurídica` },
  { tabela: 'casos', colunas: ['assunto', 'tema', 'especie', 'estado', 'unidade_id', 'modo'], oQue: 'classificação e situação', titular: 'pessoa', porQue: `${BASE}; estatística (Resolução CNJ 432/2021, art. 5º, VII; 215/2015, art. 41, III)`, quemVe: EQUIPE, ate: `${FICA}; assunto que não é da lista do tribunal vira "outros"` },
  { tabela: 'casos', colunas: ['registrado_em', 'vence', 'prazo', 'prazo_inicial', 'prorrogado_em', 'prazo_unidade', 'unidade_prorrogada', 'respondido_em', 'encerrado_em', 'anonimizado_em', 'versao'], oQue: 'datas e prazos, com a conta', titular: 'ninguém', porQue: 'contar os prazos', quemVe: EQUIPE, ate: FICA },
  { tabela: 'casos', colunas: ['agendamento'], oQue: 'dia, hora e situação do atendimento marcado', titular: 'pessoa', porQue: 'marcar o atendimento (LGPD, arts. 7º, II, e 23; Resolução CNJ 372/2021, art. 4º)', quemVe: 'quem atende no balcão da unidade; a pessoa, com protocolo e chave', ate: FICA },
  { tabela: 'vagas', colunas: ['unidade_id', 'inicio', 'vaga', 'fim', 'caso_id'], oQue: 'horários da agenda que estão ocupados', titular: 'pessoa', porQue: 'não marcar duas pessoas na mesma vaga (LGPD, art. 23; Resolução CNJ 372/2021, art. 4º)', quemVe: SERVIDOR, ate: 'apagado ao cancelar ou remarcar, e no prazo de guarda' },
  { tabela: 'casos', colunas: ['prorrogado_motivo', 'pergunta', 'destino'], oQue: 'o que o tribunal escreveu ao prorrogar, perguntar ou indicar outro órgão', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: APAGADO },
  { tabela: 'casos', colunas: ['chave_hash'], oQue: 'derivação criptográfica da chave do protocolo; a chave não fica em lugar nenhum', titular: 'pessoa', porQue: 'só quem tem o recibo abre o caso', quemVe: SERVIDOR, ate: `${APAGADO}: depois disso nem a chave abre o caso` },
  { tabela: 'casos', colunas: ['recibo'], oQue: 'recibo assinado, com o resumo criptográfico do texto', titular: 'pessoa', porQue: 'provar o registro (Resolução CNJ 432/2021, art. 8º, § 1º)', quemVe: 'a pessoa', ate: APAGADO },
  { tabela: 'casos', colunas: ['idem_hash', 'corpo_hash', 'sal'], oQue: 'resumos criptográficos do envio', titular: 'pessoa', porQue: REPETIR, quemVe: SERVIDOR, ate: APAGADO },
  { tabela: 'eventos', colunas: ['texto', 'dados', 'cifrado'], oQue: 'o que se escreveu no andamento: complementos, perguntas, respostas, notas internas', titular: 'pessoa', porQue: BASE, quemVe: `${EQUIPE}; notas internas, só a equipe`, ate: APAGADO },
  { tabela: 'eventos', colunas: ['ator'], oQue: 'quem da equipe praticou o ato', titular: 'equipe', porQue: 'responsabilidade do servidor (LGPD, art. 7º, II)', quemVe: 'a equipe', ate: APAGADO },
  { tabela: 'eventos', colunas: ['id', 'caso_id', 'tipo', 'em', 'papel', 'unidade', 'interno'], oQue: 'o que aconteceu, quando, e por qual função ou unidade', titular: 'ninguém', porQue: 'mostrar o andamento (Lei 12.527/2011, art. 9º)', quemVe: EQUIPE, ate: FICA },
  { tabela: 'decisoes', colunas: ['texto', 'fundamento', 'autoridade'], oQue: 'respostas e decisões, com quem decidiu', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: APAGADO },
  { tabela: 'decisoes', colunas: ['id', 'caso_id', 'instancia', 'resultado', 'em', 'ciencia_em'], oQue: 'resultado de cada decisão, e quando a pessoa a viu', titular: 'ninguém', porQue: 'contar o prazo do recurso; estatística', quemVe: EQUIPE, ate: FICA },
  { tabela: 'recursos', colunas: ['texto'], oQue: 'o que a pessoa alegou no recurso', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: APAGADO },
  { tabela: 'recursos', colunas: ['id', 'caso_id', 'instancia', 'em', 'prazo'], oQue: 'que houve recurso, quando, e o prazo de quem decide', titular: 'ninguém', porQue: 'decidir o recurso no prazo', quemVe: EQUIPE, ate: FICA },
  { tabela: 'avaliacoes', colunas: ['comentario'], oQue: 'comentário de quem avaliou a resposta', titular: 'pessoa', porQue: 'medir a satisfação (Resolução CNJ 432/2021, art. 5º, VI)', quemVe: 'a equipe; a própria pessoa', ate: APAGADO },
  { tabela: 'avaliacoes', colunas: ['caso_id', 'nota', 'resolvido', 'em'], oQue: 'nota da resposta', titular: 'pessoa', porQue: 'medir a satisfação; estatística', quemVe: 'a equipe; a própria pessoa', ate: FICA },
  { tabela: 'anexos', colunas: ['id', 'caso_id', 'evento_id', 'nome', 'tipo', 'bytes', 'sha256', 'cifrado', 'papel', 'situacao', 'motivo', 'ordem', 'criado_em'], oQue: 'arquivos enviados; o conteúdo fica na pasta `anexos` dos dados', titular: 'pessoa', porQue: BASE, quemVe: EQUIPE, ate: `${APAGADO}, com o arquivo; o que não entrou em registro nenhum, em um dia` },
  { tabela: 'desvelamentos', colunas: ['id', 'caso_id', 'pedido_por', 'motivo', 'pedido_em', 'decidido_por', 'decidido_em', 'autorizado', 'expira_em'], oQue: 'pedidos da equipe para ver uma identidade preservada', titular: 'equipe', porQue: 'só ver a identidade com motivo e duas pessoas (Lei 13.608/2018, art. 4º-B)', quemVe: 'a equipe', ate: APAGADO },
  { tabela: 'atos', colunas: ['idem_hash', 'corpo_hash', 'caso_id', 'versao', 'em'], oQue: 'resumos criptográficos dos atos no caso', titular: 'pessoa', porQue: REPETIR, quemVe: SERVIDOR, ate: APAGADO },
  { tabela: 'saida', colunas: ['id', 'caso_id', 'evento_id', 'estado', 'tentativas', 'proxima_em', 'criada_em', 'enviada_em', 'erro'], oQue: 'avisos por e-mail a enviar ou enviados; sem endereço, sem a chave, sem o texto do caso', titular: 'pessoa', porQue: 'manter a pessoa informada', quemVe: SERVIDOR, ate: APAGADO },
  { tabela: 'auditoria', colunas: ['id', 'em', 'ator', 'papel', 'acao', 'caso_id', 'detalhe'], oQue: 'quem da equipe viu ou fez o quê, e quando; o sistema não grava nela dados de quem registrou o caso', titular: 'equipe', porQue: 'segurança e prestação de contas (LGPD, arts. 6º, X, e 46)', quemVe: 'o gestor e o ouvidor', ate: 'o banco não deixa alterar nem apagar; o tribunal decide' },
  { tabela: 'fila', colunas: ['nome', 'dados'], oQue: 'nome dado na fila do balcão virtual, assunto, número do processo, prioridade por lei, pedido de intérprete de Libras', titular: 'pessoa', porQue: 'chamar quem espera, na ordem devida (LGPD, arts. 7º, II, 11, II, "a", e 23; Resolução CNJ 372/2021; Lei 10.048/2000)', quemVe: 'quem atende na unidade', ate: 'apagado até dois dias depois' },
  { tabela: 'fila', colunas: ['identificacao'], oQue: 'quem a pessoa é, pedido só quando a matéria está sob sigilo', titular: 'pessoa', porQue: 'não falar de processo sigiloso com quem não é parte (LGPD, art. 7º, II; Portaria Conjunta TJRN 38/2021, art. 6º)', quemVe: 'só quem chamou a senha', ate: 'apagado no fim do atendimento' },
  { tabela: 'fila', colunas: ['notas', 'transferida_motivo'], oQue: 'anotações de quem atende, e o motivo de uma transferência', titular: 'pessoa', porQue: 'continuar o atendimento (LGPD, arts. 7º, II, e 23; Resolução CNJ 372/2021)', quemVe: 'quem atende na unidade', ate: 'apagado até dois dias depois' },
  { tabela: 'fila', colunas: ['combinado', 'protocolo'], oQue: 'o que foi combinado no atendimento, com o protocolo dele', titular: 'pessoa', porQue: 'a pessoa saber o que ficou combinado (LGPD, arts. 7º, II, e 23; Resolução CNJ 372/2021)', quemVe: 'a pessoa, enquanto tem a senha; quem atendeu', ate: 'o combinado, apagado no prazo de guarda do balcão (`retencao.balcaoAnos`); o protocolo fica' },
  { tabela: 'fila', colunas: ['atendente', 'atendente_nome'], oQue: 'quem atendeu: conta, prenome e um sobrenome', titular: 'equipe', porQue: 'a pessoa saber com quem fala (Portaria Conjunta TJRN 38/2021, art. 4º, § 3º; LGPD, art. 7º, II)', quemVe: 'a pessoa, o nome; quem atende na unidade', ate: 'apagado no prazo de guarda do balcão' },
  { tabela: 'fila', colunas: ['agendamento_id', 'retorno_id'], oQue: 'o atendimento marcado de onde a senha veio, e o que foi marcado para continuar', titular: 'pessoa', porQue: 'atender na hora marcada e marcar a continuação (LGPD, art. 7º, II; Resolução CNJ 372/2021, art. 4º)', quemVe: 'quem atende na unidade; a pessoa', ate: 'fica: o caso é anonimizado no prazo dele' },
  { tabela: 'fila', colunas: ['id', 'unidade_id', 'dia', 'numero', 'estado', 'ingresso_hash', 'entrou_em', 'chamado_em', 'saiu_em', 'idem_hash', 'corpo_hash', 'sal', 'ordem', 'classe', 'visto_em', 'vez', 'chamada_ate', 'faltas', 'atendido_em', 'sala_vez', 'fim', 'transferida_de'], oQue: 'senha da fila, com a ordem e os horários', titular: 'ninguém', porQue: 'atender na ordem devida; estatística', quemVe: 'quem atende', ate: 'fica, sem nome' },
  { tabela: 'avaliacoes_fila', colunas: ['comentario'], oQue: 'comentário de quem avaliou o atendimento no balcão', titular: 'pessoa', porQue: 'medir a satisfação (Lei 13.460/2017, art. 23)', quemVe: SERVIDOR, ate: 'apagado no prazo de guarda do balcão' },
  { tabela: 'avaliacoes_fila', colunas: ['fila_id', 'nota', 'resolvido', 'em'], oQue: 'nota do atendimento no balcão', titular: 'ninguém', porQue: 'medir a satisfação; estatística', quemVe: SERVIDOR, ate: 'fica' },
  { tabela: 'balcoes', colunas: ['unidade_id', 'pausado_em', 'pausado_por', 'pausa_motivo', 'pausa_ate', 'seguidas'], oQue: 'pausa do balcão, com quem pausou e por quê', titular: 'equipe', porQue: 'dizer a quem espera por que a fila parou (Resolução CNJ 372/2021)', quemVe: 'o motivo, qualquer pessoa; quem pausou, a unidade', ate: 'até o balcão ser retomado' },
  { tabela: 'presencas', colunas: ['unidade_id', 'sub', 'nome', 'visto_em'], oQue: 'quem está no balcão, e desde quando não dá sinal', titular: 'equipe', porQue: 'estimar a espera; não perder quem ficou com um atendente que caiu', quemVe: 'quem atende na unidade', ate: 'dois dias' },
  { tabela: 'convites', colunas: ['id', 'fila_id', 'sala_vez', 'unidade_id', 'por', 'por_nome', 'recado', 'em', 'aceito_por', 'aceito_em'], oQue: 'colegas chamados para um atendimento', titular: 'equipe', porQue: 'chamar outro servidor para a chamada (Resolução CNJ 372/2021, art. 4º)', quemVe: 'quem atende na unidade convidada', ate: 'o recado, dois dias; o resto, no prazo de guarda do balcão' },
  { tabela: 'atos_fila', colunas: ['idem_hash', 'corpo_hash', 'em'], oQue: 'resumos criptográficos dos atos de quem atende', titular: 'equipe', porQue: REPETIR, quemVe: SERVIDOR, ate: 'dois dias' },
  { tabela: 'contadores', colunas: ['ano', 'ultimo', 'ultimo_em'], oQue: 'último número de protocolo de cada ano', titular: 'ninguém', porQue: 'numerar sem falhas', quemVe: SERVIDOR, ate: 'fica' },
  { tabela: 'contadores_fila', colunas: ['unidade_id', 'dia', 'ultimo', 'ultima_ordem'], oQue: 'última senha de cada dia', titular: 'ninguém', porQue: 'numerar a fila', quemVe: SERVIDOR, ate: 'fica' },
  { tabela: 'desafios', colunas: ['challenge', 'idem_hash', 'expira_em'], oQue: 'contas contra robôs já usadas', titular: 'ninguém', porQue: 'não aceitar a mesma conta duas vezes', quemVe: SERVIDOR, ate: 'um dia' },
  { tabela: 'meta', colunas: ['nome', 'valor'], oQue: 'marca do segredo do backend e dia da última anonimização', titular: 'ninguém', porQue: 'operar o serviço', quemVe: SERVIDOR, ate: 'fica' },
];
