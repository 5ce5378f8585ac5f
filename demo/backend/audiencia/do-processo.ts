import type { Caso } from '../../../src/contract/caso.ts';
import type { Contexto } from '../cases.ts';
import { listarGravacoes } from '../gravacao/gravacoes.ts';
import { resumoDe } from './leitura.ts';

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
export async function audienciasDoProcesso(ctx: Contexto, processo: string): Promise<NonNullable<Caso['audiencias']>> {
  const { db, court, clock } = ctx;
  const { url, gravacoesUrl } = court.tribunal.audiencias ?? {};
  const [marcadas, gravadas] = await Promise.all([
    db
      .selectFrom('audiencias')
      .selectAll()
      .where('processo', '=', processo.replace(/\D/g, ''))
      .where('sigilo', '=', false)
      .where('estado', 'not in', ['encerrada', 'cancelada'])
      .where('fim', '>', new Date(clock()))
      .orderBy('inicio')
      .limit(MAX)
      .execute(),
    listarGravacoes(ctx, processo, []),
  ]);
  return [
    ...marcadas.map((row) => {
      const { unidade, inicio, estado, ...resumo } = resumoDe(ctx, row);
      return { processo: resumo.processo, ato: resumo.ato, unidade: unidade.nome, em: inicio, situacao: estado === 'agendada' ? ('marcada' as const) : ('acontecendo' as const), ...(url ? { url } : {}) };
    }),
    ...gravadas
      .slice(-MAX)
      .reverse()
      .map(({ id, processo: numero, ato, unidade, em }) => ({ processo: numero, ato, unidade, em, situacao: 'gravada' as const, ...(gravacoesUrl ? { url: comGravacao(gravacoesUrl, id) } : {}) })),
  ];
}
