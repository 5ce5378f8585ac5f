import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { after } from '../adapters/after.ts';
import { BackendError, type Attendance, type Live, type Ports } from '../adapters/ports.ts';
import { attendanceStart, attendanceStep, inHand, isDesk, type Ato, type AtoEmCurso, type AttendanceEffect, type AttendanceEvent, type AttendanceFocus, type AttendanceState, type Sala } from './attendance.machine.ts';
import { AttendanceRoom } from './attendance.room.ts';
import { StaffAccess, type StaffSpec } from './staff-access.ts';

/** An element that is an attendant's desk. */
export interface AttendanceHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface AttendanceSpec extends StaffSpec {
  /** Name of the video's frame. */
  titulo(unidade: string): string;
  focar(em: AttendanceFocus): void;
  /** People arrived; told in batches. */
  chegaram(quantas: number, aguardando: number): void;
  mudou(antes: AttendanceState, agora: AttendanceState): void;
}

/** Between two looks at the other counters and at the invitations. Milliseconds. */
const UNITS_MS = 15_000;
/** Silence after which what was typed is saved, and before a save that failed is tried again. Milliseconds. */
const NOTE_MS = 1_200;
const NOTE_AGAIN_MS = 6_000;
/** Arrivals within this time are told together. Milliseconds. */
const BATCH_MS = 4_000;
/** How often what counts time is drawn again: while a window runs, and else. Milliseconds. */
const TICK_MS = { chamada: 1_000, outro: 10_000 } as const;

const noteKey = (senhaId: string): string => `atendimento:notas:${senhaId}`;
const UNIT_KEY = 'atendimento:unidade';

/** Runs an attendant's desk: access, live queue, acts one by one, notes, the room. */
export class AttendanceController implements ReactiveController {
  state: AttendanceState = attendanceStart();
  /** The room's own address, for another tab. */
  get roomHref(): string | null {
    return this.#room?.href ?? null;
  }
  readonly #host: AttendanceHost;
  readonly #spec: AttendanceSpec;
  readonly #access: StaffAccess<Attendance>;
  #live: Live | undefined;
  #room: AttendanceRoom | undefined;
  #cancelUnits = (): void => undefined;
  #cancelNote = (): void => undefined;
  #cancelTick = (): void => undefined;
  #cancelBatch: (() => void) | null = null;
  #arrived = { quantas: 0, aguardando: 0 };
  #leaving = false;
  readonly #online = (): void => this.#live?.refresh();
  readonly #unload = (event: Event): void => {
    const { state } = this;
    if (!this.#leaving && isDesk(state) && (state.sala || (state.notas && state.notas.fase !== 'salvo') || state.perdidas.length)) event.preventDefault();
  };

