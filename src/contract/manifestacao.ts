import * as z from 'zod/mini';
import { MAX_CIFRADO, MAX_RELATO, MIN_RELATO } from '../config/limits.ts';
import { anexos } from './anexo.ts';
import { numeroProcesso } from './documents.ts';
import { identificacao } from './identidade.ts';
import { linha, linhaOpcional, slug } from './primitives.ts';

/** Kinds of manifestation (Res. 432/2021, art. 5, II; `solicitacao` from Lei 13.460/2017). */
export const TIPOS_MANIFESTACAO = ['reclamacao', 'denuncia', 'solicitacao', 'informacao', 'sugestao', 'elogio'] as const;
export type TipoManifestacao = (typeof TIPOS_MANIFESTACAO)[number];

/**
 * Matters with a way of their own, where the court assigns them to the Ouvidoria: report under Lei 13.608 (to the correição body), requisition of a
 * data subject (to the encarregado) (Res. 432/2021, art. 5, §§ 1-3), and the channels of art. 17, § 2.
 */
export const TEMAS_MANIFESTACAO = ['relato-lei-13608', 'lgpd', 'mulher', 'direitos-humanos', 'meio-ambiente'] as const;
export type TemaManifestacao = (typeof TEMAS_MANIFESTACAO)[number];

/** Rights of a data subject (Lei 13.709/2018, arts. 18 to 20). */
export const DIREITOS_TITULAR = ['confirmacao', 'acesso', 'correcao', 'anonimizacao', 'eliminacao', 'portabilidade', 'compartilhamento', 'revogacao', 'oposicao', 'revisao'] as const;
export type DireitoTitular = (typeof DIREITOS_TITULAR)[number];

/** Assent to the terms in the version that was shown (Res. 432/2021, art. 11). */
export const aceitePrivacidade = z.object({ versao: linha, aceito: z.literal(true, 'aceite-obrigatorio') });

/** Text of a manifestation or request. */
export const relato = z
  .string()
  .check(z.trim(), z.minLength(1, 'obrigatorio'), z.minLength(MIN_RELATO, 'curto-demais'), z.maxLength(MAX_RELATO, 'longo-demais'));

/** Text in age's armored form. */
export const cifrado = z.string().check(
  z.startsWith('-----BEGIN AGE ENCRYPTED FILE-----', 'cifrado-invalido'),
  z.maxLength(MAX_CIFRADO, 'longo-demais'),
);

const comum = {
  tipo: z.enum(TIPOS_MANIFESTACAO, 'tipo-obrigatorio'),
  tema: z.optional(z.enum(TEMAS_MANIFESTACAO)),
  /** Right that the data subject exercises, with `tema: lgpd`. */
  direito: z.optional(z.enum(DIREITOS_TITULAR)),
  assunto: linhaOpcional,
  unidadeId: z.optional(slug),
  anexos,
};

/** Body of `POST /v1/manifestacoes`. */
export const manifestacaoEnvio = z
  .object({
    ...comum,
    relato,
    /** Where and when it happened and who took part: what lets an anonymous report go on (Res. 432/2021, art. 10, § 2). */
    local: linhaOpcional,
    quando: linhaOpcional,
    envolvidos: z.optional(z.string().check(z.trim(), z.maxLength(1000, 'longo-demais'))),
    processo: z.optional(numeroProcesso),
    identificacao,
    privacidade: aceitePrivacidade,
  })
  .check(
    z.refine((value) => value.identificacao.modo !== 'anonima' || value.tipo === 'denuncia', {
      error: 'anonima-so-denuncia',
      path: ['identificacao', 'modo'],
    }),
    // Said with the rest of its step, and not only when everything else is right.
    z.refine((value) => value.tema !== 'lgpd' || value.direito !== undefined, {
      error: 'direito-obrigatorio',
      path: ['direito'],
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  );
export type ManifestacaoEnvio = z.infer<typeof manifestacaoEnvio>;
export type ManifestacaoInput = z.input<typeof manifestacaoEnvio>;

/**
 * The same with what was written encrypted in the browser to the Ouvidoria's key: the database alone reveals nothing. `cifrado` holds the JSON of
 * `relato`, `local`, `quando`, `envolvidos` and `processo`, checked before it was encrypted. Only anonymous reports.
 */
export const manifestacaoCifradaEnvio = z.object({
  ...comum,
  tipo: z.literal('denuncia'),
  cifrado,
  identificacao: z.object({ modo: z.literal('anonima') }),
  privacidade: aceitePrivacidade,
});
export type ManifestacaoCifradaEnvio = z.infer<typeof manifestacaoCifradaEnvio>;
