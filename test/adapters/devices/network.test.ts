import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AMOSTRA_BYTES, IDAS, medirRede, PASSAGEM_MS, testarPassagem, type NetworkEnv } from '../../../src/adapters/devices/network.ts';
import { fakeClock, type FakeClock } from '../../support/fake-ports.ts';

const URL_ = 'https://backend.example/saude';
const AMOSTRA = 'https://backend.example/amostra.bin';
const never = new AbortController().signal;

/** A network whose answers take the time that a test says. */
function world(answer: (url: string, n: number, clock: FakeClock) => Response | Promise<Response>): { env: NetworkEnv; asked: string[]; clock: FakeClock } {
  const clock = fakeClock();
  const asked: string[] = [];
  const env: NetworkEnv = {
    clock,
    fetch: async (input, init) => {
      asked.push(String(input));
      assert.deepEqual([init?.cache, init?.credentials], ['no-store', 'omit']);
      return answer(String(input), asked.length, clock);
    },
  };
  return { env, asked, clock };
}

describe('the measure of a network', () => {
  it('[BV-16] counts round trips after one that opens the connection', async () => {
    const { env, asked } = world((_url, n, clock) => {
      clock.advance(n === 1 ? 900 : 80);
      return Response.json({});
    });
    assert.deepEqual(await medirRede(URL_, null, never, env), { idas: Array<number>(IDAS).fill(80), baixado: null });
    assert.equal(asked.length, IDAS + 1);
  });

  it('[BV-16] counts an answer that does not come, comes late or is an error as lost', async () => {
    const { env } = world((_url, n, clock) => {
      clock.advance(50);
      if (n === 3) throw new TypeError('Failed to fetch');
      return n === 4 ? new Response(null, { status: 503 }) : Response.json({});
    });
    assert.deepEqual((await medirRede(URL_, null, never, env)).idas, [50, null, null, 50, 50]);
    const clock = fakeClock();
    const slow: NetworkEnv = { clock, fetch: (_url, init) => new Promise((_, fail) => { init!.signal!.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))); clock.advance(5000); }) };
    assert.deepEqual((await medirRede(URL_, AMOSTRA, never, slow)).idas, [null, null]);
  });

  it('[BV-16] asks a dead network no more than it needs to', async () => {
    const { env, asked } = world(() => Promise.reject(new TypeError('Failed to fetch')));
    assert.deepEqual(await medirRede(URL_, AMOSTRA, never, env), { idas: [null, null], baixado: null });
    assert.equal(asked.length, 3);
  });

  it('[BV-16] downloads the court’s sample, and no more of it than tells the speed', async () => {
    let given = 0;
    const { env } = world((url, _n, clock) => {
      if (url === URL_) return Response.json({});
      return new Response(
        new ReadableStream({
          pull(control) {
            clock.advance(100);
            given += 200_000;
            control.enqueue(new Uint8Array(200_000));
          },
        }),
      );
    });
    const { baixado } = await medirRede(URL_, AMOSTRA, never, env);
    assert.equal(baixado!.bytes, AMOSTRA_BYTES);
    assert.ok(given <= AMOSTRA_BYTES + 400_000 && baixado!.ms >= 500);
  });

  it('[BV-16] stops at once when the person goes away', async () => {
    const control = new AbortController();
    const { env, asked } = world((_url, n) => {
      if (n === 2) control.abort();
      return Response.json({});
    });
    await assert.rejects(medirRede(URL_, null, control.signal, env), { name: 'AbortError' });
    assert.equal(asked.length, 2);
  });
});

/** A peer that finds what a test says. */
function peer(says: (emit: (type: string, detail: object) => void) => void, seen: { servers?: unknown; closed?: boolean } = {}): typeof RTCPeerConnection {
  return class extends EventTarget {
    constructor({ iceServers }: { iceServers: unknown }) {
      super();
      seen.servers = iceServers;
    }
    createDataChannel(): void {}
    createOffer = () => Promise.resolve({});
    setLocalDescription(): Promise<void> {
      says((type, detail) => void this.dispatchEvent(Object.assign(new Event(type), detail)));
      return Promise.resolve();
    }
    close(): void {
      seen.closed = true;
    }
  } as unknown as typeof RTCPeerConnection;
}
const candidate = (type: string): [string, object] => ['icecandidate', { candidate: { type } }];
const END: [string, object] = ['icecandidate', { candidate: null }];

describe('the way through to a call', () => {
  const env: NetworkEnv = { clock: fakeClock(), fetch: () => Promise.reject(new Error('none')) };
  const found = (...events: [string, object][]) => testarPassagem(['stun:stun.example', 'turns:turn.example:443'], never, env, peer((emit) => events.forEach(([type, detail]) => emit(type, detail))));

  it('[BV-16] is open when a server tells the address from outside, or answers at all', async () => {
    assert.equal(await found(candidate('host'), candidate('srflx'), END), 'direta');
    assert.equal(await found(candidate('host'), candidate('relay'), END), 'servidor');
    // A TURN server that refuses the test has answered.
    assert.equal(await found(candidate('host'), ['icecandidateerror', { errorCode: 401 }], END), 'servidor');
  });

  it('[BV-16] is closed when every server is silent, and unknown when nothing is told', async () => {
    assert.equal(await found(candidate('host'), ['icecandidateerror', { errorCode: 701 }], END), 'bloqueada');
    assert.equal(await found(candidate('host'), END), 'incerta');
    assert.equal(await testarPassagem([], never, env, undefined), 'incerta');
  });

  it('[BV-16] waits no longer than it says, reads no bad address, and closes what it opened', async () => {
    const clock = fakeClock();
    const seen: { servers?: unknown; closed?: boolean } = {};
    const waiting = testarPassagem(['stun:stun.example', 'turn:turn.example'], never, { ...env, clock }, peer(() => undefined, seen));
    await Promise.resolve();
    clock.advance(PASSAGEM_MS);
    assert.equal(await waiting, 'incerta');
    assert.equal(seen.closed, true);
    assert.deepEqual(seen.servers, [{ urls: 'stun:stun.example' }, { urls: 'turn:turn.example', username: 'teste', credential: 'teste' }]);
    assert.equal(clock.pending, 0);
    const bad = class { constructor() { throw new SyntaxError('bad address'); } } as unknown as typeof RTCPeerConnection;
    assert.equal(await testarPassagem(['x'], never, env, bad), 'incerta');
  });
});
