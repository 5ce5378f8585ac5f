import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Backend, CreateOptions } from '../../adapters/ports.ts';
import { BackendError } from '../../adapters/ports.ts';
import type { Recibo } from '../../contract/caso.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { FormController, type Foco } from '../../controllers/form.controller.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import type { StepFields, Values } from '../../domain/form/fields.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioElement } from './atrio-element.ts';
import { base } from './base.styles.ts';
import { errorSummary } from './error-summary.ts';
import { checkboxField, focusField, type FieldContext } from './field.ts';
import { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent } from './form.events.ts';
import { formStyles } from './form.styles.ts';
import { notice } from './notice.ts';
import { stepHeading, stepper } from './stepper.ts';

/** A row of the review. */
export interface LinhaRevisao {
  rotulo: string;
  /** Empty shows that nothing was informed. */
  valor: string;
}

/** A part of the review, with the step that changes it. */
export interface ParteRevisao {
  titulo: string;
  step: number;
  linhas: readonly LinhaRevisao[];
}

/** Pointers of the acceptance that every form ends with. */
export const ACEITE = '/privacidade/aceito';

/** Version that is told to the backend when the court file has no terms. */
const TERMOS_PADRAO = 'padrao';

/**
 * Base of the forms: steps, notices, error summary, sending and receipt. A form says its fields, its body and what each step shows.
 *
 * @attr {'etapas'|'nao'} historico - Whether the browser's Back goes to the step before. Default `etapas`.
 * @attr {string} acompanhar - Address of the page that has the tracker, for the link on the receipt.
 */
export abstract class FormElement<M extends Messages = Messages> extends AtrioElement<M> {
  static override styles = [base, formStyles];

  /** `nao` keeps the steps out of the browser's history. */
  @property() historico: 'etapas' | 'nao' = 'etapas';
  /** Address of the page that has the tracker. */
  @property() acompanhar: string | undefined;

  /** Names drafts and history entries, as `ouvidoria`. */
  protected abstract readonly nome: string;
  protected abstract readonly tipo: Recibo['tipo'];

  /** Names of the steps; the last one reviews and sends. */
  protected abstract stepNames(tribunal: Tribunal | null): readonly string[];
  /** Fields that are shown, by step. */
  protected abstract fields(values: Values): StepFields;
  /** Body to send, as the contract takes it in. */
  protected abstract body(values: Values): unknown;
  /** Loads the check of the shared schema. */
  protected abstract schema(): Promise<(body: unknown) => readonly FieldError[]>;
  protected abstract register(backend: Backend, body: unknown, options: CreateOptions): Promise<Recibo>;
  /** What a step shows, from 0; the review is drawn with `renderReview`. */
  protected abstract renderStep(step: number, tribunal: Tribunal | null): unknown;
  /** Other ways to reach the court: shown when sending is not possible, and beside a failure. */
  protected abstract renderChannels(tribunal: Tribunal | null): unknown;

  /** False while nothing of the person may stay on the device. */
  protected keepsDraft(_values: Values): boolean {
    return true;
  }

  /** Shown below the form on its first step. */
  protected renderFooter(_tribunal: Tribunal | null): unknown {
    return nothing;
  }

