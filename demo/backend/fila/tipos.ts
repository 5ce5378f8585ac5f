import type { AtoAtendimento } from '../../../src/contract/atendimento.ts';
import type { Ator } from '../ator.ts';
import type { Db } from '../database.ts';
import type { FilaRow } from '../schema.ts';

/** What is done to a ticket or to a queue by somebody of the staff. */
export type AtoDaEquipe = Exclude<AtoAtendimento, { acao: 'convidar' | 'agendar' | 'anotar' }>;

/** An attendant, as far as the queue goes. */
export type Atendente = Pick<Ator, 'sub' | 'nome'>;

/**
 * What else is written in the transaction of an act, once the ticket has changed (protocol, audit, idempotency). What it throws undoes the act. The row that
 * it gets is the ticket as the act leaves it.
 */
export type Junto = (tx: Db, row: FilaRow) => Promise<void>;

/**
 * The engine of the queue (`motor.ts`). Every change goes through here: the row of the unit in `balcoes` is locked first, then the ticket's, so that two
 * processes never call two people to one slot nor one person twice; listeners are told when the transaction is through.
 */
export interface Motor {
  /** Calls the next in the fair order; the ticket already in hand when there is one; null when nobody waits. */
  chamar(unidadeId: string, atendente: Atendente, junto?: Junto): Promise<FilaRow | null>;
  /** Any other act on a ticket that is in the attendant's hands. @throws ProblemError `senha-nao-encontrada`, `senha-de-outro-atendente`, `acao-indisponivel` */
  agir(ato: Exclude<AtoDaEquipe, { acao: 'chamar' }>, atendente: Atendente, junto?: Junto): Promise<FilaRow>;
  /** Ends every window that has passed: grace, then back some places, then out. Safe to run in every process at once. Gives the units that changed. */
  varrer(): Promise<readonly string[]>;
}

/** Tells every process that the queue of a unit changed: LISTEN/NOTIFY on a server, in the process on the embedded database. */
export interface Avisos {
  /** Within the transaction that changes it; heard after the commit. */
  avisar(tx: unknown, unidadeId: string): Promise<void>;
  /** Calls back with the unit that changed. Returns the cancel function. */
  ouvir(callback: (unidadeId: string) => void): () => void;
  close(): Promise<void>;
}
