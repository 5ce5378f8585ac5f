/** Anonymous for real: what stays on the device, what goes over the wire, what is in the database, and the way out of the page. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { armor, Decrypter } from 'age-encryption';
import { startDemo } from '../../demo/server.ts';
import { expect, test, watch } from '../support/demo.ts';
import { registrar, ver } from '../support/vida.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const RELATO = 'Vi cobranca de dinheiro para marcar audiencia no balcao.';
const QUEM = 'Fulano de Tal, turno da manha';
const SAIDA = 'https://portal.inmet.gov.br/';
const PROTOCOLO = /\d{4}\.\d{6}-\d/;

const choose = (page: Page, name: string) => page.getByText(name, { exact: true }).click();
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();
/** Everything of the page that outlives it: storages, the entry of the history, its title and address. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, document.title, location.href, document.cookie]));

async function write(page: Page): Promise<void> {
  await page.getByLabel('Seu relato').fill(RELATO);
  await page.getByLabel('Quem participou?').fill(QUEM);
  await next(page);
  await step(page, 'Quem é você');
}

async function toReview(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const denuncia = page.getByRole('radio', { name: 'Denunciar' });
  await denuncia.check({ force: true });
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await write(page);
  const anonima = page.getByRole('radio', { name: 'Sem me identificar' });
  await anonima.check({ force: true });
  await next(page);
  await step(page, 'Revise e envie');
  await choose(page, 'Li e entendi como meus dados serão usados');
}

const send = (page: Page) => page.getByRole('button', { name: 'Enviar manifestação' }).click();

/** Every request of a context, with the headers that really go out. */
function listen(context: BrowserContext): Request[] {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  return requests;
}

async function decipher(cifrado: string): Promise<unknown> {
  const file = await readFile(new URL('../../demo/chaves/ouvidoria-demo.age.txt', import.meta.url), 'utf8');
  const decrypter = new Decrypter();
  decrypter.addIdentity(/^AGE-SECRET-KEY-\S+$/m.exec(file)![0]);
  return JSON.parse(await decrypter.decrypt(armor.decode(cifrado), 'text'));
}

test('[OUV-15] what is written leaves the device encrypted, goes to the court alone, and stays nowhere', async ({ page, demo, context }) => {
  const seen = await watch(page);
  const requests = listen(context);
  await toReview(page, `${demo.url}ouvidoria.html`);
  await expect(page.getByText('sai cifrado deste aparelho')).toBeVisible();
  const before = requests.length;
  await send(page);
  const receipt = page.getByText(PROTOCOLO).first();
  await expect(receipt).toBeVisible();
  const protocolo = PROTOCOLO.exec((await receipt.textContent())!)![0];
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
  for (const words of [RELATO, QUEM, 'anonima', 'denuncia']) expect(await kept(page)).not.toContain(words);
  expect([...seen.origins].sort()).toEqual([new URL(demo.url).origin, new URL(demo.backendUrl).origin].sort());
  const posts = requests.slice(before).filter((request) => request.method() === 'POST');
  expect(posts).toHaveLength(1);
  expect(posts[0]!.postData()).not.toMatch(/dinheiro|Fulano/);
  expect((await posts[0]!.allHeaders())['referer']).toBeUndefined();
  expect((await posts[0]!.allHeaders())['cookie']).toBeUndefined();
  const caso = await ver(demo, 'ana', protocolo);
  expect(JSON.stringify(caso)).not.toMatch(/dinheiro|Fulano/);
  expect(await decipher(String(caso.conteudo['cifrado']))).toEqual({ relato: RELATO, envolvidos: QUEM });
  expect(seen.problems).toEqual([]);
});

