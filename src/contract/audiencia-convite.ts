import * as z from 'zod/mini';
import { ESTADOS_AUDIENCIA, ESTADOS_PARTICIPANTE, MOTIVOS_DA_SALA, PAPEIS_AUDIENCIA, PAPEIS_CONVIDADOS, SALAS_AUDIENCIA } from './audiencia.ts';
import { instant, slug } from './primitives.ts';
import { sala } from './tribunal.ts';

/**
 * The side of who is invited (`/v1/audiencias/convite/**`): `Authorization: Bearer <convite>`, the secret of a personal invitation, of one person in one hearing with one
 * role. In a link it goes after the `#`, which no server sees.
 */

/** A room that this person may ever be in; who has no part in a reserved room is not told that there is one. */
export const salaDaPessoa = z.object({
  sala: z.enum(SALAS_AUDIENCIA),
  /** Of a reserved room: whose it is. */
  de: z.nullable(z.object({ id: z.string(), nome: z.string() })),
  /** Whether `POST .../entrada` would open it now. */
  aberta: z.boolean(),
  /** Why not; null when it is open. */
  motivo: z.nullable(z.enum(MOTIVOS_DA_SALA)),
});
export type SalaDaPessoa = z.infer<typeof salaDaPessoa>;

/** Answer of `GET /v1/audiencias/convite`, of `.../chegada` and of `.../saida`, and data of each event of `.../eventos`. */
export const situacaoAudiencia = z.object({
  audiencia: z.object({
    /** Names the hearing in an agenda (`.ics`). Opens nothing. */
    id: z.string(),
    /** Case number, punctuated; null under sigilo: a screen may be seen by others. */
    processo: z.nullable(z.string()),
    sigilo: z.boolean(),
    /** What is held, in words: `Audiência de instrução e julgamento`. */
    ato: z.string(),
    /** `local` is where it is held, in words. */
    unidade: z.object({ id: slug, nome: z.string(), comarca: z.nullable(z.string()) }),
    local: z.nullable(z.string()),
    /** IANA zone of the court's unit (Res. 105, art. 3, § 3). */
    timezone: z.string(),
    inicio: instant,
    /** When it is expected to end. */
    fim: instant,
    /** From when on the waiting room takes people, while the hearing was not opened. */
    chegadaDesde: instant,
    /** How many times it was moved: an agenda takes the highest (RFC 5545, SEQUENCE). */
    remarcacoes: z.number(),
    estado: z.enum(ESTADOS_AUDIENCIA),
    /** Why it is suspended or was cancelled, in the words of who decided. */
    motivo: z.nullable(z.string()),
    /** It will be recorded: who comes in has to know before (`ciente` of the entry). */
    seraGravada: z.boolean(),
    gravando: z.boolean(),
    /** Who will be there, by role. */
    presentes: z.array(z.object({ papel: z.enum(PAPEIS_AUDIENCIA), quantos: z.number() })),
    /** What is asked of who comes: documents, a quiet room. */
    orientacoes: z.array(z.string()),
  }),
  eu: z.object({
    id: z.string(),
    nome: z.string(),
    papel: z.enum(PAPEIS_CONVIDADOS),
    estado: z.enum(ESTADOS_PARTICIPANTE),
    /** Why the judge took this person out. */
    motivo: z.nullable(z.string()),
    /** This person is being heard now. */
    depondo: z.boolean(),
    /** The equipped room of a forum that the person was asked to go to (Res. 105, art. 4). */
    salaEquipada: z.nullable(z.object({ id: slug, nome: z.string(), endereco: z.nullable(z.string()) })),
    /** The hearing's room first. */
    salas: z.array(salaDaPessoa),
  }),
  /** Until when the invitation opens anything. */
  expiraEm: instant,
});
export type SituacaoAudiencia = z.infer<typeof situacaoAudiencia>;

/** Body of `POST /v1/audiencias/convite/entrada`, and of the staff's `POST /v1/audiencias/{id}/entrada`. */
export const entradaAudienciaEnvio = z.object({
  sala: z.enum(SALAS_AUDIENCIA),
  /** Of a reserved room: whose it is. */
  de: z.optional(z.string()),
  /** The person was told that it is recorded; asked for in the hearing's room of one that will be. */
  ciente: z.optional(z.boolean()),
});
export type EntradaAudienciaEnvio = z.infer<typeof entradaAudienciaEnvio>;

/** Its answer: the way into that room alone, good for a few minutes; who comes back asks again. */
export const entradaAudiencia = z.object({
  sala: z.enum(SALAS_AUDIENCIA),
  de: z.nullable(z.string()),
  /** As in the entry of the counter. */
  entrada: z.object({ provider: z.enum(['jitsi', 'jaas']), domain: z.string(), sala, token: z.optional(z.string()), expiraEm: instant }),
  /** Name as it is shown in the room. */
  nome: z.string(),
  /** The judge and the clerk, in the hearing's room alone (Res. 105, art. 3, § 2). */
  modera: z.boolean(),
  /** May speak and be seen; the public only watches. */
  fala: z.boolean(),
  /** Never in a reserved room (Res. 105, art. 7, IV). */
  gravando: z.boolean(),
});
export type EntradaAudiencia = z.infer<typeof entradaAudiencia>;

/** Answer of `GET /v1/audiencias/salas/{id}`: the day of an equipped room of a forum, for its screen. Nobody's name, and no number under sigilo. */
export const agendaDaSala = z.object({
  sala: z.object({ id: slug, nome: z.string(), timezone: z.string() }),
  /** Civil day in the room's zone. What began the evening before, and is not over, is told too. */
  dia: z.string(),
  itens: z.array(
    z.object({
      id: z.string(),
      inicio: instant,
      fim: instant,
      unidade: z.string(),
      ato: z.string(),
      processo: z.nullable(z.string()),
      sigilo: z.boolean(),
      estado: z.enum(ESTADOS_AUDIENCIA),
    }),
  ),
});
export type AgendaDaSala = z.infer<typeof agendaDaSala>;

/** Body of `POST /v1/audiencias/salas/{id}/entrada`: the short code that the clerk read out, good once and for some minutes, at this equipment alone. */
export const entradaQuiosqueEnvio = z.object({ codigo: z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(40, 'codigo-invalido')) });
/** Its answer: an invitation for this visit, which ends with `POST /v1/audiencias/convite/saida`. */
export const entradaQuiosque = z.object({ convite: z.string(), expiraEm: instant });
export type EntradaQuiosque = z.infer<typeof entradaQuiosque>;
