import type { Estimativa } from '../../contract/fila.ts';

/** Fewest services that an estimate rests on. */
export const MINIMO_DE_ATENDIMENTOS = 3;

/** Most services that it looks back on. */
export const ATENDIMENTOS_RECENTES = 12;

export interface BaseDaEstimativa {
  /** How long the last services of the unit took, in milliseconds, newest first. */
  duracoes: readonly number[];
  /** Attendants at the counter now. */
  atendentes: number;
}

/** The one in the middle: a service that somebody forgot to end does not make everybody's wait look long. */
function mediana(valores: readonly number[]): number {
  const em = valores.toSorted((a, b) => a - b);
  const meio = em.length >> 1;
  return em.length % 2 ? em[meio]! : (em[meio - 1]! + em[meio]!) / 2;
}

/**
 * Minutes until somebody is called: every attendant gives a turn each time that a service usually takes.
 * @param posicao people ahead
 * @returns null while there is nothing to rest on: fewer than 3 services, or nobody at the counter
 */
export function estimar(posicao: number, { duracoes, atendentes }: BaseDaEstimativa): Estimativa {
  const recentes = duracoes.slice(0, ATENDIMENTOS_RECENTES);
  if (recentes.length < MINIMO_DE_ATENDIMENTOS || atendentes < 1) return null;
  const minutos = Math.max(1, Math.ceil(((posicao + 1) * mediana(recentes)) / atendentes / 60_000));
  return { minutos, base: `pela duração dos últimos ${recentes.length} atendimentos, com ${atendentes === 1 ? '1 atendente' : `${atendentes} atendentes`}` };
}
