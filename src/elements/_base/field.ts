import { html, nothing, type TemplateResult } from 'lit';
import { SIM } from '../../domain/form/fields.ts';
import { choice, describedBy, fieldId, wrong, type FieldContext, type FieldForm, type FieldOptions, type Opcao } from './choice.ts';
import { box, typed } from './text-field.ts';

export { fieldId, radioField, type FieldContext, type FieldForm, type FieldOptions, type Opcao, type RadioOptions } from './choice.ts';
export { groupField, textareaField, textField, type GroupOptions, type TextareaOptions, type TextOptions } from './text-field.ts';

export interface SelectOptions extends FieldOptions {
  /** Lists of choices; a list with `grupo` is shown under that name. */
  opcoes: readonly { grupo?: string; itens: readonly { valor: string; rotulo: string }[] }[];
  autocomplete?: string;
  largura?: 'curta' | 'media';
}

export interface CheckboxOptions extends FieldOptions {
  /** It has to be ticked. */
  obrigatoria?: boolean;
  dentro?: () => unknown;
}

/** Puts the focus on the input of a field, or on the first of a group. */
export function focusField(root: ParentNode, campo: string): void {
  const group = root.querySelector(`[data-grupo="${CSS.escape(campo)}"]`);
  const input = root.querySelector<HTMLElement>(`[data-campo="${CSS.escape(campo)}"]`) ?? group?.querySelector<HTMLElement>('input:checked, input, select, textarea');
  input?.focus();
  (group ?? input?.closest('.campo'))?.scrollIntoView({ block: 'nearest' });
}

/** A box to tick. */
export function checkboxField(c: FieldContext<FieldForm>, o: CheckboxOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  const opcao: Opcao = { valor: SIM, rotulo: o.rotulo, ...(o.dica ? { dica: o.dica } : {}), ...(o.dentro ? { dentro: o.dentro } : {}), ...(o.obrigatoria ? { obrigatoria: true } : {}) };
  return html`<div class="campo caixa ${error ? 'com-erro' : ''}" part="campo">
    ${wrong(c, id, error)}
    ${choice(id, 'checkbox', opcao, o.campo, id, c.form.checked(o.campo), (on) => c.form.input(o.campo, on ? SIM : ''), Boolean(error))}
  </div>`;
}

/** One choice in a list. */
export function selectField(c: FieldContext<FieldForm>, o: SelectOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  const value = c.form.value(o.campo);
  const items = (list: readonly { valor: string; rotulo: string }[]) =>
    list.map((item) => html`<option value=${item.valor} ?selected=${item.valor === value}>${item.rotulo}</option>`);
  return box(
    c,
    o,
    html`<select
      id=${id}
      data-campo=${o.campo}
      class=${o.largura ?? ''}
      part="entrada"
      autocomplete=${(o.autocomplete ?? 'off')}
      aria-describedby=${describedBy(id, o, error)}
      aria-required=${!o.opcional}
      aria-invalid=${error ? 'true' : nothing}
      @change=${(event: Event) => c.form.input(o.campo, typed(event))}
    >
      <option value="" ?selected=${value === ''}>${c.t('form.escolha')}</option>
      ${o.opcoes.map((list) => (list.grupo ? html`<optgroup label=${list.grupo}>${items(list.itens)}</optgroup>` : items(list.itens)))}
    </select>`,
    error,
  );
}
