import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { CAMPOS, campoDe, com, comProvedor, em, escreverCampo, lerCampo, objeto, provedor, videoDa, type Arquivo } from '../../../demo/gerador/arquivo.ts';

const DEMO = JSON.parse(readFileSync(new URL('../../../demo/site/tribunal.json', import.meta.url), 'utf8')) as Arquivo;

test('a file that is opened and written field by field is the same file, whatever is in it', () => {
  const arquivo = fc.dictionary(fc.oneof(fc.constantFrom('nome', 'sigla', 'unidades', 'canais', 'backend', 'sic', 'video', 'novidade'), fc.string()), fc.jsonValue()) as fc.Arbitrary<Arquivo>;
  const comUnidades = fc.tuple(arquivo, fc.array(fc.dictionary(fc.constantFrom('id', 'nome', 'hours', 'canais', 'endereco', 'video', 'outra'), fc.jsonValue()))).map(([file, unidades]): Arquivo => ({ ...file, unidades }));
  fc.assert(
    fc.property(fc.oneof(arquivo, comUnidades), fc.nat(3), (given, unidade) => {
      const before = JSON.stringify(given);
      const after = CAMPOS.reduce((file, nome) => escreverCampo(file, unidade, nome, lerCampo(file, unidade, nome)), given);
      assert.equal(after, given);
      assert.equal(JSON.stringify(given), before);
    }),
  );
  const unidades = (DEMO['unidades'] as unknown[]).length;
  for (let unidade = 0; unidade < unidades; unidade += 1) for (const nome of CAMPOS) assert.equal(escreverCampo(DEMO, unidade, nome, lerCampo(DEMO, unidade, nome)), DEMO);
});

test('what is written in a field is read in it, and nothing else changes', () => {
  for (const nome of CAMPOS) {
    const novo = nome.endsWith('whatsapp') || nome.endsWith('numero') ? '558440420540' : nome.endsWith('aceitaAssincrono') ? 'sim' : 'algo novo';
    const after = escreverCampo(DEMO, 1, nome, novo);
    assert.equal(lerCampo(after, 1, nome), novo, nome);
    for (const other of CAMPOS) if (other !== nome) assert.equal(lerCampo(after, 1, other), lerCampo(DEMO, 1, other), `${nome} changed ${other}`);
    assert.deepEqual(em(after, ['unidades', 0]), em(DEMO, ['unidades', 0]), nome);
    if (nome !== 'tribunal/feriados') assert.deepEqual(after['calendario'], DEMO['calendario'], nome);
  }
});

test('a field that is emptied leaves nothing behind', () => {
  let file: Arquivo = { unidades: [{ id: 'a' }] };
  for (const nome of CAMPOS) file = escreverCampo(file, 0, nome, '5584999990000');
  for (const nome of CAMPOS) file = escreverCampo(file, 0, nome, '');
  assert.deepEqual(file, { unidades: [{}] });
});

test('channels keep what else they say, and their order', () => {
  const canais = [{ tipo: 'telefone', numero: '1', rotulo: 'PABX' }, { tipo: 'email', endereco: 'a@b.br', guardaForaDoHorario: true }, { tipo: 'telefone', numero: '2' }, { tipo: 'presencial', endereco: {} }];
  const file: Arquivo = { unidades: [{ canais }] };
  assert.equal(lerCampo(file, 0, 'unidade/telefone'), '1\n2');
  const depois = (texto: string): unknown => em(escreverCampo(file, 0, 'unidade/telefone', texto), ['unidades', 0, 'canais']);
  assert.deepEqual(depois('1\n3'), [canais[0], canais[1], { tipo: 'telefone', numero: '3' }, canais[3]]);
  assert.deepEqual(depois('9'), [{ tipo: 'telefone', numero: '9', rotulo: 'PABX' }, canais[1], canais[3]]);
  assert.deepEqual(depois('1\n2\n\n 4 '), [canais[0], canais[1], canais[2], { tipo: 'telefone', numero: '4' }, canais[3]]);
  assert.deepEqual(depois(''), [canais[1], canais[3]]);
});

