import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError, type Hearing, type Live, type Ports } from '../adapters/ports.ts';
import type { EntradaAudiencia } from '../contract/audiencia-convite.ts';
import type { Tribunal } from '../contract/tribunal.ts';
import { AttendanceRoom } from './attendance.room.ts';
import { audienciaStart, audienciaStep, temConvite, type AudienciaEffect, type AudienciaEvent, type AudienciaState, type Chamada, type MotivoConvite, type OndeSala } from './audiencia.machine.ts';

/** An element that a hearing is lived in. */
export interface AudienciaHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface AudienciaSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  tribunal(): Tribunal | null;
  lang(): string;
  /** Secret of the invitation; null while there is none. */
  convite(): string | null;
  /** Name of the video's frame, and subject of the room. */
  titulo(onde: OndeSala): string;
  /** Where the frame goes, once it is in the page. */
  quadro(): Promise<HTMLElement | null>;
  focar(onde: 'titulo' | 'sala'): void;
  /** The person may come in: a sound. */
  chamar(): void;
  mudou(antes: AudienciaState, agora: AudienciaState): void;
}

/** Problems of the backend that say what is the matter with an invitation, by the end of their type. */
const CONVITES: Readonly<Record<string, MotivoConvite>> = { 'convite-revogado': 'revogado', 'convite-vencido': 'vencido' };

const motivoDe = (error: BackendError | null): MotivoConvite | undefined => CONVITES[error?.problem?.type.split(':').pop() ?? ''];

/** Runs a hearing for one invited person: reads, follows, comes and goes, opens the rooms one at a time. */
export class AudienciaController implements ReactiveController {
  state: AudienciaState = audienciaStart();
  readonly #host: AudienciaHost;
  readonly #spec: AudienciaSpec;
  #started = '';
  #client: Promise<Hearing> | null = null;
  #live: Live | null = null;
  #room: AttendanceRoom | null = null;
  /** Rooms that are still letting go: the next opens after them, since two would fight for the camera. */
  #leaving: Promise<unknown> = Promise.resolve();
  readonly #online = (): void => {
    if (this.state.kind === 'failed') this.send({ type: 'open' });
    else this.#live?.refresh();
  };

  constructor(host: AudienciaHost, spec: AudienciaSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  /** The room's own address, for another tab. */
  get roomHref(): string | null {
    return this.#room?.href ?? null;
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    if (temConvite(this.state)) this.#run({ kind: 'follow' });
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#run({ kind: 'unfollow' });
    this.send({ type: 'gone' });
  }

  hostUpdate(): void {
    const url = this.#spec.backendUrl();
    const convite = this.#spec.convite();
    const started = url && convite ? `${url} ${convite}` : '';
    if (started === this.#started) return;
    this.#started = started;
    this.#client = null;
    if (started) this.send({ type: 'open' });
  }

  send(event: AudienciaEvent): void {
    const before = this.state;
    const { state, effects } = audienciaStep(before, event);
    this.state = state;
    if (state !== before) {
      this.#host.requestUpdate();
      this.#spec.mudou(before, state);
    }
    for (const effect of effects) this.#run(effect);
  }

  #hearing(): Promise<Hearing> {
    const url = this.#spec.backendUrl();
    const convite = this.#spec.convite();
    if (!url || !convite) return Promise.reject(new BackendError('servidor', 'no invitation'));
    const { ports } = this.#host;
    this.#client ??= ports.audiencia
      ? ports.audiencia.convidado(url, convite)
      : import('../adapters/backend/hearing.ts').then(
          ({ createHearing }) => createHearing(url, convite, ports),
          () => Promise.reject(new BackendError('rede', 'code')),
        );
    this.#client.catch(() => (this.#client = null));
    return this.#client;
  }

  #run(effect: AudienciaEffect): void {
    switch (effect.kind) {
      case 'read':
        return void this.#read();
      case 'follow':
        return void this.#follow();
      case 'unfollow':
        this.#live?.stop();
        this.#live = null;
        return;
      case 'arrive':
        return void this.#ask(effect.op, async (hearing) => this.send({ type: 'arrived', op: effect.op, situacao: await hearing.chegar() }));
      case 'depart':
        return void this.#hearing().then((hearing) => hearing.sair()).catch(() => undefined);
      case 'ask-room': {
        const { op, para, ciente } = effect;
        return void this.#ask(op, async (hearing) => this.send({ type: 'entrada', op, entrada: await hearing.entrar({ sala: para.sala, ...(para.de ? { de: para.de } : {}), ...(ciente && para.sala === 'audiencia' ? { ciente: true } : {}) }) }));
      }
      case 'open-room':
        return void this.#open(effect.chamada, effect.entrada);
      case 'close-room': {
        const room = this.#room;
        this.#room = null;
        if (room) this.#leaving = room.close().catch(() => undefined);
        return;
      }
      case 'call':
        return this.#spec.chamar();
      case 'focus':
        return this.#spec.focar(effect.onde);
    }
  }

  async #read(): Promise<void> {
    const started = this.#started;
    try {
      const situacao = await (await this.#hearing()).situacao();
      if (started === this.#started) this.send({ type: 'read', situacao });
    } catch (error) {
      if (started === this.#started) this.#refused(error);
    }
  }

  /** What is refused for good is the invitation itself. */
  #refused(error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind === 'recusa' && known.problem?.status !== 429) this.send({ type: 'unreadable', motivo: motivoDe(known) ?? 'nao-vale' });
    else this.send({ type: 'fault', motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
  }

  async #follow(): Promise<void> {
    this.#live?.stop();
    const started = this.#started;
    try {
      const hearing = await this.#hearing();
      if (started !== this.#started || !this.#host.isConnected) return;
      this.#live?.stop();
      this.#live = hearing.acompanhar({
        onValue: (situacao) => this.send({ type: 'situacao', situacao }),
        onState: (rede) => this.send({ type: 'live', rede }),
        onRefused: (error) => this.#refused(error),
      });
    } catch {
      this.send({ type: 'live', rede: 'sem-rede' });
    }
  }

  async #ask(op: number, call: (hearing: Hearing) => Promise<void>): Promise<void> {
    try {
      await call(await this.#hearing());
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.problem?.status === 401 || motivoDe(known)) return this.#refused(error);
      if (known?.kind === 'recusa') this.send({ type: 'act-refused', op, texto: known.problem?.errors?.[0]?.detail ?? known.problem?.detail ?? known.problem?.title ?? '' });
      else this.send({ type: 'act-fault', op, motivo: known && known.kind !== 'rede' ? 'servidor' : 'rede' });
      // The server may know more than this page: what is true is asked for.
      this.#live?.refresh();
    }
  }

  async #open(chamada: Chamada, { entrada, nome, fala }: EntradaAudiencia): Promise<void> {
    await this.#leaving;
    const { state } = this;
    if (state.kind !== 'in-room' || state.chamada.op !== chamada.op) return;
    const room = (this.#room = new AttendanceRoom());
    const titulo = this.#spec.titulo(chamada);
    await room.open({
      ports: this.#host.ports,
      tribunal: this.#spec.tribunal(),
      unidadeId: state.situacao.audiencia.unidade.id,
      assunto: titulo,
      entrada,
      nome,
      lang: this.#spec.lang(),
      soVoz: state.semVideo,
      ouvinte: !fala,
      titulo,
      parent: () => this.#spec.quadro(),
      onChange: (fase, motivo) => {
        if (this.#room === room) this.send({ type: 'video', op: chamada.op, fase, motivo });
      },
    });
    this.#host.requestUpdate();
  }
}
