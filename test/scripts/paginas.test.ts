import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesUnder, root } from '../../scripts/lib/files.ts';
import { artigos, declaracao, estados, exigencias, explicados, legenda, pagina, referencia, type Manifesto, type Tipo } from '../../stories/paginas/elemento.ts';
import { ancora, guia, reescrever, secoes, semTabelas } from '../../stories/paginas/markdown.ts';
import { idDaPagina, PAGINAS } from '../../stories/paginas/paginas.ts';

const ler = (arquivo: string): string => readFileSync(join(root, arquivo), 'utf8');
const manifesto = JSON.parse(ler('custom-elements.json')) as Manifesto;
const conformidade = ler('docs/conformidade.md');
const tags = manifesto.modules
  .flatMap(({ declarations = [] }) => declarations)
  .map(({ tagName }) => tagName)
  .filter((tag) => tag !== undefined);
const mdx = filesUnder('stories').filter((arquivo) => arquivo.endsWith('.mdx'));
const docs = filesUnder('docs').filter((arquivo) => arquivo.endsWith('.md'));
const INTRODUCAO = 'stories/introducao.md';

test('catalogue: every element has a page that shows its guide, its reference, its states, its access and its articles', () => {
  assert.ok(tags.length >= 8);
  for (const tag of tags) {
    const fonte = ler(`stories/${tag}/${tag}.mdx`);
    assert.match(fonte, new RegExp(`docs/${tag}\\.md\\?raw`));
    assert.ok(fonte.includes(`pagina('${tag}', texto, manifesto, conformidade)`), tag);
    for (const parte of ['guia', 'referencia', 'acessibilidade', 'artigos']) assert.ok(fonte.includes(`{...partes.${parte}}`), `${tag}: ${parte}`);
    assert.match(fonte, /<Canvas of=\{Historias\.\w+\}/);
    // Every file of stories of the element is in the list of its states.
    for (const arquivo of filesUnder(`stories/${tag}`).filter((nome) => nome.endsWith('.stories.ts'))) {
      assert.ok(fonte.includes(`'./${arquivo.split('/').at(-1)}'`), `${tag}.mdx does not list ${arquivo}`);
    }
    for (const [, historia = ''] of fonte.matchAll(/of=\{Historias\.(\w+)\}/g)) {
      assert.match(ler(`stories/${tag}/${tag}.stories.ts`), new RegExp(`export const ${historia}\\b`), `${tag}: ${historia}`);
    }
  }
});

test('catalogue: the page of an element says what to paste, with a fallback, and how it is used without a mouse', () => {
  for (const tag of tags) {
    const { guia: texto, acessibilidade, artigos: normas } = pagina(tag, ler(`docs/${tag}.md`), manifesto, conformidade);
    assert.match(texto.children, new RegExp(`\`\`\`html[^\`]*<${tag}`), `${tag}: paste this`);
    assert.match(acessibilidade.children, /teclado/i, `${tag}: keyboard`);
    assert.match(normas.children, /^\| .+ \([A-Z]+-\d+\) \|/m, `${tag}: articles`);
  }
});

test('catalogue: every attribute, event and part has its explanation in Portuguese', () => {
  const calados = tags.flatMap((tag) =>
    (['attributes', 'events', 'cssParts'] as Tipo[]).flatMap((tipo) =>
      explicados(manifesto, tag, ler(`docs/${tag}.md`), tipo)
        .filter(({ texto }) => texto === undefined)
        .map(({ item }) => `${tag} ${tipo} ${item.name}`),
    ),
  );
  assert.deepEqual(calados, []);
});

test('catalogue: every guide has a page, and the title of the page is the one that links look for', () => {
  for (const arquivo of docs) assert.ok(PAGINAS[arquivo], `${arquivo} is not in stories/paginas/paginas.ts`);
  for (const [arquivo, titulo] of Object.entries(PAGINAS)) {
    const fonte = titulo.startsWith('Elementos/') ? `stories/${titulo.split('/')[1]}/${titulo.split('/')[1]}.mdx` : mdx.find((nome) => ler(nome).includes(`<Meta title="${titulo}" />`));
    assert.ok(fonte && mdx.includes(fonte), `no page has the title ${titulo}`);
    if (fonte.startsWith('stories/guias/')) assert.ok(ler(fonte).includes(`guia('${arquivo}', texto)`) && ler(fonte).includes(`/${arquivo}?raw'`), fonte);
  }
});

test('catalogue: a table is in a block that shows it as one; the pages themselves are compiled without tables', () => {
  for (const arquivo of mdx) assert.doesNotMatch(ler(arquivo).replace(/<Markdown>\{`[\s\S]*?`\}<\/Markdown>/g, ''), /^\|/m, arquivo);
});

