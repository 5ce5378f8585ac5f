import type { Insertable, Updateable } from 'kysely';
import type { EfeitoDaSenha, Senha } from '../../../src/domain/fila/senha.machine.ts';
import { concluirAgendamento } from '../agenda.ts';
import type { Db } from '../database.ts';
import type { FilaRow, FilaTable, Tabelas } from '../schema.ts';
import { registrarProtocolo } from './protocolo.ts';
import type { ContextoFila } from './tipos.ts';

/** How long a ticket is worth something, in milliseconds: a day of service, a break and an overtime included. */
export const VALIDADE_INGRESSO_MS = 12 * 60 * 60 * 1000;

export type Balcao = Pick<Insertable<Tabelas['balcoes']>, 'unidade_id'> & { seguidas: number };

/**
 * Runs a change of the queues of these units, alone: their rows in `balcoes` are locked first and in one order, so that every change of a queue has its
 * place in line after all before it, and two that touch the same units never wait for each other in a ring. Who listens is told after the commit.
 */
export async function noBalcao<T>({ db, avisos }: Pick<ContextoFila, 'db' | 'avisos'>, unidades: readonly string[], fazer: (tx: Db, balcoes: ReadonlyMap<string, Balcao>) => Promise<T>): Promise<T> {
  const ids = [...new Set(unidades)].toSorted();
  const tentar = (): Promise<{ feito: T } | null> =>
    db.transaction().execute(async (tx) => {
      const linhas = await tx.selectFrom('balcoes').select(['unidade_id', 'seguidas']).where('unidade_id', 'in', ids).orderBy('unidade_id').forUpdate().execute();
      if (linhas.length < ids.length) return null;
      const feito = await fazer(tx, new Map(linhas.map((linha) => [linha.unidade_id, linha])));
      for (const id of ids) await avisos.avisar(tx, id);
      return { feito };
    });
  const primeira = await tentar();
  if (primeira) return primeira.feito;
  // Rows of counters that nobody came to yet are made with no lock in hand: made beside locked ones, two changes could wait for each other in a ring.
  await db.insertInto('balcoes').values(ids.map((unidade_id) => ({ unidade_id }))).onConflict((oc) => oc.doNothing()).execute();
  return (await tentar())!.feito;
}

/** The ticket of a row, as its machine knows it. */
export function senhaDe(row: FilaRow): Senha {
  const { estado, faltas, atendente } = row;
  switch (estado) {
    case 'aguardando':
      return { estado, faltas };
    case 'chamada':
      return { estado, faltas, vez: row.vez === 2 ? 2 : 1, ate: row.chamada_ate!.getTime(), atendente: atendente! };
    case 'em-atendimento':
      return { estado, faltas, atendente, pessoaSaiu: row.saiu_em !== null };
    case 'encerrada':
      return { estado, faltas, fim: row.fim ?? 'expirada' };
  }
}

function colunas(row: FilaRow, senha: Senha, em: Date): Updateable<FilaTable> {
  const { estado, faltas } = senha;
  const fora = { vez: null, chamada_ate: null };
  switch (estado) {
    case 'aguardando':
      return { estado, faltas, ...fora, atendente: null, atendente_nome: null, atendido_em: null, saiu_em: null };
    case 'chamada':
      return { estado, faltas, vez: senha.vez, chamada_ate: new Date(senha.ate), atendente: senha.atendente };
    case 'em-atendimento':
      return { estado, faltas, ...fora, atendido_em: row.atendido_em ?? em, saiu_em: senha.pessoaSaiu ? (row.saiu_em ?? em) : null };
    case 'encerrada':
      return { estado, faltas, ...fora, fim: senha.fim, saiu_em: em };
  }
}

/**
 * Where a ticket goes that goes back: right after so many of those of its class who wait, or after the last of them. Its place is between two others, so that
 * nobody else's changes.
 */
async function ordemDepoisDe(tx: Db, { unidade_id, classe, ordem }: FilaRow, lugares: number): Promise<number> {
  const espera = tx.selectFrom('fila').select('ordem').where('unidade_id', '=', unidade_id).where('classe', '=', classe).where('estado', '=', 'aguardando');
  const [antes, depois] = await espera.orderBy('ordem').orderBy('id').offset(lugares - 1).limit(2).execute();
  if (antes) return depois ? (antes.ordem + depois.ordem) / 2 : antes.ordem + 1 / 64;
  const ultima = await espera.orderBy('ordem', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return ultima ? Math.max(ultima.ordem + 1 / 64, ordem) : ordem;
}

/**
 * Writes what became of a ticket. A service that is over gets its protocol, and the appointment that it came from is over with it.
 * @param mais columns that are not the machine's
 */
export async function gravarSenha(ctx: Pick<ContextoFila, 'court'>, tx: Db, row: FilaRow, { senha, efeitos }: { senha: Senha; efeitos: readonly EfeitoDaSenha[] }, em: number, mais: Updateable<FilaTable> = {}): Promise<FilaRow> {
  const recuo = efeitos.find(({ tipo }) => tipo === 'recuar');
  const ordem = recuo ? { ordem: await ordemDepoisDe(tx, row, recuo.lugares) } : {};
  const atendida = senha.estado === 'encerrada' && senha.fim === 'atendida' && row.estado !== 'encerrada';
  if (atendida && row.agendamento_id !== null) await concluirAgendamento(tx, ctx, row.agendamento_id, 'atendido', em);
  // A service that took place has a protocol, whichever way it ended; where rooms open at once, nobody knows whether it did.
  const protocolo = atendida && row.atendente !== null && row.protocolo === null ? { protocolo: await registrarProtocolo(tx, row.dia, em) } : {};
  return tx
    .updateTable('fila')
    .set({ ...colunas(row, senha, new Date(em)), ...ordem, ...protocolo, ...mais })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
