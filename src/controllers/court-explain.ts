import { checkCourtFile, issueLine, pathText, type CourtFileIssue } from '../contract/court-file.ts';
import { jsonError } from '../contract/json-error.ts';
import { hours } from '../contract/tribunal.ts';
import { fold } from '../domain/calendar/closures.ts';
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

/** Text by text, with its place. */
function* texts(value: unknown, path: PropertyKey[] = []): Generator<[path: PropertyKey[], text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null && path.length < 12) {
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Letters that were lost on the way: one word about all of them is enough. */
function lostLetters(value: unknown): CourtFileIssue[] {
  for (const [path, text] of texts(value)) {
    if (text.includes('\uFFFD')) return [{ caminho: pathText(path), encontrado: JSON.stringify(text), esperado: 'os acentos certos; salve o arquivo com a codificação UTF-8' }];
  }
  return [];
}

/** Holidays of a city in which no unit of the file is: they close nothing, and nothing says so. */
function holidaysOfNowhere(value: unknown): CourtFileIssue[] {
  const { unidades, calendario } = rec(value);
  const cities = new Set(list(unidades).map(rec).map(({ municipio, endereco, comarca }) => fold(String(municipio ?? rec(endereco)['municipio'] ?? comarca ?? ''))));
  if (cities.size === 0) return [];
  return list(rec(calendario)['feriados']).flatMap((holiday, place) =>
    list(rec(holiday)['municipios']).flatMap((city, index) =>
      typeof city !== 'string' || cities.has(fold(city))
        ? []
        : [{ caminho: pathText(['calendario', 'feriados', place, 'municipios', index]), encontrado: JSON.stringify(city), esperado: 'o "municipio" de alguma unidade; como nenhuma diz este, o feriado não fecha nenhuma' }],
    ),
  );
}

/** A room of the guides, left as it is there: everybody knows it. */
function roomsOfTheGuides(value: unknown): CourtFileIssue[] {
  return [...texts(value)].flatMap(([path, text]) =>
    path.at(-1) === 'sala' && text.startsWith('TROQUE-')
      ? [{ caminho: pathText(path), encontrado: JSON.stringify(text), esperado: 'um nome de sala sorteado, que ninguém adivinhe; no console do navegador, crypto.randomUUID() dá um' }]
      : [],
  );
}

/** What a check found; `report` says it in the console, once for each file. */
export interface CourtExplanation {
  list: readonly CourtFileIssue[];
  /** Those of the list that stop nothing. */
  avisos: readonly CourtFileIssue[];
  report(where: string): void;
}

function explanation(errors: readonly CourtFileIssue[], warnings: readonly CourtFileIssue[]): CourtExplanation {
  const all = [...errors, ...warnings];
  return {
    list: all,
    avisos: warnings,
    report(where) {
      const text = all.map(issueLine).join('\n');
      if (!text || reported.has(where + text)) return;
      reported.add(where + text);
      console[errors.length > 0 ? 'error' : 'warn'](`[Átrio] Confira o arquivo do tribunal (${where}):\n${text}`);
    },
  };
}

/** Everything wrong with a court file, for the webmaster. Loaded late: it brings zod and the words about hours. */
export function explainCourtFile(value: unknown): CourtExplanation {
  const result = checkCourtFile(value);
  return explanation([...(result.ok ? [] : result.erros), ...unreadableHours(value)], [...result.avisos, ...holidaysOfNowhere(value), ...roomsOfTheGuides(value), ...lostLetters(value)]);
}

/** The same, from the text of the file: when it is not JSON, says where it stops being. */
export function explainCourtText(text: string): CourtExplanation {
  const wrong = jsonError(text);
  if (!wrong) return explainCourtFile(JSON.parse(text));
  const { linha, coluna, ...issue } = wrong;
  return explanation([{ caminho: linha ? `linha ${linha}, coluna ${coluna}` : '(arquivo)', ...issue }], []);
}

/** The unit that an element asks for and the file does not have. */
function unknownUnit(element: Element, { list: issues }: CourtExplanation, value: unknown, backend: boolean): CourtFileIssue[] {
  const ids = list(rec(value)['unidades']).flatMap((unit) => (typeof rec(unit)['id'] === 'string' ? [rec(unit)['id'] as string] : []));
  const asked = element.getAttribute('unidade');
  const alone = element.localName !== 'balcao-virtual' || element.hasAttribute('nome') || ids.length === 1;
  // With a backend, the unit may be there; with a unit that is refused, the file's own mistake comes first.
  if (asked === null ? alone : backend || ids.includes(asked) || element.hasAttribute('hours') || issues.some(({ caminho }) => caminho.startsWith('unidades'))) return [];
  const some = ids.slice(0, 8).join(', ') + (ids.length > 8 ? '…' : '');
  return [
    {
      caminho: `<${element.localName}${asked === null ? '' : ` unidade="${asked}"`}>`,
      encontrado: asked === null ? 'um elemento sem o atributo unidade' : 'um id que nenhuma unidade do arquivo tem',
      esperado: ids.length ? `no atributo unidade, um destes: ${some}` : 'ao menos uma unidade no arquivo, na lista "unidades"',
    },
  ];
}

/**
 * Explains what an element was given, in the console and for its `debug` list.
 * @param raw the file's text, or the object that the page gave
 * @param where address of the file; without one, it is in the element or an object of the page
 * @param backend whether units may come from a backend
 */
export function explain(raw: unknown, where: string | undefined, element: Element, backend: boolean): readonly CourtFileIssue[] {
  const file = typeof raw === 'string' ? explainCourtText(raw) : explainCourtFile(raw);
  file.report(where ?? (typeof raw === 'string' ? '<script type="application/json">' : 'courtFile'));
  if (typeof raw === 'string' && jsonError(raw)) return file.list;
  const own = unknownUnit(element, file, typeof raw === 'string' ? JSON.parse(raw) : raw, backend);
  for (const line of own.map(issueLine)) {
    if (!reported.has(line)) console.error(`[Átrio] ${line}`);
    reported.add(line);
  }
  return [...file.list, ...own];
}
