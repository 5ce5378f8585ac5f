import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { after } from '../adapters/after.ts';
import { BackendError, type HearingDesk, type Live, type Ports } from '../adapters/ports.ts';
import type { AtoAudiencia, AudienciaInput } from '../contract/audiencia-equipe.ts';
import { AttendanceRoom } from './attendance.room.ts';
import { mesaStart, mesaStep, naMesa, type AtoEmCurso, type MesaEffect, type MesaEvent, type MesaState, type SalaMesa } from './audiencia-mesa.machine.ts';
import { StaffAccess, type StaffSpec } from './staff-access.ts';

/** An element that hearings are conducted from. */
export interface MesaHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface MesaSpec extends StaffSpec {
  /** Name of the video's frame. */
  titulo(ato: string): string;
  focar(onde: Extract<MesaEffect, { kind: 'focus' }>['onde']): void;
  mudou(antes: MesaState, agora: MesaState): void;
}

/** Between two looks at the list, in milliseconds. */
const LISTA_MS = 20_000;

/** Runs the desk of who conducts hearings: access, list, the open hearing as it changes, acts one by one, the room. */
export class MesaController implements ReactiveController {
  state: MesaState = mesaStart();
  readonly #host: MesaHost;
  readonly #spec: MesaSpec;
  readonly #access: StaffAccess<HearingDesk>;
  #live: Live | null = null;
  #following: string | null = null;
  #room: AttendanceRoom | null = null;
  #cancelList = (): void => undefined;
  readonly #online = (): void => this.#live?.refresh();
  readonly #unload = (event: Event): void => {
    if (this.state.kind === 'hearing' && this.state.sala) event.preventDefault();
  };

  constructor(host: MesaHost, spec: MesaSpec) {
    this.#host = host;
    this.#spec = spec;
    this.#access = new StaffAccess(host, spec, {
      given: () => this.send(naMesa(this.state) ? { type: 'renewed' } : { type: 'begin' }),
      send: (event) => this.send(event),
      open: (url, token) =>
        host.ports.audiencia
          ? host.ports.audiencia.mesa(url, token)
          : import('../adapters/backend/hearing.ts').then(
              ({ createHearingDesk }) => createHearingDesk(url, token, host.ports),
              () => Promise.reject(new BackendError('rede', 'code')),
            ),
    });
    host.addController(this);
  }

  /** The room's own address, for another tab. */
  get roomHref(): string | null {
    return this.#room?.href ?? null;
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    addEventListener('beforeunload', this.#unload);
    if (this.state.kind === 'hearing') this.#run({ kind: 'follow', id: this.state.audiencia.id });
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    removeEventListener('beforeunload', this.#unload);
    this.#run({ kind: 'unfollow' });
    this.#cancelList();
    this.send({ type: 'leave-room' });
  }

  hostUpdate(): void {
    this.#access.update();
  }

  send(event: MesaEvent): void {
    const before = this.state;
    const { state, effects } = mesaStep(before, event);
    this.state = state;
    if (state !== before) {
      this.#host.requestUpdate();
      this.#spec.mudou(before, state);
    }
    for (const effect of effects) this.#run(effect);
  }

  /** One act on the open hearing, with a key of its own. */
  act(ato: AtoAudiencia): void {
    this.send({ type: 'act', ato, chave: this.#host.ports.random(16).join('-') });
  }

  schedule(corpo: AudienciaInput): void {
    this.send({ type: 'schedule', corpo, chave: this.#host.ports.random(16).join('-') });
  }

  enter(): void {
    this.send({ type: 'enter', chave: this.#host.ports.random(16).join('-') });
  }

  /** Signs in again beside the work; within the press, since a window opens. */
  async signInAgain(): Promise<void> {
    const renewed = await this.#access.signInAgain();
    if (renewed !== null) this.send({ type: renewed ? 'renewed' : 'expired' });
  }

  #run(effect: MesaEffect): void {
    switch (effect.kind) {
      case 'sign-in':
        return void this.#access.signIn();
      case 'sign-out':
        this.#cancelList();
        return this.#access.signOut();
      case 'list':
        return void this.#list(effect.dia, effect.cursor);
      case 'follow':
        return void this.#follow(effect.id);
      case 'unfollow':
        this.#following = null;
        this.#live?.stop();
        this.#live = null;
        return;
      case 'refresh':
        this.#live?.refresh();
        return;
      case 'run':
        return void this.#act(effect.emCurso);
      case 'room':
        return void this.#open(effect.sala);
      case 'close-room':
        void this.#room?.close();
        this.#room = null;
        return;
      case 'term':
        return void this.#term(effect.id);
      case 'focus':
        return this.#spec.focar(effect.onde);
    }
  }

  async #list(dia: string | null, cursor?: string): Promise<void> {
    this.#cancelList();
    try {
      const lista = await (await this.#access.client()).listar({ ...(dia ? { dia } : {}), ...(cursor ? { cursor } : {}) });
      if (this.state.kind !== 'list' || this.state.dia === dia) this.send({ type: 'listed', lista, mais: cursor !== undefined });
    } catch (error) {
      const { status, kind, texto } = told(error);
      if (status === 401) await this.#expired();
      else this.send(kind === 'recusa' ? { type: 'list-refused', status, texto } : { type: 'list-fault', motivo: kind });
    }
    // Who arrives is counted in the list too.
    const { state } = this;
    // Not while more than the first page is on the screen, which would go.
    if (state.kind === 'list' && cursor === undefined && this.#host.isConnected) this.#cancelList = after(this.#host.ports.clock, LISTA_MS, () => this.state.kind === 'list' && void this.#list(this.state.dia));
  }

  async #follow(id: string): Promise<void> {
    this.#live?.stop();
    this.#cancelList();
    this.#following = id;
    try {
      const desk = await this.#access.client();
      if (this.#following !== id || !this.#host.isConnected) return;
      this.#live?.stop();
      this.#live = desk.acompanhar(id, {
        onValue: (audiencia) => this.send({ type: 'value', id, audiencia }),
        onState: (rede) => {
          this.send({ type: 'live', rede });
          // Nothing came of it yet: the list says why.
          if (rede === 'sem-rede') this.send({ type: 'open-fault', motivo: 'rede' });
        },
        onRefused: (error) => {
          const { status, texto } = told(error);
          if (status === 401) void this.#expired();
          else this.send({ type: 'open-refused', texto });
        },
      });
    } catch (error) {
      const { kind } = told(error);
      this.send({ type: 'open-fault', motivo: kind === 'servidor' ? 'servidor' : 'rede' });
    }
  }

  async #act(emCurso: AtoEmCurso): Promise<void> {
    const { op, chave, pedido } = emCurso;
    const options = { idempotencyKey: chave };
    try {
      const desk = await this.#access.client();
      if (pedido.que === 'marcar') this.send({ type: 'scheduled', op, audiencia: await desk.marcar(pedido.corpo, options) });
      else if (pedido.que === 'entrar') this.send({ type: 'entered', op, entrada: await desk.entrar(pedido.audienciaId, options) });
      else this.send({ type: 'done', op, resposta: await desk.agir(pedido.audienciaId, pedido.ato, options) });
    } catch (error) {
      const { status, kind, texto } = told(error);
      if (status === 401) {
        this.send({ type: 'act-fault', op, motivo: 'servidor' });
        if (await this.#expired()) this.send({ type: 'act-again' });
      } else this.send(kind === 'recusa' ? { type: 'act-refused', op, texto } : { type: 'act-fault', op, motivo: kind });
    }
  }

  async #term(id: string): Promise<void> {
    try {
      this.send({ type: 'term', termo: await (await this.#access.client()).termo(id) });
    } catch {
      this.send({ type: 'term', termo: null });
    }
  }

  /** A fresh token without the person, where there is one. True when the work can go on. */
  async #expired(): Promise<boolean> {
    const renewed = await this.#access.renew();
    this.send(renewed && naMesa(this.state) ? { type: 'renewed' } : { type: 'expired' });
    if (!renewed) this.#access.askPage();
    return renewed;
  }

  async #open(sala: SalaMesa): Promise<void> {
    const { state } = this;
    if (state.kind !== 'hearing') return;
    void this.#room?.close();
    const room = (this.#room = new AttendanceRoom());
    const titulo = this.#spec.titulo(state.audiencia.ato);
    await room.open({
      ports: this.#host.ports,
      tribunal: this.#spec.tribunal(),
      unidadeId: state.audiencia.unidade.id,
      assunto: titulo,
      entrada: sala.entrada.entrada,
      nome: sala.entrada.nome,
      lang: this.#spec.lang(),
      titulo,
      parent: () => this.#spec.quadro(),
      onChange: (fase, motivo) => {
        if (this.#room === room) this.send({ type: 'video', op: sala.op, fase, motivo });
      },
    });
    this.#host.requestUpdate();
  }
}

/** What an error says, for the person and for the machine. */
function told(error: unknown): { status: number; kind: 'recusa' | 'rede' | 'servidor'; texto: string } {
  const known = error instanceof BackendError ? error : null;
  const texto = (known?.problem?.errors ?? []).map(({ detail }) => detail).join(' ') || known?.problem?.detail || known?.problem?.title || '';
  return { status: known?.problem?.status ?? 0, kind: known?.kind === 'recusa' ? 'recusa' : known && known.kind !== 'rede' && known.kind !== 'cancelado' ? 'servidor' : 'rede', texto };
}
