import { VISTA_INICIAL, type Vista } from '../domain/directory/address.ts';
import type { Filtro } from '../domain/directory/search.ts';
import type { Indice } from '../domain/directory/unpack.ts';

/** Where the units come from, strongest first. */
export type DirectorySource =
  | { kind: 'file'; url: string }
  | { kind: 'backend'; url: string }
  /** The units of the court file itself. */
  | { kind: 'court' }
  | { kind: 'none' };

/** What every state has. */
export interface DirectoryData {
  readonly source: DirectorySource;
  /** What the person asked to see; it is there before the units are, when the address of the page has it. */
  readonly vista: Vista;
  /** Number of the loading that counts; answers of others are dropped. */
  readonly op: number;
}

export type DirectoryState =
  /** There is nowhere to take units from. */
  | (DirectoryData & { kind: 'absent' })
  | (DirectoryData & { kind: 'loading' })
  | (DirectoryData & { kind: 'shown'; indice: Indice })
  /** The court lists no unit. */
  | (DirectoryData & { kind: 'empty' })
  | (DirectoryData & { kind: 'offline' })
  | (DirectoryData & { kind: 'failed' });

export type DirectoryEvent =
  | { type: 'source'; source: DirectorySource }
  | { type: 'loaded'; op: number; indice: Indice }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'online' }
  | { type: 'retry' }
  /** `typing`: one of many small steps, that together are one in the history of the page. */
  | { type: 'filter'; filtro: Partial<Filtro>; typing?: boolean }
  /** The address of the page changed, or was there from the start. */
  | { type: 'address'; vista: Vista };

export type DirectoryEffect = { kind: 'load'; op: number; source: DirectorySource } | { kind: 'write'; vista: Vista; push: boolean };

export interface DirectoryStep {
  state: DirectoryState;
  effects: readonly DirectoryEffect[];
}

export const directoryStart = (): DirectoryState => ({ kind: 'absent', source: { kind: 'none' }, vista: VISTA_INICIAL, op: 0 });

const stay = (state: DirectoryState): DirectoryStep => ({ state, effects: [] });

const same = (a: DirectorySource, b: DirectorySource): boolean => a.kind === b.kind && ('url' in a ? a.url === (b as typeof a).url : true);

function load({ vista, op }: DirectoryState, source: DirectorySource): DirectoryStep {
  const data = { source, vista, op: op + 1 };
  if (source.kind === 'none') return stay({ ...data, kind: 'absent' });
  return { state: { ...data, kind: 'loading' }, effects: [{ kind: 'load', op: data.op, source }] };
}

const sameFilter = (a: Filtro, b: Filtro): boolean => a.busca === b.busca && a.tipo === b.tipo && a.comarca === b.comarca && a.abertas === b.abertas;

/** Next state of the directory and what to do about it. Pure. */
export function directoryStep(state: DirectoryState, event: DirectoryEvent): DirectoryStep {
  const { source, vista, op } = state;
  switch (event.type) {
    case 'source':
      return same(source, event.source) && (op > 0 || event.source.kind === 'none') ? stay(state) : load(state, event.source);
    case 'loaded':
      if (state.kind !== 'loading' || event.op !== op) return stay(state);
      return stay(event.indice.total > 0 ? { source, vista, op, kind: 'shown', indice: event.indice } : { source, vista, op, kind: 'empty' });
    case 'fault':
      if (state.kind !== 'loading' || event.op !== op) return stay(state);
      return stay({ source, vista, op, kind: event.motivo === 'rede' ? 'offline' : 'failed' });
    case 'online':
      return state.kind === 'offline' ? load(state, source) : stay(state);
    case 'retry':
      return state.kind === 'offline' || state.kind === 'failed' ? load(state, source) : stay(state);
    case 'filter': {
      const filtro = { ...vista.filtro, ...event.filtro };
      if (sameFilter(filtro, vista.filtro) && !vista.unidade) return stay(state);
      const next: Vista = { filtro, unidade: '' };
      // The first letter is a step of its own, so that "back" leads to the whole list.
      const push = !event.typing || vista.unidade !== '' || vista.filtro.busca === '';
      return { state: { ...state, vista: next }, effects: [{ kind: 'write', vista: next, push }] };
    }
    case 'address': {
      const { vista: next } = event;
      return stay(next.unidade === vista.unidade && sameFilter(next.filtro, vista.filtro) ? state : { ...state, vista: next });
    }
  }
}
