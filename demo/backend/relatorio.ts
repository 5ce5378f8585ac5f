import { html, raw } from 'hono/html';
import type { PeriodoContado } from '../../src/domain/statistics/periodo.ts';
import { mediana } from '../../src/domain/statistics/supressao.ts';
import type { Contexto } from './cases.ts';
import { csv, type Celula } from './csv.ts';
import { contarCasos, type ServicoPublicado } from './estatisticas.ts';
import { noPeriodo } from './exportacao.ts';

/** One line of the report: a name and what was counted. */
interface LinhaRelatorio {
  nome: string;
  valor: number | null;
}
export interface SecaoRelatorio {
  titulo: string;
  /** What the numbers are of. */
  medida: string;
  linhas: readonly LinhaRelatorio[];
}
export interface Relatorio {
  tribunal: string;
  servico: ServicoPublicado;
  unidade: string;
  inicio: string;
  fim: string;
  geradoEm: string;
  secoes: readonly SecaoRelatorio[];
}

/** What was done with the cases, by the kind of the public event; in the order of the report. */
const PROVIDENCIAS: Record<string, string> = {
  'analise': 'Postas em análise',
  'encaminhamento': 'Encaminhadas a uma unidade',
  'pergunta': 'Perguntas feitas à pessoa',
  'complemento': 'Complementos recebidos da pessoa',
  'prorrogacao': 'Prazos prorrogados',
  'resposta': 'Respondidas',
  'negativa': 'Negadas',
  'devolucao': 'Devolvidas, com indicação de onde procurar',
  'recurso': 'Recursos recebidos',
  'decisao-recurso': 'Recursos decididos',
  'desistencia': 'Desistências',
};

/**
 * The periodic report of activities (Res. CNJ 432/2021, arts. 5, VIII, and 15, III): what came in the period, how it stands, and what was done in it. Counts
 * alone, with nobody's name or text in them; small counts are there, so that it is for the court and what is published comes from `/v1/estatisticas`.
 */
export async function fazerRelatorio({ db, court, clock }: Contexto, servico: ServicoPublicado, periodo: PeriodoContado): Promise<Relatorio> {
  const agora = clock();
  const { tribunal } = court;
  const tipo = servico === 'ouvidoria' ? 'manifestacao' : 'pedido-informacao';
  const fuso = tribunal.timezone;
  const config = servico === 'ouvidoria' ? tribunal.ouvidoria : tribunal.sic;
  const contagens = await contarCasos(db, { servico, periodo, fuso, hoje: court.dataCivil(agora), assuntos: [...new Set(config?.assuntos ?? [])] });
  const feitas = await db
    .selectFrom('eventos')
    .innerJoin('casos', 'casos.id', 'eventos.caso_id')
    .select(({ fn }) => ['eventos.tipo', fn.countAll<number>().as('total')])
    .where('casos.tipo', '=', tipo)
    .where('eventos.interno', '=', false)
    .where(noPeriodo('eventos.em', periodo, fuso))
    .groupBy('eventos.tipo')
    .execute();
  const porUnidade = await db
    .selectFrom('eventos')
    .innerJoin('casos', 'casos.id', 'eventos.caso_id')
    .select(({ fn }) => ['eventos.unidade', fn.countAll<number>().as('total')])
    .where('casos.tipo', '=', tipo)
    .where('eventos.tipo', '=', 'encaminhamento')
    .where('eventos.interno', '=', true)
    .where('eventos.unidade', 'is not', null)
    .where(noPeriodo('eventos.em', periodo, fuso))
    .groupBy('eventos.unidade')
    .orderBy('total', 'desc')
    .orderBy('eventos.unidade')
    .execute();
  const total = (nome: string): number => feitas.find((linha) => linha.tipo === nome)?.total ?? 0;
  const respostas = contagens.notas.reduce((sum, nota) => sum + nota.total, 0);
  const pontos = contagens.notas.reduce((sum, { nota, total: quantas }) => sum + nota * quantas, 0);
  const parcelas = (linhas: readonly { rotulo: string; total: number }[]): LinhaRelatorio[] => linhas.map(({ rotulo, total: valor }) => ({ nome: rotulo, valor }));
  return {
    tribunal: tribunal.nome,
    servico,
    unidade: config?.unidadeResponsavel ?? (servico === 'ouvidoria' ? 'Ouvidoria' : 'Serviço de Informações ao Cidadão'),
    inicio: periodo.inicio,
    fim: periodo.fim,
    geradoEm: court.instante(agora),
    secoes: [
      {
        titulo: 'Recebidas no período',
        medida: 'Casos',
        linhas: [
          { nome: 'Recebidas', valor: contagens.recebidas },
          { nome: 'Respondidas', valor: contagens.respondidas },
          { nome: 'Respondidas no prazo', valor: contagens.noPrazo },
          { nome: 'Com prazo prorrogado', valor: contagens.prorrogadas },
          { nome: 'Em andamento', valor: contagens.emAndamento },
          { nome: 'Em andamento, com o prazo vencido', valor: contagens.atrasadas },
          { nome: 'Desistências', valor: contagens.desistencias.total },
          { nome: 'Mediana de dias até a resposta', valor: mediana(contagens.dias) },
        ],
      },
      { titulo: 'Por tipo', medida: 'Casos', linhas: parcelas(contagens.porTipo) },
      { titulo: 'Por assunto', medida: 'Casos', linhas: parcelas(contagens.porAssunto) },
      { titulo: 'Por resultado', medida: 'Casos', linhas: parcelas(contagens.porResultado) },
      ...(contagens.perfil ? [{ titulo: 'Por quem pediu', medida: 'Casos', linhas: parcelas(contagens.perfil) }] : []),
      { titulo: 'Recebidas por mês', medida: 'Casos', linhas: contagens.porMes.map(({ mes, recebidas }) => ({ nome: `${mes.slice(5)}/${mes.slice(0, 4)}`, valor: recebidas })) },
      { titulo: 'Providências tomadas no período', medida: 'Vezes', linhas: Object.entries(PROVIDENCIAS).map(([nome, rotulo]) => ({ nome: rotulo, valor: total(nome) })) },
      { titulo: 'Encaminhamentos por unidade', medida: 'Vezes', linhas: porUnidade.map(({ unidade, total: valor }) => ({ nome: unidade ?? '', valor })) },
      {
        titulo: 'Satisfação depois da resposta',
        medida: 'Respostas',
        linhas: [...contagens.notas.map(({ nota, total: valor }) => ({ nome: `Nota ${nota}`, valor })), { nome: 'Nota média', valor: respostas ? Math.round((pontos / respostas) * 10) / 10 : null }],
      },
    ],
  };
}

