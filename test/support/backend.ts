/** The reference backend for tests, without a port: an app on a database, with the time in the test's hands. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createApp, type AppOptions } from '../../demo/backend/app.ts';
import { createCourt, type Court } from '../../demo/backend/court.ts';
import { abrirBanco, type Banco } from '../../demo/backend/database.ts';
import { createAvisos } from '../../demo/backend/fila/avisos.ts';
import { chaveRecibo, novaChaveRecibo, type Chaves } from '../../demo/backend/keys.ts';
import { silentLog } from '../../demo/backend/log.ts';
import type { Tabelas } from '../../demo/backend/schema.ts';
import { Segredos } from '../../demo/backend/secrets.ts';
import type { ManifestacaoInput } from '../../src/contract/manifestacao.ts';
import type { PedidoInput } from '../../src/contract/pedido.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import { freshPglite } from './pglite.ts';
import { startPostgres } from './postgres.ts';

export const demoCourt = (): TribunalInput => JSON.parse(readFileSync(join(import.meta.dirname, '../../demo/site/tribunal.json'), 'utf8')) as TribunalInput;

/** Monday, 23 November 2026, 09:00 in Fortaleza: every unit in the northeast is open. */
export const SEGUNDA_9H = Date.parse('2026-11-23T09:00:00-03:00');

/** More calls than any test makes: all of them come from one address. The limits have tests of their own. */
export const MUITAS = { pontos: 1_000_000, segundos: 60 };

export interface Engine {
  name: 'pglite' | 'postgresql';
  open(): Promise<Banco>;
  close(): Promise<void>;
  /** Address of the database that was opened last, on a server: another process may open it too. */
  url?: string;
}

/**
 * The engines to test on: a real server where one can be had, else the embedded one, and the reason, which is printed. Both for what depends on the
 * engine (`both`), and for everything by `npm test -- unit-all`: the embedded one carries every test of the whole demo, and each file pays its start. `durable`: the server waits for the disk.
 */
export async function engines({ real = true, both = process.env['ATRIO_BANCOS'] === 'todos', durable = false } = {}): Promise<{ list: Engine[]; missing: string | null }> {
  const dirs: string[] = [];
  const pglite: Engine = {
    name: 'pglite',
    async open() {
      const dir = await mkdtemp(join(tmpdir(), 'atrio-lite-'));
      dirs.push(dir);
      await freshPglite(join(dir, 'pglite'));
      return abrirBanco({ dir: join(dir, 'pglite') });
    },
    async close() {
      for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
    },
  };
  if (!real) return { list: [pglite], missing: null };
  const { server, reason } = await startPostgres({ durable });
  if (!server) {
    console.error(`SKIPPED on a real PostgreSQL: ${reason}`);
    return { list: [pglite], missing: reason };
  }
  const postgresql: Engine = {
    name: 'postgresql',
    open: async () => abrirBanco({ databaseUrl: (postgresql.url = await server.createDatabase()) }),
    close: () => server.stop(),
  };
  return { list: both ? [pglite, postgresql] : [postgresql], missing: null };
}

/** A database whose every statement fails, or answers nothing when no error is given. */
export function deadDatabase(error?: Error): Banco {
  class Driver extends DummyDriver {
    override acquireConnection(): ReturnType<DummyDriver['acquireConnection']> {
      return error ? Promise.reject(error) : super.acquireConnection();
    }
  }
  const db = new Kysely<Tabelas>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Driver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { db, motor: 'pglite', avisos: createAvisos(async () => ({ close: async () => undefined })), close: async () => undefined };
}

let signing: Promise<Chaves['recibo']> | undefined;

export async function testKeys(): Promise<Chaves> {
  signing ??= novaChaveRecibo().then(chaveRecibo);
  return { recibo: await signing, segredos: new Segredos(Buffer.alloc(32, 7)) };
}

export interface TestBackend {
  app: ReturnType<typeof createApp>;
  court: Court;
  chaves: Chaves;
  /** The clock, in epoch milliseconds. */
  time: { now: number };
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts JSON with a new `Idempotency-Key`, unless the headers say otherwise. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export async function testBackend(banco: Banco, options: Partial<AppOptions> & { tribunal?: unknown } = {}): Promise<TestBackend> {
  const time = { now: SEGUNDA_9H };
  const { tribunal, ...rest } = options;
  const court = createCourt(tribunal ?? demoCourt());
  const chaves = await testKeys();
  const app = createApp({
    banco,
    court,
    chaves,
    log: silentLog,
    versao: '0.0.0-teste',
    clock: () => time.now,
    limites: { geral: MUITAS, criacao: MUITAS, consulta: MUITAS, consultas: MUITAS },
    ...rest,
  });
  const call = async (path: string, init: RequestInit): Promise<Response> => app.request(`http://backend.test${path}`, init);
  return {
    app,
    court,
    chaves,
    time,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

export const manifestacao = (over: Partial<ManifestacaoInput> = {}): ManifestacaoInput => ({
  tipo: 'reclamacao',
  relato: 'O processo da minha aposentadoria está parado há dois anos.',
  identificacao: { modo: 'identificada', nome: 'Pessoa Fictícia', contato: { alternativo: 'Recado na padaria da praça' } },
  privacidade: { versao: '2026-11', aceito: true },
  ...over,
});

export const pedido = (over: Partial<PedidoInput> = {}): PedidoInput => ({
  requerente: {
    pessoa: 'natural',
    nome: 'Pessoa Fictícia',
    documento: { numero: '1234567', orgao: 'SSP/RN' },
    cpf: '529.982.247-25',
    contato: { email: 'pessoa@exemplo.com.br' },
  },
  especificacao: 'Quantas varas atendem por videoconferência neste tribunal?',
  resposta: { forma: 'eletronica' },
  sigiloDados: false,
  privacidade: { versao: '2026-11', aceito: true },
  ...over,
});
