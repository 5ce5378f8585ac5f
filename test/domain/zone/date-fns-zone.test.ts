import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { getTimezoneOffset } from 'date-fns-tz';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { ZONES, intlOffset, transitions } from './intl-oracle.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(1975, 0, 1);
const TO = Date.UTC(2037, 0, 1);

/** Runs with another zone of the process, as if the visitor were there. */
function asVisitorIn<T>(zone: string, run: () => T): T {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

const VISITORS = ['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo', 'Europe/London', 'Australia/Lord_Howe'];

describe('dateFnsZone', () => {
  for (const visitor of VISITORS) {
    it(`[BV-02] gives the offset that Intl gives, in every zone, to a visitor in ${visitor}`, () => {
      asVisitorIn(visitor, () => {
        fc.assert(
          fc.property(fc.constantFrom(...ZONES), fc.integer({ min: FROM, max: TO }), (zone, instant) => {
            assert.equal(dateFnsZone().offsetAt(zone, instant), intlOffset(zone, instant));
          }),
          { numRuns: 1500 },
        );
      });
    });
  }

  it('[BV-02] changes offset in the very second, in every zone, whatever the visitor\'s zone', () => {
    const rules = VISITORS.map(() => dateFnsZone());
    let checked = 0;
    for (const zone of ZONES) {
      for (const instant of transitions(zone, Date.UTC(2017, 6, 1), Date.UTC(2019, 6, 1))) {
        const [before, after] = [intlOffset(zone, instant - 1000), intlOffset(zone, instant)];
        VISITORS.forEach((visitor, i) =>
          asVisitorIn(visitor, () => {
            assert.equal(rules[i]!.offsetAt(zone, instant - 1), before, `${zone} before ${new Date(instant).toISOString()}`);
            assert.equal(rules[i]!.offsetAt(zone, instant), after, `${zone} at ${new Date(instant).toISOString()}`);
          }),
        );
        checked++;
      }
    }
    assert.ok(checked > 400, `only ${checked} changes found`);
  });

  it('[BV-02] is right in readings that the visitor\'s own clock skips', () => {
    for (const visitor of ['America/New_York', 'Europe/Paris', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe']) {
      const jumps = transitions(visitor, Date.UTC(2009, 0, 1), TO).filter((t) => intlOffset(visitor, t) > intlOffset(visitor, t - 1000));
      assert.ok(jumps.length > 2);
      for (const jump of jumps.slice(0, 14)) {
        const skipped = jump + intlOffset(visitor, jump - 1000);
        const size = intlOffset(visitor, jump) - intlOffset(visitor, jump - 1000);
        for (const zone of ['America/Fortaleza', 'America/Sao_Paulo', 'America/Noronha', 'Africa/Casablanca', 'Europe/London', 'Pacific/Chatham']) {
          for (const into of [0, size / 2, size - 1000]) {
            const instant = skipped + into - intlOffset(zone, jump);
            asVisitorIn(visitor, () => assert.equal(dateFnsZone().offsetAt(zone, instant), intlOffset(zone, instant)));
          }
        }
      }
    }
  });

  it('[BV-02] cannot be built on getTimezoneOffset, which answers for another instant', () => {
    // 15 minutes before São Paulo's clocks went back in 2019.
    const instant = Date.UTC(2019, 1, 17, 1, 45);
    asVisitorIn('Asia/Tokyo', () => {
      assert.notEqual(getTimezoneOffset('America/Sao_Paulo', new Date(instant)), intlOffset('America/Sao_Paulo', instant));
      assert.equal(dateFnsZone().offsetAt('America/Sao_Paulo', instant), -2 * HOUR);
    });
  });

  it('[BV-02] takes an instant with a fraction of a second', () => {
    const t0 = Date.UTC(2018, 10, 4, 3);
    assert.equal(dateFnsZone().offsetAt('America/Sao_Paulo', t0 - 0.25), -3 * HOUR);
    assert.equal(dateFnsZone().offsetAt('America/Sao_Paulo', t0 + 0.25), -2 * HOUR);
  });

  it('[BV-02] tells a zone from what is none', () => {
    const rules = dateFnsZone();
    for (const zone of ['America/Eirunepe', 'America/Rio_Branco', 'UTC']) assert.ok(rules.isZone(zone), zone);
    for (const zone of ['America/Brasilia', '', '-03:00', 'Fortaleza']) assert.ok(!rules.isZone(zone), zone);
    assert.throws(() => rules.offsetAt('America/Brasilia', 0), RangeError);
  });
});
