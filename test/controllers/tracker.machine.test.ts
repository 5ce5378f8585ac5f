import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { trackerStart, trackerStep, type TrackerEvent, type TrackerState } from '../../src/controllers/tracker.machine.ts';
import { CASO_RESPONDIDO } from '../../stories/protocolo-tracker/cases.ts';

const CASO = CASO_RESPONDIDO;
const PROTOCOLO = CASO.protocolo;
const CHAVE = '7KQ2M9XV4TBN8RDH';

const run = (events: readonly TrackerEvent[], from = trackerStart()): { state: TrackerState; effects: unknown[] } =>
  events.reduce<{ state: TrackerState; effects: unknown[] }>((last, event) => trackerStep(last.state, event) as never, { state: from, effects: [] });

const typed: TrackerEvent[] = [
  { type: 'input', field: 'protocolo', value: PROTOCOLO.replace('.', ' ') },
  { type: 'input', field: 'chave', value: '7kq2 m9xv 4tbn 8rdh' },
];
const consulting = (): TrackerState => run([...typed, { type: 'submit' }]).state;
const shown = (): TrackerState => run([{ type: 'found', op: 1, caso: CASO }], consulting()).state;
const refusal = (status: number, more: Partial<TrackerEvent & { type: 'refused' }> = {}): TrackerEvent => ({ type: 'refused', op: 1, status, texto: 'no', campos: [], espera: null, ...more });

describe('tracker: typing', () => {
  it('takes a protocol to begin with, but not over what is typed', () => {
    assert.equal(run([{ type: 'prefill', protocolo: ` ${PROTOCOLO.replace('-', ' ')}` }]).state.protocolo, PROTOCOLO);
    assert.equal(run([{ type: 'prefill', protocolo: 'xyz' }]).state.protocolo, 'xyz');
    assert.equal(run([...typed, { type: 'prefill', protocolo: 'xyz' }]).state.protocolo, PROTOCOLO.replace('.', ' '));
    assert.equal(run([{ type: 'prefill', protocolo: 'xyz' }], shown()).state.protocolo, PROTOCOLO);
  });

  it('writes what was typed in its one form when the field is left, and leaves alone what it cannot read', () => {
    const { state } = run([...typed, { type: 'leave', field: 'protocolo' }, { type: 'leave', field: 'chave' }]);
    assert.equal(state.protocolo, PROTOCOLO);
    assert.equal(state.chave, '7KQ2-M9XV-4TBN-8RDH');
    assert.equal(run([{ type: 'input', field: 'chave', value: 'abc' }, { type: 'leave', field: 'chave' }]).state.chave, 'abc');
  });

  it('clears the error of a field that was mended, and that one alone', () => {
    const { state } = run([{ type: 'submit' }, typed[0]!, { type: 'leave', field: 'protocolo' }]);
    assert.deepEqual(state.erros, { chave: 'obrigatorio' });
  });
});

describe('tracker: asking', () => {
  it('checks the digit before anything is sent', () => {
    const { state, effects } = run([{ type: 'input', field: 'protocolo', value: '2026.000123-4' }, typed[1]!, { type: 'submit' }]);
    assert.equal(state.kind, 'editing');
    assert.deepEqual(state.erros, { protocolo: 'protocolo-invalido' });
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'protocolo' }]);
  });

  it('leads to the key when only the key is wrong', () => {
    assert.deepEqual(run([typed[0]!, { type: 'submit' }]).effects, [{ kind: 'focus', onde: 'chave' }]);
  });

  it('sends both in their one form', () => {
    const { state, effects } = run([...typed, { type: 'submit' }]);
    assert.equal(state.kind, 'consulting');
    assert.deepEqual(effects, [{ kind: 'consult', op: 1, consulta: { protocolo: PROTOCOLO, chave: CHAVE } }]);
  });

  it('asks once however often the button is pressed, and takes no typing meanwhile', () => {
    const state = consulting();
    for (const event of [{ type: 'submit' }, { type: 'input', field: 'chave', value: 'x' }, { type: 'leave', field: 'chave' }] as TrackerEvent[]) {
      assert.deepEqual(trackerStep(state, event), { state, effects: [] });
    }
  });
});

