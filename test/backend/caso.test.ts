import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { arquivosEm, type Arquivos } from '../../demo/backend/arquivos.ts';
import { acoesNoCaso, executarEquipe } from '../../demo/backend/atos.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import { meusDados as meusDadosSchema } from '../../src/contract/acoes.ts';
import { caso as casoSchema, type Caso } from '../../src/contract/caso.ts';
import { isCaso } from '../../src/contract/replies-caso.ts';
import type { AcaoEquipe } from '../../src/contract/tratamento.ts';
import { demoCourt, engines, manifestacao, pedido, SEGUNDA_9H, testBackend, type TestBackend } from '../support/backend.ts';
import { ator, bancada, problemOf, type Bancada } from '../support/casos.ts';

const { list } = await engines();

const RESPONDER: AcaoEquipe = { acao: 'responder', texto: 'O processo andou.', resultado: 'respondida' };
const NEGAR: AcaoEquipe = { acao: 'negar', texto: 'Não podemos dar.', fundamento: 'Lei 12.527/2011, art. 31.' };
const PRORROGAR: AcaoEquipe = { acao: 'prorrogar', motivo: 'A unidade pediu mais tempo.' };
const PERGUNTAR: AcaoEquipe = { acao: 'perguntar', texto: 'Em que dia foi?' };
const decidir = (resultado: 'provido' | 'desprovido'): AcaoEquipe => ({ acao: 'decidir-recurso', resultado, texto: `Recurso ${resultado}.` });
const recurso = (instancia: 1 | 2): unknown => ({ instancia: `recurso-${instancia}`, texto: 'Peço que reveja a decisão.' });
const anonima = { tipo: 'denuncia', identificacao: { modo: 'anonima' } } as const;
const AGE = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const CIFRADO = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3Yx\n-----END AGE ENCRYPTED FILE-----\n';

/** The demo court with matters assigned to units, and a key of its Ouvidoria. */
const tribunal = () => {
  const court = demoCourt();
  return {
    ...court,
    ouvidoria: {
      ...court.ouvidoria,
      chaveAge: AGE,
      temas: [{ tema: 'lgpd', unidadeId: 'secretaria-judiciaria' }, { tema: 'relato-lei-13608', unidadeId: '2-vara-civel-natal' }],
    },
    sic: { ...court.sic, autoridadeRecurso: 'Diretoria-Geral' },
    retencao: { manifestacaoAnos: 5 },
  };
};

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error.code;
  }
};
const tipos = ({ eventos }: Caso): string[] => eventos.map(({ tipo }) => tipo);

