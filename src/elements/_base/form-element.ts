import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Backend, CreateOptions } from '../../adapters/ports.ts';
import { BackendError } from '../../adapters/ports.ts';
import type { Comprovante } from '../../contract/caso.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { FormController, type Foco } from '../../controllers/form.controller.ts';
import type { FormError } from '../../controllers/form.machine.ts';
import type { StepFields, Values } from '../../domain/form/fields.ts';
import type { Messages, Translate } from '../../i18n/translate.ts';
import { AtrioElement } from './atrio-element.ts';
import { base } from './base.styles.ts';
import type { FieldContext } from './field-parts.ts';
import { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent } from './form.events.ts';
import type { FormProof } from './form-proof.ts';
import { formStyles } from './form.styles.ts';
import { notice } from './notice.ts';
import type { HorarioUsual } from './service-hours.ts';
import { stepHeading, stepper } from './stepper.ts';

/** What a step is drawn from. */
export interface StepContext {
  campos: FieldContext;
  /** From 1: the first step is drawn by the element itself. */
  step: number;
  /** Fields that are shown, by step. */
  fields: StepFields;
  tribunal: Tribunal | null;
}

/** What a form has after its first step: a module of its own, loaded while the first is being read. */
export interface FormSteps {
  messages: Messages;
  /** Fields that are shown, by step. A form may have these two in its own class instead, when it needs them at once. */
  fields?(values: Values): StepFields;
  /** Body to send, as the contract takes it in. */
  body?(values: Values, fields: StepFields, privacidade: Readonly<Record<string, unknown>>): unknown;
  /** Draws a step; `undefined` while a part that it needs is not here. */
  renderStep(context: StepContext): unknown;
  /** When a part that a step needs did not come: asks for it again. */
  stuck?(): (() => void) | undefined;
  /** Above everything, in every state of the form. */
  renderTop?(): unknown;
  /** Asked before sending: resolves when what is still on its way is there, with false when the person stopped waiting; `undefined` when nothing is. */
  pronto?(): Promise<boolean> | undefined;
  /** Says in the form's own words what became of the sending; `undefined` leaves it to the common ones. */
  situation?(): unknown;
  /**
   * Other ways to reach the court: below the first step, and beside a failure. `nothing` when the court file has none.
   * @param horario says the usual hours; null until somebody looks or when nobody knows
   */
  renderChannels(t: Translate, tribunal: Tribunal | null, horario: HorarioUsual | null): unknown;
  /** The usual hours; asked for when the channels are looked at, since reading hours weighs as much as the form. */
  hours(tribunal: Tribunal | null, now: number): Promise<HorarioUsual | null>;
}

/** Version that is told to the backend when the court file has no terms. */
const TERMOS_PADRAO = 'padrao';

/** After the frame that is being made; a page out of sight has none. */
const pintado = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 100);
    requestAnimationFrame(() => setTimeout(done));
  });

/**
 * Base of the forms: steps, notices, error summary, sending and receipt. A form says its fields, its body and what each step shows.
 * What the first step does not need comes in chunks of its own: the later steps, the check, the masks, the client, the receipt.
 *
 * @attr {'etapas'|'nao'} historico - Whether the browser's Back goes to the step before. Default `etapas`.
 * @attr {string} acompanhar - Address of the page that has the tracker, for the link on the receipt.
 */
export abstract class FormElement extends AtrioElement {
  static override styles = [base, formStyles];

  /** `nao` keeps the steps out of the browser's history. */
  @property() historico: 'etapas' | 'nao' = 'etapas';
  /** Address of the page that has the tracker. */
  @property() acompanhar: string | undefined;

  /** Strings of the first step, `common` and `form` included; those of the later steps join when they arrive. */
  protected abstract override messages: Messages;
  /** Names drafts, history entries and the text of the button that sends (`<nome>.enviar`). */
  protected abstract readonly nome: string;
  protected abstract readonly tipo: Comprovante['tipo'];

