import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { chaveDaSenha, nomeDoFim } from '../adapters/abas/guarda.ts';
import { after } from '../adapters/after.ts';
import { BackendError, type Abas, type Alerta, type Alertas, type Counter, type Live, type Permissao, type Ports, type PortasBalcao, type SenhaGuardada } from '../adapters/ports.ts';
import type { AvaliacaoFila, FilaInput, ResumoFila, SituacaoFila } from '../contract/fila.ts';
import { filaStep, fimGuardado, lugar, type FilaEffect, type FilaEvent, type FilaState, type VideoDaSenha } from './fila.machine.ts';

/** What the queue takes from its counter. */
export interface FilaSetup {
  ports: Ports;
  portas: PortasBalcao;
  backendUrl: string;
  unidadeId: string;
  /** Opens the room of a ticket in the page. */
  abrirSala(senha: string, ingresso: string): void;
  /** Hangs up. */
  desligar(): void;
  /** Words that call somebody back to the page. */
  alerta(situacao: SituacaoFila): Alerta;
  mudou(before: FilaState, after: FilaState): void;
}

/** Waits before a new try of a call that got no answer, in milliseconds. */
const RETRIES_MS = [1_500, 4_000, 8_000];
/** Longest wait for how full the counter is: it is a courtesy. */
const RESUMO_MS = 4_000;
/** Between two looks at whether the other tab is still in the call, and two tries at code that did not come, in milliseconds. */
const OLHAR_MS = 5_000;
/** A page that wakes up hears of it in several ways at once. */
const JUNTO_MS = 200;

/** Kept for a reload of this tab, without the ticket. */
interface Fim {
  ingresso: string;
  situacao: SituacaoFila;
}

/** Runs the queue's machine: ticket, live view, tabs, alerts. Loaded when somebody means to be served, or a ticket is found. */
export class FilaController implements ReactiveController {
  state: FilaState = { kind: 'balcao' };
  /** How full the counter is; null while nobody knows. */
  resumo: ResumoFila | null = null;
  /** Whether a call rings. */
  som = true;
  readonly #host: ReactiveControllerHost;
  readonly #setup: FilaSetup;
  readonly #chave: string;
  readonly #abas: Abas;
  readonly #alertas: Alertas;
  #live: Live | null = null;
  #seguindo: string | null = null;
  #stops: (() => void)[] = [];
  #cancelTick = (): void => undefined;
  #cancelOlhar = (): void => undefined;
  #cancelWake = (): void => undefined;
  #wish: { para: string; key: string } | null = null;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, setup: FilaSetup) {
    this.#host = host;
    this.#setup = setup;
    this.#chave = chaveDaSenha(setup.backendUrl, setup.unidadeId);
    this.#abas = setup.portas.abas(this.#chave);
    this.#alertas = setup.portas.alertas();
    const fim = setup.ports.drafts.load(this.#fimKey) as Fim | undefined;
    if (fim && !this.#abas.ler()) this.state = fimGuardado(fim.ingresso, fim.situacao);
    host.addController(this);
  }

  get #fimKey(): string {
    return nomeDoFim(this.#chave);
  }
  get #wishKey(): string {
    return `balcao-pedido:${this.#chave}`;
  }

  /** Whether the page may show notifications. */
  get permissao(): Permissao {
    return this.#alertas.permissao();
  }

