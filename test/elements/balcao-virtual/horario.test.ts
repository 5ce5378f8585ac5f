import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeSpans, describeWeek } from '../../../src/domain/hours/describe.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { semanaUsual } from '../../../src/elements/balcao-virtual/horario.ts';

/** The table of hours as a visitor in a zone sees it. */
function table(visitor: string, iso: string, timezone = 'America/Fortaleza'): string[] {
  const before = process.env['TZ'];
  process.env['TZ'] = visitor;
  try {
    const week = semanaUsual({ hours: 'Mo-Fr 08:00-14:00', timezone }, Date.parse(iso), dateFnsZone())!;
    return describeWeek(week).map(({ days, hours, theirs }) => `${days}: ${hours} | ${describeSpans(theirs!)}`);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

describe('the table of hours on the visitor’s clock', () => {
  it('[BV-02] one line for days whose hours are the same on both clocks', () => {
    assert.deepEqual(table('America/New_York', '2026-11-19T10:00:00-03:00'), ['segunda a sexta: das 8h às 14h | das 6h às 12h', 'sábado e domingo: fechado | fechado']);
  });

  it('[BV-02] in a week in which the visitor’s clock changes, each day has its own hours', () => {
    // New York leaves daylight saving time on Sunday, 1 November 2026: Thursday and Friday come before it.
    assert.deepEqual(table('America/New_York', '2026-10-29T07:00:00-03:00'), [
      'segunda a quarta: das 8h às 14h | das 6h às 12h',
      'quinta e sexta: das 8h às 14h | das 7h às 13h',
      'sábado e domingo: fechado | fechado',
    ]);
  });

  it('[BV-02] a week that begins with the same clock and ends with another shows both', () => {
    // Manaus has the time of New York until November.
    assert.deepEqual(table('America/New_York', '2026-10-29T07:00:00-04:00', 'America/Manaus'), [
      'segunda a quarta: das 8h às 14h | das 7h às 13h',
      'quinta e sexta: das 8h às 14h | das 8h às 14h',
      'sábado e domingo: fechado | fechado',
    ]);
  });
});
