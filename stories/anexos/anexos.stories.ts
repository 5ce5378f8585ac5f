import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, LitElement, type CSSResultOrNative } from 'lit';
import type { Ports, UploadState } from '../../src/adapters/ports.ts';
import { Attachments } from '../../src/elements/_base/attachments-late.ts';
import { base } from '../../src/elements/_base/base.styles.ts';
import { formStyles } from '../../src/elements/_base/form.styles.ts';
import { common } from '../../src/i18n/pt-br/common.ts';
import { form } from '../../src/i18n/pt-br/form.ts';
import { createTranslate, type Translate } from '../../src/i18n/translate.ts';
import { EXEMPLOS_ANEXOS, type ExemploAnexos } from './examples.ts';

/** The field of attachments as the forms show it, alone; its uploads say what the example says, and stay so. */
class AnexosExemplo extends LitElement {
  static override styles = [base, formStyles];
  exemplo: ExemploAnexos = EXEMPLOS_ANEXOS[0]!;
  #next = 0;

  readonly ports = {
    uploads: async () => ({
      start: (_file: Blob, { onChange }: { onChange(state: UploadState): void }) => {
        const estado = this.exemplo.arquivos.filter((arquivo) => arquivo.estado)[this.#next++]?.estado ?? { kind: 'preparando' as const };
        queueMicrotask(() => onChange(estado));
        return { state: estado, pause: () => undefined, resume: () => undefined, cancel: () => undefined };
      },
    }),
  } as unknown as Ports;

  readonly anexos = new Attachments(this, {
    backendUrl: () => 'https://ouvidoria.example',
    t: createTranslate({ ...common, ...form }) as Translate,
    estilos: (...styles: readonly CSSResultOrNative[]) => {
      this.shadowRoot!.adoptedStyleSheets = [...this.shadowRoot!.adoptedStyleSheets, ...styles.flatMap((style) => (style instanceof CSSStyleSheet ? [style] : style.styleSheet ? [style.styleSheet] : []))];
    },
    anonima: () => this.exemplo.anonima ?? false,
  });

  override render(): unknown {
    return html`<div class="forma painel">${this.exemplo.espera ? this.anexos.renderEspera() : ''}<div ?hidden=${this.exemplo.espera}>${this.anexos.render({ erro: this.exemplo.erro })}</div></div>`;
  }

  override updated(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('[data-anexos="todos"]');
    if (!input || this.#chosen) return;
    this.#chosen = true;
    const transfer = new DataTransfer();
    for (const { nome, bytes, tipo } of this.exemplo.arquivos) transfer.items.add(new File([new Uint8Array(bytes)], nome, { type: tipo }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    if (this.exemplo.espera) void this.anexos.esperar();
  }

  #chosen = false;
}
if (!customElements.get('anexos-exemplo')) customElements.define('anexos-exemplo', AnexosExemplo);

const meta: Meta = { title: 'Partes/anexos' };
export default meta;

const story = (nome: string): StoryObj => {
  const exemplo = EXEMPLOS_ANEXOS.find((known) => known.nome === nome)!;
  return {
    name: nome,
    parameters: { docs: { description: { story: exemplo.descricao } } },
    render: () => {
      const element = new AnexosExemplo();
      element.exemplo = exemplo;
      return element;
    },
  };
};

export const Vazio = story('Vazio');
export const Enviando = story('Enviando');
export const Pausado = story('Parado pela pessoa');
export const SemInternet = story('Sem internet');
export const Enviados = story('Enviados');
export const Recusados = story('Recusados');
export const Anonima = story('De quem não se identifica');
export const ComErro = story('Com erro do campo');
export const Espera = story('O envio espera');
