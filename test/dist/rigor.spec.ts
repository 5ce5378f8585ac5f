/** The kit under hosts that allow next to nothing: policies, integrity, isolation, storage refused, no server at all. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { prender } from '../support/prender.ts';
import { DIST, STRICT, expect, test, type Site } from './site.ts';

const LOADER = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const FALLBACK = '<p id="telefone">Ligue para (84) 3673-8000.</p>';
const FORM = `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`;
const RELATO = 'Fui muito bem atendido no balcão, com paciência e clareza.';

/** A court file whose submissions go to the page's own server, and how many came. */
async function comEnvio(page: Page, site: Site): Promise<string[]> {
  const recebidos: string[] = [];
  site.files.set('/tribunal.json', JSON.stringify({ nome: 'Tribunal', backend: { tipo: 'formulario', url: '/envio', codificacao: 'json' } }));
  await page.route('**/envio', async (route) => {
    recebidos.push(route.request().postData() ?? '');
    await route.fulfill({ status: 200, contentType: 'text/html', body: 'ok' });
  });
  return recebidos;
}

/** A form from the first step to the receipt. */
async function enviar(page: Page): Promise<void> {
  const seguir = () => page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('radio', { name: 'Elogiar', exact: true }).check({ force: true });
  await seguir();
  await page.getByLabel('Seu relato').fill(RELATO);
  await seguir();
  await page.getByRole('radio', { name: 'Com meu nome', exact: true }).check({ force: true });
  await page.getByLabel('Nome completo').fill('Maria da Silva');
  await page.getByRole('checkbox', { name: 'E-mail', exact: true }).check({ force: true });
  await page.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
  await seguir();
  await page.getByRole('checkbox', { name: /Li e entendi/ }).check({ force: true });
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(page.getByRole('heading', { name: 'Recebemos sua manifestação' })).toBeVisible();
}

test("[ACC-01] under nonces with 'strict-dynamic', Trusted Types and no other source of scripts or styles, a form goes to its receipt without a violation", async ({ page, site, problems }) => {
  const recebidos = await comEnvio(page, site);
  site.csp =
    "default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'none'; img-src 'none'; font-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  site.page('/', LOADER.replace('<script', '<script nonce="abc123"'), FORM);
  await page.goto(site.url);
  await enviar(page);
  expect(recebidos).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('an import map with the sums of integrity.json covers every file: one that was tampered with does not run, and the content of the element stays', async ({ page, site }) => {
  const sums = JSON.parse(await (await page.request.get(`${site.url}/atrio/0.1.0/integrity.json`)).text()) as Record<string, string>;
  const mapa = JSON.stringify({ integrity: Object.fromEntries(Object.entries(sums).map(([file, sum]) => [`/atrio/0.1.0/${file}`, sum])) });
  // The map is inline, as import maps are; the page's policy names its hash or nonce.
  site.csp = STRICT.replace("script-src 'self'", "script-src 'self' 'nonce-mapa'");
  const cabeca = `<script type="importmap" nonce="mapa">${mapa}</script>${LOADER.replace('<script', `<script integrity="${sums['atrio.js']}"`)}`;
  await comEnvio(page, site);
  site.page('/', cabeca, FORM);
  await page.goto(site.url);
  await expect(page.getByRole('radio', { name: 'Elogiar', exact: true })).toBeVisible();
  // The same page, with one shared file changed on its way.
  const chunk = Object.keys(sums).find((file) => file.startsWith('chunks/base-'))!;
  await page.route(`**/${chunk}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\n;globalThis.invadido = 1;` });
  });
  const recusa = page.waitForEvent('console', (message) => message.text().includes('<ouvidoria-form> não carregou'));
  await page.reload();
  await recusa;
  await expect(page.locator('#telefone')).toBeVisible();
  expect(await page.evaluate(() => 'invadido' in globalThis)).toBe(false);
});

