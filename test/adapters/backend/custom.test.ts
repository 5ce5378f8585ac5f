import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createElsewhere } from '../../../src/adapters/backend/elsewhere.ts';
import type { BackendProprio } from '../../../src/contract/proprio.ts';
import type { BackendError } from '../../../src/adapters/ports.ts';
import { fakeClock } from '../../support/fake-ports.ts';
import { manifestacao, pedido } from '../../support/backend.ts';

const clock = fakeClock('2026-11-20T10:00:00-03:00');
const options = { idempotencyKey: 'uma-chave-de-envio-1' };
const backend = (submit: BackendProprio['submit']) => createElsewhere({ submit }, { fetch, clock });
const failure = (submit: BackendProprio['submit']): Promise<BackendError> =>
  backend(submit)
    .registrarManifestacao(manifestacao(), options)
    .then(
      () => assert.fail('it was accepted'),
      (error: BackendError) => error,
    );

test('the object is given the kind, the body, the key and a signal, and its answer is the receipt', async () => {
  const submit = mock.fn<BackendProprio['submit']>(async () => ({ protocolo: ' X-9 ', mensagem: 'Obrigado.' }));
  const own = { submit };
  const recibo = await createElsewhere(own, { fetch, clock }).registrarPedido(pedido(), options);
  const [call] = submit.mock.calls;
  const [tipo, body, given] = call!.arguments;
  assert.deepEqual([tipo, body, given.idempotencyKey], ['pedido-informacao', pedido(), options.idempotencyKey]);
  assert.ok(given.signal instanceof AbortSignal);
  assert.equal(call!.this, own, 'called as a method');
  assert.deepEqual([recibo.protocolo, recibo.mensagem, recibo.chave, Date.parse(recibo.registradoEm)], ['X-9', 'Obrigado.', undefined, clock.now()]);
});

test('errors are a refusal on the fields of the form', async () => {
  const error = await failure(async () => ({ mensagem: 'Confira', errors: [{ pointer: '/relato', detail: 'Curto.' }, { pointer: '', detail: '' }] }));
  assert.equal(error.kind, 'recusa');
  assert.deepEqual(error.problem?.errors, [
    { pointer: '/relato', code: 'do-servidor', detail: 'Curto.' },
    { pointer: '', code: 'do-servidor', detail: 'Confira este campo.' },
  ]);
});

test('rejecting, or throwing at once, is a failure worth trying again', async () => {
  for (const submit of [() => Promise.reject(new Error('caiu')), () => { throw new Error('caiu'); }] as BackendProprio['submit'][]) {
    const error = await failure(submit);
    assert.deepEqual([error.kind, error.retryAfterMs], ['servidor', null]);
  }
});

test('an answer that is no object is no answer, and who wrote the page is told', async () => {
  const said = mock.method(console, 'error', () => undefined);
  try {
    assert.equal((await failure((async () => undefined) as unknown as BackendProprio['submit'])).kind, 'servidor');
    assert.equal(said.mock.callCount(), 1);
  } finally {
    said.mock.restore();
  }
});

test('an object that never answers is given up, and its signal says so', async () => {
  let signal: AbortSignal | undefined;
  const promise = failure((_tipo, _body, given) => {
    signal = given.signal;
    return new Promise(() => undefined);
  });
  clock.advance(31_000);
  assert.equal((await promise).kind, 'servidor');
  assert.equal(signal?.aborted, true);
});
