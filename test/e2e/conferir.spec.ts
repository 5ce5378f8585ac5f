/** The page of verification on the demo court's site, with a receipt of the real backend. */
import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { chaveRecibo, novaChaveRecibo } from '../../demo/backend/keys.ts';
import { expect, test, watch } from '../support/demo.ts';

test.use({ viewport: { width: 360, height: 740 } });

const TEXTO = 'Quantas audiências foram marcadas em 2025 na comarca de Caicó?';

interface Registro {
  protocolo: string;
  chave: string;
  recibo: string;
}

/** A request for information, registered by the backend. */
async function registrar(request: APIRequestContext, backendUrl: string): Promise<Registro> {
  const response = await request.post(`${backendUrl}/v1/pedidos-informacao`, {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: {
      especificacao: TEXTO,
      requerente: { pessoa: 'natural', nome: 'João Pereira', cpf: '52998224725', documento: { numero: '1' }, contato: { email: 'joao@exemplo.com.br' } },
      resposta: { forma: 'eletronica' },
      sigiloDados: false,
      privacidade: { versao: '2026-11', aceito: true },
    },
  });
  expect(response.status()).toBe(201);
  return (await response.json()) as Registro;
}

const says = async (page: Page, titulo: string): Promise<void> => {
  await expect(page.getByRole('heading', { name: titulo })).toBeFocused();
};
const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Ou cole o código').fill(text);
  await page.getByRole('button', { name: 'Conferir' }).click();
};

test('[OUV-10] arrived by its link, a receipt is authentic: protocol, court, dates, and the text can be compared; nothing but the keys is asked for', async ({ page, demo, request }) => {
  const { protocolo, chave, recibo } = await registrar(request, demo.backendUrl);
  const seen = await watch(page);
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(`${sent.method()} ${sent.url()} ${sent.postData() ?? ''}`));
  await page.goto(`${demo.url}conferir.html#recibo=${recibo}`);
  await says(page, 'Comprovante autêntico');
  const result = page.getByRole('region', { name: 'Resultado' });
  await expect(result).toContainText(protocolo);
  await expect(result).toContainText('Tribunal de Justiça do Rio Grande do Norte');
  await expect(result).toContainText('Pedido de acesso à informação');
  await expect(result.locator('dd').nth(3)).toHaveText(/^\d\d\/\d\d\/\d{4} \(.+\), às \d\d:\d\d$/);
  await expect(result.locator('dd').nth(4)).toHaveText(/^\d\d\/\d\d\/\d{4} \(.+\)$/);
  // What the link carried went to no server, and is no longer in the address.
  expect(page.url()).toBe(`${demo.url}conferir.html`);
  expect(asked.filter((line) => line.includes(recibo) || line.includes(chave))).toEqual([]);
  await page.getByLabel('Quer conferir também o texto?').fill(`${TEXTO} `);
  await page.getByRole('button', { name: 'Comparar o texto' }).click();
  await expect(result).toContainText('É o mesmo texto que foi registrado.');
  await page.getByLabel('Quer conferir também o texto?').fill(TEXTO.replace('2025', '2024'));
  await page.getByRole('button', { name: 'Comparar o texto' }).click();
  await expect(result).toContainText('Não é o mesmo texto que foi registrado.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(seen.problems).toEqual([]);
  expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
});

test('[OUV-10] altered by one character, unreadable, or of another court: each is told in plain words', async ({ page, demo, request }) => {
  const { recibo } = await registrar(request, demo.backendUrl);
  await page.goto(`${demo.url}conferir.html`);
  const [head = '', body = '', tail = ''] = recibo.split('.');
  const swap = (text: string, at: number): string => text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
  for (const altered of [`${head}.${swap(body, 40)}.${tail}`, `${head}.${body}.${swap(tail, 20)}`, `${head}.${swap(body, body.length - 1)}.${tail}`]) {
    await paste(page, altered);
    await says(page, 'O comprovante não confere');
  }
  await paste(page, 'recibo');
  await says(page, 'Não achamos um comprovante');
  await paste(page, recibo);
  await says(page, 'Comprovante autêntico');
  const away = await (await chaveRecibo(await novaChaveRecibo())).assinar({ tribunal: 'TJYY', protocolo: '2026.000001-1', tipo: 'manifestacao', registradoEm: '2026-11-20T10:05:00-03:00', vence: '2026-12-21', textoSha256: '0' });
  await paste(page, away);
  await says(page, 'É de outro tribunal');
  await expect(page.getByRole('region', { name: 'Resultado' })).toContainText('TJYY');
});

