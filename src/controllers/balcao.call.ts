import { after } from '../adapters/after.ts';
import { BackendError, type Backend, type Ports, type VideoSession } from '../adapters/ports.ts';
import { preconnect } from '../adapters/video/ahead.ts';
import type { EntradaFila } from '../contract/fila.ts';
import type { VideoConfig } from '../contract/tribunal.ts';
import type { Balcao } from '../domain/channels/balcao.ts';
import type { BalcaoHost } from './balcao.controller.ts';
import type { BalcaoEffect, BalcaoEvent, MotivoFalha } from './balcao.machine.ts';

/** What a call takes from its element. Loaded when somebody means to call. */
export interface CallSetup {
  ports: Ports;
  /** Absolute address of the backend, or null. */
  backendUrl: string | null;
  unit: Balcao;
  nome: string;
  attempt: number;
  lang: string;
  /** Title of the video's frame. */
  titulo: string;
  /** Same key for the same wish, so that a try whose answer was lost does not take a second ticket. */
  idempotencyKey: string;
  /** Ticket of the try before, when the place is still held. */
  ingresso: string | null;
  /** The ticket is of a queue that is called by an attendant: it outlives the room, and no other is taken in its place. */
  daFila: boolean;
  send(event: BalcaoEvent): void;
  /** Something that is not a state changed: the room's address. */
  update(): void;
  /** The element's container of the frame, once it is in the page. */
  parent(): Promise<HTMLElement | null>;
}

/** Waits before a new try of a call that got no answer, in milliseconds. */
const RETRIES_MS = [1_500, 4_000];

/** One call at a time in a page: two would fight for the camera. */
let active: AbortController | null = null;

/** Says, to the webmaster, what is wrong. */
const report = (problem: string, unit: Balcao): void => console.error(`[Átrio] Vídeo de "${unit.nome}": ${problem}`);

/** Configuration of the room that a ticket opens; what the backend does not say is the unit's own. */
function ticketConfig(entrada: EntradaFila, own: VideoConfig | null): { config: VideoConfig; room: string; token?: string; audioOnly?: boolean } | null {
  if ('url' in entrada) return null;
  const { sala: room, token, semVideo } = entrada;
  const rest = { room, ...(token ? { token } : {}), ...(semVideo ? { audioOnly: true } : {}) };
  if (entrada.provider === 'jaas') {
    const appId = /vpaas-magic-cookie-[0-9a-f]+/.exec(entrada.domain)?.[0] ?? (own?.provider === 'jaas' ? own.appId : null);
    return appId ? { config: { ...(own?.provider === 'jaas' ? own : {}), provider: 'jaas', appId, sala: room }, ...rest } : null;
  }
  const same = own?.provider === 'jitsi' && own.domain === entrada.domain ? own : {};
  return { config: { ...same, provider: 'jitsi', domain: entrada.domain, sala: room }, ...rest };
}

/**
 * Loads the provider and opens the connections of a call that seems near; of one that was asked for, the server's script comes too, beside the ticket.
 * Failing is silent: the call itself will tell.
 * @param chamada the call that was asked for, until it is given up
 */
export async function warmUp(ports: Ports, unit: Balcao, chamada?: AbortSignal): Promise<void> {
  if (unit.meio?.kind !== 'sala') return;
  const { config } = unit.meio;
  const provider = await ports.video(config.provider);
  if (chamada?.aborted || provider.validate(config, { demo: unit.demo }) !== null) return;
  if (chamada) provider.prepare?.(config);
  else preconnect(provider.origins(config));
}

/** Wishes that may have got a ticket whose answer was lost. */
const wishes = new WeakMap<BalcaoHost, { para: string; key: string }>();

/**
 * A try at the call that a counter wants.
 * @param antes ticket of the try before, when the place is still held
 */
export function callOf(host: BalcaoHost, backendUrl: string | null, effect: BalcaoEffect & { kind: 'prepare' }, antes: string | null, send: (event: BalcaoEvent) => void): Call {
  const { attempt, unit, nome, ingresso } = effect;
  const { ports } = host;
  const para = `${unit.chave} ${nome}`;
  let wish = wishes.get(host);
  if (wish?.para !== para) wishes.set(host, (wish = { para, key: ports.random(16).join('-') }));
  return new Call({
    ports,
    backendUrl,
    unit,
    nome,
    attempt,
    lang: host.lang || 'pt-BR',
    titulo: host.salaTitulo(unit),
    idempotencyKey: wish.key,
    ingresso: ingresso ?? antes,
    daFila: ingresso !== undefined,
    send: (event) => {
      if (event.type === 'ticket') wishes.delete(host);
      send(event);
    },
    update: () => host.requestUpdate(),
    parent: () => host.salaParent(),
  });
}

/** One try at a call: ticket, room, session. Tells the machine what happens and never changes anything itself. */
export class Call {
  /** The room's own address, for another tab. */
  roomHref: string | null = null;
  ingresso: string | null;
  readonly #setup: CallSetup;
  readonly #life = new AbortController();
  #backend: Backend | undefined;
  #session: VideoSession | undefined;

  constructor(setup: CallSetup) {
    this.#setup = setup;
    this.ingresso = setup.ingresso;
  }

