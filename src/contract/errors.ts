import type * as z from 'zod/mini';
import { errorsOf, FORM_DETAILS } from './form-errors.ts';
import type { FieldError } from './problem.ts';

export { pointerOf } from './form-errors.ts';

/** Plain words for each code; the form may have its own under the key `erro.<code>`. */
export const DETAILS: Readonly<Record<string, string>> = {
  ...FORM_DETAILS,
  'endereco-obrigatorio': 'Informe um e-mail ou um endereço.',
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
};

/** Plain words for a code; the words for `invalido` when the code is unknown. */
export function detailOf(code: string): string {
  return DETAILS[code] ?? DETAILS['invalido']!;
}

/** Field errors of a failed parse, the first of each field only, in the order of the form. */
export const fieldErrors = (error: z.core.$ZodError): FieldError[] => errorsOf(error, DETAILS);
