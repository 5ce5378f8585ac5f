/** The script tag, in a real browser, on the built files. */
import type { Page } from '@playwright/test';
import { STRICT, defined, expect, test, type Site } from './site.ts';

const LOADER = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const FALLBACK = '<p id="telefone">Ligue para (84) 3673-8000.</p>';

/** The code of a tag, which its own file only names. */
const codeOf = (tag: string): RegExp => new RegExp(`/chunks/${tag}-[\\w-]{7}\\.js$`);
const CODE = codeOf('ouvidoria-form');

const pageConfig = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => ({ ...(globalThis as unknown as Record<symbol, Record<string, unknown>>)[Symbol.for('atrio.page')] }));
const litCopies = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { litElementVersions?: unknown[] }).litElementVersions?.length ?? 0);
const isDefined = (page: Page, tag: string): Promise<boolean> => page.evaluate((name) => customElements.get(name) !== undefined, tag);

test('loads the code of the tags on the page and of no other, all from its own folder, under the strict policy', async ({ page, site, problems }) => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  site.page('/', LOADER, `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
  await page.goto(site.url);
  await defined(page, 'ouvidoria-form');
  await page.waitForLoadState('networkidle');
  expect(site.requests.filter((path) => CODE.test(path))).toHaveLength(1);
  expect(site.requests.filter((path) => /balcao-virtual|sic-request|protocolo-tracker|all\.js/.test(path))).toEqual([]);
  expect([...origins]).toEqual([site.url]);
  expect(problems).toEqual([]);
});

test('loads nothing but itself on a page without tags', async ({ page, site }) => {
  site.page('/', LOADER, '<p>Nada aqui.</p>');
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(site.requests.filter((path) => path.endsWith('.js'))).toEqual(['/atrio/0.1.0/atrio.js']);
});

test('loads tags that are added later, alone or deep inside what is added', async ({ page, site }) => {
  site.page('/', LOADER, '<main></main>');
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('ouvidoria-form')));
  await defined(page, 'ouvidoria-form');
  await page.evaluate(() => {
    const section = document.createElement('section');
    const inner = document.createElement('div');
    inner.append(document.createElement('balcao-virtual'));
    section.append(inner);
    document.querySelector('main')?.append(section);
  });
  await defined(page, 'balcao-virtual');
  expect(await litCopies(page)).toBe(1);
});

test('asks for every file an element is made of at once', async ({ page, site }) => {
  site.page('/', LOADER, '<balcao-virtual></balcao-virtual>');
  await page.goto(site.url);
  await defined(page, 'balcao-virtual');
  const preloaded = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map((link) => new URL(link.href).pathname),
  );
  // Follow the static imports of the built files by hand.
  const needed = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    const text = await (await page.request.get(site.url + path)).text();
    for (const [, specifier] of text.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{},\s]+from\s*)?["'](\.{1,2}\/[^"']+)["']/g)) {
      const target = new URL(specifier ?? '', site.url + path).pathname;
      if (needed.has(target)) continue;
      needed.add(target);
      await follow(target);
    }
  };
  await follow('/atrio/0.1.0/balcao-virtual.js');
  expect(needed.size).toBeGreaterThan(0);
  expect([...preloaded].sort()).toEqual([...needed].sort());
});

test('asks for the court file beside the code, once, whatever the number of elements', async ({ page, site, problems }) => {
  let go = (): void => undefined;
  const held = new Promise<void>((done) => (go = done));
  await page.route(codeOf('balcao-virtual'), async (route) => {
    await held;
    await route.continue();
  });
  site.page('/', LOADER, '<balcao-virtual unidade="2-vara-civel-natal"></balcao-virtual><balcao-virtual unidade="2-vara-civel-natal"></balcao-virtual><cidadania-links></cidadania-links>');
  const asked = page.waitForRequest('**/tribunal.json');
  await page.goto(site.url, { waitUntil: 'commit' });
  await asked;
  go();
  await expect(page.locator('balcao-virtual').nth(1).getByRole('status')).toContainText(/Aberto|Fechado/);
  await expect(page.locator('cidadania-links').getByRole('link').first()).toBeVisible();
  expect(site.requests.filter((path) => path.endsWith('/tribunal.json'))).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('tells the elements what the script tag said, with addresses relative to the document', async ({ page, site }) => {
  site.page(
    '/servicos/pagina.html',
    `<base href="/cidadao/"><script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="dados/tribunal.json" data-backend="/api" data-locale="en" data-debug></script>`,
    '',
  );
  await page.goto(`${site.url}/servicos/pagina.html`);
  await page.waitForLoadState('networkidle');
  expect(await pageConfig(page)).toEqual({
    tribunal: `${site.url}/cidadao/dados/tribunal.json`,
    backend: `${site.url}/api`,
    locale: 'en',
    debug: true,
    version: '0.1.0',
    base: `${site.url}/atrio/0.1.0/`,
  });
});

test('leaves out what the script tag did not say', async ({ page, site }) => {
  site.page('/', '<script type="module" src="/atrio/0.1.0/atrio.js" data-backend="" data-debug="false"></script>', '');
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(await pageConfig(page)).toMatchObject({ debug: false, tribunal: undefined, backend: undefined });
});

test('finds its own script tag among others, and when its address was redirected', async ({ page, site }) => {
  await page.route('**/estavel/atrio.js', (route) => route.fulfill({ status: 302, headers: { location: '/atrio/0.1.0/atrio.js' } }));
  site.page(
    '/',
    '<script type="module" src="/outra-coisa.js"></script><script type="module" src="/estavel/atrio.js" data-tribunal="t.json"></script>',
    '',
  );
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(await pageConfig(page)).toMatchObject({ tribunal: `${site.url}/t.json` });
});

for (const [what, second] of [
  ['under the same address', '/atrio/0.1.0/atrio.js'],
  ['with a query string', '/atrio/0.1.0/atrio.js?v=2'],
  ['in another version', '/outro/9.9.9/atrio.js'],
] as const) {
  test(`loaded a second time ${what}, it is harmless and the first one wins`, async ({ page, site, problems }) => {
    const infos: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'info') infos.push(message.text());
    });
    site.page('/', `${LOADER}<script type="module" src="${second}" data-tribunal="outro.json"></script>`, `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
    await page.goto(site.url);
    await defined(page, 'ouvidoria-form');
    await page.waitForLoadState('networkidle');
    expect(await pageConfig(page)).toMatchObject({ version: '0.1.0', tribunal: `${site.url}/tribunal.json` });
    expect(await litCopies(page)).toBe(1);
    expect(site.requests.filter((path) => CODE.test(path))).toHaveLength(1);
    expect(infos.filter((text) => text.includes('[Átrio]'))).toHaveLength(second === '/atrio/0.1.0/atrio.js' ? 0 : 1);
    expect(problems).toEqual([]);
  });
}

