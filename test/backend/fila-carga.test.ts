import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { FilaAtendimento } from '../../src/contract/atendimento.ts';
import type { EntradaFila, Prioridade, SenhaFila } from '../../src/contract/fila.ts';
import { abrirBanco, type Banco } from '../../demo/backend/database.ts';
import { claimsDe } from '../../demo/oidc/contas.ts';
import { demoCourt } from '../support/backend.ts';
import { AUDIENCIA, EMISSOR, testIssuer } from '../support/equipe.ts';
import { conferir, lerRegistro, registrarTudo } from '../support/fila-registro.ts';
import { startPostgres, type PostgresOrReason } from '../support/postgres.ts';
import { killAll, start, type BackendProcess } from '../support/process.ts';

const PESSOAS = 500;
const ATENDENTES = 6;
const CHEGAM_JUNTAS = 5;
const MORTES = 4;
const REGRA = { prioridadesSeguidas: 2, recuo: 3 };
const [UNIDADE, OUTRA] = ['carga', 'carga-destino'];

let home: string;
let postgres: PostgresOrReason;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'atrio-carga-'));
  postgres = await startPostgres();
  if (!postgres.server) console.error(`SKIPPED on a real PostgreSQL: ${postgres.reason}`);
});
after(async () => {
  killAll();
  await postgres.server?.stop();
  await rm(home, { recursive: true, force: true });
});

/** A court with two counters. Nobody's window passes by itself in the time of this test: it is made to. */
async function tribunal(): Promise<string> {
  const demo = demoCourt();
  const central = demo.unidades!.find(({ id }) => id === 'central-atendimento')!;
  const fila = { chamada: 'atendente', janelaSegundos: 900, toleranciaSegundos: 0, faltas: 3, ...REGRA };
  const path = join(home, 'tribunal.json');
  await writeFile(path, JSON.stringify({ ...demo, unidades: [UNIDADE, OUTRA].map((id) => ({ ...central, id, fila })) }));
  return path;
}

interface Pessoa {
  key: string;
  prioridade: Prioridade | undefined;
  /** What they do: are served; leave while they wait, or when called; never come; miss the first call and come at the second. */
  jeito: 'atendida' | 'sai' | 'sai-chamada' | 'some' | 'demora';
  transferir: boolean;
  senha?: SenhaFila;
}

