/**
 * `npm run manifest`: custom-elements.json, from the docblocks of the elements, and from it what frameworks and editors read
 * (frameworks/). With `--check` writes nothing and fails when a committed file is not what the sources make, or when an element
 * documents too little.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './lib/files.ts';
import { asJson, writeOrCheck } from './lib/generated.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { vsCodeCss, vsCodeHtml, webTypes } from './lib/tipos/editors.ts';
import { elementos, type Manifest } from './lib/tipos/elementos.ts';
import { elementTypes, serverModule } from './lib/tipos/types.ts';
import { VERSION } from '../src/config/version.ts';
import { tags } from '../vite.config.ts';

interface Described {
  name?: string;
  description?: string;
  type?: unknown;
}
interface Documented {
  modules: {
    declarations: (Described & { tagName: string; attributes: Described[]; events: Described[]; slots: Described[]; cssParts: Described[] })[];
  }[];
}

/** What a reader of the manifest would miss. */
export function gaps(manifest: Documented, expectedTags: readonly string[]): string[] {
  const elements = manifest.modules.flatMap((module) => module.declarations);
  const missing = expectedTags.filter((tag) => !elements.some((e) => e.tagName === tag)).map((tag) => `<${tag}> is not in the manifest: does its docblock have @tagname?`);
  const bare = elements.flatMap((element) =>
    (
      [
        ['attribute', element.attributes],
        ['event', element.events],
        ['slot', element.slots],
        ['part', element.cssParts],
      ] as const
    ).flatMap(([kind, items]) =>
      items.filter((item) => !item.description).map((item) => `<${element.tagName}>: the ${kind} "${item.name ?? ''}" has no description`),
    ),
  );
  const untyped = elements.flatMap(({ tagName, events }) => events.filter(({ type }) => !type).map(({ name = '' }) => `<${tagName}>: the event "${name}" has no type`));
  return [...missing, ...bare, ...untyped];
}

/** What frameworks and editors read, by file. */
export function derived(manifest: Manifest): Record<string, string> {
  const elements = elementos(manifest);
  const styleSheet = readFileSync(join(root, 'src/elements/_base/tokens.styles.ts'), 'utf8');
  return {
    'frameworks/elements.d.ts': elementTypes(elements),
    'frameworks/server.js': serverModule(elements),
    'frameworks/vscode.html-data.json': asJson(vsCodeHtml(elements)),
    'frameworks/vscode.css-data.json': asJson(vsCodeCss(elements, styleSheet)),
    'frameworks/web-types.json': asJson(webTypes(elements, styleSheet, VERSION)),
  };
}

if (process.argv[1] === import.meta.filename) {
  endAllOnSignals();
  const scratch = mkdtempSync(join(tmpdir(), 'atrio-manifest-'));
  try {
    const cem = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    const { code, output } = await run(
      process.execPath,
      [cem, 'analyze', '--config', 'custom-elements-manifest.config.js', '--outdir', relative(root, scratch), '--quiet'],
      { cwd: root, quiet: true },
    );
    if (code !== 0) throw new Error(output);
    const manifest = JSON.parse(readFileSync(join(scratch, 'custom-elements.json'), 'utf8')) as Manifest;
    const check = process.argv.includes('--check');
    const files = { 'custom-elements.json': asJson(manifest), ...derived(manifest) };
    const fresh = Object.entries(files).map(([name, text]) => writeOrCheck(name, text, check, 'npm run manifest'));
    const missing = gaps(manifest, tags());
    for (const line of missing) console.error(line);
    process.exitCode = fresh.every(Boolean) && missing.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
