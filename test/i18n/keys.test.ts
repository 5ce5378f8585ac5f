import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const TEXTS = join(SRC, 'i18n/pt-br');

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));

/** Every text of the kit, with the file it is in. Modules without tables of texts (dates) give none. */
const table = new Map<string, string>();
for (const file of files(TEXTS)) {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  for (const messages of Object.values(module)) {
    if (typeof messages !== 'object' || messages === null || Array.isArray(messages)) continue;
    for (const [key, text] of Object.entries(messages)) table.set(key, String(text));
  }
}
const keys = [...table.keys()].filter((key) => key.includes('.'));
const spaces = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))));
const placeholders = (key: string): string[] => [...new Set([...(table.get(key) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

/** What the sources say of texts: keys in full, keys made from pieces, and calls with their values. */
interface Use {
  key: string | RegExp;
  where: string;
  /** Names given with it; null when it is not a call whose values can be read. */
  params: string[] | null;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function uses(file: string): Use[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Use[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${relative(SRC, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isStringLiteralLike(node)) {
      const [space] = node.text.split('.', 1);
      if (/^[a-z]+(\.[\w/-]+)+$/.test(node.text) && spaces.has(space!)) found.push({ key: node.text, where, params: params(node) });
    } else if (ts.isTemplateExpression(node)) {
      const pattern = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].map(escape).join('.+');
      // A key is one word; anything else with spaces or marks is not one.
      if (/^[\w\\./+-]+$/.test(pattern) && (spaces.has(node.head.text.split('.', 1)[0]!) || (node.head.text === '' && isKey(node)))) found.push({ key: new RegExp(`^${pattern}$`), where, params: null });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isT = (node: ts.Expression): boolean => /(^|\.)t$/.test(node.getText()) || /\bas Translate\)$/.test(node.getText());

/** True when the template is the argument of a call of `t`. */
function isKey(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) ? isT(node.parent.expression) : false;
}

function params(node: ts.Node): string[] | null {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !isT(call.expression) || call.arguments[0] !== node) return null;
  const [, given] = call.arguments;
  if (!given) return [];
  if (!ts.isObjectLiteralExpression(given) || given.properties.some((property) => ts.isSpreadAssignment(property))) return null;
  return given.properties.map((property) => property.name!.getText()).sort();
}

const all = files(SRC).filter((file) => !file.startsWith(TEXTS)).flatMap(uses);

describe('keys of the texts', () => {
  it('[ACC-03] every key that a source names exists', () => {
    assert.ok(keys.length > 100, 'the tables were found');
    const missing = all.filter(({ key }) => (typeof key === 'string' ? !table.has(key) : !keys.some((known) => key.test(known))));
    assert.deepEqual(missing.map(({ key, where }) => `${where}: ${String(key)}`), []);
  });

  it('every call gives the values that its text has places for, and no other', () => {
    const calls = all.filter((use): use is Use & { key: string; params: string[] } => typeof use.key === 'string' && use.params !== null && table.has(use.key));
    assert.ok(calls.length > 50, 'the calls were found');
    for (const { key, where, params: given } of calls) assert.deepEqual(given, placeholders(key), `${where}: t('${key}')`);
  });
});
