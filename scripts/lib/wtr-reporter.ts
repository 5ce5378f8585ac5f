/** A reporter of the browser runner that writes `{ passed, failed, skipped, failedFiles }` to a file when the run ends. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Totals } from './totals.ts';

interface Test {
  passed: boolean;
  skipped: boolean;
}
interface Suite {
  suites: Suite[];
  tests: Test[];
}
interface Session {
  passed: boolean;
  /** Path of the file of tests. */
  testFile?: string;
  testResults?: Suite;
}

function count(suite: Suite, totals: Totals): void {
  for (const test of suite.tests) {
    if (test.skipped) totals.skipped += 1;
    else if (test.passed) totals.passed += 1;
    else totals.failed += 1;
  }
  for (const inner of suite.suites) count(inner, totals);
}

/** Adds up the sessions; a file that failed outside its tests (does not load, leaks an error) is one failure. */
export function sessionTotals(sessions: readonly Session[]): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const before = totals.failed;
    if (session.testResults) count(session.testResults, totals);
    if (!session.passed && totals.failed === before) totals.failed += 1;
  }
  return totals;
}

export function totalsReporter(file: string): { stop(args: { sessions: Iterable<Session> }): void } {
  return {
    stop({ sessions }) {
      const all = [...sessions];
      const failedFiles = all.filter((session) => sessionTotals([session]).failed > 0).map(({ testFile }) => (testFile ? relative(process.cwd(), testFile) : ''));
      writeFileSync(file, JSON.stringify({ ...sessionTotals(all), failedFiles }));
    },
  };
}
