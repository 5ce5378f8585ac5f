import type { SenhaGuardada, VideoFailure, VideoSnapshot } from '../adapters/ports.ts';
import type { EntradaFila } from '../contract/fila.ts';
import type { Balcao, Destino } from '../domain/channels/balcao.ts';
import type { Reason } from '../domain/hours/types.ts';

/** What the hours say now; instants in epoch milliseconds. */
export type Expediente =
  | {
      aberto: true;
      /** End of this period; null when it never closes. */
      fecha: number | null;
      /** Why the day is not an ordinary one. */
      motivo: Reason | null;
    }
  | {
      aberto: false;
      /** Next opening; null when none is known. */
      abre: number | null;
      /** It opens within minutes. */
      breve: boolean;
      motivo: Reason;
    };

/** Why the hours are not known: the clock or the zone rules are on their way, or the text of the hours cannot be read. */
export type SemHorario = 'aguardando' | 'ilegivel';

/** What an element's attributes, court file and backend say of its unit. */
export type Resolucao =
  | { kind: 'none' }
  | { kind: 'seeking'; id: string }
  | { kind: 'unknown'; id: string; motivo: 'desconhecida' | 'rede' }
  | { kind: 'found'; unit: Balcao; hours: Expediente | SemHorario };

/** The call: which one, and what is known of it. */
export interface Chamada {
  /** Tells one try from the next; an answer to another try is dropped. */
  attempt: number;
  /** What to call the person by; empty when they did not say. */
  nome: string;
  /** Camera or microphone was denied; the call may go on without it. */
  semDispositivo: boolean;
  /** Number shown to the person, when the unit has a queue. */
  senha: string | null;
}

/** The unit and its hours, in every state where both are known. */
interface Known {
  unit: Balcao;
  hours: Expediente | SemHorario;
}
/** A state with a call. */
interface InCall extends Known {
  call: Chamada;
}

/** Why a call could not be had. `recusada` carries the backend's code in `codigo`. */
export type MotivoFalha = VideoFailure | 'recusada' | 'fora-do-horario' | 'rede' | 'servidor' | 'configuracao' | 'outra-chamada';

export type BalcaoState =
  | { kind: 'no-unit' }
  | { kind: 'seeking'; id: string }
  | { kind: 'not-found'; id: string; motivo: 'desconhecida' | 'rede' }
  | { kind: 'refused'; unit: Balcao }
  | { kind: 'undetermined'; unit: Balcao; hours: SemHorario }
  | { kind: 'closed'; unit: Balcao; hours: Expediente & { aberto: false } }
  | { kind: 'opening-soon'; unit: Balcao; hours: Expediente & { aberto: false } }
  | { kind: 'open'; unit: Balcao; hours: Expediente & { aberto: true } }
  | ({ kind: 'preparing' } & InCall)
  | ({ kind: 'loading' } & InCall)
  | ({ kind: 'prejoin' } & InCall)
  | ({ kind: 'waiting' } & InCall)
  | ({ kind: 'joined' } & InCall)
  | ({ kind: 'reconnecting' } & InCall)
  | ({ kind: 'leaving' } & InCall)
  | ({ kind: 'link-ready'; destino: Destino } & InCall)
  | ({ kind: 'handed-over'; destino: Destino } & Known)
  | ({ kind: 'ended'; motivo: 'saiu' | 'encerrada' | 'interrompida' } & Known)
  | ({ kind: 'fallback'; motivo: MotivoFalha; codigo: string | null; detalhe: string | null } & Known);

export type BalcaoKind = BalcaoState['kind'];

export type BalcaoEvent =
  | { type: 'unit'; resolucao: Resolucao }
  | {
      type: 'call';
      attempt: number;
      nome: string;
      /** Ticket of a queue whose turn has come: who is in the queue is served, whatever the hour says (Portaria TJRN 38/2021, art. 5, § 2). */
      senha?: SenhaGuardada;
    }
  /** The person followed a link: the one that the ticket gave, or the room's own address. */
  | { type: 'follow'; href: string | null }
  | { type: 'ticket'; attempt: number; senha: string }
  | { type: 'prepared'; attempt: number; entrada: EntradaFila | 'estatica' }
  | { type: 'failed'; attempt: number; motivo: MotivoFalha; codigo?: string | null; detalhe?: string | null }
  | { type: 'video'; attempt: number; snapshot: VideoSnapshot }
  | { type: 'leave' }
  | { type: 'left'; attempt: number }
  /** The element left the page, or the page was left. */
  | { type: 'removed' }
  /** Back to the counter after a call. */
  | { type: 'dismiss' };

