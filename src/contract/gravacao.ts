import * as z from 'zod/mini';
import { numeroProcesso } from './documents.ts';
import { instant, linha, slug } from './primitives.ts';

/**
 * Recordings of hearings (`/v1/gravacoes/**`; Resolução CNJ 105/2010, art. 1, §§ 1-3, and art. 2): a recording carries the number of its case, has an
 * address that never changes, can be verified by anyone, and is confidential where the case is under sigilo.
 */

/** What a recording is made of. `audio` is the same without the picture, for who pays for each megabyte; `legendas` is WebVTT. */
export const VARIANTES_GRAVACAO = ['video', 'audio', 'legendas'] as const;
export type VarianteGravacao = (typeof VARIANTES_GRAVACAO)[number];

/** Kinds of file that are taken, by what is inside them. */
export const TIPOS_GRAVACAO = {
  video: ['video/mp4', 'video/webm'],
  audio: ['audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/webm'],
  legendas: ['text/vtt'],
} as const satisfies Record<VarianteGravacao, readonly string[]>;

/** Who may be given access to a recording under sigilo, beside the staff of its unit: who takes part in the case. */
export const PAPEIS_ACESSO_GRAVACAO = ['acusacao', 'defesa', 'acusado', 'parte', 'vitima'] as const;
export type PapelAcessoGravacao = (typeof PAPEIS_ACESSO_GRAVACAO)[number];

/** Random identifier of a recording: part of its permanent address. */
export const idGravacao = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/, 'id-invalido'));

/** Where something begins: seconds from the start. */
export const marcaGravacao = z.object({
  em: z.number().check(z.gte(0, 'invalido'), z.lte(7 * 24 * 3600, 'invalido')),
  rotulo: linha,
});
export type MarcaGravacao = z.infer<typeof marcaGravacao>;

const marcas = z.array(marcaGravacao).check(z.maxLength(500, 'longo-demais'));

/** Body of `POST /v1/gravacoes`, by the staff. The files follow, one call each. */
export const gravacaoEnvio = z.object({
  processo: numeroProcesso,
  unidadeId: slug,
  /** What act was recorded: "Audiência de instrução e julgamento". */
  ato: linha,
  /** When it began. */
  em: instant,
  sigilo: z.boolean(),
  /** The hearing that it is of, when this system held it: of the same lawsuit; of one under sigilo, `sigilo` is true. */
  audienciaId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'id-invalido'))),
  marcas: z.optional(marcas),
});
export type GravacaoEnvio = z.infer<typeof gravacaoEnvio>;

/** Body of `POST /v1/gravacoes/{id}/marcas`: all the marks, in place of those that are there. */
export const marcasEnvio = z.object({ marcas });

/** Body of `POST /v1/gravacoes/{id}/sigilo`. */
export const sigiloEnvio = z.object({ sigilo: z.boolean(), motivo: linha });

/** Body of `POST /v1/gravacoes/{id}/acessos`: a key of one person, for a recording under sigilo. */
export const acessoGravacaoEnvio = z.object({ nome: linha, papel: z.enum(PAPEIS_ACESSO_GRAVACAO), ate: z.optional(instant) });
export type AcessoGravacaoEnvio = z.infer<typeof acessoGravacaoEnvio>;

/** Answer of `POST /v1/gravacoes/{id}/acessos`: the key is shown this once. */
export const acessoGravacaoCriado = z.object({ id: z.string(), chave: z.string() });
export type AcessoGravacaoCriado = z.infer<typeof acessoGravacaoCriado>;

/** Body of `POST /v1/gravacoes/{id}/consulta`. With `vista`, new addresses for a view that is going on. */
export const consultaGravacao = z.object({
  chave: z.string().check(z.minLength(1, 'obrigatorio'), z.maxLength(40, 'longo-demais')),
  vista: z.optional(z.string().check(z.regex(/^\d{1,15}$/, 'id-invalido'))),
});

/** A file of a recording. */
export const arquivoGravacao = z.object({
  variante: z.enum(VARIANTES_GRAVACAO),
  tipo: z.string(),
  bytes: z.number(),
  /** Of the whole file, in hexadecimal. */
  sha256: z.string(),
  /** Relative to `/v1/`; works until `expiraEm` of the recording. Takes ranges of bytes. */
  url: z.string(),
  /** The same as a file to keep. */
  baixar: z.string(),
});
export type ArquivoGravacao = z.infer<typeof arquivoGravacao>;

/** A recording, for who may see it. */
export const gravacao = z.object({
  id: idGravacao,
  processo: z.string(),
  unidade: z.string(),
  ato: z.string(),
  em: instant,
  sigilo: z.boolean(),
  audienciaId: z.nullable(z.string()),
  marcas: z.array(marcaGravacao),
  arquivos: z.array(arquivoGravacao),
  /** Address of the signed manifest, relative to `/v1/`; null until there is a file. */
  manifesto: z.nullable(z.string()),
  /** Until when the addresses work: asking again gives new ones. */
  expiraEm: instant,
  /** Under sigilo, the number of this view in the audit. */
  vista: z.nullable(z.string()),
});
export type Gravacao = z.infer<typeof gravacao>;

export const resumoGravacao = z.object({ id: idGravacao, processo: z.string(), unidade: z.string(), ato: z.string(), em: instant, sigilo: z.boolean() });
export type ResumoGravacao = z.infer<typeof resumoGravacao>;

/** Answer of `GET /v1/gravacoes?processo`: those without sigilo; for the staff, also those of their units. */
export const listaGravacoes = z.object({ itens: z.array(resumoGravacao), proxima: z.nullable(z.string()) });

/** Access of a person, as the staff sees it. */
export const acessoGravacao = z.object({ id: z.string(), nome: z.string(), papel: z.string(), ate: z.nullable(instant), criadoEm: instant, revogadoEm: z.nullable(instant) });
export const listaAcessosGravacao = z.object({ itens: z.array(acessoGravacao), proxima: z.nullable(z.string()) });

/** Answer of `GET /v1/gravacoes/{id}/vistas`: who saw a recording under sigilo, newest first. */
export const listaVistas = z.object({
  itens: z.array(z.object({ id: z.string(), em: instant, acao: z.string(), quem: z.string(), papel: z.string() })),
  proxima: z.nullable(z.string()),
});

/**
 * What the court signs of a recording: payload of a compact JWS (ES256, `typ: gravacao+jws`) whose key is in `/.well-known/jwks.json`. The file is cut into
 * pieces of `pedaco` bytes, the last one shorter, and each piece has its SHA-256 (base64url): a browser checks a file of any size piece by piece.
 */
export const manifestoGravacao = z.object({
  tipo: z.literal('gravacao'),
  versao: z.number(),
  tribunal: z.string(),
  gravacao: idGravacao,
  processo: z.string(),
  unidade: z.string(),
  ato: z.string(),
  em: instant,
  arquivos: z.array(z.object({ variante: z.enum(VARIANTES_GRAVACAO), tipo: z.string(), bytes: z.number(), sha256: z.string(), pedaco: z.number(), pedacos: z.array(z.string()) })),
  assinadoEm: instant,
});
export type ManifestoGravacao = z.infer<typeof manifestoGravacao>;
