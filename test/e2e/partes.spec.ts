/** The counter on a bad network: a part of it that is late says so, one that does not come can be asked for again, and nothing asks without end. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test } from '../support/demo.ts';

const UNIDADE = 'central-atendimento';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const status = (page: Page): Locator => balcao(page).locator('.situacao');
const press = (page: Page, name: string): Promise<void> => balcao(page).getByRole('button', { name, exact: true }).click();
const FALHOU = 'Não foi possível abrir esta parte agora.';

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
}

/** A ticket of the queue, kept as this browser keeps it. */
async function guardar(page: Page, backendUrl: string): Promise<string> {
  const backend = backendUrl.replace(/\/$/, '');
  const response = await page.request.post(`${backend}/v1/unidades/${UNIDADE}/fila`, { headers: { 'idempotency-key': crypto.randomUUID() }, data: {} });
  expect(response.ok(), await response.text()).toBe(true);
  const { senha, ingresso } = (await response.json()) as { senha: string; ingresso: string };
  await page.evaluate(
    async ([unidade, value]) => {
      const court = (await (await fetch('tribunal.json')).json()) as { backend: { url: string } };
      localStorage.setItem(`atrio:senha:${new URL(court.backend.url, location.href).href}|${unidade}`, value!);
    },
    [UNIDADE, JSON.stringify({ senha, ingresso })],
  );
  return senha;
}

const chunkUrl = (name: string): RegExp => new RegExp(`/chunks/${name}-[\\w-]{7}\\.js`);

/** Loses every request for a chunk, and counts them. */
async function perder(page: Page, chunk: string): Promise<{ pedidos: number; volta(): Promise<void> }> {
  const url = chunkUrl(chunk);
  const perdido = { pedidos: 0, volta: () => page.unroute(url) };
  await page.route(url, async (route) => {
    perdido.pedidos += 1;
    await route.abort();
  });
  return perdido;
}

const quadros = (page: Page): Promise<void> => page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => next()))));

test('[BV-21] the screen of the end does not come: it is said, not asked for without end, and comes at a press', async ({ page, demo }) => {
  await open(page, demo.url);
  const senha = await guardar(page, demo.backendUrl);
  await open(page, demo.url);
  await expect(status(page)).toContainText(/A próxima vez é a sua|na sua frente/);
  const fim = await perder(page, 'fim');
  await press(page, 'Sair da fila');
  await press(page, 'Sim, sair da fila');
  await expect(balcao(page)).toContainText(FALHOU);
  await expect(status(page)).toContainText(`A senha ${senha} foi encerrada.`);
  const antes = fim.pedidos;
  await quadros(page);
  expect(fim.pedidos).toBe(antes);
  await fim.volta();
  await press(page, 'Tentar de novo');
  await expect(status(page)).toContainText('Você saiu da fila.');
});
