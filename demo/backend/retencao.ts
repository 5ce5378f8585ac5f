import { sql } from 'kysely';
import { TEMAS_MANIFESTACAO, TIPOS_MANIFESTACAO } from '../../src/contract/manifestacao.ts';
import { ESPECIES_PEDIDO } from '../../src/contract/pedido.ts';
import { OUTROS } from '../../src/domain/statistics/rotulos.ts';
import type { TipoCaso } from '../../src/contract/caso.ts';
import { isDoBalcao } from '../../src/domain/caso/situacao.ts';
import type { Arquivos } from './arquivos.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { erroSemDados, type Log } from './log.ts';
import type { CasoRow } from './schema.ts';
import { aleatorio } from './secrets.ts';

/**
 * Retention (Lei 13.709/2018, arts. 15 and 16): what is due is made anonymous, and the counts stay.
 *
 * The court file says for how many years after its end a case is kept (`retencao`). **Without a term nothing is erased**: the papers of a court are public
 * archives, and only the court may decide how long they are kept (Lei 8.159/1991, art. 9; Res. CNJ 324/2020).
 *
 * A case ends when it is closed; one that was answered and that nobody closed ends with its last decision, unless an appeal is waiting for one. An
 * appointment ends with its hour at the latest.
 *
 * Afterwards there is the number of the case, its kind, matter, dates, states, outcome and rating: what the statistics count. Gone are the identity, every
 * text of the person and of the staff, the files, the messages, the hashes that the person's key or body could be tried against, and who of the staff
 * acted. The audit keeps its lines, which name no citizen.
 */

