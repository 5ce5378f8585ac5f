import { createClock } from './clock.ts';
import type { PageClock } from './clock.ts';

let shared: PageClock | undefined;

/** The clock of this page: one for all elements, so that there is one timer. */
export function browserClock(): PageClock {
  shared ??= createClock({
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    wakeSources: [
      { target: document, types: ['visibilitychange', 'resume'] },
      { target: window, types: ['pageshow', 'online', 'focus'] },
    ],
  });
  return shared;
}

/** Milliseconds to add to UTC for the visitor's own clock at the instant; costs no `Intl`. */
export const visitorOffsetAt = (instant: number): number => -new Date(instant).getTimezoneOffset() * 60_000;
