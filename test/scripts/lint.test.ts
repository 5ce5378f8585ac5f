/** The rules bite: code that breaks each of them is refused, and code that keeps them is not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { root } from '../../scripts/lib/files.ts';

const FILES: Record<string, string> = {
  'src/config/limits.ts': 'export const X = 1;',
  'src/i18n/texts.ts': "import { X } from '../config/limits.ts'; export const t = X;",
  'src/contract/a.ts': "import * as z from 'zod/mini'; import { X } from '../config/limits.ts'; export const s = z.number(); export type S = number; export const x = X;",
  'src/contract/b.ts': "import { d } from '../domain/a.ts'; export const b = d;",
  'src/domain/a.ts': "import type { S } from '../contract/a.ts'; export const d: S = 1;",
  'src/domain/b.ts': "import { s } from '../contract/a.ts'; export const b = s;",
  'src/domain/c.ts': "import { toDate } from 'date-fns-tz'; export const c = toDate;",
  'src/domain/d.ts': "import { html } from 'lit'; export const d = html``;",
  'src/domain/e.ts': "import { readFileSync } from 'node:fs'; export const e = readFileSync;",
  'src/domain/zone/zone.ts': "import { toDate } from 'date-fns-tz'; export const zone = toDate;",
  'src/adapters/a.ts': "import { s } from '../contract/a.ts'; import { d } from '../domain/a.ts'; export const a = [s, d];",
  'src/adapters/b.ts': "import * as z from 'zod/mini'; export const b = z;",
  'src/adapters/c.ts': "import { c } from '../controllers/a.ts'; export const x = c;",
  'src/adapters/d.ts': "import { Hono } from 'hono'; export const h = Hono;",
  'src/controllers/a.ts': "import { html } from 'lit'; import { a } from '../adapters/a.ts'; export const c = [html, a];",
  'src/controllers/b.ts': "import { E } from '../elements/sic-request/sic-request.ts'; export const b = E;",
  'src/elements/_base/a.ts': "import { c } from '../../controllers/a.ts'; export const base = c;",
  'src/elements/_base/b.ts': "import { E } from '../sic-request/sic-request.ts'; export const b = E;",
  'src/elements/sic-request/sic-request.ts': "import { base } from '../_base/a.ts'; export const E = base;",
  'src/elements/sic-request/other.ts': "import { O } from '../ouvidoria-form/ouvidoria-form.ts'; export const o = O;",
  'src/elements/ouvidoria-form/ouvidoria-form.ts': 'export const O = 1;',
  'src/elements/ouvidoria-form/define.ts': "import { O } from './ouvidoria-form.ts'; export const d = O;",
  'src/elements/ouvidoria-form/up.ts': "import '../../bundles/ouvidoria-form.ts';",
  'src/bundles/ouvidoria-form.ts': "import '../elements/ouvidoria-form/define.ts'; export { O } from '../elements/ouvidoria-form/ouvidoria-form.ts';",
  'src/bundles/wrong.ts': "import '../elements/_base/a.ts';",
  'src/domain/cycle-1.ts': "import { y } from './cycle-2.ts'; export const x = (): unknown => y;",
  'src/domain/cycle-2.ts': "import { x } from './cycle-1.ts'; export const y = (): unknown => x;",
  'src/domain/missing.ts': "import './nowhere.ts';",
  'src/domain/from-test.ts': "import { h } from '../../test/help.ts'; export const t = h;",
  'test/help.ts': 'export const h = 1;',
  'demo/site/page.ts': "import { X } from '../../src/config/limits.ts'; export const p = X;",
  'demo/backend/app.ts': "import { d } from '../../src/domain/a.ts'; import { Hono } from 'hono'; export const app = [d, Hono];",
  'demo/backend/wrong.ts': "import { c } from '../../src/controllers/a.ts'; export const w = c;",
  'demo/backend/zod.ts': "import * as z from 'zod'; export const w = z;",
};

/** Which rules each file breaks; a file that is not here breaks none. */
const BROKEN: Record<string, string[]> = {
  'src/i18n/texts.ts': ['zone-i18n'],
  'src/contract/b.ts': ['zone-contract'],
  'src/domain/b.ts': ['domain-types-only'],
  'src/domain/c.ts': ['only-date-fns'],
  'src/domain/d.ts': ['only-lit'],
  'src/domain/e.ts': ['no-node-in-the-browser'],
  'src/adapters/b.ts': ['only-zod'],
  'src/adapters/c.ts': ['zone-adapters'],
  'src/adapters/d.ts': ['no-dev-packages'],
  'src/controllers/b.ts': ['zone-controllers'],
  'src/elements/_base/b.ts': ['zone-base'],
  'src/elements/sic-request/other.ts': ['zone-elements'],
  'src/elements/ouvidoria-form/up.ts': ['zone-elements'],
  'src/bundles/wrong.ts': ['zone-bundles'],
  // A cycle is told once, where it is entered first.
  'src/domain/cycle-1.ts': ['no-cycle'],
  'src/domain/missing.ts': ['resolvable'],
  'src/domain/from-test.ts': ['no-tests-in-code', 'zone-domain'],
  'demo/site/page.ts': ['zone-demo-site'],
  'demo/backend/wrong.ts': ['zone-demo-backend'],
  'demo/backend/zod.ts': ['only-zod'],
};

