import type { AnexoResumo } from '../../src/contract/anexo.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { ProblemError } from './problems.ts';

/** What uploads are given to. */
export interface DonoDeAnexos {
  casoId: number;
  /** The event that brought them, when it is not the registration. */
  eventoId?: number | null;
  papel?: string;
}

/**
 * Gives uploads to a case, in the transaction that writes what they came with. An upload belongs to one submission: whoever knows its id may
 * give it away once, and only when it is whole and was not refused.
 * @throws ProblemError `dados-invalidos`, with a pointer to each that cannot be taken
 */
export async function vincularAnexos(tx: Db, ids: readonly string[] | undefined, dono: DonoDeAnexos): Promise<void> {
  if (!ids?.length) return;
  const errors: { pointer: string; code: string; detail: string }[] = [];
  for (const [ordem, id] of ids.entries()) {
    const { numUpdatedRows } = await tx
      .updateTable('anexos')
      .set({ caso_id: dono.casoId, evento_id: dono.eventoId ?? null, papel: dono.papel ?? 'cidadao', ordem })
      .where('id', '=', id)
      .where('caso_id', 'is', null)
      .where('situacao', '=', 'pronto')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) {
      errors.push({ pointer: `/anexos/${ordem}`, code: 'anexo-indisponivel', detail: 'Este arquivo não está mais no servidor, ou não chegou inteiro. Anexe de novo.' });
    }
  }
  if (errors.length) throw new ProblemError('dados-invalidos', { errors });
}

/** The files of a case, in the order in which they were given. */
export async function anexosDoCaso(db: Db, court: Court, casoId: number): Promise<AnexoResumo[]> {
  const linhas = await db
    .selectFrom('anexos')
    .select(['id', 'nome', 'tipo', 'bytes', 'criado_em', 'papel', 'cifrado'])
    .where('caso_id', '=', casoId)
    .where('situacao', '=', 'pronto')
    .orderBy('evento_id', (ob) => ob.asc().nullsFirst())
    .orderBy('ordem')
    .orderBy('id')
    .execute();
  return linhas.map(({ id, nome, tipo, bytes, criado_em, papel, cifrado }) => ({ id, nome, tipo, bytes, em: court.instante(criado_em.getTime()), papel, ...(cifrado ? { cifrado } : {}) }));
}
