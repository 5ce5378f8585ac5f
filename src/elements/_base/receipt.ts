import { html, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { PartInfo, ChildPart } from 'lit/directive.js';
import type { Comprovante } from '../../contract/caso.ts';
import { formatChave } from '../../domain/protocol/chave.ts';
import { enderecoDeConferencia } from '../../domain/protocol/conferir.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { instanteCurto } from '../../i18n/pt-br/datas.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon, notice } from './notice.ts';
import { renderPrazo } from './prazo.ts';
import { receiptFile, semFragmento } from './receipt-file.ts';
import { nomeDoArquivo, passos, posseDe } from './receipt-words.ts';

export interface ReceiptOptions {
  recibo: Comprovante;
  /** Texts of `i18n/pt-br/recibo.ts`. */
  t: Translate;
  /** Address of the page that has the tracker. */
  acompanhar?: string | undefined;
  /** Page where anybody can verify a receipt: `conferirUrl` of the court file. */
  conferir?: string | undefined;
  /** Name of the court, for the file. */
  tribunal?: string | undefined;
  /** What matters most of this one, right below the heading; the file has it in `mensagem`. */
  destaque?: unknown;
  /** The person kept everything and wants a new form; without it there is no such button. */
  onNew?: (() => void) | undefined;
}

type Campo = 'protocolo' | 'chave';

/**
 * The receipt: protocol and key, why the key has to be kept now, due date with its arithmetic, what happens next, print, file, a day for the
 * agenda, and how anybody can verify it. What the server did not give is not there, and what to do without it is said. Until the person says
 * that they kept it, leaving the page asks first. The files are real links, so they work however they are opened. No address has the key in it.
 */
class ReceiptDirective extends AsyncDirective {
  #options: ReceiptOptions | undefined;
  #host: HTMLElement | undefined;
  #file: string | null = null;
  #agenda: string | null = null;
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
    for (const url of [this.#file, this.#agenda]) if (url) URL.revokeObjectURL(url);
    this.#file = this.#agenda = null;
  }

  protected override reconnected(): void {
    this.#connect();
    this.#again();
  }

  #connect(): void {
    this.disconnected();
    if (!this.#options) return;
    const { recibo, t, tribunal } = this.#options;
    const acompanhar = this.#tracker();
    this.#file = URL.createObjectURL(new Blob([receiptFile(recibo, t, { acompanhar, tribunal, conferir: this.#verify() })], { type: 'text/html;charset=utf-8' }));
    if (recibo.prazo) void this.#schedule(recibo, recibo.prazo.vence, acompanhar);
    if (!this.#kept) globalThis.addEventListener('beforeunload', this.#guard);
  }

  /** Absolute address of the tracker's page, for the files. */
  #tracker(): string | undefined {
    const { acompanhar } = this.#options!;
    return acompanhar === undefined ? undefined : (safeUrl(acompanhar, { base: document.baseURI }) ?? undefined);
  }

  /** Absolute address of the verification of this receipt. */
  #verify(): string | undefined {
    const { conferir, recibo } = this.#options!;
    return enderecoDeConferencia(conferir, recibo.recibo, document.baseURI) ?? undefined;
  }

