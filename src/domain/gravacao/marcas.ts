/** Index marks: where each part of a recording begins (Resolução CNJ 105/2010, art. 2: without a transcript, they are the way in). */

export interface Marca {
  /** Seconds from the start. */
  em: number;
  rotulo: string;
}

/** The marks in order; of two at the same place the one written last comes last. */
export const emOrdem = <M extends Marca>(marcas: readonly M[]): M[] => marcas.toSorted((a, b) => a.em - b.em);

/** Which mark a place belongs to: the last that began; -1 before the first. The marks are in order. */
export function marcaEm(marcas: readonly Marca[], segundos: number): number {
  // Players stop a little before where they were sent.
  return marcas.findLastIndex(({ em }) => em <= segundos + 0.25);
}
