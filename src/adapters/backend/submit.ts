import type { Comprovante, TipoCaso } from '../../contract/caso.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from '../../contract/manifestacao.ts';
import type { PedidoInput } from '../../contract/pedido.ts';
import { after } from '../after.ts';
import { BackendError, type Clock, type CreateOptions, type FalhaKind } from '../ports.ts';
import { BACKEND_TIMEOUT_MS } from './client.ts';

/** What sending to another system takes from the outside. */
export interface PortasEnvio {
  fetch: typeof fetch;
  clock: Clock;
  timeoutMs?: number;
}

/** Sends one body. Rejects with `BackendError` alone. */
export type Enviar = (tipo: TipoCaso, body: ManifestacaoInput | ManifestacaoCifradaEnvio | PedidoInput, options: CreateOptions) => Promise<Comprovante>;

const MAX_PROTOCOLO = 100;
const MAX_MENSAGEM = 500;

const line = (value: unknown, max: number): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, max) : '');

/** An instant with the offset of the device, since the other system tells none. */
function instante(ms: number): string {
  const offset = -new Date(ms).getTimezoneOffset();
  const pad = (n: number): string => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  return `${new Date(ms + offset * 60_000).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`;
}

/** The receipt out of what another system tells. */
export function comprovante(tipo: TipoCaso, { clock }: PortasEnvio, answer: { protocolo?: unknown; mensagem?: unknown }): Comprovante {
  const protocolo = line(answer.protocolo, MAX_PROTOCOLO);
  const mensagem = line(answer.mensagem, MAX_MENSAGEM);
  return { tipo, registradoEm: instante(clock.now()), ...(protocolo ? { protocolo } : {}), ...(mensagem ? { mensagem } : {}) };
}

/** A refusal that the person can do something about. */
export function recusa(mensagem: unknown, errors: readonly { pointer: string; detail?: string; code?: string }[], status = 422): BackendError {
  return new BackendError('recusa', `refused: ${status}`, {
    type: 'about:blank',
    title: line(mensagem, MAX_MENSAGEM),
    status,
    // A code of the other system has no words here: its own are shown.
    errors: errors.map(({ pointer, detail }) => ({ pointer: String(pointer ?? ''), code: 'do-servidor', detail: line(detail, MAX_MENSAGEM) || 'Confira este campo.' })),
  });
}

/**
 * Runs a sending with a limit of time. Without network nothing is even begun, so that the form can wait for the network and send by itself.
 * @param falha what a failure without answer means
 */
export async function envia<T>({ clock, timeoutMs = BACKEND_TIMEOUT_MS }: PortasEnvio, { signal }: CreateOptions, falha: FalhaKind, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (signal?.aborted) throw new BackendError('cancelado', 'submit');
  if (globalThis.navigator?.onLine === false) throw new BackendError('rede', 'submit: offline');
  const abort = new AbortController();
  const onAbort = (): void => abort.abort();
  signal?.addEventListener('abort', onAbort);
  const stop = after(clock, timeoutMs, onAbort);
  try {
    return await Promise.race([send(abort.signal), new Promise<never>((_resolve, reject) => abort.signal.addEventListener('abort', () => reject(new Error('abort'))))]);
  } catch (error) {
    if (error instanceof BackendError) throw error;
    throw new BackendError(signal?.aborted ? 'cancelado' : falha, `submit: ${(error as Error)?.message ?? 'failed'}`, null, falha === 'incerto' ? Infinity : null);
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
  }
}
