/**
 * Starting programs so that nothing of theirs outlives us.
 *
 * Each program leads its own process group, which is what gets the signal. A browser may leave that group, so every
 * program also carries a mark in its environment; on Linux whatever still carries the mark at the end is ended too.
 */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

const MARK = 'ATRIO_RUN_ID';
const GRACE_MS = 5_000;
const runId = randomUUID();
/** The marks of who started us, and ours: what a program starts can be ended by every program above it. */
const marks = [process.env[MARK], runId].filter(Boolean).join(',');
const running = new Set<ChildProcess>();

export interface RunOptions {
  env?: Record<string, string>;
  /** The program is ended, and counts as crashed, when it takes longer (milliseconds). */
  limitMs?: number;
  cwd?: string;
  quiet?: boolean;
}

export interface Outcome {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  timedOut: boolean;
  /** What it printed, only when `quiet`. */
  output: string;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

/** Process ids that carry our mark, ourselves excluded (Linux only; elsewhere none). */
function marked(): number[] {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      const mark = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').find((line) => line.startsWith(`${MARK}=`));
      if (mark?.slice(MARK.length + 1).split(',').includes(runId)) found.push(pid);
    } catch {
      // gone, or another user's
    }
  }
  return found;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends everything started here, politely and then not; resolves when nothing is left. */
export async function endAll(): Promise<void> {
  for (const child of running) signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (running.size > 0 && Date.now() < deadline) await wait(50);
  for (const child of running) signalGroup(child, 'SIGKILL');
  sweep();
}

/** Ends what outlived the program that started it. Returns how many there were. */
export function sweep(): number {
  const left = marked();
  for (const pid of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // already gone
    }
  }
  return left.length;
}

export function run(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      detached: process.platform !== 'win32',
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env, [MARK]: marks },
    });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    let timedOut = false;
    let force: NodeJS.Timeout | undefined;
    const limit =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            signalGroup(child, 'SIGTERM');
            force = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
          }, options.limitMs);
    const done = (): void => {
      clearTimeout(limit);
      clearTimeout(force);
      running.delete(child);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code) => {
      done();
      // A grandchild may hold the pipe open: do not wait for it.
      setImmediate(() => resolve({ code, timedOut, output }));
    });
  });
}

export interface Started {
  child: ChildProcess;
  /** Ends the program and its group, at once. */
  end(): void;
}

/** Starts a program that goes on until it is ended; `stdio` as for spawn. Whoever starts it ends it, and `endAll` does too. */
export function start(command: string, args: string[], env: Record<string, string> = {}, stdio: StdioOptions = 'ignore'): Started {
  const child = spawn(command, args, { detached: process.platform !== 'win32', stdio, env: { ...process.env, ...env, [MARK]: marks } });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => running.delete(child));
  return { child, end: () => signalGroup(child, 'SIGKILL') };
}

/** Last resort of a program that ends by itself: nothing it started lives on. */
export function endAllAtExit(): void {
  process.once('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
    sweep();
  });
}

let ending = false;

/** Ctrl-C and friends end everything first. Call once, in a program's main file. */
export function endAllOnSignals(before?: () => Promise<void> | void): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void (async () => {
        try {
          await before?.();
        } finally {
          await endAll();
          process.exit(code);
        }
      })();
    });
  }
}
