/** The staff of the demo court at work: signs in, treats cases, and never sees by itself who asked not to be seen. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test, watch, type Watch } from '../support/demo.ts';
import { registrar, ver } from '../support/vida.ts';
import { diaEm } from '../../demo/equipe/textos.ts';
import type { Demo } from '../../demo/server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NOME = 'Joana Preservada da Silva';

const manifestacao = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  tipo: 'reclamacao',
  relato: 'O processo da minha aposentadoria está parado há dois anos.',
  identificacao: { modo: 'identificada', nome: 'Pessoa Fictícia', contato: { alternativo: 'Recado na padaria da praça' } },
  privacidade: { versao: '2026-11', aceito: true },
  ...over,
});

interface Desk {
  page: Page;
  seen: Watch;
  context: BrowserContext;
}

/** Somebody of the staff at their own computer, signed in. */
async function desk(browser: Browser, demo: Demo, conta: RegExp, hash = '', options: BrowserContextOptions = {}): Promise<Desk> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.goto(`${demo.url}equipe.html${hash}`);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('button', { name: conta }).click();
  await expect(page.getByRole('button', { name: 'Sair' })).toBeVisible({ timeout: 30_000 });
  expect(page.url()).toBe(`${demo.url}equipe.html${hash}`);
  return { page, seen, context };
}

/** Opens the form of an act. */
async function open(page: Page, act: string): Promise<ReturnType<Page['locator']>> {
  const details = page.locator('details.ato').filter({ has: page.locator('summary', { hasText: new RegExp(`^${act}`) }) });
  await details.locator('summary').first().click();
  return details;
}

const openCase = async (page: Page, protocolo: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), `caso/${protocolo}`);
  await expect(page.getByRole('heading', { name: `Caso ${protocolo}`, level: 1 })).toBeFocused();
};

test.describe.configure({ timeout: 180_000 });

