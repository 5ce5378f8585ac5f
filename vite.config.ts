/**
 * The kit's own builds, chosen by mode; scripts/build.ts runs them one after the other.
 *
 *   kit        one entry per tag and `all`, with the chunks they share      -> dist/<tag>.js, dist/all.js, dist/chunks/
 *   contract   the schemas alone, for servers and tests of a court          -> dist/contract.js
 *   loader     the script tag, in one file                                  -> dist/atrio.js
 *
 * Storybook reads this file too: outside these modes it only says how the sources are compiled.
 */
import { readdirSync } from 'node:fs';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { lateFiles, sharedFile } from './scripts/lib/chunks.ts';
import { leanOutput } from './scripts/lib/lean-output.ts';
import { askAhead } from './scripts/lib/ahead.ts';
import { buildGraph, type BuildGraph } from './scripts/lib/graph.ts';

const bundles = new URL('./src/bundles/', import.meta.url);

/** The tags of this version: one file each in src/bundles/. */
export function tags(): string[] {
  return readdirSync(bundles)
    .flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []))
    .filter((name) => name.includes('-'))
    .sort();
}

export interface KitBuildOptions {
  outDir?: string;
  /** Receives the modules of every file and what imports what. */
  onGraph?: (graph: BuildGraph) => void;
  /** For the loader: the files each tag is made of. */
  preload?: Record<string, readonly string[]>;
}

/** Characters, before minification, under which a file has too little to compile for the mark to be worth its bytes. */
const SMALL = 16_000;
/** Opened on a computer, once a day. */
const DESK = /^(?:balcao-attendant|audiencia-clerk)$/;
const lengthOf = (modules: Readonly<Record<string, { renderedLength: number }>>): number => Object.values(modules).reduce((sum, { renderedLength }) => sum + renderedLength, 0);

/** The reader of schemas of the browser in the place of zod. */
export const leanSchemas = { 'zod/mini': new URL('./src/contract/zod-lean.ts', import.meta.url).pathname };

const reportGraph = (onGraph: (graph: BuildGraph) => void): Plugin => ({
  name: 'atrio-graph',
  generateBundle(_options, bundle) {
    onGraph(buildGraph(bundle, new URL('.', import.meta.url).pathname));
  },
});

export function kitConfig(mode: 'kit' | 'contract' | 'loader', options: KitBuildOptions = {}): InlineConfig {
  const entry = (name: string): string => new URL(`${name}.ts`, bundles).pathname;
  const input: Record<string, string> =
    mode === 'loader'
      ? { atrio: entry('loader') }
      : mode === 'contract'
        ? { contract: entry('contract') }
        : Object.fromEntries([...tags(), 'all'].map((name) => [name, entry(name)]));
  return {
    configFile: false,
    root: new URL('.', import.meta.url).pathname,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    define: {
      'process.env.NODE_ENV': '"production"',
      ...(mode === 'loader' ? { __ATRIO_TAGS__: JSON.stringify(options.preload ?? {}) } : {}),
    },
    // A browser checks by the same schemas with a smaller reader of them; servers and tests with zod itself.
    resolve: { alias: mode === 'kit' ? leanSchemas : {} },
    plugins: [leanOutput(), ...(mode === 'kit' ? [askAhead(new URL('.', import.meta.url).pathname)] : []), ...(options.onGraph ? [reportGraph(options.onGraph)] : [])],
    build: {
      outDir: options.outDir ?? 'dist',
      emptyOutDir: false,
      // With the static blocks that leanOutput undoes: Chrome 94, Firefox 93, Safari 15.4.
      target: 'es2022',
      sourcemap: true,
      // As a library, so that the bundler adds no preload helper of its own: the loader asks for the chunks.
      lib: { entry: input, formats: ['es'] },
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        // An entry loaded under another address (a query, a fragment) never carries shared code twice.
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          minify: true,
          // Licences of what is inside are in dist/third-party-licenses.txt.
          comments: false,
          // A browser that knows the mark compiles the file beside the main thread as it comes, not function by function as each is first called.
          postBanner: ({ isEntry, name, modules }) =>
            mode === 'kit' && !isEntry && !DESK.test(name) && lengthOf(modules) > SMALL
              ? '//# allFunctionsCalledOnLoad'
              : // An empty text would be an empty line.
                (undefined as unknown as string),
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash:7].js',
          codeSplitting:
            mode === 'kit' ? { groups: [{ debugName: 'shared', name: (id, graph) => sharedFile(id, (module) => graph.getModuleInfo(module)) }, ...lateFiles.map(({ name, test }) => ({ name, test }))] } : false,
          assetFileNames: 'chunks/[name]-[hash][extname]',
        },
      },
    },
  };
}

export default defineConfig(({ mode }) => (mode === 'kit' || mode === 'contract' || mode === 'loader' ? kitConfig(mode) : {}));
