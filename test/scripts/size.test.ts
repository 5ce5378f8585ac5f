import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph, closure, lazyFiles, type BuildGraph } from '../../scripts/lib/graph.ts';
import { lateChunks, weigh } from '../../scripts/lib/size.ts';

const file = (name: string, imports: string[] = [], dynamicImports: string[] = [], source: string | null = null): BuildGraph =>
  ({ [name]: { file: name, entry: !name.startsWith('c/'), imports, dynamicImports, modules: source ? { [source]: 1 } : {}, source } });

const graph: BuildGraph = {
  ...file('loader.js'),
  ...file('a.js', ['c/lit.js', 'c/form.js'], ['c/late.js']),
  ...file('b.js', ['c/form.js', 'c/lit.js'], ['c/video.js', 'c/late.js']),
  ...file('c/form.js', ['c/lit.js']),
  ...file('c/lit.js'),
  ...file('c/late.js', ['c/zod.js', 'c/lit.js'], ['c/deeper.js'], 'src/contract/check.ts'),
  ...file('c/zod.js'),
  ...file('c/deeper.js', [], [], 'src/explain.ts'),
  ...file('c/video.js', ['c/late.js'], [], 'src/adapters/video/jitsi.ts'),
};
const ten = (): number => 10;

test('a closure counts each file once, whatever the ways to it', () => {
  assert.deepEqual(closure(graph, 'a.js').sort(), ['a.js', 'c/form.js', 'c/lit.js']);
  assert.deepEqual(closure(graph, 'a.js', 'b.js').sort(), ['a.js', 'b.js', 'c/form.js', 'c/lit.js']);
  assert.deepEqual(closure(graph, 'missing.js'), []);
});

test('what is imported on use is found at any depth', () => {
  assert.deepEqual(lazyFiles(graph, 'a.js'), ['c/late.js', 'c/deeper.js']);
  assert.deepEqual(lazyFiles(graph, 'b.js').sort(), ['c/deeper.js', 'c/late.js', 'c/video.js']);
});

test('a budget counts entries and what they import, and late chunks only when named', () => {
  const base = { name: 'x', limit: 100 };
  assert.equal(weigh(graph, { ...base, entries: ['loader.js', 'a.js'] }, ten).bytes, 40);
  assert.equal(weigh(graph, { ...base, entries: ['a.js'], with: ['^src/contract/'] }, ten).bytes, 50);
  assert.equal(weigh(graph, { ...base, entries: ['a.js'], with: ['.'] }, ten).bytes, 60);
  assert.equal(weigh(graph, { ...base, entries: ['a.js'], with: ['.'], except: ['explain'] }, ten).bytes, 50);
});

test('two elements on one page share what they share', () => {
  assert.equal(weigh(graph, { name: 'x', limit: 0, entries: ['a.js', 'b.js'] }, ten).bytes, 40);
});

test('what the page already has is not counted again', () => {
  const weighed = weigh(graph, { name: 'call', limit: 100, base: ['b.js'], entries: [], with: ['video'] }, ten);
  assert.deepEqual(Object.keys(weighed.files).sort(), ['c/late.js', 'c/video.js', 'c/zod.js']);
});

test("a tag's file that only names another is not fetched by a page with the loader", () => {
  const built: BuildGraph = { ...graph, ...file('atrio.js'), 'a.js': { ...graph['a.js']!, named: true } };
  assert.deepEqual(Object.keys(weigh(built, { name: 'x', limit: 0, entries: ['atrio.js', 'a.js'] }, ten).files).sort(), ['atrio.js', 'c/form.js', 'c/lit.js']);
  assert.deepEqual(Object.keys(weigh(built, { name: 'x', limit: 0, entries: ['a.js'] }, ten).files).sort(), ['a.js', 'c/form.js', 'c/lit.js']);
});

test('a budget that no longer names anything says so', () => {
  assert.deepEqual(weigh(graph, { name: 'x', limit: 1, entries: ['gone.js'] }, ten).stale, ['gone.js']);
  assert.deepEqual(weigh(graph, { name: 'x', limit: 1, entries: ['a.js'], with: ['no-such-source'] }, ten).stale, ['no-such-source']);
  assert.deepEqual(weigh(graph, { name: 'x', limit: 1, entries: ['a.js'] }, ten).stale, []);
});

test('late chunks are listed by the source that asks for them, without what is already there', () => {
  assert.deepEqual(lateChunks(graph, 'a.js', ten), [
    { file: 'c/late.js', trigger: 'src/contract/check.ts', bytes: 20 },
    { file: 'c/deeper.js', trigger: 'src/explain.ts', bytes: 10 },
  ]);
});

test("the bundler's report becomes paths of the repository, packages by their own", () => {
  const built = buildGraph(
    {
      'a.js': {
        type: 'chunk',
        fileName: 'a.js',
        isEntry: true,
        imports: ['c.js'],
        modules: { '/r/src/a.ts': { renderedLength: 5 }, '/elsewhere/node_modules/lit/index.js': { renderedLength: 7 } },
        facadeModuleId: '/r/src/a.ts',
      },
      'a.css': { type: 'asset', fileName: 'a.css' },
    },
    '/r/',
  );
  assert.deepEqual(built, {
    'a.js': {
      file: 'a.js',
      entry: true,
      imports: ['c.js'],
      dynamicImports: [],
      modules: { 'src/a.ts': 5, 'node_modules/lit/index.js': 7 },
      source: 'src/a.ts',
    },
  });
});

test('a budget that is not met holds at what was owned up to, and fails beyond it', () => {
  const over = { name: 'x', limit: 15, entries: ['c/lit.js', 'loader.js'] };
  const verdict = (held?: number): string => weigh(graph, { ...over, ...(held ? { held: { bytes: held, because: 'why' } } : {}) }, ten).verdict;
  assert.equal(verdict(), 'over');
  assert.equal(verdict(19), 'over');
  assert.equal(verdict(20), 'held');
  assert.equal(weigh(graph, { ...over, limit: 20 }, ten).verdict, 'ok');
});
