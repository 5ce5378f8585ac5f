import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { after } from '../adapters/after.ts';
import { BackendError, type CreateOptions, type Ports } from '../adapters/ports.ts';
import type { Comprovante } from '../contract/caso.ts';
import type { FieldError } from '../contract/problem.ts';
import type { Mascara } from '../domain/documents/format.ts';
import { locate, SIM, type StepFields, type Values } from '../domain/form/fields.ts';
import { claimName, releaseName } from './claim-name.ts';
import { loadDraft, type FormDraft } from './form.draft.ts';
import { FormHistory } from './form.history.ts';
import type { FormEffect, FormError, FormEvent, FormState, FormStep } from './form.machine.ts';
import { formStart, formType } from './form.start.ts';

/** An element that has a form. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly ports: Ports;
}

/** Where the form wants the person's attention after the next render. */
export type Foco = (FormEffect & { kind: 'focus' })['onde'];

/** What makes one form different from another. Every function is asked again at each use, so it may read the element's properties. */
export interface FormSpec {
  /** Names its drafts and history entries. */
  nome(): string;
  /** Number of the last step, the one that sends. */
  last(): number;
  /** Sets the controller's machine, and loads whatever the other functions need; asked for when something more than typing happens. */
  machine(): Promise<unknown>;
  /** Fields that are shown, by step, in reading order. */
  fields(values: Values): StepFields;
  /** Body to send. */
  body(values: Values): unknown;
  /** Loads the schema's check; it brings zod, so it is asked for at the first focus. */
  schema(): Promise<(body: unknown) => readonly FieldError[]>;
  /** Sends. Rejects with `BackendError`; anything else counts as the network's fault. */
  send(body: unknown, options: CreateOptions): Promise<Comprovante>;
  /** False while the person is anonymous: nothing of theirs may stay on the device. */
  keepsDraft(values: Values): boolean;
  /** Steps in the browser's history. */
  history(): boolean;
  /** Asked once before each sending that the person starts; false stops it. */
  beforeSend?(body: unknown): boolean;
  onStep?(de: number, para: number): void;
  onReceipt?(recibo: Comprovante): void;
  /** Called when a step, a summary or a receipt has to take the focus. */
  onFocus?(onde: Foco): void;
}

const SAVE_AFTER_MS = 400;

