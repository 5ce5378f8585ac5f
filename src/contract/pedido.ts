import * as z from 'zod/mini';
import { anexos } from './anexo.ts';
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

/** A physical answer may cost the materials (art. 11, § 1), unless the person declares that they cannot pay (art. 16, sole §; Lei 7.115/1983). */
const custo = { isencao: z.optional(z.boolean()) };

/** How the answer is wanted; electronic unless the person says otherwise (Res. 215/2015, art. 11, caput and § 1). */
export const formaResposta = z.discriminatedUnion('forma', [
  z.object({ forma: z.literal('eletronica') }),
  z.object({ forma: z.literal('correspondencia'), endereco, ...custo }),
  z.object({ forma: z.literal('retirada'), ...custo }),
]);
export type FormaResposta = z.infer<typeof formaResposta>;

/** What is asked: information, personal information (arts. 37, 38), or that a document be declassified (art. 29). */
export const ESPECIES_PEDIDO = ['informacao', 'informacao-pessoal', 'desclassificacao'] as const;
export type EspeciePedido = (typeof ESPECIES_PEDIDO)[number];

/** Ground on which a third party sees personal information (arts. 34 and 38). */
export const FUNDAMENTOS_TERCEIRO = ['consentimento', 'estatistica', 'decisao-judicial', 'direitos-humanos', 'interesse-publico', 'recuperacao-historica'] as const;

/** Whose personal information it is; third parties sign a term of responsibility and prove their ground with attachments (art. 38). */
export const informacaoPessoal = z.discriminatedUnion('titular', [
  z.object({ titular: z.literal('proprio') }),
  z.object({
    titular: z.literal('terceiro'),
    fundamento: z.enum(FUNDAMENTOS_TERCEIRO, 'fundamento-obrigatorio'),
    responsabilidade: z.literal(true, 'termo-obrigatorio'),
  }),
]);

interface Dependencias {
  especie?: unknown;
  pessoal?: { titular?: unknown } | undefined;
  documento?: unknown;
  anexos?: readonly unknown[] | undefined;
}

/** What one answer makes obligatory: looked at also when other fields are wrong, since a form is filled step by step. */
const dependente = (holds: (value: Dependencias) => boolean, error: string, path: string[]) =>
  z.refine<Dependencias>((value) => holds(value), { error, path, when: ({ value }) => typeof value === 'object' && value !== null });

/** Body of `POST /v1/pedidos-informacao`. Reasons are never asked (Res. 215/2015, art. 11, § 4). */
export const pedidoEnvio = z
  .object({
    /** `informacao` when absent. */
    especie: z.optional(z.enum(ESPECIES_PEDIDO)),
    pessoal: z.optional(informacaoPessoal),
    /** Document whose classification is to be reviewed; asked for with `desclassificacao`. */
    documento: linhaOpcional,
    requerente,
    especificacao: relato,
    /** Period that the information covers; it helps the search (Res. 215/2015, art. 12, I). */
    periodo: z.optional(
      z
        .object({ de: z.optional(civilDate), ate: z.optional(civilDate) })
        .check(z.refine((value) => !value.de || !value.ate || value.de <= value.ate, { error: 'periodo-invertido', path: ['ate'] })),
    ),
    resposta: formaResposta,
    /** The person declares that they cannot look for what is public by themselves (art. 15, § 1). */
    semMeios: z.optional(z.boolean()),
    anexos,
    /** Confidential treatment of the requester's personal data (Res. 215/2015, art. 11, § 3). */
    sigiloDados: z.boolean(),
    privacidade: aceitePrivacidade,
  })
  .check(
    dependente((value) => value.especie !== 'informacao-pessoal' || value.pessoal !== undefined, 'titular-obrigatorio', ['pessoal', 'titular']),
    dependente((value) => value.pessoal?.titular !== 'terceiro' || Boolean(value.anexos?.length), 'comprovacao-obrigatoria', ['anexos']),
    dependente((value) => value.especie !== 'desclassificacao' || Boolean(value.documento), 'documento-obrigatorio', ['documento']),
  );
export type PedidoEnvio = z.infer<typeof pedidoEnvio>;
export type PedidoInput = z.input<typeof pedidoEnvio>;
