import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcura, lerPerguntas } from '../../../src/adapters/search/perguntas.ts';

const PERGUNTAS = [
  { pergunta: 'Como tiro uma certidão negativa?', resposta: 'Peça no site, na página de certidões. É de graça e sai na hora.', palavras: ['nada consta', 'antecedentes'] },
  { pergunta: 'Como emito a guia de custas?', resposta: 'No site, em Custas.', palavras: ['boleto', 'pagar', 'emolumentos'] },
  { pergunta: 'Meu processo está parado. O que eu faço?', resposta: 'Procure a secretaria da vara.', palavras: ['demora', 'andamento', 'atrasado'] },
  { pergunta: 'Como remarco uma audiência?', url: 'https://tribunal.example/audiencias' },
];
const search = createProcura(PERGUNTAS);
const first = (text: string): string | undefined => search(text)[0]?.pergunta;

test('[OUV-11] finds the question behind a text in the words of the person, with accents or without', () => {
  assert.equal(first('Fui ao fórum buscar uma CERTIDAO NEGATIVA e esperei a manhã toda sem ninguém me atender'), PERGUNTAS[0]!.pergunta);
  assert.equal(first('preciso de um nada consta'), PERGUNTAS[0]!.pergunta);
  assert.equal(first('o boleto das custas não saiu e não consigo pagar'), PERGUNTAS[1]!.pergunta);
  assert.equal(first('faz dois anos que os processos estão parados, quanta demora'), PERGUNTAS[2]!.pergunta);
  assert.equal(first('audiências'), PERGUNTAS[3]!.pergunta);
});

test('[OUV-11] a word half written or misspelt finds it too', () => {
  assert.equal(first('certid'), PERGUNTAS[0]!.pergunta);
  assert.equal(first('minha audiencai'), PERGUNTAS[3]!.pergunta);
});

test('[OUV-11] nothing is shown for a text about something else, or none', () => {
  for (const text of ['', 'o a de', 'O segurança da portaria foi gentil com minha mãe cadeirante', 'A porta do banheiro está quebrada']) assert.deepEqual(search(text), [], text);
});

test('[OUV-11] at most three are shown, also for a very long text', () => {
  const many = createProcura(Array.from({ length: 20 }, (_, n) => ({ pergunta: `Certidão negativa número ${n}`, resposta: 'x' })));
  assert.equal(many('certidão negativa '.repeat(600)).length, 3);
});

test('reads the list of an address, without credentials or referrer; what is no question is left out', async () => {
  const asked: [unknown, RequestInit | undefined][] = [];
  const send = ((url: string, init?: RequestInit) => (asked.push([url, init]), Promise.resolve(Response.json({ itens: [PERGUNTAS[3], { pergunta: 1 }, { pergunta: 'sem resposta' }, null] })))) as typeof fetch;
  assert.deepEqual(await lerPerguntas('faq.json', send), [PERGUNTAS[3]]);
  assert.equal(asked[0]![0], 'faq.json');
  assert.deepEqual([asked[0]![1]?.credentials, asked[0]![1]?.referrerPolicy], ['omit', 'no-referrer']);
  assert.deepEqual(await lerPerguntas('faq.json', (() => Promise.resolve(Response.json([PERGUNTAS[0]]))) as typeof fetch), [PERGUNTAS[0]]);
  assert.deepEqual(await lerPerguntas('faq.json', (() => Promise.resolve(Response.json('nada'))) as typeof fetch), []);
  await assert.rejects(lerPerguntas('faq.json', (() => Promise.resolve(new Response(null, { status: 404 }))) as typeof fetch));
  assert.deepEqual(await lerPerguntas(PERGUNTAS, send), PERGUNTAS);
  assert.equal(asked.length, 1);
});
