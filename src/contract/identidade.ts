import * as z from 'zod/mini';
import { cpf } from './documents.ts';
import { email, linha, telefone } from './primitives.ts';
import { endereco } from './endereco.ts';

const contatoCampos = {
  email: z.optional(email),
  telefone: z.optional(telefone),
  endereco: z.optional(endereco),
  /** Any way to find a person who has no address, phone or e-mail (Res. 432/2021, art. 7, § 3; Res. 425/2021). */
  alternativo: z.optional(linha),
};

/** Ways to reach the person: at least one, and none of them obligatory by itself. */
export const contato = z
  .object(contatoCampos)
  .check(z.refine((value) => Boolean(value.email ?? value.telefone ?? value.endereco ?? value.alternativo), 'contato-obrigatorio'));
export type Contato = z.infer<typeof contato>;

/** Physical or electronic address, as art. 11, § 2 of Res. 215/2015 asks. */
export const contatoSic = z
  .object({ email: contatoCampos.email, telefone: contatoCampos.telefone, endereco: contatoCampos.endereco })
  .check(z.refine((value) => Boolean(value.email ?? value.endereco), 'endereco-obrigatorio'));

const pessoa = { nome: linha, nomeSocial: z.optional(linha), cpf: z.optional(cpf), contato };

/** Who writes to the Ouvidoria (Res. 432/2021, art. 10): identified, identity kept from third parties, or anonymous. */
export const identificacao = z.discriminatedUnion('modo', [
  z.object({ modo: z.literal('identificada'), ...pessoa }),
  z.object({ modo: z.literal('preservada'), ...pessoa }),
  z.object({ modo: z.literal('anonima') }),
]);
export type Identificacao = z.infer<typeof identificacao>;
