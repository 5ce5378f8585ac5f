/**
 * A real PostgreSQL for tests: the one of `TEST_DATABASE_URL`, else a server of its own in a temporary folder, as an ordinary user, stopped
 * and removed at the end. As root on Debian it is installed when missing. Where none can be had, the reason is told.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../scripts/lib/free-port.ts';

const run = promisify(execFile);
const INSTALL_MS = 180_000;
const START_MS = 30_000;

export interface Postgres {
  /** The server itself, for `TEST_DATABASE_URL` of other processes. */
  url: string;
  /** A new empty database on the server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export type PostgresOrReason = { server: Postgres; reason: null } | { server: null; reason: string };

/** Folder with `initdb` and `postgres`, or null. */
function findBinaries(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Installs the server where this can be done without asking anybody: root, on a system with apt. Null when it worked. */
async function install(): Promise<string | null> {
  if (process.env['ATRIO_TEST_NO_INSTALL']) return 'PostgreSQL is not installed, and ATRIO_TEST_NO_INSTALL forbids to install it';
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return 'PostgreSQL is not installed (no initdb in PATH or /usr/lib/postgresql); install it or set TEST_DATABASE_URL';
  console.error('PostgreSQL is not installed: trying apt-get install postgresql ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, timeout: INSTALL_MS, killSignal: 'SIGKILL' as const };
  try {
    // No cluster of the system's own: the tests start theirs.
    await mkdir('/etc/postgresql-common', { recursive: true });
    if (!existsSync('/etc/postgresql-common/createcluster.conf')) await writeFile('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
    await run('apt-get', ['update', '-qq'], options);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options);
    return null;
  } catch (error) {
    return `PostgreSQL could not be installed by apt-get: ${(error as Error).message.split('\n')[0]}`;
  }
}

interface Person {
  uid: number;
  gid: number;
}

/** An ordinary user to run the server as, since it refuses root; null when we are one already. */
async function ordinaryUser(): Promise<Person | null> {
  if (!isRoot()) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout.trim())));
      if (uid && gid) return { uid, gid };
    } catch {
      // The next one.
    }
  }
  throw new Error('no ordinary user (postgres, nobody) to run the server as');
}

/** Databases on a server that can be reached by an address with the right to create them. */
function databasesAt(adminUrl: string): { createDatabase(): Promise<string>; dropAll(): Promise<void> } {
  const made: string[] = [];
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    async createDatabase() {
      const name = `atrio_teste_${randomBytes(6).toString('hex')}`;
      await admin(`create database ${name}`);
      made.push(name);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    async dropAll() {
      for (const name of made.splice(0)) await admin(`drop database if exists ${name} with (force)`);
    },
  };
}

/** Polls until the server answers; its log is in the error when it never does. */
async function answering(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (child.exitCode !== null || performance.now() > deadline) throw new Error(`the server did not start: ${(error as Error).message}\n${log()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function startServer(bin: string, durable: boolean): Promise<Postgres> {
  const user = await ordinaryUser();
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const home = await mkdtemp(join(tmpdir(), 'atrio-pg-'));
  await chmod(home, 0o755);
  const data = join(home, 'data');
  const password = randomBytes(12).toString('hex');
  const pwfile = join(home, 'pw');
  let child: ChildProcess | undefined;
  const clean = (): void => {
    if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', clean);
  try {
    await mkdir(data, { mode: 0o700 });
    await writeFile(pwfile, password, { mode: 0o600 });
    if (user) for (const path of [home, data, pwfile]) await chown(path, user.uid, user.gid);
    await run(join(bin, 'initdb'), ['-D', data, '-U', 'atrio', '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'scram-sha-256', `--pwfile=${pwfile}`], { ...as, cwd: home });
    const port = await freePort();
    let log = '';
    child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${home}`, '-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=200'],
      { ...as, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr?.on('data', (part: Buffer) => (log = (log + part.toString()).slice(-4000)));
    // The server must not keep the test's process alive when a test forgets to stop it: `exit` then cleans up.
    child.unref();
    (child.stderr as unknown as { unref?(): void }).unref?.();
    const url = `postgres://atrio:${password}@127.0.0.1:${port}/postgres`;
    await answering(url, child, () => log);
    const { createDatabase } = databasesAt(url);
    const server = child;
    return {
      url,
      createDatabase,
      async stop() {
        process.off('exit', clean);
        if (server.exitCode === null && server.signalCode === null) {
          const ended = new Promise((resolve) => server.once('exit', resolve));
          server.ref();
          server.kill('SIGINT');
          await ended;
        }
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    process.off('exit', clean);
    clean();
    throw error;
  }
}

/** A server to test on, or the reason why there is none. @param durable it waits for the disk, as a court's does: for measures */
export async function startPostgres({ durable = false } = {}): Promise<PostgresOrReason> {
  const given = process.env['TEST_DATABASE_URL']?.trim();
  if (given) {
    const { createDatabase, dropAll } = databasesAt(given);
    return { server: { url: given, createDatabase, stop: dropAll }, reason: null };
  }
  let bin = findBinaries();
  if (!bin) {
    const reason = await install();
    bin = findBinaries();
    if (!bin) return { server: null, reason: reason ?? 'PostgreSQL was installed, but its initdb was not found' };
  }
  try {
    return { server: await startServer(bin, durable), reason: null };
  } catch (error) {
    return { server: null, reason: `PostgreSQL in ${bin} did not start: ${(error as Error).message}` };
  }
}
