import { setTimeout } from 'node:timers/promises';
import type { Context } from 'hono';
import { ProblemError } from '../problems.ts';
import type { Avisos } from './tipos.ts';

/** Changes that come together are one reading: this long after the first of them, in milliseconds. */
const JUNTAR_MS = 150;

const CABECALHOS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would hold the events back.
  'X-Accel-Buffering': 'no',
};

/** Events that may wait for a client that does not read: it is cut off then, and comes back. */
const MAX_PARADOS = 64;

/** A sign of life at least this often, in milliseconds: proxies cut streams that are silent for a minute. */
export const VIVO_MS = 15_000;

export interface Transmissao {
  avisos: Avisos;
  /** Only notices of this unit are of interest. */
  unidadeId: string;
  /** The value of now, as JSON. */
  ler(): Promise<string>;
  /** Called with each sign of life; false ends the stream. */
  segue(): Promise<boolean>;
  /** Told of what could not be read; the stream goes on. */
  falhou(error: unknown): void;
}

/**
 * Server-sent events of one value: at once, then whenever it changes, with a sign of life in between. Notices that come while one is read are one more
 * reading, however many they are; a value that has not changed is not sent again.
 * @throws what the first reading throws, so that a refusal is an answer and not a stream
 */
export async function transmitir(c: Context, { avisos, unidadeId, ler, segue, falhou }: Transmissao): Promise<Response> {
  if (c.req.method === 'HEAD') {
    await ler();
    return c.body(null, 200, CABECALHOS);
  }
  let sujo = false;
  let acordar = (): void => undefined;
  const mudou = (): void => {
    sujo = true;
    acordar();
  };
  // Heard before it is read: what changes in between is read again.
  const calar = avisos.ouvir((unidade) => unidade === unidadeId && mudou(), mudou);
  let ultimo: string;
  try {
    ultimo = await ler();
  } catch (error) {
    calar();
    throw error;
  }

  const bytes = new TextEncoder();
  let aberta = true;
  let pulso: NodeJS.Timeout | undefined;
  const parar = (): void => {
    aberta = false;
    clearInterval(pulso);
    calar();
    avisos.fim.removeEventListener('abort', parar);
    acordar();
  };
  let bateu = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const enviar = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -MAX_PARADOS) return parar();
        controller.enqueue(bytes.encode(text));
      };
      enviar(`data: ${ultimo}\n\n`);
      pulso = setInterval(() => {
        bateu = true;
        mudou();
      }, VIVO_MS);
      pulso.unref();
      avisos.fim.addEventListener('abort', parar, { once: true });
      if (avisos.fim.aborted) parar();
      const andar = async (): Promise<void> => {
        while (aberta) {
          if (!sujo) await new Promise<void>((resolve) => (acordar = resolve));
          if (!aberta) break;
          if (!bateu) await setTimeout(JUNTAR_MS, undefined, { ref: false });
          if (!aberta) break;
          sujo = false;
          try {
            if (bateu) {
              bateu = false;
              enviar(': vivo\n\n');
              if (!(await segue())) break;
            }
            const valor = await ler();
            if (aberta && valor !== ultimo) enviar(`data: ${(ultimo = valor)}\n\n`);
          } catch (error) {
            // What is followed is not this reader's any more: who asks again is told why.
            if (error instanceof ProblemError) break;
            // The database blinked, or the reader is gone: the next sign of life tries again.
            if (aberta) falhou(error);
          }
        }
        parar();
        try {
          controller.close();
        } catch {
          // Cancelled by the reader.
        }
      };
      void andar();
    },
    cancel: parar,
  });
  c.req.raw.signal.addEventListener('abort', parar);
  return c.body(body, 200, CABECALHOS);
}
