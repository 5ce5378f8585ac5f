/** The page of an element: its guide, what the manifest says of it, its states and the articles of the norms that it meets. Pure functions. */
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { PADROES, PROPRIEDADES } from '../../scripts/lib/tema/propriedades.ts';
import { ATRIBUTOS, EVENTOS, PARTES } from './explicacoes.ts';
import { bloco, celulas, linhasDeTabelas, reescrever, secoes, semTabelas, tabela, type Bloco, type Secao } from './markdown.ts';

interface Item {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
  fieldName?: string;
}

/** What is read of a declaration of `custom-elements.json`. */
export interface Declaracao {
  tagName?: string;
  attributes?: Item[];
  events?: Item[];
  cssParts?: Item[];
}

export interface Manifesto {
  modules: { declarations?: Declaracao[] }[];
}

export function declaracao(manifesto: Manifesto, tag: string): Declaracao {
  const achada = manifesto.modules.flatMap((modulo) => modulo.declarations ?? []).find(({ tagName }) => tagName === tag);
  if (!achada) throw new Error(`${tag} is not in custom-elements.json: run npm run manifest`);
  return achada;
}

const DE_REFERENCIA = /^(Atributos|Eventos?$|Partes)/;
const ACESSIBILIDADE = 'Acessibilidade';

