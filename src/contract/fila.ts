import * as z from 'zod/mini';
import { MAX_LINHA } from '../config/limits.ts';
import { cpf, numeroProcesso } from './documents.ts';
import { chave, protocolo } from './caso.ts';
import { instant, linha, linhaOpcional, slug } from './primitives.ts';
import { sala } from './tribunal.ts';

/**
 * Who goes first by law, declared and never proven beforehand: Lei 10.048/2000, art. 1 (as Lei 14.626/2023 left it); `idoso-80` before the other elderly
 * (Lei 10.741/2003, art. 3, § 2). A blood donor goes before the rest only (Lei 10.048, art. 1, § 2).
 */
export const PRIORIDADES = [
  'idoso-80',
  'idoso',
  'deficiencia',
  'autismo',
  'gestante',
  'lactante',
  'crianca-de-colo',
  'obesidade',
  'mobilidade-reduzida',
  'doador-de-sangue',
] as const;
export type Prioridade = (typeof PRIORIDADES)[number];

/** What the person is in the case. */
export const PAPEIS_NO_PROCESSO = ['parte', 'advogado', 'defensor', 'outro'] as const;

/** Matter at the Electoral Justice (Res. CNJ 372/2021, art. 6-A). */
export const MATERIAS = ['jurisdicional', 'administrativa'] as const;

/** Who the person is: asked for only when the matter is under sigilo (Portaria TJRN 38/2021, art. 6). */
export const identificacaoFila = z.object({
  nome: linha,
  cpf: z.optional(cpf),
  papel: z.enum(PAPEIS_NO_PROCESSO),
  /** Registration at the OAB, of a lawyer. */
  oab: linhaOpcional,
});
export type IdentificacaoFila = z.infer<typeof identificacaoFila>;

/** Body of `POST /v1/unidades/{id}/fila`. */
export const filaEnvio = z
  .object({
    /** How the attendant should call the person; optional, never an identification. */
    nome: z.optional(linha),
    /** Matter, as the unit lists it or in the person's own words. */
    assunto: linhaOpcional,
    processo: z.optional(numeroProcesso),
    materia: z.optional(z.enum(MATERIAS)),
    prioridade: z.optional(z.enum(PRIORIDADES)),
    /** A Libras interpreter is wanted in the call. */
    libras: z.optional(z.boolean()),
    /** The matter is under sigilo: then who asks says who they are. */
    sigilo: z.optional(z.boolean()),
    identificacao: z.optional(identificacaoFila),
    /** No camera: voice alone. */
    semVideo: z.optional(z.boolean()),
    /** An appointment that is due: its holder goes in at its hour. */
    agendamento: z.optional(z.object({ protocolo, chave })),
    privacidade: z.optional(z.object({ versao: z.string(), aceito: z.literal(true, 'aceite-obrigatorio') })),
  })
  .check(z.refine((value) => !value.sigilo || value.identificacao !== undefined, { error: 'identificacao-obrigatoria', path: ['identificacao'] }));
export type FilaEnvio = z.infer<typeof filaEnvio>;
/** The same as it is typed. */
export type FilaInput = z.input<typeof filaEnvio>;

/** Minutes to wait, with what the estimate rests on; null while there is nothing to rest on. */
export const estimativa = z.nullable(z.object({ minutos: z.number(), base: z.string() }));
export type Estimativa = z.infer<typeof estimativa>;

/** A ticket: the number that is shown, and the secret that opens the room. */
export const senhaFila = z.object({
  senha: z.string(),
  ingresso: z.string(),
  /** People ahead; 0 means that this one is next. */
  posicao: z.number().check(z.int(), z.nonnegative()),
  estimativa,
});
export type SenhaFila = z.infer<typeof senhaFila>;

/** First name, one surname and unit: all that is shown of an attendant (Portaria TJRN 38/2021, art. 4, § 3). */
export const atendentePublico = z.object({ nome: z.string(), unidade: z.string() });
export type AtendentePublico = z.infer<typeof atendentePublico>;

/** How a ticket ended: served; the person left; did not come after every call; the day was over; went on in another way. */
export const FINS_DA_SENHA = ['atendida', 'saiu', 'ausente', 'expirada'] as const;
export type FimDaSenha = (typeof FINS_DA_SENHA)[number];

