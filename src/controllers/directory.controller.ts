import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { after } from '../adapters/after.ts';
import { directoryUrl, loadDirectory } from '../adapters/backend/directory.ts';
import { loadZoneRules, zoneRules } from '../adapters/clock/load-zone-rules.ts';
import { BackendError, type Ports } from '../adapters/ports.ts';
import type { Tribunal } from '../contract/tribunal.ts';
import { escreverEndereco, lerEndereco, VISTA_INICIAL } from '../domain/directory/address.ts';
import { situacoes, type Situacoes } from '../domain/directory/open-now.ts';
import { criarBuscador, type Buscador } from '../domain/directory/search.ts';
import { lerDiretorio, type Indice } from '../domain/directory/unpack.ts';
import type { HoursStatus } from '../domain/hours/status.ts';
import type { ZoneRules } from '../domain/zone/zone-rules.ts';
import { directoryStart, directoryStep, type DirectoryEvent, type DirectorySource, type DirectoryState } from './directory.machine.ts';

/** An element that lists the units of a court. */
export interface DirectoryHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface DirectorySpec {
  source(): DirectorySource;
  tribunal(): Tribunal | null;
  /** Words of a kind of unit. */
  rotulo(tipo: string): string;
  /** The address of the page was changed by the person: another view is on the screen. */
  moved(): void;
}

/** How long after the last letter the search is made, in milliseconds. */
const ESPERA_MS = 200;

/** Loads the units, keeps what the person looks for in the page's address, and tells which are open. */
export class DirectoryController implements ReactiveController {
  state: DirectoryState = directoryStart();
  /** The zone rules, once they are there. */
  rules: ZoneRules | null = null;
  readonly #host: DirectoryHost;
  readonly #spec: DirectorySpec;
  #abort: AbortController | undefined;
  #situacoes: { indice: Indice; de: Situacoes } | null = null;
  #buscador: { indice: Indice; buscar: Buscador } | null = null;
  #achadas: { chave: readonly unknown[]; rows: readonly number[] } | null = null;
  #cancelTimer: (() => void) | undefined;
  #cancelTyping: (() => void) | undefined;
  #stops: (() => void)[] = [];
  #loadingRules = false;

