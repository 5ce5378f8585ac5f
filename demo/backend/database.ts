import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { CANAL_DA_FILA, createAvisos, ouvidoDoServidor } from './fila/avisos.ts';
import type { Avisos } from './fila/tipos.ts';
import { migrar } from './migrations/index.ts';
import type { Tabelas } from './schema.ts';

/** The database, whichever engine is behind it. */
export type Db = Kysely<Tabelas>;

export interface Banco {
  db: Db;
  motor: 'pglite' | 'postgresql';
  /** Tells what changed in the queues, and hears it. */
  avisos: Avisos;
  close(): Promise<void>;
}

/** A database that cannot be used, with words for who runs the backend. */
export class BancoError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BancoError';
  }
}

const INT8 = 20;
const DATE = 1082;

/** Where the data is: a server, or a folder for the embedded engine (null: in memory, for tests). */
export type OndeBanco = { databaseUrl: string; conexoes?: number } | { dir: string | null };

/** Opens the database and brings its tables to this version. */
export async function abrirBanco(onde: OndeBanco): Promise<Banco> {
  const aberto = 'databaseUrl' in onde ? await abrirServidor(onde.databaseUrl, onde.conexoes ?? 10) : await abrirEmbutido(onde.dir);
  try {
    await migrar(aberto.db);
  } catch (error) {
    await aberto.close();
    throw error instanceof BancoError ? error : new BancoError(`O banco de dados não aceitou a atualização das tabelas: ${(error as Error).message}`, { cause: error });
  }
  return aberto;
}

