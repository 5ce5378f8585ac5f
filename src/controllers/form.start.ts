import type { FormEvent, FormState, FormTransition } from './form.machine.ts';
import type { Values } from '../domain/form/fields.ts';

/** The first state of a form. */
export function formStart(values: Values = {}): FormState {
  return { kind: 'editing', step: 0, reached: 0, values, errors: [], envio: null, revisando: false, recuperado: false, op: 0 };
}

/**
 * What can happen to a form before its machine arrives: text comes back from a draft, and is typed. Everything else gives null, and waits for
 * the machine, which answers these two in the same way while the form is being filled.
 */
export function formType(state: FormState, event: FormEvent, last: number): FormTransition | null {
  if (event.type === 'input') {
    const { field, value } = event;
    return state.values[field] === value ? { state, effects: [] } : { state: { ...state, values: { ...state.values, [field]: value } }, effects: [{ kind: 'save' }] };
  }
  if (event.type !== 'restore') return null;
  if (state.kind !== 'editing' || Object.keys(state.values).length > 0) return { state, effects: [] };
  const step = Math.max(0, Math.min(event.step, last));
  return { state: { ...state, values: event.values, step, reached: step, envio: event.envio, recuperado: true }, effects: [] };
}