  /** The due date for the agenda; its link is there once the file is. Without network the date is on the screen, and the file comes with the network. */
  async #schedule(recibo: Comprovante, vence: string, acompanhar: string | undefined): Promise<void> {
    try {
      const { arquivoIcs, TIPO_ICS } = await import('../../domain/deadlines/ics.ts');
      if (this.#options?.recibo !== recibo || !this.isConnected || this.#agenda) return;
      const { t } = this.#options;
      const { protocolo = '', registradoEm } = recibo;
      const dia = {
        // The same name as the tracker gives it: an extension moves the entry.
        uid: `${protocolo || registradoEm}-resposta@atrio`,
        dia: vence,
        titulo: t('recibo.agenda-titulo', { protocolo }),
        descricao: t('recibo.agenda-texto'),
        avisarDiasAntes: 1,
        ...(acompanhar ? { url: acompanhar } : {}),
      };
      this.#agenda = URL.createObjectURL(new Blob([arquivoIcs([dia], Date.parse(registradoEm))], { type: TIPO_ICS }));
      this.#again();
    } catch {
      addEventListener('online', () => void this.#schedule(recibo, vence, acompanhar), { once: true });
    }
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

  /** The receipt alone; without network, when the code for that does not come, the whole page. */
  async #print(): Promise<void> {
    const host = this.#host;
    if (host) await import('./print-only.ts').then(({ printOnly }) => printOnly(host), () => globalThis.print());
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
      <dd class="valor" translate="no" data-valor=${campo}>${groups.map((group, index) => html`<span>${group}${index < groups.length - 1 ? '-' : ''}</span>`)}</dd>
      <dd class="nao-imprimir">
        <button type="button" aria-label=${t('recibo.copiar-o-que', { campo: rotulo })} @click=${(event: Event) => void this.#copy(campo, texto, event.currentTarget)}>
          ${t('recibo.copiar')}
        </button>
      </dd>
    </div>`;
  }

  #draw({ recibo, t, acompanhar, destaque, onNew }: ReceiptOptions): unknown {
    if (!this.isConnected) return noChange;
    const { tipo, prazo, protocolo, chave, mensagem } = recibo;
    const posse = posseDe(recibo);
    const link = posse === 'chave' ? safeUrl(acompanhar) : null;
    return html`<div class="recibo" part="recibo">
      <h2 tabindex="-1" data-foco="recibo">${icon('sucesso')}<span>${t(`recibo.titulo.${tipo}`)}</span></h2>
      <p>${t('recibo.registrado', { quando: instanteCurto(recibo.registradoEm, t) })}</p>
      ${destaque ?? (mensagem ? html`<p class="mensagem">${mensagem}</p>` : nothing)}
      ${posse === 'nada'
        ? nothing
        : html`<dl class="segredo" part="segredo">${this.#secret('protocolo', protocolo ?? '')}${chave === undefined ? nothing : this.#secret('chave', formatChave(chave))}</dl>`}
      <p class="oculto-visual" role="status">${this.#said}</p>
      ${notice('alerta', { titulo: t(`recibo.aviso.${posse}`), texto: t(`recibo.por-que.${posse}`) })}
      <div class="acoes nao-imprimir">
        <a class="botao primario" href=${this.#file ?? nothing} download="${nomeDoArquivo(recibo)}.html">${t('recibo.baixar')}</a>
        <button type="button" @click=${() => void this.#print()}>${t('recibo.imprimir')}</button>
        ${this.#agenda ? html`<a class="botao" href=${this.#agenda} download="${nomeDoArquivo(recibo)}.ics">${t('recibo.agenda')}</a>` : nothing}
      </div>
      ${prazo ? renderPrazo(t, prazo) : nothing}
      <section class="pilha-s">
        <h3>${t('recibo.passos')}</h3>
        <ol class="passos">
          ${passos(recibo, t).map((passo) => html`<li>${passo}</li>`)}
        </ol>
      </section>
      <p>${t(`recibo.acompanhar-dica.${posse}`)} ${link ? html`<a class="nao-imprimir" href=${link} target="_blank" rel="noopener">${t('recibo.acompanhar')}</a> <span class="discreto nao-imprimir">(${t('comum.nova-aba')})</span>` : nothing}</p>
      ${recibo.recibo === undefined ? nothing : this.#signature(recibo.recibo)}
      <div class="campo caixa nao-imprimir ${this.#missing ? 'com-erro' : ''}">
        ${this.#missing ? html`<p class="erro" id="recibo-guardei-erro">${icon('erro')}<span>${t(`recibo.guardei-falta.${posse}`)}</span></p>` : nothing}
        <div class="opcao">
          <input
            id="recibo-guardei"
            type="checkbox"
            aria-invalid=${this.#missing ? 'true' : nothing}
            aria-describedby=${this.#missing ? 'recibo-guardei-erro' : nothing}
            .checked=${this.#kept}
            @change=${(event: Event) => this.#keep((event.target as HTMLInputElement).checked)}
          />
          <label for="recibo-guardei">${t(`recibo.guardei.${posse}`)}</label>
        </div>
      </div>
      ${onNew ? html`<div class="acoes nao-imprimir"><button type="button" @click=${() => this.#new()}>${t('recibo.nova')}</button></div>` : nothing}
    </div>`;
  }

  /** The signed receipt, and how anybody can verify it: the page is the court's, the key stays out of it. */
  #signature(recibo: string): TemplateResult {
    const { t } = this.#options!;
    const verify = this.#verify();
    return html`<details>
      <summary>${t('recibo.assinatura')}</summary>
      <div class="pilha-s">
        <p>${t('recibo.assinatura-dica')}</p>
        ${verify
          ? html`<p>${t('recibo.conferir-como', { pagina: semFragmento(verify) })}</p>
              <p class="nao-imprimir"><a href=${verify} target="_blank" rel="noopener noreferrer">${t('recibo.conferir')}</a> <span class="discreto">(${t('comum.nova-aba')})</span></p>`
          : nothing}
        <code translate="no">${recibo}</code>
      </div>
    </details>`;
  }
}

/** The receipt as a part of a template; needs `receiptStyles`, `formStyles` and the texts of `recibo.ts`. */
export const receipt = directive(ReceiptDirective);
