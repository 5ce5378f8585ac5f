import { html, type TemplateResult } from 'lit';
import type { Indice } from '../../domain/directory/unpack.ts';
import type { HoursStatus } from '../../domain/hours/status.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import type { unidades } from '../../i18n/pt-br/unidades.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Milliseconds to add to UTC at an instant on the visitor's clock. */
export const localOffset = (instant: number): number => new Date(instant).getTimezoneOffset() * -60_000;

/** The unit of a row. */
export interface Linha {
  t: Translate<Extract<keyof typeof unidades, string>>;
  indice: Indice;
  row: number;
  /** The comarca of the section, which the row need not repeat. */
  comarca: string;
  /** Words of its kind. */
  tipo: string;
}

/** What is known of its hours at an instant. */
export interface Agora {
  /** Undefined until it can be told, null when nobody can. */
  status: HoursStatus | null | undefined;
  rules: ZoneRules | null;
  now: number;
}

/** Open or closed and what comes next, in the unit's own time. */
function estado({ t, indice, row }: Linha, { status, rules, now }: Agora): TemplateResult {
  if (status === undefined || !rules) return html`<span class="estado"></span>`;
  if (status === null || status.kind === 'unknown') return html`<span class="estado">${t('unidades.ilegivel')}</span>`;
  const aberta = status.kind === 'open';
  const change = aberta ? status.until : status.opensAt;
  const timezone = indice.texto('zonas', row);
  const depois = (instant: number): string => {
    const texto = quando(instant, now, (at) => rules.offsetAt(timezone, at), t, !aberta);
    const outro = rules.offsetAt(timezone, instant) !== localOffset(instant);
    return t(aberta ? 'unidades.fecha' : 'unidades.abre', { quando: outro ? t('unidades.com-fuso', { texto, fuso: fusoEmPalavras(timezone, t) }) : texto });
  };
  return html`<span class="estado ${aberta ? 'bom' : ''}"
    ><strong>${t(aberta ? 'unidades.aberta' : 'unidades.fechada')}</strong> ${change === null ? t(aberta ? 'unidades.sempre' : 'unidades.sem-abertura') : depois(change)}</span
  >`;
}

/** The line that unfolds a unit: name, where and what it is, whether it is open. */
export function renderLinha(linha: Linha, agora: Agora): TemplateResult {
  const { indice, row, comarca, tipo } = linha;
  const onde = [indice.texto('comarcas', row), indice.municipio(row)].filter((name, at, all) => name && name !== comarca && all.indexOf(name) === at);
  return html`<summary><span class="nome">${indice.nome(row)}</span><span class="discreto">${[...onde, tipo].join(' · ')}</span>${estado(linha, agora)}</summary>`;
}
