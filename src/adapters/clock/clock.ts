import type { Clock } from '../ports.ts';
import { createScheduler } from './scheduler.ts';
import type { SchedulerOptions } from './scheduler.ts';

/** What tells that a page woke up or came back. Listened to only while somebody waits for something. */
export interface WakeSource {
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  types: readonly string[];
}

export interface ClockOptions extends Pick<Partial<SchedulerOptions>, 'setTimeout' | 'clearTimeout' | 'onError'> {
  /** The device's clock, epoch milliseconds. It may be wrong, and may be set while the page is open. */
  wall: () => number;
  /** Milliseconds since any origin, never backwards. It may stand still while the machine sleeps. */
  monotonic: () => number;
  wakeSources?: readonly WakeSource[];
}

/** The clock of a page, and how sure it is. */
export interface PageClock extends Clock {
  /**
   * True while no server has told the time, and after a sleep or a change of the device's clock: the next answer of a server should
   * be handed to `sync`.
   */
  readonly needsSync: boolean;
}

/** Device clock and monotonic clock may part by this much before it means sleep or a change of the clock. Milliseconds. */
const DRIFT = 2_000;
/** A server tells time in whole seconds: half of one is added, and half of one is the error left. Milliseconds. */
const HALF_SECOND = 500;

/**
 * Time that does not believe the device. Before the first sample it is the device's clock. After it, it is the server's time carried on by the
 * monotonic clock: setting the device's clock changes nothing, and it does not go back, save by more than two seconds when a sample proves it wrong.
 *
 * Of samples that agree, the one with the shortest round trip is kept. Of two that contradict each other, the one that says it is later: a
 * `Date` is never in the future, but it is in the past when the answer came from a cache. When the device's clock advanced
 * more than the monotonic one, the machine is taken to have slept, the difference is added, and `needsSync` is set.
 */
export function createClock(options: ClockOptions): PageClock {
  const { wall, monotonic, wakeSources = [] } = options;
  const shiftListeners = new Set<() => void>();
  /** Server time less monotonic time, and the most that it can be wrong by. */
  let offset: number | null = null;
  let error = Infinity;
  let stale = true;
  let latest = -Infinity;
  let seenWall = wall();
  let seenMono = monotonic();

  const report = options.onError ?? ((thrown: unknown) => queueMicrotask(() => { throw thrown; }));

  /** Compares the two clocks with the last look at them. True when they parted. */
  const slept = (): boolean => {
    const wallNow = wall();
    const monoNow = monotonic();
    const drift = wallNow - seenWall - (monoNow - seenMono);
    seenWall = wallNow;
    seenMono = monoNow;
    if (Math.abs(drift) < DRIFT) return false;
    if (offset !== null) {
      // Set back: it was a person, or the network's time; the server's time goes on.
      if (drift < 0) return false;
      offset += drift;
      error = Infinity;
    }
    return (stale = true);
  };

  const read = (): number => {
    if (offset === null) return wall();
    const time = offset + monotonic();
    latest = latest - time > DRIFT ? time : Math.max(latest, time);
    return latest;
  };

  const now = (): number => {
    if (slept()) queueMicrotask(shifted);
    return read();
  };

  const scheduler = createScheduler({
    now,
    setTimeout: options.setTimeout ?? ((callback, ms) => globalThis.setTimeout(callback, ms)),
    clearTimeout: options.clearTimeout ?? ((timer) => globalThis.clearTimeout(timer as number)),
    onError: report,
  });

  const shifted = (): void => {
    for (const listener of [...shiftListeners]) {
      try {
        listener();
      } catch (thrown) {
        report(thrown);
      }
    }
    scheduler.rearm();
    listen();
  };

  /** The page came back from sleep, from the back/forward cache, or to the foreground. */
  const wake = (): void => {
    if (slept()) shifted();
    else scheduler.rearm();
    listen();
  };

  let listening = false;
  const listen = (): void => {
    const wanted = !scheduler.idle || shiftListeners.size > 0;
    if (wanted === listening) return;
    listening = wanted;
    for (const { target, types } of wakeSources) {
      for (const type of types) target[wanted ? 'addEventListener' : 'removeEventListener'](type, wake);
    }
  };

  return {
    now,
    mono: monotonic,
    get source() {
      return offset === null ? 'local' : 'server';
    },
    get needsSync() {
      slept();
      return stale;
    },
    at(instant, callback) {
      const cancel = scheduler.at(instant, () => {
        try {
          callback();
        } finally {
          listen();
        }
      });
      listen();
      return () => {
        cancel();
        listen();
      };
    },
    onShift(callback) {
      const listener = (): void => callback();
      shiftListeners.add(listener);
      listen();
      return () => {
        shiftListeners.delete(listener);
        listen();
      };
    },
    sync(serverMs, sentAt, receivedAt) {
      const doubt = (receivedAt - sentAt) / 2 + HALF_SECOND;
      const sample = serverMs + HALF_SECOND - (sentAt + receivedAt) / 2;
      if (!Number.isFinite(sample) || doubt < HALF_SECOND) return;
      slept();
      const before = read();
      const later = offset === null ? 0 : sample - offset;
      const agrees = Math.abs(later) <= doubt + error;
      if (agrees ? doubt <= error : later > 0) {
        offset = sample;
        error = doubt;
      }
      stale = false;
      if (Math.abs(read() - before) > HALF_SECOND) shifted();
    },
  };
}
