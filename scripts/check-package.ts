/**
 * `npm run check:package`: what would be published is well formed (publint), its types resolve (are-the-types-wrong), every
 * path in `exports` is in the package, and the version is the one the code says.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION } from '../src/config/version.ts';
import { buildIfStale } from './build.ts';
import { root } from './lib/files.ts';
import { endAllOnSignals, run } from './lib/processes.ts';

endAllOnSignals();
await buildIfStale();

interface Manifest {
  version: string;
  exports: Record<string, string | { types: string; default: string }>;
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const problems: string[] = [];

if (manifest.version !== VERSION) problems.push(`package.json says ${manifest.version}, src/config/version.ts says ${VERSION}`);
for (const [name, target] of Object.entries(manifest.exports)) {
  for (const path of typeof target === 'string' ? [target] : [target.types, target.default]) {
    if (!existsSync(join(root, path))) problems.push(`exports["${name}"]: ${path} does not exist`);
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'atrio-package-'));
try {
  const env = { npm_config_update_notifier: 'false' };
  const packed = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], { cwd: root, quiet: true, env });
  const name = packed.output.trim().split('\n').pop() ?? '';
  const tarball = join(scratch, name);
  if (packed.code !== 0 || !existsSync(tarball)) {
    problems.push(`npm pack failed:\n${packed.output}`);
  } else {
    const bin = (path: string): string => join(root, 'node_modules', path);
    const publint = await run(process.execPath, [bin('publint/src/cli.js'), tarball, '--strict'], { cwd: root, quiet: true });
    if (publint.code !== 0) problems.push(`publint:\n${publint.output}`);
    // A stylesheet has no types to resolve.
    const styles = Object.keys(manifest.exports).filter((name) => name.endsWith('.css'));
    const attwArgs = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--exclude-entrypoints', ...styles];
    const attw = await run(process.execPath, [bin('@arethetypeswrong/cli/dist/index.js'), ...attwArgs], { cwd: root, quiet: true });
    if (attw.code !== 0) problems.push(`are-the-types-wrong:\n${attw.output}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (problems.length > 0) console.error(problems.join('\n\n'));
else console.log(`package: ${Object.keys(manifest.exports).length} exports, publint and are-the-types-wrong are clean`);
process.exitCode = problems.length > 0 ? 1 : 0;
