/** What the bench makes of its measures. The measures themselves are no test: they are `npm run bench`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseArgs } from './args.ts';
import { numero, origem, rewrite, table, textOf } from './doc.ts';
import type { JobResult, Where } from './results.ts';
import { growth, median, pairedRatio, percentile, ratio, spread } from './stats.ts';

test('a median is between the values, whatever their order, and one wild run does not move it far', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.ok(Number.isNaN(median([])));
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values);
      assert.equal(median(values.toReversed()), middle);
      assert.ok(values.filter((value) => value <= middle).length >= values.length / 2);
      assert.ok(values.filter((value) => value >= middle).length >= values.length / 2);
    }),
  );
});

test('a percentile is a value that was measured, a ratio to nothing is none, and growth is of the ends', () => {
  assert.equal(percentile([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.99), 10);
  assert.equal(percentile([10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.5), 5);
  assert.equal(ratio(3, 2), 1.5);
  for (const [value, base] of [[1, 0], [1, undefined], [undefined, 1], [NaN, 1]] as const) assert.equal(ratio(value, base), null);
  assert.equal(growth([100, 100, 300, 100, 100, 102, 102, 102]), 0.02);
  // One that is still held when it is looked at is let go of later; what is never let go of is in every measure.
  assert.equal(growth([100, 100, 150, 100, 150, 150, 100, 150]), 0);
  assert.equal(growth([100, 104, 108, 112, 116, 120, 124, 128]), 0.24);
  assert.equal(spread([5, 5, 5]), 0);
});

test('the command line: what it knows, and what it says of the rest', () => {
  assert.deepEqual(parseArgs([]).parts, ['A', 'B', 'C', 'D', 'kit', 'bytes']);
  const args = parseArgs(['--only', 'A,kit', '--runs', '3', '--slowdown', '4,20', '--no-peers', '--json']);
  assert.deepEqual([args.parts, args.runs, args.slowdowns, args.peers, args.json, args.doc], [['A', 'kit'], 3, [4, 20], false, true, false]);
  assert.deepEqual(parseArgs(['--backend', '--engine', 'pglite', '--cases', '1000']), { ...parseArgs([]), parts: ['backend'], engines: ['pglite'], cases: 1000 });
  for (const [wrong, why] of [[['--only', 'Z'], /not "Z"/], [['--runs', '0'], /--runs/], [['--runs'], /--runs/], [['--slowdown', '4,x'], /--slowdown/], [['--fast'], /--fast/], [['--engine', 'mysql'], /--engine/]] as const) {
    assert.throws(() => parseArgs(wrong), why);
  }
});

test('marked tables are rewritten, the text around them and the tables without a result are not', () => {
  const before = 'a <!-- bench:A-4x -->old<!-- /bench --> b\n<!-- bench:kit -->\nstays\n<!-- /bench -->\nc';
  const after = rewrite(before, new Map([['A-4x', 'new']]));
  assert.equal(after, 'a <!-- bench:A-4x -->\n\nnew\n\n<!-- /bench --> b\n<!-- bench:kit -->\nstays\n<!-- /bench -->\nc');
  assert.equal(rewrite(after, new Map([['A-4x', 'new']])), after);
  assert.throws(() => rewrite('<!-- bench:A -->', new Map()), /not closed/);
});

const where: Where = { date: '2026-11-21T18:00:00Z', commit: 'abc1234', cpu: 'CPU', cores: 2, memoryGiB: 8, os: 'Linux 6', node: 'v20', load: [0.1, 0.5], command: 'npm run bench' };

test('a ratio to the plain page is of the same run: what slows a run slows both', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 20, noNaN: true }), fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 9 }), (times, slow) => {
      const base = slow.map((factor) => 0.1 * factor);
      assert.ok(Math.abs(pairedRatio(base.map((one) => one * times), base)! - times) < 1e-9 * times);
    }),
  );
  assert.equal(pairedRatio([1, undefined, 6], [1, 2, 2]), 2);
  assert.equal(pairedRatio([], []), null);
  assert.equal(pairedRatio([1], [0]), null);
});

test('a table of pages has ratios to the plain page, bytes in KiB, and what each budget came to', () => {
  const result: JobResult = {
    part: 'pages',
    job: 'A',
    title: 'form',
    slowdown: 4,
    runs: 5,
    browser: '1',
    where,
    pages: [
      { id: 'floor', name: 'plain', kind: 'floor', medians: { bytes: 2048, cpu: 0.1 }, spreads: {}, times: { cpu: 1 } },
      { id: 'kit', name: 'Átrio', kind: 'kit', medians: { bytes: 20480, cpu: 0.15, heap: 2e6 }, spreads: {}, times: { cpu: 1.5 } },
    ],
    checks: [{ what: 'CPU', value: 1.5, shown: '1,5', budget: '2', ok: true }, { what: 'x|y', value: 3, shown: '3', budget: '2', ok: false }],
  };
  const text = textOf(result);
  assert.match(text, /\| plain \| 2 \| 1 \(100 ms\) \| — \|/);
  assert.match(text, /\| \*\*Átrio\*\* \| 20 \| 1,5 \| 2 \|/);
  assert.match(textOf({ ...result, pages: result.pages.map((page) => ({ ...page, times: { cpu: page.kind === 'kit' ? 1.4 : 1 } })) }), /\| \*\*Átrio\*\* \| 20 \| 1,4 \| 2 \|/);
  assert.match(text, /\| x\\\|y \| 3 \| 2 \| \*\*fora\*\* \|/);
  assert.match(text, /21\/11\/2026.*`npm run bench`/);
  assert.doesNotMatch(text, /ocupada/);
  assert.match(origem({ ...where, load: [0.1, 3] }), /máquina ocupada/);
});

test('numbers are written as in Brazil, with the places that they need', () => {
  assert.deepEqual([1234.5, 12.34, 1.234, 0.0625, NaN].map(numero), ['1.235', '12,3', '1,23', '0,063', '—']);
  assert.equal(table(['a', 'b'], [['1', '2']]), '| a | b |\n| --- | ---: |\n| 1 | 2 |');
});
