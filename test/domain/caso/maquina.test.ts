import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAPEIS_EQUIPE, type AcaoEquipe, type NomeAcaoEquipe } from '../../../src/contract/tratamento.ts';
import { acoesDoCidadao, aplicarCidadao } from '../../../src/domain/caso/cidadao.ts';
import { acoesDaEquipe, aplicarEquipe, prazoParaEncaminhar } from '../../../src/domain/caso/equipe.ts';
import { autorPublico } from '../../../src/domain/caso/papeis.ts';
import type { EventoDoCaso, Resultado } from '../../../src/domain/caso/resultado.ts';
import type { Situacao } from '../../../src/domain/caso/situacao.ts';
import {
  cidadao,
  depois,
  DESPROVER,
  ENCAMINHAR,
  equipe,
  LER,
  manifestacao,
  NEGAR,
  noDia,
  OUTRA,
  OUVIDORIA,
  pedido,
  PERGUNTAR,
  PRORROGAR,
  quem,
  recorrer,
  recusaCidadao,
  recusaEquipe,
  registrado,
  RESPONDER,
  SIC,
  UNIDADE,
} from './apoio.ts';

const eventos = (resultado: Resultado): readonly EventoDoCaso[] => (resultado.ok ? resultado.eventos : []);
const publicos = (resultado: Resultado): [string, string | undefined][] => eventos(resultado).filter(({ interno }) => !interno).map(({ tipo, texto }) => [tipo, texto]);
const fazer = (s: Situacao, ato: AcaoEquipe, por = OUVIDORIA, dia = 1): Resultado => aplicarEquipe(s, ato, por, noDia(dia));
const ANALISAR: AcaoEquipe = { acao: 'analisar' };
const INFORMAR: AcaoEquipe = { acao: 'informar', texto: 'Foi por isto.' };
const ENCERRAR: AcaoEquipe = { acao: 'encerrar' };
const ANOTAR: AcaoEquipe = { acao: 'anotar', texto: 'lembrete' };
const DEVOLVER: AcaoEquipe = { acao: 'devolver', motivo: 'É do INSS.', orgao: 'INSS', url: 'https://inss.example/ouvidoria' };
const COMPLEMENTAR = { ato: 'complementar', texto: 'Faltou dizer.' } as const;
const RESPOSTA = { ato: 'responder', texto: 'É este.' } as const;
const VARA = quem('unidade');

test('[OUV-09] a case begins registered, with one event of it', () => {
  const { situacao, eventos: escritos } = registrado();
  assert.equal(situacao.estado, 'registrada');
  assert.deepEqual(escritos.map(({ tipo, papel, texto }) => [tipo, papel, texto]), [['registro', 'cidadao', 'Manifestação registrada.']]);
  assert.equal(registrado({ tipo: 'pedido-informacao', especie: 'informacao' }).eventos[0]?.texto, 'Pedido de informação registrado.');
});

test('[OUV-02] a requisition of a data subject goes to the encarregado at once, and the person is told', () => {
  const { situacao, eventos: escritos } = registrado({ tema: 'lgpd', direito: 'acesso' }, UNIDADE);
  assert.deepEqual([situacao.estado, situacao.unidade], ['encaminhada', { id: UNIDADE, prazo: null }]);
  assert.match(escritos[1]?.texto ?? '', /encarregado pelo tratamento de dados pessoais \(1ª Vara\).*432\/2021, art\. 5º, § 3º/);
  assert.equal(escritos[1]?.interno, undefined);
  assert.equal(registrado({ tema: 'lgpd', direito: 'acesso' }).situacao.estado, 'encaminhada');
  const analisada = equipe(situacao, ANALISAR, 1, quem('encarregado'));
  assert.deepEqual([analisada.estado, analisada.unidade], ['em-analise', null]);
});

test('[OUV-02] a report under Lei 13.608 goes to the correição body, with its term', () => {
  const { situacao, eventos: escritos } = registrado({ tema: 'relato-lei-13608', especie: 'denuncia' }, UNIDADE);
  assert.deepEqual([situacao.estado, situacao.unidade?.id, situacao.unidade?.prazo?.dias], ['encaminhada', UNIDADE, 20]);
  assert.match(escritos[1]?.texto ?? '', /órgão que apura: 1ª Vara.*art\. 5º, § 2º/);
  assert.equal(registrado({ tema: 'relato-lei-13608' }).situacao.estado, 'registrada');
  assert.equal(registrado({ tema: 'mulher' }, UNIDADE).situacao.estado, 'registrada');
});

