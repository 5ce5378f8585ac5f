import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesUnder, root } from '../../scripts/lib/files.ts';

/** The bar of the quick exit and the ticket of a queue: there with the screen or not at all. */
const KNOWN = ['.saida ~ *', '.situacao:has(~ .bilhete, ~ *'];

test('no style is of "whatever comes after": something put among other things would have all of them, and all that is in them, styled anew', () => {
  const found = filesUnder('src')
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/css`([^`]*)`/g)].flatMap(([, styles]) => (styles!.match(/^.*[+~] \*/gm) ?? []).map((selector) => `${file}: ${selector.trim()}`));
    });
  assert.deepEqual(
    found.map((each) => each.replace(/^.*?: /, '')).sort(),
    [...KNOWN].sort(),
    `Write "> :where(:not(:first-child))" for "> * + *":\n${found.join('\n')}`,
  );
});
