/**
 * `npm run manifest`: custom-elements.json, from the docblocks of the elements. With `--check` writes nothing and fails when
 * the committed file is not what the sources make, or when an element documents too little.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './lib/files.ts';
import { asJson, writeOrCheck } from './lib/generated.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { tags } from '../vite.config.ts';

interface Described {
  name?: string;
  description?: string;
}
interface Manifest {
  modules: {
    declarations: (Described & { tagName: string; attributes: Described[]; events: Described[]; slots: Described[]; cssParts: Described[] })[];
  }[];
}

/** What a reader of the manifest would miss. */
export function gaps(manifest: Manifest, expectedTags: readonly string[]): string[] {
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
  return [...missing, ...bare];
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
    const fresh = writeOrCheck('custom-elements.json', asJson(manifest), check, 'npm run manifest');
    const missing = gaps(manifest, tags());
    for (const line of missing) console.error(line);
    process.exitCode = fresh && missing.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