  constructor(host: DirectoryHost, spec: DirectorySpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  hostConnected(): void {
    const online = (): void => {
      this.send({ type: 'online' });
      // What did not come beside the units is asked for by the update.
      this.#host.requestUpdate();
    };
    const moved = (): void => {
      if (this.#read()) this.#spec.moved();
    };
    addEventListener('online', online);
    addEventListener('hashchange', moved);
    this.#stops = [() => removeEventListener('online', online), () => removeEventListener('hashchange', moved), this.#host.ports.clock.onShift(this.#again)];
    this.#read();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelTimer?.();
    this.#cancelTyping?.();
    this.#abort?.abort();
    // What was on its way is asked for again if the element comes back.
    if (this.state.kind === 'loading') this.state = { ...directoryStart(), vista: this.state.vista };
  }

  hostUpdate(): void {
    this.send({ type: 'source', source: this.#spec.source() });
    this.rules ??= zoneRules();
    if (!this.rules && !this.#loadingRules) void this.#loadRules();
  }

  hostUpdated(): void {
    this.vigiar();
  }

  /** What was told of the hours holds until then. Asked for again after more of them were told than an update did. */
  vigiar(): void {
    this.#cancelTimer?.();
    const validade = this.#situacoes?.de.validade() ?? null;
    if (validade !== null) this.#cancelTimer = this.#host.ports.clock.at(validade, this.#again);
  }

  /** Rows that the person asked for. */
  get rows(): readonly number[] {
    const { state } = this;
    if (state.kind !== 'shown') return [];
    const { indice } = state;
    const { filtro, unidade } = state.vista;
    const abertas = filtro.abertas && this.rules !== null;
    const chave = [indice, filtro, unidade, abertas ? this.#abertas(indice) : null];
    if (this.#achadas?.chave.every((part, at) => part === chave[at])) return this.#achadas.rows;
    if (this.#buscador?.indice !== indice) this.#buscador = { indice, buscar: criarBuscador(indice, this.#spec.rotulo) };
    const rows = unidade ? [indice.linha(unidade)].filter((row) => row >= 0) : this.#buscador.buscar({ ...filtro, abertas }, (row) => this.status(row)?.kind === 'open');
    // The hour struck and nothing opened or closed: the list stays the one that is on the screen.
    const before = this.#achadas?.rows;
    const kept = before?.length === rows.length && rows.every((row, at) => row === before[at]) ? before : rows;
    this.#achadas = { chave, rows: kept };
    return kept;
  }

  /** Which are open now; null until the zone rules are there. */
  get situacoes(): Situacoes | null {
    return this.state.kind === 'shown' && this.rules ? this.#abertas(this.state.indice) : null;
  }

  /** Open or closed now; undefined until the zone rules are there, null when nobody can tell. */
  status(row: number): HoursStatus | null | undefined {
    return this.situacoes?.de(row);
  }

  /** The instant of the statuses, in epoch milliseconds. */
  get now(): number {
    return this.#situacoes?.de.agora ?? this.#host.ports.clock.now();
  }

  /** The person is writing: the search is made when they pause. */
  type(busca: string): void {
    this.#cancelTyping?.();
    this.#cancelTyping = after(this.#host.ports.clock, ESPERA_MS, () => this.send({ type: 'filter', filtro: { busca }, typing: true }));
  }

  /** Makes the search at once. */
  search(busca: string): void {
    this.#cancelTyping?.();
    this.send({ type: 'filter', filtro: { busca }, typing: true });
  }

  send(event: DirectoryEvent): void {
    const before = this.state;
    const { state, effects } = directoryStep(before, event);
    this.state = state;
    if (state !== before && event.type !== 'source') this.#host.requestUpdate();
    for (const effect of effects) {
      if (effect.kind === 'load') void this.#load(effect.op, effect.source);
      else {
        const url = escreverEndereco(effect.vista);
        if (effect.push) history.pushState(history.state, '', url);
        else history.replaceState(history.state, '', url);
      }
    }
  }

  /** Reads the page's address. False when it says nothing of the units. */
  #read(): boolean {
    const vista = location.hash ? lerEndereco(location.hash) : VISTA_INICIAL;
    if (vista) this.send({ type: 'address', vista });
    return vista !== null;
  }

  readonly #again = (): void => {
    this.#situacoes = null;
    this.#host.requestUpdate();
  };

  #abertas(indice: Indice): Situacoes {
    if (this.#situacoes?.indice !== indice && this.rules) this.#situacoes = { indice, de: situacoes(indice, this.#host.ports.clock.now(), this.rules) };
    return this.#situacoes!.de;
  }

  async #loadRules(): Promise<void> {
    this.#loadingRules = true;
    try {
      this.rules = await loadZoneRules();
      this.#host.requestUpdate();
    } catch {
      // The next update tries again: names and contacts are there without it.
    }
    this.#loadingRules = false;
  }

  async #load(op: number, source: DirectorySource): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const tribunal = this.#spec.tribunal();
    try {
      const raw = 'url' in source ? await loadDirectory(source.kind === 'backend' ? directoryUrl(source.url) : source.url, this.#host.ports, { signal }) : null;
      // A backend of before has none: the court file's own units serve.
      const units = raw === null && source.kind !== 'file' && tribunal ? (await import('../domain/directory/pack.ts')).empacotar(tribunal, '') : raw;
      const indice = lerDiretorio(units, tribunal?.calendario);
      if (indice) this.send({ type: 'loaded', op, indice });
      else this.send({ type: 'fault', op, motivo: 'servidor' });
    } catch (error) {
      const kind = error instanceof BackendError ? error.kind : 'rede';
      if (kind !== 'cancelado') this.send({ type: 'fault', op, motivo: kind === 'servidor' ? 'servidor' : 'rede' });
    }
  }
}
