import { sql, type RawBuilder, type Updateable } from 'kysely';
import { escolher, seguidasDepois, type NaFila } from '../../../src/domain/fila/ordem.ts';
import { classeDe } from '../../../src/domain/fila/prioridade.ts';
import { passo, type EventoDaSenha, type RecusaDaSenha } from '../../../src/domain/fila/senha.machine.ts';
import { violou, type Db } from '../database.ts';
import { ProblemError } from '../problems.ts';
import type { FilaRow, FilaTable } from '../schema.ts';
import { gravarSenha, noBalcao, senhaDe, VALIDADE_INGRESSO_MS } from './balcao.ts';
import { regraDaFila } from './regra.ts';
import type { Atendente, ContextoFila, Motor } from './tipos.ts';

/** Why an act is not taken, in words for who serves. */
const PALAVRAS: Record<RecusaDaSenha, string> = {
  'aguarde': 'Esta senha ainda não foi chamada.',
  'indisponivel': 'Esta senha não está mais com você: ela voltou para a fila.',
  'na-janela': 'A pessoa ainda está no tempo de entrar.',
  'nao-entrou': 'A pessoa ainda não entrou na sala.',
  'pessoa-saiu': 'A pessoa já saiu da chamada: registre o que foi combinado e encerre.',
  'encerrada': 'Este atendimento já terminou.',
};

const indisponivel = (recusa: RecusaDaSenha): ProblemError => new ProblemError('acao-indisponivel', { detail: PALAVRAS[recusa] });

/** The ticket in the hands of an attendant, of whatever unit. */
const naMao = (db: Db, sub: string) => db.selectFrom('fila').selectAll().where('atendente', '=', sub).where('estado', 'in', ['chamada', 'em-atendimento']).executeTakeFirst();

/** The first of each class that somebody waits in: one look into the index for each, however many wait. */
export const cabecasDe = (unidadeId: string): RawBuilder<NaFila> => sql<NaFila>`
  select f.id, f.classe, f.ordem from (values (0), (1), (2), (3)) c (classe)
  cross join lateral (
    select id, classe, ordem from fila where unidade_id = ${unidadeId} and estado = 'aguardando' and classe = c.classe order by ordem, id limit 1
  ) f`;

/** Does within the unit's lock what time has done: windows that passed, tickets whose day is over. Gives how many. */
export async function varrerUnidade(ctx: ContextoFila, tx: Db, unidadeId: string): Promise<number> {
  const { court, clock } = ctx;
  const agora = clock();
  const regra = regraDaFila(court, court.unidade(unidadeId));
  const velhas = new Date(agora - VALIDADE_INGRESSO_MS);
  // Two looks into an index each, however many wait.
  const vencidas = await tx
    .selectFrom('fila')
    .selectAll()
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('fila')
        .select('id')
        .where('unidade_id', '=', unidadeId)
        .where('estado', '=', 'chamada')
        .where('chamada_ate', '<=', new Date(agora))
        .unionAll(selectFrom('fila').select('id').where('unidade_id', '=', unidadeId).where('estado', '!=', 'encerrada').where('entrou_em', '<=', velhas)),
    )
    .orderBy('chamada_ate')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of vencidas) {
    const velha = row.entrou_em <= velhas;
    const feito = passo(senhaDe(row), velha ? { tipo: 'expirar' } : { tipo: 'passou-janela', em: agora }, regra);
    if (!('senha' in feito)) continue;
    // Who hung up before the day was over was served until then.
    const em = velha ? (row.saiu_em?.getTime() ?? agora) : agora;
    await gravarSenha(ctx, tx, row, feito, em);
  }
  return vencidas.length;
}

/** Columns that an act writes beside what becomes of the ticket. */
function doAto(ato: Parameters<Motor['agir']>[0], row: FilaRow, em: number): Updateable<FilaTable> {
  switch (ato.acao) {
    case 'encerrar':
      return { combinado: ato.combinado ?? null };
    case 'chamar-de-novo':
      return { chamado_em: new Date(em) };
    case 'transferir':
      return {
        unidade_id: ato.unidadeId,
        // The time of arrival stays, and so does the priority; an appointment was of the unit that it was made with.
        ordem: row.entrou_em.getTime(),
        classe: classeDe(row.dados.prioridade),
        transferida_de: row.unidade_id,
        transferida_motivo: ato.motivo ?? null,
      };
    case 'ausente':
      return {};
  }
}

