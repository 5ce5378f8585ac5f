/** On a slow network each file that is learnt of from another is a round trip: where a person waits, all are asked for before any of them is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/lib/files.ts';
import { closure, type BuildGraph } from '../../scripts/lib/graph.ts';
import { weigh, type Budget } from '../../scripts/lib/size.ts';
import { readStamp } from '../../scripts/lib/stamp.ts';
import { expect, ready, test } from '../support/demo.ts';
import { prender } from '../support/prender.ts';
import { guardarSenha } from '../support/senha.ts';

test.use({ viewport: { width: 360, height: 740 } });

const graph = JSON.parse(readStamp('graph.json') ?? '{}') as BuildGraph;
const budgets = JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8')) as Budget[];
const KIT = /\/atrio\/[\d.]+\/(.+\.js)$/;
const QUEUE = 'central-atendimento';

/** The files that a budget counts. */
const filesOf = (name: string): string[] => Object.keys(weigh(graph, budgets.find((one) => one.name.startsWith(name))!, () => 1).files);

/** The file that is made for a source, and all it imports that the page of a counter does not have yet. */
const beside = (source: string): string[] => {
  const page = closure(graph, 'balcao-virtual.js');
  return closure(graph, ...Object.keys(graph).filter((file) => graph[file]!.source === source)).filter((file) => !page.includes(file));
};

/** What a page asks for from now on, kept on its way until it is let go. */
async function hold(page: Page, pattern: RegExp): Promise<{ asked: () => string[]; release: () => void }> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (pattern.test(request.url())) asked.push(KIT.exec(request.url())?.[1] ?? request.url());
  });
  return { asked: () => asked, release: await prender(page, pattern) };
}

const sorted = (files: readonly string[]): string[] => [...new Set(files)].sort();

test('the press that leads into the queue asks for all of its code, then for the questions beside the answer', async ({ page, demo }) => {
  // The page of the demo court has files of its own, for its webmaster.
  const all = new Set<string>();
  page.on('request', (request) => void all.add(KIT.exec(request.url())?.[1] ?? ''));
  await page.goto(`${demo.url}balcao.html?unidade=${QUEUE}`);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const code = await hold(page, KIT);
  await page.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect.poll(() => sorted(code.asked())).toEqual(sorted([...beside('src/elements/balcao-virtual/espera.ts'), ...beside('src/adapters/backend/counter.ts')]));
  const answer = await hold(page, /\/v1\/unidades\/[^/]+\/fila$/);
  code.release();
  await expect.poll(() => answer.asked()).toHaveLength(1);
  const there = [...beside('src/elements/balcao-virtual/espera.ts'), ...beside('src/adapters/backend/counter.ts')];
  const more = beside('src/elements/balcao-virtual/antes.ts').filter((file) => !there.includes(file));
  expect(more).not.toEqual([]);
  await expect.poll(() => more.filter((file) => !all.has(file))).toEqual([]);
  answer.release();
  await expect(page.getByRole('button', { name: 'Andamento de processo' })).toBeVisible();
});

test("the queue's screen comes back with a ticket in hand in one round trip of code", async ({ page, demo }) => {
  await page.goto(`${demo.url}balcao.html?unidade=${QUEUE}`);
  await ready(page);
  await guardarSenha(page, demo.backendUrl, QUEUE);
  const expected = filesOf("balcao-virtual from status to the queue's screen");
  const late = new RegExp(`/chunks/(?:${expected.map((file) => file.replace(/^chunks\/|\.js$/g, '')).join('|')})\\.js$`);
  const code = await hold(page, late);
  await page.reload();
  await expect.poll(() => sorted(code.asked())).toEqual(sorted(expected));
  code.release();
  await expect(page.getByText(/A próxima vez é a sua|na sua frente/).first()).toBeVisible();
});

test("a call asks for all of its code, and for the server's script beside the ticket", async ({ page, demo }) => {
  await page.goto(`${demo.url}balcao.html`);
  const balcao = page.locator('balcao-virtual[unidade="plantao-judiciario"]');
  const button = balcao.getByRole('button', { name: 'Chamar por vídeo' });
  await expect(button).toBeVisible();
  await page.waitForLoadState('networkidle');
  const code = await hold(page, KIT);
  const ticket = await hold(page, /\/v1\/unidades\/[^/]+\/fila$/);
  await button.click();
  await expect.poll(() => sorted(code.asked())).toEqual(sorted(filesOf('balcao-virtual from status to call')));
  const script = page.waitForRequest('**/external_api.js');
  code.release();
  await script;
  await expect.poll(() => ticket.asked()).toHaveLength(1);
  ticket.release();
  await expect(balcao.frameLocator('iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
});

test('a call whose script was asked for ahead and did not come asks for it again', async ({ page, demo }) => {
  let lost = 0;
  await page.route('**/external_api.js', async (route) => {
    lost += 1;
    await route.abort();
  });
  await page.goto(`${demo.url}balcao.html`);
  const balcao = page.locator('balcao-virtual[unidade="plantao-judiciario"]');
  await balcao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect(balcao.frameLocator('iframe').getByRole('button', { name: 'Admitir' })).toBeVisible();
  expect(lost).toBeGreaterThan(0);
});

test('the figures of the ouvidoria ask for all of their code, the client with it', async ({ page, demo }) => {
  const code = await hold(page, /\/atrio\/[\d.]+\/chunks\/.+\.js$/);
  await page.goto(`${demo.url}estatisticas.html`, { waitUntil: 'commit' });
  await expect.poll(() => sorted(code.asked())).toEqual(sorted(filesOf('ouvidoria-stats').filter((file) => file.startsWith('chunks/'))));
  code.release();
  await expect(page.locator('ouvidoria-stats').getByRole('combobox', { name: 'Período' }).first()).toBeVisible();
});

for (const [tag, where] of [
  ['audiencia-room', 'audiencia.html'],
  ['audiencia-recording', 'gravacao.html'],
] as const) {
  test(`<${tag}>, which few pages have, asks for all of its code once it knows where it is`, async ({ page, demo }) => {
    const code = await hold(page, /\/atrio\/[\d.]+\/chunks\/.+\.js$/);
    await page.goto(`${demo.url}${where}`, { waitUntil: 'commit' });
    await expect.poll(() => sorted(code.asked())).toEqual(sorted(closure(graph, `${tag}.js`).slice(1)));
    code.release();
    await expect(page.locator(tag).getByRole('heading').first()).toBeVisible();
  });
}

test('who types a protocol has the client and what shows the case on their way', async ({ page, demo }) => {
  await page.goto(`${demo.url}acompanhar.html`);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const code = await hold(page, KIT);
  await page.getByLabel('Protocolo').fill('2026');
  const made = ['src/adapters/backend/http.ts', 'src/elements/protocolo-tracker/vida.ts'].map((source) => Object.keys(graph).find((file) => graph[file]!.source === source)!);
  await expect.poll(() => code.asked()).toEqual(expect.arrayContaining(made));
  code.release();
});

test('without a network, typing a protocol asks for nothing: an older browser would remember that it failed', async ({ page, demo, context }) => {
  await page.goto(`${demo.url}acompanhar.html`);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const code = await hold(page, KIT);
  await context.setOffline(true);
  await page.getByLabel('Protocolo').fill('2026');
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect(code.asked()).toEqual([]);
  await context.setOffline(false);
  await page.getByLabel('Protocolo').fill('20261');
  await expect.poll(() => code.asked().length).toBeGreaterThan(0);
  const first = code.asked();
  expect(first).toEqual([...new Set(first)]);
  code.release();
});
