/** The counter on a bad network: a part of it that is late says so, one that does not come can be asked for again, and nothing asks without end. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test } from '../support/demo.ts';
import { prender } from '../support/prender.ts';
import { guardarSenha } from '../support/senha.ts';

const UNIDADE = 'central-atendimento';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const status = (page: Page): Locator => balcao(page).locator('.situacao');
const press = (page: Page, name: string): Promise<void> => balcao(page).getByRole('button', { name, exact: true }).click();
const FALHOU = 'Não foi possível abrir esta parte agora.';

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
}

const chunkUrl = (name: string): RegExp => new RegExp(`/chunks/${name}-[\\w-]{7}\\.js`);

/** Loses every request for a chunk, and counts them. */
async function perder(page: Page, chunk: string): Promise<{ pedidos: number; volta(): Promise<void> }> {
  const url = chunkUrl(chunk);
  const perdido = { pedidos: 0, volta: () => page.unroute(url) };
  await page.route(url, async (route) => {
    perdido.pedidos += 1;
    await route.abort();
  });
  return perdido;
}

/** The link to a file for the agenda, whose code was lost, is not there until the network is. */
async function vemComARede(page: Page, link: Locator, ics: Awaited<ReturnType<typeof perder>>): Promise<void> {
  await expect.poll(() => ics.pedidos).toBe(1);
  await expect(link).toHaveCount(0);
  await ics.volta();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(link).toHaveAttribute('href', /^blob:/);
}

const quadros = (page: Page): Promise<void> => page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => next()))));

test('[BV-21] the screen of the end does not come: it is said, not asked for without end, and comes at a press', async ({ page, demo }) => {
  await open(page, demo.url);
  const senha = await guardarSenha(page, demo.backendUrl, UNIDADE);
  await open(page, demo.url);
  await expect(status(page)).toContainText(/A próxima vez é a sua|na sua frente/);
  const fim = await perder(page, 'fim');
  await press(page, 'Sair da fila');
  await press(page, 'Sim, sair da fila');
  await expect(balcao(page)).toContainText(FALHOU);
  await expect(status(page)).toContainText(`A senha ${senha} foi encerrada.`);
  const antes = fim.pedidos;
  await quadros(page);
  expect(fim.pedidos).toBe(antes);
  await fim.volta();
  await press(page, 'Tentar de novo');
  await expect(status(page)).toContainText('Você saiu da fila.');
});

test('[BV-21] a kept ticket whose queue does not load is said to be safe, and taken up at a press or when the network is back', async ({ page, demo }) => {
  await open(page, demo.url);
  const senha = await guardarSenha(page, demo.backendUrl, UNIDADE);
  // This page may find the ticket too.
  await page.goto('about:blank');
  const espera = await perder(page, 'espera');
  await open(page, demo.url);
  await expect(status(page)).toContainText(`Sua senha é ${senha}, e seu lugar está guardado.`);
  expect(espera.pedidos).toBe(1);
  await press(page, 'Tentar de novo');
  await expect.poll(() => espera.pedidos).toBe(2);
  await expect(status(page)).toContainText(`Sua senha é ${senha}, e seu lugar está guardado.`);
  await espera.volta();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(status(page)).toContainText(/A próxima vez é a sua|na sua frente/);
  await expect(balcao(page).getByText(senha, { exact: true })).toBeVisible();
});

test('[BV-01] a press whose code does not come says so, and acts at the next one', async ({ page, demo }) => {
  const espera = await perder(page, 'espera');
  await open(page, demo.url);
  await press(page, 'Chamar por vídeo');
  await expect(status(page)).toContainText('Uma parte desta página não carregou.');
  await espera.volta();
  await press(page, 'Tentar de novo');
  await expect(balcao(page).getByText('Andamento de processo')).toBeVisible();
});

