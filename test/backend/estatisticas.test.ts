import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Banco } from '../../demo/backend/database.ts';
import { calcularEstatisticas, contarCasos, estatisticasEmCsv, VALIDADE_MS } from '../../demo/backend/estatisticas.ts';
import { MIN_PUBLICADO } from '../../src/config/limits.ts';
import { estatisticas as schema, type Estatisticas } from '../../src/contract/estatisticas.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import { problem as problemSchema } from '../../src/contract/problem.ts';
import { periodoContado, type PeriodoContado } from '../../src/domain/statistics/periodo.ts';
import { deadDatabase, engines, manifestacao, pedido, SEGUNDA_9H, testBackend, type TestBackend } from '../support/backend.ts';

const { list, missing } = await engines();
test('the statistics run on a real PostgreSQL too', { skip: missing ?? false }, () => assert.ok(list.some(({ name }) => name === 'postgresql')));

const doze = (hoje: string): PeriodoContado => periodoContado({}, hoje) as PeriodoContado;
const em = (text: string): number => Date.parse(`${text}:00-03:00`);

for (const engine of list) {
  describe(`statistics on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    before(async () => {
      banco = await engine.open();
      backend = await testBackend(banco);
    });
    after(async () => {
      await banco.close();
      await engine.close();
    });

    const register = async (quando: number, body: unknown, path = '/v1/manifestacoes'): Promise<number> => {
      backend.time.now = quando;
      const response = await backend.post(path, body);
      assert.equal(response.status, 201, await response.clone().text());
      const { protocolo } = (await response.json()) as Recibo;
      return (await banco.db.selectFrom('casos').select('id').where('protocolo', '=', protocolo).executeTakeFirstOrThrow()).id;
    };
    const decide = async (caso_id: number, quando: number, resultado: 'respondida' | 'concedida' | 'parcial' | 'negada' | 'provido' | 'desprovido', instancia = 0): Promise<void> => {
      await banco.db.insertInto('decisoes').values({ caso_id, instancia, resultado, texto: 'x', fundamento: null, autoridade: null, em: new Date(quando), ciencia_em: null }).execute();
      if (instancia === 0) await banco.db.updateTable('casos').set({ respondido_em: new Date(quando) }).where('id', '=', caso_id).execute();
    };
    const rate = (caso_id: number, nota: number) =>
      banco.db.insertInto('avaliacoes').values({ caso_id, nota, resolvido: null, comentario: 'Comentário MARCA-COMENTARIO', em: new Date(backend.time.now) }).execute();
    const count = (servico: 'ouvidoria' | 'sic', hoje = '2026-11-23') =>
      contarCasos(banco.db, { servico, periodo: doze(hoje), fuso: 'America/Fortaleza', hoje, assuntos: ['Atendimento em unidade', 'Custas e emolumentos'] });

    test('[OUV-18] of an empty database are zeros, and no error', async () => {
      const e = schema.parse(await (await backend.get('/v1/estatisticas/ouvidoria')).json());
      assert.deepEqual([e.recebidas, e.respondidas, e.diasMediana, e.satisfacao.media, e.porAssunto], [0, 0, null, null, []]);
      assert.deepEqual(e.porTipo.map(({ total }) => total), [0, 0, 0, 0, 0, 0]);
      assert.deepEqual([e.periodo, e.porMes.length, e.minimo], [{ inicio: '2025-12-01', fim: '2026-11-23' }, 12, MIN_PUBLICADO]);
    });

    test('[OUV-18] count what was received and done, by the months and days of the court', async () => {
      // 23:30 of 31 October in Natal is November in UTC; 23:30 on the last day of the term is on time.
      const first = await register(em('2026-10-31T23:30'), manifestacao({ tipo: 'denuncia', assunto: 'Atendimento em unidade' }));
      const { vence } = await banco.db.selectFrom('casos').select('vence').where('id', '=', first).executeTakeFirstOrThrow();
      await decide(first, em(`${vence}T23:30`), 'respondida');
      const late = await register(em('2026-11-01T00:30'), manifestacao({ assunto: 'Texto livre de MARCA-ASSUNTO' }));
      await decide(late, em('2027-02-01T10:00'), 'respondida');
      await register(em('2026-11-02T10:00'), manifestacao({ tipo: 'elogio' }));
      const gone = await register(em('2026-11-03T10:00'), manifestacao({ tipo: 'elogio', assunto: 'Custas e emolumentos' }));
      await banco.db.updateTable('casos').set({ encerrado_em: new Date(em('2026-11-04T10:00')), prorrogado_em: new Date(em('2026-11-04T10:00')) }).where('id', '=', gone).execute();
      await rate(first, 5);
      // Of a case without an answer no rating counts, and none of before the period.
      await rate(gone, 1);
      await register(em('2027-03-01T10:00'), manifestacao());

      const c = await count('ouvidoria');
      assert.deepEqual(
        [c.recebidas, c.respondidas, c.noPrazo, c.prorrogadas, c.emAndamento, c.atrasadas, c.desistencias.total],
        [4, 2, 1, 1, 1, 0, 1],
      );
      assert.deepEqual(c.porMes.filter(({ recebidas }) => recebidas).map(({ mes, ...counts }) => [mes, counts]), [
        ['2026-10', { recebidas: 1, respondidas: 1, noPrazo: 1 }],
        ['2026-11', { recebidas: 3, respondidas: 1, noPrazo: 0 }],
      ]);
      const shown = (parts: readonly { chave: string; total: number }[]) => parts.filter(({ total }) => total).map(({ chave, total }) => `${chave} ${total}`);
      assert.deepEqual(shown(c.porTipo), ['reclamacao 1', 'denuncia 1', 'elogio 2']);
      assert.deepEqual(shown(c.porAssunto), ['atendimento-em-unidade 1', 'custas-e-emolumentos 1', 'outros 1', 'sem-assunto 1']);
      assert.deepEqual(shown(c.porResultado), ['respondida 2']);
      assert.deepEqual(c.notas.filter(({ total }) => total), [{ nota: 5, total: 1 }]);
      assert.equal(c.perfil, undefined);
      assert.deepEqual(c.dias.toSorted((a, b) => a.dias - b.dias).map(({ dias }) => dias).at(-1), 92);
      assert.equal((await count('ouvidoria', '2026-11-30')).atrasadas, 0);
      assert.equal((await count('ouvidoria', '2027-02-20')).atrasadas, 1);
    });

    test('[SIC-15] count requests granted, granted in part and denied, appeals included, and who asked by kind of person', async () => {
      const asked = async (): Promise<number> => register(em('2026-11-05T10:00'), pedido(), '/v1/pedidos-informacao');
      const [granted, denied, won, lost] = [await asked(), await asked(), await asked(), await asked()];
      await decide(granted, em('2026-11-06T10:00'), 'concedida');
      for (const id of [denied, won, lost]) await decide(id, em('2026-11-06T10:00'), 'negada');
      await decide(won, em('2026-11-10T10:00'), 'desprovido', 1);
      await decide(won, em('2026-11-16T10:00'), 'provido', 2);
      await decide(lost, em('2026-11-10T10:00'), 'desprovido', 1);
      await register(
        em('2026-11-05T10:00'),
        pedido({ requerente: { pessoa: 'juridica', razaoSocial: 'Entidade Fictícia', cnpj: '12ABC34501DE35', dadosCadastrais: 'Registro 1', contato: { email: 'a@exemplo.com.br' } }, sigiloDados: true }),
        '/v1/pedidos-informacao',
      );
      const c = await count('sic');
      assert.deepEqual(c.porResultado.map(({ chave, total }) => [chave, total]), [['concedida', 2], ['parcial', 0], ['negada', 2], ['devolvida', 0]]);
      assert.deepEqual(c.perfil, [{ chave: 'natural', rotulo: 'Pessoa física', total: 4 }, { chave: 'juridica', rotulo: 'Pessoa jurídica', total: 1 }]);
      assert.deepEqual(c.porAssunto, []);
      assert.deepEqual([c.recebidas, c.emAndamento], [5, 1]);
    });

    test('[OUV-18] [TRA-03] are published with nothing that stands for few people, in JSON and in CSV', async () => {
      for (let i = 0; i < 14; i += 1) {
        const id = await register(em('2026-11-10T10:00'), manifestacao({ tipo: i < 8 ? 'reclamacao' : 'sugestao', assunto: 'Atendimento em unidade' }));
        await decide(id, em('2026-11-12T10:00'), 'respondida');
        await rate(id, 4);
      }
      backend.time.now = SEGUNDA_9H + VALIDADE_MS + 1;
      const response = await backend.get('/v1/estatisticas/ouvidoria');
      assert.match(response.headers.get('cache-control') ?? '', /^public, max-age=300$/);
      assert.match(response.headers.get('vary') ?? '', /accept/i);
      const e = schema.parse(await response.json());
      assert.equal(e.recebidas, 18);
      assert.deepEqual(e.porTipo.map(({ chave, total }) => [chave, total]), [['reclamacao', 9], ['denuncia', null], ['solicitacao', 0], ['informacao', 0], ['sugestao', null], ['elogio', null]]);
      assert.equal(e.geradoEm, '2026-11-23T09:05:00.001-03:00');
      assert.equal((await backend.get('/v1/estatisticas/ouvidoria', { 'if-none-match': response.headers.get('etag')! })).status, 304);

      const asCsv = await backend.get('/v1/estatisticas/ouvidoria', { accept: 'text/csv' });
      assert.match(asCsv.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
      assert.notEqual(asCsv.headers.get('etag'), response.headers.get('etag'));
      const bytes = new Uint8Array(await asCsv.arrayBuffer());
      assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const rows = new TextDecoder().decode(bytes).trim().split('\r\n').map((line) => line.split(';'));
      assert.ok(rows.every((row) => row.length === 10));
      assert.deepEqual(rows[0]!.slice(4), ['tabela', 'chave', 'rotulo', 'medida', 'valor', 'situacao']);
      assert.deepEqual(rows.filter(([, , , , tabela]) => tabela === 'porTipo').map((row) => row.slice(5)), [
        ['reclamacao', 'Reclamação', 'casos', '9', 'publicado'],
        ['denuncia', 'Denúncia', 'casos', '', 'omitido'],
        ['solicitacao', 'Solicitação', 'casos', '0', 'publicado'],
        ['informacao', 'Pedido de informação à Ouvidoria', 'casos', '0', 'publicado'],
        ['sugestao', 'Sugestão', 'casos', '', 'omitido'],
        ['elogio', 'Elogio', 'casos', '', 'omitido'],
      ]);

      const saved = await backend.get('/v1/estatisticas/ouvidoria?formato=csv', { accept: 'application/json' });
      assert.equal(saved.headers.get('content-disposition'), 'attachment; filename="estatisticas-ouvidoria-2025-12-01-a-2026-11-23.csv"');
      assert.deepEqual(new Uint8Array(await saved.arrayBuffer()), bytes);
      assert.deepEqual(schema.parse(await (await backend.get('/v1/estatisticas/ouvidoria?formato=json', { accept: 'text/csv' })).json()), e);
    });

    test('[OUV-18] are counted once in five minutes, however many ask', async () => {
      backend.time.now = SEGUNDA_9H + 20 * 60_000;
      const asked = async (): Promise<Estatisticas> => schema.parse(await (await backend.get('/v1/estatisticas/ouvidoria?inicio=2026-11-01')).json());
      const [a, b] = await Promise.all([asked(), asked()]);
      assert.deepEqual(a, b);
      await register(backend.time.now, manifestacao());
      backend.time.now += VALIDADE_MS - 1;
      assert.deepEqual(await asked(), a);
      backend.time.now += 1;
      assert.equal((await asked()).recebidas, a.recebidas! + 1);
    });

    test('[OUV-18] [SIC-15] statistics and logs name nobody', async () => {
      const lines: string[] = [];
      const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
      const spied = await testBackend(banco, { log });
      spied.time.now = SEGUNDA_9H + 60 * 60_000;
      const marks = ['MARCA-NOME', 'MARCA-RELATO', 'marca-email', 'MARCA-ASSUNTO', 'MARCA-RECADO', 'MARCA-LOCAL', '529.982.247-25', '52998224725', 'MARCA-COMENTARIO', '203.0.113.77'];
      const headers = (): Record<string, string> => ({ 'idempotency-key': randomUUID(), 'x-forwarded-for': '203.0.113.77', 'user-agent': 'MARCA-NAVEGADOR' });
      for (let i = 0; i < MIN_PUBLICADO + 2; i += 1) {
        await spied.post(
          '/v1/manifestacoes',
          manifestacao({
            relato: 'O relato fala de MARCA-RELATO e de mais ninguém.',
            assunto: 'MARCA-ASSUNTO',
            local: 'MARCA-LOCAL',
            identificacao: { modo: 'identificada', nome: 'MARCA-NOME Silva', contato: { email: 'marca-email@exemplo.com.br', alternativo: 'MARCA-RECADO' } },
          }),
          headers(),
        );
        const base = pedido();
        await spied.post('/v1/pedidos-informacao', pedido({ especificacao: 'Quero saber de MARCA-RELATO, por favor.', requerente: { ...base.requerente, nome: 'MARCA-NOME' } as typeof base.requerente }), headers());
      }
      // Refusals and errors too: what was sent comes back to nobody else.
      await spied.post('/v1/manifestacoes', manifestacao({ relato: 'MARCA-RELATO' }), headers());
      await spied.post('/v1/manifestacoes', '{"relato":"MARCA-RELATO"', headers());
      await spied.get('/v1/estatisticas/ouvidoria?inicio=MARCA-NOME');
      const broken = await testBackend(deadDatabase(Object.assign(new Error('value "MARCA-NOME" is wrong'), { detail: 'Key (email)=(marca-email@exemplo.com.br)', code: '22000' })), { log });
      assert.equal((await broken.post('/v1/manifestacoes', manifestacao({ relato: 'O relato fala de MARCA-RELATO e de mais ninguém.' }), headers())).status, 500);

      const outputs: string[] = [];
      for (const servico of ['ouvidoria', 'sic'] as const) {
        const e = await calcularEstatisticas({ db: banco.db, court: spied.court, clock: () => spied.time.now }, servico, doze('2026-11-23'));
        assert.ok(e.recebidas !== null && e.recebidas >= MIN_PUBLICADO);
        outputs.push(JSON.stringify(e), estatisticasEmCsv(e), await (await spied.get(`/v1/estatisticas/${servico}`)).text(), await (await spied.get(`/v1/estatisticas/${servico}`, { accept: 'text/csv' })).text());
      }
      assert.ok(lines.length > 20);
      const everything = [...lines, ...outputs].join('\n');
      for (const mark of [...marks, 'MARCA-NAVEGADOR']) assert.ok(!everything.toLowerCase().includes(mark.toLowerCase()), mark);
      // The marks are in the database, or the search would prove nothing.
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from casos where conteudo::text like '%MARCA-RELATO%' and assunto is distinct from 'x'`.execute(banco.db);
      assert.ok(rows[0]!.n >= MIN_PUBLICADO);
    });
  });
}

