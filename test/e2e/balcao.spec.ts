/** The counter of the demo court with its backend and its stand-in room: the whole way of a call, and what happens when it fails. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test } from '../support/demo.ts';

/** The unit that serves day and night, so that these tests do not depend on the hour. */
const plantao = (page: Page): Locator => page.locator('balcao-virtual[unidade="plantao-judiciario"]');
const status = (page: Page): Locator => plantao(page).getByRole('status');

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html`);
  await ready(page);
  await expect(status(page)).toContainText('Aberto agora.');
}
const call = (page: Page): Promise<void> => plantao(page).getByRole('button', { name: 'Chamar por vídeo' }).click();
const room = (page: Page) => plantao(page).frameLocator('iframe');

test.describe('the counter', () => {
  test('[BV-01] [BV-04] a citizen calls, waits, is let in, and the attendant ends the call', async ({ page, demo }) => {
    await open(page, demo.url);
    await plantao(page).getByLabel('Como podemos chamar você?').fill('Maria');
    await call(page);
    await expect(status(page)).toContainText('sala de espera');
    await room(page).getByRole('button', { name: 'Admitir' }).click();
    await expect(status(page)).toContainText('Você está em atendimento.');
    await room(page).getByRole('button', { name: 'Encerrar' }).click();
    await expect(status(page)).toContainText('O atendimento terminou.');
    await expect(plantao(page).locator('iframe')).toHaveCount(0);
    await expect(plantao(page).getByRole('button', { name: 'Chamar de novo' })).toBeVisible();
  });

  test('[BV-01] nothing is asked of the video server before the click', async ({ page, demo }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).host === demo.videoDomain) asked.push(request.url());
    });
    await open(page, demo.url);
    expect(asked).toEqual([]);
    await plantao(page).getByRole('button', { name: 'Chamar por vídeo' }).hover();
    await expect(page.locator('link[rel=preconnect]')).toHaveAttribute('href', new RegExp(demo.videoDomain));
    expect(asked).toEqual([]);
    await call(page);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });

  test('a citizen leaves: the room is told, the ticket is given back', async ({ page, demo }) => {
    await open(page, demo.url);
    await call(page);
    await expect(status(page)).toContainText('sala de espera');
    const returned = page.waitForResponse((response) => response.url().endsWith('/v1/fila/saida'));
    await plantao(page).getByRole('button', { name: 'Sair do atendimento' }).click();
    expect((await returned).status()).toBe(204);
    await expect(status(page)).toContainText('Você saiu do atendimento.');
    await expect(plantao(page).locator('iframe')).toHaveCount(0);
  });

  test('[BV-17] a refused entry offers the other channels at once', async ({ page, demo }) => {
    await open(page, demo.url);
    await call(page);
    await room(page).getByRole('button', { name: 'Recusar' }).click();
    await expect(status(page)).toContainText('Não foi possível abrir o vídeo.');
    for (const href of ['tel:', 'mailto:']) await expect(plantao(page).locator(`.canal a[href^="${href}"]`).first()).toBeVisible();
    await expect(plantao(page).getByText('Pessoalmente')).toBeVisible();
  });

  test('[BV-17] a dead video server offers the other channels, and a new try retypes nothing and keeps the place', async ({ page, demo }) => {
    let dead = true;
    await page.route(`http://${demo.videoDomain}/**`, (route) => (dead ? route.abort() : route.continue()));
    const tickets: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/fila') && response.request().method() === 'POST') tickets.push(response.url());
    });
    await open(page, demo.url);
    await plantao(page).getByLabel('Como podemos chamar você?').fill('Maria');
    await call(page);
    await expect(status(page)).toContainText('O serviço de vídeo não respondeu.');
    await expect(plantao(page).locator('.canal a[href^="mailto:"]').first()).toBeVisible();
    dead = false;
    await plantao(page).getByRole('button', { name: 'Tentar de novo' }).click();
    await expect(status(page)).toContainText('sala de espera');
    expect(tickets).toHaveLength(1);
    await plantao(page).getByRole('button', { name: 'Sair do atendimento' }).click();
    await plantao(page).getByRole('button', { name: 'Voltar ao balcão' }).click();
    await expect(plantao(page).getByLabel('Como podemos chamar você?')).toHaveValue('Maria');
  });

  test('[BV-17] a backend that does not answer offers the other channels', async ({ page, demo }) => {
    await page.route(`${demo.backendUrl}/**/fila`, (route) => route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' } }));
    await open(page, demo.url);
    await call(page);
    await expect(status(page)).toContainText('Não foi possível abrir o vídeo.');
    await expect(plantao(page).locator('.canal a[href^="tel:"]').first()).toBeVisible();
  });

  test('[BV-01] the whole way by keyboard', async ({ page, demo }) => {
    await open(page, demo.url);
    await plantao(page).getByLabel('Como podemos chamar você?').focus();
    await page.keyboard.type('João');
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('sala de espera');
    await expect(plantao(page).getByRole('heading').first()).toBeFocused();
    const leave = plantao(page).getByRole('button', { name: 'Sair do atendimento' });
    for (let presses = 0; presses < 30 && !(await leave.evaluate((each) => each.matches(':focus'))); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('Você saiu do atendimento.');
  });

  test('[BV-02] a closed unit says when it opens, and does not call', async ({ page, demo }) => {
    await page.clock.setFixedTime(new Date('2026-11-02T10:00:00-03:00'));
    // The file comes without a date, so that the page has its own clock alone.
    await page.route('**/tribunal.json', async (route) => {
      const response = await route.fetch();
      const { date: _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto(`${demo.url}balcao.html`);
    await ready(page);
    const unit = page.locator('balcao-virtual[unidade="2-vara-civel-natal"]');
    await page.locator('[id="2-vara-civel-natal"] > summary').click();
    await expect(unit.getByRole('status')).toContainText('Fechado agora: feriado (Finados).');
    await expect(unit.getByRole('status')).toContainText('Abre amanhã, às 8h.');
    await expect(unit.getByRole('button', { name: 'Chamar por vídeo' })).toBeHidden();
  });
});
