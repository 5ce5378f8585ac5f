import * as z from 'zod/mini';

/**
 * Answer of `GET /v1/desafio` (ALTCHA, v1): work for the browser to prove, only where the court file has `protecao: { altcha: true }`. The solution goes
 * with the submission, base64 of ALTCHA's JSON, in the header `Altcha`. No third party takes part.
 */
export const desafio = z.object({
  algorithm: z.enum(['SHA-256', 'SHA-512', 'SHA-1']),
  challenge: z.string(),
  maxnumber: z.optional(z.number()),
  salt: z.string(),
  signature: z.string(),
});
export type Desafio = z.infer<typeof desafio>;
