import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { PAGES, expect, ready, test } from '../support/demo.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const width of [360, 1280]) {
  test.describe(`${width} px`, () => {
    // axe builds probes with innerHTML: the strict policy of the pages is tested elsewhere.
    test.use({ viewport: { width, height: 800 }, bypassCSP: true });

    for (const name of PAGES) {
      test(`[ACC-01] ${name} has no violation that axe can find`, async ({ page, demo }) => {
        await page.goto(demo.url + name);
        await ready(page);
        await page.evaluate(axe);
        const results = await page.evaluate(async (tags) => {
          const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
          return runner.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
        }, TAGS);
        const found = results.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`);
        expect(found).toEqual([]);
      });
    }
  });
}