/** The engine of the queue. It keeps nothing: any number of them, in any number of processes, serve the same queues. */
export function createMotor(ctx: ContextoFila): Motor {
  const { db, court, clock } = ctx;

  const chamarProxima = (unidadeId: string, { sub, nome }: Atendente, umaVez: Parameters<Motor['chamar']>[2], chamou: Parameters<Motor['chamar']>[3]): Promise<FilaRow | null> =>
    noBalcao(ctx, [unidadeId], async (tx, balcoes) => {
      const nova = (await umaVez?.(tx)) ?? true;
      await varrerUnidade(ctx, tx, unidadeId);
      const minha = await naMao(tx, sub);
      if (minha || !nova) return minha ?? null;
      const regra = regraDaFila(court, court.unidade(unidadeId));
      const { seguidas } = balcoes.get(unidadeId)!;
      const escolhida = escolher((await cabecasDe(unidadeId).execute(tx)).rows, seguidas, regra);
      if (!escolhida) return null;
      const em = clock();
      const row = await tx.selectFrom('fila').selectAll().where('id', '=', escolhida.id).forUpdate().executeTakeFirstOrThrow();
      const feito = passo(senhaDe(row), { tipo: 'chamar', em, atendente: sub }, regra);
      if (!('senha' in feito)) throw new Error(`a ticket that waits cannot be called: ${feito.recusa}`);
      const depois = seguidasDepois(row.classe, seguidas);
      if (depois !== seguidas) await tx.updateTable('balcoes').set({ seguidas: depois }).where('unidade_id', '=', unidadeId).execute();
      const chamada = await gravarSenha(ctx, tx, row, feito, em, { atendente_nome: nome, chamado_em: new Date(em), sala_vez: row.sala_vez + 1 });
      await chamou?.(tx, chamada);
      return chamada;
    });

  return {
    async chamar(unidadeId, atendente, umaVez, chamou) {
      try {
        return await chamarProxima(unidadeId, atendente, umaVez, chamou);
      } catch (error) {
        // The same attendant called at another unit at the same time: that is the ticket in hand.
        const outra = violou(error, 'fila_um_por_atendente') ? await naMao(db, atendente.sub) : undefined;
        if (!outra) throw error;
        return outra;
      }
    },

    async agir(ato, { sub }, umaVez, junto) {
      const id = /^\d{1,15}$/.test(ato.senhaId) ? Number(ato.senhaId) : 0;
      const destino = ato.acao === 'transferir' ? court.unidade(ato.unidadeId) : undefined;
      if (ato.acao === 'transferir') {
        if (!destino) throw new ProblemError('unidade-nao-encontrada');
        if (destino.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
        if (!court.video(destino)) throw new ProblemError('video-indisponivel');
      }
      for (;;) {
        const onde = await db.selectFrom('fila').select('unidade_id').where('id', '=', id).executeTakeFirst();
        if (!onde) throw new ProblemError('senha-nao-encontrada');
        const unidades = [onde.unidade_id, ...(destino ? [destino.id] : [])];
        const feito = await noBalcao(ctx, unidades, async (tx) => {
          const row = await tx.selectFrom('fila').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
          // Transferred between the two looks: the other unit's row has to be locked instead.
          if (row.unidade_id !== onde.unidade_id) return null;
          if (umaVez && !(await umaVez(tx))) return row;
          if (row.atendente !== sub) {
            if (row.estado === 'chamada' || row.estado === 'em-atendimento') throw new ProblemError('senha-de-outro-atendente');
            throw indisponivel(row.estado === 'encerrada' ? 'encerrada' : 'indisponivel');
          }
          if (destino && destino.id === row.unidade_id) throw new ProblemError('acao-indisponivel', { detail: 'Esta senha já é desta unidade.' });
          const em = clock();
          const evento: EventoDaSenha = ato.acao === 'chamar-de-novo' || ato.acao === 'ausente' ? { tipo: ato.acao, em } : { tipo: ato.acao };
          const passou = passo(senhaDe(row), evento, regraDaFila(court, court.unidade(row.unidade_id)));
          if (!('senha' in passou)) throw indisponivel(passou.recusa);
          const depois = await gravarSenha(ctx, tx, row, passou, em, doAto(ato, row, em));
          await junto?.(tx, depois);
          return depois;
        });
        if (feito) return feito;
      }
    },

    async varrer() {
      const agora = clock();
      const { rows } = await sql<{ unidade_id: string }>`
        select unidade_id from fila where estado = 'chamada' and chamada_ate <= ${new Date(agora)}
        union
        select unidade_id from fila where estado <> 'encerrada' and entrou_em <= ${new Date(agora - VALIDADE_INGRESSO_MS)}`.execute(db);
      const mudaram: string[] = [];
      for (const { unidade_id } of rows) {
        if (await noBalcao(ctx, [unidade_id], (tx) => varrerUnidade(ctx, tx, unidade_id))) mudaram.push(unidade_id);
      }
      return mudaram;
    },
  };
}
