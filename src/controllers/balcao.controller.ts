import type { ReactiveController } from 'lit';
import { loadZoneRules, zoneRules } from '../adapters/clock/load-zone-rules.ts';
import type { SenhaGuardada } from '../adapters/ports.ts';
import { assemble, findUnit, type Balcao, type BalcaoAttrs } from '../domain/channels/balcao.ts';
import type { Unidade } from '../contract/tribunal.ts';
import type { ZoneRules } from '../domain/zone/zone-rules.ts';
import type { Call } from './balcao.call.ts';
import { readExpediente } from './balcao.hours.ts';
import { balcaoStep, isHolding, type BalcaoEffect, type BalcaoEvent, type BalcaoState, type Resolucao } from './balcao.machine.ts';
import type { CourtController, CourtHost } from './court.controller.ts';

/** An element that shows a counter. */
export interface BalcaoHost extends CourtHost, BalcaoAttrs {
  /** Container of the video's frame, once it is rendered. */
  salaParent(): Promise<HTMLElement | null>;
  /** Loads what the element shows from the call on. */
  carregarChamada(): Promise<void>;
  /** Title of the video's frame. */
  salaTitulo(unit: Balcao): string;
  /** Told of every change of state, in order. */
  estadoMudou(): void;
  /** Told that the network is back. */
  redeVoltou(): void;
  /** Told that what this browser keeps of the unit can be looked at. */
  achar(): void;
}

type Lookup = { id: string; url: string; result: Unidade | 'pending' | 'desconhecida' | 'rede' };

/** By then a status is on the screen. */
const PINTADO_MS = 100;

/** Keeps a counter's state: finds the unit, follows the clock, and runs the call through the ports. */
export class BalcaoController implements ReactiveController {
  state: BalcaoState = { kind: 'no-unit' };
  /** The zone rules, once they are there. */
  rules: ZoneRules | null = null;
  /** The backend was asked again for a unit that could not be fetched. */
  retried = false;
  readonly #host: BalcaoHost;
  readonly #court: CourtController;
  #lookup: Lookup | null = null;
  #stops: (() => void)[] = [];
  #cancelTimer: (() => void) | undefined;
  #loadingRules = false;
  #olhar: ReturnType<typeof setTimeout> | undefined;
  readonly #again = (): void => this.#host.requestUpdate();
  #attempt = 0;
  #call: Call | null = null;
  #module: Promise<typeof import('./balcao.call.ts')> | undefined;
  #warm: string | null = null;

  constructor(host: BalcaoHost, court: CourtController) {
    this.#host = host;
    this.#court = court;
    host.addController(this);
  }

  /** The instant that the state was computed for, in epoch milliseconds. */
  get now(): number {
    return this.#host.ports.clock.now();
  }

  /** Address of the room in another tab, while there is one. */
  get roomHref(): string | null {
    return this.#call?.roomHref ?? null;
  }

  /** Absolute address of the backend of the contract, or null. */
  get backendUrl(): string | null {
    return this.#court.backendUrl;
  }

