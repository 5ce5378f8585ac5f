import { html, nothing, type TemplateResult } from 'lit';
import { camposDoAto } from '../../controllers/case-acts.body.ts';
import type { Values } from '../../domain/form/fields.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { FieldContext, FieldForm } from '../_base/field.ts';
import { dadosPessoais, escolhaModo, linhasPessoa } from '../_base/identificacao.ts';

export { identificacaoTextos } from '../_base/identificacao.ts';

/** Who was anonymous says who they are, of their own will: in the open, or to the Ouvidoria alone. */

const MODO = '/identificacao/modo';

/** The fields of the form of the Ouvidoria, without the choice to be nobody. */
export const renderPessoa = (c: FieldContext<FieldForm>): TemplateResult =>
  html`${escolhaModo(c, ['identificada', 'preservada'], c.form.value(MODO))} ${c.form.value(MODO) ? dadosPessoais(c) : nothing}`;

/** What was said, to be read once more. */
export const renderDados = (t: Translate, values: Values): TemplateResult =>
  html`<dl>
    ${linhasPessoa(t, values, values[MODO] ?? '', camposDoAto('identificar', values))
      .filter(({ valor }) => valor)
      .map(({ rotulo, valor }) => html`<dt>${rotulo}</dt><dd translate="no">${valor}</dd>`)}
  </dl>`;
