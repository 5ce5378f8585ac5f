import * as z from 'zod/mini';
import { unidade } from './tribunal.ts';

/** Answer of `GET /v1/unidades`; `proxima` is the cursor of the next page, null on the last. */
export const listaUnidades = z.object({ itens: z.array(unidade), proxima: z.nullable(z.string()) });
export type ListaUnidades = z.infer<typeof listaUnidades>;

/** Answer of `GET /saude`. */
export const saude = z.object({ situacao: z.literal('ok'), versao: z.string(), banco: z.enum(['pglite', 'postgresql']) });
export type Saude = z.infer<typeof saude>;

/** Answer of `GET /.well-known/jwks.json` (RFC 7517). */
export const jwks = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), alg: z.string(), use: z.literal('sig') })),
});
