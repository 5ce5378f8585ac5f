import * as z from 'zod/mini';
import { decisao, estadoCaso, eventoCaso, protocolo, tipoCaso } from './caso.ts';
import { civilDate, instant } from './primitives.ts';

/** Version of the form of an exported case. Fields may be added to it; one that changes its meaning makes another version. */
export const FORMATO_EXPORTACAO = 'atrio-caso/1';

/**
 * One line of `GET /v1/tratamento/exportacao?inicio&fim` (JSON Lines): a case as another system of an Ouvidoria takes it, without who the person is
 * and without anything internal. Words follow this contract; `falaBr` is the kind in the numbers of Fala.BR.
 */
export const casoExportado = z.object({
  formato: z.literal(FORMATO_EXPORTACAO),
  /** Abbreviation of the court. */
  tribunal: z.string(),
  protocolo,
  tipo: tipoCaso,
  especie: z.nullable(z.string()),
  /** 1 denúncia, 2 reclamação, 3 elogio, 4 sugestão, 5 solicitação, 7 comunicado (anonymous report), 8 acesso à informação. */
  falaBr: z.nullable(z.number()),
  tema: z.nullable(z.string()),
  assunto: z.nullable(z.string()),
  estado: estadoCaso,
  /** How the person identified themselves; who they are is not here. */
  identificacao: z.nullable(z.enum(['identificada', 'preservada', 'anonima'])),
  unidadeId: z.nullable(z.string()),
  registradoEm: instant,
  /** Due date at registration, and the one that holds now. */
  vencimentoInicial: civilDate,
  vencimento: civilDate,
  prorrogacao: z.nullable(z.object({ em: instant, motivo: z.string() })),
  respondidoEm: z.nullable(instant),
  encerradoEm: z.nullable(instant),
  /** What was written. Null when it is encrypted to the Ouvidoria's key, or was removed at the end of its time. */
  teor: z.nullable(
    z.object({
      texto: z.nullable(z.string()),
      local: z.optional(z.string()),
      quando: z.optional(z.string()),
      envolvidos: z.optional(z.string()),
      processo: z.optional(z.string()),
      periodo: z.optional(z.object({ de: z.optional(civilDate), ate: z.optional(civilDate) })),
      documento: z.optional(z.string()),
    }),
  ),
  /** Public events alone. */
  historico: z.array(z.object({ tipo: z.string(), em: instant, papel: eventoCaso.shape.autor.shape.papel, unidade: z.nullable(z.string()), texto: z.nullable(z.string()) })),
  decisoes: z.array(decisao),
  recursos: z.array(z.object({ instancia: z.number(), em: instant })),
  avaliacao: z.nullable(z.object({ nota: z.number(), resolvido: z.nullable(z.string()) })),
  /** Files, without the names that people gave to them. */
  anexos: z.array(z.object({ tipo: z.string(), bytes: z.number(), sha256: z.nullable(z.string()), cifrado: z.boolean() })),
});
export type CasoExportado = z.infer<typeof casoExportado>;

/** One denial on appeal (Res. 215/2015, art. 19). */
export const negativaEmRecurso = z.object({
  protocolo,
  especie: z.nullable(z.string()),
  registradoEm: instant,
  instancia: z.number(),
  autoridade: z.nullable(z.string()),
  em: instant,
  resultado: z.enum(['desprovido', 'parcialmente-provido']),
  fundamento: z.nullable(z.string()),
  texto: z.string(),
});
/** Answer of `GET /v1/tratamento/negativas-em-recurso?mes=AAAA-MM`, unless `Accept` asks for CSV. */
export const negativasEmRecurso = z.object({ tribunal: z.string(), mes: z.string(), itens: z.array(negativaEmRecurso) });
export type NegativasEmRecurso = z.infer<typeof negativasEmRecurso>;
