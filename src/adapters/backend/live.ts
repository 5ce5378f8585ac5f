import { after } from '../after.ts';
import { BackendError, type Live, type LiveOptions, type LiveState } from '../ports.ts';
import type { HttpBackendPorts } from './client.ts';

/** Longest silence of a stream, in milliseconds: the server says something at least every 15 seconds. */
const SILENCE_MS = 40_000;
/** Between two questions where streams do not come through, in milliseconds. */
const POLL_MS = 5_000;
/** Waits before a stream is tried again, in milliseconds; the last one repeats. */
const RETRIES_MS = [1_000, 3_000, 10_000, 30_000];

export interface LiveSource<T> {
  /** Absolute address of the stream. */
  url: string;
  /** Secret of the header, of now. */
  bearer(): string | Promise<string>;
  /** The value of an event; null for one that is not of the contract. */
  read(text: string): T | null;
  /** Asks once. */
  poll(signal: AbortSignal): Promise<T>;
}

/** The data of each event of a stream of server-sent events, and an empty text for each sign of life. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      yield '';
      for (const block of blocks) {
        const data = block.split(/\r?\n/).flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []));
        if (data.length > 0) yield data.join('\n');
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Keeps a value up to date: by server-sent events over `fetch` (an `EventSource` sends no `Authorization`), and by asking every few seconds while streams
 * do not come through, as behind a proxy that holds them back. The two never run together for long; a refusal (4xx) ends both.
 */
export function follow<T>(source: LiveSource<T>, { fetch, clock }: HttpBackendPorts, options: LiveOptions<T>): Live {
  const life = new AbortController();
  let stream = new AbortController();
  let polling: AbortController | null = null;
  let state: LiveState | null = null;
  let failures = 0;
  let cancelRetry = (): void => undefined;
  let cancelPoll = (): void => undefined;

  const say = (next: LiveState): void => {
    if (life.signal.aborted || state === next) return;
    state = next;
    options.onState(next);
  };
  const stop = (): void => {
    life.abort();
    stream.abort();
    polling?.abort();
    cancelRetry();
    cancelPoll();
  };
  const refused = (error: BackendError): void => {
    if (life.signal.aborted) return;
    stop();
    options.onRefused(error);
  };
  const give = (value: T): void => {
    if (!life.signal.aborted) options.onValue(value);
  };

  const ask = async (): Promise<void> => {
    cancelPoll();
    if (life.signal.aborted || polling) return;
    const own = (polling = new AbortController());
    try {
      const value = await source.poll(own.signal);
      give(value);
      if (state !== 'ao-vivo') say('consultando');
    } catch (error) {
      if (error instanceof BackendError && error.kind === 'recusa' && error.problem?.status !== 429) return refused(error);
      if (state !== 'ao-vivo') say('sem-rede');
    } finally {
      polling = null;
    }
    if (!life.signal.aborted && state !== 'ao-vivo') cancelPoll = after(clock, POLL_MS, () => void ask());
  };

  const listen = async (): Promise<void> => {
    cancelRetry();
    if (life.signal.aborted) return;
    const own = (stream = new AbortController());
    let cancelSilence = (): void => undefined;
    const alive = (): void => {
      cancelSilence();
      cancelSilence = after(clock, SILENCE_MS, () => own.abort());
    };
    try {
      alive();
      const response = await fetch(source.url, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${await source.bearer()}` },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: own.signal,
      });
      if (!response.ok || !response.body) {
        // The question that goes beside it tells a refusal in words.
        throw new TypeError(`HTTP ${response.status}`);
      }
      for await (const data of eventsOf(response.body)) {
        if (life.signal.aborted) return;
        alive();
        if (!data) continue;
        const value = source.read(data);
        if (value === null) continue;
        failures = 0;
        cancelPoll();
        say('ao-vivo');
        give(value);
      }
    } catch {
      // Told below.
    } finally {
      cancelSilence();
    }
    if (life.signal.aborted || own !== stream) return;
    if (state === 'ao-vivo') state = null;
    void ask();
    cancelRetry = after(clock, RETRIES_MS[Math.min(failures++, RETRIES_MS.length - 1)]!, () => void listen());
  };

  void listen();
  return {
    refresh() {
      if (life.signal.aborted) return;
      failures = 0;
      stream.abort();
      void ask();
      void listen();
    },
    stop,
  };
}