  /** Names of the steps; the last one reviews and sends. */
  protected abstract stepNames(): readonly string[];
  /** Loads the check of the shared schema. */
  protected abstract schema(): Promise<(body: unknown) => readonly FieldError[]>;
  protected abstract register(backend: Backend, body: unknown, options: CreateOptions): Promise<Comprovante>;
  protected abstract renderFirst(tribunal: Tribunal | null): unknown;
  /** Loads what comes after the first step. */
  protected abstract loadSteps(): Promise<FormSteps>;
  /** Title of the other channels, below the first step. */
  protected abstract channelsTitle(): string;

  /** What was loaded after the first step. */
  protected get steps(): FormSteps | undefined {
    return this.#steps;
  }

  /** Fields that are shown, by step. */
  protected fields(values: Values): StepFields {
    return this.#steps?.fields?.(values) ?? [];
  }

  /** Body to send, as the contract takes it in. */
  protected body(values: Values): unknown {
    return this.#steps?.body?.(values, this.fields(values), this.privacyLeaves(values));
  }

  /** False while nothing of the person may stay on the device. */
  protected keepsDraft(_values: Values): boolean {
    return true;
  }

  /** Leaves of the acceptance of the terms, for the body (Res. 432/2021, art. 11). */
  protected privacyLeaves(values: Values): Record<string, unknown> {
    return { '/privacidade/versao': this.court.tribunal?.privacidade?.versao ?? TERMOS_PADRAO, '/privacidade/aceito': Boolean(values['/privacidade/aceito']) };
  }

  readonly form: FormController = new FormController(this, {
    nome: () => this.nome,
    last: () => this.stepNames().length - 1,
    machine: () => this.#machine(),
    fields: (values) => this.fields(values),
    body: (values) => this.body(values),
    schema: () => this.schema(),
    send: async (body, options) => {
      const backend = await this.#backend();
      return this.#proof!.com((altcha) => this.register(backend, body, { ...options, altcha }));
    },
    keepsDraft: (values) => this.keepsDraft(values),
    history: () => this.historico !== 'nao',
    beforeSend: () => this.dispatchEvent(new AtrioEnvioEvent(this.tipo)),
    onStep: (de, para) => {
      const total = this.stepNames().length;
      if (para === total - 1) this.#proof?.comecar();
      this.dispatchEvent(new AtrioEtapaEvent(para + 1, de + 1, total));
    },
    onReceipt: (recibo) => this.dispatchEvent(new AtrioProtocoloEvent(recibo)),
    onFocus: (onde) => void this.#focus(onde),
  });

  /** For the parts of the form. */
  protected readonly campos: FieldContext = {
    form: this.form,
    t: (key, params) => (this.t as Translate)(key, params),
    errorText: (error) => this.#words(error),
  };

  #steps: FormSteps | undefined;
  #late: typeof import('./form-late.ts') | undefined;
  #proof: FormProof | undefined;
  #loading: Promise<void> | undefined;
  #loadFailed = false;
  #stuck = false;
  #horario: HorarioUsual | null = null;
  #asked = false;
  #warmed = false;