  /** Whether an attendant calls the tickets of a unit, one after the other; else its room opens to whoever comes. */
  comFila({ meio, unidade }: Balcao): boolean {
    return meio?.kind === 'sala' && meio.fila && (unidade?.fila ?? this.#court.tribunal?.balcao?.fila)?.chamada !== 'imediata';
  }

  /** Other ways to be served by this unit: a message that gets a protocol, an appointment. */
  outrosMeios({ id, unidade, gabinete }: Balcao): ('mensagem' | 'agendar')[] {
    if (!id || gabinete || !this.backendUrl) return [];
    return [...(unidade?.aceitaAssincrono ? ['mensagem' as const] : []), ...((unidade?.agenda ?? this.#court.tribunal?.balcao?.agenda) ? ['agendar' as const] : [])];
  }

  hostConnected(): void {
    const { clock } = this.#host.ports;
    const gone = (): void => this.#send({ type: 'removed' });
    const again = this.#again;
    addEventListener('pagehide', gone);
    const online = (): void => {
      if (this.#lookup?.result === 'rede') this.retry();
      else again();
      this.#host.redeVoltou();
    };
    addEventListener('online', online);
    this.#stops = [
      clock.onShift(again),
      () => removeEventListener('pagehide', gone),
      () => removeEventListener('online', online),
      () => removeEventListener('storage', again),
    ];
    again();
  }

  /** The storages of a browser take longer to open than a counter to be drawn: its status comes first. */
  hostUpdated(): void {
    if (!('unit' in this.state)) return;
    this.#olhar ??= setTimeout(() => {
      this.#olhar = undefined;
      if (!this.#host.isConnected) return;
      // Another tab took a ticket of this counter.
      addEventListener('storage', this.#again);
      this.#host.achar();
    }, PINTADO_MS);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelTimer?.();
    this.#send({ type: 'removed' });
  }

  hostUpdate(): void {
    this.rules ??= zoneRules();
    if (!this.rules) void this.#loadRules();
    this.#refresh();
  }

  /** The person means to call: what the call needs starts on its way. */
  intent(): void {
    const { state } = this;
    if (!('unit' in state) || state.unit.meio?.kind !== 'sala' || this.#warm === state.unit.chave) return;
    const { unit } = state;
    this.#warm = unit.chave;
    Promise.all([this.#loadModule(), this.#host.carregarChamada()])
      .then(([{ warmUp }]) => warmUp(this.#host.ports, unit))
      .catch(() => (this.#warm = null));
  }

  /** @param senha ticket of a queue whose turn has come */
  call(nome: string, senha?: SenhaGuardada): void {
    // The hour may have struck since the last paint.
    this.#refresh();
    this.#send({ type: 'call', attempt: ++this.#attempt, nome: nome.trim(), ...(senha ? { senha } : {}) });
  }

  follow(href: string | null): void {
    this.#send({ type: 'follow', href });
  }

  leave(): void {
    this.#send({ type: 'leave' });
  }

  dismiss(): void {
    this.#send({ type: 'dismiss' });
  }

  /** Asks the backend again for a unit that could not be fetched. */
  retry(): void {
    this.retried = true;
    this.#lookup = null;
    this.#host.requestUpdate();
  }

  #send(event: BalcaoEvent): void {
    const before = this.state;
    const { state, effects } = balcaoStep(before, event);
    this.state = state;
    if (state !== before) {
      if (state.kind !== before.kind) this.#host.estadoMudou();
      if (event.type !== 'unit') this.#host.requestUpdate();
    }
    for (const effect of effects) this.#run(effect);
  }

  #run(effect: BalcaoEffect): void {
    switch (effect.kind) {
      case 'prepare':
        void this.#prepare(effect);
        break;
      case 'open-room':
        void this.#call?.open(effect.entrada);
        break;
      case 'hang-up':
        void this.#call?.hangUp();
        break;
      case 'close-frame':
        this.#call?.closeFrame();
        break;
      case 'release':
        this.#call?.closeFrame();
        this.#call = null;
        break;
      case 'drop':
        this.#call?.drop();
        this.#call = null;
        break;
    }
  }

  async #prepare(effect: BalcaoEffect & { kind: 'prepare' }): Promise<void> {
    const { attempt } = effect;
    const antes = this.#call?.ingresso ?? null;
    let module;
    try {
      [module] = await Promise.all([this.#loadModule(), this.#host.carregarChamada()]);
    } catch {
      this.#send({ type: 'failed', attempt, motivo: 'rede' });
      return;
    }
    if (!isHolding(this.state) || this.state.call.attempt !== attempt) return;
    this.#call = module.callOf(this.#host, this.backendUrl, effect, antes, (event) => this.#send(event));
    await this.#call.prepare();
  }

  #loadModule(): Promise<typeof import('./balcao.call.ts')> {
    this.#module ??= import('./balcao.call.ts').catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }

  async #loadRules(): Promise<void> {
    if (this.#loadingRules) return;
    this.#loadingRules = true;
    try {
      this.rules = await loadZoneRules();
      this.#host.requestUpdate();
    } catch {
      // No network. The next update tries again: the network's return, the clock's move, an attribute.
    } finally {
      this.#loadingRules = false;
    }
  }

  /** Tells the machine what attributes, files and clock say now, and wakes up at the next change. */
  #refresh(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#send({ type: 'unit', resolucao: this.#resolve() });
  }

  #resolve(): Resolucao {
    const { tribunal, backendUrl } = this.#court;
    const host = this.#host;
    const found = findUnit(host, tribunal);
    if (found === null) return { kind: 'none' };
    if (found === 'attributes') return this.#found(assemble(host, null, tribunal, backendUrl !== null));
    if (found !== 'elsewhere') return this.#found(assemble(host, found, tribunal, backendUrl !== null));
    // A unit that the court file does not carry: the backend may know it.
    const id = host.unidade!;
    if (!backendUrl) return { kind: 'unknown', id, motivo: 'desconhecida' };
    if (this.#lookup?.id !== id || this.#lookup.url !== backendUrl) void this.#fetchUnit(id, backendUrl);
    const result = this.#lookup?.result ?? 'pending';
    if (result === 'pending') return { kind: 'seeking', id };
    if (typeof result === 'string') return { kind: 'unknown', id, motivo: result };
    return this.#found(assemble(host, result, tribunal, true));
  }

  #found(unit: Balcao): Resolucao {
    if (!this.rules) return { kind: 'found', unit, hours: 'aguardando' };
    const { hours, muda } = readExpediente(unit.agenda, this.now, this.rules);
    if (muda !== null && this.#host.isConnected) {
      this.#cancelTimer = this.#host.ports.clock.at(muda, () => this.#host.requestUpdate());
    }
    return { kind: 'found', unit, hours };
  }

  async #fetchUnit(id: string, url: string): Promise<void> {
    const lookup: Lookup = { id, url, result: 'pending' };
    this.#lookup = lookup;
    try {
      const backend = await this.#host.ports.backend(url);
      lookup.result = (await backend.unidade(id)) ?? 'desconhecida';
    } catch {
      lookup.result = 'rede';
    }
    this.#host.requestUpdate();
  }
}
