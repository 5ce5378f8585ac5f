import { calendarFile, escapeText, stamp, urlLine } from '../calendar/ics.ts';

export { TIPO_ICS } from '../calendar/ics.ts';

/** An appointment as a calendar file (iCalendar, RFC 5545). Its times are in UTC, so that every agenda shows them on the clock of the place it is in. */
export interface CompromissoIcs {
  /** Names the appointment for ever: a later file with the same name moves the entry, or takes it away. */
  protocolo: string;
  /** First instant, in epoch milliseconds. */
  inicio: number;
  /** Instant after the last, in epoch milliseconds. */
  fim: number;
  titulo: string;
  descricao?: string;
  /** Where: the unit, in words. */
  local?: string;
  /** Absolute address of the page to go to. Never with a secret in it: agendas are synchronised and shared. */
  url?: string;
  /** How many minutes before the agenda reminds, each once. */
  avisarMinutosAntes?: readonly number[];
  /** How many times it was moved: an agenda takes the highest (RFC 5545, 3.8.7.4). */
  mudancas?: number;
  /** It was cancelled: the agenda strikes it out. */
  cancelado?: boolean;
}

/** The name of the entry in an agenda. */
export const uidCompromisso = (protocolo: string): string => `${protocolo}@atrio`;

/**
 * The calendar file of one appointment.
 * @param now when the file is made, in epoch milliseconds
 * @throws RangeError when it does not end after it begins
 */
export function compromissoIcs(c: CompromissoIcs, now: number): string {
  if (!(c.fim > c.inicio)) throw new RangeError('an appointment ends after it begins');
  const titulo = escapeText(c.titulo);
  const alarms = c.cancelado ? [] : (c.avisarMinutosAntes ?? []);
  return calendarFile([
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uidCompromisso(c.protocolo))}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(c.inicio)}`,
    `DTEND:${stamp(c.fim)}`,
    `SEQUENCE:${Math.max(0, Math.trunc(c.mudancas ?? 0))}`,
    `STATUS:${c.cancelado ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${titulo}`,
    ...(c.descricao ? [`DESCRIPTION:${escapeText(c.descricao)}`] : []),
    ...(c.local ? [`LOCATION:${escapeText(c.local)}`] : []),
    ...urlLine(c.url),
    ...alarms.flatMap((minutes) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${titulo}`, `TRIGGER:-PT${Math.max(0, Math.trunc(minutes))}M`, 'END:VALARM']),
    'END:VEVENT',
  ]);
}
