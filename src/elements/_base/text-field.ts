import { html, nothing, type TemplateResult } from 'lit';
import type { FormError } from '../../controllers/form.machine.ts';
import type { Mascara } from '../../domain/documents/format.ts';
import { counter } from '../../domain/form/counter.ts';
import { describedBy, fieldId, hint, label, wrong, type FieldContext, type FieldForm, type FieldOptions } from './field-parts.ts';

/** Fields that are written in, and their group: apart from the other kinds, since a first step may have these and no other. */

export interface TextOptions extends FieldOptions {
  tipo?: 'text' | 'email' | 'date';
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

export interface GroupOptions {
  /** Pointer of the group, where an error of the whole lands. */
  campo: string;
  legenda: string;
  dica?: unknown;
}

/** What was typed in the field of an event. */
export const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** A label, its hint and its error around an input. */
export const box = (c: FieldContext<FieldForm>, o: FieldOptions, input: unknown, error: FormError | undefined): TemplateResult => {
  const id = fieldId(o.campo);
  return html`<div class="campo ${error ? 'com-erro' : ''}" part="campo">
    <label class="rotulo" for=${id} part="rotulo">${label(c, o)}</label>
    ${hint(id, o.dica)} ${wrong(c, id, error)} ${input}
  </div>`;
};

/** One line of text. */
export function textField(c: FieldContext<FieldForm>, o: TextOptions): TemplateResult {
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
      aria-required=${!o.opcional}
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
export function textareaField(c: FieldContext<FieldForm>, o: TextareaOptions): TemplateResult {
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
        aria-required=${!o.opcional}
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
export function groupField(c: FieldContext<FieldForm>, o: GroupOptions, content: unknown): TemplateResult {
  const id = fieldId(o.campo);
  const error = c.form.error(o.campo);
  return html`<fieldset class="campo grupo ${error ? 'com-erro' : ''}" data-grupo=${o.campo} aria-describedby=${describedBy(id, o, error)}>
    <legend class="rotulo">${o.legenda}</legend>
    ${hint(id, o.dica)} ${wrong(c, id, error)}
    <div class="itens">${content}</div>
  </fieldset>`;
}
