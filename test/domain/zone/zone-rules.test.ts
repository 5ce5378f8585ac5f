import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { zoneRules } from '../../../src/domain/zone/zone-rules.ts';
import { ZONES, intlOffset, transitions } from './intl-oracle.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SP = 'America/Sao_Paulo';
const utc = (text: string): number => Date.parse(`${text}Z`);

describe('zoneRules.instantOf', () => {
  const rules = zoneRules(intlOffset);

  it('[BV-02] an hour that is skipped: the jump itself (São Paulo, 4 November 2018, 00:00)', () => {
    for (const civil of ['2018-11-04T00:00', '2018-11-04T00:30', '2018-11-04T00:59', '2018-11-04T01:00']) {
      assert.equal(rules.instantOf(SP, utc(civil)), utc('2018-11-04T03:00'), civil);
    }
    assert.equal(rules.instantOf(SP, utc('2018-11-03T23:59')), utc('2018-11-04T02:59'));
    assert.equal(rules.instantOf(SP, utc('2018-11-04T01:01')), utc('2018-11-04T03:01'));
  });

  it('[BV-02] an hour that repeats: the earlier one (São Paulo, 16 February 2019, 23:00)', () => {
    assert.equal(rules.instantOf(SP, utc('2019-02-16T23:00')), utc('2019-02-17T01:00'));
    assert.equal(rules.instantOf(SP, utc('2019-02-16T23:59')), utc('2019-02-17T01:59'));
    assert.equal(rules.instantOf(SP, utc('2019-02-17T00:00')), utc('2019-02-17T03:00'));
  });

  it('[BV-02] a day that is skipped (Apia, 30 December 2011)', () => {
    const jump = utc('2011-12-30T10:00');
    assert.equal(rules.instantOf('Pacific/Apia', utc('2011-12-30T12:00')), jump);
    assert.equal(rules.instantOf('Pacific/Apia', utc('2011-12-31T00:00')), jump);
    assert.equal(rules.instantOf('Pacific/Apia', utc('2011-12-29T23:59')), jump - MINUTE);
  });

  it('[BV-02] is the first instant that shows the civil time or a later one, in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2037, 0) / 1000 }), (zone, seconds) => {
        const instant = rules.instantOf(zone, seconds * 1000);
        assert.ok(instant + intlOffset(zone, instant) >= seconds * 1000);
        const before = instant - 1000;
        assert.ok(before + intlOffset(zone, before) < seconds * 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it('[BV-02] is that around every change of offset too, and never decreases', () => {
    let checked = 0;
    for (const zone of ZONES) {
      for (const change of transitions(zone, Date.UTC(2018, 0, 1), Date.UTC(2019, 6, 1))) {
        const [before, after] = [intlOffset(zone, change - 1000), intlOffset(zone, change)];
        let last = -Infinity;
        for (let civil = change + before - 3 * HOUR; civil < change + after + 3 * HOUR; civil += 15 * MINUTE) {
          // The plain meaning: walk minute by minute to the first that shows it.
          let expected = civil - Math.max(before, after) - 30 * HOUR;
          while (expected + (expected < change ? before : after) < civil) expected += MINUTE;
          const instant = rules.instantOf(zone, civil);
          assert.equal(instant, expected, `${zone} ${new Date(civil).toISOString()}`);
          assert.ok(instant >= last);
          last = instant;
          checked++;
        }
      }
    }
    assert.ok(checked > 5000, `${checked}`);
  });

  it('[BV-02] reads each offset once', () => {
    let reads = 0;
    const counted = zoneRules((zone, instant) => {
      reads++;
      return intlOffset(zone, instant);
    });
    for (let i = 0; i < 100; i++) counted.instantOf('America/Manaus', utc('2026-11-23T08:00') + i * MINUTE);
    assert.equal(reads, 2);
  });
});
