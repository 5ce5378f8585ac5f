import type { Indice } from '../../domain/directory/unpack.ts';
import type { HoursStatus } from '../../domain/hours/status.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import type { unidades } from '../../i18n/pt-br/unidades.ts';
import type { Translate } from '../../i18n/translate.ts';

export type Palavras = Translate<Extract<keyof typeof unidades, string>>;

/** Milliseconds to add to UTC at an instant on the visitor's clock. */
export const localOffset = (instant: number): number => new Date(instant).getTimezoneOffset() * -60_000;

/** What a row says of its hours. */
export interface Estado {
  aberta: boolean;
  /** Open or closed; empty when nobody can tell. */
  agora: string;
  /** What comes next. */
  depois: string;
}

/** Open or closed and what comes next, in the unit's own time. A status that cannot be told is null. */
export function estado(status: HoursStatus | null, timezone: string, now: number, rules: ZoneRules, t: Palavras): Estado {
  if (status === null || status.kind === 'unknown') return { aberta: false, agora: '', depois: t('unidades.ilegivel') };
  const aberta = status.kind === 'open';
  const change = aberta ? status.until : status.opensAt;
  const depois = (instant: number): string => {
    const texto = quando(instant, now, (at) => rules.offsetAt(timezone, at), t, !aberta);
    const outro = rules.offsetAt(timezone, instant) !== localOffset(instant);
    return t(aberta ? 'unidades.fecha' : 'unidades.abre', { quando: outro ? t('unidades.com-fuso', { texto, fuso: fusoEmPalavras(timezone, t) }) : texto });
  };
  return {
    aberta,
    agora: t(aberta ? 'unidades.aberta' : 'unidades.fechada'),
    depois: change === null ? t(aberta ? 'unidades.sempre' : 'unidades.sem-abertura') : depois(change),
  };
}

/** Where and what a unit is, without the comarca of its section. */
export const onde = (indice: Indice, row: number, comarca: string, tipo: string): string =>
  [...[indice.texto('comarcas', row), indice.municipio(row)].filter((name, at, all) => name && name !== comarca && all.indexOf(name) === at), tipo].join(' · ');

/**
 * About how high a row is, in em: a place that is kept too small or too large moves what the browser's search has just found.
 * @param largura of the list, in em
 */
export function altura(nome: string, resto: string, dito: string, largura: number): number {
  // As in the style sheet: from 37em on, the hours stand beside the name; what and where a unit is, in words 0.9375 of the others.
  const larga = largura >= 37;
  const livre = larga ? (largura - 2.375) * 0.6 : largura - 1.75;
  const alta = (text: string, size: number, room: number): number => Math.max(1, Math.ceil((text.length * size * 0.53) / room)) * size * 1.5;
  const esquerda = alta(nome, 1, livre) + alta(resto, 0.9375, livre);
  const horas = alta(dito, 1, larga ? livre / 1.5 : livre);
  return 1.5625 + (larga ? Math.max(esquerda, horas) : esquerda + horas);
}

/** The same of the heading of a section. */
export const ALTURA_TITULO = 2.875;
