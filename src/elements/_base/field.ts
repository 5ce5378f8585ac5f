import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormController } from '../../controllers/form.controller.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import type { Mascara } from '../../domain/documents/format.ts';
import { counter } from '../../domain/form/counter.ts';
import { SIM } from '../../domain/form/fields.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from './notice.ts';

/** What the parts of a form need to know. `FormElement` gives one as `campos`. */
export interface FieldContext {
  readonly form: FormController;
  readonly t: Translate;
  /** Plain words of an error. */
  errorText(error: FormError): string;
}

/** What every field has. */
export interface FieldOptions {
  /** Name of the field: its JSON pointer in the body. */
  campo: string;
  rotulo: string;
  /** Shown above the input and tied to it. */
  dica?: unknown;
  /** Says so beside the label; a field that has to be filled says nothing. */
  opcional?: boolean;
}

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

export interface Opcao {
  valor: string;
  rotulo: string;
  dica?: unknown;
  /** Shown right below the choice while it is chosen. */
  dentro?: () => unknown;
}

export interface RadioOptions extends FieldOptions {
  opcoes: readonly Opcao[];
  /** The legend is already on the page (the heading of the step): it is kept for screen readers only. */
  legendaOculta?: boolean;
  /** Value that counts as chosen; default: what the form keeps. */
  valor?: string;
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

/** Id of a field inside of its shadow root. */
export const fieldId = (campo: string): string => `c${campo.replace(/[^a-zA-Z0-9]+/g, '-')}`;

/** Puts the focus on the input of a field, or on the first of a group. */
export function focusField(root: ParentNode, campo: string): void {
  const group = root.querySelector(`[data-grupo="${CSS.escape(campo)}"]`);
  const input = root.querySelector<HTMLElement>(`[data-campo="${CSS.escape(campo)}"]`) ?? group?.querySelector<HTMLElement>('input:checked, input, select, textarea');
  input?.focus();
  (group ?? input?.closest('.campo'))?.scrollIntoView({ block: 'nearest' });
}

const typed = (event: Event): string => (event.target as HTMLInputElement).value;

const label = (c: FieldContext, o: FieldOptions): TemplateResult =>
  html`${o.rotulo}${o.opcional ? html` <span class="opcional">${c.t('form.opcional')}</span>` : nothing}`;

const hint = (id: string, dica: unknown): unknown =>
  dica ? html`<div class="dica" id="${id}-dica">${dica}</div>` : nothing;

const wrong = (c: FieldContext, id: string, error: FormError | undefined): unknown =>
  error
    ? html`<p class="erro" id="${id}-erro" part="erro">
        ${icon('erro')}<span><span class="oculto-visual">${c.t('form.erro')} </span>${c.errorText(error)}</span>
      </p>`
    : nothing;

const describedBy = (id: string, o: { dica?: unknown }, error: FormError | undefined, more = ''): string | typeof nothing =>
  [o.dica ? `${id}-dica` : '', error ? `${id}-erro` : '', more].filter(Boolean).join(' ') || nothing;

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
      autocomplete=${(o.autocomplete ?? 'off') as 'off'}
      inputmode=${o.inputmode ?? nothing}
      autocapitalize=${o.tipo === 'email' ? 'none' : nothing}
      spellcheck=${o.tipo === 'email' || o.mascara ? 'false' : nothing}
      aria-describedby=${describedBy(id, o, error)}
      aria-invalid=${error ? 'true' : nothing}
      .value=${live(c.form.value(o.campo))}
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
        .value=${live(c.form.value(o.campo))}
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

const choice = (id: string, type: 'radio' | 'checkbox', o: Opcao, campo: string, name: string, checked: boolean, onChange: (on: boolean) => void, invalid: boolean): TemplateResult =>
  html`<div class="opcao" part="opcao">
      <input
        id=${id}
        type=${type}
        name=${name}
        data-campo=${campo}
        value=${o.valor}
        aria-describedby=${o.dica ? `${id}-dica` : nothing}
        aria-invalid=${invalid ? 'true' : nothing}
        .checked=${live(checked)}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${o.rotulo}</label>
      ${hint(id, o.dica)}
    </div>
    ${checked && o.dentro ? html`<div class="dentro">${o.dentro()}</div>` : nothing}`;

/** One choice among cards, each with its explanation. */
export function radioField(c: FieldContext, o: RadioOptions): TemplateResult {
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
    aria-invalid=${error ? 'true' : nothing}
  >
    <legend class=${o.legendaOculta ? 'oculto-visual' : 'rotulo'} id="${id}-legenda">${label(c, o)}</legend>
    ${hint(id, o.dica)} ${wrong(c, id, error)}
    <div class="cartoes">
      ${o.opcoes.map((opcao) => choice(`${id}-${opcao.valor}`, 'radio', opcao, '', id, chosen === opcao.valor, () => c.form.input(o.campo, opcao.valor), false))}
    </div>
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
      autocomplete=${(o.autocomplete ?? 'off') as 'off'}
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
