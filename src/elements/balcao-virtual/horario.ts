import { html, nothing, type TemplateResult } from 'lit';
import type { Balcao } from '../../domain/channels/balcao.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { balcao } from '../../i18n/pt-br/balcao.ts';
import { fusoEmPalavras } from '../../i18n/pt-br/quando.ts';
import type { Translate } from '../../i18n/translate.ts';

/** The hours of each day of the week, folded away. */
export function renderHorario(unit: Balcao, _now: number, _rules: ZoneRules, t: Translate<keyof typeof balcao>): TemplateResult | typeof nothing {
  return html`<details>
    <summary>${t('balcao.horario')}</summary>
    <p>${fusoEmPalavras(unit.agenda.timezone)}</p>
  </details>`;
}
