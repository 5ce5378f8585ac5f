/**
 * `npm test`: every test of the kit, and one line of totals at the very end.
 *
 *   npm test                      everything
 *   npm test -- unit browser      only these suites: unit, browser, firefox, webkit, dist, e2e, stories, visual
 *   npm test -- firefox-all       every browser test in Firefox, not the smaller list; so webkit-all
 *   npm test -- unit-all          the backend on the embedded database and on PostgreSQL, not mostly on the second
 *   npm test -- visual-all        every picture of every story, not two of the four
 *
 * In CI the files that failed are run once more, alone, and what passes then is told as flaky, by name: one slow moment of a machine holds back no change.
 *
 * Finds or installs a Chromium (scripts/lib/browser.ts). Firefox and WebKit (scripts/lib/engines.ts) may lack on a developer's machine, which is
 * told; in CI a machine without them fails. Exits with an error on any failure, on a suite that crashed,
 * and on a run in which nothing passed. Ends whatever it started, also on Ctrl-C.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, findBrowser, browserFlags } from './lib/browser.ts';
import { inOtherEngines } from './lib/engine-tests.ts';
import { ensureEngine, missingLine, mustHaveEngines, type OtherEngine } from './lib/engines.ts';
import { filesUnder, root } from './lib/files.ts';
import { endAll, endAllOnSignals, run, sweep } from './lib/processes.ts';
import { groupUnitTests } from './lib/unit-groups.ts';
import { ZERO, add, exitCode, parseFailedFiles, parsePlaywright, parseTotals, suiteResult, totalsLine, withSecondTry, type SuiteResult, type Totals } from './lib/totals.ts';

const MINUTE = 60_000;
const node = process.execPath;
const wtr = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const playwright = join(root, 'node_modules/@playwright/test/cli.js');

interface Command {
  args: string[];
  env?: Record<string, string>;
}
interface Suite {
  name: string;
  what: string;
  files(all: string[]): string[];
  /** What must exist first: `build` is the kit's dist/, `storybook` its static Storybook. */
  needs: ('browser' | 'build' | 'storybook')[];
  /** Runs in this engine, and not at all where it lacks. */
  engine?: OtherEngine;
  /** Only when asked for by name. */
  byHand?: boolean;
  command(files: string[], report: string): Command;
  parse(report: string): Totals;
  limitMs: number;
}

const playwrightSuite = (name: string, what: string, dir: string, needs: Suite['needs'], workers: number): Suite => ({
  name,
  what,
  files: (all) => all.filter((f) => f.startsWith(dir) && f.endsWith('.spec.ts')),
  needs: ['browser', ...needs],
  command: (files, report) => ({
    args: [playwright, 'test', '--config', 'playwright.config.ts', `--workers=${workers}`, ...files],
    env: { ATRIO_PLAYWRIGHT_REPORT: report },
  }),
  parse: parsePlaywright,
  limitMs: 20 * MINUTE,
});

const nodeTests = (files: string[], concurrency: number): string[] => [
  '--import',
  'tsx',
  '--test',
  `--test-concurrency=${concurrency}`,
  '--test-reporter=./scripts/lib/node-reporter.js',
  '--test-reporter-destination=stdout',
  ...files,
];

/** The browser tests in another engine, then a citizen's journeys there. */
const engineSuites = (engine: OtherEngine): Suite[] => {
  const browserTests = (all: string[]): string[] => all.filter((f) => f.endsWith('.browser.test.ts'));
  const elements = (name: string, what: string, files: Suite['files'], byHand: boolean): Suite => ({
    name,
    what,
    files,
    needs: [],
    engine,
    byHand,
    command: (chosen, report) => ({ args: [wtr, '--files', ...chosen], env: { ATRIO_TOTALS_FILE: report, ATRIO_ENGINE: engine } }),
    parse: parseTotals,
    limitMs: 10 * MINUTE,
  });
  return [
    elements(engine, `elements and adapters in ${engine}`, (all) => browserTests(all).filter(inOtherEngines), false),
    {
      name: `${engine}-journeys`,
      what: `a citizen in ${engine} at the demo court`,
      files: (all) => all.filter((f) => f.endsWith('.engine.ts')),
      needs: ['build'],
      engine,
      command: (files, report) => ({ args: nodeTests(files, 1), env: { ATRIO_TOTALS_FILE: report, ATRIO_ENGINE: engine } }),
      parse: parseTotals,
      limitMs: 5 * MINUTE,
    },
    elements(`${engine}-all`, `every element and adapter in ${engine}`, browserTests, true),
  ];
};

