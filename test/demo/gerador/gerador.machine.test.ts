import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { em, lerCampo, provedor } from '../../../demo/gerador/arquivo.ts';
import { conferir, emBranco, estadoInicial, paraGuardar, passo, textoExemplo, type Estado, type Evento } from '../../../demo/gerador/gerador.machine.ts';
import { HORARIO_NOVO } from '../../../demo/gerador/horario.ts';

const DEMO = readFileSync(new URL('../../../demo/site/tribunal.json', import.meta.url), 'utf8');
const NOVO = estadoInicial('/atrio/0.1.0/', 'sala-de-teste-0123456789');
const andar = (estado: Estado, ...eventos: Evento[]): Estado => eventos.reduce((now, evento) => passo(now, evento).estado, estado);
const digitar = (nome: Extract<Evento, { type: 'campo' }>['nome'], texto: string): Evento => ({ type: 'campo', nome, texto });
const unidade = (estado: Estado): unknown => em(estado.arquivo, ['unidades', estado.unidade]);
const EXEMPLO: Evento = { type: 'abrir', texto: textoExemplo(NOVO.sala), nome: 'exemplo' };

test('from nothing to a whole court file, field by field', () => {
  assert.ok(emBranco(NOVO));
  assert.ok(conferir(NOVO.arquivo).erros.length > 0);
  const pronto = andar(
    NOVO,
    digitar('tribunal/nome', 'Tribunal de Justiça'),
    digitar('tribunal/sigla', 'TJ'),
    digitar('unidade/nome', '1ª Vara Cível de Natal'),
    { type: 'horario', horario: { ...HORARIO_NOVO, faixas: [{ dias: [0, 1, 2, 3, 4], de: '08:00', ate: '14:00', almoco: null }] } },
    digitar('unidade/telefone', '(84) 3000-0000'),
    { type: 'provedor', provedor: 'jitsi' },
    digitar('unidade/video.domain', 'video.tribunal.jus.br'),
  );
  assert.deepEqual(conferir(pronto.arquivo), { erros: [], avisos: [] });
  assert.deepEqual(unidade(pronto), { id: '1a-vara-civel-de-natal', nome: '1ª Vara Cível de Natal', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'telefone', numero: '(84) 3000-0000' }], video: { provider: 'jitsi', domain: 'video.tribunal.jus.br', sala: NOVO.sala } });
});

test('the identifier follows the name, until somebody writes another, and is never another unit’s', () => {
  const nomeado = andar(NOVO, digitar('unidade/nome', 'Vara A'));
  assert.equal(lerCampo(nomeado.arquivo, 0, 'unidade/id'), 'vara-a');
  assert.equal(lerCampo(andar(nomeado, digitar('unidade/nome', 'Vara AB')).arquivo, 0, 'unidade/id'), 'vara-ab');
  assert.equal(lerCampo(andar(nomeado, digitar('unidade/id', 'minha'), digitar('unidade/nome', 'Vara C')).arquivo, 0, 'unidade/id'), 'minha');
  const duas = andar(nomeado, { type: 'unidade-nova' }, digitar('unidade/nome', 'Vara A'));
  assert.deepEqual([duas.unidade, lerCampo(duas.arquivo, 1, 'unidade/id')], [1, 'vara-a-2']);
});

test('typing never fills the fields again; what changes them does', () => {
  assert.deepEqual(passo(NOVO, digitar('tribunal/nome', 'T')).efeitos, ['mostrar', 'guardar']);
  assert.deepEqual(passo(NOVO, digitar('tribunal/nome', '')).efeitos, []);
  assert.deepEqual(passo(NOVO, EXEMPLO).efeitos, ['preencher', 'mostrar', 'guardar']);
  assert.deepEqual(passo(NOVO, { type: 'guardado', coube: true }), { estado: { ...NOVO, rascunho: 'guardado' }, efeitos: [] });
  assert.equal(andar(NOVO, { type: 'guardado', coube: false }).rascunho, 'nao-coube');
});

test('a file that is opened comes whole, is checked as the kit checks it, and what was there can be had back', () => {
  const escrito = andar(NOVO, digitar('tribunal/nome', 'Meu tribunal'));
  const aberto = andar(escrito, { type: 'abrir', texto: `\uFEFF${DEMO}`, nome: 'tribunal.json' });
  assert.deepEqual(aberto.arquivo, JSON.parse(DEMO));
  assert.equal(aberto.aberto.kind === 'lido' && aberto.aberto.erros.length, 0);
  assert.deepEqual(andar(aberto, { type: 'desfazer' }).arquivo, escrito.arquivo);
  assert.equal(andar(NOVO, { type: 'abrir', texto: DEMO, nome: 'x' }).antes, null);
  assert.deepEqual(passo(NOVO, { type: 'desfazer' }).efeitos, []);
});

