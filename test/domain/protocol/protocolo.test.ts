import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digitoVerificador, formatProtocolo, isProtocolo, normalizarProtocolo, parseProtocolo } from '../../../src/domain/protocol/protocolo.ts';
import { protocolo as schema } from '../../../src/contract/caso.ts';

const parts = fc.record({ ano: fc.integer({ min: 1988, max: 2999 }), numero: fc.integer({ min: 1, max: 99_999_999 }) }, { noNullPrototype: true });

test('the check digit is that of the published example', () => {
  assert.equal(digitoVerificador('572'), 4);
});

test('[OUV-10] a number is written, read back and accepted by the contract', () => {
  fc.assert(
    fc.property(parts, (value) => {
      const text = formatProtocolo(value);
      assert.match(text, /^\d{4}\.\d{6,}-\d$/);
      assert.deepEqual(parseProtocolo(text), value);
      assert.equal(schema.safeParse(text).success, true);
    }),
  );
});

test('it grows past 999.999 in a year', () => {
  assert.match(formatProtocolo({ ano: 2026, numero: 1_000_000 }), /^2026\.1000000-\d$/);
  assert.deepEqual(parseProtocolo(formatProtocolo({ ano: 2026, numero: 1_000_000 })), { ano: 2026, numero: 1_000_000 });
});

test('every wrong digit is caught', () => {
  fc.assert(
    fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 9 }), (value, seed, delta) => {
      const text = formatProtocolo(value);
      const places = [...text].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
      const at = places[seed % places.length]!;
      const wrong = text.slice(0, at) + String((Number(text[at]) + delta) % 10) + text.slice(at + 1);
      assert.equal(isProtocolo(wrong), false, wrong);
    }),
  );
});

test('every swap of neighbouring digits is caught', () => {
  fc.assert(
    fc.property(parts, (value) => {
      const digits = formatProtocolo(value).replace(/\D/g, '');
      for (let i = 0; i + 1 < digits.length; i += 1) {
        if (digits[i] === digits[i + 1]) continue;
        const swapped = digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2);
        assert.equal(isProtocolo(swapped), false, swapped);
      }
    }),
  );
});

test('it is read as people type it', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom('', ' ', '.', '-', ' - ', '/', '–'), fc.constantFrom('', ' ', '-', '.', '—'), (value, a, b) => {
      const [ano, meio, digito] = formatProtocolo(value).split(/[.-]/) as [string, string, string];
      assert.deepEqual(parseProtocolo(` ${ano}${a}${meio}${b}${digito} `), value);
    }),
  );
  const canonical = formatProtocolo({ ano: 2026, numero: 123 });
  assert.equal(normalizarProtocolo(`2026.123-${canonical.at(-1)}`), canonical);
  assert.equal(normalizarProtocolo(`2026 123 ${canonical.at(-1)}`), canonical);
});

test('other texts are no protocol, and no text throws', () => {
  for (const text of ['', '2026', '2026.000000-0', '2026.0000123-4', 'abcd.efghij-k', '2026.000123', '٢٠٢٦.٠٠٠١٢٣-٤']) assert.equal(parseProtocolo(text), null, text);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseProtocolo(text);
      if (parsed) assert.equal(isProtocolo(formatProtocolo(parsed)), true);
    }),
  );
});

test('numbers that cannot be are refused', () => {
  for (const bad of [{ ano: 26, numero: 1 }, { ano: 2026, numero: 0 }, { ano: 2026, numero: 1.5 }]) assert.throws(() => formatProtocolo(bad), RangeError);
});
