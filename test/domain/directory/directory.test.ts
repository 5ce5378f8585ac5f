import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { diretorio } from '../../../src/contract/diretorio.ts';
import { TIPOS_UNIDADE, type Canal, type Tribunal, type Unidade } from '../../../src/contract/tribunal.ts';
import { enderecoLinhas } from '../../../src/domain/channels/channels.ts';
import { escreverEndereco, lerEndereco } from '../../../src/domain/directory/address.ts';
import { situacoes } from '../../../src/domain/directory/open-now.ts';
import { empacotar } from '../../../src/domain/directory/pack.ts';
import { criarBuscador, palavras, SEM_FILTRO } from '../../../src/domain/directory/search.ts';
import { lerDiretorio, type Indice } from '../../../src/domain/directory/unpack.ts';
import { statusAt } from '../../../src/domain/hours/status.ts';
import { dateFnsZone } from '../../../src/domain/zone/date-fns-zone.ts';
import { demoCourt } from '../../support/backend.ts';
import { tribunalGrande } from '../../support/tribunal-grande.ts';
import { checkCourtFile } from '../../../src/contract/court-file.ts';

const EM = '2026-11-21T08:00:00-03:00';
const AGORA = Date.parse('2026-11-23T09:30:00-03:00');
const zone = dateFnsZone();
const grande = tribunalGrande();

const ler = (tribunal: Tribunal): Indice => {
  const indice = lerDiretorio(JSON.parse(JSON.stringify(empacotar(tribunal, EM))));
  assert.ok(indice);
  return indice;
};
const demo = (): Tribunal => {
  const read = checkCourtFile(demoCourt());
  assert.ok(read.ok);
  return read.tribunal;
};
const rotulo = (tipo: string): string => ({ vara: 'Vara', cejusc: 'Conciliação (CEJUSC)' })[tipo] ?? tipo;

const LETRAS = [...'aábcçdeéfgiíj oópqr-ªº1234.ABNT'];
const nome = fc.array(fc.constantFrom(...LETRAS), { minLength: 1, maxLength: 24 }).map((parts) => parts.join('').trim() || 'x');
const lugar = fc.constantFrom('Natal', 'São João del-Rei', 'Açu', 'Ceará-Mirim', 'Acari');
const endereco = fc.record({ logradouro: nome, municipio: lugar, uf: fc.constant('RN') });
const canal: fc.Arbitrary<Canal> = fc.oneof(
  fc.record({ tipo: fc.constant('telefone' as const), numero: fc.constantFrom('(84) 5555-0101', '(84) 5555-0199', '0800 123 4567') }),
  fc.record({ tipo: fc.constant('email' as const), endereco: fc.constantFrom('vara@tribunal.example', '1varaacari@tribunal.example', 'saojoaodelrei@tribunal.example') }),
  fc.record({ tipo: fc.constant('whatsapp' as const), numero: fc.constantFrom('5584955550101', '5584955550102') }),
  fc.record({ tipo: fc.constant('whatsapp' as const), numero: fc.constant('5584955550103'), guardaForaDoHorario: fc.boolean() }),
  fc.record({ tipo: fc.constant('telefone' as const), numero: fc.constant('(84) 5555-0102'), observacao: fc.constant('Pela manhã') }),
  fc.record({ tipo: fc.constant('chat' as const), url: fc.constant('https://chat.tribunal.example/') }),
  fc.record({ tipo: fc.constant('carta' as const), endereco }),
);
const opt = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });
const limpo = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
const unidades = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6})?$/),
      nome,
      tipo: fc.constantFrom(...TIPOS_UNIDADE),
      comarca: opt(lugar),
      municipio: opt(lugar),
      timezone: opt(fc.constantFrom('America/Manaus', 'America/Noronha')),
      hours: fc.constantFrom('Mo-Fr 08:00-14:00', 'Mo-Fr 12:00-18:00; PH off', '24/7'),
      especiais: opt(fc.constant([{ dayOfWeek: 'Monday', opens: '10:00', closes: '11:00' }])),
      endereco: opt(endereco),
      canais: opt(fc.array(canal, { maxLength: 4 })),
      semVideo: opt(fc.boolean()),
      aceitaAssincrono: opt(fc.boolean()),
      balcaoUrl: opt(fc.constant('https://tribunal.example/balcao/{id}')),
    })
    .map((unidade) => limpo(unidade) as Unidade),
  { selector: ({ id }) => id, maxLength: 12 },
);
const tribunais: fc.Arbitrary<Tribunal> = fc.record({ unidades, video: fc.boolean() }).map(({ unidades: list, video }) => ({
  nome: 'Tribunal',
  sigla: 'T',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  balcao: { url: 'balcao.html?unidade={id}' },
  ...(video ? { video: { provider: 'link', url: 'https://reuniao.tribunal.example/' } } : {}),
  unidades: list,
}));

