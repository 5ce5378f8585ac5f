import { sql } from 'kysely';
import type { AvaliacaoFila, EntradaFila, FilaEnvio, ResumoFila, SenhaFila, SituacaoFila } from '../../../src/contract/fila.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import { estimar } from '../../../src/domain/fila/estimativa.ts';
import { posicaoDe } from '../../../src/domain/fila/ordem.ts';
import { classeDe } from '../../../src/domain/fila/prioridade.ts';
import { passo, type EventoDaSenha } from '../../../src/domain/fila/senha.machine.ts';
import { violou } from '../database.ts';
import { ProblemError } from '../problems.ts';
import type { FilaRow } from '../schema.ts';
import { aleatorio, iguais, jsonCanonico, sha256 } from '../secrets.ts';
import { gravarSenha, noBalcao, senhaDe, VALIDADE_INGRESSO_MS } from './balcao.ts';
import { acabou, lerBalcao, lerSenha, mostrarSituacao, numeroDaSenha, type Leitura } from './leitura.ts';
import { conferirHora } from './marcado.ts';
import { varrerUnidade } from './motor.ts';
import { abreNaHora, regraDaFila } from './regra.ts';
import { entradaNaSala } from './sala.ts';
import type { ContextoFila } from './tipos.ts';

/** The queue as a citizen lives it. */

/** A sign of life of a page is written down at most this often, in milliseconds. */
export const VISTO_MS = 15_000;

/** Words of an instant for a citizen, in the unit's zone: `segunda-feira, 23 de novembro, às 08:00`. */
function quando(instante: number, timezone: string): string {
  const dia = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' }).format(instante);
  const hora = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(instante);
  return `${dia}, às ${hora}`;
}

