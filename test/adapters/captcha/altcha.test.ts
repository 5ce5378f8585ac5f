import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createChallenge } from 'altcha-lib/v1';
import { createProva, resolver } from '../../../src/adapters/captcha/altcha.ts';
import { BackendError } from '../../../src/adapters/ports.ts';
import { fakeClock, type FakeClock } from '../../support/fake-ports.ts';

const NOW = Date.parse('2026-11-20T10:00:00-03:00');
const VALIDADE = 30 * 60_000;

interface World {
  clock: FakeClock;
  /** Challenges handed out. */
  pedidos: number;
  changes: number;
  prova: ReturnType<typeof createProva>;
}

function world(answer?: () => Promise<Response>): World {
  const clock = fakeClock(NOW);
  const made: World = {
    clock,
    pedidos: 0,
    changes: 0,
    prova: createProva(
      'https://api.tribunal.jus.br',
      {
        clock,
        fetch: async (input) => {
          assert.equal(String(input), 'https://api.tribunal.jus.br/v1/desafio');
          made.pedidos += 1;
          return answer ? answer() : Response.json(await createChallenge({ hmacKey: 'k', maxnumber: 500, expires: new Date(clock.now() + VALIDADE) }));
        },
      },
      () => (made.changes += 1),
    ),
  };
  return made;
}

const recusa = (code: string): BackendError => new BackendError('recusa', 'x', { type: `urn:atrio:problema:${code}`, title: '', status: 403 });
const decode = (valor: string | undefined): Record<string, unknown> => JSON.parse(atob(valor!)) as Record<string, unknown>;

test('the number is found whatever slice it lies in, and its absence is noticed', async () => {
  for (const number of [0, 1, 199, 200, 201, 399, 450]) {
    const one = await createChallenge({ hmacKey: 'k', maxnumber: 450, number });
    assert.equal(await resolver(one as never, 450), number);
  }
  const far = await createChallenge({ hmacKey: 'k', maxnumber: 5_000, number: 900 });
  assert.equal(await resolver(far as never, 899), null);
  assert.equal(await resolver(far as never, 900), 900);
});

test('nothing is asked for until it is begun, and then once', async () => {
  const one = world();
  assert.equal(one.pedidos, 0);
  one.prova.comecar();
  one.prova.comecar();
  const sent = await one.prova.com(async (altcha) => decode(altcha));
  assert.equal(one.pedidos, 1);
  assert.deepEqual(Object.keys(sent).toSorted(), ['algorithm', 'challenge', 'number', 'salt', 'signature']);
});

test('a try again of the same sending uses the same solution; the next form gets another', async () => {
  const one = world();
  const seen: unknown[] = [];
  const send = (fail: boolean) => async (altcha: string | undefined): Promise<void> => {
    seen.push(altcha);
    if (fail) throw new BackendError('rede', 'x');
  };
  await assert.rejects(one.prova.com(send(true)));
  await one.prova.com(send(false));
  await one.prova.com(send(false));
  assert.equal(seen[0], seen[1]);
  assert.notEqual(seen[1], seen[2]);
  assert.equal(one.pedidos, 2);
});

test('a challenge that is about to end is replaced before it is sent', async () => {
  const one = world();
  one.prova.comecar();
  await one.prova.com(async () => Promise.reject(new BackendError('rede', 'x'))).catch(() => undefined);
  one.clock.advance(VALIDADE - 30_000);
  await one.prova.com(async () => undefined);
  assert.equal(one.pedidos, 2);
});

for (const code of ['desafio-vencido', 'desafio-invalido']) {
  test(`${code}: another is made and sent by itself, once`, async () => {
    const one = world();
    let tries = 0;
    assert.equal(
      await one.prova.com(async () => {
        tries += 1;
        if (tries === 1) throw recusa(code);
        return 'recibo';
      }),
      'recibo',
    );
    assert.equal(one.pedidos, 2);
    await assert.rejects(world().prova.com(() => Promise.reject(recusa(code))), BackendError);
  });
}

test('any other refusal is the form’s to show', async () => {
  const one = world();
  await assert.rejects(one.prova.com(() => Promise.reject(recusa('dados-invalidos'))));
  assert.equal(one.pedidos, 1);
});

test('a server that asks for none gets none', async () => {
  const send = mock.fn(async (altcha: string | undefined) => altcha);
  await world(async () => new Response(null, { status: 404 })).prova.com(send);
  assert.deepEqual(send.mock.calls[0]!.arguments, [undefined]);
});

test('without network, and with nonsense for an answer, the sending fails as a sending does, and asks again', async () => {
  let down = true;
  const one = world(async () => {
    if (down) throw new TypeError('Failed to fetch');
    return Response.json({ challenge: 1 });
  });
  one.prova.comecar();
  const kind = async (): Promise<string> => one.prova.com(async () => undefined).then(() => assert.fail('sent'), (error: BackendError) => error.kind);
  assert.equal(await kind(), 'rede');
  down = false;
  assert.equal(await kind(), 'servidor');
  assert.ok(one.pedidos >= 2);
});

test('the person is told only when it takes long', async () => {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const one = world(async () => {
    await gate;
    return Response.json(await createChallenge({ hmacKey: 'k', maxnumber: 10 }));
  });
  one.prova.comecar();
  one.clock.advance(10_000);
  assert.equal(one.prova.demora, false, 'nobody waits yet');
  const sent = one.prova.com(async () => undefined);
  one.clock.advance(2_000);
  assert.deepEqual([one.prova.demora, one.changes], [false, 0]);
  one.clock.advance(2_000);
  assert.deepEqual([one.prova.demora, one.changes], [true, 1]);
  go();
  await sent;
  assert.deepEqual([one.prova.demora, one.changes], [false, 2]);
});
