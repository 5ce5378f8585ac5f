/**
 * `npm run bench:backend`: the reference backend beside raw inserts on the same server in the same run, and how it grows. On loopback alone; every
 * database, folder and process goes away with it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { SenhaFila } from '../../src/contract/fila.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import { createEventos } from '../../demo/backend/fila/eventos.ts';
import { createMotor } from '../../demo/backend/fila/motor.ts';
import type { ContextoFila } from '../../demo/backend/fila/tipos.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { silentLog } from '../../demo/backend/log.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import type { Tabelas } from '../../demo/backend/schema.ts';
import { demoCourt, engines, manifestacao, MUITAS, testBackend, type Engine, type TestBackend } from '../support/backend.ts';
import { killAll, start } from '../support/process.ts';
import type { Args } from './args.ts';
import { numero } from './doc.ts';
import { holdToShare } from './quota.ts';
import { here, type Check, type ListResult } from './results.ts';
import { median, percentile } from './stats.ts';

type Group = ListResult['groups'][number];

/** How long each round of a rate lasts, and how many there are, the raw one and the kit's in turns. */
const ROUND_MS = 2_500;
const ROUNDS = 3;
const TOGETHER = 32;
const UNIDADES = ['dez', 'dez-mil', 'ritmo', 'ouvintes'];
const OUVINTES = 1_000;

interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
}

/**
 * Does it over and over by so many at once, for so long.
 * @param once does it once, for the nth of those who do it together
 */
async function rate(together: number, ms: number, once: (n: number) => Promise<unknown>): Promise<Rate> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + ms;
  await Promise.all(
    Array.from({ length: together }, async (_, n) => {
      while (performance.now() < end) {
        const from = performance.now();
        await once(n);
        times.push(performance.now() - from);
      }
    }),
  );
  return { perSecond: (times.length * 1000) / (performance.now() - begun), p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

const middle = (rates: readonly Rate[]): Rate => ({ perSecond: median(rates.map((one) => one.perSecond)), p50: median(rates.map((one) => one.p50)), p99: median(rates.map((one) => one.p99)) });
const told = ({ perSecond, p50, p99 }: Rate): string => `${numero(perSecond)}/s, mediana ${numero(p50)} ms, p99 ${numero(p99)} ms`;

/** Milliseconds of one, repeated. */
async function each(times: number, once: (n: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) {
    const from = performance.now();
    await once(n);
    all.push(performance.now() - from);
  }
  return all;
}

function tribunal() {
  const demo = demoCourt();
  const central = demo.unidades!.find(({ id }) => id === 'central-atendimento')!;
  return { ...demo, unidades: UNIDADES.map((id) => ({ ...central, id })) };
}

interface Ready {
  banco: Banco;
  backend: TestBackend;
  ctx: ContextoFila;
}

async function open(engine: Engine): Promise<Ready> {
  const banco = await engine.open();
  const backend = await testBackend(banco, {
    tribunal: tribunal(),
    autenticar: () => Promise.reject(new ProblemError('acesso-invalido')),
    limites: { geral: MUITAS, criacao: MUITAS, consulta: MUITAS, consultas: MUITAS, ingresso: MUITAS },
  });
  return { banco, backend, ctx: { db: banco.db, court: backend.court, chaves: backend.chaves, clock: () => backend.time.now, avisos: banco.avisos, comEquipe: true } };
}

async function created<T>(response: Response): Promise<T> {
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Statements as they go to the server, to ask it how it does them. */
function listening(db: Banco['db']): { db: Kysely<Tabelas>; statements: CompiledQuery[] } {
  const statements: CompiledQuery[] = [];
  const heard = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  }) as Kysely<Tabelas>;
  return { db: heard, statements };
}

async function planOf(db: Banco['db'], { sql: text, parameters }: CompiledQuery): Promise<string> {
  const { rows } = await db.executeQuery<Record<string, string>>(CompiledQuery.raw(`explain (analyze, buffers, costs off, timing off, summary off) ${text}`, [...parameters]));
  return rows.map((row) => Object.values(row)[0]).join('\n');
}

