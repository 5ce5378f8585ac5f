/**
 * Protocol numbers: `AAAA.NNNNNN-D`, the year, the number of the case in that year and a check digit over both.
 *
 * The digit is Damm's (H. M. Damm, 2004): it catches every slip of one digit and every swap of two neighbours, the two things
 * people do when they copy a number by hand, without an `X` that is missing from a phone's number pad. It is no secret: the number
 * opens nothing without the key.
 */

/** Parts of a protocol number. */
export interface Protocolo {
  ano: number;
  /** Number of the case in the year, from 1. */
  numero: number;
}

// Totally anti-symmetric quasigroup of order 10 (Damm 2004, p. 111): no row repeats a digit and the diagonal is zero.
const DAMM = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

/** Check digit of a string of digits. */
export function digitoVerificador(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]![Number(digit)]);
  return interim;
}

/** Writes the number of a case. The part in the middle has six digits and grows beyond 999.999 cases in a year. */
export function formatProtocolo({ ano, numero }: Protocolo): string {
  if (!Number.isSafeInteger(ano) || ano < 1000 || ano > 9999) throw new RangeError(`year out of range: ${ano}`);
  if (!Number.isSafeInteger(numero) || numero < 1) throw new RangeError(`case number out of range: ${numero}`);
  const meio = String(numero).padStart(6, '0');
  return `${ano}.${meio}-${digitoVerificador(`${ano}${meio}`)}`;
}

/**
 * Reads a number as people type it: with or without dot, hyphen, slash and spaces, and without the zeros in the middle when the
 * parts are told apart. Null when the check digit does not agree or the shape is another, so that a slip is told apart from
 * "not found".
 */
export function parseProtocolo(text: string): Protocolo | null {
  const parts =
    /^\s*(\d{4})(\d{6,12})(\d)\s*$/.exec(text.replace(/[\s.\-‐-―−/]/g, '')) ??
    /^\s*(\d{4})[\s.\-‐-―−/]+(\d{1,5})[\s.\-‐-―−/]+(\d)\s*$/.exec(text);
  if (!parts) return null;
  const [, ano, typed, digito] = parts as unknown as [string, string, string, string];
  const meio = typed.padStart(6, '0');
  if (meio.length > 6 && meio.startsWith('0')) return null;
  const numero = Number(meio);
  if (numero === 0 || Number(ano) < 1000 || digitoVerificador(ano + meio) !== Number(digito)) return null;
  return { ano: Number(ano), numero };
}

/** The number in its one written form, or null when what was typed is no protocol. */
export function normalizarProtocolo(text: string): string | null {
  const parsed = parseProtocolo(text);
  return parsed && formatProtocolo(parsed);
}

/** True when the text reads as a protocol whose check digit agrees. */
export function isProtocolo(text: string): boolean {
  return parseProtocolo(text) !== null;
}
