import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createClock } from '../../../src/adapters/clock/clock.ts';
import { LONGEST_WAIT, createScheduler } from '../../../src/adapters/clock/scheduler.ts';
import { FakeTime } from './fake-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const setUp = () => {
  const time = new FakeTime();
  const errors: unknown[] = [];
  const { wall, monotonic, setTimeout, clearTimeout } = time;
  const clock = createClock({ wall, monotonic, setTimeout, clearTimeout, wakeSources: time.sources(), onError: (error) => errors.push(error) });
  /** An answer of a server whose clock is right, after a round trip. */
  const answer = (roundTrip = 100, serverError = 0): void => {
    const sent = time.mono;
    time.pass(roundTrip / 2);
    const date = Math.floor((time.real + serverError) / 1000) * 1000;
    time.pass(roundTrip / 2);
    clock.sync(date, sent, time.mono);
  };
  return { time, clock, answer, errors };
};
const near = (actual: number, expected: number, within: number): void => assert.ok(Math.abs(actual - expected) <= within, `${actual - expected} ms off, ${within} allowed`);

describe('clock', () => {
  it('[BV-02] before any answer it is the device\'s clock, and says so', () => {
    const { time, clock } = setUp();
    time.wallError = 5 * HOUR;
    assert.equal(clock.source, 'local');
    assert.equal(clock.needsSync, true);
    assert.equal(clock.now(), time.wall());
    assert.equal(clock.mono(), time.mono);
  });

  for (const hours of [5, -5]) {
    it(`[BV-02] a device ${Math.abs(hours)} hours ${hours > 0 ? 'fast' : 'slow'} is put right by the first answer`, () => {
      const { time, clock, answer } = setUp();
      time.wallError = hours * HOUR;
      let shifts = 0;
      clock.onShift(() => shifts++);
      clock.now();
      answer();
      assert.equal(clock.source, 'server');
      assert.equal(clock.needsSync, false);
      near(clock.now(), time.real, 600);
      assert.ok(shifts > 0);
      time.pass(3 * HOUR);
      near(clock.now(), time.real, 600);
    });
  }

  it('[BV-02] of answers that agree, the one with the shortest round trip is kept', () => {
    const { time, clock, answer } = setUp();
    answer(8_000);
    time.pass(100);
    answer(40);
    time.pass(5_000);
    const best = clock.now() - time.real;
    near(best, 0, 520);
    for (const roundTrip of [3_000, 900, 6_000]) {
      answer(roundTrip);
      near(clock.now() - time.real, best, 1);
    }
  });

  it('[BV-02] is never off by more than half a second and half a round trip', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ roundTrip: fc.integer({ min: 0, max: 4_000 }), pause: fc.integer({ min: 0, max: 100_000 }) }), { minLength: 1, maxLength: 8 }), fc.integer({ min: -9e7, max: 9e7 }), (answers, wallError) => {
        const { time, clock, answer } = setUp();
        time.wallError = wallError;
        let best = Infinity;
        for (const { roundTrip, pause } of answers) {
          time.pass(pause);
          answer(roundTrip);
          best = Math.min(best, roundTrip);
          near(clock.now(), time.real, 501 + best / 2);
        }
      }),
    );
  });

  it('[BV-02] does not go back by small corrections, and does by large ones', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: -700, max: 700 })), { minLength: 2, maxLength: 12 }), (answers) => {
        const { clock, answer } = setUp();
        answer(1_000);
        let last = clock.now();
        for (const [roundTrip, error] of answers) {
          answer(roundTrip, error);
          assert.ok(clock.now() >= last);
          last = clock.now();
        }
      }),
    );
  });

  it('[BV-02] an answer out of a cache, with an old Date, does not set it back', () => {
    const { time, clock, answer } = setUp();
    answer(300);
    answer(2, -2 * HOUR);
    near(clock.now(), time.real, 700);
  });

  it('[BV-02] an answer that says it is later wins over one that came out of a cache', () => {
    const { time, clock, answer } = setUp();
    answer(2, -2 * HOUR);
    answer(2_000);
    near(clock.now(), time.real, 1_600);
  });

  it('[BV-02] what is no time is left aside', () => {
    const { time, clock } = setUp();
    clock.sync(NaN, 0, 10);
    clock.sync(time.real, 10, 0);
    assert.equal(clock.source, 'local');
  });

  it('[BV-02] setting the device\'s clock back changes nothing', () => {
    const { time, clock, answer } = setUp();
    answer();
    const before = clock.now();
    time.wallError = -3 * HOUR;
    assert.equal(clock.now(), before);
    assert.equal(clock.needsSync, false);
  });

  for (const monoStops of [true, false]) {
    it(`[BV-02] sleep, with a monotonic clock that ${monoStops ? 'stops' : 'goes on'}`, () => {
      const { time, clock, answer } = setUp();
      time.wallError = 5 * HOUR;
      answer();
      time.sleep(4 * HOUR, { monoStops });
      near(clock.now(), time.real, 700);
      assert.equal(clock.needsSync, monoStops);
      answer();
      assert.equal(clock.needsSync, false);
      near(clock.now(), time.real, 600);
    });
  }

  it('[BV-02] a device whose clock is set forward is taken for one that slept, until the next answer', () => {
    const { time, clock, answer } = setUp();
    answer();
    time.wallError = HOUR;
    near(clock.now(), time.real + HOUR, 700);
    assert.equal(clock.needsSync, true);
    answer();
    near(clock.now(), time.real, 700);
  });

  it('[BV-02] tells when it was put right, also those that fail', async () => {
    const { time, clock, answer, errors } = setUp();
    let told = 0;
    clock.onShift(() => {
      throw new Error('a subscriber failed');
    });
    const stop = clock.onShift(() => told++);
    time.wallError = HOUR;
    clock.now();
    await Promise.resolve();
    assert.equal(told, 1);
    answer();
    assert.equal(told, 2);
    assert.equal(errors.length, 2);
    stop();
    time.sleep(HOUR, { monoStops: true });
    clock.now();
    await Promise.resolve();
    assert.equal(told, 2);
  });
});

