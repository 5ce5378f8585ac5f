import { html, nothing } from 'lit';
import type { Backend, CreateOptions } from '../../adapters/ports.ts';
import type { Comprovante } from '../../contract/caso.ts';
import type { PedidoInput } from '../../contract/pedido.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { MAX_RELATO } from '../../config/limits.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { common } from '../../i18n/pt-br/common.ts';
import { form } from '../../i18n/pt-br/form.ts';
import { sic } from '../../i18n/pt-br/sic.ts';
import type { Messages } from '../../i18n/translate.ts';
import { fieldStyles } from '../_base/field.styles.ts';
import { FormElement, type FormSteps } from '../_base/form-element.ts';
import { sentence } from '../_base/sentence.ts';
import { groupField, textareaField, textField } from '../_base/text-field.ts';
import type { ParteDoPedido, SicSteps } from './sic-request.steps.ts';
import { sicStyles } from './sic-request.styles.ts';

/**
 * Request for access to information (Lei 12.527/2011; Resolução CNJ 215/2015, art. 11): what is wanted, who asks, how the answer is
 * to come, and confidential treatment of the requester's data; ends in a receipt with protocol, key and due date. It never asks why.
 *
 * @tagname sic-request
 *
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'etapas'|'nao'} historico - Whether the browser's Back goes to the step before. Default `etapas`.
 * @attr {string} acompanhar - Address of the page that has the tracker, for the link on the receipt.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the form can be used, and when it cannot: a phone number, an address.
 *
 * @fires {AtrioEnvioEvent} atrio-envio - Before sending; `preventDefault()` stops it.
 * @fires {AtrioProtocoloEvent} atrio-protocolo - The request was registered. Never carries the key.
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
 * @csspart canais - The other ways to reach the SIC.
 * @csspart recibo - The receipt.
 * @csspart segredo - Protocol and key.
 * @csspart prazo - The due date with its arithmetic.
 * @csspart soltar - Where files are dropped or chosen.
 * @csspart anexo - A file of the list.
 * @csspart anexos-espera - What is shown while sending waits for files.
 */
export class SicRequest extends FormElement {
  static override styles = [...FormElement.styles, fieldStyles, sicStyles];

  protected messages: Messages = { ...common, ...form, ...sic };
  protected readonly nome = 'sic';
  protected readonly tipo = 'pedido-informacao';
  #outro = false;

  protected stepNames(): readonly string[] {
    return (['pedido', 'pessoa', 'resposta', 'revisao'] as const).map((step) => this.campos.t(`sic.etapa-${step}`));
  }

  protected async schema(): Promise<(body: unknown) => readonly FieldError[]> {
    const { checkRequest } = await import('./sic-request.check.ts');
    return (body) => checkRequest(body, this.form.state.values);
  }

  protected register(backend: Backend, body: unknown, options: CreateOptions): Promise<Comprovante> {
    return backend.registrarPedido(body as PedidoInput, options);
  }

  protected renderFirst(tribunal: Tribunal | null): unknown {
    const { campos } = this;
    const { t } = campos;
    const portal = safeUrl(tribunal?.transparenciaUrl);
    const steps = this.steps as SicSteps | undefined;
    const more = (part: ParteDoPedido): unknown => steps?.renderMore(part);
    // Once open it stays so, whatever is chosen: the choice is inside.
    this.#outro ||= campos.form.value('/especie') !== '';
    return html`<p>${t('sic.intro')}</p>
      ${portal ? html`<p>${sentence(t, 'sic.publico', 'transparencia', t('sic.transparencia'), portal)}</p>` : nothing}
      <div class="pilha">
        ${textareaField(campos, {
          campo: '/especificacao',
          rotulo: t('sic.especificacao'),
          dica: t('sic.especificacao-dica'),
          linhas: 8,
          maximo: MAX_RELATO,
        })}${more('ajuda')}<details><summary>${t('sic.exemplos')}</summary>${more('exemplos')}</details>
      </div>
      ${groupField(
        campos,
        { campo: '/periodo', legenda: t('sic.periodo'), dica: t('sic.periodo-dica') },
        html`<div class="lado-a-lado">
          ${textField(campos, { campo: '/periodo/de', rotulo: t('sic.periodo-de'), opcional: true, tipo: 'date', largura: 'curta' })}
          ${textField(campos, { campo: '/periodo/ate', rotulo: t('sic.periodo-ate'), opcional: true, tipo: 'date', largura: 'curta' })}
        </div>`,
      )}
      <details ?open=${this.#outro}><summary>${t('sic.outro')}</summary>${more('especie')}</details>
      ${more('documento')}`;
  }

  protected async loadSteps(): Promise<FormSteps> {
    const { sicSteps } = await import('./sic-request.steps.ts');
    return sicSteps(this, this.campos, {
      perguntas: () => this.court.tribunal?.sic?.perguntas,
      backendUrl: () => this.court.backendUrl,
      vestir: (styles, messages) => {
        this.addStyles(...styles);
        this.messages = { ...this.messages, ...messages };
        this.requestUpdate();
      },
    });
  }

  protected channelsTitle(): string {
    return this.campos.t('sic.canais');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sic-request': SicRequest;
  }
}
