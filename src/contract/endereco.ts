import * as z from 'zod/mini';
import { linha, linhaOpcional } from './primitives.ts';

/** Street address in lines, as it is to be read and written on an envelope. */
export const endereco = z.strictObject({
  logradouro: linha,
  complemento: linhaOpcional,
  bairro: linhaOpcional,
  municipio: linha,
  uf: z.string().check(z.regex(/^[A-Z]{2}$/, 'uf-invalida')),
  cep: z.optional(z.string().check(z.regex(/^\d{5}-?\d{3}$/, 'cep-invalido'))),
});
export type Endereco = z.infer<typeof endereco>;
