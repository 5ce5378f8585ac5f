import * as z from 'zod/mini';
import { anexoResumo } from './anexo.ts';
import { civilDate, instant } from './primitives.ts';

/** Kind of a registered case. */
export const tipoCaso = z.enum(['manifestacao', 'pedido-informacao', 'mensagem', 'agendamento']);
export type TipoCaso = z.infer<typeof tipoCaso>;

/** `AAAA.NNNNNN-D`: year, number in the year, check digit. It opens nothing without the key. */
export const protocolo = z.string().check(z.trim(), z.regex(/^\d{4}\.\d{6,}-\d$/, 'protocolo-invalido'));

/** 80 random bits in Crockford base32 (16 characters); hyphens, spaces and lower case are forgiven. */
export const chave = z.pipe(
  z.string().check(z.refine((value) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(normalizarChave(value)), 'chave-invalida')),
  z.transform(normalizarChave),
);

/** Reads a key as people type it: `o` for zero, `i` and `l` for one, spaces and hyphens anywhere. */
export function normalizarChave(value: string): string {
  return value.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** One step of the arithmetic of a due date, in the order it is to be read. */
export const passoPrazo = z.object({
  passo: z.enum(['registro', 'inicio', 'contagem', 'suspensao', 'dia-nao-util', 'prorrogacao', 'vencimento']),
  data: civilDate,
  texto: z.string(),
});
export type PassoPrazo = z.infer<typeof passoPrazo>;

/** A due date with its basis in law and its arithmetic. */
export const prazo = z.object({
  vence: civilDate,
  /** 0 for what is due on the day itself. */
  dias: z.number().check(z.int(), z.nonnegative()),
  base: z.string(),
  calculo: z.array(passoPrazo),
});
export type Prazo = z.infer<typeof prazo>;

/** What a citizen takes away: the only time the key is shown. */
export const recibo = z.object({
  tipo: tipoCaso,
  protocolo,
  chave: z.string(),
  registradoEm: instant,
  prazo,
  /** Compact JWS over the registered facts; keys at `/.well-known/jwks.json`. */
  recibo: z.string(),
});
export type Recibo = z.infer<typeof recibo>;

/**
 * What a person takes away from whatever server took their submission. A server of this contract gives a whole `Recibo`; another may give a
 * protocol in a form of its own, a sentence, or nothing but its word that it was received: then there is no key, no due date and no signature to show.
 */
export interface Comprovante {
  tipo: TipoCaso;
  /** Instant with offset; by the page's trusted clock when the server does not tell. */
  registradoEm: string;
  protocolo?: string;
  chave?: string;
  prazo?: Prazo;
  recibo?: string;
  /** What the server says to the person. Plain text. */
  mensagem?: string;
}

/** States of a case. */
export const ESTADOS_CASO = [
  'registrada',
  'em-analise',
  'encaminhada',
  'complementacao-pedida',
  'prorrogada',
  'respondida',
  'devolvida',
  'negada',
  'parcial',
  'recurso-1',
  'recurso-2',
  'encerrada',
] as const;
export const estadoCaso = z.enum(ESTADOS_CASO);
export type EstadoCaso = z.infer<typeof estadoCaso>;

/** A public event of a case: who (role and unit, never a person), when and what. */
export const eventoCaso = z.object({
  id: z.string(),
  tipo: z.string(),
  em: instant,
  autor: z.object({ papel: z.enum(['cidadao', 'ouvidoria', 'sic', 'unidade', 'autoridade', 'sistema']), unidade: z.optional(z.string()) }),
  texto: z.optional(z.string()),
  /** Files that came with it. */
  anexos: z.optional(z.array(anexoResumo)),
  /** The text is encrypted to the Ouvidoria's key (age, armored). */
  cifrado: z.optional(z.boolean()),
});
export type EventoCaso = z.infer<typeof eventoCaso>;

/** A remedy that is open now, with the last day to use it. */
export const remedio = z.object({
  /** `recurso-1`, `recurso-2` (Res. 215/2015, art. 18), `cnj` (art. 30, § 1, II), `omissao` (overdue without an answer). */
  tipo: z.string(),
  /** Last day; absent with `omissao`, which stays open until there is an answer. */
  ate: z.optional(civilDate),
  base: z.string(),
  /** Authority that decides. */
  autoridade: z.optional(z.string()),
  /** Where it is lodged, when that is not here. */
  url: z.optional(z.string()),
  /** The arithmetic of `ate`. */
  calculo: z.optional(z.array(passoPrazo)),
});
export type Remedio = z.infer<typeof remedio>;

/** Outcome of a case or of an appeal. `instancia` 0 is the answer itself; 1 and 2 are the appeals. */
export const RESULTADOS = ['respondida', 'concedida', 'parcial', 'negada', 'devolvida', 'provido', 'parcialmente-provido', 'desprovido'] as const;
export const decisao = z.object({
  instancia: z.number(),
  resultado: z.enum(RESULTADOS),
  texto: z.string(),
  /** Reasons of fact or law of a refusal (Res. 215/2015, art. 13, IV). */
  fundamento: z.optional(z.string()),
  autoridade: z.optional(z.string()),
  em: instant,
  /** When the person first saw it: appeals are counted from here (art. 18). */
  ciencia: z.optional(instant),
});
export type Decisao = z.infer<typeof decisao>;

/** What the person can do on the case now. */
export const ACOES_CIDADAO = ['complementar', 'responder', 'identificar', 'desistir', 'recorrer', 'avaliar'] as const;
export type AcaoCidadao = (typeof ACOES_CIDADAO)[number];

/** Answer of `POST /v1/protocolos/consulta`. */
export const caso = z.object({
  protocolo,
  tipo: tipoCaso,
  /** Kind of manifestation, when it is one. */
  especie: z.optional(z.string()),
  estado: estadoCaso,
  registradoEm: instant,
  prazo,
  eventos: z.array(eventoCaso),
  remedios: z.array(remedio),
  acoes: z.optional(z.array(z.enum(ACOES_CIDADAO))),
  /** The due date has passed and nobody has answered. */
  atrasado: z.optional(z.boolean()),
  /** The one extension, with the reason that has to be given for it. */
  prorrogacao: z.optional(z.object({ em: instant, motivo: z.string(), venciaEm: civilDate })),
  /** Question from the staff that waits for an answer. */
  pergunta: z.optional(z.object({ texto: z.string(), em: instant, ate: z.optional(civilDate) })),
  decisoes: z.optional(z.array(decisao)),
  /** The appeal that waits for a decision, with the term of who decides it (Res. 215/2015, art. 18, § 2). */
  recurso: z.optional(z.object({ instancia: z.number(), em: instant, prazo })),
  /** Where to go, when the matter is another body's (Res. 432/2021, art. 18). */
  destino: z.optional(z.object({ orgao: z.string(), url: z.optional(z.string()), motivo: z.string() })),
  avaliacao: z.optional(z.object({ nota: z.number(), em: instant })),
  /** The appointment, of a case that is one. */
  agendamento: z.optional(
    z.object({ unidadeId: z.string(), unidade: z.string(), inicio: instant, fim: instant, situacao: z.enum(['marcado', 'cancelado', 'atendido', 'faltou']), url: z.optional(z.string()), podeMudar: z.boolean() }),
  ),
  /** Hearings of the lawsuit that the person named, to come or recorded; none under sigilo (Res. CNJ 105/2010). Who may enter one has an invitation of their own. */
  audiencias: z.optional(
    z.array(z.object({ processo: z.string(), ato: z.string(), unidade: z.string(), em: instant, situacao: z.enum(['marcada', 'acontecendo', 'gravada']), url: z.optional(z.string()) })),
  ),
  /** How the person identified themselves; `anonima` may do so later. */
  modo: z.optional(z.enum(['identificada', 'preservada', 'anonima'])),
  /** Texts and files of the person are encrypted to this age recipient. */
  chaveAge: z.optional(z.string()),
  /** Lets the same person act on the case for 15 minutes. */
  token: z.object({ valor: z.string(), expiraEm: instant }),
});
export type Caso = z.infer<typeof caso>;

/** Body of `POST /v1/protocolos/consulta`. */
export const consultaEnvio = z.object({ protocolo, chave });
export type ConsultaEnvio = z.infer<typeof consultaEnvio>;
