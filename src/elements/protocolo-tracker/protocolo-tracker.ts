import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { TrackerController } from '../../controllers/tracker.controller.ts';
import type { TrackerField, TrackerFocus } from '../../controllers/tracker.machine.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { acompanhar } from '../../i18n/pt-br/acompanhar.ts';
import { common } from '../../i18n/pt-br/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { icon, notice } from '../_base/notice.ts';
import { renderCaso } from './caso.ts';
import { AtrioCasoEvent } from './protocolo-tracker.events.ts';
import { styles } from './protocolo-tracker.styles.ts';

const messages = { ...common, ...acompanhar };

/**
 * Follows a manifestation or a request by protocol and key (Lei 12.527/2011, art. 9; Resolução CNJ 432/2021, art. 8, § 1): state in plain
 * words, due date with its arithmetic, remedies that are open, history. The key is never in an address, in storage or in a log.
 *
 * @tagname protocolo-tracker
 *
 * @attr {string} protocolo - Protocol to begin with; the person may change it.
 * @attr {string} tribunal - Address of the court file.
 * @attr {string} backend - Address of the backend.
 * @attr {'light'|'dark'|'auto'|'contrast'} theme - Colours. Default `light`.
 * @attr {boolean} debug - Shows in place what is wrong with the configuration.
 *
 * @slot - Shown until the element can be used, and when it cannot: a phone number, an address.
 *
 * @fires {AtrioCasoEvent} atrio-caso - A case is on the screen. Never carries the key.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Heading of the form, or of the case.
 * @csspart entrada - An input.
 * @csspart botao - The main button.
 * @csspart aviso - A notice.
 * @csspart estado - The state of the case.
 * @csspart prazo - The due date.
 * @csspart remedios - What can still be done.
 * @csspart historico - The history.
 */
export class ProtocoloTracker extends AtrioElement<typeof messages> {
  static override styles = [base, styles];

  /** Protocol to begin with. */
  @property() protocolo: string | undefined;

  protected readonly messages = messages;
  #warned = false;

  readonly tracker: TrackerController = new TrackerController(this, {
    backendUrl: () => this.court.backendUrl,
    onCase: (caso) => this.dispatchEvent(new AtrioCasoEvent(caso)),
    onFocus: (onde) => void this.#focus(onde),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('protocolo') && this.protocolo) this.tracker.send({ type: 'prefill', protocolo: this.protocolo });
  }

  protected renderCourt(tribunal: Tribunal | null): unknown {
    const { t, tracker } = this;
    const { state } = tracker;
    return html`<div class="painel" part="painel">
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      ${state.kind === 'shown' ? this.#renderCase() : this.court.backendUrl ? this.#renderForm() : this.#renderNoBackend()}
      <p class="oculto-visual" role="status">${state.kind === 'consulting' ? t('acompanhar.consultando') : state.kind === 'shown' && state.expirado ? t('acompanhar.expirado') : ''}</p>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const { t, tracker } = this;
    const busy = tracker.state.kind === 'consulting';
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="pilha-s">
        <h2 part="titulo">${t('acompanhar.titulo')}</h2>
        <p>${t('acompanhar.onde')}</p>
      </div>
      ${this.#renderSituation()} ${this.#field('protocolo')} ${this.#field('chave')}
      <div class="acoes">
        <button type="submit" class="primario" part="botao" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'acompanhar.consultando' : 'acompanhar.consultar')}</button>
      </div>
    </form>`;
  }

  #field(field: TrackerField): TemplateResult {
    const { tracker } = this;
    const t = this.t as Translate;
    const { state } = tracker;
    const code = state.erros[field];
    return html`<div class=${code ? 'com-erro' : ''}>
      <label for=${field}>${t(`acompanhar.${field}`)}</label>
      <p class="dica" id="${field}-dica">${t(`acompanhar.${field}-dica`)}</p>
      ${code
        ? html`<p class="erro-campo" id="${field}-erro">${icon('erro')}<span><span class="oculto-visual">${t('acompanhar.erro')} </span>${t(`acompanhar.erro.${field}.${code}`)}</span></p>`
        : nothing}
      <input
        id=${field}
        data-foco=${field}
        part="entrada"
        type="text"
        inputmode=${field === 'protocolo' ? 'numeric' : nothing}
        autocomplete="off"
        autocapitalize=${field === 'chave' ? 'characters' : 'none'}
        spellcheck="false"
        ?readonly=${state.kind === 'consulting'}
        aria-describedby="${field}-dica${code ? ` ${field}-erro` : ''}"
        aria-invalid=${code ? 'true' : nothing}
        .value=${state[field]}
        @input=${(event: Event) => tracker.send({ type: 'input', field, value: (event.target as HTMLInputElement).value })}
        @change=${() => tracker.send({ type: 'leave', field })}
      />
    </div>`;
  }

