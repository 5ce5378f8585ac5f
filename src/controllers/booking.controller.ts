import { after } from '../adapters/after.ts';
import { BackendError, type CreateOptions, type Ports } from '../adapters/ports.ts';
import type { AgendamentoInput, MensagemInput } from '../contract/agenda.ts';
import type { Comprovante } from '../contract/caso.ts';
import { detailOf } from '../contract/errors.ts';
import type { FieldError } from '../contract/problem.ts';
import { camposReserva, campoDoErro, conferirReserva, corpoReserva, type TipoReserva } from '../domain/agenda/reserva.ts';
import type { Mascara } from '../domain/documents/format.ts';
import { SIM } from '../domain/form/fields.ts';
import { claimName, releaseName } from './claim-name.ts';
import { aceitaTexto, reservaStart, reservaStep, type EnvioReserva, type ReservaEffect, type ReservaEvent, type ReservaFocus, type ReservaState } from './booking.machine.ts';
import type { FormError } from './form.machine.ts';

/** What a message or an appointment takes from the counter it is in. Read at each use: the counter may change. */
export interface BookingSpec {
  tipo: TipoReserva;
  ports: Ports;
  backendUrl(): string | null;
  unidadeId(): string;
  /** What was typed, whichever way the person came; written to. */
  valores(): Record<string, string>;
  /** Keeps what was typed for a reload. */
  gravar(): void;
  /** Version of the court's privacy terms. */
  termos(): string | undefined;
  /** The court asks for work against robots. */
  protecao(): boolean;
  update(): void;
  onFocus(onde: ReservaFocus): void;
  /** The answer is there: what was sent, with its receipt, before it is shown. */
  onSent?(recibo: Comprovante, corpo: MensagemInput | AgendamentoInput): void;
}

/** The work is shown when it takes longer than this, in milliseconds. */
const DEMORA_MS = 3_000;

