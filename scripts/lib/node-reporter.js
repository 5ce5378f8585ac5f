/**
 * A reporter for `node --test`: prints what failed or was skipped and nothing else, and writes
 * `{ passed, failed, skipped }` to the file named by ATRIO_TOTALS_FILE. Tests are counted; the groups and the
 * files that hold them are not. Plain JavaScript: Node loads a reporter before any TypeScript loader.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** @param {unknown} error */
const describe = (error) => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
};

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* report(source) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:fail') {
      const error = data.details?.error;
      // A group or a file that only says that something inside it failed is not counted twice.
      if (data.todo || error?.failureType === 'subtestsFailed') continue;
      totals.failed += 1;
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
  const file = process.env.ATRIO_TOTALS_FILE;
  if (file) writeFileSync(file, JSON.stringify(totals));
}
