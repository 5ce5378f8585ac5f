import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Tribunal } from '../../contract/tribunal.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { cidadania } from '../../i18n/pt-br/cidadania.ts';
import { common } from '../../i18n/pt-br/common.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { styles } from './cidadania-links.styles.ts';

const messages = { ...common, ...cidadania };

/** Shortcuts in the order they are shown. */
const ATALHOS = ['ouvidoria', 'sic', 'transparencia', 'balcao', 'acompanhar'] as const;
type Atalho = (typeof ATALHOS)[number];
/** The three that the norms oblige. */
const OBRIGATORIOS = ATALHOS.slice(0, 3);

const SHAPES: Record<Atalho, TemplateResult> = {
  ouvidoria: svg`<path d="M4 5h16v11h-8l-5 4v-4H4zM12 8v3M12 13.5h.01"/>`,
  sic: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5h.01"/>`,
  transparencia: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5M8.5 12.5v-2M11 12.5v-4M13.5 12.5v-3"/>`,
  balcao: svg`<path d="M3 6h12v12H3zM15 10l6-3v10l-6-3"/>`,
  acompanhar: svg`<path d="M6 3h9l4 4v14H6zM15 3v4h4M9.5 14l2 2 4-4.5"/>`,
};

/**
 * Shortcuts for the court's home page, in a permanent and prominent place: the Ouvidoria (Resolução CNJ 432/2021, art. 7, § 5), the SIC and the Portal
 * da Transparência (Resolução CNJ 215/2015, art. 7); the Balcão Virtual and the tracker where the page names them. Addresses of the element win
 * over those of the court file; a shortcut without an address is not shown.
 *
 * @tagname cidadania-links
 *
 * @attr {string} ouvidoria - Address of the page of the Ouvidoria. Default: `ouvidoria.url` of the court file.
 * @attr {string} sic - Address of the page of the SIC. Default: `sic.url` of the court file.
 * @attr {string} transparencia - Address of the Portal da Transparência. Default: `transparenciaUrl` of the court file.
 * @attr {string} balcao - Address of the page of the Balcão Virtual.
 * @attr {string} acompanhar - Address of the page that has the tracker.
 * @attr {'cartoes'|'icones'} formato - Cards with a sentence, or icons with a name. Default `cartoes`.
 * @attr {string} tribunal - Address of the court file.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the shortcuts are there, and when they cannot be: the same links, in plain HTML.
 *
 * @csspart atalhos - The list.
 * @csspart atalho - A shortcut.
 */
export class CidadaniaLinks extends AtrioElement<typeof messages> {
  static override styles = [base, styles];

  /** Address of the page of the Ouvidoria. */
  @property() ouvidoria: string | undefined;
  /** Address of the page of the SIC. */
  @property() sic: string | undefined;
  /** Address of the Portal da Transparência. */
  @property() transparencia: string | undefined;
  /** Address of the page of the Balcão Virtual. */
  @property() balcao: string | undefined;
  /** Address of the page that has the tracker. */
  @property() acompanhar: string | undefined;
  /** Cards with a sentence, or icons with a name. */
  @property({ reflect: true }) formato: 'cartoes' | 'icones' | undefined;

  protected readonly messages = messages;
  #warned = false;

  protected renderCourt(tribunal: Tribunal | null): unknown {
    return this.#links(tribunal);
  }

  /** What the page names itself needs no court file; some links now and others later would move the page. */
  protected override renderLoading(): TemplateResult {
    return OBRIGATORIOS.every((atalho) => this[atalho]) ? this.#links(null) : super.renderLoading();
  }

  protected override renderFailed(): TemplateResult {
    return this.#links(null);
  }

  #links(tribunal: Tribunal | null): TemplateResult {
    const { t } = this;
    const court: Partial<Record<Atalho, string | undefined>> = { ouvidoria: tribunal?.ouvidoria?.url, sic: tribunal?.sic?.url, transparencia: tribunal?.transparenciaUrl };
    const found = ATALHOS.flatMap((atalho) => {
      const href = safeUrl(this[atalho] ?? court[atalho]);
      return href ? [{ atalho, href }] : [];
    });
    this.#warn(OBRIGATORIOS.filter((atalho) => !found.some((link) => link.atalho === atalho)));
    if (found.length === 0) return html`<slot></slot>`;
    return html`<nav aria-label=${t('cidadania.nome')}>
      <ul role="list" part="atalhos">
        ${found.map(
          ({ atalho, href }) =>
            html`<li>
              <a href=${href} part="atalho" data-atalho=${atalho} aria-current=${this.#isHere(href) ? 'page' : nothing}>
                <svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[atalho]}</svg>
                <span><span class="nome">${t(`cidadania.${atalho}`)}</span><span class="dica">${t(`cidadania.${atalho}-dica`)}</span></span>
              </a>
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #isHere(href: string): boolean {
    const { origin, pathname } = new URL(href, document.baseURI);
    return origin === location.origin && pathname === location.pathname;
  }

  #warn(missing: readonly Atalho[]): void {
    if (this.#warned || missing.length === 0) return;
    this.#warned = true;
    console.warn(`[Átrio] <cidadania-links>: falta o endereço de ${missing.join(', ')}. Informe no elemento (por exemplo, ${missing[0]}="…") ou no arquivo do tribunal.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cidadania-links': CidadaniaLinks;
  }
}
