import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lateFiles, sharedFile } from '../../scripts/lib/chunks.ts';
import { root } from '../../scripts/lib/files.ts';

interface Info {
  importers: string[];
  dynamicImporters: string[];
}
const TAGS = ['balcao-virtual', 'ouvidoria-form', 'sic-request', 'protocolo-tracker'];

/** A graph from "a imports b": the tags' bundles are the roots. */
function graph(imports: Record<string, string[]>, onUse: Record<string, string[]> = {}): (id: string) => string | null {
  const name = (id: string): string => (TAGS.includes(id) ? `/r/src/bundles/${id}.ts` : id === 'all' ? '/r/src/bundles/all.ts' : id);
  const infos = new Map<string, Info>();
  const info = (id: string): Info => {
    let found = infos.get(name(id));
    if (!found) infos.set(name(id), (found = { importers: [], dynamicImporters: [] }));
    return found;
  };
  for (const [from, to] of Object.entries(imports)) for (const id of to) info(id).importers.push(name(from));
  for (const [from, to] of Object.entries(onUse)) for (const id of to) info(id).dynamicImporters.push(name(from));
  return (id) => sharedFile(name(id), (module) => infos.get(module) ?? null);
}

test('what three elements or more need at once is one file', () => {
  const file = graph({ 'balcao-virtual': ['b'], 'ouvidoria-form': ['f'], 'sic-request': ['f'], f: ['b'], b: ['lit'] });
  assert.equal(file('lit'), 'base');
  assert.equal(file('b'), 'base');
});

test('what both forms need is another, and what one or another pair needs is left to the bundler', () => {
  const file = graph({ 'ouvidoria-form': ['f', 'own'], 'sic-request': ['f', 'pair'], 'balcao-virtual': ['pair'] });
  assert.equal(file('f'), 'forms');
  assert.equal(file('own'), null);
  assert.equal(file('pair'), null);
});

test('what the forms need at once and another element on use is a file of its own, so that nobody else brings it', () => {
  const file = graph({ 'ouvidoria-form': ['f'], 'sic-request': ['f'], f: ['wait'], client: ['wait'] }, { 'protocolo-tracker': ['client'] });
  assert.equal(file('f'), 'forms');
  assert.equal(file('wait'), 'fields');
});

test('the file of all elements counts for none, and cycles end', () => {
  const file = graph({ all: TAGS, 'sic-request': ['a'], a: ['b'], b: ['a'] });
  assert.equal(file('a'), null);
  assert.equal(file('sic-request'), null);
});

test('every source that a file of late parts is made of is there', () => {
  for (const { name, sources } of lateFiles) {
    for (const source of sources) assert.ok(existsSync(join(root, source)), `${name}: ${source}`);
  }
});
