import { sql } from 'kysely';
import { MIN_PUBLICADO } from '../../src/config/limits.ts';
import type { Estatisticas } from '../../src/contract/estatisticas.ts';
import { periodoContado, MAX_MESES, type FalhaPeriodo, type PeriodoContado } from '../../src/domain/statistics/periodo.ts';
import { DESISTENCIA, ESPECIES_ROTULOS, OUTROS, PERFIL_ROTULOS, RESULTADOS_ROTULOS, SEM_ASSUNTO, TIPOS_ROTULOS } from '../../src/domain/statistics/rotulos.ts';
import { publicar, type Contagens, type Parcela } from '../../src/domain/statistics/supressao.ts';
import type { Contexto } from './cases.ts';
import { csv, type Celula } from './csv.ts';
import type { Db } from './database.ts';
import { ProblemError } from './problems.ts';

/**
 * Published figures of the Ouvidoria and of the SIC (Res. CNJ 432/2021, arts. 5, VII, and 15, II; Res. 215/2015, arts. 6, § 4, and 41, III).
 *
 * Every figure is of the cases registered in the period, as they are now: "answered" is how many of those have an answer. So the figures add
 * up, and a reader can check them. Counts alone leave the database, never a text or a name; see `supressao.ts` for what is left out.
 */

export const SERVICOS_PUBLICADOS = ['ouvidoria', 'sic'] as const;
export type ServicoPublicado = (typeof SERVICOS_PUBLICADOS)[number];

const FALHAS: Record<FalhaPeriodo, string> = {
  'data-invalida': 'Escreva a data como AAAA-MM-DD.',
  'invertido': 'O início do período vem depois do fim.',
  'futuro': 'O período não pode passar de hoje.',
  'longo': `O período tem no máximo ${MAX_MESES} meses.`,
};

/** The period asked for. @throws ProblemError `parametro-invalido`, with a pointer to what is wrong */
export function lerPeriodo(ctx: Pick<Contexto, 'court' | 'clock'>, pedido: { inicio?: string | undefined; fim?: string | undefined }): PeriodoContado {
  const lido = periodoContado(pedido, ctx.court.dataCivil(ctx.clock()));
  if (!('falha' in lido)) return lido;
  const detail = FALHAS[lido.falha];
  throw new ProblemError('parametro-invalido', { detail, errors: [{ pointer: `/${lido.campo}`, code: `periodo-${lido.falha}`, detail }] });
}

/** One line of the aggregation: `grupo` says by what, the rest is null but for it. */
interface Linha {
  grupo: 'tudo' | 'mes' | 'especie' | 'assunto' | 'resultado' | 'perfil' | 'nota' | 'dias';
  chave: string | null;
  total: number;
  respondidas: number;
  no_prazo: number;
  prorrogadas: number;
  atrasadas: number;
  andamento: number;
}

/**
 * Counts the cases of a period, in one pass over them. Days and months are those of the court's zone.
 * @param assuntos texts that may be told apart; any other is one of the rest, since a person may have written it
 */
