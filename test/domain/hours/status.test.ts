import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { statusAt } from '../../../src/domain/hours/status.ts';
import type { HoursStatus } from '../../../src/domain/hours/status.ts';
import type { AgendaUnidade } from '../../../src/domain/hours/types.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { ZONES, intlOffset, transitions } from '../zone/intl-oracle.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const zone = dateFnsZone();
const utc = (text: string): number => Date.parse(text);
const two = (n: number): string => `${n}`.padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Days whose hours are written by hand, so that the oracle below needs neither the parser nor the calendar. */
type Week = [start: number, end: number][][];
const NAMES = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const textOf = (week: Week): string =>
  week.map((spans, day) => `${NAMES[day]} ${spans.length ? spans.map(([a, b]) => `${clock(a)}-${clock(b)}`).join(',') : 'off'}`).join('; ');

/**
 * Minute by minute: is it open? The wall clock is read with Intl; in an hour that repeats, what was reached stays reached (a counter that closed
 * at 23:30 does not open again because clocks went back).
 */
function oracle(week: Week, closed: ReadonlySet<string>, timezone: string, from: number, to: number): boolean[] {
  const answers: boolean[] = [];
  let reached = -Infinity;
  for (let t = from - 26 * 60 * MINUTE; t <= to; t += MINUTE) {
    reached = Math.max(reached, t + intlOffset(timezone, t));
    if (t < from) continue;
    const today = Math.floor(reached / DAY);
    answers.push(
      [today, today - 1].some((day) => {
        const minutes = (reached - day * DAY) / MINUTE;
        if (closed.has(new Date(day * DAY).toISOString().slice(0, 10))) return false;
        return week[new Date(day * DAY).getUTCDay()]!.some(([start, end]) => minutes >= start && minutes < end);
      }),
    );
  }
  return answers;
}

const anySpan = fc.tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 287 })).map(([a, length]): [number, number] => [a * 5, (a + length) * 5]);
const anyDay: fc.Arbitrary<[number, number][]> = fc.oneof({ weight: 2, arbitrary: fc.constant<[number, number][]>([]) }, { weight: 3, arbitrary: fc.array(anySpan, { minLength: 1, maxLength: 3 }) });
const anyWeek: fc.Arbitrary<Week> = fc.tuple(anyDay, anyDay, anyDay, anyDay, anyDay, anyDay, anyDay);
const years = { min: Date.UTC(1980, 0) / MINUTE, max: Date.UTC(2037, 0) / MINUTE };
/** Any minute; half of the time, one near a change of offset of the zone. */
const anyMoment = fc.tuple(fc.constantFrom(...ZONES), fc.integer(years), fc.boolean(), fc.integer({ min: -1600, max: 600 })).map(([timezone, minute, near, shift]) => {
  const now = minute * MINUTE;
  const change = near ? transitions(timezone, now, now + 380 * DAY)[0] : undefined;
  return { timezone, now: change === undefined ? now : Math.floor(change / MINUTE + shift) * MINUTE };
});
const dateAt = (timezone: string, t: number): string => new Date(t + intlOffset(timezone, t)).toISOString().slice(0, 10);

describe('statusAt against a minute-by-minute oracle', () => {
  it('[BV-02] open or closed, and the first change, in every zone and around its changes of offset', () => {
    let changes = 0;
    fc.assert(
      fc.property(anyMoment, anyWeek, fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 2 }), ({ timezone, now }, week, off) => {
        const closed = off.map((days) => dateAt(timezone, now + days * DAY));
        const agenda: AgendaUnidade = {
          hours: textOf(week),
          timezone,
          calendario: { nacionais: false, recesso: false, horariosExcepcionais: closed.map((de) => ({ de, hours: 'off', motivo: 'Teste' })) },
        };
        const window = 2 * DAY;
        const expected = oracle(week, new Set(closed), timezone, now, now + window);
        const status = statusAt(agenda, now, zone);
        assert.equal(status.kind, expected[0] ? 'open' : 'closed', 'kind');
        const change = expected.findIndex((open) => open !== expected[0]);
        if (change < 0) {
          assert.ok(status.nextChange === null || status.nextChange > now + window, 'no change in the window');
          return;
        }
        changes++;
        assert.equal(status.nextChange, now + change * MINUTE, 'first change');
        assert.equal(statusAt(agenda, now + change * MINUTE - 1, zone).kind, status.kind, 'just before');
        assert.notEqual(statusAt(agenda, now + change * MINUTE, zone).kind, status.kind, 'at the change');
      }),
      { numRuns: 150 },
    );
    assert.ok(changes > 40, `only ${changes} changes were met`);
  });
});

