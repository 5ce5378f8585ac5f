import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { pino } from 'pino';
import type { Banco } from '../../demo/backend/database.ts';
import type { PROBLEMAS } from '../../demo/backend/problems.ts';
import { checkCourtFile } from '../../src/contract/court-file.ts';
import { jwks as jwksSchema, listaUnidades, saude as saudeSchema, type ListaUnidades } from '../../src/contract/listas.ts';
import { problem as problemSchema, type Problem } from '../../src/contract/problem.ts';
import { MAX_BODY_BYTES } from '../../src/config/limits.ts';
import { deadDatabase, demoCourt, engines, manifestacao, pedido, SEGUNDA_9H, testBackend, type Engine, type TestBackend } from '../support/backend.ts';

let engine: Engine;
let banco: Banco;
let backend: TestBackend;

before(async () => {
  engine = (await engines({ real: false })).list[0]!;
  banco = await engine.open();
  backend = await testBackend(banco);
});
after(async () => {
  await banco.close();
  await engine.close();
});

const ORIGIN = 'https://www.tribunal.example';

async function expectProblem(response: Response, status: number, code: keyof typeof PROBLEMAS): Promise<Problem> {
  assert.equal(response.status, status);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.ok(response.headers.get('date'));
  const text = await response.text();
  assert.doesNotMatch(text, /\bat \w+.*:\d+:\d+|node_modules|\.ts:/, 'a stack leaked');
  const problem = problemSchema.parse(JSON.parse(text));
  assert.equal(problem.status, status);
  assert.equal(problem.type, `urn:atrio:problema:${code}`);
  assert.equal(problem.instance, `urn:uuid:${response.headers.get('x-request-id')}`);
  assert.ok(problem.title && problem.detail);
  return problem;
}

test('an address or a method that is not there is a problem document', async () => {
  await expectProblem(await backend.get('/v1/nada'), 404, 'nao-encontrado');
  await expectProblem(await backend.get('/'), 404, 'nao-encontrado');
  await expectProblem(await backend.get('/v1/unidades/nao-existe'), 404, 'unidade-nao-encontrada');
  const wrong = await backend.get('/v1/manifestacoes');
  assert.equal(wrong.headers.get('allow'), 'POST, OPTIONS');
  await expectProblem(wrong, 405, 'metodo-nao-permitido');
  const put = await backend.app.request('http://backend.test/v1/unidades/sic', { method: 'PUT' });
  assert.equal(put.headers.get('allow'), 'GET, HEAD, OPTIONS');
  await expectProblem(put, 405, 'metodo-nao-permitido');
});

test('a body that is missing, not JSON, too large or of another kind is a problem document', async () => {
  const path = '/v1/manifestacoes';
  await expectProblem(await backend.post(path, '{"tipo":'), 400, 'json-invalido');
  await expectProblem(await backend.post(path, ''), 400, 'json-invalido');
  await expectProblem(await backend.post(path, undefined), 400, 'json-invalido');
  await expectProblem(await backend.post(path, 'tipo=elogio', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'tipo-nao-suportado');
  await expectProblem(await backend.post(path, '{}', { 'content-type': 'text/plain' }), 415, 'tipo-nao-suportado');
  await expectProblem(await backend.post(path, { relato: 'x'.repeat(MAX_BODY_BYTES) }), 413, 'corpo-grande');
  // Without a length, or with a false one, it is counted while it comes.
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(16_384).fill(0x20));
    },
  });
  const init = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'x'.repeat(16) }, body: endless, duplex: 'half' } as RequestInit;
  await expectProblem(await backend.app.request(`http://backend.test${path}`, init), 413, 'corpo-grande');
  const latin1 = { ...init, body: Uint8Array.of(0x22, 0xe7, 0x22) } as RequestInit;
  await expectProblem(await backend.app.request(`http://backend.test${path}`, latin1), 400, 'json-invalido');
  // The largest text that a form lets through, in characters of four bytes, still fits.
  assert.equal((await backend.post(path, manifestacao({ relato: '🙂'.repeat(5_000) }))).status, 201);
});

