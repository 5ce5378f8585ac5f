import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BackendError, type PortasGravacao, type Ports, type Recordings } from '../adapters/ports.ts';
import type { ArquivoGravacao, Gravacao } from '../contract/gravacao.ts';
import { marcaEm } from '../domain/gravacao/marcas.ts';
import { conferenciaStart, conferenciaStep, type ConferenciaEvent, type ConferenciaState } from './conferencia.machine.ts';
import { gravacaoStart, gravacaoStep, type GravacaoAsk, type GravacaoEffect, type GravacaoEvent, type GravacaoState, type Midia } from './gravacao.machine.ts';

/** An element that plays a recording. */
export interface GravacaoHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

export interface GravacaoSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  /** What the page asks for. */
  ask(): GravacaoAsk;
  /** Access token of the staff, when the page has one. */
  token(): (() => Promise<string>) | undefined;
  /** The player on the screen. */
  player(): HTMLMediaElement | null;
}

/** The browser's own ways, each loaded on use. */
const doNavegador = (ports: Ports): PortasGravacao => ({
  recordings: async (url) => (await import('../adapters/backend/recordings.ts')).createRecordings(url, ports),
  conferir: async (pedido) => (await import('../adapters/gravacao/conferir.ts')).conferir(pedido),
});

const recusas: Readonly<Record<string, 'sigilo' | 'chave' | 'espera' | 'ausente'>> = { 'gravacao-sigilosa': 'sigilo', 'chave-gravacao-invalida': 'chave', 'muitas-tentativas': 'espera', 'gravacao-nao-encontrada': 'ausente' };

/** Fetches a recording, keeps its addresses fresh while it is played, and has it checked. */
export class GravacaoController implements ReactiveController {
  state: GravacaoState = gravacaoStart();
  conferencia: ConferenciaState = conferenciaStart();
  readonly #host: GravacaoHost;
  readonly #spec: GravacaoSpec;
  #asked = '';
  /** Of who takes part in the case: in memory alone, for as long as the page lives. */
  #chave: string | undefined;
  #client: Promise<Recordings> | undefined;
  #endereco: Recordings | undefined;
  #abort: AbortController | undefined;
  #check: AbortController | undefined;
  readonly #online = (): void => this.send({ type: 'online' });

  constructor(host: GravacaoHost, spec: GravacaoSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#online);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    this.#abort?.abort();
    this.verify({ type: 'stop' });
    if (this.state.kind === 'loading') this.#asked = '';
  }

  hostUpdate(): void {
    const url = this.#spec.backendUrl();
    const ask = this.#spec.ask();
    const asked = url ? [url, ask.id, ask.processo].join('\n') : '';
    if (!url || asked === this.#asked) return;
    this.#asked = asked;
    this.#client = undefined;
    this.#chave = undefined;
    this.send({ type: 'config', ask });
  }

  /** Absolute address of a file of the recording on the screen; null until there is one. */
  address(file: Pick<ArquivoGravacao, 'url'> | undefined, key: 'url' | 'baixar' = 'url'): string | null {
    return file && this.#endereco ? this.#endereco.endereco((file as ArquivoGravacao)[key]) : null;
  }

  /** Address to keep a file by, of now: whoever presses may have watched for longer than an address lives. @throws BackendError */
  async download(variante: ArquivoGravacao['variante']): Promise<string | null> {
    const { state } = this;
    if (state.kind !== 'ready' || !this.#endereco) return null;
    const { arquivos } = await this.#again(this.#endereco, state.gravacao);
    return this.address(arquivos.find((one) => one.variante === variante), 'baixar');
  }

  /** The file that is played. */
  get file(): ArquivoGravacao | undefined {
    const { state } = this;
    return state.kind === 'ready' ? state.gravacao.arquivos.find(({ variante }) => variante === state.toca.midia) : undefined;
  }

  /** The mark that is being played; -1 before the first. */
  get mark(): number {
    return this.state.kind === 'ready' ? marcaEm(this.state.gravacao.marcas, this.state.toca.posicao) : -1;
  }

  send(event: GravacaoEvent): void {
    const before = this.state;
    const mark = this.mark;
    const { state, effects } = gravacaoStep(before, event);
    this.state = state;
    // Several times a second while it plays: the screen changes with the mark alone.
    if (state !== before && (event.type !== 'time' || this.mark !== mark) && event.type !== 'config') this.#host.requestUpdate();
    if (before.kind === 'ready' && (state.kind !== 'ready' || state.toca.midia !== before.toca.midia)) this.verify({ type: 'stop' });
    for (const effect of effects) this.#run(effect);
  }

  /** Checks what is played, or a copy of it. */
  verify(event: ConferenciaEvent, copia?: Blob): void {
    const { state, effect } = conferenciaStep(this.conferencia, event);
    if (state !== this.conferencia) this.#host.requestUpdate();
    this.conferencia = state;
    if (effect === 'abort') this.#check?.abort();
    if (effect === 'check') void this.#verify(state.op, copia);
  }

  #run(effect: GravacaoEffect): void {
    const player = this.#spec.player();
    switch (effect.kind) {
      case 'list':
      case 'load':
        void this.#ask(effect);
        return;
      case 'speed':
        if (player) player.playbackRate = effect.velocidade;
        return;
      case 'seek':
        if (!player) return;
        player.currentTime = effect.em;
        // A browser that wants a gesture first leaves the button to the person.
        if (effect.tocar) void player.play().catch(() => undefined);
    }
  }

  get #ports(): PortasGravacao {
    return this.#host.ports.gravacao ?? doNavegador(this.#host.ports);
  }

