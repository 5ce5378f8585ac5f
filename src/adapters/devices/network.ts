import type { MedidaRede } from '../../domain/balcao/rede.ts';
import type { Clock } from '../ports.ts';
import type { Passagem } from './types.ts';

/** Round trips that count; one more goes before them, to open the connection. */
export const IDAS = 5;
/** After this an answer counts as lost, in milliseconds. */
export const ESPERA_MS = 3000;
/** The sample is left off after this many milliseconds: on a slow network what came by then says enough, and costs the person no more. */
export const AMOSTRA_MS = 4000;
/** Or after this many bytes. */
export const AMOSTRA_BYTES = 1_000_000;
/** How long the servers for calls are waited for, in milliseconds. */
export const PASSAGEM_MS = 8000;

export interface NetworkEnv {
  fetch: typeof fetch;
  clock: Pick<Clock, 'at' | 'now' | 'mono'>;
}

const NO_STORE = { cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' } as const;

/** A signal that ends with another one, or after a time. */
function within(ms: number, signal: AbortSignal, { clock }: NetworkEnv): { signal: AbortSignal; done(): void } {
  const control = new AbortController();
  const stop = (): void => control.abort();
  const cancel = clock.at(clock.now() + ms, stop);
  signal.addEventListener('abort', stop, { once: true });
  return {
    signal: control.signal,
    done() {
      cancel();
      signal.removeEventListener('abort', stop);
    },
  };
}

/** One round trip in milliseconds; null when nothing good came back in time. */
async function ida(url: string, signal: AbortSignal, env: NetworkEnv): Promise<number | null> {
  const limit = within(ESPERA_MS, signal, env);
  const start = env.clock.mono();
  try {
    const answer = await env.fetch(url, { ...NO_STORE, signal: limit.signal });
    await answer.arrayBuffer();
    return answer.ok ? env.clock.mono() - start : null;
  } catch {
    return null;
  } finally {
    limit.done();
  }
}

/** Downloads a file of the court's, and stops when enough came. */
async function baixar(url: string, signal: AbortSignal, env: NetworkEnv): Promise<MedidaRede['baixado']> {
  const limit = within(AMOSTRA_MS, signal, env);
  const start = env.clock.mono();
  let bytes = 0;
  const reader: { cancel?(): Promise<void> } = {};
  try {
    const answer = await env.fetch(url, { ...NO_STORE, signal: limit.signal });
    if (!answer.ok || !answer.body) return null;
    const body = answer.body.getReader();
    reader.cancel = () => body.cancel();
    while (bytes < AMOSTRA_BYTES) {
      const { done, value } = await body.read();
      if (done) break;
      bytes += value.byteLength;
    }
  } catch {
    // What came before the end of the time counts.
  } finally {
    limit.done();
    await reader.cancel?.().catch(() => undefined);
  }
  return bytes > 0 ? { bytes, ms: env.clock.mono() - start } : null;
}

/**
 * Measures a connection by a few small requests, one after the other.
 * @param url answers something small, as `/saude` of the backend does
 * @param amostra a file large enough to tell the speed; null where the court names none
 */
export async function medirRede(url: string, amostra: string | null, signal: AbortSignal, env: NetworkEnv): Promise<MedidaRede> {
  await ida(url, signal, env);
  const idas: (number | null)[] = [];
  // A network that gives no answer twice is not asked five times.
  while (idas.length < IDAS && !(idas.length >= 2 && idas.every((ms) => ms === null))) {
    signal.throwIfAborted();
    idas.push(await ida(url, signal, env));
  }
  const baixado = amostra && idas.some((ms) => ms !== null) ? await baixar(amostra, signal, env) : null;
  signal.throwIfAborted();
  return { idas, baixado };
}

/** A server that refuses the credentials of the test has answered all the same (RFC 8489, 14.8); 701 is the browser's own: no answer. */
const SEM_RESPOSTA = 701;

/**
 * Asks the court's STUN and TURN servers for a way through. The court file has no passwords, so a TURN server refuses: that it answers is what counts.
 * @param Peer the browser's `RTCPeerConnection`
 */
export async function testarPassagem(servidores: readonly string[], signal: AbortSignal, env: NetworkEnv, Peer: typeof RTCPeerConnection | undefined): Promise<Passagem> {
  const found = Peer ? await reunir(servidores, signal, env, Peer) : new Set<string>();
  signal.throwIfAborted();
  if (found.has('srflx')) return 'direta';
  if (found.has('relay') || found.has('resposta')) return 'servidor';
  return found.has('silencio') ? 'bloqueada' : 'incerta';
}

/** Kinds of candidates that came, and whether servers answered at all. */
async function reunir(servidores: readonly string[], signal: AbortSignal, env: NetworkEnv, Peer: typeof RTCPeerConnection): Promise<Set<string>> {
  const found = new Set<string>();
  const limit = within(PASSAGEM_MS, signal, env);
  let peer: RTCPeerConnection | undefined;
  try {
    peer = new Peer({ iceServers: servidores.map((urls) => (/^turns?:/i.test(urls) ? { urls, username: 'teste', credential: 'teste' } : { urls })) });
    const gathered = new Promise<void>((done) => {
      limit.signal.addEventListener('abort', () => done(), { once: true });
      peer!.addEventListener('icecandidate', ({ candidate }) => (candidate?.type ? void found.add(candidate.type) : candidate ? undefined : done()));
      peer!.addEventListener('icecandidateerror', (event) => void found.add(event.errorCode === SEM_RESPOSTA ? 'silencio' : 'resposta'));
    });
    peer.createDataChannel('teste');
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
  } catch {
    // An address that the browser cannot read: nothing is known.
  } finally {
    limit.done();
    peer?.close();
  }
  return found;
}
