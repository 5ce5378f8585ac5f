import type { AvaliacaoEnvio, ComplementoEnvio, DesistenciaEnvio, IdentificacaoEnvio, MeusDados, RecursoEnvio } from '../contract/acoes.ts';
import type { AgendaDaSala, EntradaAudiencia, EntradaAudienciaEnvio, EntradaQuiosque, SituacaoAudiencia } from '../contract/audiencia-convite.ts';
import type { AtoAudiencia, AudienciaEquipe, AudienciaInput, ListaAudiencias, RespostaAtoAudiencia, TermoAudiencia } from '../contract/audiencia-equipe.ts';
import type { Caso, Comprovante, ConsultaEnvio } from '../contract/caso.ts';
import type { Estatisticas } from '../contract/estatisticas.ts';
import type { AgendaDaUnidade, AgendamentoInput, MensagemInput, MudancaAgendamento } from '../contract/agenda.ts';
import type { AtoAtendimento, EntradaAtendimento, FilaAtendimento, MeusBalcoes } from '../contract/atendimento.ts';
import type { AvaliacaoFila, EntradaFila, FilaInput, ResumoFila, SenhaFila, SituacaoFila } from '../contract/fila.ts';
import type { Gravacao, ResumoGravacao, VarianteGravacao } from '../contract/gravacao.ts';
import type { ManifestacaoCifradaEnvio, ManifestacaoInput } from '../contract/manifestacao.ts';
import type { PedidoInput } from '../contract/pedido.ts';
import type { Problem } from '../contract/problem.ts';
import type { Unidade, VideoConfig } from '../contract/tribunal.ts';
import type { Elsewhere } from './backend/elsewhere.ts';

/** The outside world as the kit sees it. Tests and stories hand in their own. */

/** Options of one call. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** Options of a call that creates: the same key and body always give the same answer. */
export interface CreateOptions extends CallOptions {
  idempotencyKey: string;
  /** Solution of the court's challenge against robots, as the header carries it. */
  altcha?: string | undefined;
  /** Told before each new try, with the wait in milliseconds. */
  onRetry?: (tentativa: number, esperaMs: number) => void;
}

/**
 * Why a call failed: `rede` (no answer, worth retrying), `recusa` (the backend said no, `problem` says why), `servidor` (5xx or
 * an answer that is not the contract), `incerto` (no answer, and sending again might register twice: only the person may), `cancelado`.
 */
export type FalhaKind = 'rede' | 'recusa' | 'servidor' | 'incerto' | 'cancelado';

