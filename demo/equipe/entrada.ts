import { discover, exchange, start, type OidcClient, type OidcPorts } from '../../src/adapters/oidc/pkce.ts';
import { agora } from './relogio.ts';

/**
 * Sign-in by OpenID Connect: authorization code with PKCE (RFC 7636), a public client. The token lives in this tab alone and goes nowhere but to the
 * backend.
 */

export interface Config {
  backend: string;
  issuer: string;
  client: string;
  scope: string;
  /** Time zone of the court (IANA). */
  fuso: string;
}

/** Who signed in, as far as the page shows it; what may be done is decided by the backend. */
export interface Conta {
  sub: string;
  nome: string;
  papeis: readonly string[];
  token: string;
}

const TOKEN = 'atrio-equipe-token';
const PENDENTE = 'atrio-equipe-entrada';

const redirect = (): string => `${location.origin}${location.pathname}`;
const cliente = ({ issuer, client, scope }: Config): OidcClient => ({ issuer, clientId: client, scope, redirectUri: redirect() });
const ports: OidcPorts = { fetch: (input, init) => fetch(input, init), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

/** Leaves for the sign-in; it comes back to this page, to the place where the person was. */
export async function entrar(config: Config): Promise<void> {
  const client = cliente(config);
  // Computers of a court are shared: the person is always asked.
  const { url, verifier, state } = await start(client, await discover(client, ports), ports, { prompt: 'login' });
  sessionStorage.setItem(PENDENTE, JSON.stringify({ verifier, state, volta: location.hash }));
  location.assign(url);
}

/**
 * Ends a sign-in that has just come back, and takes its code out of the address.
 * @returns true when one did
 * @throws Error when it cannot be trusted or was refused
 */
export async function voltar(config: Config): Promise<boolean> {
  const params = new URLSearchParams(location.search);
  if (!params.has('code') && !params.has('error')) return false;
  const pendente = JSON.parse(sessionStorage.getItem(PENDENTE) ?? 'null') as { verifier: string; state: string; volta: string } | null;
  sessionStorage.removeItem(PENDENTE);
  history.replaceState(null, '', `${location.pathname}${pendente?.volta ?? ''}`);
  const code = params.get('code');
  if (!code || !pendente || params.get('state') !== pendente.state) throw new Error('entrada');
  const client = cliente(config);
  const { access: token } = await exchange(client, await discover(client, ports), code, pendente.verifier, ports);
  sessionStorage.setItem(TOKEN, token);
  return true;
}

/** The account of this tab; null when nobody is in, or the time is over. */
export function conta(): Conta | null {
  const token = sessionStorage.getItem(TOKEN);
  if (!token) return null;
  try {
    const bytes = Uint8Array.from(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { sub: string; exp: number; name?: string; aud: string | string[]; resource_access?: Record<string, { roles?: string[] }>; realm_access?: { roles?: string[] } };
    if (claims.exp * 1000 <= agora()) return null;
    const doRealm = (claims.realm_access?.roles ?? []).flatMap((papel) => (papel.startsWith('atrio-') ? [papel.slice(6)] : []));
    return { sub: claims.sub, nome: claims.name ?? claims.sub, papeis: [...Object.values(claims.resource_access ?? {}).flatMap(({ roles }) => roles ?? []), ...doRealm], token };
  } catch {
    return null;
  }
}

export function sair(): void {
  sessionStorage.removeItem(TOKEN);
}
