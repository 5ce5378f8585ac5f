/** Punctuation of a case number as it grows: `NNNNNNN-DD.AAAA.J.TR.OOOO` (Res. CNJ 65/2008). */
const MARKS: Readonly<Record<number, string>> = { 7: '-', 9: '.', 13: '.', 14: '.', 16: '.' };
const DIGITS = 20;

const digits = (text: string): string => text.replace(/\D/g, '');

/** Digits with the punctuation that comes before the last of them. */
const punctuate = (found: string): string => [...found].map((digit, index) => `${MARKS[index] ?? ''}${digit}`).join('');

/** What a field shows, and where the caret is. */
export interface Digitado {
  valor: string;
  caret: number;
}

/**
 * Punctuates a case number while it is typed or pasted. No digit is added, dropped or moved, and the caret stays behind the digit it was behind; what
 * has anything but digits and punctuation, or too many digits, is left as it is.
 * @param valor what the field has now
 * @param caret where the caret is in it
 */
export function digitarProcesso(valor: string, caret: number): Digitado {
  const found = digits(valor);
  if (!/^[\d\s.\-–—]*$/.test(valor) || found.length > DIGITS) return { valor, caret };
  const before = digits(valor.slice(0, caret)).length;
  return { valor: punctuate(found), caret: punctuate(found.slice(0, before)).length };
}
