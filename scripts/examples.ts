/**
 * `npm run examples`: the examples of examples/, checked and built against the package as it was built, into .cache/examples/.
 *
 *   npm run examples                 always
 *   npm run examples -- --if-stale   only when they or the kit changed since the last time
 *
 * They are built as in development, so that React mounts twice what is in StrictMode and each framework says what it finds odd: a test
 * reads it. An example finds the kit by its name, in examples/node_modules, as in a court's project.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { VERSION } from '../src/config/version.ts';
import { buildIfStale } from './build.ts';
import { contentHash, root } from './lib/files.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { readStamp, writeStamp } from './lib/stamp.ts';

const APPS = ['react', 'vue'];
const out = join(root, '.cache/examples');

/** Versions that an example asks for and that are not the ones it is tested with. */
export function strayVersions(app: Record<string, Record<string, string>>, kit: { version: string } & Record<string, unknown>): string[] {
  const tested: Record<string, string> = { ...(kit['dependencies'] as Record<string, string>), ...(kit['devDependencies'] as Record<string, string>), 'atrio-kit': kit.version };
  return Object.entries({ ...app['dependencies'], ...app['devDependencies'] }).flatMap(([name, version]) =>
    tested[name] === version ? [] : [`${name} ${version}: tested with ${tested[name] ?? 'none'}`],
  );
}

function link(): void {
  const at = join(root, 'examples/node_modules/atrio-kit');
  mkdirSync(join(at, '..'), { recursive: true });
  if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(root, at, 'junction');
}

async function check(app: string): Promise<string[]> {
  const tsc = join(root, 'node_modules/vue-tsc/bin/vue-tsc.js');
  const { code, output } = await run(process.execPath, [tsc, '-p', `examples/${app}/tsconfig.json`, '--noEmit'], { cwd: root, quiet: true });
  return code === 0 ? [] : [`examples/${app}: types\n${output}`];
}

async function buildApp(app: string): Promise<void> {
  const at = join(root, 'examples', app);
  await build({ root: at, configFile: join(at, 'vite.config.ts'), mode: 'development', logLevel: 'warn', build: { outDir: join(out, app), emptyOutDir: true, minify: false } });
}

/** Nothing to build: the page, its files, and the kit under its version. */
function copyHtml(): string[] {
  const to = join(out, 'html');
  cpSync(join(root, 'examples/html'), to, { recursive: true });
  cpSync(join(root, 'examples/public'), to, { recursive: true });
  cpSync(join(root, 'dist'), join(to, 'atrio', VERSION), { recursive: true, filter: (path) => !/\/types(\/|$)|\.map$/.test(path) });
  const page = readFileSync(join(to, 'index.html'), 'utf8');
  return page.includes(`atrio/${VERSION}/atrio.js`) ? [] : [`examples/html/index.html does not ask for version ${VERSION}`];
}

async function buildExamples(): Promise<string[]> {
  process.env['NODE_ENV'] = 'development';
  rmSync(out, { recursive: true, force: true });
  link();
  const manifest = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Parameters<typeof strayVersions>[1];
  const kit = manifest('package.json');
  const stray = APPS.flatMap((app) => strayVersions(manifest(`examples/${app}/package.json`) as never, kit).map((line) => `examples/${app}/package.json: ${line}`));
  const checks = Promise.all(APPS.map(check));
  for (const app of APPS) await buildApp(app);
  return [...stray, ...copyHtml(), ...(await checks).flat()];
}

const files = ['examples/html', 'examples/public', ...APPS.flatMap((app) => ['index.html', 'package.json', 'tsconfig.json', 'vite.config.ts', 'src'].map((file) => `examples/${app}/${file}`))];

if (process.argv[1] === import.meta.filename) {
  endAllOnSignals();
  const started = performance.now();
  await buildIfStale();
  const wanted = contentHash([...files, 'dist/integrity.json', 'frameworks', 'scripts/examples.ts']);
  const fresh = process.argv.includes('--if-stale') && readStamp('examples') === wanted && existsSync(join(out, 'vue/index.html'));
  const problems = fresh ? [] : await buildExamples();
  if (problems.length > 0) {
    console.error(problems.join('\n\n'));
    process.exitCode = 1;
  } else {
    writeStamp('examples', wanted);
    console.log(fresh ? 'examples are up to date' : `examples built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
