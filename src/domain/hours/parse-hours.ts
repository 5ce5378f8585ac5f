import type { HoursError, HoursErrorCode, HoursResult, HoursRule, HoursRules } from './types.ts';

/** Bit of public holidays in `HoursRule.days`. */
export const PH = 128;
/** Bit of the recess, which only `24/7` has. */
export const RECESS = 256;
/** Bits of the seven weekdays. */
export const WEEK = 127;

/** `ph` stands where its bit is. */
export const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa', 'ph'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OFF = ['off', 'closed'];
const YEAR = /^\d{4}$/;
const TOKEN = /\p{L}+|\d+:\d+|\d+|"[^"]*"|\S/gu;

/** Key of a date in `HoursRule.dates`. */
export const dateKey = (year: number, month: number, day: number): number => year * 512 + month * 32 + day;

/**
 * Reads the part of OSM `opening_hours` that courts need: weekdays (`Mo-Fr`, `Fr-Mo`, `Mo,We`), `PH`, dates (`Dec 20-Jan 06`,
 * `2026 Jun 24`, `Jan-Mar`), spans (`08:00-12:00,13:00-18:00`; past midnight `22:00-02:00` or `20:00-26:00`), `24/7`, `off` or
 * `closed` (with spans: only then), and a comment in double quotes. Clauses are parted by `;` (a later one replaces what was said
 * of its days) or by `,` (adds to it).
 *
 * A span belongs to the day on which it begins: `Mo 22:00-02:00; Tu off` is open until Tuesday 02:00. `24/7` holds on holidays too.
 * On failure there is one error for each wrong clause; `explainHoursError` puts it in words.
 */
export function parseHours(text: string): HoursResult {
  const tokens = [...text.matchAll(TOKEN)];
  const errors: HoursError[] = [];
  const value: HoursRules = [];
  let i = 0;

  const peek = (ahead = 0): string => tokens[i + ahead]?.[0].toLowerCase() ?? '';
  const fail = (code: HoursErrorCode): never => {
    throw { code, at: tokens[i]?.index ?? text.length } satisfies HoursError;
  };
  const sign = (signs: string): boolean => !!peek() && signs.includes(peek()) && !!++i;
  const dash = (): boolean => sign('-–—');
  /** Moves past a word of the list. Its place, or -1. */
  const word = (list: string[]): number => (list.includes(peek()) ? list.indexOf(tokens[i++]![0].toLowerCase()) : -1);
  const time = (latest: number, code: HoursErrorCode): number => {
    const [, hours, minutes] = /^(\d\d?):([0-5]\d)$/.exec(peek()) ?? fail(code);
    const total = +hours! * 60 + +minutes!;
    if (total > latest) fail(code);
    i++;
    return total;
  };

  const datesOf = (): HoursRule['dates'] => {
    const dates: HoursRule['dates'] = [];
    let from = [0, 0, 0];
    /** Reads a date; what it leaves out is taken from the one before. */
    const date = (isEnd: boolean): number[] => {
      const begin = i;
      const y = YEAR.test(peek()) ? +tokens[i++]![0] : 0;
      const m = word(MONTHS) + 1 || (y ? 0 : from[1]!);
      const d = m && /^\d\d?$/.test(peek()) ? +peek() || 99 : -1;
      if (m && d > new Date(Date.UTC(2024, m, 0)).getUTCDate()) fail('date');
      if (d > 0) i++;
      if (i === begin || (isEnd && y && !from[0])) {
        i = begin;
        fail('date');
      }
      return [y || from[0]!, m, d];
    };
    if (YEAR.test(peek()) || MONTHS.includes(peek())) {
      do {
        from = date(false);
        const [y, m, d] = from as [number, number, number];
        const [y2, m2, d2] = (dash() ? date(true) : from) as [number, number, number];
        const first = dateKey(y, m, Math.max(d, 0));
        let last = dateKey(y2, m2 || 15, d2 < 0 ? 31 : d2);
        if (y && last < first) last += 512;
        dates.push([first, last]);
      } while (sign(','));
    }
    return dates;
  };

  const daysOf = (): number => {
    let days = 0;
    if (WEEKDAYS.includes(peek())) {
      do {
        const first = word(WEEKDAYS);
        if (first < 0) fail('weekday');
        if (first < 7 && dash()) {
          const last = word(WEEKDAYS.slice(0, 7));
          if (last < 0) fail('weekday');
          for (let day = first; day !== last; day = (day + 1) % 7) days |= 1 << day;
          days |= 1 << last;
        } else days |= 1 << first;
      } while (sign(','));
    }
    return days;
  };

  const clause = (adds: boolean): void => {
    const begin = i;
    const rule: HoursRule = { days: 0, dates: [], spans: [], off: false, level: 0 };
    if (peek() === '24' && peek(1) === '/' && peek(2) === '7') {
      i += 3;
      rule.days = WEEK | PH | RECESS;
      rule.spans = [{ start: 0, end: 1440 }];
    } else {
      rule.dates = datesOf();
      rule.days = daysOf() || WEEK;
      sign(':');
      while (/^\d+:/.test(peek())) {
        const start = time(1439, 'time');
        if (!dash()) fail('interval');
        let end = time(2880, 'interval');
        if (end === start) {
          i--;
          fail('equal');
        }
        if (end < start) end += 1440;
        rule.spans.push({ start, end });
        if (!/^\d+:/.test(peek(1)) || !sign(',')) break;
      }
    }
    rule.off = word(OFF) >= 0;
    if (!rule.off && !rule.spans.length) fail(i > begin ? 'time' : 'selector');
    if (peek()[0] === '"') rule.comment = tokens[i++]![0].slice(1, -1);
    if (peek() && !';,'.includes(peek())) fail('end');
    if (!adds && !(rule.off && rule.spans.length)) rule.level = value.length + 1;
    value.push(rule);
  };

  while (peek()) {
    try {
      const adds = sign(',');
      if (adds || !sign(';')) clause(adds);
    } catch (error) {
      errors.push(error as HoursError);
      while (peek() && peek() !== ';') i++;
    }
  }
  if (!value.length && !errors.length) errors.push({ code: 'empty', at: 0 });
  return errors.length ? { ok: false, errors } : { ok: true, value };
}