test('triage takes the case in hand and puts its kind right; a second look is internal', () => {
  const s = equipe(manifestacao(), { acao: 'analisar', especie: 'denuncia', assunto: 'Demora', tema: 'mulher' });
  assert.deepEqual([s.estado, s.especie, s.assunto, s.tema], ['em-analise', 'denuncia', 'Demora', 'mulher']);
  assert.deepEqual(publicos(fazer(manifestacao(), ANALISAR)), [['analise', 'Em análise.']]);
  assert.deepEqual(publicos(fazer(s, ANALISAR)), []);
  assert.equal(equipe(s, { acao: 'analisar', tema: '' }).tema, null);
  assert.equal(recusaEquipe(s, { acao: 'analisar', especie: 'inventada' }), 'classificacao-indevida');
  assert.equal(recusaEquipe(s, { acao: 'analisar', tema: 'inventado' }), 'classificacao-indevida');
});

test('[OUV-13] forwarding gives the unit its term; what is said to it stays inside', () => {
  const resultado = fazer(manifestacao(), { ...ENCAMINHAR, texto: 'Informem o andamento.' } as AcaoEquipe);
  const s = resultado.ok ? resultado.situacao : assert.fail();
  assert.deepEqual([s.estado, s.unidade?.id, s.unidade?.prazo?.vence], ['encaminhada', UNIDADE, '2026-11-24']);
  assert.deepEqual(publicos(resultado), [['encaminhamento', 'Encaminhada à unidade que pode informar: 1ª Vara.']]);
  assert.deepEqual(eventos(resultado).filter(({ interno }) => interno).map(({ texto, unidade, comAnexos }) => [texto, unidade, comAnexos]), [['Informem o andamento.', '1ª Vara', true]]);
  assert.equal(equipe(pedido(), ENCAMINHAR).unidade?.prazo?.dias, 15);
  assert.equal(recusaEquipe(manifestacao(), { acao: 'encaminhar', unidadeId: 'nenhuma' }), 'unidade-desconhecida');
});

test('[OUV-13] the term of a unit, and more of it, is counted by the holidays of its city; that of the person by those of the court', () => {
  const ctx = (dia: number) => noDia(dia, { motivoNaUnidade: (id) => (data) => (id === UNIDADE && ['2026-11-24', '2026-12-14', '2026-12-15'].includes(data) ? 'Feriado da cidade' : null) });
  const s = depois(aplicarEquipe(manifestacao(), ENCAMINHAR, OUVIDORIA, ctx(1)));
  assert.deepEqual([s.unidade?.prazo?.vence, s.prazo], ['2026-11-25', manifestacao().prazo]);
  const longa = depois(aplicarEquipe(s, { acao: 'prorrogar-unidade', motivo: 'Férias.' }, VARA, ctx(21)));
  assert.equal(longa.unidade?.prazo?.vence, '2026-12-16');
  assert.equal(depois(aplicarEquipe(manifestacao(), { ...ENCAMINHAR, unidadeId: OUTRA } as AcaoEquipe, OUVIDORIA, ctx(1))).unidade?.prazo?.vence, '2026-11-24');
});

test('[SIC-10] a request is to be sent on in 48 hours, and a later sending is marked for the staff', () => {
  assert.deepEqual([prazoParaEncaminhar(pedido(), noDia(0).motivo), prazoParaEncaminhar(manifestacao(), noDia(0).motivo)], ['2026-11-05', null]);
  const dados = (dia: number): unknown[] => eventos(fazer(pedido(), ENCAMINHAR, SIC, dia)).filter(({ interno }) => interno).map((evento) => [evento.dados?.['encaminharAte'], evento.dados?.['foraDoPrazo']]);
  assert.deepEqual([dados(2), dados(3)], [[['2026-11-05', false]], [['2026-11-05', true]]]);
});

