import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ReadableStream } from 'node:stream/web';

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
  return ReadableStream.from(bytes(caminho, parte));
}

async function* bytes(caminho: string, parte: Parte): AsyncGenerator<Uint8Array> {
  for await (const pedaco of createReadStream(caminho, parte)) yield pedaco as Uint8Array;
}
