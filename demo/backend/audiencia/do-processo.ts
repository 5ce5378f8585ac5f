import type { Caso } from '../../../src/contract/caso.ts';
import { formatDocument } from '../../../src/domain/documents/format.ts';
import type { Contexto } from '../cases.ts';

/** At most this many are told of. */
const MAX = 10;

const comGravacao = (pagina: string, id: string): string => {
  const [antes = ''] = pagina.split('#');
  return `${antes}${antes.includes('?') ? '&' : '?'}gravacao=${encodeURIComponent(id)}`;
};

/**
 * Hearings of a lawsuit for somebody who has nothing to do with it but its number: those to come or under way and those recorded, none under sigilo. What they
 * learn is on the court's public agenda; who may enter has an invitation.
 * @param processo case number, with or without punctuation
 */
export async function audienciasDoProcesso({ db, court, clock }: Contexto, processo: string): Promise<NonNullable<Caso['audiencias']>> {
  const { url, gravacoesUrl } = court.tribunal.audiencias ?? {};
  const [marcadas, gravadas] = await Promise.all([
    db
      .selectFrom('audiencias')
      .select(['processo', 'ato', 'unidade_id', 'inicio', 'estado'])
      .where('processo', '=', processo.replace(/\D/g, ''))
      .where('sigilo', '=', false)
      .where('estado', 'not in', ['encerrada', 'cancelada'])
      .where('fim', '>', new Date(clock()))
      .orderBy('inicio')
      .limit(MAX)
      .execute(),
    db.selectFrom('gravacoes').select(['id', 'ato', 'unidade_id', 'em']).where('processo', '=', formatDocument('processo', processo)).where('sigilo', '=', false).orderBy('em', 'desc').limit(MAX).execute(),
  ]);
  const onde = (unidadeId: string, em: Date) => {
    const unidade = court.unidade(unidadeId);
    return { processo: formatDocument('processo', processo), unidade: unidade?.nome ?? unidadeId, em: court.instante(em.getTime(), unidade) };
  };
  return [
    ...marcadas.map(({ ato, unidade_id, inicio, estado }) => ({ ...onde(unidade_id, inicio), ato, situacao: estado === 'agendada' ? ('marcada' as const) : ('acontecendo' as const), ...(url ? { url } : {}) })),
    ...gravadas.map(({ id, ato, unidade_id, em }) => ({ ...onde(unidade_id, em), ato, situacao: 'gravada' as const, ...(gravacoesUrl ? { url: comGravacao(gravacoesUrl, id) } : {}) })),
  ];
}
