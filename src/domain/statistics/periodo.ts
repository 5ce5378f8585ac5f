/**
 * The period of a statistic: whole months, the running one up to today.
 *
 * Single days would let anybody ask for two periods that are one day apart, and read from their difference what was registered on that day.
 */

/** Longest period, in months. */
export const MAX_MESES = 60;

/** Months of a period when none is asked for: the running one and the eleven before it. */
export const MESES_PADRAO = 12;

export interface PeriodoContado {
  /** Both days included. */
  inicio: string;
  fim: string;
  /** `AAAA-MM`, in order. */
  meses: string[];
}

export type FalhaPeriodo = 'data-invalida' | 'invertido' | 'futuro' | 'longo';

const DATA = /^\d{4}-\d{2}-\d{2}$/;
const existe = (data: string): boolean => {
  const date = new Date(`${data}T00:00:00Z`);
  return DATA.test(data) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(data);
};
const mesDe = (data: string): number => Number(data.slice(0, 4)) * 12 + Number(data.slice(5, 7)) - 1;
const dois = (n: number): string => String(n).padStart(2, '0');
const nomeDoMes = (mes: number): string => `${String(Math.floor(mes / 12)).padStart(4, '0')}-${dois((mes % 12) + 1)}`;
const ultimoDia = (mes: number): string => new Date(Date.UTC(Math.floor(mes / 12), (mes % 12) + 1, 0)).toISOString().slice(0, 10);

/**
 * The months that were asked for.
 * @param pedido civil dates; what is missing or empty has a default: `fim` today, `inicio` eleven months before the month of `fim`
 * @param hoje civil date at the court
 */
export function periodoContado(pedido: { inicio?: string | undefined; fim?: string | undefined }, hoje: string): PeriodoContado | { falha: FalhaPeriodo; campo: 'inicio' | 'fim' } {
  const { inicio: de, fim: ate } = pedido;
  if (ate && !existe(ate)) return { falha: 'data-invalida', campo: 'fim' };
  if (de && !existe(de)) return { falha: 'data-invalida', campo: 'inicio' };
  if (ate && ate > hoje) return { falha: 'futuro', campo: 'fim' };
  if (de && de > hoje) return { falha: 'futuro', campo: 'inicio' };
  const ultimo = mesDe(ate || hoje);
  const primeiro = de ? mesDe(de) : ultimo - MESES_PADRAO + 1;
  if (de && de > (ate || hoje)) return { falha: 'invertido', campo: 'inicio' };
  if (ultimo - primeiro >= MAX_MESES) return { falha: 'longo', campo: 'inicio' };
  const fim = ultimoDia(ultimo);
  return {
    inicio: `${nomeDoMes(primeiro)}-01`,
    fim: fim > hoje ? hoje : fim,
    meses: Array.from({ length: ultimo - primeiro + 1 }, (_, i) => nomeDoMes(primeiro + i)),
  };
}
