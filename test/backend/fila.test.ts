import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import type { Problem } from '../../src/contract/problem.ts';
import { entradaFila, resumoFila, senhaFila, situacaoFila, type EntradaFila, type FilaInput, type SenhaFila, type SituacaoFila } from '../../src/contract/fila.ts';
import { ordemDasChamadas } from '../../src/domain/fila/ordem.ts';
import { formatProtocolo } from '../../src/domain/protocol/protocolo.ts';
import { hashDaChave } from '../../demo/backend/cases.ts';
import { abrirBanco, type Banco } from '../../demo/backend/database.ts';
import { noBalcao } from '../../demo/backend/fila/balcao.ts';
import { createEventos } from '../../demo/backend/fila/eventos.ts';
import { cabecasDe, createMotor } from '../../demo/backend/fila/motor.ts';
import type { ContextoFila, Motor } from '../../demo/backend/fila/tipos.ts';
import { silentLog } from '../../demo/backend/log.ts';
import { ProblemError } from '../../demo/backend/problems.ts';
import type { FilaRow, Tabelas } from '../../demo/backend/schema.ts';
import { demoCourt, engines, testBackend, type TestBackend } from '../support/backend.ts';

const MIN = 60_000;
const HORA = 60 * MIN;

const { list, missing } = await engines({ both: true });
after(async () => {
  for (const engine of list) await engine.close();
});

/** Units that are one test's each, so that no queue is another's. */
const UNIDADES = ['ordem', 'mao', 'juntos', 'justa', 'lugares', 'janela', 'recuo', 'recarga', 'noite', 'estima', 'pausa', 'origem', 'destino', 'hora', 'sigilo', 'vivo', 'muitos', 'nota', 'cheia', 'dia', 'relogio', 'saida', 'limites', 'imediata', 'cai', 'longe', 'dez-mil'] as const;
type Onde = (typeof UNIDADES)[number];

function tribunal() {
  const demo = demoCourt();
  const central = demo.unidades!.find(({ id }) => id === 'central-atendimento')!;
  return {
    ...demo,
    unidades: UNIDADES.map((id) => ({
      ...central,
      id,
      ...(id === 'noite' ? { hours: 'Mo-Fr 08:00-14:00' } : {}),
      fila: { ...central.fila, limite: 3, ...(id === 'imediata' ? { chamada: 'imediata' as const } : {}) },
    })),
  };
}

