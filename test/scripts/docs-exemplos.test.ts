/** What the guides give to copy: every JSON is checked as the kit checks a court file, every HTML has only tags and attributes that exist. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { filesUnder, root } from '../../scripts/lib/files.ts';
import { tribunal, unidade } from '../../src/contract/tribunal.ts';
import { explainCourtFile } from '../../src/controllers/court-explain.ts';
import { issueLine } from '../../src/contract/court-file.ts';

const ler = (arquivo: string): string => readFileSync(join(root, arquivo), 'utf8');
const GUIAS = [...filesUnder('docs').filter((arquivo) => arquivo.endsWith('.md')), 'README.md', 'README.pt-BR.md', 'stories/introducao.md'];

interface Trecho {
  onde: string;
  texto: string;
}
const trechos = (linguagem: string): Trecho[] =>
  GUIAS.flatMap((arquivo) => {
    const texto = ler(arquivo);
    return [...texto.matchAll(new RegExp(`^( *)\`\`\`${linguagem}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map((achado) => ({ onde: `${arquivo}:${texto.slice(0, achado.index).split('\n').length}`, texto: achado[2]! }));
  });

type Rec = Record<string, unknown>;
const UNIDADE: Rec = { id: 'vara', nome: 'Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00' };
const tudoDe = (chaves: string[], forma: object): boolean => chaves.every((chave) => Object.hasOwn(forma, chave));

/** What goes in a court file is put in one that has the least; other answers of the kit are `null`. */
function arquivoCom(dado: Rec): Rec | null {
  const chaves = Object.keys(dado);
  const comUnidade = (mais: Rec): Rec => ({ nome: 'T', sigla: 'T', ramo: 'estadual', unidades: [{ ...UNIDADE, ...mais }] });
  if (tudoDe(chaves, { ...tribunal.shape }) && !('hours' in dado)) return { ...comUnidade({ id: '1-vara-civel-natal', municipio: 'Natal' }), ...dado };
  if (tudoDe(chaves, { ...unidade.shape })) return comUnidade(dado);
  if ('provider' in dado) return comUnidade({ video: dado });
  if ('logradouro' in dado) return comUnidade({ endereco: dado });
  if ('temas' in dado) return { ...comUnidade({}), ouvidoria: dado };
  return null;
}

/** JSON of the guides that is no court file: first key, in order of the guides. */
const OUTROS = ['tipo', 'html.customData', 'tribunal'];
/** Units that a fragment names and that are in the rest of the court's file. */
const DO_RESTO = /o id de uma das unidades do arquivo|o "municipio" de alguma unidade/;

