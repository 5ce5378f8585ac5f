import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { concluirAgendamento, marcarDireto } from '../../demo/backend/agenda.ts';
import { arquivosEm } from '../../demo/backend/arquivos.ts';
import type { Banco } from '../../demo/backend/database.ts';
import { mensagemDe } from '../../demo/backend/saida.ts';
import { anonimizarVencidos } from '../../demo/backend/retencao.ts';
import { agendaUnidade, type AgendaDaUnidade, type AgendamentoInput, type MensagemInput } from '../../src/contract/agenda.ts';
import { caso as casoSchema, recibo as reciboSchema, type Caso, type Recibo } from '../../src/contract/caso.ts';
import { isCaso } from '../../src/contract/replies-caso.ts';
import { isRecibo } from '../../src/contract/replies.ts';
import { isAgenda } from '../../src/contract/replies-balcao.ts';
import { casoTratamento, listaCasos } from '../../src/contract/tratamento.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import { demoCourt, engines, manifestacao, SEGUNDA_9H, testBackend, type TestBackend } from '../support/backend.ts';
import { bancada, problemOf, type Bancada } from '../support/casos.ts';
import { testStaff } from '../support/equipe.ts';

const { list } = await engines();
const CENTRAL = 'central-atendimento';
const FAMILIA = 'central-familia';
const POSTO = 'posto-avancado';

const comum = { nome: 'Pessoa Fictícia', contato: { email: 'pessoa@exemplo.com.br' }, privacidade: { versao: '2026-11', aceito: true } } as const;
const mensagem = (over: Partial<MensagemInput> = {}): MensagemInput => ({ ...comum, unidadeId: POSTO, texto: 'Quando sai a certidão do meu processo?', ...over });
const marcacao = (inicio: string, over: Partial<AgendamentoInput> = {}): AgendamentoInput => ({ ...comum, unidadeId: FAMILIA, inicio, ...over });
const SIGILO = { sigilo: true, identificacao: { nome: 'Maria Sigilosa da Silva', papel: 'parte', cpf: '529.982.247-25' } } as const;

const tribunal = (): TribunalInput => {
  const court = demoCourt();
  return { ...court, retencao: { manifestacaoAnos: 5, balcaoAnos: 1 }, unidades: [...court.unidades!, { id: 'sem-nada', nome: 'Sem nada', tipo: 'vara', hours: '24/7' }, { id: 'rio-branco', nome: 'Unidade de outro fuso', tipo: 'vara', hours: 'Mo-Fr 08:00-12:00', timezone: 'America/Rio_Branco', agenda: { duracaoMinutos: 60 } }] };
};

