import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ports } from '../adapters/ports.ts';
import { DEFAULT_TIMEZONE } from '../config/limits.ts';
import { readCourtFile } from '../contract/lean.ts';
import type { Tribunal } from '../contract/tribunal.ts';
import { courtStep, type CourtEvent, type CourtSource, type CourtState } from './court.machine.ts';

/** What the loader's script tag said, for every element of the page. */
export interface PageConfig {
  tribunal?: string;
  backend?: string;
  debug?: boolean;
  locale?: string;
}

/** Reads what the loader published; empty when the page loads elements one by one. */
export function pageConfig(): PageConfig {
  return ((globalThis as Record<symbol, unknown>)[Symbol.for('atrio.page')] as PageConfig | undefined) ?? {};
}

/** An element that has a court file. */
export interface CourtHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
  /** Court file as an object, set by the page. */
  courtFile: unknown;
  /** Address of the court file. */
  tribunal: string | undefined;
  /** Address of the backend. */
  backend: string | undefined;
  debug: boolean;
}

const absolute = (url: string, base: string = document.baseURI): string => new URL(url, base).href;

/** One download a page and address, whoever asks; a failed one is forgotten so that a new try is a new request. */
const downloads = new Map<string, Promise<unknown>>();

/** Asks, and takes the time of the answer. Revalidated: a `Date` out of the browser's cache would set the clock back. */
async function ask(url: string, ports: Ports, init: RequestInit): Promise<Response> {
  const sentAt = ports.clock.mono();
  const response = await ports.fetch(url, { cache: 'no-cache', ...init });
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) ports.clock.sync(date, sentAt, ports.clock.mono());
  return response;
}

async function download(url: string, ports: Ports): Promise<unknown> {
  const response = await ask(url, ports, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** Sources whose server is being asked for the time, so that fifty elements ask once. */
const asking = new Set<string>();

/** Takes the server's time again after a sleep. */
async function resync(source: CourtSource, ports: Ports): Promise<void> {
  if (!('url' in source) || !ports.clock.needsSync || asking.has(source.url)) return;
  asking.add(source.url);
  try {
    if (source.kind === 'url') await ask(source.url, ports, { method: 'HEAD' });
    else await (await ports.backend(source.url)).tribunal();
  } catch {
    // The next answer of any call brings the time.
  }
  asking.delete(source.url);
}

function shared(url: string, load: () => Promise<unknown>): Promise<unknown> {
  let pending = downloads.get(url);
  if (!pending) {
    pending = load();
    downloads.set(url, pending);
    pending.catch(() => downloads.delete(url));
  }
  return pending;
}

/** Forgets every court file read in this page; for tests. */
export function forgetCourtFiles(): void {
  downloads.clear();
}

/** Gives an element its court file, whatever way the page hands it over, and says what is wrong with it to who can mend it. */
export class CourtController implements ReactiveController {
  state: CourtState = { kind: 'idle' };
  readonly #host: CourtHost;
  #cancelRetry: (() => void) | undefined;
  #cancelShift: (() => void) | undefined;
  readonly #online = (): void => this.#send({ type: 'retry' });

  constructor(host: CourtHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The court file, once read. */
  get tribunal(): Tribunal | null {
    return this.state.kind === 'ready' ? this.state.tribunal : null;
  }

  /** Absolute address of the backend: the attribute, the page's, else the court file's (relative to the file). */
  get backendUrl(): string | null {
    const own = this.#host.backend ?? pageConfig().backend;
    if (own) return absolute(own);
    const inFile = this.tribunal?.backend?.url;
    if (!inFile || this.state.kind !== 'ready') return null;
    return absolute(inFile, this.state.source.kind === 'url' ? this.state.source.url : undefined);
  }

  hostConnected(): void {
    globalThis.addEventListener?.('online', this.#online);
    this.#cancelShift = this.#host.ports.clock.onShift(() => {
      if ('source' in this.state) void resync(this.state.source, this.#host.ports);
    });
    if (this.state.kind === 'failed') this.retry();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener?.('online', this.#online);
    this.#cancelRetry?.();
    this.#cancelShift?.();
  }

  hostUpdate(): void {
    this.#send({ type: 'source', source: this.#source() });
  }

  /** Tries again by hand after a network failure. */
  retry(): void {
    this.#send({ type: 'retry' });
  }

  #source(): CourtSource {
    const host = this.#host;
    if (host.courtFile !== undefined && host.courtFile !== null) return { kind: 'object', value: host.courtFile };
    const script = [...host.children].find((child) => child.matches('script[type="application/json"]'));
    if (script) return { kind: 'inline', text: script.textContent ?? '' };
    if (host.tribunal) return { kind: 'url', url: absolute(host.tribunal) };
    if (host.backend) return { kind: 'backend', url: absolute(host.backend) };
    const page = pageConfig();
    if (page.tribunal) return { kind: 'url', url: absolute(page.tribunal) };
    if (page.backend) return { kind: 'backend', url: absolute(page.backend) };
    return { kind: 'none' };
  }

  #send(event: CourtEvent): void {
    const before = this.state;
    const { state, effects } = courtStep(before, event);
    this.state = state;
    for (const effect of effects) {
      if (effect.kind === 'load') void this.#load(effect.source);
      else this.#cancelRetry = this.#host.ports.clock.at(this.#host.ports.clock.now() + effect.waitMs, () => this.retry());
    }
    if (state !== before && event.type !== 'source') this.#host.requestUpdate();
  }

  async #load(source: CourtSource): Promise<void> {
    const { ports } = this.#host;
    let raw: unknown;
    try {
      if (source.kind === 'url') raw = await shared(source.url, () => download(source.url, ports));
      else if (source.kind === 'backend') raw = await shared(source.url, async () => (await ports.backend(source.url)).tribunal());
      else raw = source.kind === 'inline' ? source.text : (source as { value: unknown }).value;
    } catch {
      this.#send({ type: 'network', source });
      return;
    }
    let value = raw;
    let syntax = '';
    if (typeof raw === 'string') {
      try {
        value = JSON.parse(raw) as unknown;
      } catch (error) {
        syntax = (error as Error).message;
      }
    }
    const read = readCourtFile(value, DEFAULT_TIMEZONE);
    this.#send(read.tribunal && !syntax ? { type: 'read', source, tribunal: read.tribunal } : { type: 'invalid', source });
    const local = /^(localhost|127\.|\[::1\]|.*\.local$)/.test(location.hostname);
    if (syntax || read.duvida || this.#host.debug || pageConfig().debug || local) await this.#explain(source, value, syntax);
  }

  /** Says what is wrong, in the console and (with `debug`) in place; the checker is loaded only now. */
  async #explain(source: CourtSource, value: unknown, syntax: string): Promise<void> {
    try {
      const { explainCourtFile } = await import('./court-explain.ts');
      const issues = explainCourtFile(value, syntax);
      const where = 'url' in source ? source.url : source.kind === 'inline' ? '<script type="application/json">' : 'courtFile';
      issues.report(where);
      this.#send({ type: 'explained', source, issues: issues.list });
    } catch {
      // The explanation is a courtesy to the webmaster: without network there is nothing to explain.
    }
  }
}
