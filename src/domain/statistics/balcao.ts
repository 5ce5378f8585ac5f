/** Which figures of the counters may be published: as in `supressao.ts`, none that stands for a few people, or gives such a one away by subtraction. */
import type { EstatisticasBalcao } from '../../contract/estatisticas.ts';
import { partesEscondidas } from './supressao.ts';

/** How tickets ended. */
export const FINS = ['atendidas', 'ausentes', 'sairam', 'expiradas'] as const;
export type PorFim = Record<(typeof FINS)[number], number>;

/** Tickets that ended in a period, of one unit, of one month or of all. */
export interface ContagemBalcao extends PorFim {
  /** Minutes of those served from arrival to the room, the one in the middle; null when nobody was. */
  esperaMediana: number | null;
  /** Ratings, and their mean. */
  notas: number;
  media: number | null;
}

export interface ContagensBalcao {
  total: ContagemBalcao;
  porUnidade: readonly (ContagemBalcao & { unidadeId: string; nome: string })[];
  porMes: readonly (ContagemBalcao & { mes: string })[];
}

export type PublicadoBalcao = Omit<EstatisticasBalcao, 'servico' | 'periodo' | 'geradoEm' | 'minimo'>;

const soma = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
const senhas = (c: PorFim): number => soma(FINS.map((fim) => c[fim]));

/**
 * Rows whose ends are left out. What a reader can work out of the published ones and of the totals is the sum, over the rows left out, of each end: nobody, or
 * `minimo` people at least.
 * @param celulas ends of each row that are told apart, and the rest as one
 */
function linhasSemFins(celulas: readonly (readonly number[])[], fora: ReadonlySet<number>, minimo: number): Set<number> {
  const pequeno = (n: number): boolean => n > 0 && n < minimo;
  const linhas = new Set([...fora, ...celulas.flatMap((linha, i) => (linha.some(pequeno) ? [i] : []))]);
  const falta = (): boolean => (celulas[0] ?? []).some((_, c) => pequeno(soma([...linhas].map((i) => celulas[i]![c]!))));
  const outras = celulas.map((_, i) => i).filter((i) => !linhas.has(i) && soma(celulas[i]!) > 0).sort((a, b) => soma(celulas[a]!) - soma(celulas[b]!) || a - b);
  while (linhas.size && falta() && outras.length) linhas.add(outras.shift()!);
  return linhas;
}

/**
 * The figures that may be published.
 * @param minimo smallest count to publish, more than 1
 * @throws RangeError when the rows do not add up to the total
 */
export function publicarBalcao({ total, porUnidade, porMes }: ContagensBalcao, minimo: number): PublicadoBalcao {
  for (const linhas of [porUnidade, porMes]) {
    if (FINS.some((fim) => soma(linhas.map((linha) => linha[fim])) !== total[fim])) throw new RangeError('statistics: counts that do not add up');
  }
  const tudoFora = senhas(total) > 0 && senhas(total) < minimo;
  const finsFora = partesEscondidas(FINS.map((fim) => total[fim]), minimo);
  const contado = (fim: (typeof FINS)[number]): boolean => !tudoFora && !finsFora.has(FINS.indexOf(fim));

  const numeros = (c: ContagemBalcao, semTotal: boolean, semFins: boolean) => ({
    senhas: tudoFora || semTotal ? null : senhas(c),
    ...(Object.fromEntries(FINS.map((fim) => [fim, semFins || !contado(fim) ? null : c[fim]])) as Record<keyof PorFim, number | null>),
    esperaMediana: semFins || !contado('atendidas') || c.atendidas < minimo || c.esperaMediana === null ? null : Math.round(c.esperaMediana),
    nota: semFins || tudoFora || c.notas < minimo || c.media === null ? null : Math.round(c.media * 10) / 10,
  });
  const tabela = <L extends ContagemBalcao>(linhas: readonly L[]): ReturnType<typeof numeros>[] => {
    const semTotal = partesEscondidas(linhas.map(senhas), minimo);
    const resto = (linha: L): number => soma(FINS.filter((fim) => !contado(fim)).map((fim) => linha[fim]));
    const semFins = linhasSemFins(linhas.map((linha) => [...FINS.filter(contado).map((fim) => linha[fim]), resto(linha)]), semTotal, minimo);
    return linhas.map((linha, i) => numeros(linha, semTotal.has(i), semFins.has(i)));
  };

  const unidades = tabela(porUnidade);
  const meses = tabela(porMes);
  return {
    ...numeros(total, false, false),
    porUnidade: porUnidade.map(({ unidadeId, nome }, i) => ({ unidadeId, nome, ...unidades[i]! })),
    porMes: porMes.map(({ mes }, i) => ({ mes, ...meses[i]! })),
  };
}
