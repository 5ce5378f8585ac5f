/** Below the floor of docs/navegadores.md: what the page itself says stays, can be read and pressed, and nothing is thrown at the person. */
import { defined, expect, test } from './site.ts';

const LOADER = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const BODY =
  '<balcao-virtual unidade="2-vara-civel-natal"><p>Ligue para <a href="tel:+558455550102">(84) 5555-0102</a>.</p></balcao-virtual>' +
  '<ouvidoria-form><p>Escreva para <a href="mailto:ouvidoria@tribunal.example">ouvidoria@tribunal.example</a>.</p></ouvidoria-form>';

const OLD: [string, (() => void) | null][] = [
  ['without scripts', null],
  [
    'without custom elements',
    () => {
      Reflect.deleteProperty(window, 'customElements');
    },
  ],
  [
    'without shadow roots',
    () => {
      Reflect.deleteProperty(Element.prototype, 'attachShadow');
      Reflect.deleteProperty(window, 'ShadowRoot');
    },
  ],
];

for (const [name, age] of OLD) {
  test(`[ACC-01] a browser ${name} keeps the page's own content, and its links work`, async ({ browser, site }) => {
    site.page('/', LOADER, BODY);
    const context = await browser.newContext({ javaScriptEnabled: age !== null });
    try {
      if (age) await context.addInitScript(age);
      const page = await context.newPage();
      await page.goto(site.url);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('link', { name: '(84) 5555-0102' })).toBeVisible();
      await page.getByRole('link', { name: 'ouvidoria@tribunal.example' }).click({ trial: true });
    } finally {
      await context.close();
    }
  });
}

test("[ACC-01] a browser that does not read the script's syntax keeps the page's own content", async ({ page, site }) => {
  site.page('/', LOADER, BODY);
  // To an older engine ours is what this is to today's: no module at all.
  await page.route('**/atrio.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'const later = of new syntax;' }));
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('link', { name: '(84) 5555-0102' })).toBeVisible();
  await page.getByRole('link', { name: 'ouvidoria@tribunal.example' }).click({ trial: true });
});

test('[ACC-01] a browser without constructed style sheets gets a form that works, with the styles where the policy lets them through', async ({ browser, site }) => {
  site.page('/', LOADER.replace('data-tribunal', 'data-backend="/api" data-tribunal'), BODY);
  for (const csp of [site.csp, site.csp.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")]) {
    site.csp = csp;
    const context = await browser.newContext();
    try {
      await context.addInitScript(() => {
        Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
        Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
        Reflect.deleteProperty(CSSStyleSheet.prototype, 'replace');
        Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync');
      });
      const page = await context.newPage();
      await page.goto(site.url);
      await defined(page, 'ouvidoria-form');
      const form = page.locator('ouvidoria-form');
      await form.getByText('Reclamar', { exact: true }).click();
      await form.getByRole('button', { name: 'Continuar' }).click();
      await form.getByLabel('Seu relato').fill('Esperei três horas no balcão.');
      const styled = await form.getByRole('button', { name: 'Continuar' }).evaluate((button) => button.getBoundingClientRect().height >= 44);
      expect(styled).toBe(csp.includes('unsafe-inline'));
    } finally {
      await context.close();
    }
  }
});
