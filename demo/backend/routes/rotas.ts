import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Arquivos, Varrer } from '../arquivos.ts';
import type { Deposito } from '../gravacao/deposito.ts';
import type { Equipe } from '../equipe.ts';
import type { Limitador } from '../limits.ts';
import type { Log } from '../log.ts';
import type { ContextoFila } from '../fila/tipos.ts';

export type Env = { Variables: { id: string; rota: string } };
export type Handler = (c: Context<Env>) => Response | Promise<Response>;

/** Adds a route; what a path does not take is answered with 405. */
export type AddRoute = (metodo: 'GET' | 'POST', path: string, antes: readonly MiddlewareHandler<Env>[], handler: Handler) => void;

/** What a part of the contract is installed with. */
export interface Rotas {
  /** For what does not fit `rota`, such as a protocol with methods of its own. */
  app: Hono<Env>;
  rota: AddRoute;
  /** Network of who calls, for rate limits only. */
  cliente(c: Context): string;
  /** Counts a call that creates. */
  criacao: MiddlewareHandler<Env>;
  limitador: Limitador;
  /** Who of the staff calls; throws unless one of the roles is theirs. Call it first in every route under `/v1/tratamento`. */
  equipe: Equipe;
  log: Log;
  /** A public document, revalidated by its ETag. */
  documento(value: () => unknown): Handler;
  versao: string;
}

/** Everything that a use case takes from the outside. */
export interface ContextoApp extends ContextoFila {
  /** The bytes of attachments. */
  arquivos: Arquivos;
  /** The bytes of recordings. */
  deposito: Deposito;
  /** Antivirus, when the court has one. */
  varrer?: Varrer | undefined;
  /** Cost of the proof of work: the largest number to look for. */
  custoDesafio?: number | undefined;
}

export type InstalarRotas = (rotas: Rotas, ctx: ContextoApp) => void;
