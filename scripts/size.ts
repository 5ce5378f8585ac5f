/**
 * `npm run size`: gzip -9 bytes of what a citizen downloads, entry point by entry point, against scripts/size-budgets.json.
 *
 *   npm run size                         the table; fails when something is over
 *   npm run size -- --json               the same for machines
 *   npm run size -- --modules sic-request.js    what an entry point is made of, source by source (characters before minification)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIfStale } from './build.ts';
import { root } from './lib/files.ts';
import { closure, type BuildGraph } from './lib/graph.ts';
import { endAllOnSignals } from './lib/processes.ts';
import { lateChunks, weigh, type Budget } from './lib/size.ts';
import { readStamp } from './lib/stamp.ts';

endAllOnSignals();
await buildIfStale();
const graph = JSON.parse(readStamp('graph.json') ?? '{}') as BuildGraph;
const budgets = JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8')) as Budget[];

const known = new Map<string, number>();
const bytesOf = (file: string): number => {
  let bytes = known.get(file);
  if (bytes === undefined) {
    bytes = gzipSync(readFileSync(join(root, 'dist', file)), { level: 9 }).length;
    known.set(file, bytes);
  }
  return bytes;
};
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(2)} K`;

const asked = process.argv.indexOf('--modules');
if (asked > 0) {
  const entry = process.argv[asked + 1] ?? 'balcao-virtual.js';
  for (const file of closure(graph, entry)) {
    console.log(`${file}  ${bytesOf(file)} bytes gzip`);
    const modules = Object.entries(graph[file]?.modules ?? {}).sort((a, b) => b[1] - a[1]);
    for (const [id, length] of modules) console.log(`  ${String(length).padStart(7)}  ${id}`);
  }
  process.exit(0);
}

const weighed = budgets.map((budget) => weigh(graph, budget, bytesOf));
const entries = Object.values(graph).filter((f) => f.entry && f.file !== 'contract.js' && f.file !== 'all.js' && f.file !== 'atrio.js');
const late = Object.fromEntries(entries.map(({ file }) => [file, lateChunks(graph, file, bytesOf)]));
const failed = weighed.filter((w) => w.verdict === 'over' || w.verdict === 'stale');

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ok: failed.length === 0, budgets: weighed, late }, null, 2));
} else {
  const width = Math.max(...weighed.map((w) => w.name.length));
  for (const w of weighed) {
    const percent = Math.round((w.bytes / w.limit) * 100);
    const verdict = {
      ok: 'ok',
      held: `over budget, held at ${kib(w.held?.bytes ?? 0)}`,
      over: w.held ? `OVER, and heavier than the ${kib(w.held.bytes)} it is held at` : 'OVER',
      stale: `NOT MEASURED, nothing matches ${w.stale.join(', ')}`,
    }[w.verdict];
    console.log(`${w.name.padEnd(width)}  ${kib(w.bytes).padStart(9)} of ${kib(w.limit).padStart(8)}  ${String(percent).padStart(4)} %  ${verdict}`);
  }
  for (const { verdict, name, held } of weighed) if (verdict === 'held') console.log(`\n${name}: ${held?.because}`);
  console.log('\nOn use only:');
  for (const [file, chunks] of Object.entries(late)) {
    console.log(`  ${file}`);
    for (const chunk of chunks) console.log(`    ${kib(chunk.bytes).padStart(9)}  ${chunk.trigger}`);
  }
}
process.exitCode = failed.length === 0 ? 0 : 1;