/** A short name of a text, to know it again without keeping it (FNV-1a, 53 bits of two runs). */
function marca(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** Runs a message or an appointment: slots, checks, sending with one key for each wish. The meaning is in `booking.machine.ts`. */
export class BookingController {
  state: ReservaState = reservaStart();
  /** The answer is taking long. */
  demora = false;
  readonly #spec: BookingSpec;
  readonly #abort = new AbortController();
  readonly #name: string;
  /** The wish of an earlier visit of this page that got no answer: its mark and its key. */
  #antes: { marca: string; chave: string } | null = null;
  #format: typeof import('../domain/documents/format.ts').formatDocument | undefined;
  #prova: Promise<import('../adapters/captcha/altcha.ts').Prova> | undefined;
  #cancelDemora: (() => void) | undefined;

  constructor(spec: BookingSpec) {
    this.#spec = spec;
    this.#name = claimName(`balcao:${spec.tipo}:${spec.unidadeId()}`);
    const left = spec.ports.drafts.load(this.#name) as { marca?: unknown; chave?: unknown } | null | undefined;
    if (typeof left?.marca === 'string' && typeof left.chave === 'string') {
      this.#antes = { marca: left.marca, chave: left.chave };
      const corpo = this.#corpo();
      if (marca(corpo) === left.marca) this.state = reservaStep(this.state, { type: 'restore', envio: { corpo, chave: left.chave } }).state;
    }
    globalThis.addEventListener('online', this.#online);
  }

  /** Lets go of the network and of the page. What was typed stays with the counter. */
  soltar(): void {
    this.#abort.abort();
    this.#cancelDemora?.();
    globalThis.removeEventListener('online', this.#online);
    releaseName(this.#name);
  }

  value(field: string): string {
    return this.#spec.valores()[field] ?? '';
  }

  checked(field: string): boolean {
    return this.value(field) === SIM;
  }

  error(field: string): FormError | undefined {
    return 'erros' in this.state ? this.state.erros.find((error) => error.field === field) : undefined;
  }

  input(field: string, value: string): void {
    if (!aceitaTexto(this.state) || this.value(field) === value) return;
    const values = this.#spec.valores();
    values[field] = value;
    // The name is asked once: it goes along into the identification, and back.
    const [from, to] = value === SIM ? ['/nome', '/identificacao/nome'] : ['/identificacao/nome', '/nome'];
    if (field === '/sigilo' && !values[to] && values[from]) values[to] = values[from];
    this.#spec.gravar();
    this.send({ type: 'input', field });
    this.#warm();
    this.#spec.update();
  }

  /** The person left a field: punctuates a document, late when the formatter is, unless they went on meanwhile. */
  leave(field: string, mascara: Mascara | undefined): void {
    if (!mascara) return;
    const left = this.value(field);
    if (this.#format) this.input(field, this.#format(mascara, left));
    else void this.#loadFormat?.then((format) => format && this.state.kind === 'filling' && this.value(field) === left && this.leave(field, mascara));
  }

  send(event: ReservaEvent): void {
    const before = this.state;
    const { state, effects } = reservaStep(before, event);
    this.state = state;
    for (const effect of effects) this.#run(effect);
    if (state !== before) this.#spec.update();
  }

  /** Shows what the backend refused elsewhere. */
  recusar(errors: readonly FieldError[]): void {
    this.send({ type: 'show-errors', erros: this.#place(errors) });
  }

  readonly #online = (): void => this.send({ type: 'online' });

  /** What sending needs, asked for while there is network. */
  #warm(): void {
    this.#loadFormat ??= import('../domain/documents/format.ts').then(
      ({ formatDocument }) => (this.#format = formatDocument),
      () => (this.#loadFormat = undefined),
    );
    if (this.#spec.protecao()) void this.#work()?.then((prova) => prova.comecar(), () => undefined);
  }
  #loadFormat: Promise<unknown> | undefined;

  #run(effect: ReservaEffect): void {
    switch (effect.kind) {
      case 'load-agenda':
        return void this.#loadAgenda(effect.op);
      case 'check':
        return this.#check(effect.op);
      case 'send':
        return void this.#submit(effect.op, effect.envio);
      case 'keep':
        return this.#keep(effect.envio);
      case 'unchoose':
        delete this.#spec.valores()['/inicio'];
        return this.#spec.gravar();
      case 'focus':
        return this.#spec.onFocus(effect.onde);
    }
  }

  /** The key outlives a reload, with a mark of what it is for; under sigilo nothing is left on the device. */
  #keep(envio: EnvioReserva | null): void {
    this.#antes = null;
    const { drafts } = this.#spec.ports;
    if (envio && !this.checked('/sigilo')) drafts.save(this.#name, { marca: marca(envio.corpo), chave: envio.chave });
    else drafts.clear(this.#name);
  }

  async #booking(): Promise<import('../adapters/ports.ts').Booking> {
    const url = this.#spec.backendUrl();
    if (!url) throw new BackendError('servidor', 'no backend');
    // Code of the client that does not come is a failure of the network.
    return this.#spec.ports.booking(url).catch((error: unknown) => Promise.reject(error instanceof BackendError ? error : new BackendError('rede', 'booking: code')));
  }

  async #loadAgenda(op: number): Promise<void> {
    try {
      const booking = await this.#booking();
      const agenda = await booking.agenda(this.#spec.unidadeId(), {}, { signal: this.#abort.signal });
      this.send({ type: 'agenda', op, agenda, inicio: this.value('/inicio') });
    } catch (error) {
      const known = error instanceof BackendError ? error : null;
      if (known?.kind === 'cancelado') return;
      const motivo = known?.kind === 'recusa' && known.problem?.status !== 429 ? 'recusada' : known?.kind === 'rede' ? 'rede' : 'servidor';
      this.send({ type: 'agenda-fault', op, motivo, texto: known?.problem?.detail ?? '' });
    }
  }

  #check(op: number): void {
    const corpo = this.#corpo();
    const again = this.#antes?.marca === marca(corpo) ? this.#antes.chave : null;
    this.send({ type: 'checked', op, erros: this.#place(conferirReserva(this.#spec.tipo, this.#spec.valores())), corpo, novaChave: again ?? this.#spec.ports.random(16).join('-') });
  }

  #corpo(): string {
    const { tipo, unidadeId, termos, valores } = this.#spec;
    return JSON.stringify(corpoReserva(tipo, unidadeId(), valores(), termos()));
  }

  /** Each error on its field, in the order of the screen, one for each. */
  #place(errors: readonly FieldError[]): FormError[] {
    const values = this.#spec.valores();
    const fields = camposReserva(this.#spec.tipo, values);
    const placed = errors.map((error) => ({ ...error, detail: error.detail || detailOf(error.code), step: 0, field: campoDoErro(this.#spec.tipo, error.pointer, values) }));
    const order = ({ field }: FormError): number => (field === null ? fields.length : fields.indexOf(field));
    return placed.filter(({ field }, index) => field === null || placed.findIndex((other) => other.field === field) === index).sort((a, b) => order(a) - order(b));
  }

  #work(): Promise<import('../adapters/captcha/altcha.ts').Prova> | undefined {
    const url = this.#spec.backendUrl();
    if (!url) return undefined;
    this.#prova ??= import('../adapters/captcha/altcha.ts').then(({ createProva }) => createProva(url, this.#spec.ports, () => this.#spec.update()));
    this.#prova.catch(() => (this.#prova = undefined));
    return this.#prova;
  }

  async #submit(op: number, envio: EnvioReserva): Promise<void> {
    this.#cancelDemora?.();
    this.demora = false;
    this.#cancelDemora = after(this.#spec.ports.clock, DEMORA_MS, () => {
      this.demora = true;
      this.#spec.update();
    });
    try {
      const booking = await this.#booking();
      const body = JSON.parse(envio.corpo) as MensagemInput & AgendamentoInput;
      const options: CreateOptions = { idempotencyKey: envio.chave, signal: this.#abort.signal };
      const once = (altcha?: string): Promise<Comprovante> =>
        this.#spec.tipo === 'mensagem' ? booking.enviarMensagem(body, { ...options, altcha }) : booking.agendar(body, { ...options, altcha });
      const prova = this.#spec.protecao() ? await this.#work() : undefined;
      const recibo = await (prova ? prova.com(once) : once());
      this.#spec.onSent?.(recibo, body);
      this.send({ type: 'sent', op, recibo });
    } catch (error) {
      this.#failed(op, envio, error);
    } finally {
      if (this.state.op === op) this.#cancelDemora();
    }
  }

  #failed(op: number, envio: EnvioReserva, error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind === 'cancelado') return;
    if (known?.kind !== 'recusa') {
      const motivo = known && known.kind !== 'rede' ? 'servidor' : 'rede';
      return this.send({ type: 'fault', op, motivo, espera: known?.retryAfterMs ?? null, semRede: !navigator.onLine });
    }
    const { problem, retryAfterMs } = known;
    if (problem?.status === 429) return this.send({ type: 'fault', op, motivo: 'muitas', espera: retryAfterMs, semRede: false });
    const errors = problem?.errors ?? [];
    const gone = problem?.type.endsWith(':vaga-indisponivel') || (errors.length > 0 && errors.every(({ pointer }) => pointer === '/inicio'));
    if (gone && this.#spec.tipo === 'agendamento') return this.send({ type: 'taken', op, inicio: (JSON.parse(envio.corpo) as AgendamentoInput).inicio });
    this.send({ type: 'refused', op, texto: problem?.detail ?? problem?.title ?? '', erros: this.#place(errors) });
  }
}