/** Registrations and queue operations beside raw inserts, in turns. */
async function rates(engine: Engine): Promise<Group> {
  const { banco, backend } = await open(engine);
  const { db } = banco;
  await sql`create table bruto (id bigint generated always as identity primary key, em timestamptz not null, dados jsonb not null, chave bytea not null unique)`.execute(db);
  const dados = JSON.stringify(manifestacao());
  const raw = (): Promise<unknown> => sql`insert into bruto (em, dados, chave) values (${new Date()}, ${dados}, ${Buffer.from(randomUUID())})`.execute(db);
  const register = async (): Promise<unknown> => created(await backend.post('/v1/manifestacoes', manifestacao()));
  const joined: SenhaFila[] = [];
  const join_ = async (): Promise<void> => void joined.push(await created<SenhaFila>(await backend.post('/v1/unidades/ritmo/fila', {})));
  const look = async (): Promise<void> => {
    const { status } = await backend.get('/v1/fila', { authorization: `Bearer ${joined[Math.floor(Math.random() * joined.length)]!.ingresso}` });
    if (status !== 200) throw new Error(`the queue answered ${status}`);
  };
  const motor = createMotor({ db, court: backend.court, chaves: backend.chaves, clock: () => backend.time.now, avisos: banco.avisos, comEquipe: true });
  let attendant = 0;
  /** Calls the next, and has them not come: they wait again further back, so that nobody runs out. */
  const call = async (): Promise<void> => {
    const quem = { sub: `a${(attendant += 1)}`, nome: 'Atendente' };
    const row = await motor.chamar('ritmo', quem);
    if (!row) throw new Error('nobody waits');
    await motor.agir({ acao: 'transferir', senhaId: String(row.id), unidadeId: 'ouvintes' }, quem);
  };
  await db.insertInto('balcoes').values(UNIDADES.map((unidade_id) => ({ unidade_id }))).onConflict((oc) => oc.doNothing()).execute();
  const [rawRates, registered, one, joins, looks, turns] = [[], [], [], [], [], []] as Rate[][] as [Rate[], Rate[], Rate[], Rate[], Rate[], Rate[]];
  await Promise.all([raw(), register(), join_()]);
  for (let round = 0; round < ROUNDS; round++) {
    rawRates.push(await rate(TOGETHER, ROUND_MS, raw));
    registered.push(await rate(TOGETHER, ROUND_MS, register));
    one.push(await rate(1, ROUND_MS / 2, register));
    joins.push(await rate(TOGETHER, ROUND_MS / 2, join_));
    looks.push(await rate(TOGETHER, ROUND_MS / 2, look));
    const before = joined.length;
    // Never more calls than people: four at once take some hundreds at most.
    turns.push(await rate(4, Math.min(ROUND_MS / 2, before * 2), call));
  }
  await banco.close();
  const base = middle(rawRates);
  const times = middle(registered).perSecond / base.perSecond;
  return {
    title: `${engine.name}: operações por segundo, um processo, ${TOGETHER} ao mesmo tempo`,
    checks: [
      { what: 'insert simples, um por transação', value: base.perSecond, shown: told(base) },
      { what: 'registro de manifestação (validada, numerada, assinada, gravada)', value: middle(registered).perSecond, shown: told(middle(registered)) },
      { what: 'registros por insert simples', value: times, shown: `${numero(times)}x`, ...(engine.name === 'pglite' ? {} : { budget: '0,5x', ok: times >= 0.5 }) },
      { what: 'registro, um de cada vez', value: middle(one).perSecond, shown: told(middle(one)) },
      { what: 'entrar na fila', value: middle(joins).perSecond, shown: told(middle(joins)) },
      { what: 'ver o lugar na fila', value: middle(looks).perSecond, shown: told(middle(looks)) },
      { what: 'chamar e transferir, quatro atendentes', value: middle(turns).perSecond, shown: told(middle(turns)) },
    ],
  };
}

