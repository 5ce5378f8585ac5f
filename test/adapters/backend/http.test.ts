import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { retryAfterMs } from '../../../src/adapters/backend/client.ts';
import { createHttpBackend } from '../../../src/adapters/backend/http.ts';
import { BackendError, type Clock } from '../../../src/adapters/ports.ts';

const BASE = 'https://api.tribunal.example/atrio';
const RECIBO = {
  tipo: 'pedido-informacao',
  protocolo: '2026.000123-4',
  chave: 'ABCDEFGH23456789',
  registradoEm: '2026-03-02T09:00:00-03:00',
  prazo: { vence: '2026-03-23', dias: 20, base: 'Res. CNJ 215/2015, art. 13', calculo: [{ passo: 'registro', data: '2026-03-02', texto: 'Registro.' }] },
  recibo: 'aaa.bbb.ccc',
};
const CASO = {
  protocolo: '2026.000123-4',
  tipo: 'pedido-informacao',
  estado: 'em-analise',
  registradoEm: '2026-03-02T09:00:00-03:00',
  prazo: RECIBO.prazo,
  eventos: [],
  remedios: [],
  token: { valor: 't', expiraEm: '2026-03-02T09:15:00-03:00' },
};

/** A clock that moves only when told to, with one pending call per subscriber. */
function manualClock(start = 1_000_000): Clock & { advance(ms: number): void; shift(ms: number): void; pending(): number; synced: number[] } {
  let mono = 0;
  let trusted = start;
  const timers = new Set<{ instant: number; callback: () => void }>();
  const shifts = new Set<() => void>();
  const fire = (): void => {
    for (const timer of [...timers]) {
      if (timer.instant > trusted || !timers.delete(timer)) continue;
      timer.callback();
    }
  };
  const synced: number[] = [];
  return {
    source: 'local',
    synced,
    now: () => trusted,
    mono: () => mono,
    at(instant, callback) {
      const timer = { instant, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    onShift(callback) {
      shifts.add(callback);
      return () => void shifts.delete(callback);
    },
    sync: (serverMs) => void synced.push(serverMs),
    advance(ms) {
      mono += ms;
      trusted += ms;
      fire();
    },
    shift(ms) {
      trusted += ms;
      for (const callback of [...shifts]) callback();
      fire();
    },
    pending: () => timers.size + shifts.size,
  };
}

interface Sent {
  url: string;
  init: RequestInit;
  headers: Headers;
}

function backendThat(answer: (sent: Sent) => Response | Promise<Response>, timeoutMs?: number) {
  const sent: Sent[] = [];
  const clock = manualClock();
  const backend = createHttpBackend(BASE, {
    clock,
    fetch: async (input, init = {}) => {
      const call = { url: String(input), init, headers: new Headers(init.headers) };
      sent.push(call);
      return answer(call);
    },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { backend, clock, sent };
}

const reply = (body: unknown, init: ResponseInit = {}): Response => new Response(typeof body === 'string' ? body : JSON.stringify(body), init);

async function failure(promise: Promise<unknown>): Promise<BackendError> {
  const error = await promise.then(
    () => assert.fail('should have failed'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof BackendError, String(error));
  return error;
}

/** A fetch that answers nothing until it is aborted. */
const never = ({ init }: Sent): Promise<Response> =>
  new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));

const CREATE = { idempotencyKey: 'key-1' };
const PEDIDO = { especificacao: 'x' } as never;

describe('http backend: what is sent', () => {
  it('asks each call of the contract at its address', async () => {
    const { backend, sent } = backendThat(({ url }) => (url.endsWith('/fila/saida') ? new Response(null, { status: 204 }) : reply({}, { status: 404 })));
    await backend.unidade('vara única');
    await failure(backend.tribunal());
    await failure(backend.registrarManifestacao({} as never, CREATE));
    await failure(backend.registrarPedido(PEDIDO, CREATE));
    await failure(backend.consultar({ protocolo: 'p', chave: 'c' }));
    await failure(backend.entrarNaFila('sic', {}, CREATE));
    await failure(backend.abrirSala('segredo'));
    await backend.sairDaFila('segredo');
    assert.deepEqual(
      sent.map(({ url, init }) => `${init.method} ${url}`),
      [
        `GET ${BASE}/v1/unidades/vara%20%C3%BAnica`,
        `GET ${BASE}/v1/tribunal`,
        `POST ${BASE}/v1/manifestacoes`,
        `POST ${BASE}/v1/pedidos-informacao`,
        `POST ${BASE}/v1/protocolos/consulta`,
        `POST ${BASE}/v1/unidades/sic/fila`,
        `POST ${BASE}/v1/fila/entrada`,
        `POST ${BASE}/v1/fila/saida`,
      ],
    );
  });

  it('sends no cookie and no referrer, and asks no cache', async () => {
    const { backend, sent } = backendThat(() => reply(CASO));
    await backend.consultar({ protocolo: '2026.000123-4', chave: 'K' });
    await failure(backend.unidade('x'));
    for (const { init } of sent) {
      assert.equal(init.credentials, 'omit');
      assert.equal(init.referrerPolicy, 'no-referrer');
      assert.match(String(init.cache), /^no-/);
    }
  });

  it('carries the idempotency key of a creation, and the body as JSON', async () => {
    const { backend, sent } = backendThat(() => reply(RECIBO, { status: 201 }));
    assert.equal((await backend.registrarPedido(PEDIDO, { idempotencyKey: 'abc' })).protocolo, '2026.000123-4');
    assert.equal(sent[0]!.headers.get('idempotency-key'), 'abc');
    assert.equal(sent[0]!.headers.get('content-type'), 'application/json');
    assert.deepEqual(JSON.parse(String(sent[0]!.init.body)), PEDIDO);
  });

  it('never puts a secret in an address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/), async (secret) => {
        const { backend, sent } = backendThat(() => new Response(null, { status: 500 }));
        await failure(backend.consultar({ protocolo: '2026.000123-4', chave: secret }));
        await failure(backend.abrirSala(secret));
        await failure(backend.sairDaFila(secret));
        for (const { url } of sent) assert.ok(!url.includes(secret));
        assert.equal(sent[1]!.headers.get('authorization'), `Bearer ${secret}`);
      }),
      { numRuns: 20 },
    );
  });

  it('does not tell the secret in the error', async () => {
    const { backend } = backendThat(() => new Response(null, { status: 500 }));
    const error = await failure(backend.consultar({ protocolo: '2026.000123-4', chave: 'SEGREDO0SEGREDO0' }));
    assert.ok(!`${error.message}${error.stack}`.includes('SEGREDO0'));
  });
});