  /** Takes a ticket, or takes up the one that is held, and asks for its room. */
  async prepare(): Promise<void> {
    const { unit, ports, backendUrl, attempt, send } = this.#setup;
    if (active && active !== this.#life) return this.#fail('outra-chamada');
    active = this.#life;
    if (unit.meio?.kind !== 'sala' || !unit.meio.fila || !unit.id || !backendUrl) return send({ type: 'prepared', attempt, entrada: 'estatica' });
    warmUp(ports, unit, this.#life.signal).catch(() => undefined);
    try {
      this.#backend = await ports.backend(backendUrl);
      const entrada = (await this.#resume()) ?? (await this.#enter(unit.id));
      if (entrada && !this.#life.signal.aborted) send({ type: 'prepared', attempt, entrada });
    } catch (error) {
      this.#refused(error);
    }
  }

  /** Opens the room in the page. */
  async open(entrada: EntradaFila | 'estatica'): Promise<void> {
    const { unit, ports, attempt, nome, lang, titulo, send } = this.#setup;
    const own = unit.meio?.kind === 'sala' ? unit.meio.config : null;
    const target =
      entrada !== 'estatica' ? ticketConfig(entrada, own) : own && 'sala' in own && own.sala ? { config: own, room: own.sala } : null;
    if (!target) return this.#misconfigured('a sala não foi informada ou é de outro provedor');
    let provider;
    try {
      provider = await ports.video(target.config.provider);
    } catch {
      return this.#fail('rede');
    }
    const problem = provider.validate(target.config, { demo: unit.demo });
    if (problem !== null) return this.#misconfigured(problem);
    const parent = await this.#setup.parent();
    if (this.#life.signal.aborted) return;
    if (!parent) return this.#fail('unsupported');
    this.roomHref = provider.roomHref?.(target) ?? null;
    this.#setup.update();
    try {
      this.#session = provider.open({
        ...target,
        ...(nome ? { name: nome } : {}),
        lang,
        subject: unit.nome,
        parent,
        title: titulo,
        demo: unit.demo,
        onChange: (snapshot) => send({ type: 'video', attempt, snapshot }),
      });
    } catch (error) {
      report(String(error), unit);
      this.#fail('unsupported');
    }
  }

  /** Hangs up and tells when the room has let go. */
  async hangUp(): Promise<void> {
    try {
      await this.#session?.leave();
    } catch {
      // The room is gone all the same.
    }
    this.#setup.send({ type: 'left', attempt: this.#setup.attempt });
  }

  /** Takes the frame away. The ticket stays. */
  closeFrame(): void {
    this.#life.abort();
    this.#session?.dispose();
    this.#session = undefined;
    if (active === this.#life) active = null;
  }

  /** Takes the frame away and gives the ticket back. */
  drop(): void {
    this.closeFrame();
    this.#giveBack();
  }

  /** The room again for the ticket that is held; null when it no longer counts. */
  async #resume(): Promise<EntradaFila | null> {
    const { ingresso } = this;
    if (!ingresso) return null;
    try {
      return await this.#insist((options) => this.#backend!.abrirSala(ingresso, options));
    } catch (error) {
      if (this.#setup.daFila || !(error instanceof BackendError) || error.kind !== 'recusa') throw error;
      this.ingresso = null;
      return null;
    }
  }

  async #enter(id: string): Promise<EntradaFila | null> {
    const { nome, idempotencyKey, attempt, send } = this.#setup;
    const ticket = await this.#insist((options) => this.#backend!.entrarNaFila(id, nome ? { nome } : {}, { ...options, idempotencyKey }));
    this.ingresso = ticket.ingresso;
    if (this.#life.signal.aborted) {
      this.#giveBack();
      return null;
    }
    send({ type: 'ticket', attempt, senha: ticket.senha });
    return this.#insist((options) => this.#backend!.abrirSala(ticket.ingresso, options));
  }

  /** Tries again what got no answer: the network of a bus comes and goes. */
  async #insist<T>(action: (options: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const { signal } = this.#life;
    for (let tentativa = 0; ; tentativa++) {
      try {
        return await action({ signal });
      } catch (error) {
        const wait = RETRIES_MS[tentativa];
        if (!(error instanceof BackendError) || error.kind !== 'rede' || wait === undefined || signal.aborted) throw error;
        await new Promise<void>((resolve) => void after(this.#setup.ports.clock, wait, resolve));
        if (signal.aborted) throw error;
      }
    }
  }

  #refused(error: unknown): void {
    if (this.#life.signal.aborted) return;
    if (!(error instanceof BackendError)) return this.#fail('rede');
    const code = error.problem?.type.split(':').pop() ?? null;
    if (error.kind === 'recusa') this.#fail(code === 'fora-do-horario' ? code : 'recusada', code, error.problem?.detail ?? null);
    else if (error.kind !== 'cancelado') this.#fail(error.kind === 'incerto' ? 'servidor' : error.kind);
  }

  #misconfigured(problem: string): void {
    report(problem, this.#setup.unit);
    this.#fail('configuracao');
  }

  #fail(motivo: MotivoFalha, codigo: string | null = null, detalhe: string | null = null): void {
    if (this.#life.signal.aborted) return;
    this.#setup.send({ type: 'failed', attempt: this.#setup.attempt, motivo, codigo, detalhe });
  }

  #giveBack(): void {
    const { ingresso } = this;
    this.ingresso = null;
    if (ingresso && !this.#setup.daFila) this.#backend?.sairDaFila(ingresso).catch(() => undefined);
  }
}
