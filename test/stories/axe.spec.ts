/** Axe on every story of the built Storybook, on a phone's width; the other themes on the first story of each file. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, firsts, INDEX, stories, test } from '../support/storybook.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.describe.configure({ mode: 'parallel' });

test('the Storybook was built and has stories of every element', () => {
  expect(existsSync(INDEX), 'run: npm run storybook:build').toBe(true);
  const text = stories.map(({ id, title }) => `${id} ${title}`).join('\n');
  for (const tag of ['balcao', 'ouvidoria', 'sic', 'protocolo']) expect(text).toContain(tag);
});

// One theme after the other: changing it draws the story on show again.
const cases = [
  ...stories.map((story) => ({ ...story, theme: 'light' })),
  ...['dark', 'contrast'].flatMap((theme) => firsts.map((story) => ({ ...story, theme }))),
];

for (const { id, title, name, theme } of cases) {
  test(`[ACC-01] ${title}: ${name} (${theme}) has no violation that axe can find`, async ({ canvas }) => {
    const { page, problems } = canvas;
    await canvas.show(id, theme);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#storybook-root *')]
        .filter((element) => element.localName.includes('-'))
        .every((element) => customElements.get(element.localName) !== undefined),
    );
    // Two frames: the element updates, then paints.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    const results = await page.evaluate(async (tags) => {
      const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return runner.run('#storybook-root', { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    }, TAGS);
    const found = results.violations.map(
      ({ id: rule, help, nodes }) => `${rule}: ${help} (${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')})`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });
}
