import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { arquivosProvisorios } from '../../demo/backend/arquivos.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { DESVELAMENTO_HORAS } from '../../demo/backend/desvelamento.ts';
import { falaBr } from '../../demo/backend/exportacao.ts';
import { CONTAS, type Conta } from '../../demo/oidc/contas.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import { casoExportado, negativasEmRecurso } from '../../src/contract/exportacao.ts';
import type { ManifestacaoInput } from '../../src/contract/manifestacao.ts';
import { casoTratamento, listaAuditoria, listaCasos, listaDesvelamentos, type AcaoEquipe, type CasoTratamento, type PapelEquipe } from '../../src/contract/tratamento.ts';
import type { Problem } from '../../src/contract/problem.ts';
import { deadDatabase, engines, manifestacao, pedido, testBackend, type TestBackend } from '../support/backend.ts';
import { testStaff, type TestStaff } from '../support/equipe.ts';

const { list } = await engines();
const VARA = '2-vara-civel-natal';
const NOME = 'Pessoa Fictícia';
const PRAZO = { vence: '2026-12-14', dias: 20, base: 'Resolução CNJ 432/2021, art. 9º, § 1º', calculo: [] };

const preservada = (over: Partial<ManifestacaoInput> = {}): ManifestacaoInput =>
  manifestacao({ tipo: 'denuncia', identificacao: { modo: 'preservada', nome: NOME, contato: { email: 'pessoa@exemplo.com.br' } }, ...over });

const code = async (response: Response): Promise<string> => ((await response.json()) as Problem).type.replace('urn:atrio:problema:', '');

test('without a sign-in configured there is no staff side, with or without a token', async () => {
  const staff = await testStaff();
  const { app, get, post } = await testBackend(deadDatabase());
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/tratamento'));
  assert.ok(routes.length >= 11, String(routes.length));
  for (const { method, path } of routes) {
    const address = path.replace(':protocolo', '2026.000001-0').replace(':id', '1');
    for (const headers of [{}, await staff.como('eva')]) {
      const response = method === 'GET' ? await get(address, headers) : await post(address, {}, headers);
      assert.equal(response.status, 404, `${method} ${path}`);
      assert.equal(await code(response), 'equipe-desligada');
    }
  }
});