/** The only error that a backend rejects with. */
export class BackendError extends Error {
  readonly kind: FalhaKind;
  readonly problem: Problem | null;
  /** Milliseconds that the backend asked to wait before trying again; infinite when it must not be tried again by itself. */
  readonly retryAfterMs: number | null;
  constructor(kind: FalhaKind, message: string, problem: Problem | null = null, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'BackendError';
    this.kind = kind;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Where manifestations, requests and queue tickets go. */
export interface Backend {
  /** The raw court file; the caller reads it through the contract. */
  tribunal(options?: CallOptions): Promise<unknown>;
  /** A unit that the court file does not carry; null when the backend knows none by this id. */
  unidade(id: string, options?: CallOptions): Promise<Unidade | null>;
  registrarManifestacao(body: ManifestacaoInput | ManifestacaoCifradaEnvio, options: CreateOptions): Promise<Comprovante>;
  registrarPedido(body: PedidoInput, options: CreateOptions): Promise<Comprovante>;
  consultar(body: ConsultaEnvio, options?: CallOptions): Promise<Caso>;
  entrarNaFila(unidadeId: string, body: FilaInput, options: CreateOptions): Promise<SenhaFila>;
  /** Opens the room for a ticket. */
  abrirSala(ingresso: string, options?: CallOptions): Promise<EntradaFila>;
  sairDaFila(ingresso: string, options?: CallOptions): Promise<void>;
}

/** A body of `POST /v1/protocolos/{p}/<acao>`. */
export type AcaoNoCaso =
  | { acao: 'complementos'; corpo: ComplementoEnvio }
  | { acao: 'recursos'; corpo: RecursoEnvio }
  | { acao: 'avaliacao'; corpo: AvaliacaoEnvio }
  | { acao: 'identificacao'; corpo: IdentificacaoEnvio }
  | { acao: 'desistencia'; corpo: DesistenciaEnvio };

/** What a person does on their case, with the token that the consultation gave. Loaded when they first act. */
export interface CaseActions {
  /** Does one act, and gives the case as it is afterwards. */
  agir(protocolo: string, token: string, acao: AcaoNoCaso, options: CreateOptions): Promise<Caso>;
  meusDados(protocolo: string, token: string, options?: CallOptions): Promise<MeusDados>;
  /** A file of the case. */
  baixarAnexo(protocolo: string, token: string, id: string, options?: CallOptions): Promise<Blob>;
}

/** Where an upload stands. `recusado` says why in the person's words. */
export type UploadState =
  | { kind: 'preparando' }
  | { kind: 'enviando'; enviados: number; total: number }
  | { kind: 'pausado'; enviados: number; total: number; motivo: 'pessoa' | 'rede' }
  | { kind: 'pronto'; id: string }
  | { kind: 'recusado'; code: string; texto: string };

/** One file on its way. */
export interface Upload {
  readonly state: UploadState;
  pause(): void;
  /** Goes on from where the server has it. */
  resume(): void;
  /** Stops and asks the server to forget what came. */
  cancel(): void;
}

/** Resumable uploads (tus 1.0), loaded when the first file is chosen. */
export interface Uploads {
  start(file: Blob, options: { nome: string; cifrado?: boolean; onChange(state: UploadState): void }): Upload;
}

/** Published figures. */
export interface Statistics {
  /** @param periodo civil dates; the backend chooses what is missing (the last twelve months) and counts whole months */
  estatisticas(servico: 'ouvidoria' | 'sic', periodo: { inicio?: string; fim?: string }, options?: CallOptions): Promise<Estatisticas>;
}

/** How a live view is doing: events come as they happen; asked for every few seconds; no answer at all. */
export type LiveState = 'ao-vivo' | 'consultando' | 'sem-rede';

/** A view that is kept up to date until it is stopped. */
export interface Live {
  /** Asks at once: the page woke up, the network came back. */
  refresh(): void;
  stop(): void;
}

export interface LiveOptions<T> {
  onValue(value: T): void;
  onState(state: LiveState): void;
  /** The secret is not taken any more, or the backend refused for good; nothing follows. */
  onRefused(error: BackendError): void;
}

/** The queue of a counter as a citizen lives it. Loaded when somebody means to be served. */
export interface Counter {
  resumo(unidadeId: string, options?: CallOptions): Promise<ResumoFila>;
  situacao(ingresso: string, options?: CallOptions): Promise<SituacaoFila>;
  /** Where the ticket stands, by server-sent events, or by asking where they do not come through. */
  acompanhar(ingresso: string, options: LiveOptions<SituacaoFila>): Live;
  avaliar(ingresso: string, body: AvaliacaoFila, options: CreateOptions): Promise<void>;
}

/** Messages and appointments of a counter. Loaded on use. */
export interface Booking {
  agenda(unidadeId: string, periodo: { de?: string; ate?: string }, options?: CallOptions): Promise<AgendaDaUnidade>;
  enviarMensagem(body: MensagemInput, options: CreateOptions): Promise<Comprovante>;
  agendar(body: AgendamentoInput, options: CreateOptions): Promise<Comprovante>;
  /** Cancels or moves an appointment, with the token of a consultation. */
  mudar(protocolo: string, token: string, body: MudancaAgendamento, options: CreateOptions): Promise<Caso>;
}

/** The attendants' side. Every call carries the access token that `token` gives. */
export interface Attendance {
  unidades(options?: CallOptions): Promise<MeusBalcoes>;
  fila(unidadeId: string, options?: CallOptions): Promise<FilaAtendimento>;
  acompanhar(unidadeId: string, options: LiveOptions<FilaAtendimento>): Live;
  agir(unidadeId: string, ato: AtoAtendimento, options: CreateOptions): Promise<FilaAtendimento>;
  pausar(unidadeId: string, pausa: { motivo: string; ate?: string } | null, options: CreateOptions): Promise<FilaAtendimento>;
  /** The room of a ticket in hand, or of an invitation. */
  entrar(de: { senhaId: string } | { conviteId: string }, options: CreateOptions): Promise<EntradaAtendimento>;
}

/** A hearing as one invited person sees it. Every call carries the secret of the invitation. */
export interface Hearing {
  situacao(options?: CallOptions): Promise<SituacaoAudiencia>;
  acompanhar(options: LiveOptions<SituacaoAudiencia>): Live;
  /** Comes to the waiting room; doing it again changes nothing. */
  chegar(options?: CallOptions): Promise<SituacaoAudiencia>;
  /** Leaves the waiting room; at an equipped room it ends the visit. Also works while the page goes away. */
  sair(options?: CallOptions): Promise<void>;
  entrar(body: EntradaAudienciaEnvio, options?: CallOptions): Promise<EntradaAudiencia>;
}

/** The screen of an equipped room of a forum. Nothing that it asks for has anybody's name. */
export interface HearingScreen {
  agenda(salaId: string, options?: CallOptions): Promise<AgendaDaSala>;
  /** Gives an invitation for this visit. */
  entrar(salaId: string, codigo: string, options?: CallOptions): Promise<EntradaQuiosque>;
}

/** The judge's and the clerk's side of hearings. Every call carries the access token that `token` gives. */
export interface HearingDesk {
  listar(filtro: { dia?: string; unidade?: string; cursor?: string }, options?: CallOptions): Promise<ListaAudiencias>;
  marcar(body: AudienciaInput, options: CreateOptions): Promise<AudienciaEquipe>;
  ler(id: string, options?: CallOptions): Promise<AudienciaEquipe>;
  acompanhar(id: string, options: LiveOptions<AudienciaEquipe>): Live;
  agir(id: string, ato: AtoAudiencia, options: CreateOptions): Promise<RespostaAtoAudiencia>;
  /** The hearing's room, for who conducts it; no reserved room opens to them. */
  entrar(id: string, options: CreateOptions): Promise<EntradaAudiencia>;
  termo(id: string, options?: CallOptions): Promise<TermoAudiencia>;
}

/** What only hearings take from the outside. */
export interface PortasAudiencia {
  convidado(url: string, convite: string): Promise<Hearing>;
  tela(url: string): Promise<HearingScreen>;
  /** @param token gives the access token of now; asked before each call */
  mesa(url: string, token: () => Promise<string>): Promise<HearingDesk>;
}

/** Time that can be trusted: corrected by the server's `Date`, monotonic afterwards. Instants in epoch milliseconds. */
export interface Clock {
  now(): number;
  readonly source: 'server' | 'local';
  /** The page slept or the device's clock jumped: a fresh sample of the server's time is wanted. */
  readonly needsSync?: boolean;
  /** Calls back once at the instant (or at once when it is past). One timer serves every subscriber. Returns the cancel function. */
  at(instant: number, callback: () => void): () => void;
  /** Calls back when the clock was corrected or the page woke up. Returns the cancel function. */
  onShift(callback: () => void): () => void;
  /** Takes a sample from the `Date` header of an answer, with the monotonic times around the call. */
  sync(serverMs: number, sentAt: number, receivedAt: number): void;
  /** Monotonic milliseconds, to time calls with. */
  mono(): number;
}

/** Where unfinished text is kept. Never used for anonymous reports. */
export interface Drafts {
  load(key: string): unknown;
  save(key: string, value: unknown): void;
  clear(key: string): void;
}

/** What a video provider can do. */
export interface VideoCaps {
  /** Runs inside the page. */
  embed: boolean;
  /** Can tell that the person joined; a link never can. */
  knowsJoin: boolean;
}

export type VideoPhase = 'loading' | 'prejoin' | 'waiting' | 'joined' | 'reconnecting' | 'rejected' | 'ended' | 'failed';
export type VideoFailure = 'script' | 'blocked' | 'timeout' | 'auth' | 'denied' | 'device' | 'network' | 'unsupported';

export interface VideoSnapshot {
  phase: VideoPhase;
  reason?: VideoFailure;
  /** A device that the person denied; the call may go on without it. */
  deviceDenied?: boolean;
}

export interface VideoOpen {
  config: VideoConfig;
  room: string;
  token?: string;
  /** Name to show; never an e-mail. */
  name?: string;
  lang: string;
  /** Subject shown in the room, usually the unit's name. */
  subject?: string;
  /** Element attached to a document, in which the frame goes. */
  parent: HTMLElement;
  title: string;
  demo: boolean;
  /** Starts without asking for the camera; the person may turn it on inside. */
  audioOnly?: boolean;
  /** Only watches: no camera, no microphone, nothing to write. Who may speak is decided by the server too. */
  listener?: boolean;
  onChange(snapshot: VideoSnapshot): void;
}

/** One call. */
export interface VideoSession {
  readonly snapshot: VideoSnapshot;
  /** Hangs up; resolves when the room has let go or after a short wait. */
  leave(): Promise<void>;
  /** Removes everything at once; harmless when called twice. */
  dispose(): void;
}

/** A way to meet by video: one lazy file each. */
export interface VideoProvider {
  readonly id: VideoConfig['provider'];
  readonly caps: VideoCaps;
  /** Origins to preconnect on intent and to allow in the page's CSP. */
  origins(config: VideoConfig): string[];
  /** Null when the configuration can be used, else a sentence for the webmaster. */
  validate(config: VideoConfig, context: { demo: boolean }): string | null;
  /** For embedded providers: asks for the server's script, once somebody called. That it does not come is told by `open`. */
  prepare?(config: VideoConfig): void;
  /** For link providers: where the person goes. */
  href?(config: VideoConfig): string;
  /** For embedded providers: the room's own address, to "abrir em nova aba" where a frame does not work (in-app browsers). Null when there is none. */
  roomHref?(options: Pick<VideoOpen, 'config' | 'room' | 'token' | 'audioOnly'>): string | null;
  /**
   * Starts a call. Never calls `onChange` before it returns. `ended` is final; a call that `failed` or was `rejected` may still
   * turn into another phase as long as it is not disposed. The frame stays until `dispose()`, or until `leave()` is through.
   */
  open(options: VideoOpen): VideoSession;
}

/** A ticket as it is kept while it lives. */
export interface SenhaGuardada {
  ingresso: string;
  /** The number that is shown. */
  senha: string;
}

/** What the tabs of a browser agree on about one ticket: what is kept, and which of them is in the call. */
export interface Abas {
  /** The ticket that is kept; null when there is none, or nothing can be kept. */
  ler(): SenhaGuardada | null;
  guardar(senha: SenhaGuardada): void;
  /** Forgets the ticket, in every tab. */
  apagar(): void;
  /** Whether another tab is in the call now. */
  ocupada(): Promise<boolean>;
  /**
   * Takes the call for this tab.
   * @param deOutra takes it even from another tab, which is told
   * @param perdida called when another tab took it
   * @returns false when another tab has it
   */
  tomar(deOutra: boolean, perdida: () => void): Promise<boolean>;
  /** Lets go of the call; harmless when this tab has none. */
  soltar(): void;
  /** Calls back when another tab changed something. Returns the cancel function. */
  ouvir(callback: () => void): () => void;
}

/** What a call of a ticket says. */
export interface Alerta {
  titulo: string;
  texto: string;
  /** Names the alert: a second one with the same name takes the place of the first. */
  nome: string;
}

/** Whether the page may show notifications: `pedir`, the person was not asked yet. */
export type Permissao = 'pedir' | 'sim' | 'nao' | 'sem-suporte';

/** Calls somebody back to the page. Nothing of it ever fails aloud: each way works where it works. */
export interface Alertas {
  /** Readies the sound; only within a click, as browsers want it. */
  destravar(): void;
  /** Plays the sound once; false when it cannot be heard. */
  provar(): Promise<boolean>;
  permissao(): Permissao;
  /** Asks for notifications; only within a click. */
  pedir(): Promise<Permissao>;
  /** Sound, title, vibration and notification, again and again until `calar`. */
  chamar(alerta: Alerta, som: boolean): void;
  calar(): void;
}

/** What only the counter takes from the outside. */
export interface PortasBalcao {
  /** What tabs agree on about the ticket of a counter. @param chave names backend and unit */
  abas(chave: string): Abas;
  alertas(): Alertas;
}

/** Recordings of hearings. */
export interface Recordings {
  /** Those of a case that may be listed. */
  listar(processo: string, options: CallOptions & { token?: string }): Promise<ResumoGravacao[]>;
  /** One, with addresses of its files. @param options `chave` of who takes part in the case, or `token` of the staff, under sigilo; `vista` of the view that goes on */
  abrir(id: string, options: CallOptions & { token?: string; chave?: string; vista?: string }): Promise<Gravacao>;
  /** Absolute address of a file. */
  endereco(path: string): string;
  /** Absolute address of the court's public keys. */
  chaves(): string;
}

export interface PedidoDeConferencia {
  fetch: typeof fetch;
  /** Absolute addresses as they are, or new ones; rejects when there are none. */
  enderecos(novos: boolean): Promise<{ manifesto: string; arquivo: string; chaves: string }>;
  gravacao: Pick<Gravacao, 'id' | 'processo'>;
  variante: VarianteGravacao;
  /** A copy that the person has, in place of what the court serves. */
  copia?: Blob;
  signal: AbortSignal;
  onAvanco(feitos: number, total: number): void;
}

/** What a check found. `nao-confere`: the signature is not of the court, or of another recording; or the content is not what was signed. */
export type ResultadoConferencia =
  | { tipo: 'confere'; sha256: string; assinadoEm: string }
  | { tipo: 'nao-confere'; motivo: 'assinatura' | 'conteudo' }
  | { tipo: 'sem-conferir'; motivo: 'rede' | 'navegador' | 'cancelada' };

/** What only a recording takes from the outside. */
export interface PortasGravacao {
  recordings(url: string): Promise<Recordings>;
  conferir(pedido: PedidoDeConferencia): Promise<ResultadoConferencia>;
}

/** Everything that an element takes from the outside. */
export interface Ports {
  clock: Clock;
  drafts: Drafts;
  fetch: typeof fetch;
  /** Backend at an address of the contract, or at another place that takes submissions. */
  backend(where: string | Elsewhere): Promise<Backend>;
  video(provider: VideoConfig['provider']): Promise<VideoProvider>;
  caseActions(url: string): Promise<CaseActions>;
  uploads(url: string): Promise<Uploads>;
  statistics(url: string): Promise<Statistics>;
  counter(url: string): Promise<Counter>;
  booking(url: string): Promise<Booking>;
  /** @param token gives the access token of now; asked before each call */
  attendance(url: string, token: () => Promise<string>): Promise<Attendance>;
  /** Random bytes, for room names and for keys: 16 of them joined by hyphens name an act. */
  random(bytes: number): Uint8Array;
  /** Left out, the browser's own. */
  balcao?: PortasBalcao;
  /** Left out, those of the HTTP contract. */
  audiencia?: PortasAudiencia;
  /** Left out, the browser's own. */
  gravacao?: PortasGravacao;
}