test('what cannot be read is explained, and changes nothing', () => {
  for (const texto of ['{ "nome": "x", }', '', '[]', '"texto"', '7']) {
    const { arquivo, aberto } = andar(NOVO, { type: 'abrir', texto, nome: 'colado' });
    assert.equal(arquivo, NOVO.arquivo);
    assert.ok(aberto.kind === 'ilegivel' && aberto.problemas.length > 0, texto);
  }
});

test('a broken file is filled in all the same, with each problem by its place; hours are read too', () => {
  const { aberto, arquivo } = andar(NOVO, { type: 'abrir', texto: JSON.stringify({ nome: 'T', sigla: 7, ramo: 'estadual', chave: 1, unidades: [{ id: 'A B', nome: 'V', tipo: 'vara', hours: 'Seg-Sex 8h-14h' }] }), nome: 'x' });
  assert.ok(aberto.kind === 'lido');
  assert.deepEqual(aberto.erros.map(({ caminho }) => caminho).sort(), ['sigla', 'unidades[0].hours', 'unidades[0].id']);
  assert.deepEqual(aberto.avisos.map(({ caminho }) => caminho), ['chave']);
  assert.equal(arquivo['sigla'], 7);
});

test('hours that the helper cannot show stay a text; and words that mean the same stay as written', () => {
  const com = (hours: unknown): Estado => andar(NOVO, { type: 'abrir', texto: JSON.stringify({ unidades: [{ hours }] }), nome: 'x' });
  assert.equal(com('Mo-Fr 08:00-14:00; Dec 20-Jan 06 off').horario, null);
  assert.equal(com([{ opens: '08:00' }]).horario, null);
  const mesmo = com('Mo-Fr 08:00-14:00; PH off');
  assert.ok(mesmo.horario);
  assert.equal(lerCampo(andar(mesmo, { type: 'horario', horario: mesmo.horario }).arquivo, 0, 'unidade/hours'), 'Mo-Fr 08:00-14:00; PH off');
  assert.equal(lerCampo(andar(mesmo, { type: 'horario', horario: { ...mesmo.horario, feriados: { de: '08:00', ate: '12:00' } } }).arquivo, 0, 'unidade/hours'), 'Mo-Fr 08:00-14:00; PH 08:00-12:00');
  const texto = andar(mesmo, { type: 'horario-modo', texto: true });
  assert.equal(texto.horario, null);
  assert.deepEqual(andar(texto, { type: 'horario-modo', texto: false }).horario, mesmo.horario);
  assert.deepEqual(andar(com('sempre'), { type: 'horario-modo', texto: false }).horario, HORARIO_NOVO);
});

test('going from one way of video to another and back loses nothing', () => {
  const jitsi = andar(NOVO, { type: 'provedor', provedor: 'jitsi' }, digitar('unidade/video.domain', 'v.example'));
  const link = andar(jitsi, { type: 'provedor', provedor: 'link' }, digitar('unidade/video.url', 'https://x.example/'));
  assert.deepEqual(em(link.arquivo, ['unidades', 0, 'video']), { provider: 'link', url: 'https://x.example/' });
  const volta = andar(link, { type: 'provedor', provedor: 'jitsi' });
  assert.deepEqual(em(volta.arquivo, ['unidades', 0, 'video']), { provider: 'jitsi', domain: 'v.example', sala: NOVO.sala });
  assert.equal(provedor(andar(volta, { type: 'provedor', provedor: 'nenhum' }).arquivo, 0), 'nenhum');
  assert.deepEqual(passo(volta, { type: 'provedor', provedor: 'jitsi' }).efeitos, []);
});

test('units: another, one of them, one less', () => {
  const duas = andar(NOVO, digitar('unidade/nome', 'A'), { type: 'unidade-nova' }, digitar('unidade/nome', 'B'));
  assert.equal(lerCampo(andar(duas, { type: 'unidade', lugar: 0 }).arquivo, 0, 'unidade/nome'), 'A');
  assert.equal(andar(duas, { type: 'unidade', lugar: 99 }).unidade, 1);
  assert.equal(andar(duas, { type: 'unidade', lugar: -1 }).unidade, 0);
  const uma = andar(duas, { type: 'unidade-tirar' });
  assert.deepEqual([uma.unidade, lerCampo(uma.arquivo, 0, 'unidade/nome')], [0, 'A']);
  assert.equal(lerCampo(andar(uma, { type: 'desfazer' }).arquivo, 1, 'unidade/nome'), 'B');
  assert.equal(lerCampo(andar(uma, { type: 'unidade-tirar' }).arquivo, 0, 'unidade/nome'), '');
});