  /** Why there is no case to show. */
  #renderSituation(): unknown {
    const { t, tracker } = this;
    const { state } = tracker;
    const told = (content: unknown): TemplateResult => html`<div tabindex="-1" data-foco="situacao">${content}</div>`;
    if (state.kind === 'refused') {
      if (state.motivo === 'nao-encontrado') return told(notice('alerta', { titulo: t('acompanhar.nao-encontrado'), texto: t('acompanhar.nao-encontrado-dica') }));
      if (state.motivo === 'outra') return told(notice('erro', { titulo: t('acompanhar.outra'), texto: state.texto }));
      const n = state.espera === null ? 0 : Math.max(1, Math.ceil(state.espera / 60_000));
      const minutos = n === 1 ? t('acompanhar.um-minuto') : t('acompanhar.minutos', { n });
      return told(notice('alerta', { titulo: t('acompanhar.muitas'), texto: n ? t('acompanhar.muitas-espera', { minutos }) : t('acompanhar.muitas-dica') }));
    }
    if (state.kind === 'failed') {
      const titulo = state.motivo === 'servidor' ? 'acompanhar.falha-servidor' : tracker.online ? 'acompanhar.falha-rede' : 'acompanhar.offline';
      return told(notice('erro', { titulo: t(titulo), texto: t(state.motivo === 'servidor' ? 'acompanhar.falha-servidor-dica' : 'acompanhar.falha-rede-dica') }));
    }
    return tracker.online ? nothing : html`<div role="status">${notice('alerta', { titulo: t('acompanhar.offline') })}</div>`;
  }

  #renderCase(): unknown {
    const { t, tracker } = this;
    const { state } = tracker;
    if (state.kind !== 'shown') return nothing;
    return html`<div class="caso pilha">
      ${renderCaso(t as Translate, state.caso)}
      ${state.expirado
        ? notice('info', {
            titulo: t('acompanhar.expirado'),
            texto: html`<p>${t('acompanhar.expirado-dica')}</p>
              <p class="nao-imprimir"><button type="button" @click=${() => tracker.send({ type: 'again' })}>${t('acompanhar.atualizar')}</button></p>`,
          })
        : nothing}
      <div class="acoes nao-imprimir"><button type="button" @click=${() => tracker.send({ type: 'reset' })}>${t('acompanhar.outro')}</button></div>
    </div>`;
  }

  #renderNoBackend(): TemplateResult {
    // Submissions go to another system, which alone knows what became of them.
    const key = this.court.destino ? 'acompanhar.fora' : 'acompanhar.sem-backend';
    if (!this.#warned && !this.court.destino) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    return html`${notice('alerta', { titulo: this.t(key), texto: this.t(`${key}-dica`) })}<slot></slot>`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.tracker.send({ type: 'submit' });
  };

  async #focus(onde: TrackerFocus): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-foco="${onde}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-tracker': ProtocoloTracker;
  }
}
