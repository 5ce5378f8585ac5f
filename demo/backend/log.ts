import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/**
 * Structured log, one JSON line each. It has no body, no query, no address of a person, no user agent: only the route's pattern, the
 * status, the time and the id of the request.
 */
export const createLog = (level = 'info'): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));

export const silentLog: Log = pino({ level: 'silent' });

/**
 * An error without what it may carry of a person: a database's message and detail repeat values, so only names, codes and the places
 * in our code are kept.
 */
export function erroSemDados(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { tipo: typeof error };
  const { code, constraint, table, column, routine } = error as Error & Record<string, unknown>;
  const onde = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return { tipo: error.name, code, constraint, table, column, routine, onde };
}