test(`[BV-13] [BV-20] [BV-21] ${PESSOAS} people, ${ATENDENTES} attendants, two processes that are killed ${MORTES} times: nobody is skipped, called twice or lost`, { timeout: 480_000 }, async (t) => {
  if (!postgres.server) return t.skip(postgres.reason);
  const databaseUrl = await postgres.server.createDatabase();
  const banco: Banco = await abrirBanco({ databaseUrl });
  await registrarTudo(banco.db);
  const issuer = await testIssuer();
  const keys: Server = createServer((_request, response) => void issuer.fetch(`${EMISSOR}/certs`).then(async (answer) => response.setHeader('content-type', 'application/json').end(await answer.text())));
  await new Promise<void>((done) => keys.listen(0, '127.0.0.1', done));

  const env = {
    DATABASE_URL: databaseUrl,
    ATRIO_SEGREDO: Buffer.alloc(32, 5).toString('base64url'),
    ATRIO_TRIBUNAL: await tribunal(),
    ATRIO_OIDC_ISSUER: EMISSOR,
    ATRIO_OIDC_AUDIENCE: AUDIENCIA,
    ATRIO_OIDC_JWKS: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/certs`,
    ...Object.fromEntries(['GERAL', 'CRIACAO', 'INGRESSO'].map((tipo) => [`ATRIO_LIMITE_${tipo}`, '1000000/60'])),
  };
  const ligar = (lado: number): BackendProcess => start({ ...env, ATRIO_DATA_DIR: join(home, `dados-${lado}`) });
  const processos = [ligar(0), ligar(1)];
  await Promise.all(processos.map(({ url }) => url));

  // Whoever is still asking when the test is over stops: without this, a failure would never end.
  const acabou = new AbortController();
  t.signal.addEventListener('abort', () => acabou.abort(t.signal.reason));

  let pedidos = 0;
  let mortes = 0;
  let perdidas = 0;
  const kills = new Set(Array.from({ length: MORTES }, (_, i) => 250 + i * 300 + randomInt(150)));
  let revivendo = Promise.resolve();
  const talvezMatar = (): void => {
    if (!kills.delete(pedidos)) return;
    const lado = randomInt(2);
    revivendo = revivendo.then(async () => {
      const doomed = processos[lado]!;
      doomed.child.kill('SIGKILL');
      assert.equal((await doomed.ended).signal, 'SIGKILL');
      mortes += 1;
      processos[lado] = ligar(lado);
      await processos[lado].url;
    });
  };

  /** Asks one of the two processes, whichever, again and again, until one answers. */
  async function pedir(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<{ status: number; text: string }> {
    for (let lado = randomInt(2); ; lado = 1 - lado) {
      acabou.signal.throwIfAborted();
      pedidos += 1;
      talvezMatar();
      try {
        const url = await processos[lado]!.url;
        const response = await fetch(`${url}${path}`, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(20_000) });
        const text = await response.text();
        if (response.status !== 503) return { status: response.status, text };
      } catch {
        perdidas += 1;
      }
      await new Promise((next) => setImmediate(next));
    }
  }
  const ingresso = ({ senha }: Pessoa) => ({ authorization: `Bearer ${senha!.ingresso}` });

  const jeitoDe = (i: number): Pessoa['jeito'] => (i % 11 === 3 ? 'sai' : i % 23 === 5 ? 'sai-chamada' : i % 29 === 7 ? 'some' : i % 17 === 9 ? 'demora' : 'atendida');
  const pessoas = Array.from({ length: PESSOAS }, (_, i): Pessoa => ({
    key: randomUUID(),
    prioridade: i % 9 === 4 ? 'idoso-80' : i % 4 === 1 ? 'gestante' : undefined,
    jeito: jeitoDe(i),
    transferir: i % 19 === 6,
  }));
  const porNumero = new Map<number, Pessoa>();
  const salas = new Map<string, Pessoa>();
  let dentro = 0;

  async function chegar(pessoa: Pessoa): Promise<void> {
    const { status, text } = await pedir('POST', `/v1/unidades/${UNIDADE}/fila`, { 'idempotency-key': pessoa.key }, pessoa.prioridade ? { prioridade: pessoa.prioridade } : {});
    assert.equal(status, 201, text);
    pessoa.senha = JSON.parse(text) as SenhaFila;
    const numero = Number(pessoa.senha.senha);
    assert.ok(!porNumero.has(numero), `two people got the number ${numero}`);
    porNumero.set(numero, pessoa);
    dentro += 1;
    if (pessoa.jeito === 'sai') assert.equal((await pedir('POST', '/v1/fila/saida', ingresso(pessoa))).status, 204);
  }

  /** The window passes, which in the world takes minutes. */
  const passarJanela = (id: string) => sql`update fila set chamada_ate = now() - interval '1 second' where id = ${id}::bigint and estado = 'chamada'`.execute(banco.db);

  const todasEncerradas = async (): Promise<boolean> => !(await banco.db.selectFrom('fila').select('id').where('estado', '!=', 'encerrada').limit(1).executeTakeFirst());

  async function atender(n: number): Promise<void> {
    const conta = { id: `atendente-${n}`, nome: `Atendente ${'ABCDEFGHIJ'[n]}`, papeis: ['atendente' as const], unidades: [UNIDADE, OUTRA] };
    const authorization = `Bearer ${await issuer.assinar({ sub: conta.id, ...claimsDe(conta as unknown as Parameters<typeof claimsDe>[0], AUDIENCIA) })}`;
    const agir = async (unidade: string, ato: Record<string, unknown>): Promise<{ status: number; fila: FilaAtendimento }> => {
      const { status, text } = await pedir('POST', `/v1/atendimento/unidades/${unidade}/acoes`, { authorization, 'idempotency-key': randomUUID() }, ato);
      return { status, fila: JSON.parse(text) as FilaAtendimento };
    };
    const faltou = new Set<string>();
    for (let vazias = 0; ; ) {
      // The second counter is looked at now and then, and whenever the first is empty.
      const unidade = vazias % 2 || randomInt(6) === 0 ? OUTRA : UNIDADE;
      const { status, fila } = await agir(unidade, { acao: 'chamar' });
      assert.equal(status, 200, JSON.stringify(fila));
      const { minha } = fila;
      if (!minha) {
        if (dentro === PESSOAS && (await todasEncerradas())) return;
        vazias += 1;
        await new Promise((next) => setTimeout(next, 5));
        continue;
      }
      vazias = 0;
      let pessoa = porNumero.get(Number(minha.senha));
      // Called before their own answer has come.
      while (!pessoa) {
        acabou.signal.throwIfAborted();
        await new Promise((next) => setTimeout(next, 2));
        pessoa = porNumero.get(Number(minha.senha));
      }
      if (minha.estado === 'chamada') {
        if (pessoa.jeito === 'some' || (pessoa.jeito === 'demora' && minha.faltas === 0)) {
          // At another counter the absences are counted anew: who is called there by the same attendant misses that window too.
          const falta = `${minha.id} ${minha.unidadeId} ${minha.faltas}`;
          if (!faltou.has(falta)) await passarJanela(minha.id);
          faltou.add(falta);
          continue;
        }
        if (pessoa.jeito === 'sai-chamada' || pessoa.jeito === 'sai') {
          assert.equal((await pedir('POST', '/v1/fila/saida', ingresso(pessoa))).status, 204);
          continue;
        }
        const entrada = await pedir('POST', '/v1/fila/entrada', ingresso(pessoa));
        assert.equal(entrada.status, 200, entrada.text);
        const { sala } = JSON.parse(entrada.text) as EntradaFila & { sala: string };
        assert.ok((salas.get(sala) ?? pessoa) === pessoa, 'two people in one room');
        salas.set(sala, pessoa);
      }
      const transferir = pessoa.transferir && minha.transferidaDe === null;
      const fim = await agir(minha.unidadeId, transferir ? { acao: 'transferir', senhaId: minha.id, unidadeId: OUTRA } : { acao: 'encerrar', senhaId: minha.id, combinado: 'Atendida.' });
      // An act whose answer was lost was done: it is refused the second time under another key, and never done again.
      assert.equal(fim.status, 200, JSON.stringify(fim.fila));
    }
  }

  const inicio = performance.now();
  const chegada = [...pessoas];
  try {
    await Promise.all([
      ...Array.from({ length: CHEGAM_JUNTAS }, async () => {
        for (let pessoa = chegada.shift(); pessoa; pessoa = chegada.shift()) await chegar(pessoa);
      }),
      ...Array.from({ length: ATENDENTES }, (_, n) => atender(n)),
    ]);
    await revivendo;
    t.diagnostic(`${pedidos} requests, ${perdidas} lost, ${mortes} kills, ${Math.round((performance.now() - inicio) / 1000)} s`);
    assert.equal(mortes, MORTES);
    assert.ok(perdidas > 0, 'no kill took an answer with it: this run proves nothing');

    // Nobody skipped, nobody called to two attendants, no attendant with two people, everybody who goes back goes to the right place.
    const registro = await lerRegistro(banco.db);
    assert.deepEqual(conferir(registro, REGRA), []);

    const rows = await banco.db.selectFrom('fila').selectAll().orderBy('numero').execute();
    assert.deepEqual(rows.map(({ numero }) => numero), Array.from({ length: PESSOAS }, (_, i) => i + 1));
    assert.equal(new Set(rows.flatMap(({ protocolo }) => protocolo ?? [])).size, rows.filter(({ fim }) => fim === 'atendida').length);
    const vezes = (id: number, para: string, de?: string): number => registro.filter((um) => um.id === id && um.estado === para && um.estado_antes !== para && (de === undefined || um.estado_antes === de)).length;
    for (const row of rows) {
      const { jeito, transferir } = porNumero.get(row.numero)!;
      const devia = jeito === 'some' ? ['ausente'] : jeito === 'sai' ? ['saiu'] : jeito === 'sai-chamada' ? ['saiu'] : ['atendida'];
      assert.deepEqual([row.estado, row.fim], ['encerrada', devia[0]], `senha ${row.numero}, ${jeito}`);
      assert.equal(vezes(row.id, 'encerrada'), 1);
      // Served exactly once at each counter.
      assert.equal(vezes(row.id, 'em-atendimento', 'chamada'), devia[0] === 'atendida' ? (transferir ? 2 : 1) : 0);
      if (jeito === 'some') assert.equal(vezes(row.id, 'chamada', 'aguardando'), 3);
    }
    // The order of arrival is the order of the numbers.
    const entradas = registro.filter((um) => um.estado_antes === null);
    assert.deepEqual(entradas.map(({ numero }) => numero), rows.map(({ numero }) => numero));
    assert.deepEqual(entradas.map(({ ordem }) => ordem), entradas.map(({ ordem }) => ordem).toSorted((a, b) => a - b));
  } finally {
    acabou.abort(new Error('the test is over'));
    keys.close();
    keys.closeAllConnections();
    await banco.close();
    killAll();
  }
  return undefined;
});

/** Puts people in a queue without the backend. */
async function encher(banco: Banco, quantas: number): Promise<void> {
  for (let i = 1; i <= quantas; i += 1) {
    await banco.db
      .insertInto('fila')
      .values({ unidade_id: UNIDADE, dia: '2026-11-23', numero: i, nome: null, classe: i % 5 === 0 ? 2 : 3, ordem: i, dados: '{}', ingresso_hash: Buffer.from(`i${i}`), entrou_em: new Date(), idem_hash: Buffer.from(`k${i}`), corpo_hash: Buffer.from('c'), sal: Buffer.from('s') })
      .execute();
  }
}

const chamada = (atendente: string) => ({ estado: 'chamada' as const, vez: 1, chamada_ate: new Date(), atendente });

test('the same checker objects to naive queues: one that looks and then writes, one in plain order of arrival, one that skips what is locked', async (t) => {
  if (!postgres.server) return t.skip(postgres.reason);
  const naive = async (fazer: (banco: Banco) => Promise<void>): Promise<string[]> => {
    const banco = await abrirBanco({ databaseUrl: await postgres.server!.createDatabase() });
    try {
      await registrarTudo(banco.db);
      await encher(banco, 30);
      await fazer(banco);
      return conferir(await lerRegistro(banco.db), REGRA);
    } finally {
      await banco.close();
    }
  };
  const primeira = ({ db }: Banco) => db.selectFrom('fila').select('id').where('estado', '=', 'aguardando').orderBy('ordem').limit(1);

  const olhaEEscreve = await naive(async (banco) => {
    // Several attendants at once, as they are in the world: each looks, then writes.
    const vistas = await Promise.all(['a', 'b', 'c', 'd'].map(async (quem) => ({ quem, id: (await primeira(banco).executeTakeFirstOrThrow()).id })));
    await Promise.all(vistas.map(({ quem, id }) => banco.db.updateTable('fila').set(chamada(quem)).where('id', '=', id).execute()));
  });
  assert.ok(olhaEEscreve.some((falta) => /quando estava chamada/.test(falta)), olhaEEscreve.join('\n'));

  const soChegada = await naive(async (banco) => {
    for (const quem of ['a', 'b', 'c']) await banco.db.updateTable('fila').set(chamada(quem)).where('id', '=', (await primeira(banco).executeTakeFirstOrThrow()).id).execute();
  });
  assert.ok(soChegada.some((falta) => /chamada na vez/.test(falta)), soChegada.join('\n'));

  const pulaTravadas = await naive(async (banco) => {
    // One process dies with the first person locked; the other has called who came after them meanwhile.
    await banco.db
      .transaction()
      .execute(async (tx) => {
        await tx.selectFrom('fila').select('id').where('numero', '=', 5).forUpdate().execute();
        const { rows } = await sql<{ id: number }>`select id from fila where estado = 'aguardando' and classe = 2 order by ordem limit 1 for update skip locked`.execute(banco.db);
        await banco.db.updateTable('fila').set(chamada('b')).where('id', '=', rows[0]!.id).execute();
        throw new Error('killed');
      })
      .catch((error: Error) => assert.equal(error.message, 'killed'));
  });
  assert.ok(pulaTravadas.some((falta) => /chamada na vez/.test(falta)), pulaTravadas.join('\n'));
  return undefined;
});
