import type { AcaoCidadao } from '../contract/caso.ts';
import type { Values } from '../domain/form/fields.ts';
import type { FormError } from './form.machine.ts';

/** Every act, as the contract names them. */
export const ATOS = ['complementar', 'responder', 'identificar', 'desistir', 'recorrer', 'avaliar'] as const satisfies readonly AcaoCidadao[];

/** Acts that are read once more before they are sent. To withdraw is not among them: it has nothing to write, and begins with what it means. */
export const CONFIRMADOS: readonly AcaoCidadao[] = ['recorrer', 'identificar'];

/** Content that was sent, with the key that makes sending it again harmless. */
export interface EnvioAto {
  /** What was written, as JSON text: the same means that nothing changed since. */
  de: string;
  /** What is sent, as JSON text; another than `de` when it is encrypted. */
  corpo: string;
  /** Idempotency key: one for each content. */
  chave: string;
}

type PorAto<T> = Readonly<Partial<Record<AcaoCidadao, T>>>;

/** What is kept in every state: nothing typed goes away before its act is done or the person erases it. */
export interface AtosData {
  textos: PorAto<Values>;
  envios: PorAto<EnvioAto>;
  /** Number of the operation under way; answers of older ones are ignored. */
  op: number;
}

/** Why the key did not open the case again. */
export type FalhaChave = 'obrigatorio' | 'chave-invalida' | 'nao-encontrado' | 'muitas' | 'rede' | 'servidor';

/**
 * What can happen to an act on a case. `failed` got no answer that can be used; with `semRede` it goes on by itself when the network is
 * back. `expired` waits for the key, since the token ran out, and then goes on with the very same content.
 */
export type AtosState = AtosData &
  (
    | { kind: 'idle'; /** Act that was done just now. */ feito: AcaoCidadao | null }
    | { kind: 'composing'; ato: AcaoCidadao; erros: readonly FormError[] }
    | { kind: 'checking'; ato: AcaoCidadao }
    | { kind: 'confirming'; ato: AcaoCidadao; envio: EnvioAto }
    | { kind: 'sending'; ato: AcaoCidadao }
    | { kind: 'failed'; ato: AcaoCidadao; motivo: 'rede' | 'servidor' | 'muitas'; /** Milliseconds to wait. */ espera: number | null; semRede: boolean }
    | { kind: 'refused'; ato: AcaoCidadao; texto: string; erros: readonly FormError[] }
    | { kind: 'expired'; ato: AcaoCidadao; chave: string; falha: FalhaChave | null }
    | { kind: 'renewing'; ato: AcaoCidadao; chave: string }
  );

export type AtosEvent =
  /** `valores` stand in while nothing was typed for the act. */
  | { type: 'open'; ato: AcaoCidadao; valores?: Values }
  /** Puts the act away; what was typed stays. */
  | { type: 'close' }
  | { type: 'input'; field: string; value: string }
  /** Values that come by themselves, when an upload ends: the act may be away. */
  | { type: 'put'; ato: AcaoCidadao; valores: Values }
  /** Sends, or tries again. */
  | { type: 'submit' }
  | { type: 'checked'; op: number; erros: readonly FormError[]; envio: EnvioAto }
  | { type: 'confirm' }
  /** From the confirmation back to the text. */
  | { type: 'back' }
  | { type: 'sent'; op: number }
  | { type: 'refused'; op: number; texto: string; erros: readonly FormError[] }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' | 'muitas'; espera: number | null; semRede: boolean }
  | { type: 'online' }
  /** The token is not taken any more. */
  | { type: 'expired'; op: number }
  | { type: 'key'; value: string }
  | { type: 'renew'; lida: { valor: string } | { falha: 'obrigatorio' | 'chave-invalida' } }
  | { type: 'renewed'; op: number }
  | { type: 'key-refused'; op: number; falha: FalhaChave }
  /** Erases what was typed for an act. */
  | { type: 'discard'; ato: AcaoCidadao }
  /** What an earlier visit left. */
  | { type: 'restore'; textos: PorAto<Values>; envios: PorAto<EnvioAto> };

export type AtosFocus = 'ato' | 'erros' | 'situacao' | 'chave' | 'feito' | 'lista';

export type AtosEffect =
  | { kind: 'check'; op: number; ato: AcaoCidadao }
  | { kind: 'send'; op: number; ato: AcaoCidadao; envio: EnvioAto }
  | { kind: 'renew'; op: number; chave: string }
  /** Texts or keys changed: keep them. */
  | { kind: 'save' }
  | { kind: 'history'; para: 'ato' | 'caso' }
  | { kind: 'done'; ato: AcaoCidadao }
  | { kind: 'focus'; onde: AtosFocus };

