/**
 * Which counts may be published, and which would tell about one person (Lei 13.709/2018, art. 12).
 *
 * A count of 1 to `minimo - 1` is small, and is not published. Neither is one that would give a small count away by subtraction: what is
 * left of a total when the published parts are taken from it must stand for nobody, or for `minimo` cases at least, and for more
 * than one part. Zero is published: it stands for nobody.
 */
import type { Estatisticas } from '../../contract/estatisticas.ts';

/** A part of a total. */
export interface Parcela {
  chave: string;
  rotulo: string;
  total: number;
}

/** Counts of the cases registered in a period, as they are. They add up; see `conferir`. */
export interface Contagens {
  /** = answered + in progress + withdrawn. */
  recebidas: number;
  /** = sum of `porResultado`. */
  respondidas: number;
  /** Part of the answered. */
  noPrazo: number;
  /** Part of the received. */
  prorrogadas: number;
  emAndamento: number;
  /** Part of those in progress. */
  atrasadas: number;
  /** Ended by the person before an answer; published beside the outcomes. */
  desistencias: Parcela;
  porTipo: readonly Parcela[];
  porAssunto: readonly Parcela[];
  /** Answers by outcome. */
  porResultado: readonly Parcela[];
  perfil?: readonly Parcela[];
  porMes: readonly { mes: string; recebidas: number; respondidas: number; noPrazo: number }[];
  /** Ratings of answered cases. */
  notas: readonly { nota: number; total: number }[];
  /** Days from registration to answer: how many cases took so many. */
  dias: readonly { dias: number; total: number }[];
}

/** What `publicar` gives: the figures of `Estatisticas`, with null for what is left out. */
export type Publicado = Omit<Estatisticas, 'servico' | 'periodo' | 'geradoEm' | 'minimo'>;

const soma = (numbers: Iterable<number>): number => [...numbers].reduce((sum, n) => sum + n, 0);

/**
 * Parts of a published total that have to be left out.
 *
 * Small ones go; then, while what is left out is small in sum, the smallest of the others goes too. What a reader can work out is therefore only the
 * sum of the parts left out: `minimo` cases or more, and so more than one part.
 * @param partes counts that add up to the total
 * @param grupos parts of one group are left out together rather than with parts of another, where there is a choice
 */
export function partesEscondidas(partes: readonly number[], minimo: number, grupos: readonly number[] = []): Set<number> {
  const fora = new Set<number>();
  partes.forEach((n, i) => n > 0 && n < minimo && fora.add(i));
  if (fora.size === 0) return fora;
  const outras = partes.map((_, i) => i).filter((i) => partes[i]! > 0 && !fora.has(i));
  const longe = (i: number): number => ([...fora].some((j) => grupos[j] === grupos[i]) ? 0 : 1);
  while (soma([...fora].map((i) => partes[i]!)) < minimo && outras.length) {
    outras.sort((a, b) => longe(a) - longe(b) || partes[a]! - partes[b]! || a - b);
    fora.add(outras.shift()!);
  }
  return fora;
}

/**
 * Rows in which a count that is part of another has to be left out, where the total of both columns is published: rows whose part, or the rest
 * of it, is small, and as many more as it takes for the part and the rest of those left out to be small no longer.
 * @param todo the larger count of each row
 * @param parte the count in it
 * @param fora rows in which the larger one is left out already
 */
export function linhasEscondidas(todo: readonly number[], parte: readonly number[], fora: ReadonlySet<number>, minimo: number): Set<number> {
  const pequeno = (n: number): boolean => n > 0 && n < minimo;
  const linhas = new Set(fora);
  todo.forEach((n, i) => {
    if (pequeno(parte[i]!) || pequeno(n - parte[i]!)) linhas.add(i);
  });
  if (linhas.size === 0) return linhas;
  const outras = todo.map((_, i) => i).filter((i) => todo[i]! > 0 && !linhas.has(i)).sort((a, b) => todo[a]! - todo[b]! || a - b);
  const falta = (): boolean => pequeno(soma([...linhas].map((i) => parte[i]!))) || pequeno(soma([...linhas].map((i) => todo[i]! - parte[i]!)));
  while (falta() && outras.length) linhas.add(outras.shift()!);
  return linhas;
}

/** Median of counted values; null when there are none. */
export function mediana(contados: readonly { dias: number; total: number }[]): number | null {
  const n = soma(contados.map(({ total }) => total));
  if (n === 0) return null;
  const ordem = [...contados].sort((a, b) => a.dias - b.dias);
  const em = (posicao: number): number => {
    let ate = 0;
    for (const { dias, total } of ordem) if ((ate += total) > posicao) return dias;
    return ordem.at(-1)!.dias;
  };
  return (em(Math.floor((n - 1) / 2)) + em(Math.floor(n / 2))) / 2;
}

/** Answered on or before the due date, both civil dates at the court. */
export const noPrazo = (respondidoEm: string, vence: string): boolean => respondidoEm <= vence;

