import type { Caso, ConsultaEnvio } from '../contract/caso.ts';
import { lerChave, lerProtocolo, type FalhaLeitura } from '../domain/protocol/leitura.ts';

export type TrackerField = 'protocolo' | 'chave';

/** What is typed, and what is wrong with it. The key is forgotten as soon as it has opened the case. */
export interface TrackerData {
  protocolo: string;
  chave: string;
  erros: Readonly<Partial<Record<TrackerField, FalhaLeitura>>>;
  /** Number of the consultation under way; answers of older ones are dropped. */
  op: number;
}

/**
 * What can happen to a consultation. `refused` is the backend's no (`nao-encontrado`: no case opens with this pair; `muitas`: too
 * many tries; `outra`: another reason, in the backend's words); `failed` got no answer that can be used.
 */
export type TrackerState = TrackerData &
  (
    | { kind: 'editing' }
    | { kind: 'consulting' }
    | {
        kind: 'shown';
        caso: Caso;
        /** The token has run out: what is on the screen may be old. */
        expirado: boolean;
      }
    | { kind: 'refused'; motivo: 'nao-encontrado' | 'muitas' | 'outra'; /** Milliseconds to wait. */ espera: number | null; texto: string }
    | { kind: 'failed'; motivo: 'rede' | 'servidor' }
  );

export type TrackerEvent =
  | { type: 'prefill'; protocolo: string }
  | { type: 'input'; field: TrackerField; value: string }
  | { type: 'leave'; field: TrackerField }
  | { type: 'submit' }
  | { type: 'found'; op: number; caso: Caso }
  | { type: 'refused'; op: number; status: number; texto: string; campos: readonly TrackerField[]; espera: number | null }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'expired'; op: number }
  /** The case as it is after an act, or after its key was given again. */
  | { type: 'updated'; caso: Caso }
  /** Back to the fields: by the button, or by the browser's Back. */
  | { type: 'again' }
  /** Another protocol: everything is forgotten. */
  | { type: 'reset' };

export type TrackerFocus = TrackerField | 'caso' | 'situacao';

export type TrackerEffect =
  | { kind: 'consult'; op: number; consulta: ConsultaEnvio }
  /** Runs out with the token, an ISO 8601 instant. */
  | { kind: 'expire'; op: number; em: string }
  | { kind: 'focus'; onde: TrackerFocus }
  | { kind: 'history'; para: 'caso' | 'campos' };

export interface TrackerStep {
  state: TrackerState;
  effects: readonly TrackerEffect[];
}

/** The first state of a tracker. */
export const trackerStart = (): TrackerState => ({ kind: 'editing', protocolo: '', chave: '', erros: {}, op: 0 });

const data = ({ protocolo, chave, erros, op }: TrackerState): TrackerData => ({ protocolo, chave, erros, op });
const stay = (state: TrackerState): TrackerStep => ({ state, effects: [] });
const groups = (chave: string): string => chave.match(/.{4}/g)?.join('-') ?? chave;

function submit(state: TrackerState): TrackerStep {
  const protocolo = lerProtocolo(state.protocolo);
  const chave = lerChave(state.chave);
  if (protocolo.falha !== null || chave.falha !== null) {
    const erros = { ...(protocolo.falha ? { protocolo: protocolo.falha } : {}), ...(chave.falha ? { chave: chave.falha } : {}) };
    return { state: { ...data(state), kind: 'editing', erros }, effects: [{ kind: 'focus', onde: protocolo.falha ? 'protocolo' : 'chave' }] };
  }
  const op = state.op + 1;
  return {
    state: { kind: 'consulting', protocolo: protocolo.valor, chave: groups(chave.valor), erros: {}, op },
    effects: [{ kind: 'consult', op, consulta: { protocolo: protocolo.valor, chave: chave.valor } }],
  };
}

function refused(state: TrackerState, event: TrackerEvent & { type: 'refused' }): TrackerStep {
  const first = event.campos[0];
  if (first) {
    const erros = Object.fromEntries(event.campos.map((field) => [field, `${field}-invalid${field === 'chave' ? 'a' : 'o'}` as FalhaLeitura]));
    return { state: { ...data(state), kind: 'editing', erros }, effects: [{ kind: 'focus', onde: first }] };
  }
  const motivo = event.status === 404 ? 'nao-encontrado' : event.status === 429 ? 'muitas' : 'outra';
  return {
    state: { ...data(state), kind: 'refused', motivo, espera: event.espera, texto: event.texto },
    effects: [{ kind: 'focus', onde: 'situacao' }],
  };
}

/** Next state of a tracker and what to do about it. Pure. */
export function trackerStep(state: TrackerState, event: TrackerEvent): TrackerStep {
  switch (event.type) {
    case 'prefill':
      return state.kind === 'editing' && !state.protocolo ? stay({ ...state, protocolo: lerProtocolo(event.protocolo).valor ?? event.protocolo }) : stay(state);
    case 'input': {
      if (state.kind === 'shown' || state.kind === 'consulting' || state[event.field] === event.value) return stay(state);
      return stay({ ...state, [event.field]: event.value });
    }
    case 'leave': {
      if (state.kind === 'shown' || state.kind === 'consulting') return stay(state);
      const read = event.field === 'protocolo' ? lerProtocolo(state.protocolo) : lerChave(state.chave);
      if (read.valor === null) return stay(state);
      const { [event.field]: _gone, ...erros } = state.erros;
      return stay({ ...state, [event.field]: event.field === 'chave' ? groups(read.valor) : read.valor, erros });
    }
    case 'submit':
      return state.kind === 'shown' || state.kind === 'consulting' ? stay(state) : submit(state);
    case 'found':
      if (state.kind !== 'consulting' || event.op !== state.op) return stay(state);
      return {
        state: { ...data(state), kind: 'shown', protocolo: event.caso.protocolo, chave: '', caso: event.caso, expirado: false },
        effects: [
          { kind: 'history', para: 'caso' },
          { kind: 'expire', op: event.op, em: event.caso.token.expiraEm },
          { kind: 'focus', onde: 'caso' },
        ],
      };
    case 'refused':
      return state.kind === 'consulting' && event.op === state.op ? refused(state, event) : stay(state);
    case 'fault':
      if (state.kind !== 'consulting' || event.op !== state.op) return stay(state);
      return { state: { ...data(state), kind: 'failed', motivo: event.motivo }, effects: [{ kind: 'focus', onde: 'situacao' }] };
    case 'expired':
      return state.kind === 'shown' && event.op === state.op ? stay({ ...state, expirado: true }) : stay(state);
    case 'updated':
      if (state.kind !== 'shown' || event.caso.protocolo !== state.caso.protocolo) return stay(state);
      return { state: { ...state, caso: event.caso, expirado: false }, effects: [{ kind: 'expire', op: state.op, em: event.caso.token.expiraEm }] };
    case 'again':
      if (state.kind === 'editing') return stay(state);
      return {
        state: { ...data(state), kind: 'editing', erros: {}, op: state.op + 1 },
        effects: [{ kind: 'history', para: 'campos' }, { kind: 'focus', onde: state.kind === 'shown' ? 'chave' : 'protocolo' }],
      };
    case 'reset':
      return {
        state: { ...trackerStart(), op: state.op + 1 },
        effects: [{ kind: 'history', para: 'campos' }, { kind: 'focus', onde: 'protocolo' }],
      };
  }
}