/** Tracking look-up from a thousand to a million cases. */
async function lookup(engine: Engine, cases: number, say: (line: string) => void): Promise<Group> {
  const { banco, backend } = await open(engine);
  const { db } = banco;
  const known: Recibo[] = [];
  for (let n = 0; n < 40; n++) known.push(await created<Recibo>(await backend.post('/v1/manifestacoes', manifestacao())));
  const look = async (n: number): Promise<void> => {
    const { protocolo, chave } = known[n % known.length]!;
    const { status } = await backend.post('/v1/protocolos/consulta', { protocolo, chave });
    if (status !== 200) throw new Error(`the look-up answered ${status}`);
  };
  const checks: Check[] = [];
  let have = 0;
  let base = NaN;
  const columns = (await sql<{ column_name: string }>`select column_name from information_schema.columns where table_name = 'casos' and is_identity = 'NO' and column_name not in ('ano', 'numero', 'protocolo', 'idem_hash')`.execute(db)).rows.map(({ column_name }) => column_name);
  const list = sql.join(columns.map((name) => sql.ref(name)));
  const sizes = [1e3, 1e4, 1e5, 1e6].filter((size) => size <= cases);
  for (const size of sizes) {
    say(`${engine.name}: ${size} cases`);
    const STEP = 50_000;
    // By parts: no statement may take longer than the backend lets it.
    for (; have < size; have += Math.min(STEP, size - have)) {
      const [from, to] = [have + 1, Math.min(size, have + STEP)];
      await sql`
        with novos as (
          insert into casos (ano, numero, protocolo, idem_hash, ${list})
          select 1900, n, 'B' || n, ('b' || n)::bytea, ${list} from (select * from casos where ano <> 1900 order by id limit 1) modelo cross join generate_series(${from}::bigint, ${to}::bigint) n
          returning id
        )
        insert into eventos (caso_id, tipo, em, papel) select id, 'registro', now(), 'cidadao' from novos`.execute(db);
    }
    await sql`analyze casos`.execute(db);
    await sql`analyze eventos`.execute(db);
    await each(40, look);
    const times = await each(300, look);
    const value = median(times);
    if (size === sizes[0]) base = value;
    const grew = value / base;
    checks.push({ what: `consulta com ${numero(size)} casos`, value, shown: `${numero(value)} ms, p99 ${numero(percentile(times, 0.99))} ms (${numero(grew)}x)`, ...(size > sizes[0]! ? { budget: '1,5x', ok: grew <= 1.5 } : {}) });
  }
  const heard = listening(db);
  const other = await testBackend({ ...banco, db: heard.db }, { tribunal: tribunal() });
  await other.post('/v1/protocolos/consulta', { protocolo: known[0]!.protocolo, chave: known[0]!.chave });
  const plans = [];
  for (const [what, pattern] of [['consulta pelo protocolo', /from "casos".*"protocolo" =/s], ['eventos do caso', /from "eventos".*"caso_id" =/s]] as const) {
    const statement = heard.statements.find((one) => pattern.test(one.sql));
    if (statement) plans.push({ what: `${what}, ${numero(sizes.at(-1)!)} casos`, plan: await planOf(db, statement) });
  }
  await banco.close();
  return { title: `${engine.name}: consulta pelo protocolo`, checks, plans };
}

