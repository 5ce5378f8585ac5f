import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { explainHoursError } from '../../../src/domain/hours/explain-hours.ts';
import { hoursOn } from '../../../src/domain/hours/hours-on.ts';
import { parseHours } from '../../../src/domain/hours/parse-hours.ts';
import { dayOf } from '../../../src/domain/calendar/civil.ts';
import type { HoursErrorCode } from '../../../src/domain/hours/types.ts';

const rulesOf = (text: string) => {
  const result = parseHours(text);
  assert.ok(result.ok, `${text}: ${JSON.stringify(result)}`);
  return result.value;
};
const two = (n: number): string => `${n}`.padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Spans of a date as text, the calendar left aside. */
const on = (text: string, date: string, calendario: object = { nacionais: false, recesso: false }): string =>
  hoursOn({ hours: text, timezone: 'UTC', calendario }, rulesOf(text), dayOf(date))
    .spans.map(({ start, end }) => `${clock(start)}-${clock(end)}`)
    .join(',') || 'off';

describe('parseHours: what courts write', () => {
  // 2026-11-23 is a Monday.
  const cases: [text: string, date: string, expected: string][] = [
    ['Mo-Fr 08:00-14:00', '2026-11-23', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00', '2026-11-28', 'off'],
    ['Mo-Fr 08:00-12:00,13:00-18:00', '2026-11-24', '08:00-12:00,13:00-18:00'],
    ['Mo,We 08:00-14:00', '2026-11-24', 'off'],
    ['Mo,We 08:00-14:00', '2026-11-25', '08:00-14:00'],
    ['Mo-We,Fr 08:00-14:00', '2026-11-27', '08:00-14:00'],
    ['Fr-Mo 08:00-14:00', '2026-11-29', '08:00-14:00'],
    ['Fr-Mo 08:00-14:00', '2026-11-23', '08:00-14:00'],
    ['Fr-Mo 08:00-14:00', '2026-11-24', 'off'],
    ['Su-Sa 08:00-14:00', '2026-11-26', '08:00-14:00'],
    ['08:00-14:00', '2026-11-29', '08:00-14:00'],
    ['24/7', '2026-11-29', '00:00-24:00'],
    ['off', '2026-11-23', 'off'],
    ['Mo-Su 00:00-24:00', '2026-11-29', '00:00-24:00'],
    ['Mo 22:00-02:00', '2026-11-23', '22:00-26:00'],
    ['Mo 20:00-26:00', '2026-11-23', '20:00-26:00'],
    ['Mo 22:00-02:00; Tu off', '2026-11-23', '22:00-26:00'],
    // a later rule replaces the day
    ['Mo-Fr 08:00-18:00; We 09:00-12:00', '2026-11-25', '09:00-12:00'],
    ['Mo-Fr 08:00-18:00; We off', '2026-11-25', 'off'],
    ['Mo-Fr 08:00-18:00; We off; We 10:00-11:00', '2026-11-25', '10:00-11:00'],
    // a comma adds
    ['Mo-Fr 08:00-12:00, We 14:00-18:00', '2026-11-25', '08:00-12:00,14:00-18:00'],
    ['Mo-Fr 08:00-12:00, We 14:00-18:00', '2026-11-26', '08:00-12:00'],
    // off for a part
    ['Mo-Fr 08:00-18:00; We 12:00-14:00 off', '2026-11-25', '08:00-12:00,14:00-18:00'],
    ['Mo-Fr 08:00-18:00; Nov 23 12:00-24:00 off', '2026-11-23', '08:00-12:00'],
    // touching and overlapping spans are one
    ['Mo 08:00-12:00,12:00-14:00', '2026-11-23', '08:00-14:00'],
    ['Mo 10:00-14:00,08:00-12:00', '2026-11-23', '08:00-14:00'],
    // dates
    ['Mo-Fr 08:00-14:00; Dec 20-Jan 06 off', '2026-12-21', 'off'],
    ['Mo-Fr 08:00-14:00; Dec 20-Jan 06 off', '2027-01-06', 'off'],
    ['Mo-Fr 08:00-14:00; Dec 20-Jan 06 off', '2027-01-07', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; Dec 20-Jan 06 off', '2026-12-18', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; 2026 Dec 20-Jan 06 off', '2027-01-06', 'off'],
    ['Mo-Fr 08:00-14:00; 2026 Dec 20-Jan 06 off', '2027-12-21', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; 2026 Dec 20-Jan 06 off', '2026-01-05', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; 2026 Dec 20-2028 Jan 06 off', '2027-06-07', 'off'],
    ['Mo-Fr 08:00-14:00; 2026 Jun 24 off', '2026-06-24', 'off'],
    ['Mo-Fr 08:00-14:00; 2026 Jun 24 off', '2027-06-24', '08:00-14:00'],
    ['Mo-Su 08:00-14:00; Feb 29 off', '2028-02-29', 'off'],
    ['Mo-Su 08:00-14:00; Feb 29 off', '2027-03-01', '08:00-14:00'],
    ['Mo-Su 08:00-14:00; Feb 29 off', '2027-02-28', '08:00-14:00'],
    ['Mo-Su 08:00-14:00; Feb 25-29 off', '2027-02-28', 'off'],
    ['Jan-Mar Mo-Fr 08:00-13:00', '2026-03-31', '08:00-13:00'],
    ['Jan-Mar Mo-Fr 08:00-13:00', '2026-04-01', 'off'],
    ['Nov-Feb Mo-Fr 08:00-13:00', '2026-01-05', '08:00-13:00'],
    ['Mo-Fr 08:00-18:00; Jan,Jul Mo-Fr 08:00-13:00', '2026-07-06', '08:00-13:00'],
    ['Mo-Su 08:00-14:00; Dec 24,31 off', '2026-12-31', 'off'],
    ['Mo-Su 08:00-14:00; Dec 24,31 off', '2026-12-30', '08:00-14:00'],
    ['Mo-Su 08:00-14:00; Dec 24-26,Dec 31 off', '2026-12-25', 'off'],
    ['2026 Mo-Fr 08:00-14:00', '2026-11-23', '08:00-14:00'],
    ['2026 Mo-Fr 08:00-14:00', '2027-11-22', 'off'],
    ['2026-2028 Mo-Fr 08:00-14:00', '2028-12-29', '08:00-14:00'],
    ['Dec 24 08:00-12:00', '2026-12-24', '08:00-12:00'],
    ['Dec 24: 08:00-12:00', '2026-12-24', '08:00-12:00'],
    // as people type it
    ['mo-fr 8:00-14:00', '2026-11-23', '08:00-14:00'],
    ['  Mo - Fr  08:00 – 14:00 ; ', '2026-11-23', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; Sa closed', '2026-11-28', 'off'],
    ['Mo-Fr 08:00-14:00 "por ordem de chegada"', '2026-11-23', '08:00-14:00'],
    ['Mo-Fr 08:00-14:00; Nov 23 off "a; b, c"', '2026-11-23', 'off'],
  ];
  for (const [text, date, expected] of cases) it(`[BV-02] ${text} on ${date}: ${expected}`, () => assert.equal(on(text, date), expected));

  const holiday = { nacionais: false, recesso: false, feriados: [{ data: '11-23', nome: 'Festa' }] };
  const holidays: [text: string, expected: string][] = [
    ['Mo-Fr 08:00-14:00', 'off'],
    ['Mo-Fr 08:00-14:00; PH off', 'off'],
    ['Mo-Fr 08:00-14:00; PH 10:00-12:00', '10:00-12:00'],
    ['PH 10:00-12:00; Mo-Fr 08:00-14:00', '10:00-12:00'],
    ['Mo-Fr,PH 08:00-14:00', '08:00-14:00'],
    ['24/7', '00:00-24:00'],
    ['24/7; PH off', 'off'],
    ['24/7; PH 09:00-10:00', '09:00-10:00'],
  ];
  for (const [text, expected] of holidays) it(`[BV-02] ${text} on a holiday: ${expected}`, () => assert.equal(on(text, '2026-11-23', holiday), expected));

  it('[BV-02] in the recess only 24/7 goes on', () => {
    assert.equal(on('Mo-Fr 08:00-14:00; PH 10:00-12:00', '2026-12-22', {}), 'off');
    assert.equal(on('Mo-Fr 08:00-14:00; PH 10:00-12:00', '2026-12-25', {}), 'off');
    assert.equal(on('24/7', '2026-12-25', {}), '00:00-24:00');
    assert.equal(on('24/7; PH off', '2026-12-22', {}), '00:00-24:00');
    assert.equal(on('24/7; Dec 25 off', '2026-12-25', {}), 'off');
  });

  it('[BV-02] reads what it would write, for any weekdays and spans', () => {
    const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
    const span = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1439 }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), fc.array(span, { minLength: 1, maxLength: 4 }), fc.boolean(), (days, spans, over) => {
        const end = (start: number, length: number): number => (over ? start + length : (start + length) % 1440);
        const text = `${days.map((d) => WEEKDAYS[d]).join(',')} ${spans.map(([s, l]) => `${clock(s)}-${clock(end(s, l))}`).join(',')}`;
        const [rule] = rulesOf(text);
        assert.equal(rule!.days, days.reduce((bits, d) => bits | (1 << d), 0));
        assert.deepEqual(rule!.spans, spans.map(([s, l]) => ({ start: s, end: s + l })));
      }),
    );
  });
});

