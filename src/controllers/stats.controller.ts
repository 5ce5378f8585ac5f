import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError, type Ports } from '../adapters/ports.ts';
import { statsStart, statsStep, type StatsAsk, type StatsEvent, type StatsState } from './stats.machine.ts';

/** An element that shows published figures. */
export interface StatsHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface StatsSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  /** What the page asks for. */
  ask(): StatsAsk;
}

/** Where the day begins last in the country (Acre), on the clock of the kit: a first list of months without one that no court is in yet. The first answer puts it right. */
const ACRE_MS = 5 * 60 * 60_000;

/** Asks for the figures that the page and the person want, and again when the network comes back. */
export class StatsController implements ReactiveController {
  state: StatsState = statsStart();
  readonly #host: StatsHost;
  readonly #spec: StatsSpec;
  #asked = '';
  #abort: AbortController | undefined;
  readonly #online = (): void => this.send({ type: 'online' });
  readonly #print = (event: Event): void => {
    for (const details of this.#host.shadowRoot?.querySelectorAll('details') ?? []) {
      if (event.type === 'afterprint') details.open = details.dataset['aberto'] !== undefined;
      else {
        details.toggleAttribute('data-aberto', details.open);
        details.open = true;
      }
    }
  };

  constructor(host: StatsHost, spec: StatsSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    // On paper nobody opens a table.
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#abort?.abort();
    // What was being asked for is asked again if the element comes back.
    if (this.state.kind === 'loading') this.#asked = '';
  }

  hostUpdate(): void {
    const url = this.#spec.backendUrl();
    const ask = this.#spec.ask();
    const asked = url ? [url, ask.servico, ask.inicio, ask.fim].join('\n') : '';
    if (!url || asked === this.#asked) return;
    this.#asked = asked;
    const hoje = this.state.hoje || new Date(this.#host.ports.clock.now() - ACRE_MS).toISOString().slice(0, 10);
    this.send({ type: 'config', ask, hoje });
  }

  send(event: StatsEvent): void {
    const before = this.state;
    const { state, effects } = statsStep(before, event);
    this.state = state;
    if (state !== before && event.type !== 'config') this.#host.requestUpdate();
    for (const { op, ask } of effects) void this.#load(op, ask);
  }

  async #load(op: number, { servico, inicio, fim }: StatsAsk): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    try {
      const statistics = await this.#host.ports.statistics(this.#spec.backendUrl() ?? '');
      const dados = await statistics.estatisticas(servico, { ...(inicio ? { inicio } : {}), ...(fim ? { fim } : {}) }, { signal });
      this.send({ type: 'loaded', op, dados });
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.kind === 'recusa') this.send({ type: 'refused', op, texto: known.problem?.detail ?? known.problem?.title ?? '' });
      // What is no error of the backend is its client that did not load.
      else if (known?.kind !== 'cancelado') this.send({ type: 'fault', op, motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
    }
  }
}
