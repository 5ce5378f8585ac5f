import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendError } from '../../adapters/ports.ts';
import type { ArquivoGravacao } from '../../contract/gravacao.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { GravacaoController } from '../../controllers/gravacao.controller.ts';
import { SALTO, type GravacaoAsk } from '../../controllers/gravacao.machine.ts';
import { lerTempo } from '../../domain/gravacao/tempo.ts';
import { safeUrl } from '../../domain/url/safe-url.ts';
import { common } from '../../i18n/pt-br/common.ts';
import { gravacao } from '../../i18n/pt-br/gravacao.ts';
import type { Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { notice } from '../_base/notice.ts';
import { AtrioGravacaoConferidaEvent, AtrioGravacaoEvent } from './audiencia-recording.events.ts';
import { styles } from './audiencia-recording.styles.ts';
import { renderChave, renderConferir, renderDados, renderGuardar, renderLista } from './partes.ts';
import { renderIndice, renderPlayer, type PlayerView, type Pronta } from './player.ts';

const messages = { ...common, ...gravacao };

/**
 * Plays the recording of a hearing (Resolução CNJ 105/2010, art. 1, §§ 1-3, and art. 2) by its permanent address: index, speed, captions, sound alone, link to
 * a point, download; checks in the browser that it is what the court signed; under sigilo asks for the key of who takes part in the case.
 *
 * @tagname audiencia-recording
 *
 * @attr {string} gravacao - Identifier of the recording. Default: that of the page's address (`?gravacao=…`).
 * @attr {string} processo - Number of a case, to list its recordings. Default: that of the page's address (`?processo=…`).
 * @attr {string} inicio - Where to begin: `83`, `1:23` or `1h2m3s`. Default: that of the page's address (`#t=…`).
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the element can be used, and when it cannot: a phone number, an address.
 *
 * @fires {AtrioGravacaoEvent} atrio-gravacao - A recording is on the screen. Never carries the key or the case.
 * @fires {AtrioGravacaoConferidaEvent} atrio-gravacao-conferida - It, or a copy of it, was checked: `confere`, `nao-confere` or `sem-conferir`.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Its heading.
 * @csspart dados - Case, unit and date.
 * @csspart player - What is played, with its controls.
 * @csspart video - The video.
 * @csspart audio - The sound.
 * @csspart fala - The caption, beside sound alone.
 * @csspart comandos - The controls of the kit.
 * @csspart indice - The index.
 * @csspart guardar - Link and downloads.
 * @csspart baixar - The downloads.
 * @csspart conferir - The check.
 * @csspart lista - The recordings of a case.
 * @csspart entrada - An input.
 * @csspart botao - The main button.
 * @csspart aviso - A notice.
 */
export class AudienciaRecording extends AtrioElement<typeof messages> {
  static override styles = [base, styles];

  /** Identifier of the recording. */
  @property() gravacao: string | undefined;
  /** Number of a case, whose recordings are listed. */
  @property() processo: string | undefined;
  /** Where to begin. */
  @property() inicio: string | undefined;
  /** Gives the access token of the staff, on a page that has one; asked before each call. */
  @property({ attribute: false }) token: (() => Promise<string>) | undefined;

  /** Caption that is being said, shown beside sound alone. */
  @state() private fala = '';
  @state() private link: { texto: string; em: number; copiado: boolean } | null = null;

  /** Why a file did not come. */
  @state() private naoBaixou = '';

  protected readonly messages = messages;
  #told = '';
  #warned = false;

  readonly controle: GravacaoController = new GravacaoController(this, {
    backendUrl: () => this.court.backendUrl,
    ask: () => this.#ask(),
    token: () => this.token,
    player: () => this.#player,
  });

  get #player(): HTMLMediaElement | null {
    return this.renderRoot.querySelector<HTMLMediaElement>('video, audio');
  }

  #ask(): GravacaoAsk {
    const query = new URLSearchParams(location.search);
    return {
      id: this.gravacao ?? query.get('gravacao') ?? '',
      processo: this.processo ?? query.get('processo') ?? '',
      inicio: lerTempo(this.inicio ?? new URLSearchParams(location.hash.slice(1)).get('t')) ?? 0,
    };
  }

  protected renderCourt(tribunal: Tribunal | null): unknown {
    const t = this.t as Translate;
    if (!this.court.backendUrl) {
      if (!this.#warned) {
        this.#warned = true;
        console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
      }
      return html`${notice('alerta', { titulo: t('gravacao.sem-backend'), texto: t('gravacao.sem-backend-dica') })}<slot></slot>`;
    }
    const { state } = this.controle;
    const shown = state.kind === 'ready' || state.kind === 'empty' ? state.gravacao : null;
    return html`<div class="painel" part="painel" @keydown=${this.#onKey}>
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      <div class="pilha-s">
        <h2 part="titulo" tabindex="-1">${shown?.ato ?? t('gravacao.titulo')}</h2>
        ${shown ? renderDados(t, shown) : nothing}
      </div>
      <p class="oculto-visual" role="status">${this.#spoken()}</p>
      ${this.#renderState()}
    </div>`;
  }

  #spoken(): string {
    const { state } = this.controle;
    const t = this.t as Translate;
    if (state.kind === 'loading') return t('gravacao.carregando');
    if (state.kind !== 'ready' || state.toca.fase === 'toca') return '';
    return t(`gravacao.${state.toca.fase}`);
  }

  #renderState(): unknown {
    const t = this.t as Translate;
    const { controle } = this;
    const { state } = controle;
    const again = html`<p><button type="button" @click=${() => controle.send({ type: 'retry' })}>${t('comum.tentar-de-novo')}</button></p>`;
    switch (state.kind) {
      case 'idle':
        return html`${notice('info', { titulo: t('gravacao.sem-endereco'), texto: t('gravacao.sem-endereco-dica') })}<slot></slot>`;
      case 'loading':
        return html`<p class="discreto espera">${t('gravacao.carregando')}</p>`;
      case 'list':
        return renderLista(t, controle, state);
      case 'sigilo':
        return renderChave(t, controle, state);
      case 'missing':
        return html`${notice('alerta', { titulo: t('gravacao.ausente'), texto: t('gravacao.ausente-dica') })} ${this.#renderBack()}`;
      case 'offline':
        return notice('alerta', { titulo: t('gravacao.sem-rede'), texto: html`<p>${t('gravacao.sem-rede-dica')}</p>${again}` });
      case 'failed':
        return notice('erro', { titulo: t('gravacao.falha'), texto: html`<p>${t('gravacao.falha-dica')}</p>${again}` });
      case 'empty':
        return html`${notice('info', { titulo: t('gravacao.vazia'), texto: t('gravacao.vazia-dica') })} ${this.#renderBack()}`;
      case 'ready':
        return this.#renderReady(state);
    }
  }

  #renderReady(state: Pronta): TemplateResult {
    const t = this.t as Translate;
    const { controle } = this;
    const view: PlayerView = { t, controle, state, lang: 'pt-BR', fala: this.fala, onFala: (texto) => (this.fala = texto) };
    return html`${state.gravacao.sigilo ? notice('alerta', { titulo: t('gravacao.sigilo'), texto: t('gravacao.sigilo-aviso') }) : nothing} ${renderPlayer(view)} ${renderIndice(view)}
    ${renderGuardar(t, controle, state.gravacao, this.link, () => void this.#makeLink(state), this.naoBaixou, (event, variante) => void this.#download(event, variante))}
    ${renderConferir(t, controle, state.gravacao)} ${this.#renderBack()}`;
  }

  #renderBack(): unknown {
    return this.controle.state.ask.processo
      ? html`<p><button type="button" class="texto" @click=${() => this.controle.send({ type: 'back' })}>${(this.t as Translate)('gravacao.voltar-lista')}</button></p>`
      : nothing;
  }

  /** The address of this page, at this recording and this point. It carries no key. */
  async #makeLink({ gravacao: { id }, toca: { posicao } }: Pronta): Promise<void> {
    const url = new URL(location.href);
    if (this.gravacao !== id) url.searchParams.set('gravacao', id);
    url.searchParams.delete('processo');
    const em = Math.floor(posicao);
    url.hash = `t=${em}`;
    const copiado = await (navigator.clipboard?.writeText(url.href) ?? Promise.reject(new Error('no clipboard'))).then(
      () => true,
      () => false,
    );
    this.link = { texto: url.href, em, copiado };
  }

  async #download(event: Event, variante: ArquivoGravacao['variante']): Promise<void> {
    event.preventDefault();
    this.naoBaixou = '';
    try {
      const url = safeUrl(await this.controle.download(variante));
      if (url) Object.assign(document.createElement('a'), { href: url, download: '', referrerPolicy: 'no-referrer' }).click();
    } catch (error) {
      this.naoBaixou = (error instanceof BackendError && error.problem?.detail) || (this.t as Translate)('gravacao.baixar-falhou');
    }
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { state } = this.controle;
    const target = event.composedPath()[0] as HTMLElement;
    if (state.kind !== 'ready' || event.ctrlKey || event.altKey || event.metaKey || target.closest('input, select, textarea') || !target.closest('.player, .indice')) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'l') this.controle.send({ type: 'go', em: state.toca.posicao + (key === 'j' ? -SALTO : SALTO) });
    else if (key === 'k') void (this.#player?.paused ? this.#player.play().catch(() => undefined) : this.#player?.pause());
    else return;
    event.preventDefault();
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state, conferencia } = this.controle;
    const player = this.#player;
    if (state.kind === 'ready' && player) {
      // Sound has no place for captions: they are written beside it.
      const mode = !state.toca.legendas ? 'disabled' : state.toca.midia === 'video' ? 'showing' : 'hidden';
      for (const track of player.textTracks) if (track.mode !== mode) track.mode = mode;
      // New addresses that are the old ones over again: the player does not begin anew by itself.
      if (player.error && state.toca.fase === 'toca' && state.toca.retomar) player.load();
    }
    if (state.kind !== 'loading') {
      // Who pressed a button that is gone goes on at what came of it.
      if (this.#hadFocus && document.activeElement === document.body) this.renderRoot.querySelector<HTMLElement>(state.kind === 'sigilo' ? '#chave' : 'h2')?.focus();
      this.#hadFocus = false;
    }
    const key = [state.kind, 'gravacao' in state ? state.gravacao.id : '', conferencia.kind, conferencia.op].join();
    if (key === this.#told) return;
    const before = this.#told.split(',');
    this.#told = key;
    if (state.kind === 'ready' && (before[0] !== 'ready' || before[1] !== state.gravacao.id)) {
      this.link = null;
      this.naoBaixou = '';
      this.dispatchEvent(new AtrioGravacaoEvent(state.gravacao));
    }
    if (state.kind === 'ready' && conferencia.kind === 'feita') this.dispatchEvent(new AtrioGravacaoConferidaEvent(state.gravacao.id, conferencia.resultado.tipo));
  }

  /** The focus was inside, before what is asked for began to load. */
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.shadowRoot?.activeElement) this.#hadFocus = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'audiencia-recording': AudienciaRecording;
  }
}
