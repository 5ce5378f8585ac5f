import * as z from 'zod/mini';
import { MAX_RELATO } from '../config/limits.ts';
import { numeroProcesso } from './documents.ts';
import { identificacaoFila, MATERIAS, PRIORIDADES } from './fila.ts';
import { civilDate, email, instant, linha, linhaOpcional, slug, telefone } from './primitives.ts';

/** When it cannot be now: a message that is kept and answered (Res. CNJ 372/2021, art. 2, § 1), or an hour of the unit's agenda (Portaria TJRN 38/2021, art. 5, § 1). */

/** A way to answer or to call back; one is enough, and none is needed by who keeps the protocol. */
export const contatoBalcao = z.object({ email: z.optional(email), telefone: z.optional(telefone) });

const comum = {
  unidadeId: slug,
  nome: linha,
  contato: contatoBalcao,
  assunto: linhaOpcional,
  processo: z.optional(numeroProcesso),
  materia: z.optional(z.enum(MATERIAS)),
  sigilo: z.optional(z.boolean()),
  identificacao: z.optional(identificacaoFila),
  privacidade: z.object({ versao: z.string(), aceito: z.literal(true, 'aceite-obrigatorio') }),
};
const seSigilo = z.refine<{ sigilo?: boolean | undefined; identificacao?: unknown }>((value) => !value.sigilo || value.identificacao !== undefined, {
  error: 'identificacao-obrigatoria',
  path: ['identificacao'],
});

/** Body of `POST /v1/mensagens`; answered with a receipt whose due date is the unit's reasonable term. */
export const mensagemEnvio = z.object({ ...comum, texto: z.string().check(z.trim(), z.minLength(1, 'obrigatorio'), z.maxLength(MAX_RELATO, 'longo-demais')) }).check(seSigilo);
export type MensagemEnvio = z.infer<typeof mensagemEnvio>;
export type MensagemInput = z.input<typeof mensagemEnvio>;

/** Body of `POST /v1/agendamentos`; answered with a receipt. */
export const agendamentoEnvio = z
  .object({
    ...comum,
    /** Start of a free slot of `GET /v1/unidades/{id}/agenda`. */
    inicio: instant,
    prioridade: z.optional(z.enum(PRIORIDADES)),
    libras: z.optional(z.boolean()),
  })
  .check(seSigilo);
export type AgendamentoEnvio = z.infer<typeof agendamentoEnvio>;
export type AgendamentoInput = z.input<typeof agendamentoEnvio>;

/** Answer of `GET /v1/unidades/{id}/agenda?de&ate`: slots that can be booked, in order. Days without any are left out. */
export const agendaUnidade = z.object({
  unidadeId: slug,
  timezone: z.string(),
  duracaoMinutos: z.number(),
  /** First and last civil day that were looked at, in the unit's zone. */
  de: civilDate,
  ate: civilDate,
  dias: z.array(z.object({ dia: civilDate, vagas: z.array(z.object({ inicio: instant, fim: instant })) })),
});
export type AgendaDaUnidade = z.infer<typeof agendaUnidade>;

/** Body of `POST /v1/protocolos/{p}/agendamento`, with the token of a consultation: cancels, or moves to another free slot under the same protocol. */
export const mudancaAgendamento = z.discriminatedUnion('acao', [z.object({ acao: z.literal('cancelar') }), z.object({ acao: z.literal('remarcar'), inicio: instant })]);
export type MudancaAgendamento = z.infer<typeof mudancaAgendamento>;
