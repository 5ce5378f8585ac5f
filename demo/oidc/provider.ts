/**
 * A local OpenID provider for the demo and the tests: authorization code with PKCE for the staff page, a public client, and JWT access tokens for
 * the backend, with the claims that Keycloak would write. It has no password and picks the account from a list: never for a court.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider, { type JWK } from 'oidc-provider';
import type { OidcConfig } from '../backend/oidc.ts';
import { memoria } from './adapter.ts';
import { claimsDe, CONTAS } from './contas.ts';
import { FOLHA, paginaDeContas, paginaDeErro } from './pagina.ts';

/** The client of the staff page. */
export const CLIENTE = 'atrio-equipe';
/** What the access tokens are for, and the client whose roles they carry. */
export const AUDIENCIA = 'atrio';
/** The resource that the staff page asks for; its scope. */
const RECURSO = 'urn:atrio:tratamento';
export const ESCOPO = 'openid tratamento';

const ALG = 'ES256';
const TOKEN_S = 60 * 60;

export interface LocalProvider {
  issuer: string;
  /** For the backend. */
  config: OidcConfig;
  /** An access token of an account, as the sign-in would give it. */
  token(conta: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts the provider.
 * @param options.port 0 for any free one
 * @param options.pagina address of the staff page, where the sign-in comes back to
 * @param options.outras other pages of the same site that it comes back to
 */
export async function startProvider({ port, pagina, outras = [] }: { port: number; pagina: string; outras?: readonly string[] }): Promise<LocalProvider> {
  const { privateKey } = await generateKeyPair(ALG, { extractable: true });
  const kid = randomBytes(8).toString('base64url');
  const jwk = { ...(await exportJWK(privateKey)), kid, alg: ALG, use: 'sig' } as JWK;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const site = new URL(pagina).origin;

  const provider = new Provider(issuer, {
    adapter: memoria(),
    clients: [
      {
        client_id: CLIENTE,
        token_endpoint_auth_method: 'none',
        redirect_uris: [pagina, ...outras],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: ALG,
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: { session: `_demo_sessao_${kid}`, interaction: `_demo_entrada_${kid}`, resume: `_demo_volta_${kid}` } },
    scopes: ['openid'],
    pkce: { methods: ['S256'], required: () => true },
    clientBasedCORS: (_ctx, origin) => origin === site,
    ttl: { AccessToken: TOKEN_S, AuthorizationCode: 60, Grant: 12 * TOKEN_S, IdToken: TOKEN_S, Interaction: 10 * 60, Session: 12 * TOKEN_S },
    findAccount: (_ctx, id) => (CONTAS.some((conta) => conta.id === id) ? { accountId: id, claims: async () => ({ sub: id }) } : undefined),
    extraTokenClaims: (_ctx, token) => {
      const conta = 'accountId' in token ? CONTAS.find(({ id }) => id === token.accountId) : undefined;
      return conta ? claimsDe(conta, AUDIENCIA) : undefined;
    },
    // The court's own page: nobody is asked whether it may see what it is for.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: CLIENTE, accountId: ctx.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid');
      grant.addResourceScope(RECURSO, 'tratamento');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `/entrar/${interaction.uid}` },
    async renderError(ctx) {
      ctx.type = 'html';
      ctx.body = await paginaDeErro(pagina);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RECURSO,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'tratamento', audience: AUDIENCIA, accessTokenTTL: TOKEN_S, accessTokenFormat: 'jwt', jwt: { sign: { alg: ALG } } }),
      },
    },
  });

  const csp = ["default-src 'none'", "style-src 'self'", `form-action 'self' ${site}`, "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');
  const answer = (response: ServerResponse, status: number, type: string, body: string): void => void response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);

  async function entrar(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endereco = (request.url ?? '').split('?')[0] ?? '';
    try {
      await provider.interactionDetails(request, response);
      if (request.method !== 'POST') return answer(response, 200, 'text/html; charset=utf-8', await paginaDeContas(CONTAS, endereco));
      const accountId = new URLSearchParams(await corpo(request)).get('conta') ?? '';
      if (!CONTAS.some(({ id }) => id === accountId)) return answer(response, 400, 'text/html; charset=utf-8', await paginaDeContas(CONTAS, endereco));
      await provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
    } catch {
      answer(response, 400, 'text/html; charset=utf-8', await paginaDeErro(pagina));
    }
  }

  const callback = provider.callback();
  server.on('request', (request, response) => {
    response.setHeader('Content-Security-Policy', csp);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/entrar.css') answer(response, 200, 'text/css; charset=utf-8', FOLHA);
    else if (path === '/favicon.ico') response.writeHead(204).end();
    else if (path.startsWith('/entrar/')) void entrar(request, response);
    else void callback(request, response);
  });

  return {
    issuer,
    config: { issuer, audience: AUDIENCIA },
    async token(id) {
      const conta = CONTAS.find((one) => one.id === id);
      if (!conta) throw new Error(`no such account: ${id}`);
      return new SignJWT(claimsDe(conta, AUDIENCIA)).setProtectedHeader({ alg: ALG, kid, typ: 'at+jwt' }).setIssuer(issuer).setAudience(AUDIENCIA).setSubject(id).setIssuedAt().setExpirationTime(`${TOKEN_S}s`).sign(privateKey);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A short body, as text. */
async function corpo(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4096) throw new Error('too long');
  }
  return text;
}