  /** Milliseconds left of the window of the call; null when there is none. */
  get restam(): number | null {
    const { state } = this;
    if (state.kind !== 'chamada' || !state.situacao.chamada) return null;
    return Math.max(Date.parse(state.situacao.chamada.ate) - this.#setup.ports.clock.now(), 0);
  }

  hostConnected(): void {
    const { clock } = this.#setup.ports;
    const wake = (): void => this.#wake();
    const seen = (): void => {
      if (document.visibilityState === 'visible') this.#wake();
    };
    document.addEventListener('visibilitychange', seen);
    for (const type of ['online', 'offline', 'pageshow']) globalThis.addEventListener(type, wake);
    this.#stops = [
      clock.onShift(wake),
      this.#abas.ouvir(() => this.#outraAba()),
      () => document.removeEventListener('visibilitychange', seen),
      () => ['online', 'offline', 'pageshow'].forEach((type) => globalThis.removeEventListener(type, wake)),
    ];
    this.achar();
    // Back in the page: whatever was followed is followed again.
    const ingresso = lugar(this.state)?.ingresso ?? (this.state.kind === 'retomando' ? this.state.senha.ingresso : null);
    if (ingresso !== null && this.#seguindo === null) this.#follow(ingresso);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#stopFollowing();
    this.#alertas.calar();
    this.#abas.soltar();
    this.#cancelTick();
    this.#cancelOlhar();
    this.#cancelWake();
  }

  /** Lets go of everything for good. The ticket stays where it is kept. */
  soltar(): void {
    this.#abort.abort();
    this.#host.removeController(this);
    this.hostDisconnected();
  }

  /** Takes up the ticket that this browser keeps, if there is one. */
  achar(): void {
    const senha = this.#abas.ler();
    if (senha && this.state.kind !== 'fim') this.send({ type: 'achou', senha });
  }

  /** In a click: the sound may play later. */
  entrar(envio: FilaInput): void {
    this.#alertas.destravar();
    this.send({ type: 'entrar', envio });
  }

  confirmarSaida(): void {
    this.send({ type: 'confirmar', em: new Date(this.#setup.ports.clock.now()).toISOString() });
  }

  provarSom(): Promise<boolean> {
    return this.#alertas.provar();
  }

  async pedirAvisos(): Promise<void> {
    await this.#alertas.pedir();
    this.#host.requestUpdate();
  }

  /** Tells what the video of this tab did. */
  video(video: VideoDaSenha): void {
    this.send({ type: 'video', video });
  }

  /** Rates the service, once. @throws BackendError */
  async avaliar(body: AvaliacaoFila): Promise<void> {
    const { state } = this;
    if (state.kind !== 'fim') return;
    const counter = await this.#counter();
    const idempotencyKey = this.#key(JSON.stringify(body));
    try {
      await this.#insist((options) => counter.avaliar(state.ingresso, body, { ...options, idempotencyKey }));
    } catch (error) {
      // Rated already, from another tab or by a try whose answer was lost.
      if (!(error instanceof BackendError) || code(error) !== 'fila-ja-avaliada') throw error;
    }
    this.send({ type: 'avaliou' });
  }

  send(event: FilaEvent): void {
    const before = this.state;
    const { state, effects } = filaStep(before, event);
    this.state = state;
    for (const effect of effects) this.#run(effect);
    if (state === before) return;
    this.#setup.mudou(before, state);
    this.#tick();
    this.#olhar();
    this.#host.requestUpdate();
  }

  #run(effect: FilaEffect): void {
    const { abrirSala, desligar, alerta, ports } = this.#setup;
    switch (effect.kind) {
      case 'resumo':
        void this.#perguntarResumo();
        break;
      case 'entrar':
        void this.#entrar(effect.envio);
        break;
      case 'guardar':
        this.#abas.guardar(effect.senha);
        break;
      case 'esquecer':
        this.#abas.apagar();
        break;
      case 'seguir':
        this.#follow(effect.ingresso);
        break;
      case 'parar':
        this.#stopFollowing();
        break;
      case 'perguntar':
        this.#live?.refresh();
        break;
      case 'alertar':
        this.#alertas.chamar(alerta(effect.situacao), this.som);
        break;
      case 'calar':
        this.#alertas.calar();
        break;
      case 'consultar-posse':
        void this.#consultar();
        break;
      case 'tomar':
        void this.#tomar(effect.deOutra);
        break;
      case 'soltar':
        this.#abas.soltar();
        break;
      case 'abrir-sala':
        abrirSala(effect.senha, effect.ingresso);
        break;
      case 'desligar':
        desligar();
        break;
      case 'devolver':
        void this.#devolver(effect.ingresso);
        break;
      case 'guardar-fim':
        ports.drafts.save(this.#fimKey, { ingresso: effect.ingresso, situacao: effect.situacao } satisfies Fim);
        break;
      case 'limpar':
        ports.drafts.clear(this.#fimKey);
        break;
    }
  }

  #counter(): Promise<Counter> {
    return this.#setup.ports.counter(this.#setup.backendUrl);
  }

  /** How full the counter is; without an answer within seconds the person goes on. */
  async #perguntarResumo(): Promise<void> {
    const { clock } = this.#setup.ports;
    const abort = new AbortController();
    const stop = after(clock, RESUMO_MS, () => abort.abort());
    const late = new Promise<null>((resolve) => abort.signal.addEventListener('abort', () => resolve(null)));
    try {
      const asked = this.#counter().then((counter) => counter.resumo(this.#setup.unidadeId, { signal: abort.signal }));
      asked.catch(() => undefined);
      this.resumo = (await Promise.race([asked, late])) ?? this.resumo;
    } catch {
      // Joining tells what is wrong, if something is.
    }
    stop();
    this.send({ type: 'resumo', lotada: this.resumo?.lotada === true });
  }

  async #entrar(envio: FilaInput): Promise<void> {
    // Another tab was faster: one person, one ticket.
    const outra = this.#abas.ler();
    if (outra) {
      this.send({ type: 'recusou', motivo: 'recusa', codigo: null, detalhe: null, erros: [] });
      return this.send({ type: 'achou', senha: outra });
    }
    const { ports, backendUrl, unidadeId } = this.#setup;
    const idempotencyKey = this.#key(JSON.stringify(envio));
    try {
      const backend = await ports.backend(backendUrl);
      const senha = await this.#insist((options) => backend.entrarNaFila(unidadeId, envio, { ...options, idempotencyKey }));
      this.#forgetKey();
      this.send({ type: 'entrou', unidadeId, senha });
    } catch (error) {
      const failure = error instanceof BackendError ? error : new BackendError('rede', String(error));
      if (failure.kind === 'cancelado') return;
      this.send({
        type: 'recusou',
        motivo: failure.kind === 'recusa' ? 'recusa' : failure.kind === 'rede' ? 'rede' : 'servidor',
        codigo: code(failure),
        detalhe: failure.problem?.detail ?? null,
        erros: failure.problem?.errors ?? [],
      });
    }
  }

  /** The same key for the same wish, after a reload too: a try whose answer was lost does not take a second ticket. */
  #key(para: string): string {
    const { ports } = this.#setup;
    this.#wish ??= (ports.drafts.load(this.#wishKey) as { para: string; key: string } | undefined) ?? null;
    if (this.#wish?.para !== para) this.#wish = { para, key: ports.random(16).join('-') };
    ports.drafts.save(this.#wishKey, this.#wish);
    return this.#wish.key;
  }

  #forgetKey(): void {
    this.#wish = null;
    this.#setup.ports.drafts.clear(this.#wishKey);
  }

  async #devolver(ingresso: string): Promise<void> {
    try {
      const backend = await this.#setup.ports.backend(this.#setup.backendUrl);
      // The element may be gone by then.
      await this.#insist(() => backend.sairDaFila(ingresso));
    } catch {
      // The server notices who is gone.
    }
  }

  #follow(ingresso: string): void {
    this.#stopFollowing();
    this.#seguindo = ingresso;
    const mine = (): boolean => this.#seguindo === ingresso;
    this.#counter().then(
      (counter) => {
        if (!mine() || this.#live) return;
        this.#live = counter.acompanhar(ingresso, {
          onValue: (situacao) => mine() && this.send({ type: 'situacao', situacao }),
          onState: (ligacao) => mine() && this.send({ type: 'ligacao', ligacao }),
          onRefused: (error) => mine() && this.send({ type: 'sumiu', detalhe: error.problem?.detail ?? null }),
        });
      },
      () => {
        // The code did not come: the network is gone, and comes back.
        if (!mine()) return;
        this.send({ type: 'ligacao', ligacao: 'sem-rede' });
        const stop = after(this.#setup.ports.clock, OLHAR_MS, () => mine() && this.#follow(ingresso));
        this.#live = { refresh: () => undefined, stop };
      },
    );
  }

  #stopFollowing(): void {
    this.#seguindo = null;
    this.#live?.stop();
    this.#live = null;
  }

  async #consultar(): Promise<void> {
    const outra = await this.#abas.ocupada();
    this.send({ type: 'posse', outra });
  }

  async #tomar(deOutra: boolean): Promise<void> {
    const tomou = await this.#abas.tomar(deOutra, () => this.send({ type: 'perdeu' }));
    this.send(tomou ? { type: 'tomou' } : { type: 'posse', outra: true });
  }

  /** Another tab kept or forgot a ticket, took the call or let go of it. */
  #outraAba(): void {
    const senha: SenhaGuardada | null = this.#abas.ler();
    if (senha) this.achar();
    else this.send({ type: 'apagada' });
    if ('indo' in this.state) void this.#consultar();
  }

  /** The page woke up, or the network came or went: where does the ticket stand? */
  #wake(): void {
    this.#cancelWake();
    this.#cancelWake = after(this.#setup.ports.clock, JUNTO_MS, () => {
      this.#live?.refresh();
      this.achar();
      this.#host.requestUpdate();
    });
  }

  /** Counts the window of a call down, and asks when it is over; wakes up when the return that a pause promised has passed. */
  #tick(): void {
    this.#cancelTick();
    const { restam } = this;
    const { clock } = this.#setup.ports;
    if (restam === null) {
      const volta = Date.parse((lugar(this.state)?.situacao ?? this.resumo)?.pausa?.ate ?? '');
      if (volta > clock.now()) this.#cancelTick = clock.at(volta, () => this.#host.requestUpdate());
      return;
    }
    this.#cancelTick = clock.at(clock.now() + (restam % 1_000 || 1_000), () => {
      this.#host.requestUpdate();
      if (this.restam === 0) this.#live?.refresh();
      else this.#tick();
    });
  }

  /** While another tab is in the call: one that died says nothing. */
  #olhar(): void {
    this.#cancelOlhar();
    if (this.state.kind !== 'em-outra-aba') return;
    this.#cancelOlhar = after(this.#setup.ports.clock, OLHAR_MS, () => {
      void this.#consultar();
      this.#olhar();
    });
  }

  /** Tries again what got no answer. */
  async #insist<T>(action: (options: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const { signal } = this.#abort;
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
}

/** The stable code of a refusal. */
const code = ({ problem }: BackendError): string | null => problem?.type.split(':').pop() ?? null;
