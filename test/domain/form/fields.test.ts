import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counter } from '../../../src/domain/form/counter.ts';
import { nest } from '../../../src/domain/form/body.ts';
import { locate } from '../../../src/domain/form/fields.ts';

test('a body is built from pointers, and what is missing is left out', () => {
  assert.deepEqual(nest({ '/a': 1, '/b/c': 'x', '/b/d': undefined, '/e~1f/g~0': true }), { a: 1, b: { c: 'x' }, 'e/f': { 'g~': true } });
});

test('no pointer reaches the prototype', () => {
  nest({ '/__proto__/alheio': 'x' });
  assert.equal(({} as Record<string, unknown>)['alheio'], undefined);
});

const steps = [['/tipo'], ['/relato', '/local'], ['/id/modo', '/id/contato', '/id/contato/email', '/id/contato/endereco']];

test('an error lands on its very field, else around it, else inside of it, else on the last step', () => {
  assert.deepEqual(locate('/relato', steps), { step: 1, field: '/relato' });
  assert.deepEqual(locate('/id/contato', steps), { step: 2, field: '/id/contato' });
  assert.deepEqual(locate('/id/contato/endereco/cep', steps), { step: 2, field: '/id/contato' });
  assert.deepEqual(locate('/id', steps), { step: 2, field: '/id/modo' });
  assert.deepEqual(locate('/outra', steps), { step: 2, field: null });
  assert.deepEqual(locate('', steps), { step: 2, field: null });
});

test('the counter is silent far from the limit and speaks at few marks', () => {
  assert.deepEqual(counter(0, 10_000), { left: 10_000, visible: false, mark: null });
  assert.deepEqual(counter(8500, 10_000), { left: 1500, visible: true, mark: null });
  assert.deepEqual(counter(9001, 10_000), { left: 999, visible: true, mark: 1000 });
  assert.deepEqual(counter(10_000, 10_000), { left: 0, visible: true, mark: 0 });
  assert.deepEqual(counter(10_005, 10_000), { left: -5, visible: true, mark: -1 });
});

test('typing to the limit changes what is announced at most eight times', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 10_000 }), (max) => {
      let changes = 0;
      let mark: number | null = null;
      for (let length = 0; length <= max + 5; length++) {
        const now = counter(length, max).mark;
        if (now !== mark) changes++;
        mark = now;
      }
      assert.ok(changes <= 8);
    }),
    { numRuns: 20 },
  );
});