test('[OUV-13] the unit has more time once, with a reason, before its term ends; then it informs and lets go', () => {
  const s = equipe(manifestacao(), ENCAMINHAR);
  const mais: AcaoEquipe = { acao: 'prorrogar-unidade', motivo: 'Férias.' };
  const longa = equipe(s, mais, 21, VARA);
  assert.deepEqual([longa.unidade?.prazo?.dias, longa.unidade?.prazo?.vence, longa.prazo.vence], [40, '2026-12-14', s.prazo.vence]);
  assert.deepEqual([recusaEquipe(longa, mais, 22, VARA), recusaEquipe(s, mais, 22, VARA)], ['ja-prorrogado', 'prazo-vencido']);
  assert.equal(recusaEquipe(manifestacao(), mais, 1, VARA), 'sem-permissao');
  const informada = equipe(s, INFORMAR, 10, VARA);
  assert.deepEqual([informada.estado, informada.unidade], ['em-analise', null]);
  assert.deepEqual(publicos(fazer(s, INFORMAR, VARA)), []);
});

test('a unit acts on what was sent to it, and on nothing else', () => {
  const s = equipe(manifestacao(), ENCAMINHAR);
  const outra = { papeis: ['unidade'] as const, unidades: [OUTRA] };
  assert.deepEqual(acoesDaEquipe(s, VARA, noDia(1)), ['prorrogar-unidade', 'informar', 'anotar']);
  assert.deepEqual(acoesDaEquipe(s, outra, noDia(1)), []);
  assert.equal(recusaEquipe(s, INFORMAR, 1, outra), 'sem-permissao');
  assert.equal(recusaEquipe(s, RESPONDER, 1, VARA), 'sem-permissao');
  assert.deepEqual(acoesDaEquipe(manifestacao({ tema: 'lgpd', direito: 'acesso' }, UNIDADE), VARA, noDia(1)), []);
});

test('[OUV-12] the term is extended once, with a written reason, before it ends', () => {
  const s = equipe(manifestacao(), PRORROGAR, 30);
  assert.deepEqual([s.estado, s.prazo.vence, s.prorrogacao], ['prorrogada', '2027-01-02', { em: '2026-12-03', motivo: 'Há muito que apurar.', venciaEm: '2026-12-03' }]);
  assert.deepEqual(publicos(fazer(manifestacao(), PRORROGAR)), [['prorrogacao', 'Há muito que apurar.']]);
  assert.deepEqual([recusaEquipe(s, PRORROGAR, 31), recusaEquipe(manifestacao(), PRORROGAR, 31)], ['ja-prorrogado', 'prazo-vencido']);
  assert.equal(equipe(equipe(manifestacao(), ENCAMINHAR), PRORROGAR).estado, 'encaminhada');
  assert.equal(equipe(equipe(s, ENCAMINHAR, 32), INFORMAR, 33, VARA).estado, 'prorrogada');
});

test('[SIC-10] a request is extended by 10 days; what no norm extends is not', () => {
  assert.deepEqual([equipe(pedido(), PRORROGAR, 20).prazo.vence, recusaEquipe(pedido(), PRORROGAR, 21)], ['2026-12-03', 'prazo-vencido']);
  assert.equal(recusaEquipe(pedido('desclassificacao'), PRORROGAR), 'sem-prorrogacao');
  assert.equal(recusaEquipe(manifestacao({ tema: 'lgpd', direito: 'acesso' }), PRORROGAR, 1, quem('encarregado')), 'sem-prorrogacao');
});

test('a question stops the clock of a manifestation, and the answer sets it going', () => {
  const s = equipe(manifestacao(), PERGUNTAR, 10);
  assert.ok(s.estado === 'complementacao-pedida');
  assert.deepEqual([s.pergunta.ate, s.prazo.vence], ['2026-12-03', '2026-12-23']);
  const r = cidadao(s, RESPOSTA, 14);
  assert.deepEqual([r.estado, r.pergunta, r.prazo.vence], ['em-analise', null, '2026-12-07']);
  assert.equal(cidadao(s, RESPOSTA, 40).prazo.vence, s.prazo.vence, 'after the last day the clock was running by itself');
  assert.equal(cidadao(equipe(equipe(manifestacao(), ENCAMINHAR), PERGUNTAR), RESPOSTA).estado, 'encaminhada');
});

