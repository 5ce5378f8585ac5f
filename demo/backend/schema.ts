import type { Generated, Insertable, JSONColumnType, Selectable } from 'kysely';
import type { EstadoAudiencia, EstadoParticipante, MarcaAudiencia, PapelConvidado } from '../../src/contract/audiencia.ts';
import type { Decisao, EstadoCaso, EventoCaso, Prazo, TipoCaso } from '../../src/contract/caso.ts';
import type { EstadoDaSenha, FilaEnvio, FimDaSenha, IdentificacaoFila } from '../../src/contract/fila.ts';
import type { Audiencia } from '../../src/domain/audiencia/audiencia.machine.ts';
import type { MarcaGravacao, PapelAcessoGravacao, VarianteGravacao } from '../../src/contract/gravacao.ts';
import type { Agendamento, Destino, Pergunta } from '../../src/domain/caso/situacao.ts';

/** Tables as kysely sees them; both engines give int8 as number, `date` as text and `timestamptz` as Date (see `database.ts`). */
export interface Tabelas {
  meta: { nome: string; valor: string };
  contadores: { ano: number; ultimo: number; ultimo_em: Date };
  casos: CasosTable;
  eventos: {
    id: Generated<number>;
    caso_id: number;
    tipo: string;
    em: Date;
    papel: EventoCaso['autor']['papel'];
    unidade: string | null;
    texto: string | null;
    interno: Generated<boolean>;
    /** What the event carries beside its text. */
    dados: JSONColumnType<Record<string, unknown> | null, string | null | undefined, string | null>;
    /** Who of the staff did it; never leaves the staff side. */
    ator: Generated<string | null>;
    cifrado: Generated<boolean>;
  };
  identidades: { caso_id: number; dados: JSONColumnType<Record<string, unknown>, string, string>; email: string | null };
  atos: { idem_hash: Uint8Array; corpo_hash: Uint8Array; caso_id: number; versao: number; em: Date };
  decisoes: {
    id: Generated<number>;
    caso_id: number;
    instancia: number;
    resultado: Decisao['resultado'];
    texto: string;
    fundamento: string | null;
    autoridade: string | null;
    em: Date;
    ciencia_em: Date | null;
  };
  recursos: { id: Generated<number>; caso_id: number; instancia: number; texto: string; em: Date; prazo: JSONColumnType<Prazo, string, string> };
  avaliacoes: { caso_id: number; nota: number; resolvido: string | null; comentario: string | null; em: Date };
  anexos: AnexosTable;
  desvelamentos: {
    id: Generated<number>;
    caso_id: number;
    pedido_por: string;
    motivo: string;
    pedido_em: Date;
    decidido_por: string | null;
    decidido_em: Date | null;
    autorizado: boolean | null;
    /** Until when who asked may look. */
    expira_em: Date | null;
  };
  auditoria: {
    id: Generated<number>;
    em: Date;
    ator: string;
    papel: string;
    acao: string;
    caso_id: number | null;
    detalhe: JSONColumnType<Record<string, unknown>, string, string> | null;
  };
  saida: {
    id: Generated<number>;
    caso_id: number;
    evento_id: number;
    estado: Generated<'pendente' | 'enviada' | 'desistida'>;
    tentativas: Generated<number>;
    proxima_em: Date;
    criada_em: Date;
    enviada_em: Date | null;
    erro: string | null;
  };
  desafios: { challenge: string; idem_hash: Uint8Array; expira_em: Date };
  contadores_fila: { unidade_id: string; dia: string; ultimo: number; ultima_ordem: Generated<number> };
  fila: FilaTable;
  balcoes: {
    unidade_id: string;
    pausado_em: Date | null;
    pausado_por: string | null;
    pausa_motivo: string | null;
    pausa_ate: Date | null;
    /** Legal priorities called since the last common ticket. */
    seguidas: Generated<number>;
  };
  presencas: { unidade_id: string; sub: string; nome: string; visto_em: Date };
  convites: {
    id: Generated<number>;
    fila_id: number;
    /** The service of the ticket that it was made in. */
    sala_vez: number;
    unidade_id: string;
    por: string;
    por_nome: string;
    recado: string | null;
    em: Date;
    aceito_por: string | null;
    aceito_em: Date | null;
  };
  avaliacoes_fila: { fila_id: number; nota: number; resolvido: string | null; comentario: string | null; em: Date };
  atos_fila: { idem_hash: Uint8Array; corpo_hash: Uint8Array; em: Date };
  gravacoes: GravacoesTable;
  arquivos_gravacao: ArquivosGravacaoTable;
  acessos_gravacao: AcessosGravacaoTable;
  vagas: { unidade_id: string; inicio: Date; vaga: number; fim: Date; caso_id: number };
  audiencias: AudienciasTable;
  audiencia_participantes: ParticipantesTable;
  audiencia_convites: {
    id: Generated<number>;
    participante_id: number;
    tipo: 'pessoal' | 'codigo' | 'quiosque';
    segredo_hash: Uint8Array;
    sal: Uint8Array;
    idem_hash: Uint8Array | null;
    sala_equipada: string | null;
    criado_em: Date;
    expira_em: Date | null;
    usado_em: Date | null;
    revogado_em: Date | null;
  };
  audiencia_reservadas: { id: Generated<number>; audiencia_id: number; sala: 'entrevista' | 'linha'; de: number; sal: Uint8Array; aberta_em: Date; fechada_em: Date | null };
  audiencia_marcas: { id: Generated<number>; audiencia_id: number; o_que: MarcaAudiencia; rotulo: string; participante_id: number | null; em: Date; posicao_ms: number | null };
  audiencia_ocorrencias: { id: Generated<number>; audiencia_id: number; em: Date; o_que: string; participante_id: number | null; texto: string | null; por: string | null };
}

