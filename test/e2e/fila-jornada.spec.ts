/**
 * Three people at one counter, each in a browser of their own: two citizens and an attendant. Arrive, wait, be called with the tab in the background, lose the
 * network, come back, be served, be transferred, rate; and closing time that passes with people in the queue.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import type { DemoOptions } from '../../demo/server.ts';
import { demoPropria } from '../support/demo-propria.ts';
import { expect, ready, test } from '../support/demo.ts';

test.use({ actionTimeout: 20_000 });

const UNIDADE = 'central-atendimento';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const mesa = (page: Page): Locator => page.locator('balcao-attendant');

interface Pessoa {
  context: BrowserContext;
  page: Page;
}

async function pessoa(browser: Browser): Promise<Pessoa> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, permissions: ['camera', 'microphone'] });
  return { context, page: await context.newPage() };
}

/** From the page of the counter to a place in the queue. */
async function entrarNaFila(page: Page, url: string, nome: string): Promise<void> {
  await page.goto(`${url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
  await balcao(page).getByRole('button', { name: 'Chamar por vídeo' }).click();
  await balcao(page).getByText('Andamento de processo').click();
  await balcao(page).getByLabel('Como podemos chamar você?').fill(nome);
  await balcao(page).getByRole('button', { name: 'Entrar na fila' }).click();
  await expect(balcao(page)).toContainText('Sua senha');
}

/** The attendant's desk, signed in through the court's provider. */
async function entrarNaMesa(browser: Browser, url: string, conta: string): Promise<Pessoa> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.goto(`${url}atendimento.html`);
  await ready(page);
  await mesa(page).getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(conta) }).click();
  await expect(mesa(page).getByRole('button', { name: 'Chamar próximo' })).toBeVisible();
  return { context, page };
}

const chamar = async (page: Page): Promise<void> => {
  await mesa(page).getByRole('button', { name: 'Chamar próximo' }).click();
  await expect(mesa(page)).toContainText('A pessoa tem');
};

test('[BV-06] [BV-12] [BV-13] [BV-21] [BV-22] two citizens and an attendant: nobody loses the place, and a transfer keeps the hour of arrival', async ({ browser }) => {
  test.setTimeout(300_000);
  // A court of its own: nobody else's ticket is called before theirs.
  await demoPropria(async (demo) => {
    const maria = await pessoa(browser);
    const joao = await pessoa(browser);
    const teresa = await entrarNaMesa(browser, demo.url, 'Teresa Lima');

    await entrarNaFila(maria.page, demo.url, 'Maria');
    await expect(balcao(maria.page)).toContainText('A próxima vez é a sua.');
    await entrarNaFila(joao.page, demo.url, 'João');
    await expect(balcao(joao.page)).toContainText('Há 1 pessoa na sua frente.');
    await expect(mesa(teresa.page)).toContainText('Maria');
    await expect(mesa(teresa.page)).toContainText('João');

    // Reloaded, and opened again in another tab: the same ticket.
    const senha = (await balcao(maria.page).locator('.bilhete-senha').textContent())?.trim() ?? '';
    expect(senha).not.toBe('');
    await maria.page.reload();
    await ready(maria.page);
    await expect(balcao(maria.page)).toContainText(senha);
    const outraAba = await maria.context.newPage();
    await outraAba.goto(`${demo.url}balcao.html?unidade=${UNIDADE}`);
    await ready(outraAba);
    await expect(balcao(outraAba)).toContainText(senha);
    await expect(mesa(teresa.page).getByRole('row', { name: /Maria/ })).toHaveCount(1);
    await outraAba.close();

    // The network goes, and the place stays.
    await maria.context.setOffline(true);
    await maria.page.evaluate(() => dispatchEvent(new Event('offline')));
    await maria.context.setOffline(false);
    await maria.page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(balcao(maria.page)).toContainText('A próxima vez é a sua.');

    // Called while another tab is in front: the title says so.
    const frente = await maria.context.newPage();
    await frente.goto(`${demo.url}index.html`);
    await frente.bringToFront();
    await chamar(teresa.page);
    await expect.poll(() => maria.page.title()).toContain('É a sua vez');
    await frente.close();
    await maria.page.reload();
    await ready(maria.page);
    await balcao(maria.page).getByRole('button', { name: 'Entrar agora' }).click();
    await balcao(maria.page).frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();
    await expect(balcao(maria.page)).toContainText('Teresa Lima');
    await expect(mesa(teresa.page)).toContainText('Em atendimento há');

    // The page dies in the middle of the call, and the call is still hers.
    await maria.page.reload();
    await ready(maria.page);
    await balcao(maria.page).getByRole('button', { name: 'Voltar para a chamada' }).click();
    await balcao(maria.page).frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();

    // To the other unit, with the hour of arrival.
    await mesa(teresa.page).getByRole('button', { name: 'Transferir', exact: true }).click();
    const painel = mesa(teresa.page).locator('form.formulario');
    await painel.getByLabel('Procurar unidade').fill('familia');
    await painel.getByText('Central de Família').click();
    await painel.getByRole('button', { name: 'Transferir', exact: true }).click();
    await expect(balcao(maria.page)).toContainText('Mandamos você para Central de Família');

    // The next one is called, comes in, and is served to the end.
    await chamar(teresa.page);
    await balcao(joao.page).getByRole('button', { name: 'Entrar agora' }).click();
    await balcao(joao.page).frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();
    await expect(mesa(teresa.page)).toContainText('Em atendimento há');
    await encerrar(teresa.page, 'Voltar em dez dias com a certidão.');
    await expect(balcao(joao.page)).toContainText('O atendimento terminou.');
    await expect(balcao(joao.page)).toContainText('Voltar em dez dias com a certidão.');
    await expect(balcao(joao.page)).toContainText(/\d{4}\.\d{6}-\d/);
    await balcao(joao.page).getByRole('radio', { name: /5/ }).check({ force: true });
    await balcao(joao.page).getByRole('button', { name: 'Enviar avaliação' }).click();
    await expect(balcao(joao.page)).toContainText('Sua avaliação foi registrada.');

    // The one who was transferred is served at the other counter.
    const marcos = await entrarNaMesa(browser, demo.url, 'Marcos Dantas');
    await mesa(marcos.page).getByRole('button', { name: /Central de Família/ }).click();
    await expect(mesa(marcos.page)).toContainText('Veio de');
    await chamar(marcos.page);
    await balcao(maria.page).getByRole('button', { name: 'Entrar agora' }).click();
    await balcao(maria.page).frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();
    await expect(mesa(marcos.page)).toContainText('Em atendimento há');
    await encerrar(marcos.page, 'Trazer os documentos.');
    await expect(balcao(maria.page)).toContainText('Trazer os documentos.');
    for (const { context } of [maria, joao, teresa, marcos]) await context.close();
  });
});

async function encerrar(page: Page, combinado: string): Promise<void> {
  await mesa(page).getByRole('button', { name: 'Encerrar', exact: true }).click();
  const painel = mesa(page).locator('form.formulario');
  await painel.getByLabel('O que ficou combinado').fill(combinado);
  await painel.getByRole('button', { name: 'Encerrar atendimento' }).click();
  await expect(painel).toBeHidden();
}

test('[BV-15] closing time passes with people in the queue: nobody comes in, and everybody who is in is served', async ({ browser }) => {
  test.setTimeout(240_000);
  // A zone where it is about noon, so that the day does not end in the middle; the counter closes within two minutes.
  const start = Date.now();
  const zone = 12 - new Date(start).getUTCHours();
  const closes = new Date(start + zone * 3_600_000 + 120_000);
  const timezone = `Etc/GMT${zone > 0 ? '-' : '+'}${Math.abs(zone)}`;
  const hours = `Mo-Su 00:00-${String(closes.getUTCHours()).padStart(2, '0')}:${String(closes.getUTCMinutes()).padStart(2, '0')}`;
  let later = 0;
  const tribunal: DemoOptions['tribunal'] = (file) => ({
    ...file,
    calendario: { nacionais: false, recesso: false },
    unidades: (file.unidades ?? []).map((unidade) => (unidade.id === UNIDADE ? { ...unidade, timezone, hours } : unidade)),
  });
  await demoPropria(async (demo) => {
    const maria = await pessoa(browser);
    await entrarNaFila(maria.page, demo.url, 'Maria');
    later = 180_000;

    const late = await fetch(`${demo.backendUrl}/v1/unidades/${UNIDADE}/fila`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: '{}',
    });
    expect(late.status).toBe(409);
    expect(((await late.json()) as { type: string }).type).toContain('fora-do-horario');

    const teresa = await entrarNaMesa(browser, demo.url, 'Teresa Lima');
    await expect(mesa(teresa.page)).toContainText('Quem já está na fila ainda é atendido.');
    await chamar(teresa.page);
    await balcao(maria.page).getByRole('button', { name: 'Entrar agora' }).click();
    await balcao(maria.page).frameLocator('iframe').getByRole('button', { name: 'Admitir' }).click();
    await expect(mesa(teresa.page)).toContainText('Em atendimento há');
    await encerrar(teresa.page, 'Tudo certo.');
    await expect(balcao(maria.page)).toContainText('Tudo certo.');
    for (const { context } of [maria, teresa]) await context.close();
  }, { clock: () => Date.now() + later, tribunal });
});

test('[BV-14] who comes at the hour that was booked is put before the common queue, by protocol and key', async ({ browser }) => {
  test.setTimeout(120_000);
  let later = 0;
  await demoPropria(async (demo) => {
    const post = async <T>(path: string, body: unknown): Promise<T> => {
      const response = await fetch(`${demo.backendUrl}/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      });
      expect(response.status, path).toBe(201);
      return (await response.json()) as T;
    };
    const agenda = (await (await fetch(`${demo.backendUrl}/v1/unidades/${UNIDADE}/agenda`)).json()) as { dias: { vagas: { inicio: string }[] }[] };
    const { inicio } = agenda.dias[0]!.vagas[0]!;
    const { protocolo, chave } = await post<{ protocolo: string; chave: string }>('agendamentos', {
      unidadeId: UNIDADE,
      inicio,
      nome: 'Maria',
      contato: {},
      privacidade: { versao: '2026-11', aceito: true },
    });
    later = Date.parse(inicio) - Date.now() - 300_000;
    await post(`unidades/${UNIDADE}/fila`, { nome: 'João' });

    const maria = await pessoa(browser);
    await maria.page.goto(`${demo.url}balcao.html?unidade=${UNIDADE}`);
    await ready(maria.page);
    await balcao(maria.page).getByRole('button', { name: 'Tenho hora marcada' }).click();
    await balcao(maria.page).getByLabel('Protocolo').fill(protocolo);
    // A slip of the pen keeps what was typed.
    await balcao(maria.page).getByLabel('Chave').fill('A');
    await balcao(maria.page).getByRole('button', { name: /Entrar/ }).click();
    await expect(balcao(maria.page).getByLabel('Protocolo')).toHaveValue(protocolo);
    await balcao(maria.page).getByLabel('Chave').fill(chave);
    await balcao(maria.page).getByRole('button', { name: /Entrar/ }).click();
    await expect(balcao(maria.page)).toContainText('A próxima vez é a sua.');
    await maria.context.close();
  }, { clock: () => Date.now() + later });
});
