import * as z from 'zod/mini';
import { MAX_RELATO } from '../config/limits.ts';
import { entradaFila, ESTADOS_DA_SENHA, estimativa, FINS_DA_SENHA, identificacaoFila, MATERIAS, PRIORIDADES } from './fila.ts';
import { instant, linha, slug } from './primitives.ts';

/**
 * The attendants' side of the counter (`/v1/atendimento/**`): an OIDC access token in `Authorization`, role `atendente`, units in the claim `unidades`. Every
 * POST carries an `Idempotency-Key`.
 */

const texto = z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(MAX_RELATO, 'longo-demais'));

/** A ticket as an attendant of its unit sees it. */
export const senhaAtendimento = z.object({
  id: z.string(),
  senha: z.string(),
  unidadeId: slug,
  estado: z.enum(ESTADOS_DA_SENHA),
  nome: z.nullable(z.string()),
  assunto: z.nullable(z.string()),
  processo: z.nullable(z.string()),
  materia: z.nullable(z.enum(MATERIAS)),
  prioridade: z.nullable(z.enum(PRIORIDADES)),
  libras: z.boolean(),
  semVideo: z.boolean(),
  sigilo: z.boolean(),
  /** Only to who called the ticket. */
  identificacao: z.nullable(identificacaoFila),
  entrouEm: instant,
  /** Hour of the appointment, when the ticket comes from one. */
  agendadaPara: z.nullable(instant),
  chamada: z.nullable(z.object({ vez: z.number(), ate: instant, em: instant })),
  atendidaDesde: z.nullable(instant),
  faltas: z.number(),
  /** Since when the person's page has given no sign of life; null while it does. */
  semSinalDesde: z.nullable(instant),
  /** Who called it. */
  atendente: z.nullable(z.string()),
  /** Whether it is in the hands of who asks. */
  minha: z.boolean(),
  transferidaDe: z.nullable(z.string()),
  notas: z.nullable(z.string()),
  fim: z.nullable(z.enum(FINS_DA_SENHA)),
});
export type SenhaAtendimento = z.infer<typeof senhaAtendimento>;

const pausa = z.nullable(z.object({ motivo: z.string(), ate: z.nullable(instant), por: z.string(), em: instant }));

/** A counter of the attendant. */
export const balcaoAtendimento = z.object({
  unidadeId: slug,
  nome: z.string(),
  /** What the public hours say now. */
  expediente: z.object({ aberto: z.boolean(), fecha: z.nullable(instant), abre: z.nullable(instant) }),
  pausa,
  aguardando: z.number(),
  /** When who has waited longest arrived. */
  maisAntiga: z.nullable(instant),
  lotada: z.boolean(),
  /** First name and surname of who is at the counter now. */
  atendentes: z.array(z.string()),
  agenda: z.boolean(),
});
export type BalcaoAtendimento = z.infer<typeof balcaoAtendimento>;

/** Invitation to come into a colleague's call (Res. CNJ 372/2021, art. 4). */
export const conviteAtendimento = z.object({ id: z.string(), senhaId: z.string(), unidadeId: slug, por: z.string(), recado: z.nullable(z.string()), em: instant });
export type ConviteAtendimento = z.infer<typeof conviteAtendimento>;

/** Answer of `GET /v1/atendimento/unidades`: every counter of who asks, and the units of the court that a ticket can go to. */
export const meusBalcoes = z.object({
  eu: z.object({ nome: z.string() }),
  itens: z.array(balcaoAtendimento),
  convites: z.array(conviteAtendimento),
  destinos: z.array(z.object({ unidadeId: slug, nome: z.string() })),
});
export type MeusBalcoes = z.infer<typeof meusBalcoes>;

/** Answer of `GET /v1/atendimento/unidades/{id}/fila`, of every act below, and data of each event of `.../eventos`. */
export const filaAtendimento = z.object({
  balcao: balcaoAtendimento,
  /** In the order in which they would be called, the next 100 at the most; then those called and in service. */
  itens: z.array(senhaAtendimento),
  /** The ticket in the hands of who asks. */
  minha: z.nullable(senhaAtendimento),
  estimativa,
  /** The priority rule in words. */
  regra: z.string(),
});
export type FilaAtendimento = z.infer<typeof filaAtendimento>;

/** Body of `POST /v1/atendimento/unidades/{id}/pausa`; `.../retomada` takes none. */
export const pausaEnvio = z.object({ motivo: linha, ate: z.optional(instant) });

/**
 * Body of `POST /v1/atendimento/unidades/{id}/acoes`: one act. `chamar` answers with the same queue when nobody waits (`minha` null); who has a ticket
 * in hand gets that one again.
 */
export const atoAtendimento = z.discriminatedUnion('acao', [
  z.object({ acao: z.literal('chamar') }),
  /** Calls the same ticket once more, within its window. */
  z.object({ acao: z.literal('chamar-de-novo'), senhaId: z.string() }),
  /** The person did not come; taken only after the first window. */
  z.object({ acao: z.literal('ausente'), senhaId: z.string() }),
  z.object({ acao: z.literal('anotar'), senhaId: z.string(), notas: z.string().check(z.maxLength(MAX_RELATO, 'longo-demais')) }),
  /** To another unit, with the time of arrival that it has. */
  z.object({ acao: z.literal('transferir'), senhaId: z.string(), unidadeId: slug, motivo: z.optional(linha) }),
  /** Asks colleagues of a unit into the call. */
  z.object({ acao: z.literal('convidar'), senhaId: z.string(), unidadeId: slug, recado: z.optional(linha) }),
  /** Books the rest of the service for the same person (Res. CNJ 372/2021, art. 4; Portaria 38/2021, art. 8, § 1). */
  z.object({ acao: z.literal('agendar'), senhaId: z.string(), inicio: instant, unidadeId: z.optional(slug) }),
  z.object({ acao: z.literal('encerrar'), senhaId: z.string(), combinado: z.optional(texto) }),
]);
export type AtoAtendimento = z.infer<typeof atoAtendimento>;

/** Answer of `POST /v1/atendimento/senhas/{id}/entrada` and of `POST /v1/atendimento/convites/{id}/entrada`: the room, for who moderates it. */
export const entradaAtendimento = z.object({ entrada: entradaFila, nome: z.string() });
export type EntradaAtendimento = z.infer<typeof entradaAtendimento>;