for (const engine of list) {
  describe(`messages and appointments on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    let mesa: Bancada;
    let como: Awaited<ReturnType<typeof testStaff>>['como'];
    before(async () => {
      banco = await engine.open();
      const staff = await testStaff();
      como = staff.como;
      backend = await testBackend(banco, { tribunal: tribunal(), autenticar: staff.autenticar });
      mesa = bancada(banco, backend);
    });
    beforeEach(async () => {
      backend.time.now = SEGUNDA_9H;
      await banco.db.deleteFrom('vagas').execute();
    });
    after(async () => {
      await banco.close();
      await engine.close();
    });

    const agenda = async (id = FAMILIA, query = ''): Promise<AgendaDaUnidade> => {
      const response = await backend.get(`/v1/unidades/${id}/agenda${query}`);
      assert.equal(response.status, 200, await response.clone().text());
      const body = (await response.json()) as unknown;
      assert.ok(isAgenda(body));
      return agendaUnidade.parse(body);
    };
    const vagas = async (id?: string): Promise<string[]> => (await agenda(id)).dias.flatMap((dia) => dia.vagas.map(({ inicio }) => inicio));
    const marcar = (inicio: string, over?: Partial<AgendamentoInput>): Promise<Recibo> => mesa.registrar(marcacao(inicio, over), '/v1/agendamentos');
    const codigo = async (response: Response): Promise<string> => (await problemOf(response)).type.split(':').at(-1)!;
    const caso = (recibo: Recibo): Promise<Caso> => mesa.consultar(recibo);
    const ocupadas = () => banco.db.selectFrom('vagas').selectAll().orderBy('inicio').orderBy('vaga').execute();

    test('[BV-14] free slots come by day, with the hour of the unit; a place that is taken is left out, and a second one of the same slot is not', async () => {
      const { dias, de, ate, timezone, duracaoMinutos } = await agenda();
      assert.deepEqual([de, ate, timezone, duracaoMinutos], ['2026-11-23', '2026-12-23', 'America/Fortaleza', 30]);
      assert.equal(dias[0]?.vagas[0]?.inicio, '2026-11-23T11:00:00.000-03:00');
      assert.ok(!dias.some(({ dia }) => dia === '2026-11-28' || dia === '2026-12-08' || dia === '2026-12-21'), 'no weekend, holiday or recess');
      const um = dias[0]!.vagas[0]!.inicio;
      await marcar(um);
      assert.ok(!(await vagas()).includes(um));
      const [dois] = await vagas(CENTRAL);
      await marcar(dois!, { unidadeId: CENTRAL });
      assert.ok((await vagas(CENTRAL)).includes(dois!));
      await marcar(dois!, { unidadeId: CENTRAL });
      assert.ok(!(await vagas(CENTRAL)).includes(dois!));
      assert.deepEqual((await ocupadas()).filter(({ unidade_id }) => unidade_id === CENTRAL).map(({ vaga }) => vaga), [1, 2]);
      assert.deepEqual((await agenda(FAMILIA, '?de=2026-11-25&ate=2026-11-26')).dias.map(({ dia }) => dia), ['2026-11-25', '2026-11-26']);
      assert.deepEqual((await agenda(FAMILIA, '?de=2027-11-25')).dias, []);
      assert.equal((await backend.get(`/v1/unidades/${FAMILIA}/agenda?de=ontem`)).status, 400);
      assert.equal((await backend.get(`/v1/unidades/${FAMILIA}/agenda?de=2026-11-26&ate=2026-11-25`)).status, 400);
    });

    test('[BV-14] a slot is booked with protocol, key and signed receipt, is shown on consultation, and the same sending gives the same answer', async () => {
      const [inicio] = await vagas();
      const body = marcacao(inicio!, { assunto: 'Guarda' });
      const headers = { 'idempotency-key': randomUUID() };
      const response = await backend.post('/v1/agendamentos', body, headers);
      assert.equal(response.status, 201);
      const text = await response.text();
      const recibo = reciboSchema.parse(JSON.parse(text));
      assert.ok(isRecibo(JSON.parse(text)));
      assert.equal(recibo.tipo, 'agendamento');
      assert.equal(recibo.prazo.vence, '2026-11-23');
      // When the slot is past too: what was done is not refused now.
      backend.time.now += 5 * 60 * 60_000;
      assert.equal(await (await backend.post('/v1/agendamentos', body, headers)).text(), text);
      backend.time.now = SEGUNDA_9H;
      assert.equal((await backend.post('/v1/agendamentos', { ...body, assunto: 'Outro' }, headers)).status, 409);
      assert.equal((await ocupadas()).length, 1);
      const visto = await caso(recibo);
      assert.ok(isCaso(visto));
      assert.deepEqual(visto.agendamento, {
        unidadeId: FAMILIA,
        unidade: 'Central de Família (demonstração da fila)',
        inicio: '2026-11-23T11:00:00.000-03:00',
        fim: '2026-11-23T11:30:00.000-03:00',
        situacao: 'marcado',
        url: 'balcao.html?unidade=central-familia',
        podeMudar: true,
      });
      assert.equal(visto.eventos[0]?.texto, 'Atendimento marcado para 23/11/2026 (segunda-feira), às 11:00.');
      const payload = JSON.parse(Buffer.from(recibo.recibo.split('.')[1]!, 'base64url').toString()) as { tipo: string };
      assert.equal(payload.tipo, 'agendamento');
    });

    test('[BV-14] a slot that is gone, past, too near or not of the agenda is refused with the nearest free ones in the words', async () => {
      const todas = await vagas();
      await marcar(todas[3]!);
      const gone = await problemOf(await backend.post('/v1/agendamentos', marcacao(todas[3]!)));
      assert.match(gone.type, /vaga-indisponivel$/);
      assert.equal(gone.status, 409);
      assert.match(gone.detail ?? '', /ocupado por outra pessoa\. Os horários livres mais próximos são: 23\/11\/2026 \(segunda-feira\), às 11:30; .*12:00; .*13:00\.$/);
      for (const [inicio, words] of [
        ['2026-11-23T08:30:00-03:00', /já passou/],
        ['2026-11-23T10:30:00-03:00', /perto demais: marque com pelo menos 2 horas/],
        ['2026-11-23T11:10:00-03:00', /não é da agenda/],
        ['2026-11-28T09:00:00-03:00', /não é da agenda/],
        ['2027-02-01T09:00:00-03:00', /não é da agenda/],
      ] as const) {
        const problem = await problemOf(await backend.post('/v1/agendamentos', marcacao(inicio)));
        assert.match(problem.type, /vaga-indisponivel$/);
        assert.match(problem.detail ?? '', words);
        assert.match(problem.detail ?? '', /Os horários livres mais próximos são: /);
      }
      // However the offset is written, it is the same instant.
      await marcar(new Date(Date.parse(todas[5]!)).toISOString());
      assert.ok(!(await vagas()).includes(todas[5]!));
    });

    test('[BV-14] [BV-07] a gabinete, a unit without agenda and one that does not exist are refused', async () => {
      for (const [unidadeId, status, code] of [
        ['gabinete-2-vara-civel-natal', 409, 'gabinete-sem-balcao'],
        ['sem-nada', 409, 'agenda-indisponivel'],
        ['nao-ha', 404, 'unidade-nao-encontrada'],
      ] as const) {
        for (const response of [await backend.get(`/v1/unidades/${unidadeId}/agenda`), await backend.post('/v1/agendamentos', marcacao('2026-11-24T09:00:00-03:00', { unidadeId }))]) {
          assert.equal(response.status, status);
          assert.equal(await codigo(response), code);
        }
      }
    });

    test('[BV-14] an hour is that of the unit’s zone', async () => {
      const { dias, timezone } = await agenda('rio-branco');
      assert.equal(timezone, 'America/Rio_Branco');
      assert.equal(dias[0]?.vagas[0]?.inicio, '2026-11-23T09:00:00.000-05:00');
      const recibo = await marcar(dias[0]!.vagas[0]!.inicio, { unidadeId: 'rio-branco' });
      assert.equal((await caso(recibo)).agendamento?.inicio, '2026-11-23T09:00:00.000-05:00');
    });

    test('[BV-14] the person moves it to a free slot under the same protocol, and gives it back; both once, until its first minute', async () => {
      const todas = await vagas();
      const recibo = await marcar(todas[0]!);
      await marcar(todas[1]!);
      const preso = await problemOf(await mesa.tentar(recibo, 'agendamento', { acao: 'remarcar', inicio: todas[1] }));
      assert.match(preso.type, /vaga-indisponivel$/);
      assert.equal((await caso(recibo)).agendamento?.inicio, todas[0]);
      assert.equal((await ocupadas()).length, 2);

      const headers = { 'idempotency-key': randomUUID() };
      const first = await mesa.tentar(recibo, 'agendamento', { acao: 'remarcar', inicio: todas[20] }, headers);
      assert.equal(first.status, 200, await first.clone().text());
      const movido = casoSchema.parse(await first.json());
      assert.equal(movido.agendamento?.inicio, todas[20]);
      assert.equal(movido.prazo.vence, todas[20]!.slice(0, 10));
      assert.equal(movido.protocolo, recibo.protocolo);
      assert.deepEqual(movido.eventos.map(({ tipo }) => tipo), ['registro', 'remarcacao']);
      const again = casoSchema.parse(await (await mesa.tentar(recibo, 'agendamento', { acao: 'remarcar', inicio: todas[20] }, headers)).json());
      assert.deepEqual(again.eventos, movido.eventos);
      assert.equal((await mesa.tentar(recibo, 'agendamento', { acao: 'cancelar' }, headers)).status, 409);
      assert.ok((await vagas()).includes(todas[0]!));

      const cancelado = await mesa.agir(recibo, 'agendamento', { acao: 'cancelar' });
      assert.deepEqual([cancelado.estado, cancelado.agendamento?.situacao, cancelado.agendamento?.podeMudar], ['encerrada', 'cancelado', false]);
      assert.ok((await vagas()).includes(todas[20]!));
      assert.equal(await codigo(await mesa.tentar(recibo, 'agendamento', { acao: 'remarcar', inicio: todas[2] })), 'acao-indisponivel');

      const outro = await marcar(todas[2]!);
      backend.time.now = Date.parse(todas[2]!);
      assert.equal((await caso(outro)).agendamento?.podeMudar, false);
      const tarde = await problemOf(await mesa.tentar(outro, 'agendamento', { acao: 'cancelar' }));
      assert.equal(tarde.detail, 'O horário marcado já passou.');
      assert.equal((await backend.post(`/v1/protocolos/${outro.protocolo}/agendamento`, { acao: 'cancelar' })).status, 401);
      // Numbers follow the order of the instants: nothing is registered after time has gone by.
      backend.time.now = SEGUNDA_9H;
      const deMensagem = await mesa.registrar(mensagem(), '/v1/mensagens');
      assert.equal(await codigo(await mesa.tentar(deMensagem, 'agendamento', { acao: 'cancelar' })), 'acao-indisponivel');
    });

    test('[BV-05] a message is kept with protocol, key, signed receipt and the due date of the unit, and answered by its attendant', async () => {
      const recibo = await mesa.registrar(mensagem({ assunto: 'Certidões' }), '/v1/mensagens');
      assert.equal(recibo.tipo, 'mensagem');
      // Monday 23 and five running days end on a Saturday, which moves to the next working day.
      assert.equal(recibo.prazo.vence, '2026-11-30');
      assert.match(recibo.prazo.base, /Resolução CNJ 372\/2021, art\. 2º, § 1º: prazo razoável da unidade/);
      const marcos = await como('marcos');
      const lista = listaCasos.parse(await (await backend.get('/v1/tratamento/casos?tipo=mensagem', marcos)).json());
      assert.ok(lista.itens.some(({ protocolo }) => protocolo === recibo.protocolo));
      const visto = casoTratamento.parse(await (await backend.get(`/v1/tratamento/casos/${recibo.protocolo}`, marcos)).json());
      assert.deepEqual(visto.identidade, { nome: 'Pessoa Fictícia', contato: { email: 'pessoa@exemplo.com.br' } });
      assert.equal(visto.conteudo['texto'], 'Quando sai a certidão do meu processo?');
      assert.deepEqual(visto.acoes, ['analisar', 'perguntar', 'responder', 'devolver', 'anotar']);
      const agir = async (acao: unknown, headers: Record<string, string>) => backend.post(`/v1/tratamento/casos/${recibo.protocolo}/acoes`, { versao: await mesa.versao(recibo), acao }, headers);
      for (const conta of ['teresa', 'ana', 'eva', 'bruno', 'sic', 'encarregado']) {
        assert.equal((await backend.get(`/v1/tratamento/casos/${recibo.protocolo}`, await como(conta))).status, 404, conta);
        assert.equal((await agir({ acao: 'responder', texto: 'Não é minha.', resultado: 'respondida' }, await como(conta))).status, 404, conta);
      }
      assert.equal((await agir({ acao: 'perguntar', texto: 'Qual o número do processo?' }, marcos)).status, 200);
      assert.equal((await caso(recibo)).pergunta?.texto, 'Qual o número do processo?');
      await mesa.agir(recibo, 'complementos', { texto: 'Não sei o número.' });
      assert.equal((await agir({ acao: 'responder', texto: 'Sai amanhã.', resultado: 'respondida' }, marcos)).status, 200);
      const respondido = await caso(recibo);
      assert.equal(respondido.estado, 'respondida');
      assert.deepEqual(respondido.eventos.find(({ tipo }) => tipo === 'resposta')?.autor, { papel: 'unidade', unidade: 'Posto Avançado de Serra do Mel (demonstração sem vídeo)' });
      assert.deepEqual(respondido.acoes, ['avaliar']);
      assert.equal((await mesa.agir(recibo, 'avaliacao', { nota: 5, resolvido: 'sim' })).avaliacao?.nota, 5);
      assert.ok(listaCasos.parse(await (await backend.get('/v1/tratamento/casos', marcos)).json()).itens.some(({ protocolo }) => protocolo === recibo.protocolo), 'it stays with the unit');
    });

    test('[BV-05] [BV-07] a message is refused where none is taken; without an answer in its term it leads to the Ouvidoria', async () => {
      for (const [unidadeId, code] of [['sem-nada', 'mensagem-indisponivel'], ['gabinete-2-vara-civel-natal', 'gabinete-sem-balcao'], ['nao-ha', 'unidade-nao-encontrada']] as const) {
        assert.equal(await codigo(await backend.post('/v1/mensagens', mensagem({ unidadeId }))), code);
      }
      const recibo = await mesa.registrar(mensagem(), '/v1/mensagens');
      mesa.passar(8);
      const visto = await caso(recibo);
      assert.equal(visto.atrasado, true);
      assert.deepEqual(visto.remedios.map(({ tipo, autoridade, url }) => [tipo, autoridade, url]), [['omissao', 'Ouvidoria do tribunal', 'ouvidoria.html']]);
    });

    test('[BV-18] under sigilo who the person is stays apart from what they wrote, seen by the unit’s attendant with a line of the audit', async () => {
      const [inicio] = await vagas(CENTRAL);
      for (const recibo of [await mesa.registrar(mensagem(SIGILO), '/v1/mensagens'), await marcar(inicio!, { ...SIGILO, unidadeId: CENTRAL })]) {
        const id = await mesa.id(recibo);
        const row = await banco.db.selectFrom('casos').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        assert.equal(row.modo, 'preservada');
        assert.ok(!JSON.stringify(row).includes('Sigilosa') && !JSON.stringify(row).includes('52998224725'));
        const { dados } = await banco.db.selectFrom('identidades').select('dados').where('caso_id', '=', id).executeTakeFirstOrThrow();
        assert.equal((dados['identificacao'] as { nome: string }).nome, 'Maria Sigilosa da Silva');
        assert.equal((await backend.get(`/v1/tratamento/casos/${recibo.protocolo}`, await como('eva'))).status, 404);
        const visto = casoTratamento.parse(await (await backend.get(`/v1/tratamento/casos/${recibo.protocolo}`, await como('marcos'))).json());
        assert.equal((visto.identidade?.['identificacao'] as { nome: string }).nome, 'Maria Sigilosa da Silva');
        const auditoria = await banco.db.selectFrom('auditoria').select(['acao', 'ator']).where('caso_id', '=', id).execute();
        assert.deepEqual(auditoria, [{ acao: 'ver-identidade', ator: 'marcos' }]);
      }
      const semDizer = await problemOf(await backend.post('/v1/mensagens', mensagem({ sigilo: true })));
      assert.deepEqual(semDizer.errors?.map(({ pointer, code }) => [pointer, code]), [['/identificacao', 'identificacao-obrigatoria']]);
    });

    test('[BV-06] [BV-14] the attendant books the rest at short notice, once for the same key', async () => {
      const pedido = { unidadeId: FAMILIA, inicio: '2026-11-23T09:30:00-03:00', nome: 'João', assunto: 'Guarda', idemKey: randomUUID() };
      const um = await marcarDireto(mesa.ctx, pedido);
      assert.deepEqual(await marcarDireto(mesa.ctx, pedido), um);
      assert.deepEqual([um.inicio, um.fim], ['2026-11-23T09:30:00.000-03:00', '2026-11-23T10:00:00.000-03:00']);
      await assert.rejects(marcarDireto(mesa.ctx, { ...pedido, idemKey: randomUUID() }), { code: 'vaga-indisponivel' });
      const aberto = await backend.post('/v1/protocolos/consulta', { protocolo: um.protocolo, chave: um.chave });
      assert.equal(aberto.status, 200);
      await banco.db.transaction().execute((tx) => concluirAgendamento(tx, mesa.ctx, um.casoId, 'atendido', backend.time.now));
      await banco.db.transaction().execute((tx) => concluirAgendamento(tx, mesa.ctx, um.casoId, 'faltou', backend.time.now));
      const visto = casoSchema.parse(await (await backend.post('/v1/protocolos/consulta', { protocolo: um.protocolo, chave: um.chave })).json());
      assert.deepEqual([visto.estado, visto.agendamento?.situacao, visto.eventos.length], ['encerrada', 'atendido', 2]);
    });

    test('the person is told of each change, in words that tell no hour and no secret', async () => {
      const recibo = await marcar((await vagas())[0]!);
      await mesa.agir(recibo, 'agendamento', { acao: 'remarcar', inicio: (await vagas())[3] });
      await mesa.agir(recibo, 'agendamento', { acao: 'cancelar' });
      const linhas = await banco.db.selectFrom('saida').innerJoin('eventos', 'eventos.id', 'saida.evento_id').select('eventos.tipo').where('saida.caso_id', '=', await mesa.id(recibo)).orderBy('saida.id').execute();
      assert.deepEqual(linhas.map(({ tipo }) => tipo), ['registro', 'remarcacao', 'cancelamento']);
      const frases = linhas.map(({ tipo: evento }) => mensagemDe(backend.court, { protocolo: recibo.protocolo, tipo: 'agendamento', evento }).corpo);
      assert.match(frases[0]!, /atendimento foi marcado/);
      assert.match(frases[1]!, /mudou de dia ou de hora/);
      assert.match(frases[2]!, /foi cancelado/);
      for (const frase of frases) assert.doesNotMatch(frase, /\d\d:\d\d/);
      assert.match(mensagemDe(backend.court, { protocolo: recibo.protocolo, tipo: 'mensagem', evento: 'resposta' }).corpo, /Sua mensagem, .* foi respondida/);
    });

    test('[LGPD-03] the person takes their data home, and after the court’s term neither name, text nor place is left', async () => {
      const recibo = await marcar((await vagas())[0]!, { assunto: 'Assunto que só esta pessoa escreveu' });
      const { token } = await caso(recibo);
      const dados = (await (await backend.post(`/v1/protocolos/${recibo.protocolo}/meus-dados`, undefined, { authorization: `Bearer ${token.valor}` })).json()) as { identidade: unknown; conteudo: { agendamento: { inicio: string } } };
      assert.deepEqual(dados.identidade, { nome: 'Pessoa Fictícia', contato: { email: 'pessoa@exemplo.com.br' } });
      assert.equal(dados.conteudo.agendamento.inicio, '2026-11-23T11:00:00.000-03:00');
      const id = await mesa.id(recibo);
      const pasta = await mkdtemp(join(tmpdir(), 'atrio-agenda-'));
      try {
        const ctx = { ...mesa.ctx, arquivos: arquivosEm(pasta) };
        backend.time.now = Date.parse('2027-11-23T12:00:00-03:00');
        await anonimizarVencidos(ctx);
        assert.ok(await banco.db.selectFrom('identidades').select('caso_id').where('caso_id', '=', id).executeTakeFirst(), 'a year counts from the hour');
        backend.time.now = Date.parse('2027-11-24T12:00:00-03:00');
        await anonimizarVencidos(ctx);
      } finally {
        await rm(pasta, { recursive: true, force: true });
      }
      const row = await banco.db.selectFrom('casos').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      assert.deepEqual([row.conteudo, row.assunto, row.agendamento?.inicio.slice(0, 10)], [{}, 'outros', '2026-11-23']);
      for (const tabela of ['identidades', 'vagas', 'saida', 'atos'] as const) assert.equal((await banco.db.selectFrom(tabela).select('caso_id').where('caso_id', '=', id).execute()).length, 0, tabela);
    });

    test('figures and exports of the Ouvidoria and of the SIC count no message and no appointment', async () => {
      backend.time.now = Date.parse('2029-03-05T09:00:00-03:00');
      await mesa.registrar(manifestacao());
      await mesa.registrar(mensagem(), '/v1/mensagens');
      await marcar((await vagas())[0]!);
      const gestor = await como('gestor');
      const linhas = (await (await backend.get('/v1/tratamento/exportacao?inicio=2029-03-01&fim=2029-03-31', gestor)).text()).trim().split('\n');
      assert.deepEqual(linhas.map((linha) => (JSON.parse(linha) as { tipo: string }).tipo), ['manifestacao']);
      const contar = async (servico: string): Promise<number> => (await banco.db.selectFrom('casos').select(sql<number>`count(*)`.as('n')).where('tipo', '=', servico as 'mensagem').where('registrado_em', '>=', new Date('2029-01-01')).executeTakeFirstOrThrow()).n;
      assert.deepEqual([await contar('mensagem'), await contar('agendamento')], [1, 1]);
      const figures = (await (await backend.get('/v1/estatisticas/ouvidoria?inicio=2029-03-01&fim=2029-03-05')).json()) as { totais?: unknown };
      assert.ok(!JSON.stringify(figures).includes('mensagem'));
    });
  });
}