test('[OUV-15] in a window of its own nothing of the page it came from is known, and the server says to keep nothing', async ({ page, demo, context }) => {
  await page.goto(`${demo.url}ouvidoria.html`);
  await page.getByRole('radio', { name: 'Denunciar' }).check({ force: true });
  await next(page);
  const requests = listen(context);
  const [alone] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'janela só dele' }).click()]);
  await alone.waitForLoadState('networkidle');
  expect(await alone.evaluate(() => [window.opener, document.referrer, document.title, history.length])).toEqual([null, '', 'Formulário', 1]);
  const response = await alone.request.get(`${demo.url}denuncia.html`);
  expect(response.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'cross-origin-opener-policy': 'same-origin' });
  await expect(alone.getByRole('radio', { name: 'Denunciar' })).toBeChecked();
  await next(alone);
  await step(alone, 'Conte o que aconteceu');
  await write(alone);
  await expect(alone.getByRole('radio', { name: 'Sem me identificar' })).toBeChecked();
  await next(alone);
  await step(alone, 'Revise e envie');
  await choose(alone, 'Li e entendi como meus dados serão usados');
  await send(alone);
  await expect(alone.getByText(PROTOCOLO).first()).toBeVisible();
  expect(await alone.evaluate(() => history.length)).toBe(1);
  expect(requests.length).toBeGreaterThan(5);
  for (const request of requests.filter((sent) => sent.frame().page() === alone)) {
    // A file of the kit that asks for another says its own address, and no page ever does.
    expect((await request.allHeaders())['referer'] ?? '', request.url()).toMatch(/^$|\/atrio\/[^?]+\.js$/);
    expect([new URL(demo.url).origin, new URL(demo.backendUrl).origin]).toContain(new URL(request.url()).origin);
  }
});

test('[OUV-15] when it cannot be encrypted nothing is sent, until the person says to send it in clear', async ({ page, demo, context }) => {
  await page.route('**/chunks/age-*', (route) => route.abort());
  const requests = listen(context);
  const posts = () => requests.filter((request) => request.method() === 'POST' && request.url().endsWith('/v1/manifestacoes'));
  await toReview(page, `${demo.url}ouvidoria.html`);
  await send(page);
  await expect(page.getByText('Nada foi enviado.')).toBeVisible();
  expect(posts()).toHaveLength(0);
  await choose(page, 'Enviar assim mesmo, sem cifrar');
  await page.getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(page.getByText(PROTOCOLO).first()).toBeVisible();
  expect(posts()).toHaveLength(1);
  expect(JSON.parse(posts()[0]!.postData()!)).toMatchObject({ relato: RELATO, identificacao: { modo: 'anonima' } });
});

test('[OUV-15] the database alone reveals nothing of an encrypted report', async ({ page }) => {
  test.setTimeout(120_000);
  const dataDir = await mkdtemp(join(tmpdir(), 'atrio-cifra-'));
  const demo = await startDemo({ port: 0, dataDir });
  try {
    await toReview(page, `${demo.url}ouvidoria.html`);
    await send(page);
    await expect(page.getByText(PROTOCOLO).first()).toBeVisible();
    // What tells that the search would find it: the words of a report that was not encrypted.
    await registrar(demo, 'manifestacoes', {
      tipo: 'denuncia',
      relato: 'Texto de controle que foi registrado as claras.',
      identificacao: { modo: 'preservada', nome: 'Maria', contato: { alternativo: 'Abrigo' } },
      privacidade: { versao: '2026-11', aceito: true },
    });
  } finally {
    await demo.close();
  }
  const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const found = { controle: false, cifrado: false, relato: false, quem: false };
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    found.controle ||= bytes.includes('Texto de controle que foi registrado');
    found.cifrado ||= bytes.includes('BEGIN AGE ENCRYPTED FILE');
    found.relato ||= bytes.includes('cobranca de dinheiro');
    found.quem ||= bytes.includes('Fulano de Tal');
  }
  await rm(dataDir, { recursive: true, force: true });
  expect(found).toEqual({ controle: true, cifrado: true, relato: false, quem: false });
});

