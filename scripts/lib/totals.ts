/** Adding up what several test runners report, and the one line that ends a run. */

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export interface SuiteResult extends Totals {
  name: string;
  /** Why the suite counts as crashed although its totals may look right. */
  crash?: string;
}

export const ZERO: Readonly<Totals> = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `12 passed, 0 failed`, and `, 3 skipped` only when some were. */
export function totalsLine(t: Totals): string {
  return `${t.passed} passed, ${t.failed} failed${t.skipped > 0 ? `, ${t.skipped} skipped` : ''}`;
}

function isTotals(value: unknown): value is Totals {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (['passed', 'failed', 'skipped'] as const).every((key) => Number.isInteger(record[key]) && Number(record[key]) >= 0);
}

/** Totals written by our own reporters (node:test and the browser runner). */
export function parseTotals(json: string): Totals {
  const value: unknown = JSON.parse(json);
  if (!isTotals(value)) throw new Error('not a totals report');
  return { passed: value.passed, failed: value.failed, skipped: value.skipped };
}

/** Files with a failure, from the same report; empty when one of them is not known. */
export function parseFailedFiles(json: string): string[] {
  const { failedFiles } = JSON.parse(json) as { failedFiles?: unknown };
  const known = Array.isArray(failedFiles) ? failedFiles.filter((file): file is string => typeof file === 'string' && file !== '') : [];
  return Array.isArray(failedFiles) && known.length === failedFiles.length ? known : [];
}

/** What a suite amounts to when the files that failed were run again: what passed then counts as passed. */
export function withSecondTry(first: SuiteResult, second: SuiteResult): SuiteResult {
  if (first.crash || second.crash || second.failed > first.failed) return first;
  return { ...first, passed: first.passed + first.failed - second.failed, failed: second.failed };
}

/** Totals from Playwright's JSON report. A flaky test passed at last; an error outside any test is a failure. */
export function parsePlaywright(json: string): Totals {
  const report = JSON.parse(json) as {
    stats?: { expected?: number; unexpected?: number; flaky?: number; skipped?: number };
    errors?: unknown[];
  };
  if (!report.stats) throw new Error('not a Playwright report');
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats;
  const outside = report.errors?.length ?? 0;
  return { passed: expected + flaky, failed: unexpected === 0 && outside > 0 ? outside : unexpected, skipped };
}

/**
 * What one suite amounts to, from its exit code and its report (null when it wrote none).
 * A suite that ended badly always counts at least one failure, and so does one that ran no test at all.
 */
export function suiteResult(name: string, exitCode: number | null, report: Totals | null): SuiteResult {
  if (report === null) return { name, ...ZERO, failed: 1, crash: `ended (${exitCode ?? 'killed'}) without a report` };
  if (report.passed + report.failed + report.skipped === 0) return { name, ...ZERO, failed: 1, crash: 'ran no test' };
  if (exitCode !== 0 && report.failed === 0) {
    return { name, ...report, failed: 1, crash: `ended with ${exitCode ?? 'a signal'} although no test failed` };
  }
  return { name, ...report };
}

/** A run is good when something passed and nothing failed. */
export function exitCode(t: Totals): 0 | 1 {
  return t.failed === 0 && t.passed > 0 ? 0 : 1;
}