export async function contarCasos(
  db: Db,
  { servico, periodo, fuso, hoje, assuntos }: { servico: ServicoPublicado; periodo: PeriodoContado; fuso: string; hoje: string; assuntos: readonly string[] },
): Promise<Contagens> {
  const ouvidoria = servico === 'ouvidoria';
  const { rows } = await sql<Linha>`
    with respostas as (
      select c.id, c.registrado_em, c.especie, c.assunto, c.vence, c.prorrogado_em, c.encerrado_em, c.conteudo ->> 'perfil' as perfil,
        coalesce(c.respondido_em, (select d.em from decisoes d where d.caso_id = c.id and d.instancia = 0)) as respondido_em
      from casos c
      where c.tipo = ${ouvidoria ? 'manifestacao' : 'pedido-informacao'}
        and c.registrado_em >= (${periodo.inicio}::date)::timestamp at time zone ${fuso}
        and c.registrado_em < (${periodo.fim}::date + 1)::timestamp at time zone ${fuso}
    ),
    lidos as (
      select
        to_char(r.registrado_em at time zone ${fuso}, 'YYYY-MM') as mes,
        coalesce(r.especie, '') as especie,
        case when r.assunto is null or btrim(r.assunto) = '' then '' when r.assunto = any(${[...assuntos]}::text[]) then r.assunto else ${OUTROS.chave} end as assunto,
        case when r.respondido_em is null then '' else coalesce((
          select case d.resultado when 'provido' then 'concedida' when 'parcialmente-provido' then 'parcial' else d.resultado end
          from decisoes d where d.caso_id = r.id and d.resultado <> 'desprovido' order by d.instancia desc limit 1
        ), 'respondida') end as resultado,
        coalesce(r.perfil, i.dados ->> 'pessoa', '') as perfil,
        case when r.respondido_em is null then null else a.nota end as nota,
        (r.respondido_em at time zone ${fuso})::date - (r.registrado_em at time zone ${fuso})::date as dias,
        r.respondido_em is not null as respondida,
        r.respondido_em is null and r.encerrado_em is null as andamento,
        coalesce((r.respondido_em at time zone ${fuso})::date <= r.vence, false) as no_prazo,
        r.respondido_em is null and r.encerrado_em is null and r.vence < ${hoje}::date as atrasada,
        r.prorrogado_em is not null as prorrogada
      from respostas r
      left join identidades i on i.caso_id = r.id
      left join avaliacoes a on a.caso_id = r.id
    )
    select
      case grouping(mes, especie, assunto, resultado, perfil, nota, dias)
        when 127 then 'tudo' when 63 then 'mes' when 95 then 'especie' when 111 then 'assunto' when 119 then 'resultado' when 123 then 'perfil' when 125 then 'nota' else 'dias'
      end as grupo,
      coalesce(mes, especie, assunto, resultado, perfil, nota::text, dias::text) as chave,
      count(*)::int as total,
      (count(*) filter (where respondida))::int as respondidas,
      (count(*) filter (where no_prazo))::int as no_prazo,
      (count(*) filter (where prorrogada))::int as prorrogadas,
      (count(*) filter (where atrasada))::int as atrasadas,
      (count(*) filter (where andamento))::int as andamento
    from lidos
    group by grouping sets ((), (mes), (especie), (assunto), (resultado), (perfil), (nota), (dias))`.execute(db);

  const tudo = rows.find(({ grupo }) => grupo === 'tudo')!;
  const por = (grupo: Linha['grupo']): Map<string, Linha> => new Map(rows.flatMap((row) => (row.grupo === grupo && row.chave !== null ? [[row.chave, row]] : [])));
  /** Known keys in their order, then the rest as one; without the `opcionais` that nobody has. */
  const parcelas = (grupo: Linha['grupo'], rotulos: Readonly<Record<string, string>>, opcionais: readonly string[] = []): Parcela[] => {
    const contadas = por(grupo);
    const conhecidas = Object.entries(rotulos).map(([chave, rotulo]) => ({ chave, rotulo, total: contadas.get(chave)?.total ?? 0 }));
    const outros = [...contadas].reduce((sum, [chave, { total }]) => sum + (chave === '' || chave in rotulos ? 0 : total), 0) + (grupo === 'resultado' ? 0 : (contadas.get('')?.total ?? 0));
    return [...conhecidas.filter(({ chave, total }) => total > 0 || !opcionais.includes(chave)), ...(outros ? [{ ...OUTROS, total: outros }] : [])];
  };
  const contadosPorAssunto = por('assunto');
  const porAssunto: Parcela[] = [
    ...assuntos.map((rotulo) => ({ chave: apelido(rotulo), rotulo, total: contadosPorAssunto.get(rotulo)?.total ?? 0 })),
    ...([[OUTROS.chave, OUTROS], ['', SEM_ASSUNTO]] as const).map(([chave, nome]) => ({ ...nome, total: contadosPorAssunto.get(chave)?.total ?? 0 })),
  ].filter(({ total }) => total > 0);
  const meses = por('mes');
  const notas = por('nota');

  return {
    recebidas: tudo.total,
    respondidas: tudo.respondidas,
    noPrazo: tudo.no_prazo,
    prorrogadas: tudo.prorrogadas,
    emAndamento: tudo.andamento,
    atrasadas: tudo.atrasadas,
    desistencias: { ...DESISTENCIA, total: tudo.total - tudo.respondidas - tudo.andamento },
    porTipo: parcelas('especie', ouvidoria ? TIPOS_ROTULOS : ESPECIES_ROTULOS),
    // One bar that says that nobody named a subject says nothing.
    porAssunto: porAssunto.every(({ chave }) => chave === SEM_ASSUNTO.chave) ? [] : porAssunto,
    porResultado: parcelas('resultado', RESULTADOS_ROTULOS, ouvidoria ? ['concedida', 'parcial', 'negada'] : ['respondida']),
    ...(ouvidoria ? {} : { perfil: parcelas('perfil', PERFIL_ROTULOS) }),
    porMes: periodo.meses.map((mes) => {
      const { total = 0, respondidas = 0, no_prazo = 0 } = meses.get(mes) ?? {};
      return { mes, recebidas: total, respondidas, noPrazo: no_prazo };
    }),
    notas: [1, 2, 3, 4, 5].map((nota) => ({ nota, total: notas.get(String(nota))?.total ?? 0 })),
    dias: [...por('dias')].map(([dias, { total }]) => ({ dias: Number(dias), total })),
  };
}

