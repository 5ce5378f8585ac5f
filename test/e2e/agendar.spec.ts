/** An hour at the counter in the demo court, under its strict policy: a closed unit, a slot, a receipt, the case followed, the hour given back. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test, watch } from '../support/demo.ts';

test.describe.configure({ timeout: 120_000 });

const UNIDADE = 'central-atendimento';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const tracker = (page: Page): Locator => page.locator('protocolo-tracker');

/** The page's own copy of the court file says that the unit serves on one day of the week that is neither today nor next to it. */
async function fechar(page: Page): Promise<void> {
  const days = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
  const far = days[(new Date().getDay() + 3) % 7]!;
  await page.route('**/tribunal.json', async (route) => {
    const response = await route.fetch();
    const file = (await response.json()) as { unidades: { id: string; hours: unknown }[] };
    for (const unit of file.unidades) if (unit.id === UNIDADE) unit.hours = `${far} 08:00-14:00`;
    await route.fulfill({ response, json: file });
  });
}

async function abrir(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
  await expect(balcao(page).locator('.situacao')).toContainText('Fechado agora');
  await balcao(page).getByRole('button', { name: /^Agendar/ }).click();
  await expect(balcao(page).getByRole('heading', { name: 'Agendar um horário' })).toBeVisible();
}

test('[BV-14] [BV-17] a closed unit: books a slot by the keyboard, keeps the receipt, follows the appointment and gives it back', async ({ page, demo }) => {
  const seen = await watch(page);
  await fechar(page);
  await abrir(page, demo.url);
  const painel = balcao(page);
  const slots = painel.locator('.vaga input');
  await slots.first().focus();
  await page.keyboard.press('ArrowDown');
  const inicio = await painel.locator('.vaga input:checked').inputValue();
  expect(Date.parse(inicio)).toBeGreaterThan(Date.now());
  await painel.getByLabel('Seu nome').fill('Maria das Dores Silva');
  await painel.getByLabel(/Seu telefone/).fill('(84) 99999-0000');
  await painel.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  await painel.getByRole('button', { name: 'Confirmar agendamento' }).click();
  await expect(painel.getByRole('heading', { name: 'Seu horário está marcado' })).toBeFocused({ timeout: 20_000 });
  const protocolo = (await painel.locator('[data-valor="protocolo"]').innerText()).trim();
  const chave = (await painel.locator('[data-valor="chave"]').innerText()).replace(/\s/g, '');

  const download = page.waitForEvent('download');
  await painel.getByRole('link', { name: 'Pôr na agenda do aparelho' }).click();
  const ics = await readFile(await (await download).path(), 'utf8');
  expect(ics).toContain(`UID:${protocolo}@atrio`);
  expect(ics).toContain(`DTSTART:${new Date(inicio).toISOString().replace(/[-:]|\.\d+/g, '')}`);
  expect(ics.replace(/\W/g, '')).not.toContain(chave.replace(/\W/g, ''));

  // The slot is somebody's now where there is one place only; here there are two, and it is offered once more at the most.
  await painel.getByLabel('Guardei o protocolo e a chave').check({ force: true });
  await painel.getByRole('button', { name: 'Voltar ao balcão' }).click();
  await expect(painel.locator('.situacao')).toContainText('Fechado agora');

  // The same protocol follows it, and cancels it.
  await page.goto(`${demo.url}acompanhar.html`);
  await tracker(page).getByLabel('Protocolo').fill(protocolo);
  await tracker(page).getByLabel('Chave').fill(chave);
  await tracker(page).getByRole('button', { name: 'Consultar' }).click();
  await expect(tracker(page)).toContainText(protocolo, { timeout: 20_000 });
  await tracker(page).getByRole('button', { name: /^(Cancelar|Desmarcar)/ }).first().click();
  await tracker(page).getByRole('button', { name: /^Sim/ }).click();
  await expect(tracker(page)).toContainText(/[Cc]ancelado|[Dd]esmarcado/, { timeout: 20_000 });
  expect(seen.problems).toEqual([]);
  expect([...seen.origins].sort()).toEqual([new URL(demo.url).origin, new URL(demo.backendUrl).origin].sort());
});

test('[BV-14] the answer is lost on the way: the same wish goes again, and one hour is booked', async ({ page, demo }) => {
  await fechar(page);
  let lost = 0;
  const keys: string[] = [];
  await page.route('**/v1/agendamentos', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    // Registered there, and never heard of here.
    if (lost++ === 0) {
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await abrir(page, demo.url);
  const painel = balcao(page);
  await painel.locator('.vaga input').nth(3).check({ force: true });
  await painel.getByLabel('Seu nome').fill('João Batista');
  await painel.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  await painel.getByRole('button', { name: 'Confirmar agendamento' }).click();
  await expect(painel).toContainText('Não sabemos se chegou', { timeout: 20_000 });
  await painel.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(painel.getByRole('heading', { name: 'Seu horário está marcado' })).toBeVisible({ timeout: 20_000 });
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
  await painel.getByLabel('Guardei o protocolo e a chave').check({ force: true });
});
