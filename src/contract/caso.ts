import * as z from 'zod/mini';
import { civilDate, instant } from './primitives.ts';

/** Kind of a registered case. */
export const tipoCaso = z.enum(['manifestacao', 'pedido-informacao']);
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
  dias: z.number().check(z.int(), z.positive()),
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
});
export type EventoCaso = z.infer<typeof eventoCaso>;

/** A remedy that is open now, with the last day to use it. */
export const remedio = z.object({ tipo: z.string(), ate: civilDate, base: z.string() });

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
  /** Lets the same person act on the case for 15 minutes. */
  token: z.object({ valor: z.string(), expiraEm: instant }),
});
export type Caso = z.infer<typeof caso>;

/** Body of `POST /v1/protocolos/consulta`. */
export const consultaEnvio = z.object({ protocolo, chave });
export type ConsultaEnvio = z.infer<typeof consultaEnvio>;
