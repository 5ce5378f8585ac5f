import { calendarFile, escapeText, stamp, urlLine } from '../calendar/ics.ts';

export { TIPO_ICS } from '../calendar/ics.ts';

/**
 * A due date as a calendar file (iCalendar, RFC 5545), for the agenda of any phone or computer. Whole days, without a zone: a due date is a civil date.
 */

/** One day to remember. */
export interface DiaIcs {
  /** Names the day for ever: a second file with the same name moves the entry instead of making another. */
  uid: string;
  /** Civil date, `YYYY-MM-DD`. */
  dia: string;
  titulo: string;
  descricao?: string;
  /** Absolute address of the page to go to. Never with a secret in it: agendas are synchronised and shared. */
  url?: string;
  /** How many days before, at nine in the morning of that day, the agenda reminds; none when it is left out. */
  avisarDiasAntes?: number;
}

/** `2026-12-21` as `20261221`. */
const day = (data: string): string => data.replaceAll('-', '');

/** Nine in the morning of so many days before, counted from the first minute of the day. */
const trigger = (dias: number): string => (dias > 1 ? `-P${dias - 1}DT15H` : dias === 1 ? '-PT15H' : 'PT9H');

function evento({ uid, dia, titulo, descricao, url, avisarDiasAntes }: DiaIcs, now: number): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(dia)) throw new RangeError(`not a civil date: ${dia}`);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${day(dia)}`,
    `SUMMARY:${escapeText(titulo)}`,
    ...(descricao ? [`DESCRIPTION:${escapeText(descricao)}`] : []),
    ...urlLine(url),
    'TRANSP:TRANSPARENT',
    ...(avisarDiasAntes === undefined ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(titulo)}`, `TRIGGER:${trigger(avisarDiasAntes)}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

/**
 * The calendar file of some days.
 * @param now when the file is made, in epoch milliseconds
 * @throws RangeError for what is no civil date
 */
export const arquivoIcs = (dias: readonly DiaIcs[], now: number): string => calendarFile(dias.flatMap((dia) => evento(dia, now)));
