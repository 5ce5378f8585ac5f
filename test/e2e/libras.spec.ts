/** The demo court's pages with VLibras on: what the kit shows is translated, and goes on working. VLibras is a stand-in that listens as it does. */
import type { Locator, Page } from '@playwright/test';
import { expect, ready, test, watch } from '../support/demo.ts';
import { vlibras, type VLibrasDublado } from '../support/vlibras.ts';

const dublado = (page: Page, fazer: 'abrir' | 'fechar'): Promise<void> => page.evaluate((name) => (globalThis as unknown as { dublado: VLibrasDublado }).dublado[name](), fazer);
/** What was asked to be translated since the last time. */
const lidos = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { dublado: VLibrasDublado }).dublado.lidos.splice(0));
const segundoPasso = (page: Page): Locator => page.locator('[data-atrio-libras] button');
const moldura = (page: Page): Locator => page.locator('[data-atrio-libras] > div').first();

/** Opens VLibras on a page and waits for the bridge, which comes with the next move of the pointer. */
async function ligar(page: Page): Promise<void> {
  await dublado(page, 'abrir');
  const ponte = page.waitForResponse(/\/chunks\/ponte-/);
  await page.locator('h1').hover();
  await (await ponte).finished();
  await page.waitForFunction(() => Symbol.for('atrio.libras') in globalThis);
}

/** A visible text of the kit: highlighted, and translated by one click. */
async function traduz(page: Page, alvo: Locator): Promise<void> {
  await alvo.hover();
  await expect(moldura(page)).toBeVisible();
  const visto = (await alvo.innerText()).replace(/\s+/g, ' ').trim();
  await alvo.click();
  const ditos = await lidos(page);
  expect(ditos).toHaveLength(1);
  expect(ditos[0]).toBeTruthy();
  // A part with blocks in it says the one that was pressed.
  expect(visto).toContain(ditos[0]);
}

for (const versao of [6, 7] as const) {
  test(`[ACC-02] with VLibras ${versao}, every demo page's elements are translated, buttons and fields work, and no policy is broken`, async ({ page, demo }) => {
    test.setTimeout(120_000);
    const seen = await watch(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(vlibras, versao);

    // The counter: several elements on one page, one of them in a fold of the page.
    await page.goto(`${demo.url}balcao.html`);
    await ready(page);
    await page.mouse.move(300, 300);
    expect(asked.filter((url) => url.includes('ponte-')), 'nothing is loaded while VLibras is off').toEqual([]);
    await ligar(page);
    const balcao = page.locator('balcao-virtual.plantao');
    await traduz(page, balcao.getByRole('heading').first());
    const dobra = balcao.locator('summary').first();
    await dobra.click();
    expect(await lidos(page)).toHaveLength(1);
    await expect(dobra.locator('..')).not.toHaveAttribute('open');
    await segundoPasso(page).click();
    await expect(dobra.locator('..')).toHaveAttribute('open');
    // The page's own text is VLibras's, once.
    await page.locator('h1').click();
    expect(await lidos(page)).toEqual(['Balcão Virtual']);
    // Closed: a button answers to the first press again.
    await dublado(page, 'fechar');
    await dobra.click();
    await expect(dobra.locator('..')).not.toHaveAttribute('open');
    expect(await lidos(page)).toEqual([]);

    // The ombudsman's form: a choice is marked and said at once, a button asks for the second step.
    await page.goto(`${demo.url}ouvidoria.html`);
    await ready(page);
    await ligar(page);
    const form = page.locator('ouvidoria-form');
    await traduz(page, form.locator('legend, h2').first());
    const radio = form.getByRole('radio').first();
    await radio.click({ force: true });
    await expect(radio).toBeChecked();
    expect(await lidos(page)).toHaveLength(1);
    const continuar = form.getByRole('button', { name: 'Continuar' });
    const etapa = await form.locator('form, .painel').first().innerText();
    await continuar.click();
    expect(await lidos(page)).toEqual(['Continuar']);
    await expect(segundoPasso(page)).toHaveText('Interagir');
    await segundoPasso(page).click();
    await expect.poll(async () => (await form.locator('form, .painel').first().innerText()) !== etapa).toBe(true);

    // Fields keep what is typed, and it goes nowhere.
    await page.goto(`${demo.url}acompanhar.html`);
    await ready(page);
    await ligar(page);
    const tracker = page.locator('protocolo-tracker');
    const protocolo = tracker.getByRole('textbox').first();
    await protocolo.click();
    await page.keyboard.type('2026.000001-0');
    await page.keyboard.press('Tab');
    await expect(protocolo).toHaveValue('2026.000001-0');
    const rotulos = await lidos(page);
    expect(rotulos).toHaveLength(2);
    expect(rotulos.join()).not.toContain('2026');

    for (const [pagina, tag] of [['sic.html', 'sic-request'], ['unidades.html', 'balcao-directory']] as const) {
      await page.goto(demo.url + pagina);
      await ready(page);
      await ligar(page);
      await traduz(page, page.locator(tag).locator('h2, h3, legend, p').filter({ visible: true }).first());
    }
    expect(seen.problems).toEqual([]);
  });
}
