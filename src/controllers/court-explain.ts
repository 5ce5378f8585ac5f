import { checkCourtFile, issueLine, type CourtFileIssue } from '../contract/court-file.ts';

/** Files already reported, so that ten elements of a page do not say the same ten times. */
const reported = new Set<string>();

/**
 * Everything wrong with a court file, for the webmaster. Loaded late: it brings zod.
 * @param value the parsed file
 * @param syntax the JSON syntax error, or empty
 */
export function explainCourtFile(value: unknown, syntax: string): { list: readonly CourtFileIssue[]; report(where: string): void } {
  const result = syntax ? null : checkCourtFile(value);
  const errors: readonly CourtFileIssue[] = syntax
    ? [{ caminho: '(arquivo)', encontrado: `JSON que não se lê (${syntax})`, esperado: 'JSON válido; confira vírgulas e aspas' }]
    : result && !result.ok
      ? result.erros
      : [];
  const warnings = result?.avisos ?? [];
  return {
    list: [...errors, ...warnings],
    report(where) {
      const text = [...errors, ...warnings].map(issueLine).join('\n');
      if (!text || reported.has(where + text)) return;
      reported.add(where + text);
      console[errors.length > 0 ? 'error' : 'warn'](`[Átrio] Confira o arquivo do tribunal (${where}):\n${text}`);
    },
  };
}
