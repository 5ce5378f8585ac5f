/** Who works for the court signs in on a bad network: the press is not lost while the code of the sign-in is on its way, nor when it did not come. */
import { expect, test, watch } from '../support/demo.ts';

const MESAS = [
  { pagina: 'atendimento.html', tag: 'balcao-attendant', entrar: 'Entrar' },
  { pagina: 'audiencias.html', tag: 'audiencia-clerk', entrar: 'Entrar com a conta do tribunal' },
];
const CODIGO = '**/chunks/session-*.js';

for (const { pagina, tag, entrar } of MESAS) {
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
    await page.route('**/.well-known/openid-configuration', () => undefined);
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
    await expect(page.locator(tag).getByText(/O (acesso do tribunal|serviço de contas) não respondeu/)).toBeVisible();
    // It is not asked for again by itself, without end.
    const antes = pedidos;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    expect(pedidos).toBe(antes);
    await page.unroute(CODIGO);
    await botao.click();
    await expect(page.getByRole('heading', { name: /Com que conta/ })).toBeVisible();
  });
}
