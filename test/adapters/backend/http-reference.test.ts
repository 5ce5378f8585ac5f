/** The client against the reference backend, in one process and without a port: what one sends the other takes, and the other way round. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createHttpBackend, type HttpBackend } from '../../../src/adapters/backend/http.ts';
import { BackendError, type Clock } from '../../../src/adapters/ports.ts';
import { checkCourtFile } from '../../../src/contract/court-file.ts';
import { caso as casoSchema, recibo as reciboSchema } from '../../../src/contract/caso.ts';
import type { Banco } from '../../../demo/backend/database.ts';
import { engines, manifestacao, pedido, SEGUNDA_9H, testBackend, type Engine, type TestBackend } from '../../support/backend.ts';

let engine: Engine;
let banco: Banco;
let server: TestBackend;
let backend: HttpBackend;
const synced: number[] = [];

const clock: Clock = {
  source: 'server',
  needsSync: false,
  now: () => SEGUNDA_9H,
  mono: () => 0,
  at: () => () => undefined,
  onShift: () => () => undefined,
  sync: (serverMs) => void synced.push(serverMs),
};
const clientOf = (app: TestBackend['app']): HttpBackend =>
  createHttpBackend('http://backend.test', { clock, fetch: async (input, init) => app.request(String(input), init) });
const failure = async (promise: Promise<unknown>): Promise<BackendError> => {
  const error = await promise.then(() => null, (reason: unknown) => reason);
  assert.ok(error instanceof BackendError, String(error));
  return error;
};

before(async () => {
  engine = (await engines({ real: false })).list[0]!;
  banco = await engine.open();
  server = await testBackend(banco);
  backend = clientOf(server.app);
});
after(async () => {
  await banco.close();
  await engine.close();
});

test('gives the court file, and the time of the server with it', async () => {
  const read = checkCourtFile(await backend.tribunal());
  assert.ok(read.ok);
  assert.equal(synced.at(-1), SEGUNDA_9H);
  assert.equal((await backend.unidade(read.tribunal.unidades[0]!.id))?.id, read.tribunal.unidades[0]!.id);
  assert.equal(await backend.unidade('nao-existe'), null);
});

test('[SIC-14] [OUV-10] registers once, and follows by protocol and key', async () => {
  for (const register of [
    (idempotencyKey: string) => backend.registrarPedido(pedido(), { idempotencyKey }),
    (idempotencyKey: string) => backend.registrarManifestacao(manifestacao(), { idempotencyKey }),
  ]) {
    const key = crypto.randomUUID();
    const recibo = await register(key);
    assert.ok(reciboSchema.safeParse(recibo).success);
    assert.deepEqual(await register(key), recibo);
    const caso = await backend.consultar({ protocolo: recibo.protocolo, chave: recibo.chave });
    assert.ok(casoSchema.safeParse(caso).success);
    assert.equal(caso.protocolo, recibo.protocolo);
    assert.deepEqual(caso.prazo, recibo.prazo);
    assert.equal(caso.estado, 'registrada');
  }
});

test('tells a reused key, a wrong field, a wrong key and a slip of the digit apart', async () => {
  const idempotencyKey = crypto.randomUUID();
  const recibo = await backend.registrarPedido(pedido(), { idempotencyKey });
  const reused = await failure(backend.registrarManifestacao(manifestacao(), { idempotencyKey }));
  assert.equal(reused.problem?.status, 409);
  const wrong = await failure(backend.registrarPedido({ ...pedido(), especificacao: '' }, { idempotencyKey: crypto.randomUUID() }));
  assert.equal(wrong.kind, 'recusa');
  assert.deepEqual(wrong.problem?.errors?.map(({ pointer, code }) => [pointer, code]), [['/especificacao', 'obrigatorio']]);
  const other = await failure(backend.consultar({ protocolo: recibo.protocolo, chave: '0'.repeat(16) }));
  assert.equal(other.problem?.status, 404);
  const last = Number(recibo.protocolo.at(-1));
  const slip = await failure(backend.consultar({ protocolo: `${recibo.protocolo.slice(0, -1)}${(last + 1) % 10}`, chave: recibo.chave }));
  assert.equal(slip.problem?.status, 422);
  assert.deepEqual(slip.problem?.errors?.map(({ pointer }) => pointer), ['/protocolo']);
});

test('tells how long to wait after too many tries', async () => {
  const few = await testBackend(banco, { limites: { consulta: { pontos: 1, segundos: 60 } } });
  const client = clientOf(few.app);
  const { protocolo } = await client.registrarPedido(pedido(), { idempotencyKey: crypto.randomUUID() });
  await failure(client.consultar({ protocolo, chave: '0'.repeat(16) }));
  const error = await failure(client.consultar({ protocolo, chave: '0'.repeat(16) }));
  assert.equal(error.problem?.status, 429);
  assert.ok(error.retryAfterMs !== null && error.retryAfterMs > 0 && error.retryAfterMs <= 60_000);
});

test('joins the queue of a unit that is open, opens the room and leaves', async () => {
  const read = checkCourtFile(await backend.tribunal());
  assert.ok(read.ok);
  const unit = read.tribunal.unidades.find(({ tipo, video, timezone }) => tipo === 'vara' && video?.provider !== 'link' && (timezone ?? read.tribunal.timezone) === 'America/Fortaleza')!;
  const ticket = await backend.entrarNaFila(unit.id, {}, { idempotencyKey: crypto.randomUUID() });
  assert.equal(ticket.posicao, 0);
  const room = await backend.abrirSala(ticket.ingresso);
  assert.ok('sala' in room ? room.sala.length >= 22 : room.url);
  await backend.sairDaFila(ticket.ingresso);
  assert.equal((await failure(backend.abrirSala(ticket.ingresso))).kind, 'recusa');
});
