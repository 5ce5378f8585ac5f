/**
 * `npm run build`: dist/, ready to publish or to copy to a court's server.
 *
 *   npm run build                 always
 *   npm run build -- --if-stale   only when the sources changed since the last one
 *
 * What a court publishes is the folder, under its version: `/atrio/0.1.0/atrio.js`. A version's files never change, so
 * they may be cached for a year (`Cache-Control: public, max-age=31536000, immutable`); a new version is a new path. A query
 * string (`atrio.js?v=2`) is not a version: the files inside would be the same ones.
 *
 * The folder is made aside and swapped in, so that whoever reads dist/ meanwhile sees a whole one.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build } from 'vite';
import { kitConfig, tags } from '../vite.config.ts';
import { contentHash, filesUnder, root } from './lib/files.ts';
import { filesOfTag } from './lib/ahead.ts';
import type { BuildGraph } from './lib/graph.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { readStamp, writeStamp } from './lib/stamp.ts';

const SOURCES = [
  'src',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'scripts/build.ts',
  'scripts/lib/ahead.ts',
  'scripts/lib/chunks.ts',
  'scripts/lib/graph.ts',
  'scripts/lib/lean-output.ts',
];

/** SHA-384 of every script and theme, in the form of the `integrity` attribute. */
export function integrity(dir: string): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const file of filesUnder('.', dir)) {
    if (!/\.(js|css)$/.test(file)) continue;
    sums[file] = `sha384-${createHash('sha384').update(readFileSync(join(dir, file))).digest('base64')}`;
  }
  return sums;
}

/** Licence texts of the packages whose code is in the built files. */
export function licenses(graph: BuildGraph): string {
  const packages = new Set<string>();
  for (const { modules } of Object.values(graph)) {
    for (const id of Object.keys(modules)) {
      const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (name) packages.add(name);
    }
  }
  const texts = [...packages].sort().map((name) => {
    const dir = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string; license?: string };
    const file = readdirSync(dir).find((f) => /^licen[cs]e/i.test(f));
    return `${name} ${version} (${license ?? 'see below'})\n\n${file ? readFileSync(join(dir, file), 'utf8').trim() : ''}\n`;
  });
  return `Átrio includes code of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function declarations(outDir: string): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const types = join(outDir, 'types');
  const { code, output } = await run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', types], { cwd: root, quiet: true });
  // Code 2: made, but with type errors, which are `npm run typecheck`'s to stop. Half-done work can still be tried.
  if (code !== 0 && (code !== 2 || process.env['CI'])) throw new Error(`The type declarations could not be made:\n${output}`);
  if (code === 2) console.warn(`Type errors (see npm run typecheck), the first: ${output.trim().split('\n')[0]?.slice(0, 200) ?? ''}`);
  // A declaration names the file a consumer has: the .js one.
  for (const file of filesUnder('types', outDir)) {
    const path = join(outDir, file);
    const text = readFileSync(path, 'utf8');
    const fixed = text.replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
    if (fixed !== text) writeFileSync(path, fixed);
  }
  pruneDeclarations(types);
}

/** Removes the declarations that no entry point reaches: they are nobody's business, and may want types nobody installs. */
function pruneDeclarations(dir: string): void {
  const all = filesUnder('.', dir);
  const queue = all.filter((file) => file.startsWith('bundles/'));
  const reached = new Set(queue);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const [, specifier = ''] of readFileSync(join(dir, file), 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g)) {
      const target = join(dirname(file), `${specifier}.d.ts`).split(sep).join('/');
      if (reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  for (const file of all) if (!reached.has(file)) rmSync(join(dir, file));
}

/** Tags of the court's own network, and those that few ever open, whose files need no head start: each name that the loader knows is paid for by every citizen. */
const STAFF = new Set(['balcao-attendant', 'audiencia-clerk', 'audiencia-recording', 'audiencia-room']);

/** A shared file as the loader keeps it: without what all of them have. */
const bare = (file: string): string => file.replace(/^chunks\/|\.js$/g, '');

async function buildKit(): Promise<void> {
  const out = join(root, '.cache', `dist-${process.pid}`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  try {
    const types = declarations(out);
    types.catch(() => {}); // awaited below
    let graph: BuildGraph = {};
    const collect = (part: BuildGraph): void => {
      graph = { ...graph, ...part };
    };
    await build(kitConfig('kit', { outDir: out, onGraph: collect }));
    const preload = Object.fromEntries(tags().map((tag) => [tag, STAFF.has(tag) ? [] : filesOfTag(graph, tag).map(bare)]));
    for (const tag of tags()) if (preload[tag]!.length > 0) graph[`${tag}.js`]!.named = true;
    await build(kitConfig('contract', { outDir: out, onGraph: collect }));
    await build(kitConfig('loader', { outDir: out, onGraph: collect, preload }));
    cpSync(join(root, 'src/temas'), join(out, 'temas'), { recursive: true });
    cpSync(join(root, 'src/lugar.css'), join(out, 'lugar.css'));
    await types;
    writeFileSync(join(out, 'third-party-licenses.txt'), licenses(graph));
    writeFileSync(join(out, 'integrity.json'), `${JSON.stringify(integrity(out), null, 2)}\n`);

    const dist = join(root, 'dist');
    const old = `${out}.old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(out, dist);
    rmSync(old, { recursive: true, force: true });
    writeStamp('graph.json', JSON.stringify(graph));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Builds dist/ unless it is already what the sources make. Returns whether it built. */
export async function buildIfStale(): Promise<boolean> {
  const wanted = contentHash(SOURCES);
  const whole = existsSync(join(root, 'dist/integrity.json')) && readStamp('graph.json') !== null;
  if (whole && readStamp('build') === wanted) return false;
  await buildKit();
  writeStamp('build', wanted);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  endAllOnSignals();
  const started = performance.now();
  if (!process.argv.includes('--if-stale')) rmSync(join(root, '.cache/stamps/build'), { force: true });
  const built = await buildIfStale();
  console.log(built ? `dist/ built in ${((performance.now() - started) / 1000).toFixed(1)} s` : 'dist/ is up to date');
}
