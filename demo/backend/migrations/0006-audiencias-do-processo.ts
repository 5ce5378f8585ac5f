import { sql, type Kysely, type Migration } from 'kysely';

/** Hearings are looked for by the case number too: who asks for a case of theirs that names one is told of them. */
export const m0006: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index audiencias_do_processo on audiencias (processo, inicio)`.execute(db);
  },
};
