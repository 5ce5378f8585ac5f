import { dobrar } from '../../domain/directory/identificador.ts';
import type { Indice } from '../../domain/directory/unpack.ts';

/** Rows of one block: written all together, and laid out when it comes near. */
export const LINHAS = 20;

/** Rows under one title; none where a section goes on from the block before. */
export interface Secao {
  titulo: string | null;
  /** Words that the rows need not repeat. */
  comarca: string;
  rows: number[];
}

/** Some rows of the list, of one section or of several short ones. */
export interface Bloco {
  linhas: number;
  secoes: Secao[];
}

/** Adds rows of a section to the last block, and to new ones when it is full. */
function por(blocos: Bloco[], rows: readonly number[], titulo: string | null, comarca: string): void {
  for (let at = 0; at < rows.length; ) {
    let bloco = blocos.at(-1);
    if (!bloco || bloco.linhas >= LINHAS) blocos.push((bloco = { linhas: 0, secoes: [] }));
    const some = rows.slice(at, at + LINHAS - bloco.linhas);
    bloco.secoes.push({ titulo: at === 0 ? titulo : null, comarca, rows: some });
    bloco.linhas += some.length;
    at += some.length;
  }
}

/** What a person searched for, best first: one list. */
export function emLista(rows: readonly number[]): Bloco[] {
  const blocos: Bloco[] = [];
  por(blocos, rows, null, '');
  return blocos;
}

/** Sections by comarca, in the order of the alphabet; by first letter where the court has no comarcas. */
export function emSecoes(rows: readonly number[], indice: Indice, semComarca: string): Bloco[] {
  const { tabelas, colunas } = indice.dados;
  const porComarca = tabelas.comarcas.length > 1;
  const secao = (row: number): string => (porComarca ? (tabelas.comarcas[colunas.comarca[row]!] ?? '') : indice.nome(row).charAt(0).toUpperCase());
  const grupos = new Map<string, number[]>();
  for (const row of rows) {
    const key = secao(row);
    const grupo = grupos.get(key);
    if (grupo) grupo.push(row);
    else grupos.set(key, [row]);
  }
  const ordem = [...grupos.keys()].map((key) => [key && dobrar(key), key] as const).sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0));
  const blocos: Bloco[] = [];
  for (const [, key] of ordem) por(blocos, grupos.get(key)!, key || semComarca, porComarca ? key : '');
  return blocos;
}

/** Values with their words, in the order of the alphabet, accents apart. */
export function ordenados(values: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return values
    .map((one) => [dobrar(one[1]), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}
