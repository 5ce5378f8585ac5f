/** Other languages, on the built files: what a person sees on the counter's page and on forms, and what comes over the network. */
import type { Page } from '@playwright/test';
import { juntos, textosDe } from '../support/textos.ts';
import { expect, test, type Site } from './site.ts';

const script = (locale = ''): string => `<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"${locale}></script>`;
const TAGS = ['balcao-virtual', 'ouvidoria-form', 'sic-request', 'protocolo-tracker', 'cidadania-links'] as const;
/** The court file of the demo has no backend here, and no texts of its own. */
const COURT = JSON.stringify({
  nome: 'Tribunal de Prova',
  sigla: 'TP',
  ramo: 'estadual',
  uf: 'RN',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: '/api' },
  video: { provider: 'jitsi', domain: 'video.example.org' },
  unidades: [{ id: 'u1', nome: '1ª Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00; PH off', video: { provider: 'link', url: 'https://video.example.org/sala' }, telefones: [{ numero: '(84) 5555-0100' }] }],
});

/** All that is seen or read out in the elements of a page: texts, labels, and what is announced. */
const words = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (/^(style|script)$/i.test(element.localName)) continue;
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) all.push(element.getAttribute(name) ?? '');
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) all.push(node.textContent ?? '');
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    for (const host of document.querySelectorAll('*')) if (host.localName.includes('-') && host.shadowRoot) walk(host.shadowRoot);
    return all.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  });

/** What tells Portuguese: its texts that the language says otherwise, whole; with what fills the gaps between the words. */
async function portuguese(lang: 'en' | 'es'): Promise<(seen: readonly string[]) => string[]> {
  const pt = juntos(await textosDe('pt-br'));
  const own = juntos(await textosDe(lang));
  const inOther = new Set(Object.values(own));
  const plain = new Set<string>();
  const patterns: RegExp[] = [];
  for (const [key, text] of Object.entries(pt)) {
    if (own[key] === text || inOther.has(text) || !/\p{L}{3}/u.test(text.replace(/\{\w+\}/g, ''))) continue;
    if (!/\{\w+\}/.test(text)) plain.add(text);
    else if (!Object.values(own).some((said) => said === text)) patterns.push(new RegExp(`^${text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`));
  }
  return (seen) => seen.filter((text) => plain.has(text) || patterns.some((pattern) => pattern.source.replace(/[\^$.+\\]/g, '').length > 6 && pattern.test(text)));
}

async function open(page: Page, site: Site, lang: string): Promise<void> {
  site.files.set('/tribunal.json', COURT);
  site.page('/', script(` data-locale="${lang}"`), '<balcao-virtual unidade="u1"></balcao-virtual><ouvidoria-form></ouvidoria-form><sic-request></sic-request><protocolo-tracker></protocolo-tracker><cidadania-links ouvidoria="/o" sic="/s" transparencia="/t" balcao="/b" acompanhar="/a"></cidadania-links>');
  await page.goto(site.url);
  for (const tag of TAGS) await expect(page.locator(tag)).toHaveAttribute('lang', lang);
}

const ASK = {
  en: { contagem: 'Where the SIC is and other ways to ask', tipo: 'Complain', seguir: 'Continue', relato: 'Your account', falta: 'Tell us what happened.', horario: 'Opening hours', dia: 'Monday to Friday', consultar: 'Look up', erro: 'Write the protocol number.', periodo: 'What do you want to know?' },
  es: { contagem: 'Dónde está el SIC y otras formas de pedir', tipo: 'Reclamar', seguir: 'Continuar', relato: 'Su relato', falta: 'Cuente lo que pasó.', horario: 'Horario de atención', dia: 'Lunes a viernes', consultar: 'Consultar ahora', erro: 'Escriba el protocolo.', periodo: '¿Qué quiere saber?' },
} as const;

