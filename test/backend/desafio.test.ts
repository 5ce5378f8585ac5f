import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createChallenge, solveChallenge } from 'altcha-lib/v1';
import fc from 'fast-check';
import type { Banco } from '../../demo/backend/database.ts';
import { VALIDADE_MS } from '../../demo/backend/routes/desafio.ts';
import type { Desafio } from '../../src/contract/desafio.ts';
import { desafio as desafioSchema } from '../../src/contract/desafio.ts';
import type { Problem } from '../../src/contract/problem.ts';
import { demoCourt, engines, manifestacao, pedido, testBackend, type TestBackend } from '../support/backend.ts';

const { list, missing } = await engines();
test('the suite runs on a real PostgreSQL too', { skip: missing ?? false }, () => assert.ok(list.some(({ name }) => name === 'postgresql')));

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

for (const engine of list) {
  describe(`on ${engine.name}`, () => {
    let banco: Banco;
    let on: TestBackend;
    before(async () => {
      banco = await engine.open();
      on = await testBackend(banco, { tribunal: { ...demoCourt(), protecao: { altcha: true } }, custoDesafio: 200 });
    });
    after(async () => {
      await banco.close();
      await engine.close();
    });

    const ask = async (): Promise<Desafio> => desafioSchema.parse(await (await on.get('/v1/desafio')).json());
    const solve = async (one?: Desafio): Promise<Record<string, unknown>> => {
      const { algorithm, challenge, salt, signature, maxnumber } = one ?? (await ask());
      const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
      assert.ok(solution);
      return { algorithm, challenge, salt, signature, number: solution.number };
    };
    const send = (altcha: unknown, key: string = randomUUID(), body: unknown = manifestacao()): Promise<Response> =>
      on.post('/v1/manifestacoes', body, { 'idempotency-key': key, ...(altcha === undefined ? {} : { altcha: typeof altcha === 'string' ? altcha : encode(altcha) }) });
    const codeOf = async (response: Response): Promise<string> => {
      assert.equal(response.status, 403, await response.clone().text());
      return ((await response.json()) as Problem).type.split(':').pop()!;
    };

    test('off by default: there is no challenge, and none is asked for', async () => {
      const off = await testBackend(banco);
      assert.equal((await off.get('/v1/desafio')).status, 404);
      assert.equal((await off.post('/v1/manifestacoes', manifestacao())).status, 201);
    });

    test('a solved challenge lets one submission through, of either service', async () => {
      assert.equal((await send(await solve())).status, 201);
      assert.equal((await on.post('/v1/pedidos-informacao', pedido(), { altcha: encode(await solve()) })).status, 201);
      assert.equal(await codeOf(await on.post('/v1/pedidos-informacao', pedido())), 'desafio-invalido');
    });

    test('[OUV-09] the same submission repeated gets its receipt, also when the challenge is over', async () => {
      const solved = await solve();
      const key = randomUUID();
      const first = await send(solved, key);
      const again = await send(solved, key);
      on.time.now += VALIDADE_MS * 3;
      const late = await send(solved, key);
      assert.deepEqual([first.status, again.status, late.status], [201, 201, 201]);
      const receipt = await first.text();
      assert.equal(await again.text(), receipt);
      assert.equal(await late.text(), receipt);
    });

    test('a solution serves no second submission', async () => {
      const solved = await solve();
      assert.equal((await send(solved)).status, 201);
      assert.equal(await codeOf(await send(solved)), 'desafio-invalido');
    });

    test('ten submissions at once with one solution: one goes through', async () => {
      const solved = await solve();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(solved)));
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array<number>(9).fill(403)]);
    });

    test('a submission that is refused gives its solution back, for the corrected one', async () => {
      const solved = await solve();
      assert.equal((await send(solved, randomUUID(), { ...manifestacao(), relato: '' })).status, 422);
      assert.equal((await send(solved)).status, 201);
      const reused = randomUUID();
      assert.equal((await send(await solve(), reused)).status, 201);
      const spent = await solve();
      assert.equal((await send(spent, reused, manifestacao({ relato: 'Outro texto, que não é o de antes, sob a mesma chave.' }))).status, 409);
      assert.equal((await send(spent)).status, 201);
    });

    test('a challenge that is over is refused as such', async () => {
      const solved = await solve();
      on.time.now += VALIDADE_MS;
      assert.equal(await codeOf(await send(solved)), 'desafio-vencido');
    });

    test('nothing but the solution of a challenge of ours is taken', async () => {
      const one = await ask();
      const solved = await solve(one);
      const foreign = await createChallenge({ hmacKey: 'another key', maxnumber: 5, expires: new Date(on.time.now + 60_000) });
      const wrong: unknown[] = [
        undefined,
        '',
        'x',
        encode(null),
        encode([]),
        'A'.repeat(3_000),
        { ...solved, number: (solved['number'] as number) + 1 },
        { ...solved, number: String(solved['number']) },
        { ...solved, signature: '0'.repeat(64) },
        { ...solved, algorithm: 'SHA-1' },
        { ...solved, salt: String(solved['salt']).replace(/expires=\d+/, 'expires=9999999999') },
        { ...solved, salt: String(solved['salt']).replace('?', '0?') },
        await solve({ ...(foreign as Desafio) }),
      ];
      for (const value of wrong) assert.equal(await codeOf(await send(value)), 'desafio-invalido', JSON.stringify(value));
      assert.equal((await send(solved)).status, 201);
    });

    test('whatever the header says, it is never an error of the server, and never lets anything through', async () => {
      const { challenge, salt, signature } = await ask();
      const bit = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, true, challenge, salt, signature, 'SHA-256', 'SHA-512', 'MD5'));
      const value = fc.oneof(fc.base64String(), fc.record({ algorithm: bit, challenge: bit, salt: bit, signature: bit, number: fc.oneof(fc.integer({ min: -5, max: -1 }), fc.double(), fc.string()) }).map(encode));
      await fc.assert(
        fc.asyncProperty(value, async (altcha) => {
          assert.equal((await send(altcha)).status, 403);
        }),
        { numRuns: 60 },
      );
    });

    test('what is kept of a solution is no more than it needs, and goes away', async () => {
      await send(await solve());
      const rows = await banco.db.selectFrom('desafios').selectAll().execute();
      assert.ok(rows.length > 0);
      on.time.now += 3 * 24 * 60 * 60_000;
      await ask();
      assert.deepEqual(await banco.db.selectFrom('desafios').selectAll().execute(), []);
    });
  });
}
