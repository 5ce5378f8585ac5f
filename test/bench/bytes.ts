/** Bytes by entry point and by journey: what `npm run size` weighs, in the bench's words. */
import { join } from 'node:path';
import { root } from '../../scripts/lib/files.ts';
import { run } from '../../scripts/lib/processes.ts';
import { numero } from './doc.ts';
import { here, type ListResult } from './results.ts';

export async function measureBytes(command: string): Promise<ListResult> {
  const where = here(command);
  const { output } = await run(process.execPath, ['--import', 'tsx', join(root, 'scripts/size.ts'), '--json'], { cwd: root, quiet: true });
  const { budgets } = JSON.parse(output.slice(output.indexOf('{'))) as { budgets: { name: string; bytes: number; limit: number; verdict: string; budget?: number; held?: number }[] };
  const kib = (bytes: number): string => `${numero(bytes / 1024)} KiB`;
  return {
    part: 'bytes',
    title: 'Bytes',
    where: where(),
    groups: [{ title: 'Bytes que a pessoa baixa (gzip -9)', checks: budgets.map(({ name, bytes, limit }) => ({ what: name, value: bytes, shown: kib(bytes), budget: kib(limit), ok: bytes <= limit })) }],
  };
}
