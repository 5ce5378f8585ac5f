/**
 * Sign-in by OpenID Connect: authorization code with PKCE (RFC 7636), a public client, without a library. What is asked of the issuer and what it answers;
 * where the person is, and what is kept, is of `session.ts`.
 */

export interface OidcClient {
  /** Issuer, exactly as its discovery document says it (`https://sso.tribunal.jus.br/realms/tribunal`). */
  issuer: string;
  clientId: string;
  /** Words apart by spaces; `openid` among them. */
  scope: string;
  /** Absolute address that the sign-in comes back to, as it was registered at the issuer. */
  redirectUri: string;
}

export interface OidcPorts {
  fetch: typeof fetch;
  random(bytes: number): Uint8Array;
}

/** What the issuer gave. */
export interface Tokens {
  access: string;
  /** Renews without the person; null when the issuer gives none. */
  refresh: string | null;
  /** Tells the issuer who leaves. */
  id: string | null;
  /** Seconds that the access token lasts; null when it was not said. */
  expiresIn: number | null;
}

/** Endpoints of the discovery document that are used. */
export interface Discovery {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

/** Why a sign-in did not work: no answer; an issuer that is not what it says; the issuer, or the person, said no. */
export type OidcFalha = 'rede' | 'emissor' | 'recusa';

export class OidcError extends Error {
  readonly falha: OidcFalha;
  constructor(falha: OidcFalha, message: string) {
    super(message);
    this.name = 'OidcError';
    this.falha = falha;
  }
}

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * The endpoints of an issuer (OpenID Connect Discovery 1.0).
 * @throws OidcError `rede`; `emissor` when the document is missing, of another issuer, or its endpoints are no addresses
 */
export async function discover({ issuer }: Pick<OidcClient, 'issuer'>, ports: Pick<OidcPorts, 'fetch'>): Promise<Discovery> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await ports.fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => {
    throw new OidcError('rede', url);
  });
  const found = response.ok ? ((await response.json().catch(() => null)) as Partial<Discovery> | null) : null;
  const { issuer: named, authorization_endpoint: authorize, token_endpoint: token, end_session_endpoint: end } = found ?? {};
  if (named !== issuer || !isText(authorize) || !isText(token) || ![authorize, token].every((text) => /^https?:\/\//.test(text))) throw new OidcError('emissor', url);
  return { issuer: named, authorization_endpoint: authorize, token_endpoint: token, ...(isText(end) && /^https?:\/\//.test(end) ? { end_session_endpoint: end } : {}) };
}

/** A sign-in on its way: where to go, and what has to be known when it comes back. */
export interface Started {
  url: string;
  verifier: string;
  state: string;
}

/**
 * Address of the sign-in.
 * @param options.prompt `login` asks for the password even of who is in; empty leaves it to the issuer
 * @param options.prefix what `state` begins with, to tell one way of coming back from another
 */
export async function start(client: OidcClient, { authorization_endpoint }: Discovery, ports: OidcPorts, options: { prompt?: string; prefix?: string } = {}): Promise<Started> {
  const verifier = base64url(ports.random(32));
  const state = (options.prefix ?? '') + base64url(ports.random(32));
  const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  const url = new URL(authorization_endpoint);
  const query = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(options.prompt ? { prompt: options.prompt } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, verifier, state };
}

async function ask(endpoint: string, body: Record<string, string>, ports: Pick<OidcPorts, 'fetch'>): Promise<Tokens> {
  const response = await ports
    .fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(body).toString(),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    .catch(() => {
      throw new OidcError('rede', endpoint);
    });
  if (response.status >= 500) throw new OidcError('rede', `${endpoint}: HTTP ${response.status}`);
  const given = response.ok ? ((await response.json().catch(() => null)) as Record<string, unknown> | null) : null;
  if (!given || !isText(given['access_token'])) throw new OidcError('recusa', `${endpoint}: HTTP ${response.status}`);
  const { access_token: access, refresh_token: refresh, id_token: id, expires_in: seconds } = given;
  return { access: access, refresh: isText(refresh) ? refresh : null, id: isText(id) ? id : null, expiresIn: typeof seconds === 'number' && seconds > 0 ? seconds : null };
}

/**
 * Tokens for the code that the sign-in came back with.
 * @throws OidcError `rede` or `recusa`
 */
export const exchange = (client: OidcClient, { token_endpoint }: Discovery, code: string, verifier: string, ports: Pick<OidcPorts, 'fetch'>): Promise<Tokens> =>
  ask(token_endpoint, { grant_type: 'authorization_code', client_id: client.clientId, code, redirect_uri: client.redirectUri, code_verifier: verifier }, ports);

/**
 * New tokens for a refresh token; the old one goes on when no other is given.
 * @throws OidcError `rede` or `recusa`
 */
export async function refresh(client: OidcClient, { token_endpoint }: Discovery, { refresh: old, id }: Tokens, ports: Pick<OidcPorts, 'fetch'>): Promise<Tokens> {
  if (!old) throw new OidcError('recusa', 'no refresh token');
  const tokens = await ask(token_endpoint, { grant_type: 'refresh_token', client_id: client.clientId, refresh_token: old }, ports);
  return { ...tokens, refresh: tokens.refresh ?? old, id: tokens.id ?? id };
}

/** Address that ends the session at the issuer; null when it has none. */
export function endSession(client: OidcClient, { end_session_endpoint: end }: Discovery, id: string | null): string | null {
  if (!end) return null;
  const url = new URL(end);
  url.searchParams.set('client_id', client.clientId);
  url.searchParams.set('post_logout_redirect_uri', client.redirectUri);
  if (id) url.searchParams.set('id_token_hint', id);
  return url.href;
}
