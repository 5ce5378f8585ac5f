import * as z from 'zod/mini';
import { anexoResumo } from './anexo.ts';
import { estadoCaso, eventoCaso, passoPrazo, prazo, protocolo, tipoCaso, decisao } from './caso.ts';
import { civilDate, instant, linha, linhaOpcional, slug } from './primitives.ts';

/** The staff side (`/v1/tratamento/**`): an OIDC access token in `Authorization`, roles per unit. */

/**
 * Roles. `ouvidoria` and `sic` triage and answer; `unidade` gives information when a case is forwarded to it; `autoridade` decides the first appeal and
 * `presidencia` the second; `ouvidor` approves what needs a second person; `encarregado` handles data-subject requests; `gestor` sees figures and exports; `atendente` serves at the
 * counter of their units and answers its messages; `juiz` conducts the hearings of their units, and `audiencia` prepares and runs them for the judge;
 * `gravacoes` keeps the recordings of the hearings of their units.
 */
export const PAPEIS_EQUIPE = ['ouvidoria', 'sic', 'unidade', 'autoridade', 'presidencia', 'ouvidor', 'encarregado', 'gestor', 'atendente', 'juiz', 'audiencia', 'gravacoes'] as const;
export type PapelEquipe = (typeof PAPEIS_EQUIPE)[number];

const texto = z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(20_000, 'longo-demais'));

/** One act of the staff on a case. */
export const acaoEquipe = z.discriminatedUnion('acao', [
  /** Triage: takes the case in hand, and puts kind, matter and unit right. */
  z.object({ acao: z.literal('analisar'), especie: z.optional(linha), assunto: linhaOpcional, tema: linhaOpcional }),
  /** To a unit: 20 days from the sending (Res. 432/2021, art. 9, § 1), or within 48 h of the request (Res. 215/2015, art. 13, § 1). */
  z.object({ acao: z.literal('encaminhar'), unidadeId: slug, texto: z.optional(texto) }),
  /** The unit's own term, once (art. 9, § 1). */
  z.object({ acao: z.literal('prorrogar-unidade'), motivo: texto }),
  /** What the unit answers to the Ouvidoria or the SIC; internal. */
  z.object({ acao: z.literal('informar'), texto }),
  /** Question to the person. */
  z.object({ acao: z.literal('perguntar'), texto }),
  /** The term of the case, once, with the reason (Res. 432/2021, art. 9; Res. 215/2015, art. 13, § 2). */
  z.object({ acao: z.literal('prorrogar'), motivo: texto }),
  z.object({ acao: z.literal('responder'), texto, resultado: z.enum(['respondida', 'concedida', 'parcial']), fundamento: z.optional(texto) }),
  /** Refusal, with its grounds and the authority of the appeal (Res. 215/2015, art. 13, IV). */
  z.object({ acao: z.literal('negar'), texto, fundamento: texto }),
  /** Another body's matter: why, and where to go (Res. 432/2021, art. 18; Res. 215/2015, art. 13, III). */
  z.object({ acao: z.literal('devolver'), motivo: texto, orgao: linha, url: z.optional(z.string()) }),
  z.object({ acao: z.literal('decidir-recurso'), resultado: z.enum(['provido', 'parcialmente-provido', 'desprovido']), texto, fundamento: z.optional(texto) }),
  z.object({ acao: z.literal('encerrar') }),
  /** Note that never leaves the staff side. */
  z.object({ acao: z.literal('anotar'), texto }),
]);
export type AcaoEquipe = z.infer<typeof acaoEquipe>;
export type NomeAcaoEquipe = AcaoEquipe['acao'];

/** Body of `POST /v1/tratamento/casos/{p}/acoes`; `versao` is the one that was on the screen: an older one is refused with 409. */
export const acaoEquipeEnvio = z.object({ versao: z.number(), acao: acaoEquipe, anexos: z.optional(z.array(z.string())) });

