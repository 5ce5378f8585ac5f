/**
 * `npm run check`: everything a change has to pass but the tests. Most of it uses one core, so two lanes go side by side; each step is told
 * whole at its end. Exits with an error when any step failed; the lane of a failed step goes no further.
 */
import { endAll, endAllOnSignals, run } from './lib/processes.ts';
import { root } from './lib/files.ts';

/** Scripts of package.json, in the order in which one needs the other. */
const LANES: readonly (readonly string[])[] = [
  ['lint', 'check:repo', 'check:conformidade', 'storybook:build'],
  ['typecheck', 'generate:check', 'manifest:check', 'build', 'size', 'check:package', 'examples -- --if-stale'],
];
const MINUTE = 60_000;

async function step(script: string): Promise<boolean> {
  const started = performance.now();
  const { code, output, timedOut } = await run('npm', ['run', '--silent', ...script.split(' ')], { cwd: root, quiet: true, limitMs: 10 * MINUTE });
  const ended = timedOut ? 'took too long and was ended' : code === 0 ? 'passed' : 'failed';
  console.log(`\n== ${script}: ${ended} (${Math.round((performance.now() - started) / 1000)} s)\n${output.trimEnd()}`);
  return code === 0;
}

async function lane(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) if (!(await step(script))) return false;
  return true;
}

endAllOnSignals();
try {
  const passed = await Promise.all(LANES.map(lane));
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} finally {
  await endAll();
}
