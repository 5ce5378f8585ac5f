import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ESC_INICIO, ESC_PAUSA_MS, ESC_VEZES, escStep, saidaHref, SAIDA_NEUTRA } from '../../../src/domain/form/saida.ts';

const press = (keys: readonly [esc: boolean, wait: number][]): number => {
  let em = 0;
  return keys.reduce((state, [esc, wait]) => escStep(state, { esc, em: (em += wait) }), ESC_INICIO).vezes;
};

test('[OUV-19] three times Esc in a row leave', () => {
  assert.equal(press([[true, 0], [true, 300], [true, 300]]), ESC_VEZES);
});

test('[OUV-19] an Esc of long ago, and another key in between, do not count', () => {
  assert.equal(press([[true, 0], [true, 100], [true, ESC_PAUSA_MS + 1]]), 1);
  assert.equal(press([[true, 0], [true, 100], [false, 100], [true, 100]]), 1);
});

test('[OUV-19] never leaves with fewer keys than told', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(5000)), { maxLength: 30 }), (keys) => {
      const vezes = press(keys);
      const last = keys.slice(-vezes);
      assert.ok(vezes <= keys.length && last.slice(0, vezes).every(([esc]) => vezes === 0 || esc));
    }),
  );
});

test('[OUV-19] leads to the page of the court, or to a neutral one when it cannot be trusted', () => {
  assert.equal(saidaHref('https://www.tempo.example/'), 'https://www.tempo.example/');
  for (const bad of [undefined, '', 'javascript:alert(1)', 7]) assert.equal(saidaHref(bad), SAIDA_NEUTRA);
});