test('[BV-01] pressed before its code is here: one act, that of the last press', async ({ page, demo }) => {
  const soltar = await prender(page, chunkUrl('espera'));
  await open(page, demo.url);
  await page.evaluate(() => addEventListener('atrio-balcao-chamada', () => (document.title += '!')));
  const title = await page.title();
  await press(page, 'Chamar por vídeo');
  await expect(status(page)).toContainText('Carregando…');
  await press(page, 'Chamar por vídeo');
  expect(await page.title()).toBe(`${title}!`);
  await press(page, 'Deixar uma mensagem');
  soltar();
  await expect(balcao(page).getByRole('heading', { name: 'Deixar uma mensagem' })).toBeFocused();
});

test('[BV-01] a press acts on the unit that was shown, never on the one that came after it', async ({ page, demo }) => {
  const soltar = await prender(page, chunkUrl('espera'));
  await open(page, demo.url);
  await press(page, 'Chamar por vídeo');
  await balcao(page).evaluate((el) => el.setAttribute('unidade', 'central-familia'));
  const outra = page.locator('balcao-virtual[unidade="central-familia"]');
  const nome = outra.getByRole('heading', { name: 'Central de Família' });
  await expect(nome).toBeVisible();
  soltar();
  await expect(outra.locator('.situacao')).not.toContainText('Carregando…');
  await expect(outra.getByLabel('Como podemos chamar você?')).toHaveCount(0);
  await expect(outra.getByRole('button', { name: 'Chamar por vídeo' })).toBeVisible();
});

test('[BV-05] [ACC-01] a part on its way says so and keeps the focus for it; who went elsewhere is not pulled back', async ({ page, demo }) => {
  const soltar = await prender(page, chunkUrl('mensagem'));
  await open(page, demo.url);
  await balcao(page).getByRole('button', { name: 'Deixar uma mensagem' }).press('Enter');
  await expect(balcao(page).locator('[data-foco=lugar]', { hasText: 'Carregando…' })).toBeFocused();
  soltar();
  await expect(balcao(page).getByRole('heading', { name: 'Deixar uma mensagem' })).toBeFocused();

  const soltarOutra = await prender(page, chunkUrl('agendar'));
  await page.reload();
  await ready(page);
  await balcao(page).getByRole('button', { name: 'Agendar um atendimento' }).press('Enter');
  await expect(balcao(page).locator('[data-foco=lugar]', { hasText: 'Carregando…' })).toBeFocused();
  const marca = page.locator('header a').first();
  await marca.focus();
  soltarOutra();
  await expect(balcao(page).getByRole('heading', { name: 'Agendar um horário' })).toBeVisible();
  await expect(marca).toBeFocused();
});

test('[BV-05] [ACC-01] a part that does not come says so where the focus is, and comes at a press', async ({ page, demo }) => {
  const mensagem = await perder(page, 'mensagem');
  await open(page, demo.url);
  await balcao(page).getByRole('button', { name: 'Deixar uma mensagem' }).press('Enter');
  await expect(balcao(page).locator(':focus')).toContainText(FALHOU);
  await mensagem.volta();
  await balcao(page).getByRole('button', { name: 'Tentar de novo' }).press('Enter');
  await expect(balcao(page).getByRole('heading', { name: 'Deixar uma mensagem' })).toBeFocused();
});

test('[BV-17] a call whose code does not come leaves the telephones where they are', async ({ page, demo }) => {
  await perder(page, 'chamada');
  await page.goto(`${demo.url}balcao.html?unidade=plantao-judiciario`);
  await ready(page);
  const plantao = page.locator('balcao-virtual[unidade="plantao-judiciario"]');
  await plantao.getByRole('button', { name: 'Chamar por vídeo' }).click();
  await expect(plantao.locator('.situacao')).toContainText('Não foi possível abrir o vídeo.');
  await expect(plantao.locator('[data-tipo=telefone]')).toBeVisible();
});

test('[BV-17] a part that does not come leaves the telephones where they are', async ({ page, demo }) => {
  await perder(page, 'mensagem');
  await open(page, demo.url);
  await press(page, 'Deixar uma mensagem');
  await expect(balcao(page)).toContainText(FALHOU);
  await expect(balcao(page).locator('[data-tipo=telefone]')).toBeVisible();
});