describe('parseHours: what it refuses', () => {
  const cases: [text: string, code: HoursErrorCode, at: number, words: RegExp][] = [
    ['', 'empty', 0, /fim do texto; esperado um horário/],
    [' ; ', 'empty', 0, /esperado um horário/],
    ['Seg-Sex 08:00-14:00', 'selector', 0, /encontrado “Seg”.*segunda Mo.*Exemplo: Mo-Fr 08:00-14:00/],
    ['Mo-Sex 08:00-14:00', 'weekday', 3, /encontrado “Sex”/],
    ['Mo,Dez 24 off', 'weekday', 3, /Dec/],
    ['Mo-Fr 8h-14h', 'time', 6, /encontrado “8h”.*dois-pontos/],
    ['Mo-Fr 8-14', 'time', 6, /hora/],
    ['Mo-Fr 08:00 às 14:00', 'interval', 12, /hífen/],
    ['Mo-Fr 08:00-12:00 e 13:00-18:00', 'end', 18, /vírgula/],
    ['Mo-Fr 08:00', 'interval', 11, /fim do texto/],
    ['Mo-Fr 08:00-', 'interval', 12, /fim do texto/],
    ['Mo-Fr 24:00-26:00', 'time', 6, /23:59/],
    ['Mo-Fr 08:60-10:00', 'time', 6, /hora/],
    ['Mo-Fr 08:00-48:01', 'interval', 12, /48:00/],
    ['Mo-Fr 08:00-08:00', 'equal', 12, /00:00-24:00/],
    ['Mo-Fr 00:00-00:00', 'equal', 12, /00:00-24:00/],
    ['Mo-Fr', 'time', 5, /hora/],
    ['Feb 30 off', 'date', 4, /data que existe/],
    ['Dec 0 off', 'date', 4, /data que existe/],
    ['Dec 32 off', 'date', 4, /data que existe/],
    ['Dec 20- off', 'date', 8, /data/],
    ['Dec 20-2027 Jan 06 off', 'date', 7, /encontrado “2027”/],
    ['24/12 off', 'selector', 0, /Dec 24, e não 24\/12/],
    ['Mo[1] 08:00-10:00', 'time', 2, /Primeira segunda do mês/],
    ['week 10-20 Mo-Fr 08:00-14:00', 'selector', 0, /Número de semana/],
    ['Mo-Fr sunrise-sunset', 'time', 6, /sol/],
    ['Mo-Fr 08:00-14:00+', 'end', 17, /Fim em aberto/],
    ['Mo-Fr 08:00+', 'interval', 11, /Fim em aberto/],
    ['Mo-Fr 08:00-14:00 || "ligue"', 'end', 18, /\|\|/],
    ['Mo-Fr 08:00-14:00 unknown', 'end', 18, /unknown/],
    ['easter -2 days off', 'selector', 0, /Páscoa/],
    ['SH off', 'selector', 0, /Férias escolares/],
    ['Mo-Fr 08:00-14:00; feriado off', 'selector', 19, /PH/],
    ['Mo-Fr 08:00-14:00; Sa fechado', 'time', 22, /off/],
    ['Mo-Fr 10:00-16:00/90', 'end', 17, /Repetição/],
    ['Mo-Fr 08:00-14:00,', 'selector', 18, /fim do texto/],
    ['Mo-Fr 08:00-14:00,;', 'selector', 18, /encontrado “;”/],
    ['Mo-Fr 08:00-14:00 Sa 09:00-12:00', 'end', 18, /ponto e vírgula/],
    ['PH-Mo 08:00-10:00', 'time', 2, /hora/],
  ];
  for (const [text, code, at, words] of cases) {
    it(`[BV-02] ${text || '(empty)'}: ${code} at ${at}`, () => {
      const result = parseHours(text);
      assert.ok(!result.ok);
      assert.deepEqual(result.errors[0], { code, at });
      assert.match(explainHoursError(result.errors[0], text), words);
      assert.match(explainHoursError(result.errors[0], text), /esperado .+ Exemplo: /);
    });
  }

  it('[BV-02] one error for each wrong clause', () => {
    const result = parseHours('Seg 08:00-14:00; Mo 08:00-14:00; Feb 30 off; Tu 9h');
    assert.ok(!result.ok);
    assert.deepEqual(result.errors, [
      { code: 'selector', at: 0 },
      { code: 'date', at: 37 },
      { code: 'time', at: 48 },
    ]);
  });

  it('[BV-02] never throws, ends, and points inside the text, whatever is written', () => {
    const bits = fc.constantFrom('Mo', 'Fr', 'PH', '-', ',', ';', ' ', ':', '08:00', '14:00', '24/7', 'off', 'Dec', '20', '2026', '"x"', '"', '+', '||', 'á', '\u{1F600}');
    const written = fc.oneof(fc.string({ unit: 'binary' }), fc.array(bits).map((list) => list.join('')));
    fc.assert(
      fc.property(written, (text) => {
        const result = parseHours(text);
        if (result.ok) {
          assert.ok(result.value.length > 0);
          for (const { spans } of result.value) for (const { start, end } of spans) assert.ok(start >= 0 && start < 1440 && end > start && end <= 2880);
        } else {
          for (const error of result.errors) {
            assert.ok(error.at >= 0 && error.at <= text.length);
            assert.ok(explainHoursError(error, text).length < 500);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
