/** A message to a unit without video, in the demo court, under its strict policy: protocol, due date, and the same protocol follows it. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test, watch } from '../support/demo.ts';

test.describe.configure({ timeout: 120_000 });

const UNIDADE = 'posto-avancado';
const TEXTO = 'Quero saber se já saiu a decisão sobre a minha audiência de março.';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const tracker = (page: Page): Locator => page.locator('protocolo-tracker');

test('[BV-05] [BV-11] a unit without video takes a message, gives a protocol and a due date, and the protocol follows it', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(`${demo.url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
  const painel = balcao(page);
  await painel.getByRole('button', { name: 'Deixar uma mensagem' }).click();
  await expect(painel.getByRole('heading', { name: 'Deixar uma mensagem' })).toBeFocused();
  await expect(painel.locator('.nao-agora')).toContainText('A resposta sai em até 5 dias.');
  await expect(painel.locator('.nao-agora')).toContainText('fica guardada, a qualquer hora');

  // Nothing goes while something is wrong, and a reload loses nothing.
  await painel.getByLabel('Sua mensagem').fill(TEXTO);
  await painel.getByRole('button', { name: 'Enviar mensagem' }).click();
  await expect(painel.locator('[data-foco="erros"]')).toBeFocused();
  await page.reload();
  await ready(page);
  await painel.getByRole('button', { name: 'Deixar uma mensagem' }).click();
  await expect(painel.getByLabel('Sua mensagem')).toHaveValue(TEXTO);
  await painel.getByLabel('Seu nome').fill('Francisca Souza');
  await painel.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  await painel.getByRole('button', { name: 'Enviar mensagem' }).click();
  await expect(painel.getByRole('heading', { name: 'Recebemos sua mensagem' })).toBeFocused({ timeout: 20_000 });
  await expect(painel).toContainText('Resposta até');
  const protocolo = (await painel.locator('[data-valor="protocolo"]').innerText()).trim();
  const chave = (await painel.locator('[data-valor="chave"]').innerText()).replace(/\s/g, '');
  await painel.getByLabel('Guardei o protocolo e a chave').check({ force: true });

  await page.goto(`${demo.url}acompanhar.html`);
  await tracker(page).getByLabel('Protocolo').fill(protocolo);
  await tracker(page).getByLabel('Chave').fill(chave);
  await tracker(page).getByRole('button', { name: 'Consultar' }).click();
  await expect(tracker(page)).toContainText(protocolo, { timeout: 20_000 });
  await expect(tracker(page)).toContainText('Resposta até');
  expect(seen.problems).toEqual([]);
  expect([...seen.origins].sort()).toEqual([new URL(demo.url).origin, new URL(demo.backendUrl).origin].sort());
});
