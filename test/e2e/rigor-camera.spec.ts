/** A site whose header denies the camera and the microphone: the person is told that it is not their fault, and who takes care of the site what to change. */
import type { Page } from '@playwright/test';
import { expect, ready, test } from '../support/demo.ts';

// A page whose headers the test changed is no longer local to the browser, and its servers are.
test.use({ permissions: ['local-network-access'] });

/** The page comes with another Permissions-Policy, or with none; gives what the console is told. */
async function negar(page: Page, politica: string | null): Promise<string[]> {
  const ditos: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Permissions-Policy:')) ditos.push(message.text());
  });
  await page.route(/\/(balcao|cole-aqui)\.html/, async (route) => {
    const response = await route.fetch();
    const { 'permissions-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers: politica === null ? headers : { ...headers, 'permissions-policy': politica } });
  });
  return ditos;
}

test('[BV-16] a header that denies the camera is told in plain words in the test of the devices, and to the console with the line to write', async ({ page, demo }) => {
  const ditos = await negar(page, 'camera=(), microphone=()');
  await page.goto(`${demo.url}balcao.html?unidade=central-atendimento`);
  await ready(page);
  const balcao = page.locator('balcao-virtual[unidade="central-atendimento"]');
  for (const name of ['Chamar por vídeo', 'Andamento de processo', 'Testar câmera e som', 'Testar']) await balcao.getByRole('button', { name, exact: true }).click();
  await expect(balcao.getByText('Esta página não pode usar a câmera').first()).toBeVisible();
  await expect(balcao.getByText('O problema é do site do tribunal, não seu', { exact: false }).first()).toBeVisible();
  await expect.poll(() => ditos.length).toBe(1);
  expect(ditos[0]).toContain('camera=(self "https://');
});

test('a header that names the page and not the video server is told in the call, at once, and to the console with the server of this court', async ({ page, demo }) => {
  const ditos = await negar(page, 'camera=(self), microphone=(self)');
  await page.goto(`${demo.url}cole-aqui.html`);
  await ready(page);
  const balcao = page.locator('balcao-virtual');
  await expect(balcao.getByText('Aberto agora.').first()).toBeVisible();
  await balcao.getByRole('textbox').fill('Maria');
  await balcao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect(page.frameLocator('balcao-virtual iframe').getByText('Sala de demonstração').first()).toBeVisible();
  await expect(balcao.getByText('A câmera ou o microfone não foi liberado.').first()).toBeVisible();
  await expect(balcao.getByText('o problema pode ser do site do tribunal, não seu', { exact: false }).first()).toBeVisible();
  await expect.poll(() => ditos.length).toBe(1);
  expect(ditos[0]).toContain(`camera=(self "http://${demo.videoDomain}")`);
});

test('a site without the header hands the camera over, and nobody is told otherwise', async ({ page, demo }) => {
  const ditos = await negar(page, null);
  await page.goto(`${demo.url}cole-aqui.html`);
  await ready(page);
  const balcao = page.locator('balcao-virtual');
  await balcao.getByRole('textbox').fill('Maria');
  await balcao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect(page.frameLocator('balcao-virtual iframe').getByText('Sala de demonstração').first()).toBeVisible();
  await expect(balcao.getByRole('status')).toContainText('sala de espera');
  await expect(balcao.getByText('A câmera ou o microfone não foi liberado.')).toHaveCount(0);
  expect(ditos).toEqual([]);
});