test('each field that is wrong is pointed at', async () => {
  const problem = await expectProblem(
    await backend.post('/v1/manifestacoes', { ...manifestacao(), relato: 'curto', identificacao: { modo: 'identificada', nome: '', cpf: '111', contato: {} }, privacidade: { versao: '1', aceito: false } }),
    422,
    'dados-invalidos',
  );
  assert.deepEqual(
    problem.errors?.map(({ pointer, code }) => [pointer, code]),
    [
      ['/relato', 'curto-demais'],
      ['/identificacao/nome', 'obrigatorio'],
      ['/identificacao/cpf', 'cpf-invalido'],
      ['/identificacao/contato', 'contato-obrigatorio'],
      ['/privacidade/aceito', 'aceite-obrigatorio'],
    ],
  );
  const anonima = await expectProblem(await backend.post('/v1/manifestacoes', manifestacao({ identificacao: { modo: 'anonima' } })), 422, 'dados-invalidos');
  assert.deepEqual(anonima.errors?.map(({ pointer, code }) => [pointer, code]), [['/identificacao/modo', 'anonima-so-denuncia']]);
  const cpf = await expectProblem(await backend.post('/v1/pedidos-informacao', { ...pedido(), requerente: { ...pedido().requerente, cpf: '529.982.247-26' } }), 422, 'dados-invalidos');
  assert.deepEqual(cpf.errors?.map(({ pointer }) => pointer), ['/requerente/cpf']);
});

test('[OUV-06] a person without address, document or e-mail can write', async () => {
  const body = manifestacao({ identificacao: { modo: 'identificada', nome: 'Pessoa Fictícia', contato: { alternativo: 'Centro Pop, às quartas' } } });
  assert.equal((await backend.post('/v1/manifestacoes', body)).status, 201);
});

test('creating without an Idempotency-Key is refused', async () => {
  for (const path of ['/v1/manifestacoes', '/v1/pedidos-informacao', '/v1/unidades/plantao-judiciario/fila']) {
    for (const key of ['', 'curta', 'com espaço no meio dela', 'x'.repeat(201)]) {
      if (/^[\x20-\x7e]*$/.test(key)) await expectProblem(await backend.post(path, {}, { 'idempotency-key': key }), 400, 'chave-de-idempotencia-ausente');
    }
  }
  assert.equal((await backend.post('/v1/manifestacoes', manifestacao(), { 'idempotency-key': `"${'q'.repeat(16)}"` })).status, 201);
});

test('no JSON makes the server fail', async () => {
  const paths = ['/v1/manifestacoes', '/v1/pedidos-informacao', '/v1/protocolos/consulta', '/v1/unidades/plantao-judiciario/fila'];
  const near = fc.constantFrom<object>(manifestacao(), pedido(), { protocolo: '2026.000001-5', chave: '0123456789ABCDEF' }, { nome: 'Ana' });
  const broken = fc.tuple(near, fc.dictionary(fc.constantFrom('tipo', 'relato', 'identificacao', 'requerente', 'protocolo', 'chave', 'nome', '__proto__'), fc.jsonValue())).map(([base, change]) => ({ ...base, ...change }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), broken), async (path, body) => {
      const response = await backend.post(path, JSON.stringify(body));
      assert.ok(response.status < 500, `${response.status} for ${JSON.stringify(body)}`);
    }),
    { numRuns: 150 },
  );
});

test('any text that the form lets through is registered, and the receipt has its hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 30, maxLength: 200 }), async (text) => {
      const response = await backend.post('/v1/manifestacoes', manifestacao({ relato: `Começo do texto, bem comprido. ${text}` }));
      assert.equal(response.status, 201, await response.clone().text());
      const { recibo, protocolo } = (await response.json()) as { recibo: string; protocolo: string };
      const { conteudo } = await banco.db.selectFrom('casos').select('conteudo').where('protocolo', '=', protocolo).executeTakeFirstOrThrow();
      const payload = JSON.parse(Buffer.from(recibo.split('.')[1]!, 'base64url').toString()) as { textoSha256: string };
      assert.equal(payload.textoSha256, createHash('sha256').update(conteudo['relato'] as string, 'utf8').digest('hex'));
    }),
    { numRuns: 40 },
  );
});

test('the court file comes as the contract says, and is revalidated', async () => {
  const response = await backend.get('/v1/tribunal');
  const tag = response.headers.get('etag') ?? '';
  assert.match(response.headers.get('cache-control') ?? '', /max-age/);
  const read = checkCourtFile(await response.json());
  assert.deepEqual([read.ok, read.avisos], [true, []]);
  const again = await backend.get('/v1/tribunal', { 'if-none-match': `W/${tag}, "x"` });
  assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', tag]);
  assert.ok(again.headers.get('date'));
  assert.equal((await backend.get('/v1/tribunal', { 'if-none-match': '"x"' })).status, 200);
});