describe('http backend: what comes back', () => {
  it('sets the clock by the Date header of every answer, refusals too', async () => {
    const date = 'Mon, 02 Mar 2026 12:00:00 GMT';
    const { backend, clock } = backendThat(({ url }) => (url.endsWith('tribunal') ? reply({ nome: 'T' }, { headers: { date } }) : reply('', { status: 503, headers: { date } })));
    await backend.tribunal();
    await failure(backend.unidade('x'));
    assert.deepEqual(clock.synced, [Date.parse(date), Date.parse(date)]);
  });

  it('gives the court file raw, for the caller to read', async () => {
    const { backend } = backendThat(() => reply({ qualquer: 1 }));
    assert.deepEqual(await backend.tribunal(), { qualquer: 1 });
  });

  it('gives null for a unit that the backend does not know, and refuses what is not a unit', async () => {
    assert.equal(await backendThat(() => reply({}, { status: 404 })).backend.unidade('x'), null);
    assert.equal((await failure(backendThat(() => reply({ id: 'x' })).backend.unidade('x'))).kind, 'servidor');
    assert.equal((await backendThat(() => reply({ id: 'x', nome: 'X', hours: 'Mo-Fr 08:00-14:00' })).backend.unidade('x'))?.nome, 'X');
  });

  it('tells an answer that is not the contract from a refusal', async () => {
    for (const body of ['<html>', '', '{}', JSON.stringify({ ...RECIBO, protocolo: '1' })]) {
      assert.equal((await failure(backendThat(() => reply(body)).backend.registrarPedido(PEDIDO, CREATE))).kind, 'servidor', body);
    }
  });

  it('reads a case, a ticket and a room through the contract', async () => {
    const { backend } = backendThat(({ url }) => {
      if (url.endsWith('consulta')) return reply(CASO);
      if (url.endsWith('/fila')) return reply({ senha: 'A1', ingresso: 'i', posicao: 1, estimativa: null });
      return reply({ provider: 'link', url: 'https://x.example', expiraEm: '2026-03-02T09:15:00-03:00' });
    });
    assert.equal((await backend.consultar({ protocolo: 'p', chave: 'c' })).estado, 'em-analise');
    assert.equal((await backend.entrarNaFila('sic', {}, CREATE)).senha, 'A1');
    assert.equal((await backend.abrirSala('i')).provider, 'link');
  });

  it('reads a problem document, with its field errors', async () => {
    const problem = {
      type: 'urn:atrio:problema:campos-invalidos',
      title: 'Confira os campos.',
      status: 422,
      errors: [{ pointer: '/requerente/cpf', code: 'cpf-invalido', detail: 'Confira o CPF.' }],
    };
    const error = await failure(backendThat(() => reply(problem, { status: 422 })).backend.registrarPedido(PEDIDO, CREATE));
    assert.equal(error.kind, 'recusa');
    assert.deepEqual(error.problem, problem);
  });

  it('keeps the status of a refusal that is no problem document', async () => {
    const error = await failure(backendThat(() => reply('<h1>no</h1>', { status: 413 })).backend.registrarPedido(PEDIDO, CREATE));
    assert.equal(error.kind, 'recusa');
    assert.equal(error.problem?.status, 413);
  });

  it('tells refusals (4xx) from a server in trouble (5xx)', async () => {
    for (const status of [400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504]) {
      const error = await failure(backendThat(() => reply('', { status })).backend.consultar({ protocolo: 'p', chave: 'c' }));
      assert.equal(error.kind, status < 500 ? 'recusa' : 'servidor', String(status));
      assert.equal(error.problem?.status, status);
    }
  });

  it('tells how long to wait, in seconds or until a date', async () => {
    const seconds = await failure(backendThat(() => reply('', { status: 429, headers: { 'retry-after': '7' } })).backend.tribunal());
    assert.equal(seconds.retryAfterMs, 7000);
    const date = { date: 'Mon, 02 Mar 2026 12:00:00 GMT', 'retry-after': 'Mon, 02 Mar 2026 12:00:30 GMT' };
    assert.equal((await failure(backendThat(() => reply('', { status: 503, headers: date })).backend.tribunal())).retryAfterMs, 30_000);
    assert.equal((await failure(backendThat(() => reply('', { status: 503 })).backend.tribunal())).retryAfterMs, null);
  });

  it('never makes of Retry-After a negative, endless or senseless wait', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map((day) => day.toUTCString())), fc.integer({ min: 0, max: 4e12 }), (value, now) => {
        const wait = retryAfterMs(value, now);
        assert.ok(wait === null || (wait >= 0 && wait <= 86_400_000));
      }),
    );
  });
});

