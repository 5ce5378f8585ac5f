import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaDaUnidade } from '../../contract/agenda.ts';
import { vagaEm, type Vaga } from '../../domain/agenda/perto.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { balcaoVagas } from '../../i18n/pt-br/balcao-vagas.ts';
import { dia, fusoEmPalavras, quando } from '../../i18n/pt-br/quando.ts';
import { dito, type AnyTranslate, type Translate } from '../../i18n/translate.ts';
import { icon } from './notice.ts';

export { balcaoVagas as vagasTextos } from '../../i18n/pt-br/balcao-vagas.ts';
export { vagasStyles } from './vagas.styles.ts';

/** The choice of a slot of a unit's agenda: by whoever books, and by whoever books again. Needs `vagasStyles` and `vagasTextos`. */

const DAY = 864e5;
/** Slots that are shown at first, and added by each press: what fits a phone without losing the way. */
const SLOTS = 16;
/** A day with more slots than this is parted in morning and afternoon. */
const LONG_DAY = 8;
const NOON = 12 * 60;

/** How the clocks of the unit and of the visitor read. Milliseconds to add to UTC at an instant. */
export interface Relogios {
  unidade(instant: number): number;
  visitante(instant: number): number;
}

const visitante = (instant: number): number => new Date(instant).getTimezoneOffset() * -60_000;

/** Milliseconds that an instant as text says its own clock is ahead of UTC. */
function ownOffset(instante: string): number {
  const parts = /([+-])(\d\d):?(\d\d)$/.exec(instante);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000 : 0;
}

/** The clocks of an agenda; without zone rules its instants are read on the clock they were written in. */
export function relogios({ timezone, dias }: Pick<AgendaDaUnidade, 'timezone' | 'dias'>, rules: ZoneRules | null): Relogios {
  const written = ownOffset(dias[0]?.vagas[0]?.inicio ?? '');
  return { unidade: (instant) => (rules ? rules.offsetAt(timezone, instant) : written), visitante };
}

/** An appointment in words that stay true: `segunda-feira, 23 de novembro, às 9h`. */
export const dataEHora = (instante: string, offsetAt: (instant: number) => number, t: AnyTranslate): string => {
  const at = Date.parse(instante);
  return quando(at, at - 7 * DAY, offsetAt, t);
};

const minutesOf = (there: number): number => Math.floor((there % DAY) / 60_000);
/** `9h`, `14h30`. */
const hora = (there: number, t: AnyTranslate): string => {
  const minutes = minutesOf(there);
  const rest = minutes % 60;
  return dito(t, '@hora', { minutos: minutes }, `${Math.floor(minutes / 60)}h${rest ? String(rest).padStart(2, '0') : ''}`);
};
const dd = (there: number, t: AnyTranslate): string => {
  const date = new Date(there);
  const day = date.getUTCDate();
  const month = date.getUTCMonth() + 1;
  return dito(t, '@dia-mes', { dia: day, mes: month }, `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`);
};

/** How many days are worth showing from one on: whole days, at least one. */
export function maisDias({ dias }: AgendaDaUnidade, shown = 0): number {
  let slots = 0;
  let days = shown;
  while (days < dias.length && (days === shown || slots + dias[days]!.vagas.length <= SLOTS)) slots += dias[days++]!.vagas.length;
  return days;
}

/** Puts the focus on a day, to go on from it. */
export const focarDia = (root: ParentNode, dia: string): void => root.querySelector<HTMLElement>(`[data-dia="${CSS.escape(dia)}"]`)?.focus();

/** Puts the focus on the chosen slot, or on the first. */
export function focarVagas(root: ParentNode, campo = '/inicio'): void {
  const group = root.querySelector(`[data-grupo="${CSS.escape(campo)}"]`);
  group?.querySelector<HTMLElement>('input:checked, input')?.focus();
}

export interface VagasOptions {
  agenda: AgendaDaUnidade;
  t: Translate<keyof typeof balcaoVagas>;
  /** Epoch milliseconds. */
  now: number;
  relogios: Relogios;
  /** What is chosen, in words: the name of the group. */
  legenda: unknown;
  /** Start of the chosen slot. */
  escolhida: string | null;
  onEscolha(inicio: string): void;
  /** Days that are shown, from the first; see `maisDias`. */
  dias: number;
  /** Shows more days; the caller renders and then calls `focarDia` with the first new one. */
  onMais?: (() => void) | undefined;
  /** Why what was chosen cannot be sent, in words. */
  erro?: string | null | undefined;
  /** Name of the field, where an error lands. */
  campo?: string;
}

/**
 * Days with free slots, each with its hours, in the unit's zone; the visitor's own clock beside them where it differs. One group of radio buttons, so that the arrow
 * keys walk through all of it.
 */
