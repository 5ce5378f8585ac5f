import type { Calendario, Feriado, Unidade } from '../../contract/tribunal.ts';
import { dateOf } from './civil.ts';
import { easterOf } from './easter.ts';

/** Whom a calendar is asked for: closures may hold in some units or cities only. */
export interface Onde {
  unidadeId?: string | undefined;
  municipio?: string | undefined;
}

export interface Closure {
  kind: 'holiday' | 'recess';
  name: string;
  /** Minutes of the day at which service begins nevertheless (Ash Wednesday). */
  until?: number;
}

/**
 * Closed days, one a line: whom it closes, the day (`MM-DD`, or days after Easter Sunday), its name.
 *
 * - `n`: national holidays. Lei 662/1949, art. 1 (as in Lei 10.607/2002); Lei 6.802/1980 (12 October); Lei 14.759/2023 (20 November,
 *   from 2024 on); Good Friday as in the yearly federal ordinance.
 * - `f`: Lei 5.010/1966, art. 62, federal justice: Wednesday to Sunday of Holy Week, Carnival, 11 August, 1 and 2 November, 8 December.
 * - the rest: optional points that a court adopts.
 */
const DAYS = new Map(
  `n 01-01 Confraternização Universal
n 04-21 Tiradentes
n 05-01 Dia Mundial do Trabalho
f 08-11 Dia da Criação dos Cursos Jurídicos
n 09-07 Independência do Brasil
n 10-12 Nossa Senhora Aparecida
dia-do-servidor 10-28 Dia do Servidor Público
f 11-01 Dia de Todos os Santos
n f 11-02 Finados
n 11-15 Proclamação da República
n 11-20 Dia Nacional de Zumbi e da Consciência Negra
f dia-da-justica 12-08 Dia da Justiça
n 12-25 Natal
f carnaval -48 Carnaval
f carnaval -47 Carnaval
quarta-feira-de-cinzas -46 Quarta-feira de Cinzas
f -4 Semana Santa
f quinta-feira-santa -3 Quinta-feira Santa
n f -2 Paixão de Cristo
f -1 Semana Santa
f 0 Páscoa
corpus-christi 60 Corpus Christi`
    .split('\n')
    .map((line) => /^(.+?) (-?\d\S*) (.+)/.exec(line) as unknown as [line: string, groups: string, day: string, name: string])
    .map(([, groups, day, name]) => [day, { groups: groups.split(' '), name }]),
);

/** Letters and digits only, without accents: people write the name of a city in more than one way. */
export const fold = (text: string): string => text.normalize('NFD').replace(/[^a-z0-9]/gi, '').toLowerCase();

/** City of a unit, which decides the municipal holidays that close it: the one that it says, else that of its address, else the comarca, which has the name of its seat. */
export const municipioDe = (unidade: Pick<Unidade, 'municipio' | 'endereco' | 'comarca'>): string | undefined => unidade.municipio || unidade.endereco?.municipio || unidade.comarca;

/** Minutes of `HH:MM`. */
export const minutesOf = (time: string): number => +time.slice(0, 2) * 60 + +time.slice(3, 5);

/** Is the day between the two dates? `MM-DD` comes back every year, and may run over the end of it. */
function covers({ data, ate }: Feriado, date: string): boolean {
  const year = data.slice(0, -5);
  const at = date.slice(year ? 0 : 5);
  let end = ate ? (year && ate.length > 5 ? ate : year + ate.slice(-5)) : data;
  // '2026-12-20' to '01-06'
  if (year && end < data && ate && ate.length < 6) end = `${+year.slice(0, 4) + 1}-${ate}`;
  return data > end && !year ? at >= data || at <= end : at >= data && at <= end;
}

/** Does the recess cover the day? 20 December to 6 January (Lei 5.010/1966, art. 62, I; Res. CNJ 244/2016). */
export const inRecess = (day: number, calendario: Calendario): boolean => {
  const at = dateOf(day).slice(5);
  return (calendario.recesso !== false || !!calendario.lei5010) && (at >= '12-20' || at <= '01-06');
};

/** What closes on the day, or null. The court's own entries come first, then named days, then the recess. */
export function closureOn(day: number, calendario: Calendario = {}, onde: Onde = {}): Closure | null {
  const date = dateOf(day);
  for (const feriado of calendario.feriados ?? []) {
    const { nome, unidades, municipios } = feriado;
    if (
      covers(feriado, date) &&
      (!unidades || unidades.includes(onde.unidadeId ?? '')) &&
      (!municipios || municipios.some((municipio) => fold(municipio) === fold(onde.municipio ?? '')))
    ) {
      return { kind: 'holiday', name: nome };
    }
  }

  const { nacionais = true, lei5010, pontosFacultativos = [], cinzasAte = '14:00' } = calendario;
  const adopted: string[] = [...pontosFacultativos, nacionais ? 'n' : '', lei5010 ? 'f' : ''];
  for (const key of [date.slice(5), `${day - easterOf(+date.slice(0, 4))}`]) {
    const found = DAYS.get(key);
    if (found?.groups.some((group) => adopted.includes(group)) && (key !== '11-20' || date > '2024')) {
      return { kind: 'holiday', name: found.name, ...(key === '-46' && { until: minutesOf(cinzasAte) }) };
    }
  }
  return inRecess(day, calendario) ? { kind: 'recess', name: 'Recesso forense' } : null;
}
