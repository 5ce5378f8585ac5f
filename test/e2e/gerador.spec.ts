/** The page where a webmaster prepares everything: from nothing to a counter on an empty page, under the headers that were shown. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import { DIST, VERSION } from '../../demo/court-site.ts';
import { checkCourtFile } from '../../src/contract/court-file.ts';
import { inteiro } from '../support/aparencia.ts';
import { expect, test, watch } from '../support/demo.ts';

const SITE = 'https://www.tribunal.test';
const VIDEO = 'https://video.tribunal.test';

const previa = (page: Page): Locator => page.getByRole('complementary', { name: 'Prévia' });
const codigo = (page: Page, titulo: string): Locator => page.getByRole('region', { name: titulo, exact: true });

/** Copies by the button, as a person would, and gives back what is on the clipboard. */
async function copiado(page: Page, titulo: string): Promise<string> {
  await page.getByRole('button', { name: `Copiar: ${titulo}`, exact: true }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe(await codigo(page, titulo).textContent());
  return text;
}

/** `Name: value` lines as headers. */
const cabecalhos = (text: string): Record<string, string> => Object.fromEntries(text.split('\n').map((linha) => [linha.slice(0, linha.indexOf(':')), linha.slice(linha.indexOf(':') + 2)]));

/** A court's server with nothing on it but the kit and what was copied, and its video server, which is the demo's room. */
async function servir(page: Page, files: Record<string, [type: string, body: string]>, headers: Record<string, string>, sala: string): Promise<void> {
  await page.route(`${SITE}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files[pathname];
    if (file) return route.fulfill({ contentType: file[0], body: file[1], headers: pathname === '/' ? headers : {} });
    const kit = `/atrio/${VERSION}/`;
    if (pathname.startsWith(kit)) return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(DIST, pathname.slice(kit.length))), headers: { 'access-control-allow-origin': '*' } });
    return route.fulfill({ status: 404, body: '' });
  });
  await page.route(`${VIDEO}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await fetch(`http://${sala}${pathname}`);
    await route.fulfill({ status: response.status, contentType: response.headers.get('content-type') ?? 'text/html', body: Buffer.from(await response.arrayBuffer()) });
  });
}

