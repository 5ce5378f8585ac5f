import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../../domain/calendar/civil.ts';
import { describeSpans, describeWeek } from '../../domain/hours/describe.ts';
import type { AgendaUnidade } from '../../domain/hours/types.ts';
import { hoursOfWeek, spanForVisitor, usualWeek, type WeekDay } from '../../domain/hours/week.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { balcao } from '../../i18n/pt-br/balcao.ts';
import { balcaoHorario } from '../../i18n/pt-br/balcao-horario.ts';
import type { Translate } from '../../i18n/translate.ts';
import { weekWords } from '../_base/week-words.ts';
import { dia, fusoEmPalavras } from './quando.ts';
import { localOffset, reasonText } from './situacao.ts';

/** The table's own words, for the element to add to its messages. */
export { balcaoHorario as textos };

/** What the table needs besides the hours. */
export interface HorarioContext {
  t: Translate<keyof (typeof balcao & typeof balcaoHorario)>;
  /** Epoch milliseconds. */
  now: number;
  rules: ZoneRules;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The usual week, with each day's hours on the visitor's clock as it goes on that day; null where the hours cannot be read. */
export function semanaUsual(agenda: AgendaUnidade, now: number, rules: ZoneRules): WeekDay[] | null {
  return usualWeek(agenda, now, rules)?.map((day) => ({ ...day, theirs: day.spans.map((span) => spanForVisitor(day.date, span, agenda.timezone, rules, localOffset)) })) ?? null;
}

/** The usual hours of the week, and the days of the coming week that are not as usual. */
export function renderHorario(agenda: AgendaUnidade, { t, now, rules }: HorarioContext): TemplateResult | typeof nothing {
  let week;
  let days;
  try {
    week = semanaUsual(agenda, now, rules);
    days = hoursOfWeek(agenda, now, rules);
  } catch {
    // A zone that nobody knows: the status says so.
  }
  if (!week || !days) return nothing;
  const same = week.every(({ spans, theirs }) => JSON.stringify(spans) === JSON.stringify(theirs));
  const words = weekWords(t);
  const today = dayOf(days[0]!.date);
  const special = days.filter(({ reason }) => reason);
  return html`<div class="pilha" part="horario">
      <table>
        <caption>
          ${t('balcao.horario-legenda', { fuso: fusoEmPalavras(agenda.timezone, t) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('balcao.dia')}</th>
            <th scope="col">${t('balcao.horas')}</th>
            ${same ? nothing : html`<th scope="col">${t('balcao.horas-suas')}</th>`}
          </tr>
        </thead>
        <tbody>
          ${describeWeek(week, words).map(
            (line) =>
              html`<tr>
                <th scope="row">${upper(line.days)}</th>
                <td>${upper(line.hours)}</td>
                ${same ? nothing : html`<td>${upper(describeSpans(line.theirs!, words))}</td>`}
              </tr>`,
          )}
        </tbody>
      </table>
      ${special.length > 0
        ? html`<div>
            <p><strong>${t('balcao.proximos-dias')}</strong></p>
            <ul>
              ${special.map(({ date, spans, reason }) => {
                const params = { dia: upper(dia(dayOf(date), today, t)), horas: describeSpans(spans, words) };
                const motivo = reason && reasonText(reason, t);
                return html`<li>${motivo ? t('balcao.dia-diferente', { ...params, motivo }) : t('balcao.dia-diferente-sem-motivo', params)}</li>`;
              })}
            </ul>
          </div>`
        : nothing}
      <p class="discreto">${t('balcao.feriados-nota')}</p>
  </div>`;
}
