/** Calendar files (iCalendar, RFC 5545), for the agenda of any phone or computer. */

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

/** An instant in epoch milliseconds as `20261125T130000Z`. */
export const stamp = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** A URI is not escaped: one that has a line break or a control character is none. */
export const urlLine = (url: string | undefined): string[] => (url && /^https?:\/\/[\u0021-\u007e]+$/.test(url) ? [`URL:${url}`] : []);

/** A whole file around the lines of its entries. */
export const calendarFile = (lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Atrio//atrio-kit//PT', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR', ''].map(fold).join('\r\n');
