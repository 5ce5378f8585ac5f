import { html, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { live } from 'lit/directives/live.js';
import type { PartInfo, ChildPart } from 'lit/directive.js';
import type { Recibo } from '../../contract/caso.ts';
import { formatChave } from '../../domain/protocol/chave.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { dataPorExtenso, instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon, notice } from './notice.ts';
import { renderPrazo } from './prazo.ts';
import { printOnly } from './print-only.ts';
import { receiptFile } from './receipt-file.ts';

export interface ReceiptOptions {
  recibo: Recibo;
  /** Texts of `i18n/pt-br/recibo.ts`. */
  t: Translate;
  /** Address of the page that has the tracker. */
  acompanhar?: string | undefined;
  /** Name of the court, for the file. */
  tribunal?: string | undefined;
  /** The person kept everything and wants a new form; without it there is no such button. */
  onNew?: (() => void) | undefined;
}

type Campo = 'protocolo' | 'chave';

/**
 * The receipt: protocol and key, why the key has to be kept now, due date with its arithmetic, what happens next, print and file.
 * Until the person says that they kept it, leaving the page asks first. The file is a real link, so it works however it is opened.
 */
class ReceiptDirective extends AsyncDirective {
  #options: ReceiptOptions | undefined;
  #host: HTMLElement | undefined;
  #file: string | null = null;
  #kept = false;
  #missing = false;
  #said = '';
  readonly #guard = (event: Event): void => event.preventDefault();

  constructor(part: PartInfo) {
    super(part);
  }

  render(_options: ReceiptOptions): unknown {
    return nothing;
  }

  override update(part: ChildPart, [options]: [ReceiptOptions]): unknown {
    this.#host = part.options?.host as HTMLElement | undefined;
    if (this.#options?.recibo !== options.recibo) {
      this.#kept = this.#missing = false;
      this.#said = '';
      this.#options = options;
      this.#connect();
    }
    this.#options = options;
    return this.#draw(options);
  }

  protected override disconnected(): void {
    globalThis.removeEventListener('beforeunload', this.#guard);
    if (this.#file) URL.revokeObjectURL(this.#file);
    this.#file = null;
  }

  protected override reconnected(): void {
    this.#connect();
    this.#again();
  }

  #connect(): void {
    this.disconnected();
    if (!this.#options) return;
    const { recibo, t, acompanhar, tribunal } = this.#options;
    const page = acompanhar === undefined ? undefined : (safeUrl(acompanhar, { base: document.baseURI }) ?? undefined);
    this.#file = URL.createObjectURL(new Blob([receiptFile(recibo, t, page, tribunal)], { type: 'text/html;charset=utf-8' }));
    if (!this.#kept) globalThis.addEventListener('beforeunload', this.#guard);
  }

  #again(): void {
    if (this.#options) this.setValue(this.#draw(this.#options));
  }

  #keep(kept: boolean): void {
    this.#kept = kept;
    if (kept) this.#missing = false;
    globalThis[kept ? 'removeEventListener' : 'addEventListener']('beforeunload', this.#guard);
    this.#again();
  }

  /** Copies; where the page may not, selects the text, so that the device's own Copy does it. */
  async #copy(campo: Campo, texto: string, button: EventTarget | null): Promise<void> {
    const { t } = this.#options!;
    this.#said = '';
    this.#again();
    try {
      await navigator.clipboard.writeText(texto);
      this.#said = t('recibo.copiado', { campo: t(`recibo.${campo}`) });
    } catch {
      const value = (button as HTMLElement | null)?.closest('div')?.querySelector('.valor');
      if (value) getSelection()?.selectAllChildren(value);
      this.#said = t('recibo.selecionado');
    }
    this.#again();
  }

  #new(): void {
    if (this.#kept) {
      this.#options?.onNew?.();
      return;
    }
    this.#missing = true;
    this.#again();
    this.#host?.shadowRoot?.querySelector<HTMLElement>('#recibo-guardei')?.focus();
  }

  #secret(campo: Campo, texto: string): TemplateResult {
    const { t } = this.#options!;
    const rotulo = t(`recibo.${campo}`);
    // Read aloud and copied as one piece; the gaps are of the screen alone.
    const groups = campo === 'chave' ? texto.split('-') : [texto];
    return html`<div>
      <dt>${rotulo}</dt>
      <dd class="valor" data-valor=${campo}>${groups.map((group, index) => html`<span>${group}${index < groups.length - 1 ? '-' : ''}</span>`)}</dd>
      <dd class="nao-imprimir">
        <button type="button" aria-label=${t('recibo.copiar-o-que', { campo: rotulo })} @click=${(event: Event) => void this.#copy(campo, texto, event.currentTarget)}>
          ${t('recibo.copiar')}
        </button>
      </dd>
    </div>`;
  }

  #draw({ recibo, t, acompanhar, onNew }: ReceiptOptions): unknown {
    if (!this.isConnected) return noChange;
    const { tipo, prazo } = recibo;
    const link = safeUrl(acompanhar);
    const data = dataPorExtenso(prazo.vence);
    return html`<div class="recibo" part="recibo">
      <h2 tabindex="-1" data-foco="recibo">${icon('sucesso')}<span>${t(`recibo.titulo.${tipo}`)}</span></h2>
      <p>${t('recibo.registrado', { quando: instanteCurto(recibo.registradoEm) })}</p>
      <dl class="segredo" part="segredo">${this.#secret('protocolo', recibo.protocolo)}${this.#secret('chave', formatChave(recibo.chave))}</dl>
      <p class="oculto-visual" role="status">${this.#said}</p>
      ${notice('alerta', { titulo: t('recibo.chave-aviso'), texto: t('recibo.chave-por-que') })}
      <div class="acoes nao-imprimir">
        <a class="botao primario" href=${this.#file ?? nothing} download="comprovante-${recibo.protocolo}.html">${t('recibo.baixar')}</a>
        <button type="button" @click=${() => this.#host && printOnly(this.#host)}>${t('recibo.imprimir')}</button>
      </div>
      ${renderPrazo(t, prazo)}
      <section class="pilha-s">
        <h3>${t('recibo.passos')}</h3>
        <ol class="passos">
          ${[1, 2, 3].map((n) => html`<li>${t(`recibo.passo-${n}.${tipo}`, { data })}</li>`)}
        </ol>
      </section>
      <p>${t('recibo.acompanhar-dica')} ${link ? html`<a class="nao-imprimir" href=${link} target="_blank" rel="noopener">${t('recibo.acompanhar')}</a> <span class="discreto nao-imprimir">(${t('comum.nova-aba')})</span>` : nothing}</p>
      <details>
        <summary>${t('recibo.assinatura')}</summary>
        <p>${t('recibo.assinatura-dica')}</p>
        <code>${recibo.recibo}</code>
      </details>
      <div class="campo caixa nao-imprimir ${this.#missing ? 'com-erro' : ''}">
        ${this.#missing ? html`<p class="erro" id="recibo-guardei-erro">${icon('erro')}<span>${t('recibo.guardei-falta')}</span></p>` : nothing}
        <div class="opcao">
          <input
            id="recibo-guardei"
            type="checkbox"
            aria-invalid=${this.#missing ? 'true' : nothing}
            aria-describedby=${this.#missing ? 'recibo-guardei-erro' : nothing}
            .checked=${live(this.#kept)}
            @change=${(event: Event) => this.#keep((event.target as HTMLInputElement).checked)}
          />
          <label for="recibo-guardei">${t('recibo.guardei')}</label>
        </div>
      </div>
      ${onNew ? html`<div class="acoes nao-imprimir"><button type="button" @click=${() => this.#new()}>${t('recibo.nova')}</button></div>` : nothing}
    </div>`;
  }
}

/** The receipt as a part of a template; needs `receiptStyles`, `formStyles` and the texts of `recibo.ts`. */
export const receipt = directive(ReceiptDirective);
