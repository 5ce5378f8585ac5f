/** What a person does on their case, in the demo court, under its strict policy; what the staff does comes through the contract. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Recibo } from '../../src/contract/caso.ts';
import { expect, test, watch, type Watch } from '../support/demo.ts';
import { acompanhar, agir, registrar, ver } from '../support/vida.ts';
import type { Demo } from '../../demo/server.ts';

test.describe.configure({ timeout: 90_000 });

const reclamar = (demo: Demo, relato = 'Esperei três horas no balcão da vara e ninguém me atendeu.'): Promise<Recibo> =>
  registrar(demo, 'manifestacoes', {
    tipo: 'reclamacao',
    relato,
    identificacao: { modo: 'identificada', nome: 'Maria das Dores Silva', contato: { alternativo: 'Centro POP da Ribeira, falar com a Joana' } },
    privacidade: { versao: '2026-11', aceito: true },
  });

const tracker = (page: Page): Locator => page.locator('protocolo-tracker');
const acrescentar = (page: Page): Promise<void> => tracker(page).getByRole('button', { name: 'Acrescentar informações' }).click();
const campo = (page: Page): Locator => tracker(page).getByLabel('O que você quer acrescentar?');
const enviar = (page: Page): Promise<void> => tracker(page).getByRole('button', { name: 'Enviar', exact: true }).click();
const feito = (page: Page, words: string): Promise<void> => expect(tracker(page).getByText(words, { exact: true })).toBeVisible({ timeout: 20_000 });

/** How often a text is in the history of a case, as the staff sees it. */
const vezes = async (demo: Demo, protocolo: string, texto: string): Promise<number> => (await ver(demo, 'ana', protocolo)).eventos.filter((evento) => evento.texto === texto).length;

/** Neither the page's policy nor its console had anything to say, and nobody else was asked for anything. */
function quiet(seen: Watch, demo: Demo): void {
  expect(seen.problems).toEqual([]);
  expect([...seen.origins].sort()).toEqual([new URL(demo.url).origin, new URL(demo.backendUrl).origin].sort());
}

test('[OUV-10] [SIC-14] adds facts and a file to a case, and takes the file, the due date and the person’s data home', async ({ page, demo }) => {
  const seen = await watch(page);
  const recibo = await reclamar(demo);
  await acompanhar(page, demo, recibo);
  await acrescentar(page);
  await campo(page).fill('Foi no dia 3 de novembro, às 9h30.');
  await tracker(page).locator('input[data-anexos="todos"]').setInputFiles({ name: 'senha do dia.txt', mimeType: 'text/plain', buffer: Buffer.from('senha 41') });
  await expect(tracker(page).getByText('senha do dia.txt').first()).toBeVisible();
  await enviar(page);
  await feito(page, 'Recebemos o que você enviou');
  await expect(tracker(page).locator('.historico > li').first()).toContainText('Foi no dia 3 de novembro, às 9h30.');

  const file = page.waitForEvent('download');
  await tracker(page).getByRole('button', { name: /Baixar senha do dia\.txt/ }).click();
  const saved = await file;
  expect(saved.suggestedFilename()).toBe('senha do dia.txt');
  expect(await readFile(await saved.path(), 'utf8')).toBe('senha 41');

  const ics = page.waitForEvent('download');
  await tracker(page).getByRole('button', { name: 'Pôr na agenda' }).click();
  const agenda = await readFile(await (await ics).path(), 'utf8');
  expect(agenda).toContain(`DTSTART;VALUE=DATE:${recibo.prazo.vence.replaceAll('-', '')}`);

  await tracker(page).getByText('Meus dados neste protocolo').click();
  const dados = page.waitForEvent('download');
  await tracker(page).getByRole('button', { name: 'Baixar para ler' }).click();
  const pagina = await readFile(await (await dados).path(), 'utf8');
  for (const part of ['Maria das Dores Silva', 'Centro POP da Ribeira', 'Esperei três horas', 'Foi no dia 3 de novembro']) expect(pagina).toContain(part);
  for (const made of [agenda, pagina]) expect(made.replace(/[\s-]/g, '')).not.toContain(recibo.chave.replace(/[\s-]/g, ''));
  quiet(seen, demo);
});

test('withdraws after saying what it means', async ({ page, demo }) => {
  const recibo = await reclamar(demo);
  await acompanhar(page, demo, recibo);
  await tracker(page).getByRole('button', { name: 'Desistir', exact: true }).click();
  await expect(tracker(page).getByText('não vai mais responder')).toBeVisible();
  await tracker(page).getByRole('button', { name: 'Sim, quero desistir' }).click();
  await feito(page, 'Você desistiu deste protocolo');
  await expect(tracker(page).locator('.estado')).toContainText('Encerrado');
  await expect(tracker(page).getByRole('button', { name: 'Acrescentar informações' })).toHaveCount(0);
  expect((await ver(demo, 'ana', recibo.protocolo)).estado).toBe('encerrada');
});

test('loses nothing without network, and sends once when it is back', async ({ page, demo, context }) => {
  const recibo = await reclamar(demo);
  const texto = 'Esqueci de dizer que eu estava com duas crianças.';
  await acompanhar(page, demo, recibo);
  await acrescentar(page);
  await campo(page).fill(texto);
  await context.setOffline(true);
  await enviar(page);
  await expect(tracker(page).getByText('Ainda não foi: você está sem internet')).toBeVisible();
  await expect(campo(page)).toHaveValue(texto);
  await context.setOffline(false);
  await feito(page, 'Recebemos o que você enviou');
  expect(await vezes(demo, recibo.protocolo, texto)).toBe(1);
});

