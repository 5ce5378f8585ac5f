/**
 * Pictures of the stories, small ones: a third of the size and compressed, so that all of them fit in the repository, and so that how a
 * browser smooths a letter weighs little while a shift of 2 px or another colour does not.
 */
import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
import { pasta } from '../../scripts/lib/visual.ts';
import { expect, stories, test as base } from '../support/storybook.ts';

export const IMAGENS = fileURLToPath(new URL('./imagens/', import.meta.url));
/** Set by `npm run visual:aceitar`. */
export const aceitar = process.env['ATRIO_VISUAL'] === 'aceitar';
/** Every picture, and not only the light one of a phone and the dark one of a computer: when accepting, and by `npm test -- visual-all`. */
export const todas = aceitar || process.env['ATRIO_VISUAL'] === 'tudo';

/** Size of a picture beside the screen, and the quality of its compression. */
const ESCALA = 0.3;
const QUALIDADE = 50;
/** How far apart two pixels may be (0 to 1), and how many may be further: a part of all, or a handful. */
const LIMIAR = 0.1;
const PARTE = 0.0004;
const PUNHADO = 12;
/** Of a longer page only this much of its beginning, in CSS pixels: a picture of 3,000 units shows nothing more, and cannot be read back. */
const ALTO = 10_000;

const require = createRequire(import.meta.url);
const LETRA = 'Letra dos retratos';
const PESOS = [400, 600, 700];
const fonte = (peso: number): string => require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${peso}-normal.woff2`);
const pixelmatch = readFileSync(require.resolve('pixelmatch'), 'utf8').replace('export default function pixelmatch', 'globalThis.pixelmatch = function pixelmatch');

export interface Diferenca {
  /** Whether a person would see it. */
  mudou: boolean;
  /** Pixels further apart than allowed; the whole picture when the sizes differ. */
  pontos: number;
  tamanhos: readonly [string, string];
  /** Where, as a PNG in base64. */
  onde: string;
}

export interface Fotografo {
  page: Page;
  /** The whole page as it is now. */
  foto(formato?: 'retrato' | 'inteira'): Promise<Buffer>;
  comparar(antes: Buffer, depois: Buffer, ruido?: number): Promise<Diferenca>;
}

/** In every style sheet of the kit: one letter for all machines, nothing that moves or blinks, and nothing whose height is a guess until it is near. */
function parado(letra: string): void {
  const replace = CSSStyleSheet.prototype.replaceSync;
  CSSStyleSheet.prototype.replaceSync = function (text: string) {
    const still = '*,::before,::after{animation:none!important;transition:none!important;caret-color:transparent!important;content-visibility:visible!important}';
    replace.call(this, `${text.replace(/(ui-monospace,\s*)?\bmonospace\b/g, `'${letra}'`)}${text === '' ? '' : still}`);
  };
}

type Comparador = (a: Uint8ClampedArray, b: Uint8ClampedArray, out: Uint8ClampedArray, width: number, height: number, options: object) => number;

/** Runs in a page of its own: only a browser reads these pictures. */
async function comparado([antes, depois, ruido, limiar, parte, punhado]: [string, string, number, number, number, number]): Promise<Diferenca> {
  const read = async (data: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [a, b] = await Promise.all([read(antes), read(depois)]);
  // What another build of the browser does to the edge of a letter: the same ink, laid a little otherwise.
  for (let i = 0; ruido > 0 && i < b.data.length; i += 1) if (i % 4 !== 3) b.data[i] = b.data[i]! + (((i * 7919) % 13) / 6 - 1) * ruido;
  const tamanhos = [`${a.width}×${a.height}`, `${b.width}×${b.height}`] as const;
  if (tamanhos[0] !== tamanhos[1]) return { mudou: true, pontos: b.width * b.height, tamanhos, onde: '' };
  const out = new ImageData(a.width, a.height);
  const run = (globalThis as unknown as { pixelmatch: Comparador }).pixelmatch;
  const pontos = run(a.data, b.data, out.data, a.width, a.height, { threshold: limiar, includeAA: true });
  const mudou = pontos > Math.max(punhado, parte * a.width * a.height);
  let onde = '';
  if (mudou) {
    const canvas = new OffscreenCanvas(a.width, a.height);
    canvas.getContext('2d')!.putImageData(out, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    for (const byte of bytes) onde += String.fromCharCode(byte);
    onde = btoa(onde);
  }
  return { mudou, pontos, tamanhos, onde };
}

export const test = base.extend<object, { fotografo: Fotografo }>({
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('./fonts.conf', import.meta.url)) } as Record<string, string> }),
    { scope: 'worker' },
  ],
  fotografo: [
    async ({ browser, canvas, storybook }, use) => {
      const { page } = canvas;
      await page.clock.setFixedTime('2026-11-20T10:00:00-03:00');
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' });
      await page.addInitScript(parado, LETRA);
      await page.route(`${storybook}letra/*`, (route) =>
        route.fulfill({ path: fonte(Number(/(\d+)\.woff2$/.exec(route.request().url())?.[1])), contentType: 'font/woff2' }),
      );
      const faces = PESOS.map((peso) => `@font-face{font-family:'${LETRA}';font-weight:${peso};src:url(${storybook}letra/${peso}.woff2)}`).join('');
      const style = `${faces}:root{--atrio-font-family:'${LETRA}'}body{font-family:'${LETRA}'!important}`;
      let cdp: CDPSession | null = null;
      // The first story of a page is drawn before its letters are there: no story that is looked at is the first.
      const [first, second] = stories;
      await canvas.show(first!.id, 'light');
      await page.addStyleTag({ content: style });
      await page.evaluate(([letra, pesos]) => Promise.all(pesos.map((peso) => document.fonts.load(`${peso} 16px '${letra}'`))), [LETRA, PESOS] as const);
      await canvas.show(second!.id, 'light');
      // A window of its own: a tab behind another one is given no frames.
      const helper = await browser.newPage();
      await helper.evaluate(pixelmatch);
      await use({
        page,
        foto: async (formato = 'retrato') => {
          const clip = await page.evaluate(async (most) => {
            await document.fonts.ready;
            // Whoever took the focus may have scrolled to it.
            scrollTo({ top: 0, left: 0, behavior: 'instant' });
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            return { x: 0, y: 0, width: innerWidth, height: Math.min(most, Math.ceil(document.querySelector('#storybook-root')!.getBoundingClientRect().bottom + scrollY + 16)) };
          }, ALTO);
          cdp ??= await page.context().newCDPSession(page);
          const small = formato === 'retrato';
          const { data } = await cdp.send('Page.captureScreenshot', {
            ...(small ? { format: 'webp', quality: QUALIDADE } : { format: 'png' }),
            clip: { ...clip, scale: small ? ESCALA : 1 },
            captureBeyondViewport: true,
          });
          return Buffer.from(data, 'base64');
        },
        comparar: (antes, depois, ruido = 0) =>
          helper.evaluate(comparado, [antes.toString('base64'), depois.toString('base64'), ruido, LIMIAR, PARTE, PUNHADO] as [string, string, number, number, number, number]),
      });
      await helper.close();
    },
    { scope: 'worker' },
  ],
});

/** Where the picture of a story is kept. */
export const arquivo = (id: string, nome: string): string => join(IMAGENS, pasta(id), `${nome}.webp`);

export function guardar(path: string, data: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}

export const lido = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

export { expect };
