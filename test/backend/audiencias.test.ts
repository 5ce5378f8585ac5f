import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Banco } from '../../demo/backend/database.ts';
import { agendaDaSala, entradaAudiencia, entradaQuiosque, situacaoAudiencia, type SituacaoAudiencia } from '../../src/contract/audiencia-convite.ts';
import { audienciaEquipe, listaAudiencias, respostaAtoAudiencia, termoAudiencia } from '../../src/contract/audiencia-equipe.ts';
import { isAgendaDaSala, isAudienciaEquipe, isEntradaAudiencia, isEntradaQuiosque, isListaAudiencias, isRespostaAtoAudiencia, isSituacaoAudiencia, isTermoAudiencia } from '../../src/contract/replies-audiencia.ts';
import type { Problem } from '../../src/contract/problem.ts';
import { demoCourt, engines, manifestacao, testBackend, type TestBackend } from '../support/backend.ts';
import { audiencia, bearer, codigoDe, Conducao, PROCESSO, VARA, type Convidada } from '../support/audiencias.ts';
import { bancada } from '../support/casos.ts';
import { testStaff, type TestStaff } from '../support/equipe.ts';
import { dump } from '../support/dump.ts';

const { list } = await engines();
const HORA = Date.parse('2026-11-23T09:00:00-03:00');

