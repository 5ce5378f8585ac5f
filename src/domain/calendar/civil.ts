/** Civil dates as whole days since 1970-01-01, so that they can be counted and compared. */

/** Day number of `YYYY-MM-DD`. NaN when it is no date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 864e5;

const dates = new Map<number, string>();

/** `YYYY-MM-DD` of a day number. Remembered: a year is walked through for each unit of a list. */
export function dateOf(day: number): string {
  let date = dates.get(day);
  if (!date) {
    if (dates.size > 999) dates.clear();
    dates.set(day, (date = new Date(day * 864e5).toISOString().slice(0, 10)));
  }
  return date;
}

/** Day of the week, 0 = Sunday to 6 = Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
