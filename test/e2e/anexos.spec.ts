/** Attachments in a real browser, from the hand to the disk of the backend. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startDemo, type Demo } from '../../demo/server.ts';
import { badNetwork } from '../support/bad-network.ts';
import { expect, test as base, watch } from '../support/demo.ts';
import { jpegSegmentos, SEGREDOS } from '../support/photos.ts';
import { freshPglite } from '../support/pglite.ts';
import { JPEG, PDF } from '../support/tus.ts';

/** A demo whose folder of attachments the test can look into. */
const test = base.extend<object, { demo: Demo; pasta: string }>({
  pasta: [
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'atrio-anexos-e2e-'));
      await use(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ pasta }, use) => {
      await freshPglite(join(pasta, 'pglite'));
      const demo = await startDemo({ port: 0, dataDir: pasta });
      await use(demo);
      await demo.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const MEGA = 1024 ** 2;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const guardados = async (pasta: string): Promise<string[]> => (await readdir(join(pasta, 'anexos')).catch(() => [])).filter((name) => !name.endsWith('.json'));

/** Opens the form, chooses a kind and goes to the text. */
async function relato(page: Page, demo: Demo, tipo = 'Reclamar'): Promise<void> {
  await page.goto(`${demo.url}ouvidoria.html`);
  await page.getByText(tipo, { exact: true }).click();
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByLabel('Seu relato').fill('O elevador do fórum está quebrado há dois meses e ninguém conserta.');
  await expect(page.getByRole('button', { name: 'Escolher arquivos' })).toBeVisible();
}
const escolher = (page: Page) => page.locator('ouvidoria-form [data-anexos="todos"]');
const item = (page: Page, nome: string) => page.locator('ouvidoria-form .anexos-lista > li').filter({ hasText: nome });

/** From the text to the review. */
async function ateARevisao(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByText('Com meu nome', { exact: true }).click();
  await page.getByLabel('Nome completo').fill('Pessoa Fictícia');
  await page.getByText('E-mail', { exact: true }).click();
  await page.getByLabel('Seu e-mail').fill('pessoa@exemplo.com.br');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByRole('heading', { name: 'Revise e envie' })).toBeFocused();
}

test('[OUV-01] 25 MB over a network that drops three times arrive whole, while the person fills in the rest', async ({ browser, demo, pasta }) => {
  test.slow();
  const bytes = Buffer.concat([PDF, randomBytes(25 * MEGA - PDF.length)]);
  const file = join(pasta, 'prova.pdf');
  await writeFile(file, bytes);
  const network = await badNetwork();
  const context = await browser.newContext({ proxy: { server: network.url, bypass: '<-loopback>' } });
  try {
    const page = await context.newPage();
    await relato(page, demo);
    const antes = await guardados(pasta);
    network.plan([3 * MEGA, 10 * MEGA, 18 * MEGA]);
    await escolher(page).setInputFiles(file);
    await expect(item(page, 'prova.pdf')).toContainText('25,0 MB');
    await ateARevisao(page);
    await page.getByText('Li e entendi como meus dados serão usados', { exact: true }).click();
    await page.getByRole('button', { name: 'Enviar manifestação' }).click();
    await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible({ timeout: 120_000 });
    expect(network.cuts).toBe(3);
    expect(network.refused).toBeGreaterThanOrEqual(3);
    const [novo, ...outros] = (await guardados(pasta)).filter((name) => !antes.includes(name));
    expect(outros).toEqual([]);
    expect(sha256(await readFile(join(pasta, 'anexos', novo!)))).toBe(sha256(bytes));
    // What the server already had was not sent again: at most a part for each cut.
    expect(network.sent).toBeLessThan(bytes.length + 13 * MEGA);
  } finally {
    await context.close();
    await network.close();
  }
});

