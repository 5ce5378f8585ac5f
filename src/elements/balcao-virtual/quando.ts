import { atTime } from '../../domain/hours/describe.ts';
import { clockAt } from '../../domain/hours/week.ts';

/** Instants and zones in plain Portuguese, without `Intl`: its first use with a zone costs a cheap phone more than the rest of the page. */

const DIAS = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'] as const;
const MESES = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
] as const;
const DAY = 864e5;

/** A civil day: `segunda-feira, 23 de novembro`, with the year when it is not this one. Days are counted from 1970-01-01. */
export function dia(day: number, today: number): string {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const ofYear = year === new Date(today * DAY).getUTCFullYear() ? '' : ` de ${year}`;
  const ofMonth = date.getUTCDate();
  return `${DIAS[date.getUTCDay()]}, ${ofMonth === 1 ? '1º' : ofMonth} de ${MESES[date.getUTCMonth()]}${ofYear}`;
}

/**
 * An instant as people say it.
 * @param instant epoch milliseconds
 * @param now epoch milliseconds
 * @param offsetAt milliseconds to add to UTC at an instant, in the zone to say it in
 * @param hoje whether today is said: `hoje, às 14h` instead of `às 14h`
 */
export function quando(instant: number, now: number, offsetAt: (instant: number) => number, hoje = false): string {
  const then = clockAt(instant, offsetAt(instant));
  const today = clockAt(now, offsetAt(now));
  const days = then.day - today.day;
  const time = atTime(then.minutes);
  if (days === 0) return hoje ? `hoje, ${time}` : time;
  if (days === 1) return `amanhã, ${time}`;
  return `${dia(then.day, today.day)}, ${time}`;
}

/** Cities whose zone is called otherwise, or is written with accents. */
const LUGARES: Readonly<Record<string, string>> = {
  Sao_Paulo: 'Brasília',
  Noronha: 'Fernando de Noronha',
  Belem: 'Belém',
  Maceio: 'Maceió',
  Araguaina: 'Araguaína',
  Cuiaba: 'Cuiabá',
  Santarem: 'Santarém',
  Eirunepe: 'Eirunepé',
  Bahia: 'Salvador',
};

/** A zone in plain words: `horário de Manaus`. */
export function fusoEmPalavras(timezone: string): string {
  const city = timezone.split('/').pop() ?? '';
  if (!timezone.includes('/') || timezone.startsWith('Etc/')) return `fuso ${timezone}`;
  return `horário de ${LUGARES[city] ?? city.replaceAll('_', ' ')}`;
}
