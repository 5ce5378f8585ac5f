import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendError, type LiveState } from '../../../src/adapters/ports.ts';
import { follow, POLL_MS, RETRIES_MS, SILENCE_MS } from '../../../src/adapters/backend/live.ts';
import { fakeClock } from '../../support/fake-ports.ts';

const turn = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** A stream that the test writes into, and questions that it answers. */
function stage({ status = 200, held = false }: { status?: number; held?: boolean } = {}) {
  const clock = fakeClock();
  const seen: { values: number[]; states: LiveState[]; refused: BackendError[]; bearers: string[] } = { values: [], states: [], refused: [], bearers: [] };
  const streams: { controller: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal }[] = [];
  const polls: { resolve(value: number): void; reject(error: unknown): void; signal: AbortSignal }[] = [];
  const encoder = new TextEncoder();
  const world = { status, held, dead: false };
  const live = follow<number>(
    {
      url: 'https://b.example/v1/fila/eventos',
      bearer: () => 'segredo',
      read: (text) => (/^\d+$/.test(text) ? Number(text) : null),
      poll: (signal) => new Promise((resolve, reject) => polls.push({ resolve, reject, signal })),
    },
    {
      clock,
      fetch: (_url, init) => {
        const signal = init!.signal!;
        seen.bearers.push(new Headers(init!.headers).get('authorization')!);
        if (world.dead) return Promise.reject(new TypeError('dead'));
        if (world.held) return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
        if (world.status !== 200) return Promise.resolve(new Response(null, { status: world.status }));
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            streams.push({ controller, signal });
            signal.addEventListener('abort', () => {
              try {
                controller.error(signal.reason);
              } catch {
                // Closed already.
              }
            });
          },
        });
        return Promise.resolve(new Response(body));
      },
    },
    { onValue: (value) => seen.values.push(value), onState: (state) => seen.states.push(state), onRefused: (error) => seen.refused.push(error) },
  );
  return {
    clock,
    live,
    seen,
    streams,
    polls,
    world,
    write: async (text: string, at = streams.length - 1) => {
      streams[at]!.controller.enqueue(encoder.encode(text));
      await turn();
    },
  };
}

