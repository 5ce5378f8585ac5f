import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Recibo } from '../../src/contract/caso.ts';
import {
  formStart,
  formStep,
  LONGEST_WAIT_MS,
  RETRY_WAITS_MS,
  type FormEffect,
  type FormError,
  type FormEvent,
  type FormState,
} from '../../src/controllers/form.machine.ts';

const LAST = 3;
const recibo: Recibo = {
  tipo: 'manifestacao',
  protocolo: '2026.000001-1',
  chave: '0123456789ABCDEF',
  registradoEm: '2026-03-02T10:00:00-03:00',
  prazo: { vence: '2026-04-01', dias: 30, base: 'Res. 432', calculo: [] },
  recibo: 'a.b.c',
};
const wrong = (step: number, field: string | null = `/f${step}`): FormError => ({ step, field, pointer: field ?? '', code: 'obrigatorio', detail: 'x' });

/** Runs events; gives the last state and every effect. */
function run(start: FormState, ...events: FormEvent[]): { state: FormState; effects: FormEffect[] } {
  let state = start;
  const effects: FormEffect[] = [];
  for (const event of events) {
    const next = formStep(state, 'op' in event ? { ...event, op: event.op === -1 ? state.op : event.op } : event, LAST);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
const ok = (corpo = '{}', novaChave = 'k1'): FormEvent => ({ type: 'checked', op: -1, errors: [], corpo, novaChave });
const fault = (over: Partial<FormEvent & { type: 'fault' }> = {}): FormEvent => ({ type: 'fault', op: -1, motivo: 'rede', retryAfterMs: null, offline: false, acaso: 0.5, ...over });
const kinds = (effects: readonly FormEffect[]): string[] => effects.map((effect) => effect.kind);
const atReview = (): FormState => run(formStart(), { type: 'input', field: '/relato', value: 'texto' }, ...[0, 1, 2].flatMap((): FormEvent[] => [{ type: 'next' }, ok()])).state;
const sending = (): FormState => run(atReview(), { type: 'submit' }, ok()).state;

test('a step that is right opens the next one, once', () => {
  const { state, effects } = run(formStart(), { type: 'next' }, { type: 'next' }, ok());
  assert.equal(state.step, 1);
  assert.deepEqual(kinds(effects), ['check', 'save', 'step', 'focus']);
});

test('only the errors of its own step hold a step back', () => {
  const held = run(formStart(), { type: 'next' }, { type: 'checked', op: -1, errors: [wrong(0), wrong(2)], corpo: '', novaChave: 'k' });
  assert.deepEqual([held.state.step, held.state.errors.length], [0, 1]);
  assert.deepEqual(held.effects.at(-1), { kind: 'focus', onde: 'erros' });
  const free = run(formStart(), { type: 'next' }, { type: 'checked', op: -1, errors: [wrong(2)], corpo: '', novaChave: 'k' });
  assert.equal(free.state.step, 1);
});

test('errors found on sending open the first step that has one, and the way back leads to the review', () => {
  const { state } = run(atReview(), { type: 'submit' }, { type: 'checked', op: -1, errors: [wrong(1), wrong(2)], corpo: '', novaChave: 'k' });
  assert.deepEqual([state.kind, state.step, state.revisando], ['editing', 1, true]);
  const back = run(state, { type: 'next' }, ok());
  assert.equal(back.state.step, LAST);
  assert.deepEqual(back.state.errors.map((error) => error.step), [2], 'the errors of other steps are still told');
});

test('changing something from the review comes back to the review', () => {
  const { state } = run(atReview(), { type: 'goto', step: 1, revisando: true }, { type: 'next' }, ok());
  assert.equal(state.step, LAST);
});

test('a step that was never reached cannot be opened', () => {
  assert.equal(run(formStart(), { type: 'goto', step: 2 }).state.step, 0);
  assert.equal(run(atReview(), { type: 'goto', step: -1 }).state.step, LAST);
});

test('a double click sends once', () => {
  const { effects } = run(atReview(), { type: 'submit' }, { type: 'submit' }, ok(), { type: 'submit' }, { type: 'retry' }, { type: 'online' });
  assert.deepEqual(kinds(effects), ['check', 'save', 'send']);
});

test('the key is saved before anything leaves', () => {
  const { effects } = run(atReview(), { type: 'submit' }, ok());
  assert.ok(kinds(effects).indexOf('save') < kinds(effects).indexOf('send'));
});

test('[OUV-09] the same content keeps its key over retries, other content gets another', () => {
  const failed = run(sending(), ...RETRY_WAITS_MS.flatMap((): FormEvent[] => [fault(), { type: 'retry' }]), fault()).state;
  assert.equal(failed.kind, 'failed');
  const again = run(failed, { type: 'submit' }, ok('{}', 'k2'));
  assert.equal(again.state.envio?.chave, 'k1');
  const other = run(failed, { type: 'submit' }, ok('{"a":1}', 'k2'));
  assert.equal(other.state.envio?.chave, 'k2');
});

test('waits double, with chance, and give up after the last', () => {
  let state = sending();
  const waits: number[] = [];
  while (state.kind === 'sending') {
    const step = run(state, fault({ acaso: 0.5 }));
    for (const effect of step.effects) if (effect.kind === 'wait') waits.push(effect.ms);
    state = run(step.state, { type: 'retry' }).state;
  }
  assert.deepEqual(waits, [...RETRY_WAITS_MS]);
  assert.equal(state.kind, 'failed');
});

test('a server that says when to come back is obeyed, within reason', () => {
  assert.deepEqual(run(sending(), fault({ motivo: 'servidor', retryAfterMs: 30_000 })).effects, [{ kind: 'wait', op: sending().op, ms: 30_000 }]);
  assert.equal(run(sending(), fault({ motivo: 'servidor', retryAfterMs: LONGEST_WAIT_MS + 1 })).state.kind, 'failed');
});

test('without network it waits for the network and goes by itself when it is back', () => {
  const waiting = run(sending(), fault({ offline: true }));
  assert.deepEqual(waiting.effects, []);
  assert.ok(waiting.state.kind === 'retry-wait' && waiting.state.espera === null);
  const back = run(waiting.state, { type: 'online' });
  assert.equal(back.state.kind, 'sending');
  assert.deepEqual(back.effects, [{ kind: 'send', op: back.state.op, envio: { corpo: '{}', chave: 'k1' }, tentativa: 1, novo: false }]);
});

test('an answer to an older try is ignored', () => {
  const state = sending();
  const later = run(state, fault(), { type: 'retry' }).state;
  assert.equal(formStep(later, { type: 'sent', op: state.op, recibo }, LAST).state, later);
});

test('stopping the wait gives the form back, whole', () => {
  const { state } = run(sending(), fault(), { type: 'cancel' });
  assert.deepEqual([state.kind, state.values], ['editing', { '/relato': 'texto' }]);
  assert.equal(run(state, { type: 'retry' }).state, state);
});

test('what is typed while it is being sent is not sent under the old key', () => {
  const { state } = run(sending(), { type: 'input', field: '/relato', value: 'outro' }, fault());
  assert.deepEqual([state.kind, state.values], ['failed', { '/relato': 'outro' }]);
});

test('what is typed while waiting stops the wait', () => {
  const { state } = run(sending(), fault(), { type: 'input', field: '/relato', value: 'outro' });
  assert.equal(state.kind, 'editing');
});

test('a refusal lands on its fields and keeps everything', () => {
  const { state, effects } = run(sending(), { type: 'refused', op: -1, titulo: 'não', status: 422, errors: [wrong(2)] });
  assert.deepEqual([state.kind, state.step, state.errors.length], ['refused', 2, 1]);
  assert.deepEqual(state.values, { '/relato': 'texto' });
  assert.deepEqual(kinds(effects), ['step', 'focus']);
  const bare = run(sending(), { type: 'refused', op: -1, titulo: 'não', status: 403, errors: [] });
  assert.deepEqual(bare.effects, [{ kind: 'focus', onde: 'situacao' }]);
});

test('[OUV-10] a receipt erases what was on the device, and a new form starts empty', () => {
  const { state, effects } = run(sending(), { type: 'sent', op: -1, recibo });
  assert.ok(state.kind === 'sent' && state.recibo === recibo);
  assert.deepEqual(kinds(effects), ['erase', 'focus']);
  assert.deepEqual(state.values, {});
  const fresh = run(state, { type: 'reset' }).state;
  assert.deepEqual([fresh.kind, fresh.step, fresh.envio], ['editing', 0, null]);
});

test('a page that refuses leaves the form as it was', () => {
  const { state } = run(sending(), { type: 'vetoed', op: -1 });
  assert.deepEqual([state.kind, state.step], ['editing', LAST]);
});

test('a draft comes back only into an untouched form', () => {
  const draft: FormEvent = { type: 'restore', values: { '/relato': 'antes' }, step: 9, envio: null };
  const restored = run(formStart(), draft).state;
  assert.deepEqual([restored.step, restored.values, restored.recuperado], [LAST, { '/relato': 'antes' }, true]);
  assert.deepEqual(run(formStart(), { type: 'input', field: '/relato', value: 'agora' }, draft).state.values, { '/relato': 'agora' });
});

test('[OUV-19] leaving in a hurry erases everything from whatever state, and what comes in afterwards stays out', () => {
  const waiting = run(sending(), fault()).state;
  const sent = run(sending(), { type: 'sent', op: -1, recibo }).state;
  for (const state of [formStart({ '/relato': 'x' }), atReview(), sending(), waiting, sent]) {
    const left = run(state, { type: 'wipe' });
    assert.deepEqual([left.state.kind, left.state.values, left.state.envio, left.state.step], ['editing', {}, null, 0], state.kind);
    assert.deepEqual(kinds(left.effects), ['erase']);
    assert.equal(run(left.state, { type: 'sent', op: state.op, recibo }, { type: 'online' }, { type: 'retry' }).state.kind, 'editing');
  }
});

test('discarding erases the screen and the device', () => {
  const { state, effects } = run(atReview(), { type: 'discard' });
  assert.deepEqual([state.step, state.values], [0, {}]);
  assert.deepEqual(kinds(effects), ['erase', 'step', 'focus']);
});

const anyEvent: fc.Arbitrary<FormEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('input' as const), field: fc.constantFrom('/a', '/b', '/c'), value: fc.string({ maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.constantFrom<FormEvent>({ type: 'next' }, { type: 'submit' }) },
  { weight: 6, arbitrary: fc.constant<FormEvent>(ok('*')) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('goto' as const), step: fc.integer({ min: -1, max: 5 }), revisando: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fault' as const), op: fc.constant(-1), motivo: fc.constantFrom('rede' as const, 'servidor' as const), retryAfterMs: fc.constantFrom(null, 5000, 90_000), offline: fc.boolean(), acaso: fc.constant(0.1) }) },
  fc.record({ type: fc.constant('refused' as const), op: fc.constant(-1), titulo: fc.constant(''), status: fc.constant(422), errors: fc.constantFrom([], [wrong(1)], [wrong(0), wrong(3)]) }),
  fc.record({ type: fc.constant('checked' as const), op: fc.constant(-1), errors: fc.constantFrom([wrong(0)], [wrong(2), wrong(3)]), corpo: fc.constant(''), novaChave: fc.constant('z') }),
  fc.constantFrom<FormEvent>({ type: 'retry' }, { type: 'online' }, { type: 'cancel' }, { type: 'vetoed', op: -1 }, { type: 'checked', op: 0, errors: [], corpo: '', novaChave: 'old' }),
);

test('[OUV-09] whatever happens, nothing typed is lost, one sending is under way at most, and one key means one content', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.boolean(), (events, finish) => {
      let state = formStart();
      const typed: Record<string, string> = {};
      const contentOf = new Map<string, string>();
      const keyOf = new Map<string, string>();
      let underWay = 0;
      let keys = 0;
      for (const raw of events) {
        let event = 'op' in raw && raw.op === -1 ? { ...raw, op: state.op } : raw;
        if (event.type === 'checked' && event.corpo === '*') event = { ...event, corpo: JSON.stringify(state.values), novaChave: `k${++keys}` };
        const before = state;
        const next = formStep(state, event, LAST);
        state = next.state;
        if (event.type === 'input') typed[event.field] = event.value;
        if (before.kind === 'sending' && state !== before && event.type !== 'input') underWay = 0;
        for (const effect of next.effects) {
          if (effect.kind !== 'send') continue;
          underWay += 1;
          assert.equal(underWay, 1, 'two sendings at once');
          assert.equal(contentOf.get(effect.envio.chave) ?? effect.envio.corpo, effect.envio.corpo, 'one key, two contents');
          contentOf.set(effect.envio.chave, effect.envio.corpo);
          if (before.envio?.corpo === effect.envio.corpo) assert.equal(effect.envio.chave, before.envio.chave, 'a new key for the same content');
          keyOf.set(effect.envio.corpo, effect.envio.chave);
        }
        for (const [field, value] of Object.entries(typed)) assert.equal(state.values[field] ?? '', value);
        assert.ok(state.step >= 0 && state.step <= state.reached && state.reached <= LAST);
      }
      if (finish && state.kind === 'sending') assert.equal(formStep(state, { type: 'sent', op: state.op, recibo }, LAST).state.kind, 'sent');
    }),
    { numRuns: 500 },
  );
});
