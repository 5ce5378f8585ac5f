import type * as z from 'zod/mini';
import { MAX_RELATO, MIN_RELATO } from '../config/limits.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Plain words for each code; the form may have its own under the key `erro.<code>`. */
const DETAILS: Record<string, string> = {
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
  'endereco-obrigatorio': 'Informe um e-mail ou um endereço.',
  'anonima-so-denuncia': 'Só a denúncia pode ser anônima. Escolha denúncia, ou identifique-se.',
  'aceite-obrigatorio': 'Para enviar, confirme que leu os termos.',
  'tipo-obrigatorio': 'Escolha o tipo de manifestação.',
  'titular-obrigatorio': 'Diga de quem são as informações.',
  'fundamento-obrigatorio': 'Escolha em qual caso da lei o pedido se encaixa.',
  'termo-obrigatorio': 'Para pedir informações de outra pessoa, aceite o termo de responsabilidade.',
  'comprovacao-obrigatoria': 'Anexe o documento que comprova o caso escolhido.',
  'documento-obrigatorio': 'Diga qual é o documento.',
  'nota-obrigatoria': 'Escolha uma das cinco opções.',
  'nota-invalida': 'A nota vai de 1 a 5.',
  'modo-obrigatorio': 'Diga como você quer se identificar.',
  'recurso-obrigatorio': 'Diga qual recurso é: o primeiro ou o segundo.',
  'confirmacao-obrigatoria': 'Confirme para continuar.',
  'protocolo-invalido': 'Confira o protocolo. Exemplo: 2026.000123-4',
  'chave-invalida': 'Confira a chave: são 16 letras e números.',
  'duracao-invalida': 'Diga a duração em minutos, de 5 a 720.',
  'ciencia-obrigatoria': 'Confirme que sabe que a audiência é gravada.',
  'codigo-invalido': 'Confira o código: ele tem 8 letras e números.',
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

/** Plain words for a code; the words for `invalido` when the code is unknown. */
export function detailOf(code: string): string {
  return DETAILS[code] ?? DETAILS['invalido']!;
}

/** Field errors of a failed parse, the first of each field only, in the order of the form. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  const seen = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const pointer = pointerOf(issue.path);
    const code = codeOf(issue);
    if (!seen.has(pointer)) seen.set(pointer, { pointer, code, detail: detailOf(code) });
  }
  return [...seen.values()];
}
