/** Bytes by entry point and by journey: what `npm run size` weighs, in the bench's words. */
import { join } from 'node:path';
import { root } from '../../scripts/lib/files.ts';
import type { BuildGraph } from '../../scripts/lib/graph.ts';
import { run } from '../../scripts/lib/processes.ts';
import { readStamp } from '../../scripts/lib/stamp.ts';
import { numero } from './doc.ts';
import { here, type Check, type ListResult } from './results.ts';

/** A file with less than this is told with the others, in bytes. */
const PEQUENO = 400;

const kib = (bytes: number): string => `${numero(bytes / 1024)} KiB`;

/** The files of a journey, the heaviest first, each by its name and the source that is most of it. */
export function partes(files: Readonly<Record<string, number>>, graph: BuildGraph): Check[] {
  const all = Object.entries(files).sort(([, a], [, b]) => b - a);
  const many = all.filter(([, bytes]) => bytes >= PEQUENO);
  const few = all.slice(many.length);
  const most = (file: string): string => Object.entries(graph[file]?.modules ?? {}).sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  const bare = (file: string): string => file.replace(/^chunks\/|(?:-[\w-]{7})?\.js$/g, '');
  const rest = few.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...many.map(([file, bytes]) => ({ what: `${bare(file)} (${most(file)})`, value: bytes, shown: kib(bytes) })),
    ...(few.length > 0 ? [{ what: `outros ${few.length}`, value: rest, shown: kib(rest) }] : []),
  ];
}

export async function measureBytes(command: string): Promise<ListResult> {
  const where = here(command);
  const { output } = await run(process.execPath, ['--import', 'tsx', join(root, 'scripts/size.ts'), '--json'], { cwd: root, quiet: true });
  const { budgets } = JSON.parse(output.slice(output.indexOf('{'))) as { budgets: { name: string; bytes: number; limit: number; files: Record<string, number> }[] };
  const graph = JSON.parse(readStamp('graph.json') ?? '{}') as BuildGraph;
  return {
    part: 'bytes',
    title: 'Bytes',
    where: where(),
    groups: [
      { title: 'Bytes que a pessoa baixa (gzip -9)', checks: budgets.map(({ name, bytes, limit }) => ({ what: name, value: bytes, shown: kib(bytes), budget: kib(limit), ok: bytes <= limit })) },
      ...budgets.filter(({ bytes, limit }) => bytes > limit).map(({ name, files }) => ({ title: `De que é feito: ${name}`, checks: partes(files, graph) })),
    ],
  };
}
