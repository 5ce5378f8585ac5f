import type { ReactiveControllerHost } from 'lit';
import { BackendError } from '../adapters/ports.ts';

/** How a download stands; nothing when it was never asked for. `vencido`: the token ran out. */
export type Baixa = 'baixando' | 'feito' | 'falhou' | 'vencido';

/** Downloads of one element, each by its name: one at a time for each name, whatever is pressed. */
export class DownloadsController {
  readonly #host: ReactiveControllerHost;
  readonly #baixas = new Map<string, Baixa>();

  /** How the one that changed last stands, to be announced. */
  ultima: Baixa | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** How the download of this name stands. */
  estado(nome: string): Baixa | undefined {
    return this.#baixas.get(nome);
  }

  /** Runs a download. Failing is told in place, and pressing again tries again. */
  async run(nome: string, job: () => Promise<void>): Promise<void> {
    if (this.estado(nome) === 'baixando') return;
    this.#set(nome, 'baixando');
    try {
      await job();
      this.#set(nome, 'feito');
    } catch (error) {
      this.#set(nome, error instanceof BackendError && error.problem?.status === 401 ? 'vencido' : 'falhou');
    }
  }

  #set(nome: string, baixa: Baixa): void {
    this.#baixas.set(nome, baixa);
    this.ultima = baixa;
    this.#host.requestUpdate();
  }
}
