import type { ListaSaida } from '../../../src/contract/tratamento.ts';
import { ProblemError } from '../problems.ts';
import { mensagemDe } from '../saida.ts';
import type { InstalarRotas } from './rotas.ts';

const TAMANHO_PAGINA = 100;

/** The outbox as the staff sees it, newest first: what went out and what waits, never to whom. */
export const rotasSaida: InstalarRotas = ({ rota, equipe }, { db, court }) => {
  rota('GET', '/v1/tratamento/saida', [], async (c) => {
    await equipe(c, 'ouvidoria', 'sic', 'ouvidor', 'gestor');
    const cursor = c.req.query('cursor');
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new ProblemError('parametro-invalido', { detail: 'O cursor não é desta lista. Comece de novo.' });
    const estado = c.req.query('estado');
    if (estado !== undefined && estado !== 'pendente' && estado !== 'enviada' && estado !== 'desistida') throw new ProblemError('parametro-invalido', { detail: 'O estado é pendente, enviada ou desistida.' });
    const linhas = await db
      .selectFrom('saida')
      .innerJoin('casos', 'casos.id', 'saida.caso_id')
      .innerJoin('eventos', 'eventos.id', 'saida.evento_id')
      .select(['saida.id', 'casos.protocolo', 'casos.tipo', 'eventos.tipo as evento', 'saida.estado', 'saida.tentativas', 'saida.erro', 'saida.criada_em', 'saida.proxima_em', 'saida.enviada_em'])
      .$if(cursor !== undefined, (q) => q.where('saida.id', '<', Number(cursor)))
      .$if(estado !== undefined, (q) => q.where('saida.estado', '=', estado!))
      .orderBy('saida.id', 'desc')
      .limit(TAMANHO_PAGINA + 1)
      .execute();
    const pagina = linhas.slice(0, TAMANHO_PAGINA);
    const lista: ListaSaida = {
      itens: pagina.map(({ id, tipo, criada_em, proxima_em, enviada_em, ...linha }) => ({
        ...linha,
        id: String(id),
        ...mensagemDe(court, { ...linha, tipo }),
        criadaEm: court.instante(criada_em.getTime()),
        proximaEm: linha.estado === 'pendente' ? court.instante(proxima_em.getTime()) : null,
        enviadaEm: enviada_em && court.instante(enviada_em.getTime()),
      })),
      proxima: linhas.length > TAMANHO_PAGINA ? String(pagina.at(-1)!.id) : null,
    };
    return c.json(lista);
  });
};