const VISUAL = playwrightSuite('visual', 'how every story looks, light on a phone and dark on a computer, beside the pictures of it', 'test/visual/', ['storybook'], 2);
const com = ({ args, env }: Command, more: Record<string, string>): Command => ({ args, env: { ...env, ...more } });

const UNIT: Suite = {
  name: 'unit',
  what: 'node tests: domain, contract, machines, adapters, backend, scripts',
  files: (all) => all.filter((f) => f.endsWith('.test.ts') && !f.endsWith('.browser.test.ts')),
  needs: [],
  command: (files, report) => ({
    args: ['--import', 'tsx', 'test/support/with-postgres.ts', ...nodeTests(groupUnitTests(root, '.cache/unit', files, 4), 2)],
    env: { ATRIO_TOTALS_FILE: report },
  }),
  parse: parseTotals,
  limitMs: 20 * MINUTE,
};

const SUITES: Suite[] = [
  UNIT,
  { ...UNIT, name: 'unit-all', what: 'the same, on both databases', byHand: true, command: (files, report) => com(UNIT.command(files, report), { ATRIO_BANCOS: 'todos' }) },
  {
    name: 'browser',
    what: 'elements and adapters in a real browser, from the sources',
    files: (all) => all.filter((f) => f.endsWith('.browser.test.ts')),
    needs: ['browser'],
    command: (files, report) => ({ args: [wtr, '--files', ...files], env: { ATRIO_TOTALS_FILE: report } }),
    parse: parseTotals,
    limitMs: 10 * MINUTE,
  },
  ...engineSuites('firefox'),
  ...engineSuites('webkit'),
  playwrightSuite('dist', 'the built files in a real browser', 'test/dist/', ['build'], 2),
  playwrightSuite('e2e', 'a citizen, the demo court and the reference backend', 'test/e2e/', ['build'], 2),
  playwrightSuite('stories', 'every story, with axe', 'test/stories/', ['storybook'], 2),
  VISUAL,
  { ...VISUAL, name: 'visual-all', what: 'how every story looks, light and dark, on a phone and on a computer', byHand: true, command: (files, report) => com(VISUAL.command(files, report), { ATRIO_VISUAL: 'tudo' }) },
];

async function prepare(what: 'build' | 'storybook'): Promise<boolean> {
  const { code } = await run(node, ['--import', 'tsx', `scripts/${what}.ts`, '--if-stale'], { cwd: root, limitMs: 6 * MINUTE });
  return code === 0;
}

interface Surroundings {
  scratch: string;
  env: Record<string, string>;
  /** Others run beside it: what it prints is kept, and printed when it has ended. */
  beside: boolean;
}

async function runSuite(suite: Suite, files: string[], around: Surroundings): Promise<SuiteResult> {
  const { result, failedFiles } = await runOnce(suite, files, `${suite.name}.json`, around);
  // Playwright tries a test twice by itself.
  if (!process.env['CI'] || result.failed === 0 || failedFiles.length === 0) return result;
  console.log(`\n== ${suite.name}: once more: ${failedFiles.join(', ')}`);
  const second = await runOnce(suite, failedFiles, `${suite.name}-2.json`, around);
  const both = withSecondTry(result, second.result);
  if (both.failed < result.failed) console.log(`== ${suite.name}: flaky: ${failedFiles.filter((file) => !second.failedFiles.includes(file)).join(', ')}`);
  return both;
}

