import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What each derived key is for: one purpose never opens another. */
export type Finalidade = 'chave' | 'chave-derivacao' | 'ingresso' | 'ingresso-derivacao' | 'sala' | 'sala-reservada' | 'convite' | 'convite-derivacao' | 'gravacao' | 'gravacao-acesso' | 'gravacao-derivacao' | 'token' | 'desafio' | 'idempotencia' | 'impressao';

/**
 * Keyed hashes from one master secret of 32 bytes or more.
 *
 * The secrets handed to citizens carry 80 bits (`chave`) or 256 (`ingresso`) of randomness, so no dictionary exists to try and a slow
 * hash such as scrypt would only slow the honest: HMAC-SHA-256 is the fit. The key keeps a stolen database from being enough to
 * check a guess.
 */
export class Segredos {
  readonly #keys = new Map<Finalidade, Buffer>();
  readonly #master: Uint8Array;

  constructor(master: Uint8Array) {
    if (master.length < 32) throw new RangeError('the master secret takes 32 bytes or more');
    this.#master = master;
  }

  /** HMAC over the parts, each with its length, so that no two lists of parts are alike. */
  mac(finalidade: Finalidade, ...parts: (string | Uint8Array)[]): Buffer {
    const hmac = createHmac('sha256', this.#key(finalidade));
    for (const part of parts) {
      const bytes = Buffer.from(part as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hmac.update(length).update(bytes);
    }
    return hmac.digest();
  }

  #key(finalidade: Finalidade): Buffer {
    let key = this.#keys.get(finalidade);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#master, 'atrio-kit', `v1:${finalidade}`, 32));
      this.#keys.set(finalidade, key);
    }
    return key;
  }
}

/** Equality in constant time; false when the lengths differ. */
export function iguais(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export const sha256 = (data: string): Buffer => createHash('sha256').update(data, 'utf8').digest();

export const aleatorio = (bytes: number): Buffer => randomBytes(bytes);

/** JSON with sorted keys: the same data always gives the same text. */
export function jsonCanonico(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
