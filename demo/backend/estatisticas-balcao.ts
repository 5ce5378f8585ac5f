import { sql } from 'kysely';
import { MIN_PUBLICADO } from '../../src/config/limits.ts';
import type { EstatisticasBalcao } from '../../src/contract/estatisticas.ts';
import { publicarBalcao, type ContagemBalcao } from '../../src/domain/statistics/balcao.ts';
import type { PeriodoContado } from '../../src/domain/statistics/periodo.ts';
import type { Contexto } from './cases.ts';
import { csv, type Celula } from './csv.ts';

/**
 * Published figures of the counters: tickets of the days of the period that are over, as they ended, at the unit where they ended. Counts, medians and means
 * alone leave the database; see `src/domain/statistics/balcao.ts` for what is left out.
 */

interface Linha {
  grupo: 'tudo' | 'unidade' | 'mes';
  chave: string | null;
  atendidas: number;
  ausentes: number;
  sairam: number;
  expiradas: number;
  espera: number | null;
  notas: number;
  media: number | null;
}

const NADA: ContagemBalcao = { atendidas: 0, ausentes: 0, sairam: 0, expiradas: 0, esperaMediana: null, notas: 0, media: null };
const contagem = (linha: Linha | undefined): ContagemBalcao =>
  linha ? { atendidas: linha.atendidas, ausentes: linha.ausentes, sairam: linha.sairam, expiradas: linha.expiradas, esperaMediana: linha.espera, notas: linha.notas, media: linha.media } : NADA;

/** The figures of the counters in a period, counted now, in one pass over the tickets. */
export async function calcularBalcao({ db, court, clock }: Pick<Contexto, 'db' | 'court' | 'clock'>, periodo: PeriodoContado): Promise<EstatisticasBalcao> {
  const { rows } = await sql<Linha>`
    with lidas as (
      select f.unidade_id as unidade, to_char(f.dia, 'YYYY-MM') as mes, f.fim, a.nota,
        case when f.fim = 'atendida' then extract(epoch from coalesce(f.atendido_em, f.chamado_em) - f.entrou_em) / 60 end as espera
      from fila f left join avaliacoes_fila a on a.fila_id = f.id
      where f.estado = 'encerrada' and f.dia between ${periodo.inicio}::date and ${periodo.fim}::date
    )
    select
      case grouping(unidade, mes) when 3 then 'tudo' when 1 then 'unidade' else 'mes' end as grupo,
      coalesce(unidade, mes) as chave,
      (count(*) filter (where fim = 'atendida'))::int as atendidas,
      (count(*) filter (where fim = 'ausente'))::int as ausentes,
      (count(*) filter (where fim = 'saiu'))::int as sairam,
      (count(*) filter (where fim = 'expirada'))::int as expiradas,
      (percentile_cont(0.5) within group (order by espera))::float8 as espera,
      count(nota)::int as notas,
      avg(nota)::float8 as media
    from lidas
    group by grouping sets ((), (unidade), (mes))`.execute(db);
  const por = (grupo: Linha['grupo']): Map<string, Linha> => new Map(rows.flatMap((row) => (row.grupo === grupo && row.chave !== null ? [[row.chave, row]] : [])));
  const unidades = por('unidade');
  const meses = por('mes');
  return {
    servico: 'balcao',
    periodo: { inicio: periodo.inicio, fim: periodo.fim },
    geradoEm: court.instante(clock()),
    minimo: MIN_PUBLICADO,
    ...publicarBalcao(
      {
        total: contagem(rows.find(({ grupo }) => grupo === 'tudo')),
        porUnidade: [...unidades.keys()].toSorted().map((id) => ({ unidadeId: id, nome: court.unidade(id)?.nome ?? id, ...contagem(unidades.get(id)) })),
        porMes: periodo.meses.map((mes) => ({ mes, ...contagem(meses.get(mes)) })),
      },
      MIN_PUBLICADO,
    ),
  };
}

/** The same figures as a table, one number a line, with the columns of the other services. */
export function balcaoEmCsv(e: EstatisticasBalcao): string {
  const linhas: Celula[][] = [['servico', 'inicio', 'fim', 'gerado_em', 'tabela', 'chave', 'rotulo', 'medida', 'valor', 'situacao']];
  const add = (tabela: string, chave: string, rotulo: string, de: Omit<EstatisticasBalcao['porMes'][number], 'mes'>): void => {
    for (const medida of ['senhas', 'atendidas', 'ausentes', 'sairam', 'expiradas', 'esperaMediana', 'nota'] as const) {
      const valor = de[medida];
      linhas.push([e.servico, e.periodo.inicio, e.periodo.fim, e.geradoEm, tabela, chave, rotulo, medida, valor, valor === null ? 'omitido' : 'publicado']);
    }
  };
  add('total', '', '', e);
  for (const unidade of e.porUnidade) add('porUnidade', unidade.unidadeId, unidade.nome, unidade);
  for (const mes of e.porMes) add('porMes', mes.mes, '', mes);
  return csv(linhas);
}
