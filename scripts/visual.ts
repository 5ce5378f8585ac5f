/**
 * `npm run visual:aceitar`: the looks of the stories as they are now become what the visual tests expect.
 *
 *   npm run visual:aceitar                       every story
 *   npm run visual:aceitar -- protocolo-tracker  only the stories with this in their name
 *
 * Only pictures that a person would see the change of are written. Pictures of stories that are gone are removed.
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/files.ts';
import { endAllOnSignals, run } from './lib/processes.ts';
import { pasta } from './lib/visual.ts';

endAllOnSignals();
const MINUTE = 60_000;
const [only] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const built = await run(process.execPath, ['--import', 'tsx', 'scripts/storybook.ts', '--if-stale'], { cwd: root, limitMs: 6 * MINUTE });
if (built.code !== 0) process.exit(1);

const playwright = join(root, 'node_modules/@playwright/test/cli.js');
const { code } = await run(
  process.execPath,
  [playwright, 'test', '--config', 'playwright.config.ts', '--workers=2', '--reporter=dot', 'test/visual', '--grep', only ? `${only}.*looks as it was` : 'looks as it was'],
  { cwd: root, limitMs: 30 * MINUTE, env: { ATRIO_VISUAL: 'aceitar' } },
);

const index = JSON.parse(readFileSync(join(root, 'storybook-static/index.json'), 'utf8')) as { entries: Record<string, unknown> };
const images = join(root, 'test/visual/imagens');
const known = new Set(Object.keys(index.entries).map(pasta));
for (const folder of readdirSync(images)) if (!known.has(folder)) rmSync(join(images, folder), { recursive: true });
process.exitCode = code ?? 1;
