import * as z from 'zod/mini';
import { MAX_ANEXOS } from '../config/limits.ts';
import { instant } from './primitives.ts';

/** Name of an upload: random, so that it opens to nobody who was not given it. */
export const idAnexo = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/, 'anexo-invalido'));

/** Uploads that belong to a submission or a message, in the order the person gave them. */
export const anexos = z.optional(z.array(idAnexo).check(z.maxLength(MAX_ANEXOS, 'anexos-demais')));

/** A file of a case, as it is listed. */
export const anexoResumo = z.object({
  id: idAnexo,
  nome: z.string(),
  /** Media type, read from the content. */
  tipo: z.string(),
  bytes: z.number(),
  em: instant,
  papel: z.string(),
  /** The content is encrypted to the Ouvidoria's key (age). */
  cifrado: z.optional(z.boolean()),
});
export type AnexoResumo = z.infer<typeof anexoResumo>;

/** Where an upload stands, for who knows its id and before a submission takes it. */
export const situacaoAnexo = z.object({
  id: idAnexo,
  situacao: z.enum(['recebendo', 'pronto']),
  /** Bytes that were told, and those that came. */
  bytes: z.number(),
  recebidos: z.number(),
});
export type SituacaoAnexo = z.infer<typeof situacaoAnexo>;
