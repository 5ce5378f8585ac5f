/**
 * `npm run bench`: times and bytes of the built kit beside plain pages and other libraries that do the same job, as ratios of medians of interleaved
 * runs in one browser session under CPU slowdown. Absolute times on a shared machine mean nothing, so none decides anything here.
 *
 *   npm run bench                            every page, the kit's own checks, the bytes
 *   npm run bench -- --only A,kit --runs 7   these parts; see --help for the rest
 *   npm run bench:backend                    the reference backend, beside raw inserts on the same server
 *   npm run bench -- --doc                   writes what was measured last into docs/desempenho.md
 *
 * Ends with an error when a budget is passed. No test: it takes minutes, and wants a quiet machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/build.ts';
import { root } from '../../scripts/lib/files.ts';
import { endAll, endAllOnSignals } from '../../scripts/lib/processes.ts';
import { parseArgs, USAGE, type Args } from './args.ts';
import { measureBytes } from './bytes.ts';
import { numero, rewrite, textsOf } from './doc.ts';
import { measureKit } from './kit.ts';
import { NAME, openBrowser } from './measure.ts';
import { jobsOf, measureJob } from './pages.ts';
import { preparePeers } from './peers.ts';
import { keep, kept, type Check, type JobResult, type ListResult, type Result } from './results.ts';
import { startSite } from './site.ts';

const DOC = join(root, 'docs', 'desempenho.md');

function writeDoc(): void {
  const texts = textsOf(kept());
  writeFileSync(DOC, rewrite(readFileSync(DOC, 'utf8'), texts));
  console.log(`docs/desempenho.md: ${[...texts.keys()].join(', ') || 'nothing was measured yet'}`);
}

const verdict = ({ ok }: Check): string => (ok === undefined ? '      ' : ok ? 'ok    ' : 'OVER  ');
const line = (check: Check): string => `${verdict(check)}${check.what}: ${check.shown}${check.budget ? ` (at most ${check.budget})` : ''}${check.note ? `, ${check.note}` : ''}`;

function tell(result: JobResult | ListResult): string {
  if (result.part !== 'pages') return result.groups.flatMap(({ title, checks, plans = [] }) => [`\n${title}`, ...checks.map(line), ...plans.map(({ what, plan }) => `plan of ${what}:\n${plan}`)]).join('\n');
  const kit = result.pages.find(({ id }) => id === 'kit');
  const rows = result.pages.map(({ name, medians, spreads, times }) => {
    const parts = Object.entries(medians).map(([measure, value]) => {
      if (measure === 'bytes') return `${numero(value / 1024)} K`;
      if (measure === 'heap') return `heap ${numero(value / 1e6)} MB`;
      if (measure === 'requests' || measure === 'shift') return `${measure} ${numero(value)}`;
      return `${measure} ${(value * 1000).toFixed(0)} ms ±${Math.round((spreads[measure] ?? 0) * 100)} % (${times[measure]?.toFixed(2) ?? '-'}x floor, kit is ${((kit?.medians[measure] ?? NaN) / value).toFixed(2)}x)`;
    });
    return `  ${name}\n    ${parts.join('\n    ')}`;
  });
  return [`\n${result.job}. ${result.title}; ${result.slowdown}x slowdown, medians of ${result.runs} interleaved runs`, ...rows, ...result.checks.map(line)].join('\n');
}

async function measureInBrowser(args: Args, command: string, done: (result: Result) => void): Promise<void> {
  const say = (text: string): void => console.error(text);
  const jobs = jobsOf(args.parts);
  if (args.peers) await preparePeers(jobs.flatMap(({ peers }) => peers), say);
  const browser = await openBrowser();
  const site = await startSite();
  const url = `http://${NAME}:${site.port}`;
  try {
    for (const slowdown of args.slowdowns) for (const job of jobs) done(await measureJob(job, { browser, site, url, runs: args.runs, slowdown, peers: args.peers, command, say }));
    if (args.parts.includes('kit')) done(await measureKit({ browser, site, url, slowdown: args.slowdowns[0]!, command, say }));
  } finally {
    await browser.close();
    await site.close();
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(USAGE);
  const args = parseArgs(process.argv.slice(2));
  if (args.doc) return writeDoc();
  const typed = process.argv.slice(2).filter((arg) => arg !== '--json' && arg !== '--backend');
  const command = `npm run bench${args.parts.includes('backend') && args.parts.length === 1 ? ':backend' : ''}${typed.length > 0 ? ` -- ${typed.join(' ')}` : ''}`;
  const results: Result[] = [];
  const done = (result: Result): void => {
    keep(result);
    results.push(result);
    if (!args.json) console.log(tell(result));
  };
  const parts = new Set(args.parts);
  if (!(parts.size === 1 && parts.has('backend'))) await buildIfStale();
  if (parts.has('bytes')) done(await measureBytes(command));
  if (['A', 'B', 'C', 'D', 'kit'].some((part) => parts.has(part as never))) await measureInBrowser(args, command, done);
  if (parts.has('backend')) done(await (await import('./backend.ts')).measureBackend({ command, cases: args.cases, engines: args.engines, say: (text) => console.error(text) }));
  if (args.json) console.log(JSON.stringify(results, null, 2));
  const checks = results.flatMap((result) => (result.part === 'pages' ? result.checks : result.groups.flatMap((group) => group.checks)));
  const over = checks.filter(({ ok }) => ok === false).length;
  if (over > 0) console.error(`\n${over} of ${checks.filter(({ ok }) => ok !== undefined).length} budgets are passed`);
  process.exitCode = over > 0 ? 1 : 0;
}

endAllOnSignals();
try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
} finally {
  await endAll();
}
