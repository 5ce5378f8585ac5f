import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { after } from '../adapters/after.ts';
import type { Elsewhere } from '../adapters/backend/elsewhere.ts';
import type { Ports } from '../adapters/ports.ts';
import { DEFAULT_TIMEZONE } from '../config/limits.ts';
import { readCourtFile, type LeanResult } from '../contract/lean.ts';
import type { BackendProprio } from '../contract/proprio.ts';
import type { Tribunal } from '../contract/tribunal.ts';
import { courtStep, sameSource, type CourtEvent, type CourtSource, type CourtState } from './court.machine.ts';

/** An answer with the court file, when it was asked for and came (monotonic, milliseconds), and its text. */
type Resposta = [response: Response, sentAt: number, receivedAt: number, text: string];

/** What the loader's script tag said, for every element of the page. */
export interface PageConfig {
  tribunal?: string;
  backend?: string;
  debug?: boolean;
  locale?: string;
  /** What the loader asked for beside the code, on its way or here. Good for one reading. */
  resposta?: Promise<Resposta> | Resposta | null;
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
  /** Address of the backend, or the page's own object. */
  backend: string | BackendProprio | undefined;
  debug: boolean;
}

/** An address that cannot be one is left as it is: asking for it fails, and the element says so. */
function absolute(url: string, base: string = document.baseURI): string {
  try {
    return new URL(url, base).href;
  } catch {
    return url;
  }
}

/** A download that hangs longer than this is given up, so that a new try can begin. Milliseconds. */
const TIMEOUT_MS = 30_000;

/** One download a page and address, whoever asks: on its way, or what the loader had. A failed one is forgotten so that a new try is a new request. */
const downloads = new Map<string, unknown>();

/** What an answer has, and the time that it brings. */
function hear([response, sentAt, receivedAt, text]: Resposta, { clock }: Ports): string {
  const date = Date.parse(response.headers.get('date') ?? '');
  if (date) clock.sync(date, sentAt, receivedAt);
  if (!response.ok) throw new Error(String(response.status));
  return text;
}

/** Revalidated: a `Date` out of the browser's cache would set the clock back. */
async function ask(url: string, ports: Ports, init: RequestInit): Promise<Resposta> {
  const { clock } = ports;
  const sentAt = clock.mono();
  const response = await ports.fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null, ...init });
  return [response, sentAt, clock.mono(), await response.text()];
}

/** Addresses being asked for the time, so that fifty elements ask once. */
const asking = new Set<string>();

/**
 * Takes the server's time when it is wanted: after a sleep, and where no file came by the network and brought it. Without an address the
 * page's own server is asked.
 */
async function resync(source: CourtSource, ports: Ports): Promise<void> {
  const url = 'url' in source ? source.url : location.href;
  if (!ports.clock.needsSync || asking.has(url)) return;
  asking.add(url);
  try {
    if (source.kind === 'backend') await (await ports.backend(url)).tribunal();
    else hear(await ask(url, ports, { method: 'HEAD' }), ports);
  } catch {
    // The next answer of any call brings the time.
  }
  asking.delete(url);
}

/** A court file by its address: at once where it is here, so that an element that comes after it begins with it. */
function shared({ kind, url }: CourtSource & { url: string }, ports: Ports): unknown {
  const key = `${kind} ${url}`;
  if (downloads.has(key)) return downloads.get(key);
  const page = pageConfig();
  const asked = kind === 'url' && url === page.tribunal ? page.resposta : null;
  if (asked) page.resposta = null;
  const file: unknown = Array.isArray(asked)
    ? hear(asked, ports)
    : kind === 'url'
      ? (asked ?? ask(url, ports, { headers: { accept: 'application/json' } })).then((answer) => hear(answer, ports))
      : ports.backend(url).then((backend) => backend.tribunal());
  downloads.set(key, file);
  if (file instanceof Promise) file.catch(() => downloads.delete(key));
  return file;
}

/** The text that was read last, and what it says: fifty elements read the one file of their page once. Nobody writes into it. */
let last: { text: string; read: LeanResult } | undefined;

