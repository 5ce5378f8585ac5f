/** A page that was opened as the network fell: what did not come is asked for again when it is back, or when the person says so, without a reload. */
import type { Page } from '@playwright/test';
import { empacotar } from '../../src/domain/directory/pack.ts';
import { demoCourt } from '../support/backend.ts';
import { defined, expect, test, type Site } from './site.ts';

const SCRIPT = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const ALWAYS = 'Mo-Su 00:00-24:00';

/** The court of the demo, open at any hour, with its figures and forms nowhere. */
function court(site: Site): void {
  const { unidades = [], ...demo } = demoCourt();
  const { backend: _, ...rest } = demo;
  const abertas = unidades.slice(0, 3).map((unidade) => ({ ...unidade, hours: ALWAYS }));
  site.files.set('/tribunal.json', JSON.stringify({ ...rest, backend: { tipo: 'formulario', url: '/envio' }, calendario: { nacionais: false, recesso: false }, unidades: [...abertas, { ...abertas[0], id: 'a-ouvidoria', nome: 'Ouvidoria', tipo: 'ouvidoria' }], ouvidoria: { ...rest.ouvidoria, unidadeId: 'a-ouvidoria' } }));
}

/** Files that do not come until the network is back, and those that did not. */
async function semRede(page: Page, files: RegExp): Promise<{ pedidos: string[]; voltar(): Promise<void> }> {
  const pedidos: string[] = [];
  // By then the page knows: whoever comes back before it hears of nothing.
  page.on('requestfailed', (request) => files.test(request.url()) && pedidos.push(request.url()));
  await page.route(files, (route) => route.abort());
  return {
    pedidos,
    async voltar() {
      await page.unroute(files);
      // Told by hand: a browser that is put offline and back tells its pages before it lets the first request through.
      await page.evaluate(() => dispatchEvent(new Event('online')));
    },
  };
}

test('[BV-03] [ACC-01] the court file, then the units: asked for by the button and again when the network is back', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<balcao-directory src="/diretorio.json"><p>Ligue para (84) 3673-8000.</p></balcao-directory>');
  let rede = await semRede(page, /tribunal\.json|diretorio\.json/);
  await page.goto(site.url);
  const units = page.locator('balcao-directory');
  await expect(units.getByText('Ligue para')).toBeVisible();
  const again = units.getByRole('button', { name: 'Tentar de novo' });
  await expect(again).toBeVisible();
  const antes = rede.pedidos.length;
  await again.click();
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(antes);
  await page.unroute(/tribunal\.json|diretorio\.json/);
  rede = await semRede(page, /diretorio\.json/);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(0);
  const parado = rede.pedidos.length;
  await again.click();
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(parado);
  site.files.set('/diretorio.json', JSON.stringify(empacotar(JSON.parse(site.files.get('/tribunal.json')!) as never, '2026-11-21T08:00:00-03:00')));
  await rede.voltar();
  await expect(units.locator('.nome', { hasText: /^Ouvidoria$/ })).toBeVisible();
});

test('[BV-03] a list whose hours cannot be told, and a unit without its details, get both when the network is back', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<balcao-directory></balcao-directory>');
  // Without the browser's own, the rules of zones are a file.
  await page.addInitScript(() => delete (globalThis as { Temporal?: unknown }).Temporal);
  const rede = await semRede(page, /\/(date-fns-zone|detalhe)-/);
  await page.goto(site.url);
  const units = page.locator('balcao-directory');
  const one = units.locator('details').first();
  await one.locator('summary').click();
  await expect.poll(() => rede.pedidos.some((url) => url.includes('detalhe'))).toBe(true);
  await expect(units.getByText('Aberta agora')).toHaveCount(0);
  await rede.voltar();
  await expect(units.getByText('Aberta agora').first()).toBeVisible();
  await expect(one.locator('[part~=canais]')).toBeVisible();
});