test('[OUV-10] without network it says so, and blames no receipt; with it again, one press is enough', async ({ page, demo, request, context }) => {
  const { recibo } = await registrar(request, demo.backendUrl);
  await page.goto(`${demo.url}conferir.html`);
  await context.setOffline(true);
  await paste(page, recibo);
  await says(page, 'Não deu para conferir agora');
  await expect(page.getByText('Isso não quer dizer que o comprovante tenha algum problema.')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Tentar de novo' }).click();
  await says(page, 'Comprovante autêntico');
  await page.route('**/.well-known/jwks.json', (route) => route.fulfill({ status: 503 }));
  await paste(page, recibo);
  await says(page, 'Não deu para conferir agora');
  await expect(page.getByText('O sistema do tribunal não respondeu')).toBeVisible();
});

test('[OUV-10] [SIC-14] from the form to the file and back: the downloaded receipt opens offline, has the key in no address, and leads to its verification', async ({ page, demo, context }, info) => {
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill(TEXTO);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByLabel('Nome completo').fill('João Pereira');
  await page.getByLabel('CPF').fill('52998224725');
  await page.getByLabel('Número do documento de identidade').fill('1234567');
  await page.getByRole('checkbox', { name: 'E-mail', exact: true }).check({ force: true });
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByRole('heading', { name: 'Como quer receber' })).toBeFocused();
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('checkbox', { name: /Li e entendi/ }).check({ force: true });
  await page.getByRole('button', { name: 'Enviar pedido' }).click();
  const chave = await page.locator('sic-request [data-valor="chave"]').innerText();
  const protocolo = (await page.locator('sic-request [data-valor="protocolo"]').innerText()).trim();
  const bare = chave.replace(/[^0-9A-Z]/g, '');
  expect(bare).toHaveLength(16);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Baixar comprovante' }).click()]);
  expect(download.suggestedFilename()).toBe(`comprovante-${protocolo}.html`);
  const path = info.outputPath('comprovante.html');
  await download.saveAs(path);
  const [agenda] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Pôr o prazo na agenda' }).click()]);
  const agendaPath = info.outputPath('prazo.ics');
  await agenda.saveAs(agendaPath);
  expect((await readFile(agendaPath, 'utf8')).replace(/[^0-9A-Z]/g, '')).not.toContain(bare);
  await page.getByRole('checkbox', { name: 'Guardei o protocolo e a chave' }).check({ force: true });

  // Anywhere, years from now: no network, nothing of the court's site.
  await context.setOffline(true);
  const file = await context.newPage();
  const seen = await watch(file);
  await file.goto(`file://${path}`);
  await expect(file.getByRole('heading', { level: 1 })).toContainText(protocolo);
  await expect(file.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)).toBeVisible();
  expect([...seen.origins]).toEqual([]);
  expect(seen.problems).toEqual([]);
  const links = await file.locator('a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link.replace(/[^0-9A-Z]/g, '')).not.toContain(bare);
  await context.setOffline(false);
  await file.getByRole('link', { name: 'Conferir este comprovante' }).click();
  await says(file, 'Comprovante autêntico');
  await expect(file.getByRole('region', { name: 'Resultado' })).toContainText(protocolo);

  // The file itself, opened on the page; then changed by one character.
  await file.getByLabel('Abra o arquivo do comprovante').setInputFiles(path);
  await says(file, 'Comprovante autêntico');
  const text = await readFile(path, 'utf8');
  const at = text.indexOf('<code>') + 80;
  const forged = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
  await file.getByLabel('Abra o arquivo do comprovante').setInputFiles({ name: 'comprovante.html', mimeType: 'text/html', buffer: Buffer.from(forged) });
  await says(file, 'O comprovante não confere');
});
