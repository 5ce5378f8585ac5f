import type { EstadoCaso } from '../../src/contract/caso.ts';

/** Words for what the contract names. */

export const ESTADOS: Record<EstadoCaso, string> = {
  'registrada': 'Registrado',
  'em-analise': 'Em análise',
  'encaminhada': 'Com a unidade',
  'complementacao-pedida': 'Espera a resposta da pessoa',
  'prorrogada': 'Prazo prorrogado',
  'respondida': 'Respondido',
  'devolvida': 'Devolvido',
  'negada': 'Negado',
  'parcial': 'Atendido em parte',
  'recurso-1': 'Em primeiro recurso',
  'recurso-2': 'Em segundo recurso',
  'encerrada': 'Encerrado',
};
export const EM_ANDAMENTO: readonly EstadoCaso[] = ['registrada', 'em-analise', 'encaminhada', 'complementacao-pedida', 'prorrogada', 'recurso-1', 'recurso-2'];

export const TIPOS: Record<string, string> = { 'manifestacao': 'Manifestação', 'pedido-informacao': 'Pedido de informação', 'mensagem': 'Mensagem ao balcão', 'agendamento': 'Atendimento marcado' };
export const ESPECIES: Record<string, string> = {
  'reclamacao': 'Reclamação',
  'denuncia': 'Denúncia',
  'solicitacao': 'Solicitação',
  'informacao': 'Informação',
  'sugestao': 'Sugestão',
  'elogio': 'Elogio',
  'informacao-pessoal': 'Informação pessoal',
  'desclassificacao': 'Desclassificação de documento',
};
export const ESPECIES_DE: Record<string, readonly string[]> = {
  'manifestacao': ['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio'],
  'pedido-informacao': ['informacao', 'informacao-pessoal', 'desclassificacao'],
};
export const TEMAS: Record<string, string> = {
  'relato-lei-13608': 'Relato da Lei 13.608',
  'lgpd': 'Direitos do titular de dados (LGPD)',
  'mulher': 'Direitos da mulher',
  'direitos-humanos': 'Direitos humanos',
  'meio-ambiente': 'Meio ambiente',
};
export const MODOS: Record<string, string> = { identificada: 'Identificada', preservada: 'Identidade preservada', anonima: 'Anônima' };
export const RESULTADOS: Record<string, string> = {
  'respondida': 'Respondido',
  'concedida': 'Concedido',
  'parcial': 'Concedido em parte',
  'negada': 'Negado',
  'devolvida': 'Devolvido',
  'provido': 'Recurso provido',
  'parcialmente-provido': 'Recurso provido em parte',
  'desprovido': 'Recurso negado',
};
export const INSTANCIAS = ['Resposta', 'Primeiro recurso', 'Segundo recurso'];

export const AUTORES: Record<string, string> = { cidadao: 'Pessoa', ouvidoria: 'Ouvidoria', sic: 'SIC', unidade: 'Unidade', autoridade: 'Autoridade', sistema: 'Sistema' };

/** Fields of what was sent and of who sent it. */
export const CAMPOS: Record<string, string> = {
  relato: 'Relato',
  especificacao: 'O que foi pedido',
  texto: 'Mensagem',
  agendamento: 'Horário marcado',
  inicio: 'Começo',
  fim: 'Fim',
  situacao: 'Situação',
  prioridade: 'Prioridade legal',
  libras: 'Pediu intérprete de Libras',
  materia: 'Matéria',
  sigilo: 'Processo em segredo de justiça',
  identificacao: 'Identificação',
  papel: 'No processo',
  oab: 'OAB',
  local: 'Onde',
  quando: 'Quando',
  envolvidos: 'Quem participou',
  processo: 'Processo',
  direito: 'Direito do titular',
  documento: 'Documento',
  periodo: 'Período',
  resposta: 'Como quer a resposta',
  semMeios: 'Declarou não ter meios de pesquisar',
  pessoal: 'Informação pessoal',
  nome: 'Nome',
  nomeSocial: 'Nome social',
  cpf: 'CPF',
  cnpj: 'CNPJ',
  razaoSocial: 'Razão social',
  dadosCadastrais: 'Dados cadastrais',
  contato: 'Contato',
  email: 'E-mail',
  telefone: 'Telefone',
  endereco: 'Endereço',
  alternativo: 'Outro meio',
  numero: 'Número',
  orgao: 'Órgão',
  forma: 'Forma',
  de: 'De',
  ate: 'Até',
  logradouro: 'Logradouro',
  complemento: 'Complemento',
  bairro: 'Bairro',
  municipio: 'Município',
  uf: 'UF',
  cep: 'CEP',
  isencao: 'Declarou não poder pagar',
  titular: 'De quem',
  fundamento: 'Fundamento',
  responsabilidade: 'Assumiu responsabilidade',
};
/** What says nothing to who treats the case. */
export const CAMPOS_OCULTOS = ['privacidade', 'tipo', 'tema', 'assunto', 'unidadeId', 'anexos', 'modo', 'pessoa', 'sigiloDados', 'especie', 'cifrado', 'perfil', 'desafio'];

/** A civil date, `2026-11-23`, as people write it. */
export const dia = (civil: string): string => civil.slice(0, 10).split('-').toReversed().join('/');
/** An instant in the court's zone, which its offset already is. */
export const instante = (iso: string): string => `${dia(iso)} às ${iso.slice(11, 16)}`;
export const tamanho = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} MB`);

/** The civil date, `YYYY-MM-DD`, in a time zone at an instant (epoch ms). */
export const diaEm = (fuso: string, agora: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: fuso, dateStyle: 'short' }).format(agora);
