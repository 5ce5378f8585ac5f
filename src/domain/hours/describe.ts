import type { Span } from './types.ts';
import type { WeekDay } from './week.ts';

/** Words of a description. A court may hand in its own; weekdays begin with Sunday. */
export interface DescribeWords {
  weekdays: readonly string[];
  everyDay: string;
  closed: string;
  allDay: string;
  midnight: string;
  nextDay: string;
  previousDay: string;
  and: string;
  to: string;
  /** Between hours and minutes; with it the minutes are always said. Portuguese says `8h`. */
  colon?: string;
  /** Before the first hour of a span, and before its last, where it is not Portuguese's `das` and `às`. */
  span?: readonly [from: string, until: string];
}

const PT_BR: DescribeWords = {
  weekdays: ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'],
  everyDay: 'todos os dias',
  closed: 'fechado',
  allDay: '24 horas',
  midnight: 'meia-noite',
  nextDay: 'do dia seguinte',
  previousDay: 'do dia anterior',
  and: 'e',
  to: 'a',
};

/** `a, b e c`. */
const list = (items: string[], and: string): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}` : (items[0] ?? '');

/** `8h`, `13h30`, `meia-noite`, from minutes of the day; any whole number of days is left out. */
export function describeTime(minutes: number, words = PT_BR): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const rest = ofDay % 60;
  return ofDay ? `${Math.floor(ofDay / 60)}${words.colon ?? 'h'}${rest || words.colon ? `${rest}`.padStart(2, '0') : ''}` : words.midnight;
}

/** `às 8h`, `à 1h`, `à meia-noite`. */
export const atTime = (minutes: number, words = PT_BR): string => {
  const time = describeTime(minutes, words);
  return `${/^(1h|\D)/.test(time) ? 'à' : 'às'} ${time}`;
};

/** `das 8h às 12h e das 13h às 18h`; `fechado` for none. */
export function describeSpans(spans: readonly Span[], words = PT_BR): string {
  if (!spans.length) return words.closed;
  const parts = spans.map(({ start, end }) => {
    if (start === 0 && end === 1440) return words.allDay;
    const [de, ate] = words.span ?? [];
    const from = de ? `${de} ${describeTime(start, words)}` : atTime(start, words).replace(/^à/, 'da');
    const startDay = Math.floor(start / 1440);
    // Midnight ends a day: it is not said to be of the next one.
    const endDay = Math.floor((end - 1) / 1440);
    const startNote = startDay < 0 ? ` ${words.previousDay}` : startDay > 0 ? ` ${words.nextDay}` : '';
    const endNote = endDay > 0 && endDay !== startDay ? ` ${words.nextDay}` : '';
    return `${from}${startNote} ${ate ? `${ate} ${describeTime(end, words)}` : atTime(end, words)}${endNote}`;
  });
  return list(parts, words.and);
}

/** Days with the same hours. */
export interface WeekLine {
  /** `segunda a sexta`. */
  days: string;
  /** `das 8h às 14h`. */
  hours: string;
  closed: boolean;
  spans: readonly Span[];
  theirs: readonly Span[] | undefined;
}

/** Days with the same hours, on the visitor's clock too, on one line, in the order given: `segunda a sexta`, `das 8h às 14h`. */
export function describeWeek(week: readonly WeekDay[], words = PT_BR): WeekLine[] {
  const groups = new Map<string, number[]>();
  week.forEach(({ spans, theirs }, place) => {
    const key = JSON.stringify([spans, theirs]);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()].map((places) => {
    const runs: [first: number, last: number][] = [];
    for (const place of places) {
      const run = runs.at(-1);
      if (run && run[1] === place - 1) run[1] = place;
      else runs.push([place, place]);
    }
    const name = (place: number): string => words.weekdays[week[place]!.weekday]!;
    const names = runs.flatMap(([first, last]) =>
      last - first > 1 ? `${name(first)} ${words.to} ${name(last)}` : first === last ? name(first) : [name(first), name(last)],
    );
    const { spans, theirs } = week[places[0]!]!;
    return {
      days: places.length === 7 ? words.everyDay : list(names, words.and),
      hours: describeSpans(spans, words),
      closed: !spans.length,
      spans,
      theirs,
    };
  });
}
