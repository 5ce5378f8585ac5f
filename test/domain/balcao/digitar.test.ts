import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitarProcesso } from '../../../src/domain/balcao/digitar.ts';
import { formatDocument } from '../../../src/domain/documents/format.ts';

const digits = (text: string): string => text.replace(/\D/g, '');
const typed = fc.array(fc.constantFrom(...'0123456789.- '), { maxLength: 30 }).map((parts) => parts.join(''));

describe('a case number while it is typed', () => {
  it('gets its punctuation as it grows', () => {
    let field = { valor: '', caret: 0 };
    for (const digit of '08012341220248200001') field = digitarProcesso(field.valor + digit, field.valor.length + 1);
    assert.deepEqual(field, { valor: '0801234-12.2024.8.20.0001', caret: 25 });
  });

  it('keeps the caret behind the digit it was behind, wherever that is', () => {
    assert.deepEqual(digitarProcesso('08901234-12', 3), { valor: '0890123-41.2', caret: 3 });
  });

  it('never adds, drops or moves a digit, and never moves the caret past one', () => {
    fc.assert(
      fc.property(typed, fc.nat(30), (text, at) => {
        const caret = Math.min(at, text.length);
        const after = digitarProcesso(text, caret);
        assert.equal(digits(after.valor), digits(text));
        assert.equal(digits(after.valor.slice(0, after.caret)), digits(text.slice(0, caret)));
      }),
    );
  });

  it('is done once, and ends where the formatter of documents ends', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { valor, caret } = digitarProcesso(text, text.length);
        assert.deepEqual(digitarProcesso(valor, caret), { valor, caret });
        if (digits(text).length === 20) assert.equal(valor, formatDocument('processo', valor));
      }),
    );
  });

  it('leaves alone what is not a number, or is too long', () => {
    assert.deepEqual(digitarProcesso('meu processo 12', 4), { valor: 'meu processo 12', caret: 4 });
    assert.deepEqual(digitarProcesso('1'.repeat(21), 2), { valor: '1'.repeat(21), caret: 2 });
  });
});
