import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..', 'src');
const folder = join(root, 'i18n', 'pt-br');

type Texts = Record<string, string>;
const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string') && Object.keys(value).every((key) => key.includes('.'));

const modules: [string, Texts][] = [];
for (const file of readdirSync(folder)) {
  for (const value of Object.values((await import(pathToFileURL(join(folder, file)).href)) as object)) if (isTexts(value)) modules.push([file, value]);
}
const all: [file: string, key: string, text: string][] = modules.flatMap(([file, texts]) => Object.entries(texts).map(([key, text]): [string, string, string] => [file, key, text]));

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('i18n'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe('[ACC-03] the texts', () => {
  it('are there', () => assert.ok(all.length > 100));

  it('say the same under the same key, wherever it is written', () => {
    const seen = new Map<string, string>();
    for (const [file, key, text] of all) {
      assert.equal(seen.get(key) ?? text, text, `${file}: ${key}`);
      seen.set(key, text);
    }
  });

  it('are never empty, never have markup, and put nothing but words in braces', () => {
    for (const [file, key, text] of all) {
      assert.ok(text.trim() === text && text !== '', `${file}: ${key}`);
      assert.doesNotMatch(text, /<[a-z/!]/i, `${file}: ${key}`);
      assert.doesNotMatch(text.replace(/\{[a-zA-Z]\w*\}/g, ''), /[{}]/, `${file}: ${key}`);
    }
  });

  it('have no words that only lawyers or programmers use', () => {
    for (const [file, key, text] of all.filter(([, name]) => !name.startsWith('comum.debug'))) {
      assert.doesNotMatch(text, /\b(outrossim|destarte|supracitado|doravante|input|payload|backend|token|timeout|JSON)\b/i, `${file}: ${key}`);
    }
  });

  it('are all used', () => {
    const unused = all.filter(([, key]) => {
      // A key that is put together ends, or begins, in what varies.
      const cuts = [...key.matchAll(/[.-]/g)].map(({ index }) => index + 1);
      const built = cuts.some((cut) => sources.includes(`${key.slice(0, cut)}\${`) || sources.includes(`}${key.slice(cut - 1)}`));
      return !sources.includes(`'${key}'`) && !built && !key.startsWith('erro.');
    });
    assert.deepEqual(unused.map(([file, key]) => `${file}: ${key}`), []);
  });
});