test('a second question, or one after the due date, stops nothing', () => {
  const dois = equipe(cidadao(equipe(manifestacao(), PERGUNTAR, 10), RESPOSTA, 14), PERGUNTAR, 15);
  assert.ok(dois.estado === 'complementacao-pedida');
  assert.deepEqual([dois.pergunta.ate, dois.prazo.vence], [null, '2026-12-07']);
  assert.equal(cidadao(dois, RESPOSTA, 20).prazo.vence, '2026-12-07');
  const tarde = equipe(manifestacao(), PERGUNTAR, 31);
  assert.ok(tarde.estado === 'complementacao-pedida' && tarde.pergunta.ate === null);
});

test('a question never stops the clock of a request, nor of a data subject who wants to know', () => {
  for (const s of [equipe(pedido(), PERGUNTAR), equipe(manifestacao({ tema: 'lgpd', direito: 'confirmacao' }), PERGUNTAR, 1, quem('encarregado'))]) {
    assert.ok(s.estado === 'complementacao-pedida');
    assert.deepEqual([s.pergunta.ate, s.pergunta.prazoAntes], [null, null]);
  }
  assert.equal(equipe(equipe(pedido(), PERGUNTAR), PRORROGAR).estado, 'complementacao-pedida');
  assert.equal(equipe(equipe(pedido(), PERGUNTAR), ENCAMINHAR).estado, 'complementacao-pedida');
});

test('while a question waits: no second question, no extension, no forwarding; an answer is always welcome', () => {
  const s = equipe(manifestacao(), PERGUNTAR, 10);
  for (const ato of [PERGUNTAR, PRORROGAR, ENCAMINHAR, ENCERRAR]) assert.equal(recusaEquipe(s, ato, 11), 'pergunta-pendente', ato.acao);
  assert.equal(equipe(s, RESPONDER, 11).estado, 'respondida');
  assert.equal(recusaCidadao(s, COMPLEMENTAR, 11), 'pergunta-pendente');
  assert.equal(equipe(s, ANALISAR, 11).estado, 'complementacao-pedida');
});

test('a question that nobody answered in time lets the case go on, or be closed', () => {
  const s = equipe(manifestacao(), PERGUNTAR, 10);
  assert.equal(equipe(s, ENCERRAR, 31).estado, 'encerrada');
  assert.match(publicos(fazer(s, ENCERRAR, OUVIDORIA, 31))[0]?.[1] ?? '', /não foi respondida/);
  assert.equal(equipe(s, ENCAMINHAR, 31).estado, 'encaminhada');
  assert.equal(equipe(s, PRORROGAR, 31).estado, 'prorrogada');
  assert.equal(equipe(s, PERGUNTAR, 31).estado, 'complementacao-pedida');
  assert.equal(cidadao(s, RESPOSTA, 31).estado, 'em-analise');
});

test('the person adds facts while nobody has answered', () => {
  for (const s of [manifestacao(), equipe(manifestacao(), ANALISAR), equipe(manifestacao(), ENCAMINHAR), equipe(manifestacao(), PRORROGAR)]) {
    assert.equal(cidadao(s, COMPLEMENTAR).estado, s.estado);
    assert.equal(recusaCidadao(s, RESPOSTA), 'sem-pergunta');
  }
  assert.equal(recusaCidadao(equipe(manifestacao(), RESPONDER), COMPLEMENTAR), 'ja-respondido');
  const resultado = aplicarCidadao(manifestacao(), { ato: 'complementar', texto: '-----BEGIN', cifrado: true }, noDia(1));
  assert.deepEqual(eventos(resultado).map(({ tipo, papel, cifrado, comAnexos }) => [tipo, papel, cifrado, comAnexos]), [['complemento', 'cidadao', true, true]]);
});