for (const engine of list) {
  describe(`the life of a case on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    let mesa: Bancada;
    let arquivos: Arquivos;
    let pasta: string;
    before(async () => {
      banco = await engine.open();
      pasta = await mkdtemp(join(tmpdir(), 'atrio-casos-'));
      arquivos = arquivosEm(pasta);
      backend = await testBackend(banco, { tribunal: tribunal(), arquivos });
      mesa = bancada(banco, backend);
    });
    beforeEach(() => {
      // Numbers follow the order of the instants: no test registers anything after it has let days go by.
      backend.time.now = SEGUNDA_9H;
    });
    after(async () => {
      await banco.close();
      await engine.close();
      await rm(pasta, { recursive: true, force: true });
    });
    const auditoria = async (id: number) => banco.db.selectFrom('auditoria').select(['acao', 'ator', 'papel', 'detalhe']).where('caso_id', '=', id).orderBy('id').execute();
    const dump = async (id: number): Promise<string> =>
      JSON.stringify(
        await Promise.all([
          banco.db.selectFrom('casos').selectAll().where('id', '=', id).execute(),
          banco.db.selectFrom('eventos').selectAll().where('caso_id', '=', id).execute(),
          banco.db.selectFrom('identidades').selectAll().where('caso_id', '=', id).execute(),
          banco.db.selectFrom('atos').selectAll().where('caso_id', '=', id).execute(),
          auditoria(id),
        ]),
      );

    test('[OUV-12] [OUV-13] [OUV-17] a complaint that is analysed, forwarded, extended, answered, rated and closed', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const primeiro = await mesa.consultar(recibo);
      assert.deepEqual([primeiro.acoes, primeiro.modo, primeiro.atrasado, primeiro.remedios], [['complementar', 'desistir'], 'identificada', false, []]);
      await mesa.equipe(recibo, { acao: 'analisar', assunto: 'Demora' }, ator('ouvidoria'));
      await mesa.equipe(recibo, { acao: 'encaminhar', unidadeId: '2-vara-civel-natal', texto: 'Segue para informar.' }, ator('ouvidoria'));
      const unidade = await banco.db.selectFrom('casos').select(['unidade_id', 'prazo_unidade', 'assunto']).where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.deepEqual([unidade.unidade_id, unidade.prazo_unidade?.dias, unidade.assunto], ['2-vara-civel-natal', 20, 'Demora']);
      await mesa.equipe(recibo, { acao: 'prorrogar-unidade', motivo: 'Mudança de sistema.' }, ator('unidade'));
      await mesa.equipe(recibo, { acao: 'informar', texto: 'Já foi despachado.' }, ator('unidade'));
      mesa.passar(20);
      await mesa.equipe(recibo, PRORROGAR, ator('ouvidoria'));
      const longo = await mesa.consultar(recibo);
      assert.equal(longo.estado, 'prorrogada');
      assert.deepEqual([longo.prorrogacao?.motivo, longo.prorrogacao?.venciaEm, longo.prazo.vence, longo.prazo.dias], ['A unidade pediu mais tempo.', recibo.prazo.vence, '2027-02-10', 60]);
      assert.equal(await codeOf(mesa.equipe(recibo, PRORROGAR, ator('ouvidoria'))), 'acao-indisponivel');
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'));

      const respondido = await mesa.consultar(recibo);
      assert.ok(isCaso(respondido));
      assert.deepEqual(respondido.acoes, ['avaliar']);
      assert.deepEqual(respondido.decisoes?.map(({ instancia, resultado, texto, ciencia }) => [instancia, resultado, texto, Boolean(ciencia)]), [[0, 'respondida', 'O processo andou.', true]]);
      assert.deepEqual(tipos(respondido), ['registro', 'analise', 'encaminhamento', 'prorrogacao', 'resposta'], 'what the unit said stays inside');
      const avaliado = await mesa.agir(recibo, 'avaliacao', { nota: 5, resolvido: 'sim', comentario: 'Resolveram.' });
      assert.deepEqual([avaliado.avaliacao?.nota, avaliado.acoes], [5, []]);
      assert.equal((await problemOf(await mesa.tentar(recibo, 'avaliacao', { nota: 1 }))).type, 'urn:atrio:problema:acao-indisponivel');
      await mesa.equipe(recibo, { acao: 'encerrar' }, ator('ouvidoria'));
      const fim = await mesa.consultar(recibo);
      assert.deepEqual([fim.estado, fim.acoes, fim.avaliacao?.nota], ['encerrada', [], 5]);

      const id = await mesa.id(recibo);
      assert.deepEqual((await auditoria(id)).map(({ acao }) => acao), ['ato-analisar', 'ato-encaminhar', 'ato-prorrogar-unidade', 'ato-informar', 'ato-prorrogar', 'ato-responder', 'ato-encerrar']);
      const linha = await banco.db.selectFrom('casos').select(['respondido_em', 'encerrado_em', 'prazo_inicial', 'vence']).where('id', '=', id).executeTakeFirstOrThrow();
      assert.ok(linha.respondido_em && linha.encerrado_em);
      assert.deepEqual([linha.prazo_inicial, linha.vence], [recibo.prazo, '2027-02-10']);
    });

    test('[SIC-10] [SIC-12] [SIC-14] a request refused, appealed, denied, appealed again and granted', async () => {
      const recibo = await mesa.registrar(pedido(), '/v1/pedidos-informacao');
      await mesa.equipe(recibo, { acao: 'encaminhar', unidadeId: 'secretaria-judiciaria' }, ator('sic'));
      await mesa.equipe(recibo, PRORROGAR, ator('sic'));
      assert.deepEqual([(await mesa.consultar(recibo)).prazo.dias, (await mesa.consultar(recibo)).estado], [30, 'encaminhada']);
      await mesa.equipe(recibo, NEGAR, ator('sic'));
      mesa.passar(3);
      const negado = await mesa.consultar(recibo);
      assert.deepEqual([negado.estado, negado.acoes, negado.decisoes?.[0]?.fundamento], ['negada', ['recorrer', 'avaliar'], 'Lei 12.527/2011, art. 31.']);
      assert.deepEqual(negado.remedios.map(({ tipo, ate, autoridade }) => [tipo, ate, autoridade]), [['recurso-1', '2026-12-07', 'Diretoria-Geral']]);
      assert.equal(negado.decisoes?.[0]?.ciencia?.slice(0, 10), '2026-11-26', 'known on the day it was first shown, not on the day it was taken');
      mesa.passar(2);
      assert.equal((await mesa.consultar(recibo)).remedios[0]?.ate, '2026-12-07', 'looking again gives no new term');
      assert.equal((await problemOf(await mesa.tentar(recibo, 'recursos', recurso(2)))).type, 'urn:atrio:problema:acao-indisponivel');
      const um = await mesa.agir(recibo, 'recursos', recurso(1));
      assert.deepEqual([um.estado, um.remedios, um.acoes], ['recurso-1', [], ['avaliar', 'desistir']]);
      assert.deepEqual([um.recurso?.instancia, um.recurso?.prazo.dias, um.recurso?.prazo.vence, um.atrasado], [1, 5, '2026-12-03', false]);
      assert.ok(isCaso(um));
      assert.equal((await mesa.tentar(recibo, 'recursos', recurso(1))).status, 409);
      assert.equal(await codeOf(mesa.equipe(recibo, decidir('desprovido'), ator('sic'))), 'sem-permissao');
      await mesa.equipe(recibo, decidir('desprovido'), ator('autoridade'));
      const desprovido = await mesa.consultar(recibo);
      assert.deepEqual([desprovido.estado, desprovido.remedios.map(({ tipo, autoridade }) => [tipo, autoridade])], ['negada', [['recurso-2', 'Presidência do tribunal']]]);
      await mesa.agir(recibo, 'recursos', recurso(2));
      await mesa.equipe(recibo, decidir('provido'), ator('presidencia'));
      const provido = await mesa.consultar(recibo);
      assert.deepEqual([provido.estado, provido.remedios, provido.decisoes?.map(({ instancia, resultado, autoridade }) => [instancia, resultado, autoridade])], [
        'respondida',
        [],
        [[0, 'negada', undefined], [1, 'desprovido', 'Diretoria-Geral'], [2, 'provido', 'Presidência do tribunal']],
      ]);
      assert.deepEqual(tipos(provido), ['registro', 'encaminhamento', 'prorrogacao', 'negativa', 'recurso', 'decisao-recurso', 'recurso', 'decisao-recurso']);
      await mesa.equipe(recibo, { acao: 'encerrar' }, ator('sic'));
    });

    test('[SIC-12] an appeal after its last day is refused, and no longer offered', async () => {
      const recibo = await mesa.registrar(pedido(), '/v1/pedidos-informacao');
      await mesa.equipe(recibo, NEGAR, ator('sic'));
      const { remedios } = await mesa.consultar(recibo);
      backend.time.now = Date.parse(`${remedios[0]?.ate}T23:59:59-03:00`);
      assert.equal((await mesa.consultar(recibo)).remedios.length, 1);
      assert.equal(await codeOf(mesa.equipe(recibo, { acao: 'encerrar' }, ator('sic'))), 'acao-indisponivel');
      backend.time.now += 1_000;
      const tarde = await mesa.consultar(recibo);
      assert.deepEqual([tarde.remedios, tarde.acoes], [[], ['avaliar']]);
      assert.match((await problemOf(await mesa.tentar(recibo, 'recursos', recurso(1)))).detail ?? '', /não está aberto agora/);
      await mesa.equipe(recibo, { acao: 'encerrar' }, ator('sic'));
    });

    test('[SIC-16] declassification has 30 days, an appeal to the highest authority, and the CNJ after it', async () => {
      const recibo = await mesa.registrar(pedido({ especie: 'desclassificacao', documento: 'TCI 12/2020' }), '/v1/pedidos-informacao');
      assert.deepEqual([recibo.prazo.dias, recibo.prazo.base], [30, 'Resolução CNJ 215/2015, art. 29']);
      await mesa.equipe(recibo, NEGAR, ator('sic'));
      assert.deepEqual((await mesa.consultar(recibo)).remedios.map(({ tipo, base }) => [tipo, base]), [['recurso-1', 'Resolução CNJ 215/2015, art. 30']]);
      await mesa.agir(recibo, 'recursos', recurso(1));
      assert.equal(await codeOf(mesa.equipe(recibo, decidir('desprovido'), ator('autoridade'))), 'sem-permissao');
      await mesa.equipe(recibo, decidir('desprovido'), ator('presidencia'));
      const [cnj] = (await mesa.consultar(recibo)).remedios;
      assert.deepEqual([cnj?.tipo, cnj?.url?.startsWith('https://www.cnj.jus.br/')], ['cnj', true]);
    });

    test('[OUV-12] [SIC-10] who gets no answer in time is told so, with the way out', async () => {
      const recibo = await mesa.registrar(manifestacao());
      backend.time.now = Date.parse('2027-01-08T00:00:00-03:00');
      const tarde = await mesa.consultar(recibo);
      assert.deepEqual([tarde.atrasado, tarde.remedios.map(({ tipo, autoridade }) => [tipo, autoridade])], [true, [['omissao', 'Corregedoria do tribunal']]]);
      assert.ok(isCaso(tarde));
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'));
      assert.deepEqual([(await mesa.consultar(recibo)).atrasado, (await mesa.consultar(recibo)).remedios], [false, []]);
    });

    test('[OUV-20] what is of another body goes back with the reason and where to go', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const devolver = (url: string): AcaoEquipe => ({ acao: 'devolver', motivo: 'O benefício é pago pelo INSS.', orgao: 'INSS', url });
      assert.equal(await codeOf(mesa.equipe(recibo, devolver('javascript:alert(1)'), ator('ouvidoria'))), 'dados-invalidos');
      await mesa.equipe(recibo, devolver('https://www.gov.br/inss/ouvidoria'), ator('ouvidoria'));
      const devolvido = await mesa.consultar(recibo);
      assert.deepEqual([devolvido.estado, devolvido.destino], ['devolvida', { orgao: 'INSS', url: 'https://www.gov.br/inss/ouvidoria', motivo: 'O benefício é pago pelo INSS.' }]);
      assert.deepEqual(devolvido.acoes, ['avaliar']);
    });

    test('[OUV-09] the same act sent again is done once; the key with another body, or of another person, is not the same act', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const key = { 'idempotency-key': randomUUID() };
      const body = { texto: 'Lembrei de mais uma coisa.' };
      const [a, b] = [await mesa.tentar(recibo, 'complementos', body, key), await mesa.tentar(recibo, 'complementos', body, key)];
      assert.deepEqual([a.status, b.status], [200, 200]);
      assert.deepEqual(tipos(casoSchema.parse(await b.json())), ['registro', 'complemento']);
      assert.equal((await problemOf(await mesa.tentar(recibo, 'complementos', { texto: 'Outra.' }, key))).type, 'urn:atrio:problema:chave-de-idempotencia-reusada');
      assert.equal((await problemOf(await mesa.tentar(recibo, 'desistencia', { confirmo: true }, key))).type, 'urn:atrio:problema:chave-de-idempotencia-reusada');

      const envio = { versao: await mesa.versao(recibo), acao: PERGUNTAR };
      const ato = { ator: ator('ouvidoria'), protocolo: recibo.protocolo, envio, idemKey: key['idempotency-key'] };
      const feito = await executarEquipe(mesa.ctx, ato);
      assert.deepEqual(await executarEquipe(mesa.ctx, ato), feito, 'although the version on the screen is old by now');
      assert.equal(await codeOf(executarEquipe(mesa.ctx, { ...ato, envio: { ...envio, acao: RESPONDER } })), 'chave-de-idempotencia-reusada');
      assert.deepEqual(tipos(await mesa.consultar(recibo)), ['registro', 'complemento', 'pergunta']);
      assert.equal((await auditoria(await mesa.id(recibo))).length, 1);
    });

    test('two people of the staff act on the same version: one does, the other is told to look again', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const versao = await mesa.versao(recibo);
      const tentativa = (acao: AcaoEquipe) => codeOf(executarEquipe(mesa.ctx, { ator: ator('ouvidoria'), protocolo: recibo.protocolo, envio: { versao, acao }, idemKey: randomUUID() }));
      const feitos = await Promise.all([tentativa(RESPONDER), tentativa(PRORROGAR), tentativa(PERGUNTAR)]);
      assert.deepEqual(feitos.toSorted(), ['done', 'versao-antiga', 'versao-antiga']);
      assert.equal((await auditoria(await mesa.id(recibo))).length, 1, 'what was refused is not in the audit');
      assert.equal(await mesa.versao(recibo), versao + 1);
    });

    test('the person writes while the staff answers: nothing is lost, and nobody answers what they have not read', async () => {
      for (let vez = 0; vez < 5; vez += 1) {
        const recibo = await mesa.registrar(manifestacao());
        const { token } = await mesa.consultar(recibo);
        const versao = await mesa.versao(recibo);
        const [pessoa, daEquipe]: [Response, string] = await Promise.all([
          backend.post(`/v1/protocolos/${recibo.protocolo}/complementos`, { texto: 'Mais um fato.' }, { authorization: `Bearer ${token.valor}` }),
          codeOf(executarEquipe(mesa.ctx, { ator: ator('ouvidoria'), protocolo: recibo.protocolo, envio: { versao, acao: RESPONDER }, idemKey: randomUUID() })),
        ]);
        const caso = await mesa.consultar(recibo);
        if (pessoa.status === 200) assert.deepEqual([daEquipe, tipos(caso)], ['versao-antiga', ['registro', 'complemento']]);
        else assert.deepEqual([pessoa.status, daEquipe, tipos(caso)], [409, 'done', ['registro', 'resposta']]);
      }
    });

    test('many repeats at once of one act do it once', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const { token } = await mesa.consultar(recibo);
      const headers = { 'authorization': `Bearer ${token.valor}`, 'idempotency-key': randomUUID() };
      const answers = await Promise.all(Array.from({ length: 8 }, () => backend.post(`/v1/protocolos/${recibo.protocolo}/complementos`, { texto: 'Só uma vez.' }, headers)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      assert.deepEqual(tipos(await mesa.consultar(recibo)), ['registro', 'complemento']);
    });

    test('[OUV-14] a dialogue with somebody anonymous, who says later who they are', async () => {
      const recibo = await mesa.registrar(manifestacao(anonima));
      const id = await mesa.id(recibo);
      await mesa.equipe(recibo, PERGUNTAR, ator('ouvidoria'));
      const perguntado = await mesa.consultar(recibo);
      assert.deepEqual([perguntado.estado, perguntado.pergunta?.texto, perguntado.pergunta?.ate, perguntado.acoes], ['complementacao-pedida', 'Em que dia foi?', '2026-12-14', ['responder', 'identificar', 'desistir']]);
      assert.ok(perguntado.prazo.calculo.some(({ passo }) => passo === 'suspensao'));
      mesa.passar(4);
      const respondido = await mesa.agir(recibo, 'complementos', { texto: 'Foi na segunda-feira, 16.' });
      assert.deepEqual([respondido.estado, respondido.pergunta, respondido.prazo.vence], ['em-analise', undefined, '2027-01-11']);
      assert.deepEqual(respondido.eventos.map(({ tipo, autor }) => [tipo, autor.papel]), [['registro', 'cidadao'], ['pergunta', 'ouvidoria'], ['complemento', 'cidadao']]);
      assert.deepEqual(await banco.db.selectFrom('identidades').selectAll().where('caso_id', '=', id).execute(), []);

      const quem = { modo: 'preservada', nome: 'Maria Fictícia de Tal', contato: { email: 'maria@exemplo.com.br' } };
      const bad = await problemOf(await mesa.tentar(recibo, 'identificacao', { identificacao: { modo: 'anonima' } }));
      assert.equal(bad.errors?.[0]?.pointer, '/identificacao/modo');
      const identificado = await mesa.agir(recibo, 'identificacao', { identificacao: quem });
      assert.deepEqual([identificado.modo, identificado.acoes], ['preservada', ['complementar', 'desistir']]);
      assert.doesNotMatch(JSON.stringify(identificado), /Fictícia|maria@/);
      const [identidade] = await banco.db.selectFrom('identidades').selectAll().where('caso_id', '=', id).execute();
      assert.deepEqual([identidade?.dados['nome'], identidade?.email], ['Maria Fictícia de Tal', 'maria@exemplo.com.br']);
      const semIdentidade = JSON.stringify(await banco.db.selectFrom('eventos').selectAll().where('caso_id', '=', id).execute()) + JSON.stringify(await banco.db.selectFrom('casos').selectAll().where('id', '=', id).execute());
      assert.doesNotMatch(semIdentidade, /Fictícia|maria@/);
      assert.equal((await mesa.tentar(recibo, 'identificacao', { identificacao: quem })).status, 409);
    });

    test('[OUV-14] nothing of who is behind an anonymous report is kept, whatever comes with the calls', async () => {
      const traces = { 'user-agent': 'Navegador-Raro/9', 'x-forwarded-for': '203.0.113.77', 'referer': 'https://intranet.example/pessoa', 'cookie': 'quem=joana', 'accept-language': 'gn-PY' };
      const response = await backend.post('/v1/manifestacoes', manifestacao(anonima), traces);
      const recibo = (await response.json()) as { protocolo: string; chave: string };
      const full = recibo as Parameters<Bancada['id']>[0];
      await mesa.equipe(full, PERGUNTAR, ator('ouvidoria'));
      assert.equal((await mesa.tentar(full, 'complementos', { texto: 'Foi na quarta.' }, traces)).status, 200);
      assert.doesNotMatch(await dump(await mesa.id(full)), /Navegador-Raro|203\.0\.113|intranet|joana|gn-PY/);
    });

    test('[OUV-02] a requisition of a data subject has its term, goes to the encarregado, and is answered by them alone', async () => {
      const recibo = await mesa.registrar(manifestacao({ tipo: 'solicitacao', tema: 'lgpd', direito: 'acesso', relato: 'Quero saber quais dados meus o tribunal tem.' }));
      assert.deepEqual([recibo.prazo.dias, recibo.prazo.base], [15, 'Lei 13.709/2018, art. 19, II']);
      const caso = await mesa.consultar(recibo);
      assert.equal(caso.estado, 'encaminhada');
      assert.match(caso.eventos[1]?.texto ?? '', /encarregado pelo tratamento de dados pessoais.*art\. 5º, § 3º/);
      const linha = await banco.db.selectFrom('casos').selectAll().where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.deepEqual([linha.unidade_id, linha.tema], ['secretaria-judiciaria', 'lgpd']);
      assert.deepEqual(await acoesNoCaso(mesa.ctx, ator('ouvidoria'), linha), ['analisar', 'anotar']);
      assert.equal(await codeOf(mesa.equipe(recibo, RESPONDER, ator('ouvidoria'))), 'sem-permissao');
      await mesa.equipe(recibo, { acao: 'analisar' }, ator('encarregado'));
      await mesa.equipe(recibo, { acao: 'responder', texto: 'Eis os dados.', resultado: 'concedida' }, ator('encarregado'));
      const fim = await mesa.consultar(recibo);
      assert.deepEqual([fim.estado, fim.eventos.at(-1)?.autor], ['respondida', { papel: 'ouvidoria', unidade: 'Encarregado pelo tratamento de dados pessoais' }]);
    });

    test('[OUV-02] a report under Lei 13.608 goes to the correição body with its term', async () => {
      const recibo = await mesa.registrar(manifestacao({ ...anonima, tema: 'relato-lei-13608' }));
      const linha = await banco.db.selectFrom('casos').select(['unidade_id', 'prazo_unidade', 'estado']).where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.deepEqual([linha.unidade_id, linha.estado, linha.prazo_unidade?.dias], ['2-vara-civel-natal', 'encaminhada', 20]);
      assert.deepEqual(tipos(await mesa.consultar(recibo)), ['registro', 'encaminhamento']);
      await mesa.equipe(recibo, { acao: 'informar', texto: 'Sindicância aberta.' }, ator('unidade'));
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'));
    });

    test('the unit that somebody writes about does not hold the case by that', async () => {
      const recibo = await mesa.registrar(manifestacao({ unidadeId: '2-vara-civel-natal' }));
      const linha = await banco.db.selectFrom('casos').selectAll().where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.deepEqual([linha.unidade_id, linha.conteudo['unidadeId']], [null, '2-vara-civel-natal']);
      assert.deepEqual(await acoesNoCaso(mesa.ctx, ator('unidade'), linha), []);
    });

    test('[OUV-09] files go with the registration, once; one that cannot be taken is pointed at and takes nobody else down', async () => {
      const [bom, incompleto] = [await mesa.anexo(arquivos), await mesa.anexo(arquivos, 'x', { situacao: 'recebendo' })];
      const recusado = await problemOf(await backend.post('/v1/manifestacoes', manifestacao({ anexos: [bom, incompleto, 'A'.repeat(24)] })));
      assert.deepEqual([recusado.status, recusado.errors?.map(({ pointer, code }) => [pointer, code])], [422, [['/anexos/1', 'anexo-indisponivel'], ['/anexos/2', 'anexo-indisponivel']]]);
      const key = { 'idempotency-key': randomUUID() };
      const body = manifestacao({ anexos: [bom] });
      const answers = await Promise.all([backend.post('/v1/manifestacoes', body, key), backend.post('/v1/manifestacoes', body), backend.post('/v1/manifestacoes', manifestacao()), backend.post('/v1/manifestacoes', body, key)]);
      const [first, roubo, outro, again] = answers;
      assert.deepEqual([first?.status, roubo?.status, outro?.status, again?.status], [201, 422, 201, 201]);
      const recibo = (await first?.json()) as Parameters<Bancada['id']>[0];
      assert.deepEqual(await again?.json(), recibo);
      const caso = await mesa.consultar(recibo);
      assert.deepEqual(caso.eventos[0]?.anexos?.map(({ id, nome, papel }) => [id, nome, papel]), [[bom, 'prova "1" – ação.pdf', 'cidadao']]);
      const { conteudo } = await banco.db.selectFrom('casos').select('conteudo').where('protocolo', '=', recibo.protocolo).executeTakeFirstOrThrow();
      assert.equal('anexos' in conteudo, false);
    });

    test('a file of the case opens to its person, and to nobody else; what is between the staff does not', async () => {
      const [meu, deles, interno] = [await mesa.anexo(arquivos, 'minha prova'), await mesa.anexo(arquivos, 'resposta'), await mesa.anexo(arquivos, 'só da equipe')];
      const recibo = await mesa.registrar(manifestacao());
      const outro = await mesa.registrar(manifestacao());
      await mesa.agir(recibo, 'complementos', { texto: 'Segue a prova.', anexos: [meu] });
      await mesa.equipe(recibo, { acao: 'anotar', texto: 'ver anexo' }, ator('ouvidoria'), [interno]);
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'), [deles]);
      const caso = await mesa.consultar(recibo);
      assert.deepEqual(caso.eventos.map(({ tipo, anexos }) => [tipo, anexos?.map(({ id }) => id)]), [['registro', undefined], ['complemento', [meu]], ['resposta', [deles]]]);
      const baixar = async (id: string, de: typeof recibo): Promise<Response> =>
        backend.get(`/v1/protocolos/${de.protocolo}/anexos/${id}`, { authorization: `Bearer ${(await mesa.consultar(de)).token.valor}` });
      const response = await baixar(meu, recibo);
      assert.deepEqual([response.status, await response.text()], [200, 'minha prova']);
      assert.equal(response.headers.get('content-disposition'), "attachment; filename*=UTF-8''prova%20%221%22%20%E2%80%93%20a%C3%A7%C3%A3o.pdf");
      assert.deepEqual([response.headers.get('x-content-type-options'), response.headers.get('cache-control'), response.headers.get('content-length')], ['nosniff', 'no-store', '11']);
      assert.equal(await (await baixar(deles, recibo)).text(), 'resposta');
      assert.deepEqual([(await baixar(interno, recibo)).status, (await baixar(meu, outro)).status, (await baixar('nada', recibo)).status], [404, 404, 404]);
      assert.equal((await backend.get(`/v1/protocolos/${recibo.protocolo}/anexos/${meu}`)).status, 401);
      const bad = await problemOf(await mesa.tentar(recibo, 'complementos', { texto: 'De novo.', anexos: [meu] }));
      assert.equal(bad.status, 409, 'answered by now');
    });

    test('acts need the token of the case: absent, of another case, or out of time, they are refused', async () => {
      const [recibo, outro] = [await mesa.registrar(manifestacao()), await mesa.registrar(manifestacao())];
      const { token } = await mesa.consultar(outro);
      const path = `/v1/protocolos/${recibo.protocolo}/complementos`;
      const body = { texto: 'Mais um fato.' };
      const type = async (headers: Record<string, string>): Promise<string> => (await problemOf(await backend.post(path, body, headers))).type.split(':').at(-1)!;
      assert.deepEqual([await type({}), await type({ authorization: 'Basic YQ==' }), await type({ authorization: `Bearer ${token.valor}` }), await type({ authorization: 'Bearer xxxxxxxxxxxxxxxxxxxxxxxx' })], ['token-ausente', 'token-ausente', 'token-invalido', 'token-invalido']);
      const meu = (await mesa.consultar(recibo)).token;
      backend.time.now = Date.parse(meu.expiraEm);
      assert.equal(await type({ authorization: `Bearer ${meu.valor}` }), 'token-invalido');
      assert.equal((await backend.post(path, body, { 'authorization': `Bearer ${(await mesa.consultar(recibo)).token.valor}`, 'idempotency-key': 'curta' })).status, 400);
      const digitado = await backend.post(`/v1/protocolos/${encodeURIComponent(recibo.protocolo.replace(/[.-]/g, ' '))}/complementos`, body, { authorization: `Bearer ${(await mesa.consultar(recibo)).token.valor}` });
      assert.equal(digitado.status, 200);
      for (const [acao, corpo, pointer] of [['complementos', {}, '/texto'], ['avaliacao', { nota: 9 }, '/nota'], ['desistencia', { confirmo: false }, '/confirmo'], ['recursos', { texto: 'x' }, '/instancia']] as const) {
        assert.equal((await problemOf(await mesa.tentar(recibo, acao, corpo))).errors?.[0]?.pointer, pointer, acao);
      }
    });

    test('the person withdraws, and the case is closed', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const caso = await mesa.agir(recibo, 'desistencia', { confirmo: true });
      assert.deepEqual([caso.estado, caso.acoes, tipos(caso)], ['encerrada', [], ['registro', 'desistencia']]);
      for (const [acao, body] of [['complementos', { texto: 'x' }], ['desistencia', { confirmo: true }], ['avaliacao', { nota: 3 }]] as const) assert.equal((await mesa.tentar(recibo, acao, body)).status, 409, acao);
      assert.equal(await codeOf(mesa.equipe(recibo, RESPONDER, ator('ouvidoria'))), 'acao-indisponivel');
    });

    test('[OUV-14] an encrypted report is kept as it came, and its dialogue stays encrypted', async () => {
      const body = { tipo: 'denuncia', cifrado: CIFRADO, relato: 'Isto não devia ter vindo às claras.', identificacao: { modo: 'anonima' }, privacidade: { versao: '2026-11', aceito: true } };
      const recibo = await mesa.registrar(body);
      const caso = await mesa.consultar(recibo);
      assert.deepEqual([caso.chaveAge, caso.modo], [AGE, 'anonima']);
      assert.doesNotMatch(await dump(await mesa.id(recibo)), /às claras/);
      const claro = await problemOf(await mesa.tentar(recibo, 'complementos', { texto: 'às claras' }));
      assert.deepEqual(claro.errors?.map(({ pointer }) => pointer), ['/texto']);
      const depois = await mesa.agir(recibo, 'complementos', { cifrado: CIFRADO });
      assert.deepEqual([depois.eventos.at(-1)?.cifrado, depois.eventos.at(-1)?.texto], [true, CIFRADO]);
      const comum = await mesa.registrar(manifestacao());
      assert.equal((await mesa.consultar(comum)).chaveAge, undefined);
      assert.deepEqual((await problemOf(await mesa.tentar(comum, 'complementos', { cifrado: CIFRADO }))).errors?.map(({ pointer }) => pointer), ['/cifrado']);
      const semChave = await testBackend(banco, { tribunal: demoCourt().ouvidoria?.chaveAge ? { ...demoCourt(), ouvidoria: { ...demoCourt().ouvidoria, chaveAge: undefined } } : demoCourt() });
      assert.equal((await problemOf(await semChave.post('/v1/manifestacoes', body))).errors?.[0]?.pointer, '/cifrado');
      assert.equal((await backend.post('/v1/manifestacoes', { ...body, identificacao: manifestacao().identificacao })).status, 422);
    });

    test('[OUV-14] what is kept about the person is told to them, and the notes of the staff are not', async () => {
      const recibo = await mesa.registrar(manifestacao());
      await mesa.equipe(recibo, { acao: 'anotar', texto: 'nota reservada' }, ator('ouvidoria'));
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'));
      await mesa.agir(recibo, 'avaliacao', { nota: 2 });
      const ver = async () => meusDadosSchema.parse(await (await mesa.tentar(recibo, 'meus-dados', {})).json());
      const dados = await ver();
      assert.equal(dados.identidade?.['nome'], 'Pessoa Fictícia');
      assert.equal(dados.conteudo['relato'], manifestacao().relato);
      // Answered, with no appeal that waits: it counts from the answer, whether or not anybody closes the case.
      assert.deepEqual([dados.avaliacao?.['nota'], dados.retencao.ate, /5 anos/.test(dados.retencao.base)], [2, '2031-11-23', true]);
      assert.doesNotMatch(JSON.stringify(dados), /nota reservada|sub-ouvidoria/);
      await mesa.equipe(recibo, { acao: 'encerrar' }, ator('ouvidoria'));
      assert.equal((await ver()).retencao.ate, '2031-11-23');
      const semQuem = await mesa.registrar(manifestacao(anonima));
      assert.equal(meusDadosSchema.parse(await (await mesa.tentar(semQuem, 'meus-dados', {})).json()).identidade, null);
    });

    test('who of the staff acts is in the audit and on the event inside, never in what the person sees', async () => {
      const recibo = await mesa.registrar(manifestacao());
      await mesa.equipe(recibo, RESPONDER, ator('ouvidoria'));
      const id = await mesa.id(recibo);
      assert.deepEqual((await auditoria(id)).map(({ ator: quem, papel, detalhe }) => [quem, papel, detalhe]), [['sub-ouvidoria', 'ouvidoria', { nome: 'Servidora de ouvidoria', versao: 1, anexos: 0 }]]);
      const [evento] = await banco.db.selectFrom('eventos').select('ator').where('caso_id', '=', id).where('tipo', '=', 'resposta').execute();
      assert.equal(evento?.ator, 'sub-ouvidoria');
      assert.doesNotMatch(JSON.stringify(await mesa.consultar(recibo)), /Servidora|sub-ouvidoria/);
    });

    test('an act that fails halfway leaves nothing behind', async () => {
      const recibo = await mesa.registrar(manifestacao());
      const antes = await dump(await mesa.id(recibo));
      assert.equal(await codeOf(mesa.equipe(recibo, RESPONDER, ator('ouvidoria'), ['A'.repeat(24)])), 'dados-invalidos');
      assert.equal(await dump(await mesa.id(recibo)), antes);
    });
  });
}