describe('what the guides give to copy', () => {
  test('[BV-02] every JSON is JSON, and what goes in a court file is accepted by the checker, without a warning', () => {
    const outros: string[] = [];
    let inteiros = 0;
    for (const { onde, texto } of trechos('json')) {
      const fragmento = /^\s*"/.test(texto);
      let dado: Rec;
      try {
        dado = JSON.parse(fragmento ? `{${texto}}` : texto) as Rec;
      } catch (error) {
        assert.fail(`${onde}: ${(error as Error).message}`);
      }
      const arquivo = arquivoCom(dado);
      if (!arquivo) {
        outros.push(Object.keys(dado)[0]!);
        continue;
      }
      const inteiro = 'nome' in dado && 'sigla' in dado;
      if (inteiro) inteiros += 1;
      const achados = explainCourtFile(arquivo)
        .list.map(issueLine)
        .filter((linha) => inteiro || !DO_RESTO.test(linha))
        // The room of the guides says of itself that it has to be changed.
        .filter((linha) => !linha.includes('TROQUE-POR-UM-NOME-SORTEADO'));
      assert.deepEqual(achados, [], onde);
    }
    assert.deepEqual(outros, OUTROS);
    assert.ok(inteiros >= 2, `${inteiros} whole files`);
  });

  test('[BV-02] a counter of a whole file has hours, channels and a video that opens without a backend', () => {
    for (const { onde, texto } of trechos('json')) {
      const { unidades, backend, video } = JSON.parse(/^\s*"/.test(texto) ? `{${texto}}` : texto) as { unidades?: Rec[]; backend?: unknown; video?: unknown };
      for (const unit of unidades ?? []) {
        const { provider, sala } = (unit['video'] ?? video ?? {}) as Rec;
        assert.ok(unit['hours'] && unit['canais'], onde);
        assert.ok(backend || (provider !== 'jitsi' && provider !== 'jaas') || sala, `${onde}: without a room the video does not show`);
      }
    }
  });

  test('[BV-02] every element in the HTML exists, with attributes that it has, a fallback in an element of its own, and the version in the path', () => {
    const manifesto = JSON.parse(ler('custom-elements.json')) as { modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[] };
    const conhecidos = new Map(manifesto.modules.flatMap(({ declarations = [] }) => declarations).flatMap(({ tagName, attributes = [] }) => (tagName ? [[tagName, new Set(attributes.map(({ name }) => name))] as const] : [])));
    const COMUNS = new Set(['id', 'class', 'hidden', 'slot', 'lang']);
    const SCRIPT = new Set(['type', 'src', 'data-tribunal', 'data-backend', 'data-debug', 'data-locale', 'integrity', 'crossorigin', 'nonce', 'data-senna-track']);
    const versao = (JSON.parse(ler('package.json')) as { version: string }).version;
    const units = new Set<string>();
    let elementos = 0;
    for (const { onde, texto } of trechos('html')) {
      const certo = texto.split('<!-- errado')[0]!;
      for (const [, tag = '', dentro = '', depois = ''] of certo.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/g)) {
        const atributos = new Map([...dentro.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, nome = '', valor = '']) => [nome, valor]));
        const nomes = [...atributos.keys()];
        const src = atributos.get('src');
        if (tag === 'script' && src?.endsWith('/atrio.js')) {
          assert.ok(src.includes(`/atrio/${versao}/`) || src.includes('/atrio/0.x.0/'), `${onde}: ${src}`);
          assert.deepEqual(nomes.filter((nome) => !SCRIPT.has(nome)), [], onde);
          assert.equal(atributos.get('type'), 'module', onde);
        }
        if (!tag.includes('-')) continue;
        const seus = conhecidos.get(tag);
        assert.ok(seus, `${onde}: <${tag}> is no element of the kit`);
        elementos += 1;
        assert.deepEqual(nomes.filter((nome) => !seus.has(nome) && !COMUNS.has(nome)), [], `${onde}: <${tag}>`);
        assert.match(depois, /^[\s…]*$/, `${onde}: loose text in <${tag}>`);
        if (atributos.has('unidade')) units.add(atributos.get('unidade')!);
      }
      // Nothing of the kit is written in a way that the reader above passes by.
      assert.equal([...certo.matchAll(/<(?:balcao|ouvidoria|sic|protocolo|cidadania)-/g)].length, [...certo.matchAll(/<(?:balcao|ouvidoria|sic|protocolo|cidadania)-[\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g)].length, onde);
    }
    assert.ok(elementos > 20, `${elementos} elements`);
    for (const id of units) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('[BV-02] the page of the walk from nothing names the unit and the files that the walk writes', () => {
    const guia = ler('docs/comecar.md');
    const [, html = ''] = /```html\n([\s\S]*?)```/.exec(guia) ?? [];
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(guia) ?? [];
    const arquivo = JSON.parse(json) as { unidades: { id: string }[] };
    assert.match(html, new RegExp(`<balcao-virtual unidade="${arquivo.unidades[0]!.id}">`));
    for (const nome of ['/tribunal.json', '/tribunal.css', '/atrio/0.1.0/atrio.js']) assert.ok(html.includes(`"${nome}"`) && guia.includes(nome.slice(1)), nome);
    const [, css = ''] = /```css\n([\s\S]*?)```/.exec(guia) ?? [];
    const tokens = ler('docs/tema.md');
    for (const [token] of css.matchAll(/--atrio-[a-z-]+/g)) assert.ok(tokens.includes(`\`${token}\``), token);
  });

  test('[BV-02] the lists of what a CMS lets through have every attribute of the elements that they let through', () => {
    const manifesto = JSON.parse(ler('custom-elements.json')) as { modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[] };
    for (const receita of ['wordpress', 'plone']) {
      const texto = ler(`docs/receitas/${receita}.md`);
      const faltam = manifesto.modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter(({ tagName }) => tagName && !/^(balcao-attendant|audiencia-)/.test(tagName))
        .flatMap(({ tagName, attributes = [] }) => [tagName!, ...attributes.map(({ name }) => name)].filter((nome) => !texto.includes(`'${nome}'`) && !texto.includes(`\`${nome}\``)));
      assert.deepEqual([...new Set(faltam)], [], receita);
    }
  });
});
