import { SALAS_AUDIENCIA, type PapelAudiencia, type SalaAudiencia } from '../../../src/contract/audiencia.ts';
import type { SalaDaPessoa, SituacaoAudiencia } from '../../../src/contract/audiencia-convite.ts';
import type { AudienciaEquipe, ParticipanteEquipe } from '../../../src/contract/audiencia-equipe.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import { acessoASala, type PedidoDeSala, type QuemPede } from '../../../src/domain/audiencia/acesso.ts';
import type { Decide } from '../../../src/domain/audiencia/participante.machine.ts';
import { atosDaAudiencia, atosDaPessoa, defensoresDe } from '../../../src/domain/audiencia/sessao.machine.ts';
import { formatDocument } from '../../../src/domain/documents/format.ts';
import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import type { AudienciaRow, ParticipanteRow } from '../schema.ts';
import { gravadoAte, momentoDe, sessaoDe, type AudienciaLida } from './banco.ts';
import type { Convidado } from './convites.ts';

/** What each side is shown of a hearing. */

/** A page gives a sign of life more often than this, in milliseconds. */
const SINAL_MS = 60_000;

/** The waiting room takes people from this long before the hour, in milliseconds: who comes days before would be waited for in vain. */
const ANTES_MS = 60 * 60_000;
export const chegadaDesde = ({ inicio }: Pick<AudienciaRow, 'inicio'>): number => inicio.getTime() - ANTES_MS;

/** Instants in the zone of the court's unit. */
export const relogio = ({ court }: Pick<Contexto, 'court'>, { unidade_id }: Pick<AudienciaRow, 'unidade_id'>) => {
  const unidade = court.unidade(unidade_id);
  const em = (quando: Date | number): string => court.instante(Number(quando), unidade);
  return { unidade, em, ou: (quando: Date | null): string | null => quando && em(quando), timezone: unidade?.timezone ?? court.tribunal.timezone };
};

const nomeDaUnidade = (unidade: Unidade | undefined, id: string): string => unidade?.nome ?? id;

/** What both sides read of a hearing. */
export function resumoDe(ctx: Pick<Contexto, 'court'>, row: AudienciaRow) {
  const { unidade, em, timezone } = relogio(ctx, row);
  return {
    id: String(row.id),
    unidade: { id: row.unidade_id, nome: nomeDaUnidade(unidade, row.unidade_id) },
    processo: formatDocument('processo', row.processo),
    sigilo: row.sigilo,
    ato: row.ato,
    inicio: em(row.inicio),
    fim: em(row.fim),
    timezone,
    estado: row.estado,
  };
}

export const motivoDe = ({ situacao }: Pick<AudienciaRow, 'situacao'>): string | null => ('motivo' in situacao ? situacao.motivo : null);

/** Who asks, as the one function that opens rooms knows them. */
export const quemPede = ({ id, papel, estado, defende }: ParticipanteRow): QuemPede => ({ id: String(id), papel, estado, defende });

/** Rooms that a person may ever be in: nobody else is told of a reserved one. */
function salasDe(lida: AudienciaLida, eu: ParticipanteRow): SalaDaPessoa[] {
  const momento = momentoDe(lida);
  const { pessoas } = sessaoDe(lida);
  const nomes = new Map(lida.participantes.map((uma) => [String(uma.id), uma]));
  const uma = (sala: SalaAudiencia, de: string | null): SalaDaPessoa => {
    const pedido: PedidoDeSala = { sala, de };
    const acesso = acessoASala(quemPede(eu), pedido, momento);
    return { sala, de: de === null ? null : { id: de, nome: nomes.get(de)?.nome ?? '' }, aberta: acesso.pode, motivo: acesso.pode ? null : acesso.motivo };
  };
  const proprias = eu.papel === 'acusado' || eu.papel === 'parte' ? (defensoresDe(pessoas, String(eu.id)).length ? [uma('entrevista', String(eu.id))] : []) : [];
  const daDefesa =
    eu.papel === 'defesa'
      ? eu.defende
          .filter((de) => nomes.has(de) && nomes.get(de)!.estado !== 'revogado')
          .flatMap((de) => [uma('entrevista', de), ...(defensoresDe(pessoas, de).length > 1 ? [uma('linha', de)] : [])])
      : [];
  return [uma(SALAS_AUDIENCIA[0], null), ...proprias, ...daDefesa];
}

