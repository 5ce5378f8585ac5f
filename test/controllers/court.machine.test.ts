import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Tribunal } from '../../src/contract/tribunal.ts';
import { COURT_RETRIES_MS, courtStep, sameSource, type CourtEvent, type CourtSource, type CourtState } from '../../src/controllers/court.machine.ts';

const url = (name: string): CourtSource & { kind: 'url' } => ({ kind: 'url', url: `https://tribunal.example/${name}.json` });
const A = url('a');
const B = url('b');
/** A court file that tells which source it came from. */
const from = (source: CourtSource): Tribunal => ({ nome: JSON.stringify(source), sigla: 'T', ramo: 'estadual', timezone: 'America/Fortaleza', unidades: [] });
const issues = [{ caminho: 'nome', encontrado: '3', esperado: 'um texto' }];

const loading = (source = A, tentativa = 0): CourtState => ({ kind: 'loading', source, tentativa });
const ready = (source = A): CourtState => ({ kind: 'ready', source, tribunal: from(source), issues: [] });
const failed = (reason: 'rede' | 'invalido' = 'rede', source = A, tentativa = 0): CourtState => ({ kind: 'failed', source, reason, tentativa, issues: [] });

describe('court machine: a source', () => {
  const everyState: CourtState[] = [{ kind: 'idle' }, { kind: 'absent' }, loading(), ready(), failed(), failed('invalido')];

  it('that is new is loaded, from every state', () => {
    for (const state of everyState) {
      assert.deepEqual(courtStep(state, { type: 'source', source: B }), { state: loading(B), effects: [{ kind: 'load', source: B }] }, state.kind);
    }
  });

  it('that is the same changes nothing', () => {
    for (const state of everyState) {
      if (!('source' in state)) continue;
      const step = courtStep(state, { type: 'source', source: { ...A } });
      assert.equal(step.state, state);
      assert.deepEqual(step.effects, []);
    }
  });

  it('that is taken away leaves nothing behind', () => {
    for (const state of everyState) assert.deepEqual(courtStep(state, { type: 'source', source: { kind: 'none' } }), { state: { kind: 'absent' }, effects: [] });
  });

  it('is the same when it says the same', () => {
    const value = { nome: 'x' };
    const sources: CourtSource[] = [
      { kind: 'none' },
      A,
      B,
      { kind: 'backend', url: A.url },
      { kind: 'object', value },
      { kind: 'object', value: { ...value } },
      { kind: 'inline', text: '{}' },
      { kind: 'inline', text: '{ }' },
    ];
    for (const [place, a] of sources.entries()) {
      for (const [other, b] of sources.entries()) assert.equal(sameSource(a, { ...b } as CourtSource), place === other, `${JSON.stringify(a)} ${JSON.stringify(b)}`);
    }
  });
});

describe('court machine: an answer', () => {
  it('that was read shows the court', () => {
    assert.deepEqual(courtStep(loading(), { type: 'read', source: A, tribunal: from(A) }), { state: ready(), effects: [] });
  });

  it('that cannot be read is a failure that no retry mends', () => {
    const { state, effects } = courtStep(loading(A, 2), { type: 'invalid', source: A });
    assert.deepEqual(state, failed('invalido', A, 2));
    assert.deepEqual(effects, []);
    assert.equal(courtStep(state, { type: 'retry' }).state, state);
  });

  it('that did not come is asked for again, later each time, then no more', () => {
    for (const [tentativa, waitMs] of COURT_RETRIES_MS.entries()) {
      assert.deepEqual(courtStep(loading(A, tentativa), { type: 'network', source: A }), { state: failed('rede', A, tentativa), effects: [{ kind: 'retry-later', waitMs }] });
    }
    const last = COURT_RETRIES_MS.length;
    assert.deepEqual(courtStep(loading(A, last), { type: 'network', source: A }), { state: failed('rede', A, last), effects: [] });
    assert.deepEqual([...COURT_RETRIES_MS].sort((a, b) => a - b), [...COURT_RETRIES_MS]);
  });

  it('is waited for once: a second one changes nothing', () => {
    const late: CourtEvent[] = [
      { type: 'read', source: A, tribunal: from(A) },
      { type: 'invalid', source: A },
      { type: 'network', source: A },
    ];
    for (const state of [ready(), failed(), failed('invalido')]) for (const event of late) assert.deepEqual(courtStep(state, event), { state, effects: [] });
  });

  it('is explained when it is there, or failed', () => {
    for (const state of [ready(), failed(), failed('invalido')]) {
      assert.deepEqual(courtStep(state, { type: 'explained', source: A, issues }).state, { ...state, issues });
    }
    assert.deepEqual(courtStep(loading(), { type: 'explained', source: A, issues }).state, loading());
  });

  it('of another source, or when nothing is asked, is dropped', () => {
    const events: CourtEvent[] = [
      { type: 'read', source: B, tribunal: from(B) },
      { type: 'invalid', source: B },
      { type: 'network', source: B },
      { type: 'explained', source: B, issues },
    ];
    for (const state of [{ kind: 'idle' }, { kind: 'absent' }, loading(), ready(), failed()] as CourtState[]) {
      for (const event of events) assert.deepEqual(courtStep(state, event), { state, effects: [] });
    }
  });
});

