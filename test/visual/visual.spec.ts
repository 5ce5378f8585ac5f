/**
 * How every story looks, on a phone and on a computer, light and dark, beside the picture of it that was accepted. On a change that is
 * meant: `npm run visual:aceitar`. What failed is in test-results/, with the whole screenshot and where it differs.
 */
import { writeFileSync } from 'node:fs';
import { filesUnder } from '../../scripts/lib/files.ts';
import { pasta } from '../../scripts/lib/visual.ts';
import { stories, type Canvas } from '../support/storybook.ts';
import { pares, paresSemMedida } from './pares.ts';
import { aceitar, arquivo, expect, guardar, IMAGENS, lido, test, todas, type Diferenca, type Fotografo } from './retrato.ts';

test.describe.configure({ mode: 'parallel' });

const TELAS = [360, 1280];
const ALTURA = 800;
/** So many pictures in a row tell that another look than the accepted one is there to stay. */
const MUITAS = 8;
const IGUAL: Diferenca = { mudou: false, pontos: 0, tamanhos: ['', ''], onde: '' };

/** As the toolbar does, without drawing the story again. */
async function escurecer({ page }: Canvas): Promise<void> {
  await page.evaluate(async () => {
    document.body.dataset['atrioTheme'] = 'dark';
    const elements = [...document.querySelectorAll<HTMLElement & { updateComplete?: Promise<unknown> }>('.atrio-palco *')];
    for (const element of elements) if (element.localName.includes('-') && !element.hasAttribute('theme')) element.setAttribute('theme', 'dark');
    await Promise.all(elements.map((element) => element.updateComplete));
  });
}

/** How a story looks once nothing in it moves any more: as it was accepted, else as it is when some pictures in a row are one. */
async function quieto({ page, foto, comparar }: Fotografo, before: Buffer | null): Promise<{ now: Buffer; found: Diferenca | null }> {
  const wanted = aceitar ? 4 : MUITAS;
  let last: Buffer | null = null;
  for (let turn = 0, same = 1; ; turn++) {
    const now = await foto();
    // On one machine a look that is the same is the same file: nothing to read.
    if (before?.equals(now) && !aceitar) return { now, found: IGUAL };
    same = last?.equals(now) ? same + 1 : 1;
    last = now;
    const found = before && !before.equals(now) && !aceitar ? await comparar(before, now) : null;
    if (found && !found.mudou) return { now, found };
    if (same >= wanted || turn === 3 * MUITAS) return { now, found: found ?? (before && (before.equals(now) ? IGUAL : await comparar(before, now))) };
    // What comes late, the focus for one, takes its turn here.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  }
}

for (const { id, title, name } of stories) {
  test(`${title}: ${name} looks as it was accepted`, async ({ canvas, fotografo }, info) => {
    const failures: string[] = [];
    await canvas.show(id, 'light');
    expect.soft(await paresSemMedida(canvas.page), 'colours laid on each other that scripts/lib/tema/contraste.ts does not measure').toEqual([]);
    for (const tema of ['claro', 'escuro']) {
      if (tema === 'escuro') await escurecer(canvas);
      for (const width of tema === 'claro' ? TELAS : TELAS.toReversed()) {
        if (!todas && width !== (tema === 'claro' ? 360 : 1280)) continue;
        await canvas.page.setViewportSize({ width, height: ALTURA });
        const nome = `${tema}-${width}`;
        const path = arquivo(id, nome);
        const before = lido(path);
        const { now, found } = await quieto(fotografo, before);
        if (found && !found.mudou) continue;
        if (aceitar) {
          guardar(path, now);
          continue;
        }
        failures.push(found ? `${nome}: ${found.pontos} points differ (${found.tamanhos.join(' before, now ')})` : `${nome}: there is no picture of it yet`);
        writeFileSync(info.outputPath(`${nome}-agora.png`), await fotografo.foto('inteira'));
        if (before) writeFileSync(info.outputPath(`${nome}-antes.webp`), before);
        if (found?.onde) writeFileSync(info.outputPath(`${nome}-onde.png`), Buffer.from(found.onde, 'base64'));
      }
    }
    expect(failures, `see ${info.outputDir}; if it is meant: npm run visual:aceitar`).toEqual([]);
  });
}

test('a shift of 2 px and another colour are seen; how a browser smooths letters is not', async ({ canvas, fotografo }) => {
  const { page } = canvas;
  await canvas.show(stories.find(({ title }) => title === 'Elementos/protocolo-tracker')!.id, 'light');
  await page.setViewportSize({ width: 360, height: ALTURA });
  expect(await pares(page)).toEqual(expect.arrayContaining(['text on background', 'on-primary on primary']));
  const before = await fotografo.foto();
  const after = async (change: (element: HTMLElement) => void): Promise<Awaited<ReturnType<typeof fotografo.comparar>>> => {
    const handle = await page.evaluateHandle(() => document.querySelector('protocolo-tracker')!.shadowRoot!.querySelector<HTMLElement>('a, button')!);
    await handle.evaluate(change);
    const picture = await fotografo.foto();
    await handle.evaluate((element) => element.removeAttribute('style'));
    return fotografo.comparar(before, picture);
  };
  expect((await fotografo.comparar(before, await fotografo.foto())).pontos, 'nothing changed').toBe(0);
  expect((await fotografo.comparar(before, before, 8)).mudou, 'the edges of the letters').toBe(false);
  expect((await after((element) => (element.style.translate = '0 2px'))).mudou, '2 px down').toBe(true);
  expect((await after((element) => (element.style.translate = '2px 0'))).mudou, '2 px to the side').toBe(true);
  expect((await after((element) => (element.style.color = '#b3150a'))).mudou, 'red letters').toBe(true);
  expect((await after((element) => (element.style.visibility = 'hidden'))).mudou, 'gone').toBe(true);
});

test('every picture is of a story, and all of them are light enough to keep', () => {
  const pictures = filesUnder('.', IMAGENS);
  const known = new Set(stories.map(({ id }) => pasta(id)));
  expect(pictures.filter((file) => !known.has(file.split('/')[0] ?? ''))).toEqual([]);
  const bytes = pictures.reduce((sum, file) => sum + (lido(`${IMAGENS}${file}`)?.length ?? 0), 0);
  expect(bytes).toBeLessThan(15e6);
});
