import { DEFAULT_TIMEZONE } from '../../config/limits.ts';
import type { ConfigAgenda, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { dateOf, dayOf } from '../calendar/civil.ts';
import { municipioDe } from '../calendar/closures.ts';
import { hoursOn, readHours } from '../hours/hours-on.ts';
import { dayAt } from '../hours/status.ts';
import type { AgendaUnidade, HoursRules, Span } from '../hours/types.ts';
import { DAY, type ZoneRules } from '../zone/zone-rules.ts';

/**
 * The slots that a unit offers (Portaria TJRN 38/2021, art. 5, § 1). They are laid out in elapsed time within the hours of each day, so that a day on which
 * clocks change has as many as fit in it, none of them shorter, longer or twice. Instants are epoch milliseconds.
 */

/** Notice that is asked for, and how far ahead one may book, where the court says nothing. */
export const ANTECEDENCIA_HORAS = 2;
export const DIAS_DE_AGENDA = 30;

/** A time that can be booked. */
export interface Vaga {
  inicio: number;
  fim: number;
}

/** All that decides which slots there are. */
export interface AgendaDeVagas {
  config: ConfigAgenda;
  /** When the unit serves, with the calendar of the court. */
  unidade: AgendaUnidade;
}

/** Slots that begin on one civil day of the unit. */
export interface DiaDeVagas {
  /** `YYYY-MM-DD`. */
  dia: string;
  vagas: Vaga[];
}

/** The agenda of a unit: its own, else the court's; null where there is none, and for a judge's chambers (Res. CNJ 372/2021, art. 4, sole §). */
export function agendaDaUnidade(tribunal: Pick<Tribunal, 'balcao' | 'calendario' | 'timezone'>, unidade: Unidade): AgendaDeVagas | null {
  const config = unidade.tipo === 'gabinete' ? undefined : (unidade.agenda ?? tribunal.balcao?.agenda);
  if (!config) return null;
  const { id, hours, especiais } = unidade;
  const timezone = unidade.timezone ?? tribunal.timezone ?? DEFAULT_TIMEZONE;
  return { config, unidade: { hours, timezone, especiais, calendario: tribunal.calendario, unidadeId: id, municipio: municipioDe(unidade) } };
}

/** Places at each slot. */
export const lugares = ({ config }: AgendaDeVagas): number => config.vagas ?? 1;

/** First and last civil day that can be booked. */
export function horizonte({ config, unidade }: AgendaDeVagas, agora: number, zone: ZoneRules): { de: string; ate: string } {
  const hoje = dayAt(zone, unidade.timezone, agora);
  return { de: dateOf(hoje), ate: dateOf(hoje + (config.dias ?? DIAS_DE_AGENDA)) };
}

/** Rules of hours; those that cannot be read offer nothing. */
const rulesOf = (hours: AgendaUnidade['hours']): HoursRules => {
  const read = readHours(hours);
  return read.ok ? read.value : [];
};

const intersect = (a: readonly Span[], b: readonly Span[]): Span[] =>
  a.flatMap((one) => b.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))).filter(({ start, end }) => start < end);

/** When slots may be on a civil day: the agenda's own hours where it has them, and never when an exception closes the unit. */
function spansOn({ config, unidade }: AgendaDeVagas, day: number): Span[] {
  const { spans, reason } = hoursOn(unidade, rulesOf(unidade.hours), day);
  if (config.hours === undefined) return spans;
  const { horariosExcepcionais: _, ...calendario } = unidade.calendario ?? {};
  const own = hoursOn({ ...unidade, especiais: undefined, calendario }, rulesOf(config.hours), day).spans;
  return reason?.kind === 'exceptional' ? intersect(own, spans) : own;
}

/** Every slot that begins on the civil days `first` to `last`, whatever the hour is now. */
function slotsBetween(agenda: AgendaDeVagas, first: number, last: number, zone: ZoneRules): DiaDeVagas[] {
  const { timezone } = agenda.unidade;
  const step = agenda.config.duracaoMinutos * 6e4;
  const instant = (day: number, minutes: number): number => zone.instantOf(timezone, day * DAY + minutes * 6e4);
  const days: DiaDeVagas[] = [];
  const slots: Vaga[] = [];
  let before = spansOn(agenda, first - 2);
  for (let day = first - 1; day <= last; day++) {
    const spans = spansOn(agenda, day);
    // What the day before runs over midnight is that day's: the two never offer the same time.
    const taken = instant(day - 1, before.at(-1)?.end ?? 0);
    for (const { start, end } of spans) {
      const close = instant(day, end);
      for (let inicio = instant(day, start); inicio + step <= close; inicio += step) if (inicio >= taken) slots.push({ inicio, fim: inicio + step });
    }
    before = spans;
  }
  for (let day = first; day <= last; day++) {
    const [from, to] = [instant(day, 0), instant(day + 1, 0)];
    days.push({ dia: dateOf(day), vagas: slots.filter(({ inicio }) => inicio >= from && inicio < to) });
  }
  return days;
}

/** What is asked of the agenda; `antecedenciaHoras` stands in for the notice of the configuration. */
export interface PeriodoDeVagas {
  /** Civil dates of the unit, both included; what is outside of the horizon is left out. Default: the whole horizon. */
  de?: string | undefined;
  ate?: string | undefined;
  antecedenciaHoras?: number | undefined;
}

/**
 * Slots that are still to come, day by day, taken or not; days without any are there, empty.
 * @throws RangeError when the unit's zone is unknown
 */
export function vagasDaAgenda(agenda: AgendaDeVagas, agora: number, zone: ZoneRules, { de, ate, antecedenciaHoras }: PeriodoDeVagas = {}): DiaDeVagas[] {
  const todo = horizonte(agenda, agora, zone);
  const [first, last] = [dayOf(de && de > todo.de ? de : todo.de), dayOf(ate && ate < todo.ate ? ate : todo.ate)];
  if (!(first <= last)) return [];
  const desde = agora + (antecedenciaHoras ?? agenda.config.antecedenciaHoras ?? ANTECEDENCIA_HORAS) * 36e5;
  return slotsBetween(agenda, first, last, zone).map(({ dia, vagas }) => ({ dia, vagas: vagas.filter(({ inicio }) => inicio >= desde) }));
}

/** Slots at which fewer people than there are places are served. A slot counts whoever is there for any part of it. */
export const livres = (vagas: readonly Vaga[], tomadas: readonly Vaga[], quantas: number): Vaga[] =>
  tomadas.length === 0 ? [...vagas] : vagas.filter(({ inicio, fim }) => tomadas.filter((uma) => uma.inicio < fim && uma.fim > inicio).length < quantas);

/** The slots nearest to an instant, in the order of the clock. */
export const maisProximas = (vagas: readonly Vaga[], instante: number, quantas: number): Vaga[] =>
  [...vagas]
    .sort((a, b) => Math.abs(a.inicio - instante) - Math.abs(b.inicio - instante) || a.inicio - b.inicio)
    .slice(0, quantas)
    .sort((a, b) => a.inicio - b.inicio);
