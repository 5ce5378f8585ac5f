import * as z from 'zod/mini';
import { instant } from './primitives.ts';

/**
 * Every unit of a court in columns: answer of `GET /v1/diretorio`, or a file that the court publishes (`npm run diretorio`). One array for each field, all of
 * one length; a number points into the table of the repeated values. 14 K for each 1,000 units, compressed.
 */
export const diretorio = z.object({
  versao: z.literal(1),
  geradoEm: instant,
  /** Tables of repeated values. */
  tabelas: z.object({
    tipos: z.array(z.string()),
    comarcas: z.array(z.string()),
    municipios: z.array(z.string()),
    zonas: z.array(z.string()),
    horarios: z.array(z.string()),
    /** Street addresses in lines, parted by `;`. */
    enderecos: z.array(z.string()),
    /** Address of a call in another tool, by unit; `{id}` in it stands for the unit's id. */
    balcoes: z.array(z.string()),
  }),
  colunas: z.object({
    id: z.array(z.string()),
    nome: z.array(z.string()),
    tipo: z.array(z.number()),
    comarca: z.array(z.number()),
    municipio: z.array(z.number()),
    zona: z.array(z.number()),
    horario: z.array(z.number()),
    endereco: z.array(z.number()),
    /** -1 for a unit that has no counter by video. */
    balcao: z.array(z.number()),
    /** Empty when there is none. */
    telefone: z.array(z.string()),
    email: z.array(z.string()),
    whatsapp: z.array(z.string()),
  }),
});
export type Diretorio = z.infer<typeof diretorio>;
