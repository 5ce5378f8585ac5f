import * as z from 'zod/mini';
import { MAX_LINHA } from '../config/limits.ts';

/**
 * Building blocks of the contract. A refinement's message is its stable error code (`cpf-invalido`), which the
 * form translates and a problem+json carries; see `errors.ts`.
 */

const isCalendarDate = (value: string): boolean => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

/** Civil date without zone, `YYYY-MM-DD`, that exists in the calendar. */
export const civilDate = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'data-invalida'), z.refine(isCalendarDate, 'data-invalida'));

/** Instant with offset, ISO 8601. */
export const instant = /* @__PURE__ */ z.iso.datetime({ offset: true, error: 'instante-invalido' });

/** One line of text: trimmed, not empty. */
export const linha = z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(MAX_LINHA, 'longo-demais'));

/** A line that may be left empty. */
export const linhaOpcional = z.optional(z.string().check(z.trim(), z.maxLength(MAX_LINHA, 'longo-demais')));

/** Identifier used in URLs: lower-case letters, digits and hyphens. */
export const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id-invalido'), z.maxLength(80, 'longo-demais'));

/** E-mail address. */
export const email = z.string().check(z.trim(), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, 'email-invalido'), z.maxLength(254, 'longo-demais'));

/** Telephone as people write it; 8 to 15 digits. */
export const telefone = z.string().check(
  z.trim(),
  z.maxLength(40, 'longo-demais'),
  z.refine((value) => {
    const digits = value.replace(/\D/g, '').length;
    return /^[\d\s()+.-]+$/.test(value) && digits >= 8 && digits <= 15;
  }, 'telefone-invalido'),
);
