/** The plainest way to an offset: format with `Intl` and subtract. Slow and sure; the truth that implementations are held against. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function intlOffset(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const second = Math.floor(instant / 1000) * 1000;
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - second;
}

const HOUR = 3_600_000;

/** Instants (whole seconds) at which the offset changes. Steps of two days: two changes closer than that may be missed. */
export function transitions(zone: string, from: number, to: number): number[] {
  const found: number[] = [];
  let low = from;
  let before = intlOffset(zone, low);
  while (low < to) {
    const high = low + 48 * HOUR;
    const after = intlOffset(zone, high);
    if (after !== before) {
      let [a, b] = [low, high];
      while (b - a > 1000) {
        const middle = Math.floor((a + b) / 2000) * 1000;
        if (intlOffset(zone, middle) === before) a = middle;
        else b = middle;
      }
      found.push(b);
    }
    low = high;
    before = after;
  }
  return found;
}

/** Every zone that the platform names, with the plain ones. */
export const ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT+12', 'America/Noronha'];