/** Address without its password, for a message. */
function enderecoSemSenha(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.hostname || 'localhost'}:${url.port || 5432}${url.pathname}`;
  } catch {
    return '(endereço ilegível)';
  }
}

async function abrirServidor(databaseUrl: string, max: number): Promise<Banco> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        // A date has no zone, so it stays text; our int8 are counters and ids, far below 2^53.
        (oid === INT8 ? Number : oid === DATE ? String : pg.types.getTypeParser(oid, format)) as never,
    },
  });
  // A lost connection is replaced by the pool, and a statement on it fails by itself; without listeners, idle or in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely<Tabelas>({ dialect: new PostgresDialect({ pool }) });
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await db.destroy();
    throw new BancoError(`O banco de dados em ${enderecoSemSenha(databaseUrl)} não respondeu (${(error as { code?: string }).code ?? (error as Error).message}). Confira DATABASE_URL e se o servidor está no ar.`, { cause: error });
  }
  const avisos = createAvisos(ouvidoDoServidor(databaseUrl));
  const close = async (): Promise<void> => {
    await avisos.close();
    await db.destroy();
  };
  return { db, motor: 'postgresql', avisos, close };
}

async function abrirEmbutido(dir: string | null): Promise<Banco> {
  const trava = dir === null ? null : await travarPasta(dir);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    if (dir && !existsSync(join(dir, 'PG_VERSION'))) {
      // Made aside and moved when whole: a first start that is interrupted leaves nothing that looks like a database.
      const novo = `${dir}.novo`;
      await rm(novo, { recursive: true, force: true });
      await mkdir(novo, { recursive: true });
      await (await PGlite.create(novo)).close();
      await rm(dir, { recursive: true, force: true });
      await rename(novo, dir);
    }
    const lite = await PGlite.create({ ...(dir ? { dataDir: dir } : {}), parsers: { [INT8]: Number, [DATE]: String } });
    const pool = piscinaDeUm(
      async (sql, params) => {
        const { rows, affectedRows } = await lite.query(sql, [...params]);
        return { rows, rowCount: affectedRows ?? 0 };
      },
      async () => {
        await lite.close();
        await trava?.soltar();
      },
    );
    const db: Db = new Kysely<Tabelas>({ dialect: new PostgresDialect({ pool }) });
    // Begun before there is any transaction: one that is rolled back would take the listening with it.
    const ouvintes = new Set<(payload: string) => void>();
    await lite.listen(CANAL_DA_FILA, (payload) => ouvintes.forEach((ouviu) => ouviu(payload)));
    const avisos = createAvisos(async (_canal, ouviu) => {
      ouvintes.add(ouviu);
      return { close: async () => void ouvintes.delete(ouviu) };
    });
    const close = async (): Promise<void> => {
      await avisos.close();
      await db.destroy();
    };
    return { db, motor: 'pglite', avisos, close };
  } catch (error) {
    await trava?.soltar();
    throw new BancoError(`O banco embutido em ${dir ?? 'memória'} não abriu: ${(error as Error).message}.`, { cause: error });
  }
}

/** The embedded engine is one session: who connects has it alone until release, so transactions do not mix. */
function piscinaDeUm(
  query: (sql: string, params: readonly unknown[]) => Promise<{ rows: unknown[]; rowCount: number }>,
  end: () => Promise<void>,
): PostgresPool {
  let tail = Promise.resolve();
  return {
    async connect(): Promise<PostgresPoolClient> {
      const before = tail;
      let release = (): void => undefined;
      tail = new Promise((done) => (release = done));
      await before;
      return {
        async query(sql: unknown, params: readonly unknown[] = []): Promise<never> {
          const text = String(sql);
          const { rows, rowCount } = await query(text, params);
          const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
          return { command, rowCount, rows } as never;
        },
        release: () => release(),
      } as unknown as PostgresPoolClient;
    },
    async end() {
      await tail;
      await end();
    },
  };
}

interface Trava {
  soltar(): Promise<void>;
}

const BATIDA_MS = 2_000;
const ABANDONO_MS = 15_000;
const abertas = new Set<string>();

interface Dono {
  pid: number;
  host: string;
  /** Start of the process in clock ticks since boot, where the system tells: a pid alone is reused. */
  inicio: string | null;
  id: string;
}

/** Start time of a process from `/proc`, field 22, or null. */
function inicioDe(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const vive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** True when nobody holds the lock any more: its process is gone, or it is another machine's and has not been touched for a while. */
async function abandonada(arquivo: string, text: string): Promise<boolean> {
  let dono: Dono;
  try {
    dono = JSON.parse(text) as Dono;
  } catch {
    dono = { pid: 0, host: '', inicio: null, id: '' };
  }
  if (dono.host === hostname()) return dono.pid === process.pid || !vive(dono.pid) || (dono.inicio !== null && inicioDe(dono.pid) !== dono.inicio);
  const info = await stat(arquivo).catch(() => null);
  return !info || Date.now() - info.mtimeMs > ABANDONO_MS;
}

/** Removes the lock that was judged abandoned, and only that one: another process may have taken it over meanwhile. */
async function tirar(arquivo: string, deixada: string): Promise<boolean> {
  const fora = `${arquivo}.${randomUUID()}`;
  try {
    await rename(arquivo, fora);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
  const mesma = (await readFile(fora, 'utf8')) === deixada;
  if (!mesma) await link(fora, arquivo).catch(() => undefined);
  await rm(fora, { force: true });
  return mesma;
}

/**
 * Takes the folder of the embedded database for this process: two opens of one folder would corrupt it. The lock file lies beside the
 * folder, says who holds it, and is touched every two seconds. A lock left behind by a process that was killed is taken over.
 * @throws BancoError when another process has it
 */
export async function travarPasta(dir: string): Promise<Trava> {
  const pasta = resolve(dir);
  const arquivo = `${pasta}.trava`;
  const ocupada = (): BancoError => new BancoError(`A pasta ${pasta} já está em uso por outro processo do backend. Pare o outro, ou use outra pasta (ATRIO_DATA_DIR) ou um PostgreSQL (DATABASE_URL).`);
  if (abertas.has(pasta)) throw ocupada();
  abertas.add(pasta);
  try {
    await mkdir(dirname(pasta), { recursive: true });
    const dono: Dono = { pid: process.pid, host: hostname(), inicio: inicioDe(process.pid), id: randomUUID() };
    for (let vez = 0; ; vez += 1) {
      try {
        const file = await open(arquivo, 'wx', 0o600);
        await file.writeFile(JSON.stringify(dono));
        await file.close();
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new BancoError(`Não foi possível escrever em ${dirname(pasta)}: ${(error as Error).message}`);
        const deixada = await readFile(arquivo, 'utf8').catch(() => '');
        if (vez > 2 || !(await abandonada(arquivo, deixada)) || !(await tirar(arquivo, deixada))) throw ocupada();
      }
    }
    const minha = async (): Promise<boolean> => (await readFile(arquivo, 'utf8').catch(() => '')) === JSON.stringify(dono);
    const batida = setInterval(() => void utimes(arquivo, new Date(), new Date()).catch(() => undefined), BATIDA_MS);
    batida.unref();
    let solta = false;
    return {
      async soltar() {
        if (solta) return;
        solta = true;
        clearInterval(batida);
        if (existsSync(arquivo) && (await minha())) await rm(arquivo, { force: true });
        abertas.delete(pasta);
      },
    };
  } catch (error) {
    abertas.delete(pasta);
    throw error;
  }
}

/** True for a unique constraint, or a check, by this name. */
export function violou(error: unknown, constraint: string): boolean {
  const { code, constraint: name } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return (code === '23505' || code === '23514') && name === constraint;
}

/** True when the database is out of reach rather than the request wrong. */
export function bancoForaDoAr(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(08|53|57P|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOENT)/.test(code)) return true;
  return typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying to connect|PGlite is closed|driver has already been destroyed)/.test(message);
}