test('an answer, in full or in part, ends what was open', () => {
  assert.equal(equipe(manifestacao(), RESPONDER).estado, 'respondida');
  assert.equal(equipe(pedido(), { acao: 'responder', texto: 'x', resultado: 'concedida' }).estado, 'respondida');
  assert.equal(equipe(pedido(), { acao: 'responder', texto: 'x', resultado: 'parcial', fundamento: 'y' }).estado, 'parcial');
  assert.equal(recusaEquipe(pedido(), { acao: 'responder', texto: 'x', resultado: 'parcial' }), 'fundamento-obrigatorio');
  assert.equal(recusaEquipe(manifestacao(), { acao: 'responder', texto: 'x', resultado: 'concedida' }), 'resultado-indevido');
  const s = equipe(equipe(manifestacao(), ENCAMINHAR), RESPONDER);
  assert.deepEqual([s.unidade, s.decisoes.map(({ instancia, ciencia }) => [instancia, ciencia])], [null, [[0, null]]]);
  for (const ato of [RESPONDER, ENCAMINHAR, PERGUNTAR, PRORROGAR, DEVOLVER, ANALISAR]) assert.equal(recusaEquipe(s, ato), 'ja-respondido', ato.acao);
});

test('[SIC-12] a refusal carries its grounds; the Ouvidoria answers, it does not refuse', () => {
  const s = equipe(pedido(), NEGAR);
  assert.deepEqual([s.estado, s.decisoes[0]?.fundamento], ['negada', 'Lei tal.']);
  assert.deepEqual(publicos(fazer(pedido(), NEGAR, SIC)), [['negativa', 'Não é possível.']]);
  assert.equal(recusaEquipe(manifestacao(), NEGAR), 'resultado-indevido');
  assert.equal(equipe(manifestacao({ tema: 'lgpd', direito: 'eliminacao' }), NEGAR, 1, quem('encarregado')).estado, 'negada');
});

test("[OUV-20] another body's matter goes back with the reason and where to go", () => {
  const s = equipe(manifestacao(), DEVOLVER);
  assert.deepEqual([s.estado, s.destino, s.decisoes[0]?.resultado, s.decisoes[0]?.texto], ['devolvida', { orgao: 'INSS', url: 'https://inss.example/ouvidoria' }, 'devolvida', 'É do INSS.']);
  for (const url of ['javascript:alert(1)', 'https://a@b.example', 'mailto:a@b.example', 'pagina.html']) assert.equal(recusaEquipe(manifestacao(), { ...DEVOLVER, url } as AcaoEquipe), 'url-invalida', url);
  assert.deepEqual(equipe(manifestacao(), { acao: 'devolver', motivo: 'x', orgao: 'INSS' }).destino, { orgao: 'INSS' });
});

test('reading makes what was decided known, once', () => {
  const s = equipe(pedido(), NEGAR, 3);
  const resultado = aplicarCidadao(s, LER, noDia(5));
  assert.deepEqual(eventos(resultado).map(({ tipo, interno }) => [tipo, interno]), [['ciencia', true]]);
  const lida = cidadao(s, LER, 5);
  assert.equal(lida.decisoes[0]?.ciencia, '2026-11-08');
  assert.equal(cidadao(lida, LER, 9).decisoes[0]?.ciencia, '2026-11-08');
  assert.deepEqual([eventos(aplicarCidadao(lida, LER, noDia(9))), eventos(aplicarCidadao(pedido(), LER, noDia(9)))], [[], []]);
});

test('[SIC-12] the whole way of a refusal: appeal, denied, second appeal, granted', () => {
  const um = cidadao(cidadao(equipe(pedido(), NEGAR, 3), LER, 5), recorrer(1), 15);
  assert.ok(um.estado === 'recurso-1');
  assert.deepEqual([um.recursos[0].prazo.vence, um.recursos[0].prazo.dias], ['2026-11-23', 5]);
  assert.equal(recusaCidadao(um, recorrer(1), 15), 'recurso-indisponivel');
  const negado = cidadao(equipe(um, DESPROVER, 18, quem('autoridade')), LER, 19);
  assert.deepEqual([negado.estado, negado.decisoes[1]?.autoridade], ['negada', 'Diretoria-Geral']);
  assert.equal(recusaCidadao(negado, recorrer(1), 19), 'recurso-indisponivel');
  const dois = cidadao(negado, recorrer(2), 20);
  assert.ok(dois.estado === 'recurso-2');
  assert.match(dois.recursos.at(-1)?.prazo.base ?? '', /por analogia/);
  const provido = equipe(dois, { ...DESPROVER, resultado: 'provido' } as AcaoEquipe, 22, quem('presidencia'));
  assert.deepEqual([provido.estado, provido.decisoes.map(({ instancia }) => instancia)], ['respondida', [0, 1, 2]]);
  assert.equal(recusaCidadao(cidadao(provido, LER, 23), recorrer(2), 23), 'recurso-indisponivel');
});

