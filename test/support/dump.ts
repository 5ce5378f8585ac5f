import { sql } from 'kysely';
import type { Banco } from '../../demo/backend/database.ts';

/** Tables of the schema in use, those of the migrations apart. */
export async function tabelas(banco: Banco): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'kysely_%' order by table_name`.execute(banco.db);
  return rows.map(({ table_name }) => table_name);
}

/** Every row of every table as text, one a line, with the name of its table in front. */
export async function dump(banco: Banco): Promise<string> {
  const lines: string[] = [];
  for (const table of await tabelas(banco)) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(banco.db);
    lines.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return lines.join('\n');
}
