import type { ReactiveController } from 'lit';
import { after } from '../adapters/after.ts';
import { BackendError, type AcaoNoCaso, type CaseActions } from '../adapters/ports.ts';
import type { AcaoCidadao, Caso } from '../contract/caso.ts';
import type { FieldError } from '../contract/problem.ts';
import type { Mascara } from '../domain/documents/format.ts';
import { locate, SIM, type Values } from '../domain/form/fields.ts';
import { lerChave } from '../domain/protocol/leitura.ts';
import { camposDoAto, cifrarAto, corpoDoAto } from './case-acts.body.ts';
import { guardaRascunho, guardarRascunho, lerRascunho, vazio, type AtosGuardados } from './case-acts.draft.ts';
import { atosStart, atosStep, type AtosEffect, type AtosEvent, type AtosFocus, type AtosState, type EnvioAto, type FalhaChave } from './case-acts.machine.ts';
import { claimName, releaseName } from './claim-name.ts';
import type { FormError } from './form.machine.ts';
import type { TrackerHost } from './tracker.controller.ts';

export interface CaseActsSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  /** The case on the screen, or null. */
  caso(): Caso | null;
  /** The clock says that the token has run out. */
  expirado(): boolean;
  /** The case as it is now. */
  onCase(caso: Caso): void;
  onDone(ato: AcaoCidadao, caso: Caso): void;
  onFocus(onde: AtosFocus): void;
  onHistory(para: 'ato' | 'caso'): void;
}

const SAVE_AFTER_MS = 400;

/** Runs what a person does on their case: checks, encryption, sending, the key asked again, drafts. The meaning is in `case-acts.machine.ts`. */
export class CaseActsController implements ReactiveController {
  state: AtosState = atosStart();
  readonly #host: TrackerHost;
  readonly #spec: CaseActsSpec;
  /** Texts of the cases that this page has shown, by protocol: memory alone. */
  readonly #outros = new Map<string, AtosGuardados>();
  #caso: Caso | null = null;
  /** Name of the draft on the device. */
  #name: string | null = null;
  /** Token that was given since the case came up. A clock that runs ahead would call it old at once, for ever: of this one the backend is asked. */
  #novo: string | null = null;
  #abort: AbortController | undefined;
  #format: ((mascara: Mascara, value: string) => string) | undefined;
  #cancelSave: (() => void) | undefined;
  #guarded = false;
  readonly #online = (): void => this.send({ type: 'online' });
  readonly #leaving = (): void => this.#saveNow();
  readonly #guard = (event: Event): void => event.preventDefault();

