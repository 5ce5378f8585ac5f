/** The kit in pages that do as they please: old libraries, frames, dialogs, nodes that move, bodies that are swapped. */
import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from '@playwright/test';
import { TAGS } from '../support/hostis/medir.ts';
import { defined, expect, test, type Site } from './site.ts';

const LOADER = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json"></script>';
const FALLBACK = '<p>Ligue para (84) 3673-8000.</p>';
const FORM = `<ouvidoria-form>${FALLBACK}</ouvidoria-form>`;
const RELATO = 'Fui muito bem atendido no balcão, com paciência e clareza.';
const ajuda = (name: string): string => readFileSync(new URL(`../support/hostis/${name}`, import.meta.url), 'utf8');

/** A court file whose submissions go to the page's own server, and what came. */
async function comEnvio(page: Page, site: Site): Promise<string[]> {
  const recebidos: string[] = [];
  site.files.set('/tribunal.json', JSON.stringify({ nome: 'Tribunal', sigla: 'T', ramo: 'estadual', backend: { tipo: 'formulario', url: '/envio', codificacao: 'json' } }));
  await page.route('**/envio', async (route) => {
    recebidos.push(route.request().postData() ?? '');
    await route.fulfill({ status: 200, contentType: 'text/html', body: 'ok' });
  });
  return recebidos;
}

type Onde = Page | Frame;
const botao = (onde: Onde, name: string) => onde.getByRole('button', { name, exact: true });
/** Presses a choice. In a frame the page around may still be scrolling to it: a press that fell beside is made again, as a person would. */
const marcar = (box: Locator) => expect(() => box.check({ force: true, timeout: 2_000 })).toPass();
const titulo = (onde: Onde, name: string) => onde.getByRole('heading', { name });

/** From an empty form to the narrative, written. */
async function ateORelato(onde: Onde): Promise<void> {
  await marcar(onde.getByRole('radio', { name: 'Elogiar', exact: true }));
  await botao(onde, 'Continuar').click();
  await expect(titulo(onde, 'Conte o que aconteceu')).toBeFocused();
  await onde.getByLabel('Seu relato').fill(RELATO);
}

/** From the narrative to the receipt. */
async function doRelatoAoFim(onde: Onde): Promise<void> {
  await botao(onde, 'Continuar').click();
  await expect(titulo(onde, 'Quem é você')).toBeFocused();
  await marcar(onde.getByRole('radio', { name: 'Com meu nome', exact: true }));
  await onde.getByLabel('Nome completo').fill('Maria da Silva');
  await marcar(onde.getByRole('checkbox', { name: 'E-mail', exact: true }));
  await onde.getByLabel('Seu e-mail').fill('maria@exemplo.com.br');
  await botao(onde, 'Continuar').click();
  // The step scrolls to its heading: whoever presses before that presses beside.
  await expect(titulo(onde, 'Revise e envie')).toBeFocused();
  await marcar(onde.getByRole('checkbox', { name: /Li e entendi/ }));
  await botao(onde, 'Enviar manifestação').click();
  await expect(titulo(onde, 'Recebemos sua manifestação')).toBeVisible();
}

const LARGURAS: Record<string, string> = {
  'a flexible row': '.pai { display: flex }',
  'a centred column': '.pai { display: flex; flex-direction: column; align-items: center }',
  'a centred grid': '.pai { display: grid; place-items: center }',
  'a float': '.pai > * { float: left }',
  'a block in a line': '.pai > * { display: inline-block }',
  'a cell of a table': '.pai { display: table }',
  'a block out of the flow': '.pai { position: relative; height: 10px } .pai > * { position: absolute }',
};

