import type { Contexto } from './cases.ts';

/** Messages that are kept and answered, and appointments of the virtual counter. */

/** An appointment that the attendant books for a person, for the rest of a service. */
export interface PedidoDireto {
  unidadeId: string;
  /** Start of a free slot: ISO 8601 with offset. */
  inicio: string;
  nome: string;
  assunto?: string;
  processo?: string;
  /** The same key gives the same appointment, key included. */
  idemKey: string;
}

/** What the person takes away of it: instants in ISO 8601, in the unit's zone. */
export interface MarcadoDireto {
  casoId: number;
  protocolo: string;
  chave: string;
  inicio: string;
  fim: string;
}

/**
 * Books a slot for a person who is being served. Any free slot that has not begun will do, whatever notice the unit asks of others.
 * @throws ProblemError `unidade-nao-encontrada`, `gabinete-sem-balcao`, `agenda-indisponivel`, `vaga-indisponivel` with the nearest free ones in its words
 */
export function marcarDireto(_ctx: Contexto, _pedido: PedidoDireto): Promise<MarcadoDireto> {
  return Promise.reject(new Error('not written yet'));
}