describe('a live view', () => {
  it('[BV-22] gives each event as it comes, cut anywhere, with the secret in the header alone', async () => {
    const { write, seen, live } = stage();
    await turn();
    await write('data: 1\n\nda');
    await write('ta: 2\r\n\r\n: sinal\n\n');
    await write('event: x\ndata: not of the contract\n\n');
    assert.deepEqual(seen.values, [1, 2]);
    assert.deepEqual(seen.states, ['ao-vivo']);
    assert.deepEqual(seen.bearers, ['Bearer segredo']);
    live.stop();
  });

  it('[BV-21] a stream that a proxy holds back is asked beside, within seconds, and again every five', async () => {
    const { clock, polls, seen, live } = stage({ held: true });
    await turn();
    assert.equal(polls.length, 0);
    clock.advance(POLL_MS);
    await turn();
    assert.equal(polls.length, 1);
    polls[0]!.resolve(7);
    await turn();
    assert.deepEqual(seen.values, [7]);
    assert.deepEqual(seen.states, ['consultando']);
    clock.advance(POLL_MS);
    await turn();
    assert.equal(polls.length, 2);
    live.stop();
  });

  it('[BV-21] silence for too long is a dead stream: asked at once, and listened to again', async () => {
    const { clock, polls, seen, streams, write, live } = stage();
    await turn();
    await write('data: 1\n\n');
    clock.advance(SILENCE_MS - 1);
    await turn();
    assert.equal(polls.length, 0);
    clock.advance(1);
    await turn();
    assert.equal(polls.length, 1, 'asked beside');
    polls[0]!.resolve(2);
    await turn();
    clock.advance(RETRIES_MS[0]);
    await turn();
    assert.equal(streams.length, 2, 'listened to again');
    await write('data: 3\n\n');
    assert.deepEqual(seen.values, [1, 2, 3]);
    assert.deepEqual(seen.states, ['ao-vivo', 'consultando', 'ao-vivo']);
    live.stop();
  });

  it('a sign of life keeps a stream', async () => {
    const { clock, polls, streams, write, live } = stage();
    await turn();
    await write('data: 1\n\n');
    for (let n = 0; n < 5; n++) {
      clock.advance(SILENCE_MS - 1);
      await write(': sinal\n\n');
    }
    assert.equal(streams.length, 1);
    assert.equal(polls.length, 0);
    live.stop();
  });

  it('[BV-21] without network it says so, and goes on trying by itself', async () => {
    const { clock, polls, seen, world, live, write, streams } = stage();
    await turn();
    await write('data: 1\n\n');
    world.dead = true;
    live.refresh();
    await turn();
    polls.at(-1)!.reject(new BackendError('rede', 'fila'));
    await turn();
    assert.deepEqual(seen.states, ['ao-vivo', 'sem-rede']);
    for (let n = 0; n < 10; n++) {
      clock.advance(POLL_MS);
      await turn();
      polls.at(-1)!.reject(new BackendError('rede', 'fila'));
      await turn();
    }
    assert.ok(polls.length >= 10, `asked ${polls.length} times`);
    world.dead = false;
    live.refresh();
    await turn();
    await write('data: 2\n\n', streams.length - 1);
    assert.deepEqual(seen.states, ['ao-vivo', 'sem-rede', 'ao-vivo']);
    assert.deepEqual(seen.values, [1, 2]);
    live.stop();
  });

  it('[BV-22] an answer that was asked for before an event came does not undo it', async () => {
    const { clock, polls, seen, write, live } = stage();
    await turn();
    clock.advance(POLL_MS);
    await turn();
    assert.equal(polls.length, 1, 'the first event is late');
    await write('data: 9\n\n');
    polls[0]!.resolve(1);
    await turn();
    assert.deepEqual(seen.values, [9]);
    live.stop();
  });

  it('[BV-21] a refusal ends both, and is told once', async () => {
    const { clock, polls, seen, live } = stage({ status: 401 });
    await turn();
    polls[0]!.reject(new BackendError('recusa', 'fila', { type: 'urn:atrio:problema:x', title: 'x', status: 401 }));
    await turn();
    clock.advance(600_000);
    await turn();
    assert.equal(seen.refused.length, 1);
    assert.equal(polls.length, 1);
    assert.equal(clock.pending, 0);
    live.stop();
  });

  it('a server that asks to wait is no refusal and no dead network', async () => {
    const { polls, seen, live } = stage({ status: 429 });
    await turn();
    polls[0]!.reject(new BackendError('recusa', 'fila', { type: 'urn:atrio:problema:muitas', title: 'x', status: 429 }, 60_000));
    await turn();
    assert.deepEqual(seen.refused, []);
    assert.deepEqual(seen.states, []);
    live.stop();
  });

  it('[BV-21] asked to refresh it asks and listens anew, however often, with one stream', async () => {
    const { live, polls, streams, seen, write } = stage();
    await turn();
    await write('data: 1\n\n');
    for (let n = 0; n < 4; n++) live.refresh();
    await turn();
    assert.equal(streams.filter(({ signal }) => !signal.aborted).length, 1);
    assert.equal(polls.length, 1);
    polls[0]!.resolve(2);
    await turn();
    assert.deepEqual(seen.values, [1, 2]);
    live.stop();
  });

  it('stopped it leaves nothing behind and says nothing more', async () => {
    const { live, clock, polls, streams, seen } = stage();
    await turn();
    live.refresh();
    await turn();
    live.stop();
    polls[0]!.resolve(5);
    await turn();
    assert.equal(streams.every(({ signal }) => signal.aborted), true);
    assert.deepEqual(seen.values, []);
    assert.equal(clock.pending, 0);
    live.refresh();
    await turn();
    assert.equal(polls.length, 1);
  });
});
