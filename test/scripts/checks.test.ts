import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { problems, provenIds, rows } from '../../scripts/check-conformidade.ts';
import { findings, unused } from '../../scripts/check-repo.ts';
import { root } from '../../scripts/lib/files.ts';
import { firstDifference } from '../../scripts/lib/generated.ts';
import { gaps } from '../../scripts/manifest.ts';
import { VERSION } from '../../src/config/version.ts';

const TABLE = `
| ID | Norma | O kit deve | Situação | Testes |
| --- | --- | --- | --- | --- |
| BV-01 | art. 1 | dar contato | feito | \`test/a.test.ts\` |
| BV-02 | art. 2 | x \\| y | **parcial** | — |

| outra | tabela |
| --- | --- |
| BV-03 | feito |
`;

test('conformidade: rows are read from tables with an id and a status', () => {
  assert.deepEqual(rows(TABLE), [
    { id: 'BV-01', status: 'feito', line: 4, files: ['test/a.test.ts'] },
    { id: 'BV-02', status: 'parcial', line: 5, files: [] },
  ]);
});

test('conformidade: only the title of a test proves a requirement', () => {
  const proven = provenIds(`
    test('[BV-01] opens', () => {});
    it.skip("closes [BV-02, OUV-03] too", () => {});
    describe(\`[SIC-08]\`, () => {});
    // [BV-09] is only a remark
    const text = '[BV-10] is only a text';
  `);
  assert.deepEqual([...proven].sort(), ['BV-01', 'BV-02', 'OUV-03', 'SIC-08']);
});

test('conformidade: a row marked as done without a test, a missing file and an empty table are problems', () => {
  const table = rows(TABLE);
  assert.deepEqual(problems(table, new Set(['BV-01']), () => true), []);
  assert.match(problems(table, new Set(), () => true).join(), /BV-01 is marked as done/);
  assert.match(problems(table, new Set(['BV-01']), () => false).join(), /test\/a\.test\.ts, which does not exist/);
  assert.match(problems([...table, ...table], new Set(['BV-01']), () => true).join(), /twice/);
  assert.equal(problems([], new Set(), () => true).length, 1);
});

test("repository: a registry's host and a path of somebody's machine are found, and addresses of the web are not", () => {
  const host = ['packages', 'example', 'org'].join('.');
  const at = (...parts: string[]): string => `/${parts.join('/')}`;
  const text = [`see https://${host}/x`, `open "${at('home', 'ana', 'x')}"`, `cd ${at('root', 'kit')}`, 'https://site/home/ana', 'src/home/ana', '/homepage/x'].join('\n');
  assert.deepEqual(
    findings('a.md', text, [host]).map(({ line }) => line),
    [1, 2, 3],
  );
});

test('repository: a dependency counts as used by an import, a folder of it or its command', () => {
  const texts = [`import x from 'imported';`, `await import("@scope/lazy/part.js")`, `join(root, 'node_modules/by-path/cli.js')`, '"lint": "runner ."'];
  assert.deepEqual(unused(['imported', '@scope/lazy', 'by-path', 'by-command', 'idle', 'import'], { 'by-command': ['runner'] }, texts), ['idle', 'import']);
});

test('generated files: the first line that differs is shown', () => {
  assert.equal(firstDifference('a\nb\n', 'a\nb\n'), null);
  assert.deepEqual(firstDifference('a\nb\n', 'a\nc\n'), { line: 2, found: 'b', expected: 'c' });
  assert.deepEqual(firstDifference('', 'a\n'), { line: 1, found: '', expected: 'a' });
  assert.deepEqual(firstDifference('a\nb\n', 'a\n'), { line: 2, found: 'b', expected: '' });
});

test('manifest: an element that is missing or says too little is told', () => {
  const element = { tagName: 'a-b', attributes: [{ name: 'x' }], events: [], slots: [{ name: '', description: 'd' }], cssParts: [] };
  assert.equal(gaps({ modules: [{ declarations: [element] }] }, ['a-b', 'c-d']).length, 2);
});

test('the version in the code is the one of the package', () => {
  assert.equal(VERSION, (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version);
});

test('an old Node is told what to do, by a script that it can read', () => {
  const script = readFileSync(join(root, 'scripts/check-node.js'), 'utf8');
  assert.doesNotMatch(script, /=>|`|^\s*(?:const|let|import|class)\b|\brequire\(/m);
  const asVersion = (version: string): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, ['-e', `Object.defineProperty(process, 'version', { value: '${version}' });\n${script}`], { encoding: 'utf8' });
  for (const old of ['v12.22.0', 'v18.20.4', 'v20.18.3']) {
    const { status, stderr } = asVersion(old);
    assert.equal(status, 1, old);
    assert.match(stderr, /nvm install[\s\S]*too old/);
  }
  for (const good of ['v20.19.0', 'v22.3.0', 'v100.0.0']) assert.equal(asVersion(good).status, 0, good);
});
