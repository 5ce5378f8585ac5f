/** Until the next paint. */
export const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/**
 * Waits for what comes late, such as a module that is loaded on use: looks, takes a step, looks again.
 * @param limit steps at the most
 * @param step what is done between two looks; by default nothing but a frame
 */
export async function until(ready: () => unknown, limit: number, step: () => Promise<unknown> = frame): Promise<void> {
  for (let taken = 0; taken < limit && !ready(); taken++) await step();
}