/** Runs a form: drafts, checks, history, sending and trying again. The meaning is in `form.machine.ts`. */
export class FormController implements ReactiveController {
  state: FormState = formStart();
  /** Until it is set, the form can only be typed in. */
  machine: FormStep | undefined;
  readonly #host: FormHost;
  readonly #spec: FormSpec;
  #name: string | null = null;
  /** None out of the page: what comes late by then moves nothing of the page that came after. */
  #history: FormHistory | null = null;
  #check: Promise<(body: unknown) => readonly FieldError[]> | undefined;
  #format: ((mascara: Mascara, value: string) => string) | undefined;
  #cancelWait: (() => void) | undefined;
  #cancelSave: (() => void) | undefined;
  #guarded = false;
  #back = false;
  /** The form itself goes back in the browser's history. */
  #going = false;
  readonly #network = (): void => {
    this.#back = this.online;
    if (this.online) this.#send({ type: 'online' });
    this.#host.requestUpdate();
  };
  readonly #leaving = (): void => this.#saveNow();
  /**
   * The browser went back or forward; at an entry without a step, a part of the page that somebody went to, the form stays as it is. With the next frame the browser restores the scrolling, and gives the focus to the part that the address names: the form's comes after.
   */
  readonly #popped = (): void =>
    void requestAnimationFrame(() =>
      setTimeout(() => {
        const step = this.#history?.step ?? null;
        if (step === this.state.step) {
          if (this.#going) this.#spec.onFocus?.('titulo');
        } else if (step !== null && this.#spec.history()) this.goTo(step);
        this.#going = false;
      }),
    );
  readonly #guard = (event: Event): void => event.preventDefault();

  constructor(host: FormHost, spec: FormSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  /** False when the browser is sure that there is no network. */
  get online(): boolean {
    return navigator.onLine;
  }

  /** The network fell, the form gave up, and the network is back. */
  get voltou(): boolean {
    return this.state.kind === 'failed' && this.state.motivo === 'rede' && this.#back;
  }

  /** Name of this form on the page, unique. */
  get name(): string {
    return this.#name ?? this.#spec.nome();
  }

  value(field: string): string {
    return this.state.values[field] ?? '';
  }

  checked(field: string): boolean {
    return this.value(field) === SIM;
  }

  /** Error of a field, or of the group that it names. */
  error(field: string): FormError | undefined {
    return this.state.errors.find((error) => error.field === field && error.step === this.state.step);
  }

  /** Keeps what was typed. */
  input(field: string, value: string): void {
    this.#send({ type: 'input', field, value });
  }

  /** The person left a field: punctuates a document, late when the formatter is, unless they went on meanwhile. */
  leave(field: string, mascara: Mascara | undefined): void {
    const left = this.value(field);
    if (!mascara || !left) return;
    if (this.#format) return this.input(field, this.#format(mascara, left));
    void import('../domain/documents/format.ts').then(
      ({ formatDocument }) => {
        this.#format = formatDocument;
        if (this.state.kind === 'editing' && this.value(field) === left) this.leave(field, mascara);
      },
      // Without network it stays as it was typed, which is taken too.
      () => undefined,
    );
  }

  /** Continuar. */
  next(): void {
    this.#send({ type: 'next' });
  }

  /** To the step before. */
  back(): void {
    this.goTo(this.state.step - 1);
  }

  /** To a step that was already open; `revisando` comes back to the review after it. */
  goTo(step: number, revisando = false): void {
    this.#send({ type: 'goto', step, revisando });
  }

  submit(): void {
    this.#send({ type: 'submit' });
  }

  /** Tries again by hand, now: after giving up, or while waiting. */
  retry(): void {
    this.#send(this.state.kind === 'failed' ? { type: 'submit' } : { type: 'retry' });
  }

  /** Stops waiting to try again; everything stays. */
  cancel(): void {
    this.#send({ type: 'cancel' });
  }

  /** Erases everything, on the screen and on the device. */
  discard(): void {
    this.#send({ type: 'discard' });
  }

  /** Erases everything at once, whatever is under way: the person is leaving in a hurry. */
  wipe(): void {
    this.#cancelWait?.();
    this.#send({ type: 'wipe' });
  }

  /** A new form after a receipt. */
  reset(): void {
    this.#send({ type: 'reset' });
  }

  /** Loads what will be needed: called at the first focus. */
  warm(): void {
    void this.#loadCheck().catch(() => undefined);
  }

  hostConnected(): void {
    const { id } = this.#host;
    this.#name = claimName(id ? `${this.#spec.nome()}#${id}` : this.#spec.nome());
    this.#history = new FormHistory(this.#name);
    this.#listen('addEventListener');
    const draft = loadDraft(this.#host.ports.drafts, this.#name);
    if (draft) this.#send({ type: 'restore', values: draft.values, step: draft.step, envio: draft.envio });
    if (this.#spec.history()) this.#history.settle(this.state.step);
    // Taken out of the page while waiting: what was about to happen happens now.
    if (this.state.kind === 'retry-wait' && this.state.espera !== null) this.#send({ type: 'retry' });
    this.#setGuard();
  }

  hostDisconnected(): void {
    this.#saveNow();
    this.#cancelWait?.();
    this.#listen('removeEventListener');
    this.#history = null;
    this.#setGuard(false);
    if (this.#name) releaseName(this.#name);
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    globalThis[how]('online', this.#network);
    globalThis[how]('offline', this.#network);
    globalThis[how]('pagehide', this.#leaving);
    document[how]('visibilitychange', this.#leaving);
    globalThis[how]('popstate', this.#popped);
  }

  #send(event: FormEvent): void {
    const before = this.state;
    const next = (this.machine ?? formType)(before, event, this.#spec.last());
    if (!next) {
      // When it does not come, the host says so, and the person asks again.
      this.#spec.machine().then(() => this.machine && this.#send(event), () => undefined);
      return;
    }
    const { state, effects } = next;
    this.state = state;
    // Before the effects: the focus waits for the render that shows its place.
    if (state !== before) this.#host.requestUpdate();
    for (const effect of effects) this.#run(effect);
    this.#setGuard();
  }

  #run(effect: FormEffect): void {
    switch (effect.kind) {
      case 'check':
        void this.#checkBody(effect.op);
        return;
      case 'send':
        void this.#sendBody(effect);
        return;
      case 'wait':
        this.#cancelWait?.();
        this.#cancelWait = after(this.#host.ports.clock, effect.ms, () => this.#send({ type: 'retry' }));
        return;
      case 'save':
        this.#save();
        return;
      case 'erase':
        this.#cancelSave?.();
        this.#cancelSave = undefined;
        if (this.#name) this.#host.ports.drafts.clear(this.#name);
        return;
      case 'step':
        if (this.#spec.history()) this.#going = this.#history?.moved(effect.de, effect.para) ?? false;
        this.#spec.onStep?.(effect.de, effect.para);
        return;
      case 'focus':
        this.#spec.onFocus?.(effect.onde);
    }
  }

  /** Soon, or at once when the draft has to go: an anonymous person leaves no trace on the device. */
  #save(): void {
    if (!this.#spec.keepsDraft(this.state.values)) this.#saveNow(true);
    else this.#cancelSave ??= after(this.#host.ports.clock, SAVE_AFTER_MS, () => this.#saveNow());
  }

  #saveNow(always = false): void {
    if (!this.#cancelSave && !always) return;
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    if (!this.#name) return;
    const { values, step, envio } = this.state;
    const draft: FormDraft = { v: 1, values, step, envio };
    if (this.#spec.keepsDraft(values)) this.#host.ports.drafts.save(this.#name, draft);
    else this.#host.ports.drafts.clear(this.#name);
  }

  /** Asks before the page is left, only while leaving would lose something: text that may not be kept, or a receipt shown once. */
  #setGuard(wanted = this.#losesOnLeaving()): void {
    if (wanted === this.#guarded) return;
    this.#guarded = wanted;
    globalThis[wanted ? 'addEventListener' : 'removeEventListener']('beforeunload', this.#guard);
  }

  #losesOnLeaving(): boolean {
    const { state } = this;
    return this.#host.isConnected && state.kind !== 'sent' && !this.#spec.keepsDraft(state.values);
  }

  #loadCheck(): Promise<(body: unknown) => readonly FieldError[]> {
    if (!this.#check) {
      const check = this.#spec.schema();
      this.#check = check;
      check.catch(() => (this.#check = undefined));
    }
    return this.#check;
  }

  #place(errors: readonly FieldError[]): FormError[] {
    const steps = this.#spec.fields(this.state.values);
    const order = ({ step, field }: FormError): number => step * 1000 + (field === null ? 999 : (steps[step]?.indexOf(field) ?? 0));
    return errors.map((error) => ({ ...error, ...locate(error.pointer, steps) })).sort((a, b) => order(a) - order(b));
  }

  async #checkBody(op: number): Promise<void> {
    const body = this.#spec.body(this.state.values);
    let errors: readonly FieldError[] = [];
    try {
      errors = (await this.#loadCheck())(body);
    } catch {
      // The check could not be loaded. Nobody is stopped by that: the backend checks with the same schema and its errors land here too.
    }
    this.#send({ type: 'checked', op, errors: this.#place(errors), corpo: JSON.stringify(body), novaChave: this.#host.ports.random(16).join('-') });
  }

  async #sendBody({ op, envio, novo }: FormEffect & { kind: 'send' }): Promise<void> {
    this.#cancelWait?.();
    this.#back = false;
    const body: unknown = JSON.parse(envio.corpo);
    if (novo) {
      if (this.#spec.beforeSend && !this.#spec.beforeSend(body)) return this.#send({ type: 'vetoed', op });
      this.#saveNow();
    }
    try {
      const recibo = await this.#spec.send(body, { idempotencyKey: envio.chave });
      this.#send({ type: 'sent', op, recibo });
      if (this.state.kind === 'sent' && this.state.recibo === recibo) this.#spec.onReceipt?.(recibo);
    } catch (error) {
      this.#failed(op, error);
    }
  }

  #failed(op: number, error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    // A refusal that says when to come back (too many requests) is a wait, not a refusal.
    if (known?.kind === 'recusa' && known.retryAfterMs === null) {
      const { problem } = known;
      return this.#send({ type: 'refused', op, titulo: problem?.detail ?? problem?.title ?? '', status: problem?.status ?? 0, errors: this.#place(problem?.errors ?? []) });
    }
    const motivo = known?.kind === 'incerto' ? 'incerto' : known && known.kind !== 'rede' ? 'servidor' : 'rede';
    const acaso = (this.#host.ports.random(1)[0] ?? 0) / 256;
    this.#send({ type: 'fault', op, motivo, retryAfterMs: known?.retryAfterMs ?? null, offline: !this.online, acaso });
  }
}
