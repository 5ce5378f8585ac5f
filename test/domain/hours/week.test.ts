import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { atTime, describeSpans, describeTime, describeWeek } from '../../../src/domain/hours/describe.ts';
import { explainAgenda } from '../../../src/domain/hours/explain-hours.ts';
import { clockAt, hoursOfWeek, spanForVisitor, usualWeek } from '../../../src/domain/hours/week.ts';
import type { AgendaUnidade } from '../../../src/domain/hours/types.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { ZONES, intlOffset } from '../zone/intl-oracle.ts';

const zone = dateFnsZone();
const HOUR = 3_600_000;
const unit = (hours: AgendaUnidade['hours'], rest: Partial<AgendaUnidade> = {}): AgendaUnidade => ({ hours, timezone: 'America/Fortaleza', ...rest });
/** Friday, 20 November 2026, a holiday. */
const FRIDAY = Date.parse('2026-11-20T12:00:00Z');
const lines = (hours: string, now = FRIDAY): string[] => describeWeek(usualWeek(unit(hours), now, zone)!).map(({ days, hours: text }) => `${days}: ${text}`);

describe('hoursOfWeek', () => {
  it('[BV-02] seven days from today, as they will be, in the unit\'s zone', () => {
    const week = hoursOfWeek(unit('Mo-Fr 08:00-14:00', { calendario: { horariosExcepcionais: [{ de: '2026-11-24', hours: '10:00-12:00', motivo: 'Jogo' }] } }), FRIDAY, zone)!;
    assert.deepEqual(week.map(({ date }) => date), ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
    assert.deepEqual(week.map(({ weekday }) => weekday), [5, 6, 0, 1, 2, 3, 4]);
    assert.deepEqual(week[0]!.spans, []);
    assert.equal(week[0]!.reason?.name, 'Dia Nacional de Zumbi e da Consciência Negra');
    assert.deepEqual(week[4], { date: '2026-11-24', weekday: 2, spans: [{ start: 600, end: 720 }], reason: { kind: 'exceptional', name: 'Jogo' } });
    assert.deepEqual(week[5]!.spans, [{ start: 480, end: 840 }]);
    assert.equal(hoursOfWeek(unit('Mo-Fr 08:00-14:00'), Date.parse('2026-11-21T01:00:00Z'), zone)![0]!.date, '2026-11-20');
    assert.equal(hoursOfWeek(unit('segunda'), FRIDAY, zone), null);
  });
});

describe('usualWeek in words', () => {
  const cases: [hours: string, lines: string[]][] = [
    ['Mo-Fr 08:00-14:00', ['segunda a sexta: das 8h às 14h', 'sábado e domingo: fechado']],
    ['Mo-Fr 08:00-12:00,13:30-18:00', ['segunda a sexta: das 8h às 12h e das 13h30 às 18h', 'sábado e domingo: fechado']],
    ['Mo,We,Fr 07:30-13:00; Tu 13:00-19:00', ['segunda, quarta e sexta: das 7h30 às 13h', 'terça: das 13h às 19h', 'quinta, sábado e domingo: fechado']],
    ['Mo-Th,Sa 08:00-12:00', ['segunda a quinta e sábado: das 8h às 12h', 'sexta e domingo: fechado']],
    ['24/7', ['todos os dias: 24 horas']],
    ['Mo-Su 22:00-02:00', ['todos os dias: das 22h às 2h do dia seguinte']],
    ['Mo-Su 20:00-24:00', ['todos os dias: das 20h à meia-noite']],
    ['Mo-Su 00:00-01:00', ['todos os dias: da meia-noite à 1h']],
    ['Mo-Su 01:30-05:00,06:00-07:00,08:00-09:05', ['todos os dias: da 1h30 às 5h, das 6h às 7h e das 8h às 9h05']],
    ['off', ['todos os dias: fechado']],
  ];
  for (const [hours, expected] of cases) it(`[BV-02] ${hours}`, () => assert.deepEqual(lines(hours), expected));

  it('[BV-02] is the week of the season, and leaves holidays aside', () => {
    const hours = 'Mo-Fr 08:00-18:00; Jan Mo-Fr 08:00-13:00';
    assert.equal(lines(hours)[0], 'segunda a sexta: das 8h às 18h');
    assert.equal(lines(hours, Date.parse('2027-01-11T12:00:00Z'))[0], 'segunda a sexta: das 8h às 13h');
  });

  it('[BV-02] a court may hand in its own words', () => {
    const words = { weekdays: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'], everyDay: 'daily', closed: 'closed', allDay: 'all day', midnight: 'midnight', nextDay: '+1', previousDay: '-1', and: '&', to: '–' };
    assert.deepEqual(describeWeek(usualWeek(unit('Mo-Fr 08:00-14:00'), FRIDAY, zone)!, words).map(({ days, closed }) => [days, closed]), [['Mo – Fr', false], ['Sa & Su', true]]);
  });

  it('[BV-02] names each of the seven days once, whatever the hours', () => {
    const span = fc.constantFrom('08:00-12:00', '13:00-18:00', '08:00-14:00');
    const names = ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'];
    fc.assert(
      fc.property(fc.array(fc.option(span), { minLength: 7, maxLength: 7 }), (spans) => {
        const text = spans.map((s, i) => `${['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][i]} ${s ?? 'off'}`).join('; ');
        const week = describeWeek(usualWeek(unit(text), FRIDAY, zone)!);
        const seen = week.flatMap(({ days }) => {
          if (days === 'todos os dias') return names;
          return days.split(/, | e /).flatMap((part) => {
            const [first, last = first] = part.split(' a ');
            const order = [...names.slice(1), names[0]!];
            return order.slice(order.indexOf(first!), order.indexOf(last!) + 1);
          });
        });
        assert.deepEqual(seen.sort(), [...names].sort());
      }),
    );
  });
});

describe('times in words', () => {
  it('[BV-02] hours and minutes', () => {
    assert.deepEqual([0, 5, 60, 750, 1439, 1440, 1500, -60].map((m) => describeTime(m)), ['meia-noite', '0h05', '1h', '12h30', '23h59', 'meia-noite', '1h', '23h']);
    assert.deepEqual([60, 90, 600, 660, 780, 1440].map((m) => atTime(m)), ['à 1h', 'à 1h30', 'às 10h', 'às 11h', 'às 13h', 'à meia-noite']);
    assert.equal(describeSpans([]), 'fechado');
  });
});

describe('the visitor\'s clock', () => {
  it('[BV-02] a visitor in Tokyo: the counter of Fortaleza opens at 20:00 and closes at 02:00 of the next day', () => {
    const span = spanForVisitor('2026-11-23', { start: 480, end: 840 }, 'America/Fortaleza', zone, () => 9 * HOUR);
    assert.deepEqual(span, { start: 20 * 60, end: 26 * 60 });
    assert.equal(describeSpans([span]), 'das 20h às 2h do dia seguinte');
    assert.deepEqual(clockAt(Date.parse('2026-11-23T11:00:00Z'), 9 * HOUR), { day: 20780, minutes: 20 * 60 });
  });

  it('[BV-02] on another day for the visitor', () => {
    assert.equal(describeSpans([spanForVisitor('2026-11-23', { start: 0, end: 60 }, 'America/Fortaleza', zone, () => -5 * HOUR)]), 'das 22h do dia anterior às 23h');
    assert.equal(describeSpans([spanForVisitor('2026-11-23', { start: 1200, end: 1260 }, 'America/Fortaleza', zone, () => 9 * HOUR)]), 'das 8h do dia seguinte às 9h');
    assert.equal(describeSpans([spanForVisitor('2026-11-23', { start: 60, end: 240 }, 'America/Fortaleza', zone, () => -5 * HOUR)]), 'das 23h do dia anterior às 2h');
  });

  it('[BV-02] shows at every instant what Intl shows, in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) }), (visitor, instant) => {
        const { day, minutes } = clockAt(instant, intlOffset(visitor, instant));
        const [date, time] = new Intl.DateTimeFormat('sv-SE', { timeZone: visitor, dateStyle: 'short', timeStyle: 'short' }).format(instant).split(' ');
        assert.equal(new Date(day * 864e5).toISOString().slice(0, 10), date);
        assert.equal(`${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`, time);
      }),
      { numRuns: 300 },
    );
  });
});

describe('explainAgenda', () => {
  it('[BV-02] every problem of a unit, with its path', () => {
    const agenda = unit('Seg 08:00', {
      especiais: [{ dayOfWeek: 'Segunda', opens: '08:00', closes: '12:00' }],
      calendario: { horariosExcepcionais: [{ de: '2026-11-23', hours: 'off', motivo: 'x' }, { de: '2026-11-24', hours: '9h', motivo: 'y' }] },
    });
    assert.deepEqual(explainAgenda(agenda).map(({ path }) => path), ['hours', 'especiais', 'calendario.horariosExcepcionais.1.hours']);
    assert.ok(explainAgenda(agenda).every(({ message }) => /Exemplo/.test(message)));
    assert.deepEqual(explainAgenda(unit('Mo-Fr 08:00-14:00')), []);
  });
});
