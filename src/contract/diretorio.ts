import * as z from 'zod/mini';
import { instant } from './primitives.ts';
import { calendario, canal, hours, openingHoursSpecification } from './tribunal.ts';

/** Usual hours, and the special days of who has some. */
const horario = z.union([z.string(), z.object({ hours, especiais: z.optional(z.array(openingHoursSpecification)) })]);

/**
 * Every unit of a court in columns: answer of `GET /v1/diretorio`, or a file that the court publishes (`npm run diretorio`). One array for each field, all of
 * one length; a number points into the table of the repeated values. 14 K for each 1,000 units, compressed.
 */
export const diretorio = z.object({
  versao: z.literal(1),
  geradoEm: instant,
  /** Calendar of the court, so that a page without the court file knows its holidays. */
  calendario: z.optional(calendario),
  /** Tables of repeated values. */
  tabelas: z.object({
    tipos: z.array(z.string()),
    comarcas: z.array(z.string()),
    municipios: z.array(z.string()),
    zonas: z.array(z.string()),
    horarios: z.array(horario),
    /** Street addresses in lines, parted by `;`. */
    enderecos: z.array(z.string()),
    /** Page of the counter; `{id}` in it stands for the unit's id. */
    balcoes: z.array(z.string()),
  }),
  colunas: z.object({
    /** Empty when it is the name in lower case without accents, with hyphens for all that is neither letter nor digit. */
    id: z.array(z.string()),
    /** `{comarca}` stands for the unit's comarca: most names of a court repeat from one to the next. */
    nome: z.array(z.string()),
    tipo: z.array(z.number()),
    /** -1 when there is none, as in the columns that follow. */
    comarca: z.array(z.number()),
    /** -1 when it is called like the comarca. */
    municipio: z.array(z.number()),
    zona: z.array(z.number()),
    horario: z.array(z.number()),
    endereco: z.array(z.number()),
    /** -1 for a unit that has no counter: a judge's chambers never has one (Res. CNJ 372/2021, art. 4, sole §). */
    balcao: z.array(z.number()),
    /** Several are parted by `;`; empty when there is none. Four digits alone stand for the last four characters: what is before them is as in the row above. */
    telefone: z.array(z.string()),
    /** `{comarca}` stands for the comarca in lower case, without accents, with nothing between the words. */
    email: z.array(z.string()),
    whatsapp: z.array(z.string()),
  }),
  /** Rows whose counter takes messages, and nobody is met there by video. */
  semVideo: z.array(z.number()),
  /** Channels of rows that the columns cannot tell: with a label, a note, a chat, a form, an address for letters. They stand instead of the columns. */
  canais: z.array(z.tuple([z.number(), z.array(canal)])),
});
export type Diretorio = z.infer<typeof diretorio>;
