/** The queue of a counter that an attendant calls, as the citizen lives it: arriving, waiting, a reload, leaving. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test } from '../support/demo.ts';
import { guardarSenha, nomeDaSenha } from '../support/senha.ts';

const central = (page: Page): Locator => page.locator('balcao-virtual[unidade="central-atendimento"]');
const status = (page: Page): Locator => central(page).locator('.situacao');

/** The counter on a page of its own, as a court would put it. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html`);
  await ready(page);
  await page.evaluate(() => {
    const el = document.createElement('balcao-virtual');
    el.setAttribute('unidade', 'central-atendimento');
    document.querySelector('main h1')!.after(el);
  });
}

test('[BV-13] [BV-21] a place in the queue outlives a reload, and only an explicit leave gives it up', async ({ page, demo }) => {
  await open(page, demo.url);
  const chave = await nomeDaSenha(page, 'central-atendimento');
  const senha = await guardarSenha(page, demo.backendUrl, 'central-atendimento');
  for (let reloads = 0; reloads < 2; reloads++) {
    await open(page, demo.url);
    await expect(status(page)).toContainText(/A próxima vez é a sua|na sua frente/);
    await expect(central(page).getByText(senha, { exact: true })).toBeVisible();
  }
  await central(page).getByRole('button', { name: 'Sair da fila' }).click();
  await central(page).getByRole('button', { name: 'Não, continuar na fila' }).click();
  await central(page).getByRole('button', { name: 'Sair da fila' }).click();
  const left = page.waitForResponse((response) => response.url().endsWith('/v1/fila/saida'));
  await central(page).getByRole('button', { name: 'Sim, sair da fila' }).click();
  expect((await left).status()).toBe(204);
  await expect(status(page)).toContainText('Você saiu da fila.');
  expect(await page.evaluate((key) => localStorage.getItem(key), chave)).toBeNull();
  // What the end says is there after a reload of this tab, until the person is done with it.
  await open(page, demo.url);
  await expect(status(page)).toContainText('Você saiu da fila.');
  await central(page).getByRole('button', { name: 'Voltar ao balcão' }).click();
  await open(page, demo.url);
  await expect(central(page).getByRole('button', { name: 'Chamar por vídeo' })).toBeVisible();
});