/** A key for a text of the court: `Custas e emolumentos` is `custas-e-emolumentos`. */
const apelido = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'assunto';

/** The figures of a service in a period, counted now. */
export async function calcularEstatisticas({ db, court, clock }: Pick<Contexto, 'db' | 'court' | 'clock'>, servico: ServicoPublicado, periodo: PeriodoContado): Promise<Estatisticas> {
  const agora = clock();
  const { tribunal } = court;
  const assuntos = [...new Set((servico === 'ouvidoria' ? tribunal.ouvidoria : tribunal.sic)?.assuntos ?? [])];
  const contagens = await contarCasos(db, { servico, periodo, fuso: tribunal.timezone, hoje: court.dataCivil(agora), assuntos });
  return { servico, periodo: { inicio: periodo.inicio, fim: periodo.fim }, geradoEm: court.instante(agora), minimo: MIN_PUBLICADO, ...publicar(contagens, MIN_PUBLICADO) };
}

/** How long figures are kept in memory, in milliseconds. */
export const VALIDADE_MS = 5 * 60_000;
const MAX_GUARDADAS = 64;

/** Counts at most once in five minutes for each key and period, however many ask. */
export function guardarPorPeriodo<T>(clock: () => number, contar: (servico: string, periodo: PeriodoContado) => Promise<T>): (servico: string, periodo: PeriodoContado) => Promise<T> {
  const guardadas = new Map<string, { ate: number; valor: Promise<T> }>();
  return (servico, periodo) => {
    const chave = `${servico} ${periodo.inicio} ${periodo.fim}`;
    const agora = clock();
    const guardada = guardadas.get(chave);
    if (guardada && agora < guardada.ate && agora >= guardada.ate - VALIDADE_MS) return guardada.valor;
    const valor = contar(servico, periodo);
    guardadas.delete(chave);
    guardadas.set(chave, { ate: agora + VALIDADE_MS, valor });
    if (guardadas.size > MAX_GUARDADAS) guardadas.delete(guardadas.keys().next().value!);
    valor.catch(() => guardadas.delete(chave));
    return valor;
  };
}

/** The figures of the Ouvidoria and of the SIC, kept for a while. */
export function createEstatisticas(ctx: Pick<Contexto, 'db' | 'court' | 'clock'>): (servico: ServicoPublicado, periodo: PeriodoContado) => Promise<Estatisticas> {
  return guardarPorPeriodo(ctx.clock, (servico, periodo) => calcularEstatisticas(ctx, servico as ServicoPublicado, periodo));
}

/**
 * The same figures as a table, one number a line: `tabela;chave;rotulo;medida;valor;situacao` with the service and the period in front. A figure that is
 * left out has no `valor`, and `omitido` for `situacao`.
 */
export function estatisticasEmCsv(e: Estatisticas): string {
  const linhas: Celula[][] = [['servico', 'inicio', 'fim', 'gerado_em', 'tabela', 'chave', 'rotulo', 'medida', 'valor', 'situacao']];
  const add = (tabela: string, chave: string, rotulo: string, medida: string, valor: number | null): void => {
    linhas.push([e.servico, e.periodo.inicio, e.periodo.fim, e.geradoEm, tabela, chave, rotulo, medida, valor, valor === null ? 'omitido' : 'publicado']);
  };
  for (const medida of ['recebidas', 'respondidas', 'noPrazo', 'prorrogadas', 'emAndamento', 'atrasadas'] as const) add('total', '', '', medida, e[medida]);
  add('total', '', '', 'diasMediana', e.diasMediana);
  for (const tabela of ['porTipo', 'porAssunto', 'porResultado', 'perfil'] as const) for (const { chave, rotulo, total } of e[tabela] ?? []) add(tabela, chave, rotulo, 'casos', total);
  for (const { mes, ...medidas } of e.porMes) for (const [medida, valor] of Object.entries(medidas)) add('porMes', mes, '', medida, valor);
  add('satisfacao', '', '', 'respostas', e.satisfacao.respostas);
  add('satisfacao', '', '', 'media', e.satisfacao.media);
  for (const { nota, total } of e.satisfacao.notas) add('satisfacao', String(nota), '', 'respostas', total);
  return csv(linhas);
}
