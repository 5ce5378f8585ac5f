import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { after } from '../../adapters/after.ts';
import type { Ports } from '../../adapters/ports.ts';
import type { Procurar } from '../../adapters/search/perguntas.ts';
import type { PerguntaFrequente } from '../../contract/tribunal.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { sugestoes } from '../../i18n/pt-br/sugestoes.ts';
import type { Translate } from '../../i18n/translate.ts';

export { sugestoes as sugestoesTextos } from '../../i18n/pt-br/sugestoes.ts';
export { suggestionsStyles } from './suggestions.styles.ts';

/** How long after the last key a text is looked at, in milliseconds: soon enough to belong to the typing, and not at every key. */
const QUIET_MS = 350;
/** A text shorter than this says too little, in characters. */
const MIN_TEXT = 8;

export interface SuggestionsOptions {
  /** What is being written; an empty text turns the search off. */
  texto(): string;
  /** `perguntas` of the court file: the questions, or the address of a list of them. */
  perguntas(): readonly PerguntaFrequente[] | string | undefined;
}

type Host = ReactiveControllerHost & { readonly ports: Ports };

/**
 * Shows answers that the court already gives while a person writes (Res. 432/2021, art. 8, § 2; Res. 215/2015, art. 15): below the text, never
 * in its way. It takes no focus, moves nothing above itself, is announced once, can be closed for good, and stops nobody from sending. The
 * search is in the browser: what is written goes nowhere. Needs `suggestionsStyles` and `sugestoesTextos`.
 */
export class Suggestions implements ReactiveController {
  readonly #host: Host;
  readonly #options: SuggestionsOptions;
  #texto = '';
  #achados: readonly PerguntaFrequente[] = [];
  #fonte: readonly PerguntaFrequente[] | string | undefined;
  #procurar: Promise<Procurar> | undefined;
  #cancel: (() => void) | undefined;
  #fechado = false;
  #avisado = false;

  constructor(host: Host, options: SuggestionsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const texto = this.#options.texto();
    if (texto === this.#texto) return;
    this.#texto = texto;
    this.#cancel?.();
    if (texto.trim().length < MIN_TEXT) this.#achados = [];
    if (this.#fechado || texto.trim().length < MIN_TEXT) return;
    // Asked for at the first words, so that it is there when the person pauses.
    this.#load()?.catch(() => undefined);
    this.#cancel = after(this.#host.ports.clock, QUIET_MS, () => void this.#search(texto));
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  /** A new form: what was closed may show again. */
  reset(): void {
    this.#cancel?.();
    this.#texto = '';
    this.#achados = [];
    this.#fechado = this.#avisado = false;
  }

  #load(): Promise<Procurar> | undefined {
    const fonte = this.#options.perguntas();
    if (!fonte?.length) return undefined;
    if (fonte !== this.#fonte) this.#procurar = undefined;
    this.#fonte = fonte;
    if (!this.#procurar) {
      const address = typeof fonte === 'string' ? safeUrl(fonte) : fonte;
      if (!address) return undefined;
      const loading = import('../../adapters/search/perguntas.ts').then(async ({ createProcura, lerPerguntas }) => createProcura(await lerPerguntas(address, this.#host.ports.fetch)));
      // Without network nothing is suggested, and the next words try again.
      loading.catch(() => (this.#procurar = undefined));
      this.#procurar = loading;
    }
    return this.#procurar;
  }

  async #search(texto: string): Promise<void> {
    const procurar = await this.#load()?.catch(() => undefined);
    if (!procurar || this.#fechado || texto !== this.#texto) return;
    this.#achados = procurar(texto);
    this.#host.requestUpdate();
  }

  /**
   * The answers, to be put right below the text.
   * @param onClose the person closed them: give the focus back to the text
   */
  render(translate: Translate, onClose: () => void): TemplateResult | typeof nothing {
    const t = translate as Translate<keyof typeof sugestoes>;
    const fonte = this.#options.perguntas();
    if (!fonte?.length || this.#fechado) return nothing;
    const achados = this.#achados;
    const aviso = this.#avisado || achados.length > 0;
    this.#avisado = aviso;
    return html`<div class="sugestoes-lugar">
      <p class="oculto-visual" role="status">${aviso ? t('sugestoes.aviso') : ''}</p>
      ${achados.length > 0
        ? html`<section class="sugestoes" aria-labelledby="sugestoes-titulo">
            <div class="sugestoes-titulo">
              <h3 id="sugestoes-titulo">${t('sugestoes.titulo')}</h3>
              <button
                type="button"
                class="texto"
                aria-label=${t('sugestoes.fechar-o-que')}
                @click=${() => {
                  this.#fechado = true;
                  this.#cancel?.();
                  onClose();
                  this.#host.requestUpdate();
                }}
              >
                ${t('sugestoes.fechar')}
              </button>
            </div>
            <ul role="list">
              ${repeat(
                achados,
                ({ pergunta }) => pergunta,
                (item) => html`<li>${this.#item(item, t)}</li>`,
              )}
            </ul>
            <p class="discreto">${t('sugestoes.dica')}</p>
          </section>`
        : nothing}
    </div>`;
  }

  #item({ pergunta, resposta, url }: PerguntaFrequente, t: Translate<keyof typeof sugestoes>): unknown {
    const href = safeUrl(url);
    const link = (words: string): unknown =>
      href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${words}<span class="oculto-visual"> (${t('sugestoes.nova-aba')})</span></a>` : nothing;
    if (!resposta) return link(pergunta);
    return html`<details>
      <summary>${pergunta}</summary>
      <div>${resposta}${href ? html`<p>${link(t('sugestoes.abrir'))}</p>` : nothing}</div>
    </details>`;
  }
}
