import { solveChallenge } from 'altcha-lib/v1';
import type { Desafio } from '../../contract/desafio.ts';
import { after } from '../after.ts';
import { createHttpClient, type HttpBackendPorts } from '../backend/client.ts';
import { BackendError } from '../ports.ts';

/** Numbers tried before the page gets its turn: some milliseconds on a slow phone. */
const FATIA = 200;
/** The person is told when the work takes longer than this after they asked to send, in milliseconds. */
const DEMORA_MS = 3_000;
/** A solution that ends this soon is not used any more, in milliseconds. */
const FOLGA_MS = 60_000;

/** The work of one form. */
export interface Prova {
  /** Someone is waiting for the work, and has been for a while. */
  readonly demora: boolean;
  /** Begins, if it has not: while the person still reads. A failure is left for when it matters. */
  comecar(): void;
  /**
   * Sends with a solution. A challenge that ended, or that the server does not take, is replaced by another once, and the person notices nothing.
   * @param send gets the header's value; nothing when the server asks for none
   */
  com<T>(send: (altcha: string | undefined) => Promise<T>): Promise<T>;
}

interface Solucao {
  /** Value of the header. */
  valor: string | undefined;
  /** Epoch milliseconds. */
  expira: number;
}

const isDesafio = (value: unknown): value is Desafio => {
  const { algorithm, challenge, salt, signature } = (value ?? {}) as Record<string, unknown>;
  return [algorithm, challenge, salt, signature].every((part) => typeof part === 'string' && part !== '');
};

/** Lets the page paint and hear the keyboard; work of the lowest priority where the browser knows priorities. */
function vez(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?(task: () => void, options: { priority: 'background' }): Promise<void> } };
  if (scheduler?.postTask) return scheduler.postTask(() => undefined, { priority: 'background' });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/**
 * Looks for the number, slice by slice on this thread: a worker would need the kit on the page's own origin, or a policy that lets `blob:` in.
 * @returns null when there is none up to `max`
 */
export async function resolver({ algorithm, challenge, salt }: Desafio, max: number): Promise<number | null> {
  for (let start = 0; start <= max; start += FATIA) {
    const found = await solveChallenge(challenge, salt, algorithm, Math.min(start + FATIA - 1, max), start).promise;
    if (found) return found.number;
    await vez();
  }
  return null;
}

/**
 * Proof of work against robots (ALTCHA), from the court's own backend: no third party, no puzzle.
 * @param url address of the backend
 * @param onChange the work began to take long, or does no more
 */
export function createProva(url: string, ports: HttpBackendPorts, onChange: () => void): Prova {
  const { send, json } = createHttpClient(url, ports);
  const { clock } = ports;
  let pendente: Promise<Solucao> | undefined;
  let demora = false;

  async function fazer(): Promise<Solucao> {
    const text = await send('desafio', { method: 'GET' });
    // A server that was not told to ask for it.
    if (text === null) return { valor: undefined, expira: Infinity };
    const desafio = json('desafio', text);
    if (!isDesafio(desafio)) throw new BackendError('servidor', 'desafio: contract');
    const number = await resolver(desafio, desafio.maxnumber ?? 1_000_000);
    if (number === null) throw new BackendError('servidor', 'desafio: no solution');
    const { algorithm, challenge, salt, signature } = desafio;
    const expires = Number(/[?&]expires=(\d+)/.exec(salt)?.[1]);
    return { valor: btoa(JSON.stringify({ algorithm, challenge, number, salt, signature })), expira: expires ? expires * 1000 : Infinity };
  }

  const comecar = (): Promise<Solucao> => {
    if (!pendente) {
      const one = fazer();
      pendente = one;
      one.catch(() => {
        if (pendente === one) pendente = undefined;
      });
    }
    return pendente;
  };

  const avisar = (now: boolean): void => {
    if (now === demora) return;
    demora = now;
    onChange();
  };

  async function solucao(): Promise<string | undefined> {
    const stop = after(clock, DEMORA_MS, () => avisar(true));
    try {
      const first = await comecar();
      if (first.expira - clock.now() > FOLGA_MS) return first.valor;
      pendente = undefined;
      return (await comecar()).valor;
    } finally {
      stop();
      avisar(false);
    }
  }

  return {
    get demora() {
      return demora;
    },
    comecar: () => void comecar().catch(() => undefined),
    async com(send) {
      try {
        const done = await send(await solucao());
        pendente = undefined;
        return done;
      } catch (error) {
        if (!(error instanceof BackendError) || !/:desafio-(invalido|vencido)$/.test(error.problem?.type ?? '')) throw error;
        pendente = undefined;
        return await send(await solucao());
      }
    },
  };
}
