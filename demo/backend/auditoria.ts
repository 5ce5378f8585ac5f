import type { Ator } from './ator.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';

/** What is written down of the staff. The table takes new lines alone: the database refuses to change or remove one. */
export type AcaoAuditada =
  | 'ver-caso'
  | 'ver-identidade'
  | 'baixar-anexo'
  | 'pedir-desvelamento'
  | 'autorizar-desvelamento'
  | 'recusar-desvelamento'
  | 'corrigir-dados'
  | 'exportar-casos'
  | 'tirar-relatorio'
  | 'exportar-negativas'
  | 'ler-auditoria'
  /** Under sigilo, each time somebody is given a recording, goes on with it or takes it home; and what the staff does with one. */
  | 'ver-gravacao'
  | 'continuar-gravacao'
  | 'baixar-gravacao'
  | 'criar-gravacao'
  | 'enviar-gravacao'
  | 'marcar-gravacao'
  | 'mudar-sigilo-gravacao'
  | 'dar-acesso-gravacao'
  | 'revogar-acesso-gravacao'
  /** An act at the virtual counter: `balcao-chamar`, `balcao-encerrar`… */
  | `balcao-${string}`
  /** An act of who conducts a hearing: `audiencia-iniciar`, `audiencia-admitir`… */
  | `audiencia-${string}`
  /** An act on a case: `ato-responder`, `ato-encaminhar`… */
  | `ato-${string}`;

/** Who did it: somebody of the staff, or a person with an access of their own (`acesso:12`). */
export type QuemFez = Pick<Ator, 'sub'> & { nome?: string; papeis: readonly string[] };

export interface Registro {
  ator: QuemFez;
  acao: AcaoAuditada;
  casoId?: number | null;
  /** Never personal data: a line of the audit outlives what it speaks of. */
  detalhe?: Record<string, unknown>;
  em: Date;
}

/** Writes a line. In the transaction of what it tells about, or before what it tells about is shown. */
export async function auditar(db: Db, registro: Registro): Promise<void> {
  await auditarComNumero(db, registro);
}

/** The same, and gives the number of the line. */
export async function auditarComNumero(db: Db, { ator, acao, casoId, detalhe, em }: Registro): Promise<string> {
  const { id } = await db
    .insertInto('auditoria')
    .values({ em, ator: ator.sub, papel: ator.papeis.join(' '), acao, caso_id: casoId ?? null, detalhe: JSON.stringify({ nome: ator.nome, ...detalhe }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

export interface LinhaAuditoria {
  id: string;
  em: string;
  ator: string;
  papel: string;
  acao: string;
  protocolo: string | null;
  detalhe?: Record<string, unknown>;
}

/**
 * The audit, newest first.
 * @param filtro `protocolo` for one case; `antes` is the id that the last page ended with
 */
export async function lerAuditoria(db: Db, court: Court, filtro: { protocolo?: string; antes?: number }, tamanho: number): Promise<{ itens: LinhaAuditoria[]; proxima: string | null }> {
  let query = db
    .selectFrom('auditoria')
    .leftJoin('casos', 'casos.id', 'auditoria.caso_id')
    .select(['auditoria.id', 'auditoria.em', 'auditoria.ator', 'auditoria.papel', 'auditoria.acao', 'auditoria.detalhe', 'casos.protocolo'])
    .orderBy('auditoria.id', 'desc')
    .limit(tamanho + 1);
  if (filtro.protocolo !== undefined) query = query.where('casos.protocolo', '=', filtro.protocolo);
  if (filtro.antes !== undefined) query = query.where('auditoria.id', '<', filtro.antes);
  const linhas = await query.execute();
  const itens = linhas.slice(0, tamanho).map(({ id, em, detalhe, protocolo, ...resto }) => ({ id: String(id), em: court.instante(em.getTime()), ...resto, protocolo, ...(detalhe ? { detalhe } : {}) }));
  return { itens, proxima: linhas.length > tamanho ? (itens.at(-1)?.id ?? null) : null };
}
