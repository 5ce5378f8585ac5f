/** Tables of docs/desempenho.md, made from results: nothing in them is typed by hand. */
import { ratio } from './stats.ts';
import { keyOf, type Check, type JobResult, type ListResult, type PageResult, type Result, type Where } from './results.ts';

const OPEN = /<!-- bench:([\w-]+) -->/g;

/** Puts a text between `<!-- bench:key -->` and `<!-- /bench -->`, for each key that there is a text for. @throws Error when a mark is not closed */
export function rewrite(document: string, texts: ReadonlyMap<string, string>): string {
  let out = '';
  let at = 0;
  for (const mark of document.matchAll(OPEN)) {
    const begin = mark.index + mark[0].length;
    const end = document.indexOf('<!-- /bench -->', begin);
    if (end < 0) throw new Error(`<!-- bench:${mark[1]} --> is not closed`);
    const text = texts.get(mark[1]!);
    out += document.slice(at, begin) + (text === undefined ? document.slice(begin, end) : `\n\n${text.trim()}\n\n`);
    at = end;
  }
  return out + document.slice(at);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** A number as it is written in Portuguese, with as many places as it needs. */
export function numero(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  return value.toLocaleString('pt-BR', { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3 });
}

/** A measure of a page as a table shows it. */
export interface Column {
  measure: string;
  title: string;
  /** `ratio`: how many times the floor's. */
  as: 'ratio' | 'bytes' | 'count' | 'ms' | 'MB';
}

/** Columns of the tables of pages; one that no page has is left out. */
export const COLUMNS: readonly Column[] = [
  { measure: 'bytes', title: 'KiB (gzip)', as: 'bytes' },
  { measure: 'requests', title: 'pedidos', as: 'count' },
  { measure: 'cpu', title: 'CPU até poder usar', as: 'ratio' },
  { measure: 'script', title: 'script', as: 'ratio' },
  { measure: 'ready', title: 'tempo até poder usar', as: 'ratio' },
  { measure: 'blocking', title: 'bloqueio (ms)', as: 'ms' },
  { measure: 'keystroke', title: 'tecla até a tela', as: 'ratio' },
  { measure: 'toggle', title: 'campo condicional', as: 'ratio' },
  { measure: 'submit', title: 'enviar até os erros', as: 'ratio' },
  { measure: 'filter', title: 'CPU de uma tecla no filtro', as: 'ratio' },
  { measure: 'scroll', title: 'CPU de rolar 20 telas', as: 'ratio' },
  { measure: 'shift', title: 'CLS', as: 'count' },
  { measure: 'heap', title: 'heap (MB)', as: 'MB' },
];

function shown(page: PageResult, floor: PageResult, { measure, as }: Column): string {
  const value = page.medians[measure];
  if (value === undefined) return '—';
  switch (as) {
    case 'bytes':
      return numero(value / 1024);
    case 'MB':
      return numero(value / 1e6);
    case 'ms':
      return numero(value * 1000);
    case 'count':
      return numero(value);
    case 'ratio': {
      const times = page.times?.[measure] ?? ratio(value, floor.medians[measure]);
      if (page.kind === 'floor') return `1 (${numero(value * 1000)} ms)`;
      return times === null ? '—' : numero(times);
    }
  }
}

const data = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');

/** Where a table comes from, in a line. */
export function origem(where: Where, browser?: string, more = ''): string {
  // A page and what measures it keep both cores at work by themselves.
  const busy = Math.max(...where.load) > where.cores * 1.25 ? ', **máquina ocupada**' : '';
  return `*${data(where.date)}, versão ${where.commit || '?'}, ${where.cpu}, ${where.cores} núcleos, ${where.memoryGiB} GiB, ${where.os}, Node ${where.node}${browser ? `, Chromium ${browser}` : ''}; carga ${where.load.map((load) => numero(load)).join(' → ')}${busy}${more}. Comando: \`${where.command}\`*`;
}

const checksTable = (checks: readonly Check[]): string => {
  const limited = checks.some(({ budget, ok }) => budget !== undefined || ok !== undefined);
  const held = ({ budget = '—', ok }: Check): string[] => (limited ? [budget, ok === undefined ? '' : ok ? 'dentro' : '**fora**'] : []);
  return table(
    ['medida', 'valor', ...(limited ? ['limite', ''] : [])],
    checks.map((check) => [check.note ? `${check.what} (${check.note})` : check.what, check.shown, ...held(check)]),
  );
};

function jobText(result: JobResult): string {
  const floor = result.pages.find(({ kind }) => kind === 'floor') ?? result.pages[0]!;
  const columns = COLUMNS.filter(({ measure }) => result.pages.some(({ medians }) => medians[measure] !== undefined));
  const pages = table(
    ['página', ...columns.map(({ title }) => title)],
    result.pages.map((page) => [page.kind === 'kit' ? `**${page.name}**` : page.name, ...columns.map((column) => shown(page, floor, column))]),
  );
  const checks = result.checks.length > 0 ? `${checksTable(result.checks)}\n\n` : '';
  return `${pages}\n\n${checks}${origem(result.where, result.browser, `; CPU ${result.slowdown}x mais lenta, medianas de ${result.runs} rodadas intercaladas`)}`;
}

function listText(result: ListResult): string {
  const groups = result.groups.map(({ title, note, checks, plans = [] }) =>
    [`**${title}**`, note, checks.length > 0 ? checksTable(checks) : '', ...plans.map(({ what, plan }) => `Plano de *${what}*:\n\n\`\`\`text\n${plan.trim()}\n\`\`\``)].filter(Boolean).join('\n\n'),
  );
  return `${groups.join('\n\n')}\n\n${origem(result.where, result.browser)}`;
}

export const textOf = (result: Result): string => (result.part === 'pages' ? jobText(result) : listText(result));

export const textsOf = (results: readonly Result[]): Map<string, string> => new Map(results.map((result) => [keyOf(result), textOf(result)]));
