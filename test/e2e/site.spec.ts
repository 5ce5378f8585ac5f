import { readFileSync } from 'node:fs';
import { PAGES, PAGES_WITH_ELEMENTS, expect, ready, test, watch } from '../support/demo.ts';

interface Shift {
  value: number;
  nodes: string[];
}

declare global {
  interface Window {
    atrioShifts: Shift[];
  }
}

for (const size of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  test.describe(`${size.width} px`, () => {
    test.use({ viewport: size });

    for (const name of PAGES) {
      test(`${name}: one h1, no side scroll, nothing moves, no error`, async ({ page, demo }) => {
        const seen = await watch(page);
        await page.addInitScript(() => {
          window.atrioShifts = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
              if (entry.hadRecentInput) continue;
              window.atrioShifts.push({
                value: entry.value,
                nodes: entry.sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName))),
              });
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(demo.url + name, { waitUntil: 'networkidle' });
        await ready(page);
        expect(await page.locator('h1').count()).toBe(1);
        const widths = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }));
        expect(widths.page).toBeLessThanOrEqual(widths.window);
        expect(await page.evaluate(() => window.atrioShifts)).toEqual([]);
        expect(seen.problems).toEqual([]);
      });
    }
  });
}

test('every internal link leads to a page, and every page asks for this version', async ({ page, demo }) => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  for (const name of PAGES) {
    await page.goto(demo.url + name);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const link of new Set(links.filter((href) => href.startsWith(demo.url)))) {
      const response = await page.request.get(link);
      expect(response.status(), `${link} from ${name}`).toBe(200);
    }
    for (const source of await page.locator('script[src]:not([src="conferir.js"], [src="balcao.js"], [src="gerador.js"])').evaluateAll((all) => all.map((s) => s.getAttribute('src')))) {
      expect(source).toBe(`/atrio/${version}/atrio.js`);
    }
  }
});

test('every landmark is there and the first Tab skips to the content', async ({ page, demo }) => {
  for (const name of PAGES.filter((page) => page !== 'cole-aqui.html')) {
    await page.goto(demo.url + name);
    for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role)).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: 'Serviços', exact: true })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Ir para o conteúdo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  }
});

test('the keyboard alone goes from the home page to a field of the Ouvidoria', async ({ page, demo }) => {
  await page.goto(demo.url);
  const target = page.getByRole('main').getByRole('link', { name: 'Ouvidoria', exact: true }).first();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((link) => link === document.activeElement)) break;
  }
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ouvidoria.html');
  await ready(page);
  const inside = (): Promise<string> =>
    page.evaluate(() => {
      const host = document.activeElement;
      return host?.localName === 'ouvidoria-form' ? (host.shadowRoot?.activeElement?.localName ?? '') : '';
    });
  let reached = '';
  for (let presses = 0; presses < 30 && !/^(input|textarea|select)$/.test(reached); presses += 1) {
    await page.keyboard.press('Tab');
    reached = await inside();
  }
  expect(reached).toMatch(/^(input|textarea|select)$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, tag] of PAGES_WITH_ELEMENTS) {
    test(`${name} shows another way to be served`, async ({ page, demo }) => {
      await page.goto(demo.url + name);
      for (const element of await page.locator(tag).all()) {
        const fold = element.locator('xpath=ancestor::details');
        if ((await fold.count()) > 0) await fold.locator('summary').click();
        await expect(element.locator('a[href^="tel:"], a[href^="mailto:"]').first()).toBeVisible();
      }
    });
  }
});

test('when the kit never arrives, the stand-in content stays', async ({ page, demo }) => {
  await page.route('**/atrio/**', (route) => route.abort());
  for (const [name, tag] of PAGES_WITH_ELEMENTS) {
    await page.goto(demo.url + name, { waitUntil: 'networkidle' });
    await expect(page.locator(tag).first().locator('a[href^="tel:"]').first()).toBeVisible();
  }
});

test('no element has a bare text node, and no page has inline script or style', async ({ page, demo }) => {
  for (const name of PAGES) {
    await page.goto(demo.url + name);
    const found = await page.evaluate(() => ({
      bare: [...document.querySelectorAll('balcao-virtual, ouvidoria-form, sic-request, protocolo-tracker, ouvidoria-stats')].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      ).length,
      inline: document.querySelectorAll('[style], style, script:not([src])').length,
      handlers: [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((attr) => attr.startsWith('on'))).length,
    }));
    expect(found, name).toEqual({ bare: 0, inline: 0, handlers: 0 });
  }
});
