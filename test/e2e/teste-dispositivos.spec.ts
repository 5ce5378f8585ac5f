/** The test of camera, sound and network on a court's page, in a real browser: with devices that work, and with a permission that was refused. */
import { chromium, type Locator, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../../scripts/lib/browser.ts';
import { expect, ready, test } from '../support/demo.ts';

const CHROME_ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const UNIDADE = 'central-atendimento';
const balcao = (page: Page): Locator => page.locator(`balcao-virtual[unidade="${UNIDADE}"]`);
const press = (page: Page, name: string): Promise<void> => balcao(page).getByRole('button', { name, exact: true }).click();

/** Tracks of camera and microphone that are on, counted from the first script of the page. */
async function contar(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
    (window as unknown as { ligados(): number }).ligados = () => tracks.filter(({ readyState }) => readyState === 'live').length;
  });
  return () => page.evaluate(() => (window as unknown as { ligados(): number }).ligados());
}

async function abrirTeste(page: Page, url: string): Promise<void> {
  await page.goto(`${url}balcao.html?unidade=${UNIDADE}`);
  await ready(page);
  await press(page, 'Chamar por vídeo');
  await press(page, 'Andamento de processo');
  await press(page, 'Testar câmera e som');
  await expect(balcao(page).getByRole('heading', { name: 'Testar câmera, som e internet' })).toBeVisible();
}

test('[BV-16] camera, microphone, speaker and network are tested on the page, one on at a time, and all is off at the end', async ({ page, demo }) => {
  const ligados = await contar(page);
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions policy|Trusted/i.test(message.text())) wrong.push(message.text());
  });
  await abrirTeste(page, demo.url);
  expect(await ligados()).toBe(0);
  await press(page, 'Testar');
  await expect(balcao(page).locator('video')).toBeVisible();
  await expect.poll(() => balcao(page).locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  expect(await ligados()).toBe(1);
  await press(page, 'Sim, estou me vendo');
  // Chromium's fake microphone beeps once a second.
  await expect(balcao(page).getByText('Estamos ouvindo você.').first()).toBeVisible();
  expect(await ligados()).toBe(1);
  await press(page, 'Sim, está funcionando');
  expect(await ligados()).toBe(0);
  await press(page, 'Tocar o som');
  await press(page, 'Sim, ouvi');
  await expect(balcao(page).getByText('É só uma ideia de como está neste momento.')).toBeVisible();
  await press(page, 'Continuar');
  await expect(balcao(page).getByRole('heading', { name: 'Resultado do teste' })).toBeVisible();
  await press(page, 'Continuar');
  await expect(balcao(page).getByRole('button', { name: 'Entrar na fila' })).toBeVisible();
  expect([await ligados(), wrong]).toEqual([0, []]);
});

test('[BV-16] a permission that was refused is explained, and the person goes into the queue by voice alone', async ({ demo }) => {
  const { path } = ensureBrowser();
  const flags = browserFlags(path);
  const browser = await chromium.launch({
    executablePath: path,
    args: [...flags.filter((flag) => flag !== '--use-fake-ui-for-media-stream'), '--use-fake-ui-for-media-stream=deny'],
    chromiumSandbox: !flags.includes('--no-sandbox'),
  });
  try {
    const page = await browser.newPage({ locale: 'pt-BR', viewport: { width: 360, height: 800 }, userAgent: CHROME_ANDROID });
    const ligados = await contar(page);
    await abrirTeste(page, demo.url);
    await press(page, 'Testar');
    await expect(balcao(page).getByText('O navegador está sem permissão para usar a câmera').first()).toBeVisible();
    await expect(balcao(page).getByText('Toque em “Permissões” e ligue a câmera e o microfone.')).toBeVisible();
    await press(page, 'Parar o teste e continuar');
    await expect(balcao(page).getByText('Você vai entrar sem câmera, só com a voz.')).toBeVisible();
    expect(await ligados()).toBe(0);
  } finally {
    await browser.close();
  }
});
