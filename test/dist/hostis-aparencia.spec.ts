/** The kit in pages whose style sheets spare nothing: what is inside of an element looks as it does in a plain page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TAGS, diferencas, medir, type Medida } from '../support/hostis/medir.ts';
import { defined, expect, test, type Site } from './site.ts';

const root = new URL('../../', import.meta.url);
const folha = (name: string): string => readFileSync(new URL(`test/support/hostis/${name}.css`, root), 'utf8');
const LOADER = '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="tribunal.json" data-backend="/api"></script>';

/** Pages: the style sheet, and what is around the elements. `estreita`: an ancestor leaves the element no width of its own to take. */
const PAGINAS: Record<string, { css: string; antes: string; depois: string }> = {
  'Bootstrap 5': {
    css: readFileSync(new URL('node_modules/bootstrap/dist/css/bootstrap.min.css', root), 'utf8'),
    antes: '<main class="container text-center text-uppercase fst-italic fw-bold lh-1 text-nowrap user-select-none"><div class="card"><div class="card-body form-control btn">',
    depois: '</div></div></main>',
  },
  'a WordPress theme': { css: folha('wordpress'), antes: '<article class="hentry"><div class="entry-content">', depois: '</div></article>' },
  'Liferay': { css: folha('liferay'), antes: '<div class="portlet-boundary"><div class="portlet-content">', depois: '</div></div>' },
  'Plone': { css: folha('plone'), antes: '<div id="content-core"><div>', depois: '</div></div>' },
  'a flood': { css: folha('enchente'), antes: '<div><b><div>', depois: '</div></b></div>' },
};

const corpo = TAGS.map((tag) => `<${tag}${tag === 'balcao-virtual' ? ' unidade="2-vara-civel-natal"' : ''}><p>Ligue para (84) 3673-8000.</p></${tag}>`).join('');

/** A page with every element, each 700 px wide whatever is around. */
async function abrir(page: Page, site: Site, css: string, antes: string, depois: string): Promise<Medida> {
  site.files.set('/pagina.css', css);
  site.page('/', `<link rel="stylesheet" href="/pagina.css">${LOADER}`, `${antes}${corpo}${depois}`);
  await page.goto(site.url);
  for (const tag of TAGS) await defined(page, tag);
  await page.evaluate((tags) => {
    for (const host of document.querySelectorAll<HTMLElement>(tags)) {
      for (const [name, value] of [['font-family', 'Arial, sans-serif'], ['letter-spacing', 'normal'], ['width', '700px'], ['max-width', 'none'], ['display', 'block']] as const) host.style.setProperty(name, value, 'important');
    }
  }, TAGS.join());
  await page.waitForLoadState('networkidle');
  return medir(page);
}

test('[ACC-01] inside Bootstrap, a WordPress theme, Liferay, Plone and a flood of !important, sizes, type and colours are those of a plain page', async ({ page, site }) => {
  await page.clock.setFixedTime('2026-11-18T10:00:00-03:00');
  await page.setViewportSize({ width: 1280, height: 900 });
  const calma = await abrir(page, site, 'body { color: #000 }', '<main>', '</main>');
  expect(Object.keys(calma).length).toBeGreaterThan(200);
  for (const tag of TAGS) expect(Object.keys(calma).some((onde) => onde.startsWith(tag)), tag).toBe(true);
  for (const [nome, { css, antes, depois }] of Object.entries(PAGINAS)) {
    const outra = await abrir(page, site, css, antes, depois);
    expect.soft(diferencas(calma, outra), nome).toEqual([]);
  }
});