test('[ACC-01] where the width comes from what is inside (a flexible row, a float, a table), every element is as wide as it can be read, and no wider than the page', async ({ page, site }) => {
  site.files.set('/pagina.css', Object.entries(LARGURAS).map(([, css], index) => css.replaceAll('.pai', `.pai${index}`)).join('\n'));
  site.page('/', `<link rel="stylesheet" href="/pagina.css">${LOADER}`, `<main>${TAGS.map((tag) => `<div class="pai"><${tag}${tag === 'balcao-virtual' ? ' unidade="2-vara-civel-natal"' : ''}>${FALLBACK}</${tag}></div>`).join('')}</main>`);
  await page.goto(site.url);
  for (const tag of TAGS) await defined(page, tag);
  await page.waitForLoadState('networkidle');
  for (const width of [1000, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [index, nome] of Object.keys(LARGURAS).entries()) {
      const seen = await page.evaluate(
        ([tags, n]) => {
          for (const pai of document.querySelectorAll('main > div')) pai.className = `pai${n}`;
          return { larguras: Object.fromEntries([...document.querySelectorAll(tags)].map((host) => [host.localName, host.getBoundingClientRect().width])), rolagem: document.documentElement.scrollWidth };
        },
        [TAGS.join(), index] as const,
      );
      for (const tag of TAGS) expect(seen.larguras[tag], `${tag} in ${nome} at ${width}`).toBeGreaterThan(width === 320 ? 280 : 440);
      expect(seen.rolagem, `${nome} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

for (const [nome, arquivo] of [
  ['with enumerable additions to every object, the JSON of Prototype.js, AMD and other leftovers', 'sujeira.js'],
  ['whose shared prototypes are frozen', 'congelada.js'],
] as const) {
  test(`[ACC-01] in a page ${nome}, every element shows and a form is filled in, kept through a reload and sent whole`, async ({ page, site, problems }) => {
    const recebidos = await comEnvio(page, site);
    const avisos: string[] = [];
    page.on('console', (message) => message.text().includes('[Átrio]') && avisos.push(message.text()));
    site.files.set('/pagina.js', ajuda(arquivo));
    site.page('/', `<script src="/pagina.js"></script>${LOADER}`, FORM);
    site.page('/todos', `<script src="/pagina.js"></script>${LOADER.replace('tribunal.json"', 'inteiro/tribunal.json" data-backend="/api"')}`, TAGS.map((tag) => `<${tag}${tag === 'balcao-virtual' ? ' unidade="2-vara-civel-natal"' : ''}>${FALLBACK}</${tag}>`).join(''));
    await page.goto(`${site.url}/todos`);
    await expect(page.locator('balcao-virtual').getByText(/agora/).first()).toBeVisible();
    await expect(page.locator('balcao-directory').getByText('2ª Vara Cível de Natal').first()).toBeVisible();
    await expect(titulo(page, 'O que você quer saber?')).toBeVisible();
    await expect(page.locator('cidadania-links').getByRole('link').first()).toBeVisible();
    await page.goto(site.url);
    await ateORelato(page);
    await page.reload();
    await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
    await doRelatoAoFim(page);
    expect(JSON.parse(recebidos[0] ?? '')).toMatchObject({ tipo: 'elogio', relato: RELATO, identificacao: { contato: { email: 'maria@exemplo.com.br' } } });
    expect(problems).toEqual([]);
    expect(avisos).toEqual([]);
  });
}

test('[ACC-01] moved, taken out and put back, a form keeps what was written, sends it once, and an element out of the page asks for nothing and listens to nothing', async ({ page, site, problems }) => {
  const recebidos = await comEnvio(page, site);
  // Counts who listens to the window and to the document, from before the first script.
  await page.addInitScript(() => {
    const ouvintes = { conta: 0 };
    (window as unknown as { ouvintes: typeof ouvintes }).ouvintes = ouvintes;
    for (const [target, name] of [[window, 'window'], [document, 'document']] as const) {
      const seen = new Map<string, Set<unknown>>();
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (type: string, listener: unknown, ...rest: unknown[]) => {
        const all = seen.get(name + type) ?? new Set();
        if (!all.has(listener)) ouvintes.conta += 1;
        seen.set(name + type, all.add(listener));
        (addEventListener as (...args: unknown[]) => void).call(target, type, listener, ...rest);
      };
      target.removeEventListener = (type: string, listener: unknown, ...rest: unknown[]) => {
        if (seen.get(name + type)?.delete(listener)) ouvintes.conta -= 1;
        (removeEventListener as (...args: unknown[]) => void).call(target, type, listener, ...rest);
      };
    }
  });
  site.page('/', LOADER, `<main>${FORM}</main><aside></aside>`);
  await page.goto(site.url);
  await ateORelato(page);
  await page.waitForLoadState('networkidle');
  const conta = (): Promise<number> => page.evaluate(() => (window as unknown as { ouvintes: { conta: number } }).ouvintes.conta);
  const antes = await conta();
  const fora = await page.evaluate(() => {
    const form = document.querySelector('ouvidoria-form')!;
    document.querySelector('aside')!.append(form);
    const { conta: dentro } = (window as unknown as { ouvintes: { conta: number } }).ouvintes;
    form.remove();
    const { conta: sem } = (window as unknown as { ouvintes: { conta: number } }).ouvintes;
    for (let times = 0; times < 20; times++) {
      document.body.append(form);
      form.remove();
    }
    (window as unknown as { form: Element }).form = form;
    return { dentro, sem, depois: (window as unknown as { ouvintes: { conta: number } }).ouvintes.conta };
  });
  expect(fora.dentro).toBe(antes);
  expect(fora.sem).toBeLessThan(antes);
  expect(fora.depois).toBe(fora.sem);
  await page.evaluate(() => document.querySelector('main')!.append((window as unknown as { form: Element }).form));
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  expect(await conta()).toBe(antes);
  await doRelatoAoFim(page);
  expect(recebidos).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('[ACC-01] a deep clone is an element of its own, and two on a page do not write in each other', async ({ page, site, problems }) => {
  await comEnvio(page, site);
  site.page('/', LOADER, `<main>${FORM}</main><aside></aside>`);
  await page.goto(site.url);
  await ateORelato(page);
  await page.evaluate(() => document.querySelector('aside')!.append(document.querySelector('main')!.cloneNode(true)));
  const copia = page.locator('aside ouvidoria-form');
  await expect(copia.getByRole('radio', { name: 'Reclamar', exact: true })).toBeVisible();
  await expect(copia.getByText('Conte o que aconteceu').last()).toBeVisible();
  await marcar(copia.getByRole('radio', { name: 'Sugerir', exact: true }));
  await copia.getByRole('button', { name: 'Continuar' }).click();
  await copia.getByLabel('Seu relato').fill('Outra coisa, bem diferente da primeira.');
  await expect(page.locator('body > main > ouvidoria-form').getByLabel('Seu relato')).toHaveValue(RELATO);
  await page.reload();
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  expect(problems).toEqual([]);
});

test('[ACC-01] in a modal dialog and under transformed, filtered and contained ancestors, the keyboard walks the form, and Escape closes the dialog without losing what was written', async ({ page, site, problems }) => {
  const recebidos = await comEnvio(page, site);
  site.files.set('/pagina.css', 'body { transform: scale(1); filter: brightness(1) } main { contain: layout; perspective: 1px; overflow: hidden } dialog { zoom: 1.2; width: 600px }');
  site.page('/', `<link rel="stylesheet" href="/pagina.css">${LOADER}`, `<main><dialog aria-label="Ouvidoria">${FORM}</dialog></main>`);
  await page.goto(site.url);
  await defined(page, 'ouvidoria-form');
  const abrir = () => page.evaluate(() => document.querySelector('dialog')!.showModal());
  await abrir();
  await ateORelato(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await abrir();
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  await page.getByLabel('Seu relato').focus();
  // Round the dialog: the focus reaches the button, and never what is behind.
  let achou = false;
  for (let presses = 0; presses < 25 && !achou; presses += 1) {
    await page.keyboard.press('Tab');
    achou = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.matches('button.primario') ?? false);
  }
  expect(achou).toBe(true);
  const caixa = await page.evaluate(() => {
    const button = document.querySelector('ouvidoria-form')!.shadowRoot!.querySelector('button.primario')!.getBoundingClientRect();
    const dialog = document.querySelector('dialog')!.getBoundingClientRect();
    return { dentro: button.left >= dialog.left && button.right <= dialog.right, rolagem: document.querySelector('dialog')!.scrollWidth - document.querySelector('dialog')!.clientWidth };
  });
  expect(caixa).toEqual({ dentro: true, rolagem: 0 });
  await doRelatoAoFim(page);
  expect(recebidos).toHaveLength(1);
  expect(problems).toEqual([]);
});

/** As Turbo Drive does: the body is swapped, scripts that were already there do not run again, Back restores by fetching. */
const TURBO = `
  const ir = async (url) => {
    const text = await (await fetch(url)).text();
    document.body.replaceWith(document.adoptNode(new DOMParser().parseFromString(text, 'text/html').body));
  };
  let nth = 0;
  history.replaceState({ turbo: { restorationIdentifier: 'a' + nth } }, '');
  addEventListener('popstate', ({ state }) => { if (state && state.turbo) ir(location.href); });
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || link.getAttribute('href')[0] !== '/') return;
    event.preventDefault();
    history.pushState({ turbo: { restorationIdentifier: 'a' + ++nth } }, '', link.href);
    ir(link.href);
  });
`;

test('[ACC-01] under navigation that swaps the body (Turbo, pjax), forward and back, the elements come up and a draft is still there', async ({ page, site, problems }) => {
  const recebidos = await comEnvio(page, site);
  site.csp = '';
  const cabeca = `<script type="module" src="/turbo.js"></script>${LOADER}`;
  site.files.set('/turbo.js', TURBO);
  site.page('/', cabeca, `<a href="/outra">Outra</a>${FORM}`);
  site.page('/outra', cabeca, `<a href="/">Primeira</a><cidadania-links tribunal="inteiro/tribunal.json">${FALLBACK}</cidadania-links>`);
  await page.goto(site.url);
  await ateORelato(page);
  await page.getByRole('link', { name: 'Outra' }).click();
  await expect(page.getByRole('link', { name: 'Ouvidoria' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Primeira' }).click();
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  await page.getByRole('link', { name: 'Outra' }).click();
  await expect(page.getByRole('link', { name: 'Ouvidoria' }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  await doRelatoAoFim(page);
  expect(recebidos).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('[ACC-01] Back from another page brings the form as it was, out of the memory of the browser or not', async ({ page, site, problems }) => {
  await comEnvio(page, site);
  site.page('/', LOADER, `<a href="/outra">Outra</a>${FORM}`);
  site.page('/outra', '', '<h1>Outra</h1>');
  await page.goto(site.url);
  await ateORelato(page);
  // A guard of what is not sent would ask here; the draft is kept, so nothing is asked.
  await page.goto(`${site.url}/outra`);
  await page.goBack();
  await expect(page.getByLabel('Seu relato')).toHaveValue(RELATO);
  await botao(page, 'Continuar').click();
  await expect(titulo(page, 'Quem é você')).toBeVisible();
  expect(problems).toEqual([]);
});

for (const [nome, atributos, outraOrigem] of [
  ['of the same origin', '', false],
  ['of another origin', '', true],
  ['in a sandbox without an origin', 'sandbox="allow-scripts allow-forms"', false],
] as const) {
  test(`[ACC-01] in a frame ${nome}, a form is filled in and sent, and nothing is thrown`, async ({ page, site, problems }) => {
    const recebidos = await comEnvio(page, site);
    site.csp = '';
    site.headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-expose-headers': 'Date' };
    if (atributos) {
      await page.route('**/envio', async (route) => {
        if (route.request().method() === 'POST') recebidos.push(route.request().postData() ?? '');
        await route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }, contentType: 'text/html', body: 'ok' });
      });
    }
    const origem = outraOrigem ? site.url.replace('127.0.0.1', 'localhost') : '';
    site.page('/quadro', LOADER, FORM);
    site.page('/', '', `<iframe ${atributos} src="${origem}/quadro" width="600" height="900" title="Ouvidoria"></iframe>`);
    await page.goto(site.url);
    const quadro = await (await page.locator('iframe').elementHandle())!.contentFrame();
    await ateORelato(quadro!);
    await doRelatoAoFim(quadro!);
    expect(recebidos).toHaveLength(1);
    expect(problems).toEqual([]);
  });
}
