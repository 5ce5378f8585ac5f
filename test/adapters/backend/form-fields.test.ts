import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { camposDe, errosDe, lerPonteiro, objetoDe, textosDe } from '../../../src/adapters/backend/form-fields.ts';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const body = fc.letrec((tie) => ({ node: fc.oneof({ depthSize: 'small' }, leaf, fc.dictionary(fc.string({ minLength: 1 }), tie('node'), { minKeys: 1, maxKeys: 3 })) }));

test('every leaf of a body goes, once, and its pointer leads back to it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), body.node, { maxKeys: 4 }), (value) => {
      const campos = camposDe(value);
      for (const { ponteiro, valor } of campos) assert.equal(lerPonteiro(value, ponteiro), valor);
      assert.equal(new Set(campos.map(({ ponteiro }) => ponteiro)).size, campos.length);
      assert.deepEqual(json(objetoDe(campos)), json(value));
    }),
  );
});

test('a pointer never reads what the data inherits', () => {
  for (const ponteiro of ['/constructor', '/__proto__', '/toString', '/a/length/x']) assert.equal(lerPonteiro({ a: {} }, ponteiro), undefined);
});

test('a name cannot reach a prototype', () => {
  const made = objetoDe([{ ponteiro: '/a', nome: '/__proto__/sujo', valor: 1 }]);
  assert.equal(({} as Record<string, unknown>)['sujo'], undefined);
  assert.equal(JSON.stringify(made), '{"__proto__":{"sujo":1}}');
});

test('a branch by a name of its own is one field', () => {
  assert.deepEqual(camposDe({ a: { b: [1, 2] }, c: null, d: 'x' }, { '/a/b': 'lista', '/d': '' }), [{ ponteiro: '/a/b', nome: 'lista', valor: [1, 2] }]);
  assert.deepEqual(textosDe([1, 'b']), ['1', 'b']);
  assert.deepEqual(textosDe({ x: true }), ['{"x":true}']);
  assert.deepEqual(textosDe(false), ['false']);
});

test('errors of a shape that nobody foresaw are none', () => {
  for (const value of [null, 'x', 3, [], { a: 1 }, { a: [] }, { a: [null] }, { a: '  ' }]) assert.deepEqual(errosDe(value, []), []);
});
