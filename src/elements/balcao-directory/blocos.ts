import { dobrar } from '../../domain/directory/identificador.ts';
import type { Indice } from '../../domain/directory/unpack.ts';

/** Rows of one block: drawn all together, when it comes near. */
export const LINHAS = 20;

/** Some rows of the list, and the title before them when a section begins there. */
export interface Bloco {
  titulo: string | null;
  /** Words that the rows need not repeat. */
  comarca: string;
  rows: readonly number[];
}

/** Rows in blocks, under no title. */
function cortar(rows: readonly number[], titulo: string | null, comarca: string, into: Bloco[]): void {
  for (let at = 0; at < rows.length; at += LINHAS) into.push({ titulo: at === 0 ? titulo : null, comarca, rows: rows.slice(at, at + LINHAS) });
}

/** What a person searched for, best first: one list. */
export function emLista(rows: readonly number[]): Bloco[] {
  const blocos: Bloco[] = [];
  cortar(rows, null, '', blocos);
  return blocos;
}

/** Sections by comarca, in the order of the alphabet; by first letter where the court has no comarcas. */
export function emSecoes(rows: readonly number[], indice: Indice, semComarca: string): Bloco[] {
  const { comarcas } = indice.dados.tabelas;
  const secao = (row: number): string => (comarcas.length > 1 ? indice.texto('comarcas', row) : indice.nome(row).charAt(0).toUpperCase());
  const grupos = new Map<string, number[]>();
  for (const row of rows) {
    const key = secao(row);
    const grupo = grupos.get(key);
    if (grupo) grupo.push(row);
    else grupos.set(key, [row]);
  }
  const ordem = [...grupos.keys()].map((key) => [key && dobrar(key), key] as const).sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0));
  const blocos: Bloco[] = [];
  for (const [, key] of ordem) cortar(grupos.get(key)!, key || semComarca, comarcas.length > 1 ? key : '', blocos);
  return blocos;
}

/** Values with their words, in the order of the alphabet, accents apart. */
export function ordenados(values: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...values].sort(([, a], [, b]) => (dobrar(a) < dobrar(b) ? -1 : 1));
}
