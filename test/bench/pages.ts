/** The jobs side by side: floor, kit and peers in one browser session, in turns. */
import type { Browser } from '@playwright/test';
import { JOBS, type Job } from './jobs.ts';
import { measure } from './measure.ts';
import { numero } from './doc.ts';
import { here, type Check, type JobResult, type Measures, type PageResult } from './results.ts';
import type { Site } from './site.ts';
import { median, pairedRatio, spread } from './stats.ts';

export const jobsOf = (parts: readonly string[]): Job[] => JOBS.filter(({ job }) => parts.includes(job));

/** What was measured of each page, run by run. */
type Runs = ReadonlyMap<string, readonly Measures[]>;

const vezes = (runs: Runs, page: string, against: string, name: string): number | null => {
  const of = (id: string): (number | undefined)[] => (runs.get(id) ?? []).map((measures) => measures[name]);
  return pairedRatio(of(page), of(against));
};

function checksOf({ budgets }: Job, runs: Runs): Check[] {
  return budgets.flatMap(({ what, measure: name, page = 'kit', against, most }) => {
    const value = vezes(runs, page, against, name);
    return value === null ? [] : [{ what, value, shown: `${numero(value)}x`, budget: `${numero(most)}x`, ok: value <= most }];
  });
}

export async function measureJob(
  job: Job,
  { browser, site, url, runs, slowdown, peers, command, say }: { browser: Browser; site: Site; url: string; runs: number; slowdown: number; peers: boolean; command: string; say(line: string): void },
): Promise<JobResult> {
  const where = here(command);
  const pages = job.pages.filter(({ kind }) => peers || kind !== 'peer');
  const seen = new Map<string, Measures[]>(pages.map(({ id }) => [id, []]));
  const lost = new Map<string, string>();
  // The first visit of each warms the browser's caches of code, and counts for nobody.
  for (let run = -1; run < runs; run++) {
    for (const page of pages) {
      if (lost.has(page.id)) continue;
      try {
        const found = await measure(browser, site, url, page, slowdown);
        if (run >= 0) seen.get(page.id)!.push(found);
      } catch (error) {
        if (page.kind !== 'peer') throw error;
        lost.set(page.id, (error as Error).message.split('\n')[0] ?? '');
        seen.delete(page.id);
        say(`${job.job}: ${page.name} is left out: ${(error as Error).message}`);
      }
    }
    say(`${job.job}: ${run + 1} of ${runs} runs at ${slowdown}x`);
  }
  const results = pages
    .filter(({ id }) => !lost.has(id))
    .map(({ id, name, kind }): PageResult => {
      const all = seen.get(id)!;
      const names = Object.keys(all[0] ?? {});
      const of = (what: (values: number[]) => number): Measures => Object.fromEntries(names.map((one) => [one, what(all.map((measures) => measures[one]!))]));
      const times = Object.fromEntries(names.map((one) => [one, vezes(seen, id, 'floor', one)] as const).filter((entry): entry is [string, number] => entry[1] !== null));
      return { id, name, kind, medians: of(median), spreads: of(spread), times };
    });
  return { part: 'pages', job: job.job, title: job.title, slowdown, runs, browser: browser.version(), where: where(), pages: results, checks: checksOf(job, seen) };
}
