import { toZonedTime } from 'date-fns-tz';
import { DAY, zoneRules } from './zone-rules.ts';
import type { ZoneRules } from './zone-rules.ts';

const exact = new Map<string, Intl.DateTimeFormat>();

/** Wall clock reading straight from `Intl`. */
function readExactly(zone: string, instant: number): number {
  let format = exact.get(zone);
  if (!format) {
    const numeric = 'numeric';
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric } as const;
    exact.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields })));
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = +value;
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/**
 * Offset from date-fns-tz, made independent of the visitor's own zone.
 *
 * `getTimezoneOffset` is of no use: it reads the fields of its date in the visitor's zone and takes them for a wall clock reading, and so
 * answers for another instant near a change of offset. `toZonedTime` reads the instant rightly, but gives the reading back as local
 * fields of a `Date`: a reading inside an hour that the visitor's own zone skips comes back later by as much as was skipped. So where the
 * visitor's clock jumped forward in the day before the reading, the reading is taken from `Intl` itself.
 */
function read(zone: string, instant: number): number {
  const z = toZonedTime(instant, zone);
  if (Number.isNaN(+z)) throw new RangeError(`Unknown time zone: ${zone}`);
  const jumped = new Date(+z - DAY).getTimezoneOffset() > z.getTimezoneOffset();
  const wall = jumped
    ? readExactly(zone, instant)
    : Date.UTC(z.getFullYear(), z.getMonth(), z.getDate(), z.getHours(), z.getMinutes(), z.getSeconds());
  return wall - instant;
}

/** Zone rules for browsers without native `Temporal`. */
export const dateFnsZone = (): ZoneRules => zoneRules(read);
