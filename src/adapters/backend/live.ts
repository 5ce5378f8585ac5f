import { after } from '../after.ts';
import { BackendError, type Live, type LiveOptions, type LiveState } from '../ports.ts';
import type { HttpBackendPorts } from './client.ts';

/** Longest silence of a stream, in milliseconds: the server says something at least every 15 seconds. */
export const SILENCE_MS = 40_000;
/** Between two questions where streams do not come through, in milliseconds. */
export const POLL_MS = 5_000;
/** Waits before a stream is tried again, in milliseconds; the last one repeats. */
export const RETRIES_MS = [1_000, 3_000, 10_000, 30_000] as const;

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
 * do not come through, as behind a proxy that holds them back. An answer that was asked for before an event came is older than it, and is dropped. A refusal
 * (4xx) ends both.
 */
export function follow<T>(source: LiveSource<T>, { fetch, clock }: HttpBackendPorts, options: LiveOptions<T>): Live {
  const life = new AbortController();
  let stream = new AbortController();
  let polling: AbortController | null = null;
  /** The state that was told last. */
  let told: LiveState | null = null;
  /** Events come through the stream of now. */
  let streaming = false;
  let failures = 0;
  let cancelRetry = (): void => undefined;
  let cancelPoll = (): void => undefined;

  const say = (next: LiveState): void => {
    if (life.signal.aborted || told === next) return;
    told = next;
    options.onState(next);
  };
  const stop = (): void => {
    life.abort();
    stream.abort();
    polling?.abort();
    cancelRetry();
    cancelPoll();
  };
  const give = (value: T): void => {
    if (!life.signal.aborted) options.onValue(value);
  };
  const askIn = (waitMs: number): void => {
    cancelPoll();
    cancelPoll = after(clock, waitMs, () => void ask());
  };

  const ask = async (): Promise<void> => {
    cancelPoll();
    if (life.signal.aborted || polling) return;
    const own = (polling = new AbortController());
    let wait = POLL_MS;
    try {
      const value = await source.poll(own.signal);
      if (own.signal.aborted) return;
      give(value);
      if (!streaming) say('consultando');
    } catch (error) {
      if (own.signal.aborted) return;
      if (error instanceof BackendError) {
        const busy = error.problem?.status === 429;
        if (error.kind === 'recusa' && !busy) {
          stop();
          options.onRefused(error);
          return;
        }
        // Told to come back later: the network is fine.
        wait = Math.max(wait, error.retryAfterMs ?? 0);
        if (!streaming && !busy) say('sem-rede');
      } else if (!streaming) say('sem-rede');
    } finally {
      if (polling === own) polling = null;
    }
    if (!life.signal.aborted && !streaming) askIn(wait);
  };

  const listen = async (): Promise<void> => {
    cancelRetry();
    if (life.signal.aborted) return;
    stream.abort();
    const own = (stream = new AbortController());
    streaming = false;
    let cancelSilence = (): void => undefined;
    const alive = (): void => {
      cancelSilence();
      cancelSilence = after(clock, SILENCE_MS, () => own.abort());
    };
    try {
      alive();
      const authorization = `Bearer ${await source.bearer()}`;
      const response = await fetch(source.url, {
        headers: { accept: 'text/event-stream', authorization },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: own.signal,
      });
      // The question that goes beside it tells a refusal in words.
      if (!response.ok || !response.body) throw new TypeError(`HTTP ${response.status}`);
      for await (const data of eventsOf(response.body)) {
        if (own.signal.aborted) break;
        alive();
        const value = data ? source.read(data) : null;
        if (value === null) continue;
        failures = 0;
        streaming = true;
        polling?.abort();
        polling = null;
        cancelPoll();
        say('ao-vivo');
        give(value);
      }
    } catch {
      // Told below.
    }
    cancelSilence();
    if (life.signal.aborted || own !== stream) return;
    streaming = false;
    void ask();
    cancelRetry = after(clock, RETRIES_MS[Math.min(failures++, RETRIES_MS.length - 1)]!, () => void listen());
  };

  void listen();
  // A proxy may hold a stream back for as long as it likes.
  askIn(POLL_MS);
  return {
    refresh() {
      if (life.signal.aborted) return;
      failures = 0;
      void listen();
      void ask();
    },
    stop,
  };
}
