/** What the bench gives and keeps: one file for each part, so that a part can be measured again alone. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/files.ts';

/** Where and when, and how busy the machine was. */
export interface Where {
  /** ISO date. */
  date: string;
  commit: string;
  cpu: string;
  cores: number;
  memoryGiB: number;
  os: string;
  node: string;
  /** Processes that wanted a core on average in the last minute, before and after. */
  load: [number, number];
  /** What was typed. */
  command: string;
}

/** What is measured of a page, by name; seconds, bytes or a count. */
export type Measures = Record<string, number>;

export interface PageResult {
  id: string;
  name: string;
  kind: 'floor' | 'kit' | 'peer';
  medians: Measures;
  /** Half of the distance between quartiles, beside the median. */
  spreads: Measures;
  /** How many times the plain page of the same run, in the median: a machine that others slow for a while slows both. */
  times: Measures;
}

/** A figure held against what it may be. */
export interface Check {
  what: string;
  value: number;
  /** As it is told: `0.07x`, `12 ms`. */
  shown: string;
  budget?: string;
  /** False: over the budget. Absent: no budget. */
  ok?: boolean;
  note?: string;
}

export interface JobResult {
  part: 'pages';
  job: string;
  title: string;
  slowdown: number;
  runs: number;
  browser: string;
  where: Where;
  pages: PageResult[];
  checks: Check[];
}

/** Checks alone: of the kit, of its bytes, of the backend. */
export interface ListResult {
  part: 'kit' | 'bytes' | 'backend';
  title: string;
  where: Where;
  browser?: string;
  groups: { title: string; note?: string; checks: Check[]; plans?: { what: string; plan: string }[] }[];
}

export type Result = JobResult | ListResult;

export const keyOf = (result: Result): string => (result.part === 'pages' ? `${result.job}-${result.slowdown}x` : result.part);

const FOLDER = join(root, '.cache', 'bench', 'results');

export function keep(result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${keyOf(result)}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** The last result of each part. */
export function kept(): Result[] {
  let names: string[] = [];
  try {
    names = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
  } catch {
    // Nothing was measured yet.
  }
  return names.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Result);
}

/** Begins to tell where something is measured; what it gives ends it. */
export function here(command: string): () => Where {
  const before = loadavg()[0]!;
  const commit = (() => {
    try {
      const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
      return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no', '--', 'src', 'demo/backend') ? '+' : '');
    } catch {
      return '';
    }
  })();
  return () => ({
    date: new Date().toISOString(),
    commit,
    cpu: cpus()[0]?.model.trim() ?? '?',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release().split('-')[0]}`,
    node: process.version,
    load: [before, loadavg()[0]!],
    command,
  });
}
