import { DAY } from '../zone/zone-rules.ts';
import type { ZoneRules } from '../zone/zone-rules.ts';
import { hoursOn, readHours } from './hours-on.ts';
import type { DayHours } from './hours-on.ts';
import type { AgendaUnidade, HoursError, Reason } from './types.ts';

/** How far an opening is looked for, in days. */
const HORIZON = 400;

interface Changes {
  /** Instant at which it opens or closes next; null when it never does, or not within 400 days. */
  nextChange: number | null;
  /** Instant at which this answer stops being right in any way: the next change, or the next midnight of the unit ("amanhã" becomes "hoje"). */
  refreshAt: number;
}

export type HoursStatus =
  | (Changes & {
      kind: 'open';
      /** Instant at which it closes; null when it does not within 400 days (`24/7`). */
      until: number | null;
      /** Instant at which the last service of the day ends: later than `until` when there is a break in between. */
      closesForDayAt: number | null;
      /** Given when the day has other hours than usual. */
      reason?: Reason | undefined;
    })
  | (Changes & {
      kind: 'closed';
      reason: Reason;
      /** Instant of the next opening; null when there is none within 400 days. */
      opensAt: number | null;
      /** Civil days from today to the next opening, in the unit's zone: 0 today, 1 tomorrow. */
      opensInDays: number | null;
    })
  /** The hours cannot be read: tell the webmaster, and do not tell a citizen that it is closed. */
  | { kind: 'unknown'; errors: HoursError[]; nextChange: null; refreshAt: null };

/** Day number of an instant in a zone. */
export const dayAt = (rules: ZoneRules, zone: string, instant: number): number =>
  Math.floor((instant + rules.offsetAt(zone, instant)) / DAY);

/**
 * Is the unit open at the instant, until when, and when does it open next?
 * @param now epoch milliseconds.
 * @throws RangeError when the unit's zone is unknown.
 */
export function statusAt(agenda: AgendaUnidade, now: number, zone: ZoneRules): HoursStatus {
  const read = readHours(agenda.hours);
  if (!read.ok) return { kind: 'unknown', errors: read.errors, nextChange: null, refreshAt: null };

  const { timezone } = agenda;
  const days = new Map<number, DayHours>();
  const on = (day: number): DayHours => {
    let hours = days.get(day);
    if (!hours) days.set(day, (hours = hoursOn(agenda, read.value, day)));
    return hours;
  };
  const instant = (day: number, minutes: number): number => zone.instantOf(timezone, day * DAY + minutes * 6e4);

  /** Instant at which the service that goes on until `minutes` of `day` really ends, spans that follow at once included. */
  const endOf = (day: number, minutes: number): number | null => {
    for (const last = day + HORIZON; day <= last; day++, minutes -= 1440) {
      for (const { start, end } of on(day).spans) {
        if (end > minutes && (start <= minutes || instant(day, start) <= instant(day, minutes))) minutes = end;
      }
      if (minutes < 1440 && instant(day, minutes) < instant(day + 1, 0)) return instant(day, minutes);
    }
    return null;
  };

  const today = dayAt(zone, timezone, now);
  let midnight = instant(today + 1, 0);
  // Where clocks go back over midnight, the day ends twice.
  if (midnight <= now) midnight = instant(today + 2, 0);
  const changes = (nextChange: number | null): Changes => ({ nextChange, refreshAt: Math.min(nextChange ?? midnight, midnight) });

  // Yesterday's spans may reach into today.
  for (let day = today - 1; day <= today + HORIZON; day++) {
    const { spans, reason } = on(day);
    for (const { start, end } of spans) {
      const opensAt = instant(day, start);
      const closesAt = instant(day, end);
      if (closesAt <= now || closesAt <= opensAt) continue;
      if (opensAt <= now) {
        const until = endOf(day, end);
        const last = spans.at(-1)!.end;
        return { kind: 'open', until, closesForDayAt: last === end ? until : endOf(day, last), reason, ...changes(until) };
      }
      const opensInDays = dayAt(zone, timezone, opensAt) - today;
      return { kind: 'closed', reason: closedReason(on(today), !opensInDays), opensAt, opensInDays, ...changes(opensAt) };
    }
  }
  return { kind: 'closed', reason: closedReason(on(today), false), opensAt: null, opensInDays: null, ...changes(null) };
}

const closedReason = ({ reason, late, spans }: DayHours, opensToday: boolean): Reason =>
  reason && (!late || opensToday || !spans.length) ? reason : { kind: 'hours' };
