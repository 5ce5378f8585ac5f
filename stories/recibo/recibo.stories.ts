import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, LitElement } from 'lit';
import { base } from '../../src/elements/_base/base.styles.ts';
import { formStyles } from '../../src/elements/_base/form.styles.ts';
import { formLateStyles } from '../../src/elements/_base/form-late.styles.ts';
import { receipt } from '../../src/elements/_base/receipt.ts';
import { receiptStyles } from '../../src/elements/_base/receipt.styles.ts';
import { common } from '../../src/i18n/pt-br/common.ts';
import { recibo as textos } from '../../src/i18n/pt-br/recibo.ts';
import { createTranslate, type Translate } from '../../src/i18n/translate.ts';
import { EXEMPLOS_RECIBO, RECIBO_PEDIDO, type ExemploRecibo } from './examples.ts';

const t = createTranslate({ ...common, ...textos }) as Translate;

/** The receipt as the forms show it, alone. */
class ReciboExemplo extends LitElement {
  static override styles = [base, formStyles, formLateStyles, receiptStyles];
  exemplo: ExemploRecibo = { nome: '', descricao: '', recibo: RECIBO_PEDIDO };

  override render(): unknown {
    const { recibo, conferir } = this.exemplo;
    return html`<div class="forma painel">${receipt({ recibo, t, acompanhar: 'acompanhar.html', conferir, tribunal: 'Tribunal de Justiça do Rio Grande do Norte', onNew: () => undefined })}</div>`;
  }

  // A story is left without being asked.
  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#recibo-guardei')?.click();
  }
}
if (!customElements.get('recibo-exemplo')) customElements.define('recibo-exemplo', ReciboExemplo);

const meta: Meta = { title: 'Partes/recibo' };
export default meta;

const story = (nome: string): StoryObj => {
  const exemplo = EXEMPLOS_RECIBO.find((known) => known.nome === nome)!;
  return {
    name: nome,
    parameters: { docs: { description: { story: exemplo.descricao } } },
    render: () => {
      const element = new ReciboExemplo();
      element.exemplo = exemplo;
      return element;
    },
  };
};

export const Pedido = story('Pedido de informação');
export const Manifestacao = story('Manifestação');
export const SemConferencia = story('Sem página de conferência');
export const SoProtocolo = story('De outro sistema, só com protocolo');
export const SemProtocolo = story('De outro sistema, sem protocolo');
