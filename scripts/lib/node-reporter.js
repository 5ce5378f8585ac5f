/**
 * A reporter for `node --test`: prints what failed or was skipped and nothing else, and writes
 * `{ passed, failed, skipped, failedFiles }` to the file named by ATRIO_TOTALS_FILE. Tests are counted; the groups and the
 * files that hold them are not. Plain JavaScript: Node loads a reporter before any TypeScript loader.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** A file whose tests take longer is named at the end: the place to look at when the run gets long. */
const SLOW_MS = 4_000;

/** @param {unknown} error */
const describe = (error) => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
};

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* report(source) {
  const totals = { passed: 0, failed: 0, skipped: 0, failedFiles: /** @type {string[]} */ ([]) };
  /** @type {Map<string, number>} milliseconds of the tests of each file, one after the other */
  const took = new Map();
  for await (const { type, data } of source) {
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0 && data.file) took.set(data.file, (took.get(data.file) ?? 0) + (data.details?.duration_ms ?? 0));
    if (type === 'test:fail') {
      const error = data.details?.error;
      // A group or a file that only says that something inside it failed is not counted twice.
      if (data.todo || error?.failureType === 'subtestsFailed') continue;
      totals.failed += 1;
      const of = data.file ? relative(process.cwd(), data.file) : '';
      if (!totals.failedFiles.includes(of)) totals.failedFiles.push(of);
      const where = data.file ? ` (${relative(process.cwd(), data.file)}:${data.line ?? 1})` : '';
      yield `\n✖ ${data.name}${where}\n${describe(error).replace(/^/gm, '  ')}\n`;
    } else if (type === 'test:pass' && data.details?.type !== 'suite') {
      // Node reports a file that holds no test as a passing test named after the file.
      if (data.name === data.file) continue;
      if (data.skip || data.todo) {
        totals.skipped += 1;
        if (typeof data.skip === 'string' && data.skip !== '') yield `- skipped: ${data.name}: ${data.skip}\n`;
      } else totals.passed += 1;
    } else if (type === 'test:stderr' && data.message) {
      yield data.message;
    }
  }
  const slow = [...took].filter(([, ms]) => ms > SLOW_MS).sort(([, a], [, b]) => b - a);
  if (slow.length > 0) yield `\nSlowest files: ${slow.map(([name, ms]) => `${relative(process.cwd(), name)} ${Math.round(ms / 1000)} s`).join(', ')}\n`;
  const file = process.env.ATRIO_TOTALS_FILE;
  if (file) writeFileSync(file, JSON.stringify(totals));
}
