import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo, type Demo, type DemoOptions } from '../../demo/server.ts';

/** A demo court of its own: in its queues there is nobody whom another test left there, and nobody of this one is left to others. */
export async function demoPropria(run: (demo: Demo) => Promise<void>, options: Omit<DemoOptions, 'port' | 'dataDir'> = {}): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrio-demo-'));
  const demo = await startDemo({ ...options, port: 0, dataDir });
  try {
    await run(demo);
  } finally {
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
