import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';

/** Who is at a counter: somebody whose console gave a sign of life in this time, in milliseconds. */
export const PRESENTE_MS = 2 * 60_000;
/** A sign of life is written down at most this often, in milliseconds. */
const TOQUE_MS = 15_000;
/** After this long without a sign of life of its attendant, a colleague may take a ticket over, in milliseconds. */
export const ABANDONO_MS = 5 * 60_000;

/** Writes down that an attendant is at a counter; true when they were not there before. */
export type TocarPresenca = (unidadeId: string, quem: { sub: string; nome: string }) => Promise<boolean>;

export function createPresenca({ db, clock }: Pick<Contexto, 'db' | 'clock'>): TocarPresenca {
  // What this process wrote last, so that the calls of one console do not all go to the database.
  const tocadas = new Map<string, number>();
  return async (unidadeId, { sub, nome }) => {
    const agora = clock();
    const chave = `${unidadeId} ${sub}`;
    const antes = tocadas.get(chave);
    if (antes !== undefined && agora >= antes && agora - antes < TOQUE_MS) return false;
    if (tocadas.size > 10_000) tocadas.clear();
    tocadas.set(chave, agora);
    const visto_em = new Date(agora);
    const la = await db.selectFrom('presencas').select('visto_em').where('unidade_id', '=', unidadeId).where('sub', '=', sub).executeTakeFirst();
    await db
      .insertInto('presencas')
      .values({ unidade_id: unidadeId, sub, nome, visto_em })
      .onConflict((oc) => oc.columns(['unidade_id', 'sub']).doUpdateSet({ nome, visto_em }))
      .execute();
    return !la || agora - la.visto_em.getTime() >= PRESENTE_MS;
  };
}

/** Names of who is at each of the counters now, in order; a counter that is paused has nobody. */
export async function presentes(db: Db, unidades: readonly string[], agora: number): Promise<Map<string, string[]>> {
  const por = new Map<string, string[]>();
  if (!unidades.length) return por;
  const linhas = await db
    .selectFrom('presencas as p')
    .leftJoin('balcoes as b', 'b.unidade_id', 'p.unidade_id')
    .select(['p.unidade_id', 'p.nome'])
    .where('p.unidade_id', 'in', [...unidades])
    .where('p.visto_em', '>', new Date(agora - PRESENTE_MS))
    .where('b.pausado_em', 'is', null)
    .orderBy('p.nome')
    .execute();
  for (const { unidade_id, nome } of linhas) por.set(unidade_id, [...(por.get(unidade_id) ?? []), nome]);
  return por;
}

/** True when the attendant's console has given no sign of life for long, at any counter. */
export async function abandonou(db: Db, sub: string, agora: number): Promise<boolean> {
  const vista = await db
    .selectFrom('presencas')
    .select('sub')
    .where('sub', '=', sub)
    .where('visto_em', '>', new Date(agora - ABANDONO_MS))
    .executeTakeFirst();
  return !vista;
}
