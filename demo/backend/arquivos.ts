import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadableStream } from 'node:stream/web';
import { lerArquivo } from './ler-arquivo.ts';

/** Where the bytes of attachments live. Ids are those of the table `anexos`; any other text opens nothing. */
export interface Arquivos {
  /** Folder that holds one file for each id. It exists after `preparar`. */
  readonly pasta: string;
  preparar(): Promise<void>;
  /** The bytes from the first to the last, or null when there is no such file. */
  abrir(id: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Bytes that are there, or null when there is no such file. */
  tamanho(id: string): Promise<number | null>;
  /** Waits until what was received is on the disk. */
  firmar(id: string): Promise<void>;
  /** Removes the file and what is known of its upload; harmless when there is none. */
  apagar(id: string): Promise<void>;
}

/** Random names of uploads, and nothing that could lead out of the folder. */
const ID = /^[A-Za-z0-9_-]{22,64}$/;

/** Attachments as files of a folder. */
export function arquivosEm(pasta: string): Arquivos {
  const caminho = (id: string): string | null => (ID.test(id) ? join(pasta, id) : null);
  return {
    pasta,
    async preparar() {
      await mkdir(pasta, { recursive: true, mode: 0o700 });
    },
    async abrir(id) {
      const path = caminho(id);
      return path ? lerArquivo(path) : null;
    },
    async tamanho(id) {
      const path = caminho(id);
      const info = path ? await stat(path).catch(() => null) : null;
      return info?.size ?? null;
    },
    async firmar(id) {
      const path = caminho(id);
      if (!path) return;
      const file = await open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async apagar(id) {
      const path = caminho(id);
      if (!path) return;
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
    },
  };
}

/** A folder of the system's temporary one, made on first use: for an app that was given none. */
export const arquivosProvisorios = (): Arquivos => arquivosEm(join(tmpdir(), `atrio-anexos-${randomUUID()}`));

/** What looked into a file found. */
export interface Varredura {
  limpo: boolean;
  /** For the log of the court, never for the person: name of what was found. */
  motivo?: string;
}

/** Looks into a file that came whole: an antivirus. Throwing means that it could not look, and the upload waits. */
export type Varrer = (arquivo: { id: string; caminho: string; bytes: number; tipo: string }) => Promise<Varredura>;
