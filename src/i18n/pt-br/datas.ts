import { dito, type AnyTranslate } from '../translate.ts';

/** Civil dates and instants in plain words, without `Intl`, whose first use costs a cheap phone more than the rest of the page: Portuguese, where the translator has no words of its own. */

const DIAS = 'domingo,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado'.split(',');
const MESES = 'janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro'.split(',');

/** `segunda-feira, 23 de março de 2026`, from `2026-03-23`. What is no date comes back as it is. */
export function dataPorExtenso(data: string, t: AnyTranslate): string {
  const date = new Date(`${data}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return data;
  const day = date.getUTCDate();
  return dito(t, '@extenso', { data }, `${DIAS[date.getUTCDay()]}, ${day === 1 ? '1º' : day} de ${MESES[date.getUTCMonth()]} de ${date.getUTCFullYear()}`);
}

/** `23/03/2026`, from `2026-03-23`. */
export const dataCurta = (data: string, t: AnyTranslate): string => dito(t, '@curta', { data }, data.split('-').reverse().join('/'));

/**
 * `23/03/2026 às 9h05`, from an instant with offset, on the clock of that offset: who wrote the instant chose the zone to read it in.
 */
export function instanteCurto(instante: string, t: AnyTranslate): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(instante);
  if (!parts) return instante;
  const [, data, hora, minuto] = parts as unknown as [string, string, string, string];
  const h = Number(hora);
  return dito(t, '@instante', { data, hora, minuto }, `${dataCurta(data, t)} ${h === 1 ? 'à' : 'às'} ${h}h${minuto === '00' ? '' : minuto}`);
}
