import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { arquivosProvisorios, type Arquivos } from '../../demo/backend/arquivos.ts';
import { createCourt } from '../../demo/backend/court.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { contarCasos } from '../../demo/backend/estatisticas.ts';
import { silentLog } from '../../demo/backend/log.ts';
import { anonimizarVencidos, createRetencao, esquecerFila, guardadoAte, passarRetencao, type RetencaoContexto } from '../../demo/backend/retencao.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import { periodoContado, type PeriodoContado } from '../../src/domain/statistics/periodo.ts';
import { demoCourt, engines, manifestacao, pedido, testBackend, type TestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';

const { list } = await engines();
const em = (text: string): number => Date.parse(`${text}:00-03:00`);
const PERIODO = periodoContado({ inicio: '2026-11-01', fim: '2026-11-30' }, '2033-01-01') as PeriodoContado;
const ASSUNTO = 'Atendimento em unidade';

/** What must be gone. Each is in the database before, or the search would prove nothing. */
const MARCAS = [
  'MARCA-NOME', 'MARCA-RELATO', 'marca-email', 'MARCA-RECADO', 'MARCA-LOCAL', 'MARCA-ASSUNTO', '52998224725', 'MARCA-RG', 'MARCA-RUA', 'MARCA-EVENTO', 'MARCA-DADOS', 'marca-servidor', 'MARCA-RESPOSTA',
  'MARCA-FUNDAMENTO', 'MARCA-AUTORIDADE', 'MARCA-RECURSO', 'MARCA-COMENTARIO', 'MARCA-PRORROGA', 'MARCA-PERGUNTA', 'MARCA-DESTINO', 'MARCA-ARQUIVO', 'MARCA-MOTIVO', 'MARCA-SMTP', 'MARCA-TEMA', 'MARCA-FILA',
];

for (const engine of list) {
  describe(`retention on ${engine.name}`, () => {
    let banco: Banco;
    let arquivos: Arquivos;
    let backend: TestBackend;
    let ctx: RetencaoContexto;
    const anos = (retencao: TribunalInput['retencao']): TribunalInput => ({ ...demoCourt(), ...(retencao ? { retencao } : {}) });
    const open = async (): Promise<void> => {
      banco = await engine.open();
      arquivos = arquivosProvisorios();
      await arquivos.preparar();
      backend = await testBackend(banco, { tribunal: anos({ manifestacaoAnos: 5, pedidoAnos: 2 }) });
      ctx = { db: banco.db, court: backend.court, arquivos, clock: () => backend.time.now };
    };
    before(open);
    after(async () => {
      await banco.close();
      await engine.close();
      await rm(arquivos.pasta, { recursive: true, force: true });
    });

    const register = async (body: unknown, path = '/v1/manifestacoes'): Promise<Recibo & { id: number }> => {
      const response = await backend.post(path, body);
      assert.equal(response.status, 201, await response.clone().text());
      const recibo = (await response.json()) as Recibo;
      return { ...recibo, ...(await banco.db.selectFrom('casos').select('id').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow()) };
    };
    const caso = (id: number) => banco.db.selectFrom('casos').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

    /** Leaves a trace of the person in every place that a case has. */
    async function live(id: number, estado: 'respondida' | 'encerrada' | 'recurso-1' | 'em-analise', at: number): Promise<void> {
      const when = new Date(at);
      const anexo = randomUUID().replaceAll('-', '');
      const { id: evento } = await banco.db
        .insertInto('eventos')
        .values({ caso_id: id, tipo: 'complemento', em: when, papel: 'ouvidoria', unidade: 'Ouvidoria', texto: 'MARCA-EVENTO', dados: JSON.stringify({ x: 'MARCA-DADOS' }), ator: 'marca-servidor' })
        .returning('id')
        .executeTakeFirstOrThrow();
      await banco.db.insertInto('anexos').values({ id: anexo, caso_id: id, evento_id: evento, nome: 'MARCA-ARQUIVO.pdf', tipo: 'application/pdf', bytes: 3, sha256: Buffer.from('abc'), motivo: null, situacao: 'pronto', criado_em: when }).execute();
      await writeFile(join(arquivos.pasta, anexo), 'MARCA-ARQUIVO');
      await banco.db
        .updateTable('casos')
        .set({
          estado, tema: 'MARCA-TEMA', prorrogado_em: when, prorrogado_motivo: 'MARCA-PRORROGA',
          pergunta: JSON.stringify({ texto: 'MARCA-PERGUNTA', em: '2026-11-23', ate: null, prazoAntes: null }), destino: JSON.stringify({ orgao: 'MARCA-DESTINO' }),
          ...(estado === 'em-analise' ? {} : { respondido_em: when }), ...(estado === 'encerrada' ? { encerrado_em: when } : {}),
        })
        .where('id', '=', id)
        .execute();
      await banco.db.insertInto('desvelamentos').values({ caso_id: id, pedido_por: 'marca-servidor', motivo: 'MARCA-MOTIVO', pedido_em: when, decidido_por: null, decidido_em: null, autorizado: null, expira_em: null }).execute();
      await banco.db.insertInto('atos').values({ idem_hash: Buffer.from(randomUUID()), corpo_hash: Buffer.from('marca-corpo'), caso_id: id, versao: 1, em: when }).execute();
      if (estado === 'em-analise') return;
      await banco.db.insertInto('decisoes').values({ caso_id: id, instancia: 0, resultado: 'negada', texto: 'MARCA-RESPOSTA', fundamento: 'MARCA-FUNDAMENTO', autoridade: 'MARCA-AUTORIDADE', em: when, ciencia_em: when }).execute();
      await banco.db.insertInto('recursos').values({ caso_id: id, instancia: 1, texto: 'MARCA-RECURSO', em: when, prazo: JSON.stringify({ vence: '2026-12-30', dias: 5, base: 'x', calculo: [] }) }).execute();
      await banco.db.insertInto('avaliacoes').values({ caso_id: id, nota: 2, resolvido: 'nao', comentario: 'MARCA-COMENTARIO', em: when }).execute();
      await banco.db.updateTable('saida').set({ erro: 'MARCA-SMTP' }).where('caso_id', '=', id).execute();
    }

    const identificada = () =>
      manifestacao({ relato: 'O relato fala de MARCA-RELATO e de mais ninguém.', local: 'MARCA-LOCAL', assunto: 'MARCA-ASSUNTO', identificacao: { modo: 'identificada', nome: 'MARCA-NOME', contato: { email: 'marca-email@exemplo.com.br', alternativo: 'MARCA-RECADO' } } });
    const endereco = { cep: '59000-000', logradouro: 'MARCA-RUA, 1', bairro: 'Centro', municipio: 'Natal', uf: 'RN' };
    const pedida = () =>
      pedido({
        especificacao: 'Quero saber de MARCA-RELATO, por favor.',
        requerente: { pessoa: 'natural', nome: 'MARCA-NOME', documento: { numero: 'MARCA-RG' }, cpf: '529.982.247-25', contato: { email: 'marca-email@exemplo.com.br' } },
        resposta: { forma: 'correspondencia', endereco },
        sigiloDados: true,
      });

    test('nothing is erased where the court gave no term', async () => {
      backend.time.now = em('2026-11-10T10:00');
      const { id } = await register(identificada());
      await live(id, 'encerrada', backend.time.now);
      const semPrazo = await testBackend(banco, { tribunal: { ...demoCourt(), retencao: undefined } });
      assert.equal(await anonimizarVencidos({ ...ctx, court: semPrazo.court, clock: () => em('2090-01-01T10:00') }), 0);
      assert.equal((await caso(id)).anonimizado_em, null);
    });

    test('a case that is due leaves no trace of anybody, and the statistics stay as they are', async () => {
      backend.time.now = em('2026-11-20T10:00');
      const one = await register(identificada());
      const listed = await register(manifestacao({ assunto: ASSUNTO, tipo: 'denuncia', relato: 'O relato fala de MARCA-RELATO e de mais ninguém.', identificacao: { modo: 'anonima' } }));
      const preserved = await register({ ...identificada(), identificacao: { modo: 'preservada', nome: 'MARCA-NOME', contato: { email: 'marca-email@exemplo.com.br' } } });
      const asked = await register(pedida(), '/v1/pedidos-informacao');
      for (const { id } of [one, listed, preserved, asked]) await live(id, id === asked.id ? 'respondida' : 'encerrada', em('2026-11-25T10:00'));
      await backend.post('/v1/unidades/1a-vara-civel-natal/fila', { nome: 'MARCA-FILA' });
      if (!(await dump(banco)).includes('MARCA-FILA')) {
        await banco.db
          .insertInto('fila')
          .values({ unidade_id: 'x', dia: '2026-11-20', numero: 1, nome: 'MARCA-FILA', ingresso_hash: Buffer.from('i'), entrou_em: new Date(backend.time.now), ordem: backend.time.now, chamado_em: null, saiu_em: null, idem_hash: Buffer.from('j'), corpo_hash: Buffer.from('k'), sal: Buffer.from('l') })
          .execute();
      }
      const hashes = (await Promise.all([one, listed, preserved, asked].map(({ id }) => caso(id)))).flatMap(({ chave_hash, idem_hash, corpo_hash, sal }) => [chave_hash, idem_hash, corpo_hash, sal].map((hash) => Buffer.from(hash).toString('hex')));

      const full = await dump(banco);
      for (const mark of [...MARCAS, ...hashes]) assert.ok(full.includes(mark), `${mark} was there before`);
      const count = async () => {
        const common = { periodo: PERIODO, fuso: 'America/Fortaleza', hoje: '2032-06-01', assuntos: demoCourt().ouvidoria!.assuntos! };
        return [await contarCasos(banco.db, { ...common, servico: 'ouvidoria' }), await contarCasos(banco.db, { ...common, servico: 'sic', assuntos: [] })];
      };
      const before = await count();
      assert.deepEqual(before.map(({ recebidas }) => recebidas), [4, 1]);

      // Two years after its end the request is due; the manifestations are not.
      backend.time.now = em('2028-11-26T10:00');
      assert.equal(await anonimizarVencidos(ctx), 1);
      assert.deepEqual((await caso(asked.id)).conteudo, { perfil: 'natural' });
      assert.equal((await caso(one.id)).anonimizado_em, null);
      assert.equal((await backend.post('/v1/protocolos/consulta', { protocolo: one.protocolo, chave: one.chave })).status, 200);

      backend.time.now = em('2031-11-26T10:00');
      assert.deepEqual(await passarRetencao(ctx), { casos: 4, senhas: 1 });
      const now = await dump(banco);
      for (const mark of [...MARCAS, ...hashes]) assert.ok(!now.toLowerCase().includes(mark.toLowerCase()), `${mark} is still in ${now.split('\n').find((line) => line.toLowerCase().includes(mark.toLowerCase()))?.slice(0, 200)}`);
      for (const { id } of await banco.db.selectFrom('casos').select('id').execute()) assert.ok((await caso(id)).anonimizado_em);
      assert.deepEqual(await readdir(arquivos.pasta), []);
      assert.deepEqual(await count(), before);

      // Nobody opens it any more, not even with the key; and nothing is left to do.
      assert.equal((await backend.post('/v1/protocolos/consulta', { protocolo: one.protocolo, chave: one.chave })).status, 404);
      assert.equal(await anonimizarVencidos(ctx), 0);
      const lines = await banco.db.selectFrom('auditoria').select(['ator', 'papel', 'caso_id', 'detalhe']).where('acao', '=', 'anonimizar').execute();
      assert.equal(lines.length, 5);
      assert.deepEqual(lines.find(({ caso_id }) => caso_id === asked.id), { ator: 'sistema', papel: 'sistema', caso_id: asked.id, detalhe: { anos: 2, anexos: 1 } });
    });

    test('a case is due on the day after its term, and none that is open, in appeal or of yesterday', async () => {
      backend.time.now = em('2027-02-26T10:00');
      const [open, appeal, leap, answered] = [await register(identificada()), await register(identificada()), await register(identificada()), await register(identificada())];
      await live(open.id, 'em-analise', em('2027-03-01T10:00'));
      await live(appeal.id, 'recurso-1', em('2027-03-01T10:00'));
      // 29 February ends on the 28th, at the court's midnight.
      await live(leap.id, 'encerrada', em('2028-02-29T23:30'));
      await live(answered.id, 'respondida', em('2027-03-01T10:00'));
      assert.deepEqual(
        await Promise.all([open, appeal, leap, answered].map(async ({ id }) => guardadoAte(banco.db, backend.court, await caso(id)))),
        [null, null, '2033-02-28', '2032-03-01'],
      );
      const done = async (): Promise<number[]> =>
        (await banco.db.selectFrom('casos').select('id').where('anonimizado_em', 'is not', null).where('id', 'in', [open.id, appeal.id, leap.id, answered.id]).orderBy('id').execute()).map(({ id }) => id);
      const pass = async (at: string): Promise<number[]> => {
        backend.time.now = em(at);
        await anonimizarVencidos(ctx);
        return done();
      };
      assert.deepEqual(await pass('2032-03-01T23:59'), [answered.id].slice(1));
      assert.deepEqual(await pass('2032-03-02T00:01'), [answered.id]);
      assert.deepEqual(await pass('2033-02-28T23:59'), [answered.id]);
      assert.deepEqual(await pass('2033-03-01T00:01'), [leap.id, answered.id]);
      assert.deepEqual(await pass('2090-01-01T10:00'), [leap.id, answered.id]);
    });

    test('several processes at once do each case once, and a file that cannot be removed stops its case alone', async () => {
      backend.time.now = em('2034-01-10T10:00');
      const ids: number[] = [];
      for (let i = 0; i < 60; i += 1) ids.push((await register(manifestacao())).id);
      await banco.db.updateTable('casos').set({ estado: 'encerrada', encerrado_em: new Date(backend.time.now) }).where('id', 'in', ids).execute();
      await live(ids[0]!, 'encerrada', backend.time.now);
      backend.time.now = em('2040-01-10T10:00');
      const broken = { ...ctx, arquivos: { apagar: () => Promise.reject(new Error('disk')) } };
      await live(ids[7]!, 'encerrada', em('2034-01-10T10:00'));
      const before = await banco.db.selectFrom('casos').select('id').where('id', 'in', ids.slice(40)).execute();
      await banco.db.updateTable('casos').set({ encerrado_em: new Date(backend.time.now) }).where('id', 'in', ids.slice(40)).execute();
      await assert.rejects(anonimizarVencidos(broken), /disk/);
      const left = await banco.db.selectFrom('casos').select('id').where('id', 'in', ids.slice(0, 40)).where('anonimizado_em', 'is', null).orderBy('id').execute();
      assert.deepEqual(left.map(({ id }) => id), [ids[0], ids[7]]);
      assert.match(await dump(banco), /MARCA-ARQUIVO/);
      await banco.db.updateTable('casos').set({ encerrado_em: new Date(em('2034-01-10T10:00')) }).where('id', 'in', before.map(({ id }) => id)).execute();
      const done = await Promise.all([anonimizarVencidos(ctx), anonimizarVencidos(ctx), anonimizarVencidos(ctx)]);
      assert.equal(done.reduce((a, b) => a + b), 22);
      const lines = await banco.db.selectFrom('auditoria').select('caso_id').where('acao', '=', 'anonimizar').where('caso_id', 'in', ids).execute();
      assert.deepEqual(lines.map(({ caso_id }) => caso_id!).toSorted((a, b) => a - b), ids);
    });

    test('what was said at the counter goes after two days, who somebody is with the service, and what was agreed after the court\'s term', async () => {
      backend.time.now = em('2040-06-01T10:00');
      const doBalcao = createCourt(anos({ balcaoAnos: 3 }));
      const when = new Date(backend.time.now);
      const ticket = {
        unidade_id: 'x', dia: '2040-06-01', numero: 7, nome: 'MARCA-NOME', dados: JSON.stringify({ assunto: 'MARCA-ASSUNTO', prioridade: 'gestante' }), notas: 'MARCA-NOTA', transferida_motivo: 'MARCA-MOTIVO',
        identificacao: JSON.stringify({ nome: 'MARCA-SIGILO', papel: 'parte' }), ingresso_hash: Buffer.from('gi'), entrou_em: when, ordem: backend.time.now, estado: 'em-atendimento' as const, atendente: 'marca-sub',
        atendente_nome: 'MARCA-ATENDENTE', combinado: 'MARCA-COMBINADO', idem_hash: Buffer.from('gj'), corpo_hash: Buffer.from('gk'), sal: Buffer.from('gl'),
      };
      const { id } = await banco.db.insertInto('fila').values(ticket).returning('id').executeTakeFirstOrThrow();
      await banco.db.insertInto('convites').values({ fila_id: id, sala_vez: 0, unidade_id: 'y', por: 'marca-sub', por_nome: 'MARCA-ATENDENTE', recado: 'MARCA-RECADO', em: when }).execute();
      await banco.db.insertInto('presencas').values({ unidade_id: 'x', sub: 'marca-sub', nome: 'MARCA-ATENDENTE', visto_em: when }).execute();
      await banco.db.insertInto('atos_fila').values({ idem_hash: Buffer.from('MARCA-ATO'), corpo_hash: Buffer.from('x'), em: when }).execute();
      const marcas = async (): Promise<string[]> => {
        const lines = (await dump(banco)).split('\n').filter((line) => /^(fila|convites|presencas|avaliacoes_fila|atos_fila): /.test(line));
        return [...new Set(lines.flatMap((line) => [...line.matchAll(/marca-\w+/gi)].map(([mark]) => mark.toUpperCase())))].toSorted();
      };
      const todas = ['MARCA-ASSUNTO', 'MARCA-ATENDENTE', 'MARCA-COMBINADO', 'MARCA-MOTIVO', 'MARCA-NOME', 'MARCA-NOTA', 'MARCA-RECADO', 'MARCA-SUB'];
      assert.deepEqual(await marcas(), [...todas, 'MARCA-SIGILO'].toSorted());
      await banco.db.updateTable('fila').set({ estado: 'encerrada', fim: 'atendida', saiu_em: when }).where('id', '=', id).execute();
      assert.deepEqual(await marcas(), todas);
      await banco.db.insertInto('avaliacoes_fila').values({ fila_id: id, nota: 4, comentario: 'MARCA-COMENTARIO', em: when }).execute();

      const passar = async (at: string): Promise<string[]> => {
        backend.time.now = em(at);
        await esquecerFila({ ...ctx, court: doBalcao });
        return marcas();
      };
      assert.deepEqual(await passar('2040-06-02T10:00'), [...todas, 'MARCA-COMENTARIO'].toSorted());
      assert.deepEqual(await passar('2040-06-03T10:01'), ['MARCA-ATENDENTE', 'MARCA-COMBINADO', 'MARCA-COMENTARIO', 'MARCA-SUB']);
      assert.deepEqual(await passar('2043-06-01T23:00'), ['MARCA-ATENDENTE', 'MARCA-COMBINADO', 'MARCA-COMENTARIO', 'MARCA-SUB']);
      // Without a term of the court the agreement stays.
      await esquecerFila({ ...ctx, clock: () => em('2090-01-01T10:00') });
      assert.equal((await marcas()).length, 4);
      assert.deepEqual(await passar('2043-06-02T10:00'), []);
      const { rows } = await sql<{ fim: string; nota: number }>`select f.fim, a.nota from fila f join avaliacoes_fila a on a.fila_id = f.id where f.id = ${id}`.execute(banco.db);
      assert.deepEqual(rows, [{ fim: 'atendida', nota: 4 }]);
      assert.equal((await banco.db.selectFrom('atos_fila').selectAll().execute()).length, 0);
    });

    test('is done once a day at the court, whichever process comes first, and again when it failed', async () => {
      backend.time.now = em('2041-05-05T23:00');
      const [a, b] = [createRetencao({ ...ctx, log: silentLog }), createRetencao({ ...ctx, log: silentLog })];
      const first = await Promise.all([a.passar(), b.passar()]);
      assert.deepEqual(first.filter((done) => done !== null), [{ casos: 0, senhas: 0 }]);
      assert.equal(await b.passar(), null);
      backend.time.now = em('2041-05-06T00:30');
      const { id } = await register(manifestacao());
      await live(id, 'encerrada', em('2034-01-01T10:00'));
      const broken = createRetencao({ ...ctx, arquivos: { apagar: () => Promise.reject(new Error('disk')) }, log: silentLog });
      await assert.rejects(broken.passar(), /disk/);
      assert.deepEqual(await a.passar(), { casos: 1, senhas: 0 });
      a.iniciar();
      await a.parar();
    });
  });
}
