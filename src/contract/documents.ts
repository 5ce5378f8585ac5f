import { isValidCnpj } from '@brazilian-utils/brazilian-utils/is-valid-cnpj';
import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import { isValidProcessoJuridico } from '@brazilian-utils/brazilian-utils/is-valid-processo-juridico';
import * as z from 'zod/mini';

/** CPF, with or without punctuation; kept as 11 digits. */
export const cpf = z.pipe(
  z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.refine((value) => isValidCpf(value), { error: 'cpf-invalido' })),
  z.transform((value) => value.replace(/\D/g, '')),
);

/** CNPJ, numeric or alphanumeric (IN RFB 2.229/2024), with or without punctuation; kept as 14 characters. */
export const cnpj = z.pipe(
  z.string().check(
    z.trim(),
    z.minLength(1, 'obrigatorio'),
    z.refine((value) => isValidCnpj(value.toUpperCase(), { version: 2 }), { error: 'cnpj-invalido' }),
  ),
  z.transform((value) => value.toUpperCase().replace(/[^0-9A-Z]/g, '')),
);

/** Case number in the single national form `NNNNNNN-DD.AAAA.J.TR.OOOO`, check digits included (Res. CNJ 65/2008). */
export const numeroProcesso = z
  .string()
  .check(z.trim(), z.refine((value) => isValidProcessoJuridico(value), 'processo-invalido'));