function readText(text: string): LeanResult {
  if (last?.text === text) return last.read;
  let value: unknown = text;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    // A text is no court file; the explanation says where it stops being JSON.
  }
  const read = readCourtFile(value, DEFAULT_TIMEZONE);
  last = { text, read };
  return read;
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
  /** What was read last, until it is explained. */
  #unexplained: { source: CourtSource; raw: unknown; doubt: boolean } | undefined;
  readonly #online = (): void => this.retry();
  /** A court file written inside of the element may come after it, or be changed. */
  readonly #children = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: CourtHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The court file, once read. */
  get tribunal(): Tribunal | null {
    return this.state.kind === 'ready' ? this.state.tribunal : null;
  }

  /** Where submissions go: the element's own, the page's, else the court file's (its address relative to the file). An address is of the contract. */
  get destino(): string | Elsewhere | null {
    const { state } = this;
    const own = this.#host.backend ?? pageConfig().backend;
    if (own) return typeof own === 'string' ? absolute(own) : own;
    const inFile = this.tribunal?.backend;
    if (!inFile?.url || state.kind !== 'ready') return null;
    const url = absolute(inFile.url, state.source.kind === 'url' ? state.source.url : undefined);
    return inFile.tipo === 'formulario' ? { ...inFile, url } : url;
  }

  /** Absolute address of the backend of the contract; null where there is none, or submissions go elsewhere. */
  get backendUrl(): string | null {
    const { destino } = this;
    return typeof destino === 'string' ? destino : null;
  }

  hostConnected(): void {
    globalThis.addEventListener?.('online', this.#online);
    this.#cancelShift = this.#host.ports.clock.onShift(() => {
      void resync(this.#source(), this.#host.ports);
    });
    this.#children.observe(this.#host, { childList: true, subtree: true, characterData: true });
    this.retry();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener?.('online', this.#online);
    this.#cancelRetry?.();
    this.#cancelShift?.();
    this.#children.disconnect();
  }

  hostUpdate(): void {
    this.#send({ type: 'source', source: this.#source() });
    void this.#explain();
  }

  /** Tries again by hand after a network failure. */
  retry(): void {
    this.#send({ type: 'retry' });
  }

  #source(): CourtSource {
    const host = this.#host;
    if (host.courtFile !== undefined && host.courtFile !== null) return { kind: 'object', value: host.courtFile };
    const script = host.querySelector(':scope > script[type="application/json"]');
    if (script) return { kind: 'inline', text: script.textContent ?? '' };
    if (host.tribunal) return { kind: 'url', url: absolute(host.tribunal) };
    if (typeof host.backend === 'string') return { kind: 'backend', url: absolute(host.backend) };
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
      this.#cancelRetry?.();
      if (effect.kind === 'load') void this.#load(effect.source);
      // Out of the page nobody waits; coming back asks again.
      else if (this.#host.isConnected) this.#cancelRetry = after(this.#host.ports.clock, effect.waitMs, () => this.retry());
    }
    if (event.type === 'source') {
      if (state.kind !== before.kind && !('url' in event.source)) void resync(event.source, this.#host.ports);
    } else if (state !== before) this.#host.requestUpdate();
  }

  async #load(source: CourtSource): Promise<void> {
    let raw: unknown;
    try {
      if ('url' in source) {
        raw = shared(source, this.#host.ports);
        if (raw instanceof Promise) raw = await raw;
      } else raw = source.kind === 'inline' ? source.text : (source as { value: unknown }).value;
    } catch (error) {
      this.#send({ type: 'network', source });
      const issue = { caminho: source.kind === 'url' ? 'tribunal' : source.kind, encontrado: `${(source as { url: string }).url} (${(error as Error).message})`, esperado: 'o arquivo do tribunal' };
      this.#send({ type: 'explained', source, issues: [issue] });
      return;
    }
    const read = typeof raw === 'string' ? readText(raw) : readCourtFile(raw, DEFAULT_TIMEZONE);
    this.#send(read.tribunal ? { type: 'read', source, tribunal: read.tribunal } : { type: 'invalid', source });
    if (!('source' in this.state) || !sameSource(this.state.source, source)) return;
    this.#unexplained = { source, raw, doubt: read.duvida };
    void this.#explain();
  }

  /** Says what is wrong, in the console and (with `debug`) in place; the checker is loaded only now. */
  async #explain(): Promise<void> {
    const pending = this.#unexplained;
    if (!pending || !(pending.doubt || this.#host.debug || pageConfig().debug || /^(localhost|127\.|\[::1\]|.*\.local$)/.test(location.hostname))) return;
    this.#unexplained = undefined;
    const { source, raw } = pending;
    try {
      const { explain } = await import('./court-explain.ts');
      this.#send({ type: 'explained', source, issues: explain(raw, (source as { url?: string }).url, this.#host, !!this.backendUrl) });
    } catch {
      // The explanation is a courtesy to the webmaster: without network there is nothing to explain.
    }
  }
}
