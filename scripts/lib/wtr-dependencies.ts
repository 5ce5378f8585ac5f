/**
 * A dev-server plugin that serves some npm packages as one bundle each instead of hundreds of files.
 * Bundles live in `.cache/wtr-deps/<hash of the lockfile>/` and are made once per set of versions.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PREFIX = '/.cache/wtr-deps/';

const flat = (specifier: string): string => specifier.replace(/[^a-z0-9]+/gi, '_');

/** Structural: the plugin type of the dev server, without depending on its types. */
interface ServerPlugin {
  name: string;
  resolveImport(args: { source: string }): string | undefined;
}

/** Bundles the packages when their bundle is missing; the plugin resolves imports of them to the bundle. */
export async function bundledDependencies(specifiers: string[]): Promise<ServerPlugin> {
  const key = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(specifiers.join('\n'))
    .digest('hex')
    .slice(0, 16);
  const dir = join(root, '.cache', 'wtr-deps', key);
  if (!existsSync(dir)) await bundle(specifiers, dir);
  return {
    name: 'bundled-dependencies',
    resolveImport({ source }) {
      return specifiers.includes(source) ? `${PREFIX}${key}/${flat(source)}.js` : undefined;
    },
  };
}

async function bundle(specifiers: string[], dir: string): Promise<void> {
  // Built aside and renamed, so that two runs at once never see half a bundle.
  const aside = `${dir}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const input: Record<string, string> = {};
  for (const specifier of specifiers) {
    const entry = join(aside, `${flat(specifier)}.entry.js`);
    writeFileSync(entry, `export * from ${JSON.stringify(specifier)};\n`);
    input[flat(specifier)] = entry;
  }
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      outDir: aside,
      emptyOutDir: false,
      minify: false,
      modulePreload: false,
      rollupOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
      },
    },
  });
  try {
    renameSync(aside, dir);
  } catch {
    rmSync(aside, { recursive: true, force: true }); // another run was first
  }
}
