import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arquivoIcs, type DiaIcs } from '../../../src/domain/deadlines/ics.ts';

const NOW = Date.parse('2026-11-25T10:00:00-03:00');
const DIA: DiaIcs = { uid: '2026.000123-8/resposta', dia: '2026-12-21', titulo: 'Resposta da Ouvidoria' };

/** Reads a file back as RFC 5545 says: unfolded lines, name and value apart, texts unescaped. */
function read(file: string): { name: string; value: string }[] {
  assert.ok(file.endsWith('\r\n'));
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1) }));
}
const unescape = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
const value = (file: string, name: string): string | undefined => read(file).find((line) => line.name === name)?.value;
/** What a text may keep: no control character but the line break. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '');

describe('calendar file of a due date', () => {
  it('[OUV-12] [SIC-10] is a whole day, named for ever, without a zone', () => {
    const file = arquivoIcs([DIA], NOW);
    assert.deepEqual(read(file), [
      { name: 'BEGIN', value: 'VCALENDAR' },
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: '-//Atrio//atrio-kit//PT' },
      { name: 'CALSCALE', value: 'GREGORIAN' },
      { name: 'BEGIN', value: 'VEVENT' },
      { name: 'UID', value: '2026.000123-8/resposta' },
      { name: 'DTSTAMP', value: '20261125T130000Z' },
      { name: 'DTSTART;VALUE=DATE', value: '20261221' },
      { name: 'SUMMARY', value: 'Resposta da Ouvidoria' },
      { name: 'TRANSP', value: 'TRANSPARENT' },
      { name: 'END', value: 'VEVENT' },
      { name: 'END', value: 'VCALENDAR' },
    ]);
  });

  it('reminds at nine in the morning, so many days before or on the day', () => {
    // From the first minute of the due date: 15 hours back is nine of the day before.
    assert.equal(value(arquivoIcs([{ ...DIA, avisarDiasAntes: 1 }], NOW), 'TRIGGER'), '-PT15H');
    assert.equal(value(arquivoIcs([{ ...DIA, avisarDiasAntes: 3 }], NOW), 'TRIGGER'), '-P2DT15H');
    assert.equal(value(arquivoIcs([{ ...DIA, avisarDiasAntes: 0 }], NOW), 'TRIGGER'), 'PT9H');
    assert.equal(value(arquivoIcs([DIA], NOW), 'TRIGGER'), undefined);
  });

  it('carries the address of the page, and nothing that is none', () => {
    assert.equal(value(arquivoIcs([{ ...DIA, url: 'https://tribunal.jus.br/acompanhar' }], NOW), 'URL'), 'https://tribunal.jus.br/acompanhar');
    for (const url of ['javascript:alert(1)', 'https://a b', 'https://a\r\nATTENDEE:x', 'ftp://a', '']) assert.equal(value(arquivoIcs([{ ...DIA, url }], NOW), 'URL'), undefined, url);
  });

  it('refuses what is no civil date', () => {
    for (const dia of ['', '21/12/2026', '2026-12-21T00:00:00Z']) assert.throws(() => arquivoIcs([{ ...DIA, dia }], NOW), RangeError);
  });

  it('gives back every text as it was, in lines of at most 75 bytes that are whole characters, and lets no text make a line of its own', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('\n', '\r', '\t', ';', ',', '\\', 'ã', '🙂', 'BEGIN:VEVENT', '\u0000', 'n', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), maxLength: 120 });
    fc.assert(
      fc.property(text, text, (titulo, descricao) => {
        const file = arquivoIcs([{ ...DIA, titulo, descricao }], NOW);
        for (const line of file.split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.doesNotMatch(line, /[\u0000-\u001F\u007F]/);
        }
        assert.ok(!file.replaceAll('\r\n', '').includes('\n'));
        assert.equal(unescape(value(file, 'SUMMARY')!), clean(titulo));
        if (descricao) assert.equal(unescape(value(file, 'DESCRIPTION')!), clean(descricao));
        assert.equal(read(file).filter(({ name }) => name === 'BEGIN').length, 2);
      }),
    );
  });
});
