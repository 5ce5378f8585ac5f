import { TEMAS_MANIFESTACAO, TIPOS_MANIFESTACAO } from '../../src/contract/manifestacao.ts';
import { ESPECIES_PEDIDO } from '../../src/contract/pedido.ts';
import type { TipoCaso } from '../../src/contract/caso.ts';
import type { ContextoEquipe } from '../../src/domain/caso/equipe.ts';
import { isDoBalcao, type DecisaoTomada, type Fatos, type Situacao } from '../../src/domain/caso/situacao.ts';
import type { Court } from './court.ts';
import type { Db } from './database.ts';
import type { CasoRow } from './schema.ts';

/** A case of the database as the domain sees it, and back. */

const DO_BALCAO = { especies: [], temas: [] };
const CLASSIFICACOES: Record<TipoCaso, NonNullable<ContextoEquipe['classificacoes']>> = {
  'manifestacao': { especies: TIPOS_MANIFESTACAO, temas: TEMAS_MANIFESTACAO },
  'pedido-informacao': { especies: ESPECIES_PEDIDO, temas: [] },
  'mensagem': DO_BALCAO,
  'agendamento': DO_BALCAO,
};

/** What the domain asks of the court, today. */
export function contextoDoDominio(court: Court, agora: number, tipo: TipoCaso): ContextoEquipe {
  const { sic, ouvidoria, corregedoriaUrl } = court.tribunal;
  return {
    hoje: court.dataCivil(agora),
    agora,
    motivo: court.motivoNaoUtil,
    motivoNaUnidade: court.motivoNaUnidade,
    autoridadeRecurso: sic?.autoridadeRecurso,
    corregedoriaUrl,
    ouvidoriaUrl: ouvidoria?.url,
    nomeDaUnidade: (id) => court.unidade(id)?.nome,
    classificacoes: CLASSIFICACOES[tipo],
  };
}

/** Rows of what was decided, appealed and rated. */
export async function linhasDoCaso(db: Db, casoId: number) {
  const decisoes = await db.selectFrom('decisoes').selectAll().where('caso_id', '=', casoId).orderBy('instancia').execute();
  const recursos = await db.selectFrom('recursos').selectAll().where('caso_id', '=', casoId).orderBy('instancia').execute();
  const avaliacao = await db.selectFrom('avaliacoes').selectAll().where('caso_id', '=', casoId).executeTakeFirst();
  return { decisoes, recursos, avaliacao };
}
export type LinhasDoCaso = Awaited<ReturnType<typeof linhasDoCaso>>;

type Dia = (em: Date) => string;

const naUnidade = ({ estado, unidade_id: id, prazo_unidade: prazo }: CasoRow): Fatos['unidade'] => (prazo || id !== null || estado === 'encaminhada' ? { id, prazo } : null);

function prorrogacao({ prorrogado_em, prorrogado_motivo, prazo_inicial }: CasoRow, dia: Dia): Fatos['prorrogacao'] {
  return prorrogado_em && prazo_inicial ? { em: dia(prorrogado_em), motivo: prorrogado_motivo ?? '', venciaEm: prazo_inicial.vence } : null;
}

const decisao = (dia: Dia) => ({ instancia, resultado, texto, fundamento, autoridade, em, ciencia_em }: LinhasDoCaso['decisoes'][number]): DecisaoTomada => ({
  instancia: instancia as 0 | 1 | 2,
  resultado,
  texto,
  ...(fundamento === null ? {} : { fundamento }),
  ...(autoridade === null ? {} : { autoridade }),
  em: dia(em),
  ciencia: ciencia_em && dia(ciencia_em),
});

/** The case in law, out of its rows. */
export function situacaoDe(court: Court, row: CasoRow, { decisoes, recursos, avaliacao }: LinhasDoCaso): Situacao {
  const dia: Dia = (em) => court.dataCivil(em.getTime());
  const direito = row.conteudo['direito'];
  const fatos: Fatos & { estado: CasoRow['estado'] } = {
    estado: row.estado,
    tipo: row.tipo,
    especie: row.especie,
    tema: row.tema,
    assunto: row.assunto,
    direito: typeof direito === 'string' ? direito : null,
    modo: row.modo ?? 'identificada',
    prazo: row.prazo,
    prorrogacao: prorrogacao(row, dia),
    unidade: isDoBalcao(row) ? null : naUnidade(row),
    balcao: isDoBalcao(row) ? row.unidade_id : null,
    agendamento: row.agendamento,
    pergunta: row.pergunta,
    decisoes: decisoes.map(decisao(dia)),
    recursos: recursos.map(({ instancia, texto, em, prazo }) => ({ instancia: instancia as 1 | 2, texto, em: dia(em), prazo })),
    destino: row.destino,
    avaliacao: avaliacao
      ? { nota: avaliacao.nota, ...(avaliacao.resolvido ? { resolvido: avaliacao.resolvido as 'sim' } : {}), ...(avaliacao.comentario ? { comentario: avaliacao.comentario } : {}) }
      : null,
  };
  // What the machine wrote is what is read: only it leads from one state to another.
  return fatos as Situacao;
}

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/** Columns of `casos` that say where a case stands; those that tell when are set as the state changes. */
function colunas(antes: Situacao, depois: Situacao, agora: Date) {
  const prorrogou = antes.prorrogacao ? null : depois.prorrogacao;
  return {
    estado: depois.estado,
    especie: depois.especie,
    tema: depois.tema,
    assunto: depois.assunto,
    modo: depois.modo,
    prazo: JSON.stringify(depois.prazo),
    vence: depois.prazo.vence,
    ...(prorrogou ? { prazo_inicial: JSON.stringify(antes.prazo), prorrogado_em: agora, prorrogado_motivo: prorrogou.motivo } : {}),
    unidade_id: depois.balcao ?? depois.unidade?.id ?? null,
    agendamento: json(depois.agendamento),
    prazo_unidade: json(depois.unidade?.prazo),
    unidade_prorrogada: depois.unidade?.prazo?.calculo.some(({ passo }) => passo === 'prorrogacao') ?? false,
    pergunta: json(depois.pergunta),
    destino: json(depois.destino),
    ...(depois.decisoes.length && !antes.decisoes.length ? { respondido_em: agora } : {}),
    ...(depois.estado === 'encerrada' && antes.estado !== 'encerrada' ? { encerrado_em: agora } : {}),
  };
}

/** Writes what an act changed. The row of the case is locked by who calls. */
export async function salvarSituacao(tx: Db, casoId: number, antes: Situacao, depois: Situacao, versao: number, em: number): Promise<void> {
  const agora = new Date(em);
  await tx.updateTable('casos').set({ ...colunas(antes, depois, agora), versao }).where('id', '=', casoId).execute();
  for (const { instancia, resultado, texto, fundamento, autoridade } of depois.decisoes.slice(antes.decisoes.length)) {
    await tx.insertInto('decisoes').values({ caso_id: casoId, instancia, resultado, texto, fundamento: fundamento ?? null, autoridade: autoridade ?? null, em: agora, ciencia_em: null }).execute();
  }
  for (const { instancia, texto, prazo } of depois.recursos.slice(antes.recursos.length)) {
    await tx.insertInto('recursos').values({ caso_id: casoId, instancia, texto, em: agora, prazo: JSON.stringify(prazo) }).execute();
  }
  if (depois.avaliacao && !antes.avaliacao) {
    const { nota, resolvido, comentario } = depois.avaliacao;
    await tx.insertInto('avaliacoes').values({ caso_id: casoId, nota, resolvido: resolvido ?? null, comentario: comentario || null, em: agora }).execute();
  }
}
