import * as z from 'zod/mini';

/** Building blocks that only the court file has. */

const isZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

/** IANA time zone name, as in `America/Fortaleza`. */
export const timezone = z.string().check(z.refine(isZone, 'fuso-invalido'));

const hasScheme = (allowed: readonly string[]) => (value: string): boolean => {
  try {
    return allowed.includes(new URL(value, 'https://relativo.invalid/').protocol);
  } catch {
    return false;
  }
};

/** Address of a page: https, http, or relative to the court's page. */
export const webUrl = z.string().check(z.minLength(1, 'obrigatorio'), z.refine(hasScheme(['https:', 'http:']), 'url-invalida'));

/** Telephone in international digits only, as wa.me wants it. */
export const whatsappNumero = z.string().check(z.regex(/^\d{10,15}$/, 'whatsapp-invalido'));
