/** The form of the Ouvidoria on the demo court's page, with the real backend, on a small phone. */
import type { Page } from '@playwright/test';
import { expect, test, watch } from '../support/demo.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const choose = (page: Page, name: string) => page.getByText(name, { exact: true }).click();
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();
const stored = (page: Page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]));

const RELATO = 'Vi cobrança de dinheiro para marcar audiência no balcão da secretaria.';

async function anonymous(page: Page): Promise<void> {
  await choose(page, 'Denunciar');
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await page.getByLabel('Seu relato').fill(RELATO);
  await page.getByLabel('Quem participou?').fill('Atendente do turno da manhã');
  await next(page);
  await step(page, 'Quem é você');
  await choose(page, 'Sem me identificar');
}

test('[OUV-15] an anonymous denúncia is registered and leaves no trace on the device', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(`${demo.url}ouvidoria.html`);
  await anonymous(page);
  await expect(page.getByText('No seu relato ainda falta dizer: onde, quando')).toBeVisible();
  expect(await stored(page)).not.toContain(RELATO);
  await next(page);
  await step(page, 'Revise e envie');
  await choose(page, 'Li e entendi como meus dados serão usados');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
  expect(await stored(page)).not.toContain(RELATO);
  expect(await stored(page)).not.toContain('anonima');
  expect(seen.problems).toEqual([]);
});

test('[OUV-09] sent without network, it waits and goes by itself when the network is back, once', async ({ page, demo, context }) => {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/manifestacoes')) keys.push(request.headers()['idempotency-key']);
  });
  await page.goto(`${demo.url}ouvidoria.html`);
  await anonymous(page);
  await next(page);
  await step(page, 'Revise e envie');
  await choose(page, 'Li e entendi como meus dados serão usados');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await expect(page.getByText('Você está sem internet').first()).toBeVisible();
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(page.getByText('Vamos enviar assim que a internet voltar.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: RELATO })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
  expect(new Set(keys).size).toBe(1);
});

test("the phone's Back goes to the step before and keeps the text", async ({ page, demo }) => {
  await page.goto(`${demo.url}ouvidoria.html`);
  await anonymous(page);
  await page.goBack();
  await step(page, 'Conte o que aconteceu');
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  await page.goForward();
  await step(page, 'Quem é você');
});
