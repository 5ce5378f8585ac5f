import * as z from 'zod/mini';
import { MAX_RELATO, MIN_RELATO } from '../config/limits.ts';
import { numeroProcesso } from './documents.ts';
import { identificacao } from './identidade.ts';
import { linha, linhaOpcional, slug } from './primitives.ts';

/** Kinds of manifestation (Res. 432/2021, art. 5, II; `solicitacao` from Lei 13.460/2017). */
export const TIPOS_MANIFESTACAO = ['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio'] as const;
export type TipoManifestacao = (typeof TIPOS_MANIFESTACAO)[number];

/** Assent to the terms in the version that was shown (Res. 432/2021, art. 11). */
export const aceitePrivacidade = z.object({ versao: linha, aceito: z.literal(true, 'aceite-obrigatorio') });

/** Text of a manifestation or request. */
export const relato = z
  .string()
  .check(z.trim(), z.minLength(1, 'obrigatorio'), z.minLength(MIN_RELATO, 'curto-demais'), z.maxLength(MAX_RELATO, 'longo-demais'));

/** Body of `POST /v1/manifestacoes`. */
export const manifestacaoEnvio = z
  .object({
    tipo: z.enum(TIPOS_MANIFESTACAO, 'tipo-obrigatorio'),
    assunto: linhaOpcional,
    relato,
    /** Where and when it happened and who took part: what lets an anonymous report go on (Res. 432/2021, art. 10, § 2). */
    local: linhaOpcional,
    quando: linhaOpcional,
    envolvidos: z.optional(z.string().check(z.trim(), z.maxLength(1000, 'longo-demais'))),
    unidadeId: z.optional(slug),
    processo: z.optional(numeroProcesso),
    identificacao,
    privacidade: aceitePrivacidade,
  })
  .check(
    z.refine((value) => value.identificacao.modo !== 'anonima' || value.tipo === 'denuncia', {
      error: 'anonima-so-denuncia',
      path: ['identificacao', 'modo'],
    }),
  );
export type ManifestacaoEnvio = z.infer<typeof manifestacaoEnvio>;
export type ManifestacaoInput = z.input<typeof manifestacaoEnvio>;
