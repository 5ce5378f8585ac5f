import type * as z from 'zod/mini';
import { tribunal, type Tribunal } from './tribunal.ts';

/** One thing to mend in a court file, in words for a webmaster. */
export interface CourtFileIssue {
  /** Where, as in `unidades[2].hours`. */
  caminho: string;
  encontrado: string;
  esperado: string;
}

export type CourtFileResult =
  | { ok: true; tribunal: Tribunal; avisos: CourtFileIssue[] }
  | { ok: false; erros: CourtFileIssue[]; avisos: CourtFileIssue[] };

/** A path as it is written in JavaScript: `unidades[2].hours`, `textos["balcao.chamar"]`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = String(part);
    if (!/^[\p{L}$_][\p{L}\d$_]*$/u.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text ? `${text}.${name}` : name;
  }, '') || '(raiz do arquivo)';

const TYPES: Record<string, string> = {
  string: 'um texto entre aspas',
  number: 'um número, sem aspas',
  int: 'um número inteiro, sem aspas',
  boolean: 'true ou false, sem aspas',
  array: 'uma lista [ ]',
  object: 'um objeto { }',
  record: 'um objeto { }',
};

const ESPERADO: Record<string, string> = {
  'data-invalida': 'uma data AAAA-MM-DD que exista, como 2026-11-21',
  'dia-invalido': 'o mês e o dia, como 11-21 para todo 21 de novembro, ou uma data AAAA-MM-DD que exista',
  'hora-invalida': 'uma hora HH:MM, como 14:00',
  'horario-invalido': 'um texto, como "Mo-Fr 08:00-14:00; PH off", ou uma lista, como [{ "dayOfWeek": ["Monday"], "opens": "08:00", "closes": "14:00" }]',
  'fuso-invalido': 'um fuso IANA, como America/Sao_Paulo, America/Fortaleza (também no RN, na PB, no PI e no MA) ou America/Manaus',
  'url-invalida': 'um endereço que comece com https:// ou relativo à página',
  'email-invalido': 'um e-mail, como vara@tribunal.jus.br',
  'telefone-invalido': 'um telefone com DDD, como (84) 3673-8000',
  'whatsapp-invalido': 'só números, com país e DDD, como 558440420540',
  'cep-invalido': 'um CEP, como 59025-300',
  'uf-invalida': 'a sigla do estado, como RN',
  'id-invalido': 'letras minúsculas, números e hífens, como vara-unica-caico',
  'ponteiro-invalido': 'um ponteiro JSON, como /dados/numero',
  'dominio-invalido': 'só o domínio, sem https:// e sem barra, como video.tribunal.jus.br',
  'sala-invalida': 'só letras, números, hífen e sublinhado',
  'sala-curta': 'um nome de sala que ninguém adivinhe, com 22 caracteres ou mais',
  'jaas-invalido': 'o AppID do JaaS, que começa com vpaas-magic-cookie-',
  'obrigatorio': 'um texto que não esteja vazio',
};

const show = (value: unknown): string => {
  if (value === undefined) return 'nada';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined), root);

const oneOf = (values: readonly unknown[]): string => (values.length === 1 ? `"${String(values[0])}"` : `um destes: ${values.map(String).join(', ')}`);

function expected(issue: z.core.$ZodIssue): string {
  const own = ESPERADO[issue.message];
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
      return [...new Set(issue.errors.flatMap(([first]) => (first ? [expected(first)] : [])))].join(' ou ');
    case 'too_big':
      return issue.origin === 'string' ? `um texto com até ${issue.maximum} caracteres` : `no máximo ${issue.maximum}`;
    case 'too_small':
      return issue.inclusive ? `no mínimo ${issue.minimum}` : `um número maior que ${issue.minimum}`;
    default:
      return 'outro valor (veja a documentação)';
  }
}

const unknownKeys = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys => issue.code === 'unrecognized_keys';

function withoutKeys(root: unknown, issues: readonly z.core.$ZodIssueUnrecognizedKeys[]): unknown {
  const copy: unknown = structuredClone(root);
  for (const issue of issues) {
    const holder = at(copy, issue.path);
    if (holder && typeof holder === 'object') for (const key of issue.keys) delete (holder as Record<string, unknown>)[key];
  }
  return copy;
}

/** What is well written and yet cannot be meant: two units by one id, and ids of no unit. */
function doubts({ unidades, calendario, ouvidoria, sic }: Tribunal): CourtFileIssue[] {
  const first = new Map<string, number>();
  const twice = unidades.flatMap(({ id }, place) => {
    const other = first.get(id);
    if (other === undefined) first.set(id, place);
    return other === undefined ? [] : [{ caminho: `unidades[${place}].id`, encontrado: show(id), esperado: `um id que nenhuma outra unidade tenha (é o de unidades[${other}])` }];
  });
  // Without units here, they come from the backend.
  if (unidades.length === 0) return twice;
  const named: [path: PropertyKey[], id: string | undefined][] = [
    [['ouvidoria', 'unidadeId'], ouvidoria?.unidadeId],
    [['sic', 'unidadeId'], sic?.unidadeId],
    ...(['feriados', 'horariosExcepcionais'] as const).flatMap((list) =>
      (calendario?.[list] ?? []).flatMap((entry, place) => (entry.unidades ?? []).map((id, index): [PropertyKey[], string] => [['calendario', list, place, 'unidades', index], id])),
    ),
  ];
  return [
    ...twice,
    ...named.flatMap(([path, id]) => (id === undefined || first.has(id) ? [] : [{ caminho: pathText(path), encontrado: show(id), esperado: 'o id de uma das unidades do arquivo' }])),
  ];
}

/**
 * Checks a court file. Keys that the kit does not know are a warning, not an error, so that a file written for a newer
 * version still works in an older one; everything else wrong is an error that says where, what was found and what was expected.
 */
export function checkCourtFile(raw: unknown): CourtFileResult {
  const first = tribunal.safeParse(raw);
  const unknown = first.error?.issues.filter(unknownKeys) ?? [];
  const avisos = unknown.flatMap((issue) =>
    issue.keys.map((key) => ({
      caminho: pathText([...issue.path, key]),
      encontrado: `a chave "${key}"`,
      esperado: 'nenhuma chave com este nome; confira a grafia (ela foi ignorada)',
    })),
  );
  const second = first.success ? first : tribunal.safeParse(withoutKeys(raw, unknown));
  if (second.success) return { ok: true, tribunal: second.data, avisos: [...avisos, ...doubts(second.data)] };
  const erros = new Map<string, CourtFileIssue>();
  for (const issue of second.error.issues) {
    const erro = { caminho: pathText(issue.path), encontrado: show(at(raw, issue.path)), esperado: expected(issue) };
    erros.set(issueLine(erro), erro);
  }
  return { ok: false, erros: [...erros.values()], avisos };
}

/** An issue as one line for the console. */
export function issueLine(issue: CourtFileIssue): string {
  return `${issue.caminho}: encontrado ${issue.encontrado}; esperado ${issue.esperado}.`;
}