async function runOnce(suite: Suite, files: string[], name: string, { scratch, env, beside }: Surroundings): Promise<{ result: SuiteResult; failedFiles: string[] }> {
  const report = join(scratch, name);
  const { args, env: own } = suite.command(files, report);
  const outcome = await run(node, args, { cwd: root, limitMs: suite.limitMs, env: { ...env, ...own }, quiet: beside });
  if (beside) console.log(`\n== ${suite.name}\n${outcome.output.trim()}`);
  let totals: Totals | null = null;
  let failedFiles: string[] = [];
  try {
    const written = readFileSync(report, 'utf8');
    totals = suite.parse(written);
    const failing = parseFailedFiles(written);
    // Of a file that is none of these nobody knows what to run again.
    if (failing.every((file) => files.includes(file))) failedFiles = failing;
  } catch {
    // no report, or half of one: the suite crashed
  }
  const result = suiteResult(suite.name, outcome.code, totals);
  if (outcome.timedOut) result.crash = `took longer than ${suite.limitMs / MINUTE} min and was ended`;
  return { result, failedFiles };
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !SUITES.some((s) => s.name === name));
  if (unknown.length > 0) {
    console.error(`Unknown suite: ${unknown.join(', ')}. There are: ${SUITES.map((s) => s.name).join(', ')}.`);
    return 2;
  }
  const chosen = SUITES.filter((s) => (asked.length === 0 ? !s.byHand : asked.includes(s.name)));
  const all = filesUnder('test');
  const env: Record<string, string> = { NODE_ENV: 'test' };

  if (chosen.some((s) => s.needs.includes('browser') && s.files(all).length > 0)) {
    const browser = findBrowser() ?? ensureBrowser();
    console.log(`Browser: ${browser.version} (${browser.path}, from ${browser.from})`);
    env['CHROME_PATH'] = browser.path;
    if (browserFlags(browser.path).includes('--no-sandbox')) env['CHROME_NO_SANDBOX'] = '1';
  }

  const scratch = mkdtempSync(join(tmpdir(), 'atrio-test-'));
  const results: SuiteResult[] = [];
  const lacking = new Set<string>();
  try {
    for (const need of ['build', 'storybook'] as const) {
      const asking = chosen.filter((suite) => suite.needs.includes(need) && suite.files(all).length > 0);
      if (asking.length === 0 || (await prepare(need))) continue;
      for (const { name } of asking) results.push({ name, ...ZERO, failed: 1, crash: 'what it needs could not be built' });
    }
    const one = async (suite: Suite, beside: boolean): Promise<void> => {
      if (results.some(({ name }) => name === suite.name)) return;
      const files = suite.files(all);
      if (files.length === 0 && asked.length === 0) return console.log(`\n== ${suite.name}: no files yet`);
      console.log(`\n== ${suite.name}: ${suite.what} (${files.length} files)`);
      if (suite.engine && !ensureEngine(suite.engine)) {
        const line = missingLine(suite.engine);
        lacking.add(line);
        if (mustHaveEngines()) results.push({ name: suite.name, ...ZERO, failed: 1, crash: line });
        return console.log(line);
      }
      const started = performance.now();
      const result: SuiteResult = files.length > 0 ? await runSuite(suite, files, { scratch, env, beside }) : { name: suite.name, ...ZERO, failed: 1, crash: 'has no files' };
      results.push(result);
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`== ${suite.name}: ${totalsLine(result)} (${seconds} s)${result.crash ? ` — ${result.crash}` : ''}`);
    };
    // Beside each other Firefox and WebKit take less time than one after the other. Everything else has the machine to itself.
    const elsewhere = chosen.filter(({ engine }) => engine);
    const lanes = [...new Set(elsewhere.map(({ engine }) => engine))].map((engine) => elsewhere.filter((suite) => suite.engine === engine));
    for (const suite of chosen) {
      if (!suite.engine || lanes.length === 1) await one(suite, false);
      else if (suite !== elsewhere[0]) continue;
      else {
        const inOrder = async (lane: Suite[]): Promise<void> => {
          for (const each of lane) await one(each, true);
        };
        await Promise.all(lanes.map(inOrder));
      }
      const left = sweep();
      if (left > 0) console.log(`== ${suite.name}: ended ${left} processes it had left running`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    await endAll();
  }
  const sum = results.reduce<Totals>(add, ZERO);
  const crashed = results.filter((r) => r.crash);
  if (crashed.length > 0) console.log(`\nCrashed: ${crashed.map((r) => `${r.name} (${r.crash})`).join('; ')}`);
  for (const line of lacking) console.log(line);
  console.log(`\n${totalsLine(sum)}`);
  return exitCode(sum);
}

endAllOnSignals();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