export interface CasosTable {
  id: Generated<number>;
  tipo: TipoCaso;
  ano: number;
  numero: number;
  protocolo: string;
  /** HMAC of the key; the key itself is nowhere. */
  chave_hash: Uint8Array;
  especie: string | null;
  estado: Generated<EstadoCaso>;
  /** The unit that holds the case; the one that a person writes about is in `conteudo`. */
  unidade_id: string | null;
  registrado_em: Date;
  vence: string;
  prazo: JSONColumnType<Prazo, string, string>;
  /** What was sent, as validated. */
  conteudo: JSONColumnType<Record<string, unknown>, string, string>;
  recibo: string;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
  sal: Uint8Array;
  /** Grows with every act: who acts on an older one is told to look again. */
  versao: Generated<number>;
  tema: string | null;
  assunto: string | null;
  modo: 'identificada' | 'preservada' | 'anonima' | null;
  cifrado: Generated<boolean>;
  prazo_inicial: JSONColumnType<Prazo, string, string> | null;
  prorrogado_em: Date | null;
  prorrogado_motivo: string | null;
  prazo_unidade: JSONColumnType<Prazo, string, string> | null;
  unidade_prorrogada: Generated<boolean>;
  pergunta: JSONColumnType<Pergunta | null, string | null | undefined, string | null>;
  destino: JSONColumnType<Destino | null, string | null | undefined, string | null>;
  respondido_em: Date | null;
  encerrado_em: Date | null;
  anonimizado_em: Date | null;
  agendamento: JSONColumnType<AgendamentoGuardado | null, string | null | undefined, string | null>;
}

/** An appointment as it is kept with its case. */
export type AgendamentoGuardado = Agendamento;

export interface AnexosTable {
  id: string;
  caso_id: number | null;
  evento_id: number | null;
  nome: string;
  tipo: string;
  bytes: number;
  sha256: Uint8Array | null;
  cifrado: Generated<boolean>;
  papel: Generated<string>;
  situacao: Generated<'recebendo' | 'pronto' | 'recusado'>;
  motivo: string | null;
  /** Place in the list that the person gave. */
  ordem: Generated<number>;
  criado_em: Date;
}


