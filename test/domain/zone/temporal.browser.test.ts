import { expect } from '@open-wc/testing';
import { loadZoneRules } from '../../../src/adapters/clock/load-zone-rules.ts';
import { statusAt } from '../../../src/domain/hours/status.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { temporalZone } from '../../../src/domain/zone/temporal-zone.ts';
import type { TemporalLike } from '../../../src/domain/zone/temporal-zone.ts';
import { ZONES, intlOffset, transitions } from './intl-oracle.ts';

const native = (globalThis as { Temporal?: TemporalLike }).Temporal;

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x / 2 ** 32;
  }
}

describe('temporalZone', function () {
  this.timeout(30_000);

  before(function () {
    // Older browsers have no Temporal; there date-fns-tz is used, and tested.
    if (!native) this.skip();
  });

  it('[BV-02] gives the offset that Intl gives, in every zone', () => {
    const rules = temporalZone(native!);
    const next = numbers(20261121);
    const wrong: string[] = [];
    for (const zone of ZONES) {
      for (let i = 0; i < 20; i++) {
        const instant = Math.floor(Date.UTC(1975, 0) + next.next().value! * (Date.UTC(2037, 0) - Date.UTC(1975, 0)));
        if (rules.offsetAt(zone, instant) !== intlOffset(zone, instant)) wrong.push(`${zone} ${new Date(instant).toISOString()}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('[BV-02] changes offset in the very second', () => {
    const rules = temporalZone(native!);
    let checked = 0;
    for (const zone of ['America/Sao_Paulo', 'America/Rio_Branco', 'America/Eirunepe', 'America/Noronha', 'America/New_York', 'Europe/Lisbon', 'Pacific/Apia', 'Africa/Casablanca', 'Australia/Lord_Howe']) {
      for (const instant of transitions(zone, Date.UTC(2007, 0), Date.UTC(2020, 0))) {
        expect(rules.offsetAt(zone, instant - 1), zone).to.equal(intlOffset(zone, instant - 1000));
        expect(rules.offsetAt(zone, instant), zone).to.equal(intlOffset(zone, instant));
        checked++;
      }
    }
    expect(checked).to.be.greaterThan(100);
  });

  it('[BV-02] gives the statuses that date-fns-tz gives', () => {
    const [a, b] = [temporalZone(native!), dateFnsZone()];
    for (const timezone of ['America/Noronha', 'America/Sao_Paulo', 'America/Eirunepe', 'Africa/Casablanca']) {
      for (const hours of ['Mo-Fr 08:00-14:00', 'Mo-Su 22:00-02:00', 'Su 00:30-06:00']) {
        for (const around of ['2018-11-04T03:00Z', '2019-02-17T02:00Z', '2026-11-20T11:00Z']) {
          for (const minutes of [-90, -30, 0, 30, 90]) {
            const now = Date.parse(around) + minutes * 60_000;
            expect(statusAt({ hours, timezone }, now, a)).to.deep.equal(statusAt({ hours, timezone }, now, b));
          }
        }
      }
    }
  });

  it('[BV-02] tells a zone from what is none', () => {
    const rules = temporalZone(native!);
    for (const zone of ['America/Eirunepe', 'America/Rio_Branco', 'UTC']) expect(rules.isZone(zone), zone).to.be.true;
    for (const zone of ['America/Brasilia', '', '-03:00', 'Fortaleza']) expect(rules.isZone(zone), zone).to.be.false;
    expect(() => rules.offsetAt('America/Brasilia', 0)).to.throw(RangeError);
  });

  it('[BV-02] is what the page loads', async () => {
    const { Instant } = native!;
    const read = Instant.fromEpochMilliseconds;
    let reads = 0;
    Instant.fromEpochMilliseconds = (ms) => {
      reads++;
      return read.call(Instant, ms);
    };
    const rules = await loadZoneRules();
    expect(await loadZoneRules()).to.equal(rules);
    expect(rules.offsetAt('America/Fortaleza', Date.UTC(2026, 10, 23))).to.equal(-3 * 3_600_000);
    Instant.fromEpochMilliseconds = read;
    expect(reads).to.equal(1);
    expect(rules.offsetAt('America/Noronha', Date.UTC(2026, 10, 23))).to.equal(-2 * 3_600_000);
  });
});
