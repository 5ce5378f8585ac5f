/** Medians, ratios and percentiles of what was measured. */

/** The value in the middle; of an even number of them, the mean of the two. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return NaN;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

/** The value that this share of them does not pass (nearest rank). @param share between 0 and 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? NaN;
}

/** How many times `base` it is; null where one of the two was not measured. */
export function ratio(value: number | undefined, base: number | undefined): number | null {
  if (value === undefined || base === undefined || !Number.isFinite(value) || !Number.isFinite(base) || base === 0) return null;
  return value / base;
}

/** How many times the base of the same run, in the median; null where nothing was measured of one of the two. */
export function pairedRatio(values: readonly (number | undefined)[], bases: readonly (number | undefined)[]): number | null {
  const ratios = values.map((value, run) => ratio(value, bases[run])).filter((one) => one !== null);
  return ratios.length > 0 ? median(ratios) : null;
}

/** Half of the distance between the quartiles beside the median: how far the runs are apart. */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : (percentile(values, 0.75) - percentile(values, 0.25)) / 2 / middle;
}

/** How much the least of a sequence grew from its first to its last quarter, as a share of the first: what a leak has, and one element that is still held when it is looked at has not. */
export function growth(values: readonly number[]): number {
  const quarter = Math.max(1, Math.floor(values.length / 4));
  const first = Math.min(...values.slice(0, quarter));
  return first === 0 ? 0 : (Math.min(...values.slice(-quarter)) - first) / first;
}
