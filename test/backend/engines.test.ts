import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { compactVerify, createLocalJWKSet } from 'jose';
import { sql } from 'kysely';
import type { Banco } from '../../demo/backend/database.ts';
import { createRegistrar, lerToken } from '../../demo/backend/cases.ts';
import { migrar } from '../../demo/backend/migrations/index.ts';
import { caso as casoSchema, recibo as reciboSchema, type Caso, type Recibo } from '../../src/contract/caso.ts';
import { entradaFila, senhaFila, situacaoFila, type EntradaFila, type SenhaFila, type SituacaoFila } from '../../src/contract/fila.ts';
import { problem as problemSchema, type Problem } from '../../src/contract/problem.ts';
import { isProtocolo, parseProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { demoCourt, engines, manifestacao, pedido, SEGUNDA_9H, testBackend, type TestBackend } from '../support/backend.ts';

const { list, missing } = await engines({ both: true });

test('the suite runs on a real PostgreSQL too', { skip: missing ?? false }, () => assert.ok(list.some(({ name }) => name === 'postgresql')));

const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;
const problemOf = async (response: Response): Promise<Problem> => {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return problemSchema.parse(await response.json());
};
const bearer = (ingresso: string): Record<string, string> => ({ authorization: `Bearer ${ingresso}` });

for (const engine of list) {
  describe(`on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    const open = async (): Promise<void> => {
      banco = await engine.open();
      backend = await testBackend(banco);
    };
    before(open);
    after(async () => {
      await banco.close();
      await engine.close();
    });
    const register = async (body: unknown = manifestacao(), path = '/v1/manifestacoes'): Promise<Recibo> => {
      const response = await backend.post(path, body);
      assert.equal(response.status, 201, await response.clone().text());
      return reciboSchema.parse(await response.json());
    };
    const count = async (table: 'casos' | 'fila' | 'eventos'): Promise<number> =>
      (await banco.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

    test('migrations run again without doing anything', async () => {
      await migrar(banco.db);
      assert.equal((await backend.get('/saude')).status, 200);
    });

    test('both engines give int8 as number, dates as text and instants as Date', async () => {
      const { rows } = await sql<Record<string, unknown>>`select 9007199254740991::int8 as n, '2026-02-28'::date as d, '2026-11-23T09:00:00-03'::timestamptz as t, '{"a":[1]}'::jsonb as j`.execute(banco.db);
      assert.deepEqual(rows[0], { n: 9007199254740991, d: '2026-02-28', t: new Date(SEGUNDA_9H), j: { a: [1] } });
    });

    test('[OUV-10] a manifestation gives a receipt: number, key, and the due date with its arithmetic', async () => {
      const recibo = await register();
      assert.equal(recibo.tipo, 'manifestacao');
      assert.ok(isProtocolo(recibo.protocolo));
      assert.match(recibo.chave, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      assert.equal(recibo.registradoEm, '2026-11-23T09:00:00.000-03:00');
      assert.equal(recibo.prazo.dias, 30);
      assert.equal(recibo.prazo.vence, '2027-01-07');
      assert.equal(recibo.prazo.calculo.at(-1)?.data, recibo.prazo.vence);
    });

    test('[SIC-10] a request gives a receipt of 20 days', async () => {
      const recibo = await register(pedido(), '/v1/pedidos-informacao');
      assert.equal(recibo.tipo, 'pedido-informacao');
      assert.equal(recibo.prazo.dias, 20);
      assert.equal(recibo.prazo.vence, '2026-12-14');
    });

    test('the receipt is verified by anyone with the published keys, and no change to it passes', async () => {
      const texto = 'Houve demora — e “aspas” — no balcão de atendimento. 🙂';
      const recibo = await register(manifestacao({ relato: `  ${texto}  ` }));
      const keys = createLocalJWKSet((await json(await backend.get('/.well-known/jwks.json'))) as Parameters<typeof createLocalJWKSet>[0]);
      const { payload, protectedHeader } = await compactVerify(recibo.recibo, keys, { algorithms: ['ES256'] });
      assert.equal(protectedHeader.alg, 'ES256');
      assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), {
        tribunal: 'TJRN-DEMO',
        protocolo: recibo.protocolo,
        tipo: 'manifestacao',
        registradoEm: recibo.registradoEm,
        vence: recibo.prazo.vence,
        textoSha256: createHash('sha256').update(texto, 'utf8').digest('hex'),
      });
      const [head, body, signature] = recibo.recibo.split('.') as [string, string, string];
      const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace(recibo.prazo.vence, '2099-01-01')).toString('base64url');
      await assert.rejects(compactVerify(`${head}.${forged}.${signature}`, keys));
    });

    test('[OUV-09] the same key and body give the same answer and one record; another body is refused', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const body = manifestacao({ relato: 'Uma reclamação enviada duas vezes pela mesma pessoa.' });
      const antes = await count('casos');
      const first = await backend.post('/v1/manifestacoes', body, key);
      backend.time.now += 60_000;
      // The same content in another order of keys is the same body.
      const again = await backend.post('/v1/manifestacoes', Object.fromEntries(Object.entries(body).toReversed()), key);
      assert.deepEqual([first.status, again.status], [201, 201]);
      assert.equal(await again.text(), await first.text());
      assert.equal(await count('casos'), antes + 1);

      const other = await problemOf(await backend.post('/v1/manifestacoes', manifestacao({ relato: 'Outra reclamação com a mesma chave de antes.' }), key));
      assert.deepEqual([other.status, other.type], [409, 'urn:atrio:problema:chave-de-idempotencia-reusada']);
      const elsewhere = await backend.post('/v1/pedidos-informacao', pedido(), key);
      assert.equal(elsewhere.status, 409);
      assert.equal(await count('casos'), antes + 1);
    });

    test('[OUV-09] twenty duplicates at once make one record and one receipt', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const antes = await count('casos');
      const answers = await Promise.all(Array.from({ length: 20 }, () => backend.post('/v1/manifestacoes', manifestacao(), key)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
      assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
      assert.equal(await count('casos'), antes + 1);
    });

    test('[OUV-09] many people at once are numbered without gaps, in the order of the instants, by clocks that disagree', async () => {
      const early = await testBackend(banco);
      early.time.now = backend.time.now - 5_000;
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => {
          backend.time.now += i % 3;
          // A duplicate among them is rolled back and must not eat a number.
          const key = { 'idempotency-key': `${engine.name}-concorrente-${Math.floor(i / 2)}` };
          return (i % 4 < 2 ? backend : early).post('/v1/manifestacoes', manifestacao(), key);
        }),
      );
      const rows = await banco.db.selectFrom('casos').select(['numero', 'registrado_em', 'protocolo', 'ano']).orderBy('numero').execute();
      assert.deepEqual(rows.map(({ numero }) => numero), rows.map((_, i) => i + 1));
      const instants = rows.map(({ registrado_em }) => registrado_em.getTime());
      assert.deepEqual(instants, instants.toSorted((a, b) => a - b));
      for (const row of rows) assert.deepEqual(parseProtocolo(row.protocolo), { ano: row.ano, numero: row.numero });
      assert.equal(await count('eventos'), rows.length);
    });

    test('one that cannot be written does not take down those who came with it', async () => {
      const recibo = { ...backend.chaves.recibo, assinar: (facts: Record<string, unknown>) => (facts['tipo'] === 'pedido-informacao' ? Promise.reject(new Error('broken')) : backend.chaves.recibo.assinar(facts)) };
      const fragile = await testBackend(banco, { chaves: { ...backend.chaves, recibo } });
      fragile.time.now = backend.time.now;
      const antes = await count('casos');
      const answers = await Promise.all(Array.from({ length: 9 }, (_, i) => (i % 3 ? fragile.post('/v1/manifestacoes', manifestacao()) : fragile.post('/v1/pedidos-informacao', pedido()))));
      assert.deepEqual(answers.map(({ status }) => status), [500, 201, 201, 500, 201, 201, 500, 201, 201]);
      assert.equal(await count('casos'), antes + 6);
      const rows = await banco.db.selectFrom('casos').select('numero').orderBy('numero').execute();
      assert.deepEqual(rows.map(({ numero }) => numero), rows.map((_, i) => i + 1));
    });

    test('people on both sides of midnight of New Year are numbered apart', async () => {
      const midnight = Date.parse('2031-01-01T00:00:00.000-03:00');
      const times = [-3, -2, -1, 0, 1, 2].map((ms) => midnight + ms);
      const { court, chaves } = backend;
      const registrar = createRegistrar({ db: banco.db, court, chaves, clock: () => times.shift()! });
      const one = { tipo: 'manifestacao' as const, envio: { ...manifestacao() }, conteudo: {}, texto: 'x', especie: 'elogio', modo: 'anonima' as const, identidade: null, email: null };
      const recibos = await Promise.all(Array.from({ length: 6 }, () => registrar(one, randomUUID())));
      assert.deepEqual(
        recibos.map(({ protocolo }) => parseProtocolo(protocolo)),
        [1, 2, 3].map((numero) => ({ ano: 2030, numero })).concat([1, 2, 3].map((numero) => ({ ano: 2031, numero }))),
      );
    });

    test('the year of the number is the one of the court, and each year begins at 1', async () => {
      const antes = backend.time.now;
      backend.time.now = Date.parse('2028-01-01T02:59:59Z');
      const last = await register();
      backend.time.now = Date.parse('2028-01-01T03:00:00Z');
      const first = await register();
      backend.time.now = antes;
      assert.deepEqual([parseProtocolo(last.protocolo), parseProtocolo(first.protocolo)], [{ ano: 2027, numero: 1 }, { ano: 2028, numero: 1 }]);
      assert.equal(last.registradoEm, '2027-12-31T23:59:59.000-03:00');
    });

    // The embedded engine has no connections to lose.
    if (engine.name === 'postgresql') test('a connection that the server ended is replaced', async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(banco.db);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(banco.db).catch(() => undefined);
      // Whoever meets a dead connection is told to come back, and the process lives on.
      const seen: number[] = [];
      for (let i = 0; i < 50 && !seen.includes(200); i += 1) seen.push((await backend.get('/saude')).status);
      assert.equal(seen.at(-1), 200);
      assert.ok(seen.every((status) => status === 200 || status === 503), String(seen));
      await Promise.all(Array.from({ length: 12 }, () => backend.get('/saude')));
      await register();
    });

    test('a crash right after the commit: the retry gets the one receipt', async () => {
      let crash = true;
      const broken = await testBackend(banco, {
        afterCommit() {
          if (crash) throw new Error('crash');
        },
      });
      const key = { 'idempotency-key': randomUUID() };
      const antes = await count('casos');
      assert.equal((await problemOf(await broken.post('/v1/manifestacoes', manifestacao(), key))).status, 500);
      crash = false;
      const recibo = await json<Recibo>(await broken.post('/v1/manifestacoes', manifestacao(), key));
      assert.equal(await count('casos'), antes + 1);
      assert.equal((await broken.post('/v1/protocolos/consulta', { protocolo: recibo.protocolo, chave: recibo.chave })).status, 200);
    });

    test('[SIC-14] protocol and key open the case, however they are typed', async () => {
      const recibo = await register(manifestacao({ tipo: 'elogio' }));
      const typed = { protocolo: recibo.protocolo.replace(/[.-]/g, ' '), chave: recibo.chave.toLowerCase().replaceAll('-', ' ') };
      const response = await backend.post('/v1/protocolos/consulta', typed, { 'idempotency-key': '' });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const caso: Caso = casoSchema.parse(await response.json());
      assert.deepEqual(
        { ...caso, token: null, eventos: caso.eventos.map(({ id: _, ...evento }) => evento) },
        {
          protocolo: recibo.protocolo,
          tipo: 'manifestacao',
          especie: 'elogio',
          estado: 'registrada',
          registradoEm: recibo.registradoEm,
          prazo: recibo.prazo,
          remedios: [],
          acoes: ['complementar', 'desistir'],
          atrasado: false,
          modo: 'identificada',
          eventos: [{ tipo: 'registro', em: recibo.registradoEm, autor: { papel: 'cidadao' }, texto: 'Manifestação registrada.' }],
          token: null,
        },
      );
      const { segredos } = backend.chaves;
      const { valor, expiraEm } = caso.token;
      assert.equal(Date.parse(expiraEm) - backend.time.now, 15 * 60_000);
      assert.equal(lerToken(segredos, valor, backend.time.now), recibo.protocolo);
      assert.equal(lerToken(segredos, valor, Date.parse(expiraEm)), null);
      for (const bad of [`x${valor}`, valor.slice(0, -2), '', '.', 'a.b.c']) assert.equal(lerToken(segredos, bad, backend.time.now), null, bad);
    });

    test('internal notes never leave the staff side', async () => {
      const recibo = await register();
      const { id } = await banco.db.selectFrom('casos').select('id').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      await banco.db.insertInto('eventos').values({ caso_id: id, tipo: 'nota', em: new Date(backend.time.now), papel: 'ouvidoria', unidade: null, texto: 'nota interna', interno: true }).execute();
      const caso = await json<Caso>(await backend.post('/v1/protocolos/consulta', { protocolo: recibo.protocolo, chave: recibo.chave }));
      assert.deepEqual(caso.eventos.map(({ tipo }) => tipo), ['registro']);
    });

    test('a wrong key and an unknown protocol are the same answer; a slip of typing is another', async () => {
      const [a, b] = [await register(), await register()];
      const strip = async (body: unknown): Promise<unknown> => {
        const { instance: _, ...rest } = await problemOf(await backend.post('/v1/protocolos/consulta', body));
        return rest;
      };
      const wrongKey = await strip({ protocolo: a.protocolo, chave: b.chave });
      assert.deepEqual(wrongKey, await strip({ protocolo: '2019.000123-4'.replace(/4$/, digit('2019000123')), chave: a.chave }));
      assert.deepEqual((wrongKey as Problem).status, 404);
      assert.equal((wrongKey as Problem).type, 'urn:atrio:problema:protocolo-nao-encontrado');

      const slip = a.protocolo.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
      const typo = (await strip({ protocolo: slip, chave: a.chave })) as Problem;
      assert.deepEqual([typo.status, typo.type, typo.errors?.[0]?.pointer], [422, 'urn:atrio:problema:protocolo-invalido', '/protocolo']);
      const noKey = (await strip({ protocolo: a.protocolo, chave: 'curta' })) as Problem;
      assert.deepEqual([noKey.status, noKey.errors], [422, [{ pointer: '/chave', code: 'chave-invalida', detail: 'Confira a chave: são 16 letras e números.' }]]);
      for (const body of [null, [], '"texto"', {}, { protocolo: 1 }]) assert.equal(((await strip(body)) as Problem).status, 422);
    });

    test('text that a database would choke on is registered', async () => {
      const relato = 'Um texto com NUL \u0000 e meio emoji \ud83d no meio, bem comprido.';
      const recibo = await register(manifestacao({ relato }));
      const { conteudo } = await banco.db.selectFrom('casos').select('conteudo').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.equal(conteudo['relato'], 'Um texto com NUL  e meio emoji \ufffd no meio, bem comprido.');
    });

    test('[OUV-14] an anonymous report keeps nothing of who sent it', async () => {
      const body = { ...manifestacao({ tipo: 'denuncia' }), identificacao: { modo: 'anonima', nome: 'Nome Que Não Deve Ficar', contato: { email: 'x@y.com' } } };
      const recibo = await register(body);
      const row = await banco.db.selectFrom('casos').selectAll().where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.equal(row.modo, 'anonima');
      assert.doesNotMatch(JSON.stringify(row.conteudo), /Não Deve Ficar|x@y/);
      assert.deepEqual(await banco.db.selectFrom('identidades').selectAll().where('caso_id', '=', row.id).execute(), []);
    });

    test('no secret is in the database', async () => {
      const key = `chave-de-idempotencia-${randomUUID()}`;
      const recibo = await json<Recibo>(await backend.post('/v1/manifestacoes', manifestacao(), { 'idempotency-key': key }));
      const ticket = await json<SenhaFila>(await backend.post('/v1/unidades/2-vara-civel-natal/fila', {}, { 'idempotency-key': key }));
      const entrada = await json<EntradaFila>(await backend.post('/v1/fila/entrada', undefined, bearer(ticket.ingresso)));
      assert.ok('sala' in entrada);
      const casos = await banco.db.selectFrom('casos').selectAll().execute();
      const fila = await banco.db.selectFrom('fila').selectAll().execute();
      const readable = (bytes: Uint8Array): string[] => ['latin1', 'hex', 'base64', 'base64url'].map((as) => Buffer.from(bytes).toString(as as BufferEncoding));
      const dump = JSON.stringify([...casos, ...fila].map((row) => Object.values(row).map((value) => (value instanceof Uint8Array ? readable(value) : value))));
      assert.ok(dump.includes(recibo.protocolo));
      for (const secret of [key, recibo.chave, recibo.chave.replaceAll('-', ''), ticket.ingresso, entrada.sala]) assert.equal(dump.includes(secret), false, secret);
    });

    test('[BV-13] tickets follow the order of arrival, and a person who comes back has the same one', async () => {
      const waiting = await testBackend(banco, { tribunal: { ...demoCourt(), balcao: { fila: { chamada: 'atendente' } } } });
      const path = '/v1/unidades/1-juizado-especial-natal/fila';
      const key = { 'idempotency-key': randomUUID() };
      const [a, again] = [await waiting.post(path, { nome: 'Ana' }, key), await waiting.post(path, { nome: 'Ana' }, key)];
      const first = senhaFila.parse(await a.json());
      assert.deepEqual(await again.json(), first);
      const second = await json<SenhaFila>(await waiting.post(path, {}));
      const third = await json<SenhaFila>(await waiting.post(path, {}));
      assert.deepEqual([first.senha, second.senha, third.senha], ['001', '002', '003']);
      assert.deepEqual([first.posicao, second.posicao, third.posicao], [0, 1, 2]);
      const wait = await waiting.post('/v1/fila/entrada', undefined, bearer(third.ingresso));
      assert.deepEqual([wait.status, (await problemOf(wait)).type], [409, 'urn:atrio:problema:aguarde-sua-vez']);

      assert.equal((await waiting.post('/v1/fila/saida', undefined, bearer(first.ingresso))).status, 204);
      assert.equal((await waiting.post('/v1/fila/saida', undefined, bearer(first.ingresso))).status, 204);
      const now: SituacaoFila = situacaoFila.parse(await (await waiting.get('/v1/fila', bearer(third.ingresso))).json());
      assert.deepEqual(now, { senha: '003', unidadeId: '1-juizado-especial-natal', estado: 'aguardando', posicao: 1, estimativa: null, salaAberta: false, entrouEm: '2026-11-23T09:00:00.000-03:00', pausa: null });
      assert.equal((await problemOf(await waiting.post('/v1/fila/entrada', undefined, bearer(first.ingresso)))).type, 'urn:atrio:problema:ingresso-encerrado');
    });

    test('[BV-13] twenty people at once get twenty numbers', async () => {
      const path = '/v1/unidades/1-vara-familia-mossoro/fila';
      const tickets = await Promise.all(Array.from({ length: 20 }, async () => json<SenhaFila>(await backend.post(path, {}))));
      assert.deepEqual(tickets.map(({ senha }) => Number(senha)).toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, i) => i + 1));
      const key = { 'idempotency-key': randomUUID() };
      const same = await Promise.all(Array.from({ length: 10 }, async () => json<SenhaFila>(await backend.post(path, {}, key))));
      assert.equal(new Set(same.map(({ ingresso }) => ingresso)).size, 1);
      assert.equal(same[0]?.senha, '021');
    });

    test('[BV-04] [BV-16] each ticket opens its own room that none can guess; link and WhatsApp lead elsewhere', async () => {
      const join = async (id: string): Promise<string> => (await json<SenhaFila>(await backend.post(`/v1/unidades/${id}/fila`, {}))).ingresso;
      const enter = async (ingresso: string): Promise<EntradaFila> => entradaFila.parse(await (await backend.post('/v1/fila/entrada', undefined, bearer(ingresso))).json());
      const [a, b] = [await join('vara-unica-acari'), await join('vara-unica-acari')];
      const [salaA, again, salaB] = [await enter(a), await enter(a), await enter(b)];
      assert.ok(salaA.provider === 'jitsi' && salaB.provider === 'jitsi' && again.provider === 'jitsi');
      assert.match(salaA.sala, /^[A-Za-z0-9_-]{24}$/);
      assert.equal(salaA.sala, again.sala);
      assert.notEqual(salaA.sala, salaB.sala);
      assert.equal(salaA.domain, 'localhost:4444');
      assert.equal((await json<SituacaoFila>(await backend.get('/v1/fila', bearer(a)))).estado, 'em-atendimento');

      const { ingresso: porVoz } = await json<SenhaFila>(await backend.post('/v1/unidades/vara-unica-acari/fila', { semVideo: true }));
      const voz = await enter(porVoz);
      assert.deepEqual(['semVideo' in voz && voz.semVideo, 'semVideo' in salaA], [true, false], 'only who chose it starts without a camera');

      const link = await enter(await join('1-turma-recursal'));
      assert.deepEqual([link.provider, 'url' in link && link.url], ['link', 'https://video.tribunal.example/turma-recursal']);
      const whats = await enter(await join('secretaria-judiciaria'));
      assert.match('url' in whats ? whats.url : '', /^https:\/\/wa\.me\/558440420540\?text=Ol%C3%A1/);
      const jaas = await testBackend(banco, {
        tribunal: { ...demoCourt(), unidades: demoCourt().unidades?.map((u) => ({ ...u, video: { provider: 'jaas', appId: 'vpaas-magic-cookie-abc123' } })) },
      });
      const ticket = await json<SenhaFila>(await jaas.post('/v1/unidades/vara-unica-acari/fila', {}));
      const room = entradaFila.parse(await (await jaas.post('/v1/fila/entrada', undefined, bearer(ticket.ingresso))).json());
      assert.deepEqual([room.provider, 'domain' in room && room.domain], ['jaas', '8x8.vc']);
    });

    test('[BV-02] outside the hours of the unit nobody is taken in, and the next opening is told', async () => {
      const path = '/v1/unidades/vara-demo-rio-branco/fila';
      // 09:00 in Fortaleza is 07:00 in Rio Branco.
      const antes = backend.time.now;
      backend.time.now = SEGUNDA_9H;
      const early = await problemOf(await backend.post(path, {}));
      assert.deepEqual([early.status, early.type, early.proximaAbertura], [409, 'urn:atrio:problema:fora-do-horario', '2026-11-23T08:00:00.000-05:00']);
      assert.match(early.detail ?? '', /segunda-feira, 23 de novembro, às 08:00/);
      backend.time.now = Date.parse('2026-12-25T12:00:00-03:00');
      const natal = await problemOf(await backend.post('/v1/unidades/2-vara-civel-natal/fila', {}));
      assert.match(natal.detail ?? '', /Hoje: Natal\./);
      assert.equal(natal.proximaAbertura, '2027-01-07T08:00:00.000-03:00');
      assert.equal((await backend.post('/v1/unidades/plantao-judiciario/fila', {})).status, 201);
      backend.time.now = antes;
    });

    test('[BV-15] who came in by closing time is served after it', async () => {
      const antes = backend.time.now;
      backend.time.now = Date.parse('2026-11-23T13:59:59-03:00');
      const key = { 'idempotency-key': randomUUID() };
      const path = '/v1/unidades/2-vara-civel-natal/fila';
      const ticket = await json<SenhaFila>(await backend.post(path, {}, key));
      backend.time.now = Date.parse('2026-11-23T14:00:00-03:00');
      assert.equal((await backend.post(path, {})).status, 409);
      assert.deepEqual((await json<SenhaFila>(await backend.post(path, {}, key))).ingresso, ticket.ingresso);
      assert.equal((await backend.post('/v1/fila/entrada', undefined, bearer(ticket.ingresso))).status, 200);
      backend.time.now = Date.parse('2026-11-24T02:00:00-03:00');
      assert.equal((await problemOf(await backend.get('/v1/fila', bearer(ticket.ingresso)))).type, 'urn:atrio:problema:ingresso-invalido');
      backend.time.now = antes;
    });

    test('[BV-07] a gabinete has no counter', async () => {
      const refused = await problemOf(await backend.post('/v1/unidades/gabinete-2-vara-civel-natal/fila', {}));
      assert.deepEqual([refused.status, refused.type], [409, 'urn:atrio:problema:gabinete-sem-balcao']);
      assert.match(refused.detail ?? '', /372\/2021, art\. 4º/);
      assert.equal((await backend.post('/v1/unidades/nao-existe/fila', {})).status, 404);
    });

    test('a ticket that is unknown, malformed or missing opens nothing', async () => {
      for (const path of ['/v1/fila/entrada', '/v1/fila/saida']) {
        const unknown = await backend.post(path, undefined, bearer('A'.repeat(43)));
        assert.deepEqual([unknown.status, unknown.headers.get('www-authenticate')], [401, 'Bearer']);
        assert.equal((await backend.post(path, undefined)).status, 401);
        assert.equal((await backend.post(path, undefined, { authorization: 'Basic abc' })).status, 401);
      }
      assert.equal((await backend.get('/v1/fila')).status, 401);
    });
  });
}

function digit(digits: string): string {
  for (let d = 0; d < 10; d += 1) if (isProtocolo(`${digits}${d}`)) return String(d);
  throw new Error('no check digit');
}
