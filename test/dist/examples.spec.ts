/** The examples, built against the package as it was built: each shows its elements and does something with their events. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { STRICT, expect, test as base } from './site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

const test = base.extend<{ said: string[] }, { examples: string }>({
  examples: [
    async ({}, use) => {
      await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/examples.ts', '--if-stale'], { cwd: root });
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://x');
        const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
        readFile(join(root, '.cache/examples', path)).then(
          (body) => {
            response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
            // Vue asks for a policy of its own.
            response.setHeader('content-security-policy', STRICT.replace('lit-html', 'lit-html vue'));
            response.end(body);
          },
          // No example has an icon; browsers ask for one.
          () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
        );
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  /** What the page, its framework and its policies complained of. */
  said: async ({ page }, use) => {
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    await use(said);
    expect(said).toEqual([]);
  },
});

test.use({ viewport: { width: 360, height: 740 } });

const pick = (page: Page, role: 'radio' | 'checkbox', name: string | RegExp) => page.getByRole(role, { name, exact: true }).check({ force: true });
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const situacao = (page: Page) => expect(page.locator('#situacao')).toHaveText(/^(open|closed|opening-soon)$/);
const toSecondStep = async (page: Page): Promise<void> => {
  await pick(page, 'radio', 'Elogiar');
  await next(page);
};
const counters = (page: Page) => page.locator('balcao-virtual').count();

test('plain HTML: one script tag, two elements, and a listener on the document', async ({ page, examples, said }) => {
  await page.goto(`${examples}html/`);
  await situacao(page);
  await expect(page.getByRole('link', { name: '(84) 5555-0102' }).first()).toBeVisible();
  await toSecondStep(page);
  await expect(page.locator('#etapa')).toHaveText('2');
  expect(said).toEqual([]);
});

test('React 19 in StrictMode: properties, events, a counter that goes and comes back, and a form that sends through the page', async ({ page, examples, said }) => {
  await page.goto(`${examples}react/`);
  await situacao(page);
  expect(await page.locator('balcao-virtual').evaluate((element) => (element as HTMLElement & { textos?: object }).textos)).toEqual({ 'balcao.chamar': 'Falar com a vara' });
  for (const shown of [0, 1, 0, 1]) {
    await page.getByRole('button', { name: shown ? 'Mostrar o balcão' : 'Esconder o balcão' }).click();
    expect(await counters(page)).toBe(shown);
  }
  await situacao(page);
  await toSecondStep(page);
  await page.getByLabel('Seu relato').fill('Fui muito bem atendido no balcão, com paciência e clareza.');
  await next(page);
  await pick(page, 'radio', 'Com meu nome');
  await page.getByLabel('Nome completo').fill('Maria da Silva');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
  await next(page);
  await pick(page, 'checkbox', /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(page.locator('#protocolo')).toHaveText(/^MAN-[\w-]{8}$/);
  expect(said).toEqual([]);
});

test('Vue 3: properties, events, and v-if that takes the counter away and brings it back', async ({ page, examples, said }) => {
  await page.goto(`${examples}vue/`);
  await situacao(page);
  expect(await page.locator('balcao-virtual').evaluate((element) => (element as HTMLElement & { textos?: object }).textos)).toEqual({ 'balcao.chamar': 'Falar com a vara' });
  for (const shown of [0, 1, 0, 1]) {
    await page.getByRole('button', { name: shown ? 'Mostrar o balcão' : 'Esconder o balcão' }).click();
    expect(await counters(page)).toBe(shown);
  }
  await situacao(page);
  await toSecondStep(page);
  await expect(page.locator('#etapa')).toHaveText(/^2 de \d$/);
  expect(said).toEqual([]);
});
