import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { jwtVerify } from 'jose';
import type { Banco } from '../../demo/backend/database.ts';
import { chavesDeVideo } from '../../demo/backend/video-keys.ts';
import { entradaAudiencia, type EntradaAudiencia } from '../../src/contract/audiencia-convite.ts';
import type { AtoAudiencia } from '../../src/contract/audiencia-equipe.ts';
import { checkRoomName } from '../../src/domain/room/room-name.ts';
import { engines, testBackend, testKeys, type Engine, type TestBackend } from '../support/backend.ts';
import { bearer, codigoDe, Conducao, type Convidada } from '../support/audiencias.ts';
import { testStaff, type TestStaff } from '../support/equipe.ts';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-letras';
const SALAS = ['audiencia', 'e1', 'e2', 'l1', 'l2'] as const;
type Sala = (typeof SALAS)[number];

/** How each answer is written in the tables below. */
const LETRA: Record<string, string> = { 'sala-reservada': 'x', 'sala-fechada': '-', 'fora-da-audiencia': 'o', 'audiencia-terminada': 't', 'audiencia-sob-sigilo': 's', 'convite-revogado': 'r', 'audiencia-nao-encontrada': 'n', 'sem-permissao': 'p' };

/**
 * Who may ever be in a reserved room (Res. 105, art. 7, IV): `m` a member, `x` nobody else, in the order e1, e2, l1, l2. One defender has two accused; one of them has three
 * defenders.
 */
const RESERVADAS: Record<string, string> = {
  juiz: 'xxxx',
  servidor: 'xxxx',
  acusacao: 'xxxx',
  acusado1: 'mxxx',
  acusado2: 'xmxx',
  defesaDoPrimeiro: 'mxmx',
  outraDoPrimeiro: 'mxmx',
  defesaDosDois: 'mmmm',
  defesaDoSegundo: 'xmxm',
  defesaDeNinguem: 'xxxx',
  parte: 'xxxx',
  vitima: 'xxxx',
  testemunha: 'xxxx',
  outraTestemunha: 'xxxx',
  perito: 'xxxx',
  interprete: 'xxxx',
  publico: 'xxxx',
  defesaRevogada: 'rrrr',
  acusadoDeOutra: 'xxxx',
  defesaDeOutra: 'xxxx',
  juizDeOutraUnidade: 'nnnn',
  atendente: 'pppp',
};
type Quem = keyof typeof RESERVADAS;
const TODOS = Object.keys(RESERVADAS);
/** Who never gets into this hearing, whatever happens in it: people of another one are in their own, which was not opened. */
const ESTRANHOS = { defesaRevogada: 'r', acusadoDeOutra: '-', defesaDeOutra: '-', juizDeOutraUnidade: 'n', atendente: 'p' };