describe('http backend: what goes wrong', () => {
  it('calls a dead network by its name', async () => {
    const { backend, clock } = backendThat(() => Promise.reject(new TypeError('Failed to fetch')));
    assert.equal((await failure(backend.tribunal())).kind, 'rede');
    assert.equal(clock.pending(), 0);
  });

  it('calls an answer that breaks off in the middle a dead network', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) });
    assert.equal((await failure(backendThat(() => new Response(broken)).backend.tribunal())).kind, 'rede');
  });

  it('gives up after the time-out, and not before', async () => {
    const { backend, clock } = backendThat(never, 5000);
    let done = false;
    const call = failure(backend.tribunal()).finally(() => (done = true));
    clock.advance(4999);
    await Promise.resolve();
    assert.equal(done, false);
    clock.advance(1);
    assert.equal((await call).kind, 'rede');
    assert.equal(clock.pending(), 0);
  });

  it('is not deceived by a clock that is corrected meanwhile', async () => {
    for (const shift of [5 * 3_600_000, -5 * 3_600_000]) {
      const { backend, clock, sent } = backendThat(never, 5000);
      const call = failure(backend.tribunal());
      clock.shift(shift);
      assert.equal(sent[0]!.init.signal?.aborted, false);
      clock.advance(5000);
      assert.equal((await call).kind, 'rede');
    }
  });

  it('stops when the caller wants no answer any more', async () => {
    const { backend, clock } = backendThat(never);
    const abort = new AbortController();
    const call = failure(backend.consultar({ protocolo: 'p', chave: 'c' }, { signal: abort.signal }));
    abort.abort();
    assert.equal((await call).kind, 'cancelado');
    assert.equal(clock.pending(), 0);
  });

  it('sends nothing for a caller that had already left', async () => {
    const { backend, sent } = backendThat(() => reply({}));
    assert.equal((await failure(backend.tribunal({ signal: AbortSignal.abort() }))).kind, 'cancelado');
    assert.equal(sent.length, 0);
  });

  it('leaves no timer behind an answer', async () => {
    const { backend, clock } = backendThat(() => reply({}));
    await backend.tribunal();
    assert.equal(clock.pending(), 0);
  });
});
