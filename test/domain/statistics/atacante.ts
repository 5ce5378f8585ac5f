/** Who reads the published figures, knows how they add up, and tries to work out what was left out. Knows nothing of how it was chosen. */
import type { Contagens, Publicado } from '../../../src/domain/statistics/supressao.ts';

interface Equation {
  terms: [variable: number, factor: number][];
  equals: number;
}

/** Whole numbers from 0 to a limit that fulfil linear equations. */
export class Sistema {
  readonly names: string[] = [];
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  readonly #equations: Equation[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A number that is known, or one from 0 to the limit. */
  add(name: string, known: number | null): number {
    this.names.push(name);
    this.#low.push(known ?? 0);
    this.#high.push(known ?? this.#limit);
    return this.names.length - 1;
  }

  sum(total: number, parts: readonly number[]): void {
    this.#equations.push({ terms: [[total, -1], ...parts.map((p): [number, number] => [p, 1])], equals: 0 });
  }

  /** True when some solution has another value than this for the variable. */
  another(variable: number, than: number): boolean {
    const low = [...this.#low];
    const high = [...this.#high];
    for (const [from, to] of [
      [than + 1, high[variable]!],
      [low[variable]!, than - 1],
    ] as const) {
      if (from > to) continue;
      const [l, h] = [[...low], [...high]];
      l[variable] = Math.max(l[variable]!, from);
      h[variable] = Math.min(h[variable]!, to);
      if (this.#solve(l, h)) return true;
    }
    return false;
  }

  /** True when these values are a solution. */
  fits(values: readonly number[]): boolean {
    return values.every((v, i) => v >= this.#low[i]! && v <= this.#high[i]!) && this.#equations.every(({ terms, equals }) => terms.reduce((sum, [v, f]) => sum + f * values[v]!, 0) === equals);
  }

  #narrow(low: number[], high: number[]): boolean {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { terms, equals } of this.#equations) {
        let min = 0;
        let max = 0;
        for (const [v, f] of terms) {
          min += f > 0 ? f * low[v]! : f * high[v]!;
          max += f > 0 ? f * high[v]! : f * low[v]!;
        }
        if (min > equals || max < equals) return false;
        for (const [v, f] of terms) {
          const a = equals - (max - (f > 0 ? f * high[v]! : f * low[v]!));
          const b = equals - (min - (f > 0 ? f * low[v]! : f * high[v]!));
          const [from, to] = f > 0 ? [a, b] : [-b, -a];
          if (from > low[v]!) [low[v], changed] = [from, true];
          if (to < high[v]!) [high[v], changed] = [to, true];
          if (low[v]! > high[v]!) return false;
        }
      }
    }
    return true;
  }

  #solve(low: number[], high: number[]): boolean {
    if (!this.#narrow(low, high)) return false;
    const open = low.findIndex((l, i) => l < high[i]!);
    if (open < 0) return true;
    for (let value = low[open]!; value <= high[open]!; value += 1) {
      const [l, h] = [[...low], [...high]];
      l[open] = h[open] = value;
      if (this.#solve(l, h)) return true;
    }
    return false;
  }
}

export interface Celula {
  name: string;
  variable: number;
  real: number;
  /** Would be published, and was left out. */
  omitida: boolean;
}

/** The figures as a system of equations: what is published is known, and everything else that can be meant by it is a variable, the differences too. */
export function atacar(c: Contagens, p: Publicado): { sistema: Sistema; celulas: Celula[] } {
  const sistema = new Sistema(c.recebidas + 20);
  const celulas: Celula[] = [];
  const cell = (name: string, real: number, known?: number | null): number => {
    const variable = sistema.add(name, known ?? null);
    celulas.push({ name, variable, real, omitida: known === null });
    return variable;
  };
  const list = (name: string, real: readonly { total: number }[], known: readonly { total: number | null }[]): number[] => real.map(({ total }, i) => cell(`${name} ${i}`, total, known[i]!.total));

  const recebidas = cell('recebidas', c.recebidas, p.recebidas);
  const respondidas = cell('respondidas', c.respondidas, p.respondidas);
  const andamento = cell('em andamento', c.emAndamento, p.emAndamento);
  const noPrazo = cell('no prazo', c.noPrazo, p.noPrazo);
  const atrasadas = cell('atrasadas', c.atrasadas, p.atrasadas);
  const prorrogadas = cell('prorrogadas', c.prorrogadas, p.prorrogadas);
  for (const name of ['porTipo', 'porAssunto', 'perfil'] as const) if (c[name]?.length) sistema.sum(recebidas, list(name, c[name], p[name]!));
  const resultados = list('porResultado', [...c.porResultado, c.desistencias], p.porResultado);
  const desistencias = resultados.pop()!;
  sistema.sum(respondidas, resultados);
  sistema.sum(recebidas, [respondidas, andamento, desistencias]);
  sistema.sum(respondidas, [noPrazo, cell('fora do prazo', c.respondidas - c.noPrazo)]);
  sistema.sum(andamento, [atrasadas, cell('ainda no prazo', c.emAndamento - c.atrasadas)]);
  sistema.sum(recebidas, [prorrogadas, cell('não prorrogadas', c.recebidas - c.prorrogadas)]);

  const columns: Record<'recebidas' | 'respondidas' | 'noPrazo', number[]> = { recebidas: [], respondidas: [], noPrazo: [] };
  c.porMes.forEach((mes, i) => {
    const [r, a, n] = (['recebidas', 'respondidas', 'noPrazo'] as const).map((name) => {
      const variable = cell(`mês ${i} ${name}`, mes[name], p.porMes[i]![name]);
      columns[name].push(variable);
      return variable;
    }) as [number, number, number];
    sistema.sum(r, [a, cell(`mês ${i} sem resposta`, mes.recebidas - mes.respondidas)]);
    sistema.sum(a, [n, cell(`mês ${i} fora do prazo`, mes.respondidas - mes.noPrazo)]);
  });
  sistema.sum(recebidas, columns.recebidas);
  sistema.sum(respondidas, columns.respondidas);
  sistema.sum(noPrazo, columns.noPrazo);

  const avaliadas = c.notas.reduce((sum, { total }) => sum + total, 0);
  const respostas = cell('respostas', avaliadas, p.satisfacao.respostas);
  sistema.sum(respostas, list('nota', c.notas, p.satisfacao.notas));
  sistema.sum(respondidas, [respostas, cell('sem avaliação', c.respondidas - avaliadas)]);
  return { sistema, celulas };
}
