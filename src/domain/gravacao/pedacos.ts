import type { Faixa } from './faixa.ts';

/** Bytes of a piece of the manifest: what a browser holds in memory at a time while it checks. */
export const PEDACO_BYTES = 4 * 1024 * 1024;

/** How many pieces a file of so many bytes has. */
export const quantosPedacos = (bytes: number, pedaco: number): number => Math.ceil(bytes / pedaco);

/** The bytes of a piece, the first being 0. */
export const faixaDoPedaco = (n: number, bytes: number, pedaco: number): Faixa => ({ de: n * pedaco, ate: Math.min((n + 1) * pedaco, bytes) - 1 });
