import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SignJWT, generateKeyPair } from 'jose';
import { linhaDe, resumoDe, runConformance } from '../../scripts/conformance.ts';
import type { Resultado } from '../../scripts/lib/conformance/sessao.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { formatProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { run } from '../../scripts/lib/processes.ts';
import { demoCourt, engines, testBackend, type TestBackend } from '../support/backend.ts';

const ORIGEM = 'https://www.tribunal.test';
const URL_BASE = 'https://api.tribunal.test';
const [engine] = (await engines({ real: false })).list;

let banco: Banco;
let backend: TestBackend;
before(async () => {
  banco = await engine!.open();
  backend = await testBackend(banco, { corsOrigins: [ORIGEM] });
  backend.time.now = Date.now();
});
after(async () => {
  await banco.close();
  await engine!.close();
});

interface Chamada {
  metodo: string;
  path: string;
  url: URL;
  headers: Headers;
  corpo: string;
}
/** Answers in the place of the server, or changes its answer; null lets it be. */
type Defeito = (chamada: Chamada, real: () => Promise<Response>) => Promise<Response> | Response | null;

/** A `fetch` that speaks with the reference backend, with something broken in between. */
const por =
  (defeito: Defeito = () => null, of = () => backend): typeof fetch =>
  async (input, init) => {
    const url = new URL(String(input));
    const corpo = typeof init?.body === 'string' ? init.body : '';
    const chamada: Chamada = { metodo: init?.method ?? 'GET', path: url.pathname, url, headers: new Headers(init?.headers), corpo };
    const real = async (): Promise<Response> => {
      of().time.now = Date.now();
      return of().app.request(url.href, { method: chamada.metodo, headers: init?.headers ?? {}, ...(init?.body === undefined ? {} : { body: init.body! }) });
    };
    return (await defeito(chamada, real)) ?? real();
  };

const correr = (defeito?: Defeito, registrar = true): Promise<Resultado[]> => runConformance({ url: URL_BASE, origem: ORIGEM, registrar, fetch: por(defeito) });
const falhas = (resultados: readonly Resultado[]): string[] => resultados.filter(({ estado }) => estado === 'falha').map(({ id }) => id);

/** The answer with its JSON changed. */
const mudar = async (real: () => Promise<Response>, change: (json: never) => unknown): Promise<Response> => {
  const response = await real();
  return new Response(JSON.stringify(change((await response.json()) as never)), { status: response.status, headers: response.headers });
};
/** The answer with its headers changed. */
const cabecalhos = async (real: () => Promise<Response>, change: (headers: Headers) => void): Promise<Response> => {
  const response = await real();
  const headers = new Headers(response.headers);
  change(headers);
  const vazio = response.status === 204 || response.status === 304;
  return new Response(vazio ? null : await response.arrayBuffer(), { status: response.status, headers });
};
const registro = ({ metodo, path }: Chamada): boolean => metodo === 'POST' && path === '/v1/manifestacoes';
const consulta = ({ metodo, path }: Chamada): boolean => metodo === 'POST' && path === '/v1/protocolos/consulta';

test('[OUV-09] [OUV-10] the reference backend keeps the whole contract', async () => {
  const resultados = await correr();
  assert.deepEqual(resultados.filter(({ estado }) => estado === 'falha'), []);
  assert.ok(resultados.filter(({ estado }) => estado === 'passa').length >= 30, resumoDe(resultados));
  assert.equal(new Set(resultados.map(({ id }) => id)).size, resultados.length);
});

test('a court that asks for the proof of work passes too', async () => {
  const altcha = await testBackend(banco, { tribunal: { ...demoCourt(), protecao: { altcha: true } }, custoDesafio: 100, corsOrigins: [ORIGEM] });
  const resultados = await runConformance({ url: URL_BASE, origem: ORIGEM, registrar: true, fetch: por(undefined, () => altcha) });
  assert.deepEqual(resultados.filter(({ estado }) => estado === 'falha'), []);
  assert.ok(resultados.some(({ id, estado }) => id === 'desafio-exigido' && estado === 'passa'));
});

test('reading registers nothing', async () => {
  const methods = new Set<string>();
  const antes = await banco.db.selectFrom('casos').select('id').execute();
  const resultados = await correr(({ metodo, path }) => {
    methods.add(`${metodo} ${path.replace(/[\w-]{22,}$/, ':id')}`);
    return null;
  }, false);
  assert.deepEqual(falhas(resultados), []);
  assert.deepEqual([...methods].filter((call) => !/^(GET|HEAD|OPTIONS) /.test(call)), []);
  assert.equal((await banco.db.selectFrom('casos').select('id').execute()).length, antes.length);
});