describe('court machine: trying again', () => {
  it('asks again after a dead network, counting', () => {
    assert.deepEqual(courtStep(failed('rede', A, 1), { type: 'retry' }), { state: loading(A, 2), effects: [{ kind: 'load', source: A }] });
  });

  it('does nothing anywhere else', () => {
    for (const state of [{ kind: 'idle' }, { kind: 'absent' }, loading(), ready(), failed('invalido')] as CourtState[]) {
      assert.deepEqual(courtStep(state, { type: 'retry' }), { state, effects: [] });
    }
  });
});

describe('court machine: whatever happens', () => {
  const source: fc.Arbitrary<CourtSource> = fc.constantFrom<CourtSource>(A, B, { kind: 'backend', url: A.url }, { kind: 'inline', text: '{}' }, { kind: 'none' });
  const event: fc.Arbitrary<CourtEvent> = fc.oneof(
    source.map((given): CourtEvent => ({ type: 'source', source: given })),
    source.map((given): CourtEvent => ({ type: 'read', source: given, tribunal: from(given) })),
    source.map((given): CourtEvent => ({ type: 'invalid', source: given })),
    source.map((given): CourtEvent => ({ type: 'network', source: given })),
    source.map((given): CourtEvent => ({ type: 'explained', source: given, issues: [{ caminho: JSON.stringify(given), encontrado: '', esperado: '' }] })),
    fc.constant<CourtEvent>({ type: 'retry' }),
  );
  const story = fc.array(event, { maxLength: 40 });

  it('an answer of a replaced source never lands', () => {
    fc.assert(
      fc.property(story, (events) => {
        let state: CourtState = { kind: 'idle' };
        let wanted: CourtSource | null = null;
        for (const next of events) {
          if (next.type === 'source') wanted = next.source;
          ({ state } = courtStep(state, next));
          if (!('source' in state)) continue;
          assert.deepEqual(state.source, wanted);
          if (state.kind === 'ready') assert.equal(state.tribunal.nome, JSON.stringify(wanted));
          if ('issues' in state) for (const { caminho } of state.issues) assert.equal(caminho, JSON.stringify(wanted));
        }
      }),
    );
  });

  it('is absent if, and only if, there is no source', () => {
    fc.assert(
      fc.property(story, (events) => {
        let state: CourtState = { kind: 'idle' };
        let wanted: CourtSource['kind'] | null = null;
        for (const next of events) {
          if (next.type === 'source') wanted = next.source.kind;
          ({ state } = courtStep(state, next));
          assert.equal(state.kind === 'absent', wanted === 'none');
          assert.equal(state.kind === 'idle', wanted === null);
        }
      }),
    );
  });

  it('a source is retried by itself a few times, and loaded once for each reason to', () => {
    fc.assert(
      fc.property(story, (events) => {
        let state: CourtState = { kind: 'idle' };
        let retries = 0;
        for (const next of events) {
          const before = state;
          const step = courtStep(state, next);
          ({ state } = step);
          for (const effect of step.effects) {
            if (effect.kind === 'load') {
              if (next.type === 'source') retries = 0;
              // Never two downloads of one source at the same time.
              assert.ok(next.type === 'source' ? !('source' in before) || !sameSource(before.source, effect.source) : before.kind === 'failed');
              assert.equal(state.kind, 'loading');
            } else assert.ok(++retries <= COURT_RETRIES_MS.length);
          }
        }
      }),
    );
  });
});