describe('[AUD-06] the access matrix', () => {
  let engine: Engine;
  let banco: Banco;
  let backend: TestBackend;
  let equipe: TestStaff;
  let aud: Conducao;
  const gente: Record<string, Convidada> = {};

  before(async () => {
    // The server where there is one: a thousand calls are quicker there.
    engine = (await engines()).list.at(-1)!;
    banco = await engine.open();
    equipe = await testStaff();
    const video = chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO })!;
    backend = await testBackend(banco, { autenticar: equipe.autenticar, chaves: { ...(await testKeys()), video } });
    aud = await Conducao.marcar(backend, equipe);
    const outra = await Conducao.marcar(backend, equipe, { inicio: '2026-11-23T10:00:00-03:00' });
    for (const [nome, papel] of [['acusacao', 'acusacao'], ['acusado1', 'acusado'], ['acusado2', 'acusado'], ['parte', 'parte'], ['vitima', 'vitima'], ['testemunha', 'testemunha'], ['outraTestemunha', 'testemunha'], ['perito', 'perito'], ['interprete', 'interprete'], ['publico', 'publico']] as const) {
      gente[nome] = await aud.convidar(papel, `Pessoa ${nome}`);
    }
    const [um, dois] = [gente['acusado1']!.id, gente['acusado2']!.id];
    for (const [nome, defende] of [['defesaDoPrimeiro', [um]], ['outraDoPrimeiro', [um]], ['defesaDosDois', [um, dois]], ['defesaDoSegundo', [dois]], ['defesaDeNinguem', []], ['defesaRevogada', [um, dois]]] as const) {
      gente[nome] = await aud.convidar('defesa', `Defesa ${nome}`, { defende: [...defende] });
    }
    gente['acusadoDeOutra'] = await outra.convidar('acusado', 'Acusado de outra');
    gente['defesaDeOutra'] = await outra.convidar('defesa', 'Defesa de outra', { defende: [gente['acusadoDeOutra'].id] });
    await aud.agir({ acao: 'revogar', participanteId: gente['defesaRevogada']!.id });
  });
  after(async () => {
    await banco.close();
    await engine.close();
  });

  const lugar = (sala: Sala) => (sala === 'audiencia' ? { sala } : { sala: sala.startsWith('e') ? 'entrevista' : 'linha', de: gente[`acusado${sala[1]!}`]!.id });
  const CONTA: Record<string, string> = { juiz: 'helena', servidor: 'caio', atendente: 'teresa' };

  async function pedir(quem: Quem, sala: Sala): Promise<Response> {
    const corpo = { ...lugar(sala), ciente: true };
    if (quem === 'juizDeOutraUnidade') return backend.post(`/v1/audiencias/${aud.id}/entrada`, corpo, await equipe.como({ id: 'otto', nome: 'Otto', funcao: '', papeis: ['juiz', 'audiencia'], unidades: ['2-vara-civel-natal'] }));
    const conta = CONTA[quem];
    return conta ? backend.post(`/v1/audiencias/${aud.id}/entrada`, corpo, await equipe.como(conta)) : backend.post('/v1/audiencias/convite/entrada', corpo, bearer(gente[quem]!.convite));
  }

  /** Every door, tried by everybody, with what is behind the ones that open. */
  async function tentarTudo() {
    const linhas: Record<string, string> = {};
    const entradas: { quem: string; sala: Sala; entrada: EntradaAudiencia }[] = [];
    const tentar = async (quem: string): Promise<void> => {
      let linha = '';
      for (const sala of SALAS) {
        const response = await pedir(quem, sala);
        if (response.status !== 200) {
          linha += LETRA[await codigoDe(response)] ?? '?';
          continue;
        }
        const entrada = entradaAudiencia.parse(await response.json());
        entradas.push({ quem, sala, entrada });
        linha += entrada.modera ? 'M' : entrada.fala ? 'F' : 'A';
      }
      linhas[quem] = linha;
    };
    await Promise.all(TODOS.map(tentar));
    return { linhas, entradas };
  }

  const nomesVistos = new Map<string, string>();

  /**
   * Tries everything, and compares with the hearing's column of this moment and with the reserved rooms that are open in it.
   * @param vez which opening of the reserved rooms this is
   * @param audiencia what each gets at the hearing's door
   */
  async function conferir(vez: string, audiencia: Record<string, string>, abertas: readonly Exclude<Sala, 'audiencia'>[]): Promise<void> {
    const { linhas, entradas } = await tentarTudo();
    const esperado = Object.fromEntries(
      TODOS.map((quem) => {
        const reservadas = SALAS.slice(1).map((sala, index) => {
          const parte = RESERVADAS[quem]![index]!;
          return parte !== 'm' ? parte : abertas.includes(sala as 'e1') ? 'F' : '-';
        });
        return [quem, `${(ESTRANHOS as Record<string, string>)[quem] ?? audiencia[quem] ?? '?'}${reservadas.join('')}`];
      }),
    );
    assert.deepEqual(linhas, esperado);
    for (const { quem, sala, entrada } of entradas) {
      const nome = entrada.entrada.sala;
      assert.equal(checkRoomName(nome), null);
      // One name for one room, for everybody in it; and never another room's.
      const de = sala === 'audiencia' ? sala : `${vez} ${sala}`;
      assert.equal(nomesVistos.get(nome) ?? de, de, `${vez}: ${quem}`);
      nomesVistos.set(nome, de);
      const { payload } = await jwtVerify(entrada.entrada.token!, Buffer.from(SEGREDO), { currentDate: new Date(backend.time.now) });
      assert.equal(payload['room'], nome);
      assert.equal(payload['moderator'], sala === 'audiencia' && (quem === 'juiz' || quem === 'servidor'), `${quem} ${sala}`);
      const { features } = payload['context'] as { features: Record<string, string> };
      assert.equal(features['recording'], String(sala === 'audiencia' && (quem === 'juiz' || quem === 'servidor')), `${quem} ${sala}`);
      assert.ok(payload.exp! * 1000 - backend.time.now <= 5 * 60_000);
      if (sala !== 'audiencia') assert.equal(entrada.gravando, false);
    }
  }

  const todos = (letra: string): Record<string, string> => Object.fromEntries(TODOS.map((quem) => [quem, letra]));
  const CONDUZEM = { juiz: 'M', servidor: 'M' };
  const admitidos = ['acusacao', 'acusado1', 'acusado2', 'defesaDoPrimeiro', 'outraDoPrimeiro', 'defesaDosDois', 'defesaDoSegundo', 'defesaDeNinguem', 'parte', 'interprete', 'publico'];
  const chamados = ['vitima', 'testemunha', 'outraTestemunha', 'perito'];
  const dentro = (mais: Record<string, string> = {}): Record<string, string> => ({ ...todos('-'), ...Object.fromEntries(admitidos.map((quem) => [quem, 'F'])), publico: '-', ...CONDUZEM, ...mais });
  const deles = (acusado: 'acusado1' | 'acusado2') => ({ de: gente[acusado]!.id });
  const que = (quem: string) => ({ participanteId: gente[quem]!.id });

  test('[AUD-06][AUD-01][AUD-03][AUD-05] every role at every door, at every moment of a hearing', async (t) => {
    await t.test('scheduled: every door is closed', () => conferir('1', todos('-'), []));

    await t.test('the prior interview, and the line between the defenders, before the hearing opens', async () => {
      for (const ato of [{ acao: 'abrir-entrevista', ...deles('acusado1') }, { acao: 'abrir-linha', ...deles('acusado1') }] as AtoAudiencia[]) await aud.agir(ato);
      await conferir('2', todos('-'), ['e1', 'l1']);
    });

    await t.test('another accused has another room, with the defender of both', async () => {
      for (const ato of [{ acao: 'abrir-entrevista', ...deles('acusado2') }, { acao: 'abrir-linha', ...deles('acusado2') }] as AtoAudiencia[]) await aud.agir(ato, 'helena');
      await conferir('2', todos('-'), ['e1', 'l1', 'e2', 'l2']);
    });

    await t.test('open: who conducts is in, everybody else waits, and nobody is in because of having come', async () => {
      await aud.agir({ acao: 'abrir' });
      await aud.chegar(...[...admitidos, ...chamados].map((quem) => gente[quem]!));
      await conferir('2', { ...todos('-'), ...CONDUZEM }, ['e1', 'l1', 'e2', 'l2']);
    });

    await t.test('let in one by one; witnesses are not', async () => {
      for (const quem of admitidos) await aud.agir({ acao: 'admitir', ...que(quem) });
      for (const quem of chamados) assert.match(await aud.recusa({ acao: 'admitir', ...que(quem) }), /só quando é chamado/);
      for (const [acao, quem] of [['fechar-entrevista', 'acusado1'], ['fechar-entrevista', 'acusado2'], ['fechar-linha', 'acusado1'], ['fechar-linha', 'acusado2']] as const) await aud.agir({ acao, ...deles(quem) });
      await conferir('3', dentro(), []);
    });

    await t.test('under way: the public watches, and the line between the defenders may be open', async () => {
      await aud.agir({ acao: 'iniciar', gravar: true }, 'helena');
      await aud.agir({ acao: 'abrir-linha', ...deles('acusado1') });
      await conferir('3', dentro({ publico: 'A' }), ['l1']);
    });

    await t.test('a witness is called, and the other still hears nothing; heard, the witness is out', async () => {
      await aud.agir({ acao: 'chamar', ...que('testemunha') });
      assert.match(await aud.recusa({ acao: 'chamar', ...que('outraTestemunha') }), /em separado/);
      await aud.agir({ acao: 'comecar-depoimento', ...que('testemunha') });
      await conferir('3', dentro({ publico: 'A', testemunha: 'F' }), ['l1']);
      await aud.agir({ acao: 'terminar-depoimento' });
      await aud.agir({ acao: 'chamar', ...que('outraTestemunha') });
      await conferir('3', dentro({ publico: 'A', outraTestemunha: 'F' }), ['l1']);
    });

    await t.test('suspended for an interview: recorded by nobody, another room than before, entered by the same people alone', async () => {
      await aud.agir({ acao: 'fechar-linha', ...deles('acusado1') });
      await aud.agir({ acao: 'suspender', motivo: 'Entrevista reservada.' }, 'helena');
      await aud.agir({ acao: 'abrir-entrevista', ...deles('acusado1') });
      await conferir('4', dentro({ outraTestemunha: 'F' }), ['e1']);
    });

    await t.test('taken out by the judge, the accused keeps the interview; a revoked defender closes the room that they knew', async () => {
      await aud.agir({ acao: 'retirar', ...que('acusado1'), motivo: 'Ameaçou a testemunha.' }, 'helena');
      await aud.agir({ acao: 'voltar-a-espera', ...que('interprete') });
      await conferir('4', dentro({ outraTestemunha: 'F', acusado1: 'o', interprete: '-' }), ['e1']);
      await aud.agir({ acao: 'revogar', ...que('outraDoPrimeiro') });
      RESERVADAS['outraDoPrimeiro'] = 'rrrr';
      await conferir('5', dentro({ outraTestemunha: 'F', acusado1: 'o', interprete: '-', outraDoPrimeiro: 'r' }), []);
      await aud.agir({ acao: 'abrir-entrevista', ...deles('acusado1') });
      await conferir('5', dentro({ outraTestemunha: 'F', acusado1: 'o', interprete: '-', outraDoPrimeiro: 'r' }), ['e1']);
    });

    await t.test('over: no door opens to anybody', async () => {
      await aud.agir({ acao: 'encerrar' }, 'helena');
      const { linhas, entradas } = await tentarTudo();
      assert.deepEqual(entradas, []);
      for (const quem of TODOS) {
        const esperado = quem === 'defesaRevogada' || quem === 'outraDoPrimeiro' ? 'rrrrr' : quem === 'juizDeOutraUnidade' ? 'nnnnn' : quem === 'atendente' ? 'ppppp' : quem === 'acusadoDeOutra' || quem === 'defesaDeOutra' ? '-xxxx' : 'ttttt';
        assert.equal(linhas[quem], esperado, quem);
      }
    });
  });

  test('[AUD-06] no room of a hearing has the name of another, and a reserved one has a new name each time that it opens', () => {
    const porSala = new Map<string, Set<string>>();
    for (const [nome, de] of nomesVistos) porSala.set(de, (porSala.get(de) ?? new Set()).add(nome));
    // The line of the third moment is another than the one of the second; interviews of the second, fourth and fifth too.
    const reservadas = [...porSala].filter(([de]) => de !== 'audiencia');
    assert.deepEqual(reservadas.map(([de]) => de).toSorted(), ['2 e1', '2 e2', '2 l1', '2 l2', '3 l1', '4 e1', '5 e1']);
    for (const [de, nomes] of porSala) assert.equal(nomes.size, 1, de);
    assert.equal(nomesVistos.size, reservadas.length + 1, 'and one for the hearing');
  });

  test('[AUD-06] tries of who conducts at a reserved door are written down, without the name of anybody invited', async () => {
    const linhas = await banco.db.selectFrom('auditoria').selectAll().where('acao', '=', 'audiencia-entrada-negada').execute();
    assert.ok(linhas.length > 10);
    assert.deepEqual([...new Set(linhas.map(({ ator }) => ator))].toSorted(), ['caio', 'helena']);
    const tudo = JSON.stringify(await banco.db.selectFrom('auditoria').selectAll().execute());
    assert.doesNotMatch(tudo, /Pessoa |Defesa /);
  });

  test('[AUD-06] a token that expired, or of another room, and an invitation that was replaced, is late or is of nobody open nothing', async () => {
    const nova = await Conducao.marcar(backend, equipe);
    const acusado = await nova.convidar('acusado', 'Acusada');
    const defesa = await nova.convidar('defesa', 'Defensora', { defende: [acusado.id] });
    const entrar = (convite: string, sala: string, de?: string) => backend.post('/v1/audiencias/convite/entrada', { sala, ...(de ? { de } : {}), ciente: true }, bearer(convite));
    await nova.agir({ acao: 'abrir-entrevista', de: acusado.id });
    const antes = entradaAudiencia.parse(await (await entrar(defesa.convite, 'entrevista', acusado.id)).json());
    const confere = (entrada: EntradaAudiencia, agora: number) => jwtVerify(entrada.entrada.token!, Buffer.from(SEGREDO), { currentDate: new Date(agora) });
    await confere(antes, backend.time.now);
    await assert.rejects(confere(antes, backend.time.now + 5 * 60_000 + 1000), /"exp" claim/);
    assert.equal(new Date(antes.entrada.expiraEm).getTime(), backend.time.now + 5 * 60_000);
    // Closed and open again: the token that was kept is of a room where nobody is.
    await nova.agir({ acao: 'fechar-entrevista', de: acusado.id });
    assert.equal(await codigoDe(await entrar(defesa.convite, 'entrevista', acusado.id)), 'sala-fechada');
    await nova.agir({ acao: 'abrir-entrevista', de: acusado.id });
    const depois = entradaAudiencia.parse(await (await entrar(defesa.convite, 'entrevista', acusado.id)).json());
    assert.notEqual(depois.entrada.sala, antes.entrada.sala);
    // Replaced: the one before opens nothing, the new one does, and the room whose name was known is closed.
    const abertas = async () => (await nova.ver()).reservadas.map(({ de }) => de);
    const outro = await nova.convidar('acusado', 'Outro acusado');
    await nova.convidar('defesa', 'De outro', { defende: [outro.id] });
    await nova.agir({ acao: 'abrir-entrevista', de: outro.id });
    const trocado = (await nova.agir({ acao: 'substituir-convite', participanteId: defesa.id })).convite!;
    assert.deepEqual(await abertas(), [outro.id]);
    await nova.agir({ acao: 'substituir-convite', participanteId: outro.id });
    assert.deepEqual(await abertas(), []);
    await nova.agir({ acao: 'abrir-entrevista', de: acusado.id });
    await nova.agir({ acao: 'remarcar', inicio: '2026-11-23T09:30:00-03:00', duracaoMinutos: 90 });
    assert.deepEqual(await abertas(), [], 'moved');
    await nova.agir({ acao: 'abrir-entrevista', de: acusado.id });
    for (const path of ['convite/entrada', 'convite/chegada', 'convite/saida']) assert.equal(await codigoDe(await backend.post(`/v1/audiencias/${path}`, { sala: 'entrevista', de: acusado.id }, bearer(defesa.convite))), 'convite-revogado', path);
    for (const path of ['convite', 'convite/eventos']) assert.equal(await codigoDe(await backend.get(`/v1/audiencias/${path}`, bearer(defesa.convite))), 'convite-revogado', path);
    const nome = entradaAudiencia.parse(await (await entrar(trocado.convite, 'entrevista', acusado.id)).json()).entrada.sala;
    assert.notEqual(nome, depois.entrada.sala);
    // Of nobody; of somebody, but for a room of another hearing; none at all; the staff's token is no invitation, nor an invitation the staff's.
    assert.equal(await codigoDe(await entrar('A'.repeat(43), 'entrevista', acusado.id)), 'convite-invalido');
    assert.equal(await codigoDe(await entrar(gente['defesaDeOutra']!.convite, 'entrevista', acusado.id)), 'sala-reservada');
    assert.equal(await codigoDe(await backend.post('/v1/audiencias/convite/entrada', { sala: 'audiencia' })), 'convite-ausente');
    assert.equal((await backend.get(`/v1/audiencias/${nova.id}`, bearer(trocado.convite))).status, 401);
    assert.equal((await backend.get('/v1/audiencias/convite', await equipe.como('helena'))).status, 401);
    // A day after the hour, unless it is under way.
    const hora = backend.time.now;
    backend.time.now = Date.parse('2026-11-24T11:00:01-03:00');
    try {
      assert.equal(await codigoDe(await entrar(trocado.convite, 'entrevista', acusado.id)), 'convite-vencido');
      assert.equal(await codigoDe(await backend.get('/v1/audiencias/convite', bearer(acusado.convite))), 'convite-vencido');
      await nova.agir({ acao: 'abrir' });
      await nova.agir({ acao: 'fechar-entrevista', de: acusado.id });
      await nova.agir({ acao: 'iniciar', gravar: false });
      assert.equal((await backend.get('/v1/audiencias/convite', bearer(acusado.convite))).status, 200);
    } finally {
      backend.time.now = hora;
    }
  });

  test('[AUD-06] whatever is done, and in whatever order, nobody but a member is ever in a reserved room, and only while it is open', async () => {
    const nova = await Conducao.marcar(backend, equipe);
    const pessoas: Record<string, Convidada> = { a1: await nova.convidar('acusado', 'A1'), a2: await nova.convidar('parte', 'A2') };
    pessoas['d1'] = await nova.convidar('defesa', 'D1', { defende: [pessoas['a1']!.id] });
    pessoas['d12'] = await nova.convidar('defesa', 'D12', { defende: [pessoas['a1']!.id, pessoas['a2']!.id] });
    for (const [nome, papel] of [['mp', 'acusacao'], ['t', 'testemunha'], ['p', 'publico']] as const) pessoas[nome] = await nova.convidar(papel, nome);
    const nomes = Object.keys(pessoas);
    const membros: Record<string, readonly string[]> = { 'entrevista a1': ['a1', 'd1', 'd12'], 'entrevista a2': ['a2', 'd12'], 'linha a1': ['d1', 'd12'], 'linha a2': ['d12'] };
    const ato = fc.oneof(
      fc.constantFrom<AtoAudiencia>({ acao: 'abrir' }, { acao: 'iniciar', gravar: true }, { acao: 'suspender', motivo: 'x' }, { acao: 'retomar' }, { acao: 'gravar' }, { acao: 'parar-gravacao' }, { acao: 'terminar-depoimento' }),
      fc.record({ acao: fc.constantFrom('abrir-entrevista' as const, 'fechar-entrevista' as const, 'abrir-linha' as const, 'fechar-linha' as const), de: fc.constantFrom('a1', 'a1', 'a2', 'mp') }).map(({ acao, de }): AtoAudiencia => ({ acao, de: pessoas[de]!.id })),
      fc.record({ acao: fc.constantFrom('admitir' as const, 'chamar' as const, 'voltar-a-espera' as const, 'comecar-depoimento' as const, 'readmitir' as const), quem: fc.constantFrom(...nomes) }).map(({ acao, quem }): AtoAudiencia => ({ acao, participanteId: pessoas[quem]!.id })),
      fc.constantFrom(...nomes).map((quem): AtoAudiencia => ({ acao: 'retirar', participanteId: pessoas[quem]!.id, motivo: 'x' })),
    );
    const prova = fc.record({ quem: fc.constantFrom(...nomes, 'helena', 'caio'), sala: fc.constantFrom(...Object.keys(membros)) });
    let entraram = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(ato, prova, fc.constantFrom(...nomes)), { minLength: 6, maxLength: 14 }), async (passos) => {
        for (const [um, { quem, sala: qualquer }, chega] of passos) {
          await backend.post('/v1/audiencias/convite/chegada', undefined, bearer(pessoas[chega]!.convite));
          const feito = await nova.tentar(um, 'helena');
          assert.ok(feito.status === 200 || feito.status === 409, `${um.acao}: ${feito.status}`);
          const { reservadas, estado, gravando } = await nova.ver('helena');
          if (estado === 'em-andamento') assert.ok(!reservadas.some((uma) => uma.sala === 'entrevista'), 'the accused follows the act');
          if (estado === 'suspensa') assert.equal(gravando, false);
          // A door that is open, when there is one: any other is closed to all.
          const [aberta1] = reservadas;
          const sala = aberta1 ? `${aberta1.sala} ${nomes.find((nome) => pessoas[nome]!.id === aberta1.de)!}` : qualquer;
          const [qual, de] = sala.split(' ') as ['entrevista' | 'linha', string];
          const corpo = { sala: qual, de: pessoas[de]!.id, ciente: true };
          const response = pessoas[quem] ? await backend.post('/v1/audiencias/convite/entrada', corpo, bearer(pessoas[quem].convite)) : await backend.post(`/v1/audiencias/${nova.id}/entrada`, corpo, await equipe.como(quem));
          const aberta = reservadas.some((uma) => uma.sala === qual && uma.de === corpo.de);
          assert.equal(response.status === 200, membros[sala]!.includes(quem) && aberta, `${quem} ${sala} ${aberta} ${await response.clone().text()}`);
          if (response.status === 200) {
            entraram += 1;
            const { modera, gravando: nela } = entradaAudiencia.parse(await response.json());
            assert.ok(!modera && !nela);
          } else if (!membros[sala]!.includes(quem)) assert.equal(response.status, 403);
        }
      }),
      { numRuns: 10 },
    );
    assert.ok(entraram > 0, 'some of them did come in');
  });
});
