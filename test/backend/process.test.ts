import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startBackend } from '../../demo/backend/main.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import { parseProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { demoCourt, manifestacao } from '../support/backend.ts';
import { freshPglite } from '../support/pglite.ts';
import { killAll, start } from '../support/process.ts';
import { startPostgres, type PostgresOrReason } from '../support/postgres.ts';

let home: string;
let postgres: PostgresOrReason;

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'atrio-proc-'));
  postgres = await startPostgres();
  if (!postgres.server) console.error(`SKIPPED on a real PostgreSQL: ${postgres.reason}`);
});
after(async () => {
  killAll();
  await postgres.server?.stop();
  await rm(home, { recursive: true, force: true });
});

const send = (url: string, key: string, body: unknown = manifestacao()): Promise<Response> =>
  fetch(`${url}/v1/manifestacoes`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });

/** A data folder with an initialised database. */
async function dataDir(): Promise<string> {
  const dir = join(home, randomUUID());
  await freshPglite(join(dir, 'pglite'));
  return dir;
}

for (const name of ['pglite', 'postgresql'] as const) {
  test(`[OUV-09] killed with SIGKILL between commit and answer, restarted and asked again: one record, one receipt (${name})`, async (t) => {
    const env: Record<string, string> = { ATRIO_DATA_DIR: name === 'pglite' ? await dataDir() : join(home, randomUUID()) };
    if (name === 'postgresql') {
      if (!postgres.server) return t.skip(postgres.reason);
      env['DATABASE_URL'] = await postgres.server.createDatabase();
    }
    const key = randomUUID();
    const doomed = start({ ...env, ATRIO_TEST_KILL: 'after-commit' });
    await assert.rejects(send(await doomed.url, key));
    assert.equal((await doomed.ended).signal, 'SIGKILL');

    const revived = start(env);
    const url = await revived.url;
    const [first, again] = [await send(url, key), await send(url, key)];
    assert.equal(first.status, 201);
    const text = await first.text();
    assert.equal(await again.text(), text);
    const recibo = JSON.parse(text) as Recibo;
    assert.equal(parseProtocolo(recibo.protocolo)?.numero, 1);
    const caso = await fetch(`${url}/v1/protocolos/consulta`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocolo: recibo.protocolo, chave: recibo.chave }),
    });
    assert.equal(caso.status, 200);
    assert.equal(((await caso.json()) as { eventos: unknown[] }).eventos.length, 1);
    // Numbers have no gaps, so a second record would have taken number 2.
    const next = (await (await send(url, randomUUID())).json()) as Recibo;
    assert.equal(parseProtocolo(next.protocolo)?.numero, 2);
    revived.child.kill('SIGTERM');
    assert.deepEqual({ ...(await revived.ended), stderr: '' }, { code: 0, signal: null, stderr: '' });
    return undefined;
  });
}

test('asked to stop, it takes nobody new, finishes who is being served and leaves the folder free', async () => {
  const dir = await dataDir();
  const run = start({ ATRIO_DATA_DIR: dir });
  const url = new URL(await run.url);
  const body = JSON.stringify(manifestacao());
  // Half of a request is sent, then the stop, then the other half.
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    const slow = httpRequest({ host: url.hostname, port: url.port, path: '/v1/manifestacoes', method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() } }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    slow.on('error', reject);
    slow.write(body.slice(0, 20), () => {
      void (async () => {
        // The server has this request once it answers another one sent after it.
        await fetch(`${url.origin}/saude`);
        run.child.kill('SIGTERM');
        // Refused once it has stopped accepting.
        while (await fetch(`${url.origin}/saude`).then(() => true, () => false)) await new Promise((next) => setImmediate(next));
        slow.end(body.slice(20));
      })();
    });
  });
  const { status, text } = await answer;
  assert.equal(status, 201, text);
  assert.equal((await run.ended).code, 0);
  // Free for the next one, and for one only.
  const again = await startBackend({ dataDir: dir, env: {} });
  await assert.rejects(startBackend({ dataDir: dir, env: {} }), /já está em uso por outro processo/);
  assert.equal((await fetch(`${again.url}/saude`)).status, 200);
  await again.close();
  await again.close();
});

