import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { diretorio } from '../../src/contract/diretorio.ts';
import { lerDiretorio } from '../../src/domain/directory/unpack.ts';
import { deadDatabase, demoCourt, testBackend } from '../support/backend.ts';
import { tribunalGrande } from '../support/tribunal-grande.ts';

const grafo = async (response: Response): Promise<Record<string, unknown>[]> => ((await response.json()) as { '@graph': Record<string, unknown>[] })['@graph'];

test('[BV-03] [BV-07] the backend gives every unit of the court file in one answer, chambers without a counter', async () => {
  const backend = await testBackend(deadDatabase());
  const response = await backend.get('/v1/diretorio');
  assert.equal(response.status, 200);
  const pacote = diretorio.parse(await response.json());
  const indice = lerDiretorio(pacote);
  assert.equal(indice?.total, demoCourt().unidades!.length);
  const gabinete = indice!.unidade(indice!.linha('gabinete-2-vara-civel-natal'));
  assert.deepEqual([gabinete.balcao, gabinete.video], [null, false]);
  assert.equal(indice!.unidade(indice!.linha('2-vara-civel-natal')).balcao, 'balcao.html?unidade=2-vara-civel-natal');
});

test('what did not change is not sent again, and what is sent travels compressed', async () => {
  const backend = await testBackend(deadDatabase(), { tribunal: tribunalGrande(300) });
  const first = await backend.get('/v1/diretorio', { 'accept-encoding': 'gzip' });
  assert.equal(first.headers.get('content-encoding'), 'gzip');
  const etag = first.headers.get('etag')!;
  assert.match(etag, /^W\/"/);
  assert.equal((await backend.get('/v1/diretorio', { 'if-none-match': etag })).status, 304);
  const other = await testBackend(deadDatabase(), { tribunal: tribunalGrande(300) });
  assert.equal((await other.get('/v1/diretorio', { 'if-none-match': `"x", ${etag}` })).status, 304, 'another process knows it too');
  const changed = await testBackend(deadDatabase(), { tribunal: tribunalGrande(299) });
  assert.equal((await changed.get('/v1/diretorio', { 'if-none-match': etag })).status, 200);
});

test('[TRA-02] contacts and hours of every unit, or of one, come as JSON-LD of schema.org', async () => {
  const backend = await testBackend(deadDatabase());
  const all = await backend.get('/v1/diretorio?formato=schema.org');
  assert.match(all.headers.get('content-type')!, /^application\/ld\+json/);
  assert.equal((await grafo(all)).length, demoCourt().unidades!.length);
  const [one, ...rest] = await grafo(await backend.get('/v1/diretorio?formato=schema.org&unidade=sic'));
  assert.deepEqual([one?.['@type'], one?.['identifier'], rest.length], ['GovernmentOffice', 'sic', 0]);
  for (const [query, status] of [
    ['formato=xml', 400],
    ['unidade=sic', 400],
    ['formato=schema.org&unidade=nao-existe', 404],
  ] as const) {
    assert.equal((await backend.get(`/v1/diretorio?${query}`)).status, status, query);
  }
});

test('[TRA-02] a court without the backend makes the same files by a command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'atrio-diretorio-'));
  try {
    const court = join(dir, 'tribunal.json');
    writeFileSync(court, JSON.stringify(demoCourt()));
    const run = (...args: string[]): string => execFileSync(process.execPath, ['--import', 'tsx', 'scripts/diretorio.ts', ...args], { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    assert.equal(lerDiretorio(JSON.parse(run(court)))?.total, demoCourt().unidades!.length);
    const out = join(dir, 'unidades.jsonld');
    run(court, '--schema-org', '--base', 'https://www.tribunal.example/', '--saida', out);
    const graph = (JSON.parse(readFileSync(out, 'utf8')) as { '@graph': { url?: string; identifier: string }[] })['@graph'];
    assert.equal(graph.find(({ identifier }) => identifier === '2-vara-civel-natal')?.url, 'https://www.tribunal.example/balcao.html?unidade=2-vara-civel-natal');
    writeFileSync(court, JSON.stringify({ ...demoCourt(), nome: '' }));
    assert.throws(() => run(court), /nome/);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