export type BalcaoEffect =
  /** Ask for the ticket and the room. */
  | {
      kind: 'prepare';
      attempt: number;
      unit: Balcao;
      nome: string;
      /** Ticket of a queue that is called by an attendant: it is not given back with the room. */
      ingresso?: string;
    }
  /** Start the video in the page. */
  | { kind: 'open-room'; attempt: number; unit: Balcao; nome: string; entrada: EntradaFila | 'estatica' }
  /** Hang up with manners: tell the room, then `left`. */
  | { kind: 'hang-up'; attempt: number }
  /** Take the frame away, and keep the ticket for a new try or another tab. */
  | { kind: 'close-frame' }
  /** The person goes on elsewhere: take the frame away and forget the ticket without giving it back. */
  | { kind: 'release' }
  /** Let go of everything at once: frame, camera, ticket. */
  | { kind: 'drop' };

export interface BalcaoStep {
  state: BalcaoState;
  effects: readonly BalcaoEffect[];
}

const REFUSALS: readonly MotivoFalha[] = ['denied', 'recusada', 'fora-do-horario', 'outra-chamada'];

const step = (state: BalcaoState, ...effects: BalcaoEffect[]): BalcaoStep => ({ state, effects });

/** States in which a ticket, a room or a camera may be held. */
type Holding = Extract<BalcaoState, InCall>;
/** States in which the video's frame is in the page. */
type Framed = Exclude<Holding, { kind: 'preparing' | 'link-ready' }>;

/** Whether a call is being prepared or held. */
export const isHolding = (state: BalcaoState): state is Holding => 'call' in state;
/** Whether the frame of the video is in the page. */
export const isFramed = (state: BalcaoState): state is Framed => isHolding(state) && state.kind !== 'preparing' && state.kind !== 'link-ready';

type Over = Extract<BalcaoState, { kind: 'ended' | 'fallback' | 'handed-over' }>;
/** Whether a call is over, or could not be had. */
export const isOver = (state: BalcaoState): state is Over => state.kind === 'ended' || state.kind === 'fallback' || state.kind === 'handed-over';

/** Before any call: what the unit and its hours say. */
function counter(resolucao: Resolucao): BalcaoState {
  switch (resolucao.kind) {
    case 'none':
      return { kind: 'no-unit' };
    case 'seeking':
      return resolucao;
    case 'unknown':
      return { kind: 'not-found', id: resolucao.id, motivo: resolucao.motivo };
    case 'found': {
      const { unit, hours } = resolucao;
      if (unit.gabinete) return { kind: 'refused', unit };
      if (typeof hours === 'string') return { kind: 'undetermined', unit, hours };
      if (hours.aberto) return { kind: 'open', unit, hours };
      return { kind: hours.breve ? 'opening-soon' : 'closed', unit, hours };
    }
  }
}

const bare = ({ unit, hours }: Known): Known => ({ unit, hours });
const end = (state: Known, motivo: 'saiu' | 'encerrada' | 'interrompida', ...effects: BalcaoEffect[]): BalcaoStep =>
  step({ kind: 'ended', motivo, ...bare(state) }, ...effects);
const fail = (state: Known, motivo: MotivoFalha, codigo: string | null = null, detalhe: string | null = null): BalcaoStep =>
  // Who was refused has no ticket to keep; who only lost the video keeps the place.
  step({ kind: 'fallback', motivo, codigo, detalhe, ...bare(state) }, { kind: REFUSALS.includes(motivo) ? 'drop' : 'close-frame' });

function onUnit(state: BalcaoState, resolucao: Resolucao): BalcaoStep {
  const same = resolucao.kind === 'found' && 'unit' in state && resolucao.unit.chave === state.unit.chave;
  // A call is never cut because an attribute or the hour changed: the unit called stays, with the hours of now; the host tells the
  // unit again after the call.
  if (isHolding(state)) return step(same ? { ...state, hours: resolucao.hours } : state);
  if (same && isOver(state) && !resolucao.unit.gabinete) return step({ ...state, unit: resolucao.unit, hours: resolucao.hours });
  return step(counter(resolucao), ...(isOver(state) ? [{ kind: 'drop' } as const] : []));
}

