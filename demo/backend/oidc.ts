import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import { PAPEIS_EQUIPE, type PapelEquipe } from '../../src/contract/tratamento.ts';
import type { Ator } from './ator.ts';
import { ProblemError } from './problems.ts';

/** Where the access tokens of the staff come from. */
export interface OidcConfig {
  /** Issuer, as its tokens write it: `https://sso.tribunal.jus.br/realms/tribunal`. */
  issuer: string;
  /** Audience that a token has to be made for. */
  audience: string;
  /** Client whose roles count, in `resource_access`. Default: the audience. */
  client?: string;
  /** Address of the key set. Default: what the issuer's discovery document says. */
  jwksUri?: string;
}

/**
 * The person behind an access token.
 * @param agora epoch milliseconds
 * @throws ProblemError `acesso-invalido` (401) for a token that does not pass, `emissor-indisponivel` (503) when its keys cannot be had
 */
export type Autenticar = (token: string, agora: number) => Promise<Ator>;

/** Signatures that are taken: asymmetric ones alone, whatever the token says of itself. */
const ALGORITMOS = ['RS256', 'PS256', 'ES256'];

/** Clocks of the court may differ by this much, in seconds. */
const TOLERANCIA_S = 30;

const ESPERA_MS = 5_000;
/** After a failure the issuer is left alone for this long. */
const PAUSA_MS = 2_000;

/**
 * Configuration from the environment: `ATRIO_OIDC_ISSUER` and `ATRIO_OIDC_AUDIENCE` turn the staff side on; `ATRIO_OIDC_CLIENT` and
 * `ATRIO_OIDC_JWKS` where the defaults do not fit. Null when neither of the first two is there.
 * @throws Error with words for who runs it, when one of them makes no sense
 */
export function oidcDoAmbiente(env: Record<string, string | undefined>): OidcConfig | null {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const [issuer, audience, client, jwksUri] = [text('ATRIO_OIDC_ISSUER'), text('ATRIO_OIDC_AUDIENCE'), text('ATRIO_OIDC_CLIENT'), text('ATRIO_OIDC_JWKS')];
  if (!issuer && !audience) return null;
  if (!issuer || !audience) throw new Error('ATRIO_OIDC_ISSUER e ATRIO_OIDC_AUDIENCE andam juntas: sem uma delas não se sabe de quem, ou para quem, é o token.');
  for (const [name, url] of Object.entries({ ATRIO_OIDC_ISSUER: issuer, ...(jwksUri ? { ATRIO_OIDC_JWKS: jwksUri } : {}) })) {
    if (!seguro(url)) throw new Error(`${name}="${url}" precisa ser um endereço https (http só nesta máquina).`);
  }
  return { issuer, audience, ...(client ? { client } : {}), ...(jwksUri ? { jwksUri } : {}) };
}

/** https, or http on this machine: keys that came over an open network prove nothing. */
function seguro(url: string): boolean {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
  } catch {
    return false;
  }
}

const texto = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
const textos = (value: unknown): string[] => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : []).flatMap((item) => texto(item) ?? []);
const objeto = (value: unknown): Record<string, unknown> => (value && typeof value === 'object' ? (value as Record<string, unknown>) : {});

const conhecido = (papel: string): papel is PapelEquipe => (PAPEIS_EQUIPE as readonly string[]).includes(papel);

/**
 * Reads the claims as Keycloak writes them: `resource_access.<client>.roles` with the roles by their names; `realm_access.roles` with the prefix
 * `atrio-`, because a realm's role called `gestor` may well be another system's; `unidades`, the ids of the units the person works for.
 */
export function atorDe(claims: JWTPayload, client: string): Ator {
  const doCliente = textos(objeto(objeto(claims['resource_access'])[client])['roles']);
  const doRealm = textos(objeto(claims['realm_access'])['roles']).flatMap((papel) => (papel.startsWith('atrio-') ? [papel.slice(6)] : []));
  return {
    sub: claims.sub ?? '',
    nome: texto(claims['name']) ?? texto(claims['preferred_username']) ?? claims.sub ?? '',
    papeis: [...new Set([...doCliente, ...doRealm].filter(conhecido))],
    unidades: [...new Set(textos(claims['unidades']))],
  };
}

/** What is wrong with the token, as against with the way to its keys. */
function culpaDoToken(error: unknown): boolean {
  const { JWTClaimValidationFailed, JWTExpired, JWTInvalid, JWSInvalid, JWSSignatureVerificationFailed, JOSEAlgNotAllowed, JOSENotSupported, JWKSNoMatchingKey, JWKSMultipleMatchingKeys } = errors;
  return [JWTClaimValidationFailed, JWTExpired, JWTInvalid, JWSInvalid, JWSSignatureVerificationFailed, JOSEAlgNotAllowed, JOSENotSupported, JWKSNoMatchingKey, JWKSMultipleMatchingKeys].some(
    (kind) => error instanceof kind,
  );
}

/**
 * Checks access tokens against the keys of their issuer. The keys are kept for ten minutes and asked for again when a token names one that is not
 * there, so that a rotation needs no restart.
 * @param options `fetch` for tests; `pausa` is the least time between two questions for an unknown key, or after a failure, in milliseconds
 */
export function createAutenticar(config: OidcConfig, options: { fetch?: typeof fetch; pausa?: number } = {}): Autenticar {
  const get = options.fetch ?? fetch;
  const client = config.client ?? config.audience;
  let chaves: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  const descobrir = async (): Promise<ReturnType<typeof createRemoteJWKSet>> => {
    let endereco = config.jwksUri;
    if (!endereco) {
      const response = await get(`${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(ESPERA_MS) });
      if (!response.ok) throw new Error('discovery refused');
      const { issuer, jwks_uri } = objeto(await response.json());
      if (issuer !== config.issuer || typeof jwks_uri !== 'string' || !seguro(jwks_uri)) throw new Error('discovery of another issuer');
      endereco = jwks_uri;
    }
    return createRemoteJWKSet(new URL(endereco), { timeoutDuration: ESPERA_MS, cooldownDuration: options.pausa ?? 10_000, [customFetch]: get });
  };
  let falhou = -Infinity;
  const conjunto = async (): Promise<ReturnType<typeof createRemoteJWKSet>> => {
    if (!chaves && performance.now() - falhou < (options.pausa ?? PAUSA_MS)) throw new Error('the issuer has just failed');
    chaves ??= descobrir().catch((error: unknown) => {
      falhou = performance.now();
      chaves = undefined;
      throw error;
    });
    return chaves;
  };

  return async (token, agora) => {
    let claims: JWTPayload;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, await conjunto(), {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: ALGORITMOS,
        clockTolerance: TOLERANCIA_S,
        currentDate: new Date(agora),
        requiredClaims: ['sub', 'exp'],
      });
      // An ID token says who signed in on a page; it gives access to nothing (RFC 9068; `typ` of the payload is Keycloak's).
      const tipo = (protectedHeader.typ ?? 'JWT').toLowerCase().replace(/^application\//, '');
      if (!['jwt', 'at+jwt'].includes(tipo) || !['bearer', 'undefined'].includes(String(payload['typ']).toLowerCase()) || 'at_hash' in payload) throw new errors.JWTInvalid('not an access token');
      claims = payload;
    } catch (error) {
      if (culpaDoToken(error)) throw new ProblemError('acesso-invalido');
      throw new ProblemError('emissor-indisponivel', { retryAfter: 5 });
    }
    return atorDe(claims, client);
  };
}
