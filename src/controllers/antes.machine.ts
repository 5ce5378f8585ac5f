import type { FieldError } from '../contract/problem.ts';
import type { Desfecho, Fim, OpcaoGuia } from '../domain/balcao/guia.ts';

type Fila = Extract<Fim, { kind: 'fila' }>;

/**
 * Where a person is before the queue: choosing what they need; told that it is dealt with elsewhere; or answering what the queue asks. `aviso` are the
 * court's words about the matter, read before the rest.
 */
export type AntesState =
  | { kind: 'menu' }
  | { kind: 'fora'; opcao: OpcaoGuia; aviso: string | null; fim: Exclude<Fim, Fila> }
  | { kind: 'dados'; opcao: OpcaoGuia; aviso: string | null; fim: Fila; erros: readonly FieldError[] };

export type AntesEvent =
  | { type: 'escolher'; opcao: OpcaoGuia; desfecho: Desfecho }
  /** What was chosen before the page was loaded again: nothing takes the focus. */
  | { type: 'retomar'; opcao: OpcaoGuia; desfecho: Desfecho }
  | { type: 'trocar' }
  /** The answers were checked, here or by the backend. */
  | { type: 'conferido'; erros: readonly FieldError[]; onde: 'aqui' | 'servidor' };

export type AntesEffect = { kind: 'foco'; onde: 'titulo' | 'erros' } | { kind: 'entrar' };

export interface AntesTransition {
  state: AntesState;
  effects: readonly AntesEffect[];
}

export const antesStart: AntesState = { kind: 'menu' };

const TITULO: readonly AntesEffect[] = [{ kind: 'foco', onde: 'titulo' }];

function chosen(opcao: OpcaoGuia, desfecho: Desfecho): AntesState {
  const aviso = desfecho.kind === 'aviso' ? desfecho.texto : null;
  const fim = desfecho.kind === 'aviso' ? desfecho.depois : desfecho;
  return fim.kind === 'fila' ? { kind: 'dados', opcao, aviso, fim, erros: [] } : { kind: 'fora', opcao, aviso, fim };
}

/** One step. What cannot happen in a state changes nothing. */
export function antesStep(state: AntesState, event: AntesEvent): AntesTransition {
  switch (event.type) {
    case 'escolher':
      return state.kind === 'menu' ? { state: chosen(event.opcao, event.desfecho), effects: TITULO } : { state, effects: [] };
    case 'retomar':
      return { state: state.kind === 'menu' ? chosen(event.opcao, event.desfecho) : state, effects: [] };
    case 'trocar':
      return state.kind === 'menu' ? { state, effects: [] } : { state: antesStart, effects: TITULO };
    case 'conferido':
      if (state.kind !== 'dados') return { state, effects: [] };
      if (event.erros.length > 0) return { state: { ...state, erros: event.erros }, effects: [{ kind: 'foco', onde: 'erros' }] };
      return { state: { ...state, erros: [] }, effects: event.onde === 'aqui' ? [{ kind: 'entrar' }] : [] };
  }
}