/** Counts that add up as they must; the rest of this file relies on it. @throws RangeError */
function conferir(c: Contagens): void {
  const total = (partes: readonly { total: number }[]): number => soma(partes.map((p) => p.total));
  const certo =
    c.recebidas === c.respondidas + c.emAndamento + c.desistencias.total &&
    [c.porTipo, c.porAssunto, ...(c.perfil ? [c.perfil] : [])].every((partes) => partes.length === 0 || total(partes) === c.recebidas) &&
    total(c.porResultado) === c.respondidas &&
    (['recebidas', 'respondidas', 'noPrazo'] as const).every((coluna) => soma(c.porMes.map((mes) => mes[coluna])) === c[coluna]) &&
    c.porMes.every((mes) => mes.noPrazo <= mes.respondidas && mes.respondidas <= mes.recebidas) &&
    c.atrasadas <= c.emAndamento &&
    total(c.notas) <= c.respondidas;
  if (!certo) throw new RangeError('statistics: counts that do not add up');
}

/**
 * The figures that may be published.
 * @param minimo smallest count to publish, more than 1
 * @throws RangeError when the counts do not add up
 */
export function publicar(c: Contagens, minimo: number): Publicado {
  conferir(c);
  const pequeno = (n: number): boolean => n > 0 && n < minimo;
  /** A part of a total: left out with it, when it is small and when the rest is. */
  const parte = (n: number, todo: number, todoFora: boolean): number | null => (todo > 0 && (todoFora || pequeno(n) || pequeno(todo - n)) ? null : n);
  const tudoFora = pequeno(c.recebidas);
  const parcelas = (partes: readonly Parcela[], fora: ReadonlySet<number>): { chave: string; rotulo: string; total: number | null }[] =>
    partes.map(({ chave, rotulo, total }, i) => ({ chave, rotulo, total: fora.has(i) ? null : total }));
  const divisao = (partes: readonly Parcela[]): ReturnType<typeof parcelas> => parcelas(partes, partesEscondidas(partes.map((p) => p.total), minimo));

  // Answers by outcome, cases in progress and cases withdrawn divide the received; the answered are the sum of the first.
  const resultados = c.porResultado.map((p) => p.total);
  const n = resultados.length;
  const fora = partesEscondidas([...resultados, c.emAndamento, c.desistencias.total], minimo, [...resultados.map(() => 0), 1, 1]);
  const misto = [...fora].some((i) => i < n) && [...fora].some((i) => i >= n);
  const respondidasFora = pequeno(c.respondidas) || (misto && c.respondidas > 0);
  const andamentoFora = fora.has(n);
  const noPrazoPublicado = parte(c.noPrazo, c.respondidas, respondidasFora);

  const meses = c.porMes;
  const todas = (coluna: 'respondidas' | 'recebidas'): number[] => meses.flatMap((mes, i) => (mes[coluna] > 0 ? [i] : []));
  const recebidas = meses.map((mes) => mes.recebidas);
  const respondidas = meses.map((mes) => mes.respondidas);
  const semRecebidas = partesEscondidas(recebidas, minimo);
  const semRespondidas = respondidasFora ? new Set([...semRecebidas, ...todas('recebidas')]) : linhasEscondidas(recebidas, respondidas, semRecebidas, minimo);
  const semNoPrazo =
    noPrazoPublicado === null ? new Set([...semRespondidas, ...todas('respondidas')]) : linhasEscondidas(respondidas, meses.map((mes) => mes.noPrazo), semRespondidas, minimo);

  const avaliadas = soma(c.notas.map(({ total }) => total));
  const respostas = parte(avaliadas, c.respondidas, respondidasFora);
  const notasFora = respostas === null ? new Set(c.notas.keys()) : partesEscondidas(c.notas.map(({ total }) => total), minimo);
  // The mean is one more equation: with two ratings left out it would give both.
  const media = avaliadas > 0 && respostas !== null && notasFora.size === 0 ? Math.round((soma(c.notas.map(({ nota, total }) => nota * total)) / avaliadas) * 10) / 10 : null;

  return {
    recebidas: tudoFora ? null : c.recebidas,
    respondidas: respondidasFora ? null : c.respondidas,
    noPrazo: noPrazoPublicado,
    prorrogadas: parte(c.prorrogadas, c.recebidas, tudoFora),
    emAndamento: andamentoFora ? null : c.emAndamento,
    atrasadas: parte(c.atrasadas, c.emAndamento, andamentoFora),
    diasMediana: respondidasFora ? null : mediana(c.dias),
    porTipo: divisao(c.porTipo),
    porAssunto: divisao(c.porAssunto),
    porResultado: [...parcelas(c.porResultado, fora), { ...c.desistencias, total: fora.has(n + 1) ? null : c.desistencias.total }],
    ...(c.perfil ? { perfil: divisao(c.perfil) } : {}),
    porMes: meses.map((mes, i) => ({
      mes: mes.mes,
      recebidas: semRecebidas.has(i) ? null : mes.recebidas,
      respondidas: semRespondidas.has(i) ? null : mes.respondidas,
      noPrazo: semNoPrazo.has(i) ? null : mes.noPrazo,
    })),
    satisfacao: { respostas, media, notas: c.notas.map(({ nota, total }, i) => ({ nota, total: notasFora.has(i) ? null : total })) },
  };
}