/** The queue with ten and with ten thousand people waiting, and a thousand who follow it. */
async function queue(engine: Engine): Promise<Group> {
  const { banco, backend, ctx } = await open(engine);
  const { db } = banco;
  const fill = (unidade: string, many: number): Promise<unknown> =>
    sql`
      insert into fila (unidade_id, dia, numero, classe, ordem, dados, ingresso_hash, entrou_em, idem_hash, corpo_hash, sal)
      select ${unidade}::text, '2026-11-23', n, n % 4, n, '{}', (${unidade}::text || 'i' || n)::bytea, ${new Date(backend.time.now)}, (${unidade}::text || 'k' || n)::bytea, 'c', 's' from generate_series(1, ${many}::int) n`.execute(db);
  // Who is followed came in as people do.
  for (const unidade of ['dez', 'dez-mil']) await created(await backend.post(`/v1/unidades/${unidade}/fila`, {}));
  await fill('dez', 9);
  await fill('dez-mil', 9_999);
  await sql`analyze fila`.execute(db);
  const motor = createMotor(ctx);
  let attendant = 0;
  const times: Record<string, number[]> = { 'dez': [], 'dez-mil': [] };
  // In turns. Who was called goes back to waiting, so that ten stay ten.
  for (let round = 0; round < 60; round++) {
    for (const unidade of ['dez', 'dez-mil']) {
      const quem = { sub: `q${(attendant += 1)}`, nome: 'Atendente' };
      const from = performance.now();
      const row = await motor.chamar(unidade, quem);
      times[unidade]!.push(performance.now() - from);
      await db.updateTable('fila').set({ estado: 'aguardando', atendente: null, atendente_nome: null, chamado_em: null, chamada_ate: null, vez: null }).where('id', '=', row!.id).execute();
    }
  }
  const [few, many] = [median(times['dez']!.slice(10)), median(times['dez-mil']!.slice(10))];
  const plans: NonNullable<Group['plans']> = [];
  const heard = listening(db);
  await createMotor({ ...ctx, db: heard.db }).chamar('dez-mil', { sub: 'plano', nome: 'Atendente' });
  const next = heard.statements.find((one) => /cross join lateral/.test(one.sql));
  if (next) plans.push({ what: 'a próxima senha, 10.000 à espera', plan: await planOf(db, next) });

  const checks: Check[] = [
    { what: 'chamar a próxima, 10 à espera', value: few, shown: `${numero(few)} ms` },
    { what: 'chamar a próxima, 10.000 à espera', value: many, shown: `${numero(many)} ms (${numero(many / few)}x)`, budget: '2x', ok: many <= few * 2 },
  ];
  const told_: Record<string, number> = {};
  for (const unidade of ['dez', 'dez-mil']) {
    const { id, classe } = await db.selectFrom('fila').select(['id', 'classe']).where('unidade_id', '=', unidade).where('estado', '=', 'aguardando').orderBy('id').limit(1).executeTakeFirstOrThrow();
    const count = listening(db);
    const eventos = createEventos({ ...ctx, db: count.db }, silentLog);
    let missing = 0;
    let done = (): void => undefined;
    const all = (): Promise<void> => {
      missing = OUVINTES;
      return new Promise((resolve) => (done = resolve));
    };
    const followers = Array.from({ length: OUVINTES }, () => ({ senhaId: id, unidadeId: unidade, ultimo: '', pulsar: () => undefined, fechar: () => undefined, mandar: () => (missing -= 1) === 0 && done() }));
    const first = all();
    const stop = followers.map((one) => eventos.ouvir(one));
    await first;
    const before = count.statements.length;
    const ROUND = 8;
    const spent: number[] = [];
    for (let round = 0; round < ROUND; round++) {
      const everybody = all();
      const from = performance.now();
      // Somebody before them, so that their place is another.
      await db.transaction().execute(async (tx) => {
        await sql`
          insert into fila (unidade_id, dia, numero, classe, ordem, dados, ingresso_hash, entrou_em, idem_hash, corpo_hash, sal)
          values (${unidade}, '2026-11-23', ${20_000 + round}, ${classe}, ${-round - 1}, '{}', ${Buffer.from(randomUUID())}, ${new Date(backend.time.now)}, ${Buffer.from(randomUUID())}, 'c', 's')`.execute(tx);
        await banco.avisos.avisar(tx, unidade);
      });
      await everybody;
      spent.push(performance.now() - from);
    }
    const reading = count.statements.length - before;
    stop.forEach((one) => one());
    told_[unidade] = median(spent);
    checks.push({ what: `avisar ${numero(OUVINTES)} pessoas, ${unidade === 'dez' ? '10' : '10.000'} à espera: comandos no banco por mudança`, value: reading / ROUND, shown: numero(reading / ROUND), budget: '1', ok: reading / ROUND <= 1 });
    const statement = count.statements.at(-1);
    if (unidade === 'dez-mil' && statement) plans.push({ what: 'lugares de quem acompanha, 10.000 à espera', plan: await planOf(db, statement) });
  }
  const grew = told_['dez-mil']! / told_['dez']!;
  checks.push({ what: `avisar ${numero(OUVINTES)} pessoas, da mudança à última`, value: told_['dez-mil']!, shown: `${numero(told_['dez']!)} ms com 10 à espera, ${numero(told_['dez-mil']!)} ms com 10.000 (${numero(grew)}x; 150 ms são a espera que junta mudanças)`, budget: '2x', ok: grew <= 2 });
  await banco.close();
  return { title: `${engine.name}: fila`, checks, plans };
}

