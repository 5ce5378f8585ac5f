import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf } from '../../../src/domain/calendar/civil.ts';
import { explainHoursError } from '../../../src/domain/hours/explain-hours.ts';
import { hoursOn } from '../../../src/domain/hours/hours-on.ts';
import { parseSpecification } from '../../../src/domain/hours/parse-specification.ts';
import type { AgendaUnidade, OpeningHoursSpecification } from '../../../src/domain/hours/types.ts';

const two = (n: number): string => `${n}`.padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const on = (hours: OpeningHoursSpecification[], date: string, rest: Partial<AgendaUnidade> = {}): string => {
  const result = parseSpecification(hours);
  assert.ok(result.ok, JSON.stringify(result));
  const agenda = { hours, timezone: 'UTC', calendario: { nacionais: false, recesso: false }, ...rest };
  return hoursOn(agenda, result.value, dayOf(date)).spans.map(({ start, end }) => `${clock(start)}-${clock(end)}`).join(',') || 'off';
};

describe('parseSpecification', () => {
  const morning = { dayOfWeek: ['Monday', 'https://schema.org/Tuesday', 'We', 'http://schema.org/Thursday', 'schema:Friday'], opens: '08:00', closes: '12:00' };
  const afternoon = { ...morning, opens: '13:00:00', closes: '18:00:00' };

  it('[BV-02] weekdays in any of their spellings; several for a day add up', () => {
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
      assert.equal(on([morning, afternoon], date), '08:00-12:00,13:00-18:00');
    }
    assert.equal(on([morning, afternoon], '2026-11-28'), 'off');
    assert.equal(on([{ dayOfWeek: 'Saturday', opens: '09:00', closes: '12:00' }], '2026-11-28'), '09:00-12:00');
  });

  it('[BV-02] closes before opens runs past midnight; 00:00 to 00:00 is closed; 23:59 is the end of the day', () => {
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '22:00', closes: '02:00' }], '2026-11-23'), '22:00-26:00');
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '20:00', closes: '00:00' }], '2026-11-23'), '20:00-24:00');
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '00:00', closes: '00:00' }], '2026-11-23'), 'off');
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '00:00:00', closes: '00:00:00' }], '2026-11-23'), 'off');
    assert.equal(on([{ dayOfWeek: 'Monday' }], '2026-11-23'), 'off');
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '00:00', closes: '23:59' }], '2026-11-23'), '00:00-24:00');
    assert.equal(on([{ dayOfWeek: 'Monday', opens: '00:00', closes: '24:00' }], '2026-11-23'), '00:00-24:00');
  });

  it('[BV-02] a season replaces the usual hours, and a shorter one the longer, in any order', () => {
    const usual = { dayOfWeek: 'Monday', opens: '08:00', closes: '18:00' };
    const summer = { ...usual, closes: '13:00', validFrom: '2026-11-01', validThrough: '2027-01-31' };
    const oneDay = { opens: '10:00', closes: '11:00', validFrom: '2026-11-23', validThrough: '2026-11-23' };
    const closed = { validFrom: '2026-11-30', validThrough: '2026-11-30' };
    for (const list of [[usual, summer, oneDay, closed], [closed, oneDay, summer, usual]]) {
      assert.equal(on(list, '2026-10-26'), '08:00-18:00');
      assert.equal(on(list, '2026-11-02'), '08:00-13:00');
      assert.equal(on(list, '2026-11-23'), '10:00-11:00');
      assert.equal(on(list, '2026-11-30'), 'off');
      assert.equal(on(list, '2027-02-01'), '08:00-18:00');
    }
    const open = { ...usual, closes: '16:00', validFrom: '2027-03-01' };
    assert.equal(on([usual, open], '2027-02-22'), '08:00-18:00');
    assert.equal(on([usual, open], '2031-03-03'), '08:00-16:00');
    assert.equal(on([usual, { ...usual, closes: '15:00', validThrough: '2026-06-30' }], '2026-06-29'), '08:00-15:00');
  });

  it('[BV-02] PublicHolidays say what happens on holidays', () => {
    const calendario = { nacionais: true };
    assert.equal(on([morning], '2026-11-20', { calendario }), 'off');
    assert.equal(on([morning, { dayOfWeek: 'PublicHolidays', opens: '10:00', closes: '12:00' }], '2026-11-20', { calendario }), '10:00-12:00');
    assert.equal(on([{ dayOfWeek: ['Friday', 'https://schema.org/PublicHolidays'], opens: '10:00', closes: '12:00' }], '2026-11-20', { calendario }), '10:00-12:00');
  });

  it('[BV-02] special days win over holidays and usual hours, and leave the other days alone', () => {
    const especiais = [
      { opens: '09:00', closes: '10:00', validFrom: '2026-11-20', validThrough: '2026-11-20' },
      { opens: '00:00', closes: '00:00', validFrom: '2026-11-24', validThrough: '2026-11-25' },
    ];
    const rest = { especiais, calendario: {} };
    assert.equal(on([morning], '2026-11-20', rest), '09:00-10:00');
    assert.equal(on([morning], '2026-11-24', rest), 'off');
    assert.equal(on([morning], '2026-11-26', rest), '08:00-12:00');
  });

  it('[BV-02] what cannot be read is told by its place', () => {
    const bad: OpeningHoursSpecification[] = [
      morning,
      { dayOfWeek: 'Segunda', opens: '08:00', closes: '12:00' },
      { dayOfWeek: 'Monday', opens: '08:00' },
      { dayOfWeek: 'Monday', opens: '08:00', closes: '08:00' },
      { dayOfWeek: 'Monday', opens: '25:00', closes: '26:00' },
    ];
    const result = parseSpecification(bad);
    assert.ok(!result.ok);
    assert.deepEqual(result.errors, [1, 2, 3, 4].map((at) => ({ code: 'spec', at })));
    assert.match(explainHoursError(result.errors[0]!, bad), /Especificação 2: .*Segunda.*dayOfWeek em inglês.*Exemplo/);
  });
});
