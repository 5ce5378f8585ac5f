/** What the package gives to frameworks: types that are checked as a court's project would, and modules that a server can import. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node = (args: string[]): Promise<{ stdout: string; failed: boolean }> =>
  promisify(execFile)(process.execPath, args, { cwd: root }).then(
    ({ stdout }) => ({ stdout, failed: false }),
    (error: { stdout: string; stderr: string }) => ({ stdout: `${error.stdout}${error.stderr}`, failed: true }),
  );

test('React, Vue, Svelte and the DOM take what is right and refuse what is wrong: values, details of events, read-only fields', async () => {
  test.setTimeout(180_000);
  // One run for all: vue-tsc reads .tsx and .ts too. An error that is expected and does not come is an error.
  expect(await node(['node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'test/types/tsconfig.json', '--noEmit'])).toEqual({ stdout: '', failed: false });
});

test('a server can import every entry: there is neither document nor custom elements there, and nothing is registered', async () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };
  const entries = Object.keys(exports).filter((name) => !/\.(json|css)$/.test(name));
  expect(entries.length).toBeGreaterThan(12);
  const script = `
    const names = await Promise.all(${JSON.stringify(entries)}.map(async (entry) => [entry, Object.keys(await import('atrio-kit' + entry.slice(1)))]));
    console.log(JSON.stringify(Object.fromEntries(names)), typeof document, typeof customElements);`;
  const { stdout, failed } = await node(['--input-type=module', '-e', script]);
  expect(failed, stdout).toBe(false);
  const [json = '', ...globals] = stdout.trim().split(/ (?=undefined)/);
  expect(globals).toEqual(['undefined', 'undefined']);
  const names = JSON.parse(json) as Record<string, string[]>;
  expect(names['./balcao-virtual']).toContain('BalcaoVirtual');
  expect(names['./react']).toEqual([]);
  expect(names['./contract']).toContain('tribunal');
});

test('a server and a browser find the same names in the kit', () => {
  const exported = (file: string): string[] => readFileSync(join(root, file), 'utf8').match(/\b(?:Audiencia|Balcao|Cidadania|Ouvidoria|Protocolo|Sic)\w+(?=[,}]|\s*\{)/g) ?? [];
  const browser = /export\{([^}]*)\}/.exec(readFileSync(join(root, 'dist/all.js'), 'utf8'))?.[1] ?? '';
  expect(exported('frameworks/server.js').sort()).toEqual([...browser.matchAll(/(?:^|,)(?:\w+ as )?(\w+)/g)].map(([, name]) => name).sort());
});
