import { formatChave } from '../../../src/domain/protocol/chave.ts';
import { marcarDireto } from '../agenda.ts';
import { derivarChave, hashDaChave, type Contexto } from '../cases.ts';
import type { FilaRow } from '../schema.ts';
import { iguais } from '../secrets.ts';

/** The rest of a service, booked by the attendant (Res. CNJ 372/2021, art. 4; Portaria Conjunta TJRN 38/2021, art. 8, § 1). */
export interface Retorno {
  protocolo: string;
  chave: string;
  /** ISO 8601 with offset. */
  inicio: string;
  fim: string;
  /** Name of the unit. */
  unidade: string;
}

type Ticket = Pick<FilaRow, 'id' | 'sal' | 'retorno_id'>;

/**
 * The idempotency key of the appointment of a ticket: there is one for each, and its key can be worked out again from the server's secret and the ticket
 * alone, so that it is stored nowhere.
 */
const chaveDoEnvio = ({ chaves: { segredos } }: Pick<Contexto, 'chaves'>, { id, sal }: Pick<Ticket, 'id' | 'sal'>): string =>
  `retorno-${segredos.mac('idempotencia', 'retorno', String(id), sal).toString('base64url')}`;

/**
 * Books the rest of the service of a ticket; the one that is there already when an earlier try got no further.
 * @returns id of the case
 * @throws ProblemError as `marcarDireto`
 */
export async function marcarRetorno(ctx: Contexto, ticket: Pick<FilaRow, 'id' | 'sal' | 'nome' | 'dados'>, unidadeId: string, inicio: string): Promise<number> {
  const idemKey = chaveDoEnvio(ctx, ticket);
  const antes = await ctx.db.selectFrom('casos').select('id').where('idem_hash', '=', ctx.chaves.segredos.mac('idempotencia', 'casos', idemKey)).executeTakeFirst();
  if (antes) return antes.id;
  const { assunto, processo } = ticket.dados;
  const { casoId } = await marcarDireto(ctx, {
    unidadeId,
    inicio,
    nome: ticket.nome ?? 'Pessoa atendida no balcão',
    ...(assunto ? { assunto } : {}),
    ...(processo ? { processo } : {}),
    idemKey,
  });
  return casoId;
}

/**
 * What was booked for the rest of the service of a ticket, as it is now, with the key that opens it: for the person who holds the ticket alone.
 * @returns undefined when nothing was booked, when it was cancelled since, or when the key was changed
 */
export async function retornoDaSenha(ctx: Contexto, ticket: Ticket): Promise<Retorno | undefined> {
  if (ticket.retorno_id === null) return undefined;
  const { segredos } = ctx.chaves;
  const caso = await ctx.db.selectFrom('casos').select(['protocolo', 'chave_hash', 'corpo_hash', 'sal', 'agendamento']).where('id', '=', ticket.retorno_id).executeTakeFirst();
  if (!caso?.agendamento || caso.agendamento.situacao === 'cancelado') return undefined;
  const chave = derivarChave(segredos, chaveDoEnvio(ctx, ticket), caso.corpo_hash, caso.sal);
  if (!iguais(caso.chave_hash, hashDaChave(segredos, caso.protocolo, chave))) return undefined;
  const { unidadeId, inicio, fim } = caso.agendamento;
  const unidade = ctx.court.unidade(unidadeId);
  return {
    protocolo: caso.protocolo,
    chave: formatChave(chave),
    inicio: ctx.court.instante(Date.parse(inicio), unidade),
    fim: ctx.court.instante(Date.parse(fim), unidade),
    unidade: unidade?.nome ?? unidadeId,
  };
}
