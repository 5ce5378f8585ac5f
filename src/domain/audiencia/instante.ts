import type { ZoneRules } from '../zone/zone-rules.ts';

/**
 * An hour that somebody wrote on the clock of a zone, as an instant with offset.
 * @param civil `2026-11-25T14:00`, as a date and time field gives it
 * @returns `2026-11-25T14:00:00-03:00`; null for what is no date
 */
export function instanteDe(civil: string, timezone: string, rules: ZoneRules): string | null {
  // Engines read the strangest texts as dates.
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(civil) ? Date.parse(`${civil.slice(0, 16)}:00Z`) : NaN;
  if (Number.isNaN(wall)) return null;
  const at = rules.instantOf(timezone, wall);
  const offset = rules.offsetAt(timezone, at);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${new Date(at + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The same the other way: what a date and time field shows of an instant. */
export function civilDe(instante: string, timezone: string, rules: ZoneRules): string {
  const at = Date.parse(instante);
  return Number.isNaN(at) ? '' : new Date(at + rules.offsetAt(timezone, at)).toISOString().slice(0, 16);
}
