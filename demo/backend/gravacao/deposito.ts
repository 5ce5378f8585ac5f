import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Faixa } from '../../../src/domain/gravacao/faixa.ts';
import { lerArquivo } from '../ler-arquivo.ts';

/**
 * Where the bytes of recordings live. Files may have several GB: they go in and come out as streams, and no more of them than a few parts is ever in memory.
 * Names are made by this backend (`nomeNovo`); any other text opens nothing.
 */
export interface Deposito {
  /** Keeps what comes, to the last byte: until it resolves there is nothing under this name, and nothing when it fails. */
  gravar(nome: string, corpo: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes of a range, or null when there is no such file. */
  abrir(nome: string, faixa: Faixa): Promise<ReadableStream<Uint8Array> | null>;
  /** Removes a file that no row knows; harmless when there is none. */
  apagar(nome: string): Promise<void>;
  /**
   * Removes what came of files that never ended, as a process that died leaves it, once nothing was added for so long. A store that does it by rules of its own has none.
   * @param parado milliseconds
   * @returns how many went
   */
  limpar?(parado: number): Promise<number>;
}

const NOME = /^[A-Za-z0-9_-]{32}$/;
/** A file that is on its way in. */
const PARTE = /^[A-Za-z0-9_-]{32}\.parte$/;

/** A name that no other file has, and that says nothing. */
export const nomeNovo = (): string => randomBytes(24).toString('base64url');

/** Throws for a name that this backend did not make: it might lead out of the store. */
export function conferirNome(nome: string): string {
  if (!NOME.test(nome)) throw new RangeError('not a name of the store');
  return nome;
}

/** How many bytes are read from a disk at a time. */
const LEITURA = 256 * 1024;

/** Recordings as files of a folder. */
export function depositoEm(pasta: string): Deposito {
  return {
    async gravar(nome, corpo) {
      await mkdir(pasta, { recursive: true, mode: 0o700 });
      const fim = join(pasta, conferirNome(nome));
      const parte = `${fim}.parte`;
      try {
        // `flush`: received means on the disk.
        await pipeline(Readable.from(corpo, { objectMode: false }), createWriteStream(parte, { flags: 'wx', mode: 0o600, flush: true }));
        await rename(parte, fim);
      } catch (error) {
        await rm(parte, { force: true });
        throw error;
      }
    },
    abrir: async (nome, { de, ate }) => lerArquivo(join(pasta, conferirNome(nome)), { start: de, end: ate, highWaterMark: LEITURA }),
    async apagar(nome) {
      await rm(join(pasta, conferirNome(nome)), { force: true });
    },
    async limpar(parado) {
      let foram = 0;
      for (const parte of (await readdir(pasta).catch(() => [] as string[])).filter((nome) => PARTE.test(nome))) {
        const info = await stat(join(pasta, parte)).catch(() => null);
        if (!info || Date.now() - info.mtimeMs < parado) continue;
        await rm(join(pasta, parte), { force: true });
        foram += 1;
      }
      return foram;
    },
  };
}

/** A folder of the system's temporary one, made on first use: for an app that was given none. */
export const depositoProvisorio = (): Deposito => depositoEm(join(tmpdir(), `atrio-gravacoes-${nomeNovo()}`));
