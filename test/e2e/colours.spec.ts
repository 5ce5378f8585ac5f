import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo.ts';

const THEMES = ['light', 'dark', 'auto', 'contrast'] as const;

/** The tracker of the demo in a theme, with its main button. */
async function open(page: Page, url: string, theme: string) {
  await page.goto(`${url}acompanhar.html`);
  const tracker = page.locator('protocolo-tracker');
  await tracker.evaluate((el, value) => el.setAttribute('theme', value), theme);
  const button = tracker.locator('button.primario');
  await expect(button).toBeVisible();
  return { tracker, button };
}

/** What a system colour is here. */
const system = (page: Page, name: string): Promise<string> =>
  page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.forcedColorAdjust = 'none';
    probe.style.color = colour;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  for (const theme of THEMES) {
    test(`[ACC-01] the main button is the person’s own, under the pointer too, theme ${theme}`, async ({ page, demo }) => {
      const { tracker, button } = await open(page, demo.url, theme);
      await page.mouse.move(0, 0);
      await expect(button).toHaveCSS('background-color', await system(page, 'ButtonText'));
      await expect(button).toHaveCSS('color', await system(page, 'ButtonFace'));
      await button.hover();
      await expect(button).toHaveCSS('background-color', await system(page, 'Highlight'));
      await expect(button).toHaveCSS('color', await system(page, 'HighlightText'));
      await expect(tracker.locator('svg').first()).toHaveCSS('color', await system(page, 'CanvasText'));
    });
  }
});

test.describe('more contrast', () => {
  test.use({ contextOptions: { contrast: 'more' } });

  for (const theme of THEMES) {
    test(`[ACC-01] nothing is pale, and every border is drawn in the colour of the text, theme ${theme}`, async ({ page, demo }) => {
      const { tracker } = await open(page, demo.url, theme);
      const text = await tracker.locator('.painel').evaluate((el) => getComputedStyle(el).color);
      await expect(tracker.locator('.dica').first()).toHaveCSS('color', text);
      await expect(tracker.locator('.painel')).toHaveCSS('border-top-color', text);
      await expect(tracker.locator('input').first()).toHaveCSS('border-top-color', text);
    });
  }
});
