/** What scripts/size-budgets.json counts of a journey is what a browser fetches on the way: no file more, no file less. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/lib/files.ts';
import { closure, type BuildGraph } from '../../scripts/lib/graph.ts';
import { weigh, type Budget } from '../../scripts/lib/size.ts';
import { readStamp } from '../../scripts/lib/stamp.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import { expect, ready, test } from '../support/demo.ts';
import { guardarSenha } from '../support/senha.ts';

test.use({ viewport: { width: 360, height: 740 } });

const graph = JSON.parse(readStamp('graph.json') ?? '{}') as BuildGraph;
const budgets = JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8')) as Budget[];

/** The files of the kit that a page asks for, filled as it does. */
function fetched(page: Page): Set<string> {
  const files = new Set<string>();
  page.on('request', (request) => {
    const file = /\/atrio\/[\d.]+\/(.+\.js)$/.exec(request.url())?.[1];
    if (file) files.add(file);
  });
  return files;
}

/** What explains a court file to whoever makes it comes on a local name alone. */
const EXPLAINS = 'src/controllers/court-explain.ts';

/**
 * Compares with what a budget counts.
 * @param beside sources of what the demo's page asks for, and others need not
 */
function expectCounted(files: ReadonlySet<string>, name: string, ...beside: string[]): void {
  const budget = budgets.find((one) => one.name.startsWith(name))!;
  const counted = new Set([...Object.keys(weigh(graph, budget, () => 1).files), ...closure(graph, ...(budget.base ?? [])).filter((file) => !graph[file]!.named)]);
  const other = new Set(closure(graph, ...Object.keys(graph).filter((file) => [EXPLAINS, ...beside].includes(graph[file]!.source ?? ''))));
  expect([...counted].filter((file) => !files.has(file)), 'counted and not fetched').toEqual([]);
  expect([...files].filter((file) => !counted.has(file) && !other.has(file)), 'fetched and not counted').toEqual([]);
}

/** The demo's court without what a court may add to its forms. */
async function plain(page: Page): Promise<void> {
  await page.route('**/tribunal.json', async (route) => {
    const response = await route.fetch();
    const { ouvidoria, sic, ...court } = (await response.json()) as TribunalInput;
    for (const service of [ouvidoria, sic]) delete service?.perguntas;
    delete ouvidoria?.temas;
    await route.fulfill({ response, json: { ...court, ouvidoria, sic } });
  });
}

const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();
const tick = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name }).check({ force: true });

/** The receipt, with the files that it offers. */
async function receipt(page: Page): Promise<void> {
  await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Pôr o prazo na agenda' })).toBeVisible();
}

test('a manifestation, from the page to the receipt', async ({ page, demo }) => {
  const files = fetched(page);
  await plain(page);
  await page.goto(`${demo.url}ouvidoria.html`);
  await page.getByText('Reclamar', { exact: true }).click();
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await page.getByLabel('Seu relato').fill('Esperei duas horas no balcão e ninguém me chamou.');
  await expect(page.getByRole('button', { name: 'Escolher arquivos' })).toBeVisible();
  await next(page);
  await step(page, 'Quem é você');
  await page.getByText('Com meu nome', { exact: true }).click();
  await page.getByLabel('Nome completo').fill('João Pereira');
  await tick(page, 'E-mail');
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');
  await next(page);
  await step(page, 'Revise e envie');
  await tick(page, /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await receipt(page);
  // Of the attribute `balcao`.
  expectCounted(files, 'ouvidoria-form until sent', 'src/elements/ouvidoria-form/ouvidoria-form.aberto.ts');
});

test('a request for information, from the page to the receipt', async ({ page, demo }) => {
  const files = fetched(page);
  await plain(page);
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Quantas audiências foram marcadas em 2025 na comarca de Caicó?');
  await next(page);
  await step(page, 'Quem é você');
  await page.getByLabel('Nome completo').fill('João Pereira');
  await page.getByLabel('CPF').fill('52998224725');
  await page.getByLabel('Número do documento de identidade').fill('1234567');
  await tick(page, 'E-mail');
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');
  await next(page);
  await step(page, 'Como quer receber');
  await next(page);
  await step(page, 'Revise e envie');
  await tick(page, /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar pedido' }).click();
  await receipt(page);
  expectCounted(files, 'sic-request until sent');
});

test('a call, from the status to the room', async ({ page, demo }) => {
  const files = fetched(page);
  await page.goto(`${demo.url}balcao.html`);
  const balcao = page.locator('balcao-virtual[unidade="plantao-judiciario"]');
  await balcao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect(balcao.frameLocator('iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
  expectCounted(files, 'balcao-virtual from status to call');
});

test("the queue's screen, with a ticket in hand", async ({ page, demo }) => {
  const unidade = 'central-atendimento';
  await page.goto(`${demo.url}balcao.html?unidade=${unidade}`);
  await ready(page);
  await guardarSenha(page, demo.backendUrl, unidade);
  const files = fetched(page);
  await page.reload();
  await expect(page.getByText(/A próxima vez é a sua|na sua frente/).first()).toBeVisible();
  expectCounted(files, "balcao-virtual from status to the queue's screen");
});
