import * as z from 'zod/mini';
import { civilDate, instant, slug } from './primitives.ts';

/** A published count; null when it stands for fewer than `minimo` cases, or would give such a count away by subtraction. */
const total = z.nullable(z.number());
const parcela = z.object({ chave: z.string(), rotulo: z.string(), total });

/** Answer of `GET /v1/estatisticas/{ouvidoria,sic}?inicio&fim` (Res. 432/2021, art. 5, VII; Res. 215/2015, arts. 6, § 4, and 41, III). */
export const estatisticas = z.object({
  servico: z.enum(['ouvidoria', 'sic']),
  /** Both days included. */
  periodo: z.object({ inicio: civilDate, fim: civilDate }),
  geradoEm: instant,
  /** Smallest count that is published. */
  minimo: z.number(),
  recebidas: total,
  respondidas: total,
  /** Answered by the due date, the extension included. */
  noPrazo: total,
  prorrogadas: total,
  emAndamento: total,
  atrasadas: total,
  /** Median of the days from registration to answer. */
  diasMediana: z.nullable(z.number()),
  porTipo: z.array(parcela),
  porAssunto: z.array(parcela),
  porResultado: z.array(parcela),
  /** SIC: kind of person. */
  perfil: z.optional(z.array(parcela)),
  porMes: z.array(z.object({ mes: z.string(), recebidas: total, respondidas: total, noPrazo: total })),
  satisfacao: z.object({ respostas: total, media: z.nullable(z.number()), notas: z.array(z.object({ nota: z.number(), total })) }),
});
export type Estatisticas = z.infer<typeof estatisticas>;

const doBalcao = {
  /** Tickets whose day is over: served, absent, gone, expired. */
  senhas: total,
  atendidas: total,
  /** Called, and never came. */
  ausentes: total,
  /** Left before they were served. */
  sairam: total,
  /** Nobody called them while they were good. */
  expiradas: total,
  /** Minutes from arrival to the room, the one in the middle. */
  esperaMediana: z.nullable(z.number()),
  /** Mean of the ratings, 1 to 5. */
  nota: z.nullable(z.number()),
};

/** Answer of `GET /v1/estatisticas/balcao?inicio&fim`: how the counters served, by unit and by month. */
export const estatisticasBalcao = z.object({
  servico: z.literal('balcao'),
  /** Both days included. */
  periodo: z.object({ inicio: civilDate, fim: civilDate }),
  geradoEm: instant,
  /** Smallest count that is published. */
  minimo: z.number(),
  ...doBalcao,
  porUnidade: z.array(z.object({ unidadeId: slug, nome: z.string(), ...doBalcao })),
  porMes: z.array(z.object({ mes: z.string(), ...doBalcao })),
});
export type EstatisticasBalcao = z.infer<typeof estatisticasBalcao>;