  constructor(host: TrackerHost, spec: CaseActsSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  /** The act under way, or null. */
  get ato(): AcaoCidadao | null {
    return 'ato' in this.state ? this.state.ato : null;
  }

  /** Something was written for an act and not sent. */
  comecado(ato: AcaoCidadao): boolean {
    return Object.values(this.state.textos[ato] ?? {}).some((text) => text.trim());
  }

  value(field: string): string {
    return this.ato ? (this.state.textos[this.ato]?.[field] ?? '') : '';
  }

  checked(field: string): boolean {
    return this.value(field) === SIM;
  }

  error(field: string): FormError | undefined {
    return 'erros' in this.state ? this.state.erros.find((error) => error.field === field) : undefined;
  }

  input(field: string, value: string): void {
    this.send({ type: 'input', field, value });
  }

  /** The person left a field: punctuates a document. Nothing happens when the formatter is not there yet. */
  leave(field: string, mascara: Mascara | undefined): void {
    if (mascara && this.#format) this.input(field, this.#format(mascara, this.value(field)));
  }

  open(ato: AcaoCidadao, valores?: Values): void {
    this.send({ type: 'open', ato, ...(valores ? { valores } : {}) });
    this.#warm(ato);
  }

  renew(): void {
    if (this.state.kind !== 'expired') return;
    const lida = lerChave(this.state.chave);
    this.send({ type: 'renew', lida: lida.falha === null ? { valor: lida.valor } : { falha: lida.falha as 'obrigatorio' | 'chave-invalida' } });
  }

  send(event: AtosEvent): void {
    const before = this.state;
    const { state, effects } = atosStep(before, event);
    this.state = state;
    if (state !== before) this.#host.requestUpdate();
    if (before.kind === 'renewing' && state.op !== before.op) this.#abort?.abort();
    for (const effect of effects) this.#run(effect);
    this.#setGuard();
  }

  hostConnected(): void {
    this.#listen('addEventListener');
    if (this.#caso) this.#claim(this.#caso.protocolo);
    this.#setGuard();
  }

  hostDisconnected(): void {
    this.#saveNow();
    this.#listen('removeEventListener');
    this.#setGuard(false);
    this.#release();
  }

  /** Another case on the screen brings its own texts; the same one again, those that are there. */
  hostUpdate(): void {
    const caso = this.#spec.caso();
    // Thanks are for who did it, not for who opens the case again.
    if (!caso && this.state.kind === 'idle' && this.state.feito) this.state = { ...this.state, feito: null };
    if (!caso || caso === this.#caso) return;
    if (caso.protocolo === this.#caso?.protocolo) {
      this.#caso = caso;
      return;
    }
    this.#saveNow();
    if (this.#caso) this.#outros.set(this.#caso.protocolo, this.state);
    this.#caso = caso;
    this.#abort?.abort();
    this.state = { ...atosStart(), op: this.state.op + 1 };
    this.#release();
    this.#claim(caso.protocolo);
    const left = this.#outros.get(caso.protocolo) ?? (this.#name && guardaRascunho(caso) ? lerRascunho(this.#host.ports.drafts, this.#name) : null);
    if (left) this.state = atosStep(this.state, { type: 'restore', textos: left.textos, envios: left.envios }).state;
    this.#setGuard();
  }

  #claim(protocolo: string): void {
    this.#name ??= claimName(`caso:${protocolo}`);
  }

  #release(): void {
    if (this.#name) releaseName(this.#name);
    this.#name = null;
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    globalThis[how]('online', this.#online);
    globalThis[how]('pagehide', this.#leaving);
    document[how]('visibilitychange', this.#leaving);
  }

  #run(effect: AtosEffect): void {
    switch (effect.kind) {
      case 'check':
        void this.#check(effect.op, effect.ato);
        return;
      case 'send':
        void this.#act(effect.op, effect.ato, effect.envio);
        return;
      case 'renew':
        void this.#renew(effect.op, effect.chave);
        return;
      case 'save':
        if (this.state.kind === 'sending' || this.state.kind === 'idle') this.#saveNow(true);
        else this.#cancelSave ??= after(this.#host.ports.clock, SAVE_AFTER_MS, () => this.#saveNow());
        return;
      case 'history':
        this.#spec.onHistory(effect.para);
        return;
      case 'done':
        if (this.#caso) this.#spec.onDone(effect.ato, this.#caso);
        return;
      case 'focus':
        this.#spec.onFocus(effect.onde);
    }
  }

  #saveNow(always = false): void {
    if (!this.#cancelSave && !always) return;
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    if (this.#name && this.#caso && guardaRascunho(this.#caso)) guardarRascunho(this.#host.ports.drafts, this.#name, this.state);
  }

  /** Asks before the page is left, only while leaving would lose what may not be kept. */
  #setGuard(wanted = this.#host.isConnected && this.#caso !== null && !guardaRascunho(this.#caso) && !vazio(this.state)): void {
    if (wanted === this.#guarded) return;
    this.#guarded = wanted;
    globalThis[wanted ? 'addEventListener' : 'removeEventListener']('beforeunload', this.#guard);
  }

  /** Asks for what the act will need, while there is network. What fails is asked for again when it is needed. */
  #warm(ato: AcaoCidadao): void {
    const quiet = (load: Promise<unknown>): void => void load.catch(() => undefined);
    quiet(import('../contract/check-acoes.ts'));
    quiet(this.#actions());
    if (this.#caso?.chaveAge) quiet(import('../adapters/cifra/age.ts'));
    if (ato === 'identificar') quiet(import('../domain/documents/format.ts').then(({ formatDocument }) => (this.#format = formatDocument)));
  }

  #actions(): Promise<CaseActions> {
    const url = this.#spec.backendUrl();
    return url ? this.#host.ports.caseActions(url) : Promise.reject(new BackendError('servidor', 'no backend'));
  }

  #place(errors: readonly FieldError[], ato: AcaoCidadao): FormError[] {
    const fields = camposDoAto(ato, this.state.textos[ato] ?? {});
    return errors.map((error) => ({ ...error, ...locate(error.pointer, [fields]) }));
  }

  async #check(op: number, ato: AcaoCidadao): Promise<void> {
    const caso = this.#caso;
    if (!caso) return;
    const acao = corpoDoAto(ato, this.state.textos[ato] ?? {}, caso);
    const de = JSON.stringify(acao);
    // Where the check cannot be loaded nobody is stopped by that: the backend checks with the same schema and its errors land here too.
    const check = await import('../contract/check-acoes.ts').then(({ checkAcao }) => checkAcao[acao.acao], () => null);
    const erros = this.#place(check?.(acao.corpo) ?? [], ato);
    try {
      const corpo = erros.length === 0 && this.state.envios[ato]?.de !== de ? await this.#body(acao, caso) : de;
      this.send({ type: 'checked', op, erros, envio: { de, corpo, chave: this.#host.ports.random(16).join('-') } });
    } catch {
      // Without the encryption nothing leaves.
      this.send({ type: 'fault', op, motivo: 'rede', espera: null, semRede: !navigator.onLine });
    }
  }

  /** The body as it travels: encrypted when the case has a key to encrypt to. */
  async #body(acao: AcaoNoCaso, { chaveAge }: Caso): Promise<string> {
    if (!chaveAge || acao.acao !== 'complementos') return JSON.stringify(acao);
    const { cifrarTexto } = await import('../adapters/cifra/age.ts');
    return JSON.stringify(cifrarAto(acao, await cifrarTexto(acao.corpo.texto ?? '', chaveAge)));
  }

  async #act(op: number, ato: AcaoCidadao, envio: EnvioAto): Promise<void> {
    const caso = this.#caso;
    if (!caso) return;
    if (this.#spec.expirado() && caso.token.valor !== this.#novo) return this.send({ type: 'expired', op });
    try {
      const after = await (await this.#actions()).agir(caso.protocolo, caso.token.valor, JSON.parse(envio.corpo) as AcaoNoCaso, { idempotencyKey: envio.chave });
      if (this.#caso?.protocolo !== caso.protocolo) return;
      this.#take(after);
      this.send({ type: 'sent', op });
    } catch (error) {
      this.#failed(op, ato, error);
    }
  }

  /** The case as it is now, with a new token. */
  #take(caso: Caso): void {
    this.#caso = caso;
    this.#novo = caso.token.valor;
    this.#spec.onCase(caso);
  }

  #failed(op: number, ato: AcaoCidadao, error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind !== 'recusa') return this.send({ type: 'fault', op, motivo: known && known.kind !== 'rede' ? 'servidor' : 'rede', espera: null, semRede: !navigator.onLine });
    const { problem, retryAfterMs } = known;
    if (problem?.status === 401) return this.send({ type: 'expired', op });
    if (problem?.status === 429) return this.send({ type: 'fault', op, motivo: 'muitas', espera: retryAfterMs, semRede: false });
    this.send({ type: 'refused', op, texto: problem?.detail ?? problem?.title ?? '', erros: this.#place(problem?.errors ?? [], ato) });
  }

  async #renew(op: number, chave: string): Promise<void> {
    const url = this.#spec.backendUrl();
    const protocolo = this.#caso?.protocolo;
    this.#abort = new AbortController();
    try {
      if (!url || !protocolo) throw new BackendError('servidor', 'no backend');
      const caso = await (await this.#host.ports.backend(url)).consultar({ protocolo, chave }, { signal: this.#abort.signal });
      if (this.state.op !== op) return;
      this.#take(caso);
      this.send({ type: 'renewed', op });
    } catch (error) {
      this.send({ type: 'key-refused', op, falha: this.#whyKey(error) });
    }
  }

  #whyKey(error: unknown): FalhaChave {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind !== 'recusa') return known?.kind === 'servidor' ? 'servidor' : 'rede';
    const status = known.problem?.status;
    return status === 404 ? 'nao-encontrado' : status === 429 ? 'muitas' : status === 422 ? 'chave-invalida' : 'servidor';
  }
}
