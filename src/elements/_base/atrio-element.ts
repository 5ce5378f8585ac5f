import { adoptStyles, html, LitElement, nothing, render, type CSSResultOrNative, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { browserPorts } from '../../adapters/browser-ports.ts';
import type { Ports } from '../../adapters/ports.ts';
import { CourtController, pageConfig, type CourtHost } from '../../controllers/court.controller.ts';
import type { BackendProprio } from '../../contract/proprio.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { createTranslate, type Messages, type Translate } from '../../i18n/translate.ts';
import { base } from './base.styles.ts';
import { notice } from './notice.ts';

/**
 * Base of every element of the kit: takes the court file in, gives the texts, and shows loading, failure and (with `debug`) what a
 * webmaster has to mend. The light-DOM content of the element stands in until the code arrives, and again when the data does not.
 *
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend; alone, the court file comes from it.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {'pt-BR'|'en'|'es'} lang - Language. Default: that of the script tag (`data-locale`), or `pt-BR`; one that the kit does not speak is `pt-BR`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 */
export abstract class AtrioElement<M extends Messages = Messages> extends LitElement implements CourtHost {
  static override styles = [base];

  /** Address of the court file (`tribunal.json`). */
  @property() tribunal: string | undefined;
  /** Address of the backend; on a form, also an object of the page's own that sends. */
  @property() backend: string | BackendProprio | undefined;
  /** Colours: `light` (default), `dark`, `auto` (the visitor's preference) or `contrast`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | 'contrast' | undefined;
  /** Language: `pt-BR`, `en` or `es`; the default is that of the page, as its script tag says. It says what is shown, for the screen reader too. */
  @property({ reflect: true }) override lang!: string;
  /** Shows configuration errors in place. */
  @property({ type: Boolean }) debug = false;
  /** The court file as an object; wins over every address. */
  @property({ attribute: false }) courtFile: unknown;
  /** Texts of the page's own, by key; they win over the court file's. */
  @property({ attribute: false }) textos: Messages | undefined;
  /** The outside world; tests and stories set their own before the element is connected. */
  @property({ attribute: false }) ports: Ports = browserPorts();

  protected readonly court: CourtController = new CourtController(this);

  /** Strings of the element. */
  protected abstract readonly messages: M;

  /** Text by key, in the court's words when it has some. */
  protected t: Translate<Extract<keyof M, string>> = (key) => key;

  readonly #late = new Set<CSSResultOrNative>();

  /** Adds styles that are loaded late, after those of the class. */
  protected addStyles(...styles: readonly CSSResultOrNative[]): void {
    for (const style of styles) this.#late.add(style);
    adoptStyles(this.renderRoot as ShadowRoot, [...(this.constructor as typeof LitElement).elementStyles, ...this.#late]);
  }

  /** Waits for the colours of a theme and for the words of a language, so that nothing is seen in others; without network the light ones and Portuguese serve. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    this.lang ||= pageConfig().locale ?? 'pt-BR';
    const { lang } = this;
    if (lang === 'pt-BR' && (this.theme ?? 'light') === 'light') return super.scheduleUpdate();
    // Until then the page's own content, as always when something is on its way.
    if (!this.hasUpdated) render(html`<slot></slot>`, this.renderRoot, this.renderOptions);
    return import('./late.ts')
      .then(({ late }) => late(this), () => this.semIdioma(lang))
      .then(() => super.scheduleUpdate());
  }

  /** The words of a language did not come: Portuguese serves, and they are asked for again when the network is back. */
  protected semIdioma(lang: string): void {
    this.lang = 'pt-BR';
    this.#idioma = lang;
    addEventListener('online', this.#pedirIdioma, { once: true });
  }

  #idioma = '';
  readonly #pedirIdioma = (): void => {
    if (!this.isConnected || this.lang !== 'pt-BR') return;
    this.lang = this.#idioma;
    // The colours of a theme may be what did not come.
    this.requestUpdate();
  };

  /** The texts come after the controllers, which may have read the court file just now. */
  protected override update(changed: PropertyValues): void {
    this.t = createTranslate(this.messages, { ...this.court.tribunal?.textos, ...this.textos });
    super.update(changed);
  }

  protected override render(): unknown {
    const { state } = this.court;
    // A new try keeps what is there, and the focus that is in it.
    return html`${state.kind === 'idle' || (state.kind === 'loading' && !state.tentativa)
        ? this.renderLoading()
        : state.kind === 'failed' || state.kind === 'loading'
          ? this.renderFailed(state.kind === 'failed' ? state.reason : 'rede')
          : this.renderCourt(state.kind === 'ready' ? state.tribunal : null)}${this.#renderDebug()}`;
  }

  /** The element itself, once the court file is there, or when there is none. */
  protected abstract renderCourt(tribunal: Tribunal | null): unknown;

  /** While the court file is on its way: the page's own content, so that nothing jumps and nothing is lost. */
  protected renderLoading(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected renderFailed(reason: 'rede' | 'invalido'): TemplateResult {
    const t = this.t as Translate;
    const busy = this.court.state.kind === 'loading';
    const titulo = t('comum.falha-dados');
    return html`<div class="painel pilha" part="falha">
      ${notice('alerta', { titulo, texto: t(`comum.falha-dados-dica.${reason}`) })}
      <p class="oculto-visual" role="status">${busy ? t('comum.carregando') : titulo}</p>
      <slot></slot>
      ${reason === 'rede'
        ? html`<button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => this.court.retry()}>${t(busy ? 'comum.carregando' : 'comum.tentar-de-novo')}</button>`
        : nothing}
    </div>`;
  }

  #renderDebug(): TemplateResult | typeof nothing {
    const { state } = this.court;
    if (!(this.debug || pageConfig().debug) || !('issues' in state) || state.issues.length === 0) return nothing;
    const t = this.t as Translate;
    return html`<div class="aviso alerta depuracao" part="depuracao">
      <div class="pilha-s">
        <p><strong>${t('comum.debug-titulo')}</strong></p>
        <ul>
          ${state.issues.map((issue) => html`<li>${issue.caminho}: encontrado ${issue.encontrado}; esperado ${issue.esperado}.</li>`)}
        </ul>
      </div>
    </div>`;
  }
}