test('what stops it from starting is told in words, without a stack', async () => {
  const bad = join(home, 'ruim.json');
  await writeFile(bad, JSON.stringify({ ...demoCourt(), sigla: '', timezone: 'America/Natal' }));
  const { code, stderr } = await start({ ATRIO_DATA_DIR: join(home, 'nunca'), ATRIO_TRIBUNAL: bad }).ended;
  assert.equal(code, 1);
  assert.match(stderr, /2 erros:\n {2}- sigla: encontrado ""; esperado .*\n {2}- timezone: encontrado "America\/Natal"; esperado um fuso IANA.*\n$/);
});

test('a taken port, a missing court file and a database that does not answer are told apart', async () => {
  const dataDirOfThis = await dataDir();
  const taken: Server = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  try {
    await assert.rejects(startBackend({ port, dataDir: dataDirOfThis, env: {} }), new RegExp(`A porta ${port} já está em uso`));
  } finally {
    taken.close();
  }
  // The folder was let go of.
  await (await startBackend({ dataDir: dataDirOfThis, env: {} })).close();
  await assert.rejects(startBackend({ dataDir: dataDirOfThis, env: {}, tribunal: join(home, 'falta.json') }), /falta\.json: não foi possível ler \(ENOENT\)/);
  await assert.rejects(
    startBackend({ dataDir: dataDirOfThis, env: {}, databaseUrl: 'postgres://atrio:segredo@127.0.0.1:1/atrio' }),
    (error: Error) => /O banco de dados em 127\.0\.0\.1:1\/atrio não respondeu \(ECONNREFUSED\)/.test(error.message) && !error.message.includes('segredo'),
  );
});

test('a database made under another secret is not served', async (t) => {
  if (!postgres.server) return t.skip(postgres.reason);
  const databaseUrl = await postgres.server.createDatabase();
  await (await startBackend({ dataDir: join(home, 'segredo-a'), databaseUrl, env: {} })).close();
  await assert.rejects(startBackend({ dataDir: join(home, 'segredo-b'), databaseUrl, env: {} }), /O segredo deste backend não é o que criou este banco/);
  return undefined;
});

test('two processes on one server start together and number without gaps', async (t) => {
  if (!postgres.server) return t.skip(postgres.reason);
  const env = { ATRIO_DATA_DIR: join(home, 'dois'), DATABASE_URL: await postgres.server.createDatabase() };
  const [a, b] = [start(env), start(env)];
  const urls = await Promise.all([a.url, b.url]);
  const key = randomUUID();
  const recibos = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => (await (await send(urls[i % 2]!, i < 4 ? key : randomUUID())).json()) as Recibo),
  );
  const numbers = new Set(recibos.map(({ protocolo }) => parseProtocolo(protocolo)?.numero ?? 0));
  assert.deepEqual([...numbers].toSorted((x, y) => x - y), Array.from({ length: 17 }, (_, i) => i + 1));
  for (const { child, ended } of [a, b]) {
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  }
  return undefined;
});

test('[BV-21] asked to stop, it ends the streams of those who wait, so that they go on elsewhere at once', async () => {
  const demo = demoCourt();
  const avisos: string[] = [];
  const backend = await startBackend({ dataDir: await dataDir(), env: {}, aviso: (linha) => avisos.push(linha), tribunal: { ...demo, balcao: { fila: { chamada: 'atendente' } } } });
  assert.match(avisos.join('\n'), /fila\.chamada é "atendente" em .*ninguém chamaria quem espera\. Configure ATRIO_OIDC_ISSUER/, 'a queue that nobody can call is told to who starts it');
  assert.match(avisos.join('\n'), /"audiencias".* sem token.*Configure ATRIO_JITSI_APP_ID e ATRIO_JITSI_SECRET/, 'and hearings whose rooms open to whoever has their name');
  const senha = (await (
    await fetch(`${backend.url}/v1/unidades/central-atendimento/fila`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: '{}' })
  ).json()) as { ingresso: string };
  const stream = await fetch(`${backend.url}/v1/fila/eventos`, { headers: { authorization: `Bearer ${senha.ingresso}` } });
  const reader = stream.body!.getReader();
  assert.match(new TextDecoder().decode((await reader.read()).value), /^data: \{"senha":"001"/);
  const stopped = backend.close();
  // An end, not a connection that was cut.
  assert.equal((await reader.read()).done, true);
  await stopped;
});
