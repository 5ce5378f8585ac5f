/** What is in dist/, without a browser. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DIST } from './site.ts';

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const scripts = files.filter((file) => file.endsWith('.js'));
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');

test('integrity.json has the hash of every script and style sheet, and of nothing else', () => {
  const sums = JSON.parse(read('integrity.json')) as Record<string, string>;
  const sheets = files.filter((file) => file.endsWith('.css'));
  expect(sheets.sort()).toEqual(['lugar.css', 'temas/govbr.css', 'temas/neutro.css']);
  expect(Object.keys(sums).sort()).toEqual([...scripts, ...sheets].sort());
  for (const file of Object.keys(sums)) {
    expect(sums[file], file).toBe(`sha384-${createHash('sha384').update(readFileSync(join(DIST, file))).digest('base64')}`);
  }
});

test('every script has a source map with its sources in it', () => {
  expect(scripts.length).toBeGreaterThan(5);
  for (const file of scripts) {
    // The bundler's own few lines have no source.
    if (file.includes('rolldown-runtime')) continue;
    const name = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(file))?.[1];
    if (name === undefined && /^(?:import|export)[^;=>(]*;?\s*$/.test(read(file).replace(/;(?=import|export)/g, ''))) continue; // nothing to map
    const map = JSON.parse(readFileSync(join(DIST, file, '..', name ?? ''), 'utf8')) as { sources: string[]; sourcesContent?: (string | null)[] };
    expect(map.sourcesContent?.length, file).toBe(map.sources.length);
  }
});

test('the loader imports no file: a query string on it cannot load anything twice', () => {
  expect(read('atrio.js')).not.toMatch(/(?:^|[;\n])import\s*["'{*\w]/);
});

test('no script depends on Node, evaluates text, or wants a browser newer than stated', () => {
  for (const file of scripts) {
    const text = read(file);
    expect(text, file).not.toMatch(/process\.env|require\(/);
    expect(text, file).not.toMatch(/\beval\(|new Function\(/);
    expect(text, file).not.toMatch(/static\s*\{/);
  }
});

test('what every element stands on asks to be compiled as it comes, on its first line, where alone the mark counts', () => {
  const base = scripts.filter((file) => file.startsWith('chunks/base-'));
  expect(base).toHaveLength(1);
  for (const file of base) expect(read(file)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  for (const file of scripts) expect(read(file).lastIndexOf('//# allFunctionsCalledOnLoad'), file).toBeLessThanOrEqual(0);
});

test('no file carries a path of the machine it was built on', () => {
  for (const file of files.filter((name) => /\.(js|map|json|ts)$/.test(name))) {
    expect(read(file).includes(process.cwd()), file).toBe(false);
  }
});

test('every import of a declaration file is a file of the package, or a package that is installed with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(DIST, '../package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const declarations = files.filter((file) => file.endsWith('.d.ts'));
  expect(declarations.length).toBeGreaterThan(5);
  for (const file of declarations) {
    for (const [, specifier = ''] of read(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
      if (specifier.startsWith('.')) {
        const target = join(file, '..', specifier).replaceAll('\\', '/').replace(/\.js$/, '.d.ts');
        expect(declarations, `${file} imports ${specifier}`).toContain(target);
      } else {
        const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
        expect(Object.keys(dependencies), `${file} imports ${specifier}`).toContain(name);
      }
    }
  }
});

test('the licences of the code inside are beside it', () => {
  const text = read('third-party-licenses.txt');
  for (const name of ['lit-html', '@lit/reactive-element', 'zod']) expect(text).toMatch(new RegExp(`^${name.replace('/', '\\/')} \\d`, 'm'));
  expect(text).toContain('Copyright');
});