describe('one timer for a page', () => {
  it('[BV-02] nothing is set and nothing listened to while nobody waits', () => {
    const { time, clock } = setUp();
    clock.now();
    assert.equal(time.timers.size, 0);
    assert.equal(time.listeners, 0);
    const cancel = clock.at(clock.now() + HOUR, () => undefined);
    assert.equal(time.timers.size, 1);
    assert.equal(time.listeners, 5);
    cancel();
    cancel();
    assert.equal(time.timers.size, 0);
    assert.equal(time.listeners, 0);
    const stop = clock.onShift(() => undefined);
    assert.equal(time.listeners, 5);
    stop();
    assert.equal(time.listeners, 0);
  });

  it('[BV-02] rings for each at its instant, in order, with one timer, and is still afterwards', () => {
    const { time, clock } = setUp();
    const start = clock.now();
    const rung: [number, number][] = [];
    for (const minutes of [300, 5, 45, 5, 0, -10]) clock.at(start + minutes * MINUTE, () => rung.push([minutes, (clock.now() - start) / MINUTE]));
    assert.equal(time.timers.size, 1);
    assert.deepEqual(rung, [], 'never at once');
    for (let i = 0; i < 301; i++) {
      time.pass(MINUTE);
      assert.ok(time.timers.size <= 1);
    }
    assert.deepEqual(rung, [[-10, 0], [0, 0], [5, 5], [5, 5], [45, 45], [300, 300]]);
    assert.equal(time.timers.size, 0);
    assert.equal(time.listeners, 0);
  });

  it('[BV-02] rings at the next change rather than polling', () => {
    const { time, clock } = setUp();
    clock.at(clock.now() + 8 * MINUTE, () => undefined);
    time.pass(8 * MINUTE);
    assert.equal(time.timersSet, 1);
  });

  it('[BV-02] waits for what is weeks ahead, without asking more of setTimeout than it can', () => {
    const { time, clock } = setUp();
    let rung = 0;
    const at = clock.now() + 40 * 24 * HOUR;
    clock.at(at, () => (rung = clock.now()));
    time.pass(40 * 24 * HOUR - 1);
    assert.equal(rung, 0);
    time.pass(1);
    assert.equal(rung, at);
    clock.at(Infinity, () => assert.fail('never comes'));
    assert.equal(time.timers.size, 0);
  });

  for (const [target, type] of [['document', 'visibilitychange'], ['document', 'resume'], ['window', 'pageshow'], ['window', 'online'], ['window', 'focus']] as const) {
    it(`[BV-02] a frozen tab catches up on ${type}`, () => {
      const { time, clock } = setUp();
      let rung = 0;
      clock.at(clock.now() + HOUR, () => rung++);
      time.freeze(2 * HOUR);
      assert.equal(rung, 0);
      time[target].dispatchEvent(new Event(type));
      assert.equal(rung, 1);
    });
  }

  it('[BV-02] after a sleep that stopped its timer it rings by the longest wait at the latest, with no event at all', () => {
    const { time, clock, answer } = setUp();
    answer();
    let rung = 0;
    clock.at(clock.now() + 3 * HOUR, () => rung++);
    time.sleep(8 * HOUR, { monoStops: true });
    time.pass(LONGEST_WAIT);
    assert.equal(rung, 1);
  });

  it('[BV-02] an answer that puts the clock right sets the timer again', () => {
    const { time, clock, answer } = setUp();
    time.wallError = -5 * HOUR;
    let rung = 0;
    // By the device it is five hours away; in truth it is in one minute.
    clock.at(time.real + MINUTE, () => rung++);
    time.pass(2 * MINUTE);
    assert.equal(rung, 0);
    answer();
    assert.equal(rung, 1);
  });

  it('[BV-02] one that fails does not silence the others; one that is cancelled by another is not called', () => {
    const { time, clock, errors } = setUp();
    const at = clock.now() + MINUTE;
    const rung: string[] = [];
    let cancelThird = (): void => undefined;
    clock.at(at, () => {
      throw new Error('a subscriber failed');
    });
    clock.at(at, () => {
      rung.push('second');
      cancelThird();
    });
    cancelThird = clock.at(at, () => rung.push('third'));
    clock.at(at, () => rung.push('fourth'));
    time.pass(MINUTE);
    assert.deepEqual(rung, ['second', 'fourth']);
    assert.equal(errors.length, 1);
    assert.equal(time.listeners, 0);
  });

  it('[BV-02] may be asked again from within', () => {
    const { time, clock } = setUp();
    const start = clock.now();
    const rung: number[] = [];
    const tick = (): void => {
      rung.push((clock.now() - start) / MINUTE);
      if (rung.length < 4) clock.at(clock.now() + 7 * MINUTE, tick);
    };
    clock.at(start + 7 * MINUTE, tick);
    time.pass(HOUR);
    assert.deepEqual(rung, [7, 14, 21, 28]);
    assert.equal(time.timers.size, 0);
  });

  it('[BV-02] calls each exactly once and none before its instant, whatever is asked and cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.integer({ min: -100, max: 5_000_000 }), cancel: fc.boolean(), after: fc.integer({ min: 0, max: 300_000 }) }), { maxLength: 25 }), (asks) => {
        const time = new FakeTime();
        const scheduler = createScheduler({ now: () => time.real, setTimeout: time.setTimeout, clearTimeout: time.clearTimeout, onError: (error) => assert.fail(String(error)) });
        const start = time.real;
        const calls = asks.map(() => 0);
        const cancelled = asks.map(({ at, cancel, after }, i) => {
          const stop = scheduler.at(start + at, () => {
            calls[i]!++;
            assert.ok(time.real >= start + at);
          });
          time.pass(after);
          assert.ok(time.timers.size <= 1);
          if (cancel && !calls[i]) {
            stop();
            return true;
          }
          return false;
        });
        time.pass(6_000_000);
        assert.deepEqual(calls, cancelled.map((was) => (was ? 0 : 1)));
        assert.equal(time.timers.size, 0);
        assert.ok(scheduler.idle);
      }),
    );
  });
});
