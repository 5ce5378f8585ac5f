import { html, nothing, type TemplateResult } from 'lit';
import type { FormError } from '../../controllers/form.machine.ts';
import type { Mascara } from '../../domain/documents/format.ts';
import { counter } from '../../domain/form/counter.ts';
import { SIM } from '../../domain/form/fields.ts';
import { choice, describedBy, fieldId, hint, label, wrong, type FieldContext, type FieldOptions, type Opcao } from './choice.ts';

export { fieldId, radioField, type FieldContext, type FieldOptions, type Opcao, type RadioOptions } from './choice.ts';

export interface TextOptions extends FieldOptions {
  tipo?: 'text' | 'email' | 'tel' | 'date';
  /** Token of the HTML standard, as `name` or `email`. */
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'email' | 'text';
  /** Punctuates the document when the person leaves the field. */
  mascara?: Mascara;
  /** How much text is expected. */
  largura?: 'curta' | 'media';
}

export interface TextareaOptions extends FieldOptions {
  linhas?: number;
  /** Limit in characters; shows the counter. */
  maximo?: number;
}

export interface SelectOptions extends FieldOptions {
  /** Lists of choices; a list with `grupo` is shown under that name. */
  opcoes: readonly { grupo?: string; itens: readonly { valor: string; rotulo: string }[] }[];
  autocomplete?: string;
  largura?: 'curta' | 'media';
}

export interface CheckboxOptions extends FieldOptions {
  dentro?: () => unknown;
}

export interface GroupOptions {
  /** Pointer of the group, where an error of the whole lands. */
  campo: string;
  legenda: string;
  dica?: unknown;
}

/** Puts the focus on the input of a field, or on the first of a group. */
export function focusField(root: ParentNode, campo: string): void {
  const group = root.querySelector(`[data-grupo="${CSS.escape(campo)}"]`);
  const input = root.querySelector<HTMLElement>(`[data-campo="${CSS.escape(campo)}"]`) ?? group?.querySelector<HTMLElement>('input:checked, input, select, textarea');
  input?.focus();
  (group ?? input?.closest('.campo'))?.scrollIntoView({ block: 'nearest' });
}

const typed = (event: Event): string => (event.target as HTMLInputElement).value;

const box = (c: FieldContext, o: FieldOptions, input: unknown, error: FormError | undefined): TemplateResult => {
  const id = fieldId(o.campo);
  return html`<div class="campo ${error ? 'com-erro' : ''}" part="campo">
    <label class="rotulo" for=${id} part="rotulo">${label(c, o)}</label>
    ${hint(id, o.dica)} ${wrong(c, id, error)} ${input}
  </div>`;
};

/** One line of text. */
export function textField(c: FieldContext, o: TextOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  return box(
    c,
    o,
    html`<input
      id=${id}
      data-campo=${o.campo}
      class=${o.largura ?? ''}
      part="entrada"
      type=${o.tipo ?? 'text'}
      autocomplete=${(o.autocomplete ?? 'off')}
      inputmode=${o.inputmode ?? nothing}
      autocapitalize=${o.tipo === 'email' ? 'none' : nothing}
      spellcheck=${o.tipo === 'email' || o.mascara ? 'false' : nothing}
      aria-describedby=${describedBy(id, o, error)}
      aria-invalid=${error ? 'true' : nothing}
      .value=${c.form.value(o.campo)}
      @input=${(event: Event) => c.form.input(o.campo, typed(event))}
      @change=${() => c.form.leave(o.campo, o.mascara)}
    />`,
    error,
  );
}

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** Many lines of text, with a counter that is calm until the limit is near. */
export function textareaField(c: FieldContext, o: TextareaOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  const { maximo } = o;
  const count = maximo ? counter([...c.form.value(o.campo)].length, maximo) : null;
  const said = (left: number): string => c.t(left < 0 ? 'form.contador-passou' : 'form.contador-restam', { n: thousands(Math.abs(left)) });
  return box(
    c,
    o,
    html`<textarea
        id=${id}
        data-campo=${o.campo}
        part="entrada"
        rows=${o.linhas ?? 4}
        aria-describedby=${describedBy(id, o, error, count ? `${id}-contador` : '')}
        aria-invalid=${error ? 'true' : nothing}
        .value=${c.form.value(o.campo)}
        @input=${(event: Event) => c.form.input(o.campo, typed(event))}
      ></textarea>
      ${count
        ? html`<p class="contador ${count.left < 0 ? 'passou' : ''}" id="${id}-contador">
              ${count.visible ? said(count.left) : c.t('form.contador', { max: thousands(maximo ?? 0) })}
            </p>
            <p class="oculto-visual" role="status">${count.mark === null ? '' : said(count.mark < 0 ? count.left : count.mark)}</p>`
        : nothing}`,
    error,
  );
}

/** A fieldset around fields that belong together; an error of the whole shows here. */
export function groupField(c: FieldContext, o: GroupOptions, content: unknown): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  return html`<fieldset class="campo grupo ${error ? 'com-erro' : ''}" data-grupo=${o.campo} aria-describedby=${describedBy(id, o, error)}>
    <legend class="rotulo">${o.legenda}</legend>
    ${hint(id, o.dica)} ${wrong(c, id, error)}
    <div class="itens">${content}</div>
  </fieldset>`;
}

/** A box to tick. */
export function checkboxField(c: FieldContext, o: CheckboxOptions): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  const opcao: Opcao = { valor: SIM, rotulo: o.rotulo, ...(o.dica ? { dica: o.dica } : {}), ...(o.dentro ? { dentro: o.dentro } : {}) };
  return html`<div class="campo caixa ${error ? 'com-erro' : ''}" part="campo">
    ${wrong(c, id, error)}
    ${choice(id, 'checkbox', opcao, o.campo, id, c.form.checked(o.campo), (on) => c.form.input(o.campo, on ? SIM : ''), Boolean(error))}
  </div>`;
}

/** One choice in a list. */
export function selectField(c: FieldContext, o: SelectOptions): TemplateResult {
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
      aria-invalid=${error ? 'true' : nothing}
      @change=${(event: Event) => c.form.input(o.campo, typed(event))}
    >
      <option value="" ?selected=${value === ''}>${c.t('form.escolha')}</option>
      ${o.opcoes.map((list) => (list.grupo ? html`<optgroup label=${list.grupo}>${items(list.itens)}</optgroup>` : items(list.itens)))}
    </select>`,
    error,
  );
}
