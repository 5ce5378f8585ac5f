import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { checar, desdobrar, espacado, inteiro } from '../support/aparencia.ts';
import { PAGES, expect, ready, test } from '../support/demo.ts';
import { ibm } from '../support/ibm.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// 320 px is what a window of 1280 px has at 400 % (1.4.10).
for (const width of [320, 1280]) {
  test.describe(`${width} px`, () => {
    // axe builds probes with innerHTML: the strict policy of the pages is tested elsewhere.
    test.use({ viewport: { width, height: 800 }, bypassCSP: true });

    for (const name of PAGES) {
      test(`[ACC-01] ${name} has no violation that two engines can find, and its text fits also when spaced`, async ({ page, demo }) => {
        await page.goto(demo.url + name);
        await ready(page);
        await inteiro(page);
        await page.evaluate(axe);
        const results = await page.evaluate(async (tags) => {
          const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
          return runner.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
        }, TAGS);
        const found = results.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`);
        await desdobrar(page);
        const { executadas, violacoes } = await ibm(page);
        expect(executadas).toBeGreaterThan(0);
        found.push(...violacoes, ...(await checar(page, ['ids', 'targets', 'fits', 'focus'])));
        // Text spacing (1.4.12) is not asked for at 400 % at once: a phone's width.
        if (width < 360) await page.setViewportSize({ width: 360, height: 800 });
        found.push(...(await espacado(page)));
        expect(found).toEqual([]);
      });
    }
  });
}
