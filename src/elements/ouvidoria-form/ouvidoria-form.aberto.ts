import { html, type ReactiveController, type TemplateResult } from 'lit';
import { safeUrl } from '../../domain/url/safe-url.ts';
import type { Translate } from '../../i18n/translate.ts';
import { serviceChannels } from '../_base/service-channels.ts';
import { situacaoBalcao, type SituacaoBalcao } from './ouvidoria-form.balcao.ts';
import type { OuvidoriaContext } from './ouvidoria-form.context.ts';

/** Offers the counter of the Ouvidoria while it is open (Res. 432/2021, art. 7, § 4), and its telephones while it is not. */
export class BalcaoAberto implements ReactiveController {
  readonly #context: OuvidoriaContext;
  /** Undefined until it was read. */
  #situacao: SituacaoBalcao | null | undefined;
  #cancel: (() => void) | undefined;
  #reading = false;

  constructor(context: OuvidoriaContext) {
    this.#context = context;
    context.host.addController(this);
  }

  hostUpdated(): void {
    if (this.#context.host.balcao && this.#context.tribunal() && this.#situacao === undefined) this.#read();
  }

  hostDisconnected(): void {
    this.#cancel?.();
    this.#situacao = undefined;
  }

  #read(): void {
    if (this.#reading) return;
    this.#reading = true;
    const { host, tribunal } = this.#context;
    const { clock } = host.ports;
    void situacaoBalcao(tribunal(), clock.now())
      // Nobody is told that it is closed when nobody knows; it is asked again when the network is back.
      .catch(() => {
        addEventListener('online', () => host.isConnected && this.#read(), { once: true });
        return null;
      })
      .then((situacao) => {
        this.#reading = false;
        this.#situacao = situacao;
        this.#cancel?.();
        if (situacao && host.isConnected) this.#cancel = clock.at(situacao.muda, () => this.#read());
        host.requestUpdate();
      });
  }

  /** The offer, in a place that is kept for it. */
  render(t: Translate): TemplateResult | string {
    const { host, tribunal } = this.#context;
    const href = safeUrl(host.balcao);
    if (!href || this.#situacao === undefined) return '';
    if (this.#situacao?.aberto) {
      const { ate } = this.#situacao;
      return html`<strong>${ate ? t('ouvidoria.balcao-aberto-ate', { ate: ate(t) }) : t('ouvidoria.balcao-aberto')}</strong> <a href=${href}>${t('ouvidoria.balcao-ir')}</a>`;
    }
    const phone = serviceChannels(tribunal(), tribunal()?.ouvidoria, 'ouvidoria').find(({ tipo }) => tipo === 'telefone');
    if (!phone?.href) return '';
    return html`${t('ouvidoria.balcao-telefone')} <a href=${phone.href}>${phone.linhas[0]}</a>`;
  }
}
