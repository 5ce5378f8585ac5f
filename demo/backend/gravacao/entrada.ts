import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { TIPOS_GRAVACAO, type VarianteGravacao } from '../../../src/contract/gravacao.ts';
import { PEDACO_BYTES } from '../../../src/domain/gravacao/pedacos.ts';
import { ProblemError } from '../problems.ts';

/** What is known of a file when its last byte went by. */
export interface Conferido {
  tipo: string;
  bytes: number;
  sha256: Buffer;
  /** SHA-256 of each piece, one after the other, 32 bytes each. */
  pedacos: Buffer;
}

/** How much of the beginning says what a file is. */
const COMECO = 4100;

/** Kinds that `file-type` names in another way. */
const SINONIMOS: Readonly<Record<string, string>> = { 'audio/x-m4a': 'audio/mp4', 'audio/vnd.wave': 'audio/wav', 'audio/x-wav': 'audio/wav', 'audio/wave': 'audio/wav', 'audio/opus': 'audio/ogg', 'application/ogg': 'audio/ogg', 'video/x-m4v': 'video/mp4', 'video/quicktime': 'video/mp4' };

/** Kind of a file by how it begins, or null when it is none that this variant takes. Its name and what the sender says of it are not looked at. */
async function tipoDe(comeco: Uint8Array, variante: VarianteGravacao): Promise<string | null> {
  if (variante === 'legendas') return /^(?:\uFEFF)?WEBVTT(?:[ \t\r\n]|$)/.test(new TextDecoder().decode(comeco)) ? 'text/vtt' : null;
  const mime = (await fileTypeFromBuffer(comeco))?.mime.split(';')[0]?.trim() ?? '';
  const tipo = SINONIMOS[mime] ?? mime;
  const aceitos: readonly string[] = TIPOS_GRAVACAO[variante];
  if (aceitos.includes(tipo)) return tipo;
  // The container is the same with and without a picture.
  const som = tipo.replace(/^video\/(mp4|webm)$/, 'audio/$1');
  return variante === 'audio' && aceitos.includes(som) ? som : null;
}

/**
 * Looks at the bytes of a recording while they go by: what it is, how much, and its sums. Holds the beginning alone.
 * @param limite most bytes that are taken
 * @returns the bytes as they came, and, after the last of them, what was found
 * @throws ProblemError on the way: `gravacao-tipo`, `gravacao-grande`, `anexo-vazio`
 */
export function passarPor(corpo: AsyncIterable<Uint8Array>, variante: VarianteGravacao, limite: number): { bytes: AsyncGenerator<Uint8Array>; conferido(): Conferido } {
  const inteiro = createHash('sha256');
  let pedaco = createHash('sha256');
  const pedacos: Buffer[] = [];
  let noPedaco = 0;
  let total = 0;
  let comeco: Uint8Array[] | null = [];
  let lido = 0;
  let achado: Conferido | undefined;
  let tipo = '';

  function somar(bytes: Uint8Array): void {
    total += bytes.byteLength;
    if (total > limite) throw new ProblemError('gravacao-grande');
    inteiro.update(bytes);
    for (let de = 0; de < bytes.byteLength; ) {
      const quantos = Math.min(PEDACO_BYTES - noPedaco, bytes.byteLength - de);
      pedaco.update(bytes.subarray(de, de + quantos));
      noPedaco += quantos;
      de += quantos;
      if (noPedaco === PEDACO_BYTES) fechar();
    }
  }
  function fechar(): void {
    pedacos.push(pedaco.digest());
    pedaco = createHash('sha256');
    noPedaco = 0;
  }
  async function* abrir(partes: Uint8Array[]): AsyncGenerator<Uint8Array> {
    comeco = null;
    const junto = Buffer.concat(partes);
    if (junto.byteLength === 0) throw new ProblemError('anexo-vazio');
    const found = await tipoDe(junto.subarray(0, COMECO), variante);
    if (!found) throw new ProblemError('gravacao-tipo');
    tipo = found;
    somar(junto);
    yield junto;
  }
  async function* passar(): AsyncGenerator<Uint8Array> {
    for await (const bytes of corpo) {
      if (comeco) {
        comeco.push(bytes);
        lido += bytes.byteLength;
        if (lido >= COMECO) yield* abrir(comeco);
      } else {
        somar(bytes);
        yield bytes;
      }
    }
    if (comeco) yield* abrir(comeco);
    if (noPedaco > 0) fechar();
    achado = { tipo, bytes: total, sha256: inteiro.digest(), pedacos: Buffer.concat(pedacos) };
  }
  return {
    bytes: passar(),
    conferido() {
      if (!achado) throw new Error('the stream has not ended');
      return achado;
    },
  };
}
