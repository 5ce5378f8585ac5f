import type { Comprovante } from '../contract/caso.ts';
import type { FieldError } from '../contract/problem.ts';
import type { Values } from '../domain/form/fields.ts';
import { formStart, formType } from './form.start.ts';

export { formStart } from './form.start.ts';

/** An error with its place in the form. */
export interface FormError extends FieldError {
  step: number;
  /** Field that shows it, or null when it belongs to none. */
  field: string | null;
}

/** Content that was sent, with the key that makes sending it again harmless. */
export interface Envio {
  /** Body as JSON text. */
  corpo: string;
  /** Idempotency key: one for each content. */
  chave: string;
}

/** What a form keeps in every state. */
export interface FormData {
  /** Step on the screen, from 0. */
  step: number;
  /** Farthest step that was opened. */
  reached: number;
  values: Values;
  /** Errors of the last check; they stay until the next one, so that nothing moves under the pointer. */
  errors: readonly FormError[];
  envio: Envio | null;
  /** The step was opened from the review, and goes back to it. */
  revisando: boolean;
  /** The text came from a draft that the person has not yet been told about. */
  recuperado: boolean;
  /** Number of the operation under way; answers of older ones are ignored. */
  op: number;
}

/** Why nothing came of a sending. `incerto`: it may have been registered, and sending it again may register it twice. */
export type Motivo = 'rede' | 'servidor' | 'incerto';

/**
 * What can happen to a form. `retry-wait` with `espera` null waits for the network to come back; `failed` gave up trying by itself and
 * keeps everything for another try by hand.
 */
export type FormState = FormData &
  (
    | { kind: 'editing' }
    | { kind: 'checking'; alvo: 'etapa' | 'envio' }
    | { kind: 'sending'; tentativa: number; /** Something was typed since: what is being sent is no longer what is written. */ sujo: boolean }
    | { kind: 'retry-wait'; tentativa: number; /** Milliseconds. */ espera: number | null }
    | { kind: 'refused'; titulo: string; status: number }
    | { kind: 'failed'; motivo: Motivo }
    | { kind: 'sent'; recibo: Comprovante }
  );

export type FormEvent =
  | { type: 'input'; field: string; value: string }
  | { type: 'restore'; values: Values; step: number; envio: Envio | null }
  | { type: 'discard' }
  /** The person is leaving in a hurry: nothing of what was written, sent or received may stay, whatever is under way. */
  | { type: 'wipe' }
  | { type: 'next' }
  | { type: 'goto'; step: number; revisando?: boolean }
  | { type: 'submit' }
  | { type: 'checked'; op: number; errors: readonly FormError[]; corpo: string; novaChave: string }
  | { type: 'vetoed'; op: number }
  | { type: 'sent'; op: number; recibo: Comprovante }
  | { type: 'refused'; op: number; titulo: string; status: number; errors: readonly FormError[] }
  | {
      type: 'fault';
      op: number;
      motivo: Motivo;
      /** Wait that the server asked for, in milliseconds; infinite when only the person may try again. */
      retryAfterMs: number | null;
      /** The browser says that there is no network at all. */
      offline: boolean;
      /** Random number in [0, 1), so that a thousand browsers do not come back at the same instant. */
      acaso: number;
    }
  | { type: 'retry' }
  | { type: 'online' }
  | { type: 'cancel' }
  | { type: 'reset' };

export type FormEffect =
  | { kind: 'check'; op: number }
  /** `novo` when the person asked for it, false when it is a try again. */
  | { kind: 'send'; op: number; envio: Envio; tentativa: number; novo: boolean }
  | { kind: 'wait'; op: number; ms: number }
  /** Values, step or key changed: keep the draft. */
  | { kind: 'save' }
  | { kind: 'erase' }
  | { kind: 'step'; de: number; para: number }
  | { kind: 'focus'; onde: 'titulo' | 'erros' | 'recibo' | 'situacao' };