test('elements of two versions on one page: who defined the tag first keeps it', async ({ page, site, problems }) => {
  // Two copies of Lit want two policies of one name.
  site.csp = STRICT.replace('lit-html', "lit-html 'allow-duplicates'");
  site.page(
    '/',
    '<script type="module" src="/atrio/0.1.0/ouvidoria-form.js"></script><script type="module" src="/outro/9.9.9/ouvidoria-form.js"></script>',
    '<ouvidoria-form tribunal="/tribunal.json"></ouvidoria-form>',
  );
  await page.goto(site.url);
  await defined(page, 'ouvidoria-form');
  await page.waitForLoadState('networkidle');
  expect(problems).toEqual([]);
});

test("the loader, one tag's file and the file of all, together, bring Lit once", async ({ page, site, problems }) => {
  site.page(
    '/',
    `${LOADER}<script type="module" src="/atrio/0.1.0/ouvidoria-form.js?v=1"></script><script type="module" src="/atrio/0.1.0/all.js"></script>`,
    `<ouvidoria-form>${FALLBACK}</ouvidoria-form><balcao-virtual></balcao-virtual>`,
  );
  await page.goto(site.url);
  await defined(page, 'balcao-virtual');
  await defined(page, 'ouvidoria-form');
  await page.waitForLoadState('networkidle');
  expect(await litCopies(page)).toBe(1);
  expect(problems).toEqual([]);
});