test('choices of the page', () => {
  const escolhido = andar(NOVO, { type: 'elemento', tag: 'sic-request', marcado: true }, { type: 'opcao', opcoes: { tema: 'auto', cor: '#6a1b2e' } }, { type: 'pagina', qual: 'sic', endereco: '/sic' }, { type: 'servidor', servidor: 'nginx' });
  assert.deepEqual(escolhido.opcoes.elementos, ['balcao-virtual', 'sic-request']);
  assert.deepEqual([escolhido.opcoes.tema, escolhido.opcoes.cor, escolhido.opcoes.paginas.sic, escolhido.servidor], ['auto', '#6a1b2e', '/sic', 'nginx']);
  assert.deepEqual(andar(escolhido, { type: 'elemento', tag: 'balcao-virtual', marcado: false }).opcoes.elementos, ['sic-request']);
});

test('a service takes from the unit what it has not', () => {
  const cheio = andar(NOVO, EXEMPLO, digitar('sic/unidadeResponsavel', 'Ouvidoria'), { type: 'copiar-contatos', servico: 'sic' });
  assert.equal(lerCampo(cheio.arquivo, 0, 'sic/unidadeResponsavel'), 'Ouvidoria');
  assert.equal(lerCampo(cheio.arquivo, 0, 'sic/telefone'), '(84) 3000-0000');
  assert.deepEqual(conferir(cheio.arquivo).erros, []);
  assert.equal(lerCampo(andar(NOVO, { type: 'copiar-contatos', servico: 'sic' }).arquivo, 0, 'sic/hours'), '');
});

test('terms of privacy get a version with their address, and lose it with it', () => {
  const com = andar(NOVO, EXEMPLO, digitar('tribunal/privacidade.url', '/privacidade'));
  assert.deepEqual(com.arquivo['privacidade'], { url: '/privacidade', versao: '1' });
  assert.equal(andar(com, digitar('tribunal/privacidade.url', '')).arquivo['privacidade'], undefined);
});

test('a draft comes back as it was, hours half filled in too; what is no draft is nothing', () => {
  const meio = andar(NOVO, EXEMPLO, { type: 'unidade-nova' }, { type: 'horario', horario: { ...HORARIO_NOVO, faixas: [{ dias: [2], de: '09:00', ate: '', almoco: null }] } }, { type: 'opcao', opcoes: { sri: true, tema: 'dark' } }, { type: 'servidor', servidor: 'apache' }, { type: 'pagina', qual: 'sic', endereco: '/sic' });
  const volta = andar(estadoInicial('/atrio/0.2.0/', 'outra'), { type: 'recuperar', rascunho: JSON.parse(JSON.stringify(paraGuardar(meio))) });
  assert.deepEqual(paraGuardar(volta), paraGuardar({ ...meio, opcoes: { ...meio.opcoes, kit: '/atrio/0.2.0/' } }));
  assert.equal(volta.rascunho, 'recuperado');
  for (const rascunho of [null, 7, {}, { arquivo: [] }, 'x']) assert.deepEqual(passo(NOVO, { type: 'recuperar', rascunho }), { estado: NOVO, efeitos: [] });
});

test('beginning again can be undone', () => {
  const escrito = andar(NOVO, digitar('tribunal/nome', 'T'));
  const limpo = andar(escrito, { type: 'recomecar' });
  assert.ok(emBranco(limpo));
  assert.equal(andar(limpo, { type: 'recomecar' }).antes, escrito.arquivo);
  assert.equal(andar(limpo, { type: 'desfazer' }).arquivo, escrito.arquivo);
});

test('a room nobody can guess is named where no backend would give one, and nowhere else', () => {
  const sala = ({ arquivo }: Estado, at = 0): unknown => em(arquivo, ['unidades', at, 'video', 'sala']);
  const jitsi = andar(NOVO, { type: 'provedor', provedor: 'jitsi' });
  assert.equal(sala(jitsi), NOVO.sala);
  const comBackend = andar(jitsi, digitar('tribunal/backend.url', 'https://api.example'));
  assert.equal(sala(comBackend), undefined);
  assert.equal(sala(andar(comBackend, digitar('tribunal/backend.url', ''))), NOVO.sala);
  assert.equal(sala(andar(jitsi, { type: 'provedor', provedor: 'link' })), undefined);
  // A file that comes without a room, or with one, is left as it is until somebody asks.
  const aberto = andar(NOVO, { type: 'abrir', texto: JSON.stringify({ unidades: [{ video: { provider: 'jitsi', domain: 'v' } }, { video: { provider: 'jaas', sala: 'dela' } }] }), nome: 'x' });
  assert.deepEqual([sala(aberto), sala(aberto, 1)], [undefined, 'dela']);
  assert.equal(sala(andar(aberto, { type: 'sala' })), NOVO.sala);
  assert.equal(sala(andar(aberto, digitar('tribunal/backend.url', 'https://api.example')), 1), 'dela');
});
