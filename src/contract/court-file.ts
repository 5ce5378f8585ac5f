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

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)), '') ||
  '(raiz do arquivo)';

const TYPES: Record<string, string> = {
  string: 'um texto entre aspas',
  number: 'um número',
  boolean: 'true ou false',
  array: 'uma lista [ ]',
  object: 'um objeto { }',
  record: 'um objeto { }',
};

const ESPERADO: Record<string, string> = {
  'data-invalida': 'uma data AAAA-MM-DD que exista',
  'hora-invalida': 'uma hora HH:MM, como 14:00',
  'fuso-invalido': 'um fuso IANA, como America/Fortaleza',
  'url-invalida': 'um endereço que comece com https:// ou relativo à página',
  'email-invalido': 'um e-mail, como vara@tribunal.jus.br',
  'telefone-invalido': 'um telefone com DDD, como (84) 3673-8000',
  'whatsapp-invalido': 'só números, com país e DDD, como 558440420540',
  'cep-invalido': 'um CEP, como 59025-300',
  'uf-invalida': 'a sigla do estado, como RN',
  'id-invalido': 'letras minúsculas, números e hífens, como vara-unica-caico',
  'dominio-invalido': 'só o domínio, sem https:// e sem barra, como video.tribunal.jus.br',
  'sala-invalida': 'só letras, números, hífen e sublinhado',
  'sala-curta': 'um nome de sala que ninguém adivinhe, com 22 caracteres ou mais',
  'jaas-invalido': 'o AppID do JaaS, que começa com vpaas-magic-cookie-',
  'obrigatorio': 'um texto que não esteja vazio',
  'longo-demais': 'um texto mais curto',
};

const show = (value: unknown): string => {
  if (value === undefined) return 'nada';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined), root);

function expected(issue: z.core.$ZodIssue): string {
  const own = ESPERADO[issue.message];
  if (own) return own;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `um destes: ${issue.values.map((value) => String(value)).join(', ')}`;
  if (issue.code === 'invalid_union') {
    if ('discriminator' in issue && issue.discriminator) return `"${String(issue.discriminator)}" com um dos valores aceitos (veja a documentação)`;
    return 'um dos formatos aceitos (veja a documentação)';
  }
  return 'outro valor (veja a documentação)';
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

/**
 * Checks a court file. Keys that the kit does not know are a warning, not an error, so that a file written for a newer
 * version still works in an older one; everything else wrong is an error that says where, what was found and what was expected.
 */
export function checkCourtFile(raw: unknown): CourtFileResult {
  const first = tribunal.safeParse(raw, { reportInput: true });
  if (first.success) return { ok: true, tribunal: first.data, avisos: [] };
  const avisos = first.error.issues.filter(unknownKeys).flatMap((issue) =>
    issue.keys.map((key) => ({
      caminho: pathText([...issue.path, key]),
      encontrado: `a chave "${key}"`,
      esperado: 'nenhuma chave com este nome; confira a grafia (ela foi ignorada)',
    })),
  );
  const second = tribunal.safeParse(withoutKeys(raw, first.error.issues.filter(unknownKeys)));
  if (second.success) return { ok: true, tribunal: second.data, avisos };
  const erros = second.error.issues.map((issue) => ({
    caminho: pathText(issue.path),
    encontrado: show(at(raw, issue.path)),
    esperado: expected(issue),
  }));
  return { ok: false, erros, avisos };
}

/** An issue as one line for the console. */
export function issueLine(issue: CourtFileIssue): string {
  return `${issue.caminho}: encontrado ${issue.encontrado}; esperado ${issue.esperado}.`;
}
