import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { claimName, releaseName } from '../../src/controllers/claim-name.ts';
import { loadDraft } from '../../src/controllers/form.draft.ts';
import { fakeDrafts } from '../support/fake-ports.ts';

test('a draft comes back as it was kept, its key included', () => {
  const draft = { v: 1 as const, values: { '/relato': 'texto' }, step: 2, envio: { corpo: '{}', chave: 'k' } };
  assert.deepEqual(loadDraft(fakeDrafts({ nome: draft }), 'nome'), draft);
});

test('a draft of another version, without text, or spoilt is nothing', () => {
  for (const raw of [null, 1, 'x', {}, { v: 2, values: { a: 'b' } }, { v: 1, values: { a: ' ' } }, { v: 1, values: [] }]) {
    assert.equal(loadDraft(fakeDrafts({ nome: raw }), 'nome'), null);
  }
});

test('a step that is no number is the first one, even where it cannot be read as one', () => {
  for (const step of [null, '2', {}, { toString: false }, [], Number.NaN]) {
    assert.equal(loadDraft(fakeDrafts({ nome: { v: 1, values: { a: 'b' }, step } }), 'nome')?.step, 0);
  }
});

test('whatever is on disk, reading it gives texts by field and a whole step', () => {
  fc.assert(
    fc.property(fc.record({ v: fc.constant(1), values: fc.dictionary(fc.string(), fc.anything()), step: fc.anything(), envio: fc.anything() }), (raw) => {
      const drafts = { load: () => raw, save: () => undefined, clear: () => undefined };
      const draft = loadDraft(drafts, 'nome');
      if (!draft) return;
      assert.ok(Object.values(draft.values).every((value) => typeof value === 'string'));
      assert.ok(Number.isInteger(draft.step) || Math.abs(draft.step) === Infinity);
      assert.ok(draft.envio === null || typeof draft.envio.chave === 'string');
    }),
  );
});

test('two forms of a page never share a name, and a name given back is free', () => {
  const [one, two] = [claimName('f'), claimName('f')];
  assert.notEqual(one, two);
  releaseName(one);
  assert.equal(claimName('f'), one);
});
