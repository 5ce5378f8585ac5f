/**
 * The fair order of a counter (Portaria TJRN 38/2021, art. 5; Lei 10.048/2000, art. 1; Lei 10.741/2003, art. 3, § 2).
 *
 * Appointments that are due go first. Then, while there are both, up to `prioridadesSeguidas` legal priorities go for each person without priority; among the
 * priorities those of 80 or more go before the rest, and within each class the order is the one of arrival. With `prioridadesSeguidas` 0 everybody but
 * the appointments goes in the order of arrival.
 *
 * Whoever has no priority is therefore called after at most `prioridadesSeguidas` priorities for each person without priority up to them, whatever comes in
 * later (appointments apart, of which there are no more than the agenda has slots): nobody starves.
 */

/** Class of a ticket: 0 appointment that is due, 1 elderly of 80 or more, 2 other legal priority, 3 common. */
export type Classe = 0 | 1 | 2 | 3;

/** A ticket that waits, as far as the order goes. */
export interface NaFila {
  id: number;
  classe: number;
  /** Place in line within its class: the arrival in epoch milliseconds, unless the ticket went back some places. */
  ordem: number;
}

export interface RegraDaOrdem {
  /** Legal priorities called for each common ticket, while there are both; 0 is the order of arrival alone. */
  prioridadesSeguidas: number;
}

/** Order within a class; who came at the same instant goes by the number of the ticket. */
export const antes = (a: Pick<NaFila, 'id' | 'ordem'>, b: Pick<NaFila, 'id' | 'ordem'>): number => a.ordem - b.ordem || a.id - b.id;

/** Legal priorities since the last common ticket, after a ticket of this class was called. */
export const seguidasDepois = (classe: number, seguidas: number): number => (classe === 3 ? 0 : classe === 0 ? seguidas : seguidas + 1);

/**
 * Who is called next.
 * @param cabecas the first of each class that somebody waits in, in any order; tickets behind them change nothing
 * @param seguidas legal priorities called since the last common ticket
 */
export function escolher<T extends NaFila>(cabecas: readonly T[], seguidas: number, { prioridadesSeguidas: k }: RegraDaOrdem): T | undefined {
  const da = (...classes: number[]): T | undefined => cabecas.filter(({ classe }) => classes.includes(classe)).toSorted((a, b) => antes(a, b))[0];
  const agendada = da(0);
  if (agendada) return agendada;
  if (k === 0) return da(1, 2, 3);
  const prioridade = da(1) ?? da(2);
  const comum = da(3);
  return prioridade && (seguidas < k || !comum) ? prioridade : comum;
}

/** Everybody who waits, in the order in which they would be called if nobody else came. */
export function ordemDasChamadas<T extends NaFila>(espera: readonly T[], seguidas: number, regra: RegraDaOrdem): T[] {
  const classes = [0, 1, 2, 3].map((classe) => espera.filter((um) => um.classe === classe).toSorted((a, b) => antes(a, b)));
  const lugar = [0, 0, 0, 0];
  const ordem: T[] = [];
  for (let atual = seguidas; ordem.length < espera.length; ) {
    const um = escolher(classes.flatMap((classe, c) => classe[lugar[c]!] ?? []), atual, regra);
    // A class that is none of the four is nobody's turn.
    if (!um) break;
    lugar[um.classe]! += 1;
    atual = seguidasDepois(um.classe, atual);
    ordem.push(um);
  }
  return ordem;
}

/** People who wait, counted from one ticket. */
export interface Contagens {
  /** Appointments ahead: all of them, unless the ticket is one itself. */
  agendadas: number;
  /** Legal priorities ahead in class and arrival, for a priority; all of them, for a common ticket. */
  prioridades: number;
  /** Common tickets that came earlier, for a common ticket; all of them, for a priority. */
  comuns: number;
  /** Of classes 1 to 3, those that came earlier, whatever their class: what counts where the order is the one of arrival alone. */
  anteriores: number;
}

/** People ahead of a ticket, out of counts alone: the place that `ordemDasChamadas` gives it. */
export function posicaoDe(classe: number, { agendadas, prioridades, comuns, anteriores }: Contagens, seguidas: number, { prioridadesSeguidas: k }: RegraDaOrdem): number {
  if (classe === 0) return agendadas;
  if (k === 0) return agendadas + anteriores;
  // Priorities that may still go before a common ticket has its turn.
  const resto = Math.max(0, k - seguidas);
  if (classe === 3) return agendadas + comuns + Math.min(prioridades, resto + comuns * k);
  return agendadas + prioridades + Math.min(comuns, prioridades < resto ? 0 : 1 + Math.floor((prioridades - resto) / k));
}
