import * as z from 'zod/mini';
import { MAX_RELATO } from '../config/limits.ts';
import { anexos } from './anexo.ts';
import { identificacao } from './identidade.ts';
import { cifrado } from './manifestacao.ts';

/**
 * What a person does on their own case, with the token of `POST /v1/protocolos/consulta` and an `Idempotency-Key`. Every call answers with the case as it
 * is afterwards.
 */

const texto = z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(MAX_RELATO, 'longo-demais'));

/** Body of `POST /v1/protocolos/{p}/complementos`: more facts, a message, or the answer to a question from the staff. `texto` or `cifrado`. */
export const complementoEnvio = z
  .object({ texto: z.optional(texto), cifrado: z.optional(cifrado), anexos })
  .check(z.refine((value) => (value.texto === undefined) !== (value.cifrado === undefined), { error: 'obrigatorio', path: ['texto'] }));
export type ComplementoEnvio = z.infer<typeof complementoEnvio>;

/** Body of `POST /v1/protocolos/{p}/recursos` (Res. 215/2015, arts. 18 and 30). Only the appeal that is open is taken. */
export const recursoEnvio = z.object({ instancia: z.enum(['recurso-1', 'recurso-2'], 'recurso-obrigatorio'), texto, anexos });
export type RecursoEnvio = z.infer<typeof recursoEnvio>;

/** Body of `POST /v1/protocolos/{p}/avaliacao` (Res. 432/2021, art. 5, VI): once, after the answer. */
export const avaliacaoEnvio = z.object({
  /** 1, very bad, to 5, very good. */
  nota: z.number('nota-obrigatoria').check(z.int('nota-invalida'), z.gte(1, 'nota-invalida'), z.lte(5, 'nota-invalida')),
  resolvido: z.optional(z.enum(['sim', 'em-parte', 'nao'])),
  comentario: z.optional(z.string().check(z.trim(), z.maxLength(1000, 'longo-demais'))),
});
export type AvaliacaoEnvio = z.infer<typeof avaliacaoEnvio>;

/** Body of `POST /v1/protocolos/{p}/identificacao`: an anonymous person says who they are, of their own will. */
export const identificacaoEnvio = z
  .object({ identificacao })
  .check(z.refine((value) => value.identificacao.modo !== 'anonima', { error: 'modo-obrigatorio', path: ['identificacao', 'modo'] }));
export type IdentificacaoEnvio = z.infer<typeof identificacaoEnvio>;

/** Body of `POST /v1/protocolos/{p}/desistencia`. Reasons are not asked. */
export const desistenciaEnvio = z.object({ confirmo: z.literal(true, 'confirmacao-obrigatoria') });
export type DesistenciaEnvio = z.infer<typeof desistenciaEnvio>;

/** Answer of `POST /v1/protocolos/{p}/meus-dados`: what is kept about the person in this case (Lei 13.709/2018, art. 18, II and V). */
export const meusDados = z.object({
  protocolo: z.string(),
  geradoEm: z.string(),
  identidade: z.nullable(z.record(z.string(), z.unknown())),
  conteudo: z.record(z.string(), z.unknown()),
  eventos: z.array(z.record(z.string(), z.unknown())),
  anexos: z.array(z.record(z.string(), z.unknown())),
  avaliacao: z.nullable(z.record(z.string(), z.unknown())),
  /** Until when it is kept, and why. */
  retencao: z.object({ ate: z.nullable(z.string()), base: z.string() }),
});
export type MeusDados = z.infer<typeof meusDados>;
