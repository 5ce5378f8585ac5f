/** Listing and hashing the repository's files. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folders that are made, at the top of the repository. */
const MADE = new Set(['dist', 'storybook-static', '.cache', '.dados', 'coverage', 'test-results']);

/** Every file under `dir`, relative to the repository's root with forward slashes, sorted. Missing folder: none. */
export function filesUnder(dir: string, base = root): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === '.git' || (folder === base && MADE.has(entry.name))) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(relative(base, path).split(sep).join('/'));
    }
  };
  const start = join(base, dir);
  const stat = statSync(start, { throwIfNoEntry: false });
  if (stat?.isFile()) return [dir];
  if (stat?.isDirectory()) visit(start);
  return found.sort();
}

/** A hash of the names and contents of files and folders. */
export function contentHash(paths: string[], base = root): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((p) => filesUnder(p, base)).sort()) {
    hash.update(path).update('\0').update(readFileSync(join(base, path))).update('\0');
  }
  return hash.digest('hex');
}
