import type { MeusDados } from '../../src/contract/acoes.ts';
import { anexosPublicos, eventosPublicos } from './caso-publico.ts';
import type { Contexto } from './cases.ts';
import { ProblemError } from './problems.ts';
import { anosDeGuarda, guardadoAte } from './retencao.ts';
import type { CasoRow } from './schema.ts';

/** Until when the case is kept: it begins to count when it ends. */
async function retencaoDe({ db, court }: Contexto, caso: CasoRow): Promise<MeusDados['retencao']> {
  const anos = anosDeGuarda(court, caso.tipo);
  const base = anos ? `${anos} ${anos === 1 ? 'ano' : 'anos'} depois de encerrado (Lei 13.709/2018, arts. 15 e 16; regra do tribunal)` : 'Enquanto durar a finalidade (Lei 13.709/2018, arts. 15 e 16); o tribunal não fixou um prazo';
  return { ate: await guardadoAte(db, court, caso), base };
}

/**
 * What is kept about the person in the case (Lei 13.709/2018, arts. 18, II and V, and 19): what they said of themselves, what they wrote, what was said to
 * them. Notes of the staff are not about the person's data and stay inside.
 */
export async function meusDados(ctx: Contexto, protocolo: string): Promise<MeusDados> {
  const { db, court, clock } = ctx;
  const caso = await db.selectFrom('casos').selectAll().where('protocolo', '=', protocolo).executeTakeFirst();
  if (!caso) throw new ProblemError('protocolo-nao-encontrado');
  const identidade = await db.selectFrom('identidades').select('dados').where('caso_id', '=', caso.id).executeTakeFirst();
  const avaliacao = await db.selectFrom('avaliacoes').select(['nota', 'resolvido', 'comentario', 'em']).where('caso_id', '=', caso.id).executeTakeFirst();
  return {
    protocolo,
    geradoEm: court.instante(clock()),
    identidade: identidade?.dados ?? null,
    conteudo: caso.agendamento ? { ...caso.conteudo, agendamento: caso.agendamento } : caso.conteudo,
    eventos: await eventosPublicos(db, court, caso.id),
    anexos: (await anexosPublicos(db, court, caso.id)).map(({ eventoId: _, ...anexo }) => anexo),
    avaliacao: avaliacao ? { ...avaliacao, em: court.instante(avaliacao.em.getTime()) } : null,
    retencao: await retencaoDe(ctx, caso),
  };
}