for (const engine of list) {
  describe(`on ${engine.name}`, () => {
    let banco: Banco;
    let staff: TestStaff;
    let backend: TestBackend;
    const arquivos = arquivosProvisorios();
    before(async () => {
      await arquivos.preparar();
      banco = await engine.open();
      staff = await testStaff();
      backend = await testBackend(banco, { autenticar: staff.autenticar, arquivos });
    });
    after(async () => {
      await banco.close();
      await engine.close();
    });

    const get = async (path: string, quem: string | Conta, headers: Record<string, string> = {}): Promise<Response> => backend.get(`/v1/tratamento/${path}`, { ...(await staff.como(quem)), ...headers });
    const post = async (path: string, body: unknown, quem: string | Conta): Promise<Response> => backend.post(`/v1/tratamento/${path}`, body, await staff.como(quem));
    const register = async (body: unknown = manifestacao(), path = '/v1/manifestacoes'): Promise<string> => {
      const response = await backend.post(path, body);
      assert.equal(response.status, 201, await response.clone().text());
      return ((await response.json()) as Recibo).protocolo;
    };
    const ask = (): Promise<string> => register(pedido(), '/v1/pedidos-informacao');
    const see = async (protocolo: string, quem: string | Conta): Promise<CasoTratamento> => {
      const response = await get(`casos/${protocolo}`, quem);
      assert.equal(response.status, 200, await response.clone().text());
      return casoTratamento.parse(await response.json());
    };
    const idOf = async (protocolo: string): Promise<number> => (await banco.db.selectFrom('casos').select('id').where('protocolo', '=', protocolo).executeTakeFirstOrThrow()).id;
    /** As if the Ouvidoria had sent it to the unit. */
    const forward = async (protocolo: string, unidade = VARA): Promise<void> => {
      await banco.db.updateTable('casos').set({ unidade_id: unidade, estado: 'encaminhada', prazo_unidade: JSON.stringify(PRAZO) }).where('protocolo', '=', protocolo).execute();
    };
    const appeal = async (protocolo: string, instancia: number): Promise<void> => {
      await banco.db.insertInto('recursos').values({ caso_id: await idOf(protocolo), instancia, texto: 'Peço que seja revisto.', em: new Date(backend.time.now), prazo: JSON.stringify(PRAZO) }).execute();
    };
    const attach = async (protocolo: string, nome: string, papel: string, eventoId: number | null = null): Promise<string> => {
      const id = randomBytes(16).toString('base64url');
      await banco.db
        .insertInto('anexos')
        .values({ id, caso_id: await idOf(protocolo), evento_id: eventoId, nome, tipo: 'text/plain', bytes: 5, sha256: Buffer.alloc(32, 1), papel, situacao: 'pronto', motivo: null, criado_em: new Date(backend.time.now) } as never)
        .execute();
      await writeFile(join(arquivos.pasta, id), 'prova');
      return id;
    };
    const audit = async (): Promise<{ acao: string; ator: string; detalhe: Record<string, unknown> | null }[]> => banco.db.selectFrom('auditoria').select(['acao', 'ator', 'detalhe']).orderBy('id').execute();
    const lastAudit = async () => (await audit()).at(-1)!;

    test('[OUV-14] nothing opens without a token, with a bad one, or with an account without a role; the answer is kept by nobody', async () => {
      const protocolo = await register();
      for (const path of ['casos', `casos/${protocolo}`, 'auditoria', 'desvelamentos']) {
        const none = await backend.get(`/v1/tratamento/${path}`);
        assert.deepEqual([none.status, none.headers.get('www-authenticate'), await code(none)], [401, 'Bearer', 'acesso-ausente']);
        assert.equal(await code(await backend.get(`/v1/tratamento/${path}`, { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaa' })), 'acesso-invalido');
        const nobody = await get(path, { id: 'x', nome: 'X', funcao: '', papeis: [], unidades: [] });
        assert.deepEqual([nobody.status, await code(nobody)], [403, 'sem-permissao']);
      }
      assert.equal((await get('casos', 'ana')).headers.get('cache-control'), 'no-store');
    });

    test('[OUV-14] who may do what on which case: every role, every route, every kind of case', async () => {
      const cases = {
        manifestacao: await register(),
        pedido: await ask(),
        lgpd: await register(manifestacao({ tipo: 'solicitacao', tema: 'lgpd', direito: 'correcao' })),
        daVara: await register(),
        contraAVara: await register(manifestacao({ unidadeId: VARA })),
        recurso1: await ask(),
        recurso2: await ask(),
      };
      await forward(cases.daVara);
      await appeal(cases.recurso1, 1);
      await appeal(cases.recurso2, 1);
      await appeal(cases.recurso2, 2);
      type Name = keyof typeof cases;
      const seen: Record<string, readonly Name[]> = {
        ana: ['manifestacao', 'lgpd', 'daVara', 'contraAVara'],
        eva: ['manifestacao', 'pedido', 'lgpd', 'daVara', 'contraAVara', 'recurso1', 'recurso2'],
        sic: ['pedido', 'recurso1', 'recurso2'],
        bruno: ['daVara'],
        beatriz: [],
        carla: ['recurso1', 'recurso2'],
        davi: ['recurso2'],
        encarregado: ['lgpd'],
        gestor: [],
        // Attendants see what came to their own counter, and nothing of these.
        teresa: [],
        marcos: [],
        helena: [],
        caio: [],
        // Who keeps recordings sees no case, of their own unit either.
        rita: [],
      };
      assert.deepEqual(Object.keys(seen).toSorted(), CONTAS.map(({ id }) => id).toSorted());
      for (const [quem, mine] of Object.entries(seen)) {
        const none = ['gestor', 'helena', 'caio', 'rita'].includes(quem);
        const list = none ? [] : listaCasos.parse(await (await get('casos', quem)).json()).itens.map(({ protocolo }) => protocolo);
        for (const [name, protocolo] of Object.entries(cases) as [Name, string][]) {
          const may = mine.includes(name);
          const where = `${quem} ${name}`;
          assert.equal(list.includes(protocolo), may, `list: ${where}`);
          assert.equal((await get(`casos/${protocolo}`, quem)).status, may ? 200 : none ? 403 : 404, `detail: ${where}`);
          if (may) continue;
          assert.equal((await post(`casos/${protocolo}/acoes`, { versao: 0, acao: { acao: 'anotar', texto: 'x' } }, quem)).status, none ? 403 : 404, `act: ${where}`);
          assert.equal((await get(`casos/${protocolo}/anexos/${'a'.repeat(22)}`, quem)).status, none ? 403 : 404, `file: ${where}`);
          for (const path of ['desvelamento', 'correcao']) assert.ok([403, 404].includes((await post(`casos/${protocolo}/${path}`, { motivo: 'x', dados: {} }, quem)).status), `${path}: ${where}`);
        }
      }
      const period = 'inicio=2026-11-01&fim=2026-11-30';
      const whole: Record<string, readonly PapelEquipe[]> = {
        auditoria: ['gestor', 'ouvidor'],
        desvelamentos: ['ouvidor'],
        [`exportacao?${period}`]: ['gestor', 'ouvidor', 'ouvidoria'],
        'negativas-em-recurso?mes=2026-11': ['gestor', 'ouvidor', 'sic', 'presidencia'],
        'relatorio?inicio=2026-11-01&fim=2026-11-20': ['gestor', 'ouvidor', 'ouvidoria'],
        'relatorio?servico=sic&inicio=2026-11-01&fim=2026-11-20': ['gestor', 'ouvidor', 'sic'],
      };
      for (const [path, papeis] of Object.entries(whole)) {
        for (const { id, papeis: mine } of CONTAS) assert.equal((await get(path, id)).status, mine.some((papel) => papeis.includes(papel)) ? 200 : 403, `${id} ${path}`);
      }
      for (const { id } of CONTAS) assert.equal((await post('desvelamentos/999999/decisao', { autorizo: true }, id)).status, id === 'eva' ? 404 : 403, id);
    });

    test('[OUV-14] a unit learns nothing of a complaint against it, and loses sight of a case that went on to another', async () => {
      const protocolo = await register(manifestacao({ unidadeId: VARA }));
      assert.equal((await get(`casos/${protocolo}`, 'bruno')).status, 404);
      await forward(protocolo);
      assert.equal((await get(`casos/${protocolo}`, 'bruno')).status, 200);
      await forward(protocolo, '1-juizado-especial-natal');
      assert.equal((await get(`casos/${protocolo}`, 'bruno')).status, 404);
      assert.equal((await get(`casos/${protocolo}`, 'beatriz')).status, 200);
    });

    test('the list: by state, kind, unit, lateness and protocol, those due first in front, page by page', async () => {
      const page = async (query: string, quem = 'eva') => listaCasos.parse(await (await get(`casos?${query}`, quem)).json());
      const late = await register();
      await banco.db.updateTable('casos').set({ vence: '2026-10-01' }).where('protocolo', '=', late).execute();
      const sent = await register();
      await forward(sent);
      const first = (await page('')).itens;
      assert.equal(first[0]!.protocolo, late);
      assert.equal(first[0]!.atrasado, true);
      assert.deepEqual(first.map(({ vence }) => vence), first.map(({ vence }) => vence).toSorted());
      assert.deepEqual((await page('atrasado=true')).itens.map(({ protocolo }) => protocolo), [late]);
      assert.ok((await page('atrasado=false')).itens.every(({ atrasado }) => !atrasado), 'none late');
      assert.ok((await page('tipo=pedido-informacao')).itens.every(({ tipo }) => tipo === 'pedido-informacao'), 'requests alone');
      assert.ok((await page(`unidade=${VARA}&estado=encaminhada`)).itens.some(({ protocolo, venceUnidade }) => protocolo === sent && venceUnidade === PRAZO.vence), 'of the unit');
      assert.deepEqual((await page(`busca=${late.slice(0, 11)}`)).itens.map(({ protocolo }) => protocolo), [late]);
      assert.deepEqual((await page('busca=9999.999')).itens, []);
      for (const bad of ['estado=nada', 'tipo=x', 'atrasado=talvez', 'busca=%25', 'cursor=zzz', 'cursor=WzEsMl0']) assert.equal((await get(`casos?${bad}`, 'eva')).status, 400, bad);

      const body = manifestacao();
      await Promise.all(Array.from({ length: 60 }, () => backend.post('/v1/manifestacoes', body)));
      const all: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { itens, proxima } = await page(`tipo=manifestacao${cursor ? `&cursor=${cursor}` : ''}`);
        all.push(...itens.map(({ protocolo }) => protocolo));
        cursor = proxima;
      }
      const { n } = await banco.db.selectFrom('casos').select(({ fn }) => fn.countAll<number>().as('n')).where('tipo', '=', 'manifestacao').executeTakeFirstOrThrow();
      assert.equal(all.length, n);
      assert.equal(new Set(all).size, n);
    });

    test('[SIC-10] while an appeal is open, its own term is what the staff see: late, in its place of the order, and on the page of the case', async () => {
      const page = async (query = '') => listaCasos.parse(await (await get(`casos?tipo=pedido-informacao${query}`, 'eva')).json()).itens;
      const [emDia, tarde] = [await ask(), await ask()];
      const prazos = { [emDia]: '2099-01-08', [tarde]: '2026-01-08' };
      for (const [protocolo, vence] of Object.entries(prazos)) {
        const outro = vence.startsWith('2099') ? '2026-01-07' : '2099-01-07';
        await banco.db.updateTable('casos').set({ estado: 'recurso-2', vence: outro, respondido_em: new Date(backend.time.now) }).where('protocolo', '=', protocolo).execute();
        await appeal(protocolo, 1);
        await appeal(protocolo, 2);
        await banco.db.updateTable('recursos').set({ prazo: JSON.stringify({ ...PRAZO, vence, dias: 5 }) }).where('caso_id', '=', await idOf(protocolo)).where('instancia', '=', 2).execute();
      }
      const all = await page();
      assert.deepEqual([all[0]!.protocolo, all.at(-1)!.protocolo], [tarde, emDia]);
      assert.deepEqual([all[0]!.vence, all.at(-1)!.vence], [prazos[tarde], prazos[emDia]]);
      const late = (await page('&atrasado=true')).map(({ protocolo }) => protocolo);
      assert.deepEqual([late.includes(tarde), late.includes(emDia)], [true, false]);
      assert.ok((await page('&atrasado=false')).some(({ protocolo }) => protocolo === emDia));
      const one = await see(tarde, 'carla');
      assert.deepEqual([one.vence, one.atrasado, one.prazo.vence, one.prazo.dias], [prazos[tarde], true, prazos[tarde], 5]);
      await banco.db.updateTable('casos').set({ estado: 'negada' }).where('protocolo', '=', tarde).execute();
      const decided = await see(tarde, 'carla');
      assert.deepEqual([decided.vence, decided.atrasado], ['2099-01-07', false]);
    });

    test('[OUV-14] an identity: whole to who treats the case, the name alone to the unit, nobody’s when anonymous', async () => {
      const known = await register();
      await forward(known);
      assert.deepEqual((await see(known, 'ana')).identidade, { modo: 'identificada', nome: NOME, contato: { alternativo: 'Recado na padaria da praça' } });
      assert.equal((await lastAudit()).acao, 'ver-identidade');
      assert.deepEqual((await see(known, 'bruno')).identidade, { nome: NOME });
      const anonymous = await register(manifestacao({ tipo: 'denuncia', identificacao: { modo: 'anonima' } }));
      assert.equal((await see(anonymous, 'ana')).identidade, null);
      assert.deepEqual(await lastAudit().then(({ acao, ator }) => [acao, ator]), ['ver-caso', 'ana']);
      assert.equal(await code(await post(`casos/${anonymous}/desvelamento`, { motivo: 'Quero saber.' }, 'ana')), 'sem-identidade-preservada');
      assert.equal(await code(await post(`casos/${known}/desvelamento`, { motivo: 'Quero saber.' }, 'ana')), 'sem-identidade-preservada');
    });

    test('[OUV-14] a preserved identity is seen by who asked, after another person allowed it, for a time, and every look is written down', async () => {
      const protocolo = await register(preservada());
      await forward(protocolo);
      const hidden = async (quem: string): Promise<void> => {
        const response = await get(`casos/${protocolo}`, quem);
        const text = await response.text();
        assert.equal((JSON.parse(text) as CasoTratamento).identidade, null, quem);
        assert.ok(!text.includes(NOME) && !text.includes('pessoa@exemplo'), quem);
      };
      for (const quem of ['ana', 'eva', 'bruno']) await hidden(quem);
      // A unit may not even ask.
      assert.equal((await post(`casos/${protocolo}/desvelamento`, { motivo: 'Quem é?' }, 'bruno')).status, 403);
      assert.equal((await post(`casos/${protocolo}/desvelamento`, { motivo: '  ' }, 'ana')).status, 422);

      const motivo = 'A Corregedoria precisa ouvir a pessoa.';
      const asked = (await (await post(`casos/${protocolo}/desvelamento`, { motivo }, 'ana')).json()) as { id: string; situacao: string };
      const again = (await (await post(`casos/${protocolo}/desvelamento`, { motivo: 'De novo.' }, 'ana')).json()) as { id: string };
      assert.equal(again.id, asked.id);
      assert.equal(asked.situacao, 'pedido');
      await hidden('ana');
      const waiting = listaDesvelamentos.parse(await (await get('desvelamentos', 'eva')).json()).itens;
      assert.deepEqual(waiting.filter((one) => one.protocolo === protocolo).map(({ id, por, motivo: why }) => [id, por, why]), [[asked.id, 'ana', motivo]]);

      // Who asked may not decide, whatever roles they have.
      const anaAndEva: Conta = { id: 'ana', nome: 'Ana', funcao: '', papeis: ['ouvidoria', 'ouvidor'], unidades: [] };
      const own = await post(`desvelamentos/${asked.id}/decisao`, { autorizo: true }, anaAndEva);
      assert.deepEqual([own.status, await code(own)], [403, 'desvelamento-por-outra-pessoa']);
      await hidden('ana');

      assert.equal((await post(`desvelamentos/${asked.id}/decisao`, { autorizo: true }, 'eva')).status, 200);
      assert.equal((await post(`desvelamentos/${asked.id}/decisao`, { autorizo: true }, 'eva')).status, 200, 'said again');
      assert.equal(await code(await post(`desvelamentos/${asked.id}/decisao`, { autorizo: false }, 'eva')), 'desvelamento-ja-decidido');
      const before = (await audit()).length;
      const shown = await see(protocolo, 'ana');
      assert.equal(shown.identidade?.['nome'], NOME);
      assert.deepEqual([shown.desvelamento?.situacao, shown.desvelamento?.motivo], ['autorizado', motivo]);
      await see(protocolo, 'ana');
      assert.deepEqual((await audit()).slice(before).map(({ acao, ator, detalhe }) => [acao, ator, detalhe?.['desvelamento']]), [
        ['ver-identidade', 'ana', asked.id],
        ['ver-identidade', 'ana', asked.id],
      ]);
      for (const quem of ['eva', 'bruno']) await hidden(quem);
      backend.time.now += DESVELAMENTO_HORAS * 3_600_000 - 1;
      assert.equal((await see(protocolo, 'ana')).identidade?.['nome'], NOME);
      backend.time.now += 1;
      await hidden('ana');
      assert.equal((await see(protocolo, 'ana')).desvelamento, null);

      // Asked again after the time, and refused.
      const second = (await (await post(`casos/${protocolo}/desvelamento`, { motivo }, 'ana')).json()) as { id: string };
      assert.notEqual(second.id, asked.id);
      assert.equal((await post(`desvelamentos/${second.id}/decisao`, { autorizo: false }, 'eva')).status, 200);
      await hidden('ana');
      assert.equal((await see(protocolo, 'ana')).desvelamento?.situacao, 'recusado');
      assert.deepEqual((await audit()).filter(({ acao }) => acao.includes('desvelamento')).map(({ acao, ator }) => `${ator} ${acao}`), [
        'ana pedir-desvelamento',
        'eva autorizar-desvelamento',
        'ana pedir-desvelamento',
        'eva recusar-desvelamento',
      ]);
      assert.doesNotMatch(JSON.stringify(await audit()), new RegExp(NOME));
    });

    test('[OUV-14] the database itself refuses one who decides their own request, and a half decision', async () => {
      const casoId = await idOf(await register(preservada()));
      const ask1 = { caso_id: casoId, pedido_por: 'ana', motivo: 'x', pedido_em: new Date() };
      const row = { ...ask1, decidido_em: new Date(), autorizado: true, expira_em: new Date() };
      await assert.rejects(banco.db.insertInto('desvelamentos').values({ ...row, decidido_por: 'ana' }).execute(), /desvelamento_por_outra_pessoa/);
      await assert.rejects(banco.db.insertInto('desvelamentos').values({ ...ask1, autorizado: true, expira_em: new Date() }).execute(), /desvelamento_decidido_inteiro/);
      await assert.rejects(banco.db.insertInto('desvelamentos').values({ ...row, decidido_por: 'eva', expira_em: null }).execute(), /desvelamento_com_fim/);
      await banco.db.insertInto('desvelamentos').values(ask1).execute();
      await assert.rejects(banco.db.insertInto('desvelamentos').values(ask1).execute(), /desvelamento_um_pedido/);
    });

    test('[SIC-07] a request with confidential data hides the name, and the address of an answer by mail', async () => {
      const rua = 'Rua da Demonstração Sigilosa';
      const endereco = { logradouro: rua, bairro: 'Centro', municipio: 'Natal', uf: 'RN', cep: '59000-000' };
      const body = (sigiloDados: boolean) => pedido({ sigiloDados, resposta: { forma: 'correspondencia', endereco } as never });
      const secret = await register(body(true), '/v1/pedidos-informacao');
      assert.doesNotMatch(await (await get(`casos/${secret}`, 'sic')).text(), new RegExp(rua));
      const open = await register(body(false), '/v1/pedidos-informacao');
      assert.match(await (await get(`casos/${open}`, 'sic')).text(), new RegExp(rua));
      await forward(open);
      assert.doesNotMatch(await (await get(`casos/${open}`, 'bruno')).text(), new RegExp(rua));
    });

    test('[OUV-14] internal notes are for who wrote and for the Ouvidoria, and files of a preserved person do not reach the unit', async () => {
      const protocolo = await register(preservada());
      await forward(protocolo);
      const caso_id = await idOf(protocolo);
      const nomeDaVara = backend.court.unidade(VARA)!.nome;
      const note = async (texto: string, unidade: string | null, ator: string): Promise<number> =>
        (await banco.db.insertInto('eventos').values({ caso_id, tipo: 'anotacao', em: new Date(backend.time.now), papel: 'ouvidoria', unidade, texto, interno: true, ator }).returning('id').executeTakeFirstOrThrow()).id;
      const secret = await note('Nota da Ouvidoria.', null, 'ana');
      const told = await note('Peço que a vara informe.', nomeDaVara, 'ana');
      const files = {
        citizen: await attach(protocolo, 'identidade-da-pessoa.txt', 'cidadao'),
        staff: await attach(protocolo, 'para-a-vara.txt', 'ouvidoria', told),
        internal: await attach(protocolo, 'interno.txt', 'ouvidoria', secret),
      };
      const all = await see(protocolo, 'ana');
      assert.equal(all.anexos.length, 3);
      assert.deepEqual(all.eventos.at(-1)?.anexos?.map(({ id }) => id), [files.staff]);
      assert.equal(all.eventos.at(-1)?.ator, 'ana');
      const unit = await see(protocolo, 'bruno');
      assert.deepEqual(unit.eventos.filter(({ interno }) => interno).map(({ texto }) => texto), ['Peço que a vara informe.']);
      assert.deepEqual(unit.eventos.flatMap(({ ator }) => ator ?? []), []);
      assert.deepEqual(unit.anexos.map(({ id }) => id), [files.staff]);
      assert.equal(unit.desvelamento, null);

      const got = await get(`casos/${protocolo}/anexos/${files.citizen}`, 'ana');
      assert.deepEqual([got.status, await got.text()], [200, 'prova']);
      assert.equal(got.headers.get('content-type'), 'application/octet-stream');
      assert.match(got.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''identidade-da-pessoa\.txt$/);
      assert.deepEqual(await lastAudit().then(({ acao, detalhe }) => [acao, detalhe?.['anexo']]), ['baixar-anexo', files.citizen]);
      assert.equal((await get(`casos/${protocolo}/anexos/${files.staff}`, 'bruno')).status, 200);
      for (const id of [files.citizen, files.internal, 'a'.repeat(22), '..%2f..%2fsegredo']) assert.equal((await get(`casos/${protocolo}/anexos/${id}`, 'bruno')).status, 404, id);
      const other = await register();
      assert.equal((await get(`casos/${other}/anexos/${files.citizen}`, 'ana')).status, 404, 'a file of another case');
    });

    /** An act on the case as it is now. */
    const act = async (protocolo: string, acao: AcaoEquipe, quem: string, key: string = randomUUID(), versao?: number): Promise<Response> => {
      const { versao: now } = await banco.db.selectFrom('casos').select('versao').where('protocolo', '=', protocolo).executeTakeFirstOrThrow();
      return backend.post(`/v1/tratamento/casos/${protocolo}/acoes`, { versao: versao ?? now, acao }, { ...(await staff.como(quem)), 'idempotency-key': key });
    };
    const done = async (response: Response): Promise<CasoTratamento> => {
      assert.equal(response.status, 200, await response.clone().text());
      return casoTratamento.parse(await response.json());
    };

    test('[OUV-13] a case goes to a unit with 20 days, once 20 more for a reason, and comes back with its information', async () => {
      backend.time.now = Date.parse('2026-03-02T10:00:00-03:00');
      const protocolo = await register();
      await done(await act(protocolo, { acao: 'analisar', assunto: 'Custas' }, 'ana'));
      const sent = await done(await act(protocolo, { acao: 'encaminhar', unidadeId: VARA, texto: 'Por que parou?' }, 'ana'));
      assert.deepEqual([sent.estado, sent.unidadeId, sent.venceUnidade], ['encaminhada', VARA, '2026-03-23']);
      assert.ok(sent.calculoUnidade!.length > 0, 'the arithmetic');
      const unit = await see(protocolo, 'bruno');
      assert.deepEqual(unit.acoes.toSorted(), ['anotar', 'informar', 'prorrogar-unidade']);
      assert.ok(unit.eventos.some(({ texto, interno }) => interno && texto === 'Por que parou?'), 'what was said to it');
      assert.equal((await act(protocolo, { acao: 'responder', texto: 'Resposta da vara.', resultado: 'respondida' }, 'bruno')).status, 403);
      const longer = await done(await act(protocolo, { acao: 'prorrogar-unidade', motivo: 'O juiz está de férias.' }, 'bruno'));
      assert.equal(longer.venceUnidade, '2026-04-13');
      assert.ok(!longer.acoes.includes('prorrogar-unidade'), 'once');

      // Its answer is lost on the way: the unit repeats, and gets it, although the case is no longer with it.
      const key = randomUUID();
      const information: AcaoEquipe = { acao: 'informar', texto: 'O processo foi sentenciado ontem.' };
      const versao = longer.versao;
      const first = await done(await act(protocolo, information, 'bruno', key, versao));
      assert.deepEqual(first.acoes, []);
      const again = await done(await act(protocolo, information, 'bruno', key, versao));
      assert.equal(again.versao, first.versao);
      assert.equal((await get(`casos/${protocolo}`, 'bruno')).status, 404);
      assert.equal((await act(protocolo, information, 'bruno')).status, 404, 'another act');
      assert.equal((await act(protocolo, information, 'beatriz', key, versao)).status, 404, 'another unit with the same key');
      const back = await see(protocolo, 'ana');
      assert.equal(back.eventos.filter(({ texto }) => texto === information.texto).length, 1);
      assert.ok(back.eventos.find(({ texto }) => texto === information.texto)?.interno, 'between the unit and the Ouvidoria');
      assert.deepEqual((await audit()).filter(({ acao }) => acao.startsWith('ato-')).slice(-4).map(({ acao, ator }) => `${ator} ${acao}`), ['ana ato-analisar', 'ana ato-encaminhar', 'bruno ato-prorrogar-unidade', 'bruno ato-informar']);
    });

    test('[OUV-20] what is another body’s is returned with the reason and where to go', async () => {
      const protocolo = await register();
      const returned = await done(await act(protocolo, { acao: 'devolver', motivo: 'A conduta de magistrado é apurada pela Corregedoria.', orgao: 'Corregedoria-Geral da Justiça', url: 'https://corregedoria.tribunal.example/' }, 'ana'));
      assert.equal(returned.estado, 'devolvida');
      assert.equal(returned.decisoes[0]?.texto, 'A conduta de magistrado é apurada pela Corregedoria.');
      const other = await register();
      for (const url of ['javascript:alert(1)', 'data:text/html,x']) assert.equal((await act(other, { acao: 'devolver', motivo: 'Não é daqui.', orgao: 'Outro', url }, 'ana')).status, 422, url);
      assert.equal((await act(other, { acao: 'devolver', motivo: '', orgao: '' }, 'ana')).status, 422);
    });

    test('what the case says that may be done is what is taken, of each account, and an act on an older case is refused', async () => {
      const acts: AcaoEquipe[] = [
        { acao: 'analisar' },
        { acao: 'encaminhar', unidadeId: VARA },
        { acao: 'prorrogar-unidade', motivo: 'Motivo.' },
        { acao: 'informar', texto: 'Texto.' },
        { acao: 'perguntar', texto: 'Texto?' },
        { acao: 'prorrogar', motivo: 'Motivo.' },
        { acao: 'responder', texto: 'Texto.', resultado: 'respondida' },
        { acao: 'negar', texto: 'Texto.', fundamento: 'Lei.' },
        { acao: 'devolver', motivo: 'Motivo.', orgao: 'Outro' },
        { acao: 'decidir-recurso', resultado: 'desprovido', texto: 'Texto.' },
        { acao: 'encerrar' },
        { acao: 'anotar', texto: 'Nota.' },
      ];
      for (const make of [register, ask]) {
        for (const quem of ['ana', 'eva', 'sic', 'encarregado', 'bruno', 'carla']) {
          for (const acao of acts) {
            const protocolo = await make();
            const seen = await get(`casos/${protocolo}`, quem);
            const open = seen.status === 200 ? casoTratamento.parse(await seen.json()).acoes : [];
            const response = await act(protocolo, acao, quem);
            assert.equal(response.status === 200, open.includes(acao.acao), `${quem} ${acao.acao} ${make === ask ? 'pedido' : 'manifestacao'}: ${response.status}`);
          }
        }
      }
      const protocolo = await register();
      await done(await act(protocolo, { acao: 'anotar', texto: 'Uma.' }, 'ana'));
      const stale = await act(protocolo, { acao: 'anotar', texto: 'Outra.' }, 'ana', randomUUID(), 0);
      assert.deepEqual([stale.status, await code(stale)], [409, 'versao-antiga']);
    });

    test('the audit takes new lines alone: the database refuses to change, remove or empty it', async () => {
      await register();
      const count = async (): Promise<number> => (await audit()).length;
      const before = await count();
      assert.ok(before > 0, String(before));
      for (const statement of [
        sql`update auditoria set ator = 'outro'`,
        sql`update auditoria set ator = 'outro' where false`,
        sql`delete from auditoria`,
        sql`delete from auditoria where id = 1`,
        sql`truncate auditoria`,
        sql`truncate auditoria cascade`,
        sql`truncate casos cascade`,
      ]) {
        await assert.rejects(statement.execute(banco.db), /append-only/);
      }
      assert.equal(await count(), before);
    });

    test('the audit is read newest first, page by page or of one case, and reading it is written down', async () => {
      const protocolo = await register();
      for (let i = 0; i < 3; i += 1) await see(protocolo, 'ana');
      const first = listaAuditoria.parse(await (await get(`auditoria?protocolo=${protocolo}`, 'gestor')).json());
      assert.deepEqual(first.itens.map(({ acao, ator, papel, protocolo: of, detalhe }) => [acao, ator, papel, of, detalhe?.['nome']]), Array(3).fill(['ver-identidade', 'ana', 'ouvidoria', protocolo, 'Ana (Ouvidoria)']));
      assert.deepEqual(await lastAudit().then(({ acao, ator, detalhe }) => [acao, ator, detalhe?.['protocolo']]), ['ler-auditoria', 'gestor', protocolo]);
      const ids: number[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { itens, proxima } = listaAuditoria.parse(await (await get(`auditoria${cursor ? `?cursor=${cursor}` : ''}`, 'eva')).json());
        ids.push(...itens.map(({ id }) => Number(id)));
        cursor = proxima;
      }
      assert.ok(ids.length > 50, String(ids.length));
      assert.deepEqual(ids, ids.toSorted((a, b) => b - a));
      assert.equal(new Set(ids).size, ids.length);
      assert.equal((await get('auditoria?cursor=x', 'eva')).status, 400);
    });

    test('a person’s data are put right at their request: they are told what changed, and the audit keeps no datum', async () => {
      const protocolo = await register();
      const fix = (dados: Record<string, unknown>, quem = 'ana', of = protocolo): Promise<Response> => post(`casos/${of}/correcao`, { motivo: 'A pessoa pediu.', dados }, quem);
      const done = await fix({ nome: 'Pessoa Corrigida', contato: { email: 'nova@exemplo.com.br' } });
      assert.deepEqual(await done.json(), { versao: 1, campos: ['nome', 'contato'] });
      const { identidade, versao, eventos } = await see(protocolo, 'ana');
      assert.deepEqual(identidade, { modo: 'identificada', nome: 'Pessoa Corrigida', contato: { email: 'nova@exemplo.com.br' } });
      assert.equal(versao, 1);
      assert.deepEqual([eventos.at(-1)!.tipo, eventos.at(-1)!.texto, eventos.at(-1)!.interno], ['correcao', 'Seus dados foram corrigidos: nome, meios de contato.', false]);
      const { email } = await banco.db.selectFrom('identidades').select('email').where('caso_id', '=', await idOf(protocolo)).executeTakeFirstOrThrow();
      assert.equal(email, 'nova@exemplo.com.br');
      const line = (await audit()).findLast(({ acao }) => acao === 'corrigir-dados');
      assert.deepEqual(line?.detalhe, { nome: 'Ana (Ouvidoria)', campos: ['nome', 'contato'], motivo: 'A pessoa pediu.' });
      assert.doesNotMatch(JSON.stringify(await audit()), /Corrigida/);

      assert.deepEqual(await (await fix({ nome: 'Pessoa Corrigida' })).json(), { versao: 1, campos: [] });
      const wrong = (await (await fix({ cpf: '111.111.111-11' })).json()) as Problem;
      assert.deepEqual(wrong.errors?.map(({ pointer }) => pointer), ['/dados/cpf']);
      for (const dados of [{ modo: 'anonima' }, { apelido: 'x' }, { nome: null }, { contato: {} }]) assert.equal((await fix(dados)).status, 422, JSON.stringify(dados));
      assert.equal((await fix({ nome: 'X' }, 'eva')).status, 403);
      const kept = await register(preservada());
      assert.equal(await code(await fix({ nome: 'X' }, 'ana', kept)), 'identidade-preservada');
      const request = await ask();
      assert.deepEqual(((await (await fix({ nome: 'Outro Nome' }, 'sic', request)).json()) as { campos: string[] }).campos, ['nome']);
      const anonymous = await register(manifestacao({ tipo: 'denuncia', identificacao: { modo: 'anonima' } }));
      assert.equal((await fix({ nome: 'X' }, 'ana', anonymous)).status, 409);
    });

    test('[OUV-21] cases of a period are exported one a line, in one documented form, without who the people are', async () => {
      backend.time.now = Date.parse('2027-03-01T00:30:00-03:00');
      const inside = [await register(preservada({ local: 'Fórum', quando: 'ontem' })), await ask()];
      const anonymous = await register(manifestacao({ tipo: 'denuncia', identificacao: { modo: 'anonima' } }));
      const encrypted = await register(manifestacao());
      await banco.db.updateTable('casos').set({ cifrado: true }).where('protocolo', '=', encrypted).execute();
      await attach(inside[0]!, 'nome-da-pessoa.pdf', 'cidadao');
      await banco.db.insertInto('eventos').values({ caso_id: await idOf(inside[0]!), tipo: 'anotacao', em: new Date(backend.time.now), papel: 'ouvidoria', texto: 'Nota secreta', interno: true }).execute();
      backend.time.now = Date.parse('2027-04-01T00:00:00-03:00');
      const outside = await register();
      const response = await get('exportacao?inicio=2027-03-01&fim=2027-03-31', 'gestor');
      assert.match(response.headers.get('content-type') ?? '', /^application\/jsonl/);
      const text = await response.text();
      const lines = text.trimEnd().split('\n').map((line) => casoExportado.parse(JSON.parse(line)));
      assert.deepEqual(lines.map(({ protocolo }) => protocolo), [...inside, anonymous, encrypted]);
      for (const secret of [NOME, 'pessoa@exemplo', 'nome-da-pessoa', 'Nota secreta', '52998', outside]) assert.ok(!text.includes(secret), secret);
      const [first, second, third, last] = lines;
      assert.deepEqual([first!.falaBr, second!.falaBr, third!.falaBr], [1, 8, 7]);
      assert.equal(first!.identificacao, 'preservada');
      assert.deepEqual(first!.teor, { texto: 'O processo da minha aposentadoria está parado há dois anos.', local: 'Fórum', quando: 'ontem' });
      assert.deepEqual(first!.anexos, [{ tipo: 'text/plain', bytes: 5, sha256: '01'.repeat(32), cifrado: false }]);
      assert.equal(last!.teor, null);
      assert.deepEqual(await lastAudit().then(({ acao, ator, detalhe }) => [acao, ator, detalhe?.['inicio'], detalhe?.['fim']]), ['exportar-casos', 'gestor', '2027-03-01', '2027-03-31']);
      assert.equal(await (await get('exportacao?inicio=2031-01-01&fim=2031-01-02', 'gestor')).text(), '');
      for (const bad of ['', '?inicio=2027-03-01', '?inicio=2027-03-02&fim=2027-03-01', '?inicio=01/03/2027&fim=2027-03-31', '?inicio=2027-02-30&fim=2027-03-31']) assert.equal((await get(`exportacao${bad}`, 'gestor')).status, 400, bad);
    });

    test('[OUV-22] the report of activities of a period, as a sheet and as a page to print, without a name or a text of anybody', async () => {
      backend.time.now = Date.parse('2027-05-03T09:00:00-03:00');
      const [answered] = [await register(preservada({ assunto: 'Custas e emolumentos' })), await register(), await register(manifestacao({ tipo: 'elogio' }))];
      const caso_id = await idOf(answered!);
      const em = new Date(backend.time.now + 2 * 86_400_000);
      await banco.db.updateTable('casos').set({ estado: 'respondida', respondido_em: em, unidade_id: VARA }).where('id', '=', caso_id).execute();
      await banco.db.insertInto('decisoes').values({ caso_id, instancia: 0, resultado: 'respondida', texto: 'Texto da resposta', fundamento: null, autoridade: null, em, ciencia_em: null }).execute();
      await banco.db
        .insertInto('eventos')
        .values([
          { caso_id, tipo: 'encaminhamento', em, papel: 'ouvidoria', unidade: '2ª Vara Cível', texto: 'Texto interno', interno: true },
          { caso_id, tipo: 'resposta', em, papel: 'ouvidoria', texto: 'Texto da resposta', interno: false },
        ])
        .execute();
      await banco.db.insertInto('avaliacoes').values({ caso_id, nota: 4, resolvido: 'sim', comentario: 'Comentário da pessoa', em }).execute();
      backend.time.now = Date.parse('2027-06-01T09:00:00-03:00');
      const query = 'relatorio?inicio=2027-05-01&fim=2027-05-31';
      const sheet = await (await get(query, 'gestor', { accept: 'text/csv' })).text();
      const rows = sheet.trimEnd().split('\r\n').map((line) => line.split(';'));
      const value = (secao: string, item: string): string | undefined => rows.find((row) => row[4] === secao && row[5] === item)?.[7];
      assert.deepEqual(
        ['Recebidas', 'Respondidas', 'Respondidas no prazo', 'Em andamento', 'Mediana de dias até a resposta'].map((item) => value('Recebidas no período', item)),
        ['3', '1', '1', '2', '2'],
      );
      assert.equal(value('Por assunto', 'Custas e emolumentos'), '1');
      assert.equal(value('Recebidas por mês', '05/2027'), '3');
      assert.equal(value('Providências tomadas no período', 'Respondidas'), '1');
      assert.equal(value('Encaminhamentos por unidade', '2ª Vara Cível'), '1');
      assert.equal(value('Satisfação depois da resposta', 'Nota média'), '4');
      const page = await get(query, 'ana', { accept: 'text/html' });
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      const text = await page.text();
      for (const words of ['<html lang="pt-BR">', 'Ouvidoria-Geral da Justiça', 'de 01/05/2027 a 31/05/2027', '<th scope="row">Recebidas</th><td>3</td>', '@media print']) assert.ok(text.includes(words), words);
      assert.doesNotMatch(text, /<script|&#39;Segoe/);
      for (const secret of [NOME, 'Texto da resposta', 'Texto interno', 'Comentário da pessoa', answered!]) assert.ok(!text.includes(secret) && !sheet.includes(secret), secret);
      assert.deepEqual(await lastAudit().then(({ acao, ator }) => [acao, ator]), ['tirar-relatorio', 'ana']);
      assert.equal((await get(`${query}&servico=sic`, 'sic')).status, 200);
      assert.equal((await get(query, 'sic')).status, 403);
      assert.equal((await get(`${query}&servico=sic`, 'ana')).status, 403);
      for (const bad of ['relatorio', 'relatorio?inicio=2027-05-02&fim=2027-05-01', 'relatorio?inicio=2027-05-02&fim=2028-05-01', `${query}&servico=x`]) assert.equal((await get(bad, 'gestor')).status, 400, bad);
    });

    test('[SIC-18] the denials on appeal of a month, as data and as a sheet, without who asked', async () => {
      const decide = async (protocolo: string, instancia: number, resultado: 'desprovido' | 'provido' | 'parcialmente-provido' | 'negada', em: string, texto = 'Negado.') =>
        banco.db.insertInto('decisoes').values({ caso_id: await idOf(protocolo), instancia, resultado, texto, fundamento: 'Resolução CNJ 215/2015, art. 25', autoridade: 'Presidência', em: new Date(em), ciencia_em: null }).execute();
      const [a, b, c, complaint] = [await ask(), await ask(), await ask(), await register()];
      await decide(a, 0, 'negada', '2026-10-05T10:00:00-03:00');
      await decide(a, 1, 'desprovido', '2026-10-01T00:00:00-03:00', '=HYPERLINK("http://mau.example")');
      await decide(a, 2, 'desprovido', '2026-10-31T23:59:59-03:00');
      await decide(b, 1, 'provido', '2026-10-10T10:00:00-03:00');
      await decide(b, 2, 'parcialmente-provido', '2026-10-20T10:00:00-03:00');
      await decide(c, 1, 'desprovido', '2026-11-01T00:00:00-03:00');
      await decide(complaint, 1, 'desprovido', '2026-10-10T10:00:00-03:00');
      const response = await get('negativas-em-recurso?mes=2026-10', 'sic');
      const text = await response.text();
      const { tribunal, mes, itens } = negativasEmRecurso.parse(JSON.parse(text));
      assert.deepEqual([tribunal, mes], ['TJRN-DEMO', '2026-10']);
      assert.deepEqual(itens.map(({ protocolo, instancia, resultado }) => [protocolo, instancia, resultado]), [
        [a, 1, 'desprovido'],
        [b, 2, 'parcialmente-provido'],
        [a, 2, 'desprovido'],
      ]);
      const sheet = await get('negativas-em-recurso?mes=2026-10', 'sic', { accept: 'text/csv' });
      assert.match(sheet.headers.get('content-type') ?? '', /^text\/csv/);
      const raw = Buffer.from(await sheet.arrayBuffer());
      assert.deepEqual([...raw.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const csv = raw.toString('utf8');
      assert.equal(csv.trimEnd().split('\r\n').length, 4);
      assert.ok(csv.includes(`"'=HYPERLINK(""http://mau.example"")"`), csv);
      for (const secret of [NOME, '529.982', 'pessoa@exemplo', 'Quantas varas']) assert.ok(!text.includes(secret) && !csv.includes(secret), secret);
      assert.deepEqual(negativasEmRecurso.parse(await (await get('negativas-em-recurso?mes=2026-02', 'sic')).json()).itens, []);
      for (const bad of ['', '?mes=2026-13', '?mes=outubro']) assert.equal((await get(`negativas-em-recurso${bad}`, 'sic')).status, 400, bad);
    });
  });
}

test('[OUV-21] kinds in the numbers of Fala.BR', () => {
  assert.deepEqual(
    ['denuncia', 'reclamacao', 'elogio', 'sugestao', 'solicitacao', 'informacao'].map((kind) => falaBr('manifestacao', kind, 'identificada')),
    [1, 2, 3, 4, 5, 5],
  );
  assert.equal(falaBr('manifestacao', 'denuncia', 'anonima'), 7);
  assert.equal(falaBr('pedido-informacao', 'informacao', 'identificada'), 8);
  assert.equal(falaBr('manifestacao', null, null), null);
});
