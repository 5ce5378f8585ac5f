import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { jwtVerify } from 'jose';
import { sql } from 'kysely';
import type { Banco } from '../../demo/backend/database.ts';
import { createAutenticar } from '../../demo/backend/oidc.ts';
import { VALIDADE_TOKEN_MS } from '../../demo/backend/video-token.ts';
import { claimsDe, type Conta } from '../../demo/oidc/contas.ts';
import { entradaAtendimento, filaAtendimento, meusBalcoes, type AtoAtendimento, type EntradaAtendimento, type FilaAtendimento } from '../../src/contract/atendimento.ts';
import { entradaFila, situacaoFila, type FilaInput, type SenhaFila, type SituacaoFila } from '../../src/contract/fila.ts';
import type { Problem } from '../../src/contract/problem.ts';
import { isProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { deadDatabase, engines, SEGUNDA_9H, testBackend, type TestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { testIssuer, testStaff, type TestStaff } from '../support/equipe.ts';

const { list, missing } = await engines();
const CENTRAL = 'central-atendimento';
const FAMILIA = 'central-familia';
const SEGREDO = new TextEncoder().encode('um-segredo-de-teste-com-mais-de-32-caracteres');

/** A colleague of nobody else, in the same two units. */
const LONGA: Conta = { id: 'longa', nome: 'Maria Aparecida dos Santos Lima', funcao: 'atende', papeis: ['atendente'], unidades: [CENTRAL] };
const CONVIDADA: Conta = { id: 'convidada', nome: 'Rita de Cássia Souza', funcao: 'atende', papeis: ['atendente'], unidades: [FAMILIA] };

const code = async (response: Response): Promise<string> => ((await response.json()) as Problem).type.replace('urn:atrio:problema:', '');

test('the attendants run on a real PostgreSQL too', { skip: missing ?? false }, () => {
  assert.ok(list.some(({ name }) => name === 'postgresql'));
});

test('without a sign-in configured there is no attendants\' side', async () => {
  const staff = await testStaff();
  const { app, get, post } = await testBackend(deadDatabase());
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/atendimento'));
  assert.ok(routes.length >= 8);
  for (const { method, path } of routes) {
    const address = path.replace(':id', CENTRAL);
    const response = method === 'GET' ? await get(address, await staff.como('teresa')) : await post(address, {}, await staff.como('teresa'));
    assert.equal(response.status, 404, `${method} ${path}`);
    assert.equal(await code(response), 'equipe-desligada');
  }
});

for (const engine of list) {
  describe(`attendants on ${engine.name}`, () => {
    let banco: Banco;
    let staff: TestStaff;
    let backend: TestBackend;
    before(async () => {
      banco = await engine.open();
      staff = await testStaff();
      backend = await testBackend(banco, { autenticar: staff.autenticar });
      backend.chaves.video = { jitsi: { appId: 'atrio', segredo: SEGREDO, audiencia: 'jitsi' } };
    });
    after(async () => {
      delete backend.chaves.video;
      await banco.close();
      await engine.close();
    });
    beforeEach(async () => {
      // Every test begins with empty queues, an hour later than the one before.
      backend.time.now += 60 * 60_000;
      await banco.db.updateTable('fila').set({ estado: 'encerrada', fim: 'saiu', vez: null, chamada_ate: null }).where('estado', '!=', 'encerrada').execute();
      await banco.db.deleteFrom('presencas').execute();
      await banco.db.updateTable('balcoes').set({ pausado_em: null, seguidas: 0 }).execute();
    });

    const passar = (segundos: number): void => void (backend.time.now += segundos * 1000);
    const entrarNaFila = async (over: FilaInput = {}, unidade = CENTRAL): Promise<SenhaFila> => {
      passar(1);
      const response = await backend.post(`/v1/unidades/${unidade}/fila`, over);
      assert.equal(response.status, 201, await response.clone().text());
      return (await response.json()) as SenhaFila;
    };
    const com = (ingresso: string) => ({ authorization: `Bearer ${ingresso}` });
    const situacao = async ({ ingresso }: SenhaFila): Promise<SituacaoFila> => situacaoFila.parse(await (await backend.get('/v1/fila', com(ingresso))).json());
    const salaDoCidadao = async ({ ingresso }: SenhaFila) => {
      const response = await backend.post('/v1/fila/entrada', {}, com(ingresso));
      assert.equal(response.status, 200, await response.clone().text());
      return entradaFila.parse(await response.json());
    };
    const ver = async (quem: string | Conta, unidade = CENTRAL): Promise<FilaAtendimento> => {
      const response = await backend.get(`/v1/atendimento/unidades/${unidade}/fila`, await staff.como(quem));
      assert.equal(response.status, 200, await response.clone().text());
      return filaAtendimento.parse(await response.json());
    };
    const tentar = async (quem: string | Conta, ato: AtoAtendimento, { unidade = CENTRAL, key = randomUUID() as string } = {}): Promise<Response> =>
      backend.post(`/v1/atendimento/unidades/${unidade}/acoes`, ato, { ...(await staff.como(quem)), 'idempotency-key': key });
    const agir = async (quem: string | Conta, ato: AtoAtendimento, onde: { unidade?: string; key?: string } = {}): Promise<FilaAtendimento> => {
      const response = await tentar(quem, ato, onde);
      assert.equal(response.status, 200, await response.clone().text());
      return filaAtendimento.parse(await response.json());
    };
    const chamar = async (quem: string | Conta, unidade = CENTRAL) => (await agir(quem, { acao: 'chamar' }, { unidade })).minha!;
    const sala = async (quem: string | Conta, path: string): Promise<EntradaAtendimento> => {
      const response = await backend.post(`/v1/atendimento/${path}/entrada`, {}, await staff.como(quem));
      assert.equal(response.status, 200, await response.clone().text());
      return entradaAtendimento.parse(await response.json());
    };
    /** Waits, is called and comes in. */
    const atendida = async (quem: string | Conta, over: FilaInput = {}, unidade = CENTRAL) => {
      const pessoa = await entrarNaFila(over, unidade);
      const senha = await chamar(quem, unidade);
      assert.equal(senha.senha, pessoa.senha);
      await salaDoCidadao(pessoa);
      return { pessoa, id: senha.id };
    };
    const recusa = async (response: Response, status: number, codigo: string, words?: RegExp): Promise<void> => {
      assert.equal(response.status, status, await response.clone().text());
      const problem = (await response.json()) as Problem;
      assert.equal(problem.type, `urn:atrio:problema:${codigo}`);
      if (words) assert.match(problem.detail ?? '', words);
    };

    test('[BV-13] see who waits in the order of the call, call the next, meet in one room and end with a protocol', async () => {
      const primeira = await entrarNaFila({ nome: 'Dona Zefa', assunto: 'Andamento de processo', libras: true, semVideo: true });
      await entrarNaFila({ nome: 'Seu Raimundo' });
      const antes = await ver('teresa');
      assert.deepEqual(antes.itens.map(({ nome, estado, minha }) => [nome, estado, minha]), [['Dona Zefa', 'aguardando', false], ['Seu Raimundo', 'aguardando', false]]);
      assert.deepEqual([antes.balcao.aguardando, antes.balcao.atendentes, antes.minha], [2, ['Teresa Lima'], null]);
      assert.equal(antes.balcao.maisAntiga, antes.itens[0]!.entrouEm);
      assert.equal((await situacao(primeira)).salaAberta, false);
      await recusa(await backend.post('/v1/fila/entrada', {}, com(primeira.ingresso)), 409, 'aguarde-sua-vez');

      const minha = await chamar('teresa');
      assert.deepEqual([minha.nome, minha.assunto, minha.libras, minha.semVideo, minha.estado, minha.minha], ['Dona Zefa', 'Andamento de processo', true, true, 'chamada', true]);
      assert.equal(Date.parse(minha.chamada!.ate) - Date.parse(minha.chamada!.em), 120_000);
      // Who has somebody in hand gets that one again.
      assert.equal((await chamar('teresa')).id, minha.id);
      assert.equal((await situacao(primeira)).salaAberta, true);

      const dela = await salaDoCidadao(primeira);
      const nossa = await sala('teresa', `senhas/${minha.id}`);
      assert.ok(dela.provider === 'jitsi' && nossa.entrada.provider === 'jitsi');
      assert.equal(dela.sala, nossa.entrada.sala);
      assert.equal((await ver('teresa')).minha?.estado, 'em-atendimento');

      await agir('teresa', { acao: 'encerrar', senhaId: minha.id, combinado: 'A certidão sai até sexta.' });
      const { fim, estado } = await situacao(primeira);
      assert.equal(estado, 'encerrada');
      assert.deepEqual([fim?.motivo, fim?.combinado, fim?.avaliada], ['atendida', 'A certidão sai até sexta.', false]);
      assert.ok(isProtocolo(fim!.protocolo!), fim!.protocolo);
      assert.deepEqual((await ver('teresa')).itens.map(({ nome }) => nome), ['Seu Raimundo']);
      await recusa(await tentar('teresa', { acao: 'encerrar', senhaId: minha.id }), 409, 'acao-indisponivel');
    });

    test('[BV-13] no room is used for two services: not for two people, nor for one who is called again or passed on', async () => {
      const salas = new Set<string>();
      const guardar = (entrada: EntradaAtendimento['entrada']): void => {
        assert.ok('sala' in entrada);
        assert.ok(!salas.has(entrada.sala));
        salas.add(entrada.sala);
      };
      const pessoa = await entrarNaFila();
      await entrarNaFila();
      const senha = await chamar('teresa');
      guardar((await sala('teresa', `senhas/${senha.id}`)).entrada);
      passar(121);
      await agir('teresa', { acao: 'ausente', senhaId: senha.id });
      const outra = await chamar('teresa');
      assert.notEqual(outra.id, senha.id);
      guardar((await sala('teresa', `senhas/${outra.id}`)).entrada);
      const deNovo = await chamar('marcos');
      assert.equal(deNovo.id, senha.id);
      guardar((await sala('marcos', `senhas/${senha.id}`)).entrada);
      await salaDoCidadao(pessoa);
      await agir('marcos', { acao: 'transferir', senhaId: senha.id, unidadeId: FAMILIA, motivo: 'É da Família' });
      const la = await chamar('marcos', FAMILIA);
      assert.equal(la.id, senha.id);
      guardar((await sala('marcos', `senhas/${senha.id}`)).entrada);
      const dela = await salaDoCidadao(pessoa);
      assert.ok('sala' in dela && salas.has(dela.sala));
      assert.equal(salas.size, 4);
      await agir('teresa', { acao: 'transferir', senhaId: outra.id, unidadeId: FAMILIA });
    });

    test('[BV-13] tokens open exactly one room, for a short time, and the citizen never moderates', async () => {
      const { pessoa, id } = await atendida('teresa', { nome: 'Dona Zefa' });
      const dela = await salaDoCidadao(pessoa);
      const { entrada, nome } = await sala('teresa', `senhas/${id}`);
      assert.ok(dela.provider === 'jitsi' && entrada.provider === 'jitsi');
      assert.equal(nome, 'Teresa Lima');
      for (const [aberta, moderador, quem] of [[dela, false, 'Dona Zefa'], [entrada, true, 'Teresa Lima']] as const) {
        const { payload, protectedHeader } = await jwtVerify(aberta.token!, SEGREDO, { issuer: 'atrio', audience: 'jitsi', currentDate: new Date(backend.time.now), algorithms: ['HS256'] });
        const { user } = payload['context'] as { user: Record<string, unknown> };
        assert.deepEqual([payload['room'], payload.sub, protectedHeader.alg], [aberta.sala, 'localhost', 'HS256']);
        assert.deepEqual([user['name'], user['moderator'], user['affiliation'], payload['moderator']], [quem, String(moderador), moderador ? 'owner' : 'member', moderador]);
        assert.ok(!('email' in user));
        assert.ok(payload.exp! * 1000 - backend.time.now <= VALIDADE_TOKEN_MS);
        assert.equal(payload.nbf, Math.floor(backend.time.now / 1000) - 10);
        assert.doesNotMatch(JSON.stringify(payload), /teresa"|ingresso|central/);
      }
    });

    test('[BV-20] people with priority by law are called before, and nobody starves', async () => {
      await entrarNaFila({ nome: 'comum-1' });
      await entrarNaFila({ nome: 'comum-2' });
      for (const [nome, prioridade] of [['gestante', 'gestante'], ['idosa', 'idoso'], ['oitenta', 'idoso-80'], ['autista', 'autismo']] as const) await entrarNaFila({ nome, prioridade });
      const esperada = ['oitenta', 'gestante', 'comum-1', 'idosa', 'autista', 'comum-2'];
      const { itens, regra } = await ver('teresa');
      assert.deepEqual(itens.map(({ nome }) => nome), esperada);
      assert.match(regra, /10\.048\/2000/);
      const chamadas: (string | null)[] = [];
      for (let i = 0; i < esperada.length; i += 1) {
        const senha = await chamar('teresa');
        chamadas.push(senha.nome);
        await agir('teresa', { acao: 'transferir', senhaId: senha.id, unidadeId: FAMILIA });
      }
      assert.deepEqual(chamadas, esperada);
      assert.equal((await agir('teresa', { acao: 'chamar' })).minha, null);
      // The other unit calls them in the same order: they kept their time of arrival and their priority.
      assert.deepEqual((await ver('marcos', FAMILIA)).itens.map(({ nome }) => nome), esperada);
    });

    test('[BV-12] the attendant is shown to the citizen by first name, one surname and unit', async () => {
      const { pessoa, id } = await atendida(LONGA);
      assert.deepEqual((await situacao(pessoa)).atendente, { nome: 'Maria Lima', unidade: 'Central de Atendimento (demonstração da fila)' });
      assert.equal((await sala(LONGA, `senhas/${id}`)).nome, 'Maria Lima');
      assert.doesNotMatch(await dump(banco).then((text) => text.split('\n').filter((line) => line.startsWith('fila: ') || line.startsWith('presencas: ')).join()), /Aparecida|Santos/);
    });

    test('a person who does not come is called again, and absent only when the window has passed, with the seconds left in words', async () => {
      await entrarNaFila();
      const { id } = await chamar('teresa');
      passar(100);
      await recusa(await tentar('teresa', { acao: 'ausente', senhaId: id }), 409, 'acao-indisponivel', /ainda tem 20 segundos/);
      const { minha } = await agir('teresa', { acao: 'chamar-de-novo', senhaId: id });
      assert.equal(Date.parse(minha!.chamada!.ate), backend.time.now + 120_000);
      passar(121);
      const depois = await agir('teresa', { acao: 'ausente', senhaId: id });
      assert.equal(depois.minha, null);
      assert.deepEqual(depois.itens.map(({ faltas, estado }) => [faltas, estado]), [[1, 'aguardando']]);
    });

    test('[BV-06] a colleague of another unit is asked into the call, and comes in as a participant', async () => {
      const { id } = await atendida('teresa', { nome: 'Dona Zefa' });
      await agir('teresa', { acao: 'convidar', senhaId: id, unidadeId: FAMILIA, recado: 'Pode explicar a pensão?' });
      const lidos = async (quem: string | Conta) => meusBalcoes.parse(await (await backend.get('/v1/atendimento/unidades', await staff.como(quem))).json());
      const { convites, eu } = await lidos(CONVIDADA);
      assert.equal(eu.nome, 'Rita Souza');
      assert.deepEqual(convites.map(({ senhaId, unidadeId, por, recado }) => [senhaId, unidadeId, por, recado]), [[id, FAMILIA, 'Teresa Lima (Central de Atendimento (demonstração da fila))', 'Pode explicar a pensão?']]);
      assert.deepEqual((await lidos('teresa')).convites, []);
      assert.deepEqual((await lidos(LONGA)).convites, []);

      const convite = convites[0]!.id;
      await recusa(await backend.post(`/v1/atendimento/convites/${convite}/entrada`, {}, await staff.como(LONGA)), 404, 'convite-nao-encontrado');
      const { entrada, nome } = await sala(CONVIDADA, `convites/${convite}`);
      const dela = await sala('teresa', `senhas/${id}`);
      assert.ok(entrada.provider === 'jitsi' && dela.entrada.provider === 'jitsi');
      assert.deepEqual([entrada.sala, nome], [dela.entrada.sala, 'Rita Souza']);
      const { payload } = await jwtVerify(entrada.token!, SEGREDO, { currentDate: new Date(backend.time.now) });
      assert.equal((payload['context'] as { user: { moderator: string } }).user.moderator, 'false');
      // Taken: it is not for the others any more, and who took it may come back.
      assert.deepEqual((await lidos('marcos')).convites, []);
      await recusa(await backend.post(`/v1/atendimento/convites/${convite}/entrada`, {}, await staff.como('marcos')), 409, 'convite-aceito');
      await sala(CONVIDADA, `convites/${convite}`);
      await agir('teresa', { acao: 'encerrar', senhaId: id });
      await recusa(await backend.post(`/v1/atendimento/convites/${convite}/entrada`, {}, await staff.como(CONVIDADA)), 409, 'acao-indisponivel');
      assert.deepEqual((await lidos(CONVIDADA)).convites, []);
    });

    test('[BV-06] the rest of the service is booked, once, and its protocol and key go to the person alone', async () => {
      const { pessoa, id } = await atendida('teresa', { nome: 'Dona Zefa', assunto: 'Pensão' });
      const ato = { acao: 'agendar', senhaId: id, inicio: '2026-11-26T09:00:00-03:00', unidadeId: FAMILIA } as const;
      const key = randomUUID();
      const resposta = await tentar('teresa', ato, { key });
      assert.equal(resposta.status, 200, await resposta.clone().text());
      const texto = await resposta.text();
      await agir('teresa', ato, { key });
      await recusa(await tentar('teresa', { ...ato, inicio: '2026-11-26T10:00:00-03:00' }), 409, 'acao-indisponivel', /já está marcado/);
      await agir('teresa', { acao: 'encerrar', senhaId: id, combinado: 'Volta na quinta.' });
      const marcado = (await situacao(pessoa)).fim!.agendamento!;
      assert.deepEqual([marcado.inicio, marcado.fim, marcado.unidade].map((text) => text.replace('.000', '')), ['2026-11-26T09:00:00-03:00', '2026-11-26T09:30:00-03:00', 'Central de Família (demonstração da fila)']);
      assert.equal(texto.includes(marcado.chave), false);
      const caso = await backend.post('/v1/protocolos/consulta', { protocolo: marcado.protocolo, chave: marcado.chave });
      assert.equal(caso.status, 200);
      const { rows } = await sql<{ quantos: number }>`select count(*)::int as quantos from vagas`.execute(banco.db);
      assert.equal(rows[0]!.quantos, 1);
      // The key is nowhere: it is worked out again.
      assert.equal((await dump(banco)).includes(marcado.chave.replaceAll('-', '')), false);
    });

    test('[BV-14] an appointment that is due goes first, and its service ends it', async () => {
      const { pessoa, id } = await atendida('teresa');
      const inicio = Date.parse('2026-11-24T08:30:00-03:00');
      await agir('teresa', { acao: 'agendar', senhaId: id, inicio: '2026-11-24T08:30:00-03:00', unidadeId: FAMILIA });
      await agir('teresa', { acao: 'encerrar', senhaId: id });
      const { protocolo, chave } = (await situacao(pessoa)).fim!.agendamento!;
      backend.time.now = inicio - 10 * 60_000;
      await entrarNaFila({ nome: 'antes', prioridade: 'idoso-80' }, FAMILIA);
      const marcada = await entrarNaFila({ nome: 'marcada', agendamento: { protocolo, chave } }, FAMILIA);
      const senha = await chamar('marcos', FAMILIA);
      assert.equal(senha.nome, 'marcada');
      assert.equal(Date.parse(senha.agendadaPara!), inicio);
      await salaDoCidadao(marcada);
      await agir('marcos', { acao: 'encerrar', senhaId: senha.id }, { unidade: FAMILIA });
      const { agendamento } = await banco.db.selectFrom('casos').select('agendamento').where('protocolo', '=', protocolo).executeTakeFirstOrThrow();
      assert.equal(agendamento?.situacao, 'atendido');
    });

    test('who the person is under sigilo is seen by who called alone, and is gone with the service', async () => {
      const identificacao = { nome: 'Josefa Fictícia', cpf: '529.982.247-25', papel: 'parte' } as const;
      const pessoa = await entrarNaFila({ nome: 'Dona Zefa', sigilo: true, identificacao });
      assert.equal((await ver('teresa')).itens[0]!.identificacao, null);
      const senha = await chamar('teresa');
      assert.deepEqual([senha.sigilo, senha.identificacao?.nome, senha.identificacao?.papel], [true, 'Josefa Fictícia', 'parte']);
      const visto = await ver('marcos');
      assert.deepEqual([visto.itens[0]!.sigilo, visto.itens[0]!.identificacao, visto.itens[0]!.atendente, visto.minha], [true, null, 'Teresa Lima', null]);
      await salaDoCidadao(pessoa);
      await agir('teresa', { acao: 'encerrar', senhaId: senha.id });
      assert.doesNotMatch(await dump(banco), /Josefa|52998224725|529\.982/);
    });

    test('a counter is paused with a reason that those who wait read, takes people in meanwhile, and calls nobody until it is taken up again', async () => {
      const pausar = async (nome: string, body: unknown) => backend.post(`/v1/atendimento/unidades/${CENTRAL}/${nome}`, body, await staff.como('teresa'));
      const pessoa = await entrarNaFila();
      const pausada = await pausar('pausa', { motivo: 'Reunião da equipe', ate: new Date(backend.time.now + 600_000).toISOString() });
      assert.equal(pausada.status, 200, await pausada.clone().text());
      const { balcao } = filaAtendimento.parse(await pausada.json());
      assert.deepEqual([balcao.pausa?.motivo, balcao.pausa?.por, balcao.atendentes], ['Reunião da equipe', 'Teresa Lima', []]);
      assert.equal((await situacao(pessoa)).pausa?.motivo, 'Reunião da equipe');
      await entrarNaFila();
      await recusa(await tentar('marcos', { acao: 'chamar' }), 409, 'acao-indisponivel', /pausa/);
      assert.equal((await pausar('retomada', undefined)).status, 200);
      assert.equal((await situacao(pessoa)).pausa, null);
      assert.ok(await chamar('marcos'));
      await recusa(await pausar('pausa', { motivo: ' ' }), 422, 'dados-invalidos');
    });

    test('one has a counter only at one\'s own units, and a ticket only when it is in hand', async () => {
      await recusa(await backend.get(`/v1/atendimento/unidades/${FAMILIA}/fila`, await staff.como('teresa')), 403, 'sem-permissao');
      await recusa(await backend.get('/v1/atendimento/unidades/nenhuma/fila', await staff.como('teresa')), 404, 'unidade-nao-encontrada');
      await recusa(await backend.get('/v1/atendimento/unidades/posto-avancado/fila', await staff.como('marcos')), 409, 'video-indisponivel');
      await recusa(await backend.get('/v1/atendimento/unidades', await staff.como('ana')), 403, 'sem-permissao');
      await recusa(await backend.get('/v1/atendimento/unidades'), 401, 'acesso-ausente');
      const { itens, destinos } = meusBalcoes.parse(await (await backend.get('/v1/atendimento/unidades', await staff.como('marcos'))).json());
      assert.deepEqual(itens.map(({ unidadeId, agenda }) => [unidadeId, agenda]), [[CENTRAL, true], [FAMILIA, true]]);
      const onde = destinos.map(({ unidadeId }) => unidadeId);
      assert.ok(onde.includes(FAMILIA) && !onde.includes('plantao-judiciario') && !onde.includes('posto-avancado') && !onde.some((id) => id.startsWith('gabinete')));

      const { id } = await atendida('marcos', { nome: 'Dona Zefa' }, FAMILIA);
      await recusa(await tentar('teresa', { acao: 'encerrar', senhaId: id }), 404, 'senha-nao-encontrada');
      await recusa(await tentar('teresa', { acao: 'encerrar', senhaId: '999999' }), 404, 'senha-nao-encontrada');
      await recusa(await tentar('teresa', { acao: 'encerrar', senhaId: '1; drop table fila' }), 404, 'senha-nao-encontrada');
      await recusa(await tentar(CONVIDADA, { acao: 'anotar', senhaId: id, notas: 'x' }, { unidade: FAMILIA }), 409, 'senha-de-outro-atendente');
      await recusa(await tentar(CONVIDADA, { acao: 'encerrar', senhaId: id }, { unidade: FAMILIA }), 409, 'senha-de-outro-atendente');
      await recusa(await backend.post(`/v1/atendimento/senhas/${id}/entrada`, {}, await staff.como(CONVIDADA)), 409, 'senha-de-outro-atendente');
      // Two counters, one person in hand: it is seen at both.
      assert.equal((await ver('marcos', CENTRAL)).minha?.id, id);
      await recusa(await tentar('marcos', { acao: 'transferir', senhaId: id, unidadeId: 'gabinete-2-vara-civel-natal' }, { unidade: FAMILIA }), 409, 'gabinete-sem-balcao');
      await recusa(await tentar('marcos', { acao: 'transferir', senhaId: id, unidadeId: 'posto-avancado' }, { unidade: FAMILIA }), 409, 'video-indisponivel');
      await recusa(await tentar('marcos', { acao: 'transferir', senhaId: id, unidadeId: 'plantao-judiciario' }, { unidade: FAMILIA }), 409, 'acao-indisponivel');
      await agir('marcos', { acao: 'anotar', senhaId: id, notas: 'Trouxe o documento.' }, { unidade: FAMILIA });
      assert.equal((await ver(CONVIDADA, FAMILIA)).itens[0]!.notas, 'Trouxe o documento.');
    });

    test('a ticket whose attendant has been silent for five minutes is taken over by a colleague, not before', async () => {
      const { pessoa, id } = await atendida('teresa');
      await ver('teresa');
      passar(4 * 60);
      await recusa(await tentar('marcos', { acao: 'encerrar', senhaId: id }), 409, 'senha-de-outro-atendente');
      passar(2 * 60);
      const { entrada } = await sala('marcos', `senhas/${id}`);
      assert.ok('sala' in entrada);
      assert.deepEqual((await situacao(pessoa)).atendente?.nome, 'Marcos Dantas');
      await recusa(await tentar('teresa', { acao: 'encerrar', senhaId: id }), 409, 'senha-de-outro-atendente');
      await agir('marcos', { acao: 'encerrar', senhaId: id });
      assert.equal((await situacao(pessoa)).fim?.motivo, 'atendida');
    });

    test('the same key is one act, of one person, also when it comes twice at once', async () => {
      await entrarNaFila({ nome: 'um' });
      await entrarNaFila({ nome: 'dois' });
      const key = randomUUID();
      const juntas = await Promise.all([agir('teresa', { acao: 'chamar' }, { key }), agir('teresa', { acao: 'chamar' }, { key })]);
      assert.deepEqual(juntas.map(({ minha }) => minha?.nome), ['um', 'um']);
      const { id } = juntas[0]!.minha!;
      const transferir = { acao: 'transferir', senhaId: id, unidadeId: FAMILIA } as const;
      const outra = randomUUID();
      await agir('teresa', transferir, { key: outra });
      // Also where the ticket is gone from one's units: whoever got no answer is told how it stands.
      await agir('teresa', transferir, { key: outra });
      await recusa(await tentar('teresa', { acao: 'chamar' }, { key: outra }), 409, 'chave-de-idempotencia-reusada');
      await recusa(await tentar('teresa', { acao: 'chamar' }, { key: 'curta' }), 400, 'chave-de-idempotencia-ausente');
      // The call of before, repeated, calls nobody else.
      assert.equal((await agir('teresa', { acao: 'chamar' }, { key })).minha, null);
      assert.equal((await agir('marcos', { acao: 'chamar' }, { key })).minha?.nome, 'dois');
    });

    test('two attendants who call at once never get one person', async () => {
      const esperando = [];
      for (let i = 0; i < 6; i += 1) esperando.push((await entrarNaFila({ nome: `pessoa ${i}` })).senha);
      const equipe = Array.from({ length: 6 }, (_, i): Conta => ({ id: `at-${i}`, nome: `Atendente ${'ABCDEF'[i]!}`, funcao: '', papeis: ['atendente'], unidades: [CENTRAL] }));
      const chamadas = await Promise.all(equipe.map((quem) => chamar(quem)));
      assert.deepEqual(chamadas.map(({ senha }) => senha).toSorted(), esperando.toSorted());
    });

    test('every act leaves a line in the audit, which never names the citizen', async () => {
      const antes = (await banco.db.selectFrom('auditoria').select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? 0;
      const { id } = await atendida('teresa', { nome: 'Dona Zefa', assunto: 'Assunto secreto' });
      await agir('teresa', { acao: 'anotar', senhaId: id, notas: 'Nota secreta' });
      await sala('teresa', `senhas/${id}`);
      await agir('teresa', { acao: 'convidar', senhaId: id, unidadeId: FAMILIA, recado: 'Recado secreto' });
      await agir('teresa', { acao: 'encerrar', senhaId: id, combinado: 'Combinado secreto' });
      const linhas = await banco.db.selectFrom('auditoria').selectAll().where('id', '>', antes).orderBy('id').execute();
      assert.deepEqual(linhas.map(({ acao, ator }) => [acao, ator]), ['chamar', 'anotar', 'entrar', 'convidar', 'encerrar'].map((acao) => [`balcao-${acao}`, 'teresa']));
      for (const { detalhe, caso_id } of linhas) {
        assert.equal(caso_id, null);
        assert.doesNotMatch(JSON.stringify(detalhe), /Zefa|secret/);
        assert.equal(String(detalhe!['senha']), id);
      }
    });

    test('the events end when the access expires, and say that they live until then', async (t) => {
      t.mock.timers.enable({ apis: ['setInterval'] });
      const issuer = await testIssuer();
      const other = await testBackend(banco, { autenticar: createAutenticar(issuer.config, { fetch: issuer.fetch }) });
      const exp = Math.floor(other.time.now / 1000) + 60;
      const token = await issuer.assinar({ sub: 'teresa', exp, ...claimsDe(LONGA, issuer.config.audience) });
      const response = await other.get(`/v1/atendimento/unidades/${CENTRAL}/eventos`, { authorization: `Bearer ${token}` });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      assert.match((await reader.read()).value!, /^data: \{/);
      t.mock.timers.tick(15_000);
      assert.match((await reader.read()).value!, /^: vivo\n\n/);
      other.time.now = exp * 1000;
      t.mock.timers.tick(15_000);
      let last = await reader.read();
      while (!last.done) last = await reader.read();
    });

    test('the queue comes as events: at once, and at each change', async () => {
      const leitor = async (quem: string) => {
        const response = await backend.get(`/v1/atendimento/unidades/${CENTRAL}/eventos`, await staff.como(quem));
        assert.equal(response.status, 200);
        assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
        const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        return {
          async proximo(): Promise<FilaAtendimento | null> {
            for (;;) {
              const fim = rest.indexOf('\n\n');
              if (fim < 0) {
                const { value, done } = await reader.read();
                if (done) return null;
                rest += value;
                continue;
              }
              const bloco = rest.slice(0, fim);
              rest = rest.slice(fim + 2);
              if (bloco.startsWith('data: ')) return filaAtendimento.parse(JSON.parse(bloco.slice(6)));
            }
          },
          sair: () => reader.cancel(),
        };
      };
      const { proximo, sair } = await leitor('teresa');
      assert.deepEqual((await proximo())!.itens, []);
      await entrarNaFila({ nome: 'Dona Zefa' });
      let valor = await proximo();
      while (!valor!.itens.length) valor = await proximo();
      assert.deepEqual(valor!.itens.map(({ nome }) => nome), ['Dona Zefa']);
      await chamar('marcos');
      while (valor!.itens[0]?.estado !== 'chamada') valor = await proximo();
      assert.equal(valor!.itens[0]!.atendente, 'Marcos Dantas');
      await sair();
      await recusa(await backend.get(`/v1/atendimento/unidades/${CENTRAL}/eventos`), 401, 'acesso-ausente');
      await recusa(await backend.get(`/v1/atendimento/unidades/${FAMILIA}/eventos`, await staff.como('teresa')), 403, 'sem-permissao');
    });

    test('[TRA-03] figures of the counters are published, with nothing that stands for few people', async () => {
      const inicio = SEGUNDA_9H;
      const dia = backend.court.dataCivil(inicio);
      const hashes = (prefix: string, i: number) => Buffer.from(`${prefix}${i}`.padEnd(32, '.'));
      const novas = [...Array.from({ length: 20 }, () => 'atendida' as const), ...Array.from({ length: 6 }, () => 'ausente' as const), 'saiu' as const].map((fim, i) => ({
        unidade_id: '1-juizado-especial-natal',
        dia,
        numero: i + 1,
        ordem: i,
        estado: 'encerrada' as const,
        fim,
        dados: '{}',
        ingresso_hash: hashes('g', i),
        idem_hash: hashes('i', i),
        corpo_hash: hashes('c', i),
        sal: hashes('s', i),
        entrou_em: new Date(inicio),
        chamado_em: new Date(inicio + 600_000),
        atendido_em: fim === 'atendida' ? new Date(inicio + 720_000) : null,
        saiu_em: new Date(inicio + 1_200_000),
      }));
      const ids = await banco.db.insertInto('fila').values(novas).returning('id').execute();
      await banco.db.insertInto('avaliacoes_fila').values(ids.slice(0, 8).map(({ id }, i) => ({ fila_id: id, nota: i % 2 ? 5 : 4, em: new Date(inicio) }))).execute();
      const response = await backend.get('/v1/estatisticas/balcao');
      assert.equal(response.status, 200, await response.clone().text());
      const valor = (await response.json()) as { porUnidade: { unidadeId: string; senhas: number | null; esperaMediana: number | null; sairam: number | null }[]; porMes: { mes: string }[] };
      const juizado = valor.porUnidade.find(({ unidadeId }) => unidadeId === '1-juizado-especial-natal')!;
      assert.equal(juizado.senhas, 27);
      assert.equal(juizado.sairam, null);
      assert.equal(valor.porMes.length, 12);
      const tabela = await backend.get('/v1/estatisticas/balcao', { accept: 'text/csv' });
      assert.match(tabela.headers.get('content-type')!, /^text\/csv/);
      assert.match(await tabela.text(), /^servico;inicio;fim;gerado_em;tabela;chave;rotulo;medida;valor;situacao\r\nbalcao;/);
    });
  });
}
