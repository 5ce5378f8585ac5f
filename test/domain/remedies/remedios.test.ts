import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { remedio as schema } from '../../../src/contract/caso.ts';
import type { Situacao } from '../../../src/domain/caso/situacao.ts';
import { CNJ_OUVIDORIA, PRESIDENCIA, aindaCabeRecurso, remediosAbertos } from '../../../src/domain/remedies/remedios.ts';
import { cidadao, DESPROVER, equipe, LER, manifestacao, NEGAR, noDia, PERGUNTAR, pedido, quem, recorrer, RESPONDER } from '../caso/apoio.ts';

const tipos = (s: Situacao, dia: number): string[] => remediosAbertos(s, noDia(dia)).map(({ tipo }) => tipo);
const negado = (especie?: string): Situacao => cidadao(equipe(pedido(especie), NEGAR, 5), LER, 8);
const julgar = (s: Situacao, resultado: 'provido' | 'parcialmente-provido' | 'desprovido', dia: number, papel: 'autoridade' | 'presidencia'): Situacao =>
  equipe(s, { ...DESPROVER, resultado } as typeof DESPROVER, dia, quem(papel));

test('[SIC-12] a refusal can be appealed for 10 days of being seen, to the authority that the court names', () => {
  const [aberto] = remediosAbertos(negado(), noDia(8));
  assert.deepEqual(schema.safeParse(aberto).success, true);
  assert.deepEqual([aberto?.tipo, aberto?.ate, aberto?.autoridade, aberto?.base], ['recurso-1', '2026-11-21', 'Diretoria-Geral', 'Resolução CNJ 215/2015, art. 18']);
  assert.equal(aberto?.calculo?.[0]?.texto, 'Ciência da decisão em 11/11/2026 (quarta-feira). O dia da ciência não entra na conta.');
  assert.match(remediosAbertos(negado(), noDia(8, { autoridadeRecurso: undefined }))[0]?.autoridade ?? '', /hierarquicamente superior/);
});

test('[SIC-12] on the last day it is open, on the next it is gone', () => {
  assert.deepEqual(tipos(negado(), 18), ['recurso-1']);
  assert.deepEqual(tipos(negado(), 19), []);
  assert.equal(aindaCabeRecurso(negado(), noDia(19)), false);
});

test('[SIC-12] before the decision was seen no day counts, and nothing can be appealed by who has not read it', () => {
  const naoLida = equipe(pedido(), NEGAR, 5);
  assert.deepEqual(tipos(naoLida, 300), []);
  assert.equal(aindaCabeRecurso(naoLida, noDia(300)), true);
  assert.deepEqual(tipos(cidadao(naoLida, LER, 300), 310), ['recurso-1']);
});

test('[SIC-12] what is granted in full has no appeal; in part it has', () => {
  const em = (resultado: 'respondida' | 'concedida' | 'parcial'): Situacao => cidadao(equipe(pedido(), { acao: 'responder', texto: 'x', resultado, fundamento: 'y' }, 2), LER, 3);
  assert.deepEqual([tipos(em('respondida'), 3), tipos(em('concedida'), 3), tipos(em('parcial'), 3)], [[], [], ['recurso-1']]);
});

test('[SIC-12] after a denied appeal only the second is open, to the President; after that none', () => {
  const um = cidadao(julgar(cidadao(negado(), recorrer(1), 10), 'desprovido', 12, 'autoridade'), LER, 13);
  const [aberto, ...mais] = remediosAbertos(um, noDia(13));
  assert.deepEqual([aberto?.tipo, aberto?.ate, aberto?.autoridade, aberto?.base, mais], ['recurso-2', '2026-11-26', PRESIDENCIA, 'Resolução CNJ 215/2015, art. 18, § 4º', []]);
  assert.deepEqual(tipos(um, 24), []);
  const dois = cidadao(julgar(cidadao(um, recorrer(2), 14), 'desprovido', 15, 'presidencia'), LER, 16);
  assert.deepEqual(tipos(dois, 16), []);
});

