import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, exitCode, parseFailedFiles, parsePlaywright, parseTotals, suiteResult, totalsLine, withSecondTry, ZERO, type Totals } from '../../scripts/lib/totals.ts';
import { sessionTotals } from '../../scripts/lib/wtr-reporter.ts';

const totals = fc.record({ passed: fc.nat(1000), failed: fc.nat(1000), skipped: fc.nat(1000) });

test('the line names the skipped only when there are some', () => {
  assert.equal(totalsLine({ passed: 12, failed: 0, skipped: 0 }), '12 passed, 0 failed');
  assert.equal(totalsLine({ passed: 12, failed: 3, skipped: 1 }), '12 passed, 3 failed, 1 skipped');
});

test('adding is order-free and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(totals), (list) => {
      const sum = list.reduce<Totals>(add, ZERO);
      assert.deepEqual(sum, [...list].reverse().reduce<Totals>(add, ZERO));
      assert.equal(
        sum.passed + sum.failed + sum.skipped,
        list.reduce((n, t) => n + t.passed + t.failed + t.skipped, 0),
      );
    }),
  );
});

test('a run is good only when something passed and nothing failed', () => {
  assert.equal(exitCode({ passed: 1, failed: 0, skipped: 9 }), 0);
  assert.equal(exitCode({ passed: 1, failed: 1, skipped: 0 }), 1);
  assert.equal(exitCode({ passed: 0, failed: 0, skipped: 3 }), 1);
  assert.equal(exitCode(ZERO), 1);
});

test('a suite that ends badly always counts a failure, and one that ends well keeps its totals', () => {
  fc.assert(
    fc.property(fc.option(totals, { nil: null }), fc.constantFrom(0, 1, 137, null), (report, code) => {
      const result = suiteResult('x', code, report);
      const ran = report !== null && report.passed + report.failed + report.skipped > 0;
      if (code === 0 && ran) assert.deepEqual({ ...result }, { name: 'x', ...report });
      else assert.ok(result.failed > 0);
    }),
  );
});

test('why a suite crashed is told', () => {
  assert.match(suiteResult('x', null, null).crash ?? '', /killed.*without a report/);
  assert.match(suiteResult('x', 0, { passed: 0, failed: 0, skipped: 0 }).crash ?? '', /no test/);
  assert.match(suiteResult('x', 3, { passed: 4, failed: 0, skipped: 0 }).crash ?? '', /ended with 3/);
  assert.equal(suiteResult('x', 1, { passed: 4, failed: 2, skipped: 0 }).crash, undefined);
});

test('our own reports are read, and anything else is refused', () => {
  assert.deepEqual(parseTotals('{"passed":1,"failed":2,"skipped":3}'), { passed: 1, failed: 2, skipped: 3 });
  for (const bad of ['', 'null', '{}', '{"passed":1}', '{"passed":-1,"failed":0,"skipped":0}', '{"passed":"1","failed":0,"skipped":0}']) {
    assert.throws(() => parseTotals(bad), bad);
  }
});

test("Playwright's report: a flaky test passed, an error outside every test failed", () => {
  const report = (stats: object, errors: unknown[] = []): string => JSON.stringify({ stats, errors });
  assert.deepEqual(parsePlaywright(report({ expected: 5, unexpected: 1, flaky: 2, skipped: 3 })), { passed: 7, failed: 1, skipped: 3 });
  assert.deepEqual(parsePlaywright(report({ expected: 5, unexpected: 0 }, [{}, {}])), { passed: 5, failed: 2, skipped: 0 });
  assert.throws(() => parsePlaywright('{}'));
});

test('the browser runner: nested groups are counted, and a file that does not load is one failure', () => {
  const t = (passed: boolean, skipped = false): { passed: boolean; skipped: boolean } => ({ passed, skipped });
  assert.deepEqual(
    sessionTotals([
      { passed: true, testResults: { tests: [t(true)], suites: [{ tests: [t(true), t(false, true)], suites: [] }] } },
      { passed: false, testResults: { tests: [t(false), t(false)], suites: [] } },
      { passed: false },
      { passed: false, testResults: { tests: [t(true)], suites: [] } },
    ]),
    { passed: 3, failed: 4, skipped: 1 },
  );
});

test('a second try takes back the failures that did not repeat, and hides no crash', () => {
  const result = (t: Totals, crash?: string) => ({ name: 'unit', ...t, ...(crash ? { crash } : {}) });
  fc.assert(
    fc.property(totals, totals, (a, b) => {
      const sum = withSecondTry(result(a), result(b));
      assert.equal(sum.passed + sum.failed + sum.skipped, a.passed + a.failed + a.skipped);
      assert.equal(sum.failed, Math.min(a.failed, b.failed));
      assert.deepEqual(withSecondTry(result(a, 'crashed'), result(b)), result(a, 'crashed'));
      assert.deepEqual(withSecondTry(result(a), result(b, 'crashed')), result(a));
    }),
  );
});

test('the files to try again are known, or none is', () => {
  assert.deepEqual(parseFailedFiles('{"passed":1,"failed":1,"skipped":0,"failedFiles":["test/a.test.ts"]}'), ['test/a.test.ts']);
  for (const json of ['{"passed":1}', '{"failedFiles":["test/a.test.ts",""]}', '{"failedFiles":"test/a.test.ts"}']) assert.deepEqual(parseFailedFiles(json), []);
});