export interface AtosStep {
  state: AtosState;
  effects: readonly AtosEffect[];
}

/** The first state: no act under way. */
export const atosStart = (): AtosState => ({ kind: 'idle', feito: null, textos: {}, envios: {}, op: 0 });

const data = ({ textos, envios, op }: AtosState): AtosData => ({ textos, envios, op });
const stay = (state: AtosState): AtosStep => ({ state, effects: [] });
const focus = (onde: AtosFocus): AtosEffect => ({ kind: 'focus', onde });

function without<T>(all: PorAto<T>, ato: AcaoCidadao): PorAto<T> {
  const { [ato]: _gone, ...rest } = all;
  return rest;
}

function check(state: AtosState, ato: AcaoCidadao): AtosStep {
  const op = state.op + 1;
  return { state: { ...data(state), kind: 'checking', ato, op }, effects: [{ kind: 'check', op, ato }] };
}

function send(state: AtosState, ato: AcaoCidadao, envio: EnvioAto): AtosStep {
  const op = state.op + 1;
  return {
    state: { ...data(state), kind: 'sending', ato, envios: { ...state.envios, [ato]: envio }, op },
    // The key is kept before the first byte leaves: a reload in the middle sends again with the same one.
    effects: [{ kind: 'save' }, { kind: 'send', op, ato, envio }],
  };
}

/** Puts the act away; what was typed stays. */
const close = (state: AtosState): AtosStep => ({
  state: { ...data(state), kind: 'idle', feito: null, op: state.op + 1 },
  effects: [{ kind: 'history', para: 'caso' }, focus('lista')],
});

function open(state: AtosState, ato: AcaoCidadao, valores: Values | undefined): AtosStep {
  const textos = valores && !state.textos[ato] ? { ...state.textos, [ato]: valores } : state.textos;
  return {
    state: { ...data(state), textos, kind: 'composing', ato, erros: [], op: state.op + 1 },
    effects: [...(state.kind === 'idle' ? [{ kind: 'history', para: 'ato' } as const] : []), focus('ato')],
  };
}

function input(state: AtosState, field: string, value: string): AtosStep {
  if (state.kind !== 'composing' && state.kind !== 'checking' && state.kind !== 'refused' && state.kind !== 'failed') return stay(state);
  if (state.kind === 'failed' && CONFIRMADOS.includes(state.ato)) return stay(state);
  const { ato } = state;
  if ((state.textos[ato]?.[field] ?? '') === value) return stay(state);
  const textos = { ...state.textos, [ato]: { ...state.textos[ato], [field]: value } };
  const effects: AtosEffect[] = [{ kind: 'save' }];
  // A check under way knew the old text: the person asks again.
  if (state.kind === 'checking') return { state: { ...data(state), textos, kind: 'composing', ato, erros: [], op: state.op + 1 }, effects };
  // It does not go by itself any more: what is written is another thing.
  if (state.kind === 'failed') return { state: { ...state, textos, semRede: false }, effects };
  return { state: { ...state, textos }, effects };
}

function put(state: AtosState, ato: AcaoCidadao, valores: Values): AtosStep {
  const before = state.textos[ato] ?? {};
  if (Object.entries(valores).every(([field, value]) => (before[field] ?? '') === value)) return stay(state);
  const textos = { ...state.textos, [ato]: { ...before, ...valores } };
  const effects: AtosEffect[] = [{ kind: 'save' }];
  // What was checked or read once more is not what would be sent now.
  const stale = 'ato' in state && state.ato === ato && (state.kind === 'checking' || state.kind === 'confirming');
  if (stale) return { state: { ...data(state), textos, kind: 'composing', ato, erros: [], op: state.op + 1 }, effects };
  return { state: { ...state, textos }, effects };
}

function checked(state: AtosState & { kind: 'checking' }, { erros, envio }: AtosEvent & { type: 'checked' }): AtosStep {
  const { ato } = state;
  if (erros.length > 0) return { state: { ...data(state), kind: 'composing', ato, erros }, effects: [focus('erros')] };
  const before = state.envios[ato];
  // The same content is the same act, confirmed before: it goes again with its key.
  if (before?.de === envio.de) return send(state, ato, before);
  if (CONFIRMADOS.includes(ato)) return { state: { ...data(state), kind: 'confirming', ato, envio }, effects: [focus('ato')] };
  return send(state, ato, envio);
}