test('[SIC-12] an appeal that is granted ends the matter; in part it leaves the second', () => {
  const em = (resultado: 'provido' | 'parcialmente-provido'): Situacao => cidadao(julgar(cidadao(negado(), recorrer(1), 10), resultado, 12, 'autoridade'), LER, 13);
  assert.deepEqual([tipos(em('provido'), 13), tipos(em('parcialmente-provido'), 13)], [[], ['recurso-2']]);
  assert.deepEqual([em('provido').estado, em('parcialmente-provido').estado], ['respondida', 'parcial']);
});

test('[SIC-16] a refusal to declassify goes to the highest authority, and then to the CNJ, elsewhere', () => {
  const negada = negado('desclassificacao');
  const [aberto] = remediosAbertos(negada, noDia(8));
  assert.deepEqual([aberto?.tipo, aberto?.autoridade, aberto?.base], ['recurso-1', PRESIDENCIA, 'Resolução CNJ 215/2015, art. 30']);
  const mantida = cidadao(julgar(cidadao(negada, recorrer(1), 10), 'desprovido', 12, 'presidencia'), LER, 13);
  const [cnj, ...mais] = remediosAbertos(mantida, noDia(13));
  assert.deepEqual([cnj?.tipo, cnj?.ate, cnj?.url, cnj?.base, mais], ['cnj', '2026-11-26', CNJ_OUVIDORIA, 'Resolução CNJ 215/2015, art. 30, § 1º, II', []]);
  assert.deepEqual(tipos(mantida, 24), []);
});

test('[SIC-10] [OUV-12] silence after the due date has a way out, and only then', () => {
  assert.deepEqual([tipos(pedido(), 20), tipos(pedido(), 21), tipos(manifestacao(), 30), tipos(manifestacao(), 31)], [[], ['omissao'], [], ['omissao']]);
  const [cnj] = remediosAbertos(manifestacao(), noDia(31));
  assert.deepEqual([cnj?.autoridade, cnj?.url, cnj?.ate, cnj?.base], ['Ouvidoria Nacional de Justiça (CNJ)', CNJ_OUVIDORIA, undefined, 'Resolução CNJ 432/2021, arts. 9º e 13']);
  const [corregedoria] = remediosAbertos(manifestacao(), noDia(31, { corregedoriaUrl: 'https://c.example/' }));
  assert.deepEqual([corregedoria?.autoridade, corregedoria?.url], ['Corregedoria do tribunal', 'https://c.example/']);
  assert.equal(schema.safeParse(cnj).success, true);
  assert.deepEqual(tipos(equipe(manifestacao(), RESPONDER, 5), 31), []);
});

test('[SIC-12] silence on an appeal has the same way out, after its own 5 days', () => {
  const recurso = cidadao(negado(), recorrer(1), 10);
  assert.deepEqual([tipos(recurso, 15), tipos(recurso, 16)], [[], ['omissao']]);
});

test('[OUV-12] who does not answer a question is not told that the court is late while the clock stands', () => {
  const perguntada = equipe(manifestacao(), PERGUNTAR, 10);
  assert.deepEqual([tipos(perguntada, 31), tipos(perguntada, 50), tipos(perguntada, 51)], [[], [], ['omissao']]);
});

test('an answer of the Ouvidoria has no appeal', () => {
  assert.deepEqual(tipos(cidadao(equipe(manifestacao(), RESPONDER, 5), LER, 6), 6), []);
});

test('whatever the day of knowing: never open before it, open for at least 10 days, closed for good afterwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 0, max: 60 }), (ciencia, mais) => {
      const s = cidadao(equipe(pedido(), NEGAR, 5), LER, ciencia);
      assert.equal(tipos(s, ciencia + mais).length, mais <= 10 ? 1 : 0);
    }),
  );
});
