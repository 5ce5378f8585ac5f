import { after } from '../after.ts';
import type { CallOptions, Ports } from '../ports.ts';
import { BackendError } from '../ports.ts';

/** Longest wait for a whole directory, body included, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** Where the directory of a court is: a file of its own, or a backend of the contract. */
export const directoryUrl = (backend: string): string => new URL('v1/diretorio', backend.endsWith('/') ? backend : `${backend}/`).href;

/**
 * Fetches a directory and sets the clock by the answer's `Date`. The caller reads it (`lerDiretorio`).
 * @returns the JSON, or null when there is none at this address
 * @throws BackendError and nothing else
 */
export async function loadDirectory(url: string, { fetch, clock }: Pick<Ports, 'fetch' | 'clock'>, options: CallOptions = {}): Promise<unknown> {
  const abort = new AbortController();
  const stop = after(clock, TIMEOUT_MS, () => abort.abort());
  const cancel = (): void => abort.abort();
  options.signal?.addEventListener('abort', cancel);
  let response: Response;
  let text: string;
  try {
    const sentAt = clock.mono();
    // Revalidated: a `Date` out of the browser's cache would set the clock back. What did not change is not sent again.
    response = await fetch(url, { cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer', signal: abort.signal });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) clock.sync(date, sentAt, clock.mono());
    text = await response.text();
  } catch {
    throw new BackendError(options.signal?.aborted ? 'cancelado' : 'rede', url);
  } finally {
    stop();
    options.signal?.removeEventListener('abort', cancel);
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new BackendError('servidor', `${url}: HTTP ${response.status}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BackendError('servidor', `${url}: JSON`);
  }
}
