import { formatCep } from '@brazilian-utils/brazilian-utils/format-cep';
import { formatCnpj } from '@brazilian-utils/brazilian-utils/format-cnpj';
import { formatCpf } from '@brazilian-utils/brazilian-utils/format-cpf';
import { formatPhone } from '@brazilian-utils/brazilian-utils/format-phone';
import { formatProcessoJuridico } from '@brazilian-utils/brazilian-utils/format-processo-juridico';

/** Documents that have an official punctuation. */
export type Mascara = 'cpf' | 'cnpj' | 'cep' | 'telefone' | 'processo';

const digits = (value: string): string => value.replace(/\D/g, '');
const onlyPunctuated = (value: string): boolean => /^[\d\s().\-/–—]*$/.test(value);

/** Punctuates a number of this many digits; whatever else was written stays as it was. */
const whole = (length: number, format: (value: string) => string) => (value: string): string =>
  onlyPunctuated(value) && digits(value).length === length ? format(digits(value)) : value;

const phone = (value: string): string => {
  const found = digits(value);
  const area = Number(found.slice(0, 2));
  return onlyPunctuated(value) && (found.length === 10 || found.length === 11) && area >= 11 && !found.startsWith('0')
    ? formatPhone(found, { mask: 'nanp' })
    : value;
};

const cnpj = (value: string): string => {
  const found = value.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return /^[\dA-Za-z\s.\-/–—]*$/.test(value) && found.length === 14 ? formatCnpj(found, { version: 2 }) : value;
};

const FORMATS: Record<Mascara, (value: string) => string> = {
  cpf: whole(11, (value) => formatCpf(value)),
  cep: whole(8, (value) => formatCep(value)),
  processo: whole(20, (value) => formatProcessoJuridico(value)),
  telefone: phone,
  cnpj,
};

/**
 * Punctuates a finished document; it is meant for when the person leaves the field, never for while they type. What is not complete,
 * or has anything else in it, comes back as it was written. No digit is ever added, dropped or moved.
 * @param mascara kind of document
 * @param value as typed or pasted, with any punctuation
 */
export function formatDocument(mascara: Mascara, value: string): string {
  const text = value.trim();
  return text === '' ? '' : FORMATS[mascara](text);
}