export interface FilaTable {
  id: Generated<number>;
  unidade_id: string;
  /** Civil date at the unit. */
  dia: string;
  numero: number;
  nome: string | null;
  estado: Generated<EstadoDaSenha>;
  ingresso_hash: Uint8Array;
  entrou_em: Date;
  chamado_em: Date | null;
  saiu_em: Date | null;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
  sal: Uint8Array;
  /** Place in line within its class; epoch milliseconds of the arrival unless the ticket went back. */
  ordem: number;
  /** 0 appointment that is due, 1 elderly of 80 or more, 2 other legal priority, 3 common. */
  classe: Generated<number>;
  dados: JSONColumnType<DadosDaSenha, string | undefined, string>;
  identificacao: JSONColumnType<IdentificacaoFila | null, string | null | undefined, string | null>;
  visto_em: Date | null;
  vez: number | null;
  chamada_ate: Date | null;
  faltas: Generated<number>;
  atendente: string | null;
  atendente_nome: string | null;
  atendido_em: Date | null;
  sala_vez: Generated<number>;
  notas: string | null;
  combinado: string | null;
  protocolo: string | null;
  fim: FimDaSenha | null;
  transferida_de: string | null;
  transferida_motivo: string | null;
  agendamento_id: number | null;
  retorno_id: number | null;
}

/** What the person said before the queue, but for the name and for who they are. */
export type DadosDaSenha = Pick<FilaEnvio, 'assunto' | 'processo' | 'materia' | 'prioridade' | 'libras' | 'sigilo' | 'semVideo'>;

export interface AudienciasTable {
  id: Generated<number>;
  unidade_id: string;
  /** Twenty digits. */
  processo: string;
  ato: string;
  inicio: Date;
  fim: Date;
  sigilo: boolean;
  sera_gravada: boolean;
  local: string | null;
  orientacoes: JSONColumnType<string[], string, string>;
  estado: Generated<EstadoAudiencia>;
  situacao: JSONColumnType<Audiencia, string, string>;
  remarcacoes: Generated<number>;
  gravado_ms: Generated<number>;
  gravando_desde: Date | null;
  iniciada_em: Date | null;
  encerrada_em: Date | null;
  observacoes: string | null;
  criada_em: Date;
  criada_por: string;
  sal: Uint8Array;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
}

export interface GravacoesTable {
  id: string;
  processo: string;
  unidade_id: string;
  ato: string;
  em: Date;
  sigilo: boolean;
  audiencia_id: string | null;
  marcas: JSONColumnType<MarcaGravacao[], string, string>;
  manifesto: string | null;
  versao: Generated<number>;
  criada_em: Date;
  criada_por: string;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
}

export interface ParticipantesTable {
  id: Generated<number>;
  audiencia_id: number;
  papel: PapelConvidado;
  nome: string;
  defende: JSONColumnType<string[], string, string>;
  estado: Generated<EstadoParticipante>;
  motivo: string | null;
  sala_equipada: string | null;
  convidado_em: Date;
  chegou_em: Date | null;
  entrou_em: Date | null;
  ciente_em: Date | null;
  visto_em: Date | null;
}

export type AudienciaRow = Selectable<AudienciasTable>;
export type ParticipanteRow = Selectable<ParticipantesTable>;
/** The database refuses to change or remove a line. */
export interface ArquivosGravacaoTable {
  gravacao_id: string;
  variante: VarianteGravacao;
  tipo: string;
  bytes: number;
  sha256: Uint8Array;
  pedaco: number;
  /** SHA-256 of each piece, 32 bytes each. */
  pedacos: Uint8Array;
  /** Name in the store. */
  nome: string;
  enviado_em: Date;
  enviado_por: string;
}

export interface AcessosGravacaoTable {
  id: Generated<number>;
  gravacao_id: string;
  nome: string;
  papel: PapelAcessoGravacao;
  chave_hash: Uint8Array;
  ate: Date | null;
  criado_em: Date;
  criado_por: string;
  revogado_em: Date | null;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
}

export type GravacaoRow = Selectable<GravacoesTable>;
export type ArquivoGravacaoRow = Selectable<ArquivosGravacaoTable>;
export type CasoRow = Selectable<CasosTable>;
export type NovoCaso = Insertable<CasosTable>;
export type FilaRow = Selectable<FilaTable>;