test('[OUV-13] the Ouvidoria forwards, the unit asks for time and informs, the Ouvidoria extends and answers', async ({ browser, demo }) => {
  const { protocolo } = await registrar(demo, 'manifestacoes', manifestacao());
  const ana = await desk(browser, demo, /^Ana/);
  await expect(ana.page.getByRole('heading', { name: 'Casos', level: 1 })).toBeVisible();
  await ana.page.getByLabel('Protocolo').fill(protocolo);
  await ana.page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(ana.page.getByText('1 caso', { exact: true })).toBeVisible();
  await ana.page.getByRole('link', { name: protocolo }).click();
  await expect(ana.page.getByRole('heading', { name: `Caso ${protocolo}` })).toBeFocused();
  await expect(ana.page.getByText('Pessoa Fictícia')).toBeVisible();

  const forward = await open(ana.page, 'Encaminhar');
  await forward.getByRole('button', { name: 'Encaminhar' }).click();
  await expect(forward.getByLabel('Unidade', { exact: true })).toBeFocused();
  await expect(forward.getByText('Preencha este campo.')).toBeVisible();
  await forward.getByLabel('Unidade', { exact: true }).selectOption('2-vara-civel-natal');
  await forward.getByLabel('O que a unidade precisa informar').fill('Por que o processo parou?');
  await forward.getByRole('button', { name: 'Encaminhar' }).click();
  await expect(ana.page.getByText('Feito: encaminhar a uma unidade.')).toBeVisible();
  await expect(ana.page.getByText('Com a unidade', { exact: true })).toBeVisible();

  const bruno = await desk(browser, demo, /^Bruno/);
  await bruno.page.getByRole('link', { name: protocolo }).click();
  await expect(bruno.page.getByText('Por que o processo parou?')).toBeVisible();
  await expect(bruno.page.getByText('padaria')).toHaveCount(0);
  const time = await open(bruno.page, 'Pedir mais prazo');
  await time.getByLabel('Motivo').fill('O servidor que cuida do processo está de férias.');
  await time.getByRole('button').click();
  await expect(bruno.page.getByText('Feito: pedir mais prazo.')).toBeVisible();
  const inform = await open(bruno.page, 'Informar');
  await inform.getByLabel('Informação').fill('O processo foi sentenciado ontem.');
  await inform.getByLabel('Arquivos').setInputFiles({ name: 'sentenca.txt', mimeType: 'text/plain', buffer: Buffer.from('Sentença de demonstração.\n') });
  await inform.getByRole('button', { name: 'Enviar a informação' }).click();
  await expect(bruno.page.getByText('O caso voltou a quem o encaminhou.', { exact: false })).toBeVisible();
  await expect(bruno.page.getByRole('link', { name: protocolo })).toHaveCount(0);

  // The page of the Ouvidoria is older than the case by now: nothing typed is lost.
  const extend = await open(ana.page, 'Prorrogar o prazo');
  await extend.getByLabel('Motivo').fill('A unidade pediu mais tempo para informar.');
  await extend.getByRole('button', { name: 'Prorrogar' }).click();
  await expect(extend.getByText('Alguém agiu neste caso', { exact: false })).toBeVisible();
  await expect(ana.page.getByText('O processo foi sentenciado ontem.')).toBeVisible();
  await expect(extend.getByLabel('Motivo')).toHaveValue('A unidade pediu mais tempo para informar.');
  await extend.getByRole('button', { name: 'Prorrogar' }).click();
  await expect(ana.page.getByText('Feito: prorrogar o prazo.')).toBeVisible();
  const download = ana.page.waitForEvent('download');
  await ana.page.getByRole('button', { name: 'sentenca.txt' }).first().click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('Sentença de demonstração.\n');

  const answer = await open(ana.page, 'Responder');
  await answer.getByLabel('Resposta').fill('O seu processo foi sentenciado ontem.');
  await answer.getByRole('button', { name: 'Enviar a resposta' }).click();
  await expect(ana.page.getByText('Feito: responder.')).toBeVisible();
  expect((await ver(demo, 'ana', protocolo)).estado).toBe('respondida');
  for (const { seen, context } of [ana, bruno]) {
    // The browser itself reports the 404 of a case that went back, and the 409 of the older page.
    expect(seen.problems.filter((problem) => !/status of (404|409)/.test(problem))).toEqual([]);
    expect([...seen.origins].toSorted()).toEqual([demo.url, demo.backendUrl, demo.login.issuer].map((url) => new URL(url).origin).toSorted());
    await context.close();
  }
});

test('[OUV-14] two people are needed to see a preserved identity, and each look is in the audit', async ({ browser, demo }) => {
  const { protocolo } = await registrar(demo, 'manifestacoes', manifestacao({ tipo: 'denuncia', identificacao: { modo: 'preservada', nome: NOME, contato: { email: 'joana@exemplo.com.br' } } }));
  const ana = await desk(browser, demo, /^Ana/);
  await openCase(ana.page, protocolo);
  await expect(ana.page.getByText('A pessoa pediu que a identidade seja preservada.')).toBeVisible();
  await ana.page.getByLabel('Por que é preciso ver a identidade').fill('A Corregedoria precisa ouvir a pessoa.');
  await ana.page.getByRole('button', { name: 'Pedir para ver a identidade' }).click();
  await expect(ana.page.getByText('espera a decisão de outra pessoa', { exact: false })).toBeVisible();
  await expect(ana.page.getByText(NOME)).toHaveCount(0);

  const eva = await desk(browser, demo, /^Eva/, '#identidades');
  const request = eva.page.locator('section').filter({ hasText: `Caso ${protocolo}` });
  await expect(request.getByText('A Corregedoria precisa ouvir a pessoa.')).toBeVisible();
  await request.getByRole('button', { name: 'Autorizar' }).click();
  await expect(eva.page.getByText('Pedido autorizado.')).toBeVisible();

  await ana.page.reload();
  await expect(ana.page.getByText(NOME)).toBeVisible();
  // Who allowed it does not see it by that.
  await openCase(eva.page, protocolo);
  await expect(eva.page.getByText(NOME)).toHaveCount(0);
  await eva.page.getByRole('link', { name: 'Auditoria' }).click();
  await eva.page.getByLabel('Protocolo').fill(protocolo);
  await eva.page.getByRole('button', { name: 'Filtrar' }).click();
  const lines = eva.page.getByRole('row');
  await expect(lines.filter({ hasText: 'viu a identidade' }).filter({ hasText: 'Ana' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'autorizou ver a identidade' }).filter({ hasText: 'Eva' })).toHaveCount(1);
  for (const { seen, context } of [ana, eva]) {
    expect(seen.problems).toEqual([]);
    await context.close();
  }
});