/** Every name in code of the first cell of a line, with the rest of the line: what a guide says of it. */
function doGuia(guia: readonly Secao[]): Map<string, string> {
  const ditos = new Map<string, string>();
  for (const [nomes = '', ...resto] of guia.flatMap(({ corpo }) => linhasDeTabelas(corpo))) {
    const texto = resto.filter(Boolean).join('; ');
    // What every element has is said once for all.
    if (!texto || nomes.includes('`tribunal`')) continue;
    for (const [, nome = ''] of nomes.matchAll(/`([^`]+)`/g)) ditos.set(nome, texto);
  }
  return ditos;
}

export type Tipo = 'attributes' | 'events' | 'cssParts';
const POR_TIPO = { attributes: ATRIBUTOS, events: EVENTOS, cssParts: PARTES } as const;

/** Name and explanation of each thing of an element; the explanation is missing when nobody wrote it. */
export function explicados(manifesto: Manifesto, tag: string, markdown: string, tipo: Tipo): { item: Item; texto: string | undefined }[] {
  const ditos = tipo === 'cssParts' ? new Map<string, string>() : doGuia(secoes(markdown).lista.filter(({ titulo }) => DE_REFERENCIA.test(titulo)));
  const textos = POR_TIPO[tipo];
  return (declaracao(manifesto, tag)[tipo] ?? []).map((item) => ({ item, texto: ditos.get(item.name) ?? textos[`${tag}/${item.name}`] ?? textos[item.name] }));
}

const codigo = (texto: string): string => `\`${texto.replaceAll('|', '\\|')}\``;
/** The type as a webmaster writes it: what only code can give is left out. */
const valor = ({ type }: Item): string => {
  const tipos = (type?.text ?? 'string').split('|').map((parte) => parte.trim());
  const palavras = tipos.filter((parte) => parte.startsWith("'")).map((parte) => codigo(parte.slice(1, -1)));
  if (palavras.length > 0) return palavras.join(', ');
  if (tipos.includes('boolean')) return 'presente ou não';
  return tipos.includes('number') ? 'número' : 'texto';
};

/** Attributes, events, parts and CSS properties, with the names, types and defaults of the manifest. */
export function referencia(manifesto: Manifesto, tag: string, markdown: string): string {
  const partes: string[] = ['## Referência', 'Gerada do código: nomes, valores e padrões são os desta versão.'];
  const linha = (tipo: Tipo, cabecalho: readonly string[], colunas: (item: Item) => readonly string[]): string =>
    tabela(
      cabecalho,
      explicados(manifesto, tag, markdown, tipo).map(({ item, texto = item.description ?? '' }) => [codigo(item.name), texto, ...colunas(item)]),
    );
  const prosa = (nome: RegExp): string =>
    secoes(markdown)
      .lista.filter(({ titulo }) => nome.test(titulo))
      .map(({ corpo }) => semTabelas(corpo))
      .join('\n\n');
  partes.push(
    '### Atributos',
    linha('attributes', ['Atributo', 'O que é', 'Valor', 'Padrão'], (item) => [valor(item), item.default === undefined || item.default === 'false' ? '' : codigo(item.default.replaceAll("'", ''))]),
    prosa(/^Atributos/),
  );
  if (declaracao(manifesto, tag).events?.length) {
    partes.push('### Eventos', linha('events', ['Evento', 'Quando, e o que traz em `detail`', 'Tipo'], ({ type }) => [type ? codigo(type.text) : '']), prosa(/^Eventos?$/));
  }
  partes.push(
    '### Partes',
    `Para o que não é cor: \`${tag}::part(nome)\`.`,
    linha('cssParts', ['Parte', 'O que é'], () => []),
    '### Propriedades CSS',
    'As mesmas em todos os elementos, na página inteira, num trecho dela ou num elemento só. Como usar: [tema](tema.md).',
    tabela(['Propriedade', 'O que muda', 'Padrão'], PROPRIEDADES.map(({ nome, uso }) => [codigo(nome), uso, codigo(PADROES.light[nome] ?? '')])),
  );
  return partes.filter(Boolean).join('\n\n');
}

/** What a module of stories offers, as far as a list of them needs. */
export type Historias = Readonly<Record<string, unknown>>;
interface Historia {
  name?: string;
  parameters?: { docs?: { description?: { story?: string } } };
}

const umaLinha = (texto = ''): string => texto.replace(/\s+/g, ' ').trim();
const rotulo = (nome: string, historia: Historia): string => historia.name ?? storyNameFromExport(nome);

/** Heading and sentence of a state that the page shows. */
export function legenda(modulo: Historias, nome: string): string {
  const historia = modulo[nome] as Historia;
  return [`### ${rotulo(nome, historia)}`, umaLinha(historia.parameters?.docs?.description?.story)].filter(Boolean).join('\n\n');
}

/** Every state, with a link to it, in the order of the file. */
export function estados(...modulos: readonly Historias[]): string {
  const linhas = modulos.flatMap((modulo) => {
    const titulo = (modulo['default'] as { title: string }).title;
    // A module's names come in alphabetical order; Storybook keeps that of the file.
    const nomes = (modulo['__namedExportsOrder'] as string[] | undefined) ?? Object.keys(modulo);
    const grupo = titulo.split('/').slice(2).join(', ');
    return nomes
      .filter((nome) => nome !== 'default' && !nome.startsWith('__') && modulo[nome] !== null && typeof modulo[nome] === 'object')
      .map((nome) => {
        const historia = modulo[nome] as Historia;
        const descricao = umaLinha(historia.parameters?.docs?.description?.story).replaceAll('|', '\\|');
        return [`[${grupo ? `${grupo}: ` : ''}${rotulo(nome, historia)}](?path=/story/${toId(titulo, storyNameFromExport(nome))})`, descricao];
      });
  });
  const comDescricao = linhas.some(([, descricao]) => descricao);
  return comDescricao ? tabela(['Estado', 'O que mostra'], linhas) : linhas.map(([link]) => `- ${link}`).join('\n');
}

/** A row of docs/conformidade.md. */
export interface Exigencia {
  id: string;
  /** The heading that it is under: the norm. */
  secao: string;
  norma: string;
  texto: string;
  situacao: string;
  testes: string;
}

export function exigencias(conformidade: string): Exigencia[] {
  return secoes(conformidade).lista.flatMap(({ titulo, corpo }) =>
    corpo
      .split('\n')
      .filter((linha) => /^\| [A-Z]+-\d+ \|/.test(linha))
      .map((linha) => {
        const [id = '', norma = '', texto = '', situacao = '', testes = ''] = celulas(linha);
        return { id, secao: titulo, norma, texto, situacao, testes };
      }),
  );
}

/** The requirements that the tests of an element prove, by norm. */
export function artigos(conformidade: string, tag: string): string {
  const suas = exigencias(conformidade).filter(({ testes }) => testes.includes(`test/elements/${tag}/`));
  const porSecao = new Map<string, Exigencia[]>();
  for (const exigencia of suas) porSecao.set(exigencia.secao, [...(porSecao.get(exigencia.secao) ?? []), exigencia]);
  return [
    '## Artigos das normas',
    'O que este elemento faz, com testes que o provam. A lista inteira está em [Conformidade](conformidade.md).',
    ...[...porSecao].flatMap(([secao, linhas]) => [
      `### ${secao}`,
      tabela(['Artigo', 'O que se pede', 'Situação'], linhas.map(({ id, norma, texto, situacao }) => [`${norma} (${id})`, texto, situacao])),
    ]),
  ].join('\n\n');
}

/** The blocks of the page of an element, in the order in which they are shown. */
export interface PaginaDoElemento {
  /** What it is, what to paste, how it works: the guide, without what the blocks below show. */
  guia: Bloco;
  referencia: Bloco;
  acessibilidade: Bloco;
  artigos: Bloco;
}

export function pagina(tag: string, markdown: string, manifesto: Manifesto, conformidade: string): PaginaDoElemento {
  const arquivo = `docs/${tag}.md`;
  const { abertura, lista } = secoes(markdown);
  const fica = lista.filter(({ titulo }) => !DE_REFERENCIA.test(titulo) && titulo !== ACESSIBILIDADE);
  const acessibilidade = lista.find(({ titulo }) => titulo === ACESSIBILIDADE);
  const comLinks = (texto: string): Bloco => bloco(reescrever(texto, arquivo));
  return {
    guia: comLinks([abertura, ...fica.map(({ titulo, corpo }) => `## ${titulo}\n\n${corpo}`)].join('\n\n')),
    referencia: comLinks(referencia(manifesto, tag, markdown)),
    acessibilidade: comLinks(acessibilidade ? `## ${ACESSIBILIDADE}\n\n${acessibilidade.corpo}` : ''),
    artigos: comLinks(artigos(conformidade, tag)),
  };
}