test('nothing that a run prints has a key or a token in it', async () => {
  const segredos: string[] = [];
  const resultados = await correr(async (chamada, real) => {
    const response = await real();
    const json = (await response.clone().json().catch(() => null)) as { chave?: string; token?: { valor: string } } | null;
    if (json?.chave) segredos.push(json.chave);
    if (json?.token) segredos.push(json.token.valor);
    // Everything is wrong a little, so that everything has something to say.
    return new Response(await response.text(), { status: response.status === 200 ? 202 : response.status, headers: { 'content-type': 'text/plain', 'x-eco': json?.chave ?? '' } });
  });
  assert.ok(segredos.length > 0);
  const text = resultados.map(linhaDe).join('\n');
  for (const segredo of segredos) assert.ok(!text.includes(segredo));
});

let alheia: CryptoKey | undefined;
const DEFEITOS: Record<string, [ids: string | string[], defeito: Defeito]> = {
  'health that says another thing': ['saude', ({ path }) => (path === '/saude' ? Response.json({ ok: true }) : null)],
  'no OpenAPI document': ['openapi', ({ path }, real) => (path === '/openapi.json' ? mudar(real, () => ({ swagger: '2.0' })) : null)],
  'a private key among the public ones': ['jwks', ({ path }, real) => (path.endsWith('jwks.json') ? mudar(real, ({ keys }: { keys: object[] }) => ({ keys: keys.map((key) => ({ ...key, d: 'x' })) })) : null)],
  'a court file that does not hold': ['tribunal', ({ path }, real) => (path === '/v1/tribunal' ? mudar(real, (file: object) => ({ ...file, ramo: 'outro' })) : null)],
  'an ETag that is not looked at': ['etag', ({ path, headers }, real) => (path === '/v1/tribunal' && headers.has('if-none-match') ? mudar(() => por()(`${URL_BASE}/v1/tribunal`), (file) => file) : real())],
  'a 304 for whatever ETag': ['etag', ({ path, headers }) => (path === '/v1/tribunal' && headers.has('if-none-match') ? new Response(null, { status: 304, headers: { date: new Date().toUTCString() } }) : null)],
  'a unit on two pages': ['unidades', ({ path, url }, real) => (path === '/v1/unidades' && !url.searchParams.has('busca') ? mudar(real, (lista: { itens: unknown[] }) => ({ itens: [...lista.itens, lista.itens[0]], proxima: null })) : null)],
  'units that are not the contract’s': ['unidades', ({ path, url }, real) => (path === '/v1/unidades' && !url.searchParams.has('busca') ? mudar(real, (lista: { itens: object[] }) => lista.itens) : null)],
  '404 for an empty list': ['lista-vazia', ({ url }, real) => (url.searchParams.has('busca') ? por()(`${URL_BASE}/v1/nada`) : real())],
  'another unit than the one asked for': ['unidade', ({ path }, real) => (/^\/v1\/unidades\/(?!nao-existe)./.test(path) ? mudar(real, (unidade: object) => ({ ...unidade, id: 'outra' })) : null)],
  'an HTML page for 404': [['nao-encontrado', 'problem-json'], ({ path }) => (path === '/v1/nao-existe-zzqxjkwv' ? new Response('<h1>404</h1>', { status: 404, headers: { 'content-type': 'text/html', 'date': new Date().toUTCString() } }) : null)],
  'a problem that tells another status': [['nao-encontrado', 'problem-json'], ({ path }, real) => (path === '/v1/nao-existe-zzqxjkwv' ? mudar(real, (problem: object) => ({ ...problem, status: 400 })) : null)],
  'no Date': ['date', (_chamada, real) => cabecalhos(real, (headers) => headers.delete('date'))],
  'a clock that is an hour off': ['date', ({ path }, real) => (path === '/saude' ? cabecalhos(real, (headers) => headers.set('date', new Date(Date.now() - 3_600_000).toUTCString())) : null)],
  'no CORS': ['cors', (_chamada, real) => cabecalhos(real, (headers) => headers.delete('access-control-allow-origin'))],
  'CORS without the key of repetitions': ['cors', ({ metodo }, real) => (metodo === 'OPTIONS' ? cabecalhos(real, (headers) => headers.set('access-control-allow-headers', 'Content-Type, Authorization')) : null)],
  'a clock that pages cannot see': ['cors', (_chamada, real) => cabecalhos(real, (headers) => headers.set('access-control-expose-headers', 'ETag'))],
  'credentials for everybody': [
    'cors-alheio',
    ({ headers }, real) =>
      headers.get('origin') === 'https://pagina-alheia.example'
        ? cabecalhos(real, (out) => {
            out.set('access-control-allow-origin', 'https://pagina-alheia.example');
            out.set('access-control-allow-credentials', 'true');
          })
        : null,
  ],
  'a queue for anybody': ['fila-sem-ingresso', ({ path, headers }, real) => (path === '/v1/fila' && headers.has('authorization') ? Response.json({}) : real())],
  'a staff side that takes unsigned tokens': ['equipe-fechada', ({ path, headers }) => (path === '/v1/tratamento/casos' && headers.has('authorization') ? Response.json({ itens: [], proxima: null }) : null)],
  'a challenge that nobody asked for': ['desafio', ({ path }) => (path === '/v1/desafio' ? Response.json({}) : null)],
  'an upload that forgets what came': ['tus-envio', ({ path, metodo }, real) => (metodo === 'HEAD' && path.startsWith('/v1/anexos/') ? cabecalhos(real, (headers) => headers.set('upload-offset', '0')) : null)],
  'uploads of another version': ['tus', ({ path, metodo }, real) => (metodo === 'OPTIONS' && path === '/v1/anexos' ? cabecalhos(real, (headers) => headers.set('tus-version', '0.2.1')) : null)],
  'an upload that takes parts anywhere': ['tus-envio', ({ metodo, headers }, real) => (metodo === 'PATCH' && headers.get('upload-offset') === '3' ? new Response(null, { status: 204, headers: { 'upload-offset': '5' } }) : real())],
  'figures only in JSON': [['estatisticas-ouvidoria', 'estatisticas-sic'], ({ path, headers }, real) => (path.startsWith('/v1/estatisticas/') && headers.get('accept') === 'text/csv' ? Response.json({}) : real())],

  'submissions without a key': ['sem-chave-de-idempotencia', (c) => (registro(c) && !c.headers.has('idempotency-key') ? Response.json({}, { status: 201 }) : null)],
  'a server that breaks on broken JSON': ['json-quebrado', (c) => (registro(c) && c.corpo === '{"tipo":' ? new Response('', { status: 500 }) : null)],
  'forms taken for JSON': ['outro-formato', (c) => (registro(c) && !c.headers.get('content-type')!.includes('json') ? Response.json({}, { status: 201 }) : null)],
  'errors without pointers': ['campos', (c, real) => (registro(c) && c.corpo.includes('"relato":""') ? mudar(real, ({ errors: _errors, ...problem }: { errors: unknown }) => problem) : null)],
  'errors with the name of the field for a pointer': [['campos', 'problem-json'], (c, real) => (registro(c) && c.corpo.includes('"relato":""') ? mudar(real, (problem: object) => ({ ...problem, errors: [{ pointer: 'relato', code: 'x', detail: 'x' }] })) : null)],
  'anonymous praise': ['anonima', (c) => (registro(c) && c.corpo.includes('anonima') ? Response.json({}, { status: 201 }) : null)],
  'a receipt without a due date': ['recibo', (c, real) => (registro(c) ? real().then(async (r) => (r.status === 201 ? mudar(async () => r, ({ prazo: _prazo, ...recibo }: { prazo: unknown }) => recibo) : r)) : null)],
  'a protocol without a check digit that agrees': ['recibo-pedido', ({ path }, real) => (path === '/v1/pedidos-informacao' ? mudar(real, (recibo: { protocolo: string }) => ({ ...recibo, protocolo: recibo.protocolo.replace(/\d$/, (d) => String((Number(d) + 1) % 10)) })) : null)],
  'a due date that its arithmetic does not reach': ['recibo-pedido', ({ path }, real) => (path === '/v1/pedidos-informacao' ? mudar(real, (recibo: { prazo: object }) => ({ ...recibo, prazo: { ...recibo.prazo, vence: '2099-01-01' } })) : null)],
  'a short key': ['recibo-pedido', ({ path }, real) => (path === '/v1/pedidos-informacao' ? mudar(real, (recibo: object) => ({ ...recibo, chave: '1234' })) : null)],
  'a receipt signed by another key': [
    'assinatura',
    async (c, real) => {
      if (!registro(c)) return real();
      const response = await real();
      if (response.status !== 201) return response;
      alheia ??= (await generateKeyPair('ES256')).privateKey;
      const recibo = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(alheia);
      return mudar(async () => response, (json: object) => ({ ...json, recibo }));
    },
  ],
  'repetitions that register again': ['mesma-chave', (c, real) => (registro(c) && !c.corpo.includes('ao mesmo tempo') ? (c.headers.set('idempotency-key', crypto.randomUUID()), por()(c.url, { method: 'POST', headers: Object.fromEntries(c.headers.has('idempotency-key') ? c.headers : []), body: c.corpo })) : real())],
  'a key that takes another body': ['mesma-chave-outro-corpo', (c, real) => (registro(c) && c.corpo.includes('outro corpo') ? Response.json({}, { status: 201 }) : real())],
  'five at once registered five times': [
    'ao-mesmo-tempo',
    (c, real) => (registro(c) && c.corpo.includes('ao mesmo tempo') ? (c.headers.set('idempotency-key', crypto.randomUUID()), por()(c.url, { method: 'POST', headers: Object.fromEntries(c.headers), body: c.corpo })) : real()),
  ],
  'a case that is not the contract’s': ['consulta', (c, real) => (consulta(c) ? real().then((r) => (r.status === 200 ? mudar(async () => r, (caso: object) => ({ ...caso, estado: 'aberto' })) : r)) : null)],
  'a case that caches may keep': ['consulta', (c, real) => (consulta(c) ? cabecalhos(real, (headers) => headers.delete('cache-control')) : null)],
  'a key that has to be typed as printed': ['chave-digitada', (c, real) => (consulta(c) && /"chave":"[^"]*[a-z]/.test(c.corpo) ? por()(c.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: c.corpo.replace(/"chave":"[^"]*"/, '"chave":"0000000000000000"') }) : real())],
  'a wrong key told from an unknown protocol': [
    'chave-errada',
    async (c, real) => {
      const response = await real();
      if (!consulta(c) || response.status !== 404) return response;
      const existe = (await banco.db.selectFrom('casos').select('protocolo').execute()).some(({ protocolo }) => c.corpo.includes(protocolo));
      return existe ? mudar(async () => response, (problem: object) => ({ ...problem, detail: 'A chave não confere.' })) : response;
    },
  ],
  'a slip of the finger that is only "not found"': ['digitacao', async (c, real) => (consulta(c) && (await real().then((r) => r.status)) === 422 ? por()(c.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ protocolo: formatProtocolo({ ano: 2001, numero: 1 }), chave: '0000000000000000' }) }) : real())],
  'a key taken in the address': ['segredo-no-endereco', ({ metodo, path }) => (metodo === 'GET' && path === '/v1/protocolos/consulta' ? Response.json({}) : null)],
  'a key handed out in a header': [
    'segredo-no-endereco',
    async (c, real) => {
      const response = await real();
      if (!registro(c) || response.status !== 201) return response;
      const { protocolo, chave } = (await response.clone().json()) as { protocolo: string; chave: string };
      return cabecalhos(async () => response, (headers) => headers.set('location', `/acompanhar?p=${protocolo}&c=${chave.replaceAll('-', '').toLowerCase()}`));
    },
  ],
};

