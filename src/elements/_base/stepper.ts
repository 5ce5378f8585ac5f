import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../../i18n/translate.ts';

/** Heading of a step: its number, its name; it takes the focus when the step changes. */
export const stepHeading = (t: Translate, step: number, total: number, nome: string): TemplateResult => html`<h2 tabindex="-1" data-foco="titulo" part="titulo">
  <span class="etapa-numero">${t('form.etapa', { n: step + 1, total })}</span>
  ${nome}
</h2>`;

/** Where the person is: a bar on narrow screens, names on wide ones. It is read, not pressed. */
export const stepper = (t: Translate, nomes: readonly string[], step: number): TemplateResult => html`<ol class="etapas" part="etapas">
  ${nomes.map(
    (nome, index) => html`<li class=${index < step ? 'feita' : index === step ? 'atual' : ''} aria-current=${index === step ? 'step' : nothing}>
      <span class="bolinha" aria-hidden="true">${index < step ? '✓' : index + 1}</span>
      <span class="nome">${nome}${index < step ? html`<span class="oculto-visual"> (${t('form.etapa-feita')})</span>` : nothing}</span>
    </li>`,
  )}
</ol>`;