  /** Until what was typed last is on the screen. */
  #letra: Promise<void> | undefined;
  readonly #digitado = (event: Event): void => {
    if (event instanceof InputEvent) this.#letra ??= pintado().then(() => (this.#letra = undefined));
  };

  constructor() {
    super();
    // Before the field itself hears of it.
    this.addEventListener('input', this.#digitado, true);
  }

  /** What is typed waits for nothing: the form is drawn anew once it is on the screen. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.#letra ? this.#letra.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(_changed: PropertyValues): void {
    const { court } = this;
    if (court.state.kind !== 'ready' && court.state.kind !== 'absent') return;
    void this.#load();
    const { kind } = this.form.state;
    if (kind === 'failed' || kind === 'refused' || !court.destino || this.renderRoot.querySelector('details[open]')) this.#look();
  }

  /** The later steps, asked for as soon as the first is on the screen. */
  #load(): Promise<void> {
    this.#loading ??= Promise.all([import('./form-late.ts'), this.loadSteps()]).then(
      ([late, steps]) => {
        this.#late = late;
        this.#proof = late.formProof(this, this.court);
        this.#steps = steps;
        this.#stuck = false;
        this.form.machine = late.formStep;
        this.addStyles(late.fieldStyles, late.formLateStyles, late.canaisStyles, late.receiptStyles);
        this.messages = { ...this.messages, ...late.formEtapas, ...late.reciboTextos, ...steps.messages };
        this.requestUpdate();
      },
      () => {
        this.#loadFailed = true;
        addEventListener('online', this.#reload, { once: true });
        this.requestUpdate();
      },
    );
    return this.#loading;
  }

  /** The machine comes with the later steps; without them the person is told, and asks again. */
  async #machine(): Promise<void> {
    this.#reload();
    await this.#load();
    this.#stuck = !this.#late;
    this.requestUpdate();
  }

  protected override renderCourt(tribunal: Tribunal | null): unknown {
    const { form, campos } = this;
    const { state } = form;
    const { t } = campos;
    if (state.kind === 'sent') {
      return html`<div class="forma painel" part="formulario">
        ${this.#steps?.renderTop?.()}${this.#demo(tribunal)}
        ${this.#late?.showReceipt(campos, state.recibo, this.acompanhar, tribunal) ?? html`<p role="status">${t('comum.carregando')}</p>`}
      </div>`;
    }
    if (!this.court.destino) return this.#late?.renderNoBackend(this, t, this.#channels(tribunal)) ?? this.renderLoading();
    const nomes = this.stepNames();
    const { step } = state;
    const busy = state.kind === 'sending' || state.kind === 'retry-wait';
    return html`<div class="forma painel" part="formulario" @focusin=${this.#warm}>
      ${this.#steps?.renderTop?.()}${this.#demo(tribunal)} ${stepper(t, nomes, step)}
      <form novalidate @submit=${this.#onSubmit}>
        ${state.recuperado
          ? notice('info', {
              titulo: t('form.recuperado'),
              texto: html`<p>${t('form.recuperado-dica')}</p>
                <button type="button" class="texto" @click=${() => form.discard()}>${t('form.recomecar')}</button>`,
            })
          : nothing}
        ${stepHeading(t, step, nomes.length, nomes[step] ?? '')}
        ${this.#late?.errorSummary(campos, this.fields(state.values), (para, field) => void this.#goToField(para, field)) ?? nothing}
        <div class="conteudo" ?inert=${busy}>${step === 0 ? html`${this.renderFirst(tribunal)}${this.#stuck ? this.#renderStuck() : nothing}` : this.#renderLater(step, tribunal)}</div>
        ${this.#steps?.situation?.() ?? this.#late?.situation(campos)}
        <div class="acoes">
          <button type="submit" class="primario" part="botao" aria-disabled=${state.kind === 'sending' ? 'true' : nothing}>${t(this.#label(nomes.length - 1))}</button>
          ${state.kind === 'retry-wait' ? html`<button type="button" @click=${() => form.cancel()}>${t('form.parar')}</button>` : nothing}
          ${step > 0 && !busy ? html`<button type="button" @click=${() => form.back()}>${t('comum.voltar')}</button>` : nothing}
        </div>
      </form>
      ${this.#renderFooter(tribunal)}
      <p class="oculto-visual" role="status">${this.#late?.status(campos) ?? ''}</p>
    </div>`;
  }

  /** What the main button says: it stays in its place through every state, so that it keeps the focus. */
  #label(last: number): string {
    const { kind, step } = this.form.state;
    if (kind === 'sending') return 'form.enviando';
    if (kind === 'retry-wait') return 'form.tentar-agora';
    if (step < last) return 'comum.continuar';
    return kind === 'failed' ? 'comum.tentar-de-novo' : `${this.nome}.enviar`;
  }

  #renderLater(step: number, tribunal: Tribunal | null): unknown {
    const drawn = this.#steps?.renderStep({ campos: this.campos, step, fields: this.fields(this.form.state.values), tribunal });
    if (drawn !== undefined) return drawn;
    return this.#loadFailed || this.#steps?.stuck?.() ? this.#renderStuck() : html`<p>${this.campos.t('comum.carregando')}</p>`;
  }

  /** What comes after the first step did not load. */
  #renderStuck(): TemplateResult {
    const { t } = this.campos;
    return html`<div role="status">${notice('alerta', { titulo: t('form.etapas-falha'), texto: t('form.etapas-falha-dica') })}</div>
      <button type="button" @click=${this.#reload}>${t('comum.tentar-de-novo')}</button>`;
  }

  readonly #reload = (): void => {
    this.#steps?.stuck?.()?.();
    if (!this.#loadFailed) return;
    this.#loading = undefined;
    this.#loadFailed = false;
    this.requestUpdate();
  };

  /** The channels are on the screen: their hours are worth loading. */
  readonly #look = (): void => {
    if (!this.#steps || this.#asked) return;
    this.#asked = true;
    this.#steps.hours(this.court.tribunal, this.ports.clock.now()).then(
      (horario) => {
        this.#horario = horario;
        this.requestUpdate();
      },
      () => (this.#asked = false),
    );
  };

  #channels(tribunal: Tribunal | null): unknown {
    return this.#steps?.renderChannels(this.campos.t, tribunal, this.#horario) ?? nothing;
  }

  /** The other channels (Res. 432/2021, art. 7): closed below the first step, open beside a failure. */
  #renderFooter(tribunal: Tribunal | null): unknown {
    const { kind, step } = this.form.state;
    const channels = this.#channels(tribunal);
    const title = this.channelsTitle();
    if (kind === 'failed' || kind === 'refused') return channels === nothing ? nothing : html`<section class="pilha"><h3>${title}</h3>${channels}</section>`;
    // Its place is there before its content, so that nothing moves when that arrives.
    if (step > 0 || (this.#steps && channels === nothing)) return nothing;
    return html`<details class="rodape" @toggle=${this.#look}><summary>${title}</summary>${channels}</details>`;
  }

  #demo(tribunal: Tribunal | null): unknown {
    return tribunal?.demo ? notice('info', { texto: this.campos.t('comum.demo') }) : nothing;
  }

  /** The first touch: everything that sending will need is asked for now, while there is network. */
  readonly #warm = (): void => {
    this.form.warm();
    if (this.#warmed) return;
    this.#warmed = true;
    this.#backend().catch(() => (this.#warmed = false));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { form } = this;
    if (form.state.kind === 'retry-wait') form.retry();
    else if (form.state.step === this.stepNames().length - 1) {
      const espera = this.#steps?.pronto?.();
      if (espera) void espera.then((sim) => sim && form.submit());
      else form.submit();
    } else form.next();
  };

  async #backend(): Promise<Backend> {
    const { destino } = this.court;
    if (!destino) throw new BackendError('servidor', 'sem backend');
    return this.ports.backend(destino);
  }

  /** The form's own words for an error of this field, else for its code, else the contract's. */
  #words({ code, pointer, field, detail }: FormError): string {
    const { t } = this.campos;
    const key = [`erro.${code}.${pointer}`, `erro.${code}.${field}`, `erro.${code}`].find((known) => t(known) !== known);
    return key ? t(key) : detail;
  }

  async #goToField(step: number, field: string): Promise<void> {
    this.form.goTo(step, true);
    await this.#focus('titulo');
    this.#late?.focusField(this.renderRoot, field);
  }

  async #focus(onde: Foco): Promise<void> {
    if (onde !== 'titulo') await this.#load();
    await this.updateComplete;
    const place = this.renderRoot.querySelector<HTMLElement>(`[data-foco="${onde}"]`);
    // The heading may have had it on the step before: it is read, and scrolled to, anew.
    place?.blur();
    place?.focus();
  }
}
