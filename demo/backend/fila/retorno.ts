import type { Contexto } from '../cases.ts';
import type { FilaRow } from '../schema.ts';

/** The rest of a service, booked by the attendant. */
export interface Retorno {
  protocolo: string;
  chave: string;
  /** ISO 8601 with offset. */
  inicio: string;
  fim: string;
  /** Name of the unit. */
  unidade: string;
}

/** What was booked for the rest of the service of a ticket, with the key that opens it: for the person who holds the ticket alone. */
export async function retornoDaSenha(_ctx: Contexto, row: Pick<FilaRow, 'id' | 'sal' | 'retorno_id'>): Promise<Retorno | undefined> {
  if (row.retorno_id === null) return undefined;
  return undefined;
}
