import * as z from 'zod/mini';
import { MAX_RELATO } from '../config/limits.ts';
import { ESTADOS_AUDIENCIA, ESTADOS_PARTICIPANTE, MARCAS_AUDIENCIA, PAPEIS_AUDIENCIA, PAPEIS_CONVIDADOS } from './audiencia.ts';
import { numeroProcesso } from './documents.ts';
import { instant, linha, linhaOpcional, slug } from './primitives.ts';

/**
 * The judge's and the clerk's side of hearings (`/v1/audiencias/**`): an OIDC access token in `Authorization`, role `juiz` or `audiencia`, units in the claim
 * `unidades`. Every POST carries an `Idempotency-Key`.
 */

const texto = z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(MAX_RELATO, 'longo-demais'));
const duracaoMinutos = z.number('obrigatorio').check(z.int('duracao-invalida'), z.gte(5, 'duracao-invalida'), z.lte(720, 'duracao-invalida'));

/** Body of `POST /v1/audiencias`: schedules a hearing. Who comes is invited afterwards, one by one. */
export const audienciaEnvio = z.object({
  unidadeId: slug,
  /** Case number with its check digits (Res. CNJ 65/2008). */
  processo: numeroProcesso,
  ato: linha,
  inicio: instant,
  duracaoMinutos,
  sigilo: z.boolean(),
  /** It will be recorded (Res. 105, art. 1, § 3): everybody is told before coming in. */
  gravar: z.boolean(),
  /** Where it is held, in words: `Sala de audiências, 2º andar`. */
  local: linhaOpcional,
  orientacoes: z.optional(z.array(linha).check(z.maxLength(20, 'longo-demais'))),
});
export type AudienciaEnvio = z.infer<typeof audienciaEnvio>;
export type AudienciaInput = z.input<typeof audienciaEnvio>;

const participanteId = z.string().check(z.minLength(1, 'obrigatorio'));

/** Body of `POST /v1/audiencias/{id}/acoes`: one act. What cannot be done now is 409 `acao-indisponivel`, with why in `detail`. */
export const atoAudiencia = z.discriminatedUnion('acao', [
  // The hearing.
  z.object({ acao: z.literal('remarcar'), inicio: instant, duracaoMinutos }),
  /** Those who preside may come in and prepare; the others wait. */
  z.object({ acao: z.literal('abrir') }),
  /** Not while a reserved interview is held. */
  z.object({ acao: z.literal('iniciar'), gravar: z.boolean() }),
  z.object({ acao: z.literal('suspender'), motivo: linha }),
  z.object({ acao: z.literal('retomar') }),
  /** The recording marker: what is outside records; this says to everybody that it does, and when. */
  z.object({ acao: z.literal('gravar') }),
  z.object({ acao: z.literal('parar-gravacao') }),
  /** An index mark of now. */
  z.object({ acao: z.literal('marcar'), rotulo: linha }),
  z.object({ acao: z.literal('comecar-depoimento'), participanteId }),
  z.object({ acao: z.literal('terminar-depoimento') }),
  /** `observacoes` goes into the term. */
  z.object({ acao: z.literal('encerrar'), observacoes: z.optional(texto) }),
  z.object({ acao: z.literal('cancelar'), motivo: linha }),
  // Who comes.
  /** Gives the invitation in the answer, once. `defende`: of a defender, participants that are accused or parties. */
  z.object({ acao: z.literal('convidar'), papel: z.enum(PAPEIS_CONVIDADOS), nome: linha, defende: z.optional(z.array(z.string()).check(z.maxLength(20, 'longo-demais'))), salaEquipada: z.optional(slug) }),
  /** A new invitation for the same person; the one before, and what came of it at an equipped room, opens nothing any more. */
  z.object({ acao: z.literal('substituir-convite'), participanteId }),
  z.object({ acao: z.literal('revogar'), participanteId }),
  /** A short code for the screen of an equipped room, which gives it in the answer, once. */
  z.object({ acao: z.literal('codigo'), participanteId, salaEquipada: slug }),
  z.object({ acao: z.literal('admitir'), participanteId }),
  /** A witness, an expert, the victim: one at a time; `acareacao` confronts two (CPP, art. 229). */
  z.object({ acao: z.literal('chamar'), participanteId, acareacao: z.optional(z.boolean()) }),
  z.object({ acao: z.literal('voltar-a-espera'), participanteId }),
  /** The judge alone, with the reason, which goes into the term. */
  z.object({ acao: z.literal('retirar'), participanteId, motivo: linha }),
  /** The judge alone. */
  z.object({ acao: z.literal('readmitir'), participanteId }),
  // Reserved rooms (Res. 105, art. 7, IV); `de` is the accused or the party.
  /** Not while the hearing runs, which the accused has the right to follow: suspend it first. */
  z.object({ acao: z.literal('abrir-entrevista'), de: participanteId }),
  z.object({ acao: z.literal('fechar-entrevista'), de: participanteId }),
  /** Between two defenders or more of the same person, at any time. */
  z.object({ acao: z.literal('abrir-linha'), de: participanteId }),
  z.object({ acao: z.literal('fechar-linha'), de: participanteId }),
]);
export type AtoAudiencia = z.infer<typeof atoAudiencia>;
export type NomeAtoAudiencia = AtoAudiencia['acao'];

