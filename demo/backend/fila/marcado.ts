import type { FilaEnvio } from '../../../src/contract/fila.ts';
import type { Unidade } from '../../../src/contract/tribunal.ts';
import { hashDaChave, type Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import { ProblemError } from '../problems.ts';
import { aleatorio, iguais } from '../secrets.ts';

/** From how long before its hour, and until how long after it, an appointment lets its holder in, in milliseconds. */
const ANTES_MS = 15 * 60_000;
const DEPOIS_MS = 30 * 60_000;

/**
 * The appointment that somebody comes with.
 * @returns id of its case
 * @throws ProblemError `protocolo-nao-encontrado`, `agendamento-indisponivel`, `agendamento-fora-da-hora`
 */
export async function conferirHora(ctx: Pick<Contexto, 'court' | 'chaves' | 'clock'>, db: Db, unidade: Unidade, { protocolo, chave }: NonNullable<FilaEnvio['agendamento']>): Promise<number> {
  const caso = await db.selectFrom('casos').select(['id', 'chave_hash', 'agendamento']).where('protocolo', '=', protocolo).executeTakeFirst();
  const confere = iguais(hashDaChave(ctx.chaves.segredos, protocolo, chave), caso?.chave_hash ?? aleatorio(32));
  if (!caso || !confere) throw new ProblemError('protocolo-nao-encontrado');
  const hora = caso.agendamento;
  const recusar = (detail: string): ProblemError => new ProblemError('agendamento-indisponivel', { detail });
  if (!hora) throw recusar('Este protocolo não é de um atendimento com hora marcada.');
  if (hora.unidadeId !== unidade.id) throw recusar(`O seu atendimento foi marcado em ${ctx.court.unidade(hora.unidadeId)?.nome ?? 'outra unidade'}. Entre pelo balcão dessa unidade.`);
  if (hora.situacao === 'cancelado') throw recusar('Este agendamento foi cancelado. Marque outro, ou entre na fila sem hora marcada.');
  if (hora.situacao !== 'marcado') throw recusar('Este atendimento já aconteceu ou já passou. Marque outro, ou entre na fila sem hora marcada.');
  const inicio = Date.parse(hora.inicio);
  const agora = ctx.clock();
  if (agora < inicio - ANTES_MS || agora > inicio + DEPOIS_MS) {
    const horario = ctx.court.instante(inicio, unidade);
    const dia = `${horario.slice(8, 10)}/${horario.slice(5, 7)}/${horario.slice(0, 4)}`;
    throw new ProblemError('agendamento-fora-da-hora', { detail: `O seu atendimento foi marcado para ${dia}, às ${horario.slice(11, 16)}. Entre de 15 minutos antes até 30 minutos depois.` });
  }
  const usado = await db.selectFrom('fila').select('id').where('agendamento_id', '=', caso.id).where('estado', '!=', 'encerrada').executeTakeFirst();
  if (usado) throw recusar('Este agendamento já está na fila, em outra aba ou outro aparelho.');
  return caso.id;
}