export interface RetencaoContexto {
  db: Db;
  court: Court;
  arquivos: Pick<Arquivos, 'apagar'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Years that a case of this kind is kept after its end, or null when the court gave no term. */
export function anosDeGuarda({ tribunal }: Pick<Court, 'tribunal'>, tipo: TipoCaso): number | null {
  const { manifestacaoAnos, pedidoAnos, balcaoAnos } = tribunal.retencao ?? {};
  const anos: Record<TipoCaso, number | undefined> = { 'manifestacao': manifestacaoAnos, 'pedido-informacao': pedidoAnos, 'mensagem': balcaoAnos, 'agendamento': balcaoAnos };
  return anos[tipo] ?? null;
}

/** Last day on which a case `c` is kept; null while it has not ended. 29 February ends on the 28th. */
const ultimoDia = (fuso: string, anos: number) => sql<string | null>`((coalesce(
  c.encerrado_em,
  case when c.estado in ('respondida', 'devolvida', 'negada', 'parcial')
    then greatest(c.respondido_em, (select max(d.em) from decisoes d where d.caso_id = c.id)) end,
  (c.agendamento ->> 'fim')::timestamptz
) at time zone ${fuso})::date + make_interval(years => ${anos}::int))::date`;

/** Last day on which a case is kept, as a civil date; null when the court gave no term, and while the case has not ended. */
export async function guardadoAte(db: Db, court: Court, { id, tipo, anonimizado_em }: Pick<CasoRow, 'id' | 'tipo' | 'anonimizado_em'>): Promise<string | null> {
  const anos = anosDeGuarda(court, tipo);
  if (anos === null || anonimizado_em) return null;
  const { rows } = await sql<{ ate: string | null }>`select ${ultimoDia(court.tribunal.timezone, anos)} as ate from casos c where c.id = ${id}`.execute(db);
  return rows[0]?.ate ?? null;
}

const TIPOS: readonly TipoCaso[] = ['manifestacao', 'pedido-informacao', 'mensagem', 'agendamento'];

const conhecido = (value: string | null, lista: readonly string[]): string | null => (value === null || lista.includes(value) ? value : OUTROS.chave);

/** Makes one case anonymous. Its row is locked by who calls. Files go first: should the rest fail, it is all done again. */
async function anonimizar(tx: Db, { court, arquivos }: RetencaoContexto, caso: Pick<CasoRow, 'id' | 'tipo' | 'especie' | 'tema' | 'assunto'>, em: Date, anos: number): Promise<void> {
  const { id, tipo } = caso;
  const anexos = await tx.selectFrom('anexos').select('id').where('caso_id', '=', id).execute();
  for (const anexo of anexos) await arquivos.apagar(anexo.id);
  const identidade = await tx.selectFrom('identidades').select('dados').where('caso_id', '=', id).executeTakeFirst();
  // Natural or legal person: the one thing about the person that is counted (Res. 215/2015, art. 41, III).
  const pessoa = identidade?.dados['pessoa'];
  const conteudo = tipo === 'pedido-informacao' && (pessoa === 'natural' || pessoa === 'juridica') ? { perfil: pessoa } : {};

  await tx.deleteFrom('saida').where('caso_id', '=', id).execute();
  await tx.deleteFrom('anexos').where('caso_id', '=', id).execute();
  await tx.deleteFrom('identidades').where('caso_id', '=', id).execute();
  await tx.deleteFrom('desvelamentos').where('caso_id', '=', id).execute();
  await tx.deleteFrom('atos').where('caso_id', '=', id).execute();
  await tx.updateTable('eventos').set({ texto: null, dados: null, ator: null, cifrado: false }).where('caso_id', '=', id).execute();
  await tx.updateTable('decisoes').set({ texto: '', fundamento: null, autoridade: null }).where('caso_id', '=', id).execute();
  await tx.updateTable('recursos').set({ texto: '' }).where('caso_id', '=', id).execute();
  await tx.updateTable('avaliacoes').set({ comentario: null }).where('caso_id', '=', id).execute();
  await tx.deleteFrom('vagas').where('caso_id', '=', id).execute();
  const { ouvidoria, sic, balcao, unidades } = court.tribunal;
  const assuntos = isDoBalcao(caso) ? [...(balcao?.assuntos ?? []), ...unidades.flatMap((unidade) => unidade.assuntos ?? [])].map(({ rotulo }) => rotulo) : ((tipo === 'manifestacao' ? ouvidoria : sic)?.assuntos ?? []);
  await tx
    .updateTable('casos')
    .set({
      conteudo: JSON.stringify(conteudo),
      especie: conhecido(caso.especie, tipo === 'manifestacao' ? TIPOS_MANIFESTACAO : ESPECIES_PEDIDO),
      tema: conhecido(caso.tema, TEMAS_MANIFESTACAO),
      // A subject that is not of the court's list was typed by somebody.
      assunto: caso.assunto?.trim() ? conhecido(caso.assunto, assuntos) : null,
      recibo: '',
      chave_hash: aleatorio(32),
      idem_hash: aleatorio(32),
      corpo_hash: aleatorio(32),
      sal: aleatorio(16),
      cifrado: false,
      prorrogado_motivo: null,
      pergunta: null,
      destino: null,
      anonimizado_em: em,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .insertInto('auditoria')
    .values({ em, ator: 'sistema', papel: 'sistema', acao: 'anonimizar', caso_id: id, detalhe: JSON.stringify({ anos, anexos: anexos.length }) })
    .execute();
}

/**
 * Makes anonymous every case that is due now, each in a transaction of its own. Several processes may do it at once: each takes rows that no other has. One that
 * cannot be done does not keep the others.
 * @returns how many cases it did
 * @throws the first error met, after all that could be done was done
 */
export async function anonimizarVencidos(ctx: RetencaoContexto): Promise<number> {
  const { db, court, clock } = ctx;
  const agora = clock();
  const hoje = court.dataCivil(agora);
  const fuso = court.tribunal.timezone;
  const erros: unknown[] = [];
  let feitos = 0;
  for (const tipo of TIPOS) {
    const anos = anosDeGuarda(court, tipo);
    if (anos === null) continue;
    const proximo = async (tx: Db, depois: number) =>
      (
        await sql<Pick<CasoRow, 'id' | 'tipo' | 'especie' | 'tema' | 'assunto'>>`
          select c.id, c.tipo, c.especie, c.tema, c.assunto
          from casos c
          where c.tipo = ${tipo} and c.anonimizado_em is null and c.id > ${depois}
            and ${ultimoDia(fuso, anos)} < ${hoje}::date
          order by c.id
          limit 1
          for update of c skip locked`.execute(tx)
      ).rows[0];
    for (let depois: number | null = 0; depois !== null; ) {
      let id: number | null = null;
      try {
        depois = await db.transaction().execute(async (tx) => {
          const caso = await proximo(tx, depois!);
          if (!caso) return null;
          id = caso.id;
          await anonimizar(tx, ctx, caso, new Date(agora), anos);
          return caso.id;
        });
        if (depois !== null) feitos += 1;
      } catch (error) {
        erros.push(error);
        depois = id;
      }
    }
  }
  if (erros.length) throw erros[0];
  return feitos;
}

const DIA_MS = 24 * 60 * 60 * 1000;

/**
 * Takes off the tickets of past days what was said for the service of that day: the name, the matter, who the person is, notes. The queue of a day ends with it;
 * numbers, hours and outcome stay, for the figures. What was agreed at the counter, the comments of the survey and who served go after the term that the court
 * gave (`retencao.balcaoAnos`), and stay without one.
 * @returns how many tickets
 */
export async function esquecerFila({ db, court, clock }: RetencaoContexto): Promise<number> {
  const agora = clock();
  // A day later, so that no zone of the court is still in the day.
  const ontem = court.dataCivil(agora - DIA_MS);
  const velho = new Date(agora - 2 * DIA_MS);
  const { numUpdatedRows } = await db
    .updateTable('fila')
    .set({ nome: null, dados: '{}', identificacao: null, notas: null, transferida_motivo: null })
    .where('dia', '<', ontem)
    .where(sql<boolean>`(nome is not null or dados <> '{}'::jsonb or identificacao is not null or notas is not null or transferida_motivo is not null)`)
    .executeTakeFirst();
  await db.updateTable('convites').set({ recado: null }).where('recado', 'is not', null).where('em', '<', velho).execute();
  await db.deleteFrom('presencas').where('visto_em', '<', velho).execute();
  await db.deleteFrom('atos_fila').where('em', '<', velho).execute();

  const anos = court.tribunal.retencao?.balcaoAnos;
  if (anos) {
    const vencida = sql<boolean>`((coalesce(f.saiu_em, f.entrou_em) at time zone ${court.tribunal.timezone})::date + make_interval(years => ${anos}::int))::date < ${court.dataCivil(agora)}::date`;
    await sql`update avaliacoes_fila a set comentario = null from fila f where f.id = a.fila_id and a.comentario is not null and ${vencida}`.execute(db);
    await sql`update fila f set combinado = null, atendente = null, atendente_nome = null where f.estado = 'encerrada' and (f.combinado is not null or f.atendente is not null or f.atendente_nome is not null) and ${vencida}`.execute(db);
    await sql`delete from convites v using fila f where f.id = v.fila_id and f.estado = 'encerrada' and ${vencida}`.execute(db);
  }
  return Number(numUpdatedRows);
}

/** What one pass did. */
export interface PassagemRetencao {
  casos: number;
  senhas: number;
}

/** Does all that is due, whether or not it was done today. */
export async function passarRetencao(ctx: RetencaoContexto): Promise<PassagemRetencao> {
  return { casos: await anonimizarVencidos(ctx), senhas: await esquecerFila(ctx) };
}

export interface Retencao {
  /** Does what is due, once a day at the court, in whichever process comes first; null when it was done today. */
  passar(): Promise<PassagemRetencao | null>;
  /** Looks every hour whether the day was done, until stopped. */
  iniciar(): void;
  parar(): Promise<void>;
}

const HORA_MS = 60 * 60 * 1000;
const META = 'retencao';

export function createRetencao(ctx: RetencaoContexto & { log: Log }): Retencao {
  const { db, court, clock, log } = ctx;
  let timer: NodeJS.Timeout | undefined;
  let emCurso: Promise<unknown> = Promise.resolve();

  async function passar(): Promise<PassagemRetencao | null> {
    const hoje = court.dataCivil(clock());
    const tomado = await db
      .insertInto('meta')
      .values({ nome: META, valor: hoje })
      .onConflict((oc) => oc.column('nome').doUpdateSet({ valor: hoje }).where('meta.valor', '<', hoje))
      .returning('nome')
      .executeTakeFirst();
    if (!tomado) return null;
    try {
      return await passarRetencao(ctx);
    } catch (error) {
      // The day is given back: somebody tries again within the hour.
      await db.deleteFrom('meta').where('nome', '=', META).execute();
      throw error;
    }
  }

  const tentar = (): void => {
    emCurso = passar().then(
      (feito) => {
        if (feito && (feito.casos || feito.senhas)) log.info({ ...feito }, 'retenção');
      },
      (error: unknown) => log.error({ erro: erroSemDados(error) }, 'a retenção não terminou'),
    );
  };

  return {
    passar,
    iniciar() {
      tentar();
      timer = setInterval(tentar, HORA_MS);
      timer.unref();
    },
    async parar() {
      clearInterval(timer);
      await emCurso;
    },
  };
}
