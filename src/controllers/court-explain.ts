import { checkCourtFile, issueLine, pathText, type CourtFileIssue } from '../contract/court-file.ts';
import { hours } from '../contract/tribunal.ts';
import { explainHours } from '../domain/hours/explain-hours.ts';

/** Files already reported, so that ten elements of a page do not say the same ten times. */
const reported = new Set<string>();

type Rec = Record<string, unknown>;
const rec = (value: unknown): Rec => (typeof value === 'object' && value !== null ? (value as Rec) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Hours that are well formed as JSON and cannot be read as hours, wherever the file has any. */
function unreadableHours(value: unknown): CourtFileIssue[] {
  const { unidades, calendario, ouvidoria, sic } = rec(value);
  const all: [path: PropertyKey[], hours: unknown][] = [
    ...list(unidades).flatMap((unit, place): [PropertyKey[], unknown][] =>
      ['hours', 'especiais'].map((key) => [['unidades', place, key], rec(unit)[key]]),
    ),
    [['ouvidoria', 'hours'], rec(ouvidoria)['hours']],
    [['sic', 'hours'], rec(sic)['hours']],
    ...list(rec(calendario)['horariosExcepcionais']).map((entry, place): [PropertyKey[], unknown] => [
      ['calendario', 'horariosExcepcionais', place, 'hours'],
      rec(entry)['hours'],
    ]),
  ];
  return all.flatMap(([path, raw]) => {
    // What the schema refuses was already told.
    const { data } = hours.safeParse(raw);
    return data === undefined ? [] : explainHours(data).map(({ at, ...issue }) => ({ caminho: pathText(at === null ? path : [...path, at]), ...issue }));
  });
}

/**
 * Everything wrong with a court file, for the webmaster. Loaded late: it brings zod and the words about hours.
 * @param value the parsed file
 * @param syntax the JSON syntax error, or empty
 */
export function explainCourtFile(value: unknown, syntax: string): { list: readonly CourtFileIssue[]; report(where: string): void } {
  const result = syntax ? null : checkCourtFile(value);
  const errors: readonly CourtFileIssue[] = result
    ? [...(result.ok ? [] : result.erros), ...unreadableHours(value)]
    : [{ caminho: '(arquivo)', encontrado: `JSON que não se lê (${syntax})`, esperado: 'JSON válido; confira vírgulas e aspas' }];
  const all = [...errors, ...(result?.avisos ?? [])];
  return {
    list: all,
    report(where) {
      const text = all.map(issueLine).join('\n');
      if (!text || reported.has(where + text)) return;
      reported.add(where + text);
      console[errors.length > 0 ? 'error' : 'warn'](`[Átrio] Confira o arquivo do tribunal (${where}):\n${text}`);
    },
  };
}
