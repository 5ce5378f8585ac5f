import { sql } from 'kysely';
import type { EntradaFila, FilaEnvio, SenhaFila, SituacaoFila } from '../../src/contract/fila.ts';
import type { Unidade } from '../../src/contract/tribunal.ts';
import { createRoomName } from '../../src/domain/room/room-name.ts';
import type { Contexto } from './cases.ts';
import { violou } from './database.ts';
import { ProblemError } from './problems.ts';
import type { FilaRow } from './schema.ts';
import { aleatorio, iguais, jsonCanonico, sha256 } from './secrets.ts';

/** How long a ticket is worth something, in milliseconds: a day of service, a break and an overtime included. */
const VALIDADE_INGRESSO_MS = 12 * 60 * 60 * 1000;

/** How long an opened room is this ticket's, in milliseconds. */
const VALIDADE_SALA_MS = 2 * 60 * 60 * 1000;

const JAAS_DOMAIN = '8x8.vc';

/** What the decision to open a room looks at. */
export interface PedidoDeSala {
  ticket: Pick<FilaRow, 'estado' | 'numero' | 'unidade_id'>;
  posicao: number;
}

/**
 * May this ticket's room open now? This is the only place that decides. Without attendants' side every room opens at once, in the order in
 * which people come; with it, the room opens when an attendant is free (Portaria TJRN 38/2021, art. 5).
 */
export type PodeAbrirSala = (pedido: PedidoDeSala) => boolean | Promise<boolean>;
export const abrirNaHora: PodeAbrirSala = () => true;

export interface ContextoFila extends Contexto {
  podeAbrirSala: PodeAbrirSala;
}

