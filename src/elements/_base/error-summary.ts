import { html, nothing, type TemplateResult } from 'lit';
import type { StepFields } from '../../domain/form/fields.ts';
import { fieldId, type FieldContext } from './field-parts.ts';
import { icon } from './notice.ts';

/**
 * Everything that is wrong, in one list that takes the focus; each line leads to its field, on whatever step it is. It has no live
 * role: taking the focus is what makes it heard, once.
 * @param fields fields that are shown, by step: an error of one that is no longer asked for is no error any more
 * @param onGo called with the step and the field of the line that was followed
 */
export function errorSummary(c: FieldContext, fields: StepFields, onGo: (step: number, field: string) => void): TemplateResult | typeof nothing {
  const errors = c.form.state.errors.filter(({ step, field }) => field === null || fields[step]?.includes(field));
  if (errors.length === 0) return nothing;
  return html`<div class="aviso erro resumo-erros" part="resumo-erros" role="group" aria-labelledby="resumo-titulo" tabindex="-1" data-foco="erros">
    ${icon('erro')}
    <div class="pilha-s">
      <h3 id="resumo-titulo">${c.t('form.erros-titulo')}</h3>
      <ul>
        ${errors.map(({ field, step, ...error }) => {
          const text = c.errorText({ field, step, ...error });
          return html`<li>
            ${field === null
              ? text
              : html`<a
                  href="#${fieldId(field)}"
                  @click=${(event: Event) => {
                    event.preventDefault();
                    onGo(step, field);
                  }}
                  >${text}</a
                >`}
          </li>`;
        })}
      </ul>
      <p class="discreto">${c.t('form.erros-dica')}</p>
    </div>
  </div>`;
}