test('[SIC-09] a form whose later parts did not come has them when the network is back, with what was written', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<sic-request></sic-request>');
  const rede = await semRede(page, /\/sic-request\.steps-/);
  await page.goto(site.url);
  await defined(page, 'sic-request');
  const form = page.locator('sic-request');
  await form.getByLabel('Informação que você quer').fill('Quero todos os processos em segredo de justiça');
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(0);
  await rede.voltar();
  await expect(form.getByText('Processo em segredo de justiça só é mostrado às partes')).toBeVisible();
  await expect(form.getByLabel('Informação que você quer')).toHaveValue(/segredo/);
  // Once is enough: nothing that is there is made anew.
  const pedidos = site.requests.length;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await form.getByRole('button', { name: 'Continuar' }).click();
  await expect(form.getByRole('heading', { name: 'Quem é você' })).toBeFocused();
  expect(site.requests.slice(pedidos).filter((url) => url.includes('sic-request.steps'))).toEqual([]);
});

test('[OUV-05] a step whose own part did not come says so, and is there at a press or when the network is back', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<ouvidoria-form></ouvidoria-form>');
  const rede = await semRede(page, /\/ouvidoria-form\.temas-/);
  await page.goto(site.url);
  const form = page.locator('ouvidoria-form');
  await expect.poll(() => rede.pedidos.length).toBe(1);
  await form.getByText('Reclamar', { exact: true }).click();
  await form.getByRole('button', { name: 'Continuar' }).click();
  await expect(form.getByText('Não foi possível carregar o resto do formulário.')).toBeVisible();
  await form.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect.poll(() => rede.pedidos.length).toBe(2);
  await rede.voltar();
  await expect(form.locator('#c-tema')).toBeVisible();
});

test('[OUV-14] who is about to report wrongdoing asks the server for nothing that others do not ask for', async ({ browser, site }) => {
  court(site);
  site.page('/', SCRIPT, '<ouvidoria-form></ouvidoria-form>');
  // Each with nothing kept from the other.
  const pedidos = async (tipo: string, modo: string): Promise<string[]> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const before = site.requests.length;
    await page.goto(site.url);
    const form = page.locator('ouvidoria-form');
    const next = () => form.getByRole('button', { name: 'Continuar' }).click();
    await form.getByText(tipo, { exact: true }).click();
    await next();
    await form.getByLabel('Seu relato').fill('Vi o que não devia acontecer, e conto aqui.');
    await next();
    await form.getByText(modo, { exact: true }).click();
    await page.waitForLoadState('networkidle');
    await context.close();
    return site.requests.slice(before);
  };
  const outras = await pedidos('Reclamar', 'Com meu nome');
  const denuncia = await pedidos('Denunciar', 'Sem me identificar');
  expect(denuncia.length).toBeGreaterThan(5);
  expect(denuncia.filter((file) => !outras.includes(file) && file !== '/favicon.ico')).toEqual([]);
});

test('[SIC-14] what the tracker could not say is said when the network is back', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<protocolo-tracker></protocolo-tracker>');
  const rede = await semRede(page, /\/avisos-/);
  await page.goto(site.url);
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(0);
  await rede.voltar();
  await expect(page.locator('protocolo-tracker').getByText('O acompanhamento é em outro lugar').first()).toBeVisible();
});

test('[OUV-04] the counter of the Ouvidoria is offered once the network that it is read with is back', async ({ page, site }) => {
  court(site);
  site.page('/', SCRIPT, '<ouvidoria-form balcao="/balcao.html"></ouvidoria-form>');
  const rede = await semRede(page, /\/ouvidoria-form\.aberto-/);
  await page.goto(site.url);
  await expect.poll(() => rede.pedidos.length).toBeGreaterThan(0);
  const offer = page.locator('ouvidoria-form').getByRole('link', { name: 'Falar no Balcão Virtual' });
  await expect(offer).toHaveCount(0);
  await rede.voltar();
  await expect(offer).toBeVisible();
});
