import { getTimezoneOffset, toZonedTime } from 'date-fns-tz';
import { DAY, zoneRules } from './zone-rules.ts';
import type { ZoneRules } from './zone-rules.ts';

const MINUTE = 6e4;

/**
 * Offset from date-fns-tz, made independent of the visitor's own zone.
 *
 * - `getTimezoneOffset` reads the fields of its date in the visitor's zone and takes them for a wall clock reading: near a
 *   change of offset it answers for another instant.
 * - `toZonedTime` reads the instant rightly, but gives the answer back as local fields of a `Date`: a reading inside an hour that the
 *   visitor's own zone skips comes back later by as much as was skipped.
 *
 * So the reading of `toZonedTime` is taken, unless the visitor's clock jumped forward in the day before it. Then the offset is
 * either what was read or that less the jump, and `getTimezoneOffset`, asked for the wall clock that the smaller one would show,
 * confirms it or not.
 */
function read(zone: string, instant: number): number {
  const z = toZonedTime(instant, zone);
  const offset = Date.UTC(z.getFullYear(), z.getMonth(), z.getDate(), z.getHours(), z.getMinutes(), z.getSeconds()) - instant;
  if (Number.isNaN(offset)) throw new RangeError(`Unknown time zone: ${zone}`);
  const jump = (new Date(+z - DAY).getTimezoneOffset() - z.getTimezoneOffset()) * MINUTE;
  return jump > 0 && getTimezoneOffset(zone, new Date(instant + offset - jump)) === offset - jump ? offset - jump : offset;
}

/** Zone rules for browsers without native `Temporal`. */
export const dateFnsZone = (): ZoneRules => zoneRules(read);
