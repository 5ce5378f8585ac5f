import type { EventoCaso } from '../../src/contract/caso.ts';
import { vincularAnexos } from './anexos.ts';
import type { Db } from './database.ts';

/** What happens to a case. The first row is public; the second never leaves the staff side, except that it is told to the person whom it is about. */
export type TipoEvento =
  | 'registro' | 'analise' | 'encaminhamento' | 'pergunta' | 'complemento' | 'prorrogacao' | 'resposta' | 'negativa' | 'devolucao'
  | 'recurso' | 'decisao-recurso' | 'identificacao' | 'correcao' | 'avaliacao' | 'desistencia' | 'encerramento' | 'remarcacao' | 'cancelamento'
  | 'informacao-unidade' | 'prorrogacao-unidade' | 'anotacao' | 'ciencia';

/** An event on its way to the database. */
export interface NovoEvento {
  casoId: number;
  tipo: TipoEvento;
  /** Epoch milliseconds. */
  em: number;
  papel: EventoCaso['autor']['papel'];
  /** Name of the unit, as the citizen reads it. */
  unidade?: string | null;
  texto?: string | null;
  /** The text is encrypted to the Ouvidoria's key. */
  cifrado?: boolean;
  /** Never leaves the staff side. */
  interno?: boolean;
  /** What the event carries beside its text. */
  dados?: Record<string, unknown> | null;
  /** Who of the staff did it (`sub`); never leaves the staff side. */
  ator?: string | null;
  /** Uploads that came with it, unclaimed so far. */
  anexos?: readonly string[] | undefined;
}

/**
 * Writes events, in their order, in the transaction of what caused them. Every event of every case goes through here: whoever has to hear of them
 * (messages to the person, for one) is called here, in the same transaction.
 * @returns the ids, in the order of the events
 * @throws ProblemError `dados-invalidos`, with a pointer to each attachment that cannot be taken
 */
export async function gravarEventos(tx: Db, eventos: readonly NovoEvento[]): Promise<number[]> {
  if (!eventos.length) return [];
  const linhas = await tx
    .insertInto('eventos')
    .values(
      eventos.map(({ casoId, tipo, em, papel, unidade, texto, cifrado, interno, dados, ator }) => ({
        caso_id: casoId,
        tipo,
        em: new Date(em),
        papel,
        unidade: unidade ?? null,
        texto: texto ?? null,
        cifrado: cifrado ?? false,
        interno: interno ?? false,
        dados: dados ? JSON.stringify(dados) : null,
        ator: ator ?? null,
      })),
    )
    .returning('id')
    .execute();
  // Rows of one insert are numbered in the order of its values.
  const ids = linhas.map(({ id }) => id).toSorted((a, b) => a - b);
  for (const [i, { casoId, papel, anexos }] of eventos.entries()) await vincularAnexos(tx, anexos, { casoId, eventoId: ids[i]!, papel });
  return ids;
}

/** Writes one event. @see gravarEventos */
export async function gravarEvento(tx: Db, evento: NovoEvento): Promise<number> {
  return (await gravarEventos(tx, [evento]))[0]!;
}