/** A case in a list of the staff. */
export const casoNaLista = z.object({
  protocolo,
  tipo: tipoCaso,
  especie: z.nullable(z.string()),
  tema: z.nullable(z.string()),
  assunto: z.nullable(z.string()),
  estado: estadoCaso,
  registradoEm: instant,
  vence: civilDate,
  atrasado: z.boolean(),
  unidadeId: z.nullable(slug),
  /** Due date inside the court, while it is with a unit. */
  venceUnidade: z.nullable(civilDate),
});
export const listaCasos = z.object({ itens: z.array(casoNaLista), proxima: z.nullable(z.string()) });
export type ListaCasos = z.infer<typeof listaCasos>;

/** A case as the staff sees it. `identidade` is null when the person is anonymous, and while it is preserved and nobody was allowed to see it. */
export const casoTratamento = z.object({
  ...casoNaLista.shape,
  versao: z.number(),
  prazo,
  conteudo: z.record(z.string(), z.unknown()),
  modo: z.nullable(z.enum(['identificada', 'preservada', 'anonima'])),
  identidade: z.nullable(z.record(z.string(), z.unknown())),
  /** Request to see a preserved identity: who asked, and whether a second person allowed it. */
  desvelamento: z.nullable(z.object({ id: z.string(), por: z.string(), motivo: z.string(), em: instant, situacao: z.enum(['pedido', 'autorizado', 'recusado']) })),
  eventos: z.array(z.object({ ...eventoCaso.shape, interno: z.boolean(), ator: z.optional(z.string()) })),
  decisoes: z.array(decisao),
  anexos: z.array(anexoResumo),
  calculoUnidade: z.optional(z.array(passoPrazo)),
  /** What this person may do now. */
  acoes: z.array(z.string()),
});
export type CasoTratamento = z.infer<typeof casoTratamento>;

/** Body of `POST /v1/tratamento/casos/{p}/desvelamento`. */
export const desvelamentoEnvio = z.object({ motivo: texto });
/** Body of `POST /v1/tratamento/desvelamentos/{id}/decisao`: by somebody other than who asked. */
export const desvelamentoDecisao = z.object({ autorizo: z.boolean() });
/** A request to see a preserved identity; answer of both calls. */
export const desvelamento = z.object({ id: z.string(), por: z.string(), motivo: z.string(), em: instant, situacao: z.enum(['pedido', 'autorizado', 'recusado']) });
/** Answer of `GET /v1/tratamento/desvelamentos`: those that wait for a second person. */
export const listaDesvelamentos = z.object({ itens: z.array(z.object({ ...desvelamento.shape, protocolo })) });
export type DesvelamentoNaLista = z.infer<typeof listaDesvelamentos>['itens'][number];

/**
 * Body of `POST /v1/tratamento/casos/{p}/correcao` (Lei 13.709/2018, art. 18, III): fields of the identity to put right, each with its new value, or null
 * to take it out. The whole has to be as good as one that is sent with a new case.
 */
export const correcaoEnvio = z.object({ motivo: texto, dados: z.record(z.string(), z.unknown()) });
/** Answer: names of the fields that changed. */
export const correcaoFeita = z.object({ versao: z.number(), campos: z.array(z.string()) });

/** One line of the audit. Append-only. */
export const linhaAuditoria = z.object({
  id: z.string(),
  em: instant,
  ator: z.string(),
  papel: z.string(),
  acao: z.string(),
  protocolo: z.nullable(z.string()),
  detalhe: z.optional(z.record(z.string(), z.unknown())),
});
export const listaAuditoria = z.object({ itens: z.array(linhaAuditoria), proxima: z.nullable(z.string()) });

/** A message of the outbox, without the address. */
export const mensagemSaida = z.object({
  id: z.string(),
  protocolo: z.string(),
  evento: z.string(),
  assunto: z.string(),
  corpo: z.string(),
  estado: z.enum(['pendente', 'enviada', 'desistida']),
  tentativas: z.number(),
  /** Codes of the last failure, without any datum of the person. */
  erro: z.nullable(z.string()),
  criadaEm: instant,
  /** When it is tried next, while it is waiting. */
  proximaEm: z.nullable(instant),
  enviadaEm: z.nullable(instant),
});
export const listaSaida = z.object({ itens: z.array(mensagemSaida), proxima: z.nullable(z.string()) });
export type ListaSaida = z.infer<typeof listaSaida>;
