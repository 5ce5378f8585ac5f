import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chaveDeBytes, formatChave } from '../../../src/domain/protocol/chave.ts';
import { lerChave, lerProtocolo } from '../../../src/domain/protocol/leitura.ts';
import { formatProtocolo } from '../../../src/domain/protocol/protocolo.ts';

const protocolo = fc.record({ ano: fc.integer({ min: 2000, max: 2999 }), numero: fc.integer({ min: 1, max: 5_000_000 }) }).map(formatProtocolo);
const chave = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(chaveDeBytes);
/** How people and phones rewrite what they copy. */
const rewritten = (text: string) =>
  fc.tuple(fc.constantFrom('', ' ', '\n', '\u00a0'), fc.constantFrom('as is', 'lower', 'letters'), fc.boolean()).map(([around, how, spaced]) => {
    const letters = how === 'letters' ? text.replace(/0/, 'O').replace(/1/, 'l') : how === 'lower' ? text.toLowerCase() : text;
    return `${around}${spaced ? letters.replace(/[.-]/g, ' ') : letters}${around}`;
  });

describe('[SIC-14] reading protocol and key as people type them', () => {
  it('reads a protocol with letters for digits, spaces for punctuation, and its label', () => {
    fc.assert(
      fc.property(protocolo.chain((value) => fc.tuple(fc.constant(value), rewritten(value), fc.constantFrom('', 'Protocolo: ', 'protocolo nº ', 'Número '))), ([value, typed, label]) => {
        assert.equal(lerProtocolo(label + typed).valor, value);
      }),
    );
  });

  it('tells one wrong digit from a protocol', () => {
    fc.assert(
      fc.property(protocolo, fc.nat(), fc.integer({ min: 1, max: 9 }), (value, place, add) => {
        const digits = value.replace(/\D/g, '');
        const at = place % digits.length;
        const slip = digits.slice(0, at) + String((Number(digits[at]) + add) % 10) + digits.slice(at + 1);
        assert.equal(lerProtocolo(slip).valor, null);
      }),
    );
  });

  it('reads a key in any case, with letters for digits, and its label', () => {
    fc.assert(
      fc.property(chave.chain((value) => fc.tuple(fc.constant(value), rewritten(formatChave(value)), fc.constantFrom('', 'Chave: '))), ([value, typed, label]) => {
        assert.equal(lerChave(label + typed).valor, value);
      }),
    );
  });

  it('never fails on anything, and says what is missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(lerProtocolo(text).valor !== undefined);
        assert.ok(lerChave(text).valor !== undefined);
      }),
    );
    assert.deepEqual(lerProtocolo('  '), { valor: null, falha: 'obrigatorio' });
    assert.deepEqual(lerChave(''), { valor: null, falha: 'obrigatorio' });
    assert.deepEqual(lerProtocolo('2026.000123-5'), { valor: null, falha: 'protocolo-invalido' });
    assert.deepEqual(lerChave('7KQ2'), { valor: null, falha: 'chave-invalida' });
  });
});