test('holidays are written as people say them, one a line, and the others stay', () => {
  const feriados = [{ data: '12-20', ate: '01-06', nome: 'Recesso' }, { data: '10-03', nome: 'Mártires', ambito: 'estadual' }, { data: '11-21', nome: 'Apresentação', ambito: 'municipal', municipios: ['Natal'] }];
  const file: Arquivo = { calendario: { cinzasAte: '13:00', feriados } };
  assert.equal(lerCampo(file, 0, 'tribunal/feriados'), '03/10 Mártires\n21/11 Apresentação (Natal)');
  const depois = (texto: string): unknown => em(escreverCampo(file, 0, 'tribunal/feriados', texto), ['calendario', 'feriados']);
  assert.deepEqual(depois('21/11 Apresentação (Natal)'), [feriados[0], feriados[2]]);
  assert.deepEqual(depois('03/10 Mártires\n9/7/2027 Mudança (Natal, Caicó)\n31/12'), [
    feriados[0],
    feriados[1],
    { data: '2027-07-09', nome: 'Mudança', ambito: 'municipal', municipios: ['Natal', 'Caicó'] },
    { data: '12-31', nome: '' },
  ]);
  assert.deepEqual(depois('São João, 24 de junho'), [feriados[0], { data: '', nome: 'São João, 24 de junho' }]);
  assert.deepEqual(escreverCampo({ calendario: { feriados: [{ data: '11-21', nome: 'x' }] } }, 0, 'tribunal/feriados', ''), {});
});

test('a WhatsApp number is written as people say it, and kept as wa.me wants it', () => {
  const escrito = (texto: string): string => lerCampo(escreverCampo({ unidades: [{}] }, 0, 'unidade/whatsapp', texto), 0, 'unidade/whatsapp');
  assert.equal(escrito('(84) 99999-0000'), '5584999990000');
  assert.equal(escrito('+55 84 4042-0540'), '558440420540');
});

test('the video of a unit is its own, the court’s, or none; changing it keeps what is asked to be kept', () => {
  const doTribunal: Arquivo = { video: { provider: 'jitsi', domain: 'v.example' }, unidades: [{ id: 'a' }, { id: 'b', semVideo: true }, { id: 'c', video: { provider: 'link', url: 'https://x.example/' } }] };
  assert.deepEqual([0, 1, 2].map((unidade) => provedor(doTribunal, unidade)), ['tribunal', 'nenhum', 'link']);
  assert.deepEqual([0, 1, 2].map((unidade) => videoDa(doTribunal, unidade)?.['provider']), ['jitsi', undefined, 'link']);
  assert.deepEqual(em(comProvedor(doTribunal, 0, 'nenhum', undefined), ['unidades', 0]), { id: 'a', semVideo: true });
  assert.deepEqual(em(comProvedor(doTribunal, 1, 'jaas', { appId: 'x' }), ['unidades', 1]), { id: 'b', video: { provider: 'jaas', appId: 'x' } });
  assert.deepEqual(em(comProvedor(doTribunal, 2, 'tribunal', undefined), ['unidades', 2]), { id: 'c' });
  const sem: Arquivo = { unidades: [{ id: 'a', video: { provider: 'jitsi', domain: 'v.example' } }] };
  assert.deepEqual(comProvedor(sem, 0, 'nenhum', undefined), { unidades: [{ id: 'a' }] });
  assert.equal(provedor({ unidades: [{}] }, 0), 'nenhum');
});

test('what the checker says of a place is led to its field', () => {
  const file: Arquivo = { unidades: [{}, { canais: [{ tipo: 'email' }, { tipo: 'telefone' }] }], sic: { canais: [{ tipo: 'telefone' }] } };
  assert.equal(campoDe('nome', 1, file), 'tribunal/nome');
  assert.equal(campoDe('unidades[1].endereco.uf', 1, file), 'unidade/endereco.uf');
  assert.equal(campoDe('unidades[1].canais[1].numero', 1, file), 'unidade/telefone');
  assert.equal(campoDe('unidades[1].canais[0]', 1, file), 'unidade/email');
  assert.equal(campoDe('sic.canais[0].numero', 1, file), 'sic/telefone');
  assert.equal(campoDe('backend.url', 1, file), 'tribunal/backend.url');
  assert.equal(campoDe('unidades[0].nome', 1, file), null);
  assert.equal(campoDe('calendario.feriados[0].data', 1, file), 'tribunal/feriados');
  assert.equal(campoDe('calendario.feriados[0].ate', 1, { calendario: { feriados: [{ data: '01-01', ate: '13-40' }] } }), null);
  assert.equal(campoDe('calendario.cinzasAte', 1, file), null);
  assert.equal(campoDe('unidades[1].constructor', 1, file), null);
});

test('names of prototypes are keys like any other', () => {
  assert.equal(em({}, ['__proto__', 'x']), undefined);
  assert.equal(em({ a: 1 }, ['constructor']), undefined);
  assert.deepEqual(objeto(com({}, ['a', 'b'], 1)), { a: { b: 1 } });
});