const ordem = (canais: readonly Canal[] = []): string[] => canais.map((item) => JSON.stringify(item)).toSorted();

/** What the directory has to say of a unit. */
function confere(indice: Indice, row: number, unidade: Unidade, tribunal: Tribunal): void {
  const lida = indice.unidade(row);
  const de = unidade.endereco ?? unidade.canais?.find((item) => item.tipo === 'presencial')?.endereco;
  assert.equal(lida.id, unidade.id);
  assert.equal(indice.linha(unidade.id), row);
  assert.equal(lida.nome, unidade.nome);
  assert.equal(lida.tipo, unidade.tipo);
  assert.equal(lida.comarca, unidade.comarca ?? '');
  assert.equal(lida.municipio, unidade.municipio ?? unidade.endereco?.municipio ?? unidade.comarca ?? '');
  assert.deepEqual(lida.endereco, de ? enderecoLinhas(de) : []);
  assert.deepEqual(ordem(lida.canais), ordem(unidade.canais?.filter((item) => item.tipo !== 'presencial' || Object.keys(item).length > 2)));
  assert.equal(lida.agenda.timezone, unidade.timezone ?? tribunal.timezone);
  assert.deepEqual([lida.agenda.hours, lida.agenda.especiais], [unidade.hours, unidade.especiais]);
  const video = !unidade.semVideo && !!(unidade.video ?? tribunal.video);
  const balcao = unidade.tipo === 'gabinete' ? null : (unidade.balcaoUrl ?? (video || unidade.aceitaAssincrono ? tribunal.balcao?.url : null));
  assert.equal(lida.balcao, balcao?.replace('{id}', unidade.id) ?? null);
  assert.equal(lida.video, lida.balcao !== null && video);
}

test('[BV-03] what is packed unpacks equal: names, places, channels, hours, zone and counter of any unit', () => {
  fc.assert(
    fc.property(tribunais, (tribunal) => {
      const pacote = empacotar(tribunal, EM);
      assert.ok(diretorio.safeParse(pacote).success);
      const indice = ler(tribunal);
      assert.equal(indice.total, tribunal.unidades.length);
      tribunal.unidades.forEach((unidade, row) => confere(indice, row, unidade, tribunal));
    }),
  );
  for (const tribunal of [grande, demo()]) {
    const indice = ler(tribunal);
    tribunal.unidades.forEach((unidade, row) => confere(indice, row, unidade, tribunal));
  }
});

test('[BV-07] chambers are in the directory with their contacts, and never with a counter, whatever the court file says', () => {
  const indice = ler({ ...demo(), unidades: demo().unidades.map((unidade) => ({ ...unidade, balcaoUrl: 'https://tribunal.example/b' })) });
  const gabinete = indice.unidade(indice.linha('gabinete-2-vara-civel-natal'));
  assert.equal(gabinete.balcao, null);
  assert.equal(gabinete.video, false);
  assert.ok(gabinete.canais.length > 0);
  assert.ok(indice.unidade(indice.linha('2-vara-civel-natal')).balcao);
});

test('three thousand units weigh at most 14 K for each thousand, compressed', () => {
  const bytes = gzipSync(JSON.stringify(empacotar(grande, EM)), { level: 9 }).length;
  assert.ok(bytes <= 3 * 14 * 1024, String(bytes));
});

test('what is no directory, is of another version or points nowhere is refused whole', () => {
  const certo = empacotar(demo(), EM);
  assert.ok(lerDiretorio(certo));
  const mudado = (change: (copy: typeof certo) => void): unknown => {
    const copy = structuredClone(certo);
    change(copy);
    return copy;
  };
  for (const errado of [
    null,
    undefined,
    [],
    'x',
    {},
    { ...certo, versao: 2 },
    mudado((c) => c.colunas.nome.pop()),
    mudado((c) => (c.colunas.tipo[0] = 99)),
    mudado((c) => (c.colunas.zona[0] = -1)),
    mudado((c) => (c.colunas.comarca[0] = 0.5)),
    mudado((c) => (c.colunas.telefone[0] = 1 as never)),
    mudado((c) => (c.tabelas.balcoes[0] = {} as never)),
    mudado((c) => (c.canais = [[0, 'x' as never]])),
    mudado((c) => (c.semVideo = {} as never)),
  ]) {
    assert.equal(lerDiretorio(errado), null, JSON.stringify(errado)?.slice(0, 80));
  }
});

