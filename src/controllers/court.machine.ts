import type { CourtFileIssue } from '../contract/court-file.ts';
import type { Tribunal } from '../contract/tribunal.ts';

/** Where a court file comes from, strongest first. */
export type CourtSource =
  | { kind: 'object'; value: unknown }
  | { kind: 'inline'; text: string }
  | { kind: 'url'; url: string }
  | { kind: 'backend'; url: string }
  | { kind: 'none' };

/** What an element knows of its court. `absent` is not an error: attributes alone can describe a unit. */
export type CourtState =
  | { kind: 'idle' }
  | { kind: 'loading'; source: CourtSource; tentativa: number }
  | { kind: 'absent' }
  | { kind: 'ready'; source: CourtSource; tribunal: Tribunal; issues: readonly CourtFileIssue[] }
  | { kind: 'failed'; source: CourtSource; reason: 'rede' | 'invalido'; tentativa: number; issues: readonly CourtFileIssue[] };

export type CourtEvent =
  | { type: 'source'; source: CourtSource }
  | { type: 'read'; source: CourtSource; tribunal: Tribunal }
  | { type: 'invalid'; source: CourtSource }
  | { type: 'network'; source: CourtSource }
  | { type: 'explained'; source: CourtSource; issues: readonly CourtFileIssue[] }
  | { type: 'retry' };

export type CourtEffect = { kind: 'load'; source: CourtSource } | { kind: 'retry-later'; waitMs: number };

export interface CourtStep {
  state: CourtState;
  effects: readonly CourtEffect[];
}

/** Automatic new tries after the first failure, in milliseconds of wait; after the last, only by hand or when the network returns. */
export const COURT_RETRIES_MS = [2_000, 6_000, 20_000] as const;

/** Whether two sources are the same, so that setting an attribute to what it was does not load twice. */
export function sameSource(a: CourtSource, b: CourtSource): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'object') return a.value === (b as typeof a).value;
  if (a.kind === 'inline') return a.text === (b as typeof a).text;
  if (a.kind === 'none') return true;
  return a.url === (b as typeof a).url;
}

const stay = (state: CourtState): CourtStep => ({ state, effects: [] });

/** Steps the court file's machine. An answer of a source that was replaced meanwhile is dropped. */
export function courtStep(state: CourtState, event: CourtEvent): CourtStep {
  if (event.type === 'source') {
    if (event.source.kind === 'none') return stay({ kind: 'absent' });
    if ('source' in state && sameSource(state.source, event.source)) return stay(state);
    return { state: { kind: 'loading', source: event.source, tentativa: 0 }, effects: [{ kind: 'load', source: event.source }] };
  }
  if (event.type === 'retry') {
    if (state.kind !== 'failed' || state.reason !== 'rede') return stay(state);
    return { state: { kind: 'loading', source: state.source, tentativa: state.tentativa + 1 }, effects: [{ kind: 'load', source: state.source }] };
  }
  if (!('source' in state) || !sameSource(state.source, event.source)) return stay(state);
  switch (event.type) {
    case 'read':
      return state.kind === 'loading' ? stay({ kind: 'ready', source: state.source, tribunal: event.tribunal, issues: [] }) : stay(state);
    case 'invalid':
      return state.kind === 'loading'
        ? stay({ kind: 'failed', source: state.source, reason: 'invalido', tentativa: state.tentativa, issues: [] })
        : stay(state);
    case 'network': {
      if (state.kind !== 'loading') return stay(state);
      const waitMs = COURT_RETRIES_MS[state.tentativa];
      return {
        state: { kind: 'failed', source: state.source, reason: 'rede', tentativa: state.tentativa, issues: [] },
        effects: waitMs === undefined ? [] : [{ kind: 'retry-later', waitMs }],
      };
    }
    case 'explained':
      return state.kind === 'ready' || state.kind === 'failed' ? stay({ ...state, issues: event.issues }) : stay(state);
  }
}
