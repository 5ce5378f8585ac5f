import type { AgendaDaUnidade } from '../../contract/agenda.ts';

/** A slot that can be booked. */
export type Vaga = AgendaDaUnidade['dias'][number]['vagas'][number];

/** Every free slot, in order. */
export const vagasDe = ({ dias }: AgendaDaUnidade): Vaga[] => dias.flatMap(({ vagas }) => vagas);

/** The slot that begins at this instant, however its offset is written; null when it is not free. */
export function vagaEm(agenda: AgendaDaUnidade, inicio: string): Vaga | null {
  const at = Date.parse(inicio);
  return vagasDe(agenda).find((vaga) => Date.parse(vaga.inicio) === at) ?? null;
}

/**
 * The free slot nearest to one that is gone; of two as near, the later one, since the person had made up their mind to be there by then.
 * @param inicio start of the slot that is gone
 * @returns null when nothing is free
 */
export function vagaMaisPerto(agenda: AgendaDaUnidade, inicio: string): Vaga | null {
  const at = Date.parse(inicio);
  const far = (vaga: Vaga): number => Math.abs(Date.parse(vaga.inicio) - at);
  return vagasDe(agenda).reduce<Vaga | null>((best, vaga) => (best === null || far(vaga) <= far(best) ? vaga : best), null);
}