test('[OUV-01] paused and gone on with by hand; nothing is sent meanwhile, and a reload keeps what is there', async ({ page, demo, pasta }) => {
  const bytes = Buffer.concat([PDF, randomBytes(3 * MEGA)]);
  const seen = await watch(page);
  await relato(page, demo);
  // Each part waits until the test lets it go.
  let partes = 0;
  let solta = (): void => undefined;
  const parada = (): Promise<void> => new Promise((done) => (solta = done));
  let espera = parada();
  await page.route('**/v1/anexos/**', async (route) => {
    partes += 1;
    if (partes === 2) await espera;
    await route.continue();
  });
  await escolher(page).setInputFiles({ name: 'video.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect.poll(() => partes).toBe(2);
  await page.getByRole('button', { name: 'Pausar: video.pdf' }).click();
  await expect(item(page, 'video.pdf')).toContainText('Parado por você');
  solta();
  espera = Promise.resolve();
  await page.getByRole('button', { name: 'Continuar', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Quem é você' })).toBeFocused();
  expect(partes, 'nothing goes while it is paused').toBe(2);
  await page.getByRole('button', { name: 'Voltar' }).click();
  await page.getByRole('button', { name: 'Continuar: video.pdf' }).click();
  await expect(item(page, 'video.pdf')).toContainText('Enviado');
  const hashes = await Promise.all((await guardados(pasta)).map(async (name) => sha256(await readFile(join(pasta, 'anexos', name)))));
  expect(hashes).toContain(sha256(bytes));
  // Back after a reload: the name is there again, and so is the id.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Escolher arquivos' })).toBeVisible();
  await expect(item(page, 'video.pdf')).toContainText('Enviado');
  await ateARevisao(page);
  await expect(page.getByText('video.pdf (3,0 MB)')).toBeVisible();
  await page.getByText('Li e entendi como meus dados serão usados', { exact: true }).click();
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
  expect(seen.problems).toEqual([]);
});

test('[OUV-15] what is not of a kind that is taken is refused in plain words, whatever its name, and the way goes on without it', async ({ page, demo, pasta }) => {
  await relato(page, demo);
  const antes = await guardados(pasta);
  await escolher(page).setInputFiles([
    { name: 'instalar.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    { name: 'boleto.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('MZ\x90\0'), randomBytes(100_000)]) },
    { name: 'vazio.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'recado.txt', mimeType: 'text/plain', buffer: Buffer.from('O elevador parou de novo.') },
  ]);
  await expect(item(page, 'instalar.exe')).toContainText('não é aceito');
  await expect(item(page, 'vazio.txt')).toContainText('não tem nada dentro');
  await expect(item(page, 'boleto.pdf')).toContainText('não é aceito');
  await expect(item(page, 'recado.txt')).toContainText('Enviado');
  expect((await guardados(pasta)).length, 'what was refused is gone from the server').toBe(antes.length + 1);
  await page.getByRole('button', { name: 'Tirar: instalar.exe' }).click();
  await page.getByRole('button', { name: 'Tirar: vazio.txt' }).click();
  await ateARevisao(page);
  await page.getByText('Li e entendi como meus dados serão usados', { exact: true }).click();
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  // A file that will not go is never left out in silence.
  await expect(page.getByText('Há arquivo que não foi aceito.')).toBeVisible();
  await page.getByRole('button', { name: 'Enviar sem este arquivo: boleto.pdf' }).click();
  await expect(page.getByText(/\d{4}\.\d{6}-\d/).first()).toBeVisible();
});

test('[OUV-15] the photo of an anonymous person leaves without place, date, device, comment or name', async ({ page, demo, pasta }) => {
  // A court without a key, so that the test can look into what arrives.
  for (const path of ['**/tribunal.json', '**/v1/tribunal']) {
    await page.route(path, async (route) => {
      const answer = await route.fetch();
      const file = (await answer.json()) as { ouvidoria?: { chaveAge?: string } };
      delete file.ouvidoria?.chaveAge;
      await route.fulfill({ response: answer, json: file });
    });
  }
  const metadados: string[] = [];
  page.on('request', (request) => {
    const found = request.headers()['upload-metadata'];
    if (found) metadados.push(...found.split(',').map((pair) => Buffer.from(pair.split(' ')[1] ?? '', 'base64').toString()));
    if (request.url().includes('/v1/anexos')) expect(request.headers()['referer']).toBeUndefined();
  });
  await relato(page, demo, 'Denunciar');
  const antes = await guardados(pasta);
  const foto = Buffer.concat([JPEG.subarray(0, 2), jpegSegmentos(6), JPEG.subarray(2)]);
  for (const segredo of SEGREDOS.slice(0, 3)) expect(foto.includes(segredo)).toBe(true);
  await escolher(page).setInputFiles({ name: 'Maria da Silva na rua.jpg', mimeType: 'image/jpeg', buffer: foto });
  await expect(item(page, 'Maria da Silva na rua.jpg')).toContainText('Enviado');
  const [novo] = (await guardados(pasta)).filter((name) => !antes.includes(name));
  const chegou = await readFile(join(pasta, 'anexos', novo!));
  for (const segredo of SEGREDOS) expect(chegou.includes(segredo)).toBe(false);
  expect(chegou.subarray(0, 2)).toEqual(JPEG.subarray(0, 2));
  expect(metadados).toEqual(['arquivo-1.jpg']);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, history.state]))).not.toContain(novo!);
});

test('[OUV-01] a file waits for the code that takes it, also when the network is said to be back before it is', async ({ page, demo }) => {
  const codigo = /\/chunks\/attachments-list-[\w-]{7}\.js/;
  let pedidos = 0;
  await page.route(codigo, async (route) => {
    pedidos += 1;
    await route.abort();
  });
  await relato(page, demo);
  await escolher(page).setInputFiles([{ name: 'recado.txt', mimeType: 'text/plain', buffer: Buffer.from('O elevador parou de novo.') }]);
  const falhou = page.locator('ouvidoria-form .anexos').getByText('O envio deste arquivo não começou.');
  await expect(falhou).toBeVisible();
  const antes = pedidos;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => pedidos).toBe(antes + 1);
  await expect(falhou).toBeVisible();
  await page.unroute(codigo);
  // Nobody says once more that it is back.
  await expect(item(page, 'recado.txt')).toContainText('Enviado');
  await expect(falhou).toHaveCount(0);
});
