/** A share of a core for a process, where the system lets one set it (Linux, by whoever may write its control groups). */
import { appendFileSync, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PERIOD_US = 20_000;

/**
 * Holds a running process to a share of one core.
 * @param share of a core, as in 0.25
 * @returns undoes it, once the process has ended; null when this system does not let it be set
 */
export function holdToShare(pid: number, share: number): (() => void) | null {
  const quota = String(Math.round(PERIOD_US * share));
  const name = `atrio-bench-${pid}`;
  for (const [root, limits] of [
    ['/sys/fs/cgroup/cpu', { 'cpu.cfs_period_us': String(PERIOD_US), 'cpu.cfs_quota_us': quota }],
    ['/sys/fs/cgroup', { 'cpu.max': `${quota} ${PERIOD_US}` }],
  ] as const) {
    if (!existsSync(join(root, 'cgroup.procs'))) continue;
    const folder = join(root, name);
    try {
      mkdirSync(folder);
      for (const [file, value] of Object.entries(limits)) writeFileSync(join(folder, file), value);
      appendFileSync(join(folder, 'cgroup.procs'), String(pid));
      return () => rmdirSync(folder);
    } catch {
      if (existsSync(folder)) rmdirSync(folder);
    }
  }
  return null;
}
