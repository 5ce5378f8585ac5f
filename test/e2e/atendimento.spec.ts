/** An attendant of the demo court at work, by keyboard alone: signs in, calls, serves, passes on, ends; and the citizens hear of it. */
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import type { FilaInput, SenhaFila, SituacaoFila } from '../../src/contract/fila.ts';
import type { Demo } from '../../demo/server.ts';
import { expect, test, watch, type Watch } from '../support/demo.ts';

const UNIDADE = 'central-atendimento';

async function call<T>(demo: Demo, path: string, options: { method?: string; body?: unknown; bearer?: string } = {}): Promise<T> {
  const response = await fetch(new URL(`v1/${path}`, demo.backendUrl.replace(/\/?$/, '/')), {
    method: options.method ?? 'GET',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(options.bearer ? { authorization: `Bearer ${options.bearer}` } : {}) },
    ...(options.method === 'POST' ? { body: JSON.stringify(options.body ?? {}) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const chegar = (demo: Demo, body: FilaInput): Promise<SenhaFila> => call(demo, `unidades/${UNIDADE}/fila`, { method: 'POST', body });
const situacao = (demo: Demo, { ingresso }: SenhaFila): Promise<SituacaoFila> => call(demo, 'fila', { bearer: ingresso });

interface Desk {
  page: Page;
  seen: Watch;
  console: Locator;
}

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const labels = (element as HTMLInputElement | null)?.labels;
      return (labels?.length ? labels[0]!.textContent : element?.textContent)?.trim() ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`no ${String(name)} by ${key}`);
}

/** An attendant at a desk of 1280 px, signed in without a mouse. */
async function sit(browser: Browser, demo: Demo, conta: RegExp, viewport = { width: 1280, height: 800 }): Promise<Desk> {
  const context = await browser.newContext({ viewport, locale: 'pt-BR', timezoneId: 'America/Fortaleza', permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(`${demo.url}atendimento.html`);
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await tabTo(page, /^Entrar$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Com que conta/ })).toBeVisible();
  await tabTo(page, conta);
  await page.keyboard.press('Enter');
  const console = page.locator('balcao-attendant');
  await expect(console.getByRole('button', { name: /^Chamar próximo/ })).toBeVisible({ timeout: 30_000 });
  return { page, seen, console };
}

test.describe.configure({ timeout: 120_000 });

test('[BV-06] [BV-12] [BV-13] an attendant calls, serves, passes on and ends, by keyboard alone, and the people hear of it', async ({ browser, demo }) => {
  const primeira = await chegar(demo, { nome: 'Maria', assunto: 'Andamento de processo' });
  const segunda = await chegar(demo, { nome: 'João', assunto: 'Outro assunto' });
  const { page, seen, console: mesa } = await sit(browser, demo, /^Teresa/);
  // The code of the sign-in is not in the address any more, and the token is nowhere but in memory.
  expect(page.url()).toBe(`${demo.url}atendimento.html`);
  expect(await page.evaluate(() => Object.values({ ...sessionStorage, ...localStorage }).filter((value) => /ey[\w-]+\.ey/.test(String(value))))).toEqual([]);

  const rows = mesa.getByRole('row');
  await expect(rows.filter({ hasText: 'Maria' })).toBeVisible();
  await expect(rows.filter({ hasText: 'João' })).toBeVisible();
  expect((await rows.allTextContents()).findIndex((text) => text.includes('Maria'))).toBeLessThan((await rows.allTextContents()).findIndex((text) => text.includes('João')));

  await page.keyboard.press('c');
  await expect(mesa.getByRole('heading', { name: `Senha ${primeira.senha}` })).toBeFocused();
  await expect(mesa.locator('.situacao')).toContainText(/A pessoa tem [12]:\d\d para entrar/);
  const chamada = await situacao(demo, primeira);
  expect(chamada.estado).toBe('chamada');
  expect(chamada.atendente?.nome).toBe('Teresa Lima');

  // Nobody is missing while the first window runs.
  await page.keyboard.press('f');
  await expect(mesa.getByRole('button', { name: /^Não veio/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(mesa.locator('.formulario')).toHaveCount(0);

  await call(demo, 'fila/entrada', { method: 'POST', bearer: primeira.ingresso });
  await expect(mesa.locator('.situacao')).toContainText('Em atendimento');

  await page.keyboard.press('v');
  await expect(mesa.locator('.quadro iframe')).toBeVisible();
  await expect(mesa.getByRole('heading', { name: /^Sala de vídeo/ })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.type('Quer saber do alvará: c, e, t não são atalhos aqui.');
  await expect(mesa.getByText('Salvas.')).toBeVisible();
  // Out of the notes, by the way one came.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('e');
  await page.keyboard.type('O alvará sai em 5 dias.');
  await tabTo(page, /^Encerrar atendimento$/);
  await page.keyboard.press('Enter');
  await expect(mesa.getByRole('button', { name: /^Chamar próximo/ })).toBeFocused();
  const fim = await situacao(demo, primeira);
  expect(fim.estado).toBe('encerrada');
  expect(fim.fim).toMatchObject({ motivo: 'atendida', combinado: 'O alvará sai em 5 dias.' });

  // The next one is of another unit.
  await page.keyboard.press('c');
  await expect(mesa.getByRole('heading', { name: `Senha ${segunda.senha}` })).toBeFocused();
  const antes = await situacao(demo, segunda);
  await page.keyboard.press('t');
  await expect(mesa.getByLabel('Procurar unidade')).toBeFocused();
  await page.keyboard.type('central de familia');
  await tabTo(page, /Central de Família/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Transferir$/);
  await page.keyboard.press('Enter');
  await expect(mesa.getByRole('button', { name: /^Chamar próximo/ })).toBeFocused();
  const depois = await situacao(demo, segunda);
  expect(depois).toMatchObject({ unidadeId: 'central-familia', estado: 'aguardando', entrouEm: antes.entrouEm });

  // Paused with a reason, and open again.
  await page.keyboard.press('p');
  await page.keyboard.type('Reunião da equipe');
  await page.keyboard.press('Enter');
  await expect(mesa.getByText('Reunião da equipe. Pausado por Teresa Lima')).toBeVisible();
  await page.keyboard.press('p');
  await expect(mesa.getByText('Balcão pausado', { exact: true })).toHaveCount(0);

  await page.keyboard.press('?');
  await expect(mesa.getByRole('dialog', { name: 'Atalhos e avisos' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(mesa.getByRole('button', { name: /^Atalhos e avisos/ })).toBeFocused();
  expect(seen.problems).toEqual([]);
  await page.context().close();
});

test('[BV-06] [BV-13] two attendants of one unit see each other, and one comes into the other\'s call', async ({ browser, demo }) => {
  const pessoa = await chegar(demo, { nome: 'Rosa' });
  const teresa = await sit(browser, demo, /^Teresa/);
  const marcos = await sit(browser, demo, /^Marcos/, { width: 360, height: 740 });
  await expect(marcos.console.getByRole('row').filter({ hasText: 'Rosa' })).toBeVisible();
  expect(await marcos.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await teresa.page.keyboard.press('c');
  await expect(teresa.console.getByRole('heading', { name: `Senha ${pessoa.senha}` })).toBeFocused();
  await expect(marcos.console.getByRole('row').filter({ hasText: 'Rosa' })).toContainText('Com Teresa Lima');

  await teresa.page.keyboard.press('i');
  await teresa.page.keyboard.type('central de familia');
  await tabTo(teresa.page, /Central de Família/);
  await teresa.page.keyboard.press('Space');
  await tabTo(teresa.page, /^Recado/);
  await teresa.page.keyboard.type('Dúvida sobre guarda');
  await teresa.page.keyboard.press('Enter');
  await expect(teresa.console.getByRole('heading', { name: `Senha ${pessoa.senha}` })).toBeFocused();
  await expect(marcos.console.getByText(/^Teresa Lima .*convidou você/)).toBeVisible({ timeout: 30_000 });
  await expect(marcos.console.getByText('“Dúvida sobre guarda”')).toBeVisible();
  await marcos.page.keyboard.press('a');
  await expect(marcos.console.locator('.quadro iframe')).toBeVisible();
  await expect(marcos.console.getByRole('heading', { name: 'Sala do colega' })).toBeFocused();

  await call(demo, 'fila/entrada', { method: 'POST', bearer: pessoa.ingresso });
  await expect(teresa.console.locator('.situacao')).toContainText('Em atendimento');
  await teresa.page.keyboard.press('e');
  await tabTo(teresa.page, /^Encerrar atendimento$/);
  await teresa.page.keyboard.press('Enter');
  await expect(teresa.console.getByRole('button', { name: /^Chamar próximo/ })).toBeFocused();
  expect([...teresa.seen.problems, ...marcos.seen.problems]).toEqual([]);
  await teresa.page.context().close();
  await marcos.page.context().close();
});
