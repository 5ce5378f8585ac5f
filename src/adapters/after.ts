import type { Clock } from './ports.ts';

/**
 * Runs once after a wait by the monotonic clock, on the shared timer, whatever happens to the trusted clock meanwhile.
 * @param waitMs milliseconds
 * @returns the cancel function
 */
export function after(clock: Clock, waitMs: number, callback: () => void): () => void {
  const end = clock.mono() + waitMs;
  let cancel = (): void => undefined;
  let stopShift = (): void => undefined;
  const stop = (): void => {
    cancel();
    stopShift();
  };
  const arm = (): void => {
    cancel();
    const left = end - clock.mono();
    if (left > 0) cancel = clock.at(clock.now() + left, arm);
    else {
      stop();
      callback();
    }
  };
  stopShift = clock.onShift(arm);
  arm();
  return stop;
}
