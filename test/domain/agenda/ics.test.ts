import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compromissoIcs, uidCompromisso, type CompromissoIcs } from '../../../src/domain/agenda/ics.ts';

const NOW = Date.parse('2026-11-20T10:00:00-03:00');
const C: CompromissoIcs = {
  protocolo: '2026.000123-8',
  inicio: Date.parse('2026-11-23T09:00:00-03:00'),
  fim: Date.parse('2026-11-23T09:30:00-03:00'),
  titulo: 'Atendimento: Central de Atendimento',
};

/** Reads a file back as RFC 5545 says: unfolded lines, name and value apart. */
function read(file: string): [name: string, value: string][] {
  assert.ok(file.endsWith('\r\n'));
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}
const values = (file: string, name: string): string[] => read(file).filter(([found]) => found === name).map(([, value]) => value);
const unescape = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
/** What a text may keep: no control character but the line break. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '');
const instant = (text: string): number => Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

describe('calendar file of an appointment', () => {
  it('[BV-14] is one entry named by its protocol, at an instant that no zone changes', () => {
    assert.deepEqual(read(compromissoIcs(C, NOW)), [
      ['BEGIN', 'VCALENDAR'],
      ['VERSION', '2.0'],
      ['PRODID', '-//Atrio//atrio-kit//PT'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
      ['BEGIN', 'VEVENT'],
      ['UID', '2026.000123-8@atrio'],
      ['DTSTAMP', '20261120T130000Z'],
      ['DTSTART', '20261123T120000Z'],
      ['DTEND', '20261123T123000Z'],
      ['SEQUENCE', '0'],
      ['STATUS', 'CONFIRMED'],
      ['SUMMARY', 'Atendimento: Central de Atendimento'],
      ['END', 'VEVENT'],
      ['END', 'VCALENDAR'],
    ]);
  });

  it('[BV-14] is moved, and struck out, under the same name', () => {
    const moved = compromissoIcs({ ...C, inicio: C.inicio + 864e5, fim: C.fim + 864e5, mudancas: 2 }, NOW);
    const gone = compromissoIcs({ ...C, mudancas: 3, cancelado: true, avisarMinutosAntes: [60] }, NOW);
    assert.deepEqual(values(moved, 'UID'), values(gone, 'UID'));
    assert.deepEqual(values(moved, 'UID'), [uidCompromisso(C.protocolo)]);
    assert.deepEqual([values(moved, 'SEQUENCE'), values(moved, 'STATUS'), values(moved, 'DTSTART')], [['2'], ['CONFIRMED'], ['20261124T120000Z']]);
    assert.deepEqual([values(gone, 'SEQUENCE'), values(gone, 'STATUS'), values(gone, 'TRIGGER')], [['3'], ['CANCELLED'], []]);
  });

  it('reminds when it is asked to, and carries an address only when it is one', () => {
    const file = compromissoIcs({ ...C, avisarMinutosAntes: [1440, 15], url: 'https://tribunal.jus.br/balcao' }, NOW);
    assert.deepEqual(values(file, 'TRIGGER'), ['-PT1440M', '-PT15M']);
    assert.deepEqual(values(file, 'URL'), ['https://tribunal.jus.br/balcao']);
    for (const url of ['javascript:alert(1)', 'https://a\r\nATTENDEE:x', '']) assert.deepEqual(values(compromissoIcs({ ...C, url }, NOW), 'URL'), [], url);
  });

  it('refuses what does not end after it begins', () => {
    for (const fim of [C.inicio, C.inicio - 1, NaN]) assert.throws(() => compromissoIcs({ ...C, fim }, NOW), RangeError);
  });

  it('[BV-14] gives every instant and every text back, in lines of at most 75 bytes, and no text makes a line of its own', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', '\r', '\t', ';', ',', '\\', 'ã', '🙂', 'BEGIN:VEVENT', '\u0000', 'n', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })),
      maxLength: 120,
    });
    const second = fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(text, text, text, second, fc.integer({ min: 1, max: 86_400 }), (titulo, descricao, local, inicio, seconds) => {
        const fim = inicio + seconds * 1000;
        const file = compromissoIcs({ ...C, titulo, descricao, local, inicio, fim, avisarMinutosAntes: [30] }, NOW);
        for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
        assert.deepEqual(values(file, 'BEGIN'), ['VCALENDAR', 'VEVENT', 'VALARM']);
        assert.equal(unescape(values(file, 'SUMMARY')[0]!), clean(titulo));
        assert.equal(unescape(values(file, 'LOCATION')[0] ?? ''), clean(local));
        assert.equal(instant(values(file, 'DTSTART')[0]!), inicio);
        assert.equal(instant(values(file, 'DTEND')[0]!), fim);
      }),
    );
  });

  it('says the same wherever the device is', () => {
    const before = process.env['TZ'];
    try {
      const files = ['America/Fortaleza', 'America/Rio_Branco', 'Asia/Tokyo', 'UTC'].map((zone) => ((process.env['TZ'] = zone), compromissoIcs(C, NOW)));
      assert.equal(new Set(files).size, 1);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
