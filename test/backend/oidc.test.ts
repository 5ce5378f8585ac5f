import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SignJWT } from 'jose';
import { atorDe, createAutenticar, oidcDoAmbiente } from '../../demo/backend/oidc.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import { deadDatabase, SEGUNDA_9H, testBackend } from '../support/backend.ts';
import { AUDIENCIA, EMISSOR, testIssuer, testStaff } from '../support/equipe.ts';

const agora = SEGUNDA_9H;
const segundos = agora / 1000;
const refusal = (code: string) => (error: unknown) => error instanceof ProblemError && error.code === code;
const papeis = (roles: unknown): Record<string, unknown> => ({ resource_access: { [AUDIENCIA]: { roles } } });

describe('access tokens', () => {
  test('a good one says who calls, with the roles and the units of that person', async () => {
    const issuer = await testIssuer();
    const autenticar = createAutenticar(issuer.config, issuer);
    const token = await issuer.assinar({ sub: 'u-1', name: 'Ana', ...papeis(['ouvidoria', 'cozinha']), unidades: ['a-1', 'b-2'] });
    assert.deepEqual(await autenticar(token, agora), { sub: 'u-1', nome: 'Ana', papeis: ['ouvidoria'], unidades: ['a-1', 'b-2'] });
  });

  test('any other issuer, audience, key, algorithm, kind or time is refused with 401', async () => {
    const issuer = await testIssuer();
    const stranger = await testIssuer();
    const autenticar = createAutenticar(issuer.config, issuer);
    const good = { sub: 'u-1', ...papeis(['ouvidoria']) };
    const secret = new TextEncoder().encode('a-secret-that-is-long-enough-for-hs256');
    const { sub: _, ...nobody } = good;
    const cases: Record<string, Promise<string> | string> = {
      issuer: issuer.assinar({ ...good, iss: `${EMISSOR}/outro` }),
      audience: issuer.assinar({ ...good, aud: 'outro-sistema' }),
      expired: issuer.assinar({ ...good, exp: segundos - 60 }),
      'not yet': issuer.assinar({ ...good, nbf: segundos + 600 }),
      'no end': new SignJWT({ ...good, iss: EMISSOR, aud: AUDIENCIA }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      nobody: issuer.assinar(nobody),
      key: stranger.assinar(good),
      'symmetric algorithm': new SignJWT({ ...good, iss: EMISSOR, aud: AUDIENCIA, exp: segundos + 600 }).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret),
      'no algorithm': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...good, iss: EMISSOR, aud: AUDIENCIA, exp: segundos + 600 })).toString('base64url')}.`,
      'ID token of Keycloak': issuer.assinar({ ...good, typ: 'ID' }),
      'ID token': issuer.assinar({ ...good, at_hash: 'x' }),
      'refresh token': issuer.assinar({ ...good, typ: 'Refresh' }),
      'another kind': issuer.assinar(good, { typ: 'logout+jwt' }),
      'no token': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    };
    for (const [name, token] of Object.entries(cases)) await assert.rejects(autenticar(await token, agora), refusal('acesso-invalido'), name);
    // The same token with nothing wrong passes, so that each of the above was refused for its own reason.
    for (const typ of ['JWT', 'at+jwt', 'application/at+jwt']) assert.equal((await autenticar(await issuer.assinar({ ...good, typ: 'Bearer' }, { typ }), agora)).sub, 'u-1');
    const end = { ...good, exp: segundos + 60 };
    assert.equal((await autenticar(await issuer.assinar(end), agora)).sub, 'u-1');
    await assert.rejects(autenticar(await issuer.assinar(end), agora + 120_000), refusal('acesso-invalido'));
  });

  test('the keys are asked for once, and again when the issuer changes them', async () => {
    const issuer = await testIssuer();
    const autenticar = createAutenticar(issuer.config, { fetch: issuer.fetch, pausa: 0 });
    const claims = { sub: 'u-1', ...papeis(['sic']) };
    const before = await issuer.assinar(claims);
    await Promise.all(Array.from({ length: 20 }, () => autenticar(before, agora)));
    assert.deepEqual(issuer.pedidos, { jwks: 1, descoberta: 1 });
    await issuer.girar();
    assert.equal((await autenticar(await issuer.assinar(claims), agora)).sub, 'u-1');
    assert.deepEqual(issuer.pedidos, { jwks: 2, descoberta: 1 });
    await assert.rejects(autenticar(before, agora), refusal('acesso-invalido'), 'a key that was withdrawn');
  });

  test('a made-up key name does not make the backend ask again and again', async () => {
    const issuer = await testIssuer();
    const autenticar = createAutenticar(issuer.config, issuer);
    const token = await issuer.assinar({ sub: 'u-1' }, { kid: 'inventada' });
    for (let i = 0; i < 5; i += 1) await assert.rejects(autenticar(token, agora), refusal('acesso-invalido'));
    assert.equal(issuer.pedidos.jwks, 1);
  });

  test('an issuer that is down is 503, not 401; keys at hand go on working, and it recovers', async () => {
    const issuer = await testIssuer();
    const token = await issuer.assinar({ sub: 'u-1', ...papeis(['ouvidoria']) });
    issuer.fora(true);
    const autenticar = createAutenticar(issuer.config, { fetch: issuer.fetch, pausa: 0 });
    await assert.rejects(autenticar(token, agora), (error) => refusal('emissor-indisponivel')(error) && (error as ProblemError).extras.retryAfter === 5);
    issuer.fora(false);
    assert.equal((await autenticar(token, agora)).sub, 'u-1');
    issuer.fora(true);
    assert.equal((await autenticar(token, agora)).sub, 'u-1');
  });

  test('keys that are no keys, and a discovery document of another issuer, are 503', async () => {
    const issuer = await testIssuer();
    const token = await issuer.assinar({ sub: 'u-1' });
    const answers: Record<string, (url: string) => Response> = {
      'not a key set': (url) => (url.endsWith('/certs') ? Response.json({ oi: 1 }) : Response.json({ issuer: EMISSOR, jwks_uri: `${EMISSOR}/certs` })),
      'an error': () => new Response('x', { status: 500 }),
      'another issuer': () => Response.json({ issuer: 'https://outro.test', jwks_uri: `${EMISSOR}/certs` }),
      'keys over an open network': () => Response.json({ issuer: EMISSOR, jwks_uri: 'http://sso.test/certs' }),
      'not JSON': () => new Response('<html>'),
    };
    for (const [name, answer] of Object.entries(answers)) {
      await assert.rejects(createAutenticar(issuer.config, { fetch: async (input) => answer(String(input)) })(token, agora), refusal('emissor-indisponivel'), name);
    }
  });
});

describe('claims', () => {
  test('roles are the client’s own, or the realm’s with the prefix; what is of another system gives nothing', () => {
    const roles = (claims: Record<string, unknown>): readonly string[] => atorDe({ sub: 'x', ...claims }, 'atrio').papeis;
    assert.deepEqual(roles({ resource_access: { atrio: { roles: ['sic'] }, pje: { roles: ['ouvidor'] } } }), ['sic']);
    assert.deepEqual(roles({ realm_access: { roles: ['gestor', 'atrio-ouvidor', 'atrio-nada', 'offline_access'] } }), ['ouvidor']);
    assert.deepEqual(roles({ resource_access: { atrio: { roles: ['sic', 'sic'] } }, realm_access: { roles: ['atrio-sic'] } }), ['sic']);
    for (const broken of [{}, { resource_access: null }, { resource_access: [] }, { resource_access: { atrio: 'sic' } }, { resource_access: { atrio: { roles: [7, null, {}] } } }]) assert.deepEqual(roles(broken), []);
  });

  test('units come as a list or as words; without a name the login is shown', () => {
    assert.deepEqual(atorDe({ sub: 'x', unidades: ['a', 'a', 3] }, 'atrio').unidades, ['a']);
    assert.deepEqual(atorDe({ sub: 'x', unidades: 'a, b' }, 'atrio').unidades, ['a', 'b']);
    assert.deepEqual(atorDe({ sub: 'x', unidades: { a: 1 } }, 'atrio').unidades, []);
    assert.equal(atorDe({ sub: 'x', preferred_username: 'ana' }, 'atrio').nome, 'ana');
    assert.equal(atorDe({ sub: 'x' }, 'atrio').nome, 'x');
  });
});

test('the environment turns the staff side on, and what makes no sense is told', () => {
  assert.equal(oidcDoAmbiente({}), null);
  assert.equal(oidcDoAmbiente({ ATRIO_OIDC_ISSUER: ' ', ATRIO_OIDC_AUDIENCE: '' }), null);
  assert.deepEqual(oidcDoAmbiente({ ATRIO_OIDC_ISSUER: EMISSOR, ATRIO_OIDC_AUDIENCE: 'atrio' }), { issuer: EMISSOR, audience: 'atrio' });
  assert.deepEqual(oidcDoAmbiente({ ATRIO_OIDC_ISSUER: 'http://localhost:8180/realms/x', ATRIO_OIDC_AUDIENCE: 'atrio', ATRIO_OIDC_CLIENT: 'c', ATRIO_OIDC_JWKS: 'https://sso.test/certs' }), {
    issuer: 'http://localhost:8180/realms/x',
    audience: 'atrio',
    client: 'c',
    jwksUri: 'https://sso.test/certs',
  });
  assert.throws(() => oidcDoAmbiente({ ATRIO_OIDC_ISSUER: EMISSOR }), /andam juntas/);
  assert.throws(() => oidcDoAmbiente({ ATRIO_OIDC_AUDIENCE: 'atrio' }), /andam juntas/);
  for (const bad of ['sso.test', 'http://sso.test', 'ftp://sso.test']) assert.throws(() => oidcDoAmbiente({ ATRIO_OIDC_ISSUER: bad, ATRIO_OIDC_AUDIENCE: 'atrio' }), /precisa ser um endereço https/, bad);
});

test('the accounts of the demo are what their names say', async () => {
  const staff = await testStaff();
  const who = async (id: string) => staff.autenticar(((await staff.como(id))['authorization'] ?? '').slice(7), agora);
  assert.deepEqual((await who('ana')).papeis, ['ouvidoria']);
  assert.deepEqual(await who('bruno'), { sub: 'bruno', nome: 'Bruno (2ª Vara Cível de Natal)', papeis: ['unidade'], unidades: ['2-vara-civel-natal'] });
  const { court } = await testBackend(deadDatabase());
  for (const id of ['bruno', 'beatriz']) for (const unidade of (await who(id)).unidades) assert.ok(court.unidade(unidade), unidade);
});
