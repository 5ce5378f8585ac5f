import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { after } from '../../adapters/after.ts';
import type { Ports } from '../../adapters/ports.ts';
import { ESC_INICIO, ESC_PAUSA_MS, ESC_VEZES, escStep } from '../../domain/form/saida.ts';
import type { saida } from '../../i18n/pt-br/saida.ts';
import type { Translate } from '../../i18n/translate.ts';

export { saida as saidaTextos } from '../../i18n/pt-br/saida.ts';
export { quickExitStyles } from './quick-exit.styles.ts';

type Host = ReactiveControllerHost & { readonly ports: Ports; readonly isConnected: boolean };

export interface QuickExitOptions {
  /** Whether it is offered now. */
  ativo(): boolean;
  /** Address of the page that takes the place of this one; already trusted. */
  href(): string;
  /** Wipes what was written, on the screen and on the device. */
  limpar(): void;
}

/**
 * Leaves the page at once: what is on the screen is hidden, what was written is wiped, and another page takes the place of this one, without a
 * referrer. Each step is on its own, so that a failure of one never keeps the person here. The browser's history still has the court's pages
 * that were open before: only the person can take those out.
 */
export function sairAgora({ href, limpar }: Pick<QuickExitOptions, 'href' | 'limpar'>): void {
  let to = '';
  const root = document.documentElement;
  const steps = [
    () => root.style.setProperty('display', 'none', 'important'),
    () => (to = href()),
    limpar,
    // The name of the tab, and of the entry in the history, until the other page has its own.
    () => (document.title = new URL(to, location.href).hostname),
    () => {
      const meta = document.createElement('meta');
      meta.name = 'referrer';
      meta.content = 'no-referrer';
      document.head.append(meta);
    },
    // Brought back by the browser: an empty form, and no blank page.
    () => addEventListener('pageshow', () => root.style.removeProperty('display'), { once: true }),
  ];
  for (const step of steps) {
    try {
      step();
    } catch {
      // Leaving matters more than any of these.
    }
  }
  location.replace(to);
}

/**
 * The way out of a page that is dangerous to be seen on (Res. 432/2021, art. 17, § 2): a bar that stays in reach while the form scrolls, and
 * Esc three times, anywhere on the page, only while it is offered. Esc keeps whatever else it does. Without script the button is a link.
 * Needs `quickExitStyles` and `saidaTextos`; the bar goes first in its container.
 */
export class QuickExit implements ReactiveController {
  readonly #host: Host;
  readonly #options: QuickExitOptions;
  #esc = ESC_INICIO;
  #listening = false;
  #cancel: (() => void) | undefined;
  readonly #key = (event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing) return;
    const before = this.#esc.vezes;
    this.#esc = escStep(this.#esc, { esc: event.key === 'Escape', em: this.#host.ports.clock.mono() });
    this.#cancel?.();
    if (this.#esc.vezes >= ESC_VEZES) return this.sair();
    if (this.#esc.vezes > 0) this.#cancel = after(this.#host.ports.clock, ESC_PAUSA_MS, this.#forget);
    if (this.#esc.vezes !== before) this.#host.requestUpdate();
  };
  readonly #forget = (): void => {
    this.#esc = ESC_INICIO;
    this.#host.requestUpdate();
  };

  constructor(host: Host, options: QuickExitOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen(this.#options.ativo());
  }

  hostUpdated(): void {
    // An element that was just taken out of the page may still render once.
    this.#listen(this.#host.isConnected && this.#options.ativo());
  }

  hostDisconnected(): void {
    this.#listen(false);
  }

  /** Leaves. */
  sair(): void {
    this.#esc = ESC_INICIO;
    sairAgora(this.#options);
  }

  #listen(wanted: boolean): void {
    if (wanted === this.#listening) return;
    this.#listening = wanted;
    this.#cancel?.();
    this.#esc = ESC_INICIO;
    // First of all, so that no dialog or menu of the page keeps the key from it.
    globalThis[wanted ? 'addEventListener' : 'removeEventListener']('keydown', this.#key as EventListener, true);
  }

  /** The bar; nothing while it is not offered. */
  render(translate: Translate): TemplateResult | undefined {
    if (!this.#options.ativo()) return undefined;
    const t = translate as Translate<keyof typeof saida>;
    const left = this.#esc.vezes ? ESC_VEZES - this.#esc.vezes : 0;
    return html`<div class="saida" part="saida">
      <p aria-hidden=${left ? 'true' : 'false'}>${left ? t('saida.falta', { n: t(`saida.falta.${left as 1 | 2}`) }) : t('saida.dica')}</p>
      <p class="oculto-visual" role="status">${left ? t('saida.falta', { n: t(`saida.falta.${left as 1 | 2}`) }) : ''}</p>
      <a
        class="botao"
        href=${this.#options.href()}
        rel="noopener noreferrer"
        aria-describedby="saida-explica"
        @click=${(event: Event) => {
          event.preventDefault();
          this.sair();
        }}
        >${t('saida.botao')}</a
      >
      <span hidden id="saida-explica">${t('saida.explica')}</span>
    </div>`;
  }
}
