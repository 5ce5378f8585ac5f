import type { AgendaDaUnidade, MudancaAgendamento } from '../contract/agenda.ts';

/** What the person does to the hour of an appointment: gives it back, after a confirmation, or takes another free slot. */

/** An act on its way: the same key until it has an answer, so that it is done once. */
export interface EnvioMudanca {
  corpo: MudancaAgendamento;
  chave: string;
}

export interface MudancaData {
  /** Number of the call under way; answers of older ones are dropped. */
  op: number;
}

export type MudancaState = MudancaData &
  (
    | { kind: 'idle'; feito: MudancaAgendamento['acao'] | null }
    | { kind: 'confirming' }
    /** `tomada`: what the backend said of a slot that is gone, while the agenda is asked for again. */
    | { kind: 'loading'; tomada?: string }
    | {
        kind: 'choosing';
        agenda: AgendaDaUnidade;
        escolhida: string | null;
        /** `escolha`: nothing was chosen; or the backend's words about a slot that is gone. */
        erro: 'escolha' | { tomada: string } | null;
      }
    | { kind: 'sending'; envio: EnvioMudanca }
    /** `envio` null: the agenda did not come. `outra`: the backend's no, in its words. */
    | { kind: 'failed'; envio: EnvioMudanca | null; motivo: 'rede' | 'servidor' | 'outra'; texto: string }
    /** The access has run out. */
    | { kind: 'expired' }
  );

export type MudancaEvent =
  | { type: 'cancel' }
  | { type: 'rebook' }
  | { type: 'agenda'; op: number; agenda: AgendaDaUnidade }
  | { type: 'choose'; inicio: string }
  /** `chave` is a fresh key for a new act. */
  | { type: 'confirm'; chave: string }
  | { type: 'retry' }
  | { type: 'sent'; op: number }
  | { type: 'gone'; op: number; texto: string }
  | { type: 'refused'; op: number; texto: string }
  | { type: 'expired'; op: number }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'back' }
  /** Another case is on the screen, or the same one again. */
  | { type: 'reset' };

export type MudancaEffect = { kind: 'load'; op: number } | { kind: 'send'; op: number; envio: EnvioMudanca } | { kind: 'focus'; onde: 'mudanca' | 'vagas' | 'caso' };

export interface MudancaStep {
  state: MudancaState;
  effects: readonly MudancaEffect[];
}

export const mudancaStart = (): MudancaState => ({ kind: 'idle', feito: null, op: 0 });

const stay = (state: MudancaState): MudancaStep => ({ state, effects: [] });
const to = (state: MudancaState, ...effects: MudancaEffect[]): MudancaStep => ({ state, effects });
const PAINEL: MudancaEffect = { kind: 'focus', onde: 'mudanca' };

function load({ op }: MudancaState, tomada?: string): MudancaStep {
  return to({ kind: 'loading', op: op + 1, ...(tomada === undefined ? {} : { tomada }) }, { kind: 'load', op: op + 1 }, PAINEL);
}

function send({ op }: MudancaState, envio: EnvioMudanca): MudancaStep {
  return to({ kind: 'sending', envio, op: op + 1 }, { kind: 'send', op: op + 1, envio });
}

function confirm(state: MudancaState, chave: string): MudancaStep {
  if (state.kind === 'confirming') return send(state, { corpo: { acao: 'cancelar' }, chave });
  if (state.kind !== 'choosing') return stay(state);
  const { escolhida } = state;
  return escolhida === null ? to({ ...state, erro: 'escolha' }, { kind: 'focus', onde: 'vagas' }) : send(state, { corpo: { acao: 'remarcar', inicio: escolhida }, chave });
}

/** Next state and what to do about it. Pure. */
export function mudancaStep(state: MudancaState, event: MudancaEvent): MudancaStep {
  const { op } = state;
  // An answer that nobody waits for any more.
  if ('op' in event && event.op !== op) return stay(state);
  switch (event.type) {
    case 'cancel':
      return state.kind === 'idle' ? to({ kind: 'confirming', op }, PAINEL) : stay(state);
    case 'rebook':
      return state.kind === 'idle' ? load(state) : stay(state);
    case 'agenda': {
      if (state.kind !== 'loading') return stay(state);
      const { tomada } = state;
      return to({ kind: 'choosing', agenda: event.agenda, escolhida: null, erro: tomada === undefined ? null : { tomada }, op }, PAINEL);
    }
    case 'choose':
      return state.kind === 'choosing' ? stay({ ...state, escolhida: event.inicio, erro: null }) : stay(state);
    case 'confirm':
      return confirm(state, event.chave);
    case 'retry':
      if (state.kind !== 'failed') return stay(state);
      return state.envio ? send(state, state.envio) : load(state);
    case 'sent':
      return state.kind === 'sending' ? to({ kind: 'idle', feito: state.envio.corpo.acao, op }, { kind: 'focus', onde: 'caso' }) : stay(state);
    case 'gone':
      return state.kind === 'sending' ? load(state, event.texto) : stay(state);
    case 'refused':
      return state.kind === 'sending' || state.kind === 'loading' ? to({ kind: 'failed', envio: null, motivo: 'outra', texto: event.texto, op }, PAINEL) : stay(state);
    case 'expired':
      return state.kind === 'sending' ? to({ kind: 'expired', op }, PAINEL) : stay(state);
    case 'fault':
      if (state.kind !== 'sending' && state.kind !== 'loading') return stay(state);
      return to({ kind: 'failed', envio: state.kind === 'sending' ? state.envio : null, motivo: event.motivo, texto: '', op }, PAINEL);
    case 'back':
      // What is on its way cannot be taken back.
      return state.kind === 'idle' || state.kind === 'sending' ? stay(state) : to({ kind: 'idle', feito: null, op: op + 1 }, { kind: 'focus', onde: 'caso' });
    case 'reset':
      return stay({ kind: 'idle', feito: null, op: op + 1 });
  }
}
