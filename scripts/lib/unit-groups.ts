/**
 * Puts the node tests of pure code together, some files for each process: starting a process and its TypeScript takes longer than most of
 * those files. A file that changes what others would see (the process, globals, hooks around every test) keeps a process of its own.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const PURE = /^test\/(adapters|contract|controllers|demo|domain|elements|i18n)\//;
const CHANGES_OTHERS = /^(before|after|beforeEach|afterEach)\(|\bmock\b|\bglobalThis\b|\bprocess\.(env|chdir|on)\b/m;

/** Whether a test file may share a process, by its path and its text. */
export const sharesProcess = (file: string, text: string): boolean => PURE.test(file) && !CHANGES_OTHERS.test(text);

/**
 * Writes the groups into a folder of the repository, emptied first, and gives the files for `node --test`: the groups, then each file that stands alone.
 * @param files test files, relative to `root`
 * @param groups how many groups at most
 */
export function groupUnitTests(root: string, folder: string, files: readonly string[], groups: number): string[] {
  const shared = files.filter((file) => sharesProcess(file, readFileSync(join(root, file), 'utf8')));
  if (shared.length < 2) return [...files];
  const into = join(root, folder);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const written: string[] = [];
  for (let group = 0; group < Math.min(groups, shared.length); group++) {
    const name = `group-${group + 1}.test.ts`;
    const lines = shared.filter((_, place) => place % groups === group).map((file) => `import '${relative(into, join(root, file)).replaceAll('\\', '/')}';`);
    writeFileSync(join(into, name), `${lines.join('\n')}\n`);
    written.push(`${folder}/${name}`);
  }
  return [...written, ...files.filter((file) => !shared.includes(file))];
}