  async #ask(effect: Extract<GravacaoEffect, { kind: 'list' | 'load' }>): Promise<void> {
    const { op } = effect;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    try {
      const client = await (this.#client ??= this.#ports.recordings(this.#spec.backendUrl() ?? ''));
      this.#endereco = client;
      const token = await this.#spec.token()?.();
      const who = { signal, ...(token ? { token } : {}) };
      if (effect.kind === 'list') return this.send({ type: 'listed', op, itens: await client.listar(effect.processo, who) });
      const chave = effect.chave ?? this.#chave;
      const vista = effect.continua && this.state.kind === 'ready' ? this.state.gravacao.vista : null;
      const gravacao = await client.abrir(effect.id, { ...who, ...(chave ? { chave } : {}), ...(vista ? { vista } : {}) });
      this.#chave = chave;
      this.send({ type: 'loaded', op, gravacao });
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.kind === 'cancelado') return;
      if (!known) this.#client = undefined;
      const code = known?.problem?.type.replace(/^.*[/:#]/, '') ?? '';
      if (known?.kind === 'recusa') this.send({ type: 'refused', op, motivo: recusas[code] ?? (known.problem?.status === 404 ? 'ausente' : 'outro') });
      else this.send({ type: 'fault', op, motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
    }
  }

  /** The same view, with addresses of now. What is played goes on with its own. */
  async #again(client: Recordings, { id, vista }: Gravacao, signal?: AbortSignal): Promise<Gravacao> {
    const token = await this.#spec.token()?.();
    return client.abrir(id, { ...(signal ? { signal } : {}), ...(token ? { token } : {}), ...(this.#chave ? { chave: this.#chave } : {}), ...(vista ? { vista } : {}) });
  }

  async #verify(op: number, copia: Blob | undefined): Promise<void> {
    const { state } = this;
    const client = this.#endereco;
    if (state.kind !== 'ready' || !client) return;
    this.#check?.abort();
    const { signal } = (this.#check = new AbortController());
    const { midia } = state.toca;
    let { gravacao } = state;
    const enderecos = async (novos: boolean) => {
      if (novos) gravacao = await this.#again(client, gravacao, signal);
      const arquivo = gravacao.arquivos.find(({ variante }) => variante === (midia satisfies Midia));
      return { manifesto: client.endereco(gravacao.manifesto ?? ''), arquivo: client.endereco(arquivo?.url ?? ''), chaves: client.chaves() };
    };
    const resultado = await this.#ports
      .conferir({ fetch: this.#host.ports.fetch, enderecos, gravacao, variante: midia, signal, onAvanco: (feitos, total) => this.verify({ type: 'progress', op, feitos, total }), ...(copia ? { copia } : {}) })
      .catch(() => ({ tipo: 'sem-conferir', motivo: 'rede' }) as const);
    this.verify({ type: 'done', op, resultado });
  }
}