test('[OUV-10] [BV-14] a file for the agenda is offered once it is there, and comes with the network', async ({ page, demo }) => {
  const ics = await perder(page, 'ics');
  await open(page, demo.url);
  const painel = balcao(page);
  const link = painel.locator('a[download$=".ics"]');
  await press(page, 'Deixar uma mensagem');
  await painel.getByLabel('Sua mensagem').fill('Quero saber se já saiu a decisão sobre a minha audiência de março.');
  await painel.getByLabel('Seu nome').fill('Francisca Souza');
  await painel.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  await press(page, 'Enviar mensagem');
  await expect(painel.getByRole('heading', { name: 'Recebemos sua mensagem' })).toBeFocused({ timeout: 20_000 });
  await vemComARede(page, link, ics);
});

test('[BV-14] the file of an appointment is offered once it is there, and comes with the network', async ({ page, demo }) => {
  const ics = await perder(page, 'ics');
  await open(page, demo.url);
  const painel = balcao(page);
  await press(page, 'Agendar um atendimento');
  await painel.locator('.vaga input').first().check({ force: true });
  await painel.getByLabel('Seu nome').fill('Maria das Dores Silva');
  await painel.getByLabel(/Seu telefone/).fill('(84) 99999-0000');
  await painel.getByRole('checkbox', { name: 'Li e entendi' }).check({ force: true });
  await press(page, 'Confirmar agendamento');
  await expect(painel.getByRole('heading', { name: 'Seu horário está marcado' })).toBeFocused({ timeout: 20_000 });
  const link = painel.getByRole('link', { name: 'Pôr na agenda do aparelho' });
  await vemComARede(page, link, ics);
});

test('what an attendant opens on the desk is never empty: it is on its way, or can be asked for again', async ({ page, demo }) => {
  const paineis = await perder(page, 'paineis');
  await page.goto(`${demo.url}atendimento.html`);
  const mesa = page.locator('balcao-attendant');
  await mesa.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('button', { name: /Teresa Lima/ }).click();
  const ajustes = mesa.getByRole('button', { name: 'Atalhos e avisos' });
  const janela = mesa.getByRole('dialog');
  await ajustes.click();
  await expect(janela).toContainText('Não foi possível carregar');
  await janela.getByRole('button', { name: 'Fechar aviso' }).click();
  await expect(ajustes).toBeFocused();
  await mesa.getByRole('button', { name: 'Pausar balcão' }).click();
  await expect(mesa.locator('.balcao')).toContainText('Não foi possível carregar');
  await paineis.volta();
  const soltar = await prender(page, chunkUrl('paineis'));
  await mesa.locator('.balcao').getByRole('button', { name: 'Tentar de novo' }).click();
  await expect(mesa.locator('.balcao')).toContainText('Carregando…');
  await ajustes.click();
  await expect(janela).toContainText('Carregando…');
  soltar();
  await expect(janela.getByRole('checkbox')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(mesa.locator('.formulario').getByLabel('Motivo')).toBeVisible();
});

test('[SIC-14] a refusal whose words did not come has something in its place until they do', async ({ page, demo }) => {
  const avisos = await perder(page, 'avisos');
  await page.goto(`${demo.url}acompanhar.html`);
  const tracker = page.locator('protocolo-tracker');
  await tracker.getByLabel('Protocolo', { exact: true }).fill('2026.000001-5');
  await tracker.getByLabel('Chave', { exact: true }).fill('ABCD-EFGH-JKMN-PQRS');
  await tracker.getByRole('button', { name: 'Consultar', exact: true }).click();
  const lugar = tracker.locator('[data-foco=situacao]');
  await expect(lugar).toContainText('Não conseguimos falar com o tribunal');
  // The network comes and goes: what stands there does not go with it.
  const antes = avisos.pedidos;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => avisos.pedidos).toBeGreaterThan(antes);
  await quadros(page);
  await expect(lugar).toContainText('Não conseguimos falar com o tribunal');
  await avisos.volta();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(lugar).toContainText('Não encontramos este protocolo com esta chave');
});
