import { dateOf, dayOf, weekdayOf } from '../calendar/civil.ts';
import { DAY } from '../zone/zone-rules.ts';
import type { ZoneRules } from '../zone/zone-rules.ts';
import { hoursOn, readHours } from './hours-on.ts';
import { dayAt } from './status.ts';
import type { AgendaUnidade, CivilDate, Reason, Span } from './types.ts';

/** One day of a table of hours. */
export interface WeekDay {
  date: CivilDate;
  /** 0 = Sunday to 6 = Saturday. */
  weekday: number;
  /** In minutes of the day, in the unit's zone. Empty: closed. */
  spans: Span[];
  /** The same on the visitor's clock, where it is shown. */
  theirs?: Span[];
  /** Why the day is not an ordinary one. */
  reason?: Reason | undefined;
}

/** Today and the six days after it, as they will be: holidays, recess and exceptional hours included. Null when the hours cannot be read. */
export function hoursOfWeek(agenda: AgendaUnidade, now: number, zone: ZoneRules): WeekDay[] | null {
  const read = readHours(agenda.hours);
  if (!read.ok) return null;
  const today = dayAt(zone, agenda.timezone, now);
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const { spans, reason } = hoursOn(agenda, read.value, today + ahead);
    return { date: dateOf(today + ahead), weekday: weekdayOf(today + ahead), spans, reason };
  });
}

/** The usual week of this time of the year, Monday first, without the calendar. Null when the hours cannot be read. */
export function usualWeek(agenda: AgendaUnidade, now: number, zone: ZoneRules): WeekDay[] | null {
  const { hours, timezone } = agenda;
  const plain = { hours, timezone, calendario: { nacionais: false, recesso: false } };
  return hoursOfWeek(plain, now, zone)?.sort((a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7)) ?? null;
}

/**
 * A span of the unit on the visitor's clock, in minutes from 00:00 of the same date: below 0 it begins on the day before, from 1440 on it
 * begins on the day after. `visitorOffsetAt` gives the milliseconds to add to UTC at an instant.
 */
export function spanForVisitor(
  date: CivilDate,
  { start, end }: Span,
  timezone: string,
  zone: ZoneRules,
  visitorOffsetAt: (instant: number) => number,
): Span {
  const day = dayOf(date) * DAY;
  const convert = (minutes: number): number => {
    const instant = zone.instantOf(timezone, day + minutes * 6e4);
    return (instant + visitorOffsetAt(instant) - day) / 6e4;
  };
  return { start: convert(start), end: convert(end) };
}

/** Civil day (days since 1970-01-01) and minutes that a clock with this offset shows at the instant. */
export function clockAt(instant: number, offset: number): { day: number; minutes: number } {
  const day = Math.floor((instant + offset) / DAY);
  return { day, minutes: Math.floor((instant + offset - day * DAY) / 6e4) };
}
