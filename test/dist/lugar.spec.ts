/** A page keeps the place of an element from its first paint: what stands below it does not move when code and data come. */
import { expect, test, type Site } from './site.ts';
import type { Page } from '@playwright/test';

interface Seen {
  /** Layout shifts, and where the text below the element was at the first paint and is now. */
  moved: number[];
  first: number;
  now: number;
}

const SHEET = '<link rel="stylesheet" href="/atrio/0.1.0/lugar.css">';
const SCRIPT = '<meta name="viewport" content="width=device-width"><script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const TEXT = '<p>A unidade atende por vídeo, por telefone e no balcão.</p>'.repeat(3);

/** Opens a page with an element in the middle of text; its code comes after the first paint. */
async function open(page: Page, site: Site, sheet: string, tag: string, ready: string): Promise<Seen> {
  const name = /<([\w-]+)/.exec(tag)![1]!;
  site.page('/', sheet + (name === 'ouvidoria-form' ? SCRIPT.replace('data-t', 'data-backend="/" data-t') : SCRIPT), `<h1>Atendimento</h1>${TEXT}${tag}<section id="depois">${TEXT}</section>`);
  let painted = (): void => undefined;
  const paint = new Promise<void>((done) => (painted = done));
  const code = new RegExp(`/chunks/${name}-[\\w-]{7}\\.js$`);
  await page.route(code, async (route) => {
    await paint;
    await route.continue();
  });
  await page.goto(site.url, { waitUntil: 'commit' });
  const below = (): Promise<number> => page.locator('#depois').evaluate((element) => element.getBoundingClientRect().top + scrollY);
  await page.waitForFunction(() => document.querySelector('#depois') && performance.getEntriesByName('first-contentful-paint').length > 0);
  const first = await below();
  painted();
  await page.locator(name).locator(ready).first().waitFor({ timeout: 20_000 });
  await page.waitForLoadState('networkidle');
  const moved = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const values: number[] = [];
        new PerformanceObserver((list) => values.push(...(list.getEntries() as (PerformanceEntry & { value: number })[]).map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(values)));
      }),
  );
  await page.unroute(code);
  return { moved, first, now: await below() };
}

const COUNTER = ['<balcao-virtual unidade="2-vara-civel-natal"><p>Telefone: (84) 3000-0000</p></balcao-virtual>', '.situacao.bom, .situacao.ruim'] as const;

test('[ACC-01] with lugar.css nothing that is seen moves, from the first paint to the status of a counter, 320 to 1280 px wide', async ({ page, site, problems }) => {
  for (const [width, height] of [[320, 640], [360, 740], [768, 1024], [1280, 720], [1280, 1400]] as const) {
    await page.setViewportSize({ width, height });
    const { moved, first, now } = await open(page, site, SHEET, ...COUNTER);
    expect(moved, `${width} px`).toEqual([]);
    // Where the text below can be seen, it stands where it stood.
    if (first < height) expect(Math.abs(now - first), `${width} px`).toBeLessThan(1);
  }
  // Without it, the text below is pushed down.
  await page.setViewportSize({ width: 1280, height: 1400 });
  expect((await open(page, site, '', ...COUNTER)).moved.length).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});

test('[ACC-01] with lugar.css nothing that is seen moves when a form comes, nor with fifty counters', async ({ page, site, problems }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [tag, ready] of [
    ['<ouvidoria-form><p>Ligue.</p></ouvidoria-form>', 'button[type=submit]'],
    [COUNTER[0].repeat(50), COUNTER[1]],
  ] as const) {
    const { moved } = await open(page, site, SHEET, tag, ready);
    expect(moved, tag.slice(0, 20)).toEqual([]);
  }
  expect(problems).toEqual([]);
});