/** Next state of the acts on a case and what to do about it. Pure. */
export function atosStep(state: AtosState, event: AtosEvent): AtosStep {
  if ('op' in event && (event.op !== state.op || (state.kind !== 'checking' && state.kind !== 'sending' && state.kind !== 'renewing'))) return stay(state);
  switch (event.type) {
    case 'open':
      return state.kind === 'sending' || state.kind === 'renewing' || ('ato' in state && state.ato === event.ato) ? stay(state) : open(state, event.ato, event.valores);
    case 'close':
      // Put away already: the browser's Back that went with it may have taken the focus along.
      if (state.kind === 'idle') return { state, effects: [focus(state.feito ? 'feito' : 'lista')] };
      // What is on its way cannot be called back.
      return state.kind === 'sending' ? stay(state) : close(state);
    case 'input':
      return input(state, event.field, event.value);
    case 'put':
      return put(state, event.ato, event.valores);
    case 'submit':
      return state.kind === 'composing' || state.kind === 'refused' || state.kind === 'failed' ? check(state, state.ato) : stay(state);
    case 'checked':
      return state.kind === 'checking' ? checked(state, event) : stay(state);
    case 'confirm':
      return state.kind === 'confirming' ? send(state, state.ato, state.envio) : stay(state);
    case 'back':
      if (state.kind !== 'confirming' && !(state.kind === 'failed' && CONFIRMADOS.includes(state.ato))) return stay(state);
      return { state: { ...data(state), kind: 'composing', ato: state.ato, erros: [] }, effects: [focus('ato')] };
    case 'sent':
      if (state.kind !== 'sending') return stay(state);
      return {
        state: { op: state.op, textos: without(state.textos, state.ato), envios: without(state.envios, state.ato), kind: 'idle', feito: state.ato },
        effects: [{ kind: 'save' }, { kind: 'history', para: 'caso' }, { kind: 'done', ato: state.ato }, focus('feito')],
      };
    case 'refused':
      if (state.kind !== 'sending') return stay(state);
      return {
        state: { ...data(state), kind: 'refused', ato: state.ato, texto: event.texto, erros: event.erros },
        effects: [focus(event.erros.length > 0 ? 'erros' : 'situacao')],
      };
    case 'fault': {
      if (state.kind !== 'sending' && state.kind !== 'checking') return stay(state);
      const { motivo, espera, semRede } = event;
      return { state: { ...data(state), kind: 'failed', ato: state.ato, motivo, espera, semRede: semRede && motivo === 'rede' }, effects: [focus('situacao')] };
    }
    case 'online':
      return state.kind === 'failed' && state.semRede ? check(state, state.ato) : stay(state);
    case 'expired':
      if (state.kind !== 'sending') return stay(state);
      return { state: { ...data(state), kind: 'expired', ato: state.ato, chave: '', falha: null }, effects: [focus('chave')] };
    case 'key':
      return state.kind === 'expired' ? stay({ ...state, chave: event.value }) : stay(state);
    case 'renew': {
      if (state.kind !== 'expired') return stay(state);
      if ('falha' in event.lida) return { state: { ...state, falha: event.lida.falha }, effects: [focus('chave')] };
      const op = state.op + 1;
      return { state: { ...data(state), kind: 'renewing', ato: state.ato, chave: state.chave, op }, effects: [{ kind: 'renew', op, chave: event.lida.valor }] };
    }
    case 'renewed': {
      if (state.kind !== 'renewing') return stay(state);
      const envio = state.envios[state.ato];
      return envio ? send(state, state.ato, envio) : check(state, state.ato);
    }
    case 'key-refused':
      if (state.kind !== 'renewing') return stay(state);
      return { state: { ...data(state), kind: 'expired', ato: state.ato, chave: state.chave, falha: event.falha }, effects: [focus('chave')] };
    case 'discard': {
      if (state.kind !== 'idle' && state.kind !== 'composing' && state.kind !== 'refused') return stay(state);
      const rest = { op: state.op + 1, textos: without(state.textos, event.ato), envios: without(state.envios, event.ato) };
      const save: AtosEffect = { kind: 'save' };
      if (state.kind === 'idle' || state.ato !== event.ato) return { state: { ...state, ...rest }, effects: [save] };
      return { state: { ...rest, kind: 'idle', feito: null }, effects: [save, { kind: 'history', para: 'caso' }, focus('lista')] };
    }
    case 'restore':
      // What is typed now comes before what was left.
      return stay({ ...state, textos: { ...event.textos, ...state.textos }, envios: { ...event.envios, ...state.envios } });
  }
}