test('[SIC-12] an appeal after its last day, or against nothing, is refused', () => {
  const s = cidadao(equipe(pedido(), NEGAR, 3), LER, 5);
  assert.deepEqual([recusaCidadao(s, recorrer(1), 16), recusaCidadao(s, recorrer(2), 6), recusaCidadao(pedido(), recorrer(1))], Array(3).fill('recurso-indisponivel'));
  assert.equal(recusaCidadao(equipe(pedido(), NEGAR, 3), recorrer(1), 4), 'recurso-indisponivel', 'not read yet');
});

test('[SIC-12] [SIC-16] each appeal is decided by its own authority', () => {
  const recurso = (especie?: string): Situacao => cidadao(cidadao(equipe(pedido(especie), NEGAR, 3), LER, 5), recorrer(1), 6);
  const podem = (s: Situacao): string[] => PAPEIS_EQUIPE.filter((papel) => acoesDaEquipe(s, quem(papel), noDia(6)).includes('decidir-recurso'));
  assert.deepEqual(podem(recurso()), ['autoridade']);
  assert.deepEqual(podem(recurso('desclassificacao')), ['presidencia']);
  const dois = cidadao(cidadao(equipe(recurso(), DESPROVER, 7, quem('autoridade')), LER, 8), recorrer(2), 9);
  assert.deepEqual(podem(dois), ['presidencia']);
  assert.equal(recusaEquipe(dois, DESPROVER, 9, quem('autoridade')), 'sem-permissao');
  assert.equal(recusaEquipe(pedido(), DESPROVER, 9, quem('autoridade')), 'sem-recurso');
});

test('[OUV-17] the service is rated once, after the answer', () => {
  const nota = { ato: 'avaliar', nota: 4, resolvido: 'sim' } as const;
  assert.equal(recusaCidadao(manifestacao(), nota), 'sem-resposta');
  const s = cidadao(equipe(manifestacao(), RESPONDER), nota);
  assert.deepEqual([s.estado, s.avaliacao], ['respondida', { nota: 4, resolvido: 'sim' }]);
  assert.equal(recusaCidadao(s, nota), 'ja-avaliado');
});

test('[OUV-14] an anonymous person may say who they are, once; the event names nobody', () => {
  const anonima = manifestacao({ modo: 'anonima', especie: 'denuncia' });
  const s = cidadao(anonima, { ato: 'identificar', modo: 'preservada' });
  assert.equal(s.modo, 'preservada');
  assert.equal(recusaCidadao(s, { ato: 'identificar', modo: 'identificada' }), 'ja-identificado');
  assert.match(publicos(aplicarCidadao(anonima, { ato: 'identificar', modo: 'identificada' }, noDia(1)))[0]?.[1] ?? '', /^A pessoa se identificou\.$/);
});

test('withdrawing closes what is open, and an appeal; there is nothing to withdraw once answered', () => {
  assert.equal(cidadao(manifestacao(), { ato: 'desistir' }).estado, 'encerrada');
  assert.equal(cidadao(equipe(manifestacao(), PERGUNTAR), { ato: 'desistir' }).pergunta, null);
  assert.equal(cidadao(cidadao(cidadao(equipe(pedido(), NEGAR, 3), LER, 5), recorrer(1), 6), { ato: 'desistir' }, 7).estado, 'encerrada');
  assert.equal(recusaCidadao(equipe(manifestacao(), RESPONDER), { ato: 'desistir' }), 'ja-respondido');
});

test('a case is closed when it was answered and no appeal is left', () => {
  assert.equal(equipe(equipe(manifestacao(), RESPONDER), ENCERRAR).estado, 'encerrada');
  assert.equal(recusaEquipe(manifestacao(), ENCERRAR), 'sem-resposta');
  const negado = equipe(pedido(), NEGAR, 3);
  assert.equal(recusaEquipe(negado, ENCERRAR, 300), 'recurso-pendente', 'the person has not seen it');
  const lido = cidadao(negado, LER, 5);
  assert.deepEqual([recusaEquipe(lido, ENCERRAR, 15), equipe(lido, ENCERRAR, 16).estado], ['recurso-pendente', 'encerrada']);
  assert.equal(recusaEquipe(cidadao(lido, recorrer(1), 6), ENCERRAR, 7), 'recurso-pendente');
});

