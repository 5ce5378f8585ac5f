/**
 * The guides of `docs/` as pages of the catalogue: one source, read from the repository as text. Pure functions from Markdown to Markdown.
 */
import { idDaPagina } from './paginas.ts';

/** The same anchors that repository sites give to a heading, so that a link to a section works in both. */
export function ancora(titulo: string): string {
  return titulo
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** A path from the folder of `arquivo`, without `.` and `..`; a step above the root of the repository stays there. */
function resolver(arquivo: string, destino: string): string {
  const partes = arquivo.split('/').slice(0, -1);
  for (const parte of destino.split('/')) {
    if (parte === '..') partes.pop();
    else if (parte !== '.' && parte !== '') partes.push(parte);
  }
  return partes.join('/');
}

const LINK = /\[((?:`[^`]*`|[^\]`])*)\]\(([^()\s]+)\)/g;

/**
 * Takes the links between guides to their pages. A link to what has no page (a folder of the repository, a file of the demonstration)
 * keeps its words and stops being a link; anchors of the same page and whole addresses stay as they are.
 */
export function reescrever(markdown: string, arquivo: string): string {
  const trocar = (texto: string): string =>
    texto.replace(LINK, (inteiro, palavras: string, alvo: string) => {
      if (/^(#|[a-z][\w+.-]*:)/i.test(alvo)) return inteiro;
      const [destino = '', secao] = alvo.split('#');
      const id = idDaPagina(resolver(arquivo, destino));
      return id ? `[${palavras}](?path=/docs/${id}${secao ? `#${secao}` : ''})` : palavras;
    });
  // Only whole blocks of code are set apart: the words of a link may be code themselves.
  return markdown
    .split(/(^ *```[\s\S]*?^ *```)/m)
    .map((parte) => (/^ *```/.test(parte) ? parte : trocar(parte)))
    .join('');
}

/** One `## section` of a guide. */
export interface Secao {
  titulo: string;
  /** What comes after the heading. */
  corpo: string;
}

/** What comes before the first `##`, and the sections. A `##` inside a block of code is not one. */
export function secoes(markdown: string): { abertura: string; lista: Secao[] } {
  const lista: Secao[] = [];
  const abertura: string[] = [];
  let atual: string[] | null = null;
  let emCodigo = false;
  const fechar = (): void => {
    const ultima = lista.at(-1);
    if (ultima && atual) ultima.corpo = atual.join('\n').trim();
  };
  for (const linha of markdown.split('\n')) {
    if (/^ *```/.test(linha)) emCodigo = !emCodigo;
    const [, titulo] = emCodigo ? [] : (/^## (.+)$/.exec(linha) ?? []);
    if (titulo === undefined) {
      (atual ?? abertura).push(linha);
      continue;
    }
    fechar();
    atual = [];
    lista.push({ titulo, corpo: '' });
  }
  fechar();
  return { abertura: abertura.join('\n').trim(), lista };
}

/** The cells of a line of a table; `\|` is not an edge. */
export const celulas = (linha: string): string[] =>
  linha
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((celula) => celula.trim());

const ehTabela = (linha: string): boolean => linha.startsWith('|');

/** The lines of every table, headings and rules left out. */
export function linhasDeTabelas(markdown: string): string[][] {
  const linhas = markdown.split('\n');
  return linhas
    .filter((linha, n) => ehTabela(linha) && !/^\|[\s|:-]+\|$/.test(linha) && !/^\|[\s|:-]+\|$/.test(linhas[n + 1] ?? ''))
    .map(celulas);
}

/** The text without its tables. */
export const semTabelas = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((linha) => !ehTabela(linha))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A table in Markdown. */
export function tabela(cabecalho: readonly string[], linhas: readonly (readonly string[])[]): string {
  const linha = (partes: readonly string[]): string => `| ${partes.join(' | ')} |`;
  return [linha(cabecalho), linha(cabecalho.map(() => '---')), ...linhas.map(linha)].join('\n');
}

/** What the `Markdown` block takes. */
export interface Bloco {
  children: string;
  options: { slugify: (titulo: string) => string };
}

/** Text already with its links in place, for the `Markdown` block. */
export const bloco = (children: string): Bloco => ({ children, options: { slugify: ancora } });

/** A whole guide. */
export const guia = (arquivo: string, texto: string): Bloco => bloco(reescrever(texto.replace(/^<!--.*?-->\s*/s, ''), arquivo));