for (const engine of list) {
  describe(`the queue on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    let ctx: ContextoFila;
    let motor: Motor;
    before(async () => {
      banco = await engine.open();
      backend = await testBackend(banco, { tribunal: tribunal(), autenticar: () => Promise.reject(new ProblemError('acesso-invalido')) });
      ctx = { db: banco.db, court: backend.court, chaves: backend.chaves, clock: () => backend.time.now, avisos: banco.avisos, comEquipe: true };
      motor = createMotor(ctx);
    });
    after(() => banco.close());

    const teresa = { sub: 'teresa', nome: 'Teresa Maria de Lima' };
    const como = (sub: string) => ({ sub, nome: `Atendente ${sub}` });
    const bearer = ({ ingresso }: { ingresso: string }) => ({ authorization: `Bearer ${ingresso}` });
    const entrar = async (onde: Onde, body: FilaInput = {}, headers = {}): Promise<SenhaFila> => {
      const response = await backend.post(`/v1/unidades/${onde}/fila`, body, headers);
      assert.equal(response.status, 201, await response.clone().text());
      return senhaFila.parse(await response.json());
    };
    const ver = async (senha: SenhaFila): Promise<SituacaoFila> => situacaoFila.parse(await (await backend.get('/v1/fila', bearer(senha))).json());
    const sala = async (senha: SenhaFila): Promise<EntradaFila> => entradaFila.parse(await (await backend.post('/v1/fila/entrada', undefined, bearer(senha))).json());
    const sair = async (senha: SenhaFila): Promise<void> => assert.equal((await backend.post('/v1/fila/saida', undefined, bearer(senha))).status, 204);
    const recusa = async (response: Response | Promise<Response>): Promise<[number, string]> => {
      const { status, type } = (await (await response).json()) as Problem;
      return [status, type.replace('urn:atrio:problema:', '')];
    };
    const chamar = async (onde: Onde, quem = teresa): Promise<FilaRow> => {
      const row = await motor.chamar(onde, quem);
      assert.ok(row, 'nobody was called');
      return row;
    };
    /** Called, come in and served, by somebody who then is free again. */
    const atender = async (onde: Onde, senha: SenhaFila, quem = teresa, duracao = 5 * MIN): Promise<FilaRow> => {
      const row = await chamar(onde, quem);
      assert.equal(row.numero, Number(senha.senha));
      await sala(senha);
      backend.time.now += duracao;
      return motor.agir({ acao: 'encerrar', senhaId: String(row.id), combinado: 'Ligar na sexta.' }, quem);
    };

    test('[BV-13] the room opens when an attendant calls, for the one called alone, and each service ends with what was agreed', async () => {
      const [ana, bia] = [await entrar('ordem', { nome: 'Ana' }), await entrar('ordem')];
      assert.deepEqual([ana.posicao, bia.posicao], [0, 1]);
      assert.deepEqual(await recusa(backend.post('/v1/fila/entrada', undefined, bearer(ana))), [409, 'aguarde-sua-vez']);
      const chamada = await chamar('ordem');
      assert.deepEqual([chamada.numero, chamada.estado, chamada.vez, chamada.atendente], [1, 'chamada', 1, 'teresa']);
      const agora = await ver(ana);
      assert.deepEqual([agora.estado, agora.salaAberta, agora.chamada], ['chamada', true, { vez: 1, ate: backend.court.instante(backend.time.now + 120_000) }]);
      assert.deepEqual(agora.atendente, { nome: 'Teresa Lima', unidade: backend.court.unidade('ordem')?.nome });
      assert.deepEqual(await recusa(backend.post('/v1/fila/entrada', undefined, bearer(bia))), [409, 'aguarde-sua-vez']);
      assert.equal((await ver(bia)).posicao, 0);
      const aberta = await sala(ana);
      assert.ok('sala' in aberta);
      assert.equal((await ver(ana)).estado, 'em-atendimento');
      const fim = await motor.agir({ acao: 'encerrar', senhaId: String(chamada.id), combinado: 'Ligar na sexta.' }, teresa);
      assert.deepEqual([fim.estado, fim.fim], ['encerrada', 'atendida']);
      const acabou = await ver(ana);
      assert.equal(acabou.estado, 'encerrada');
      assert.deepEqual(acabou.fim, { motivo: 'atendida', em: backend.court.instante(backend.time.now), protocolo: fim.protocolo, combinado: 'Ligar na sexta.', avaliada: false });
      assert.match(fim.protocolo ?? '', /^2026\.\d{6}-\d$/);
      assert.deepEqual(await recusa(backend.post('/v1/fila/entrada', undefined, bearer(ana))), [409, 'ingresso-encerrado']);
      assert.equal((await chamar('ordem')).numero, 2);
      const outra = await sala(bia);
      assert.ok('sala' in outra && outra.sala !== aberta.sala);
    });

    test('[BV-13] who has a ticket in hand gets that one again, and another\'s cannot be acted on', async () => {
      assert.equal(await motor.chamar('mao', como('m1')), null);
      await entrar('mao');
      await entrar('mao');
      const minha = await chamar('mao', como('m1'));
      assert.equal((await chamar('mao', como('m1'))).id, minha.id);
      assert.equal((await chamar('ordem', como('m1'))).id, minha.id);
      const outra = await chamar('mao', como('m2'));
      assert.notEqual(outra.id, minha.id);
      await assert.rejects(motor.agir({ acao: 'encerrar', senhaId: String(outra.id) }, como('m1')), { code: 'senha-de-outro-atendente' });
      await assert.rejects(motor.agir({ acao: 'encerrar', senhaId: String(minha.id) }, como('m1')), { code: 'acao-indisponivel' });
      await assert.rejects(motor.agir({ acao: 'ausente', senhaId: String(minha.id) }, como('m1')), { code: 'acao-indisponivel' });
      for (const senhaId of ['999999999', 'x', '1; drop']) await assert.rejects(motor.agir({ acao: 'encerrar', senhaId }, como('m1')), { code: 'senha-nao-encontrada' });
    });

    test('[BV-13] twenty attendants who call at once, twice each, get the first twenty people, one each', async () => {
      for (let i = 0; i < 25; i += 1) await entrar('juntos');
      const quem = Array.from({ length: 20 }, (_, i) => como(`j${i}`));
      const chamadas = await Promise.all([...quem, ...quem].map(async (um) => ({ por: um.sub, numero: (await chamar('juntos', um)).numero })));
      assert.equal(new Set(chamadas.map(({ por, numero }) => `${por} ${numero}`)).size, 20);
      assert.deepEqual([...new Set(chamadas.map(({ numero }) => numero))].toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, i) => i + 1));
    });

    test('[BV-20] two priorities for each person without one, those of 80 or more first, and everybody sees their true place', async () => {
      const quem: FilaInput[] = [{}, {}, { prioridade: 'gestante' }, { prioridade: 'idoso' }, { prioridade: 'idoso-80' }, {}, { prioridade: 'autismo' }, { prioridade: 'doador-de-sangue' }];
      const senhas: SenhaFila[] = [];
      for (const um of quem) senhas.push(await entrar('justa', um));
      const ordem: number[] = [];
      for (let i = 0; i < quem.length; i += 1) {
        const lugares = await Promise.all(senhas.filter(({ senha }) => !ordem.includes(Number(senha))).map(async (um) => [(await ver(um)).posicao, Number(um.senha)] as const));
        const proxima = lugares.find(([posicao]) => posicao === 0);
        assert.deepEqual(lugares.map(([posicao]) => posicao).toSorted((a, b) => a - b), lugares.map((_, lugar) => lugar));
        const { numero } = await chamar('justa', como(`f${i}`));
        assert.equal(numero, proxima?.[1]);
        ordem.push(numero);
      }
      assert.deepEqual(ordem, [5, 3, 1, 4, 7, 2, 8, 6]);
    });

    test('[BV-22] the place that is told is the place in the order of the calls, in a long mixed queue', async () => {
      const senhas: SenhaFila[] = [];
      for (let i = 0; i < 30; i += 1) senhas.push(await entrar('lugares', i % 7 === 3 ? { prioridade: 'idoso-80' } : i % 3 === 1 ? { prioridade: 'deficiencia' } : {}));
      for (let i = 0; i < 4; i += 1) await chamar('lugares', como(`l${i}`));
      const espera = await banco.db.selectFrom('fila').select(['id', 'numero', 'classe', 'ordem']).where('unidade_id', '=', 'lugares').where('estado', '=', 'aguardando').execute();
      const { seguidas } = await banco.db.selectFrom('balcoes').select('seguidas').where('unidade_id', '=', 'lugares').executeTakeFirstOrThrow();
      const ordem = ordemDasChamadas(espera, seguidas, { prioridadesSeguidas: 2 });
      for (const [lugar, { numero }] of ordem.entries()) assert.equal((await ver(senhas[numero - 1]!)).posicao, lugar);
    });

    test('[BV-21] a window, then a grace, then three places back, and out only at the third round', async () => {
      const ana = await entrar('janela');
      for (let i = 0; i < 5; i += 1) await entrar('janela');
      const { id } = await chamar('janela', como('w0'));
      backend.time.now += 119_000;
      await motor.varrer();
      assert.equal((await ver(ana)).chamada?.vez, 1);
      backend.time.now += 1_000;
      assert.ok((await motor.varrer()).includes('janela'));
      assert.deepEqual((await ver(ana)).chamada, { vez: 2, ate: backend.court.instante(backend.time.now + 60_000) });
      assert.deepEqual((await motor.varrer()).filter((um) => um === 'janela'), []);
      backend.time.now += 60_000;
      // Whoever asks ends the window too, should nobody sweep.
      const voltou = await ver(ana);
      assert.deepEqual([voltou.estado, voltou.posicao, voltou.faltas], ['aguardando', 3, { quantas: 1, limite: 3, recuo: 3 }]);
      const numeros: number[] = [];
      for (let i = 1; i <= 4; i += 1) numeros.push((await chamar('janela', como(`w${i}`))).numero);
      assert.deepEqual(numeros, [2, 3, 4, 1]);
      // The attendant may say so in the grace, and not before.
      await assert.rejects(motor.agir({ acao: 'ausente', senhaId: String(id) }, como('w4')), { code: 'acao-indisponivel' });
      await motor.agir({ acao: 'chamar-de-novo', senhaId: String(id) }, como('w4'));
      backend.time.now += 120_000;
      await motor.varrer();
      const ausente = await motor.agir({ acao: 'ausente', senhaId: String(id) }, como('w4'));
      assert.deepEqual([ausente.estado, ausente.faltas, ausente.atendente], ['aguardando', 2, null]);
      // Once more in the front, with nobody else but those behind.
      for (let i = 10; ; i += 1) if ((await chamar('janela', como(`w${i}`))).id === id) break;
      for (const ms of [120_000, 60_000]) {
        backend.time.now += ms;
        await motor.varrer();
      }
      const fora = await ver(ana);
      assert.deepEqual([fora.estado, fora.fim?.motivo], ['encerrada', 'ausente']);
    });

    test('[BV-21] who goes back three places goes within their class, and behind the last when there are fewer', async () => {
      const [a, idosa, b] = [await entrar('recuo'), await entrar('recuo', { prioridade: 'idoso' }), await entrar('recuo')];
      assert.equal((await chamar('recuo', como('r1'))).numero, Number(idosa.senha));
      const primeira = await chamar('recuo', como('r2'));
      assert.equal(primeira.numero, Number(a.senha));
      backend.time.now += 120_000;
      await motor.varrer();
      await motor.agir({ acao: 'ausente', senhaId: String(primeira.id) }, como('r2'));
      backend.time.now += 60_000;
      await motor.varrer();
      const c = await entrar('recuo');
      assert.deepEqual(await Promise.all([idosa, b, a, c].map(async (um) => (await ver(um)).posicao)), [0, 1, 2, 3]);
    });

    test('[BV-21] reload, another tab and a lost answer: one ticket, one place, one room', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const [um, outro, tres] = await Promise.all([entrar('recarga', { nome: 'Rui' }, key), entrar('recarga', { nome: 'Rui' }, key), entrar('recarga', { nome: 'Rui' }, key)]);
      assert.deepEqual([outro.ingresso, tres.ingresso, outro.senha], [um.ingresso, um.ingresso, '001']);
      const row = await chamar('recarga', como('t'));
      const salas = await Promise.all([sala(um), sala(um), sala(um)]);
      assert.equal(new Set(salas.map((entrada) => 'sala' in entrada && entrada.sala)).size, 1);
      const { atendido_em } = await banco.db.selectFrom('fila').select('atendido_em').where('id', '=', row.id).executeTakeFirstOrThrow();
      backend.time.now += MIN;
      // Hung up by mistake: the place in the call is still there.
      await sair(um);
      assert.deepEqual([(await ver(um)).fim?.motivo, (await ver(um)).salaAberta], ['atendida', true]);
      assert.deepEqual(await sala(um).then((entrada) => 'sala' in entrada && entrada.sala), 'sala' in salas[0]! && salas[0].sala);
      const depois = await banco.db.selectFrom('fila').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
      assert.deepEqual([depois.estado, depois.saiu_em, depois.atendido_em], ['em-atendimento', null, atendido_em]);
      // Hung up for good: what was agreed comes when it is written.
      await sair(um);
      await sair(um);
      await assert.rejects(motor.agir({ acao: 'transferir', senhaId: String(row.id), unidadeId: 'destino' }, como('t')), { code: 'acao-indisponivel' });
      await motor.agir({ acao: 'encerrar', senhaId: String(row.id), combinado: 'Tudo certo.' }, como('t'));
      assert.equal((await ver(um)).fim?.combinado, 'Tudo certo.');
    });

    test('[BV-15] at closing time nobody comes in any more, and everybody who is in is called and served', async () => {
      const antes = backend.time.now;
      backend.time.now = Date.parse('2026-11-23T13:59:59-03:00');
      const senhas = [await entrar('noite'), await entrar('noite'), await entrar('noite')];
      backend.time.now += 1_000;
      assert.deepEqual(await recusa(backend.post('/v1/unidades/noite/fila', {})), [409, 'fora-do-horario']);
      for (const senha of senhas) {
        assert.equal((await atender('noite', senha, como('n'), 40 * MIN)).fim, 'atendida');
        assert.deepEqual(await recusa(backend.post('/v1/unidades/noite/fila', {})), [409, 'fora-do-horario']);
      }
      assert.equal(await motor.chamar('noite', como('n')), null);
      backend.time.now = antes;
    });

    test('[BV-22] the estimate rests on what services took and on who is at the counter', async () => {
      for (const minutos of [4, 5, 6]) {
        const senha = await entrar('estima');
        assert.equal(senha.estimativa, null);
        await atender('estima', senha, como('e'), minutos * MIN);
      }
      assert.equal((await entrar('estima')).estimativa, null);
      for (const sub of ['e', 'e2']) await banco.db.insertInto('presencas').values({ unidade_id: 'estima', sub, nome: sub, visto_em: new Date(backend.time.now) }).execute();
      const base = 'pela duração dos últimos 3 atendimentos, com 2 atendentes';
      const segunda = await entrar('estima');
      assert.deepEqual(segunda.estimativa, { minutos: 5, base });
      assert.deepEqual((await ver(segunda)).estimativa, { minutos: 5, base });
      const resumo = resumoFila.parse(await (await backend.get('/v1/unidades/estima/fila')).json());
      assert.deepEqual([resumo.aguardando, resumo.estimativa, resumo.atendentes], [2, { minutos: 8, base }, 2]);
    });

    test('a paused counter still takes people in, and says why', async () => {
      const ate = new Date(backend.time.now + HORA);
      await banco.db.insertInto('balcoes').values({ unidade_id: 'pausa', pausado_em: new Date(backend.time.now), pausado_por: 'teresa', pausa_motivo: 'Reunião da equipe', pausa_ate: ate }).execute();
      const senha = await entrar('pausa');
      const pausa = { motivo: 'Reunião da equipe', ate: backend.court.instante(ate.getTime()) };
      assert.deepEqual((await ver(senha)).pausa, pausa);
      assert.deepEqual(resumoFila.parse(await (await backend.get('/v1/unidades/pausa/fila')).json()).pausa, pausa);
    });

    test('[BV-13] a transfer keeps the time of arrival: ahead of everybody who came later, and one person\'s alone', async () => {
      const cedo = await entrar('origem', { assunto: 'Guarda' });
      backend.time.now += MIN;
      const la = [await entrar('destino'), await entrar('destino')];
      const row = await chamar('origem', como('o'));
      await sala(cedo);
      const antes = await sala(cedo);
      await motor.agir({ acao: 'transferir', senhaId: String(row.id), unidadeId: 'destino', motivo: 'É assunto de família' }, como('o'));
      const agora = await ver(cedo);
      assert.deepEqual([agora.unidadeId, agora.estado, agora.posicao, agora.transferida], ['destino', 'aguardando', 0, { de: backend.court.unidade('origem')?.nome, motivo: 'É assunto de família' }]);
      assert.deepEqual(await Promise.all(la.map(async (um) => (await ver(um)).posicao)), [1, 2]);
      await assert.rejects(motor.agir({ acao: 'encerrar', senhaId: String(row.id) }, como('o')), { code: 'acao-indisponivel' });
      assert.equal((await chamar('destino', como('d'))).id, row.id);
      const depois = await sala(cedo);
      assert.ok('sala' in antes && 'sala' in depois && antes.sala !== depois.sala);
      await assert.rejects(motor.agir({ acao: 'transferir', senhaId: String(row.id), unidadeId: 'nenhuma' }, como('d')), { code: 'unidade-nao-encontrada' });
    });

    test('[BV-14] an appointment that is due goes first in its hour, once, at its unit alone', async () => {
      const inicio = backend.time.now + 20 * MIN;
      const protocolo = formatProtocolo({ ano: 2026, numero: 990_001 });
      const chave = 'ABCDEFGHJKMNPQRS';
      const guardado = { unidadeId: 'hora', inicio: backend.court.instante(inicio), fim: backend.court.instante(inicio + 20 * MIN), situacao: 'marcado' };
      const prazo = backend.court.prazo({ tipo: 'pedido-informacao', especie: null, tema: null, direito: null }, '2026-11-23');
      const { id } = await banco.db
        .insertInto('casos')
        .values({
          tipo: 'agendamento', ano: 2026, numero: 990_001, protocolo, chave_hash: hashDaChave(backend.chaves.segredos, protocolo, chave), especie: null, unidade_id: 'hora', registrado_em: new Date(backend.time.now),
          vence: '2026-11-23', prazo: JSON.stringify(prazo), conteudo: '{}', recibo: '', idem_hash: Buffer.from('a'), corpo_hash: Buffer.from('a'), sal: Buffer.from('a'), agendamento: JSON.stringify(guardado),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const comum = await entrar('hora', { prioridade: 'idoso-80' });
      const tentar = (onde: Onde, com = { protocolo, chave }) => backend.post(`/v1/unidades/${onde}/fila`, { agendamento: com });
      assert.deepEqual(await recusa(tentar('hora')), [409, 'agendamento-fora-da-hora']);
      backend.time.now = inicio - 15 * MIN;
      assert.deepEqual(await recusa(tentar('ordem')), [409, 'agendamento-indisponivel']);
      assert.deepEqual(await recusa(tentar('hora', { protocolo, chave: 'ZZZZZZZZZZZZZZZZ' })), [404, 'protocolo-nao-encontrado']);
      const [uma, outra] = await Promise.all([tentar('hora'), tentar('hora')]);
      assert.deepEqual([uma.status, outra.status].toSorted(), [201, 409]);
      const senha = senhaFila.parse(await (uma.status === 201 ? uma : outra).json());
      assert.equal(senha.posicao, 0);
      assert.equal((await ver(comum)).posicao, 1);
      await atender('hora', senha, como('h'), 10 * MIN);
      const { agendamento, estado } = await banco.db.selectFrom('casos').select(['agendamento', 'estado']).where('id', '=', id).executeTakeFirstOrThrow();
      assert.deepEqual([agendamento?.situacao, estado], ['atendido', 'encerrada']);
      assert.deepEqual(await recusa(tentar('hora')), [409, 'agendamento-indisponivel']);
    });

    test('[BV-18] who somebody is stays in a column of its own, and nowhere that the holder of the ticket asks', async () => {
      assert.deepEqual(await recusa(backend.post('/v1/unidades/sigilo/fila', { sigilo: true })), [422, 'dados-invalidos']);
      const identificacao = { nome: 'Maria Sigilosa', cpf: '529.982.247-25', papel: 'parte' as const };
      const senha = await entrar('sigilo', { sigilo: true, identificacao, assunto: 'Guarda', libras: true });
      const row = await banco.db.selectFrom('fila').selectAll().where('unidade_id', '=', 'sigilo').executeTakeFirstOrThrow();
      assert.deepEqual([row.identificacao?.nome, row.dados], ['Maria Sigilosa', { assunto: 'Guarda', libras: true, sigilo: true }]);
      assert.doesNotMatch(JSON.stringify(await ver(senha)), /Maria Sigilosa|Guarda/);
      // Said without need, it is not kept.
      await entrar('sigilo', { identificacao });
      assert.equal((await banco.db.selectFrom('fila').select('identificacao').where('unidade_id', '=', 'sigilo').where('numero', '=', 2).executeTakeFirstOrThrow()).identificacao, null);
    });

    /** Reads the events of a ticket one by one. */
    async function seguir(senha: SenhaFila) {
      const response = await backend.get('/v1/fila/eventos', bearer(senha));
      assert.equal(response.status, 200);
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let resto = '';
      return {
        headers: response.headers,
        async proximo(): Promise<SituacaoFila | null> {
          for (;;) {
            const fim = resto.indexOf('\n\n');
            if (fim >= 0) {
              const bloco = resto.slice(0, fim);
              resto = resto.slice(fim + 2);
              if (bloco.startsWith('data: ')) return situacaoFila.parse(JSON.parse(bloco.slice(6)));
              continue;
            }
            const { done, value } = await reader.read();
            if (done) return null;
            resto += value;
          }
        },
        parar: () => reader.cancel(),
      };
    }

    test('[BV-22] place, call and end are told as they happen, by events that end with the ticket', async () => {
      const [ana, bia] = [await entrar('vivo'), await entrar('vivo')];
      const [deAna, deBia] = [await seguir(ana), await seguir(bia)];
      assert.deepEqual([deAna.headers.get('content-type'), deAna.headers.get('cache-control'), deAna.headers.get('x-accel-buffering'), deAna.headers.get('content-encoding')], ['text/event-stream; charset=utf-8', 'no-store', 'no', null]);
      assert.deepEqual([(await deAna.proximo())?.posicao, (await deBia.proximo())?.posicao], [0, 1]);
      const row = await chamar('vivo', como('v'));
      assert.equal((await deAna.proximo())?.chamada?.vez, 1);
      assert.equal((await deBia.proximo())?.posicao, 0);
      await sala(ana);
      assert.equal((await deAna.proximo())?.estado, 'em-atendimento');
      // Followed across a transfer.
      await motor.agir({ acao: 'transferir', senhaId: String(row.id), unidadeId: 'muitos' }, como('v'));
      const transferida = await deAna.proximo();
      assert.deepEqual([transferida?.unidadeId, transferida?.estado], ['muitos', 'aguardando']);
      await sair(ana);
      assert.equal((await deAna.proximo())?.fim?.motivo, 'saiu');
      assert.equal(await deAna.proximo(), null);
      await deBia.parar();
      // Who comes when it is over is told so, once.
      const tarde = await seguir(ana);
      assert.equal((await tarde.proximo())?.estado, 'encerrada');
      assert.equal(await tarde.proximo(), null);
    });

    test('[BV-22] a change costs one statement for a thousand listeners', async () => {
      const senha = await entrar('muitos');
      const { id } = await banco.db.selectFrom('fila').select('id').where('unidade_id', '=', 'muitos').where('numero', '=', Number(senha.senha)).where('transferida_de', 'is', null).executeTakeFirstOrThrow();
      let perguntas = 0;
      const contado = banco.db.withPlugin({
        transformQuery: ({ node }) => {
          perguntas += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      }) as Kysely<Tabelas>;
      const eventos = createEventos({ ...ctx, db: contado }, silentLog);
      let faltam = 0;
      let todos = (): void => undefined;
      const rodada = (): Promise<void> => {
        faltam = 1_000;
        return new Promise((done) => (todos = done));
      };
      const primeira = rodada();
      const parar = Array.from({ length: 1_000 }, () =>
        eventos.ouvir({ senhaId: id, unidadeId: 'muitos', ultimo: '', pulsar: () => undefined, fechar: () => undefined, mandar: () => (faltam -= 1) === 0 && todos() }),
      );
      await primeira;
      const segunda = rodada();
      const antes = perguntas;
      await sair(senha);
      await segunda;
      assert.equal(perguntas - antes, 1);
      parar.forEach((um) => um());
    });

    test('[BV-22] a service is rated once, after it', async () => {
      const [ana, bia] = [await entrar('nota'), await entrar('nota')];
      const avaliar = (senha: SenhaFila, body: unknown) => backend.post('/v1/fila/avaliacao', body, bearer(senha));
      assert.deepEqual(await recusa(avaliar(ana, { nota: 5 })), [409, 'sem-atendimento']);
      await atender('nota', ana, como('x'));
      assert.deepEqual(await recusa(avaliar(ana, { nota: 6 })), [422, 'dados-invalidos']);
      assert.equal((await avaliar(ana, { nota: 4, resolvido: 'sim', comentario: 'Rápido' })).status, 204);
      assert.equal((await avaliar(ana, { nota: 4, resolvido: 'sim', comentario: 'Rápido' })).status, 204);
      assert.deepEqual(await recusa(avaliar(ana, { nota: 1 })), [409, 'fila-ja-avaliada']);
      assert.equal((await ver(ana)).fim?.avaliada, true);
      await sair(bia);
      assert.deepEqual(await recusa(avaliar(bia, { nota: 5 })), [409, 'sem-atendimento']);
    });

    test('a counter above its limit says so and offers other ways, and takes people in all the same', async () => {
      for (let i = 0; i < 3; i += 1) {
        assert.equal(resumoFila.parse(await (await backend.get('/v1/unidades/cheia/fila')).json()).lotada, false);
        await entrar('cheia');
      }
      const resumo = resumoFila.parse(await (await backend.get('/v1/unidades/cheia/fila')).json());
      assert.deepEqual([resumo.aguardando, resumo.lotada, resumo.mensagem, resumo.agenda], [3, true, true, true]);
      assert.equal((await entrar('cheia')).posicao, 3);
      assert.deepEqual(await recusa(backend.get('/v1/unidades/nenhuma/fila')), [404, 'unidade-nao-encontrada']);
    });

    test('[BV-13] who left is not called, and is told so', async () => {
      const [a, b] = [await entrar('saida'), await entrar('saida')];
      const row = await chamar('saida', como('s'));
      await sair(a);
      await sair(a);
      assert.deepEqual([(await ver(a)).fim?.motivo, (await ver(b)).posicao], ['saiu', 0]);
      await assert.rejects(motor.agir({ acao: 'chamar-de-novo', senhaId: String(row.id) }, como('s')), { code: 'acao-indisponivel' });
      assert.equal((await chamar('saida', como('s'))).numero, Number(b.senha));
    });

    test('[BV-13] arrivals keep their order in processes whose clocks disagree by an hour', async () => {
      const atrasado = await testBackend(banco, { tribunal: tribunal(), autenticar: () => Promise.reject(new ProblemError('acesso-invalido')) });
      atrasado.time.now = backend.time.now - HORA;
      for (let i = 0; i < 6; i += 1) assert.equal((await (i % 2 ? atrasado : backend).post('/v1/unidades/relogio/fila', {})).status, 201);
      for (let i = 1; i <= 6; i += 1) assert.equal((await chamar('relogio', como(`k${i}`))).numero, i);
    });

    test('[BV-13] where the court says so, the room opens at once, and who hangs up was served', async () => {
      const [a, b] = [await entrar('imediata'), await entrar('imediata')];
      assert.deepEqual([(await ver(b)).salaAberta, (await ver(b)).posicao], [true, 1]);
      assert.ok('sala' in (await sala(b)));
      assert.ok('sala' in (await sala(a)));
      await sair(b);
      assert.deepEqual([(await ver(b)).estado, (await ver(b)).fim?.motivo], ['encerrada', 'atendida']);
    });

    test('[BV-21] many people behind one address reconnect as often as they need to; who holds no ticket does not', async () => {
      const apertado = await testBackend(banco, {
        tribunal: tribunal(),
        autenticar: () => Promise.reject(new ProblemError('acesso-invalido')),
        limites: { geral: { pontos: 5, segundos: 600 }, criacao: { pontos: 1_000, segundos: 600 }, ingresso: { pontos: 30, segundos: 600 } },
      });
      apertado.time.now = backend.time.now;
      const senha = await entrar('limites');
      const outra = await entrar('limites');
      const status = async (headers: Record<string, string>): Promise<number> => (await apertado.get('/v1/fila', headers)).status;
      for (let i = 0; i < 30; i += 1) assert.equal(await status(bearer(senha)), 200);
      assert.equal(await status(bearer(senha)), 429);
      assert.equal(await status(bearer(outra)), 200);
      for (let i = 0; i < 5; i += 1) assert.equal(await status(bearer({ ingresso: `${'A'.repeat(42)}${i}` })), 401);
      assert.equal(await status(bearer({ ingresso: 'B'.repeat(43) })), 429);
      assert.equal(await status(bearer(outra)), 200);
    });

    test('a ticket whose day is over ends, and holds nobody up', async () => {
      const antes = backend.time.now;
      const [velha, atendida] = [await entrar('dia'), await entrar('dia')];
      assert.equal((await chamar('dia', como('d1'))).numero, Number(velha.senha));
      await sala(velha);
      await sair(velha);
      backend.time.now += 12 * HORA;
      assert.ok((await motor.varrer()).includes('dia'));
      const rows = await banco.db.selectFrom('fila').select(['numero', 'fim']).where('unidade_id', '=', 'dia').orderBy('numero').execute();
      assert.deepEqual(rows, [{ numero: 1, fim: 'atendida' }, { numero: 2, fim: 'expirada' }]);
      assert.equal((await ver(atendida).catch(() => null))?.estado, 'encerrada');
      backend.time.now += 1;
      assert.deepEqual(await recusa(backend.get('/v1/fila', bearer(atendida))), [401, 'ingresso-invalido']);
      backend.time.now = antes;
    });

    if (engine.name === 'postgresql') {
      test('[BV-13] [BV-22] a call in one process is told at once to who follows their ticket in another', async () => {
        const outroBanco = await abrirBanco({ databaseUrl: engine.url! });
        try {
          const outroMotor = createMotor({ ...ctx, db: outroBanco.db, avisos: outroBanco.avisos });
          const senha = await entrar('longe');
          const eventos = await seguir(senha);
          assert.equal((await eventos.proximo())?.posicao, 0);
          await outroMotor.chamar('longe', como('z'));
          assert.equal((await eventos.proximo())?.estado, 'chamada');
          await eventos.parar();
        } finally {
          await outroBanco.close();
        }
      });

      test('[BV-13] counters that nobody came to yet are first used by many at once, in pairs, and none waits for another in a ring', async () => {
        for (let vez = 0; vez < 15; vez += 1) {
          const ids = ['a', 'b', 'c', 'd'].map((letra) => `nova-${vez}-${letra}`);
          const pares = ids.flatMap((um) => ids.map((outro) => [um, outro]));
          const feitos = await Promise.all(pares.map((par) => noBalcao(ctx, par, (_tx, balcoes) => Promise.resolve(balcoes.size))));
          assert.deepEqual(feitos, pares.map((par) => new Set(par).size));
        }
      });

      test('[BV-13] who is next is found by one look for each class, with ten thousand people waiting', async () => {
        await sql`
          insert into fila (unidade_id, dia, numero, classe, ordem, dados, ingresso_hash, entrou_em, idem_hash, corpo_hash, sal)
          select 'dez-mil', '2026-11-23', n, n % 4, n, '{}', ('i' || n)::bytea, ${new Date(backend.time.now)}, ('k' || n)::bytea, 'c', 's' from generate_series(1, 10000) n`.execute(banco.db);
        await sql`analyze fila`.execute(banco.db);
        const vistos: number[] = [];
        const contado = banco.db.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => {
            vistos.push(result.rows.length);
            return result;
          },
        }) as Kysely<Tabelas>;
        assert.equal((await createMotor({ ...ctx, db: contado }).chamar('dez-mil', como('q')))?.numero, 4);
        assert.ok(Math.max(...vistos) <= 4, `a statement gave ${Math.max(...vistos)} rows`);
        const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Plano }] }>`explain (analyze, format json) ${cabecasDe('dez-mil')}`.execute(banco.db);
        interface Plano {
          'Plans'?: Plano[];
          'Index Name'?: string;
          'Actual Rows': number;
          'Node Type': string;
          'Rows Removed by Filter'?: number;
        }
        const todos = (plano: Plano): Plano[] => [plano, ...(plano.Plans ?? []).flatMap(todos)];
        const planos = todos(rows[0]!['QUERY PLAN'][0].Plan);
        assert.ok(planos.some((um) => um['Index Name'] === 'fila_esperando'), JSON.stringify(planos));
        assert.ok(planos.every((um) => um['Actual Rows'] <= 4 && !um['Rows Removed by Filter']), JSON.stringify(planos));
      });

      test('[BV-22] an ear that the server cuts off is opened again, and who listens looks at all again', async () => {
        let ouviu = (_unidade: string): void => undefined;
        let perdeu = (): void => undefined;
        const perdidos = (): Promise<void> => new Promise((done) => (perdeu = done));
        const ligado = perdidos();
        const parar = banco.avisos.ouvir((unidade) => ouviu(unidade), () => perdeu());
        const mudou = (): Promise<string> => new Promise((done) => (ouviu = (unidade) => unidade === 'cai' && done(unidade)));
        // An ear that is open already tells nobody that it was opened.
        const primeira = mudou();
        await Promise.race([ligado, entrar('cai')]);
        await Promise.all([primeira, entrar('cai')]);
        const deNovo = perdidos();
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'atrio-avisos' and datname = current_database()`.execute(banco.db);
        await deNovo;
        const segunda = mudou();
        await entrar('cai');
        assert.equal(await segunda, 'cai');
        parar();
      });
    }
  });
}

test('the suite runs on a real PostgreSQL too', (t) => (missing ? t.skip(missing) : undefined));