test("[ACC-01] under nonces with 'strict-dynamic', the video server's script of a call is fetched beside the ticket without a violation", async ({ page, site, problems }) => {
  const domain = new URL(site.url).host;
  site.csp = "default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'none'; connect-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html atrio";
  site.files.set(
    '/tribunal.json',
    JSON.stringify({
      nome: 'Tribunal',
      sigla: 'T',
      ramo: 'estadual',
      backend: { tipo: 'atrio', url: '/api' },
      unidades: [{ id: 'vara', nome: '1ª Vara', hours: '24/7', fila: { chamada: 'imediata' }, video: { provider: 'jitsi', domain, inseguroLocal: true } }],
    }),
  );
  site.page('/', LOADER.replace('<script', '<script nonce="abc123"'), '<balcao-virtual unidade="vara"></balcao-virtual>');
  const ticket = await prender(page, /\/v1\/unidades\/vara\/fila$/);
  await page.goto(site.url);
  const [request] = await Promise.all([page.waitForRequest('**/external_api.js'), page.getByRole('button', { name: 'Chamar por vídeo' }).click()]);
  await request.response();
  expect(problems).toEqual([]);
  ticket();
});

for (const [caso, tag, primeiro] of [
  ['that the loader asks for by its name', 'balcao-attendant', false],
  ['that is asked for only once the code did not come', 'ouvidoria-form', true],
] as const) {
  test(`the file of a tag ${caso} is covered too: a try of it is by its own address, which the map knows`, async ({ page, site }) => {
    const sums = JSON.parse(await (await page.request.get(`${site.url}/atrio/0.1.0/integrity.json`)).text()) as Record<string, string>;
    const mapa = JSON.stringify({ integrity: Object.fromEntries(Object.entries(sums).map(([file, sum]) => [`/atrio/0.1.0/${file}`, sum])) });
    site.csp = STRICT.replace("script-src 'self'", "script-src 'self' 'nonce-mapa'");
    site.page('/', `<script type="importmap" nonce="mapa">${mapa}</script>${LOADER}`, `<${tag}>${FALLBACK}</${tag}>`);
    let vieram = 0;
    await page.route(`**/${tag}.js`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()}\n;globalThis.invadido = 1;` });
      vieram += 1;
    });
    if (primeiro) await page.route(`**/chunks/${tag}-*.js`, (route) => route.abort());
    const avisos: string[] = [];
    page.on('console', (message) => void (message.text().includes(`<${tag}> não carregou`) && avisos.push(message.text())));
    await page.goto(site.url);
    await expect.poll(() => avisos.length || vieram).toBeGreaterThan(0);
    if (primeiro) await page.unroute(`**/chunks/${tag}-*.js`);
    await expect.poll(() => vieram).toBeGreaterThan(0);
    await expect.poll(async () => avisos.length > (primeiro ? 1 : 0) || (await page.evaluate(() => 'invadido' in globalThis))).toBe(true);
    expect(await page.evaluate(() => 'invadido' in globalThis)).toBe(false);
    await expect(page.locator('#telefone')).toBeVisible();
  });
}

test('[ACC-01] in a page isolated from every other origin (COOP and COEP), the elements load and a form is sent', async ({ page, site, problems }) => {
  const recebidos = await comEnvio(page, site);
  site.headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' };
  site.page('/', LOADER, FORM);
  await page.goto(site.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await enviar(page);
  expect(recebidos).toHaveLength(1);
  expect(problems).toEqual([]);
});

for (const [nome, preparar] of [
  [
    'refused (cookies blocked)',
    () => {
      for (const area of ['localStorage', 'sessionStorage', 'indexedDB'] as const) {
        Object.defineProperty(globalThis, area, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
      Object.defineProperty(document, 'cookie', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
      (globalThis as unknown as { BroadcastChannel: undefined }).BroadcastChannel = undefined;
    },
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`[ACC-01] with the browser's storage ${nome}, nothing is thrown and a form is sent`, async ({ page, site, problems }) => {
    const recebidos = await comEnvio(page, site);
    await page.addInitScript(preparar);
    site.page('/', LOADER, FORM);
    await page.goto(site.url);
    await enviar(page);
    expect(recebidos).toHaveLength(1);
    expect(problems).toEqual([]);
  });
}

test('[ACC-01] opened from a file, without a server, the content of the element stays and the browser says why', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'atrio-arquivo-'));
  try {
    await symlink(DIST, join(folder, 'atrio'));
    await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Tribunal</title><script type="module" src="atrio/atrio.js" data-tribunal="tribunal.json"></script></head><body>${FORM}</body></html>`);
    const erro = page.waitForEvent('console', (message) => message.type() === 'error' && /CORS|origin/.test(message.text()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await erro;
    await expect(page.locator('#telefone')).toBeVisible();
    expect(await page.evaluate(() => customElements.get('ouvidoria-form') === undefined)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
