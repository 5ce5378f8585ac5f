import type { Params } from './translate.ts';

/**
 * What languages need to say dates, hours and numbers, without `Intl`: its first use costs a cheap phone more than the rest of the page, and a list
 * has hundreds of them.
 */

const DAY = 864e5;

/** A civil date in parts. */
export interface Civil {
  /** From Sunday, 0. */
  semana: number;
  dia: number;
  /** From January, 0. */
  mes: number;
  ano: number;
}

/** The parts of days counted from 1970-01-01. */
export function civil(days: number): Civil {
  const date = new Date(days * DAY);
  return { semana: date.getUTCDay(), dia: date.getUTCDate(), mes: date.getUTCMonth(), ano: date.getUTCFullYear() };
}

/** The parts of a date as `2026-03-23`. */
export const civilDe = (data: unknown): Civil => civil(Math.floor(Date.parse(`${String(data)}T00:00:00Z`) / DAY));

/** `14:05`, of minutes since midnight. */
export const relogio = (minutos: unknown): string => `${Math.floor(Number(minutos) / 60)}:${String(Number(minutos) % 60).padStart(2, '0')}`;

/** Minutes since midnight, from an hour and minutes as text. */
export const minutosDe = ({ hora, minuto }: Params): number => Number(hora) * 60 + Number(minuto);

/** A number with the marks of a language: between thousands, and before the decimals. */
export const numero = (n: unknown, milhar: string, decimal: string): string => {
  const [inteiro = '', resto] = String(n).split('.');
  return inteiro.replace(/\B(?=(\d{3})+$)/g, milhar) + (resto === undefined ? '' : decimal + resto);
};
