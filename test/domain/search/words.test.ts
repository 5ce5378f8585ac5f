import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stem, term, terms } from '../../../src/domain/search/words.ts';

test('singular and plural are one word', () => {
  for (const [one, many] of [
    ['audiência', 'audiências'],
    ['certidão', 'certidões'],
    ['juiz', 'juízes'],
    ['servidor', 'servidores'],
    ['alvará', 'alvarás'],
    ['edital', 'editais'],
    ['custa', 'custas'],
    ['homem', 'homens'],
  ] as const) {
    assert.equal(term(many), term(one), `${one} / ${many}`);
  }
});

test('accents and capitals make no difference', () => {
  assert.equal(term('CERTIDÃO'), term('certidao'));
  assert.equal(term('preca\u0301rio'), term('precário'));
});

test('words that every text has are left out, and nothing comes twice', () => {
  assert.deepEqual(terms('Eu não sei como faço para pagar as custas. Custas!'), ['sei', 'faco', 'pagar', 'cust']);
  assert.deepEqual(terms(' o a de — ... '), []);
});

test('any text gives terms without end or error, and a term is its own term', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const found of terms(text)) assert.ok(found.length > 0 && found === found.toLowerCase());
    }),
  );
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => stem(word).length > 0));
});
