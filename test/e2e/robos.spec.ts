/** The proof of work against robots, under the strict policy: nobody notices it, and without it nothing is taken. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { startBackend, type Backend } from '../../demo/backend/main.ts';
import { courtFileFor, demoCourtFile } from '../../demo/court-site.ts';
import { silentLog } from '../../demo/backend/log.ts';
import { expect, test as demoTest, watch } from '../support/demo.ts';
import { startSiteAlheio, type SiteAlheio } from '../support/site-alheio.ts';

interface Mundo {
  site: SiteAlheio;
  backend: Backend;
  /** Shown to the backend's clock. */
  tempo: { adiante: number };
}

const test = base.extend<object, { mundo: Mundo }>({
  mundo: [
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'atrio-robos-'));
      const tempo = { adiante: 0 };
      const onde = { backend: '' };
      const site = await startSiteAlheio(() => onde.backend);
      const tribunal = { ...courtFileFor(await demoCourtFile(), { videoDomain: 'localhost:9', insecureVideo: true }), protecao: { altcha: true } };
      const backend = await startBackend({ dataDir, tribunal, origins: [new URL(site.url).origin], clock: () => Date.now() + tempo.adiante, log: silentLog, env: {}, custoDesafio: 2_000 });
      onde.backend = backend.url;
      site.mudar({ protecao: { altcha: true }, backend: { tipo: 'atrio', url: backend.url } });
      await use({ site, backend, tempo });
      await backend.close();
      await site.close();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const pick = (page: Page, role: 'radio' | 'checkbox', name: string | RegExp) => page.getByRole(role, { name, exact: true }).check({ force: true });
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();
const recebido = (page: Page) => expect(page.getByRole('heading', { name: 'Recebemos sua manifestação' })).toBeFocused();

async function antesDoFim(page: Page): Promise<void> {
  await pick(page, 'radio', 'Elogiar');
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await page.getByLabel('Seu relato').fill('Fui muito bem atendido no balcão, com paciência e clareza.');
  await next(page);
  await step(page, 'Quem é você');
  await pick(page, 'radio', 'Com meu nome');
  await page.getByLabel('Nome completo').fill('Maria da Silva');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
}
const desafios = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/desafio')) asked.push(request.method());
  });
  return asked;
};

test('it is asked for when the last step opens, solved without a violation, and sent with the manifestation', async ({ page, mundo: { site, backend } }) => {
  const seen = await watch(page);
  const asked = desafios(page);
  await page.goto(`${site.url}ouvidoria.html`);
  await antesDoFim(page);
  expect(asked).toEqual([]);
  await Promise.all([page.waitForResponse(`${backend.url}/v1/desafio`), next(page)]);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  const [request] = await Promise.all([page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith('/v1/manifestacoes')), page.getByRole('button', { name: 'Enviar manifestação' }).click()]);
  const solution = JSON.parse(Buffer.from((await request.allHeaders())['altcha']!, 'base64').toString()) as Record<string, unknown>;
  expect(Object.keys(solution).sort()).toEqual(['algorithm', 'challenge', 'number', 'salt', 'signature']);
  await recebido(page);
  expect(asked).toEqual(['GET']);
  expect(seen.problems).toEqual([]);
  expect([...seen.origins].sort()).toEqual([new URL(site.url).origin, new URL(backend.url).origin].sort());
});

test('a challenge that ended while the person was away is replaced by itself', async ({ page, mundo: { site, backend, tempo } }) => {
  const asked = desafios(page);
  await page.goto(`${site.url}ouvidoria.html`);
  await antesDoFim(page);
  await Promise.all([page.waitForResponse(`${backend.url}/v1/desafio`), next(page)]);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  tempo.adiante += 3_600_000;
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await recebido(page);
  expect(asked).toEqual(['GET', 'GET']);
});

test('the page stays awake while the work is done', async ({ page, mundo: { site, backend } }) => {
  await page.goto(`${site.url}ouvidoria.html`);
  await antesDoFim(page);
  await page.evaluate(() => {
    const tarefas: number[] = [];
    (window as unknown as { tarefas: number[] }).tarefas = tarefas;
    new PerformanceObserver((list) => tarefas.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });
  // A challenge whose number lies at the end: the work is the longest there can be.
  const salt = 'a'.repeat(24) + '?expires=9999999999&';
  const challenge = await page.evaluate(
    async (text) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    `${salt}19999`,
  );
  await page.route(`${backend.url}/v1/desafio`, (route) => route.fulfill({ json: { algorithm: 'SHA-256', challenge, salt, maxnumber: 20_000, signature: '0' }, headers: { 'access-control-allow-origin': new URL(site.url).origin } }));
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/manifestacoes'));
  await next(page);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await sent;
  const long = await page.evaluate(() => (window as unknown as { tarefas: number[] }).tarefas.filter((duration) => duration > 200));
  expect(long).toEqual([]);
});

test('who does not do the work is refused', async ({ request, mundo: { backend } }) => {
  const body = { tipo: 'elogio', relato: 'Um robô que elogia sem ter feito conta nenhuma.', identificacao: { modo: 'identificada', nome: 'Robô', contato: { alternativo: 'Nenhum, sou um robô' } }, privacidade: { versao: '1', aceito: true } };
  const answer = await request.post(`${backend.url}/v1/manifestacoes`, { data: body, headers: { 'idempotency-key': 'robo-robo-robo-robo-1' } });
  expect(answer.status()).toBe(403);
  expect(((await answer.json()) as { type: string }).type).toContain('desafio-invalido');
});

demoTest('a court that does not ask for it: nothing of it is asked for, not even its code', async ({ page, demo }) => {
  const asked = desafios(page);
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await page.goto(`${demo.url}ouvidoria.html`);
  await antesDoFim(page);
  await next(page);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await recebido(page);
  expect(asked).toEqual([]);
  expect(scripts.filter((url) => /altcha/.test(url))).toEqual([]);
});
