/** Until the next paint. */
export const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Shorter than what a test is given in all (web-test-runner.config.js), so that it is told what did not happen. */
const GIVE_UP_MS = 15_000;

/**
 * Waits for what comes late, such as a module that is loaded on use, however slow the machine: looks, takes a step, looks again.
 * @param what says what was awaited, when it never comes
 * @param step what is done between two looks; by default nothing but a frame
 * @throws Error when it does not come within 15 s
 */
export async function until(ready: () => unknown, what = String(ready), step: () => Promise<unknown> = frame): Promise<void> {
  const started = performance.now();
  while (!ready()) {
    if (performance.now() - started > GIVE_UP_MS) throw new Error(`never happened: ${what}`);
    await step();
  }
}

/** Waits for what may not come here, and then goes on without it. @param looks at the most, a frame between two */
export async function perhaps(ready: () => unknown, looks: number): Promise<void> {
  for (let taken = 0; taken < looks && !ready(); taken++) await frame();
}