/** Words of an instant for a citizen, in the unit's zone: `segunda-feira, 23 de novembro, às 08:00`. */
function quando(instante: number, timezone: string): string {
  const dia = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' }).format(instante);
  const hora = new Intl.DateTimeFormat('pt-BR', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(instante);
  return `${dia}, às ${hora}`;
}

/** Refuses who cannot be served by video here and now (BV-02, BV-07). */
function conferirAtendimento(ctx: ContextoFila, unidade: Unidade): void {
  if (unidade.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
  if (!ctx.court.video(unidade)) throw new ProblemError('video-indisponivel');
  const status = ctx.court.situacao(unidade, ctx.clock());
  if (status.kind === 'open') return;
  const abre = status.kind === 'closed' ? status.opensAt : null;
  const motivo = status.kind === 'closed' && status.reason.name ? ` Hoje: ${status.reason.name}.` : '';
  const fuso = unidade.timezone ?? ctx.court.tribunal.timezone;
  throw new ProblemError('fora-do-horario', {
    detail: `O balcão virtual só atende no horário da unidade.${motivo}${abre === null ? '' : ` Abre ${quando(abre, fuso)}, no horário da unidade.`}`,
    proximaAbertura: abre === null ? null : ctx.court.instante(abre, unidade),
  });
}

type Ticket = Pick<FilaRow, 'id' | 'unidade_id' | 'dia' | 'numero' | 'estado' | 'ingresso_hash' | 'entrou_em' | 'corpo_hash' | 'sal'>;
const CAMPOS = ['id', 'unidade_id', 'dia', 'numero', 'estado', 'ingresso_hash', 'entrou_em', 'corpo_hash', 'sal'] as const;

/** The ticket's secret, derived as the key of a case is (see `derivarChave` in `cases.ts`): 256 bits, stored only as a keyed hash. */
const derivarIngresso = ({ chaves: { segredos } }: ContextoFila, idemKey: string, ticket: Pick<Ticket, 'corpo_hash' | 'sal'>): string =>
  segredos.mac('ingresso-derivacao', idemKey, ticket.corpo_hash, ticket.sal).toString('base64url');

/** Joins the queue of a unit in the order of arrival, once for each `Idempotency-Key`. */
export async function entrarNaFila(ctx: ContextoFila, unidade: Unidade, envio: FilaEnvio, idemKey: string): Promise<SenhaFila> {
  const { db, court, clock } = ctx;
  const { segredos } = ctx.chaves;
  const idemHash = segredos.mac('idempotencia', 'fila', idemKey);
  const corpoHash = sha256(jsonCanonico([unidade.id, envio]));
  const porChave = (): Promise<Ticket | undefined> => db.selectFrom('fila').select(CAMPOS).where('idem_hash', '=', idemHash).executeTakeFirst();
  const responder = async (ticket: Ticket): Promise<SenhaFila> => {
    if (!iguais(ticket.corpo_hash, corpoHash)) throw new ProblemError('chave-de-idempotencia-reusada');
    return { senha: senha(ticket), ingresso: derivarIngresso(ctx, idemKey, ticket), posicao: await posicao(ctx, ticket), estimativa: null };
  };

  // Who got a ticket before closing time gets it again after it (Portaria 38/2021, art. 5, § 2).
  const antes = await porChave();
  if (antes) return responder(antes);
  conferirAtendimento(ctx, unidade);

  const sal = aleatorio(16);
  const ingresso = derivarIngresso(ctx, idemKey, { corpo_hash: corpoHash, sal });
  let ticket: Ticket;
  try {
    ticket = await db.transaction().execute(async (tx) => {
      const agora = clock();
      const dia = court.dataCivil(agora, unidade);
      const { ultimo: numero } = await tx
        .insertInto('contadores_fila')
        .values({ unidade_id: unidade.id, dia, ultimo: 1 })
        .onConflict((oc) => oc.columns(['unidade_id', 'dia']).doUpdateSet({ ultimo: sql`contadores_fila.ultimo + 1` }))
        .returning('ultimo')
        .executeTakeFirstOrThrow();
      return tx
        .insertInto('fila')
        .values({
          unidade_id: unidade.id,
          dia,
          numero,
          nome: envio.nome ?? null,
          ingresso_hash: segredos.mac('ingresso', ingresso),
          entrou_em: new Date(agora),
          ordem: agora,
          idem_hash: idemHash,
          corpo_hash: corpoHash,
          sal,
        })
        .returning(CAMPOS)
        .executeTakeFirstOrThrow();
    });
  } catch (error) {
    const outro = violou(error, 'fila_idem_unico') ? await porChave() : undefined;
    if (!outro) throw error;
    return responder(outro);
  }
  return responder(ticket);
}

const senha = ({ numero }: Pick<Ticket, 'numero'>): string => String(numero).padStart(3, '0');

/** People who wait at the unit and came earlier; 0 for one who is not waiting any more. */
async function posicao({ db, clock }: ContextoFila, ticket: Ticket): Promise<number> {
  if (ticket.estado !== 'aguardando') return 0;
  const { quantos } = await db
    .selectFrom('fila')
    .select(({ fn }) => fn.countAll<number>().as('quantos'))
    .where('unidade_id', '=', ticket.unidade_id)
    .where('estado', '=', 'aguardando')
    .where('id', '<', ticket.id)
    .where('entrou_em', '>', new Date(clock() - VALIDADE_INGRESSO_MS))
    .executeTakeFirstOrThrow();
  return quantos;
}

/** The ticket of an `ingresso`. @throws ProblemError `ingresso-invalido` for one that is unknown or too old */
async function doIngresso({ db, clock, chaves: { segredos } }: ContextoFila, ingresso: string): Promise<Ticket> {
  const hash = segredos.mac('ingresso', ingresso);
  const ticket = await db.selectFrom('fila').select(CAMPOS).where('ingresso_hash', '=', hash).executeTakeFirst();
  // Found by the keyed hash, which nobody can steer; compared again in constant time all the same.
  if (!ticket || !iguais(ticket.ingresso_hash, hash)) throw new ProblemError('ingresso-invalido');
  if (clock() - ticket.entrou_em.getTime() > VALIDADE_INGRESSO_MS) throw new ProblemError('ingresso-invalido');
  return ticket;
}

export async function situacaoDaFila(ctx: ContextoFila, ingresso: string): Promise<SituacaoFila> {
  const ticket = await doIngresso(ctx, ingresso);
  const lugar = await posicao(ctx, ticket);
  return {
    senha: senha(ticket),
    unidadeId: ticket.unidade_id,
    estado: ticket.estado,
    posicao: lugar,
    estimativa: null,
    salaAberta: ticket.estado !== 'encerrada' && (await ctx.podeAbrirSala({ ticket, posicao: lugar })),
  };
}

/**
 * Opens the room of a ticket: the same one each time, so that a reload does not lose the call.
 * @throws ProblemError `aguarde-sua-vez`, `ingresso-encerrado`, `video-indisponivel`
 */
export async function abrirSala(ctx: ContextoFila, ingresso: string): Promise<EntradaFila> {
  const { db, court, clock } = ctx;
  const ticket = await doIngresso(ctx, ingresso);
  if (ticket.estado === 'encerrada') throw new ProblemError('ingresso-encerrado');
  const unidade = court.unidade(ticket.unidade_id);
  const video = unidade && court.video(unidade);
  if (!unidade || !video) throw new ProblemError('video-indisponivel');
  if (!(await ctx.podeAbrirSala({ ticket, posicao: await posicao(ctx, ticket) }))) throw new ProblemError('aguarde-sua-vez', { retryAfter: 5 });
  const agora = clock();
  await db.updateTable('fila').set({ estado: 'em-atendimento', chamado_em: new Date(agora) }).where('id', '=', ticket.id).where('estado', '=', 'aguardando').execute();
  const expiraEm = court.instante(agora + VALIDADE_SALA_MS, unidade);
  switch (video.provider) {
    case 'jitsi':
    case 'jaas':
      return { provider: video.provider, domain: video.provider === 'jitsi' ? video.domain : JAAS_DOMAIN, sala: nomeDaSala(ctx, ticket), expiraEm };
    case 'link':
      return { provider: 'link', url: video.url, expiraEm };
    case 'whatsapp':
      return { provider: 'whatsapp', url: `https://wa.me/${video.numero}${video.mensagem ? `?text=${encodeURIComponent(video.mensagem)}` : ''}`, expiraEm };
  }
}

/**
 * The room of a ticket alone: 144 bits from the server's secret and the ticket's random salt. Stored nowhere, and yet the same for the citizen
 * who comes back and for the attendant who is sent there.
 */
function nomeDaSala({ chaves: { segredos } }: ContextoFila, ticket: Pick<Ticket, 'id' | 'sal'>): string {
  let vez = 0;
  return createRoomName((bytes) => segredos.mac('sala', String(ticket.id), ticket.sal, String(vez++)).subarray(0, bytes));
}

/** Leaves the queue or the room; harmless when repeated. */
export async function sairDaFila(ctx: ContextoFila, ingresso: string): Promise<void> {
  const ticket = await doIngresso(ctx, ingresso);
  await ctx.db.updateTable('fila').set({ estado: 'encerrada', saiu_em: new Date(ctx.clock()) }).where('id', '=', ticket.id).where('estado', '!=', 'encerrada').execute();
}
