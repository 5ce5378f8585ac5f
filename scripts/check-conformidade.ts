/**
 * `npm run check:conformidade`: every requirement that docs/conformidade.md marks as done has a test with its id in the title
 * (`[BV-02] ...`), and every file named as its proof exists.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './lib/files.ts';

export interface Row {
  id: string;
  status: string;
  line: number;
  /** Files named in the row. */
  files: string[];
}

const DONE = /^(feito|feita|done)$/i;
const ID = /^[A-Z]{2,4}-\d{2}$/;

/** The rows of every table whose first column is an id and whose header has a status column. */
export function rows(markdown: string): Row[] {
  const found: Row[] = [];
  let status = -1;
  markdown.split('\n').forEach((text, index) => {
    if (!text.trimStart().startsWith('|')) {
      status = -1;
      return;
    }
    const cells = text
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    if (cells[0]?.toUpperCase() === 'ID') {
      status = cells.findIndex((cell) => /^(situação|status|estado)$/i.test(cell));
      return;
    }
    const id = cells[0]?.replace(/[*`]/g, '') ?? '';
    if (status < 0 || !ID.test(id)) return;
    found.push({
      id,
      status: (cells[status] ?? '').replace(/[*`]/g, ''),
      line: index + 1,
      files: [...text.matchAll(/`((?:test|stories)\/[^`\s]+\.ts)`/g)].map((match) => match[1] ?? ''),
    });
  });
  return found;
}

/** Ids written in the titles of tests: `test('[BV-02] ...`, `it("...[BV-02]...`, `describe(\`[BV-02]`. */
export function provenIds(source: string): Set<string> {
  const proven = new Set<string>();
  for (const match of source.matchAll(/\b(?:test|it|describe|suite)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)) {
    for (const [, ids] of (match[2] ?? '').matchAll(/\[([A-Z]{2,4}-\d{2}(?:[\s,/]+[A-Z]{2,4}-\d{2})*)\]/g)) {
      for (const id of (ids ?? '').split(/[\s,/]+/)) proven.add(id);
    }
  }
  return proven;
}

export function problems(table: readonly Row[], proven: ReadonlySet<string>, exists: (file: string) => boolean): string[] {
  if (table.length === 0) return ['no row was found: is the table still `| ID | ... | Situação | Testes |`?'];
  const list: string[] = [];
  const seen = new Set<string>();
  for (const row of table) {
    if (seen.has(row.id)) list.push(`line ${row.line}: ${row.id} appears twice`);
    seen.add(row.id);
    if (DONE.test(row.status) && !proven.has(row.id)) list.push(`line ${row.line}: ${row.id} is marked as done, and no test has [${row.id}] in its title`);
    for (const file of row.files) if (!exists(file)) list.push(`line ${row.line}: ${row.id} names ${file}, which does not exist`);
  }
  return list;
}

if (process.argv[1] === import.meta.filename) {
  const table = rows(readFileSync(join(root, 'docs/conformidade.md'), 'utf8'));
  const proven = new Set<string>();
  for (const dir of ['test', 'stories']) {
    for (const file of filesUnder(dir)) if (file.endsWith('.ts')) for (const id of provenIds(readFileSync(join(root, file), 'utf8'))) proven.add(id);
  }
  const list = problems(table, proven, (file) => existsSync(join(root, file)));
  for (const problem of list) console.error(`docs/conformidade.md: ${problem}`);
  const done = table.filter((row) => DONE.test(row.status));
  if (list.length === 0) console.log(`conformidade: ${done.length} of ${table.length} requirements are done, each with a test`);
  const unmarked = table.filter((row) => !DONE.test(row.status) && proven.has(row.id)).map((row) => row.id);
  if (unmarked.length > 0) console.log(`  with tests but not marked as done: ${unmarked.join(', ')}`);
  process.exitCode = list.length === 0 ? 0 : 1;
}
