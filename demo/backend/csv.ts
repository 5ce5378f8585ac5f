/** A cell: text, number, or nothing. */
export type Celula = string | number | boolean | null | undefined;

/**
 * Text that a spreadsheet would take for a formula: it begins, after any blank, with a sign that starts one. An apostrophe in front makes it text
 * again, in every program (OWASP, CSV injection).
 */
const FORMULA = /^[\s\uFEFF\u200B]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function celula(value: Celula): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'sim' : 'não';
  // Decimal comma, as a spreadsheet in Portuguese reads it.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : '';
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV for a spreadsheet in Portuguese: `;`, CRLF, UTF-8 with its mark, and no text that runs as a formula. */
export const csv = (linhas: readonly (readonly Celula[])[]): string => `\uFEFF${linhas.map((linha) => `${linha.map(celula).join(';')}\r\n`).join('')}`;

/** Does `Accept` ask for this type rather than for JSON? The first of the two that is named wins. */
export function prefere(accept: string | undefined, tipo: string, padrao = 'application/json'): boolean {
  const pedidos = (accept ?? '').split(',').map((parte) => parte.split(';')[0]!.trim().toLowerCase());
  const onde = pedidos.indexOf(tipo);
  if (onde < 0) return false;
  const outro = pedidos.indexOf(padrao);
  return outro < 0 || onde < outro;
}