describe('a server that breaks the contract is caught:', () => {
  for (const [name, [ids, defeito]] of Object.entries(DEFEITOS)) {
    test(name, async () => {
      const found = falhas(await correr(defeito));
      for (const id of [ids].flat()) assert.ok(found.includes(id), `${id} not among ${found.join(', ') || 'no failures'}`);
    });
  }

  test('a server that does not answer', async () => {
    const resultados = await runConformance({ url: URL_BASE, registrar: true, fetch: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })) });
    assert.ok(resultados.some(({ id, detalhe }) => id === 'saude' && detalhe?.includes('ECONNREFUSED')));
    assert.equal(resultados.filter(({ estado }) => estado === 'passa').every(({ id }) => ['https', 'problem-json', 'date'].includes(id)), true);
  });

  test('an address that is not https', async () => {
    const resultados = await runConformance({ url: 'http://api.tribunal.jus.br', registrar: false, fetch: por() });
    assert.deepEqual(falhas(resultados), ['https']);
  });
});

test('the command says what it needs, and ends with 2 when it cannot run', async () => {
  const cli = async (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'scripts/conformance.ts', ...args], { quiet: true });
  const without = await cli();
  assert.equal(without.code, 2);
  assert.match(without.output, /--url https:/);
  const both = await cli('--url', 'http://127.0.0.1:1', '--somente-leitura', '--registrar');
  assert.equal(both.code, 2);
  const dead = await cli('--url', 'http://127.0.0.1:1', '--somente-leitura');
  assert.equal(dead.code, 1);
  assert.match(dead.output, /✘ GET \/saude diz que o serviço está de pé/);
  assert.match(dead.output, /\d+ passam, \d+ falham, \d+ não conferidos/);
});