describe('tracker: answers', () => {
  it('shows the case and forgets the key', () => {
    const { state, effects } = run([{ type: 'found', op: 1, caso: CASO }], consulting());
    assert.equal(state.kind, 'shown');
    assert.equal(state.chave, '');
    assert.ok(!JSON.stringify(state).includes(CHAVE) && !JSON.stringify(effects).includes(CHAVE));
    assert.deepEqual(effects, [{ kind: 'history', para: 'caso' }, { kind: 'expire', op: 1, em: CASO.token.expiraEm }, { kind: 'focus', onde: 'caso' }]);
  });

  it('tells not found, too many tries and other refusals apart', () => {
    for (const [status, motivo] of [[404, 'nao-encontrado'], [429, 'muitas'], [403, 'outra']] as const) {
      const { state, effects } = run([refusal(status, { espera: 60_000 })], consulting());
      assert.ok(state.kind === 'refused' && state.motivo === motivo && state.espera === 60_000);
      assert.deepEqual(effects, [{ kind: 'focus', onde: 'situacao' }]);
    }
  });

  it('puts what the backend says of a field on the field', () => {
    const { state, effects } = run([refusal(422, { campos: ['protocolo', 'chave'] })], consulting());
    assert.equal(state.kind, 'editing');
    assert.deepEqual(state.erros, { protocolo: 'protocolo-invalido', chave: 'chave-invalida' });
    assert.deepEqual(effects, [{ kind: 'focus', onde: 'protocolo' }]);
  });

  it('keeps what was typed when no answer came', () => {
    for (const motivo of ['rede', 'servidor'] as const) {
      const { state } = run([{ type: 'fault', op: 1, motivo }], consulting());
      assert.ok(state.kind === 'failed' && state.motivo === motivo);
      assert.equal(state.chave, '7KQ2-M9XV-4TBN-8RDH');
      assert.equal(trackerStep(state, { type: 'submit' }).state.kind, 'consulting');
    }
  });

  it('says when what is on the screen is old, and keeps it there', () => {
    const { state } = run([{ type: 'expired', op: 1 }], shown());
    assert.ok(state.kind === 'shown' && state.expirado && state.caso === CASO);
    assert.deepEqual(trackerStep(shown(), { type: 'expired', op: 0 }).state, shown());
  });

  it('shows the case as it is after an act, with its new token, and no other case', () => {
    const old = run([{ type: 'expired', op: 1 }], shown()).state;
    const caso = { ...CASO, estado: 'recurso-1' as const, token: { valor: 'outro', expiraEm: '2026-11-25T10:40:00-03:00' } };
    const { state, effects } = trackerStep(old, { type: 'updated', caso });
    assert.ok(state.kind === 'shown' && state.caso === caso && !state.expirado);
    assert.deepEqual(effects, [{ kind: 'expire', op: 1, em: caso.token.expiraEm }]);
    assert.equal(trackerStep(old, { type: 'updated', caso: { ...caso, protocolo: '2026.000999-0' } }).state, old);
    assert.equal(trackerStep(trackerStart(), { type: 'updated', caso }).state.kind, 'editing');
  });

  it('drops answers of a consultation that was given up', () => {
    const state = run([{ type: 'again' }], consulting()).state;
    for (const event of [{ type: 'found', op: 1, caso: CASO }, refusal(404), { type: 'fault', op: 1, motivo: 'rede' }] as TrackerEvent[]) {
      assert.equal(trackerStep(state, event).state, state);
    }
  });
});

describe('tracker: going back', () => {
  it('comes back from a case to the fields, with the protocol and without the key', () => {
    const { state, effects } = run([{ type: 'again' }], shown());
    assert.equal(state.kind, 'editing');
    assert.equal(state.protocolo, PROTOCOLO);
    assert.equal(state.chave, '');
    assert.deepEqual(effects, [{ kind: 'history', para: 'campos' }, { kind: 'focus', onde: 'chave' }]);
  });

  it('forgets everything for another protocol', () => {
    const { state } = run([{ type: 'reset' }], shown());
    assert.deepEqual({ ...state, op: 0 }, trackerStart());
  });
});

describe('tracker: any order of events', () => {
  const event = fc.oneof<fc.Arbitrary<TrackerEvent>[]>(
    fc.constantFrom<TrackerEvent>(...typed, { type: 'submit' }, { type: 'again' }, { type: 'reset' }, { type: 'leave', field: 'chave' }, { type: 'leave', field: 'protocolo' }, { type: 'prefill', protocolo: PROTOCOLO }),
    fc.record({ type: fc.constant('input' as const), field: fc.constantFrom('protocolo' as const, 'chave' as const), value: fc.string() }),
    fc.integer({ min: 0, max: 4 }).map((op) => ({ type: 'found' as const, op, caso: CASO })),
    fc.record({ type: fc.constant('refused' as const), op: fc.integer({ min: 0, max: 4 }), status: fc.constantFrom(400, 404, 422, 429), texto: fc.string(), campos: fc.subarray(['protocolo' as const, 'chave' as const]), espera: fc.constantFrom(null, 1000) }),
    fc.record({ type: fc.constant('fault' as const), op: fc.integer({ min: 0, max: 4 }), motivo: fc.constantFrom('rede' as const, 'servidor' as const) }),
    fc.integer({ min: 0, max: 4 }).map((op) => ({ type: 'expired' as const, op })),
    fc.constant({ type: 'updated' as const, caso: CASO }),
  );

  it('never keeps a key beside a case, never asks with what cannot be right, and never asks twice at once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = trackerStart();
        for (const next of events) {
          const before = state;
          const step = trackerStep(state, next);
          state = step.state;
          if (state.kind === 'shown') assert.equal(state.chave, '');
          assert.ok(state.op >= before.op);
          for (const effect of step.effects) {
            if (effect.kind !== 'consult') continue;
            assert.notEqual(before.kind, 'consulting');
            assert.match(effect.consulta.protocolo, /^\d{4}\.\d{6,}-\d$/);
            assert.match(effect.consulta.chave, /^[0-9A-HJKMNP-TV-Z]{16}$/);
          }
        }
      }),
    );
  });
});