test('registers once what was sent and never answered, also after a reload', async ({ page, demo }) => {
  const recibo = await reclamar(demo);
  const texto = 'A senha era a 41, e chamaram a 60.';
  await acompanhar(page, demo, recibo);
  await page.route('**/complementos', async (route) => {
    // The backend has it; the answer is lost on the way.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await acrescentar(page);
  await campo(page).fill(texto);
  await enviar(page);
  await expect(tracker(page).getByText('Ainda não foi: a internet falhou')).toBeVisible();
  await page.unroute('**/complementos');
  await page.reload();
  await acompanhar(page, demo, recibo);
  await expect(tracker(page).getByText('Você já começou a escrever')).toBeVisible();
  await acrescentar(page);
  await expect(campo(page)).toHaveValue(texto);
  await enviar(page);
  await feito(page, 'Recebemos o que você enviou');
  expect(await vezes(demo, recibo.protocolo, texto)).toBe(1);
});

test('asks for the key again when the access has run out, by the clock and by the backend, and then goes on', async ({ page, demo }) => {
  const recibo = await reclamar(demo);
  await page.clock.install();
  await acompanhar(page, demo, recibo);
  await acrescentar(page);
  await campo(page).fill('Pelo relógio.');
  let sent = 0;
  page.on('request', (request) => void (sent += request.method() === 'POST' && request.url().endsWith('/complementos') ? 1 : 0));
  await page.clock.fastForward('16:00');
  await expect(tracker(page).getByText('Esta consulta já tem mais de 15 minutos').first()).toBeVisible();
  await enviar(page);
  const chave = tracker(page).getByLabel('Chave', { exact: true });
  await expect(chave).toBeFocused();
  expect(sent).toBe(0);
  await chave.fill(recibo.chave);
  await page.keyboard.press('Enter');
  await feito(page, 'Recebemos o que você enviou');

  await page.route('**/complementos', (route) => route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${'x'.repeat(40)}` } }), { times: 1 });
  await acrescentar(page);
  await campo(page).fill('Pelo tribunal.');
  await enviar(page);
  await expect(chave).toBeFocused();
  await chave.fill(recibo.chave.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await page.keyboard.press('Enter');
  await expect(tracker(page).getByText('Esta chave não abre este protocolo')).toBeVisible();
  await chave.fill(recibo.chave);
  await page.keyboard.press('Enter');
  await feito(page, 'Recebemos o que você enviou');
  for (const texto of ['Pelo relógio.', 'Pelo tribunal.']) expect(await vezes(demo, recibo.protocolo, texto)).toBe(1);
  expect(await page.evaluate(() => JSON.stringify([location.href, history.state, { ...sessionStorage }, { ...localStorage }]))).not.toContain(recibo.chave);
});

test('[OUV-20] is led to whom the matter belongs to, and why', async ({ page, demo }) => {
  const recibo = await reclamar(demo, 'Os policiais me pararam na rua e foram violentos comigo.');
  await agir(demo, 'ana', recibo.protocolo, { acao: 'analisar' });
  await agir(demo, 'ana', recibo.protocolo, { acao: 'devolver', orgao: 'Ouvidoria da Polícia Militar', url: 'https://ouvidoria.exemplo.gov.br/', motivo: 'Quem apura o que os policiais fazem na rua é a Polícia Militar.' });
  await acompanhar(page, demo, recibo);
  await expect(tracker(page).getByRole('heading', { name: 'Ouvidoria da Polícia Militar' })).toBeVisible();
  await expect(tracker(page).getByText('Quem apura o que os policiais fazem').first()).toBeVisible();
  await expect(tracker(page).getByRole('link', { name: 'Ir para: Ouvidoria da Polícia Militar' })).toHaveAttribute('href', 'https://ouvidoria.exemplo.gov.br/');
});

test("the browser's Back leaves the act, then the case, and never the page", async ({ page, demo }) => {
  const recibo = await reclamar(demo);
  await acompanhar(page, demo, recibo);
  const address = page.url();
  await acrescentar(page);
  await campo(page).fill('Ainda não terminei.');
  await page.goBack();
  await expect(campo(page)).toHaveCount(0);
  await expect(tracker(page).getByRole('heading', { name: recibo.protocolo })).toBeVisible();
  await page.goBack();
  await expect(tracker(page).getByLabel('Chave', { exact: true })).toBeVisible();
  expect(page.url()).toBe(address);
  await tracker(page).getByLabel('Chave', { exact: true }).fill(recibo.chave);
  await page.keyboard.press('Enter');
  await acrescentar(page);
  await expect(campo(page)).toHaveValue('Ainda não terminei.');
});

test('a question is answered where it is, and nothing moves while the case comes up', async ({ page, demo }) => {
  const recibo = await reclamar(demo);
  await agir(demo, 'ana', recibo.protocolo, { acao: 'analisar' });
  await agir(demo, 'ana', recibo.protocolo, { acao: 'perguntar', texto: 'Em que dia a senhora veio ao fórum?' });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await acompanhar(page, demo, recibo);
  const before = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.length);
  const question = tracker(page).locator('[part="pergunta"]');
  await expect(question).toContainText('Em que dia a senhora veio ao fórum?');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate((from) => (window as unknown as { shifts: number[] }).shifts.slice(from).reduce((sum, value) => sum + value, 0), before)).toBe(0);
  await question.getByRole('button', { name: 'Responder' }).click();
  await question.getByLabel('Escreva sua resposta').fill('No dia 3.');
  await question.getByRole('button', { name: 'Enviar a resposta' }).click();
  await feito(page, 'Recebemos sua resposta');
  expect(await vezes(demo, recibo.protocolo, 'No dia 3.')).toBe(1);
});
