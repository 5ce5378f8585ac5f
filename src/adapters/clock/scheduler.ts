/** One timer for a whole page, whatever the number of subscribers. */

export interface SchedulerOptions {
  /** Trusted time, epoch milliseconds. */
  now: () => number;
  setTimeout: (callback: () => void, ms: number) => unknown;
  clearTimeout: (timer: unknown) => void;
  /** Told of what a callback threw, so that one subscriber's failure does not silence the others. */
  onError: (error: unknown) => void;
}

/**
 * Longest time that one timer waits, in milliseconds. `setTimeout` cannot wait longer than 2^31 - 1 ms, and a timer that was set before
 * the machine slept may ring late by as long as it slept, on a screen that nobody touches and no event wakes.
 */
export const LONGEST_WAIT = 10 * 60_000;

export interface Scheduler {
  /** Calls back once, never at once but soon, when the instant has come or is past. Returns the cancel function. */
  at(instant: number, callback: () => void): () => void;
  /** Runs what is due and sets the timer again: after the clock was corrected, or the page woke up. */
  rearm(): void;
  /** Is anything waited for? */
  readonly idle: boolean;
}

export function createScheduler({ now, setTimeout, clearTimeout, onError }: SchedulerOptions): Scheduler {
  const waiting = new Set<{ instant: number; callback: () => void }>();
  let timer: unknown;
  let armedFor = Infinity;

  const disarm = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    armedFor = Infinity;
  };

  const arm = (): void => {
    disarm();
    for (const { instant } of waiting) armedFor = Math.min(armedFor, instant);
    if (armedFor === Infinity) return;
    timer = setTimeout(run, Math.min(Math.max(Math.ceil(armedFor - now()), 0), LONGEST_WAIT));
  };

  const run = (): void => {
    const time = now();
    const due = [...waiting].filter(({ instant }) => instant <= time).sort((a, b) => a.instant - b.instant);
    for (const entry of due) {
      // One that was cancelled by an earlier one is not called.
      if (!waiting.delete(entry)) continue;
      try {
        entry.callback();
      } catch (error) {
        onError(error);
      }
    }
    arm();
  };

  return {
    at(instant, callback) {
      const entry = { instant, callback };
      // What never comes needs no timer.
      if (Number.isFinite(instant)) {
        waiting.add(entry);
        if (instant < armedFor) arm();
      }
      return () => {
        if (waiting.delete(entry) && (!waiting.size || entry.instant <= armedFor)) arm();
      };
    },
    rearm: run,
    get idle() {
      return !waiting.size;
    },
  };
}