test('[OUV-18] a period that makes no sense is refused with words, and with a pointer to the field', async () => {
  const backend = await testBackend(deadDatabase());
  const refused = async (query: string, code: string, pointer: string): Promise<void> => {
    const response = await backend.get(`/v1/estatisticas/sic?${query}`);
    assert.equal(response.status, 400, query);
    const problem = problemSchema.parse(await response.json());
    assert.deepEqual(problem.errors?.map((error) => [error.pointer, error.code]), [[pointer, code]]);
    assert.ok(problem.detail!.length > 10);
  };
  await refused('inicio=2026-05-02&fim=2026-05-01', 'periodo-invertido', '/inicio');
  await refused('inicio=2026-05-02&fim=2026-11-24', 'periodo-futuro', '/fim');
  await refused('inicio=2019-05-02&fim=2026-11-23', 'periodo-longo', '/inicio');
  await refused('inicio=2026-02-30', 'periodo-data-invalida', '/inicio');
  assert.equal((await backend.get('/v1/estatisticas/ouvidoria?formato=xls')).status, 400);
  assert.equal((await backend.get('/v1/estatisticas/penal')).status, 404);
  assert.equal((await backend.post('/v1/estatisticas/ouvidoria', {})).status, 405);
});

test('[TRA-03] the CSV runs nothing in a spreadsheet', () => {
  const parte = (rotulo: string) => [{ chave: 'x', rotulo, total: 7 }];
  const e: Estatisticas = {
    servico: 'ouvidoria', periodo: { inicio: '2026-01-01', fim: '2026-01-31' }, geradoEm: '2026-02-01T00:00:00-03:00', minimo: 5,
    recebidas: 7, respondidas: 7, noPrazo: 7, prorrogadas: 0, emAndamento: 0, atrasadas: 0, diasMediana: 2.5,
    porTipo: parte('=HYPERLINK("http://mau")'), porAssunto: parte('@soma;"a"\nb'), porResultado: [], porMes: [],
    satisfacao: { respostas: null, media: null, notas: [] },
  };
  const text = estatisticasEmCsv(e);
  assert.ok(text.includes(`;"'=HYPERLINK(""http://mau"")";`));
  assert.ok(text.includes(`;"'@soma;""a""\nb";`));
  assert.ok(text.includes(';diasMediana;2,5;publicado\r\n'));
  assert.ok(text.includes(';respostas;;omitido\r\n'));
});
