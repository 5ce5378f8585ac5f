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

/** Name of a day of the week, 0 = Sunday. */
export const diaDaSemana = (weekday: number): string => DIAS[weekday] ?? '';

/** `14h`, `8h30`, `meio-dia` stays `12h`: people compare numbers. */
export const hora = (hours: number, minutes: number): string => `${hours % 24}h${minutes ? String(minutes).padStart(2, '0') : ''}`;

/** `às 14h`, `à 1h30`. */
const as = (hours: number, minutes: number): string => `${hours % 24 === 1 || hours % 24 === 0 ? 'à' : 'às'} ${hours % 24 === 0 && !minutes ? 'meia-noite' : hora(hours, minutes)}`;

/**
 * An instant as people say it.
 * @param instant epoch milliseconds
 * @param now epoch milliseconds
 * @param offsetAt milliseconds to add to UTC at an instant, in the zone to say it in
 * @param hoje whether today is said: `hoje, às 14h` instead of `às 14h`
 */
export function quando(instant: number, now: number, offsetAt: (instant: number) => number, hoje = false): string {
  const then = new Date(instant + offsetAt(instant));
  const today = new Date(now + offsetAt(now));
  const days = Math.floor(+then / DAY) - Math.floor(+today / DAY);
  const time = as(then.getUTCHours(), then.getUTCMinutes());
  if (days === 0) return hoje ? `hoje, ${time}` : time;
  if (days === 1) return `amanhã, ${time}`;
  if (days === -1) return `ontem, ${time}`;
  const day = then.getUTCDate();
  const year = then.getUTCFullYear();
  const date = `${day === 1 ? '1º' : day} de ${MESES[then.getUTCMonth()]}${year === today.getUTCFullYear() ? '' : ` de ${year}`}`;
  return `${diaDaSemana(then.getUTCDay())}, ${date}, ${time}`;
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
