import { Migrator, type Kysely, type Migration } from 'kysely';
import { m0001 } from './0001-base.ts';
import { m0002 } from './0002-vida-do-caso.ts';
import { m0003 } from './0003-balcao.ts';
import { m0004 } from './0004-audiencias.ts';
import { m0005 } from './0005-gravacoes.ts';
import { m0006 } from './0006-audiencias-do-processo.ts';

/** Migrations in order. A name is never changed once it ran somewhere. */
export const MIGRACOES: Record<string, Migration> = { '0001-base': m0001, '0002-vida-do-caso': m0002, '0003-balcao': m0003, '0004-audiencias': m0004, '0005-gravacoes': m0005, '0006-audiencias-do-processo': m0006 };

/**
 * Brings the database to this version. Safe when several processes start together: kysely holds an advisory lock of the server
 * for the whole run.
 */
export async function migrar<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRACOES } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