function onCall(state: BalcaoState, { attempt, nome, senha }: BalcaoEvent & { type: 'call' }): BalcaoStep {
  if (!('hours' in state) || isHolding(state) || !(senha || state.kind === 'open' || isOver(state))) return step(state);
  const { unit, hours } = state;
  // The room never opens when the unit is closed, nor while nobody knows (Res. CNJ 372/2021, art. 5).
  if (unit.meio === null || !(senha || (typeof hours !== 'string' && hours.aberto))) return step(state);
  if (unit.meio.kind === 'destino') return step({ kind: 'handed-over', unit, hours, destino: unit.meio.destino });
  const call: Chamada = { attempt, nome, semDispositivo: false, senha: senha?.senha ?? null };
  return step({ kind: 'preparing', unit, hours, call }, { kind: 'prepare', attempt, unit, nome, ...(senha ? { ingresso: senha.ingresso } : {}) });
}

function onVideo(state: BalcaoState, snapshot: VideoSnapshot): BalcaoStep {
  if (!isFramed(state)) return step(state);
  // While hanging up only the end counts, and `left` tells it.
  if (state.kind === 'leaving') return step(state);
  const call = snapshot.deviceDenied === undefined ? state.call : { ...state.call, semDispositivo: snapshot.deviceDenied };
  switch (snapshot.phase) {
    case 'loading':
      return step(state);
    case 'prejoin':
    case 'waiting':
    case 'joined':
    case 'reconnecting':
      return step({ ...state, kind: snapshot.phase, call });
    case 'rejected':
      return fail(state, 'denied');
    case 'failed':
      return fail(state, snapshot.reason ?? 'network');
    case 'ended':
      return end(state, 'encerrada', { kind: 'drop' });
  }
}

/**
 * Steps the counter's machine. Pure. A second click, a late answer or an event out of place leaves the state as it is.
 * A person who is being served when the unit closes goes on being served (Portaria Conjunta TJRN 38/2021, art. 5, § 2).
 */
export function balcaoStep(state: BalcaoState, event: BalcaoEvent): BalcaoStep {
  if (event.type === 'unit') return onUnit(state, event.resolucao);
  if (event.type === 'call') return onCall(state, event);
  if ('attempt' in event && !(isHolding(state) && state.call.attempt === event.attempt)) return step(state);
  switch (event.type) {
    case 'ticket':
      return state.kind === 'preparing' ? step({ ...state, call: { ...state.call, senha: event.senha } }) : step(state);
    case 'prepared': {
      if (state.kind !== 'preparing') return step(state);
      const { entrada } = event;
      if (entrada !== 'estatica' && (entrada.provider === 'link' || entrada.provider === 'whatsapp')) {
        return step({ ...state, kind: 'link-ready', destino: { provider: entrada.provider, href: entrada.url, nome: null } });
      }
      const { attempt, nome } = state.call;
      return step({ ...state, kind: 'loading' }, { kind: 'open-room', attempt, unit: state.unit, nome, entrada });
    }
    case 'failed':
      return isHolding(state) && state.kind !== 'leaving'
        ? fail(state, event.motivo, event.codigo, event.detalhe)
        : step(state);
    case 'video':
      return onVideo(state, event.snapshot);
    case 'follow': {
      if (state.kind === 'link-ready') return step({ kind: 'handed-over', destino: state.destino, ...bare(state) }, { kind: 'release' });
      if (!event.href || state.kind === 'leaving' || !(isFramed(state) || state.kind === 'fallback')) return step(state);
      const destino: Destino = { provider: 'link', href: event.href, nome: null };
      return step({ kind: 'handed-over', destino, ...bare(state) }, { kind: 'release' });
    }
    case 'leave':
      if (state.kind === 'preparing' || state.kind === 'link-ready') return end(state, 'saiu', { kind: 'drop' });
      if (!isFramed(state) || state.kind === 'leaving') return step(state);
      return step({ ...state, kind: 'leaving' }, { kind: 'hang-up', attempt: state.call.attempt });
    case 'left':
      return state.kind === 'leaving' ? end(state, 'saiu', { kind: 'drop' }) : step(state);
    case 'removed':
      if (state.kind === 'fallback') return step(state, { kind: 'drop' });
      return isHolding(state) ? end(state, state.kind === 'leaving' ? 'saiu' : 'interrompida', { kind: 'drop' }) : step(state);
    case 'dismiss':
      return isOver(state) ? step(counter({ kind: 'found', ...bare(state) }), { kind: 'drop' }) : step(state);
  }
}
