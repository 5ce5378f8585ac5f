import type { AgendaDaUnidade } from '../contract/agenda.ts';
import type { Comprovante } from '../contract/caso.ts';
import { vagaEm, vagaMaisPerto, type Vaga } from '../domain/agenda/perto.ts';
import type { FormError } from './form.machine.ts';

/** What was sent, with the key that makes sending it again harmless: one for each wish. */
export interface EnvioReserva {
  /** Body as JSON text: the same means the same wish. */
  corpo: string;
  /** Idempotency key. */
  chave: string;
}

/** The slots of the unit; a message has none. `recusada`: the unit takes no appointments, and no new try changes that. */
export type AgendaState =
  | { kind: 'nenhuma' }
  | { kind: 'carregando' }
  | { kind: 'pronta'; agenda: AgendaDaUnidade }
  | { kind: 'falha'; motivo: 'rede' | 'servidor' | 'recusada'; texto: string };

export type MotivoReserva = 'rede' | 'servidor' | 'muitas';

/** What holds in every state. What was typed is not here: it is of the whole counter. */
export interface ReservaData {
  agenda: AgendaState;
  /** The wish whose answer has not come yet; kept until it does. */
  envio: EnvioReserva | null;
  /** An earlier wish got no answer and was changed: it may have been registered. */
  duvida: boolean;
  /** Numbers of the operations under way, of the sending and of the agenda; answers of older ones are ignored. */
  op: number;
  opAgenda: number;
}

/**
 * A message or an appointment on its way. In `failed` no answer came that can be used: nothing can be typed until the person tries again, with the same key, or says that they
 * want to change something. `gone`: somebody else took the slot; `perto` is the free one nearest to it, once the list is there.
 */
export type ReservaState = ReservaData &
  (
    | { kind: 'filling'; erros: readonly FormError[] }
    | { kind: 'checking' }
    | { kind: 'sending' }
    | { kind: 'failed'; motivo: MotivoReserva; /** Milliseconds to wait. */ espera: number | null; semRede: boolean }
    | { kind: 'refused'; texto: string }
    | { kind: 'gone'; inicio: string; perto: Vaga | null }
    | { kind: 'sent'; recibo: Comprovante }
  );

export type ReservaEvent =
  /** Asks for the slots, or asks again. */
  | { type: 'open-agenda' }
  | { type: 'agenda'; op: number; agenda: AgendaDaUnidade; /** Start of the slot that is chosen. */ inicio: string }
  | { type: 'agenda-fault'; op: number; motivo: 'rede' | 'servidor' | 'recusada'; texto: string }
  /** A field was written in. */
  | { type: 'input'; field: string }
  | { type: 'submit' }
  | { type: 'checked'; op: number; erros: readonly FormError[]; corpo: string; novaChave: string }
  | { type: 'sent'; op: number; recibo: Comprovante }
  | { type: 'refused'; op: number; texto: string; erros: readonly FormError[] }
  /** The slot is not free any more. */
  | { type: 'taken'; op: number; inicio: string }
  | { type: 'fault'; op: number; motivo: MotivoReserva; espera: number | null; semRede: boolean }
  | { type: 'retry' }
  | { type: 'online' }
  /** From a failure back to the fields. */
  | { type: 'edit' }
  /** What an earlier visit of the page left without an answer, the fields being as they were. */
  | { type: 'restore'; envio: EnvioReserva }
  /** Errors that come from elsewhere. */
  | { type: 'show-errors'; erros: readonly FormError[] };

export type ReservaFocus = 'erros' | 'situacao' | 'recibo' | 'titulo';

export type ReservaEffect =
  | { kind: 'load-agenda'; op: number }
  | { kind: 'check'; op: number }
  | { kind: 'send'; op: number; envio: EnvioReserva }
  /** Keeps the wish, before its first byte leaves; `null` forgets it. */
  | { kind: 'keep'; envio: EnvioReserva | null }
  /** The slot is not chosen any more. */
  | { kind: 'unchoose' }
  | { kind: 'focus'; onde: ReservaFocus };

export interface ReservaStep {
  state: ReservaState;
  effects: readonly ReservaEffect[];
}

/** The first state: nothing asked, nothing sent. */
export const reservaStart = (): ReservaState => ({ kind: 'filling', erros: [], agenda: { kind: 'nenhuma' }, envio: null, duvida: false, op: 0, opAgenda: 0 });

/** Whether what is typed is taken: not while it is on its way, nor while nobody knows whether it arrived. */
export const aceitaTexto = ({ kind }: ReservaState): boolean => kind !== 'sending' && kind !== 'failed' && kind !== 'sent';

const data = ({ agenda, envio, duvida, op, opAgenda }: ReservaState): ReservaData => ({ agenda, envio, duvida, op, opAgenda });
const stay = (state: ReservaState): ReservaStep => ({ state, effects: [] });
const focus = (onde: ReservaFocus): ReservaEffect => ({ kind: 'focus', onde });

function loadAgenda(state: ReservaState): ReservaStep {
  const opAgenda = state.opAgenda + 1;
  return { state: { ...state, agenda: { kind: 'carregando' }, opAgenda }, effects: [{ kind: 'load-agenda', op: opAgenda }] };
}