const TICK = 100;
/** Seconds of a core that a process has used (Linux). */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICK;
  } catch {
    return NaN;
  }
}

/** Of a core, for each process that is to be the limit: two of them, PostgreSQL and who asks fit in two cores then. */
const SHARE = 0.25;
/** Rounds until the engine has compiled what a process does, in each of them. */
const WARM = 4;

/** One process and two, over HTTP on the same server: with all the machine gives, and each with a share of a core, so that neither the machine nor the database is the limit. */
async function processes(engine: Engine): Promise<Group[]> {
  const home = await mkdtemp(join(tmpdir(), 'atrio-bench-'));
  const agent = new Agent({ keepAlive: true, maxSockets: TOGETHER * 2 });
  const undo: (() => void)[] = [];
  try {
    const banco = await engine.open();
    await banco.close();
    await writeFile(join(home, 'tribunal.json'), JSON.stringify(tribunal()));
    const env = {
      DATABASE_URL: engine.url!,
      ATRIO_SEGREDO: Buffer.alloc(32, 5).toString('base64url'),
      ATRIO_TRIBUNAL: join(home, 'tribunal.json'),
      ...Object.fromEntries(['GERAL', 'CRIACAO', 'INGRESSO', 'CONSULTA', 'CONSULTAS'].map((tipo) => [`ATRIO_LIMITE_${tipo}`, '10000000/60'])),
    };
    const running = [0, 1].map((n) => start({ ...env, ATRIO_DATA_DIR: join(home, `dados-${n}`) }));
    const urls = (await Promise.all(running.map(({ url }) => url))).map((url) => url.replace(/\/$/, ''));
    const post = (url: string, body: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'content-length': Buffer.byteLength(body) } }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => (text += part));
          answer.on('end', () => (answer.statusCode! < 300 ? resolve(text) : reject(new Error(`${answer.statusCode} ${text.slice(0, 200)}`))));
        });
        sent.on('error', reject).end(body);
      });
    const body = JSON.stringify(manifestacao());
    // Each asks for a case of their own, as people do.
    const asks: string[] = [];
    for (let n = 0; n < TOGETHER * 2; n++) {
      const { protocolo, chave } = JSON.parse(await post(`${urls[0]!}/v1/manifestacoes`, body)) as Recibo;
      asks.push(JSON.stringify({ protocolo, chave }));
    }
    let turn = 0;
    /** As many for each process; who asks stays with one, as a connection does. */
    const round = async (many: number, path: string, text: () => string): Promise<Rate & { cpu: number }> => {
      const before = running.map(({ child }) => cpuOf(child.pid!));
      const begun = performance.now();
      const found = await rate(TOGETHER * many, ROUND_MS, (n) => post(`${urls[n % many]!}${path}`, text()));
      const seconds = (performance.now() - begun) / 1000;
      const spent = running.reduce((sum, { child }, at) => sum + cpuOf(child.pid!) - before[at]!, 0);
      return { ...found, cpu: (spent * 1000) / (found.perSecond * seconds) };
    };
    const acts: [what: string, path: string, text: () => string][] = [
      ['registro', '/v1/manifestacoes', () => body],
      ['consulta', '/v1/protocolos/consulta', () => asks[(turn += 1) % asks.length]!],
    ];
    const compare = async (judged: boolean): Promise<Check[]> => {
      const checks: Check[] = [];
      for (const [what, path, text] of acts) {
        const one: (Rate & { cpu: number })[] = [];
        const two: (Rate & { cpu: number })[] = [];
        for (let n = 0; n < ROUNDS; n++) {
          one.push(await round(1, path, text));
          two.push(await round(2, path, text));
        }
        const times = median(two.map(({ perSecond }, n) => perSecond / one[n]!.perSecond));
        checks.push(
          { what: `${what}, um processo`, value: middle(one).perSecond, shown: `${told(middle(one))}; ${numero(median(one.map(({ cpu }) => cpu)))} ms de CPU do processo por pedido` },
          { what: `${what}, dois processos`, value: middle(two).perSecond, shown: `${told(middle(two))}; ${numero(median(two.map(({ cpu }) => cpu)))} ms de CPU por pedido` },
          { what: `${what}: dois processos por um`, value: times, shown: `${numero(times)}x`, ...(judged ? { budget: '1,8x', ok: times >= 1.8 } : {}) },
        );
      }
      return checks;
    };
    for (let n = 0; n < WARM; n++) for (const [, path, text] of acts) await round(2, path, text);
    const free = await compare(false);
    for (const { child } of running) {
      const undone = holdToShare(child.pid!, SHARE);
      if (undone) undo.push(undone);
    }
    const held = undo.length === running.length ? await compare(true) : null;
    for (const { child, ended } of running) {
      child.kill('SIGTERM');
      await ended;
    }
    return [
      { title: 'postgresql: um processo e dois, por HTTP', note: 'Nos mesmos núcleos estão também o PostgreSQL e quem faz os pedidos: um processo já ocupa a máquina, e o limite é ela.', checks: free },
      held
        ? { title: `postgresql: um processo e dois, cada um com ${numero(SHARE * 100)} % de um núcleo`, note: 'Assim o limite é o processo, e não a máquina nem o banco: é o que o segundo processo acrescenta.', checks: held }
        : { title: 'postgresql: um processo e dois, cada um com uma parte de um núcleo', note: 'Este sistema não deixa limitar um processo: o que o segundo acrescenta não foi medido.', checks: [] },
    ];
  } finally {
    agent.destroy();
    killAll();
    for (const each of undo) each();
    await rm(home, { recursive: true, force: true });
  }
}

export async function measureBackend({ command, cases, engines: wanted, say }: { command: string; cases: number; engines: Args['engines']; say(line: string): void }): Promise<ListResult> {
  const where = here(command);
  const { list, missing } = await engines({ real: wanted.includes('postgresql'), both: wanted.includes('pglite'), durable: true });
  if (missing) say(`no PostgreSQL: ${missing}`);
  const groups: Group[] = [];
  try {
    for (const engine of list.filter(({ name }) => wanted.includes(name))) {
      say(`${engine.name}: rates`);
      groups.push(await rates(engine));
      // The embedded engine keeps a page cache of its own in memory: a tenth is enough to see how it grows.
      groups.push(await lookup(engine, engine.name === 'pglite' ? Math.min(cases, 1e5) : cases, say));
      say(`${engine.name}: queue`);
      groups.push(await queue(engine));
      if (engine.name === 'postgresql') {
        say('postgresql: processes');
        groups.push(...(await processes(engine)));
      }
    }
  } finally {
    for (const engine of list) await engine.close();
  }
  return { part: 'backend', title: 'Backend', where: where(), groups };
}
