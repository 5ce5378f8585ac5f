/** A character counter that stays quiet until it matters. */
export interface Counter {
  /** Characters left; negative when past the limit. */
  left: number;
  /** The number is worth showing: the last fifth of the room, or past it. */
  visible: boolean;
  /** Changes only at a few marks, so that a screen reader says it then and not at every key. Null when there is nothing to say. */
  mark: number | null;
}

const MARKS = [0, 10, 50, 100, 500, 1000];

/**
 * @param length characters written
 * @param max limit in characters
 */
export function counter(length: number, max: number): Counter {
  const left = max - length;
  if (left < 0) return { left, visible: true, mark: -1 };
  return { left, visible: left <= max / 5, mark: MARKS.find((mark) => left <= mark && mark <= max / 5) ?? null };
}