test('nothing but a note and a reading happens to a closed case', () => {
  const s = equipe(equipe(manifestacao({ modo: 'anonima', especie: 'denuncia' }), RESPONDER), ENCERRAR);
  assert.deepEqual(acoesDoCidadao(s, noDia(2)), []);
  assert.deepEqual(acoesDaEquipe(s, quem(...PAPEIS_EQUIPE), noDia(2)), ['anotar']);
  for (const ato of [COMPLEMENTAR, RESPOSTA, recorrer(1), { ato: 'avaliar', nota: 5 }, { ato: 'identificar', modo: 'identificada' }, { ato: 'desistir' }] as const) assert.equal(recusaCidadao(s, ato), 'encerrado', ato.ato);
  for (const ato of [RESPONDER, ENCAMINHAR, ENCERRAR, DESPROVER]) assert.equal(recusaEquipe(s, ato), 'encerrado', ato.acao);
  assert.equal(cidadao(s, LER).decisoes[0]?.ciencia, '2026-11-04');
});

test('a note changes nothing and stays inside', () => {
  for (const s of [manifestacao(), equipe(manifestacao(), RESPONDER)]) {
    assert.deepEqual(equipe(s, ANOTAR), s);
    assert.deepEqual(publicos(fazer(s, ANOTAR)), []);
  }
});

test('[OUV-02] who answers: the Ouvidoria manifestations, the SIC requests, the encarregado data subjects', () => {
  const responde = (s: Situacao): string[] => PAPEIS_EQUIPE.filter((papel) => acoesDaEquipe(s, quem(papel), noDia(1)).includes('responder'));
  assert.deepEqual([responde(manifestacao()), responde(pedido()), responde(manifestacao({ tema: 'lgpd', direito: 'acesso' }))], [['ouvidoria', 'ouvidor'], ['sic'], ['encarregado']]);
  const lgpd = manifestacao({ tema: 'lgpd', direito: 'acesso' });
  assert.deepEqual(acoesDaEquipe(lgpd, OUVIDORIA, noDia(1)), ['analisar', 'anotar'], 'the Ouvidoria follows it to the end');
  assert.deepEqual(acoesDaEquipe(manifestacao(), quem('gestor'), noDia(1)), []);
});

test('[OUV-14] the person reads which office acts, never who', () => {
  const s = equipe(manifestacao(), ENCAMINHAR);
  // Who conducts hearings, and who keeps their recordings, has no part in cases.
  const alheios: readonly string[] = ['juiz', 'audiencia', 'gravacoes'];
  assert.deepEqual(PAPEIS_EQUIPE.filter((papel) => !alheios.includes(papel)).map((papel) => autorPublico(papel, s, noDia(0).nomeDaUnidade)), [
    { papel: 'ouvidoria' },
    { papel: 'sic' },
    { papel: 'unidade', unidade: '1ª Vara' },
    { papel: 'autoridade' },
    { papel: 'autoridade', unidade: 'Presidência do tribunal' },
    { papel: 'ouvidoria' },
    { papel: 'ouvidoria', unidade: 'Encarregado pelo tratamento de dados pessoais' },
    { papel: 'ouvidoria' },
    { papel: 'unidade' },
  ]);
});

test('what is open to the staff is told before it is tried', () => {
  const abertas = (s: Situacao, dia = 1): NomeAcaoEquipe[] => acoesDaEquipe(s, s.tipo === 'manifestacao' ? OUVIDORIA : SIC, noDia(dia));
  assert.deepEqual(abertas(manifestacao()), ['analisar', 'encaminhar', 'perguntar', 'prorrogar', 'responder', 'devolver', 'anotar']);
  assert.deepEqual(abertas(pedido()), ['analisar', 'encaminhar', 'perguntar', 'prorrogar', 'responder', 'negar', 'devolver', 'anotar']);
  assert.deepEqual(abertas(equipe(manifestacao(), RESPONDER)), ['encerrar', 'anotar']);
});