/** Refuses who cannot be served by video here and now (BV-02, BV-07, BV-08). An appointment that is due is its own hour. */
function conferirAtendimento(ctx: ContextoFila, unidade: Unidade, envio: FilaEnvio): void {
  const { tribunal } = ctx.court;
  if (unidade.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
  if (!ctx.court.video(unidade)) throw new ProblemError('video-indisponivel');
  if (tribunal.ramo === 'eleitoral' && envio.materia === 'administrativa' && !unidade.materiaAdministrativa) {
    throw new ProblemError('dados-invalidos', { errors: [{ pointer: '/materia', code: 'materia-indevida', detail: 'Este balcão atende só matéria jurisdicional (Resolução CNJ 372/2021, art. 6º-A).' }] });
  }
  const status = ctx.court.situacao(unidade, ctx.clock());
  if (status.kind === 'open' || envio.agendamento) return;
  const abre = status.kind === 'closed' ? status.opensAt : null;
  const motivo = status.kind === 'closed' && status.reason.name ? ` Hoje: ${status.reason.name}.` : '';
  const fuso = unidade.timezone ?? tribunal.timezone;
  throw new ProblemError('fora-do-horario', {
    detail: `O balcão virtual só atende no horário da unidade.${motivo}${abre === null ? '' : ` Abre ${quando(abre, fuso)}, no horário da unidade.`}`,
    proximaAbertura: abre === null ? null : ctx.court.instante(abre, unidade),
  });
}

/** People ahead of a ticket. */
const lugar = (ctx: ContextoFila, { senha, contagens, balcao }: Leitura): number =>
  senha.estado === 'aguardando' ? posicaoDe(senha.classe, contagens, balcao.seguidas, regraDaFila(ctx.court, ctx.court.unidade(senha.unidadeId))) : 0;

type Guardada = Pick<FilaRow, 'id' | 'corpo_hash' | 'sal'>;
const GUARDADA = ['id', 'corpo_hash', 'sal'] as const;

/** The ticket's secret, derived as the key of a case is (see `derivarChave` in `cases.ts`): 256 bits, stored only as a keyed hash. */
const derivarIngresso = ({ chaves: { segredos } }: ContextoFila, idemKey: string, ticket: Pick<Guardada, 'corpo_hash' | 'sal'>): string =>
  segredos.mac('ingresso-derivacao', idemKey, ticket.corpo_hash, ticket.sal).toString('base64url');

/**
 * The next number of the day, and a place behind everybody who came before, whatever the clocks of the processes say: the counter's row stays locked until the
 * commit, and a rollback gives the number back. A millisecond apart, so that there is room in between for who goes back some places.
 */
async function proximaSenha(tx: ContextoFila['db'], unidadeId: string, dia: string, agora: number): Promise<{ numero: number; ordem: number }> {
  const { ultimo, ultima_ordem } = await tx
    .insertInto('contadores_fila')
    .values({ unidade_id: unidadeId, dia, ultimo: 1, ultima_ordem: agora })
    .onConflict((oc) =>
      oc.columns(['unidade_id', 'dia']).doUpdateSet({ ultimo: sql`contadores_fila.ultimo + 1`, ultima_ordem: sql`greatest(excluded.ultima_ordem, contadores_fila.ultima_ordem + 1)` }),
    )
    .returning(['ultimo', 'ultima_ordem'])
    .executeTakeFirstOrThrow();
  return { numero: ultimo, ordem: ultima_ordem };
}

/** Joins the queue of a unit, once for each `Idempotency-Key`. */
export async function entrarNaFila(ctx: ContextoFila, unidade: Unidade, envio: FilaEnvio, idemKey: string): Promise<SenhaFila> {
  const { db, court, clock } = ctx;
  const { segredos } = ctx.chaves;
  const idemHash = segredos.mac('idempotencia', 'fila', idemKey);
  const corpoHash = sha256(jsonCanonico([unidade.id, envio]));
  const porChave = (): Promise<Guardada | undefined> => db.selectFrom('fila').select(GUARDADA).where('idem_hash', '=', idemHash).executeTakeFirst();
  const responder = async (ticket: Guardada): Promise<SenhaFila> => {
    if (!iguais(ticket.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
    const lida = await lerSenha(db, sql`f.id = ${ticket.id}`, clock());
    if (!lida) throw new Error('a ticket that was just written is gone');
    const posicao = lugar(ctx, lida);
    return { senha: numeroDaSenha(lida.senha), ingresso: derivarIngresso(ctx, idemKey, ticket), posicao, estimativa: lida.senha.estado === 'aguardando' ? estimar(posicao, lida.balcao) : null };
  };

  // Who got a ticket before closing time gets it again after it (Portaria 38/2021, art. 5, § 2).
  const antes = await porChave();
  if (antes) return responder(antes);
  conferirAtendimento(ctx, unidade, envio);

  const sal = aleatorio(16);
  const ingresso = derivarIngresso(ctx, idemKey, { corpo_hash: corpoHash, sal });
  const { assunto, processo, materia, prioridade, libras, sigilo, semVideo, identificacao, agendamento } = envio;
  let ticket: Guardada;
  try {
    ticket = await noBalcao(ctx, [unidade.id], async (tx) => {
      const agora = clock();
      const hora = agendamento ? await conferirHora(ctx, tx, unidade, agendamento) : null;
      const dia = court.dataCivil(agora, unidade);
      const entrouEm = new Date(agora);
      return tx
        .insertInto('fila')
        .values({
          unidade_id: unidade.id,
          dia,
          ...(await proximaSenha(tx, unidade.id, dia, agora)),
          nome: envio.nome ?? null,
          classe: classeDe(prioridade, hora !== null),
          dados: JSON.stringify({ assunto, processo, materia, prioridade, libras, sigilo, semVideo }),
          identificacao: sigilo && identificacao ? JSON.stringify(identificacao) : null,
          agendamento_id: hora,
          ingresso_hash: segredos.mac('ingresso', ingresso),
          entrou_em: entrouEm,
          visto_em: entrouEm,
          idem_hash: idemHash,
          corpo_hash: corpoHash,
          sal,
        })
        .returning(GUARDADA)
        .executeTakeFirstOrThrow();
    });
  } catch (error) {
    const outro = violou(error, 'fila_idem_unico') || error instanceof ProblemError ? await porChave() : undefined;
    if (!outro) throw error;
    return responder(outro);
  }
  return responder(ticket);
}

/** The ticket of an `ingresso`. It is found by a keyed hash, which nobody can steer. @throws ProblemError `ingresso-invalido` for one that is unknown or too old */
export async function porIngresso({ db, clock, chaves: { segredos } }: ContextoFila, ingresso: string): Promise<Leitura> {
  const agora = clock();
  const lida = await lerSenha(db, sql`f.ingresso_hash = ${segredos.mac('ingresso', ingresso)}`, agora);
  if (!lida || agora - lida.senha.entrou > VALIDADE_INGRESSO_MS) throw new ProblemError('ingresso-invalido');
  return lida;
}

/** Writes down that the person's page is there. */
async function tocar({ db, clock }: ContextoFila, { senha }: Leitura): Promise<void> {
  const agora = clock();
  if (senha.estado === 'encerrada' || (senha.visto !== null && agora - senha.visto < VISTO_MS)) return;
  await db.updateTable('fila').set({ visto_em: new Date(agora) }).where('id', '=', senha.id).execute();
}

/** Where a ticket that was just read stands. */
export async function situacaoDaFila(ctx: ContextoFila, lida: Leitura): Promise<SituacaoFila> {
  let atual = lida;
  const { senha } = lida;
  if (senha.estado === 'chamada' && senha.ate !== null && senha.ate <= ctx.clock()) {
    await noBalcao(ctx, [senha.unidadeId], (tx) => varrerUnidade(ctx, tx, senha.unidadeId));
    atual = (await lerSenha(ctx.db, sql`f.id = ${senha.id}`, ctx.clock())) ?? lida;
  }
  await tocar(ctx, atual);
  return mostrarSituacao(ctx, atual.senha, lugar(ctx, atual), atual.balcao);
}

/** What the person does to their own ticket. Gives the ticket as it is then. */
async function fazer(ctx: ContextoFila, { senha }: Leitura, evento: (unidade: Unidade | undefined) => EventoDaSenha): Promise<FilaRow> {
  for (let unidadeId = senha.unidadeId; ; ) {
    const unidade = ctx.court.unidade(unidadeId);
    const feito = await noBalcao(ctx, [unidadeId], async (tx): Promise<FilaRow | string> => {
      const row = await tx.selectFrom('fila').selectAll().where('id', '=', senha.id).forUpdate().executeTakeFirstOrThrow();
      // Transferred meanwhile: it is the other counter's now.
      if (row.unidade_id !== unidadeId) return row.unidade_id;
      const um = evento(unidade);
      const passou = passo(senhaDe(row), um, regraDaFila(ctx.court, unidade));
      if (!('senha' in passou)) {
        if (passou.recusa === 'encerrada') throw new ProblemError('ingresso-encerrado');
        throw new ProblemError('aguarde-sua-vez', { retryAfter: 5 });
      }
      if (row.estado === 'encerrada') return row;
      const em = ctx.clock();
      return gravarSenha(ctx, tx, row, passou, em, row.chamado_em === null && um.tipo === 'entrar' ? { chamado_em: new Date(em) } : {});
    });
    if (typeof feito !== 'string') return feito;
    unidadeId = feito;
  }
}

/**
 * Opens the room of a ticket: the same one each time within one service, so that a reload does not lose the call.
 * @throws ProblemError `aguarde-sua-vez`, `ingresso-encerrado`, `video-indisponivel`
 */
export async function abrirSala(ctx: ContextoFila, lida: Leitura): Promise<EntradaFila> {
  const unidade = ctx.court.unidade(lida.senha.unidadeId);
  if (lida.senha.estado !== 'encerrada' && (!unidade || !ctx.court.video(unidade))) throw new ProblemError('video-indisponivel');
  const row = await fazer(ctx, lida, (onde) => ({ tipo: 'entrar', imediata: abreNaHora(ctx, onde) }));
  const entrada = await entradaNaSala(ctx, row, { nome: row.nome ?? `Senha ${numeroDaSenha(row)}`, moderador: false, sub: 'cidadao' });
  return row.dados.semVideo && !('url' in entrada) ? { ...entrada, semVideo: true } : entrada;
}

/** Leaves the queue or the room; harmless when repeated. */
export async function sairDaFila(ctx: ContextoFila, lida: Leitura): Promise<void> {
  if (!acabou(lida.senha)) await fazer(ctx, lida, () => ({ tipo: 'sair' }));
}

/**
 * What the person thinks of a service that took place; the same again changes nothing.
 * @throws ProblemError `sem-atendimento`, `fila-ja-avaliada`
 */
export async function avaliar({ db, clock }: ContextoFila, { senha }: Leitura, { nota, resolvido, comentario }: AvaliacaoFila): Promise<void> {
  if (!acabou(senha) || (senha.estado === 'encerrada' && senha.fim !== 'atendida')) throw new ProblemError('sem-atendimento');
  const nova = { fila_id: senha.id, nota, resolvido: resolvido ?? null, comentario: comentario || null };
  const { numInsertedOrUpdatedRows } = await db.insertInto('avaliacoes_fila').values({ ...nova, em: new Date(clock()) }).onConflict((oc) => oc.doNothing()).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) return;
  const antes = await db.selectFrom('avaliacoes_fila').select(['fila_id', 'nota', 'resolvido', 'comentario']).where('fila_id', '=', senha.id).executeTakeFirst();
  if (jsonCanonico(antes) !== jsonCanonico(nova)) throw new ProblemError('fila-ja-avaliada');
}

/** How full the counter of a unit is, for everybody. @throws ProblemError `gabinete-sem-balcao` */
export async function resumoDaFila(ctx: ContextoFila, unidade: Unidade): Promise<ResumoFila> {
  if (unidade.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
  const { db, court } = ctx;
  const balcao = await lerBalcao(ctx, unidade.id);
  const { aguardando } = await db
    .selectFrom('fila')
    .select(({ fn }) => fn.countAll<number>().as('aguardando'))
    .where('unidade_id', '=', unidade.id)
    .where('estado', '=', 'aguardando')
    .executeTakeFirstOrThrow();
  const { limite } = regraDaFila(court, unidade);
  return {
    unidadeId: unidade.id,
    aguardando,
    // Who comes now has all of them ahead.
    estimativa: estimar(aguardando, balcao),
    pausa: balcao.pausa && { motivo: balcao.pausa.motivo, ate: balcao.pausa.ate === null ? null : court.instante(balcao.pausa.ate, unidade) },
    lotada: limite !== null && aguardando >= limite,
    atendentes: balcao.atendentes,
    mensagem: unidade.aceitaAssincrono === true,
    agenda: (unidade.agenda ?? court.tribunal.balcao?.agenda) !== undefined,
  };
}
