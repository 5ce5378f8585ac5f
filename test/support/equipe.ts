/** The staff for tests without a server: an issuer that is a key and a `fetch`, and the headers of each account of the demo. */
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { createAutenticar, type Autenticar, type OidcConfig } from '../../demo/backend/oidc.ts';
import { claimsDe, CONTAS, type Conta } from '../../demo/oidc/contas.ts';

export const EMISSOR = 'https://sso.test/realms/tribunal';
export const AUDIENCIA = 'atrio';

/** Long enough for any clock that a test sets. */
const EXPIRA = Date.parse('2100-01-01T00:00:00Z') / 1000;

export interface TestIssuer {
  config: OidcConfig;
  /** Serves the discovery document and the keys. */
  fetch: typeof fetch;
  /** Signs with the current key. */
  assinar(claims: JWTPayload & Record<string, unknown>, header?: { alg?: string; typ?: string; kid?: string }): Promise<string>;
  /** Goes on with a new key; the old one is published no more. */
  girar(): Promise<void>;
  /** How often the keys were asked for. */
  pedidos: { jwks: number; descoberta: number };
  /** Stops or resumes answering. */
  fora(down: boolean): void;
}

export async function testIssuer(): Promise<TestIssuer> {
  let serial = 0;
  let down = false;
  const pedidos = { jwks: 0, descoberta: 0 };
  const make = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    serial += 1;
    return { kid: `k${serial}`, privateKey, publica: { ...(await exportJWK(publicKey)), kid: `k${serial}`, alg: 'ES256', use: 'sig' } };
  };
  let key = await make();
  return {
    config: { issuer: EMISSOR, audience: AUDIENCIA },
    pedidos,
    fora: (value) => void (down = value),
    async fetch(input) {
      if (down) throw new TypeError('fetch failed');
      const url = String(input instanceof Request ? input.url : input);
      if (url === `${EMISSOR}/.well-known/openid-configuration`) {
        pedidos.descoberta += 1;
        return Response.json({ issuer: EMISSOR, jwks_uri: `${EMISSOR}/certs` });
      }
      if (url !== `${EMISSOR}/certs`) return new Response(null, { status: 404 });
      pedidos.jwks += 1;
      return Response.json({ keys: [key.publica] });
    },
    assinar: (claims, header = {}) =>
      new SignJWT({ iss: EMISSOR, aud: AUDIENCIA, exp: EXPIRA, ...claims }).setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT', ...header }).sign(key.privateKey),
    async girar() {
      key = await make();
    },
  };
}

export interface TestStaff {
  autenticar: Autenticar;
  /** `Authorization` of an account of the demo (`ana`, `bruno`, `eva`…), or of one made up; good at any clock. */
  como(conta: string | Conta): Promise<Record<string, string>>;
}

/**
 * The staff. Use: `testBackend(banco, { autenticar: equipe.autenticar })`, then `backend.get(path, await equipe.como('ana'))`.
 */
export async function testStaff(): Promise<TestStaff> {
  const issuer = await testIssuer();
  return {
    autenticar: createAutenticar(issuer.config, { fetch: issuer.fetch }),
    async como(quem) {
      const conta = typeof quem === 'string' ? CONTAS.find(({ id }) => id === quem) : quem;
      if (!conta) throw new Error(`no such account: ${String(quem)}`);
      return { authorization: `Bearer ${await issuer.assinar({ sub: conta.id, ...claimsDe(conta, AUDIENCIA) })}` };
    },
  };
}
