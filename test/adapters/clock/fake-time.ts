/** Time that a test moves by hand: the true time, a device's clock that may be wrong, a monotonic clock that may stop, and one timer queue. */
export class FakeTime {
  /** True time, epoch milliseconds. */
  real = Date.UTC(2026, 10, 23, 12);
  wallError = 0;
  mono = 5_000;
  /** Timers that are set: at most one, if the kit keeps its word. */
  timers = new Map<number, { due: number; callback: () => void }>();
  timersSet = 0;
  #id = 0;
  readonly document = new EventTarget();
  readonly window = new EventTarget();
  listeners = 0;

  wall = (): number => this.real + this.wallError;
  monotonic = (): number => this.mono;
  setTimeout = (callback: () => void, ms: number): number => {
    if (ms > 2 ** 31 - 1 || !(ms >= 0)) throw new Error(`setTimeout cannot wait ${ms}`);
    this.timersSet++;
    this.timers.set(++this.#id, { due: this.mono + ms, callback });
    return this.#id;
  };
  clearTimeout = (timer: unknown): void => void this.timers.delete(timer as number);

  /** Time passes; timers ring on the way. */
  pass(ms: number): void {
    const end = this.mono + ms;
    for (;;) {
      const [next] = [...this.timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      const step = Math.max(next[1].due - this.mono, 0);
      this.real += step;
      this.mono += step;
      this.timers.delete(next[0]);
      next[1].callback();
    }
    this.real += end - this.mono;
    this.mono = end;
  }

  /** The machine sleeps: true time goes on, timers do not ring, and the monotonic clock may stop. */
  sleep(ms: number, { monoStops }: { monoStops: boolean }): void {
    this.real += ms;
    if (!monoStops) this.mono += ms;
  }

  /** Time passes but no timer rings, as in a frozen tab. */
  freeze(ms: number): void {
    this.sleep(ms, { monoStops: false });
  }

  sources() {
    const counted = (target: EventTarget) => ({
      addEventListener: (...args: Parameters<EventTarget['addEventListener']>) => {
        this.listeners++;
        target.addEventListener(...args);
      },
      removeEventListener: (...args: Parameters<EventTarget['removeEventListener']>) => {
        this.listeners--;
        target.removeEventListener(...args);
      },
    });
    return [
      { target: counted(this.document), types: ['visibilitychange', 'resume'] },
      { target: counted(this.window), types: ['pageshow', 'online', 'focus'] },
    ];
  }
}
