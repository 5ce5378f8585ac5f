import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chave as schema } from '../../../src/contract/caso.ts';
import { chaveDeBytes, formatChave, parseChave } from '../../../src/domain/protocol/chave.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('eighty bits become sixteen characters, and no two keys are alike', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const key = chaveDeBytes(a);
      assert.match(key, /^[0-9A-HJKMNP-TV-Z]{16}$/);
      assert.equal(chaveDeBytes(b) === key, Buffer.compare(a, b) === 0);
    }),
  );
  assert.equal(chaveDeBytes(new Uint8Array(10)), '0'.repeat(16));
  assert.equal(chaveDeBytes(new Uint8Array(10).fill(255)), 'Z'.repeat(16));
  assert.equal(chaveDeBytes(Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0, 2)), '0000000100000002');
  assert.throws(() => chaveDeBytes(new Uint8Array(9)), RangeError);
});

test('a key is shown in groups of four and read back however it is typed', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      const key = chaveDeBytes(value);
      const shown = formatChave(key);
      assert.match(shown, /^(.{4}-){3}.{4}$/);
      assert.equal(formatChave(shown), shown);
      const typed = ` ${shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')} `;
      assert.equal(parseChave(typed), key);
      assert.equal(schema.parse(typed), key);
    }),
  );
});

test('the domain and the contract read the same keys', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzU- '), minLength: 14, maxLength: 20 });
  fc.assert(fc.property(text, (value) => assert.equal(parseChave(value) !== null, schema.safeParse(value).success)));
  assert.equal(formatChave('nada'), 'nada');
});
