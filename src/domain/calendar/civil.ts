/** Civil dates as whole days since 1970-01-01, so that they can be counted and compared. */

/** Day number of `YYYY-MM-DD`. NaN when it is no date. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 864e5;

/** `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);

/** Day of the week, 0 = Sunday to 6 = Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
