import type { ConviteAtendimento } from '../../../src/contract/atendimento.ts';
import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import { ProblemError } from '../problems.ts';
import type { FilaRow } from '../schema.ts';

/** Staff asked into a colleague's call (Res. CNJ 372/2021, art. 4). An invitation is open to everybody of the unit until one of them takes it, or the call ends. */

/** Invitations to these units that can be taken now, oldest first, but for one's own. */
export async function convitesAbertos({ db, court }: Pick<Contexto, 'db' | 'court'>, unidades: readonly string[], sub: string): Promise<ConviteAtendimento[]> {
  if (!unidades.length) return [];
  const linhas = await db
    .selectFrom('convites as v')
    .innerJoin('fila as f', 'f.id', 'v.fila_id')
    .select(['v.id', 'v.fila_id', 'v.unidade_id', 'v.por_nome', 'v.recado', 'v.em', 'f.unidade_id as na'])
    .where('v.unidade_id', 'in', [...unidades])
    .where('v.por', '!=', sub)
    // Who took one sees it until the call ends, and can go back in.
    .where((eb) => eb.or([eb('v.aceito_por', 'is', null), eb('v.aceito_por', '=', sub)]))
    .where('f.estado', 'in', ['chamada', 'em-atendimento'])
    // The service that it was made in: not another one of the same ticket, after a transfer.
    .whereRef('v.sala_vez', '=', 'f.sala_vez')
    .orderBy('v.id')
    .execute();
  return linhas.map(({ id, fila_id, unidade_id, por_nome, recado, em, na }) => ({
    id: String(id),
    senhaId: String(fila_id),
    unidadeId: unidade_id,
    por: `${por_nome} (${court.unidade(na)?.nome ?? na})`,
    recado,
    em: court.instante(em.getTime(), court.unidade(unidade_id)),
  }));
}

/** Asks the colleagues of a unit into a call. */
export async function convidar(tx: Db, ticket: Pick<FilaRow, 'id' | 'sala_vez'>, { unidadeId, recado }: { unidadeId: string; recado?: string | undefined }, por: { sub: string; nome: string }, em: Date): Promise<void> {
  await tx.insertInto('convites').values({ fila_id: ticket.id, sala_vez: ticket.sala_vez, unidade_id: unidadeId, por: por.sub, por_nome: por.nome, recado: recado ?? null, em }).execute();
}

/**
 * Takes an invitation: the first of the unit who comes; again for who took it.
 * @throws ProblemError `convite-nao-encontrado`, also for one to another unit; `convite-aceito`; `acao-indisponivel` when the call is over
 */
export async function aceitarConvite(tx: Db, id: number, unidades: readonly string[], sub: string, em: Date): Promise<FilaRow> {
  const convite = await tx.selectFrom('convites').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!convite || !unidades.includes(convite.unidade_id)) throw new ProblemError('convite-nao-encontrado');
  if (convite.aceito_por !== null && convite.aceito_por !== sub) throw new ProblemError('convite-aceito');
  const ticket = await tx.selectFrom('fila').selectAll().where('id', '=', convite.fila_id).executeTakeFirstOrThrow();
  const viva = ticket.estado === 'chamada' || ticket.estado === 'em-atendimento';
  if (!viva || ticket.sala_vez !== convite.sala_vez) throw new ProblemError('acao-indisponivel', { detail: 'Este atendimento já terminou.' });
  if (convite.aceito_por === null) await tx.updateTable('convites').set({ aceito_por: sub, aceito_em: em }).where('id', '=', id).execute();
  return ticket;
}
