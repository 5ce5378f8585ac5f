import { isProblem } from '../../contract/replies.ts';
import type { Problem } from '../../contract/problem.ts';
import { after } from '../after.ts';
import type { CallOptions, Clock, CreateOptions } from '../ports.ts';
import { BackendError } from '../ports.ts';

/** What a client of the HTTP contract takes from the outside. */
export interface HttpBackendPorts {
  fetch: typeof fetch;
  clock: Clock;
  /** Longest wait for a whole answer, in milliseconds. */
  timeoutMs?: number;
}

/** Longest wait for an answer, body included: a slow 3G phone needs many seconds, a dead network must not take minutes. */
export const BACKEND_TIMEOUT_MS = 30_000;

/** Longest pause that a `Retry-After` may ask for; more than this is told to the person as "later". */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** One call. */
export interface Call {
  method: 'GET' | 'POST';
  body?: unknown;
  idempotencyKey?: string;
  /** Solution of a challenge against robots. */
  altcha?: string | undefined;
  /** Secret of the person: travels in `Authorization` alone. */
  bearer?: string;
  /** Goes on after the page is left. */
  keepalive?: boolean;
  options?: CallOptions | undefined;
}

/**
 * Reads a `Retry-After` header, which is a number of seconds or an HTTP date (RFC 9110, 10.2.3).
 * @param value the header
 * @param now the instant to count a date from, in epoch milliseconds
 * @returns milliseconds to wait, or null when the header is missing or makes no sense
 */
export function retryAfterMs(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (!text) return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS) : null;
}

/** What a refusal says; when it is not a problem document, its status alone. */
function readProblem({ status, statusText }: Response, text: string): Problem {
  try {
    const value = JSON.parse(text) as unknown;
    if (isProblem(value)) return { ...value, status };
  } catch {
    // Told by the status.
  }
  return { type: 'about:blank', title: statusText || `HTTP ${status}`, status };
}

/** Says whether an answer fits the contract; may be on its way when the call is made. */
export type Leitor<T> = ((value: unknown) => value is T) | Promise<(value: unknown) => value is T>;

/** Calls of the contract, for whoever needs some of them. */
export interface HttpClient {
  /** Gives the text of a 2xx answer; null for 404 of a GET. */
  send(path: string, call: Call): Promise<string | null>;
  /** The same for an answer that is not text. */
  blob(path: string, call: Call): Promise<Blob | null>;
  json(path: string, text: string): unknown;
  /** A POST whose answer has to fit the contract. */
  post<T>(path: string, call: Omit<Call, 'method'>, fits: Leitor<T>): Promise<T>;
  create<T>(path: string, body: unknown, options: CreateOptions, fits: Leitor<T>, bearer?: string): Promise<T>;
}

/**
 * Client of the HTTP contract (v1). One try for each call: trying again is the decision of who called, who knows whether a person
 * is waiting. Every answer sets the clock by its `Date`. Secrets never go into an address, no cookie is sent and the address of the court's page is not
 * told.
 * @param url address of the backend; `v1/...` is added to it
 * @throws BackendError from every call, and nothing else
 */
export function createHttpClient(url: string, ports: HttpBackendPorts): HttpClient {
  const { clock, timeoutMs = BACKEND_TIMEOUT_MS } = ports;
  const base = url.endsWith('/') ? url : `${url}/`;

  /** Sends one request and gives the body of a 2xx answer; null for 404 of a GET. */
  async function ask(path: string, call: Call): Promise<Blob | null> {
    const outer = call.options?.signal;
    if (outer?.aborted) throw new BackendError('cancelado', path);
    const abort = new AbortController();
    const onAbort = (): void => abort.abort();
    outer?.addEventListener('abort', onAbort);
    const stop = after(clock, timeoutMs, onAbort);
    let response: Response;
    let body: Blob;
    try {
      const sentAt = clock.mono();
      response = await ports.fetch(new URL(`v1/${path}`, base).href, {
        method: call.method,
        headers: {
          accept: 'application/json, application/problem+json',
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
          ...(call.altcha ? { altcha: call.altcha } : {}),
          ...(call.bearer ? { authorization: `Bearer ${call.bearer}` } : {}),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // An answer out of a cache has the `Date` of when it was made.
        cache: call.method === 'GET' ? 'no-cache' : 'no-store',
        ...(call.keepalive ? { keepalive: true } : {}),
        signal: abort.signal,
      });
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) clock.sync(date, sentAt, clock.mono());
      body = await response.blob();
    } catch {
      throw new BackendError(outer?.aborted ? 'cancelado' : 'rede', path);
    } finally {
      stop();
      outer?.removeEventListener('abort', onAbort);
    }
    if (response.ok) return body;
    if (response.status === 404 && call.method === 'GET') return null;
    const kind = response.status >= 400 && response.status < 500 ? 'recusa' : 'servidor';
    const from = Date.parse(response.headers.get('date') ?? '');
    const wait = retryAfterMs(response.headers.get('retry-after'), Number.isNaN(from) ? clock.now() : from);
    throw new BackendError(kind, `${path}: HTTP ${response.status}`, readProblem(response, await body.text()), wait);
  }

  const send = async (path: string, call: Call): Promise<string | null> => (await ask(path, call))?.text() ?? null;

  const json = (path: string, text: string): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new BackendError('servidor', `${path}: JSON`);
    }
  };

  /** A POST whose answer has to fit the contract. */
  async function post<T>(path: string, call: Omit<Call, 'method'>, fits: Leitor<T>): Promise<T> {
    const reading = Promise.resolve(fits).catch(() => {
      throw new BackendError('rede', path);
    });
    // Looked at below, after the answer.
    reading.catch(() => undefined);
    const value = json(path, (await send(path, { ...call, method: 'POST' })) ?? '');
    const reads: (value: unknown) => value is T = await reading;
    if (!reads(value)) throw new BackendError('servidor', `${path}: contract`);
    return value;
  }

  return {
    send,
    blob: ask,
    json,
    post,
    create: (path, body, { idempotencyKey, altcha, ...options }, fits, bearer) => post(path, { body, idempotencyKey, altcha, options, ...(bearer ? { bearer } : {}) }, fits),
  };
}
