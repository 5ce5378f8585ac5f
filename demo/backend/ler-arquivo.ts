import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ReadableStream, type ReadableStreamDefaultReader } from 'node:stream/web';

/** The first and the last byte that are wanted, and how many are read at once. */
interface Parte {
  start?: number;
  end?: number;
  highWaterMark?: number;
}

/**
 * The bytes of a file, or null when there is none. It is opened when its first byte is asked for: an answer that nobody reads, as that to a HEAD, holds
 * nothing open.
 */
export async function lerArquivo(caminho: string, parte: Parte = {}): Promise<ReadableStream<Uint8Array> | null> {
  if (!(await stat(caminho).catch(() => null))?.isFile()) return null;
  let leitor: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        leitor ??= (Readable.toWeb(createReadStream(caminho, parte)) as ReadableStream<Uint8Array>).getReader();
        const { done, value } = await leitor.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (why) => leitor?.cancel(why),
    },
    { highWaterMark: 0 },
  );
}
