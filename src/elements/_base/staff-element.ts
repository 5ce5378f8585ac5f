import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffSpec, StaffToken } from '../../controllers/staff-access.ts';
import { AtrioElement } from './atrio-element.ts';
import { notice } from './notice.ts';

/**
 * Base of the desks of the court's people. The access token comes from the page (`token`), or from a sign-in of the element's own by authorization code and
 * PKCE (`issuer`, `client-id`).
 *
 * @attr {string} issuer - Issuer of the sign-in, exactly as its discovery document says it. With `client-id`, the element signs in by itself.
 * @attr {string} client-id - Public client at the issuer.
 * @attr {string} scope - What is asked for. Default `openid`.
 * @attr {string} redirect-uri - Where the sign-in comes back to. Default the page itself, without query and hash.
 * @attr {string} prompt - `login` asks for the password at every sign-in: for shared computers. Default: the issuer decides.
 */
export abstract class StaffElement extends AtrioElement {
  /** Issuer of the sign-in. */
  @property() issuer: string | undefined;
  /** Public client at the issuer. */
  @property({ attribute: 'client-id' }) clientId: string | undefined;
  /** What is asked for; words apart by spaces. */
  @property() scope: string | undefined;
  /** Where the sign-in comes back to. */
  @property({ attribute: 'redirect-uri' }) redirectUri: string | undefined;
  /** `login` asks for the password at every sign-in. */
  @property() prompt: string | undefined;
  /** Access token of the page, or a function that gives it, asked before each call. */
  @property({ attribute: false }) token: StaffToken;

  #warned = false;

  protected readonly staff: Omit<StaffSpec, 'faltaAcesso'> = {
    backendUrl: () => this.court.backendUrl,
    tribunal: () => this.court.tribunal,
    lang: () => this.lang || 'pt-BR',
    login: () => {
      const { issuer, clientId } = this;
      if (!issuer || !clientId) return null;
      const redirectUri = this.redirectUri ? new URL(this.redirectUri, document.baseURI).href : `${location.origin}${location.pathname}`;
      return { issuer, clientId, scope: this.scope || 'openid', redirectUri, ...(this.prompt ? { prompt: this.prompt } : {}) };
    },
    token: () => this.token,
    quadro: async () => {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>('.quadro');
    },
  };

  /** Put back into the page, it may have to begin again. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** In place of the desk where the page says no backend; the webmaster is told once. */
  protected renderNoBackend(words: Parameters<typeof notice>[1]): TemplateResult {
    if (!this.#warned) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    return html`${notice('alerta', words)}<slot></slot>`;
  }
}