test('a tag that the page already defined is left alone', async ({ page, site, problems }) => {
  await page.addInitScript(() => customElements.define('ouvidoria-form', class extends HTMLElement {}));
  site.page('/', LOADER, '<ouvidoria-form></ouvidoria-form>');
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(site.requests.filter((path) => path.includes('ouvidoria-form'))).toEqual([]);
  expect(problems).toEqual([]);
});

test('the content of the element stays until the code arrives, and stays if it never does', async ({ page, site, problems }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(CODE, async (route) => {
    await held;
    await route.abort('connectionfailed');
  });
  site.page('/', LOADER, `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
  await page.goto(site.url, { waitUntil: 'commit' });
  await expect(page.locator('#telefone')).toBeVisible();
  const warned = page.waitForEvent('console', (message) => message.text().includes('<ouvidoria-form> não carregou'));
  release();
  await warned;
  await expect(page.locator('#telefone')).toBeVisible();
  expect(await isDefined(page, 'ouvidoria-form')).toBe(false);
  expect(problems).toEqual([]);
});

/** Where the code of a form is: its tag's file says it. */
const codeFile = async (page: Page, site: Site): Promise<string> =>
  `/atrio/0.1.0/${/chunks\/[\w.-]+\.js/.exec(await (await page.request.get(`${site.url}/atrio/0.1.0/ouvidoria-form.js`)).text())![0]}`;

for (const broken of ['the code of the tag', 'a file it imports'] as const) {
  test(`tries again, later and later, when ${broken} did not come`, async ({ page, site }) => {
    await page.clock.install();
    site.page('/', LOADER, `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
    const code = await codeFile(page, site);
    const imported = /\.(\/[\w.-]+\.js)/.exec(await (await page.request.get(`${site.url}${code}`)).text())![1]!;
    // A preload asks for it too.
    site.broken.set(broken === 'the code of the tag' ? code : code.replace(/\/[^/]+$/, imported), 4);
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('não carregou')) warnings.push(message.text());
    });
    await page.goto(site.url);
    await expect.poll(() => warnings.length).toBe(1);
    expect(await isDefined(page, 'ouvidoria-form')).toBe(false);
    for (let tries = 1; tries < 6 && !(await isDefined(page, 'ouvidoria-form')); tries++) {
      const before = warnings.length;
      await page.clock.fastForward(1000 * 2 ** tries);
      await expect.poll(async () => warnings.length > before || (await isDefined(page, 'ouvidoria-form'))).toBe(true);
    }
    expect(await isDefined(page, 'ouvidoria-form')).toBe(true);
    expect(await litCopies(page)).toBe(1);
  });
}

test('tries again at once when the network comes back', async ({ page, site }) => {
  await page.clock.install();
  // A preload asks for it too.
  site.broken.set(await codeFile(page, site), 2);
  site.page('/', LOADER, `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
  const warned = page.waitForEvent('console', (message) => message.text().includes('não carregou'));
  await page.goto(site.url);
  await warned;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await defined(page, 'ouvidoria-form');
});

test("works under a policy of nonces with 'strict-dynamic'", async ({ page, site, problems }) => {
  site.csp = "default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
  site.page('/', LOADER.replace('<script', '<script nonce="abc123"'), `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`);
  await page.goto(site.url);
  await defined(page, 'ouvidoria-form');
  await page.waitForLoadState('networkidle');
  expect(problems).toEqual([]);
});

test('works with the hash that integrity.json gives for it', async ({ page, site }) => {
  const sums = (await (await page.request.get(`${site.url}/atrio/0.1.0/integrity.json`)).json()) as Record<string, string>;
  site.page('/', LOADER.replace('<script', `<script integrity="${sums['atrio.js']}" crossorigin="anonymous"`), '<ouvidoria-form></ouvidoria-form>');
  await page.goto(site.url);
  await defined(page, 'ouvidoria-form');
});
