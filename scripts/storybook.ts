/**
 * `npm run storybook:build`: storybook-static/, for the axe tests and for publishing.
 *
 *   npm run storybook:build -- --if-stale   only when its sources changed since the last one
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, root } from './lib/files.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { readStamp, writeStamp } from './lib/stamp.ts';

endAllOnSignals();
const wanted = contentHash(['.storybook', 'stories', 'docs', 'src', 'test/support', 'scripts/lib/tema', 'custom-elements.json', 'package-lock.json']);
const isFresh = existsSync(join(root, 'storybook-static/index.json')) && readStamp('storybook') === wanted;
if (process.argv.includes('--if-stale') && isFresh) {
  console.log('storybook-static/ is up to date');
} else {
  const started = performance.now();
  const bin = join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  const { code, output } = await run(process.execPath, [bin, 'build', '-o', 'storybook-static', '--disable-telemetry', '--quiet'], {
    cwd: root,
    quiet: true,
    limitMs: 5 * 60_000,
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (code === 0) {
    writeStamp('storybook', wanted);
    console.log(`storybook-static/ built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } else {
    console.error(output);
    process.exitCode = code ?? 1;
  }
}