test('an encrypted report is opened in the browser by a key that never leaves it', async ({ browser, demo }) => {
  const identity = await generateIdentity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const relato = 'Vi o desvio de material do almoxarifado do fórum.';
  const cifrado = armor.encode(await encrypter.encrypt(JSON.stringify({ relato, local: 'Almoxarifado' })));
  const { protocolo } = await registrar(demo, 'manifestacoes', { tipo: 'denuncia', cifrado, identificacao: { modo: 'anonima' }, privacidade: { versao: '2026-11', aceito: true } });
  const ana = await desk(browser, demo, /^Ana/);
  const sent: string[] = [];
  ana.page.on('request', (asked) => sent.push(`${asked.url()} ${asked.postData() ?? ''} ${JSON.stringify(asked.headers())}`));
  await openCase(ana.page, protocolo);
  await expect(ana.page.getByText('Texto cifrado.', { exact: false })).toBeVisible();
  await expect(ana.page.getByText(relato)).toHaveCount(0);
  await ana.page.getByLabel('Chave privada').fill('senha qualquer');
  await ana.page.getByRole('button', { name: 'Abrir', exact: true }).click();
  await expect(ana.page.getByText('Esta não é uma chave privada do age.')).toBeVisible();
  await ana.page.getByLabel('Chave privada').fill(await generateIdentity());
  await ana.page.getByRole('button', { name: 'Abrir', exact: true }).click();
  await expect(ana.page.getByText('Esta chave não abre este texto.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Esquecer a chave' }).click();
  await ana.page.getByLabel('Ou abra o arquivo da chave').setInputFiles({ name: 'chave.txt', mimeType: 'text/plain', buffer: Buffer.from(`# created: 2026-11-21\n${identity}\n`) });
  await expect(ana.page.getByText(relato)).toBeVisible();
  await expect(ana.page.getByText('Almoxarifado', { exact: true })).toBeVisible();
  await ana.page.getByRole('link', { name: 'Casos' }).click();
  await expect(ana.page.getByRole('heading', { name: 'Casos', level: 1 })).toBeFocused();
  expect(sent.join('\n')).not.toContain(identity.slice(15, 40));
  expect(sent.join('\n')).not.toContain(relato);
  expect(await ana.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(identity.slice(15, 40));
  expect(ana.seen.problems).toEqual([]);
  await ana.context.close();
});

test('[OUV-21] [OUV-22] [SIC-18] who manages takes the report, the cases and the denials as files', async ({ browser, demo }) => {
  const gilda = await desk(browser, demo, /^Gilda/);
  await expect(gilda.page.getByRole('heading', { name: 'Mensagens enviadas às pessoas' })).toBeVisible();
  await expect(gilda.page.getByRole('link', { name: 'Casos' })).toHaveCount(0);
  await gilda.page.getByRole('link', { name: 'Relatórios' }).click();
  const take = async (heading: string, button: string): Promise<[name: string, text: string]> => {
    const waiting = gilda.page.waitForEvent('download');
    await gilda.page.locator('section').filter({ has: gilda.page.getByRole('heading', { name: heading }) }).getByRole('button', { name: button }).click();
    const download = await waiting;
    return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
  };
  const [reportName, report] = await take('Relatório de atividades', 'Baixar planilha');
  expect(reportName).toMatch(/^relatorio-ouvidoria-.*\.csv$/);
  expect(report.startsWith('\uFEFFTribunal;Unidade;')).toBe(true);
  expect((await take('Relatório de atividades', 'Baixar página para imprimir'))[1]).toContain('<h1>Relatório de atividades</h1>');
  expect((await take('Exportar casos', 'Baixar casos'))[0]).toMatch(/^casos-.*\.jsonl$/);
  expect((await take('Negativas em recurso', 'Baixar planilha'))[1]).toContain('Tribunal;Mês;Protocolo');
  expect(gilda.seen.problems).toEqual([]);
  await gilda.context.close();
});

test('[OUV-21] with the computer’s clock months ahead, who signs in is in, and the reports propose the day of the court', async ({ browser, demo }) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 100 * 864e5;
  });
  const page = await context.newPage();
  await page.goto(`${demo.url}equipe.html#relatorios`);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('button', { name: /^Eva/ }).click();
  const { fuso } = (await (await page.request.get(`${demo.url}equipe.json`)).json()) as { fuso: string };
  const hoje = diaEm(fuso, Date.now());
  await expect(page.getByLabel('Fim').first()).toHaveValue(hoje);
  await expect(page.getByLabel('Mês')).toHaveValue(hoje.slice(0, 7));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sair' })).toBeVisible();
  await context.close();
});

