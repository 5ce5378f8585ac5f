import type { Clock } from '../ports.ts';
import { noAccess, type Access } from './access.ts';
import { discover, endSession, exchange, OidcError, refresh, start, type Discovery, type OidcClient, type OidcPorts, type Tokens } from './pkce.ts';

/** What was begun before the page was left. The only thing that is stored, and only across the redirect. */
const PENDING = 'atrio:oidc';
/** A sign-in in a window of its own: the page that it comes back to only hands the code over. */
const WINDOW = 'janela.';
const CHANNEL = 'atrio-oidc';
/** A token that ends within this time is renewed before it is used. Milliseconds. */
const EARLY_MS = 30_000;

/** What a session takes from the browser. */
export interface SessionPorts extends OidcPorts {
  clock: Clock;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Address of the page. */
  href(): string;
  /** Puts another address in place of the page's, without loading. */
  replace(url: string): void;
  /** Leaves for an address. */
  leave(url: string): void;
  /** A window that opens within the person's press; null when the browser does not let it. */
  open(): { go(url: string): void; close(): void } | null;
  /** Closes this window, when it was opened for the sign-in. */
  close(): void;
  channel(name: string): Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
}

/** How a visit to the page began: nobody came back from a sign-in; somebody is in; this window was only for the sign-in; it was refused. */
export type Arrival = 'nada' | 'entrou' | 'janela' | 'recusa' | 'rede' | 'emissor';

export interface Session extends Access {
  /** Ends a sign-in that has just come back, and takes its code out of the address. */
  finish(): Promise<Arrival>;
  /** Leaves for the sign-in. @throws OidcError */
  signIn(): Promise<void>;
  /** Signs in again in a window of its own, so that a call and what was typed stay; where windows are refused it gives false, and the page may leave. @throws OidcError */
  signInBeside(): Promise<boolean>;
  /** Forgets the tokens, and tells the issuer where it can be told. True when the page is left for that. */
  signOut(): Promise<boolean>;
}

/**
 * A session by the browser's own means. The tokens live in memory alone: a reload asks the issuer again.
 * @param options `wanted` says, once the issuer has answered, whether anybody still waits to be taken to it; without it somebody does
 */
export function createSession(client: OidcClient, ports: SessionPorts, options: { prompt?: string; wanted?: () => boolean } = {}): Session {
  let tokens: Tokens | null = null;
  /** Monotonic instant at which the access token ends. */
  let ends = Infinity;
  let renewing: Promise<boolean> | null = null;
  let found: Promise<Discovery> | null = null;
  let beside: Pick<BroadcastChannel, 'close'> | null = null;
  /** Who left is asked for the password, even where the issuer still knows them. */
  let left = false;

  const discovery = (): Promise<Discovery> => {
    found ??= discover(client, ports);
    found.catch(() => (found = null));
    return found;
  };
  const take = (given: Tokens): void => {
    tokens = given;
    ends = given.expiresIn === null ? Infinity : ports.clock.mono() + given.expiresIn * 1000;
    left = false;
  };
  const ask = async (prefix: string): ReturnType<typeof start> => {
    const prompt = left ? 'login' : options.prompt;
    const started = await start(client, await discovery(), ports, { prefix, ...(prompt ? { prompt } : {}) });
    if (options.wanted?.() === false) throw new OidcError('recusa', 'gone');
    return started;
  };
  const renew = (): Promise<boolean> => {
    const old = tokens;
    if (!old?.refresh) return Promise.resolve(false);
    renewing ??= discovery()
      .then((where) => refresh(client, where, old, ports))
      .then(
        (given) => {
          if (tokens === old) take(given);
          return true;
        },
        (error: unknown) => {
          // One that was refused serves no more; without an answer it may yet.
          if (tokens === old && error instanceof OidcError && error.falha === 'recusa') tokens = { ...old, refresh: null };
          return false;
        },
      )
      .finally(() => (renewing = null));
    return renewing;
  };

  return {
    renew,
    async token() {
      if (tokens && ends - ports.clock.mono() < EARLY_MS) await renew();
      if (!tokens || ends <= ports.clock.mono()) throw noAccess();
      return tokens.access;
    },
    async finish() {
      const url = new URL(ports.href());
      const [code, state] = [url.searchParams.get('code'), url.searchParams.get('state')];
      if (!state || !(code || url.searchParams.has('error'))) return 'nada';
      if (state.startsWith(WINDOW)) {
        const channel = ports.channel(CHANNEL);
        channel.postMessage({ state, code });
        channel.close();
        ports.close();
        return 'janela';
      }
      const pending = JSON.parse(ports.storage.getItem(PENDING) ?? 'null') as { verifier: string; state: string; hash: string } | null;
      // A `code` of somebody else's is left alone.
      if (!pending || pending.state !== state) return 'nada';
      ports.storage.removeItem(PENDING);
      for (const name of ['code', 'state', 'session_state', 'iss', 'error', 'error_description', 'error_uri']) url.searchParams.delete(name);
      url.hash = pending.hash;
      ports.replace(url.href);
      if (!code) return 'recusa';
      try {
        take(await exchange(client, await discovery(), code, pending.verifier, ports));
        return 'entrou';
      } catch (error) {
        return error instanceof OidcError ? error.falha : 'rede';
      }
    },
    async signIn() {
      const { url, verifier, state } = await ask('');
      ports.storage.setItem(PENDING, JSON.stringify({ verifier, state, hash: new URL(ports.href()).hash }));
      ports.leave(url);
    },
    async signInBeside() {
      // Before anything that waits: the browser lets a window open only within the press.
      const window = ports.open();
      if (!window) return false;
      beside?.close();
      try {
        const { url, verifier, state } = await ask(WINDOW);
        const channel = (beside = ports.channel(CHANNEL));
        const code = new Promise<string | null>((resolve) => {
          channel.onmessage = ({ data }: MessageEvent<{ state?: unknown; code?: unknown }>) => {
            if (data.state === state) resolve(typeof data.code === 'string' ? data.code : null);
          };
        });
        window.go(url);
        const came = await code;
        channel.close();
        if (came === null) throw new OidcError('recusa', 'window');
        take(await exchange(client, await discovery(), came, verifier, ports));
        return true;
      } catch (error) {
        window.close();
        throw error;
      }
    },
    async signOut() {
      const id = tokens?.id ?? null;
      tokens = null;
      ends = Infinity;
      left = true;
      const url = await discovery().then((where) => endSession(client, where, id), () => null);
      if (url) ports.leave(url);
      return url !== null;
    },
  };
}

/** What a session takes from a real page. */
export const pageSessionPorts = ({ fetch, random, clock }: OidcPorts & { clock: Clock }): SessionPorts => ({
  fetch,
  random,
  clock,
  storage: {
    // Where storage is refused the sign-in cannot come back, and says so then.
    getItem: (key) => sessionStorage.getItem(key),
    setItem: (key, value) => sessionStorage.setItem(key, value),
    removeItem: (key) => sessionStorage.removeItem(key),
  },
  href: () => location.href,
  replace: (url) => history.replaceState(history.state, '', url),
  leave: (url) => location.assign(url),
  open() {
    const opened = window.open('about:blank', '', 'popup,width=520,height=680');
    return opened && { go: (url) => opened.location.replace(url), close: () => opened.close() };
  },
  close: () => window.close(),
  channel: (name) => new BroadcastChannel(name),
});
