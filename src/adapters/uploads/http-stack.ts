import { after } from '../after.ts';
import type { Clock } from '../ports.ts';
import type { TusRequest, TusResponse } from './tus-types.ts';

/** A request without an answer for this long has died, in milliseconds: a part is sized to take a few seconds. */
const TIMEOUT_MS = 90_000;

/** What the server said no to, found out by asking again: an answer to HEAD has no body. */
export class Recusa extends Error {
  readonly status: number;
  readonly corpo: string;
  constructor(status: number, corpo: string) {
    super(`HTTP ${status}`);
    this.name = 'Recusa';
    this.status = status;
    this.corpo = corpo;
  }
}

/** The file can no longer be read: moved, changed or taken away (a card, a cloud) since it was chosen. */
export class ArquivoSumiu extends Error {
  constructor(options?: ErrorOptions) {
    super('file is gone', options);
    this.name = 'ArquivoSumiu';
  }
}

/** What never comes. */
const never = new Promise<never>(() => undefined);

const refused = (status: number): boolean => status >= 400 && status < 500 && ![404, 409, 410, 423, 429].includes(status);

/**
 * Requests by `fetch`, so that no referrer and no cookie ever goes with a file.
 * @param ativo false once the upload was stopped: what was about to begin then never does
 */
export function httpStack(send: typeof fetch, clock: Clock, ativo: () => boolean) {
  return {
    getName: () => 'fetch',
    createRequest(method: string, url: string): TusRequest {
      const headers: Record<string, string> = {};
      const controller = new AbortController();
      let parado = false;
      return {
        getMethod: () => method,
        getURL: () => url,
        getHeader: (name) => headers[name],
        setHeader: (name, value) => void (headers[name] = value),
        // `fetch` tells nothing while it sends; parts are small instead.
        setProgressHandler: () => undefined,
        getUnderlyingObject: () => null,
        async abort() {
          parado = true;
          controller.abort();
        },
        async send(body = null): Promise<TusResponse> {
          if (method !== 'DELETE' && !ativo()) return never;
          let bytes: ArrayBuffer | null = null;
          if (body) {
            try {
              bytes = await body.arrayBuffer();
            } catch (cause) {
              throw new ArquivoSumiu({ cause });
            }
          }
          const stop = after(clock, TIMEOUT_MS, () => controller.abort());
          const ask = (how: string, more: RequestInit): Promise<Response> =>
            send(url, { method: how, signal: controller.signal, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', ...more });
          try {
            const response = await ask(method, { headers, body: bytes });
            const text = await response.text();
            if (method === 'HEAD' && refused(response.status)) throw new Recusa(response.status, await (await ask('GET', {})).text().catch(() => ''));
            stop();
            // Stopped by the person: what was under way neither fails nor succeeds, and what goes on later is another request.
            if (parado) return never;
            return {
              getStatus: () => response.status,
              getHeader: (name) => response.headers.get(name),
              getBody: () => text,
              getUnderlyingObject: () => response,
            };
          } catch (error) {
            stop();
            if (parado) return never;
            throw error;
          }
        },
      };
    },
  };
}