test('the page is read at 360 and 1280 px and by axe, goes by keyboard, and says when the access is over', async ({ browser, demo }) => {
  const { protocolo } = await registrar(demo, 'manifestacoes', manifestacao({ relato: `Palavra${'muito'.repeat(60)}longa, e <b>marcas</b> que são só texto.` }));
  // axe builds probes with innerHTML: the strict policy is held by the other tests.
  const ana = await desk(browser, demo, /^Ana/, '', { bypassCSP: true });
  const { page } = ana;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const hash of ['casos', `caso/${protocolo}`, 'mensagens', 'relatorios']) {
      await page.evaluate((to) => (location.hash = to), hash);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      const wide = await page.evaluate(() => {
        const { clientWidth } = document.documentElement;
        return [...document.querySelectorAll('body *')].filter((one) => !one.closest('.rola') && one.getBoundingClientRect().right > clientWidth + 1).map((one) => `${one.tagName}.${one.className}`);
      });
      expect(wide, `${hash} at ${width}`).toEqual([]);
    }
  }
  await openCase(page, protocolo);
  await expect(page.getByText('<b>marcas</b>', { exact: false })).toBeVisible();
  for (const summary of await page.locator('details.ato > summary').all()) await summary.click();
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
    const found = await runner.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
  expect(violations).toEqual([]);

  // By keyboard alone: from the skip link to a note.
  const note = page.locator('details.ato').filter({ hasText: 'Anotar' });
  await note.getByLabel('Nota').focus();
  await page.keyboard.type('Anotado pelo teclado.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Feito: anotar.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.evaluate(() => {
    const [head, , tail] = (sessionStorage.getItem('atrio-equipe-token') ?? '').split('.');
    const body = btoa(JSON.stringify({ sub: 'ana', name: 'Ana', exp: 4102444800, aud: 'atrio', resource_access: { atrio: { roles: ['ouvidoria'] } } }));
    sessionStorage.setItem('atrio-equipe-token', `${head}.${body}.${tail}`);
  });
  expect(ana.seen.problems).toEqual([]);
  await page.reload();
  await expect(page.getByText('O seu acesso venceu. Entre de novo.')).toBeVisible();
  await ana.context.close();
});

test('a sign-in that this page did not ask for is not taken', async ({ page, demo }) => {
  await page.goto(`${demo.url}equipe.html?code=roubado&state=outro`);
  await expect(page.getByText('Não foi possível entrar. Tente de novo.')).toBeVisible({ timeout: 30_000 });
  expect(page.url()).toBe(`${demo.url}equipe.html`);
  const policy = (await (await page.request.get(`${demo.url}equipe.html`)).headers())['content-security-policy'] ?? '';
  expect(policy).toContain("trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
  expect(policy).not.toContain(demo.videoDomain);
});
