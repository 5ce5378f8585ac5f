import type { ReactiveController } from 'lit';
import { BackendError, type Booking } from '../adapters/ports.ts';
import type { Caso } from '../contract/caso.ts';
import { mudancaStart, mudancaStep, type EnvioMudanca, type MudancaEvent, type MudancaState } from './mudanca.machine.ts';
import type { TrackerHost } from './tracker.controller.ts';

export interface MudancaSpec {
  /** Absolute address of the backend, or null. */
  backendUrl(): string | null;
  /** The case on the screen, or null. */
  caso(): Caso | null;
  /** The case as it is now. */
  onCase(caso: Caso): void;
  onDone(acao: 'cancelar' | 'remarcar', caso: Caso): void;
  onFocus(onde: 'mudanca' | 'vagas' | 'caso'): void;
}

/** Name of the refusal of a slot that somebody else has. */
const TOMADA = /\bvaga-indisponivel$/;

/** Moves an appointment or gives it back, through the backend. The meaning is in `mudanca.machine.ts`. */
export class MudancaController implements ReactiveController {
  state: MudancaState = mudancaStart();
  readonly #host: TrackerHost;
  readonly #spec: MudancaSpec;
  #protocolo: string | null = null;

  constructor(host: TrackerHost, spec: MudancaSpec) {
    this.#host = host;
    this.#spec = spec;
    host.addController(this);
  }

  /** Another case, or none, has nothing under way. */
  hostUpdate(): void {
    const protocolo = this.#spec.caso()?.protocolo ?? null;
    if (protocolo !== this.#protocolo && this.#protocolo !== null) this.state = mudancaStep(this.state, { type: 'reset' }).state;
    this.#protocolo = protocolo;
  }

  confirm(): void {
    this.send({ type: 'confirm', chave: this.#host.ports.random(16).join('-') });
  }

  send(event: MudancaEvent): void {
    const before = this.state;
    const { state, effects } = mudancaStep(before, event);
    this.state = state;
    if (state !== before) this.#host.requestUpdate();
    for (const effect of effects) {
      if (effect.kind === 'load') void this.#load(effect.op);
      else if (effect.kind === 'send') void this.#act(effect.op, effect.envio);
      else this.#spec.onFocus(effect.onde);
    }
  }

  #booking(): Promise<Booking> {
    const url = this.#spec.backendUrl();
    return url ? this.#host.ports.booking(url) : Promise.reject(new BackendError('servidor', 'no backend'));
  }

  async #load(op: number): Promise<void> {
    try {
      const agenda = await (await this.#booking()).agenda(this.#spec.caso()?.agendamento?.unidadeId ?? '', {});
      this.send({ type: 'agenda', op, agenda });
    } catch (error) {
      this.#failed(op, error);
    }
  }

  async #act(op: number, { corpo, chave }: EnvioMudanca): Promise<void> {
    const caso = this.#spec.caso();
    if (!caso) return;
    try {
      const after = await (await this.#booking()).mudar(caso.protocolo, caso.token.valor, corpo, { idempotencyKey: chave });
      if (this.#spec.caso()?.protocolo === after.protocolo) this.#spec.onCase(after);
      this.send({ type: 'sent', op });
      this.#spec.onDone(corpo.acao, after);
    } catch (error) {
      this.#failed(op, error);
    }
  }

  #failed(op: number, error: unknown): void {
    const known = error instanceof BackendError ? error : null;
    if (known?.kind !== 'recusa') return this.send({ type: 'fault', op, motivo: known?.kind === 'servidor' ? 'servidor' : 'rede' });
    const { problem } = known;
    const texto = problem?.detail ?? problem?.title ?? '';
    if (problem?.status === 401) this.send({ type: 'expired', op });
    else this.send({ type: TOMADA.test(problem?.type ?? '') ? 'gone' : 'refused', op, texto });
  }
}
