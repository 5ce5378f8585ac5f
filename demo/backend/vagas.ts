import { sql } from 'kysely';
import type { Unidade } from '../../src/contract/tribunal.ts';
import { diaEHora } from '../../src/domain/agenda/prazo.ts';
import { ANTECEDENCIA_HORAS, livres, lugares, maisProximas, vagasDaAgenda, type AgendaDeVagas, type DiaDeVagas, type PeriodoDeVagas, type Vaga } from '../../src/domain/agenda/vagas.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import { ProblemError } from './problems.ts';
import { sha256 } from './secrets.ts';

/** Places of the slots of a unit (Portaria Conjunta TJRN 38/2021, art. 5, § 1): which are taken, and taking one so that two people never have the same. */

/** A unit with its agenda. */
export interface ComAgenda {
  unidade: Unidade;
  agenda: AgendaDeVagas;
}

/** @throws ProblemError `unidade-nao-encontrada`, `gabinete-sem-balcao`, `agenda-indisponivel` */
export function comAgenda(court: Court, unidadeId: string): ComAgenda {
  const unidade = court.unidade(unidadeId);
  if (!unidade) throw new ProblemError('unidade-nao-encontrada');
  if (unidade.tipo === 'gabinete') throw new ProblemError('gabinete-sem-balcao');
  const agenda = court.agenda(unidade);
  if (!agenda) throw new ProblemError('agenda-indisponivel');
  return { unidade, agenda };
}

type Tomada = Vaga & { vaga: number };

/** Places taken at any time between two instants. */
async function tomadas(db: Db, unidadeId: string, de: number, ate: number): Promise<Tomada[]> {
  const linhas = await db
    .selectFrom('vagas')
    .select(['inicio', 'fim', 'vaga'])
    .where('unidade_id', '=', unidadeId)
    .where('fim', '>', new Date(de))
    .where('inicio', '<', new Date(ate))
    .execute();
  return linhas.map(({ inicio, fim, vaga }) => ({ inicio: inicio.getTime(), fim: fim.getTime(), vaga }));
}

/** Slots that are free, day by day; days without any are left out. */
export async function vagasLivres(db: Db, court: Court, { unidade, agenda }: ComAgenda, agora: number, periodo: PeriodoDeVagas = {}): Promise<DiaDeVagas[]> {
  const dias = vagasDaAgenda(agenda, agora, court.zone, periodo).filter(({ vagas }) => vagas.length);
  const [first, last] = [dias[0]?.vagas[0], dias.at(-1)?.vagas.at(-1)];
  if (!first || !last) return [];
  const ocupadas = await tomadas(db, unidade.id, first.inicio, last.fim);
  return dias.map(({ dia, vagas }) => ({ dia, vagas: livres(vagas, ocupadas, lugares(agenda)) })).filter(({ vagas }) => vagas.length);
}

/** How many free slots are named to somebody whose slot is gone. */
const SUGESTOES = 3;

/** The refusal of a slot: why, and the nearest that are free, in words. */
async function naoDa(db: Db, court: Court, com: ComAgenda, inicio: number, agora: number, porque: string, periodo: PeriodoDeVagas): Promise<ProblemError> {
  const dias = await vagasLivres(db, court, com, agora, periodo);
  const perto = maisProximas(dias.flatMap(({ vagas }) => vagas), inicio, SUGESTOES).map((vaga) => diaEHora(court.instante(vaga.inicio, com.unidade)));
  const outras = perto.length ? `Os horários livres mais próximos são: ${perto.join('; ')}.` : 'Não há outro horário livre por enquanto.';
  return new ProblemError('vaga-indisponivel', { detail: `${porque} ${outras}` });
}

const LOCK = 0x41_47_44_41;
const lockOf = (unidadeId: string): number => sha256(`agenda ${unidadeId}`).readInt32BE(0);

/** What is asked for: a slot that begins at an instant, in epoch milliseconds. */
export interface PedidoDeVaga extends ComAgenda {
  inicio: number;
  /** Stands in for the notice that the unit asks for. */
  antecedenciaHoras?: number | undefined;
}

/**
 * Takes a place for a case, in the transaction of what needs it; the one that the case had is given back, and kept when there is no other.
 *
 * Who takes places of a unit does it one after the other, in whichever process: the lock is the unit's and ends with the transaction. The primary key
 * of the table has the last word.
 * @throws ProblemError `vaga-indisponivel`, with the nearest free slots in its words
 */
export async function tomarVaga(tx: Db, court: Court, pedido: PedidoDeVaga, casoId: number, agora: number): Promise<void> {
  const { unidade } = pedido;
  await sql`select pg_advisory_xact_lock(${LOCK}::int, ${lockOf(unidade.id)}::int)`.execute(tx);
  await soltarVaga(tx, casoId);
  const { inicio, fim, vaga } = await conferirVaga(tx, court, pedido, agora);
  await tx.insertInto('vagas').values({ unidade_id: unidade.id, inicio: new Date(inicio), fim: new Date(fim), vaga, caso_id: casoId }).execute();
}

/**
 * The place that would be taken now.
 * @throws ProblemError `vaga-indisponivel`, with the nearest free slots in its words
 */
export async function conferirVaga(db: Db, court: Court, pedido: PedidoDeVaga, agora: number): Promise<Tomada> {
  const { unidade, agenda, inicio, antecedenciaHoras } = pedido;
  const recusar = (porque: string): Promise<ProblemError> => naoDa(db, court, pedido, inicio, agora, porque, { antecedenciaHoras });
  const dia = court.dataCivil(inicio, unidade);
  const horas = antecedenciaHoras ?? agenda.config.antecedenciaHoras ?? ANTECEDENCIA_HORAS;
  if (inicio < agora) throw await recusar('Este horário já passou.');
  if (inicio < agora + horas * 36e5) throw await recusar(`Este horário está perto demais: marque com pelo menos ${String(horas).replace('.', ',')} ${horas === 1 ? 'hora' : 'horas'} de antecedência.`);
  const vaga = vagasDaAgenda(agenda, agora, court.zone, { de: dia, ate: dia, antecedenciaHoras })
    .flatMap(({ vagas }) => vagas)
    .find((uma) => uma.inicio === inicio);
  if (!vaga) throw await recusar('Este horário não é da agenda desta unidade.');
  const ocupadas = await tomadas(db, unidade.id, vaga.inicio, vaga.fim);
  if (ocupadas.length >= lugares(agenda)) throw await recusar('Este horário acabou de ser ocupado por outra pessoa.');
  return { ...vaga, vaga: Array.from({ length: lugares(agenda) }, (_, n) => n + 1).find((n) => !ocupadas.some((uma) => uma.vaga === n))! };
}

/** Gives back the place of a case. */
export async function soltarVaga(tx: Db, casoId: number): Promise<void> {
  await tx.deleteFrom('vagas').where('caso_id', '=', casoId).execute();
}