for (const engine of list) {
  describe(`hearings on ${engine.name}`, () => {
    let banco: Banco;
    let backend: TestBackend;
    let equipe: TestStaff;
    before(async () => {
      banco = await engine.open();
      equipe = await testStaff();
      backend = await testBackend(banco, { autenticar: equipe.autenticar });
    });
    after(async () => {
      await banco.close();
      await engine.close();
    });

    const ler = async (path: string, headers: Record<string, string>): Promise<unknown> => {
      const response = await backend.get(path, headers);
      assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
      return response.json();
    };
    const convite = async ({ convite: segredo }: Convidada): Promise<SituacaoAudiencia> => situacaoAudiencia.parse(await ler('/v1/audiencias/convite', bearer(segredo)));
    const entrar = (quem: Convidada, corpo: object = { sala: 'audiencia', ciente: true }) => backend.post('/v1/audiencias/convite/entrada', corpo, bearer(quem.convite));

    test('[AUD-02] scheduled by the clerk of the unit alone, with a number that checks, at an hour to come, once for each key', async () => {
      const post = async (body: unknown, quem = 'caio', chave: string = randomUUID()) => backend.post('/v1/audiencias', body, { ...(await equipe.como(quem)), 'idempotency-key': chave });
      const erros = async (body: unknown) => ((await (await post(body)).json()) as Problem).errors?.map(({ pointer, code }) => `${pointer} ${code}`);
      assert.deepEqual(await erros(audiencia({ processo: '0801234-13.2024.8.20.0001' })), ['/processo processo-invalido']);
      assert.deepEqual(await erros(audiencia({ inicio: '2026-11-23T08:00:00-03:00' })), ['/inicio data-invalida']);
      assert.deepEqual(await erros(audiencia({ duracaoMinutos: 1, ato: ' ' })), ['/ato obrigatorio', '/duracaoMinutos duracao-invalida']);
      assert.equal(await codigoDe(await post(audiencia({ unidadeId: 'nenhuma' }))), 'unidade-nao-encontrada');
      assert.equal(await codigoDe(await post(audiencia({ unidadeId: '2-vara-civel-natal' }))), 'sem-permissao');
      for (const quem of ['ana', 'teresa', 'gestor']) assert.equal(await codigoDe(await post(audiencia(), quem)), 'sem-permissao', quem);
      const chave = randomUUID();
      const [uma, outra] = await Promise.all([post(audiencia(), 'caio', chave), post(audiencia(), 'caio', chave)]);
      assert.deepEqual([uma.status, outra.status], [201, 201]);
      const [a, b] = [audienciaEquipe.parse(await uma.json()), audienciaEquipe.parse(await outra.json())];
      assert.equal(a.id, b.id);
      assert.ok(isAudienciaEquipe(a));
      assert.deepEqual([a.processo, a.inicio, a.fim, a.timezone, a.estado], [PROCESSO, '2026-11-23T09:30:00.000-03:00', '2026-11-23T11:00:00.000-03:00', 'America/Fortaleza', 'agendada']);
      assert.equal(await codigoDe(await post(audiencia({ ato: 'Outro' }), 'caio', chave)), 'chave-de-idempotencia-reusada');
      const daJuiza = listaAudiencias.parse(await ler(`/v1/audiencias?dia=2026-11-23&unidade=${VARA}`, await equipe.como('helena')));
      assert.ok(isListaAudiencias(daJuiza));
      assert.deepEqual(daJuiza.itens.map(({ id }) => id), [a.id]);
      assert.deepEqual(listaAudiencias.parse(await ler('/v1/audiencias?dia=2026-11-24', await equipe.como('caio'))).itens, []);
      for (const [path, codigo] of [['?dia=ontem', 'parametro-invalido'], ['?cursor=zzz', 'parametro-invalido'], ['?unidade=sic', 'sem-permissao'], ['/999999', 'audiencia-nao-encontrada'], ['/convites', 'audiencia-nao-encontrada']] as const) assert.equal(await codigoDe(await backend.get(`/v1/audiencias${path}`, await equipe.como('caio'))), codigo, path);
    });

    test('[AUD-02] [AUD-08] who looks at a case of theirs that names a lawsuit is told of its hearings and recordings, and of none under sigilo', async () => {
      const processo = '0805678-88.2024.8.20.0001';
      const daCorte = await testBackend(banco, { autenticar: equipe.autenticar, tribunal: { ...demoCourt(), audiencias: { url: 'https://tribunal.example/audiencia.html', gravacoesUrl: 'https://tribunal.example/gravacao.html' } } });
      const casos = bancada(banco, daCorte);
      const recibo = await casos.registrar(manifestacao({ processo: processo.replace(/\D/g, '') }));
      const semNumero = await casos.registrar(manifestacao());
      assert.equal((await casos.consultar(recibo)).audiencias, undefined);

      const [uma] = [await Conducao.marcar(daCorte, equipe, { processo, ato: 'Conciliação' }), await Conducao.marcar(daCorte, equipe, { processo, ato: 'Sob sigilo', sigilo: true }), await Conducao.marcar(daCorte, equipe, { ato: 'De outro processo' })];
      const cancelada = await Conducao.marcar(daCorte, equipe, { processo, ato: 'Cancelada' });
      await cancelada.agir({ acao: 'cancelar', motivo: 'Acordo.' });
      const rita = await equipe.como('rita');
      for (const [ato, sigilo] of [['Instrução', false], ['Instrução sob sigilo', true]] as const) {
        const feita = await daCorte.post('/v1/gravacoes', { processo, unidadeId: '2-vara-civel-natal', ato, em: '2026-11-20T09:00:00-03:00', sigilo }, rita);
        assert.equal(feita.status, 201, await feita.clone().text());
      }
      const { audiencias = [] } = await casos.consultar(recibo);
      assert.deepEqual(audiencias.map(({ ato, situacao, em, processo: numero }) => [ato, situacao, em, numero]), [
        ['Conciliação', 'marcada', '2026-11-23T09:30:00.000-03:00', processo],
        ['Instrução', 'gravada', '2026-11-20T09:00:00.000-03:00', processo],
      ]);
      assert.equal(audiencias[0]!.url, 'https://tribunal.example/audiencia.html');
      assert.match(audiencias[1]!.url ?? '', /^https:\/\/tribunal\.example\/gravacao\.html\?gravacao=[\w-]{22,}$/);
      assert.equal((await casos.consultar(semNumero)).audiencias, undefined);
      // The room opens, and the hearing is over when its time is: nobody is sent to a room that is empty.
      await uma.agir({ acao: 'abrir' });
      assert.equal((await casos.consultar(recibo)).audiencias![0]!.situacao, 'acontecendo');
      daCorte.time.now += 24 * 3_600_000;
      assert.deepEqual((await casos.consultar(recibo)).audiencias!.map(({ situacao }) => situacao), ['gravada']);
    });

    test('[AUD-01][AUD-02] an invitation: the act, the hour with its zone, who will be there by role, what is asked; its secret is nowhere, and the same act gives it again', async () => {
      const aud = await Conducao.marcar(backend, equipe, { orientacoes: ['Traga o documento do carro.'] });
      const chave = randomUUID();
      const ato = { acao: 'convidar', papel: 'acusado', nome: 'Antônio Pereira', salaEquipada: 'forum-noronha' } as const;
      const [uma, outra] = await Promise.all([aud.tentar(ato, 'caio', chave), aud.tentar(ato, 'caio', chave)]);
      const feito = respostaAtoAudiencia.parse(await uma.json());
      assert.ok(isRespostaAtoAudiencia(feito));
      assert.deepEqual(respostaAtoAudiencia.parse(await outra.json()).convite, feito.convite);
      assert.equal(feito.audiencia.participantes.length, 1);
      assert.ok(!(await dump(banco)).includes(feito.convite!.convite));
      assert.equal(await codigoDe(await aud.tentar({ ...ato, nome: 'Outro' }, 'caio', chave)), 'chave-de-idempotencia-reusada');
      const acusado = { id: feito.convite!.participanteId, convite: feito.convite!.convite };
      await aud.convidar('defesa', 'Dra. Célia Nunes', { defende: [acusado.id] });
      const situacao = await convite(acusado);
      assert.ok(isSituacaoAudiencia(situacao));
      const { audiencia: dela, eu } = situacao;
      assert.deepEqual([dela.processo, dela.timezone, dela.inicio, dela.chegadaDesde, dela.seraGravada, dela.remarcacoes], [PROCESSO, 'America/Fortaleza', '2026-11-23T09:30:00.000-03:00', '2026-11-23T08:30:00.000-03:00', true, 0]);
      assert.deepEqual(dela.presentes, [{ papel: 'juiz', quantos: 1 }, { papel: 'servidor', quantos: 1 }, { papel: 'acusado', quantos: 1 }, { papel: 'defesa', quantos: 1 }]);
      assert.ok(dela.orientacoes.includes('Traga o documento do carro.') && dela.orientacoes.length > 1);
      assert.deepEqual([eu.nome, eu.estado, eu.salaEquipada?.id, eu.salas.map(({ sala, aberta, motivo }) => `${sala} ${aberta} ${motivo}`)], ['Antônio Pereira', 'convidado', 'forum-noronha', ['audiencia false nao-aberta', 'entrevista false reservada-fechada']]);
      // Moved: agendas follow, and the invitation is the same.
      await aud.agir({ acao: 'remarcar', inicio: '2026-11-25T10:00:00-03:00', duracaoMinutos: 30 });
      const movida = await convite(acusado);
      assert.deepEqual([movida.audiencia.inicio, movida.audiencia.remarcacoes], ['2026-11-25T10:00:00.000-03:00', 1]);
      assert.equal(await codigoDe(await backend.post('/v1/audiencias/convite/chegada', undefined, bearer(acusado.convite))), 'sala-fechada');
      await aud.agir({ acao: 'cancelar', motivo: 'Falta de citação.' });
      const cancelada = await convite(acusado);
      assert.deepEqual([cancelada.audiencia.estado, cancelada.audiencia.motivo, cancelada.eu.salas[0]!.motivo], ['cancelada', 'Falta de citação.', 'terminada']);
      assert.equal(await codigoDe(await backend.post('/v1/audiencias/convite/chegada', undefined, bearer(acusado.convite))), 'audiencia-terminada');
    });

    test('[AUD-02] who had come to a hearing that is moved did not come to it: everybody is invited to the new day', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe);
      const [rosa, ivo] = [await aud.convidar('testemunha', 'Rosa Lima'), await aud.convidar('perito', 'Ivo Lins')];
      await aud.chegar(rosa, ivo);
      await aud.agir({ acao: 'revogar', participanteId: ivo.id });
      await aud.agir({ acao: 'remarcar', inicio: '2026-11-25T10:00:00-03:00', duracaoMinutos: 30 });
      assert.deepEqual((await aud.ver()).participantes.map(({ estado, chegouEm, semSinalDesde }) => [estado, chegouEm, semSinalDesde]), [['convidado', null, null], ['revogado', null, null]]);
      assert.equal((await convite(rosa)).eu.estado, 'convidado');
      await aud.agir({ acao: 'cancelar', motivo: 'Acordo.' });
      const { participantes } = termoAudiencia.parse(await ler(`/v1/audiencias/${aud.id}/termo`, await equipe.como('caio')));
      assert.deepEqual(participantes.map(({ compareceu }) => compareceu), [false, false]);
    });

    test('an invitation that makes no sense is refused, with the field', async () => {
      const aud = await Conducao.marcar(backend, equipe, { sigilo: true });
      const mp = await aud.convidar('acusacao', 'MP');
      const erro = async (ato: Parameters<Conducao['tentar']>[0]) => ((await (await aud.tentar(ato)).json()) as Problem).errors?.[0]?.pointer;
      assert.equal(await erro({ acao: 'convidar', papel: 'defesa', nome: 'D', defende: [mp.id] }), '/defende');
      assert.equal(await erro({ acao: 'convidar', papel: 'defesa', nome: 'D', defende: ['999999'] }), '/defende');
      assert.equal(await erro({ acao: 'convidar', papel: 'testemunha', nome: 'D', defende: [mp.id] }), '/defende');
      assert.equal(await erro({ acao: 'convidar', papel: 'publico', nome: 'D' }), '/papel');
      assert.equal(await erro({ acao: 'convidar', papel: 'juiz' as 'publico', nome: 'D' }), '/papel');
      assert.equal(await codigoDe(await aud.tentar({ acao: 'convidar', papel: 'perito', nome: 'D', salaEquipada: 'nenhuma' })), 'sala-equipada-nao-encontrada');
      assert.equal(await codigoDe(await aud.tentar({ acao: 'admitir', participanteId: '999999' })), 'participante-nao-encontrado');
    });

    test('[AUD-03][AUD-04][AUD-08] a whole hearing: notice of the recording, testimonies with their marks, an interview that is not recorded, and the term of it', async () => {
      backend.time.now = HORA;
      const passar = (segundos: number) => void (backend.time.now += segundos * 1000);
      const aud = await Conducao.marcar(backend, equipe);
      const acusado = await aud.convidar('acusado', 'Antônio Pereira');
      const defesa = await aud.convidar('defesa', 'Célia Nunes', { defende: [acusado.id] });
      const testemunha = await aud.convidar('testemunha', 'Rosa Lima');
      await aud.convidar('perito', 'Ivo Faltoso');
      await aud.chegar(acusado, defesa, testemunha, testemunha);
      await aud.agir({ acao: 'abrir' });
      for (const { id } of [acusado, defesa]) await aud.agir({ acao: 'admitir', participanteId: id });
      const sem = (await (await entrar(acusado, { sala: 'audiencia' })).json()) as Problem;
      assert.deepEqual(sem.errors?.map(({ pointer, code }) => [pointer, code]), [['/ciente', 'ciencia-obrigatoria']]);
      const entrada = entradaAudiencia.parse(await (await entrar(acusado)).json());
      assert.ok(isEntradaAudiencia(entrada));
      assert.deepEqual([entrada.modera, entrada.fala, entrada.nome], [false, true, 'Antônio Pereira']);
      assert.equal((await entrar(acusado, { sala: 'audiencia' })).status, 200, 'told once, back at once');
      passar(60);
      await aud.agir({ acao: 'iniciar', gravar: true }, 'helena');
      assert.equal((await convite(acusado)).audiencia.gravando, true);
      passar(30);
      await aud.agir({ acao: 'chamar', participanteId: testemunha.id });
      assert.deepEqual((await aud.ver()).participantes.find(({ id }) => id === testemunha.id)?.acoes, ['voltar-a-espera', 'comecar-depoimento', 'revogar', 'substituir-convite', 'codigo']);
      await aud.agir({ acao: 'comecar-depoimento', participanteId: testemunha.id });
      assert.equal((await convite(testemunha)).eu.depondo, true);
      passar(100);
      await aud.agir({ acao: 'marcar', rotulo: 'Reconhece a fotografia' });
      await aud.agir({ acao: 'terminar-depoimento' });
      assert.equal((await convite(testemunha)).eu.estado, 'ouvido');
      assert.match(await aud.recusa({ acao: 'abrir-entrevista', de: acusado.id }), /direito de assistir/);
      await aud.agir({ acao: 'suspender', motivo: 'Entrevista reservada.' }, 'helena');
      await aud.agir({ acao: 'abrir-entrevista', de: acusado.id });
      passar(600);
      assert.equal((await aud.ver()).gravado, 130, 'an interview is no part of the recording');
      assert.match(await aud.recusa({ acao: 'retomar' }), /entrevista reservada em curso/);
      await aud.agir({ acao: 'fechar-entrevista', de: acusado.id });
      await aud.agir({ acao: 'retomar' }, 'helena');
      passar(20);
      await aud.agir({ acao: 'comecar-depoimento', participanteId: acusado.id });
      passar(40);
      assert.match(await aud.recusa({ acao: 'retirar', participanteId: acusado.id, motivo: 'x' }), /Só o juiz/);
      assert.equal(await codigoDe(await backend.get(`/v1/audiencias/${aud.id}/termo`, await equipe.como('caio'))), 'audiencia-sem-termo');
      await aud.agir({ acao: 'encerrar', observacoes: 'Prazo de cinco dias para memoriais.' }, 'helena');

      const fim = await aud.ver();
      assert.deepEqual([fim.estado, fim.gravado, fim.gravando, fim.acoes], ['encerrada', 190, false, []]);
      assert.deepEqual(
        fim.marcas.map(({ oQue, rotulo, posicao }) => [oQue, rotulo, posicao]),
        [
          ['gravacao', 'Início da gravação', 0],
          ['inicio', 'Início da audiência', 0],
          ['depoimento', 'Depoimento de Rosa Lima', 30],
          ['livre', 'Reconhece a fotografia', 130],
          ['fim-do-depoimento', 'Fim do depoimento de Rosa Lima', 130],
          ['suspensao', 'Suspensão', 130],
          ['fim-da-gravacao', 'Fim da gravação', 130],
          ['gravacao', 'Início da gravação', 130],
          ['retomada', 'Retomada', 130],
          ['depoimento', 'Depoimento de Antônio Pereira', 150],
          ['fim-do-depoimento', 'Fim do depoimento de Antônio Pereira', 190],
          ['fim', 'Fim da audiência', 190],
          ['fim-da-gravacao', 'Fim da gravação', 190],
        ],
      );
      const termo = termoAudiencia.parse(await ler(`/v1/audiencias/${aud.id}/termo`, await equipe.como('helena')));
      assert.ok(isTermoAudiencia(termo));
      assert.deepEqual(
        termo.participantes.map(({ nome, compareceu, ouvido }) => [nome, compareceu, ouvido]),
        [['Antônio Pereira', true, true], ['Célia Nunes', true, false], ['Rosa Lima', true, true], ['Ivo Faltoso', false, false]],
      );
      assert.equal(termo.gravacoes.length, 2);
      for (const trecho of [PROCESSO, 'Ciente da gravação: Antônio Pereira (acusado(a)).', 'Entrevista reservada aberta, sem gravação', 'Audiência suspensa: Entrevista reservada.', 'Ivo Faltoso (perito(a)): não compareceu', 'Prazo de cinco dias para memoriais.', 'Vara Única de Acari']) assert.ok(termo.texto.includes(trecho), `${trecho}\n${termo.texto}`);
      assert.ok(termo.ocorrencias.some(({ texto, por }) => texto === 'Audiência iniciada.' && por === 'Helena Duarte'));
      assert.doesNotMatch(termo.texto, /undefined|null|\[object/);
      // What happened is not rewritten.
      for (const tabela of ['audiencia_marcas', 'audiencia_ocorrencias']) await assert.rejects(sql`delete from ${sql.table(tabela)}`.execute(banco.db), /not rewritten/);
      const acoes = (await banco.db.selectFrom('auditoria').select(['acao', 'detalhe']).where('acao', 'like', 'audiencia-%').execute()).filter(({ detalhe }) => String(detalhe?.['audiencia']) === aud.id);
      for (const acao of ['marcar', 'convidar', 'abrir', 'admitir', 'chamar', 'iniciar', 'suspender', 'abrir-entrevista', 'encerrar']) assert.ok(acoes.some((uma) => uma.acao === `audiencia-${acao}`), acao);
      assert.doesNotMatch(JSON.stringify(acoes), /Antônio|Rosa|fotografia/);
    });

    test('[AUD-08] the term of a hearing that runs over midnight says the day of each hour', async () => {
      backend.time.now = Date.parse('2026-11-23T23:00:00-03:00');
      const aud = await Conducao.marcar(backend, equipe, { inicio: '2026-11-23T23:10:00-03:00' });
      await aud.agir({ acao: 'abrir' });
      await aud.agir({ acao: 'iniciar', gravar: true });
      backend.time.now += 2 * 3_600_000;
      await aud.agir({ acao: 'encerrar' });
      const { texto } = termoAudiencia.parse(await ler(`/v1/audiencias/${aud.id}/termo`, await equipe.como('caio')));
      for (const trecho of ['das 23:00:00 de 23/11/2026 às 01:00:00 de 24/11/2026', '- 23/11/2026 23:00:00 Audiência iniciada.', '- 24/11/2026 01:00:00 Audiência encerrada.']) assert.ok(texto.includes(trecho), texto);
      backend.time.now = HORA;
    });

    test('[AUD-07] under sigilo the number is shown to no guest and on no wall, the public stays out, and each look of the staff is written down', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe, { sigilo: true, unidadeId: '1-vara-familia-mossoro' });
      const parte = await aud.convidar('parte', 'Maria', { salaEquipada: 'forum-natal' });
      const situacao = await convite(parte);
      assert.deepEqual([situacao.audiencia.processo, situacao.audiencia.sigilo], [null, true]);
      const sala = agendaDaSala.parse(await ler('/v1/audiencias/salas/forum-natal', {}));
      assert.ok(isAgendaDaSala(sala));
      assert.deepEqual(sala.itens.map(({ processo, sigilo }) => [processo, sigilo]), [[null, true]]);
      for (const text of [JSON.stringify(situacao), JSON.stringify(sala)]) assert.ok(!text.includes('0801234'));
      await aud.ver('helena');
      const vistas = await banco.db.selectFrom('auditoria').select(['ator', 'detalhe']).where('acao', '=', 'audiencia-ver').execute();
      assert.deepEqual(vistas.filter(({ detalhe }) => String(detalhe?.['audiencia']) === aud.id).map(({ ator }) => ator), ['helena']);
      // The term too; that there is none yet shows nothing.
      const termo = async (quem: string) => (await backend.get(`/v1/audiencias/${aud.id}/termo`, await equipe.como(quem))).status;
      assert.equal(await termo('caio'), 409);
      await aud.agir({ acao: 'cancelar', motivo: 'Acordo.' });
      assert.equal(await termo('helena'), 200);
      const termos = await banco.db.selectFrom('auditoria').select(['ator', 'detalhe']).where('acao', '=', 'audiencia-termo').execute();
      assert.deepEqual(termos.map(({ ator, detalhe }) => [ator, String(detalhe?.['audiencia'])]), [['helena', aud.id]]);
    });

    test('[AUD-09] an equipped room: the hearings of the day without a name, a code that opens one visit, and nothing left of it', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe, { inicio: '2026-11-23T09:10:00-03:00' });
      const rosa = await aud.convidar('testemunha', 'Rosa Lima', { salaEquipada: 'forum-noronha' });
      const sala = agendaDaSala.parse(await ler('/v1/audiencias/salas/forum-noronha', {}));
      assert.deepEqual([sala.dia, sala.sala.timezone, sala.itens.find(({ id }) => id === aud.id)?.processo], ['2026-11-23', 'America/Noronha', PROCESSO]);
      assert.doesNotMatch(JSON.stringify(sala), /Rosa|Antônio/);
      assert.equal(await codigoDe(await backend.get('/v1/audiencias/salas/nenhuma')), 'sala-equipada-nao-encontrada');
      const digitar = (codigo: string, onde = 'forum-noronha') => backend.post(`/v1/audiencias/salas/${onde}/entrada`, { codigo });
      const { codigo } = await aud.agir({ acao: 'codigo', participanteId: rosa.id, salaEquipada: 'forum-noronha' });
      assert.match(codigo!.codigo, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      assert.equal(await codigoDe(await digitar(codigo!.codigo, 'forum-natal')), 'codigo-nao-encontrado', 'of another room');
      assert.equal(await codigoDe(await digitar('0000-0000')), 'codigo-nao-encontrado');
      // Typed as people type it; by two screens at once, one gets in.
      const vezes = await Promise.all([1, 2].map(() => digitar(` ${codigo!.codigo.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ')}`)));
      assert.deepEqual(vezes.map(({ status }) => status).toSorted(), [200, 404]);
      const visita = entradaQuiosque.parse(await vezes.find(({ status }) => status === 200)!.json());
      assert.ok(isEntradaQuiosque(visita));
      const la: Convidada = { id: rosa.id, convite: visita.convite };
      await aud.chegar(la);
      assert.equal((await convite(la)).eu.nome, 'Rosa Lima');
      assert.equal((await backend.post('/v1/audiencias/convite/saida', undefined, bearer(la.convite))).status, 204);
      assert.equal(await codigoDe(await backend.get('/v1/audiencias/convite', bearer(la.convite))), 'convite-revogado');
      assert.equal((await convite(rosa)).eu.estado, 'convidado', 'the invitation of the person goes on');
      const outro = (await aud.agir({ acao: 'codigo', participanteId: rosa.id, salaEquipada: 'forum-noronha' })).codigo!;
      backend.time.now += 15 * 60_000;
      assert.equal(await codigoDe(await digitar(outro.codigo)), 'codigo-nao-encontrado', 'late');
      backend.time.now = HORA;
    });

    test('[AUD-09] the day of an equipped room turns at its midnight, and keeps what runs over it', async () => {
      const noite = Date.parse('2026-11-23T22:00:00-03:00');
      backend.time.now = noite;
      const marcar = async (inicio: string, duracaoMinutos = 60) => {
        const aud = await Conducao.marcar(backend, equipe, { inicio, duracaoMinutos });
        await aud.convidar('testemunha', 'Rosa', { salaEquipada: 'forum-natal' });
        return aud;
      };
      const [andando, longa, acabou, amanha] = [await marcar('2026-11-23T22:10:00-03:00'), await marcar('2026-11-23T23:30:00-03:00'), await marcar('2026-11-23T22:20:00-03:00'), await marcar('2026-11-24T09:00:00-03:00')];
      await andando.agir({ acao: 'abrir' });
      await andando.agir({ acao: 'iniciar', gravar: false });
      const lista = async () => {
        const { dia, itens } = agendaDaSala.parse(await ler('/v1/audiencias/salas/forum-natal', {}));
        return [dia, [andando, longa, acabou, amanha].map(({ id }) => itens.some((um) => um.id === id))];
      };
      assert.deepEqual(await lista(), ['2026-11-23', [true, true, true, false]]);
      backend.time.now = noite + 2 * 3_600_000 + 60_000;
      assert.deepEqual(await lista(), ['2026-11-24', [true, true, false, true]]);
      backend.time.now = noite + 30 * 3_600_000;
      assert.deepEqual(await lista(), ['2026-11-25', [false, false, false, false]]);
      backend.time.now = HORA;
    });

    test('acts that come together are done one after another: one start, one admission, one testimony', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe);
      const gente = [await aud.convidar('testemunha', 'A'), await aud.convidar('testemunha', 'B')];
      const acusado = await aud.convidar('acusado', 'C');
      await aud.chegar(...gente, acusado);
      const juntos = async (...atos: Parameters<Conducao['tentar']>[0][]) => (await Promise.all(atos.map((ato, index) => aud.tentar(ato, index % 2 ? 'helena' : 'caio')))).map(({ status }) => status).toSorted();
      assert.deepEqual(await juntos({ acao: 'abrir' }, { acao: 'abrir' }), [200, 409]);
      assert.deepEqual(await juntos({ acao: 'admitir', participanteId: acusado.id }, { acao: 'admitir', participanteId: acusado.id }), [200, 409]);
      assert.deepEqual(await juntos({ acao: 'iniciar', gravar: true }, { acao: 'iniciar', gravar: false }), [200, 409]);
      assert.deepEqual(await juntos(...gente.map(({ id }) => ({ acao: 'chamar' as const, participanteId: id }))), [200, 409]);
      const { participantes, marcas } = await aud.ver();
      assert.equal(participantes.filter(({ papel, estado }) => papel === 'testemunha' && estado === 'admitido').length, 1);
      assert.equal(marcas.filter(({ oQue }) => oQue === 'inicio').length, 1);
    });

    test('both sides follow it as it happens, and who was revoked is told by the end of the stream', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe);
      const quem = await aud.convidar('interprete', 'Inês');
      const abrir = async (path: string, headers: Record<string, string>) => {
        const response = await backend.get(path, headers);
        assert.match(response.headers.get('content-type') ?? '', /event-stream/);
        const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
        let resto = '';
        return {
          /** The next value, or null when the stream ends. */
          async proximo(): Promise<Record<string, never> | null> {
            for (;;) {
              const fim = resto.indexOf('\n\n');
              if (fim >= 0) {
                const evento = resto.slice(0, fim);
                resto = resto.slice(fim + 2);
                if (evento.startsWith('data: ')) return JSON.parse(evento.slice(6)) as Record<string, never>;
                continue;
              }
              const { value, done } = await reader.read();
              if (done) return null;
              resto += value;
            }
          },
          fechar: () => reader.cancel(),
        };
      };
      const dela = await abrir('/v1/audiencias/convite/eventos', bearer(quem.convite));
      const deles = await abrir(`/v1/audiencias/${aud.id}/eventos`, await equipe.como('caio'));
      assert.equal(situacaoAudiencia.parse(await dela.proximo()).eu.estado, 'convidado');
      assert.equal(audienciaEquipe.parse(await deles.proximo()).participantes[0]?.estado, 'convidado');
      await aud.chegar(quem);
      assert.equal(situacaoAudiencia.parse(await dela.proximo()).eu.estado, 'na-espera');
      assert.equal(audienciaEquipe.parse(await deles.proximo()).participantes[0]?.estado, 'na-espera');
      await aud.agir({ acao: 'revogar', participanteId: quem.id });
      assert.equal(await dela.proximo(), null);
      assert.equal(audienciaEquipe.parse(await deles.proximo()).participantes[0]?.estado, 'revogado');
      await deles.fechar();
    });

    test('a page that fell silent is told to who conducts', async () => {
      backend.time.now = HORA;
      const aud = await Conducao.marcar(backend, equipe);
      const quem = await aud.convidar('publico', 'Imprensa');
      await aud.chegar(quem);
      backend.time.now += 90_000;
      assert.equal((await aud.ver()).participantes[0]?.semSinalDesde, '2026-11-23T09:00:00.000-03:00');
      await convite(quem);
      assert.equal((await aud.ver()).participantes[0]?.semSinalDesde, null);
      backend.time.now = HORA;
    });

    test('without a server that keeps rooms apart there is no hearing', async () => {
      const { tribunal } = backend.court;
      const sem = await testBackend(banco, { autenticar: equipe.autenticar, tribunal: { ...tribunal, unidades: tribunal.unidades.map((unidade) => ({ ...unidade, video: { provider: 'link', url: 'https://reuniao.example/x' } })) } });
      const aud = await Conducao.marcar(sem, equipe);
      await aud.agir({ acao: 'abrir' });
      assert.equal(await codigoDe(await sem.post(`/v1/audiencias/${aud.id}/entrada`, { sala: 'audiencia' }, await equipe.como('helena'))), 'video-indisponivel');
    });
  });
}
