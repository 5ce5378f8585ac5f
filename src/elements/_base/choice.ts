import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, fieldId, hint, label, wrong, type FieldContext, type FieldForm, type FieldOptions } from './field-parts.ts';

export { describedBy, fieldId, hint, label, wrong, type FieldContext, type FieldForm, type FieldOptions } from './field-parts.ts';

export interface Opcao {
  valor: string;
  rotulo: string;
  dica?: unknown;
  /** A box that has to be ticked. */
  obrigatoria?: boolean;
  /** Shown right below the choice while it is chosen. */
  dentro?: () => unknown;
}

export interface RadioOptions extends FieldOptions {
  opcoes: readonly Opcao[];
  /** Value that counts as chosen; default: what the form keeps. */
  valor?: string;
}

/** A radio button or a box in a card that can be pressed anywhere. */
export const choice = (id: string, type: 'radio' | 'checkbox', o: Opcao, campo: string, name: string, checked: boolean, onChange: (on: boolean) => void, invalid: boolean): TemplateResult =>
  html`<div class="opcao" part="opcao">
      <input
        id=${id}
        type=${type}
        name=${name}
        data-campo=${campo}
        value=${o.valor}
        aria-describedby=${o.dica ? `${id}-dica` : nothing}
        aria-required=${o.obrigatoria ?? nothing}
        aria-invalid=${invalid ? 'true' : nothing}
        .checked=${checked}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${o.rotulo}</label>
      ${hint(id, o.dica)}
    </div>
    ${checked && o.dentro ? html`<div class="dentro">${o.dentro()}</div>` : nothing}`;

/** One choice among cards, each with its explanation. */
export function radioField(c: FieldContext<FieldForm>, o: RadioOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  const chosen = o.valor ?? c.form.value(o.campo);
  return html`<fieldset
    class="campo ${error ? 'com-erro' : ''}"
    part="campo"
    role="radiogroup"
    data-grupo=${o.campo}
    aria-labelledby="${id}-legenda"
    aria-describedby=${describedBy(id, o, error)}
    aria-required=${!o.opcional}
    aria-invalid=${error ? 'true' : nothing}
  >
    <legend class="rotulo" id="${id}-legenda">${label(c, o)}</legend>
    ${hint(id, o.dica)} ${wrong(c, id, error)}
    <div class="cartoes">
      ${o.opcoes.map((opcao) => choice(`${id}-${opcao.valor}`, 'radio', opcao, '', id, chosen === opcao.valor, () => c.form.input(o.campo, opcao.valor), false))}
    </div>
  </fieldset>`;
}
