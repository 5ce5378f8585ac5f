/** Three thousand units on a court's page: the browser's search, a screen reader and the eye reach each of them. */
import { empacotar } from '../../src/domain/directory/pack.ts';
import { browserFlags, ensureBrowser } from '../../scripts/lib/browser.ts';
import { tribunalGrande } from '../support/tribunal-grande.ts';
import { expect, test } from './site.ts';

const { path } = ensureBrowser();

// With this the browser makes the tree that it makes for a screen reader. What the inspector alone asks for is without what is not laid out.
test.use({ launchOptions: { executablePath: path, args: [...browserFlags(path), '--force-renderer-accessibility'], chromiumSandbox: !browserFlags(path).includes('--no-sandbox') } });

test('[ACC-01] [BV-02] [BV-03] find-in-page and the tree of a screen reader reach unit 2,999 of 3,000, and nothing moves before', async ({ page, site, problems }) => {
  const tribunal = tribunalGrande();
  site.files.set('/diretorio.json', JSON.stringify(empacotar(tribunal, '2026-11-21T08:00:00-03:00')));
  site.page('/', '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script><meta name="viewport" content="width=device-width">', '<h1>Unidades</h1><balcao-directory src="/diretorio.json"></balcao-directory>');
  await page.addInitScript(() => {
    const moved = ((globalThis as unknown as { moved: number[] }).moved = []) as number[];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) moved.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site.url);
  const list = page.locator('balcao-directory');
  await expect(list.locator('li')).toHaveCount(3000, { timeout: 30_000 });
  const names = await list.locator('.nome').allTextContents();
  expect([...names].sort()).toEqual(tribunal.unidades.map(({ nome }) => nome).sort());
  expect(await page.evaluate(() => (globalThis as unknown as { moved: number[] }).moved)).toEqual([]);

  // What a screen reader goes through: every unit, with its name and status, although nearly none is laid out.
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send('DOM.getDocument');
  const { nodes } = await client.send('Accessibility.queryAXTree', { nodeId: root.nodeId, role: 'DisclosureTriangle' });
  const heard = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value));
  expect(heard).toHaveLength(3000);
  expect(heard[2998]).toContain(names[2998]);
  expect(heard[2998]).toMatch(/(Aberta|Fechada) agora\./);

  // The browser's own search, for a name that is in no other, from the top. What is found is on the screen and stays there.
  const find = (name: string) =>
    page.evaluate(async (text) => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
      if (!(window as unknown as { find(text: string): boolean }).find(text)) return 'not found';
      for (let n = 0; n < 3; n++) await new Promise((done) => requestAnimationFrame(done));
      const rows = [...document.querySelector('balcao-directory')!.shadowRoot!.querySelectorAll('summary')];
      const { top, bottom } = rows.find((row) => row.firstElementChild!.textContent === text)!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight ? 'seen' : `at ${top} of ${innerHeight}`;
    }, name);
  const alone = [2998, 1500, 10].map((at) => names.findIndex((name, n) => n >= at && names.filter((other) => other.includes(name)).length === 1));
  for (const at of alone) expect(await find(names[at]!), names[at]!).toBe('seen');

  // And the keyboard, from one unit to the next out of sight, which unfolds as any other.
  const row = list.locator('details').nth(alone[1]! + 1);
  await list.locator('summary').nth(alone[1]!).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('open', '');
  await expect(row.locator('[part~=canais]')).toBeVisible();
  await expect(row.locator('summary')).toBeInViewport();
  expect(problems).toEqual([]);
});
