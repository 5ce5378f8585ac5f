import type { EstadoParticipante } from '../../../src/contract/audiencia.ts';
import type { Participante } from '../../../src/domain/audiencia/participante.machine.ts';
import type { Sessao } from '../../../src/domain/audiencia/sessao.machine.ts';
import type { MomentoDaAudiencia } from '../../../src/domain/audiencia/acesso.ts';
import type { Db } from '../database.ts';
import type { ContextoFila } from '../fila/tipos.ts';
import { ProblemError } from '../problems.ts';
import type { AudienciaRow, ParticipanteRow } from '../schema.ts';

/** A hearing as it is in the database: its row, its people in the order in which they were invited, its open reserved rooms. */
export interface AudienciaLida {
  row: AudienciaRow;
  participantes: readonly ParticipanteRow[];
  reservadas: readonly ReservadaAberta[];
}

export interface ReservadaAberta {
  id: number;
  sala: 'entrevista' | 'linha';
  /** The accused or the party. */
  de: string;
  sal: Uint8Array;
  desde: Date;
}

/** What is told of changes: one name for each hearing, beside those of the units' queues. */
export const canalDaAudiencia = (id: number): string => `audiencia:${id}`;

/** The number of a row out of an address or a body; 0, which is nobody's, for anything else. */
export const numero = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

/** Reads a hearing; with `trava`, its row stays locked until the commit, so that acts come one after another. */
export async function lerAudiencia(db: Db, id: number, trava = false): Promise<AudienciaLida | null> {
  let query = db.selectFrom('audiencias').selectAll().where('id', '=', id);
  if (trava) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const participantes = await db.selectFrom('audiencia_participantes').selectAll().where('audiencia_id', '=', id).orderBy('id').execute();
  const reservadas = await db.selectFrom('audiencia_reservadas').select(['id', 'sala', 'de', 'sal', 'aberta_em']).where('audiencia_id', '=', id).where('fechada_em', 'is', null).orderBy('id').execute();
  return { row, participantes, reservadas: reservadas.map(({ de, aberta_em, ...uma }) => ({ ...uma, de: String(de), desde: aberta_em })) };
}

/**
 * Runs a change of a hearing, alone. Who listens is told after the commit.
 * @throws ProblemError `audiencia-nao-encontrada`
 */
export function naAudiencia<T>({ db, avisos }: Pick<ContextoFila, 'db' | 'avisos'>, id: number, fazer: (tx: Db, lida: AudienciaLida) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const lida = await lerAudiencia(tx, id, true);
    if (!lida) throw new ProblemError('audiencia-nao-encontrada');
    const feito = await fazer(tx, lida);
    await avisos.avisar(tx, canalDaAudiencia(id));
    return feito;
  });
}

const participanteDe = ({ estado, motivo }: { estado: EstadoParticipante; motivo: string | null }): Participante => (estado === 'retirado' ? { estado, motivo: motivo ?? '' } : { estado });

/** The hearing as its machine knows it. */
export const sessaoDe = ({ row, participantes, reservadas }: AudienciaLida): Sessao => ({
  audiencia: row.situacao,
  pessoas: participantes.map((uma) => ({ id: String(uma.id), papel: uma.papel, defende: uma.defende, participante: participanteDe(uma) })),
  reservadas: reservadas.map(({ sala, de }) => ({ sala, de })),
});

/** The hearing as the one function that opens rooms knows it. */
export function momentoDe({ row, reservadas }: AudienciaLida): MomentoDaAudiencia {
  const { situacao } = row;
  return {
    estado: situacao.estado,
    publica: !row.sigilo,
    depondo: 'depondo' in situacao ? situacao.depondo : null,
    gravando: situacao.estado === 'em-andamento' && situacao.gravando,
    reservadas,
  };
}

/** Milliseconds that were recorded until an instant. */
export const gravadoAte = ({ gravado_ms, gravando_desde }: Pick<AudienciaRow, 'gravado_ms' | 'gravando_desde'>, em: number): number =>
  gravado_ms + (gravando_desde ? Math.max(0, em - gravando_desde.getTime()) : 0);