let tree = '';
before(() => {
  tree = mkdtempSync(join(tmpdir(), 'atrio-lint-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${text}\n`);
  }
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) copyFileSync(join(root, file), join(tree, file));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
});
after(() => rmSync(tree, { recursive: true, force: true }));

test('the import rule: every zone, the packages of one folder, cycles', () => {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['--preserve-symlinks', '--preserve-symlinks-main', cli, '--no-cache', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'demo', 'test'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  assert.ok(stdout.startsWith('{'), stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const found: Record<string, string[]> = {};
  for (const { from, rule } of summary.violations) {
    const rules = (found[from] ??= []);
    if (!rules.includes(rule.name)) rules.push(rule.name);
    rules.sort();
  }
  assert.deepEqual(found, BROKEN);
});

const CODE: [what: string, file: string, code: string, rule: string | null][] = [
  ['markup from a string', 'src/elements/x/x.ts', 'export const f = (e: Element): void => { e.innerHTML = "x"; };', 'no-restricted-syntax'],
  ['markup from a string in a template', 'src/elements/x/x.ts', 'import { html } from "lit"; export const f = (s: string): unknown => html`<p .innerHTML=${s}></p>`;', 'no-restricted-syntax'],
  ['unsafeHTML', 'src/elements/x/x.ts', 'import { unsafeHTML } from "lit/directives/unsafe-html.js"; export const f = unsafeHTML;', 'no-restricted-imports'],
  ['an inline style', 'src/elements/x/x.ts', 'import { html } from "lit"; export const f = (): unknown => html`<p style="color:red"></p>`;', 'no-restricted-syntax'],
  ['a class', 'src/elements/x/x.ts', 'import { html } from "lit"; export const f = (): unknown => html`<p class="style"></p>`;', null],
  ['eval', 'src/domain/x.ts', 'export const f = (): unknown => eval("1");', 'no-eval'],
  ['a script address', 'src/domain/x.ts', 'export const f = "javascript:alert(1)";', 'no-script-url'],
  ['an interval', 'src/adapters/x.ts', 'export const f = (): unknown => setInterval(() => {}, 1);', 'no-restricted-globals'],
  ['an interval of window', 'src/adapters/x.ts', 'export const f = (): unknown => window.setInterval(() => {}, 1);', 'no-restricted-properties'],
  ['the clock inside domain', 'src/domain/x.ts', 'export const f = (): number => Date.now();', 'no-restricted-syntax'],
  ['the date of now inside domain', 'src/domain/x.ts', 'export const f = (): Date => new Date();', 'no-restricted-syntax'],
  ['a given date inside domain', 'src/domain/x.ts', 'export const f = (now: number): Date => new Date(now);', null],
  ['the clock in an adapter', 'src/adapters/x.ts', 'export const f = (): number => Date.now();', null],
  ['a type imported as a value', 'src/domain/x.ts', 'import { A } from "./a.ts"; export const f = (a: A): A => a;', '@typescript-eslint/consistent-type-imports'],
  ['a log', 'src/domain/x.ts', 'export const f = (): void => console.log(1);', 'no-restricted-syntax'],
];

test('the code rules: each refuses what it is there for', async () => {
  const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] as never });
  for (const [what, file, code, rule] of CODE) {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) });
    const rules = result?.messages.map((message) => message.ruleId ?? message.message) ?? [];
    if (rule === null) assert.deepEqual(rules, [], what);
    else assert.ok(rules.includes(rule), `${what}: expected ${rule}, found ${rules.join(', ') || 'nothing'}`);
  }
});
