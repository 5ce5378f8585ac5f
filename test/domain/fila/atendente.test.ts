import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nomeDoAtendente, SEM_NOME } from '../../../src/domain/fila/atendente.ts';

test('[BV-12] an attendant is shown by first name and one surname', () => {
  for (const [completo, mostrado] of [
    ['Maria Aparecida dos Santos Lima', 'Maria Lima'],
    ['Teresa Lima', 'Teresa Lima'],
    ['Iracema', 'Iracema'],
    ['MARIA APARECIDA DE SOUZA', 'Maria Souza'],
    ['joão da silva', 'João Silva'],
    ['SILVA, MARIA APARECIDA DA', 'Maria Silva'],
    ['João Carlos Pereira Filho', 'João Pereira'],
    ['José Neto', 'José Neto'],
    ['Antônio de Pádua Alves Jr.', 'Antônio Alves'],
    ['Dra. Ana Sant’Anna', 'Ana Sant’Anna'],
    ['PAULO D\'ÁVILA', 'Paulo D\'Ávila'],
    ['Rita Souza-Lima', 'Rita Souza-Lima'],
    ['Ana (Ouvidoria)', 'Ana'],
    ['Ana Beatriz (2ª Vara Cível)', 'Ana Beatriz'],
    ['  Luís   Inácio  ', 'Luís Inácio'],
    ['Maria de Lourdes', 'Maria Lourdes'],
    ['McArthur Gomes', 'McArthur Gomes'],
    ['ßimon', 'Ssimon'],
    ['ᾀ', 'Ἀι'],
    ['', SEM_NOME],
    ['m1234567', SEM_NOME],
    ['fulana@tribunal.jus.br', SEM_NOME],
    ['529.982.247-25', SEM_NOME],
    ['(sem nome)', SEM_NOME],
  ] as const) assert.equal(nomeDoAtendente(completo), mostrado, completo);
});

test('[BV-12] whatever the provider says, no more than two words are shown, and no digit, address or sign', () => {
  const word = fc.oneof(fc.constantFrom('Maria', 'DOS', 'de', 'Filho', 'Júnior', 'Santos', 'O’Neill', 'Dr.', 'ana', 'LIMA', '陳', 'Ó'), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.emailAddress(), fc.nat().map(String));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', '  ', ', ', '\n'), (words, glue) => {
      const shown = nomeDoAtendente(words.join(glue));
      assert.ok(shown.split(' ').length <= 2, shown);
      assert.match(shown, /^[\p{L}\p{M}'’. -]+$/u);
      assert.match(shown, /^\p{L}/u);
      assert.ok(shown.length <= 200);
      // Shown again it is the same.
      assert.equal(nomeDoAtendente(shown), shown);
    }),
    { numRuns: 2000 },
  );
});

test('[BV-12] of a plain full name, the first and one of the others are shown, and none of those between', () => {
  const name = fc.constantFrom('Maria', 'Francisco', 'Raimunda', 'Antônio', 'Lúcia', 'Severino', 'Luiza', 'Benedito', 'Iara', 'Moacir');
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), fc.constantFrom('', 'da ', 'dos ', 'e '), (names, between) => {
      assert.equal(nomeDoAtendente(names.join(` ${between}`)), `${names[0]!} ${names.at(-1)!}`);
    }),
  );
});
