import * as z from 'zod/mini';
import { instant, linha, slug } from './primitives.ts';
import { sala } from './tribunal.ts';

/** Body of `POST /v1/unidades/{id}/fila`. */
export const filaEnvio = z.object({
  /** How the attendant should call the person; optional, never an identification. */
  nome: z.optional(linha),
});
export type FilaEnvio = z.infer<typeof filaEnvio>;

/** A ticket: the number that is shown, and the secret that opens the room. */
export const senhaFila = z.object({
  senha: z.string(),
  ingresso: z.string(),
  /** People ahead; 0 means that this one is next. */
  posicao: z.number().check(z.int(), z.nonnegative()),
  /** Minutes, with what the estimate rests on; null while there is nothing to rest on. */
  estimativa: z.nullable(z.object({ minutos: z.number(), base: z.string() })),
});
export type SenhaFila = z.infer<typeof senhaFila>;

/** Answer of `GET /v1/fila`: where a ticket stands. */
export const situacaoFila = z.object({
  senha: z.string(),
  unidadeId: slug,
  estado: z.enum(['aguardando', 'em-atendimento', 'encerrada']),
  /** People ahead; 0 means that this one is next. */
  posicao: z.number().check(z.int(), z.nonnegative()),
  estimativa: senhaFila.shape.estimativa,
  /** True when `POST /v1/fila/entrada` would open the room now. */
  salaAberta: z.boolean(),
});
export type SituacaoFila = z.infer<typeof situacaoFila>;

/** Answer of `POST /v1/fila/entrada`: the room that is open for this ticket alone. */
export const entradaFila = z.discriminatedUnion('provider', [
  z.object({
    provider: z.enum(['jitsi', 'jaas']),
    domain: z.string(),
    sala,
    token: z.optional(z.string()),
    expiraEm: instant,
  }),
  z.object({ provider: z.enum(['link', 'whatsapp']), url: z.string(), expiraEm: instant }),
]);
export type EntradaFila = z.infer<typeof entradaFila>;
