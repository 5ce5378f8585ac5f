import type { EntradaAudiencia, EntradaAudienciaEnvio, SituacaoAudiencia } from '../../../src/contract/audiencia-convite.ts';
import { terminou } from '../../../src/domain/audiencia/audiencia.machine.ts';
import { passoDoParticipante } from '../../../src/domain/audiencia/participante.machine.ts';
import type { Db } from '../database.ts';
import type { ContextoFila } from '../fila/tipos.ts';
import { ProblemError } from '../problems.ts';
import type { ParticipanteRow } from '../schema.ts';
import { lerAudiencia, momentoDe, naAudiencia, type AudienciaLida } from './banco.ts';
import { encerrarVisita, porConvite, type Convidado } from './convites.ts';
import { chegadaDesde, mostrarConvidado, quemPede } from './leitura.ts';
import { entrarNaSala } from './sala.ts';

/** The side of who was invited. */

/** A sign of life of a page is written down at most this often, in milliseconds. */
const VISTO_MS = 15_000;

/** The hearing of an invitation, and that the page is there. */
export async function verConvite(ctx: ContextoFila, convite: string): Promise<SituacaoAudiencia> {
  const convidado = await porConvite(ctx, convite);
  const { eu } = convidado;
  const agora = ctx.clock();
  if (eu.chegou_em && (!eu.visto_em || agora - eu.visto_em.getTime() >= VISTO_MS)) {
    await ctx.db.updateTable('audiencia_participantes').set({ visto_em: new Date(agora) }).where('id', '=', eu.id).where('chegou_em', 'is not', null).execute();
  }
  return mostrarConvidado(ctx, convidado);
}

/** Runs what a person does, with the hearing locked: an invitation that was revoked meanwhile opens nothing. */
const comConvite = <T>(ctx: ContextoFila, { conviteId, eu: visto, lida: vista }: Convidado, fazer: (tx: Db, lida: AudienciaLida, eu: ParticipanteRow) => Promise<T>): Promise<T> =>
  naAudiencia(ctx, vista.row.id, async (tx, lida) => {
    const { revogado_em } = await tx.selectFrom('audiencia_convites').select('revogado_em').where('id', '=', conviteId).executeTakeFirstOrThrow();
    const eu = lida.participantes.find(({ id }) => id === visto.id)!;
    if (revogado_em || eu.estado === 'revogado') throw new ProblemError('convite-revogado');
    return fazer(tx, lida, eu);
  });

const anotar = (tx: Db, { row }: AudienciaLida, eu: ParticipanteRow, o_que: string, em: Date) =>
  tx.insertInto('audiencia_ocorrencias').values({ audiencia_id: row.id, em, o_que, participante_id: eu.id, texto: null, por: null }).execute();

/**
 * Comes to the waiting room; who was let in and comes back stays let in.
 * @throws ProblemError `audiencia-terminada`, `sala-fechada` before its time, `fora-da-audiencia`
 */
export async function chegar(ctx: ContextoFila, convite: string): Promise<SituacaoAudiencia> {
  const convidado = await porConvite(ctx, convite);
  const em = new Date(ctx.clock());
  const depois = await comConvite(ctx, convidado, async (tx, lida, eu) => {
    if (terminou(lida.row)) throw new ProblemError('audiencia-terminada');
    if (lida.row.estado === 'agendada' && em.getTime() < chegadaDesde(lida.row)) throw new ProblemError('sala-fechada', { detail: 'A sala de espera abre uma hora antes da audiência.' });
    const passo = passoDoParticipante(eu.papel, eu.estado === 'retirado' ? { estado: 'retirado', motivo: eu.motivo ?? '' } : { estado: eu.estado }, { tipo: 'chegar' });
    if ('recusa' in passo) throw new ProblemError('fora-da-audiencia');
    await tx
      .updateTable('audiencia_participantes')
      .set({ estado: passo.participante.estado, chegou_em: eu.chegou_em ?? em, visto_em: em })
      .where('id', '=', eu.id)
      .execute();
    if (!eu.chegou_em) await anotar(tx, lida, eu, 'chegou', em);
    return (await lerAudiencia(tx, lida.row.id))!;
  });
  return mostrarConvidado(ctx, { ...convidado, lida: depois, eu: depois.participantes.find(({ id }) => id === convidado.eu.id)! });
}

/** Leaves the waiting room; an admission stays. At an equipped room the visit is over, and its invitation opens nothing any more. */
export async function sair(ctx: ContextoFila, convite: string): Promise<void> {
  const convidado = await porConvite(ctx, convite);
  const em = new Date(ctx.clock());
  await comConvite(ctx, convidado, async (tx, _lida, eu) => {
    if (eu.estado === 'na-espera') await tx.updateTable('audiencia_participantes').set({ estado: 'convidado' }).where('id', '=', eu.id).execute();
    await encerrarVisita(tx, convidado.conviteId, em);
  });
}

/**
 * The way into a room for who was invited.
 * @throws ProblemError that says why not; `dados-invalidos` when the person has not said that they know that it is recorded
 */
export async function entrarConvidado(ctx: ContextoFila, convite: string, { sala, de = null, ciente }: { sala: EntradaAudienciaEnvio['sala']; de?: string | null | undefined; ciente?: boolean | undefined }): Promise<EntradaAudiencia> {
  const convidado = await porConvite(ctx, convite);
  const daAudiencia = sala === 'audiencia';
  const abrir = (lida: AudienciaLida, eu: ParticipanteRow): Promise<EntradaAudiencia> => entrarNaSala(ctx, lida, { ...quemPede(eu), nome: eu.nome }, { sala, de: daAudiencia ? null : de });
  const gravada = ({ row, ...resto }: AudienciaLida): boolean => row.sera_gravada || momentoDe({ row, ...resto }).gravando;
  const entrada = await abrir(convidado.lida, convidado.eu);
  const { eu: visto } = convidado;
  // Of a reserved room nothing is written down, and nobody is told who came.
  if (!daAudiencia || (visto.entrou_em && (visto.ciente_em || !gravada(convidado.lida)))) return entrada;
  return comConvite(ctx, convidado, async (tx, lida, eu) => {
    const agora = await abrir(lida, eu);
    const em = new Date(ctx.clock());
    const saber = gravada(lida) && !eu.ciente_em;
    if (saber && !ciente) throw new ProblemError('dados-invalidos', { errors: [{ pointer: '/ciente', code: 'ciencia-obrigatoria', detail: 'Confirme que sabe que a audiência é gravada.' }] });
    const novo = { ...(saber ? { ciente_em: em } : {}), ...(eu.entrou_em ? {} : { entrou_em: em }) };
    await tx.updateTable('audiencia_participantes').set({ ...novo, visto_em: em }).where('id', '=', eu.id).execute();
    if ('ciente_em' in novo) await anotar(tx, lida, eu, 'ciente', em);
    if ('entrou_em' in novo) await anotar(tx, lida, eu, 'entrou', em);
    return agora;
  });
}
