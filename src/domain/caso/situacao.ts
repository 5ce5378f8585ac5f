import type { Decisao, Prazo, TipoCaso } from '../../contract/caso.ts';
import type { MotivoNaoUtil } from '../deadlines/prazo.ts';
import { regrasDoCaso, type RegrasCaso } from '../deadlines/regras.ts';

/** Where a case stands in law: what is true of it, and the state that follows. Civil dates (`YYYY-MM-DD`) of the court; no clock here. */

/** The extension of the term, with the reason that the norm asks for. */
export interface Prorrogacao {
  em: string;
  motivo: string;
  /** Due date before it. */
  venciaEm: string;
}

/** The unit that holds the case. */
export interface NaUnidade {
  /** Null when the court named no unit for the matter. */
  id: string | null;
  /** Its own term; null where whom it was sent to answers the person directly. */
  prazo: Prazo | null;
}

/** A question to the person. */
export interface Pergunta {
  texto: string;
  em: string;
  /** Last day for the answer, when the question stopped the clock. */
  ate: string | null;
  /** The term as it was before the question, when the question stopped the clock. */
  prazoAntes: Prazo | null;
}

export interface DecisaoTomada {
  /** 0 is the answer itself; 1 and 2 are the appeals. */
  instancia: 0 | 1 | 2;
  resultado: Decisao['resultado'];
  texto: string;
  fundamento?: string;
  autoridade?: string;
  em: string;
  /** Day on which the person first saw it, from which appeals are counted; null while they have not. */
  ciencia: string | null;
}

export interface RecursoFeito {
  instancia: 1 | 2;
  texto: string;
  em: string;
  /** Term of who decides it. */
  prazo: Prazo;
}

export interface Avaliacao {
  nota: number;
  resolvido?: 'sim' | 'em-parte' | 'nao';
  comentario?: string;
}

/** Another body that the matter is of (Res. CNJ 432/2021, art. 18; 215/2015, art. 13, III). */
export interface Destino {
  orgao: string;
  url?: string;
}

/** An appointment at a counter. Instants are ISO 8601 with offset. */
export interface Agendamento {
  unidadeId: string;
  inicio: string;
  fim: string;
  situacao: 'marcado' | 'cancelado' | 'atendido' | 'faltou';
}

/** What is true of a case in any state. */
export interface Fatos {
  tipo: TipoCaso;
  especie: string | null;
  tema: string | null;
  assunto: string | null;
  direito: string | null;
  modo: 'identificada' | 'preservada' | 'anonima';
  prazo: Prazo;
  prorrogacao: Prorrogacao | null;
  unidade: NaUnidade | null;
  pergunta: Pergunta | null;
  decisoes: readonly DecisaoTomada[];
  recursos: readonly RecursoFeito[];
  destino: Destino | null;
  avaliacao: Avaliacao | null;
  /** Unit of the counter, of a message or an appointment: it has the case from beginning to end. */
  balcao?: string | null;
  /** The hour, of an appointment. */
  agendamento?: Agendamento | null;
}

interface Registrada extends Fatos {
  estado: 'registrada';
}
interface EmAnalise extends Fatos {
  estado: 'em-analise';
  unidade: null;
  prorrogacao: null;
}
interface Encaminhada extends Fatos {
  estado: 'encaminhada';
  unidade: NaUnidade;
}
interface Prorrogada extends Fatos {
  estado: 'prorrogada';
  prorrogacao: Prorrogacao;
  unidade: null;
}
interface Perguntada extends Fatos {
  estado: 'complementacao-pedida';
  pergunta: Pergunta;
}
type ComDecisao = readonly [DecisaoTomada, ...DecisaoTomada[]];
type ComRecurso = readonly [RecursoFeito, ...RecursoFeito[]];
interface Decidida extends Fatos {
  estado: 'respondida' | 'parcial' | 'negada' | 'devolvida';
  decisoes: ComDecisao;
}
interface EmRecurso extends Fatos {
  estado: 'recurso-1' | 'recurso-2';
  decisoes: ComDecisao;
  recursos: ComRecurso;
}
interface Encerrada extends Fatos {
  estado: 'encerrada';
}

/** Nobody has answered yet. */
export type Aberta = Registrada | EmAnalise | Encaminhada | Prorrogada | Perguntada;
export type Situacao = Aberta | Decidida | EmRecurso | Encerrada;

const ABERTAS = ['registrada', 'em-analise', 'encaminhada', 'prorrogada', 'complementacao-pedida'];
const DECIDIDAS = ['respondida', 'parcial', 'negada', 'devolvida'];
export const isAberta = (s: Situacao): s is Aberta => ABERTAS.includes(s.estado);
export const isDecidida = (s: Situacao): s is Decidida => DECIDIDAS.includes(s.estado);
export const isEmRecurso = (s: Situacao): s is EmRecurso => s.estado === 'recurso-1' || s.estado === 'recurso-2';