test('[BV-02] from nothing to a themed counter: filled in, seen live, copied, pasted on an empty page, and called under exactly the headers that were shown', async ({ page, demo, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const seen = await watch(page);
  await page.goto(`${demo.url}gerador.html`);
  await expect(previa(page).getByText('A prévia aparece quando estiver preenchido:')).toBeVisible();
  await previa(page).getByRole('button', { name: 'Nome do tribunal' }).click();
  await expect(page.getByLabel('Nome do tribunal')).toBeFocused();
  await expect(page.getByText('Preencha este campo.').first()).toBeVisible();
  await page.getByLabel('Nome do tribunal').fill('Tribunal do Teste');
  await page.getByLabel('Sigla', { exact: true }).fill('TT');
  await page.getByLabel('Nome da unidade').fill('1ª Vara de Teste');
  await expect(page.getByLabel('Identificador')).toHaveValue('1a-vara-de-teste');
  const horario = page.getByRole('group', { name: 'Horário de atendimento ao público' });
  await horario.getByLabel('Abre às', { exact: true }).fill('08:00');
  await horario.getByLabel('Fecha às', { exact: true }).fill('17:00');
  await horario.getByRole('checkbox', { name: 'Fecha para o almoço' }).check();
  await horario.getByLabel('Fecha para o almoço às').fill('18:00');
  await expect(previa(page).getByText('diga quando começa e quando termina o intervalo')).toBeVisible();
  await horario.getByLabel('Fecha para o almoço às').fill('12:00');
  await horario.getByLabel('Volta às').fill('13:00');
  await expect(codigo(page, 'Arquivo do tribunal: tribunal.json')).toContainText('"hours": "Mo-Fr 08:00-12:00,13:00-17:00"');
  await page.getByRole('textbox', { name: 'Município', exact: true }).fill('Teste');
  const feriados = page.getByRole('textbox', { name: /Feriados do estado, do município/ });
  await feriados.fill('9-7-2020 Padroeira (Teste)');
  await feriados.blur();
  await expect(page.getByText(/Esperado: em cada linha, o dia e o mês/).first()).toBeVisible();
  await feriados.fill('9/7/2020 Padroeira (Teste)');
  await page.getByRole('textbox', { name: 'Rua e número' }).fill('Rua do Fórum, 1');
  await page.getByRole('combobox', { name: 'Estado', exact: true }).selectOption('RN');
  await expect(previa(page).getByText('O arquivo está certo.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Telefones' }).fill('(84) 3000-0000');
  await page.getByRole('radio', { name: /Servidor Jitsi do tribunal/ }).check();
  await page.getByLabel('Domínio do servidor').fill('video.tribunal.test');

  const vivo = previa(page).locator('balcao-virtual');
  await expect(vivo.getByRole('heading', { name: '1ª Vara de Teste' })).toBeVisible();
  await expect(vivo.getByText(/^(Aberto|Fechado) agora\./).first()).toBeVisible();
  await horario.getByRole('button', { name: 'Escrever o horário como texto' }).click();
  await page.getByRole('textbox', { name: 'Horário, como texto' }).fill('Mo-Su,PH off "em reforma"');
  await expect(vivo.getByText('Fechado agora.').first()).toBeVisible();
  await expect(vivo.getByText('em reforma').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Horário, como texto' }).fill('24/7');
  await expect(vivo.getByText('Aberto agora.').first()).toBeVisible();
  await vivo.getByRole('textbox').fill('Maria');
  await page.getByLabel('Cor principal do tribunal').fill('#6a1b2e');
  const botao = vivo.getByRole('button', { name: 'Chamar por vídeo' });
  await expect(botao).toHaveCSS('background-color', 'rgb(106, 27, 46)');
  // What was typed in the element stays while the rest is filled in; and no call is made from here.
  await expect(vivo.getByRole('textbox')).toHaveValue('Maria');
  await botao.click();
  await expect(previa(page).getByText('Aqui a chamada não é feita')).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('Nome da unidade')).toHaveValue('1ª Vara de Teste');
  await expect(vivo.getByText('Aberto agora.').first()).toBeVisible();
  await page.getByText('Endereços no servidor e integridade').click();
  await page.getByLabel(/Conferir a integridade/).check();
  await expect(codigo(page, 'Página inteira, pronta para experimentar')).toContainText('integrity="sha384-');

  const arquivo = await copiado(page, 'Arquivo do tribunal: tribunal.json');
  const headers = cabecalhos(await copiado(page, 'Cabeçalhos'));
  expect(Object.keys(headers)).toEqual(['Content-Security-Policy', 'Permissions-Policy', 'Referrer-Policy', 'X-Content-Type-Options']);
  const html = await copiado(page, 'Página inteira, pronta para experimentar');
  expect(JSON.parse(arquivo)).toMatchObject({ calendario: { feriados: [{ data: '2020-07-09', nome: 'Padroeira', ambito: 'municipal', municipios: ['Teste'] }] } });
  expect(html).toContain('<p>Telefone: <a href="tel:+558430000000">(84) 3000-0000</a></p>');
  const folha = await copiado(page, 'Folha de estilo: atrio-tribunal.css');
  expect(seen.problems).toEqual([]);

  const empty = await context.newPage();
  const there = await watch(empty);
  await servir(empty, { '/': ['text/html; charset=utf-8', html], '/tribunal.json': ['application/json', arquivo], '/atrio-tribunal.css': ['text/css', folha], '/favicon.ico': ['image/x-icon', ''] }, headers, demo.videoDomain);
  await empty.goto(`${SITE}/`);
  const counter = empty.locator('balcao-virtual');
  await expect(counter.getByText('Aberto agora.').first()).toBeVisible();
  const call = counter.getByRole('button', { name: 'Chamar por vídeo' });
  await expect(call).toHaveCSS('background-color', 'rgb(106, 27, 46)');
  expect([...there.origins]).toEqual([SITE]);
  await counter.getByRole('textbox').fill('Maria');
  await call.click();
  await empty.frameLocator('balcao-virtual iframe').getByRole('button', { name: 'Admitir' }).click();
  await expect(counter.getByText('Você está em atendimento.').first()).toBeVisible();
  expect(there.problems).toEqual([]);
  expect([...there.origins].sort()).toEqual([VIDEO, SITE]);
  await empty.close();
});

test('[SIC-17] a broken file is explained place by place and loses nothing; a page of the court is checked against the ranking with what its elements show', async ({ page, demo }) => {
  const seen = await watch(page);
  const original = JSON.parse(readFileSync(new URL('../../demo/site/tribunal.json', import.meta.url), 'utf8')) as { unidades: { nome: string }[]; sigla: string };
  await page.goto(`${demo.url}gerador.html`);
  await page.getByText('Já tenho um arquivo do tribunal').click();
  const abrir = async (text: string): Promise<void> => {
    await page.getByLabel('Ou cole o conteúdo').fill(text);
    await page.getByRole('button', { name: 'Conferir e abrir' }).click();
  };
  await abrir('{ "nome": "T", }');
  await expect(page.getByRole('heading', { name: 'Este arquivo não pôde ser aberto' })).toBeVisible();
  await expect(page.getByText('Esperado: nenhuma vírgula depois do último item.')).toBeVisible();

  const mau = { ...original, sigla: 7, novidade: { de: 'outra versão' }, unidades: original.unidades.map((unit, place) => (place === 2 ? { ...unit, hours: 'Seg-Sex 8h-14h' } : unit)) };
  await abrir(JSON.stringify(mau));
  await expect(page.getByRole('heading', { name: 'O arquivo tem 2 erros' })).toBeVisible();
  const achados = page.locator('.g-achados');
  await expect(achados.getByText('Encontrado: 7.')).toBeVisible();
  await expect(achados.getByText('Esperado: um texto entre aspas.')).toBeVisible();
  await expect(achados.getByText('unidades[2].hours')).toBeVisible();
  await expect(achados.getByText(/Os dias vão em inglês/)).toBeVisible();
  await expect(achados.getByText('novidade', { exact: true })).toBeVisible();
  await achados.getByRole('button', { name: 'Sigla' }).click();
  await page.getByLabel('Sigla', { exact: true }).fill(original.sigla);
  await page.getByLabel('Unidade que você está preenchendo').selectOption('2');
  await page.getByRole('textbox', { name: 'Horário, como texto' }).fill('Mo-Fr 08:00-14:00');
  await expect(previa(page).getByText('O arquivo serve. Confira antes de publicar:')).toBeVisible();
  await expect(previa(page).locator('balcao-virtual').getByRole('heading', { name: original.unidades[2]!.nome })).toBeVisible();
  const novo = JSON.parse((await codigo(page, 'Arquivo do tribunal: tribunal.json').textContent()) ?? '') as object;
  expect(novo).toEqual({ ...mau, sigla: original.sigla, unidades: mau.unidades.map((unit, place) => (place === 2 ? { ...unit, hours: 'Mo-Fr 08:00-14:00' } : unit)) });
  expect(checkCourtFile(novo).ok).toBe(true);

  const conferir = async (papel: string, fonte: string): Promise<void> => {
    await page.getByLabel('Que página é?').selectOption(papel);
    await page.getByLabel('Código-fonte da página').fill(fonte);
    await page.getByRole('button', { name: 'Conferir a página' }).click();
  };
  const item = (numero: number): Locator => page.locator('.g-item').filter({ has: page.locator('.g-pergunta', { hasText: new RegExp(`^${numero}\\. `) }) });
  await conferir('sic', 'isto não é uma página');
  await expect(page.getByText('Cole o código-fonte da página')).toBeVisible();
  // Nothing but the tag: what the items ask for is inside the element.
  await conferir('sic', '<!doctype html><html><body><sic-request></sic-request></body></html>');
  await expect(page.getByRole('heading', { name: /itens atendidos/ })).toBeFocused();
  for (const numero of [20, 21, 22, 23, 24]) await expect(item(numero)).toContainText('Sim');
  await expect(item(17)).toContainText('Falta a página');
  await conferir('inicio', '<html><body><p>Servi&ccedil;o de Informa&ccedil;&otilde;es ao Cidad&atilde;o</p></body></html>');
  await expect(item(19)).toContainText('Não');
  await expect(item(19)).toContainText('<cidadania-links>');
  await conferir('inicio', readFileSync(new URL('../../demo/site/index.html', import.meta.url), 'utf8'));
  await expect(item(19)).toContainText('Sim');
  // The kit itself tells the webmaster of the key it does not know, and of the room that is missing.
  expect(seen.problems.filter((line) => !line.includes('[Átrio]'))).toEqual([]);
});

test.describe('360 px', () => {
  // axe builds probes with innerHTML: the strict policy of the page is tested above.
  test.use({ viewport: { width: 360, height: 740 }, bypassCSP: true });

  test('[ACC-01] filled in, with every element and every part open, the page has nothing that axe can find, and no side scroll', async ({ page, demo }) => {
    await page.goto(`${demo.url}gerador.html`);
    await page.getByRole('button', { name: 'Preencher com um exemplo' }).click();
    for (const box of await page.getByRole('group', { name: 'Marque os elementos' }).getByRole('checkbox').all()) await box.check();
    await page.getByLabel('Código-fonte da página').fill('<p>nada</p>');
    await page.getByRole('button', { name: 'Conferir a página' }).click();
    // What is wrong later leaves on show what was right before.
    await expect(previa(page).locator('balcao-directory').getByRole('heading').first()).toBeVisible();
    await page.getByLabel('Sigla', { exact: true }).fill('');
    await page.getByLabel('Nome da unidade').focus();
    await expect(page.getByText('Preencha este campo.').first()).toBeVisible();
    await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    await inteiro(page);
    // A block of the directory that was never on screen has only a guessed height: axe would find its rows over what follows.
    await previa(page).locator('balcao-directory').getByRole('link').last().scrollIntoViewIfNeeded();
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const results = await page.evaluate(() => {
      const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] });
    });
    expect(results.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
