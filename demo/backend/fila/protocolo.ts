import { sql } from 'kysely';
import { formatProtocolo } from '../../../src/domain/protocol/protocolo.ts';
import type { Db } from '../database.ts';

/**
 * Registers the protocol of a service: the next number of the year, out of the same counter as the cases, so that no two things of a court have one. The
 * counter's row stays locked until the commit: take it last.
 * @param dia civil date of the ticket at its unit
 * @param em epoch milliseconds
 */
export async function registrarProtocolo(tx: Db, dia: string, em: number): Promise<string> {
  const ano = Number(dia.slice(0, 4));
  const agora = new Date(em);
  const { ultimo } = await tx
    .insertInto('contadores')
    .values({ ano, ultimo: 1, ultimo_em: agora })
    .onConflict((oc) => oc.column('ano').doUpdateSet({ ultimo: sql`contadores.ultimo + 1`, ultimo_em: sql`greatest(contadores.ultimo_em, ${agora})` }))
    .returning('ultimo')
    .executeTakeFirstOrThrow();
  return formatProtocolo({ ano, numero: ultimo });
}
