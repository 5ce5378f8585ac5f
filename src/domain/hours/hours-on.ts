import type { Hours } from '../../contract/tribunal.ts';
import { dateOf, weekdayOf } from '../calendar/civil.ts';
import { closureOn, inRecess } from '../calendar/closures.ts';
import { PH, RECESS, dateKey, parseHours } from './parse-hours.ts';
import { parseSpecification } from './parse-specification.ts';
import type { AgendaUnidade, HoursResult, HoursRules, Reason, Span } from './types.ts';

const parsed = new Map<Hours, HoursResult>();
const parsedLists = new WeakMap<object, HoursResult>();

/** Hours as rules, read once for each text or list. */
export function readHours(hours: Hours): HoursResult {
  const cache = (typeof hours === 'string' ? parsed : parsedLists) as Map<Hours, HoursResult>;
  let result = cache.get(hours);
  if (!result) cache.set(hours, (result = typeof hours === 'string' ? parseHours(hours) : parseSpecification(hours)));
  return result;
}

/** Hours of one civil day. */
export interface DayHours {
  /** In order, not touching one another. */
  spans: Span[];
  /** Why the day is not an ordinary one, or why it is closed. */
  reason?: Reason | undefined;
  /** Opens late only (Ash Wednesday): once service has begun and ended, being closed is ordinary. */
  late?: boolean;
}

/** What the rules say of a day that any of the `bits` stands for. Null when no rule speaks of it. */
function usual(rules: HoursRules, day: number, bits: number): { spans: Span[]; comment?: string | undefined } | null {
  const [year, month, date] = dateOf(day).split('-').map(Number) as [number, number, number];
  const yearly = dateKey(0, month, date);
  const key = dateKey(year, month, date);
  let level = -1;
  let spans: Span[] = [];
  let comment: string | undefined;

  for (const rule of rules) {
    const speaks =
      rule.days & bits &&
      (!rule.dates.length ||
        rule.dates.some(([from, to]) =>
          from >= 512 ? key >= from && key <= to : from > to ? yearly >= from || yearly <= to : yearly >= from && yearly <= to,
        ));
    if (!speaks || (rule.level && rule.level < level)) continue;
    if (rule.level > level) {
      level = rule.level;
      if (level) spans = [];
    }
    if (!rule.off) spans = [...spans, ...rule.spans];
    else if (!rule.spans.length) spans = [];
    else {
      for (const cut of rule.spans) {
        spans = spans.flatMap(({ start, end }) => [
          { start, end: Math.min(end, cut.start) },
          { start: Math.max(start, cut.end), end },
        ]);
      }
    }
    comment = rule.comment;
  }
  if (level < 0) return null;

  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) joined.push({ ...span });
  }
  return { spans: joined, comment };
}

/** Rules of extra hours; those that cannot be read open nothing. */
const extra = (hours: Hours): HoursRules => {
  const result = readHours(hours);
  return result.ok ? result.value : [];
};

/**
 * Hours of a unit on a civil day (days since 1970-01-01). What decides, first to last: exceptional hours (of the unit, then of all; the later
 * entry wins), special days, holidays and recess, usual hours. On a holiday, usual hours count only where they name `PH`.
 */
export function hoursOn(agenda: AgendaUnidade, rules: HoursRules, day: number): DayHours {
  const { calendario = {}, especiais, unidadeId } = agenda;
  const date = dateOf(day);
  const bit = 1 << weekdayOf(day);

  let chosen;
  for (const entry of calendario.horariosExcepcionais ?? []) {
    const { de, ate = de, unidades } = entry;
    if (date >= de && date <= ate && (unidades ? unidades.includes(unidadeId ?? '') : !chosen?.unidades)) chosen = entry;
  }
  if (chosen) {
    return { spans: usual(extra(chosen.hours), day, -1)?.spans ?? [], reason: { kind: 'exceptional', name: chosen.motivo } };
  }

  const closure = closureOn(day, calendario, agenda);
  const reason: Reason | undefined = closure ? { kind: closure.kind, name: closure.name } : undefined;
  const holiday = closure?.kind === 'holiday' ? PH : 0;

  const special = especiais && usual(extra(especiais), day, bit | holiday);
  if (special) return { spans: special.spans, reason: reason && !special.spans.length ? reason : { kind: 'exceptional' } };

  const ordinary = usual(rules, day, bit);
  if (closure?.until !== undefined && !usual(rules, day, RECESS)) {
    const { until } = closure;
    const spans = (ordinary?.spans ?? []).filter((span) => span.end > until);
    return { spans: spans.map(({ start, end }) => ({ start: Math.max(start, until), end })), reason, late: true };
  }
  if (closure) {
    const bits = usual(rules, day, RECESS) ? bit | holiday : inRecess(day, calendario) ? 0 : holiday;
    return { spans: usual(rules, day, bits)?.spans ?? [], reason };
  }
  const { spans = [], comment } = ordinary ?? {};
  return { spans, reason: !spans.length && comment ? { kind: 'hours', name: comment } : undefined };
}
