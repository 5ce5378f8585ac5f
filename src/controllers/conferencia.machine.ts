import type { ResultadoConferencia } from '../adapters/ports.ts';

/** The check of a recording: is it what the court signed? */

export type ConferenciaState =
  | { kind: 'parada'; op: number }
  | { kind: 'conferindo'; op: number; copia: boolean; feitos: number; total: number }
  | { kind: 'feita'; op: number; copia: boolean; resultado: ResultadoConferencia };

export type ConferenciaEvent =
  /** `copia`: of a file that the person has. */
  | { type: 'start'; copia: boolean }
  | { type: 'progress'; op: number; feitos: number; total: number }
  | { type: 'done'; op: number; resultado: ResultadoConferencia }
  /** The person gave up, or something else is being played. */
  | { type: 'stop' };

export interface ConferenciaStep {
  state: ConferenciaState;
  effect: 'check' | 'abort' | null;
}

export const conferenciaStart = (): ConferenciaState => ({ kind: 'parada', op: 0 });

/** Next state of the check and what to do about it. Pure. */
export function conferenciaStep(state: ConferenciaState, event: ConferenciaEvent): ConferenciaStep {
  switch (event.type) {
    case 'start':
      return state.kind === 'conferindo' ? { state, effect: null } : { state: { kind: 'conferindo', op: state.op + 1, copia: event.copia, feitos: 0, total: 0 }, effect: 'check' };
    case 'progress':
      return { state: state.kind === 'conferindo' && event.op === state.op ? { ...state, feitos: event.feitos, total: event.total } : state, effect: null };
    case 'done':
      return { state: state.kind === 'conferindo' && event.op === state.op ? { kind: 'feita', op: state.op, copia: state.copia, resultado: event.resultado } : state, effect: null };
    case 'stop':
      return state.kind === 'parada' ? { state, effect: null } : { state: { kind: 'parada', op: state.op + 1 }, effect: state.kind === 'conferindo' ? 'abort' : null };
  }
}
