import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Recibo } from '../../src/contract/caso.ts';
import { parseProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { abrirBanco } from '../../demo/backend/database.ts';
import { manifestacao } from '../support/backend.ts';
import { freshPglite } from '../support/pglite.ts';
import { startPostgres, type PostgresOrReason } from '../support/postgres.ts';
import { killAll, start, type BackendProcess } from '../support/process.ts';

const ENVIOS = 200;
const PESSOAS = 12;
const MORTES = 6;

let home: string;
let postgres: PostgresOrReason;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'atrio-mortes-'));
  postgres = await startPostgres();
  if (!postgres.server) console.error(`SKIPPED on a real PostgreSQL: ${postgres.reason}`);
});
after(async () => {
  killAll();
  await postgres.server?.stop();
  await rm(home, { recursive: true, force: true });
});

for (const name of ['pglite', 'postgresql'] as const) {
  test(`[OUV-09] ${ENVIOS} submissions while the backend is killed ${MORTES} times: each receipt is in the database once, none is lost (${name})`, async (t) => {
    const dir = join(home, randomUUID());
    const env: Record<string, string> = { ATRIO_DATA_DIR: dir, ATRIO_LIMITE_GERAL: '100000/60', ATRIO_LIMITE_CRIACAO: '100000/60' };
    if (name === 'pglite') await freshPglite(join(dir, 'pglite'));
    else if (postgres.server) env['DATABASE_URL'] = await postgres.server.createDatabase();
    else return t.skip(postgres.reason);

    let process = start(env);
    let alive: Promise<BackendProcess> = process.url.then(() => process);
    const kills = new Set(Array.from({ length: MORTES }, (_, i) => Math.floor((ENVIOS / MORTES) * i) + randomInt(1, Math.floor(ENVIOS / MORTES))));
    let asked = 0;
    let killed = 0;
    const lostAnswers = new Set<string>();

    /** Ends the process at a point nobody chose: while requests are being read, written or answered. */
    const maybeKill = (): void => {
      if (!kills.delete(asked)) return;
      const doomed = process;
      alive = (async () => {
        for (let turns = randomInt(0, 40); turns > 0; turns -= 1) await new Promise((next) => setImmediate(next));
        doomed.child.kill('SIGKILL');
        killed += 1;
        assert.equal((await doomed.ended).signal, 'SIGKILL');
        process = start(env);
        await process.url;
        return process;
      })();
    };

    /** As the form does: the same key and body, again and again, until there is an answer. */
    async function submit(key: string, body: unknown): Promise<string> {
      for (;;) {
        const url = await (await alive).url;
        asked += 1;
        maybeKill();
        try {
          const response = await fetch(`${url}/v1/manifestacoes`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
          const text = await response.text();
          if (response.status === 201) return text;
          assert.equal(response.status, 503, text);
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          lostAnswers.add(key);
        }
      }
    }

    const submissions = Array.from({ length: ENVIOS }, (_, i) => ({ key: randomUUID(), body: manifestacao({ relato: `Manifestação de número ${i} enviada no meio das quedas.` }) }));
    const receipts = new Map<string, string>();
    const queue = [...submissions];
    await Promise.all(
      Array.from({ length: PESSOAS }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) receipts.set(next.key, await submit(next.key, next.body));
      }),
    );

    assert.equal(killed, MORTES);
    assert.ok(lostAnswers.size > 0, 'no kill took an answer with it: this run proves nothing');
    // Whoever asks again, now that all is quiet, gets the receipt that was acknowledged, to the byte.
    for (const { key, body } of submissions) assert.equal(await submit(key, body), receipts.get(key));
    const numbers = [...receipts.values()].map((text) => parseProtocolo((JSON.parse(text) as Recibo).protocolo)!.numero).toSorted((a, b) => a - b);
    assert.deepEqual(numbers, Array.from({ length: ENVIOS }, (_, i) => i + 1));
    process.child.kill('SIGTERM');
    assert.equal((await process.ended).code, 0);

    const banco = await abrirBanco(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : { dir: join(dir, 'pglite') });
    try {
      const rows = await banco.db.selectFrom('casos').select(['id', 'protocolo', 'conteudo']).orderBy('numero').execute();
      assert.equal(rows.length, ENVIOS);
      const texts = new Map(submissions.map(({ key, body }) => [(JSON.parse(receipts.get(key)!) as Recibo).protocolo, body.relato]));
      for (const { protocolo, conteudo } of rows) assert.equal(conteudo['relato'], texts.get(protocolo));
      const events = await banco.db.selectFrom('eventos').select('caso_id').execute();
      assert.deepEqual(events.map(({ caso_id }) => caso_id).toSorted((a, b) => a - b), rows.map(({ id }) => id).toSorted((a, b) => a - b));
      assert.equal((await banco.db.selectFrom('identidades').select('caso_id').execute()).length, ENVIOS);
    } finally {
      await banco.close();
    }
    return undefined;
  });
}