test('large answers travel compressed', async () => {
  const response = await backend.get('/v1/tribunal', { 'accept-encoding': 'gzip' });
  assert.equal(response.headers.get('content-encoding'), 'gzip');
  assert.match(response.headers.get('vary') ?? '', /accept-encoding/i);
});

test('[TRA-02] units are found without accents, in pages that neither repeat nor skip', async () => {
  const find = async (query: string): Promise<ListaUnidades> => listaUnidades.parse(await (await backend.get(`/v1/unidades${query}`)).json());
  assert.deepEqual((await find('?busca=eirunepe')).itens.map(({ id }) => id), ['vara-demo-eirunepe']);
  assert.deepEqual((await find('?busca=FAM%C3%8DLIA%20mossoro')).itens.map(({ id }) => id), ['1-vara-familia-mossoro']);
  assert.deepEqual(await find('?busca=nada-disso'), { itens: [], proxima: null });

  const unidades = Array.from({ length: 230 }, (_, i) => ({ ...demoCourt().unidades![0]!, id: `vara-${i}`, nome: i % 2 ? `Vara ímpar ${i}` : `Vara par ${i}` }));
  const big = await testBackend(banco, { tribunal: { ...demoCourt(), unidades } });
  for (const [query, total] of [['', 230], ['busca=impar', 115]] as const) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ListaUnidades = listaUnidades.parse(await (await big.get(`/v1/unidades?${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)).json());
      assert.ok(page.itens.length <= 100 && page.itens.length > 0);
      seen.push(...page.itens.map(({ id }) => id));
      cursor = page.proxima;
    } while (cursor);
    assert.deepEqual([seen.length, new Set(seen).size], [total, total]);
  }
  await expectProblem(await backend.get('/v1/unidades?cursor=xyz'), 400, 'parametro-invalido');
  await expectProblem(await backend.get(`/v1/unidades?busca=${'a'.repeat(101)}`), 400, 'parametro-invalido');
});

test('a unit, the keys and the health answer as the contract says', async () => {
  const unit = (await (await backend.get('/v1/unidades/posto-noronha')).json()) as { timezone: string };
  assert.equal(unit.timezone, 'America/Noronha');
  const { keys } = jwksSchema.parse(await (await backend.get('/.well-known/jwks.json')).json());
  assert.equal(keys.length, 1);
  for (const secret of ['d', 'p', 'q']) assert.equal(secret in keys[0]!, false);
  assert.deepEqual(saudeSchema.parse(await (await backend.get('/saude')).json()), { situacao: 'ok', versao: '0.0.0-teste', banco: 'pglite' });
});

test('only pages of the listed origins may call, and they see the clock', async () => {
  const listed = await testBackend(banco, { corsOrigins: [ORIGIN] });
  const allowed = await listed.get('/saude', { origin: ORIGIN });
  assert.equal(allowed.headers.get('access-control-allow-origin'), ORIGIN);
  const exposed = (allowed.headers.get('access-control-expose-headers') ?? '').split(/,\s*/);
  for (const name of ['Date', 'Retry-After']) assert.ok(exposed.includes(name), name);
  assert.match(allowed.headers.get('vary') ?? '', /Origin/);
  for (const origin of ['https://outro.example', 'http://www.tribunal.example', `${ORIGIN}.outro.example`, 'null']) {
    assert.equal((await listed.get('/saude', { origin })).headers.get('access-control-allow-origin'), null, origin);
  }
  // Refusals too, or the page could not read why.
  assert.equal((await listed.get('/v1/nada', { origin: ORIGIN })).headers.get('access-control-allow-origin'), ORIGIN);

  const preflight = (origin: string): Promise<Response> =>
    Promise.resolve(listed.app.request('http://backend.test/v1/manifestacoes', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,idempotency-key' } }));
  const yes = await preflight(ORIGIN);
  assert.equal(yes.status, 204);
  assert.match(yes.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
  assert.equal((await preflight('https://outro.example')).headers.get('access-control-allow-origin'), null);
});

test('every answer has the date of the clock and the headers that close doors', async () => {
  for (const response of [await backend.get('/v1/tribunal'), await backend.get('/v1/nada'), await backend.post('/v1/manifestacoes', {})]) {
    assert.equal(response.headers.get('date'), new Date(SEGUNDA_9H).toUTCString());
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
  }
});

test('too many calls are told to wait', async () => {
  const tight = { pontos: 3, segundos: 60 };
  const from = (address: string) => ({ enderecoDoCliente: () => address });
  const limited = await testBackend(banco, { limites: { geral: tight }, ...from('192.0.2.1') });
  for (let i = 0; i < 3; i += 1) assert.equal((await limited.get('/saude')).status, 200);
  const refused = await limited.get('/saude');
  const wait = Number(refused.headers.get('retry-after'));
  assert.ok(Number.isInteger(wait) && wait >= 1 && wait <= 60);
  await expectProblem(refused, 429, 'muitas-tentativas');
});

test('a key cannot be guessed: few tries at one protocol, and a right one costs nothing', async () => {
  let address = '192.0.2.1';
  const limited = await testBackend(banco, { limites: { consulta: { pontos: 2, segundos: 60 } }, enderecoDoCliente: () => address });
  const recibo = (await (await limited.post('/v1/manifestacoes', manifestacao())).json()) as { protocolo: string; chave: string };
  const ask = (chave: string): Promise<Response> => limited.post('/v1/protocolos/consulta', { protocolo: recibo.protocolo, chave });
  for (let i = 0; i < 5; i += 1) assert.equal((await ask(recibo.chave)).status, 200);
  for (let i = 0; i < 2; i += 1) assert.equal((await ask('0'.repeat(16))).status, 404);
  await expectProblem(await ask(recibo.chave), 429, 'muitas-tentativas');
  // Another person is not locked out by it.
  address = '192.0.2.2';
  assert.equal((await ask(recibo.chave)).status, 200);
});

test('a failure inside tells nothing, and one of the database says to come back', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const pgError = Object.assign(new Error('duplicate key value violates ... Pessoa Fictícia'), { code: '23505', detail: 'Key (nome)=(Pessoa Fictícia) already exists.' });
  const inner = await testBackend(deadDatabase(pgError), { log });
  const problem = await expectProblem(await inner.post('/v1/manifestacoes', manifestacao()), 500, 'erro-interno');
  assert.doesNotMatch(JSON.stringify(problem), /duplicate|Pessoa/);
  const down = await testBackend(deadDatabase(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })), { log });
  for (const response of [await down.post('/v1/manifestacoes', manifestacao()), await down.get('/saude')]) {
    assert.equal(response.headers.get('retry-after'), '5');
    await expectProblem(response, 503, 'banco-indisponivel');
  }
  assert.ok(lines.length >= 3);
  assert.doesNotMatch(lines.join(''), /Pessoa|aposentadoria/);
  assert.match(lines.join(''), /"code":"23505"/);
});

test('the log has the route and no data of a person', async () => {
  const lines: string[] = [];
  const logged = await testBackend(banco, { log: pino({}, { write: (line: string) => void lines.push(line) }), enderecoDoCliente: () => '192.0.2.77' });
  const key = 'chave-de-idempotencia-secreta';
  const recibo = (await (await logged.post('/v1/manifestacoes', manifestacao(), { 'idempotency-key': key, 'user-agent': 'Navegador/1' })).json()) as { protocolo: string; chave: string };
  await logged.post('/v1/protocolos/consulta', { protocolo: recibo.protocolo, chave: recibo.chave });
  await logged.get('/v1/unidades?busca=segredo-na-busca');
  await logged.get('/v1/unidades/sic');
  await logged.get('/v1/endereco-que-nao-existe');
  const text = lines.join('');
  for (const secret of [recibo.protocolo, recibo.chave, key, 'Fictícia', 'aposentadoria', '192.0.2.77', 'Navegador', 'segredo-na-busca', 'endereco-que']) assert.equal(text.includes(secret), false, secret);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).map(({ metodo, rota, status }) => [metodo, rota, status]),
    [
      ['POST', '/v1/manifestacoes', 201],
      ['POST', '/v1/protocolos/consulta', 200],
      ['GET', '/v1/unidades', 200],
      ['GET', '/v1/unidades/:id', 200],
      ['GET', '(nenhuma)', 404],
    ],
  );
});
