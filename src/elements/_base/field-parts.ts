import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from '../../controllers/form.controller.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from './notice.ts';

/** What every field is made of, whatever its kind. */

/** What a field asks of whatever keeps its value. */
export type FieldForm = Pick<FormController, 'value' | 'checked' | 'error' | 'input' | 'leave'>;

/** What the parts of a form need to know. `FormElement` gives one as `campos`; a field alone needs no more than a `FieldForm`. */
export interface FieldContext<F extends FieldForm = FormController> {
  readonly form: F;
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

/** Id of a field inside of its shadow root. */
export const fieldId = (campo: string): string => `c${campo.replace(/[^a-zA-Z0-9]+/g, '-')}`;

/** Words of a label. */
export const label = (c: FieldContext<FieldForm>, o: FieldOptions): TemplateResult =>
  html`${o.rotulo}${o.opcional ? html` <span class="opcional">${c.t('form.opcional')}</span>` : nothing}`;

/** The hint above an input. */
export const hint = (id: string, dica: unknown): unknown =>
  dica ? html`<div class="dica" id="${id}-dica">${dica}</div>` : nothing;

/** The error above an input. */
export const wrong = (c: FieldContext<FieldForm>, id: string, error: FormError | undefined): unknown =>
  error
    ? html`<p class="erro" id="${id}-erro" part="erro">
        ${icon('erro')}<span><span class="oculto-visual">${c.t('form.erro')} </span>${c.errorText(error)}</span>
      </p>`
    : nothing;

/** Ids of what describes an input. */
export const describedBy = (id: string, o: { dica?: unknown }, error: FormError | undefined, more = ''): string | typeof nothing =>
  [o.dica ? `${id}-dica` : '', error ? `${id}-erro` : '', more].filter(Boolean).join(' ') || nothing;
