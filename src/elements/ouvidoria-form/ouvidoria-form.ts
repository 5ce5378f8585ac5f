import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Backend, CreateOptions } from '../../adapters/ports.ts';
import type { Comprovante } from '../../contract/caso.ts';
import type { ManifestacaoInput } from '../../contract/manifestacao.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { Values } from '../../domain/form/fields.ts';
import { formStart } from '../../controllers/form.start.ts';
import { keepsManifestacaoDraft } from '../../domain/form/anonima.ts';
import { common } from '../../i18n/pt-br/common.ts';
import { form } from '../../i18n/pt-br/form.ts';
import { ouvidoria } from '../../i18n/pt-br/ouvidoria.ts';
import type { Messages } from '../../i18n/translate.ts';
import { choiceStyles } from '../_base/choice.styles.ts';
import { FormElement, type FormSteps } from '../_base/form-element.ts';
import { renderLimits, renderTipo } from './ouvidoria-form.first.ts';
import type { OuvidoriaSteps } from './ouvidoria-form.steps.ts';

/**
 * Form of the Ouvidoria (Resolução CNJ 432/2021): complaint, report of wrongdoing, request, question, suggestion and praise, with
 * identification, with the identity kept, or (a report of wrongdoing) anonymous; ends in a receipt with protocol, key and due date.
 * Nothing typed is lost on error, reload or lost network; nothing of an anonymous person is kept on the device.
 *
 * @tagname ouvidoria-form
 *
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'etapas'|'nao'} historico - Whether the browser's Back goes to the step before. Default `etapas`.
 * @attr {string} acompanhar - Address of the page that has the tracker, for the link on the receipt.
 * @attr {string} balcao - Address of the page with the counter of the Ouvidoria, offered while it is open.
 * @attr {string} janela - Address of the page that has this form alone, for who wants to be anonymous.
 * @attr {boolean} isolado - This is that page: begins with an anonymous denúncia, keeps nothing on the device, leaves no step in the history.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the form can be used, and when it cannot: a phone number, an address.
 *
 * @fires {AtrioEnvioEvent} atrio-envio - Before sending; `preventDefault()` stops it.
 * @fires {AtrioProtocoloEvent} atrio-protocolo - The manifestation was registered. Never carries the key.
 * @fires {AtrioEtapaEvent} atrio-etapa - Another step is on the screen.
 *
 * @csspart formulario - The whole form.
 * @csspart etapas - The list of steps.
 * @csspart titulo - Heading of the step.
 * @csspart campo - A field with its label, hint and error.
 * @csspart rotulo - A label.
 * @csspart entrada - An input, select or text area.
 * @csspart opcao - A choice.
 * @csspart erro - The error of a field.
 * @csspart resumo-erros - The error summary.
 * @csspart botao - The main button.
 * @csspart aviso - A notice.
 * @csspart saida - The bar with the quick exit.
 */
export class OuvidoriaForm extends FormElement {
  static override styles = [...FormElement.styles, choiceStyles];

  protected messages: Messages = { ...common, ...form, ...ouvidoria };
  protected readonly nome = 'ouvidoria';
  protected readonly tipo = 'manifestacao';

  /** Address of the page with the counter of the Ouvidoria. */
  @property() balcao: string | undefined;
  /** Address of the page that has this form alone. */
  @property() janela: string | undefined;
  /** This is the page that has this form alone. */
  @property({ type: Boolean }) isolado = false;

  #ouvidoria: OuvidoriaSteps | undefined;

  override connectedCallback(): void {
    if (this.isolado) {
      this.historico = 'nao';
      this.ports.drafts.clear(this.nome);
      if (this.form.state.op === 0) this.form.state = formStart({ '/tipo': 'denuncia', '/identificacao/modo': 'anonima' });
    }
    super.connectedCallback();
  }

  protected stepNames(): readonly string[] {
    return (['tipo', 'relato', 'pessoa', 'revisao'] as const).map((step) => this.campos.t(`ouvidoria.etapa-${step}`));
  }

  protected async schema(): Promise<(body: unknown) => readonly FieldError[]> {
    return (await import('../../contract/check-manifestacao.ts')).checkManifestacao;
  }

  protected register(backend: Backend, body: unknown, options: CreateOptions): Promise<Comprovante> {
    return this.#ouvidoria!.enviar(backend, body as ManifestacaoInput, options);
  }

  protected override keepsDraft(values: Values): boolean {
    return !this.isolado && keepsManifestacaoDraft(values);
  }

  protected renderFirst(tribunal: Tribunal | null): unknown {
    const { t } = this.campos;
    const late = this.#ouvidoria;
    return html`<details class="triagem" @toggle=${() => this.requestUpdate()}><summary>${t('ouvidoria.triagem')}</summary>${late?.renderTriagem()}</details>
      ${renderTipo(this.campos)} ${renderLimits(t, tribunal)} ${this.balcao ? html`<p class="balcao">${late?.renderBalcao()}</p>` : nothing}`;
  }

  protected async loadSteps(): Promise<FormSteps> {
    const { createSteps } = await import('./ouvidoria-form.steps.ts');
    return (this.#ouvidoria ??= createSteps({
      host: this,
      campos: this.campos,
      tribunal: () => this.court.tribunal,
      backendUrl: () => this.court.backendUrl,
      vestir: (styles, messages) => {
        this.addStyles(...styles);
        this.messages = { ...this.messages, ...messages };
        this.requestUpdate();
      },
    }));
  }

  protected channelsTitle(): string {
    return this.campos.t('ouvidoria.canais');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ouvidoria-form': OuvidoriaForm;
  }
}