  constructor(host: AttendanceHost, spec: AttendanceSpec) {
    this.#host = host;
    this.#spec = spec;
    this.#access = new StaffAccess(host, spec, {
      // The page brought what was missing.
      given: () => {
        if (isDesk(this.state)) this.send({ type: 'renewed' });
        else if (this.state.kind === 'signed-out') this.send({ type: 'begin' });
      },
      send: (event) => this.send(event),
      open: (url, token) => host.ports.attendance(url, token),
    });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    addEventListener('beforeunload', this.#unload);
    if (isDesk(this.state)) this.#run({ kind: 'follow', unidadeId: this.state.unidadeId });
    this.#tick();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    removeEventListener('beforeunload', this.#unload);
    this.#live?.stop();
    for (const cancel of [this.#cancelUnits, this.#cancelTick, this.#cancelBatch]) cancel?.();
    this.#cancelBatch = null;
    // What was typed is saved before the desk goes; the room cannot stay without it.
    this.send({ type: 'note-due' });
    this.#cancelNote();
    this.send({ type: 'leave-room' });
  }

  hostUpdate(): void {
    this.#access.update();
  }

  send(event: AttendanceEvent): void {
    const before = this.state;
    const { state, effects } = attendanceStep(before, event);
    this.state = state;
    if (state !== before) {
      this.#host.requestUpdate();
      if (state.kind !== before.kind) this.#tick();
      this.#spec.mudou(before, state);
    }
    for (const effect of effects) this.#run(effect);
    this.#restore(before, state);
  }

  /** One act, with a key of its own. */
  act(ato: Ato): void {
    this.send({ type: 'act', ato, chave: this.#host.ports.random(16).join('-') });
  }

  /** Signs in again beside the work; within the press, since a window opens. */
  async signInAgain(): Promise<void> {
    // Where windows are refused the page is left: what was typed is kept for when it is back.
    const renewed = await this.#access.signInAgain(() => (this.#leaving = true));
    if (renewed === null) return;
    this.#leaving = false;
    this.send({ type: renewed ? 'renewed' : 'not-renewed' });
  }

  #run(effect: AttendanceEffect): void {
    const { ports } = this.#host;
    switch (effect.kind) {
      case 'sign-in':
        return void this.#access.signIn();
      case 'sign-out':
        this.#cancelUnits();
        this.#cancelNote();
        return this.#access.signOut();
      case 'load':
        return void this.#load();
      case 'follow':
        ports.drafts.save(UNIT_KEY, effect.unidadeId);
        return void this.#follow(effect.unidadeId);
      case 'unfollow':
        this.#live?.stop();
        return;
      case 'refresh':
        this.#live?.refresh();
        return;
      case 'act':
        return void this.#act(effect.op, effect.emCurso);
      case 'renew':
        return void this.#renew();
      case 'note-timer':
        this.#cancelNote();
        this.#cancelNote = after(ports.clock, effect.tarde ? NOTE_AGAIN_MS : NOTE_MS, () => this.send({ type: 'note-due' }));
        return;
      case 'note-save':
        return void this.#saveNote(effect);
      case 'note-keep':
        if (effect.texto === null) ports.drafts.clear(noteKey(effect.senhaId));
        else ports.drafts.save(noteKey(effect.senhaId), effect.texto);
        return;
      case 'room':
        return void this.#openRoom(effect.sala);
      case 'close-room':
        void this.#room?.close();
        this.#room = undefined;
        return;
      case 'arrived':
        return this.#batch(effect.quantas, effect.aguardando);
      case 'focus':
        return this.#spec.focar(effect.em);
    }
  }

  async #load(): Promise<void> {
    this.#cancelUnits();
    try {
      const meus = await (await this.#access.client()).unidades();
      this.send({ type: 'loaded', meus, preferida: (this.#host.ports.drafts.load(UNIT_KEY) as string | undefined) ?? null });
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.kind === 'recusa') this.send({ type: 'load-refused', status: known.problem?.status ?? 0, texto: known.problem?.detail ?? known.problem?.title ?? '' });
      else this.send({ type: 'load-fault', motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
    }
    this.#later();
  }

  /** Looks at the other counters and the invitations after a while. */
  #later(): void {
    this.#cancelUnits();
    if (isDesk(this.state) && this.#host.isConnected) this.#cancelUnits = after(this.#host.ports.clock, UNITS_MS, () => void this.#load());
  }

  async #follow(unidadeId: string): Promise<void> {
    this.#live?.stop();
    this.#live = undefined;
    this.#later();
    try {
      const attendance = await this.#access.client();
      if (!isDesk(this.state) || this.state.unidadeId !== unidadeId || !this.#host.isConnected) return;
      (this.#live as Live | undefined)?.stop();
      this.#live = attendance.acompanhar(unidadeId, {
        onValue: (fila) => this.send({ type: 'queue', unidadeId, fila }),
        onState: (estado) => this.send({ type: 'live', unidadeId, estado }),
        onRefused: (error) => {
          if (error.problem?.status === 401) return this.send({ type: 'expired' });
          // The counter is not the attendant's any more: the list tells.
          this.send({ type: 'live', unidadeId, estado: 'sem-rede' });
          void this.#load();
        },
      });
    } catch {
      this.send({ type: 'live', unidadeId, estado: 'sem-rede' });
    }
  }

  async #act(op: number, { ato, chave, unidadeId, notas }: AtoEmCurso): Promise<void> {
    const options = { idempotencyKey: chave };
    try {
      const attendance = await this.#access.client();
      if (ato.acao === 'entrar') {
        const { entrada, nome } = await attendance.entrar(ato.de, options);
        return this.send({ type: 'entered', op, entrada, nome });
      }
      if (notas !== null && 'senhaId' in ato) await attendance.agir(unidadeId, { acao: 'anotar', senhaId: ato.senhaId, notas }, { idempotencyKey: this.#host.ports.random(16).join('-') });
      const fila = await (ato.acao === 'pausar'
        ? attendance.pausar(unidadeId, { motivo: ato.motivo, ...(ato.ate ? { ate: ato.ate } : {}) }, options)
        : ato.acao === 'retomar'
          ? attendance.pausar(unidadeId, null, options)
          : attendance.agir(unidadeId, ato, options));
      this.send({ type: 'done', op, fila });
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.problem?.status === 401) this.send({ type: 'expired' });
      else if (known?.kind === 'recusa') this.send({ type: 'act-refused', op, texto: known.problem?.errors?.[0]?.detail ?? known.problem?.detail ?? known.problem?.title ?? '' });
      else this.send({ type: 'act-fault', op, motivo: known && known.kind !== 'rede' ? 'servidor' : 'rede' });
    }
  }

  async #saveNote({ unidadeId, senhaId, texto }: { unidadeId: string; senhaId: string; texto: string }): Promise<void> {
    try {
      await (await this.#access.client()).agir(unidadeId, { acao: 'anotar', senhaId, notas: texto }, { idempotencyKey: this.#host.ports.random(16).join('-') });
      this.send({ type: 'note-saved', senhaId, texto });
    } catch (error) {
      this.send({ type: 'note-fault', senhaId });
      if (!(error instanceof BackendError) || error.kind !== 'recusa') return;
      if (error.problem?.status === 401) this.send({ type: 'expired' });
      // The ticket is in other hands: the queue tells, and the text stays on the screen.
      else this.#live?.refresh();
    }
  }

  async #renew(): Promise<void> {
    const renewed = await this.#access.renew();
    this.send({ type: renewed ? 'renewed' : 'not-renewed' });
    if (!renewed) this.#access.askPage();
  }

  /** What an earlier visit typed and could not save comes back with its ticket. */
  #restore(before: AttendanceState, state: AttendanceState): void {
    if (!isDesk(state) || !state.notas) return;
    const { senhaId, fase, texto } = state.notas;
    if (fase !== 'salvo' || (isDesk(before) && before.notas?.senhaId === senhaId)) return;
    const kept = this.#host.ports.drafts.load(noteKey(senhaId));
    if (typeof kept === 'string' && kept !== texto) this.send({ type: 'note', texto: kept });
  }

  async #openRoom({ entrada, unidadeId, nome }: Sala): Promise<void> {
    if ('url' in entrada) return;
    void this.#room?.close();
    const room = (this.#room = new AttendanceRoom());
    const { state } = this;
    const assunto = (isDesk(state) && [...state.unidades, ...state.destinos].find((unidade) => unidade.unidadeId === unidadeId)?.nome) || unidadeId;
    await room.open({
      ports: this.#host.ports,
      tribunal: this.#spec.tribunal(),
      unidadeId,
      assunto,
      entrada,
      nome,
      lang: this.#spec.lang(),
      titulo: this.#spec.titulo(assunto),
      parent: () => this.#spec.quadro(),
      onChange: (fase, motivo) => {
        if (this.#room === room) this.send({ type: 'video', fase, motivo });
      },
    });
    this.#host.requestUpdate();
  }

  #batch(quantas: number, aguardando: number): void {
    this.#arrived = { quantas: this.#arrived.quantas + quantas, aguardando };
    this.#cancelBatch ??= after(this.#host.ports.clock, BATCH_MS, () => {
      const told = this.#arrived;
      this.#cancelBatch = null;
      this.#arrived = { quantas: 0, aguardando: 0 };
      this.#spec.chegaram(told.quantas, told.aguardando);
    });
  }

  #tick(): void {
    this.#cancelTick();
    if (!this.#host.isConnected || !isDesk(this.state)) return;
    const every = inHand(this.state)?.chamada ? TICK_MS.chamada : TICK_MS.outro;
    this.#cancelTick = after(this.#host.ports.clock, every, () => {
      this.#host.requestUpdate();
      this.#tick();
    });
  }
}