/** Waits for the page of the exit, which the test answers itself, and gives the request that asked for it. */
async function exits(page: Page, leave: () => Promise<void>): Promise<Request> {
  await page.route(`${SAIDA}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Tempo</title><p>Sol</p>' }));
  const [request] = await Promise.all([page.waitForRequest(SAIDA), leave()]);
  await expect(page.getByText('Sol')).toBeVisible();
  return request;
}

async function writing(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('radio', { name: 'Denunciar' }).check({ force: true });
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await write(page);
}

test('[OUV-19] the quick exit is in reach on a small phone, leads away without a referrer, and Back finds an empty form', async ({ page, demo }) => {
  await writing(page, `${demo.url}ouvidoria.html`);
  await page.getByRole('radio', { name: 'Sem me identificar' }).check({ force: true });
  await page.getByRole('button', { name: 'Voltar', exact: true }).scrollIntoViewIfNeeded();
  const button = page.getByRole('link', { name: 'Sair agora' });
  await expect(button).toBeInViewport({ ratio: 1 });
  const entries = await page.evaluate(() => history.length);
  const request = await exits(page, () => button.click());
  expect((await request.allHeaders())['referer']).toBeUndefined();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('ouvidoria-form h2')).toBeVisible();
  expect(await page.locator('ouvidoria-form').evaluate((form) => form.shadowRoot!.textContent)).not.toContain('dinheiro');
  for (const field of await page.locator('ouvidoria-form textarea').all()) expect(await field.inputValue()).toBe('');
  expect(await kept(page)).not.toContain('dinheiro');
});

test('[OUV-19] Esc three times leaves too, wherever the focus is, and although the page around is broken', async ({ page, demo }) => {
  await page.addInitScript(() => {
    // A dialog of the court's page that keeps Esc for itself, storage that refuses, and a script that fails.
    addEventListener('keydown', (event) => event.key === 'Escape' && event.stopImmediatePropagation());
    Storage.prototype.removeItem = () => {
      throw new Error('refused');
    };
    addEventListener('click', () => {
      throw new Error('script of the page');
    });
  });
  await writing(page, `${demo.url}ouvidoria.html`);
  await page.getByRole('radio', { name: 'Com meu nome', exact: true }).check({ force: true });
  await page.getByLabel('Nome completo').fill('Maria');
  await exits(page, async () => {
    for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
  });
});

test('[OUV-19] Esc is left alone where there is nothing to hide', async ({ page, demo }) => {
  await page.goto(`${demo.url}ouvidoria.html`);
  await page.getByRole('radio', { name: 'Elogiar' }).check({ force: true });
  for (let times = 0; times < 4; times++) await page.keyboard.press('Escape');
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await expect(page.getByRole('link', { name: 'Sair agora' })).toHaveCount(0);
});

test('[OUV-02] a requisition about personal data goes to the encarregado with the right that was chosen', async ({ page, demo }) => {
  await page.goto(`${demo.url}ouvidoria.html`);
  await page.getByText('Não sabe qual escolher').click();
  await page.getByRole('button', { name: 'Ver, corrigir ou apagar meus dados pessoais' }).click();
  await page.getByRole('button', { name: 'Pedir uma providência' }).click();
  await step(page, 'Conte o que aconteceu');
  await expect(page.getByText('encarregado@tribunal.example')).toBeVisible();
  await choose(page, 'Corrigir um dado errado ou velho');
  await page.getByLabel('Seu relato').fill('Meu endereço está errado no cadastro do tribunal.');
  await next(page);
  await step(page, 'Quem é você');
  await page.getByLabel('Nome completo').fill('Maria das Dores');
  await choose(page, 'Outro jeito');
  await page.getByLabel('Como encontramos você?').fill('Centro POP da Ribeira');
  await next(page);
  await step(page, 'Revise e envie');
  await choose(page, 'Li e entendi como meus dados serão usados');
  await send(page);
  const receipt = page.getByText(PROTOCOLO).first();
  await expect(receipt).toBeVisible();
  const caso = await ver(demo, 'ana', PROTOCOLO.exec((await receipt.textContent())!)![0]);
  expect(caso).toMatchObject({ tema: 'lgpd', conteudo: { direito: 'correcao' } });
});