/** The state of a case in hand that nobody has answered and that waits for nothing from the person. */
export function emAndamento(fatos: Fatos): Aberta {
  const livre = { ...fatos, pergunta: null };
  const { unidade, prorrogacao } = livre;
  if (unidade) return { ...livre, unidade, estado: 'encaminhada' };
  if (prorrogacao) return { ...livre, prorrogacao, unidade, estado: 'prorrogada' };
  return { ...livre, prorrogacao, unidade, estado: 'em-analise' };
}

/** State that a decision leads to. What an appeal grants in full is an answer; what it grants in part leaves a part refused. */
const ESTADO_DO_RESULTADO = {
  'respondida': 'respondida',
  'concedida': 'respondida',
  'provido': 'respondida',
  'parcial': 'parcial',
  'parcialmente-provido': 'parcial',
  'negada': 'negada',
  'desprovido': 'negada',
  'devolvida': 'devolvida',
} as const satisfies Record<Decisao['resultado'], Decidida['estado']>;

/** The case with one decision more. Whoever held it holds it no longer. */
export const decidida = (fatos: Fatos, decisao: DecisaoTomada): Decidida => ({
  ...fatos,
  unidade: null,
  pergunta: null,
  decisoes: [...fatos.decisoes, decisao] as unknown as ComDecisao,
  estado: ESTADO_DO_RESULTADO[decisao.resultado],
});

export const encerrada = (fatos: Fatos): Encerrada => ({ ...fatos, unidade: null, pergunta: null, estado: 'encerrada' });

/** The terms of the case. */
export const regrasDe = (fatos: Fatos): RegrasCaso => regrasDoCaso(fatos);

/** May parts of it be refused, and the refusal be told as one: requests for information, and requisitions of data subjects. */
export const admiteNegativa = ({ tipo, tema }: Fatos): boolean => tipo === 'pedido-informacao' || tema === 'lgpd';

/** A message or an appointment of the counter, in no hands but its unit's. */
export const isDoBalcao = ({ tipo }: Pick<Fatos, 'tipo'>): boolean => tipo === 'mensagem' || tipo === 'agendamento';

/** Has the hour come? */
export const comecou = ({ agendamento }: Fatos, { agora }: Pick<Contexto, 'agora'>): boolean => !!agendamento && agora !== undefined && Date.parse(agendamento.inicio) <= agora;

/** An hour that is agreed on and still to come: it can be moved or given back. */
export const podeMudar = (s: Situacao, ctx: Pick<Contexto, 'agora'>): boolean => isAberta(s) && s.agendamento?.situacao === 'marcado' && ctx.agora !== undefined && !comecou(s, ctx);

/** Past the term of who has to answer or decide, and no answer. An hour that has gone by is owed no answer. */
export function atrasada(s: Situacao, hoje: string): boolean {
  if (s.tipo === 'agendamento') return false;
  if (isAberta(s)) return hoje > s.prazo.vence;
  return isEmRecurso(s) && hoje > s.recursos.at(-1)!.prazo.vence;
}

/** Does a question still wait, within the time that stopped the clock, or without any? */
export const esperaResposta = (s: Situacao, hoje: string): boolean => s.estado === 'complementacao-pedida' && (s.pergunta.ate === null || hoje <= s.pergunta.ate);

/** Does a question keep the clock standing? */
export const contaParada = (s: Situacao, hoje: string): boolean => s.estado === 'complementacao-pedida' && s.pergunta.ate !== null && hoje <= s.pergunta.ate;

/** What the answers depend on beside the case: the day, the calendar and the court. */
export interface Contexto {
  /** Civil date in the court's zone. */
  hoje: string;
  /** The instant, in epoch milliseconds: what an appointment depends on. */
  agora?: number;
  motivo: MotivoNaoUtil;
  /** The days of a unit, whose city has holidays of its own: its own terms are counted by them. Default: those of the court. */
  motivoNaUnidade?(id: string): MotivoNaoUtil;
  /** Who decides first appeals, as the court file says. */
  autoridadeRecurso?: string | undefined;
  corregedoriaUrl?: string | undefined;
  /** Page of the Ouvidoria of the court. */
  ouvidoriaUrl?: string | undefined;
  /** Name of a unit of the court; undefined when there is none by this id. */
  nomeDaUnidade?(id: string): string | undefined;
}

/** The days by which a unit's own term is counted. */
export const diasDaUnidade = (ctx: Contexto, id: string | null): Contexto['motivo'] => (id !== null && ctx.motivoNaUnidade?.(id)) || ctx.motivo;
