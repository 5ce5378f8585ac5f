/** The request for information on the demo court's page, with the real backend, on a small phone: the branches that few people take. */
import type { Page, Request } from '@playwright/test';
import { expect, test, watch } from '../support/demo.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** Presses a choice where people press it: its card is the label, and covers the box. */
const pick = (page: Page, role: 'radio' | 'checkbox', name: string | RegExp) => page.getByRole(role, { name, exact: true }).check({ force: true });
const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();
const narrow = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
const PROTOCOLO = /\d{4}\.\d{6}-\d/;

/** A PNG of one dot: what is inside a file decides its kind. */
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function who(page: Page): Promise<void> {
  await step(page, 'Quem é você');
  await page.getByLabel('Nome completo').fill('João Pereira');
  await page.getByLabel('CPF').fill('52998224725');
  await page.getByLabel('Número do documento de identidade').fill('1234567');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');
}

/** Sends from the review, and gives the body that left. */
async function send(page: Page): Promise<Record<string, unknown>> {
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
  await narrow(page);
  const [request] = await Promise.all([
    page.waitForRequest((sent: Request) => sent.method() === 'POST' && sent.url().endsWith('/v1/pedidos-informacao')),
    page.getByRole('button', { name: 'Enviar pedido' }).click(),
  ]);
  await expect(page.getByText(PROTOCOLO).first()).toBeVisible();
  return request.postDataJSON() as Record<string, unknown>;
}

test('[SIC-13] personal information of a third party: the case of the law, the term and the proof are asked for one by one, and registered', async ({ page, demo }) => {
  const seen = await watch(page);
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Cópia da ficha de visitante do meu pai no fórum de Natal.');
  await page.getByText('Outro tipo de pedido').click();
  await pick(page, 'radio', 'Dados sobre mim ou sobre outra pessoa');
  await next(page);
  await who(page);
  await pick(page, 'radio', 'De outra pessoa');
  await narrow(page);
  await next(page);
  const summary = page.getByRole('group', { name: 'Falta pouco' });
  await expect(summary).toBeFocused();
  for (const line of ['Escolha em qual caso o pedido se encaixa.', 'Para pedir dados de outra pessoa, aceite o termo de responsabilidade.', 'Anexe o comprovante do caso que você escolheu.']) {
    await expect(summary.getByRole('link', { name: line })).toBeVisible();
  }
  await pick(page, 'radio', 'A pessoa autorizou');
  await pick(page, 'checkbox', 'Li e aceito o termo de responsabilidade');
  await page.locator('sic-request input[data-anexos="todos"]').setInputFiles({ name: 'procuracao.png', mimeType: 'image/png', buffer: DOT });
  await expect(page.locator('sic-request [data-anexo].pronto')).toBeVisible();
  await next(page);
  await step(page, 'Como quer receber');
  await next(page);
  await expect(page.getByText('procuracao.png', { exact: false })).toBeVisible();
  const body = await send(page);
  expect(body).toMatchObject({ especie: 'informacao-pessoal', pessoal: { titular: 'terceiro', fundamento: 'consentimento', responsabilidade: true } });
  expect(body['anexos']).toHaveLength(1);
  expect(seen.problems).toEqual([]);
});

test('[SIC-04] [SIC-05] [SIC-11] a physical answer for who cannot pay: the cost, the declaration of Lei 7.115, and that of not having the means', async ({ page, demo }) => {
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Quantas audiências foram marcadas em 2025 na comarca de Caicó?');
  await next(page);
  await who(page);
  await next(page);
  await step(page, 'Como quer receber');
  await expect(page.getByText('Declaro que não posso pagar')).toHaveCount(0);
  await pick(page, 'radio', 'Buscar pessoalmente');
  await expect(page.getByText('Custo do material:')).toBeVisible();
  await expect(page.getByText('Onde buscar: Avenida da Demonstração, 100')).toBeVisible();
  await expect(page.getByText(/Lei 7\.115\/1983.*sustento/)).toBeVisible();
  await pick(page, 'checkbox', 'Declaro que não posso pagar');
  await pick(page, 'checkbox', 'Não tenho como procurar a informação por conta própria');
  await narrow(page);
  await next(page);
  expect(await send(page)).toMatchObject({ resposta: { forma: 'retirada', isencao: true }, semMeios: true });
});

test('[SIC-16] a request for declassification names the document, and is registered', async ({ page, demo }) => {
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Peço que o relatório da reforma do fórum deixe de ser sigiloso.');
  await page.getByText('Outro tipo de pedido').click();
  await pick(page, 'radio', 'Que um documento deixe de ser sigiloso');
  await next(page);
  await expect(page.getByText('Diga qual é o documento.').first()).toBeVisible();
  await page.getByLabel('Qual documento?').fill('Relatório 12/2019');
  await next(page);
  await who(page);
  await next(page);
  await step(page, 'Como quer receber');
  await expect(page.getByText('Não tenho como procurar')).toHaveCount(0);
  await next(page);
  expect(await send(page)).toMatchObject({ especie: 'desclassificacao', documento: 'Relatório 12/2019' });
});

test('[SIC-09] what was written before the hints came has them as soon as they come', async ({ page, demo }) => {
  let soltar = (): void => undefined;
  const solto = new Promise<void>((resolve) => (soltar = resolve));
  await page.route(/sic-request\.steps/, async (route) => {
    await solto;
    await route.continue();
  });
  await page.goto(`${demo.url}sic.html`);
  await page.getByLabel('Informação que você quer').fill('Quero o salário dos servidores e todos os processos em segredo de justiça');
  await expect(page.locator('sic-request').getByText('Processo em segredo de justiça só é mostrado às partes')).toHaveCount(0);
  soltar();
  await expect(page.getByText('Processo em segredo de justiça só é mostrado às partes')).toBeVisible();
  await expect(page.locator('sic-request .sugestoes').getByText(/remuneração|salário|ganha/i).first()).toBeVisible();
});

test('[SIC-09] [SIC-11] while writing: what art. 12 excludes is said with calm, what is published is shown, and nothing stops the request', async ({ page, demo }) => {
  await page.goto(`${demo.url}sic.html`);
  const area = page.getByLabel('Informação que você quer');
  await area.pressSequentially('Quero todos os processos em segredo de justiça');
  await expect(page.getByText('Processo em segredo de justiça só é mostrado às partes')).toBeVisible();
  await expect(page.getByText('você pode enviar assim mesmo')).toBeVisible();
  await expect(area).toBeFocused();
  await area.fill('Qual o salário de cada servidor do tribunal em 2025?');
  await expect(page.getByText('Processo em segredo de justiça só é mostrado às partes')).toHaveCount(0);
  await expect(page.locator('sic-request .sugestoes').getByText(/remuneração|salário|ganha/i).first()).toBeVisible();
  await narrow(page);
  await next(page);
  await step(page, 'Quem é você');
});