test('[BV-03] a unit is found by any word of its name, with or without accents, in any order and case', () => {
  fc.assert(
    fc.property(tribunais, fc.nat(), fc.boolean(), (tribunal, n, upper) => {
      fc.pre(tribunal.unidades.length > 0);
      const indice = ler(tribunal);
      const buscar = criarBuscador(indice, rotulo);
      const row = n % indice.total;
      const words = palavras(indice.nome(row));
      for (const busca of [...words, words.toReversed().join(' '), indice.nome(row)]) {
        assert.ok(buscar({ ...SEM_FILTRO, busca: upper ? busca.toUpperCase() : busca }, () => true).includes(row), busca);
      }
    }),
  );
});

test('words may be of the name, the comarca, the city or the kind; those of the name come first; a number is a whole one', () => {
  const indice = ler(grande);
  const buscar = criarBuscador(indice, rotulo);
  const nomes = (busca: string, resto = {}): string[] => buscar({ ...SEM_FILTRO, busca, ...resto }, () => true).map((row) => indice.nome(row));
  assert.equal(nomes('').length, 3000);
  assert.equal(nomes('vara única inexistente').length, 0);
  assert.ok(nomes('familia manaus').every((text) => /Família.*Manaus/.test(text)) && nomes('familia manaus').length > 5);
  assert.deepEqual(nomes('1 vara de família manaus').filter((text) => !/^1ª Vara de Família/.test(text)), []);
  assert.deepEqual(nomes('primeira vara cível manaus'), nomes('1ª vara cível manaus'));
  assert.ok(nomes('1ª vara cível manaus').length > 0);
  assert.ok(nomes('conciliação acari').includes('Centro Judiciário de Solução de Conflitos e Cidadania de Acari'));
  const natal = nomes('natal');
  assert.ok(natal.length > 10);
  const fora = natal.findIndex((text) => !/natal/i.test(text));
  assert.ok(fora === -1 || natal.slice(fora).every((text) => !/natal/i.test(text)));
  assert.ok(nomes('', { comarca: 'Acari' }).every((text) => text.includes('Acari')));
  assert.ok(nomes('', { tipo: 'cejusc' }).every((text) => text.startsWith('Centro')));
  assert.deepEqual(nomes('', { tipo: 'desconhecido' }), []);
});

test('[BV-02] open now agrees with the status of each unit, in its own zone, and is worked out once for each distinct set of hours', () => {
  for (const agora of [AGORA, Date.parse('2026-12-18T12:30:00-03:00'), Date.parse('2026-10-24T10:00:00-04:00'), Date.parse('2027-01-03T10:00:00-03:00')]) {
    for (const tribunal of [grande, demo()]) {
      const indice = ler(tribunal);
      const todas = situacoes(indice, agora, zone);
      tribunal.unidades.forEach((unidade, row) => {
        const agenda = {
          hours: unidade.hours,
          timezone: unidade.timezone ?? tribunal.timezone,
          especiais: unidade.especiais,
          calendario: tribunal.calendario,
          unidadeId: unidade.id,
          municipio: unidade.municipio ?? unidade.endereco?.municipio ?? unidade.comarca,
        };
        assert.deepEqual(todas.de(row), statusAt(agenda, agora, zone), unidade.id);
      });
      assert.ok(todas.contas <= 40, String(todas.contas));
      assert.ok((todas.validade() ?? 0) > agora);
    }
  }
  const { calendario: _, ...semCalendario } = grande;
  const poucas = situacoes(ler(semCalendario), AGORA, zone);
  for (let row = 0; row < 3000; row++) poucas.de(row);
  assert.ok(poucas.contas <= 24, String(poucas.contas));
});

test('hours or zones that cannot be read are neither open nor closed', () => {
  const indice = ler({ ...demo(), unidades: [{ ...demo().unidades[0]!, hours: 'xx' }, { ...demo().unidades[1]!, timezone: 'Nenhum/Lugar' }] });
  const todas = situacoes(indice, AGORA, zone);
  assert.deepEqual([todas.de(0), todas.de(1), todas.validade()], [null, null, null]);
});

test('a view goes into the address and comes back; an address of something else is left alone', () => {
  const filtro = fc.record({ busca: fc.string().map((text) => text.trim()), tipo: fc.constantFrom('', 'vara'), comarca: fc.constantFrom('', 'São João del-Rei'), abertas: fc.boolean() }, { noNullPrototype: true });
  fc.assert(fc.property(filtro, (f) => assert.deepEqual(lerEndereco(escreverEndereco({ filtro: f, unidade: '' })), { filtro: { ...f }, unidade: '' })));
  assert.deepEqual(lerEndereco('#unidade-2-vara'), { filtro: SEM_FILTRO, unidade: '2-vara' });
  assert.equal(escreverEndereco({ filtro: SEM_FILTRO, unidade: 'a b' }), '#unidade-a%20b');
  for (const hash of ['', '#', '#conteudo', '#unidadesx', '#unidade-%E0%A4%A']) assert.equal(lerEndereco(hash), null, hash);
});