function send(state: ReservaState, envio: EnvioReserva): ReservaStep {
  const op = state.op + 1;
  const duvida = state.duvida || (state.envio !== null && state.envio.corpo !== envio.corpo);
  return { state: { ...data(state), kind: 'sending', envio, duvida, op }, effects: [{ kind: 'keep', envio }, { kind: 'send', op, envio }] };
}

/** The answer came, and it was no: the wish is over, and its key with it. */
const answered = (state: ReservaState): ReservaData => ({ ...data(state), envio: null });

function withAgenda(state: ReservaState, agenda: AgendaDaUnidade, inicio: string): ReservaStep {
  const next: ReservaState = { ...state, agenda: { kind: 'pronta', agenda } };
  if (next.kind === 'gone') return stay({ ...next, perto: vagaMaisPerto(agenda, next.inicio) });
  // What was chosen in an earlier visit may be gone; what is on its way is the backend's to say.
  if (!inicio || vagaEm(agenda, inicio) || !aceitaTexto(next)) return stay(next);
  return { state: { ...data(next), kind: 'gone', inicio, perto: vagaMaisPerto(agenda, inicio), op: next.op + 1 }, effects: [{ kind: 'unchoose' }] };
}

/** Next state of a message or an appointment and what to do about it. Pure. */
export function reservaStep(state: ReservaState, event: ReservaEvent): ReservaStep {
  switch (event.type) {
    case 'open-agenda':
      return state.agenda.kind === 'carregando' || state.kind === 'sent' ? stay(state) : loadAgenda(state);
    case 'agenda':
      return event.op === state.opAgenda && state.agenda.kind === 'carregando' ? withAgenda(state, event.agenda, event.inicio) : stay(state);
    case 'agenda-fault':
      if (event.op !== state.opAgenda || state.agenda.kind !== 'carregando') return stay(state);
      return stay({ ...state, agenda: { kind: 'falha', motivo: event.motivo, texto: event.texto } });
    case 'input':
      // A check under way knew the old text: the person asks again.
      if (state.kind === 'checking') return stay({ ...data(state), kind: 'filling', erros: [], op: state.op + 1 });
      if (state.kind === 'gone' && event.field === '/inicio') return stay({ ...data(state), kind: 'filling', erros: [] });
      return stay(state);
    case 'submit': {
      if (state.kind !== 'filling' && state.kind !== 'refused' && state.kind !== 'gone') return stay(state);
      const op = state.op + 1;
      return { state: { ...data(state), kind: 'checking', op }, effects: [{ kind: 'check', op }] };
    }
    case 'checked':
      if (state.kind !== 'checking' || event.op !== state.op) return stay(state);
      if (event.erros.length > 0) return { state: { ...data(state), kind: 'filling', erros: event.erros }, effects: [focus('erros')] };
      return send(state, state.envio?.corpo === event.corpo ? state.envio : { corpo: event.corpo, chave: event.novaChave });
    case 'sent':
      if (state.kind !== 'sending' || event.op !== state.op) return stay(state);
      return { state: { ...answered(state), kind: 'sent', recibo: event.recibo }, effects: [{ kind: 'keep', envio: null }, focus('recibo')] };
    case 'refused':
      if (state.kind !== 'sending' || event.op !== state.op) return stay(state);
      return event.erros.length > 0
        ? { state: { ...answered(state), kind: 'filling', erros: event.erros }, effects: [{ kind: 'keep', envio: null }, focus('erros')] }
        : { state: { ...answered(state), kind: 'refused', texto: event.texto }, effects: [{ kind: 'keep', envio: null }, focus('situacao')] };
    case 'taken': {
      if (state.kind !== 'sending' || event.op !== state.op) return stay(state);
      const { state: next, effects } = loadAgenda({ ...answered(state), kind: 'gone', inicio: event.inicio, perto: null });
      return { state: next, effects: [{ kind: 'keep', envio: null }, { kind: 'unchoose' }, ...effects, focus('situacao')] };
    }
    case 'fault': {
      if (state.kind !== 'sending' || event.op !== state.op) return stay(state);
      const { motivo, espera, semRede } = event;
      return { state: { ...data(state), kind: 'failed', motivo, espera, semRede: semRede && motivo === 'rede' }, effects: [focus('situacao')] };
    }
    case 'retry':
      return state.kind === 'failed' && state.envio ? send(state, state.envio) : stay(state);
    case 'online':
      return state.kind === 'failed' && state.semRede && state.envio ? send(state, state.envio) : stay(state);
    case 'edit':
      return state.kind === 'failed' ? { state: { ...data(state), kind: 'filling', erros: [] }, effects: [focus('titulo')] } : stay(state);
    case 'restore':
      if (state.envio !== null || state.kind !== 'filling') return stay(state);
      return stay({ ...data(state), kind: 'failed', motivo: 'rede', espera: null, semRede: false, envio: event.envio });
    case 'show-errors':
      if (!aceitaTexto(state) || event.erros.length === 0) return stay(state);
      return { state: { ...data(state), kind: 'filling', erros: event.erros, op: state.op + 1 }, effects: [focus('erros')] };
  }
}
