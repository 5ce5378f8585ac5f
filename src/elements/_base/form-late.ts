import { html, nothing, type TemplateResult } from 'lit';
import type { Comprovante } from '../../contract/caso.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';
import { checkboxField, type FieldContext } from './field.ts';
import { demora } from './form-proof.ts';
import { notice } from './notice.ts';
import { receipt } from './receipt.ts';

/** What a form needs only after its first step was seen: one chunk for every form of the page. */

export { formStep } from '../../controllers/form.machine.ts';
export { formEtapas } from '../../i18n/pt-br/form-etapas.ts';
export { canaisStyles } from './canais.styles.ts';
export { errorSummary } from './error-summary.ts';
export { fieldStyles } from './field.styles.ts';
export { focusField } from './field.ts';
export { formLateStyles } from './form-late.styles.ts';
export { formProof } from './form-proof.ts';
export { LatePart } from './late-part.ts';
export { recibo as reciboTextos } from '../../i18n/pt-br/recibo.ts';
export { receiptStyles } from './receipt.styles.ts';

/** A part of the review, with the step that changes it. */
export interface ParteRevisao {
  titulo: string;
  step: number;
  /** An empty value shows that nothing was informed. */
  linhas: readonly { rotulo: string; valor: string }[];
}

/** The parts of the review, each with the way to change it. */
export const renderReview = (c: FieldContext, parts: readonly ParteRevisao[]): TemplateResult[] =>
  parts.map(
    ({ titulo, step, linhas }) =>
      html`<section class="pilha-s">
        <div class="revisao-titulo">
          <h3>${titulo}</h3>
          <button type="button" class="texto" aria-label=${c.t('form.alterar-o-que', { campo: titulo })} @click=${() => c.form.goTo(step, true)}>
            ${c.t('form.alterar')}
          </button>
        </div>
        <dl class="revisao">
          ${linhas.map(
            ({ rotulo, valor }) =>
              html`<div>
                <dt>${rotulo}</dt>
                <dd translate="no" class=${valor ? '' : 'discreto'}>${valor || c.t('form.nao-informado')}</dd>
              </div>`,
          )}
        </dl>
      </section>`,
  );

/**
 * The terms in the court's words, their address, and the acceptance (Res. 432/2021, art. 11).
 * @param padrao lines for a court file that has none
 */
export function renderPrivacy(c: FieldContext, tribunal: Tribunal | null, padrao: readonly string[]): TemplateResult {
  const { t } = c;
  const terms = tribunal?.privacidade;
  const url = safeUrl(terms?.url);
  return html`<section class="pilha">
    <h3>${t('form.privacidade')}</h3>
    <ul class="lista">
      ${(terms?.resumo?.length ? terms.resumo : padrao).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${url ? html`<p><a href=${url} target="_blank" rel="noopener">${t('form.privacidade-link')}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>` : nothing}
    ${checkboxField(c, { campo: '/privacidade/aceito', rotulo: t('form.privacidade-aceite'), obrigatoria: true })}
  </section>`;
}

const warned = new WeakSet<Element>();

/** Nowhere to send to: the page's own content and the other channels, and a word for the webmaster. */
export function renderNoBackend(host: Element, t: Translate, canais: unknown): TemplateResult {
  if (!warned.has(host)) {
    warned.add(host);
    console.warn(`[Átrio] <${host.localName}>: nenhum backend configurado ("backend" no arquivo do tribunal ou no elemento).`);
  }
  return html`<div class="forma painel" part="formulario">
    ${notice('alerta', { titulo: t('form.sem-backend'), texto: t('form.sem-backend-dica') })}
    <slot></slot>
    ${canais}
  </div>`;
}

/** What became of the sending, with what can be done about it; or that there is no network. */
export function situation({ form, t }: FieldContext): unknown {
  const { state } = form;
  if (state.kind === 'retry-wait') {
    const key = state.espera === null ? 'form.espera-rede' : 'form.espera';
    return notice('alerta', { titulo: t(key), texto: t(`${key}-dica`) });
  }
  if (state.kind === 'failed') {
    const key = `form.falha-${state.motivo}`;
    return html`<div tabindex="-1" data-foco="situacao">
      ${notice('erro', { titulo: t(key), texto: html`<p>${t(`${key}-dica`)}</p>${form.voltou ? html`<p>${t('form.falha-volta')}</p>` : nothing}` })}
    </div>`;
  }
  if (state.kind === 'refused' && state.errors.length === 0) {
    const key = `form.recusa-${state.status}`;
    // A server that gives no reason in words: its status in plain ones.
    const porque = state.titulo || (t(key) === key ? '' : t(key));
    return html`<div tabindex="-1" data-foco="situacao">
      ${notice('erro', { titulo: t('form.recusa'), texto: html`${porque ? html`<p>${porque}</p>` : nothing}<p>${t('form.recusa-dica')}</p>` })}
    </div>`;
  }
  if (state.kind === 'sending' && demora(form)) return notice('info', { titulo: t('form.prova'), texto: t('form.prova-dica') });
  return form.online ? nothing : notice('alerta', { titulo: t('form.offline'), texto: t('form.offline-dica') });
}

/** What the one status region of the form says. */
export function status({ form, t }: FieldContext): string {
  const { state, online } = form;
  if (state.kind === 'sending') return t(demora(form) ? 'form.prova' : 'form.enviando');
  if (state.kind === 'retry-wait') return t(state.espera === null ? 'form.espera-rede' : 'form.espera');
  if (form.voltou) return t('form.falha-volta');
  return online ? '' : t('form.offline');
}

/** The receipt; it leaves when the person has kept it. */
export const showReceipt = ({ form, t }: FieldContext, recibo: Comprovante, acompanhar: string | undefined, tribunal: Tribunal | null): unknown =>
  receipt({ recibo, t, acompanhar, conferir: tribunal?.conferirUrl, tribunal: tribunal?.nome, onNew: () => form.reset() });
