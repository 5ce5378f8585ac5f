import * as z from 'zod/mini';
import { cnpj, cpf } from './documents.ts';
import { contatoSic } from './identidade.ts';
import { aceitePrivacidade, relato } from './manifestacao.ts';
import { civilDate, linha, linhaOpcional } from './primitives.ts';
import { endereco } from './endereco.ts';

/** Who asks (Res. 215/2015, art. 11, § 2). */
export const requerente = z.discriminatedUnion('pessoa', [
  z.object({
    pessoa: z.literal('natural'),
    nome: linha,
    nomeSocial: z.optional(linha),
    documento: z.object({ numero: linha, orgao: linhaOpcional }),
    cpf,
    contato: contatoSic,
  }),
  z.object({
    pessoa: z.literal('juridica'),
    razaoSocial: linha,
    cnpj,
    /** Registration data other than the CNPJ: name of who represents the entity, state registration, and the like. */
    dadosCadastrais: linha,
    contato: contatoSic,
  }),
]);
export type Requerente = z.infer<typeof requerente>;

/** How the answer is wanted; electronic unless the person says otherwise (Res. 215/2015, art. 11, caput and § 1). */
export const formaResposta = z.discriminatedUnion('forma', [
  z.object({ forma: z.literal('eletronica') }),
  z.object({ forma: z.literal('correspondencia'), endereco }),
  z.object({ forma: z.literal('retirada') }),
]);
export type FormaResposta = z.infer<typeof formaResposta>;

/** Body of `POST /v1/pedidos-informacao`. Reasons are never asked (Res. 215/2015, art. 11, § 4). */
export const pedidoEnvio = z.object({
  requerente,
  especificacao: relato,
  /** Period that the information covers; it helps the search (Res. 215/2015, art. 12, I). */
  periodo: z.optional(
    z
      .object({ de: z.optional(civilDate), ate: z.optional(civilDate) })
      .check(z.refine((value) => !value.de || !value.ate || value.de <= value.ate, { error: 'periodo-invertido', path: ['ate'] })),
  ),
  resposta: formaResposta,
  /** Confidential treatment of the requester's personal data (Res. 215/2015, art. 11, § 3). */
  sigiloDados: z.boolean(),
  privacidade: aceitePrivacidade,
});
export type PedidoEnvio = z.infer<typeof pedidoEnvio>;
export type PedidoInput = z.input<typeof pedidoEnvio>;
