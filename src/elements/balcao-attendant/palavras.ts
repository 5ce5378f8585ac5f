import type { Translate } from '../../i18n/translate.ts';

/** Time that went by: `menos de 1 min`, `12 min`, `1 h 05`. Milliseconds. @param agora in a column of times it is `agora` instead */
export function duracao(t: Translate, ms: number, agora = false): string {
  const minutes = Math.floor(Math.max(ms, 0) / 60_000);
  if (minutes < 1) return agora ? t('atendente.tempo.agora') : t('atendente.tempo.pouco');
  if (minutes < 60) return t('atendente.tempo.min', { n: minutes });
  return t('atendente.tempo.h', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') });
}

/** A window that runs: `1:32`. Milliseconds. */
export function contagem(ms: number): string {
  const seconds = Math.max(Math.ceil(ms / 1000), 0);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `14:05` of an instant, on the clock of who attends. */
export function hora(instante: string): string {
  const date = new Date(instante);
  return Number.isNaN(date.getTime()) ? instante : `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `14:05` as the instant was written: on the clock of its unit. */
export const horaDaUnidade = (instante: string): string => (/Z$/i.test(instante) ? hora(instante) : (/T(\d\d:\d\d)/.exec(instante)?.[1] ?? hora(instante)));

/**
 * The instant of an hour of today, or null when it has passed.
 * @param value `HH:MM`
 * @param now epoch milliseconds
 */
export function hojeAs(value: string, now: number): string | null {
  const [hours, minutes] = value.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null;
  const date = new Date(now);
  date.setHours(hours, minutes, 0, 0);
  return date.getTime() > now ? date.toISOString() : null;
}

/** For searching: without accents and capitals. */
export const simples = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
