import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { abrirBanco } from '../../demo/backend/database.ts';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import type { Caso, Recibo } from '../../src/contract/caso.ts';
import { startPostgres, type PostgresOrReason } from '../support/postgres.ts';
import { killAll, start } from '../support/process.ts';

/** Two processes of the backend, one PostgreSQL, many people who want the same hour. */

let home: string;
let postgres: PostgresOrReason;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'atrio-agenda-'));
  postgres = await startPostgres();
  if (!postgres.server) console.error(`SKIPPED on a real PostgreSQL: ${postgres.reason}`);
});
after(async () => {
  killAll();
  await postgres.server?.stop();
  await rm(home, { recursive: true, force: true });
});

interface Resposta<T> {
  status: number;
  text: string;
  body: T;
}
const UNIDADES = { 'central-familia': 1, 'central-atendimento': 2 } as const;
const ALVOS = 4;
const PESSOAS = 20;

test('[BV-14] two people never get the same place, in two processes at once; the same sending is one appointment; and moving all at once loses nobody theirs', async (t) => {
  if (!postgres.server) return t.skip(postgres.reason);
  const databaseUrl = await postgres.server.createDatabase();
  const muito = '1000000/60';
  const env = { ATRIO_DATA_DIR: join(home, 'dados'), DATABASE_URL: databaseUrl, ATRIO_LIMITE_GERAL: muito, ATRIO_LIMITE_CRIACAO: muito, ATRIO_LIMITE_CONSULTA: muito, ATRIO_LIMITE_CONSULTAS: muito };
  const um = start(env);
  // The second finds the tables and the keys that the first made.
  const urls = [await um.url];
  const dois = start(env);
  urls.push(await dois.url);
  const post = async <T>(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Resposta<T>> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers }, body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as T };
  };
  const banco = await abrirBanco({ databaseUrl });
  const emOrdem = () => banco.db.selectFrom('vagas').selectAll().orderBy('unidade_id').orderBy('inicio').orderBy('vaga').execute();
  const livres = async (unidadeId: string): Promise<string[]> => {
    const agenda = (await (await fetch(`${urls[0]}/v1/unidades/${unidadeId}/agenda`)).json()) as AgendaDaUnidade;
    return agenda.dias.flatMap(({ vagas }) => vagas.map(({ inicio }) => inicio));
  };
  try {
    const alvos = new Map<string, string[]>();
    for (const unidadeId of Object.keys(UNIDADES)) alvos.set(unidadeId, (await livres(unidadeId)).slice(10, 10 + ALVOS));

    // Everybody at once, each sending twice, once to each process: a phone that got no answer.
    const pedidos = [...alvos].flatMap(([unidadeId, horas]) => horas.flatMap((inicio) => Array.from({ length: PESSOAS }, () => ({ unidadeId, inicio }))));
    pedidos.sort(() => Math.random() - 0.5);
    const respostas = await Promise.all(
      pedidos.map(async ({ unidadeId, inicio }, n) => {
        const key = { 'idempotency-key': randomUUID() };
        const body = { unidadeId, inicio, nome: `Pessoa ${n}`, contato: {}, privacidade: { versao: '1', aceito: true } };
        const [a, b] = await Promise.all(urls.map((url) => post<Recibo & { detail?: string; type: string }>(url, '/v1/agendamentos', body, key)));
        return { unidadeId, inicio, a: a!, b: b! };
      }),
    );
    const ganhos = respostas.filter(({ a, b }) => a.status === 201 || b.status === 201);
    for (const { a, b } of respostas) {
      assert.deepEqual([a.status, b.status], a.status === 201 ? [201, 201] : [409, 409], `${a.text}\n${b.text}`);
      if (a.status === 201) assert.equal(a.text, b.text);
      else assert.match(a.body.detail ?? '', /ocupado por outra pessoa\. Os horários livres mais próximos são: /);
    }
    for (const [unidadeId, horas] of alvos) {
      for (const inicio of horas) assert.equal(ganhos.filter((um) => um.unidadeId === unidadeId && um.inicio === inicio).length, UNIDADES[unidadeId as keyof typeof UNIDADES], `${unidadeId} ${inicio}`);
    }
    const linhas = await emOrdem();
    assert.equal(linhas.length, ganhos.length);
    assert.equal(new Set(linhas.map(({ unidade_id, inicio, vaga }) => `${unidade_id} ${inicio.toISOString()} ${vaga}`)).size, linhas.length);
    // What was refused took no number.
    const { protocolos } = await banco.db.selectFrom('casos').select(({ fn }) => fn.countAll<number>().as('protocolos')).executeTakeFirstOrThrow();
    assert.equal(protocolos, ganhos.length);

    // Now all of one unit move at once: to an hour of one of the others, or to the one that is free.
    const familia = ganhos.filter(({ unidadeId }) => unidadeId === 'central-familia');
    const nova = (await livres('central-familia')).at(-1)!;
    const tentativas = familia.flatMap(({ a, inicio }, n) => [familia[(n + 1) % familia.length]!.inicio, nova].map((para, k) => ({ recibo: a.body, de: inicio, para, url: urls[(n + k) % 2]! })));
    const mudancas = await Promise.all(
      tentativas.map(async (tentativa) => {
        const { recibo: { protocolo, chave }, para, url } = tentativa;
        const { body: { token } } = await post<Caso>(url, '/v1/protocolos/consulta', { protocolo, chave });
        return { ...tentativa, ...(await post<Caso>(url, `/v1/protocolos/${protocolo}/agendamento`, { acao: 'remarcar', inicio: para }, { authorization: `Bearer ${token.valor}` })) };
      }),
    );
    for (const { status, text } of mudancas) assert.ok(status === 200 || (status === 409 && /vaga-indisponivel/.test(text)), text);
    assert.ok(mudancas.some(({ status }) => status === 200));
    const depois = await emOrdem();
    assert.equal(depois.length, linhas.length, 'nobody lost their hour and nobody has two');
    assert.equal(new Set(depois.map(({ unidade_id, inicio, vaga }) => `${unidade_id} ${inicio.toISOString()} ${vaga}`)).size, depois.length);
    const casos = await banco.db.selectFrom('casos').select(['id', 'agendamento']).execute();
    for (const { caso_id, inicio } of depois) assert.equal(Date.parse(casos.find(({ id }) => id === caso_id)!.agendamento!.inicio), inicio.getTime(), 'the case says the hour that it has');
  } finally {
    await banco.close();
    um.child.kill('SIGTERM');
    dois.child.kill('SIGTERM');
    assert.deepEqual([(await um.ended).stderr, (await dois.ended).stderr].map((stderr) => /error/i.test(stderr)), [false, false]);
  }
  return undefined;
});
