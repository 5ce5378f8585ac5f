import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AcaoCidadao, Caso } from '../../contract/caso.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import type { CaseActsController } from '../../controllers/case-acts.controller.ts';
import { DownloadsController } from '../../controllers/downloads.controller.ts';
import { TrackerController } from '../../controllers/tracker.controller.ts';
import { acompanhar } from '../../i18n/pt-br/acompanhar.ts';
import { common } from '../../i18n/pt-br/common.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioElement } from '../_base/atrio-element.ts';
import { base } from '../_base/base.styles.ts';
import { notice } from '../_base/notice.ts';
import { renderCaso, temSituacao, type CasoContext, type Pedido } from './caso.ts';
import { renderConsulta } from './consulta.ts';
import { AtrioAcaoEvent, AtrioCasoEvent } from './protocolo-tracker.events.ts';
import { styles } from './protocolo-tracker.styles.ts';

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
 * @csspart pergunta - A question from the staff.
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
  #warned = false;

  readonly tracker: TrackerController = new TrackerController(this, {
    backendUrl: () => this.court.backendUrl,
    prepare: (caso) => this.#prepare(caso),
    onCase: (caso) => this.dispatchEvent(new AtrioCasoEvent(caso)),
    onBack: () => this.atos?.send({ type: 'close' }),
    onFocus: (onde) => void this.#focus(onde),
  });
  readonly #downloads = new DownloadsController(this);
  #situacao: typeof import('./situacao.ts') | undefined;
  #baixar: typeof import('./baixar.ts') | undefined;
  #atos: import('./atos-late.ts').Atos | undefined;
  #loading: Promise<import('./atos-late.ts').Atos> | undefined;
  /** A part could not be loaded. */
  #falta = false;

  /** What the person does on the case; there once its code is. */
  get atos(): CaseActsController | undefined {
    return this.#atos?.controller;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('protocolo') && this.protocolo) this.tracker.send({ type: 'prefill', protocolo: this.protocolo });
  }

  protected override updated(): void {
    // Asked for as soon as the case is on the screen: what the person is about to do then works without network too.
    if (this.#caso?.acoes?.length) void this.#loadAtos().catch(() => undefined);
  }

  get #caso(): Caso | null {
    const { state } = this.tracker;
    return state.kind === 'shown' ? state.caso : null;
  }

  protected renderCourt(tribunal: Tribunal | null): unknown {
    const { t, tracker } = this;
    const { state } = tracker;
    const caso = this.#caso;
    return html`<div class="painel" part="painel">
      ${tribunal?.demo ? notice('info', { texto: t('comum.demo') }) : nothing}
      ${caso ? this.#renderCase(caso) : this.court.backendUrl ? renderConsulta(t, tracker) : this.#renderNoBackend()}
      <p class="oculto-visual" role="status">${this.#status(state.kind === 'shown' && state.expirado)}</p>
    </div>`;
  }

  #status(expirado: boolean): string {
    const { t, tracker } = this;
    if (tracker.state.kind === 'consulting') return t('acompanhar.consultando');
    const { ultima } = this.#downloads;
    return this.#atos?.status || (expirado ? t('acompanhar.expirado') : ultima ? t(`acompanhar.baixa.${ultima}`) : '');
  }

  #renderCase(caso: Caso): TemplateResult {
    const { t, tracker, atos } = this;
    const { state } = tracker;
    const baixar: CasoContext['baixar'] = (pedido, rotulo) => this.#renderBaixar(caso, pedido, rotulo);
    const context: CasoContext = {
      t,
      caso,
      situacao: this.#situacao,
      emCurso: atos?.ato ?? null,
      ato: (ato, rotulo, primario) => this.#renderAto(caso, ato, rotulo, primario),
      baixar,
      dados: this.#baixar?.renderDados({ t, baixar }) ?? t('comum.carregando'),
      onDados: () => void this.#loadBaixar().catch(this.#faltou),
    };
    return html`<div class="caso pilha">
      ${this.#atos?.renderFeito()}
      ${this.#falta || (temSituacao(caso) && !this.#situacao)
        ? html`<div role="status">${notice('alerta', { titulo: t('acompanhar.parte-falha'), texto: t('acompanhar.parte-falha-dica') })}</div>
            <button type="button" @click=${this.#reload}>${t('comum.tentar-de-novo')}</button>`
        : nothing}
      ${renderCaso(context)}
      ${state.kind === 'shown' && state.expirado
        ? notice('info', {
            titulo: t('acompanhar.expirado'),
            texto: html`<p>${t('acompanhar.expirado-dica')}</p>
              <p class="nao-imprimir"><button type="button" @click=${() => tracker.send({ type: 'again' })}>${t('acompanhar.atualizar')}</button></p>`,
          })
        : nothing}
      <div class="acoes nao-imprimir"><button type="button" @click=${() => tracker.send({ type: 'reset' })}>${t('acompanhar.outro')}</button></div>
    </div>`;
  }

  /** The button that opens an act, or in its place the act under way. */
  #renderAto(caso: Caso, ato: AcaoCidadao, rotulo: string, primario = false): unknown {
    const { t, atos } = this;
    if (!caso.acoes?.includes(ato) && atos?.ato !== ato) return nothing;
    if (this.#atos && atos?.ato === ato) return this.#atos.render(caso);
    return html`<div>
      <button type="button" class=${primario ? 'primario' : ''} data-ato=${ato} @click=${() => this.#abrir(ato)}>${rotulo}</button>
      ${atos?.comecado(ato) ? html`<p class="discreto">${t('acompanhar.comecado')}</p>` : nothing}
    </div>`;
  }

  #renderBaixar(caso: Caso, pedido: Pedido, rotulo: string): TemplateResult {
    const { t } = this;
    const baixa = this.#downloads.estado(pedido.nome);
    const job = async (): Promise<void> => {
      const { baixar } = await this.#loadBaixar();
      await baixar(pedido, { ports: this.ports, backendUrl: this.court.backendUrl, caso, t: this.#texto });
    };
    return html`<button type="button" class="texto" aria-disabled=${baixa === 'baixando' ? 'true' : nothing} @click=${() => void this.#downloads.run(pedido.nome, job)}>${rotulo}</button>
      <span class="discreto">${baixa ? t(`acompanhar.baixa.${baixa}`) : ''}</span>`;
  }

  async #loadBaixar(): Promise<typeof import('./baixar.ts')> {
    if (!this.#baixar) {
      this.#baixar = await import('./baixar.ts');
      this.#join(this.#baixar.baixarTextos);
    }
    return this.#baixar;
  }

  /** Brings what a case shows beyond its state and term before it is shown, so that nothing moves afterwards. */
  async #prepare(caso: Caso): Promise<void> {
    this.#falta = false;
    if (!temSituacao(caso) || this.#situacao) return;
    const situacao = await import('./situacao.ts');
    this.addStyles(situacao.situacaoStyles);
    this.#situacao = situacao;
    this.#join(situacao.situacaoTextos);
  }

  #loadAtos(): Promise<import('./atos-late.ts').Atos> {
    this.#loading ??= import('./atos-late.ts').then(
      ({ Atos }) =>
        (this.#atos = new Atos(this, {
          t: this.#texto,
          backendUrl: () => this.court.backendUrl,
          caso: () => this.#caso,
          expirado: () => this.tracker.state.kind === 'shown' && this.tracker.state.expirado,
          estilos: (...estilos) => this.addStyles(...estilos),
          textos: (textos) => this.#join(textos),
          onCase: async (caso) => {
            await this.#prepare(caso).catch(() => undefined);
            this.tracker.send({ type: 'updated', caso });
          },
          onDone: (ato, caso) => this.dispatchEvent(new AtrioAcaoEvent(ato, caso)),
          onHistory: (para) => this.tracker.ato(para === 'ato'),
        })),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  readonly #texto: Translate = (key, params) => this.t(key, params);

  #join(textos: Messages): void {
    this.messages = { ...this.messages, ...textos };
    this.requestUpdate();
  }

  readonly #faltou = (): void => {
    this.#falta = true;
    this.requestUpdate();
  };

  #abrir(ato: AcaoCidadao): void {
    this.#falta = false;
    this.#loadAtos().then((atos) => atos.open(ato)).catch(this.#faltou);
  }

  readonly #reload = (): void => {
    const caso = this.#caso;
    if (caso) Promise.all([this.#prepare(caso), this.#loadAtos()]).then(() => this.requestUpdate(), this.#faltou);
  };

  #renderNoBackend(): TemplateResult {
    // Submissions go to another system, which alone knows what became of them.
    const key = this.court.destino ? 'acompanhar.fora' : 'acompanhar.sem-backend';
    if (!this.#warned && !this.court.destino) {
      this.#warned = true;
      console.warn(`[Átrio] <${this.localName}>: nenhum backend configurado. Informe "backend" no arquivo do tribunal ou no elemento.`);
    }
    return html`${notice('alerta', { titulo: this.t(key), texto: this.t(`${key}-dica`) })}<slot></slot>`;
  }

  async #focus(onde: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-foco="${onde}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-tracker': ProtocoloTracker;
  }
}
