import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askingAhead, checkNames, filesBefore, filesOfTag } from '../../scripts/lib/ahead.ts';
import { closure, type BuildGraph } from '../../scripts/lib/graph.ts';

interface Part {
  imports?: string[];
  onUse?: string[];
  sources?: string[];
  source?: string;
}

const graphOf = (parts: Record<string, Part>): BuildGraph =>
  Object.fromEntries(
    Object.entries(parts).map(([file, { imports = [], onUse = [], source, sources = source ? [source] : [] }]) => [
      file,
      { file, entry: !file.includes('/'), imports, dynamicImports: onUse, modules: Object.fromEntries(sources.map((each) => [each, 1])), source: source ?? null },
    ]),
  );

const CALL = 'src/controllers/balcao.call.ts';
/** Every source that the table names. */
const named = { 'chunks/named.js': { sources: ['src/adapters/late-ports.ts', 'src/adapters/backend/booking.ts', 'src/adapters/backend/counter.ts', 'src/adapters/backend/statistics.ts'] } };
const graph = graphOf({
  'balcao-virtual.js': { imports: ['chunks/balcao.js'] },
  'chunks/balcao.js': { imports: ['chunks/base.js'], onUse: ['chunks/call.js', 'chunks/other.js'] },
  'chunks/base.js': {},
  'chunks/call.js': { imports: ['chunks/base.js', 'chunks/deep.js'], source: CALL },
  'chunks/deep.js': { imports: ['chunks/deeper.js'] },
  'chunks/deeper.js': {},
  'chunks/http.js': { imports: ['chunks/base.js'], source: 'src/adapters/backend/http.ts' },
  'chunks/fila.js': { source: 'src/adapters/backend/fila.ts' },
  'chunks/load.js': { source: 'src/adapters/video/load.ts' },
  'chunks/other.js': { imports: ['chunks/deep.js'], source: 'src/other.ts' },
  ...named,
});
const before = filesBefore(graph);
const ask = (code: string, file: string): string => askingAhead(code, graph, before, file);

test('who imports what a person waits for asks for every level of it, and for what follows, on the same line', () => {
  const code = 'a();\nconst m = await import("./call.js");\nb();';
  assert.equal(
    ask(code, 'chunks/balcao.js'),
    'a();\nconst m = await [import("./call.js"), Promise.allSettled([import("./http.js"), import("./fila.js"), import("./load.js"), import("./deep.js"), import("./deeper.js")])][0];\nb();',
  );
});

test('what is there already is not asked for again, and what nobody waits for is left as it is', () => {
  assert.doesNotMatch(ask('import("./call.js")', 'chunks/balcao.js'), /base\.js/);
  assert.equal(ask('import("./other.js")', 'chunks/balcao.js'), 'import("./other.js")');
  assert.equal(ask('import(name)', 'chunks/balcao.js'), 'import(name)');
});

test('what asks for its own files asks for all of them from its first line, in the folder where they are', () => {
  const rooms = graphOf({
    'audiencia-room.js': { imports: ['chunks/room.js'], source: 'src/bundles/audiencia-room.ts' },
    'chunks/room.js': { imports: ['chunks/base.js'] },
    'chunks/base.js': { imports: ['chunks/lit.js'] },
    'chunks/lit.js': {},
    ...named,
  });
  assert.equal(askingAhead('export {};', rooms, filesBefore(rooms), 'audiencia-room.js'), 'import "./chunks/base.js";import "./chunks/lit.js";export {};');
});

test('the loader asks for the code of a tag first, since that is what it runs', () => {
  const stats = graphOf({
    'ouvidoria-stats.js': { imports: ['chunks/stats.js'] },
    'chunks/stats.js': { imports: ['chunks/base.js'] },
    'chunks/base.js': {},
    ...named,
  });
  assert.deepEqual(filesOfTag(stats, 'ouvidoria-stats'), ['chunks/stats.js', 'chunks/named.js', 'chunks/base.js']);
  assert.throws(() => filesOfTag(graphOf({ 'x.js': { imports: ['chunks/a.js', 'chunks/b.js'] }, 'chunks/a.js': {}, 'chunks/b.js': {} }), 'x'), /names more than one file/);
});

test('a source or a tag that is gone stops the build', () => {
  assert.throws(() => checkNames(graph), /Of no built file: src\/elements\/balcao-virtual\/espera\.ts, .*audiencia-recording\.ts, ouvidoria-stats\./);
  assert.throws(() => checkNames(graph), (error: Error) => !error.message.includes(CALL));
  assert.throws(() => filesOfTag(graphOf({ 'ouvidoria-stats.js': { imports: ['chunks/stats.js'] }, 'chunks/stats.js': {} }), 'ouvidoria-stats'), /statistics\.ts is in no built file/);
});

test('a file that is there before another is there on every way to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.boolean()), { maxLength: 14 }), (size, edges) => {
      const parts: Record<string, Part> = { 'a.js': { imports: ['chunks/0.js'] } };
      for (let at = 0; at < size; at++) parts[`chunks/${at}.js`] = { imports: [], onUse: [] };
      // Imports at once go from a lower number to a higher one: the bundler makes no circles.
      for (const [from, to, onUse] of edges) {
        const [a, b] = [from % size, to % size];
        if (onUse) parts[`chunks/${a}.js`]!.onUse!.push(`chunks/${b}.js`);
        else if (a < b) parts[`chunks/${a}.js`]!.imports!.push(`chunks/${b}.js`);
      }
      const made = graphOf(parts);
      const known = filesBefore(made);
      // Every way from the page: a step is an import on use, after which the closure of the file is there.
      const least = new Map<string, Set<string>>();
      const seen = new Set<string>();
      const walk = (there: ReadonlySet<string>): void => {
        const key = [...there].sort().join();
        if (seen.has(key)) return;
        seen.add(key);
        for (const file of there) {
          for (const target of made[file]!.dynamicImports) {
            if (!there.has(target)) least.set(target, new Set([...(least.get(target) ?? there)].filter((each) => there.has(each))));
            walk(new Set([...there, ...closure(made, target)]));
          }
        }
      };
      walk(new Set(closure(made, 'a.js')));
      for (const [file, there] of least) for (const each of known.get(file)!) assert.ok(there.has(each) || each === file, `${each} before ${file}`);
    }),
  );
});
