import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Caso } from '../../contract/caso.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { CaseActsController } from '../../controllers/case-acts.controller.ts';
import { TrackerController } from '../../controllers/tracker.controller.ts';
import { acompanhar } from '../../i18n/pt-br/acompanhar.ts';
import { common } from '../../i18n/pt-br/common.ts';
import type { Messages } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { notice } from '../_base/notice.ts';
import { renderCaso, temVida } from './caso.ts';
import { renderConsulta, type Avisos } from './consulta.ts';
import { AtrioCasoEvent } from './protocolo-tracker.events.ts';
import { styles } from './protocolo-tracker.styles.ts';
import type { Vida } from './vida.ts';

/**
 * Follows a manifestation or a request by protocol and key (Lei 12.527/2011, art. 9; Resolução CNJ 432/2021, art. 8, § 1): state in plain
 * words, due date with its arithmetic, question, answer, the remedy that is open, history; and does what can be done there: answer, add, appeal,
 * say who one is, rate, withdraw, take one's data home. The key is never in an address, in storage or in a log; what is written is not lost.
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
 * @fires {AtrioAcaoEvent} atrio-acao - The person did something on the case. Never carries the key or a text.
 *
 * @csspart painel - The whole element.
 * @csspart titulo - Heading of the form, or of the case.
 * @csspart entrada - An input.
 * @csspart botao - The main button.
 * @csspart aviso - A notice.
 * @csspart estado - The state of the case.
 * @csspart prazo - The due date.
 * @csspart hora - The day and hour of an appointment.
 * @csspart mudanca - What moves an appointment or gives it back.
 * @csspart pergunta - A question from the staff.
 * @csspart audiencia - A hearing of the lawsuit that the case is about.
 * @csspart destino - Where to go, when the matter is another body's.
 * @csspart decisao - An answer, or a decision on an appeal.
 * @csspart remedios - The remedies that are open.
 * @csspart avaliacao - The survey.
 * @csspart acoes - What else can be done.
 * @csspart ato - An act under way.
 * @csspart feito - Thanks, right after an act.
 * @csspart historico - The history.
 * @csspart dados - The person's own data.
 */
export class ProtocoloTracker extends AtrioElement {
  static override styles = [base, styles];

  /** Protocol to begin with. */
  @property() protocolo: string | undefined;

  protected messages: Messages = { ...common, ...acompanhar };
  #avisos: Avisos;
  #loadingAvisos: Promise<void> | undefined;

  readonly tracker: TrackerController = new TrackerController(this, {
    backendUrl: () => this.court.backendUrl,
    warm: codigoDaVida,
    prepare: (caso) => this.#prepare(caso),
    onCase: (caso) => this.dispatchEvent(new AtrioCasoEvent(caso)),
    onBack: () => this.atos?.send({ type: 'close' }),
    onFocus: (onde) => void this.#focus(onde),
  });
  #vida: Vida | undefined;

  /** What the person does on the case; there once its code is. */
  get atos(): CaseActsController | undefined {
    return this.#vida?.atos;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('protocolo') && this.protocolo) this.tracker.send({ type: 'prefill', protocolo: this.protocolo });
  }

  protected override updated(): void {
    this.#vida?.warm();
    // What will have to be said when the access runs out, perhaps without network.
    if (this.tracker.caso && this.#avisos === undefined) void this.#loadAvisos();
  }

  protected renderCourt(tribunal: Tribunal | null): unknown {
    const { t, tracker } = this;
    const { caso } = tracker;
    return html`<div class="painel" part="painel">
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      ${caso ? this.#renderCase(caso) : this.court.backendUrl ? renderConsulta(t, tracker, this.#avisos) : this.#renderNoBackend()}
      <p class="oculto-visual" role="status">${this.#status()}</p>
    </div>`;
  }

  #status(): string {
    const { t, tracker } = this;
    if (tracker.state.kind === 'consulting') return t('acompanhar.consultando');
    return this.#vida?.status || (tracker.expirado && this.#avisos ? t('acompanhar.expirado') : '');
  }

  #renderCase(caso: Caso): TemplateResult {
    const { t, tracker } = this;
    return html`<div class="caso pilha">
      ${(this.#vida?.caso ?? renderCaso)(t, caso, this.#vida)}
      ${tracker.expirado ? this.#avisos?.renderExpirado(t, () => tracker.send({ type: 'again' })) : nothing}
      <div class="acoes nao-imprimir"><button type="button" @click=${() => tracker.send({ type: 'reset' })}>${t('acompanhar.outro')}</button></div>
    </div>`;
  }

  /** Brings what a case shows beyond its state and term before it is shown: nothing moves afterwards, and no remedy is left out. */
  async #prepare(caso: Caso): Promise<void> {
    if (!temVida(caso)) return;
    const create = await codigoDaVida();
    this.#vida ??= new create(this, {
      tracker: this.tracker,
      t: (key, params) => this.t(key, params),
      estilos: (...estilos) => this.addStyles(...estilos),
      textos: (textos) => this.#join(textos),
    });
    await this.#vida.prepare(caso);
  }

  #join(textos: Messages): void {
    this.messages = { ...this.messages, ...textos };
    this.requestUpdate();
  }

  #renderNoBackend(): TemplateResult {
    if (this.#avisos === undefined) void this.#loadAvisos();
    return html`${this.#avisos?.renderSemBackend(this.t, Boolean(this.court.destino))}<slot></slot>`;
  }

  #loadAvisos(): Promise<void> {
    this.#loadingAvisos ??= import('./avisos.ts').then(
      (avisos) => {
        this.#avisos = avisos;
        this.#join(avisos.avisosTextos);
        if (!this.court.backendUrl && !this.court.destino) avisos.avisarSemBackend(this.localName);
      },
      () => {
        this.#avisos = null;
        this.#loadingAvisos = undefined;
        addEventListener('online', this.#pedirAvisos, { once: true });
        this.requestUpdate();
      },
    );
    return this.#loadingAvisos;
  }

  /** The network is back: until the words are there, what stands in for them stays. */
  readonly #pedirAvisos = (): void => void this.#loadAvisos();

  async #focus(onde: string): Promise<void> {
    if (onde === 'situacao') await this.#loadAvisos();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-foco="${onde}"]`)?.focus();
  }
}

/** What a case shows beyond its state and term. */
const codigoDaVida = async (): Promise<typeof Vida> => (await import('./vida.ts')).Vida;

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-tracker': ProtocoloTracker;
  }
}
