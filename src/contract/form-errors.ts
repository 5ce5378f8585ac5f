import type * as z from 'zod/mini';
import { MAX_RELATO, MIN_RELATO } from '../config/limits.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Plain words for each code of a form that has none of its own under the key `erro.<code>`. */
export const FORM_DETAILS: Readonly<Record<string, string>> = {
  'obrigatorio': 'Preencha este campo.',
  'curto-demais': `Escreva um pouco mais: pelo menos ${MIN_RELATO} caracteres.`,
  'longo-demais': `O texto passou do limite. O máximo do relato é ${MAX_RELATO} caracteres.`,
  'cpf-invalido': 'Confira o CPF: ele tem 11 números.',
  'cnpj-invalido': 'Confira o CNPJ: ele tem 14 caracteres.',
  'email-invalido': 'Confira o e-mail. Exemplo: nome@provedor.com.br',
  'telefone-invalido': 'Confira o telefone, com DDD. Exemplo: (84) 99999-0000',
  'processo-invalido': 'Confira o número do processo. Exemplo: 0801234-12.2024.8.20.0001',
  'cep-invalido': 'Confira o CEP: ele tem 8 números.',
  'data-invalida': 'Confira a data.',
  'periodo-invertido': 'A data final vem antes da inicial.',
  'contato-obrigatorio': 'Deixe pelo menos uma forma de falar com você.',
  'anonima-so-denuncia': 'Só a denúncia pode ser anônima. Escolha denúncia, ou identifique-se.',
  'invalido': 'Confira este campo.',
};

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Stable code of an issue: the message when it is one of ours, else what the kind of issue means to a person. */
function codeOf(issue: Issue): string {
  if (CODE.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'obrigatorio';
  if (issue.code === 'too_small') return 'obrigatorio';
  if (issue.code === 'too_big') return 'longo-demais';
  return 'invalido';
}

const escapePointer = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) of a zod path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escapePointer(part)}`).join('');
}

/** Field errors of a failed parse, the first of each field only, in the order of the form. */
export function errorsOf(error: z.core.$ZodError, details: Readonly<Record<string, string>>): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const pointer = pointerOf(issue.path);
    const code = codeOf(issue);
    if (!seen.has(pointer)) seen.set(pointer, { pointer, code, detail: details[code] ?? details['invalido']! });
  }
  return [...seen.values()];
}
