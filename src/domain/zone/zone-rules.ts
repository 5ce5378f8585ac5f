/** Milliseconds of a civil day. */
export const DAY = 864e5;

/**
 * What the hours engine needs to know of time zones. Instants are epoch milliseconds. A civil time is a wall clock reading written
 * as if it were UTC (`Date.UTC(...)`), so that plain arithmetic works on it.
 */
export interface ZoneRules {
  /** Milliseconds to add to UTC at this instant. Throws `RangeError` for an unknown zone. */
  offsetAt(zone: string, instant: number): number;
  /**
   * The first instant at which clocks in the zone show this civil time or a later one: the earlier of two in an hour that
   * repeats, the jump itself for an hour that is skipped. (Temporal's "compatible" would open a counter an hour late when
   * its opening falls in the skipped hour.) Never decreases as `civil` grows.
   */
  instantOf(zone: string, civil: number): number;
  /** Is this a zone that the browser knows? */
  isZone(zone: string): boolean;
}

/** Remembers offsets, and turns them into the other direction. `read` gets an instant in whole seconds. */
export function zoneRules(read: (zone: string, instant: number) => number): ZoneRules {
  const cache = new Map<string, Map<number, number>>();

  const offsetAt = (zone: string, instant: number): number => {
    const second = Math.floor(instant / 1e3) * 1e3;
    let known = cache.get(zone);
    if (!known || known.size > 4e3) cache.set(zone, (known = new Map()));
    let offset = known.get(second);
    if (offset === undefined) known.set(second, (offset = read(zone, second)));
    return offset;
  };

  return {
    offsetAt,
    instantOf(zone, civil) {
      // The same two probes for every time of a day, so that they are read once.
      const midnight = Math.floor(civil / DAY) * DAY;
      let low = midnight - DAY;
      let high = midnight + 2 * DAY;
      const before = offsetAt(zone, low);
      const after = offsetAt(zone, high);
      if (before === after) return civil - before;
      while (high - low > 1e3) {
        const middle = Math.floor((low + high) / 2e3) * 1e3;
        if (offsetAt(zone, middle) === before) low = middle;
        else high = middle;
      }
      return civil - before < high ? civil - before : Math.max(high, civil - after);
    },
    isZone(zone) {
      try {
        offsetAt(zone, 0);
        return /[a-z]/i.test(zone);
      } catch {
        return false;
      }
    },
  };
}
