import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { DADOS_GUARDADOS } from '../../src/contract/lgpd.ts';
import { engines } from '../support/backend.ts';
import { tabelas } from '../support/dump.ts';

test('every column of the database is described once, with why, who sees it and until when; and nothing else is', async () => {
  const { list } = await engines({ real: false });
  const [engine] = list;
  const banco = await engine!.open();
  try {
    const live: string[] = [];
    for (const table of await tabelas(banco)) {
      const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns where table_schema = current_schema() and table_name = ${table}`.execute(banco.db);
      live.push(...rows.map(({ column_name }) => `${table}.${column_name}`));
    }
    const described = DADOS_GUARDADOS.flatMap(({ tabela, colunas }) => colunas.map((coluna) => `${tabela}.${coluna}`));
    const missing = live.filter((column) => !described.includes(column));
    assert.deepEqual(missing, [], 'describe these columns in src/contract/lgpd.ts, and run npm run generate');
    assert.deepEqual(described.filter((column) => !live.includes(column)), [], 'these columns are in src/contract/lgpd.ts and not in the database');
    assert.equal(new Set(described).size, described.length);
  } finally {
    await banco.close();
    await engine!.close();
  }
  for (const dado of DADOS_GUARDADOS) {
    for (const text of [dado.oQue, dado.porQue, dado.quemVe, dado.ate]) assert.ok(text.trim().length > 2, JSON.stringify(dado));
    // Whatever is about a person says by what right.
    if (dado.titular === 'pessoa' && dado.quemVe !== 'só o sistema') assert.match(dado.porQue, /LGPD|Lei|Resolução|informada|satisfação/, dado.oQue);
  }
});
