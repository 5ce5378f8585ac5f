import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createAutenticar } from '../../demo/backend/oidc.ts';
import { CLIENTE, ESCOPO, startProvider, type LocalProvider } from '../../demo/oidc/provider.ts';

const PAGINA = 'http://localhost:9/equipe.html';
let provider: LocalProvider;
before(async () => {
  provider = await startProvider({ port: 0, pagina: PAGINA });
});
after(() => provider.close());

/** A browser's jar and hops, by hand: nothing is followed unless the test says so. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(url, provider.issuer), {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) jar.set(name, value ?? '');
    }
    return response;
  };
}

const verifier = (): string => randomBytes(32).toString('base64url');
const s256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const asking = (over: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({ client_id: CLIENTE, response_type: 'code', redirect_uri: PAGINA, scope: ESCOPO, state: 's-1', prompt: 'login', code_challenge_method: 'S256', ...over }).toString()}`;
const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(PAGINA).origin }, body: new URLSearchParams(fields).toString() });
const location = (response: Response): string => response.headers.get('location') ?? '';

/** Signs in and gives the code. */
async function signIn(conta: string, secret: string): Promise<string> {
  const go = browser();
  const page = location(await go(asking({ code_challenge: s256(secret) })));
  assert.match(page, /\/entrar\//);
  const picking = await go(page);
  assert.equal(picking.status, 200);
  const resume = await go(page, form({ conta }));
  const back = new URL(location(await go(location(resume))));
  assert.equal(`${back.origin}${back.pathname}`, PAGINA);
  assert.equal(back.searchParams.get('state'), 's-1');
  return back.searchParams.get('code') ?? '';
}

const exchange = (code: string, secret: string): Promise<Response> =>
  fetch(`${provider.issuer}/token`, form({ grant_type: 'authorization_code', client_id: CLIENTE, code, redirect_uri: PAGINA, code_verifier: secret }));

test('a person picks an account, and the page gets a token that the backend takes', async () => {
  const secret = verifier();
  const response = await exchange(await signIn('bruno', secret), secret);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), 'http://localhost:9');
  const { access_token: token, token_type: kind, expires_in: life } = (await response.json()) as { access_token: string; token_type: string; expires_in: number };
  assert.deepEqual([kind, life], ['Bearer', 3600]);
  const autenticar = createAutenticar(provider.config);
  assert.deepEqual(await autenticar(token, Date.now()), { sub: 'bruno', nome: 'Bruno (2ª Vara Cível de Natal)', papeis: ['unidade'], unidades: ['2-vara-civel-natal'] });
  assert.deepEqual(await autenticar(await provider.token('bruno'), Date.now()), await autenticar(token, Date.now()));
});

test('a code without its verifier is worth nothing, and no code comes without PKCE or for another page', async () => {
  const secret = verifier();
  const code = await signIn('ana', secret);
  assert.equal((await exchange(code, verifier())).status, 400);
  const without = await browser()(asking());
  assert.match(location(without), /error=invalid_request/);
  const elsewhere = await browser()(asking({ code_challenge: s256(secret), redirect_uri: 'http://localhost:9/outra.html' }));
  assert.equal(elsewhere.status, 400);
  assert.match(await elsewhere.text(), /Não foi possível entrar/);
});

test('the page of accounts is plain, in Portuguese and under a strict policy; a made-up account is not taken', async () => {
  const go = browser();
  const page = location(await go(asking({ code_challenge: s256(verifier()) })));
  const response = await go(page);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|\*|data:/);
  const text = await response.text();
  for (const words of ['Ana (Ouvidoria)', 'Davi (Presidência)', 'lang="pt-BR"', 'não há senha']) assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /<script|style=/);
  assert.equal((await go(page, form({ conta: 'intruso' }))).status, 400);
  assert.equal((await browser()(page)).status, 400);
  await assert.rejects(provider.token('intruso'), /no such account/);
});
