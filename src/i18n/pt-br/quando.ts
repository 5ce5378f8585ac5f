import { dito, type AnyTranslate } from '../translate.ts';

/** Instants and zones in plain words, without `Intl`: its first use with a zone costs a cheap phone more than the rest of the page. In Portuguese, where the translator has no words of its own. */

const DIAS = 'domingo,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado'.split(',');
const MESES = 'janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro'.split(',');
const DAY = 864e5;

/** A civil day: `segunda-feira, 23 de novembro`, with the year when it is not this one. Days are counted from 1970-01-01. */
export function dia(day: number, today: number, t: AnyTranslate): string {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const ofYear = year === new Date(today * DAY).getUTCFullYear() ? '' : ` de ${year}`;
  const ofMonth = date.getUTCDate();
  return dito(t, '@dia', { dia: day, hoje: today }, `${DIAS[date.getUTCDay()]}, ${ofMonth === 1 ? '1º' : ofMonth} de ${MESES[date.getUTCMonth()]}${ofYear}`);
}

/** `às 14h`, `à 1h30`, `à meia-noite`, of minutes since midnight. */
function as(minutes: number): string {
  const rest = minutes % 60;
  const hour = Math.floor(minutes / 60);
  const time = minutes ? `${hour}h${rest ? String(rest).padStart(2, '0') : ''}` : 'meia-noite';
  return `${hour < 2 && (hour || !rest) ? 'à' : 'às'} ${time}`;
}

/**
 * An instant as people say it.
 * @param instant epoch milliseconds
 * @param now epoch milliseconds
 * @param offsetAt milliseconds to add to UTC at an instant, in the zone to say it in
 * @param t the element's translator
 * @param hoje whether today is said: `hoje, às 14h` instead of `às 14h`
 */
export function quando(instant: number, now: number, offsetAt: (instant: number) => number, t: AnyTranslate, hoje = false): string {
  const there = instant + offsetAt(instant);
  const day = Math.floor(there / DAY);
  const today = Math.floor((now + offsetAt(now)) / DAY);
  const minutos = Math.floor((there - day * DAY) / 60_000);
  const time = as(minutos);
  return dito(
    t,
    '@quando',
    { dia: day, hoje: today, minutos, falta: day === today ? (hoje ? 'hoje' : '') : day === today + 1 ? 'amanha' : 'dia' },
    day === today ? (hoje ? `hoje, ${time}` : time) : `${day === today + 1 ? 'amanhã' : dia(day, today, t)}, ${time}`,
  );
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
export function fusoEmPalavras(timezone: string, t: AnyTranslate): string {
  const city = timezone.split('/').pop() ?? '';
  if (!timezone.includes('/') || timezone.startsWith('Etc/')) return dito(t, '@fuso', { fuso: timezone }, `fuso ${timezone}`);
  const lugar = LUGARES[city] ?? city.replaceAll('_', ' ');
  return dito(t, '@horario-de', { lugar }, `horário de ${lugar}`);
}