  readonly form: FormController = new FormController(this, {
    nome: () => this.nome,
    fields: (values) => this.fields(values),
    body: (values) => this.body(values),
    schema: () => this.schema(),
    send: async (body, options) => this.register(await this.#backend(), body, options),
    keepsDraft: (values) => this.keepsDraft(values),
    history: () => this.historico !== 'nao',
    beforeSend: () => this.dispatchEvent(new AtrioEnvioEvent(this.tipo)),
    onStep: (de, para) => this.dispatchEvent(new AtrioEtapaEvent(para + 1, de + 1, this.stepNames(this.court.tribunal).length)),
    onReceipt: (recibo) => this.dispatchEvent(new AtrioProtocoloEvent(recibo)),
    onFocus: (onde) => void this.#focus(onde),
  });

  /** For the parts of the form. */
  protected readonly campos: FieldContext = (() => {
    const { form } = this;
    const t: Translate = (key, params) => (this.t as Translate)(key, params);
    return { form, t, errorText: (error: FormError) => this.#words(error) };
  })();

  #warned = false;

  protected override renderCourt(tribunal: Tribunal | null): unknown {
    const { form } = this;
    const { state } = form;
    const t = this.campos.t;
    if (state.kind === 'sent') {
      return html`<div class="forma" part="formulario">
        ${this.#demo(tribunal)}
        <div data-foco="recibo" tabindex="-1">${this.#renderReceipt(state.recibo, tribunal)}</div>
        <div class="acoes nao-imprimir"><button type="button" @click=${() => form.reset()}>${t('form.nova')}</button></div>
      </div>`;
    }
    if (!this.court.backendUrl) return this.#renderNoBackend(tribunal);
    const nomes = this.stepNames(tribunal);
    const { step } = state;
    const busy = state.kind === 'sending' || state.kind === 'retry-wait';
    const last = step === nomes.length - 1;
    return html`<div class="forma" part="formulario" @focusin=${() => form.warm()}>
      ${this.#demo(tribunal)} ${stepper(t, nomes, step)}
      <form novalidate @submit=${this.#onSubmit}>
        ${state.recuperado
          ? notice('info', {
              titulo: t('form.recuperado'),
              texto: html`<p>${t('form.recuperado-dica')}</p>
                <p><button type="button" class="texto" @click=${() => form.discard()}>${t('form.recomecar')}</button></p>`,
            })
          : nothing}
        ${stepHeading(t, step, nomes.length, nomes[step] ?? '')}
        ${errorSummary(this.campos, (para, field) => void this.#goToField(para, field))}
        <div class="conteudo" ?inert=${busy}>${this.renderStep(step, tribunal)}</div>
        ${this.#renderSituation(tribunal)}
        ${state.kind === 'retry-wait'
          ? nothing
          : html`<div class="acoes">
              <button type="submit" class="primario" part="botao" aria-disabled=${state.kind === 'sending' ? 'true' : nothing}>
                ${state.kind === 'sending' ? t('form.enviando') : last ? this.#sendLabel() : t('comum.continuar')}
              </button>
              ${step > 0 && !busy ? html`<button type="button" @click=${() => form.back()}>${t('comum.voltar')}</button>` : nothing}
            </div>`}
      </form>
      ${step === 0 ? this.renderFooter(tribunal) : nothing}
      <p class="oculto-visual" role="status">${this.#status()}</p>
    </div>`;
  }

  /** The parts of the review, each with the way to change it. */
  protected renderReview(parts: readonly ParteRevisao[]): TemplateResult {
    const t = this.campos.t;
    return html`${parts.map(
      ({ titulo, step, linhas }) => html`<section class="pilha-s">
        <div class="revisao-titulo">
          <h3>${titulo}</h3>
          <button type="button" class="texto" aria-label=${t('form.alterar-o-que', { campo: titulo })} @click=${() => this.form.goTo(step, true)}>
            ${t('form.alterar')}
          </button>
        </div>
        <dl class="revisao">
          ${linhas.map(
            ({ rotulo, valor }) =>
              html`<div>
                <dt>${rotulo}</dt>
                <dd class=${valor ? '' : 'discreto'}>${valor || t('form.nao-informado')}</dd>
              </div>`,
          )}
        </dl>
      </section>`,
    )}`;
  }

  /** The terms in the court's words, their address, and the acceptance (Res. 432/2021, art. 11). */
  protected renderPrivacy(tribunal: Tribunal | null, padrao: readonly string[]): TemplateResult {
    const t = this.campos.t;
    const terms = tribunal?.privacidade;
    const url = terms ? safeUrl(terms.url) : null;
    const lines = terms?.resumo?.length ? terms.resumo : padrao;
    return html`<section class="pilha">
      <h3>${t('form.privacidade')}</h3>
      <ul class="lista">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${url ? html`<p><a href=${url} target="_blank" rel="noopener">${t('form.privacidade-link')}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>` : nothing}
      ${checkboxField(this.campos, { campo: ACEITE, rotulo: t('form.privacidade-aceite') })}
    </section>`;
  }

  /** Leaves of the acceptance, for the body. */
  protected privacyLeaves(values: Values): Record<string, unknown> {
    return { '/privacidade/versao': this.court.tribunal?.privacidade?.versao ?? TERMOS_PADRAO, [ACEITE]: Boolean(values[ACEITE]) };
  }

  #demo(tribunal: Tribunal | null): unknown {
    return tribunal?.demo ? notice('info', { texto: this.campos.t('comum.demo') }) : nothing;
  }

  /** Text of the button that sends: the form's own, `<nome>.enviar`, when it has one. */
  #sendLabel(): string {
    const own = `${this.nome}.enviar`;
    const text = this.campos.t(own);
    return text === own ? this.campos.t('form.enviar') : text;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { form } = this;
    if (form.state.step === this.stepNames(this.court.tribunal).length - 1) form.submit();
    else form.next();
  };

  /** What became of the sending, with what can be done about it. */
  #renderSituation(tribunal: Tribunal | null): unknown {
    const { form } = this;
    const { state } = form;
    const t = this.campos.t;
    const again = html`<button type="button" class="primario" @click=${() => form.retry()}>${t('comum.tentar-de-novo')}</button>`;
    if (state.kind === 'retry-wait') {
      const key = state.espera === null ? 'form.espera-rede' : 'form.espera';
      return notice('alerta', {
        titulo: t(key),
        texto: html`<p>${t(`${key}-dica`)}</p>
          <div class="acoes">
            <button type="button" @click=${() => form.retry()}>${t('form.tentar-agora')}</button>
            <button type="button" class="texto" @click=${() => form.cancel()}>${t('form.parar')}</button>
          </div>`,
      });
    }
    if (state.kind === 'failed') {
      const key = state.motivo === 'rede' ? 'form.falha-rede' : 'form.falha-servidor';
      return html`<div tabindex="-1" data-foco="situacao" class="pilha">
        ${notice('erro', {
          titulo: t(key),
          texto: html`<p>${t(`${key}-dica`)}</p>
            ${state.motivo === 'rede' && form.online ? html`<p>${t('form.falha-volta')}</p>` : nothing}
            <div class="acoes">${again}</div>`,
        })}
        ${this.renderChannels(tribunal)}
      </div>`;
    }
    if (state.kind === 'refused' && state.errors.length === 0) {
      return html`<div tabindex="-1" data-foco="situacao" class="pilha">
        ${notice('erro', { titulo: t('form.recusa'), texto: html`${state.titulo ? html`<p>${state.titulo}</p>` : nothing}<p>${t('form.recusa-dica')}</p>` })}
        ${this.renderChannels(tribunal)}
      </div>`;
    }
    return form.online ? nothing : notice('alerta', { titulo: t('form.offline'), texto: t('form.offline-dica') });
  }

