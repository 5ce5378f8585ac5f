import type { AtoAtendimento } from '../../../src/contract/atendimento.ts';
import type { Ator } from '../ator.ts';
import type { Contexto } from '../cases.ts';
import type { Db } from '../database.ts';
import type { FilaRow } from '../schema.ts';

/** What is done to a ticket or to a queue by somebody of the staff. */
export type AtoDaEquipe = Exclude<AtoAtendimento, { acao: 'convidar' | 'agendar' | 'anotar' }>;

/** An attendant, as far as the queue goes. */
export type Atendente = Pick<Ator, 'sub' | 'nome'>;

/**
 * Runs within the transaction of an act, when its rows are locked and before anything is looked at: false when this very act was done before, so that
 * what is there is given and nothing is done again. What it writes is kept or lost with the act.
 */
export type UmaVez = (tx: Db) => Promise<boolean>;

/**
 * What else is written in the transaction of an act, once the ticket has changed (audit and the like). What it throws undoes the act. The row that it gets is
 * the ticket as the act leaves it; its protocol is there already when the service is over.
 */
export type Junto = (tx: Db, row: FilaRow) => Promise<void>;

/**
 * The engine of the queue (`motor.ts`). Every change goes through here: the row of the unit in `balcoes` is locked first, then the ticket's, so that two
 * processes never call two people to one slot nor one person twice; listeners are told when the transaction is through.
 */
export interface Motor {
  /**
   * Calls the next in the fair order; the ticket already in hand, of whatever unit, when there is one; null when nobody waits.
   * @param chamou runs in the same transaction with the ticket that was called, if one was
   */
  chamar(unidadeId: string, atendente: Atendente, umaVez?: UmaVez, chamou?: (tx: Db, row: FilaRow) => Promise<void>): Promise<FilaRow | null>;
  /** Any other act on a ticket that is in the attendant's hands. @throws ProblemError `senha-nao-encontrada`, `senha-de-outro-atendente`, `acao-indisponivel` */
  agir(ato: Exclude<AtoDaEquipe, { acao: 'chamar' }>, atendente: Atendente, umaVez?: UmaVez, junto?: Junto): Promise<FilaRow>;
  /** Ends every window that has passed: grace, then back some places, then out. Safe to run in every process at once. Gives the units that changed. */
  varrer(): Promise<readonly string[]>;
}

/** Tells every process that the queue of a unit changed: LISTEN/NOTIFY of PostgreSQL, within the process on the embedded database. */
export interface Avisos {
  /** Within the transaction that changes it; heard after the commit. */
  avisar(tx: Db, unidadeId: string): Promise<void>;
  /**
   * Calls back with the unit that changed. Returns the cancel function.
   * @param perdidos called when notices may have been lost: look at everything again
   */
  ouvir(callback: (unidadeId: string) => void, perdidos?: () => void): () => void;
  /** Aborted when the process stops: streams end. */
  readonly fim: AbortSignal;
  close(): Promise<void>;
}

/** What the use cases of the counter need. */
export interface ContextoFila extends Contexto {
  avisos: Avisos;
  /** Attendants can sign in here. */
  comEquipe: boolean;
}
