import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError, type Ports } from '../adapters/ports.ts';
import type { Caso, ConsultaEnvio } from '../contract/caso.ts';
import { claimName, releaseName } from './claim-name.ts';
import { FormHistory } from './form.history.ts';
import { trackerStart, trackerStep, type TrackerEvent, type TrackerField, type TrackerFocus, type TrackerState } from './tracker.machine.ts';

/** An element that follows a case. */
export interface TrackerHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface TrackerSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  /** Asks for what nearly every case is shown with. */
  warm(): Promise<unknown>;
  /** Brings what the case needs to be shown; it is not shown without it. */
  prepare(caso: Caso): Promise<void>;
  onCase(caso: Caso): void;
  /** The browser's Back, from an act to the case. */
  onBack(): void;
  onFocus(onde: TrackerFocus): void;
}

const FIELDS: Record<string, TrackerField> = { '/protocolo': 'protocolo', '/chave': 'chave' };

/**
 * Follows a case: asks the backend, keeps the browser's Back working, tells when what is on the screen is old. The key is only in
 * memory, only until the case is open; it is never in an address, in storage or in the console.
 */
export class TrackerController implements ReactiveController {
  state: TrackerState = trackerStart();
  readonly #host: TrackerHost;
  readonly #spec: TrackerSpec;
  /** Two trackers of one page have entries of their own. */
  #name = 'acompanhar';
  /** None out of the page: a case that comes late by then moves nothing of the page that came after. */
  #history: FormHistory | null = null;
  #abort: AbortController | undefined;
  #cancelExpiry: (() => void) | undefined;
  #warm = false;
  readonly #network = (): void => this.#host.requestUpdate();
  /** With the next frame the browser gives the focus to the part of the page that the address names: the tracker's comes after. */
  readonly #pop = (): void =>
    void requestAnimationFrame(() => {
      const step = this.#history?.step ?? null;
      // A link to a part of the page is not the browser's Back.
      if (step === null) return;
      if (this.state.kind !== 'shown') this.#spec.onFocus(this.state.protocolo ? 'chave' : 'protocolo');
      else if (step === 1) this.#spec.onBack();
      else if (!step) this.send({ type: 'again' });
    });

  constructor(host: TrackerHost, spec: TrackerSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  /** False when the browser is sure that there is no network. */
  get online(): boolean {
    return navigator.onLine;
  }

  hostConnected(): void {
    this.#name = claimName('acompanhar');
    this.#history = new FormHistory(this.#name);
    this.#listen('addEventListener');
    // A reload on the entry of a case has no case any more.
    this.#history.settle(this.state.kind === 'shown' ? 1 : 0);
    if (this.state.kind === 'shown') this.#expire(this.state.op, this.state.caso.token.expiraEm);
  }

  hostDisconnected(): void {
    releaseName(this.#name);
    this.#listen('removeEventListener');
    this.#history = null;
    this.#cancelExpiry?.();
    this.#abort?.abort();
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    globalThis[how]('popstate', this.#pop);
    globalThis[how]('online', this.#network);
    globalThis[how]('offline', this.#network);
  }

  /** Absolute address of the backend, or null. */
  get backendUrl(): string | null {
    return this.#spec.backendUrl();
  }

  /** The case on the screen, or null. */
  get caso(): Caso | null {
    return this.state.kind === 'shown' ? this.state.caso : null;
  }

  /** What is on the screen may be old: the access has run out. */
  get expirado(): boolean {
    return this.state.kind === 'shown' && this.state.expirado;
  }

  /** An act is opened or put away: Back goes from it to the case. True when the browser is going back, and `popstate` follows. */
  ato(aberto: boolean): boolean {
    return this.#history?.moved(aberto ? 1 : 2, aberto ? 2 : 1) ?? false;
  }

  send(event: TrackerEvent): void {
    const before = this.state;
    const { state, effects } = trackerStep(before, event);
    this.state = state;
    // Before the effects: the focus waits for the render that shows its place.
    if (state !== before) this.#host.requestUpdate();
    if (event.type === 'input') this.#warmUp();
    if (before.kind === 'shown' && state.kind !== 'shown') this.#cancelExpiry?.();
    if (before.kind === 'consulting' && state.op !== before.op) this.#abort?.abort();
    for (const effect of effects) {
      if (effect.kind === 'consult') void this.#consult(effect.op, effect.consulta);
      else if (effect.kind === 'expire') this.#expire(effect.op, effect.em);
      else if (effect.kind === 'focus') this.#spec.onFocus(effect.onde);
      else if (effect.para === 'caso') this.#history?.moved(0, 1);
      else this.#history?.moved(1, 0);
    }
  }

  /** The client and what shows the answer come while the person types. That they did not is told by the press. */
  #warmUp(): void {
    const url = this.backendUrl;
    // Where it fails, an older browser remembers it as failed.
    if (this.#warm || !url || !navigator.onLine) return;
    this.#warm = true;
    Promise.all([this.#host.ports.backend(url), this.#spec.warm()]).catch(() => (this.#warm = false));
  }

  #expire(op: number, em: string): void {
    this.#cancelExpiry?.();
    const instant = Date.parse(em);
    if (!Number.isNaN(instant)) this.#cancelExpiry = this.#host.ports.clock.at(instant, () => this.send({ type: 'expired', op }));
  }

  async #consult(op: number, consulta: ConsultaEnvio): Promise<void> {
    this.#abort = new AbortController();
    try {
      const url = this.backendUrl;
      if (!url) throw new BackendError('servidor', 'no backend');
      const caso = await (await this.#host.ports.backend(url)).consultar(consulta, { signal: this.#abort.signal });
      await this.#spec.prepare(caso);
      this.send({ type: 'found', op, caso });
      if (this.state.kind === 'shown' && this.state.caso === caso) this.#spec.onCase(caso);
    } catch (error) {
      this.#failed(op, error);
    }
  }

  #failed(op: number, error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind !== 'recusa') return this.send({ type: 'fault', op, motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
    const { problem } = known;
    const campos = (problem?.errors ?? []).flatMap(({ pointer }) => FIELDS[pointer] ?? []);
    this.send({ type: 'refused', op, status: problem?.status ?? 0, texto: problem?.detail ?? problem?.title ?? '', campos, espera: known.retryAfterMs });
  }
}
