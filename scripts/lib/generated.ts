/** Files made from the sources and committed: written, or compared with what is committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files.ts';

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The first line where two texts part, for a message; null when they are the same. */
export function firstDifference(found: string, expected: string): { line: number; found: string; expected: string } | null {
  if (found === expected) return null;
  const a = found.split('\n');
  const b = expected.split('\n');
  const at = Math.max(
    0,
    b.findIndex((line, i) => line !== a[i]),
  );
  return { line: at + 1, found: a[at] ?? '(end of file)', expected: b[at] ?? '(end of file)' };
}

/** Writes the file, or with `check` says whether the committed one is what the sources make. Returns whether all is well. */
export function writeOrCheck(name: string, expected: string, check: boolean, remedy: string): boolean {
  const path = join(root, name);
  if (!check) {
    writeFileSync(path, expected);
    console.log(`${name} written`);
    return true;
  }
  let found = '';
  try {
    found = readFileSync(path, 'utf8');
  } catch {
    // missing is as stale as it gets
  }
  const difference = firstDifference(found.replace(/\r\n/g, '\n'), expected);
  if (!difference) {
    console.log(`${name} is up to date`);
    return true;
  }
  console.error(
    `${name} is stale: run \`${remedy}\` and commit it.\n  line ${difference.line}: found     ${difference.found.trim()}\n  ${' '.repeat(String(difference.line).length + 5)}  expected  ${difference.expected.trim()}`,
  );
  return false;
}
