/** Ranges of bytes (RFC 9110, section 14). */

/** First and last byte, both included. */
export interface Faixa {
  de: number;
  ate: number;
}

/**
 * Reads a `Range` header. One range is served; several, another unit or what does not read is as if there were no header, as the standard allows.
 * @param header as it came
 * @param total bytes of the whole
 * @returns the range; `tudo` when the whole is to be sent; `fora` when nothing of it is in the file (416)
 */
export function lerFaixa(header: string | undefined, total: number): Faixa | 'tudo' | 'fora' {
  const found = /^\s*bytes\s*=\s*(\d{0,16})\s*-\s*(\d{0,16})\s*$/i.exec(header ?? '');
  if (!found || (!found[1] && !found[2])) return 'tudo';
  const [, inicio, fim] = found;
  if (!inicio) {
    const quantos = Math.min(Number(fim), total);
    return quantos > 0 ? { de: total - quantos, ate: total - 1 } : 'fora';
  }
  const de = Number(inicio);
  const ate = fim ? Number(fim) : Infinity;
  if (ate < de) return 'tudo';
  return de < total ? { de, ate: Math.min(ate, total - 1) } : 'fora';
}

/**
 * Whether the range still counts, by `If-Range` (RFC 9110, section 13.1.5): a strong tag alone, for a date says too little.
 * @param etag of what is there
 */
export const faixaVale = (ifRange: string | undefined, etag: string): boolean => ifRange === undefined || ifRange.trim() === etag;

/** Whether a list of tags of `If-None-Match` has this one. */
export const temEtiqueta = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