/** Who will be there, by role; the judge and the clerk always. */
function presentesDe({ participantes }: AudienciaLida): { papel: PapelAudiencia; quantos: number }[] {
  const quantos = new Map<PapelAudiencia, number>([['juiz', 1], ['servidor', 1]]);
  for (const { papel, estado } of participantes) if (estado !== 'revogado') quantos.set(papel, (quantos.get(papel) ?? 0) + 1);
  return [...quantos].map(([papel, n]) => ({ papel, quantos: n }));
}

/** The hearing for who was invited. */
export function mostrarConvidado(ctx: Contexto, { lida, eu, expira }: Convidado): SituacaoAudiencia {
  const { row } = lida;
  const { unidade, em } = relogio(ctx, row);
  const { processo, unidade: daUnidade, ...resumo } = resumoDe(ctx, row);
  const momento = momentoDe(lida);
  const { audiencias } = ctx.court.tribunal;
  const equipada = audiencias?.salas?.find(({ id }) => id === eu.sala_equipada);
  return {
    audiencia: {
      ...resumo,
      unidade: { ...daUnidade, comarca: unidade?.comarca ?? null },
      processo: row.sigilo ? null : processo,
      local: row.local,
      chegadaDesde: em(chegadaDesde(row)),
      remarcacoes: row.remarcacoes,
      motivo: motivoDe(row),
      seraGravada: row.sera_gravada,
      gravando: momento.gravando,
      presentes: presentesDe(lida),
      orientacoes: [...(audiencias?.orientacoes ?? []), ...row.orientacoes],
    },
    eu: {
      id: String(eu.id),
      nome: eu.nome,
      papel: eu.papel,
      estado: eu.estado,
      motivo: eu.estado === 'retirado' ? eu.motivo : null,
      depondo: momento.depondo === String(eu.id),
      salaEquipada: equipada ? { id: equipada.id, nome: equipada.nome, endereco: equipada.endereco ?? null } : null,
      salas: salasDe(lida, eu),
    },
    expiraEm: em(expira),
  };
}

export const marcasDe = (db: Db, audienciaId: number) => db.selectFrom('audiencia_marcas').selectAll().where('audiencia_id', '=', audienciaId).orderBy('id').execute();

export const mostrarMarcas = (marcas: Awaited<ReturnType<typeof marcasDe>>, em: (quando: Date) => string): AudienciaEquipe['marcas'] =>
  marcas.map((marca) => ({
    id: String(marca.id),
    oQue: marca.o_que,
    rotulo: marca.rotulo,
    participanteId: marca.participante_id === null ? null : String(marca.participante_id),
    em: em(marca.em),
    posicao: marca.posicao_ms === null ? null : marca.posicao_ms / 1000,
  }));

/** Who conducts: with which of the two roles, by which name. */
export interface QuemConduz {
  papel: Decide;
  nome: string;
}

/** The hearing for the judge and the clerk. Whoever is in a reserved room is told to nobody. */
export async function mostrarEquipe(ctx: Contexto, db: Db, lida: AudienciaLida, eu: QuemConduz): Promise<AudienciaEquipe> {
  const { row, participantes, reservadas } = lida;
  const { em, ou } = relogio(ctx, row);
  const agora = ctx.clock();
  const momento = momentoDe(lida);
  const sessao = sessaoDe(lida);
  const mostrar = (uma: ParticipanteRow, index: number): ParticipanteEquipe => ({
    id: String(uma.id),
    papel: uma.papel,
    nome: uma.nome,
    estado: uma.estado,
    motivo: uma.motivo,
    defende: uma.defende,
    salaEquipada: uma.sala_equipada,
    chegouEm: ou(uma.chegou_em),
    semSinalDesde: uma.visto_em && uma.estado !== 'revogado' && agora - uma.visto_em.getTime() > SINAL_MS ? em(uma.visto_em) : null,
    acoes: atosDaPessoa(sessao, sessao.pessoas[index]!, eu.papel),
  });
  return {
    ...resumoDe(ctx, row),
    local: row.local,
    orientacoes: row.orientacoes,
    seraGravada: row.sera_gravada,
    gravando: momento.gravando,
    gravado: Math.floor(gravadoAte(row, agora) / 1000),
    motivo: motivoDe(row),
    depondo: momento.depondo,
    iniciadaEm: ou(row.iniciada_em),
    encerradaEm: ou(row.encerrada_em),
    eu,
    participantes: participantes.map(mostrar),
    reservadas: reservadas.map(({ sala, de, desde }) => ({ sala, de, desde: em(desde) })),
    marcas: mostrarMarcas(await marcasDe(db, row.id), em),
    acoes: atosDaAudiencia(sessao, eu.papel),
    salasEquipadas: (ctx.court.tribunal.audiencias?.salas ?? []).map(({ id, nome }) => ({ id, nome })),
  };
}
