/**
 * WCAG 2.2 on every story of the built Storybook, by two engines of rules and by how the page is drawn, at the width that a
 * 1280 px window has at 400 % (1.4.10); the other themes on the first story of each file, at 1280 px. Colours forced, motion
 * reduced and paper on the stories where they change what is seen.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { checar, desdobrar, espacado, inteiro } from '../support/aparencia.ts';
import { ibm } from '../support/ibm.ts';
import { expect, firsts, INDEX, stories, test, type Canvas } from '../support/storybook.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ROOT = '#storybook-root';
const NARROW = { width: 320, height: 740 };
const WIDE = { width: 1280, height: 800 };

test.describe.configure({ mode: 'parallel' });

test('the Storybook was built and has stories of every element', () => {
  expect(existsSync(INDEX), 'run: npm run storybook:build').toBe(true);
  const text = stories.map(({ id, title }) => `${id} ${title}`).join('\n');
  for (const tag of ['balcao', 'ouvidoria', 'sic', 'protocolo']) expect(text).toContain(tag);
});

/** The page of the worker goes from one file of tests to the next: each sets what it needs, where it differs. */
async function at(page: Page, size: { width: number; height: number }): Promise<void> {
  const now = page.viewportSize();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewportSize(size);
}

/** Shows a story, whole: defined, updated, painted, and with nothing folded away. */
async function show({ page, show: open }: Canvas, id: string, theme: string): Promise<void> {
  await open(id, theme);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('#storybook-root *')]
      .filter((element) => element.localName.includes('-'))
      .every((element) => customElements.get(element.localName) !== undefined),
  );
  // Two frames: the element updates, then paints.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const results = await page.evaluate(
    async ({ tags, root }) => {
      const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return runner.run(root, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    },
    { tags: TAGS, root: ROOT },
  );
  return results.violations.map(
    ({ id: rule, help, nodes }) => `axe ${rule}: ${help} (${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')})`,
  );
}

/** Shows colours that are too close, and is about saying so. */
const POUCO_CONTRASTE = 'tema-ao-vivo--contraste-baixo';
/** Three thousand rows like those of the other lists: each engine takes minutes to read them all. */
const TRES_MIL = 'elementos-balcao-directory--tres-mil';

for (const { id, title, name } of stories.filter((story) => story.id !== POUCO_CONTRASTE && story.id !== TRES_MIL)) {
  test(`[ACC-01] ${title}: ${name} has no violation that two engines can find, at 320 px, spaced, with targets and focus to be seen`, async ({ canvas }) => {
    const { page, problems } = canvas;
    await at(page, NARROW);
    await show(canvas, id, 'light');
    if (title.includes('directory')) await inteiro(page);
    const found = await axeFindings(page);
    await desdobrar(page, ROOT);
    const { executadas, violacoes } = await ibm(page, ROOT);
    expect(executadas).toBeGreaterThan(0);
    found.push(...violacoes, ...(await checar(page, ['ids', 'targets', 'fits'], ROOT)), ...(await espacado(page, ROOT)), ...(await checar(page, ['focus'], ROOT)));
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  });
}

// One theme after the other: changing it draws the story on show again.
for (const theme of ['dark', 'contrast']) {
  for (const { id, title, name } of firsts) {
    test(`[ACC-01] ${title}: ${name} (${theme}) has no violation that axe can find, at 1280 px, with targets and focus to be seen`, async ({ canvas }) => {
      const { page, problems } = canvas;
      await at(page, WIDE);
      await show(canvas, id, theme);
      const found = await axeFindings(page);
      found.push(...(await checar(page, ['targets', 'fits'], ROOT)), ...(await espacado(page, ROOT)), ...(await checar(page, ['focus'], ROOT)));
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    });
  }
}

/** Where a state is told by colour or something moves: the first story of each file, and those with a choice, a step, an error or a wait. */
const STATES = /demonstra|etapa|erros|escolha|chamad|carregando|enviando|aberto|espera|lista|ajuda|livre|recibo|atalho|revis|camera|meses|avaliando/;
const forced = stories.filter(({ id }) => firsts.some((first) => first.id === id) || STATES.test(id));

for (const { id, title, name } of forced) {
  test(`[ACC-01] ${title}: ${name} shows focus, borders and states with colours forced, and nothing moves with motion reduced`, async ({ canvas }) => {
    const { page } = canvas;
    await at(page, NARROW);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    try {
      await show(canvas, id, 'light');
      expect(await checar(page, ['forced', 'motion', 'focus'], ROOT)).toEqual([]);
    } finally {
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    }
  });
}

for (const { id, title, name } of stories.filter((story) => story.id.startsWith('partes-recibo'))) {
  test(`[ACC-01] ${title}: ${name} is printed whole, in black on white, from a dark page`, async ({ canvas }) => {
    const { page } = canvas;
    // The width of an A4 sheet.
    await at(page, { width: 794, height: 1123 });
    await show(canvas, id, 'dark');
    await page.emulateMedia({ media: 'print' });
    try {
      expect(await checar(page, ['paper', 'fits'], ROOT)).toEqual([]);
    } finally {
      await page.emulateMedia({ media: null });
    }
  });
}