test('catalogue: no link between guides leads nowhere, and none to a section that is not there', () => {
  // A word of a link that lost its page is a file that was renamed: the first page has no link of that kind.
  assert.equal([...ler(INTRODUCAO).matchAll(/\]\(\.\./g)].length, [...guia(INTRODUCAO, ler(INTRODUCAO)).children.matchAll(/\]\(\?path=/g)].length);
  const secoesDe = (arquivo: string): Set<string> => new Set([...ler(arquivo).matchAll(/^#+ (.+)$/gm)].map(([, titulo = '']) => ancora(titulo)));
  const porId = new Map(Object.keys(PAGINAS).map((arquivo) => [idDaPagina(arquivo), arquivo]));
  for (const arquivo of [...docs, INTRODUCAO]) {
    const { children } = guia(arquivo, ler(arquivo));
    assert.doesNotMatch(children, /\]\((?!#|\?path=|https?:|mailto:|tel:)[^)]*\.md[^)]*\)/, arquivo);
    for (const [, id = '', secao] of children.matchAll(/\]\((?:\?path=\/docs\/([^)#]+))?(?:#([^)]+))?\)/g)) {
      const alvo = id ? porId.get(id) : arquivo;
      assert.ok(alvo, `${arquivo}: ${id}`);
      if (secao) assert.ok(secoesDe(alvo).has(secao), `${arquivo}: no section "${secao}" in ${alvo}`);
    }
  }
});

test('catalogue: links go to pages; what has no page keeps its words; code is left alone', () => {
  assert.equal(reescrever('Veja [tema](tema.md).', 'docs/csp.md'), 'Veja [tema](?path=/docs/tema--docs).');
  assert.equal(reescrever('[`<a>`](../sic-request.md#atributos)', 'docs/receitas/vue.md'), '[`<a>`](?path=/docs/elementos-sic-request--docs#atributos)');
  assert.equal(reescrever('[exemplos](../examples) e [x](#y) e [z](https://a.br/b.md)', 'docs/a.md'), 'exemplos e [x](#y) e [z](https://a.br/b.md)');
  assert.equal(reescrever('```md\n[tema](tema.md)\n```\n[tema](tema.md)', 'docs/a.md'), '```md\n[tema](tema.md)\n```\n[tema](?path=/docs/tema--docs)');
  assert.equal(guia('docs/lgpd.md', '<!-- gerado -->\n\n# Dados').children, '# Dados');
  assert.equal(ancora('3. O `conteúdo` de <reserva>'), '3-o-conteúdo-de-reserva');
});

test('catalogue: sections and tables are read as a repository site shows them', () => {
  const { abertura, lista } = secoes('# T\n\noi\n\n## A\n\n```sh\n## não\n```\n\n## B\n\n| a | b |\n| --- | --- |\n| `x` | y \\| z |\n\nfim');
  assert.equal(abertura, '# T\n\noi');
  assert.deepEqual(lista.map(({ titulo }) => titulo), ['A', 'B']);
  assert.equal(semTabelas(lista[1]!.corpo), 'fim');
});

test('catalogue: the reference takes names and defaults from the manifest and words from the guide', () => {
  const meu: Manifesto = {
    modules: [{ declarations: [{ tagName: 'x-y', attributes: [{ name: 'nivel', type: { text: 'number' }, default: '2' }, { name: 'modo', type: { text: "'a' | 'b' | undefined" } }], cssParts: [{ name: 'aviso' }] }] }],
  };
  const texto = referencia(meu, 'x-y', '# x\n\n## Atributos\n\n| Nome | |\n| --- | --- |\n| `nivel` | nível do título |\n| `velho` | já não há |\n\nSó isto.');
  assert.match(texto, /\| `nivel` \| nível do título \| número \| `2` \|/);
  assert.match(texto, /\| `modo` \|  \| `a`, `b` \|  \|/);
  assert.match(texto, /Só isto\./);
  assert.doesNotMatch(texto, /velho|### Eventos/);
  assert.match(texto, /\| `--atrio-color-primary` \| botões, links, destaques \| `#\w+` \|/);
  assert.throws(() => declaracao(meu, 'z-z'), /npm run manifest/);
});

test('catalogue: states come in the order of the file, with their links', () => {
  const texto = estados(
    { default: { title: 'Elementos/x-y' }, B: { name: 'Bê', parameters: { docs: { description: { story: 'um\n dois' } } } }, A: {}, __namedExportsOrder: ['B', 'A'] },
    { default: { title: 'Elementos/x-y/Mais' }, UmDois: {} },
  );
  assert.deepEqual(texto.split('\n').slice(2), [
    '| [Bê](?path=/story/elementos-x-y--b) | um dois |',
    '| [A](?path=/story/elementos-x-y--a) |  |',
    '| [Mais: Um Dois](?path=/story/elementos-x-y-mais--um-dois) |  |',
  ]);
  assert.equal(legenda({ UmDois: {} }, 'UmDois'), '### Um Dois');
  assert.equal(legenda({ A: { name: 'Á', parameters: { docs: { description: { story: 'um\n dois' } } } } }, 'A'), '### Á\n\num dois');
});

test('catalogue: an element has the articles that its tests prove, under their norm', () => {
  const linhas = exigencias('# C\n\n## Lei 1\n\n| ID | N | T | S | X |\n| --- | --- | --- | --- | --- |\n| AB-01 | art. 1 | dar | feito | `test/elements/x-y/a.test.ts` |\n| AB-02 | art. 2 | ver | feito | — |');
  assert.deepEqual(linhas.map(({ id, secao }) => `${id} ${secao}`), ['AB-01 Lei 1', 'AB-02 Lei 1']);
  const texto = artigos(conformidade, 'balcao-virtual');
  assert.match(texto, /\(BV-01\)/);
  assert.doesNotMatch(texto, /\(SIC-01\)/);
});
