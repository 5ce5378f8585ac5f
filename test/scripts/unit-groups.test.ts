import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { groupUnitTests, sharesProcess } from '../../scripts/lib/unit-groups.ts';

test('a file of pure code shares a process; one that others would notice does not', () => {
  assert.equal(sharesProcess('test/domain/a.test.ts', "test('a', () => {});"), true);
  for (const text of ['before(() => {});', "const a = 1;\nafterEach(reset);", 'globalThis.x = 1;', "process.env['TZ'] = 'UTC';", "import { mock } from 'node:test';", "process.on('exit', f);"]) {
    assert.equal(sharesProcess('test/domain/a.test.ts', text), false, text);
  }
  assert.equal(sharesProcess('test/domain/a.test.ts', 'describe("a", () => {\n  before(() => {});\n});'), true, 'a hook of its own group');
  assert.equal(sharesProcess('test/backend/a.test.ts', ''), false);
  assert.equal(sharesProcess('test/scripts/a.test.ts', ''), false);
});

test('every file runs once, in a group or alone, and groups of another run are gone', () => {
  const root = mkdtempSync(join(tmpdir(), 'atrio-groups-'));
  try {
    const files = ['test/domain/a.test.ts', 'test/domain/b.test.ts', 'test/domain/c/d.test.ts', 'test/backend/e.test.ts', 'test/domain/f.test.ts', 'out/old.test.ts'];
    for (const file of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), file.endsWith('f.test.ts') ? 'globalThis.x = 1;' : '');
    }
    const given = groupUnitTests(root, 'out', files.slice(0, 5), 2);
    assert.deepEqual(given, ['out/group-1.test.ts', 'out/group-2.test.ts', 'test/backend/e.test.ts', 'test/domain/f.test.ts']);
    assert.equal(readFileSync(join(root, 'out/group-1.test.ts'), 'utf8'), "import '../test/domain/a.test.ts';\nimport '../test/domain/c/d.test.ts';\n");
    assert.equal(readFileSync(join(root, 'out/group-2.test.ts'), 'utf8'), "import '../test/domain/b.test.ts';\n");
    assert.throws(() => readFileSync(join(root, 'out/old.test.ts')), { code: 'ENOENT' });
    assert.deepEqual(groupUnitTests(root, 'out', ['test/domain/a.test.ts', 'test/backend/e.test.ts'], 2), ['test/domain/a.test.ts', 'test/backend/e.test.ts'], 'one alone needs no group');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