export const ESTADOS_DA_SENHA = ['aguardando', 'chamada', 'em-atendimento', 'encerrada'] as const;
export type EstadoDaSenha = (typeof ESTADOS_DA_SENHA)[number];

/** Answer of `GET /v1/fila`, and data of each event of `GET /v1/fila/eventos`: where a ticket stands. */
export const situacaoFila = z.object({
  senha: z.string(),
  unidadeId: slug,
  estado: z.enum(ESTADOS_DA_SENHA),
  /** People ahead; 0 means that this one is next. */
  posicao: z.number().check(z.int(), z.nonnegative()),
  estimativa,
  /** True when `POST /v1/fila/entrada` would open the room now. */
  salaAberta: z.boolean(),
  entrouEm: z.optional(instant),
  /** The counter is paused: why, and until when if it was said. */
  pausa: z.optional(z.nullable(z.object({ motivo: z.string(), ate: z.nullable(instant) }))),
  /** While it is called: until when to come; `vez` 2 is the grace after the first call. */
  chamada: z.optional(z.object({ vez: z.number(), ate: instant })),
  /** Calls that were missed so far; after each round the ticket goes back `recuo` places, never out before `limite`. */
  faltas: z.optional(z.object({ quantas: z.number(), limite: z.number(), recuo: z.number() })),
  /** The unit before, when the ticket was transferred; the time of arrival stays. */
  transferida: z.optional(z.object({ de: z.string(), motivo: z.nullable(z.string()) })),
  atendente: z.optional(atendentePublico),
  /** When it is over: how, and what was agreed. */
  fim: z.optional(
    z.object({
      motivo: z.enum(FINS_DA_SENHA),
      em: instant,
      /** Protocol of the service. */
      protocolo: z.optional(z.string()),
      /** What was agreed, in the attendant's words. */
      combinado: z.optional(z.string()),
      /** The rest of the service, when it was scheduled. */
      agendamento: z.optional(z.object({ protocolo: z.string(), chave: z.string(), inicio: instant, fim: instant, unidade: z.string() })),
      avaliada: z.boolean(),
    }),
  ),
});
export type SituacaoFila = z.infer<typeof situacaoFila>;

/** Answer of `GET /v1/unidades/{id}/fila`, for everybody: how full the counter is. */
export const resumoFila = z.object({
  unidadeId: slug,
  aguardando: z.number().check(z.int(), z.nonnegative()),
  estimativa,
  pausa: z.nullable(z.object({ motivo: z.string(), ate: z.nullable(instant) })),
  /** More people wait than the court says can be served well: other ways are offered first. */
  lotada: z.boolean(),
  /** Attendants at the counter now. */
  atendentes: z.number().check(z.int(), z.nonnegative()),
  /** Whether messages and appointments are taken. */
  mensagem: z.boolean(),
  agenda: z.boolean(),
});
export type ResumoFila = z.infer<typeof resumoFila>;

/** Answer of `POST /v1/fila/entrada`: the room that is open for this ticket alone. */
export const entradaFila = z.discriminatedUnion('provider', [
  z.object({
    provider: z.enum(['jitsi', 'jaas']),
    domain: z.string(),
    sala,
    token: z.optional(z.string()),
    /** The person chose to go on without a camera: the room starts without asking for it. */
    semVideo: z.optional(z.boolean()),
    expiraEm: instant,
  }),
  z.object({ provider: z.enum(['link', 'whatsapp']), url: z.string(), expiraEm: instant }),
]);
export type EntradaFila = z.infer<typeof entradaFila>;

/** Body of `POST /v1/fila/avaliacao`: once, after the service. */
export const avaliacaoFila = z.object({
  /** 1, very bad, to 5, very good. */
  nota: z.number('nota-obrigatoria').check(z.int('nota-invalida'), z.gte(1, 'nota-invalida'), z.lte(5, 'nota-invalida')),
  resolvido: z.optional(z.enum(['sim', 'em-parte', 'nao'])),
  comentario: z.optional(z.string().check(z.trim(), z.maxLength(5 * MAX_LINHA, 'longo-demais'))),
});
export type AvaliacaoFila = z.infer<typeof avaliacaoFila>;
