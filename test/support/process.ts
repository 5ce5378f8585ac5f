/** The reference backend as a process that a test may kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.cache', `backend-${randomUUID()}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The backend in one file: from its sources each start would translate hundreds, for seconds. Inside the repository, where its packages are found. */
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: { ssr: 'demo/backend/main.ts', outDir: folder, emptyOutDir: true, minify: false, rollupOptions: { output: { entryFileNames: 'main.mjs' } } },
});
const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export const killAll = (): void => running.forEach((child) => void child.kill('SIGKILL'));

export interface BackendProcess {
  child: ChildProcess;
  /** Resolves with the address when it listens; rejects with what it wrote when it ends before. */
  url: Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** The real backend as a process of its own. */
export function start(env: Record<string, string>): BackendProcess {
  const { DATABASE_URL: _, JITSI_DOMAIN: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(folder, 'main.mjs')], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'test', PORT: '0', ATRIO_LOG: 'silent', ATRIO_TRIBUNAL: 'demo/site/tribunal.json', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ended = new Promise<Awaited<BackendProcess['ended']>>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, stderr });
    });
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString();
      const line = /^\{"ouvindo":.*\}$/m.exec(stdout)?.[0];
      if (line) resolve((JSON.parse(line) as { ouvindo: string }).ouvindo);
    });
    void ended.then(() => reject(new Error(`ended before it listened: ${stderr}`)));
  });
  url.catch(() => undefined);
  return { child, url, ended };
}
