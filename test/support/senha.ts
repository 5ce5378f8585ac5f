import type { Page } from '@playwright/test';
import { expect } from './demo.ts';

/** Name under which a page of the demo court keeps the ticket of a counter. */
export const nomeDaSenha = (page: Page, unidade: string): Promise<string> =>
  page.evaluate(async (id) => {
    const court = (await (await fetch('tribunal.json')).json()) as { backend: { url: string } };
    return `atrio:senha:${new URL(court.backend.url, location.href).href}|${id}`;
  }, unidade);

/** Takes a ticket of a queue, and keeps it as the browser of the page does. */
export async function guardarSenha(page: Page, backendUrl: string, unidade: string): Promise<string> {
  const backend = backendUrl.replace(/\/$/, '');
  const response = await page.request.post(`${backend}/v1/unidades/${unidade}/fila`, { headers: { 'idempotency-key': crypto.randomUUID() }, data: {} });
  expect(response.ok(), await response.text()).toBe(true);
  const { senha, ingresso } = (await response.json()) as { senha: string; ingresso: string };
  await page.evaluate(([name, value]) => localStorage.setItem(name!, value!), [await nomeDaSenha(page, unidade), JSON.stringify({ senha, ingresso })]);
  return senha;
}