for (const lang of ['en', 'es'] as const) {
  test(`[ACC-03] ${lang}: the counter with its hours, and forms as far as their errors, without a word of Portuguese`, async ({ page, site, problems }) => {
    const left = await portuguese(lang);
    const said = ASK[lang];
    await open(page, site, lang);

    const counter = page.locator('balcao-virtual');
    await counter.getByText(said.horario, { exact: true }).first().click();
    await expect(counter.getByText(said.dia)).toBeVisible();

    const form = page.locator('ouvidoria-form');
    await form.getByRole('radio', { name: said.tipo }).first().check({ force: true });
    await form.getByRole('button', { name: said.seguir, exact: true }).click();
    await expect(form.getByText(said.relato, { exact: true })).toBeVisible();
    await form.getByRole('button', { name: said.seguir, exact: true }).click();
    await expect(form.getByText(said.falta).first()).toBeVisible();

    const sic = page.locator('sic-request');
    await expect(sic.getByText(said.periodo).first()).toBeVisible();
    await sic.getByRole('button', { name: said.seguir, exact: true }).click();

    const tracker = page.locator('protocolo-tracker');
    await tracker.getByRole('button', { name: said.consultar, exact: true }).click();
    await expect(tracker.getByText(said.erro).first()).toBeVisible();

    const seen = await words(page);
    expect(seen.length).toBeGreaterThan(100);
    expect(left(seen)).toEqual([]);
    expect(problems).toEqual([]);

    // Back to Portuguese while it is used: what was opened and written stays.
    await page.evaluate((tags) => tags.forEach((tag) => ((document.querySelector(tag) as HTMLElement).lang = 'pt-BR')), TAGS);
    await expect(form.getByText('Conte o que aconteceu.').first()).toBeVisible();
    expect(left(await words(page)).length).toBeGreaterThan(50);
  });
}

test('[ACC-03] Portuguese downloads nothing of another language, another language only its own files', async ({ page, site }) => {
  site.files.set('/tribunal.json', COURT);
  site.page('/', script(), '<cidadania-links ouvidoria="/o" sic="/s"></cidadania-links>');
  await page.goto(site.url);
  await expect(page.locator('cidadania-links')).toHaveAttribute('lang', 'pt-BR');
  await page.waitForLoadState('networkidle');
  const before = site.requests.length;
  expect(site.requests.filter((path) => /\/(late|texts)-/.test(path))).toEqual([]);
  await page.locator('cidadania-links').evaluate((element) => ((element as HTMLElement).lang = 'es'));
  await expect(page.locator('cidadania-links')).toContainText('oficina de atención');
  expect(site.requests.slice(before).filter((path) => path.includes('texts-en'))).toEqual([]);
  expect(site.requests.slice(before).filter((path) => path.includes('texts-es-shared'))).toEqual([]);
});

test('[ACC-03] a language whose file does not come leaves Portuguese, and comes when it is chosen again', async ({ page, site }) => {
  site.files.set('/tribunal.json', COURT);
  site.page('/', script(), '<cidadania-links ouvidoria="/o" sic="/s"></cidadania-links>');
  await page.goto(site.url);
  const links = page.locator('cidadania-links');
  await expect(links).toContainText('Ouvidoria');
  await page.route(/texts-en-/, (route) => route.abort(), { times: 1 });
  // The attribute says Portuguese until the other language is there: that it failed is told by the console alone.
  const told = page.waitForEvent('console', (message) => message.text().includes('os textos em "en" não carregaram'));
  await links.evaluate((element) => ((element as HTMLElement).lang = 'en'));
  await told;
  await expect(links).toHaveAttribute('lang', 'pt-BR');
  await expect(links).toContainText('Reclame, denuncie');
  await links.evaluate((element) => ((element as HTMLElement).lang = 'en'));
  await expect(links).toContainText('ombudsman');
  await expect(links).toHaveAttribute('lang', 'en');
});

for (const [nome, atributos, depois] of [
  ['a language', 'lang="en"', 'ombudsman'],
  ['a theme', 'theme="dark"', 'Reclame, denuncie'],
] as const) {
  test(`[ACC-03] the page's own content stays until the code of ${nome} is there; where that does not come, Portuguese in light colours serves, and it is asked for again when the network is back`, async ({ page, site }) => {
    site.files.set('/tribunal.json', COURT);
    site.page('/', script(), `<cidadania-links ${atributos} ouvidoria="/o" sic="/s"><p>Ligue para (84) 3673-8000.</p></cidadania-links>`);
    let quebrar = (): void => undefined;
    const pedido = new Promise<void>((resolve) => {
      void page.route(/\/late-[\w-]{7}\.js/, async (route) => {
        resolve();
        await new Promise<void>((falhar) => (quebrar = falhar));
        await route.abort();
      }, { times: 1 });
    });
    await page.goto(site.url);
    await pedido;
    const links = page.locator('cidadania-links');
    await expect(links).toHaveJSProperty('isUpdatePending', true);
    await expect(links.getByText('Ligue para')).toBeVisible();
    quebrar();
    await expect(links).toContainText('Reclame, denuncie');
    await expect(links.getByText('Ligue para')).toBeHidden();
    await expect(links).toHaveAttribute('lang', 'pt-BR');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(links).toContainText(depois);
    if (nome === 'a theme') await expect(links.getByRole('link').first()).toHaveCSS('color', 'rgb(242, 244, 247)');
  });
}
