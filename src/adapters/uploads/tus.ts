// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./tus-js-client.d.ts" />
import BaseUpload from 'tus-js-client/lib/upload.js';
import { after } from '../after.ts';
import type { Clock, Upload, Uploads, UploadState } from '../ports.ts';
import { ArquivoSumiu, httpStack, Recusa } from './http-stack.ts';
import type { TusError, TusOptions } from './tus-types.ts';

/** First, smallest and largest part, in bytes: a phone on 2G sends the first in half a minute, one on fibre soon sends the largest. */
const PRIMEIRA = 64 * 1024;
const MENOR = 16 * 1024;
const MAIOR = 4 * 1024 * 1024;
/** How long a part should take, in milliseconds: long enough for the round trip not to count, short enough for the bar to move. */
const ALVO_MS = 3_000;

/** Waits before each new try, in milliseconds; the last one goes on for as long as it takes. */
export const ESPERAS_MS: readonly number[] = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Size of the next part, from how long the last one took. */
export const proximaParte = (bytes: number, ms: number): number => Math.round(Math.min(MAIOR, Math.max(MENOR, bytes * Math.min(2, Math.max(0.5, ALVO_MS / Math.max(ms, 1))))));

interface Outside {
  clock: Clock;
  fetch: typeof fetch;
}

/** What the server refused, in its own words when it has some. */
function recusada(status: number, corpo: string): UploadState & { kind: 'recusado' } {
  let code = '';
  let texto = '';
  try {
    const { type, detail, title } = JSON.parse(corpo) as { type?: unknown; detail?: unknown; title?: unknown };
    code = typeof type === 'string' ? type.replace(/^.*[/:#]/, '') : '';
    texto = typeof detail === 'string' ? detail : typeof title === 'string' ? title : '';
  } catch {
    // Another server: its status has to do.
  }
  return { kind: 'recusado', code: code || (status === 413 ? 'anexo-grande' : status === 415 ? 'anexo-tipo' : 'recusado'), texto };
}

/** `Retry-After` in milliseconds. */
const pausaPedida = (error: TusError): number => (Number(error.originalResponse?.getHeader('Retry-After')) || 0) * 1000;

/** One file on its way by tus: tries again for as long as it takes, waits for the network, and gives up only when the server says no. */
class TusUpload implements Upload {
  state: UploadState = { kind: 'preparando' };
  readonly #file: Blob;
  readonly #outside: Outside;
  readonly #change: (state: UploadState) => void;
  readonly #tus: BaseUpload;
  #enviados = 0;
  #tentativa = 0;
  #recomecos = 0;
  #cancelWait: (() => void) | undefined;
  #marca = 0;
  #ativo = false;
  readonly #online = (): void => {
    if (this.state.kind === 'pausado' && this.state.motivo === 'rede') this.#go();
  };

  constructor(endpoint: string, file: Blob, metadata: Record<string, string>, outside: Outside, onChange: (state: UploadState) => void) {
    this.#file = file;
    this.#outside = outside;
    this.#change = onChange;
    this.#tus = new BaseUpload(file, {
      ...BaseUpload.defaultOptions,
      endpoint,
      metadata,
      chunkSize: PRIMEIRA,
      uploadDataDuringCreation: true,
      // Trying again is decided here, and nothing of the file is kept on the device.
      retryDelays: null,
      fingerprint: async () => null,
      storeFingerprintForResuming: false,
      urlStorage: null,
      httpStack: httpStack(outside.fetch, outside.clock, () => this.#ativo),
      fileReader: {
        openFile: async (blob) => ({
          size: blob.size,
          slice: async (start, end) => {
            this.#marca = outside.clock.mono();
            return { value: blob.slice(start, end), done: end >= blob.size };
          },
          close: () => undefined,
        }),
      },
      onProgress: (sent, total) => {
        this.#enviados = sent;
        this.#set({ kind: 'enviando', enviados: sent, total });
      },
      onChunkComplete: (size) => {
        this.#tentativa = 0;
        this.#tus.options.chunkSize = proximaParte(size, outside.clock.mono() - this.#marca);
      },
      onSuccess: () => this.#done({ kind: 'pronto', id: (this.#tus.url ?? '').replace(/^.*\//, '') }),
      onError: (error) => this.#failed(error),
    } satisfies TusOptions);
    globalThis.addEventListener?.('online', this.#online);
    this.#go();
  }

  pause(): void {
    if (this.#over()) return;
    this.#stop();
    this.#set({ kind: 'pausado', enviados: this.#enviados, total: this.#file.size, motivo: 'pessoa' });
  }

  resume(): void {
    if (this.state.kind === 'pausado') this.#go();
  }

  cancel(): void {
    this.#stop();
    globalThis.removeEventListener?.('online', this.#online);
    // What cannot be taken back now goes by itself after a day.
    if (this.#tus.url) void this.#tus.abort(true).catch(() => undefined);
  }

  #over(): boolean {
    return this.state.kind === 'pronto' || this.state.kind === 'recusado';
  }

  #stop(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#ativo = false;
    void this.#tus.abort();
  }

  #go(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#set({ kind: 'enviando', enviados: this.#enviados, total: this.#file.size });
    this.#ativo = true;
    this.#tus.start();
  }

  #set(state: UploadState): void {
    this.state = state;
    // Never from inside of the call that started it.
    queueMicrotask(() => {
      if (this.state === state) this.#change(state);
    });
  }

  #done(state: UploadState): void {
    globalThis.removeEventListener?.('online', this.#online);
    this.#set(state);
  }

  #failed(error: TusError): void {
    const cause = error.causingError;
    if (cause instanceof ArquivoSumiu) return this.#done({ kind: 'recusado', code: 'anexo-sumiu', texto: '' });
    if (cause instanceof Recusa) return this.#done(recusada(cause.status, cause.corpo));
    const status = error.originalResponse?.getStatus() ?? 0;
    if ((status === 404 || status === 410) && this.#recomecos++ < 2) {
      // The server forgot it: from the start.
      this.#tus.url = null;
      this.#enviados = 0;
    } else if (status >= 400 && status < 500 && ![409, 423, 429].includes(status)) {
      return this.#done(recusada(status, error.originalResponse?.getBody() ?? ''));
    }
    const wait = ESPERAS_MS[Math.min(this.#tentativa, ESPERAS_MS.length - 1)]!;
    this.#tentativa += 1;
    if (status === 0) this.#tus.options.chunkSize = Math.max(MENOR, Math.round(this.#tus.options.chunkSize / 2));
    this.#set({ kind: 'pausado', enviados: this.#enviados, total: this.#file.size, motivo: 'rede' });
    this.#cancelWait = after(this.#outside.clock, Math.max(pausaPedida(error), Math.round(wait * (0.75 + Math.random() / 2))), () => this.#go());
  }
}

/**
 * Resumable uploads by tus 1.0 to `<url>/v1/anexos`. Nothing about a file is kept on the device, and no referrer goes with it.
 * @param url address of the backend
 */
export function createUploads(url: string, outside: Outside): Uploads {
  const endpoint = `${url.replace(/\/+$/, '')}/v1/anexos`;
  return {
    start: (file, { nome, cifrado, onChange }) => new TusUpload(endpoint, file, { filename: nome, ...(cifrado ? { cifrado: '1' } : {}) }, outside, onChange),
  };
}