export interface FormTransition {
  state: FormState;
  effects: readonly FormEffect[];
}

/** Waits before each new try, in milliseconds, before chance: doubling from one second. */
export const RETRY_WAITS_MS: readonly number[] = [1000, 2000, 4000, 8000, 16_000];

/** A server that asks for more than this is not waited for; the person decides, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;

const data = ({ step, reached, values, errors, envio, revisando, recuperado, op }: FormState): FormData => ({
  step,
  reached,
  values,
  errors,
  envio,
  revisando,
  recuperado,
  op,
});

const stay = (state: FormState): FormTransition => ({ state, effects: [] });

/** Wait before the next try: the server's own, else the back-off with up to half of chance. Null when it is not worth it. */
function waitMs(tentativa: number, retryAfterMs: number | null, acaso: number): number | null {
  const step = RETRY_WAITS_MS[tentativa - 1];
  if (step === undefined || (retryAfterMs ?? 0) > LONGEST_WAIT_MS) return null;
  return Math.max(retryAfterMs ?? 0, Math.round(step * (0.75 + acaso / 2)));
}

function move(state: FormState, para: number, revisando: boolean, errors: readonly FormError[]): FormTransition {
  const next: FormState = { ...data(state), kind: 'editing', step: para, reached: Math.max(state.reached, para), errors, revisando, recuperado: false, op: state.op + 1 };
  const same = para === state.step;
  return { state: next, effects: [{ kind: 'save' }, ...(same ? [] : [{ kind: 'step', de: state.step, para } as const]), { kind: 'focus', onde: 'titulo' }] };
}

function send(state: FormState, envio: Envio, tentativa: number, novo: boolean): FormTransition {
  const op = state.op + 1;
  return {
    state: { ...data(state), kind: 'sending', errors: [], envio, tentativa, sujo: false, op },
    // The key is on disk before the first byte leaves: a reload in the middle sends again with the same one.
    effects: [...(novo ? [{ kind: 'save' } as const] : []), { kind: 'send', op, envio, tentativa, novo }],
  };
}

/** Shows errors on the step of the first of them. */
function showErrors(state: FormState, errors: readonly FormError[]): { data: FormData; effects: readonly FormEffect[] } {
  const para = Math.min(...errors.map((error) => error.step));
  const effects: FormEffect[] = para === state.step ? [] : [{ kind: 'step', de: state.step, para }];
  return {
    data: { ...data(state), step: para, errors, revisando: state.revisando || para < state.step },
    effects: [...effects, { kind: 'focus', onde: 'erros' }],
  };
}

function checked(state: FormState & { kind: 'checking' }, event: FormEvent & { type: 'checked' }, last: number): FormTransition {
  const errors = state.alvo === 'envio' ? event.errors : event.errors.filter((error) => error.step === state.step);
  if (errors.length > 0) {
    const shown = showErrors(state, errors);
    return { state: { ...shown.data, kind: 'editing' }, effects: shown.effects };
  }
  if (state.alvo === 'etapa') return move(state, state.revisando ? last : Math.min(state.step + 1, last), false, state.errors.filter((error) => error.step !== state.step));
  const same = state.envio?.corpo === event.corpo ? state.envio : null;
  return send(state, same ?? { corpo: event.corpo, chave: event.novaChave }, 1, true);
}

/** The machine of a form, as it is handed over. */
export type FormStep = typeof formStep;

/**
 * Next state of a form and what to do about it. Pure.
 * @param last number of the last step, the one that sends
 */
