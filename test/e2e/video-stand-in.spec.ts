/** The demo's stand-in room, through the kit's own provider on a court's page under the strict policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import type { VideoConfig } from '../../src/contract/tribunal.ts';
import { startStandIn, type StandIn } from '../../demo/video/stand-in.ts';
import type { Court } from '../support/jitsi-page.ts';
import { bundle } from '../support/jitsi-real.ts';
import { startCourtSite, type CourtSite } from '../support/jitsi-servers.ts';

declare global {
  interface Window {
    court: Court;
  }
}

const ROOM = 'q7Zt_9bX2mKfL0aVwR3cYd8N';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const test = base.extend<object, { demo: { standIn: StandIn; site: CourtSite } }>({
  demo: [
    async ({}, use) => {
      const standIn = await startStandIn({ port: 0 });
      const site = await startCourtSite(await bundle(fileURLToPath(new URL('../support/jitsi-page.ts', import.meta.url))));
      await use({ standIn, site });
      await site.close();
      await standIn.close();
    },
    { scope: 'worker' },
  ],
});
test.use({ permissions: ['camera', 'microphone'] });

const complaints: string[] = [];

async function call(page: Page, { standIn, site }: { standIn: StandIn; site: CourtSite }): Promise<FrameLocator> {
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const csp = `default-src 'none'; script-src 'self' ${standIn.url}; frame-src ${standIn.url}; img-src 'self'; require-trusted-types-for 'script'; trusted-types atrio`;
  await page.goto(site.page(csp));
  const config: VideoConfig = { provider: 'jitsi', domain: standIn.domain, inseguroLocal: true };
  await page.evaluate(([one, room]) => window.court.open('balcao', one, room, { name: 'Maria' }), [config, ROOM] as const);
  return page.locator('#balcao').frameLocator('iframe');
}
const phases = (page: Page) => expect.poll(() => page.evaluate(() => window.court.phases('balcao')));

test('[BV-01] admits, and ends as an attendant would', async ({ page, demo }) => {
  const room = await call(page, demo);
  await expect(room.getByText('isto não é um atendimento real')).toBeVisible();
  await expect(room.getByText('Maria')).toBeVisible();
  await phases(page).toEqual(['waiting']);
  await room.getByRole('button', { name: 'Admitir' }).click();
  await phases(page).toEqual(['waiting', 'joined']);
  await room.getByRole('button', { name: 'Derrubar a conexão' }).click();
  await phases(page).toEqual(['waiting', 'joined', 'reconnecting']);
  await room.getByRole('button', { name: 'Restabelecer a conexão' }).click();
  await room.getByRole('button', { name: 'Encerrar' }).click();
  await phases(page).toEqual(['waiting', 'joined', 'reconnecting', 'joined', 'ended']);
  expect(complaints).toEqual([]);
});

test('[BV-17] refuses', async ({ page, demo }) => {
  const room = await call(page, demo);
  await room.getByRole('button', { name: 'Recusar' }).click();
  await phases(page).toEqual(['waiting', 'rejected']);
  await expect(room.getByRole('heading', { name: 'Entrada recusada' })).toBeFocused();
});

test('is used by keyboard alone, with the own camera in sight', async ({ page, demo }) => {
  const room = await call(page, demo);
  await expect(room.locator('#previa')).toBeVisible();
  const press = async (name: string): Promise<void> => {
    const button = room.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await press('Admitir');
  await expect(room.getByRole('heading', { name: 'Na chamada' })).toBeFocused();
  await press('Desligar câmera');
  await expect(room.getByRole('button', { name: 'Ligar câmera' })).toBeFocused();
  await expect(room.locator('#previa')).toBeHidden();
  await press('Desligar microfone');
  await expect(room.getByText('(microfone desligado)')).toBeVisible();
  await press('Sair da chamada');
  await phases(page).toEqual(['waiting', 'joined', 'ended']);
});

test('lets go when the page hangs up', async ({ page, demo }) => {
  const room = await call(page, demo);
  await room.getByRole('button', { name: 'Admitir' }).click();
  await phases(page).toEqual(['waiting', 'joined']);
  await page.evaluate(() => window.court.leave('balcao'));
  expect(await page.evaluate(() => [window.court.phases('balcao').at(-1), window.court.frames('balcao').length])).toEqual(['ended', 0]);
});

test('fits a phone, and axe finds nothing against it in any state', async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${demo.standIn.url}/${ROOM}`);
    for (const step of [null, 'Admitir', 'Derrubar a conexão', 'Sair da chamada']) {
      if (step) await page.getByRole('button', { name: step }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.evaluate(axe);
      const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run());
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
  }
});

test('serves nothing but itself', async ({ request, demo }) => {
  const { url } = demo.standIn;
  for (const path of ['/', '/../package.json', '/sala%2f..%2fx', '/a/b/c', '/stand-in.ts', '/_sala/', '/%00']) expect((await request.get(url + path)).status(), path).toBe(404);
  expect((await request.post(`${url}/${ROOM}`)).status()).toBe(405);
  const answer = await request.get(`${url}/${ROOM}?jwt=x`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
});