  #status(): string {
    const { state, online } = this.form;
    const t = this.campos.t;
    if (state.kind === 'sending') return t('form.enviando');
    if (state.kind === 'retry-wait') return t(state.espera === null ? 'form.espera-rede' : 'form.espera');
    if (state.kind === 'failed' && state.motivo === 'rede' && online) return t('form.falha-volta');
    return online ? '' : t('form.offline');
  }

  #renderNoBackend(tribunal: Tribunal | null): unknown {
    if (!this.#warned) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    const t = this.campos.t;
    return html`<div class="forma" part="formulario">
      ${notice('alerta', { titulo: t('form.sem-backend'), texto: t('form.sem-backend-dica') })} ${this.renderChannels(tribunal)}
      <slot></slot>
    </div>`;
  }

  #renderReceipt(recibo: Recibo, _tribunal: Tribunal | null): unknown {
    return html`<h2>${recibo.protocolo}</h2><p>${recibo.chave}</p>`;
  }

  async #backend(): Promise<Backend> {
    const url = this.court.backendUrl;
    if (!url) throw new BackendError('servidor', 'sem backend');
    return this.ports.backend(url);
  }

  /** The form's own words for an error of this field, else for its code, else the contract's. */
  #words({ code, pointer, detail }: FormError): string {
    const t = this.campos.t;
    for (const key of [`erro.${code}.${pointer}`, `erro.${code}`]) {
      const text = t(key);
      if (text !== key) return text;
    }
    return detail;
  }

  async #goToField(step: number, field: string): Promise<void> {
    if (step !== this.form.state.step) {
      this.form.goTo(step, true);
      await this.#focus('titulo');
    }
    focusField(this.renderRoot, field);
  }

  async #focus(onde: Foco): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-foco="${onde}"]`)?.focus();
  }
}