export function formStep(state: FormState, event: FormEvent, last: number): FormTransition {
  if ('op' in event && (event.op !== state.op || (state.kind !== 'checking' && state.kind !== 'sending'))) return stay(state);
  const open = state.kind === 'editing' || state.kind === 'refused' || state.kind === 'failed';
  switch (event.type) {
    case 'input': {
      if (state.kind === 'sent') return stay(state);
      const typed = formType(state, event, last)!;
      if (typed.state === state || open) return typed;
      if (state.kind === 'sending') return { ...typed, state: { ...typed.state, sujo: true } as FormState };
      // A check or a wait under way knew the old text: the person asks again.
      return { ...typed, state: { ...data(typed.state), kind: 'editing', op: state.op + 1 } };
    }
    case 'restore':
      return formType(state, event, last)!;
    case 'discard':
      return open
        ? { state: { ...formStart(), op: state.op + 1 }, effects: [{ kind: 'erase' }, ...(state.step > 0 ? [{ kind: 'step', de: state.step, para: 0 } as const] : []), { kind: 'focus', onde: 'titulo' }] }
        : stay(state);
    case 'wipe':
      return { state: { ...formStart(), op: state.op + 1 }, effects: [{ kind: 'erase' }] };
    case 'next': {
      if (!open || state.step >= last) return stay(state);
      const op = state.op + 1;
      return { state: { ...data(state), kind: 'checking', alvo: 'etapa', op }, effects: [{ kind: 'check', op }] };
    }
    case 'goto':
      if (state.kind === 'sending' || state.kind === 'sent') return stay(state);
      if (event.step < 0 || event.step > state.reached || event.step === state.step) return stay(state);
      return move(state, event.step, event.revisando ?? false, event.revisando ? state.errors : []);
    case 'submit': {
      if (!open || state.step !== last) return stay(state);
      const op = state.op + 1;
      return { state: { ...data(state), kind: 'checking', alvo: 'envio', op }, effects: [{ kind: 'check', op }] };
    }
    case 'checked':
      return state.kind === 'checking' ? checked(state, event, last) : stay(state);
    case 'vetoed':
      return state.kind === 'sending' ? stay({ ...data(state), kind: 'editing' }) : stay(state);
    case 'sent':
      if (state.kind !== 'sending') return stay(state);
      return {
        state: { ...formStart(), op: state.op, step: state.step, reached: state.reached, kind: 'sent', recibo: event.recibo },
        effects: [{ kind: 'erase' }, { kind: 'focus', onde: 'recibo' }],
      };
    case 'refused': {
      if (state.kind !== 'sending') return stay(state);
      const refusal = { kind: 'refused', titulo: event.titulo, status: event.status } as const;
      if (event.errors.length === 0) return { state: { ...data(state), ...refusal }, effects: [{ kind: 'focus', onde: 'situacao' }] };
      const shown = showErrors(state, event.errors);
      return { state: { ...shown.data, ...refusal }, effects: shown.effects };
    }
    case 'fault': {
      if (state.kind !== 'sending') return stay(state);
      if (state.sujo) return stay({ ...data(state), kind: 'failed', motivo: event.motivo });
      const { tentativa } = state;
      if (event.motivo === 'rede' && event.offline) return stay({ ...data(state), kind: 'retry-wait', tentativa, espera: null });
      const wait = waitMs(tentativa, event.retryAfterMs, event.acaso);
      if (wait === null) return { state: { ...data(state), kind: 'failed', motivo: event.motivo }, effects: [{ kind: 'focus', onde: 'situacao' }] };
      return { state: { ...data(state), kind: 'retry-wait', tentativa, espera: wait }, effects: [{ kind: 'wait', op: state.op, ms: wait }] };
    }
    case 'retry':
    case 'online':
      return state.kind === 'retry-wait' && state.envio ? send(state, state.envio, state.espera === null ? state.tentativa : state.tentativa + 1, false) : stay(state);
    case 'cancel':
      return state.kind === 'retry-wait' ? { state: { ...data(state), kind: 'editing', op: state.op + 1 }, effects: [{ kind: 'focus', onde: 'titulo' }] } : stay(state);
    case 'reset':
      return state.kind === 'sent' ? { state: { ...formStart(), op: state.op + 1 }, effects: [{ kind: 'step', de: state.step, para: 0 }, { kind: 'focus', onde: 'titulo' }] } : stay(state);
  }
}
