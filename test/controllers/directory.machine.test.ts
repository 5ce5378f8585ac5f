import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryStart, directoryStep, type DirectoryEvent, type DirectorySource, type DirectoryState } from '../../src/controllers/directory.machine.ts';
import { VISTA_INICIAL } from '../../src/domain/directory/address.ts';
import { SEM_FILTRO } from '../../src/domain/directory/search.ts';
import type { Indice } from '../../src/domain/directory/unpack.ts';

const indice = (total: number): Indice => ({ total }) as Indice;
const arquivo: DirectorySource = { kind: 'file', url: 'https://tribunal.example/diretorio.json' };

/** Runs events, and gives the last state and every effect. */
function run(events: readonly DirectoryEvent[], from: DirectoryState = directoryStart()): { state: DirectoryState; effects: unknown[] } {
  let state = from;
  const effects: unknown[] = [];
  for (const event of events) {
    const step = directoryStep(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}
const shown = (): DirectoryState => run([{ type: 'source', source: arquivo }, { type: 'loaded', op: 1, indice: indice(2) }]).state;

test('a source is asked once, another one anew, and none is nothing to show', () => {
  const { state, effects } = run([{ type: 'source', source: arquivo }, { type: 'source', source: { ...arquivo } }]);
  assert.equal(state.kind, 'loading');
  assert.deepEqual(effects, [{ kind: 'load', op: 1, source: arquivo }]);
  const other = run([{ type: 'source', source: { kind: 'backend', url: 'https://b.example/' } }], state);
  assert.deepEqual([other.state.kind, other.effects.length], ['loading', 1]);
  assert.deepEqual(run([{ type: 'source', source: { kind: 'court' } }, { type: 'source', source: { kind: 'court' } }]).effects.length, 1);
  assert.equal(run([{ type: 'source', source: { kind: 'none' } }], state).state.kind, 'absent');
  assert.equal(run([{ type: 'source', source: { kind: 'none' } }]).state.kind, 'absent');
});

test('answers of a source that was replaced are dropped', () => {
  const { state } = run([
    { type: 'source', source: arquivo },
    { type: 'source', source: { kind: 'court' } },
    { type: 'loaded', op: 1, indice: indice(2) },
    { type: 'fault', op: 1, motivo: 'rede' },
  ]);
  assert.deepEqual([state.kind, state.op], ['loading', 2]);
  assert.equal(run([{ type: 'loaded', op: 2, indice: indice(1) }], state).state.kind, 'shown');
  assert.equal(run([{ type: 'loaded', op: 2, indice: indice(0) }], state).state.kind, 'empty');
  assert.equal(directoryStep(shown(), { type: 'fault', op: 1, motivo: 'rede' }).state.kind, 'shown');
});

test('a dead network is tried again when it is back or by hand; a broken answer by hand alone', () => {
  const fault = (motivo: 'rede' | 'servidor'): DirectoryState => run([{ type: 'source', source: arquivo }, { type: 'fault', op: 1, motivo }]).state;
  assert.equal(fault('rede').kind, 'offline');
  assert.equal(fault('servidor').kind, 'failed');
  for (const [state, event, kind] of [
    [fault('rede'), 'online', 'loading'],
    [fault('rede'), 'retry', 'loading'],
    [fault('servidor'), 'online', 'failed'],
    [fault('servidor'), 'retry', 'loading'],
    [shown(), 'online', 'shown'],
    [shown(), 'retry', 'shown'],
  ] as const) {
    const step = directoryStep(state, { type: event });
    assert.equal(step.state.kind, kind);
    assert.equal(step.effects.length, kind === 'loading' ? 1 : 0);
  }
});

test('what is searched for goes into the address: words in one step of the history, each filter in its own', () => {
  const { state, effects } = run(
    [
      { type: 'filter', filtro: { busca: 'f' }, typing: true },
      { type: 'filter', filtro: { busca: 'fa' }, typing: true },
      { type: 'filter', filtro: { tipo: 'vara' } },
      { type: 'filter', filtro: { tipo: 'vara' } },
    ],
    shown(),
  );
  assert.deepEqual(state.vista, { filtro: { ...SEM_FILTRO, busca: 'fa', tipo: 'vara' }, unidade: '' });
  assert.deepEqual(effects.map((effect) => (effect as { push: boolean }).push), [true, false, true]);
});

test('the address leads to a view without being written again, before the units are there too', () => {
  const vista = { filtro: SEM_FILTRO, unidade: 'sic' };
  const early = run([{ type: 'address', vista }, { type: 'source', source: arquivo }, { type: 'loaded', op: 1, indice: indice(2) }]);
  assert.deepEqual(early.state.vista, vista);
  assert.deepEqual(early.effects.length, 1);
  const same = directoryStep(early.state, { type: 'address', vista: { filtro: { ...SEM_FILTRO }, unidade: 'sic' } });
  assert.equal(same.state, early.state);
  // A search leaves the unit that was alone, by a step that "back" undoes.
  const search = directoryStep(early.state, { type: 'filter', filtro: { busca: '' }, typing: true });
  assert.deepEqual([search.state.vista.unidade, search.effects], ['', [{ kind: 'write', vista: VISTA_INICIAL, push: true }]]);
  assert.deepEqual(directoryStep(early.state, { type: 'address', vista: VISTA_INICIAL }).state.vista, VISTA_INICIAL);
});
