import { pageAccess, type Access } from '../adapters/oidc/access.ts';
import type { OidcClient } from '../adapters/oidc/pkce.ts';
import type { Session } from '../adapters/oidc/session.ts';
import { BackendError, type Ports } from '../adapters/ports.ts';
import type { Tribunal } from '../contract/tribunal.ts';

/** How an element signs in by itself. */
export type StaffLogin = OidcClient & { prompt?: string };

/** The access token of the page: a text, or a function asked before each call. */
export type StaffToken = string | (() => Promise<string>) | null | undefined;

/** Why nobody is in: the visit begins so; the network, the issuer, or the person's account said no. */
export type MotivoFora = 'inicio' | 'rede' | 'emissor' | 'recusa';

/** What the machine of a desk hears of the access. */
export type StaffEvent = { type: 'begin' } | { type: 'arriving' } | { type: 'renewed' } | { type: 'signed-out'; motivo: MotivoFora };

/** What the controller of a desk asks of its element, whichever desk it is. */
export interface StaffSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  tribunal(): Tribunal | null;
  lang(): string;
  /** How the element signs in by itself; null when the page gives the token. */
  login(): StaffLogin | null;
  token(): StaffToken;
  /** Where the video's frame goes, once it is in the page. */
  quadro(): Promise<HTMLElement | null>;
  /** The page has to give another token. */
  faltaAcesso(): void;
}

/** The element of a desk. */
export interface StaffHost {
  readonly ports: Ports;
  readonly isConnected: boolean;
}

/** What the access is of. */
export interface StaffDesk<Client> {
  /** The page gave another token. */
  given(): void;
  send(event: StaffEvent): void;
  open(url: string, token: () => Promise<string>): Promise<Client>;
}

/** The access of the court's people to a desk, by a token of the page or by a sign-in of its own, and the client of the backend that goes with it. */
export class StaffAccess<Client> {
  readonly #host: StaffHost;
  readonly #spec: StaffSpec;
  readonly #desk: StaffDesk<Client>;
  #access: Access | null = null;
  #session: Session | null = null;
  #opening: Promise<Session> | null = null;
  #client: Promise<Client> | null = null;
  #started = '';
  /** The person is on the way to the sign-in. */
  #pressed = false;
  #token: StaffToken;

  /** @param host its ports are read when they are needed: they may be set after it is made */
  constructor(host: StaffHost, spec: StaffSpec, desk: StaffDesk<Client>) {
    this.#host = host;
    this.#spec = spec;
    this.#desk = desk;
  }

  readonly #back = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    this.#settle();
    this.#desk.send({ type: 'signed-out', motivo: 'inicio' });
  };

  #settle(): void {
    this.#pressed = false;
    removeEventListener('pageshow', this.#back);
  }

  /** Looks at what the element says now; begins again where the backend or the sign-in changed. */
  update(): void {
    const url = this.#spec.backendUrl();
    const login = this.#spec.login();
    const started = url ? JSON.stringify([url, login]) : '';
    const token = this.#spec.token();
    const given = token !== this.#token && Boolean(token);
    this.#token = token;
    if (url && started !== this.#started) {
      this.#started = started;
      void this.#start(login);
    } else if (given && !login) this.#desk.given();
  }

  /** The backend. @throws BackendError `servidor` when none is configured, and what opening it threw */
  client(): Promise<Client> {
    const url = this.#spec.backendUrl();
    const access = this.#access;
    if (!url || !access) return Promise.reject(new BackendError('servidor', 'no backend'));
    this.#client ??= this.#desk.open(url, () => access.token());
    this.#client.catch(() => (this.#client = null));
    return this.#client;
  }

  /** A fresh token without the person, where there is one. True when the work can go on. */
  async renew(): Promise<boolean> {
    return (await this.#access?.renew().catch(() => false)) ?? false;
  }

  /** Asks the page for a token, where the page gives it. After the desk has heard that it has none: the answer may come at once. */
  askPage(): void {
    if (!this.#session) this.#spec.faltaAcesso();
  }

  /** Leaves for the sign-in, or asks the page. */
  async signIn(): Promise<void> {
    const login = this.#spec.login();
    if (!login) {
      this.#spec.faltaAcesso();
      return this.#desk.send(this.#spec.token() ? { type: 'begin' } : { type: 'signed-out', motivo: 'inicio' });
    }
    this.#pressed = true;
    // Back from the sign-in by the browser's button, the page may come as it was left, with nobody on the way any more.
    addEventListener('pageshow', this.#back);
    try {
      // Pressed before its code is here, the button waits for it; a code that did not come is asked for again.
      await (await this.#open(login)).signIn();
    } catch (error) {
      this.#settle();
      const { falha } = error as { falha?: 'rede' | 'emissor' | 'recusa' };
      // Whoever took the element away meanwhile is told nothing, and is not taken to the sign-in.
      this.#desk.send({ type: 'signed-out', motivo: this.#host.isConnected ? (falha ?? 'rede') : 'inicio' });
    }
  }

  /**
   * Signs in again beside the work; within the press, since a window opens.
   * @param leaving called before the page is left, where windows are refused
   * @returns whether the work can go on; null while the page leaves or waits to be given a token
   */
  async signInAgain(leaving: () => void = () => undefined): Promise<boolean | null> {
    if (!this.#session) {
      this.#spec.faltaAcesso();
      return (await this.renew()) || null;
    }
    try {
      if (await this.#session.signInBeside()) return true;
      leaving();
      await this.#session.signIn();
      return null;
    } catch {
      return false;
    }
  }

  /** Forgets the tokens, and asks the page to forget its own. */
  signOut(): void {
    void this.#session?.signOut();
    this.askPage();
  }

  async #start(login: StaffLogin | null): Promise<void> {
    const send = (event: StaffEvent): void => this.#desk.send(event);
    this.#client = null;
    this.#session = null;
    this.#opening = null;
    if (!login) {
      this.#access = pageAccess(() => this.#spec.token());
      if (this.#spec.token()) send({ type: 'begin' });
      return;
    }
    if (/[?&]state=/.test(location.search)) send({ type: 'arriving' });
    const started = this.#started;
    try {
      const session = await this.#open(login);
      if (started !== this.#started) return;
      // Taken away meanwhile: the address of the page is somebody else's by now. Put back, the element begins again.
      if (!this.#host.isConnected) return void (this.#started = '');
      const arrival = await session.finish();
      if (arrival === 'entrou') send({ type: 'begin' });
      else if (arrival !== 'janela' && !this.#pressed) send({ type: 'signed-out', motivo: arrival === 'nada' ? 'inicio' : arrival });
    } catch {
      send({ type: 'signed-out', motivo: 'rede' });
    }
  }

  #open(login: StaffLogin): Promise<Session> {
    const started = this.#started;
    const opening = (this.#opening ??= import('../adapters/oidc/session.ts').then(({ createSession, pageSessionPorts }) => {
      const session = createSession(login, pageSessionPorts(this.#host.ports), { wanted: () => this.#host.isConnected, ...(login.prompt ? { prompt: login.prompt } : {}) });
      if (started === this.#started) this.#session = this.#access = session;
      return session;
    }));
    opening.catch(() => (this.#opening = null));
    return opening;
  }
}