describe('statusAt: properties', () => {
  const anyAgenda = fc.tuple(anyMoment, anyWeek, fc.boolean()).map(([{ timezone, now }, week, holidays]) => ({
    now,
    agenda: { hours: textOf(week), timezone, calendario: { nacionais: holidays, recesso: holidays } } satisfies AgendaUnidade,
  }));

  it('[BV-02] open and closed alternate, and the answer is the same all the way to the change', () => {
    fc.assert(
      fc.property(anyAgenda, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), ({ agenda, now }, part) => {
        let status = statusAt(agenda, now, zone);
        let at = now;
        for (let i = 0; i < 6 && status.nextChange !== null; i++) {
          const next = status.nextChange;
          assert.ok(next > at);
          const between = statusAt(agenda, Math.min(Math.floor(at + (next - at) * part), next - 1), zone);
          assert.equal(between.kind, status.kind);
          assert.equal(between.nextChange, next);
          const after = statusAt(agenda, next, zone);
          assert.notEqual(after.kind, status.kind);
          [status, at] = [after, next];
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[BV-02] what it says agrees with itself', () => {
    fc.assert(
      fc.property(anyAgenda, ({ agenda, now }) => {
        const status = statusAt(agenda, now, zone);
        assert.ok(status.kind !== 'unknown');
        assert.ok(status.refreshAt > now);
        assert.ok(status.nextChange === null || status.refreshAt <= status.nextChange);
        assert.ok(status.refreshAt <= now + 49 * 60 * MINUTE);
        if (status.kind === 'open') {
          assert.equal(status.until, status.nextChange);
          assert.ok(status.closesForDayAt === null || (status.until !== null && status.closesForDayAt >= status.until));
        } else {
          assert.equal(status.opensAt, status.nextChange);
          assert.equal(status.opensAt === null, status.opensInDays === null);
          if (status.opensAt !== null) {
            const days = (Date.parse(dateAt(agenda.timezone, status.opensAt)) - Date.parse(dateAt(agenda.timezone, now))) / DAY;
            assert.equal(status.opensInDays, days);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[BV-02] the answer to a text is the answer to the same hours as specifications', () => {
    const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(anyMoment, anyWeek, ({ timezone, now }, week) => {
        const list = week.flatMap((spans, day) =>
          spans
            .filter(([a, b]) => b % 1440 !== a && b % 1440 !== 1439)
            .map(([a, b]) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: `https://schema.org/${DAYS[day]}`, opens: clock(a), closes: clock(b % 1440) })),
        );
        const same = week.map((spans) => spans.filter(([a, b]) => b % 1440 !== a && b % 1440 !== 1439));
        assert.deepEqual(statusAt({ hours: list, timezone }, now, zone), statusAt({ hours: textOf(same), timezone }, now, zone));
      }),
      { numRuns: 100 },
    );
  });
});

describe('statusAt: hard cases by name', () => {
  const TJ = 'Mo-Fr 08:00-14:00';
  type Seen = Partial<Record<'kind' | 'until' | 'opensAt' | 'opensInDays' | 'closesForDayAt' | 'reason' | 'nextChange' | 'refreshAt', unknown>>;
  const iso = (value: unknown): unknown => (typeof value === 'number' && value > 1e6 ? new Date(value).toISOString().replace(':00.000Z', 'Z') : value);
  /** The parts of a status that are named in `expected`, with instants as text. */
  const check = (agenda: Omit<AgendaUnidade, 'timezone'> & { timezone?: string }, now: string, expected: Seen): void => {
    const status: HoursStatus = statusAt({ timezone: 'America/Fortaleza', ...agenda }, utc(now), zone);
    const seen = Object.fromEntries(Object.keys(expected).map((key) => [key, iso(status[key as keyof HoursStatus])]));
    assert.deepEqual(seen, expected);
  };

  it('[BV-02] an ordinary day: before, during and after', () => {
    check({ hours: TJ }, '2026-11-23T10:59:59.999Z', { kind: 'closed', reason: { kind: 'hours' }, opensAt: '2026-11-23T11:00Z', opensInDays: 0 });
    check({ hours: TJ }, '2026-11-23T11:00:00Z', { kind: 'open', until: '2026-11-23T17:00Z', closesForDayAt: '2026-11-23T17:00Z' });
    check({ hours: TJ }, '2026-11-23T16:59:59.999Z', { kind: 'open', until: '2026-11-23T17:00Z' });
    check({ hours: TJ }, '2026-11-23T17:00:00Z', { kind: 'closed', opensAt: '2026-11-24T11:00Z', opensInDays: 1, refreshAt: '2026-11-24T03:00Z' });
  });

  it('[BV-02] a break at noon', () => {
    const hours = 'Mo-Fr 08:00-12:00,13:00-18:00';
    check({ hours }, '2026-11-23T14:00:00Z', { kind: 'open', until: '2026-11-23T15:00Z', closesForDayAt: '2026-11-23T21:00Z' });
    check({ hours }, '2026-11-23T15:30:00Z', { kind: 'closed', opensAt: '2026-11-23T16:00Z', opensInDays: 0 });
  });

  it('[BV-02] Noronha: an hour ahead of the coast', () => {
    const noronha = { hours: TJ, timezone: 'America/Noronha' };
    check(noronha, '2026-11-23T10:00:00Z', { kind: 'open', until: '2026-11-23T16:00Z' });
    check({ hours: TJ }, '2026-11-23T10:00:00Z', { kind: 'closed' });
    check(noronha, '2026-11-23T16:30:00Z', { kind: 'closed' });
    check({ hours: TJ }, '2026-11-23T16:30:00Z', { kind: 'open' });
    // Noronha did not keep summer time in 2018.
    check(noronha, '2018-11-05T10:00:00Z', { kind: 'open', until: '2018-11-05T16:00Z' });
  });

  it('[BV-02] Eirunepé: five hours behind, but four between 2008 and 2013', () => {
    const eirunepe = { hours: TJ, timezone: 'America/Eirunepe' };
    check(eirunepe, '2026-11-23T13:00:00Z', { kind: 'open', until: '2026-11-23T19:00Z' });
    check(eirunepe, '2026-11-23T12:30:00Z', { kind: 'closed', opensAt: '2026-11-23T13:00Z' });
    check(eirunepe, '2012-06-18T12:30:00Z', { kind: 'open', until: '2012-06-18T18:00Z' });
    check({ hours: TJ, timezone: 'America/Manaus' }, '2026-11-23T12:30:00Z', { kind: 'open' });
  });

  it('[BV-02] Rio Branco: the night of 9 to 10 November 2013, when it went back to five hours', () => {
    const acre = (hours: string) => ({ hours, timezone: 'America/Rio_Branco' });
    check(acre(TJ), '2013-11-08T12:30:00Z', { kind: 'open', until: '2013-11-08T18:00Z' });
    check(acre(TJ), '2013-11-11T12:30:00Z', { kind: 'closed', opensAt: '2013-11-11T13:00Z' });
    // 23:00 to 24:00 came twice that night.
    check(acre('Sa 20:00-24:00'), '2013-11-10T00:30:00Z', { kind: 'open', until: '2013-11-10T05:00Z' });
    check(acre('Sa 20:00-23:30'), '2013-11-10T00:30:00Z', { kind: 'open', until: '2013-11-10T03:30Z' });
    check(acre('Sa 20:00-23:30'), '2013-11-10T04:15:00Z', { kind: 'closed', opensAt: '2013-11-17T01:00Z' });
  });

  it('[BV-02] São Paulo, 3 to 4 November 2018: 00:00 to 01:00 did not exist', () => {
    const sp = (hours: string) => ({ hours, timezone: 'America/Sao_Paulo', calendario: { nacionais: false } });
    check(sp('Mo-Su 08:00-18:00'), '2018-11-03T21:00:00Z', { kind: 'closed', opensAt: '2018-11-04T10:00Z', opensInDays: 1, refreshAt: '2018-11-04T03:00Z' });
    check(sp('Su 00:00-06:00'), '2018-11-04T02:59:00Z', { kind: 'closed', opensAt: '2018-11-04T03:00Z', opensInDays: 1 });
    check(sp('Su 00:00-06:00'), '2018-11-04T03:00:00Z', { kind: 'open', until: '2018-11-04T08:00Z' });
    check(sp('Su 00:30-06:00'), '2018-11-04T02:59:00Z', { kind: 'closed', opensAt: '2018-11-04T03:00Z' });
    check(sp('Sa 22:00-02:00'), '2018-11-04T02:00:00Z', { kind: 'open', until: '2018-11-04T04:00Z' });
    check(sp('Sa 20:00-24:00; Su 01:00-03:00'), '2018-11-04T02:30:00Z', { kind: 'open', until: '2018-11-04T05:00Z' });
    // A service that would have been wholly inside the missing hour is not held.
    check(sp('Su 00:15-00:45'), '2018-11-04T02:30:00Z', { kind: 'closed', opensAt: '2018-11-11T02:15Z', opensInDays: 8 });
    // The last Monday of winter time, and the first of summer time.
    check(sp(TJ), '2018-10-29T11:00:00Z', { kind: 'open', until: '2018-10-29T17:00Z' });
    check(sp(TJ), '2018-11-05T10:00:00Z', { kind: 'open', until: '2018-11-05T16:00Z' });
  });

  it('[BV-02] São Paulo, 16 to 17 February 2019: 23:00 to 24:00 came twice, for the last time', () => {
    const sp = (hours: string) => ({ hours, timezone: 'America/Sao_Paulo' });
    check(sp('Sa 20:00-24:00'), '2019-02-17T01:30:00Z', { kind: 'open', until: '2019-02-17T03:00Z' });
    check(sp('Sa 20:00-23:30'), '2019-02-17T02:15:00Z', { kind: 'closed' });
    check(sp('Su 00:00-06:00'), '2019-02-17T01:30:00Z', { kind: 'closed', opensAt: '2019-02-17T03:00Z' });
    check(sp('Sa 23:15-26:00'), '2019-02-17T02:05:00Z', { kind: 'open', until: '2019-02-17T05:00Z' });
    check(sp(TJ), '2019-02-15T10:00:00Z', { kind: 'open' });
    check(sp(TJ), '2019-02-18T10:00:00Z', { kind: 'closed', opensAt: '2019-02-18T11:00Z' });
    // No summer time since: libraries with old tables open an hour early here.
    check(sp(TJ), '2019-11-04T10:30:00Z', { kind: 'closed', opensAt: '2019-11-04T11:00Z' });
    check(sp(TJ), '2026-11-23T10:30:00Z', { kind: 'closed', opensAt: '2026-11-23T11:00Z' });
  });

  it('[BV-02] Cuiabá and Campo Grande change an hour after São Paulo', () => {
    for (const timezone of ['America/Cuiaba', 'America/Campo_Grande']) {
      check({ hours: 'Su 00:00-06:00', timezone }, '2018-11-04T03:59:00Z', { kind: 'closed', opensAt: '2018-11-04T04:00Z' });
    }
  });

  it('[BV-02] Ash Wednesday from 14:00', () => {
    const calendario = { pontosFacultativos: ['carnaval' as const, 'quarta-feira-de-cinzas' as const] };
    const cinzas = { kind: 'holiday', name: 'Quarta-feira de Cinzas' };
    const unit = { hours: 'Mo-Fr 08:00-18:00', calendario };
    check(unit, '2026-02-17T15:00:00Z', { kind: 'closed', reason: { kind: 'holiday', name: 'Carnaval' }, opensAt: '2026-02-18T17:00Z', opensInDays: 1 });
    check(unit, '2026-02-18T13:00:00Z', { kind: 'closed', reason: cinzas, opensAt: '2026-02-18T17:00Z', opensInDays: 0 });
    check(unit, '2026-02-18T17:00:00Z', { kind: 'open', until: '2026-02-18T21:00Z', reason: cinzas });
    check(unit, '2026-02-18T22:00:00Z', { kind: 'closed', reason: { kind: 'hours' }, opensAt: '2026-02-19T11:00Z' });
    // A unit that closes at 14:00 does not open at all.
    check({ hours: TJ, calendario }, '2026-02-18T17:30:00Z', { kind: 'closed', reason: cinzas, opensAt: '2026-02-19T11:00Z', opensInDays: 1 });
    check({ hours: TJ, calendario: { ...calendario, cinzasAte: '12:00' } }, '2026-02-18T15:00:00Z', { kind: 'open', until: '2026-02-18T17:00Z' });
    check({ hours: '24/7', calendario }, '2026-02-18T13:00:00Z', { kind: 'open' });
  });

  it('[BV-02] 29 February', () => {
    check({ hours: 'Mo-Su 08:00-14:00; Feb 29 off "Inventário"' }, '2028-02-29T12:00:00Z', {
      kind: 'closed',
      reason: { kind: 'hours', name: 'Inventário' },
      opensAt: '2028-03-01T11:00Z',
      opensInDays: 1,
    });
    check({ hours: 'Mo-Su 08:00-14:00; Feb 29 off' }, '2027-02-28T12:00:00Z', { kind: 'open' });
    check({ hours: 'Mo-Su 08:00-14:00' }, '2028-02-29T12:00:00Z', { kind: 'open' });
    check({ hours: 'Feb 29 08:00-14:00' }, '2027-02-28T12:00:00Z', { kind: 'closed', opensAt: '2028-02-29T11:00Z', opensInDays: 366 });
    check({ hours: 'Feb 29 08:00-14:00' }, '2025-02-28T12:00:00Z', { kind: 'closed', opensAt: null, opensInDays: null, nextChange: null });
  });

  it('[BV-02] a span past midnight into a holiday goes on to its end; none begins on the holiday', () => {
    const unit = { hours: 'Mo-Su 20:00-26:00' };
    // 20 November 2026 is a holiday: the service of the 19th ends at 02:00 of the 20th.
    check(unit, '2026-11-20T02:30:00Z', { kind: 'open', until: '2026-11-20T05:00Z', closesForDayAt: '2026-11-20T05:00Z' });
    check(unit, '2026-11-20T05:00:00Z', {
      kind: 'closed',
      reason: { kind: 'holiday', name: 'Dia Nacional de Zumbi e da Consciência Negra' },
      opensAt: '2026-11-21T23:00Z',
      opensInDays: 1,
    });
    check(unit, '2026-11-21T00:00:00Z', { kind: 'closed' });
  });

  it('[BV-02] midnight parts nothing: 08:00-24:00 and 00:00-02:00 are one service', () => {
    check({ hours: 'Mo 08:00-24:00; Tu 00:00-02:00' }, '2026-11-23T12:00:00Z', { kind: 'open', until: '2026-11-24T05:00Z', closesForDayAt: '2026-11-24T05:00Z' });
  });

  it('[BV-02] 24/7 never closes, not on holidays nor in the recess', () => {
    for (const now of ['2026-12-25T12:00:00Z', '2026-11-20T02:59:59Z', '2018-11-04T03:00:00Z']) {
      check({ hours: '24/7' }, now, { kind: 'open', until: null, closesForDayAt: null, nextChange: null });
    }
    check({ hours: '24/7', calendario: { horariosExcepcionais: [{ de: '2026-12-01', hours: '00:00-12:00', motivo: 'Mudança' }] } }, '2026-11-23T12:00:00Z', {
      kind: 'open',
      until: '2026-12-01T15:00Z',
    });
  });

  it('[BV-02] the recess over the end of the year: opens twenty days ahead', () => {
    check({ hours: TJ }, '2026-12-18T17:00:00Z', { kind: 'closed', reason: { kind: 'hours' }, opensAt: '2027-01-07T11:00Z', opensInDays: 20 });
    check({ hours: TJ }, '2026-12-22T12:00:00Z', { kind: 'closed', reason: { kind: 'recess', name: 'Recesso forense' }, opensAt: '2027-01-07T11:00Z', opensInDays: 16 });
    check({ hours: TJ }, '2026-12-25T12:00:00Z', { kind: 'closed', reason: { kind: 'holiday', name: 'Natal' } });
    check({ hours: TJ }, '2027-01-01T12:00:00Z', { kind: 'closed', reason: { kind: 'holiday', name: 'Confraternização Universal' }, opensInDays: 6 });
    check({ hours: TJ, calendario: { recesso: false } }, '2026-12-22T12:00:00Z', { kind: 'open' });
  });

  it('[BV-02] closed for good', () => {
    check({ hours: 'off' }, '2026-11-23T12:00:00Z', { kind: 'closed', opensAt: null, opensInDays: null, nextChange: null, refreshAt: '2026-11-24T03:00Z' });
    check({ hours: '2020 Mo-Fr 08:00-14:00' }, '2026-11-23T12:00:00Z', { kind: 'closed', opensAt: null });
  });

  it('[BV-02] exceptional hours: those of the unit before those of all, and before special days and holidays', () => {
    const horariosExcepcionais = [
      { de: '2026-06-24', hours: '10:00-13:00,14:00-15:00', motivo: 'Jogo do Brasil' },
      { de: '2026-06-23', ate: '2026-06-25', hours: 'off', motivo: 'Mudança de prédio', unidades: ['1-vara'] },
      { de: '2026-11-20', hours: '08:00-12:00', motivo: 'Mutirão' },
    ];
    const calendario = { horariosExcepcionais };
    const jogo = { kind: 'exceptional', name: 'Jogo do Brasil' };
    const mudanca = { kind: 'exceptional', name: 'Mudança de prédio' };
    check({ hours: TJ, calendario }, '2026-06-24T12:00:00Z', { kind: 'closed', reason: jogo, opensAt: '2026-06-24T13:00Z' });
    check({ hours: TJ, calendario }, '2026-06-24T13:30:00Z', { kind: 'open', reason: jogo, until: '2026-06-24T16:00Z', closesForDayAt: '2026-06-24T18:00Z' });
    check({ hours: TJ, calendario, unidadeId: '1-vara' }, '2026-06-24T13:30:00Z', { kind: 'closed', reason: mudanca, opensAt: '2026-06-26T11:00Z', opensInDays: 2 });
    check({ hours: TJ, calendario, unidadeId: '2-vara' }, '2026-06-23T13:30:00Z', { kind: 'open', reason: undefined });
    check({ hours: TJ, calendario }, '2026-11-20T11:30:00Z', { kind: 'open', until: '2026-11-20T15:00Z' });
    const especiais = [{ opens: '16:00', closes: '17:00', validFrom: '2026-06-24', validThrough: '2026-06-24' }];
    check({ hours: TJ, calendario, especiais }, '2026-06-24T19:30:00Z', { kind: 'closed', reason: jogo });
    check({ hours: TJ, especiais }, '2026-06-24T19:30:00Z', { kind: 'open', reason: { kind: 'exceptional' } });
  });

  it('[BV-02] exceptional hours that cannot be read promise nothing', () => {
    check({ hours: TJ, calendario: { horariosExcepcionais: [{ de: '2026-11-23', hours: '9h-12h', motivo: 'Teste' }] } }, '2026-11-23T13:00:00Z', { kind: 'closed' });
  });

  it('[BV-02] holidays of a city and of a unit', () => {
    const calendario = { feriados: [{ data: '11-24', nome: 'Padroeira', municipios: ['Natal'] }] };
    check({ hours: TJ, calendario, municipio: 'Natal' }, '2026-11-24T12:00:00Z', { kind: 'closed', reason: { kind: 'holiday', name: 'Padroeira' } });
    check({ hours: TJ, calendario, municipio: 'Mossoró' }, '2026-11-24T12:00:00Z', { kind: 'open' });
  });

  it('[BV-02] hours that cannot be read are unknown, not closed', () => {
    check({ hours: 'Seg a sex, 8h às 14h' }, '2026-11-23T12:00:00Z', { kind: 'unknown', nextChange: null });
    assert.throws(() => statusAt({ hours: TJ, timezone: 'America/Brasilia' }, utc('2026-11-23T12:00:00Z'), zone), RangeError);
  });

  it('[BV-02] midnight that comes twice (St. John\'s, 2006: back at 00:01)', () => {
    const stJohns = { hours: 'Mo-Su 08:00-14:00', timezone: 'America/St_Johns', calendario: { nacionais: false, recesso: false } };
    // 2006-10-29 00:01 went back to 2006-10-28 23:01 (02:31 UTC).
    check(stJohns, '2006-10-29T02:30:30Z', { kind: 'closed', opensAt: '2006-10-29T11:30Z', opensInDays: 0 });
    check(stJohns, '2006-10-29T02:45:00Z', { kind: 'closed', opensAt: '2006-10-29T11:30Z', opensInDays: 1 });
  });
});
