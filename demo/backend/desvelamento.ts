import { sql } from 'kysely';
import type { DesvelamentoNaLista } from '../../src/contract/tratamento.ts';
import type { Ator } from './ator.ts';
import { auditar } from './auditoria.ts';
import type { Contexto } from './cases.ts';
import { violou } from './database.ts';
import { ProblemError } from './problems.ts';
import type { CasoRow } from './schema.ts';

/** How long who was allowed may look at a preserved identity, in hours. */
export const DESVELAMENTO_HORAS = 24;

/** A request to see a preserved identity. */
export interface Desvelamento {
  id: string;
  por: string;
  motivo: string;
  em: string;
  situacao: 'pedido' | 'autorizado' | 'recusado';
}

const CAMPOS = ['id', 'pedido_por', 'motivo', 'pedido_em', 'autorizado', 'expira_em'] as const;
type Linha = { id: number; pedido_por: string; motivo: string; pedido_em: Date; autorizado: boolean | null; expira_em: Date | null };

const situacao = ({ autorizado }: Linha): Desvelamento['situacao'] => (autorizado === null ? 'pedido' : autorizado ? 'autorizado' : 'recusado');
const mostrar = ({ court }: Contexto, linha: Linha): Desvelamento => ({
  id: String(linha.id),
  por: linha.pedido_por,
  motivo: linha.motivo,
  em: court.instante(linha.pedido_em.getTime()),
  situacao: situacao(linha),
});

/** May this person look at the preserved identity now? */
export async function vigente({ db, clock }: Contexto, casoId: number, sub: string): Promise<boolean> {
  const achado = await db
    .selectFrom('desvelamentos')
    .select('id')
    .where('caso_id', '=', casoId)
    .where('pedido_por', '=', sub)
    .where('autorizado', '=', true)
    .where('expira_em', '>', new Date(clock()))
    .executeTakeFirst();
  return achado !== undefined;
}

/** The last request of this person on the case that still says something: one whose time is over is no longer told. */
export async function ultimoDesvelamento(ctx: Contexto, casoId: number, sub: string): Promise<Desvelamento | null> {
  const linha = await ctx.db
    .selectFrom('desvelamentos')
    .select(CAMPOS)
    .where('caso_id', '=', casoId)
    .where('pedido_por', '=', sub)
    .where((eb) => eb.or([eb('expira_em', 'is', null), eb('expira_em', '>', new Date(ctx.clock()))]))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return linha ? mostrar(ctx, linha) : null;
}

/**
 * Asks to see a preserved identity. Asked twice before it is decided, it is the same request.
 * @throws ProblemError `sem-identidade-preservada`
 */
export async function pedirDesvelamento(ctx: Contexto, ator: Ator, caso: CasoRow, motivo: string): Promise<Desvelamento> {
  const { db, clock } = ctx;
  if (caso.modo !== 'preservada' || caso.anonimizado_em) throw new ProblemError('sem-identidade-preservada');
  const em = new Date(clock());
  return db.transaction().execute(async (tx) => {
    const novo = await tx
      .insertInto('desvelamentos')
      .values({ caso_id: caso.id, pedido_por: ator.sub, motivo, pedido_em: em })
      .onConflict((oc) => oc.columns(['caso_id', 'pedido_por']).where('decidido_em', 'is', null).doNothing())
      .returning(CAMPOS)
      .executeTakeFirst();
    if (!novo) {
      const antes = await tx.selectFrom('desvelamentos').select(CAMPOS).where('caso_id', '=', caso.id).where('pedido_por', '=', ator.sub).where('decidido_em', 'is', null).executeTakeFirstOrThrow();
      return mostrar(ctx, antes);
    }
    await auditar(tx, { ator, acao: 'pedir-desvelamento', casoId: caso.id, detalhe: { desvelamento: String(novo.id) }, em });
    return mostrar(ctx, novo);
  });
}

/**
 * Allows or refuses, by a person other than the one who asked; the database refuses it too.
 * @throws ProblemError `desvelamento-nao-encontrado`, `desvelamento-por-outra-pessoa`, `desvelamento-ja-decidido`
 */
export async function decidirDesvelamento(ctx: Contexto, ator: Ator, id: string, autorizo: boolean): Promise<Desvelamento> {
  const { db, clock } = ctx;
  if (!/^\d{1,15}$/.test(id)) throw new ProblemError('desvelamento-nao-encontrado');
  const agora = clock();
  try {
    return await db.transaction().execute(async (tx) => {
      const decidido = await tx
        .updateTable('desvelamentos')
        .set({ decidido_por: ator.sub, decidido_em: new Date(agora), autorizado: autorizo, expira_em: autorizo ? new Date(agora + DESVELAMENTO_HORAS * 3_600_000) : null })
        .where('id', '=', Number(id))
        .where('decidido_em', 'is', null)
        .returning([...CAMPOS, 'caso_id'])
        .executeTakeFirst();
      if (!decidido) {
        const antes = await tx.selectFrom('desvelamentos').select([...CAMPOS, 'decidido_por']).where('id', '=', Number(id)).executeTakeFirst();
        if (!antes) throw new ProblemError('desvelamento-nao-encontrado');
        // Said again by the same person: the same answer.
        if (antes.decidido_por !== ator.sub || antes.autorizado !== autorizo) throw new ProblemError('desvelamento-ja-decidido');
        return mostrar(ctx, antes);
      }
      await auditar(tx, { ator, acao: autorizo ? 'autorizar-desvelamento' : 'recusar-desvelamento', casoId: decidido.caso_id, detalhe: { desvelamento: id, pedidoPor: decidido.pedido_por }, em: new Date(agora) });
      return mostrar(ctx, decidido);
    });
  } catch (error) {
    if (violou(error, 'desvelamento_por_outra_pessoa')) throw new ProblemError('desvelamento-por-outra-pessoa');
    throw error;
  }
}

/** Requests that wait for a decision, the oldest first. */
export async function desvelamentosPedidos(ctx: Contexto): Promise<DesvelamentoNaLista[]> {
  const linhas = await ctx.db
    .selectFrom('desvelamentos')
    .innerJoin('casos', 'casos.id', 'desvelamentos.caso_id')
    .select(['desvelamentos.id', 'pedido_por', 'motivo', 'pedido_em', 'autorizado', 'expira_em', 'casos.protocolo'])
    .where('decidido_em', 'is', null)
    .orderBy(sql`desvelamentos.id`)
    .limit(200)
    .execute();
  return linhas.map(({ protocolo, ...linha }) => ({ ...mostrar(ctx, linha), protocolo }));
}
