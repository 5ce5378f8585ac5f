import type { OpeningHoursSpecification } from '../../contract/tribunal.ts';
import { minutesOf } from '../calendar/closures.ts';
import { dayOf } from '../calendar/civil.ts';
import { PH, WEEK, WEEKDAYS, dateKey } from './parse-hours.ts';
import type { HoursError, HoursResult, HoursRule } from './types.ts';

const TIME = /^([01]\d|2[0-4]):[0-5]\d/;

/**
 * Reads schema.org specifications, as usual hours or as special days. Several for one day add up; one bound to dates replaces the unbound,
 * and one for fewer days replaces one for more. `closes` before `opens` runs past midnight; `00:00` to `00:00`, or no times, is
 * closed; `closes` `23:59` means the end of the day, as people write it. Without `dayOfWeek` it holds on every day.
 */
export function parseSpecification(list: readonly OpeningHoursSpecification[]): HoursResult {
  const errors: HoursError[] = [];
  const value = list.map(({ dayOfWeek, opens, closes, validFrom, validThrough }, at): HoursRule => {
    let days = 0;
    for (const name of dayOfWeek === undefined ? [] : [dayOfWeek].flat()) {
      const word = name.replace(/^.*[/:]/, '').toLowerCase();
      const place = word === 'publicholidays' ? 7 : WEEKDAYS.indexOf(word.slice(0, 2));
      days |= place < 0 ? 512 : 1 << place;
    }
    const key = (date: string): number => dateKey(...(date.split('-').map(Number) as [number, number, number]));
    const dated = validFrom ?? validThrough;
    const off = opens === closes && (!opens || opens.startsWith('00:00'));
    const start = minutesOf(opens ?? '');
    let end = minutesOf(closes ?? '');
    if (end === 1439) end = 1440;
    if (end < start) end += 1440;
    if (days > 511 || (!off && (!TIME.test(opens ?? '') || !TIME.test(closes ?? '') || start === end))) errors.push({ code: 'spec', at });
    return {
      days: days || WEEK | PH,
      dates: dated ? [[validFrom ? key(validFrom) : 512, validThrough ? key(validThrough) : 1e9]] : [],
      spans: off ? [] : [{ start, end }],
      off,
      level: dated ? 1 + 1 / (1 + (dayOf(validThrough ?? '9999-12-31') - dayOf(validFrom ?? '0001-01-01'))) : 1,
    };
  });
  return errors.length ? { ok: false, errors } : { ok: true, value };
}
