import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { checkCourtFile, issueLine, pathText, type CourtFileIssue } from '../../src/contract/court-file.ts';
import { explainCourtFile, explainCourtText } from '../../src/controllers/court-explain.ts';
import { demoCourt } from '../support/backend.ts';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
type Rec = Record<string, Json>;

/** The smallest file there is, with what a case puts in it. */
const file = (change: Rec = {}): Rec => ({ nome: 'Tribunal', sigla: 'T', ramo: 'estadual', ...change });
const unit = (change: Rec = {}, others: Rec = {}): Rec => file({ ...others, unidades: [{ id: 'vara', nome: 'Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', ...change }] });
const everything = (raw: unknown): readonly CourtFileIssue[] => explainCourtFile(raw).list;

const HOURS = /^um texto, como "Mo-Fr 08:00-14:00; PH off", ou uma lista, como \[\{ "dayOfWeek"/;
const CANAIS = 'um destes: telefone, whatsapp, email, chat, formulario, presencial, carta';
const PROVIDERS = 'um destes: jitsi, jaas, link, whatsapp';

/** What a webmaster gets wrong: the file, and the one line that it gives. */
const mistakes: Record<string, [raw: unknown, caminho: string, encontrado: string | RegExp, esperado: string | RegExp]> = {
  'the file is a list': [[], '(raiz do arquivo)', '[]', 'um objeto { }'],
  'the file is a text': ['tribunal', '(raiz do arquivo)', '"tribunal"', 'um objeto { }'],
  'something is missing': [{ ...file(), sigla: undefined }, 'sigla', 'nada', 'um texto entre aspas'],
  'something is empty': [file({ nome: '  ' }), 'nome', '"  "', 'um texto que não esteja vazio'],
  'a text is too long': [file({ nome: 'x'.repeat(300) }), 'nome', /^"x{76}\.\.\.$/, 'um texto com até 200 caracteres'],
  'a number where a text goes': [file({ nome: 12 }), 'nome', '12', 'um texto entre aspas'],
  'a text where a number goes': [unit({ prazoRazoavelDias: '5' }), 'unidades[0].prazoRazoavelDias', '"5"', 'um número, sem aspas'],
  'a number that is not whole': [unit({ prazoRazoavelDias: 1.5 }), 'unidades[0].prazoRazoavelDias', '1.5', 'um número inteiro, sem aspas'],
  'a number that is too small': [unit({ prazoRazoavelDias: 0 }), 'unidades[0].prazoRazoavelDias', '0', 'um número maior que 0'],
  'a text where true or false goes': [file({ demo: 'sim' }), 'demo', '"sim"', 'true ou false, sem aspas'],
  'an object where a list goes': [file({ unidades: {} }), 'unidades', '{}', 'uma lista [ ]'],
  'a list where an object goes': [file({ ouvidoria: [] }), 'ouvidoria', '[]', 'um objeto { }'],
  'a word that is not one of the words': [file({ ramo: 'municipal' }), 'ramo', '"municipal"', 'um destes: estadual, federal, trabalho, eleitoral, militar, superior, conselho'],
  'a kind of unit that does not exist': [unit({ tipo: 'forum' }), 'unidades[0].tipo', '"forum"', /^um destes: vara, juizado, .*gabinete$/],
  'an optional closure that does not exist': [file({ calendario: { pontosFacultativos: ['natal'] } }), 'calendario.pontosFacultativos[0]', '"natal"', /^um destes: carnaval, /],
  'a zone that does not exist': [file({ timezone: 'America/Natal' }), 'timezone', '"America/Natal"', /^um fuso IANA, como America\/Sao_Paulo, America\/Fortaleza \(também no RN/],
  'an id that does not fit in an address': [unit({ id: '2ª Vara' }), 'unidades[0].id', '"2ª Vara"', 'letras minúsculas, números e hífens, como vara-unica-caico'],
  'a date that does not exist': [file({ calendario: { feriados: [{ data: '2026-02-30', nome: 'x' }] } }), 'calendario.feriados[0].data', '"2026-02-30"', /^o mês e o dia, como 11-21 .*uma data AAAA-MM-DD que exista$/],
  'a date as Brazilians write it': [file({ calendario: { feriados: [{ data: '03/10', nome: 'x' }] } }), 'calendario.feriados[0].data', '"03/10"', /^o mês e o dia, como 11-21 /],
  'a date with the day first': [file({ calendario: { feriados: [{ data: '21-11', nome: 'x' }] } }), 'calendario.feriados[0].data', '"21-11"', /^o mês e o dia, como 11-21 /],
  'an exceptional day with the day first': [file({ calendario: { horariosExcepcionais: [{ de: '24/06/2026', hours: 'off', motivo: 'x' }] } }), 'calendario.horariosExcepcionais[0].de', '"24/06/2026"', 'uma data AAAA-MM-DD que exista, como 2026-11-21'],
  'a time as Brazilians write it': [file({ calendario: { cinzasAte: '14h' } }), 'calendario.cinzasAte', '"14h"', 'uma hora HH:MM, como 14:00'],
  'an address that runs code': [file({ transparenciaUrl: ['javascript', ''].join(':') }), 'transparenciaUrl', '"javascript:"', 'um endereço que comece com https:// ou relativo à página'],
  'an e-mail that is none': [unit({ canais: [{ tipo: 'email', endereco: 'vara' }] }), 'unidades[0].canais[0].endereco', '"vara"', 'um e-mail, como vara@tribunal.jus.br'],
  'a telephone that is none': [unit({ canais: [{ tipo: 'telefone', numero: 'ramal 3' }] }), 'unidades[0].canais[0].numero', '"ramal 3"', 'um telefone com DDD, como (84) 3673-8000'],
  'a WhatsApp number with punctuation': [unit({ canais: [{ tipo: 'whatsapp', numero: '+55 84 9999-0000' }] }), 'unidades[0].canais[0].numero', '"+55 84 9999-0000"', 'só números, com país e DDD, como 558440420540'],
  'a postcode that is none': [unit({ endereco: { logradouro: 'Rua', municipio: 'Natal', uf: 'RN', cep: '1' } }), 'unidades[0].endereco.cep', '"1"', 'um CEP, como 59025-300'],
  'a state in full': [unit({ endereco: { logradouro: 'Rua', municipio: 'Natal', uf: 'Rio Grande do Norte' } }), 'unidades[0].endereco.uf', '"Rio Grande do Norte"', 'a sigla do estado, como RN'],
  'a channel that does not exist': [unit({ canais: [{ tipo: 'telegram' }] }), 'unidades[0].canais[0].tipo', '"telegram"', CANAIS],
  'a channel without kind': [unit({ canais: [{ numero: '3673-8000' }] }), 'unidades[0].canais[0].tipo', 'nada', CANAIS],
  'a channel that is a text': [unit({ canais: ['3673-8000'] }), 'unidades[0].canais[0]', '"3673-8000"', 'um objeto { }'],
  'a video provider that does not exist': [unit({ video: { provider: 'zoom' } }), 'unidades[0].video.provider', '"zoom"', PROVIDERS],
  'a video provider in the wrong place': [unit({ video: 'jitsi' }), 'unidades[0].video', '"jitsi"', 'um objeto { }'],
  'a domain with https': [unit({ video: { provider: 'jitsi', domain: 'https://video.jus.br/' } }), 'unidades[0].video.domain', '"https://video.jus.br/"', 'só o domínio, sem https:// e sem barra, como video.tribunal.jus.br'],
  'a room that can be guessed': [unit({ video: { provider: 'jitsi', domain: 'video.jus.br', sala: 'vara' } }), 'unidades[0].video.sala', '"vara"', 'um nome de sala que ninguém adivinhe, com 22 caracteres ou mais'],
  'a room that breaks the address': [unit({ video: { provider: 'jitsi', domain: 'video.jus.br', sala: `${'x'.repeat(22)}?y` } }), 'unidades[0].video.sala', /\?y"$/, 'só letras, números, hífen e sublinhado'],
  'an AppID of something else': [unit({ video: { provider: 'jaas', appId: 'tribunal' } }), 'unidades[0].video.appId', '"tribunal"', 'o AppID do JaaS, que começa com vpaas-magic-cookie-'],
  'a backend of another kind': [file({ backend: { tipo: 'rest', url: '/api' } }), 'backend.tipo', '"rest"', 'um destes: atrio, formulario'],
  'a text of the court that is none': [file({ textos: { 'balcao.titulo': 3 } }), 'textos["balcao.titulo"]', '3', 'um texto entre aspas'],
  'hours of another form': [unit({ hours: 3 }), 'unidades[0].hours', '3', HOURS],
  'hours that are missing': [unit({ hours: undefined }), 'unidades[0].hours', 'nada', HOURS],
  'a weekday of another form': [unit({ hours: [{ dayOfWeek: 1, opens: '08:00', closes: '14:00' }] }), 'unidades[0].hours', /"dayOfWeek":1/, HOURS],
  'a weekday of another form in a special day': [unit({ especiais: [{ dayOfWeek: 1 }] }), 'unidades[0].especiais[0].dayOfWeek', '1', 'um texto entre aspas ou uma lista [ ]'],
  'a time of another form': [unit({ hours: [{ dayOfWeek: 'Monday', opens: '8h', closes: '14:00' }] }), 'unidades[0].hours[0].opens', '"8h"', 'uma hora HH:MM, como 14:00'],
  'hours in Portuguese': [unit({ hours: 'seg-sex 8h às 14h' }), 'unidades[0].hours', '“seg” na posição 1 de "seg-sex 8h às 14h"', /^um dia da semana .*Os dias vão em inglês: segunda Mo.*; exemplo: Mo-Fr 08:00-14:00$/],
  'hours cut short': [unit({ hours: 'Mo-Fr 08:00-' }), 'unidades[0].hours', '"Mo-Fr 08:00-", que acaba cedo demais', /^um hífen e a hora do fim/],
  'a specification without end': [unit({ hours: [{ dayOfWeek: 'Monday', opens: '08:00', closes: '12:00' }, { dayOfWeek: 'Monday', opens: '13:00' }] }), 'unidades[0].hours[1]', '{"dayOfWeek":"Monday","opens":"13:00"}', /^opens e closes como HH:MM/],
  'special days that cannot be read': [unit({ especiais: [{ opens: '08:00' }] }), 'unidades[0].especiais[0]', '{"opens":"08:00"}', /^opens e closes/],
  'hours of the Ouvidoria that cannot be read': [file({ ouvidoria: { hours: 'Mo-Fr 8-14' } }), 'ouvidoria.hours', /^“8” na posição 7/, /exemplo/],
  'hours of the SIC that cannot be read': [file({ sic: { hours: 'Mo-Fr 8h' } }), 'sic.hours', /^“8h” na posição 7/, /As horas vão com dois-pontos/],
  'exceptional hours that cannot be read': [file({ calendario: { horariosExcepcionais: [{ de: '2026-12-18', hours: 'fechado', motivo: 'x' }] } }), 'calendario.horariosExcepcionais[0].hours', /^“fechado”/, /Fechado se escreve off/],
};

/** What is suspect, and stops nothing. */
const warnings: Record<string, [raw: unknown, caminho: string, encontrado: string, esperado: string | RegExp]> = {
  'a key that is not known': [file({ unidade: [] }), 'unidade', 'a chave "unidade"', 'nenhuma chave com este nome; confira a grafia (ela foi ignorada)'],
  'a key that is not known, deep down': [unit({ canais: [{ tipo: 'chat', url: '/chat', cor: 'azul' }] }), 'unidades[0].canais[0].cor', 'a chave "cor"', /confira a grafia/],
  'two units by one id': [file({ unidades: [1, 2].map(() => ({ id: 'a', nome: 'A', tipo: 'vara', hours: 'off' })) }), 'unidades[1].id', '"a"', 'um id que nenhuma outra unidade tenha (é o de unidades[0])'],
  'a service of a unit that is not there': [unit({}, { sic: { unidadeId: 'sic' } }), 'sic.unidadeId', '"sic"', 'o id de uma das unidades do arquivo'],
  'a holiday of a unit that is not there': [unit({}, { calendario: { feriados: [{ data: '10-03', nome: 'x', unidades: ['vara', 'varra'] }] } }), 'calendario.feriados[0].unidades[1]', '"varra"', 'o id de uma das unidades do arquivo'],
};

const same = (found: string, wanted: string | RegExp): void => (typeof wanted === 'string' ? assert.equal(found, wanted) : assert.match(found, wanted));

describe('a court file with one mistake', () => {
  for (const [name, [raw, caminho, encontrado, esperado]] of Object.entries(mistakes)) {
    it(`${name}: says where, what was found and what was expected, once`, () => {
      const list = everything(raw);
      assert.equal(list.length, 1, list.map(issueLine).join('\n'));
      assert.equal(list[0]!.caminho, caminho);
      same(list[0]!.encontrado, encontrado);
      same(list[0]!.esperado, esperado);
    });
  }

  for (const [name, [raw, caminho, encontrado, esperado]] of Object.entries(warnings)) {
    it(`${name}: warns, and is used all the same`, () => {
      const result = checkCourtFile(raw);
      assert.ok(result.ok);
      assert.equal(result.avisos.length, 1, result.avisos.map(issueLine).join('\n'));
      assert.equal(result.avisos[0]!.caminho, caminho);
      assert.equal(result.avisos[0]!.encontrado, encontrado);
      same(result.avisos[0]!.esperado, esperado);
    });
  }

  it('a holiday of a city in which no unit is: warns, for it would close nothing in silence', () => {
    const holiday = { calendario: { feriados: [{ data: '11-21', nome: 'x', municipios: ['Natal', 'Caicó'] }] } };
    const [issue, ...rest] = explainCourtFile(unit({ municipio: 'caico' }, holiday)).avisos;
    assert.deepEqual(rest, []);
    assert.match(issueLine(issue!), /^calendario\.feriados\[0\]\.municipios\[0\]: encontrado "Natal"; esperado o "municipio" de alguma unidade/);
    assert.deepEqual(explainCourtFile(unit({ comarca: 'Natal' }, { calendario: { feriados: [{ data: '11-21', nome: 'x', municipios: ['Natal'] }] } })).list, []);
    assert.deepEqual(explainCourtFile(file(holiday)).list, [], 'the units come from the backend');
  });

  it('the room of the guides, left as it is: warns', () => {
    const [issue, ...rest] = explainCourtFile(unit({ video: { provider: 'jitsi', domain: 'video.jus.br', sala: 'TROQUE-POR-UM-NOME-SORTEADO' } })).avisos;
    assert.deepEqual(rest, []);
    assert.match(issueLine(issue!), /^unidades\[0\]\.video\.sala: encontrado "TROQUE-.*; esperado um nome de sala sorteado/);
  });

  it('letters lost in another encoding: warns once, whatever their number', () => {
    const [issue, ...rest] = explainCourtFile(unit({ nome: '1\uFFFD Vara' }, { sigla: 'T\uFFFD' })).avisos;
    assert.deepEqual(rest, []);
    assert.match(issueLine(issue!), /^sigla: encontrado .* salve o arquivo com a codificação UTF-8\.$/);
  });

  it('that is not JSON says the line and what to write', () => {
    const [issue, ...rest] = explainCourtText('{\n  "nome": "T",\n}').list;
    assert.deepEqual(rest, []);
    assert.equal(issueLine(issue!), 'linha 3, coluna 1: encontrado uma vírgula antes de }; esperado nenhuma vírgula depois do último item.');
    assert.equal(issueLine(explainCourtText('').list[0]!), '(arquivo): encontrado um arquivo vazio; esperado os dados do tribunal, entre { e }.');
    assert.deepEqual(explainCourtText(JSON.stringify(file())).list, []);
  });
});

describe('a court file', () => {
  it('of the demo has nothing to mend', () => {
    assert.deepEqual(everything(demoCourt()), []);
  });

  it('with a mistake and an unreadable hour tells both', () => {
    assert.deepEqual(
      everything(unit({ hours: 'seg', tipo: 'forum' }, { novidade: 1 })).map(({ caminho }) => caminho),
      ['unidades[0].tipo', 'unidades[0].hours', 'novidade'],
    );
  });

  it('is reported once for each address, as an error or as a warning', () => {
    const error = mock.method(console, 'error', () => undefined);
    const warn = mock.method(console, 'warn', () => undefined);
    try {
      for (let turn = 0; turn < 10; turn++) explainCourtFile(file({ ramo: 'x' })).report('a.json');
      explainCourtFile(file({ ramo: 'x' })).report('b.json');
      for (let turn = 0; turn < 10; turn++) explainCourtFile(file({ novidade: 1 })).report('c.json');
      explainCourtFile(file()).report('d.json');
      assert.equal(error.mock.callCount(), 2);
      assert.equal(warn.mock.callCount(), 1);
      assert.match(String(error.mock.calls[0]!.arguments[0]), /^\[Átrio\] Confira o arquivo do tribunal \(a\.json\):\nramo: encontrado "x"; esperado um destes: estadual,/);
    } finally {
      mock.restoreAll();
    }
  });

  it('paths are written as in JavaScript', () => {
    assert.equal(pathText(['unidades', 2, 'endereco', 'uf']), 'unidades[2].endereco.uf');
    assert.equal(pathText(['textos', 'balcao.titulo']), 'textos["balcao.titulo"]');
    assert.equal(pathText([]), '(raiz do arquivo)');
  });

  it('may be any JSON, and nothing throws; what is refused says why, in words', () => {
    const value: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue(), fc.constantFrom('Mo-Fr 08:00-14:00', 'seg', [{ opens: '08:00' }], [{}], { tipo: 'email' }, { provider: 'jitsi' }));
    const key = fc.constantFrom('id', 'nome', 'tipo', 'hours', 'especiais', 'canais', 'video', 'endereco', 'timezone', '__proto__', 'constructor', 'toString', 'x.y');
    const near = fc
      .record({ top: fc.dictionary(fc.constantFrom('nome', 'ramo', 'timezone', 'unidades', 'calendario', 'video', 'canais', 'ouvidoria', 'sic', 'backend', 'textos', '__proto__'), value), one: fc.dictionary(key, value) })
      .map(({ top, one }) => ({ ...unit(one as Rec), ...top }));
    fc.assert(
      fc.property(fc.oneof(value, near), (raw) => {
        for (const issue of everything(raw)) {
          assert.match(issueLine(issue), /^.+: encontrado .+; esperado .+\.$/s);
          // Never the words of a library.
          assert.doesNotMatch(issue.esperado, /invalid|expected|undefined|\[object|input/i);
        }
      }),
      { numRuns: 200 },
    );
  });
});