export const participanteEquipe = z.object({
  id: z.string(),
  papel: z.enum(PAPEIS_CONVIDADOS),
  nome: z.string(),
  estado: z.enum(ESTADOS_PARTICIPANTE),
  motivo: z.nullable(z.string()),
  defende: z.array(z.string()),
  salaEquipada: z.nullable(slug),
  chegouEm: z.nullable(instant),
  /** Since when the person's page has given no sign of life; null while it does, and before it came. */
  semSinalDesde: z.nullable(instant),
  /** Acts on this person that may be done now by who asks. */
  acoes: z.array(z.string()),
});
export type ParticipanteEquipe = z.infer<typeof participanteEquipe>;

export const marcaAudiencia = z.object({
  id: z.string(),
  oQue: z.enum(MARCAS_AUDIENCIA),
  /** In words: `Depoimento de Rosa Lima`. */
  rotulo: z.string(),
  participanteId: z.nullable(z.string()),
  em: instant,
  /** Seconds of recording before it, stops left out; null when nothing was being recorded. */
  posicao: z.nullable(z.number()),
});

const resumo = {
  id: z.string(),
  unidade: z.object({ id: slug, nome: z.string() }),
  /** Punctuated. */
  processo: z.string(),
  sigilo: z.boolean(),
  ato: z.string(),
  inicio: instant,
  fim: instant,
  timezone: z.string(),
  estado: z.enum(ESTADOS_AUDIENCIA),
};

/** Answer of `GET /v1/audiencias?dia&unidade`, in the order of the hour. */
export const listaAudiencias = z.object({ itens: z.array(z.object({ ...resumo, participantes: z.number(), naEspera: z.number() })), proxima: z.nullable(z.string()) });
export type ListaAudiencias = z.infer<typeof listaAudiencias>;

/** Answer of `GET /v1/audiencias/{id}`, and data of each event of `.../eventos`. */
export const audienciaEquipe = z.object({
  ...resumo,
  local: z.nullable(z.string()),
  orientacoes: z.array(z.string()),
  seraGravada: z.boolean(),
  gravando: z.boolean(),
  /** Seconds recorded until now. */
  gravado: z.number(),
  motivo: z.nullable(z.string()),
  /** Who is being heard. */
  depondo: z.nullable(z.string()),
  iniciadaEm: z.nullable(instant),
  encerradaEm: z.nullable(instant),
  eu: z.object({ papel: z.enum(['juiz', 'servidor']), nome: z.string() }),
  participantes: z.array(participanteEquipe),
  /** Reserved rooms that are open, each by whose it is. Who is inside is nobody's business. */
  reservadas: z.array(z.object({ sala: z.enum(['entrevista', 'linha']), de: z.string(), desde: instant })),
  marcas: z.array(marcaAudiencia),
  /** Acts on the hearing that may be done now by who asks. */
  acoes: z.array(z.string()),
  /** Equipped rooms that a person may be asked to go to. */
  salasEquipadas: z.array(z.object({ id: slug, nome: z.string() })),
});
export type AudienciaEquipe = z.infer<typeof audienciaEquipe>;

/** Answer of every act: the hearing as it is then, and what is shown once. */
export const respostaAtoAudiencia = z.object({
  audiencia: audienciaEquipe,
  /** Of `convidar` and `substituir-convite`: the secret, and the whole link where the court file says the page. */
  convite: z.optional(z.object({ participanteId: z.string(), convite: z.string(), url: z.nullable(z.string()), expiraEm: instant })),
  /** Of `codigo`. */
  codigo: z.optional(z.object({ participanteId: z.string(), codigo: z.string(), salaEquipada: slug, expiraEm: instant })),
});
export type RespostaAtoAudiencia = z.infer<typeof respostaAtoAudiencia>;

/** Answer of `GET /v1/audiencias/{id}/termo`: what happened, once the hearing is over. */
export const termoAudiencia = z.object({
  ...resumo,
  iniciadaEm: z.nullable(instant),
  encerradaEm: z.nullable(instant),
  motivo: z.nullable(z.string()),
  participantes: z.array(z.object({ papel: z.enum(PAPEIS_AUDIENCIA), nome: z.string(), compareceu: z.boolean(), entrouEm: z.nullable(instant), ouvido: z.boolean(), retirado: z.nullable(z.string()) })),
  gravacoes: z.array(z.object({ inicio: instant, fim: instant })),
  marcas: z.array(marcaAudiencia),
  /** In order, in words. */
  ocorrencias: z.array(z.object({ em: instant, texto: z.string(), por: z.nullable(z.string()) })),
  observacoes: z.nullable(z.string()),
  /** All of it as plain text, to be put into the case. */
  texto: z.string(),
});
export type TermoAudiencia = z.infer<typeof termoAudiencia>;
