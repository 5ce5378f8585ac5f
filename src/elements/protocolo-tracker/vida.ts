import { html, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import type { AcaoCidadao, Caso, EventoCaso } from '../../contract/caso.ts';
import type { CaseActsController } from '../../controllers/case-acts.controller.ts';
import type { TrackerController } from '../../controllers/tracker.controller.ts';
import { DownloadsController } from '../../controllers/downloads.controller.ts';
import { acompanharVida } from '../../i18n/pt-br/acompanhar-vida.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import type { AttachmentsHost } from '../_base/attachments-late.ts';
import { notice } from '../_base/notice.ts';
import { AtrioAcaoEvent } from './acao.event.ts';
import type { Agendamento } from './agendamento.ts';
import type { Atos } from './atos-late.ts';
import { renderEvento, renderSituacao, type CasoContext, type Onde, type Pedido } from './situacao.ts';
import { situacaoStyles } from './situacao.styles.ts';

/** What the life of a case takes from the element that shows it. */
export interface VidaSpec {
  readonly t: Translate;
  readonly tracker: TrackerController;
  estilos(...styles: readonly CSSResultOrNative[]): void;
  textos(messages: Messages): void;
}

/**
 * What a case has beyond its state and its term: what happened, what can be done, what can be taken home. Loaded before such a case is shown, so
 * that nothing moves afterwards; the acts themselves come after it, and what is taken home when it is asked for.
 */
export class Vida {
  readonly #host: AttachmentsHost;
  readonly #spec: VidaSpec;
  readonly #downloads: DownloadsController;
  #atos: Atos | undefined;
  #loadingAtos: Promise<Atos> | undefined;
  #baixar: typeof import('./baixar.ts') | undefined;
  #agendamento: Agendamento | undefined;
  /** Draws the whole case, when it has words of its own. */
  caso: ((t: Translate, caso: Caso) => TemplateResult) | undefined;
  /** A part could not be loaded. */
  #falta = false;

  constructor(host: AttachmentsHost, spec: VidaSpec) {
    this.#host = host;
    this.#spec = spec;
    this.#downloads = new DownloadsController(host);
    spec.estilos(situacaoStyles);
    spec.textos(acompanharVida);
  }

  /** What the person does on the case; there once its code is. */
  get atos(): CaseActsController | undefined {
    return this.#atos?.controller;
  }

  /** Brings what this kind of case is shown with. */
  async prepare({ agendamento }: Caso): Promise<void> {
    if (agendamento) {
      const { Agendamento: create } = await import('./agendamento.ts');
      this.#agendamento ??= new create(this.#host, this.#spec);
    }
    this.caso = agendamento && ((_t, caso) => this.#agendamento!.render(caso, this, this.#context(caso)));
  }

  /** What the one status region says. */
  get status(): string {
    const { ultima } = this.#downloads;
    return this.#agendamento?.status || this.#atos?.status || (ultima ? this.#spec.t(`acompanhar.baixa.${ultima}`) : '');
  }

  /** Asks for the code of the acts as soon as the case is on the screen: what the person is about to do then works without network too. */
  warm(): void {
    if (this.#spec.tracker.caso?.acoes?.length) this.#loadAtos().catch(() => undefined);
  }

  /** A part of the case, in the place where it belongs. */
  render(caso: Caso, onde: Onde): unknown {
    const { t } = this.#spec;
    const part = renderSituacao(this.#context(caso), onde);
    if (onde !== 'antes') return part;
    return html`${this.#atos?.renderFeito()}
    ${this.#falta
      ? html`<div role="status">${notice('alerta', { titulo: t('acompanhar.parte-falha'), texto: t('acompanhar.parte-falha-dica') })}</div>`
      : nothing}
    ${part}`;
  }

  renderEvento(caso: Caso, evento: EventoCaso): unknown {
    return renderEvento(this.#context(caso), evento);
  }

  #context(caso: Caso): CasoContext {
    const { t } = this.#spec;
    const baixar: CasoContext['baixar'] = (pedido, rotulo) => this.#renderBaixar(caso, pedido, rotulo);
    return {
      t,
      caso,
      emCurso: this.atos?.ato ?? null,
      ato: (ato, rotulo, primario) => this.#renderAto(caso, ato, rotulo, primario),
      baixar,
      dados: this.#baixar?.renderDados({ t, baixar }) ?? t('comum.carregando'),
      onDados: () => void this.#loadBaixar().catch(this.#faltou),
    };
  }

  /** The button that opens an act, or in its place the act under way. */
  #renderAto(caso: Caso, ato: AcaoCidadao, rotulo: string, primario = false): unknown {
    const { atos } = this;
    if (this.#atos && atos?.ato === ato) return this.#atos.render(caso);
    if (!caso.acoes?.includes(ato)) return nothing;
    return html`<div>
      <button type="button" class=${primario ? 'primario' : ''} data-ato=${ato} @click=${() => this.#abrir(ato)}>${rotulo}</button>
      ${atos?.comecado(ato) ? html`<p class="discreto">${this.#spec.t('acompanhar.comecado')}</p>` : nothing}
    </div>`;
  }

  #renderBaixar(caso: Caso, pedido: Pedido, rotulo: string): TemplateResult {
    const { t } = this.#spec;
    const baixa = this.#downloads.estado(pedido.nome);
    const job = async (): Promise<void> => {
      const { baixar } = await this.#loadBaixar();
      await baixar(pedido, { ports: this.#host.ports, backendUrl: this.#spec.tracker.backendUrl, caso, t });
    };
    return html`<button type="button" class="texto" aria-disabled=${baixa === 'baixando' ? 'true' : nothing} @click=${() => void this.#downloads.run(pedido.nome, job)}>${rotulo}</button>
      <span class="discreto">${baixa ? t(`acompanhar.baixa.${baixa}`) : ''}</span>`;
  }

  async #loadBaixar(): Promise<typeof import('./baixar.ts')> {
    if (!this.#baixar) {
      this.#baixar = await import('./baixar.ts');
      this.#spec.textos(this.#baixar.baixarTextos);
    }
    return this.#baixar;
  }

  #loadAtos(): Promise<Atos> {
    this.#loadingAtos ??= import('./atos-late.ts').then(
      ({ Atos: create }) => (this.#atos = new create(this.#host, { ...this.#spec, onDone: (ato, caso) => this.#host.dispatchEvent(new AtrioAcaoEvent(ato, caso)) })),
      (error: unknown) => {
        this.#loadingAtos = undefined;
        throw error;
      },
    );
    return this.#loadingAtos;
  }

  #abrir(ato: AcaoCidadao): void {
    this.#falta = false;
    this.#loadAtos()
      .then((atos) => atos.open(ato))
      .catch(this.#faltou);
  }

  readonly #faltou = (): void => {
    this.#falta = true;
    this.#host.requestUpdate();
  };
}
