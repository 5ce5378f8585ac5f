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

/** Longest line, in bytes, without its end (RFC 5545, 3.1). */
const MAX_BYTES = 75;

/** Media type of the file. */
export const TIPO_ICS = 'text/calendar;charset=utf-8';

/** A value of type TEXT (RFC 5545, 3.3.11); characters that it may not have are left out. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, (char) => (char === '\t' ? ' ' : ''))
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, '\\n');

/** Bytes of a character in UTF-8. */
const bytes = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Breaks a line so that none has more than 75 bytes, and no character is cut in two (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = '';
  let size = 0;
  for (const char of line) {
    const more = bytes(char);
    if (size + more > MAX_BYTES) {
      folded += '\r\n ';
      size = 1;
    }
    folded += char;
    size += more;
  }
  return folded;
}

/** `2026-12-21` as `20261221`. */
const day = (data: string): string => data.replaceAll('-', '');

/** An instant in epoch milliseconds as `20261125T130000Z`. */
export const stamp = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** A URI is not escaped: one that has a line break or a control character is none. */
export const urlLine = (url: string | undefined): string[] => (url && /^https?:\/\/[\u0021-\u007e]+$/.test(url) ? [`URL:${url}`] : []);

/** A whole file around the lines of its entries. */
export const calendarFile = (lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Atrio//atrio-kit//PT', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n');

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
