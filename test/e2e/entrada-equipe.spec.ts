/** Who works for the court signs in on a bad network: the press is not lost while the code of the sign-in is on its way, nor when it did not come. */
import type { JSHandle, Page } from '@playwright/test';
import { expect, test, watch } from '../support/demo.ts';
import { prender } from '../support/prender.ts';

const MESAS = [
  { pagina: 'atendimento.html', tag: 'balcao-attendant', controle: 'desk', entrar: 'Entrar' },
  { pagina: 'audiencias.html', tag: 'audiencia-clerk', controle: 'mesa', entrar: 'Entrar com a conta do tribunal' },
];
const CODIGO = '**/chunks/session-*.js';
const DESCOBERTA = '**/.well-known/openid-configuration';

/** Takes a desk from the page. */
const tirar = (page: Page, tag: string): Promise<JSHandle<Element>> =>
  page.evaluateHandle((name) => {
    const element = document.querySelector(name)!;
    element.remove();
    return element;
  }, tag);

for (const { pagina, tag, controle, entrar } of MESAS) {
  test(`<${tag}>: pressed before its code is here, the sign-in waits for it`, async ({ page, demo }) => {
    let soltar = (): void => undefined;
    const presa = new Promise<void>((resolve) => (soltar = resolve));
    let pedido = false;
    await page.route(CODIGO, async (route) => {
      pedido = true;
      await presa;
      await route.continue();
    });
    await page.goto(demo.url + pagina);
    await page.locator(tag).getByRole('button', { name: entrar, exact: true }).click();
    expect(pedido).toBe(true);
    soltar();
    await expect(page.getByRole('heading', { name: /Com que conta/ })).toBeVisible();
  });

  test(`<${tag}>: back from the sign-in without having signed in, it can be pressed again`, async ({ page, demo }) => {
    // The issuer never answers: the page stays as it is left, as the browser keeps it for its back button.
    await page.route(DESCOBERTA, () => undefined);
    await page.goto(demo.url + pagina);
    const botao = page.locator(tag).getByRole('button', { name: entrar, exact: true });
    await botao.click();
    await expect(botao).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(botao).toBeVisible();
  });

  test(`<${tag}>: a sign-in whose code did not come says so, and works at the next press`, async ({ page, demo }) => {
    await watch(page);
    let pedidos = 0;
    await page.route(CODIGO, async (route) => {
      pedidos += 1;
      await route.abort();
    });
    await page.goto(demo.url + pagina);
    const botao = page.locator(tag).getByRole('button', { name: entrar, exact: true });
    const falhou = /O (acesso do tribunal|serviço de contas) não respondeu/;
    await expect(page.locator(tag).locator('[part=aviso]')).toContainText(falhou);
    await expect(page.locator(tag).getByRole('status')).toHaveText(falhou);
    // It is not asked for again by itself, without end.
    const antes = pedidos;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    expect(pedidos).toBe(antes);
    await page.unroute(CODIGO);
    await botao.click();
    await expect(page.getByRole('heading', { name: /Com que conta/ })).toBeVisible();
  });

  test(`<${tag}>: taken from the page before the issuer answers, nobody is taken to it`, async ({ page, demo }) => {
    const soltar = await prender(page, DESCOBERTA);
    await page.goto(demo.url + pagina);
    const pedida = page.waitForRequest(DESCOBERTA);
    await page.locator(tag).getByRole('button', { name: entrar, exact: true }).click();
    await pedida;
    const mesa = await tirar(page, tag);
    const respondida = page.waitForEvent('requestfinished', (request) => request.url().includes('openid-configuration'));
    soltar();
    await respondida;
    // Put back once it has heard, it can be pressed, and nothing of the sign-in that was given up is kept.
    await expect.poll(() => page.evaluate(([element, name]) => (element as unknown as Record<string, { state: { kind: string } }>)[name]!.state.kind, [mesa, controle] as const)).toBe('signed-out');
    expect(await page.evaluate(() => sessionStorage.getItem('atrio:oidc'))).toBe(null);
    expect(page.url()).toBe(demo.url + pagina);
    await mesa.evaluate((element) => document.body.append(element));
    await page.locator(tag).getByRole('button', { name: entrar, exact: true }).click();
    await expect(page.getByRole('heading', { name: /Com que conta/ })).toBeVisible();
  });

  test(`<${tag}>: taken from the page before the code of the sign-in comes, it leaves the address alone; put back, it takes up the return`, async ({ page, demo }) => {
    const soltar = await prender(page, CODIGO);
    await page.addInitScript(() => sessionStorage.setItem('atrio:oidc', JSON.stringify({ verifier: 'v', state: 'volta', hash: '' })));
    const pedida = page.waitForRequest(CODIGO);
    await page.goto(`${demo.url}${pagina}?error=access_denied&state=volta`);
    await pedida;
    const mesa = await tirar(page, tag);
    const veio = page.waitForEvent('requestfinished', (request) => request.url().includes('/chunks/session-'));
    soltar();
    await veio;
    // By the time that its own import is done, so is the element's.
    await page.evaluate((url) => import(url), (await veio).url());
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    expect(page.url()).toContain('state=volta');
    await mesa.evaluate((element) => document.body.append(element));
    await expect(page).toHaveURL(demo.url + pagina);
    await expect(page.locator(tag).getByRole('button', { name: entrar, exact: true })).toBeVisible();
  });
}