/** The report as a sheet, one number a line. */
export const relatorioEmCsv = (relatorio: Relatorio): string =>
  csv([
    ['Tribunal', 'Unidade', 'Início', 'Fim', 'Seção', 'Item', 'Medida', 'Valor'],
    ...relatorio.secoes.flatMap(({ titulo, medida, linhas }) =>
      linhas.map(({ nome, valor }): Celula[] => [relatorio.tribunal, relatorio.unidade, relatorio.inicio, relatorio.fim, titulo, nome, medida, valor]),
    ),
  ]);

const data = (civil: string): string => civil.split('-').toReversed().join('/');
const numero = (valor: number | null): string => (valor === null ? '—' : valor.toLocaleString('pt-BR'));

const FOLHA = `
body { margin: 2rem auto; inline-size: min(100% - 2rem, 48rem); color: #1b1b1b; background: #fff; font: 1rem/1.5 'Noto Sans', 'Segoe UI', Roboto, system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
p { margin: 0 0 0.25rem; }
table { inline-size: 100%; border-collapse: collapse; break-inside: avoid; }
th, td { padding: 0.25rem 0.5rem; border-block-end: 1px solid #999; text-align: start; vertical-align: top; }
td, th:last-child { text-align: end; font-variant-numeric: tabular-nums; inline-size: 8rem; }
thead th { border-block-end: 2px solid #1b1b1b; }
tbody th { font-weight: normal; }
@media print { body { margin: 0; inline-size: auto; } h2 { break-after: avoid; } }
`;

/** The report as a page to print: whole in itself, with no script. */
export async function relatorioEmHtml(relatorio: Relatorio): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="pt-BR">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Relatório de atividades — ${relatorio.unidade}</title>
    <style>${raw(FOLHA)}</style>
  </head>
  <body>
    <h1>Relatório de atividades</h1>
    <p><strong>${relatorio.unidade}</strong> — ${relatorio.tribunal}</p>
    <p>Período: de ${data(relatorio.inicio)} a ${data(relatorio.fim)}. Gerado em ${data(relatorio.geradoEm.slice(0, 10))}, às ${relatorio.geradoEm.slice(11, 16)}.</p>
    <p>${relatorio.servico === 'ouvidoria' ? 'Resolução CNJ 432/2021, arts. 5º, VIII, e 15, III.' : 'Resolução CNJ 215/2015, art. 41, III.'} Sem dados pessoais.</p>
    ${relatorio.secoes.map(
      ({ titulo, medida, linhas }) => html`<h2>${titulo}</h2>
    ${
      linhas.length
        ? html`<table>
      <thead><tr><th scope="col">${titulo}</th><th scope="col">${medida}</th></tr></thead>
      <tbody>${linhas.map(({ nome, valor }) => html`<tr><th scope="row">${nome}</th><td>${numero(valor)}</td></tr>`)}</tbody>
    </table>`
        : html`<p>Nada no período.</p>`
    }`,
    )}
  </body>
</html>`,
  );
}