export function renderVagas(o: VagasOptions): TemplateResult {
  const { agenda, t, now, relogios: clocks, campo = '/inicio' } = o;
  const id = `v${campo.replace(/[^a-zA-Z0-9]+/g, '-')}`;
  const chosen = o.escolhida ? vagaEm(agenda, o.escolhida) : null;
  const differs = agenda.dias.some(({ vagas }) => vagas.some(({ inicio }) => clocks.unidade(Date.parse(inicio)) !== clocks.visitante(Date.parse(inicio))));
  // The day of the choice is never folded away.
  const shown = Math.max(o.dias, agenda.dias.findIndex(({ vagas }) => vagas.includes(chosen!)) + 1);

  const slot = (vaga: Vaga): TemplateResult => {
    const at = Date.parse(vaga.inicio);
    const there = at + clocks.unidade(at);
    const here = at + clocks.visitante(at);
    const slotId = `${id}-${at}`;
    const said = quando(at, now, clocks.unidade, t, true);
    const seu = `${Math.floor(here / DAY) === Math.floor(there / DAY) ? '' : `${dd(here, t)}, `}${hora(here, t)}`;
    return html`<div class="vaga">
      <input id=${slotId} type="radio" name=${id} .checked=${vaga === chosen} value=${vaga.inicio} @change=${() => o.onEscolha(vaga.inicio)} />
      <label for=${slotId}>
        <span aria-hidden="true">${hora(there, t)}</span>${differs ? html`<span class="seu" aria-hidden="true">${t('vagas.seu', { hora: seu })}</span>` : nothing}
        <span class="oculto-visual">${differs ? t('vagas.seu-dito', { quando: said, seu: quando(at, now, clocks.visitante, t, true) }) : said}</span>
      </label>
    </div>`;
  };
  const hours = (vagas: readonly Vaga[]): TemplateResult => html`<div class="horas ${differs ? 'dois-relogios' : ''}">${vagas.map(slot)}</div>`;
  const day = ({ dia, vagas }: AgendaDaUnidade['dias'][number]): TemplateResult => {
    const isMorning = ({ inicio }: Vaga): boolean => minutesOf(Date.parse(inicio) + clocks.unidade(Date.parse(inicio))) < NOON;
    const parts = [vagas.filter(isMorning), vagas.filter((vaga) => !isMorning(vaga))] as const;
    const long = vagas.length > LONG_DAY && parts.every(({ length }) => length > 0);
    return html`<div class="dia" role="group" aria-labelledby="${id}-${dia}">
      <p class="dia-nome" id="${id}-${dia}" data-dia=${dia} tabindex="-1">${nomeDoDia(dia, now, clocks, t)}</p>
      ${long ? parts.map((part, index) => html`<p class="discreto">${t(index === 0 ? 'vagas.manha' : 'vagas.tarde')}</p>${hours(part)}`) : hours(vagas)}
    </div>`;
  };

  return html`<div
      class="campo vagas ${o.erro ? 'com-erro' : ''}"
      part="vagas"
      role="radiogroup"
      data-grupo=${campo}
      aria-labelledby="${id}-legenda"
      aria-describedby="${id}-dica${o.erro ? ` ${id}-erro` : ''}"
      aria-invalid=${o.erro ? 'true' : nothing}
      aria-required="true"
    >
      <div>
        <p class="rotulo" id="${id}-legenda">${o.legenda}</p>
        <p class="dica" id="${id}-dica">
          ${t('vagas.duracao', { minutos: agenda.duracaoMinutos })} ${t(differs ? 'vagas.fuso-outro' : 'vagas.fuso', { fuso: fusoEmPalavras(agenda.timezone, t) })}
        </p>
        ${o.erro ? html`<p class="erro" id="${id}-erro" part="erro">${icon('erro')}<span>${o.erro}</span></p>` : nothing}
      </div>
      ${agenda.dias.slice(0, shown).map(day)}
    </div>
    ${o.onMais && shown < agenda.dias.length ? html`<button type="button" @click=${o.onMais}>${t('vagas.mais')}</button>` : nothing}
    <p role="status">${chosen ? html`<strong>${t('vagas.escolhida', { quando: dataEHora(chosen.inicio, clocks.unidade, t) })}</strong>` : nothing}</p>`;
}

/** `hoje, segunda-feira, 23 de novembro`. */
function nomeDoDia(data: string, now: number, { unidade }: Relogios, t: VagasOptions['t']): string {
  const day = Date.parse(`${data}T00:00:00Z`) / DAY;
  const near = day - Math.floor((now + unidade(now)) / DAY);
  const nome = dia(day, day, t);
  return near === 0 ? t('vagas.hoje', { dia: nome }) : near === 1 ? t('vagas.amanha', { dia: nome }) : nome;
}
