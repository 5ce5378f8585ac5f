/**
 * A citizen's way through the demo court with a backend in a process of its own, so that it can be killed where it hurts most:
 * after the record is on disk and before the answer leaves.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { expect, test as base, type Page } from '@playwright/test';
import { siteApp } from '../../demo/court-site.ts';
import { freePort } from '../../scripts/lib/free-port.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PROTOCOLO = /\d{4}\.\d{6}-\d/;

interface Court {
  url: string;
  /** Starts the backend; with `kill`, it dies right after the next commit. Resolves when it answers. */
  up(kill?: boolean): Promise<void>;
  /** Resolves when the backend has died by itself. */
  died(): Promise<NodeJS.Signals | null>;
  down(): Promise<void>;
}

const test = base.extend<{ court: Court }>({
  court: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'atrio-jornada-'));
    const port = await freePort();
    const backendUrl = `http://127.0.0.1:${port}`;
    const app = siteApp({ backendUrl, videoOrigin: 'http://localhost:9', videoDomain: 'localhost:9', insecureVideo: true });
    const server = await new Promise<ServerType>((done) => {
      const started: ServerType = serve({ fetch: app.fetch, port: 0 }, () => done(started));
    });
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    let child: ChildProcess | null = null;
    let exit: Promise<NodeJS.Signals | null> = Promise.resolve(null);
    const court: Court = {
      url: `${origin}/`,
      async up(kill = false) {
        const started = spawn(process.execPath, ['--import', 'tsx', 'demo/backend/main.ts'], {
          cwd: ROOT,
          stdio: ['ignore', 'pipe', 'inherit'],
          env: {
            ...process.env,
            PORT: String(port),
            ATRIO_DATA_DIR: dataDir,
            ATRIO_CORS_ORIGINS: origin,
            ATRIO_LOG: 'silent',
            DATABASE_URL: '',
            ...(kill ? { NODE_ENV: 'test', ATRIO_TEST_KILL: 'after-commit' } : {}),
          },
        });
        child = started;
        exit = new Promise((done) => started.once('exit', (_code, signal) => done(signal)));
        await new Promise<void>((ready, fail) => {
          started.stdout?.on('data', (chunk: Buffer) => chunk.includes('ouvindo') && ready());
          started.once('exit', (code) => fail(new Error(`the backend ended with ${code} before it answered`)));
        });
      },
      died: () => exit,
      async down() {
        child?.kill('SIGTERM');
        await exit;
      },
    };
    try {
      await use(court);
    } finally {
      await court.down();
      await new Promise((done) => server.close(done));
      await rm(dataDir, { recursive: true, force: true });
    }
  },
});

test.describe.configure({ timeout: 120_000 });

const next = (page: Page) => page.getByRole('button', { name: 'Continuar' }).click();
const step = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeFocused();

/** Presses a choice where people press it: its card is the label, and covers the box. */
const pick = (page: Page, role: 'radio' | 'checkbox', name: string | RegExp) => page.getByRole(role, { name, exact: true }).check({ force: true });

const RELATO = 'Esperei três horas no balcão da vara e ninguém me atendeu.';

/** Fills the manifestation up to the review. */
async function writeManifestacao(page: Page): Promise<void> {
  await pick(page, 'radio', 'Reclamar');
  await next(page);
  await step(page, 'Conte o que aconteceu');
  await page.getByLabel('Seu relato').fill(RELATO);
  await next(page);
  await step(page, 'Quem é você');
  await pick(page, 'radio', 'Com meu nome');
  await page.getByLabel('Nome completo').fill('Maria da Silva');
  await pick(page, 'checkbox', 'Outro jeito');
  await page.getByLabel('Como encontramos você?').fill('Centro POP da Ribeira');
  await next(page);
  await step(page, 'Revise e envie');
  await pick(page, 'checkbox', /Li e entendi/);
}

interface Receipt {
  protocolo: string;
  chave: string;
}

/** Reads the receipt on the screen. */
async function receipt(page: Page, tag: string): Promise<Receipt> {
  await expect(page.locator(tag).getByText(PROTOCOLO).first()).toBeVisible({ timeout: 60_000 });
  const text = await page.locator(tag).evaluate((element) => (element.shadowRoot as ShadowRoot).textContent ?? '');
  const protocolo = PROTOCOLO.exec(text)?.[0];
  const chave = /\b(?:[0-9A-HJKMNP-TV-Z]{4}[\s-]?){3}[0-9A-HJKMNP-TV-Z]{4}\b/.exec(text)?.[0];
  expect(protocolo).toBeDefined();
  expect(chave).toBeDefined();
  return { protocolo: protocolo ?? '', chave: chave ?? '' };
}

async function track(page: Page, court: Court, { protocolo, chave }: Receipt): Promise<void> {
  await page.goto(`${court.url}acompanhar.html`);
  await page.getByLabel('Protocolo', { exact: true }).fill(protocolo);
  await page.getByLabel('Chave', { exact: true }).fill(chave.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.locator('protocolo-tracker').getByText(protocolo).first()).toBeVisible();
  await expect(page.locator('protocolo-tracker').getByText(/registrad/i).first()).toBeVisible();
}

test('[OUV-09] [OUV-10] a manifestation outlives a closed page and a backend killed between record and answer: one record, the same receipt, tracked', async ({ page, court }) => {
  await court.up(true);
  await page.goto(`${court.url}ouvidoria.html`);
  await writeManifestacao(page);

  // The page dies in the middle; the tab comes back with everything written.
  await page.reload();
  await expect(page.getByText('Recuperamos o que você tinha escrito')).toBeVisible();
  await expect(page.getByText(RELATO)).toBeVisible();

  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/manifestacoes')) sent.push(request.headers()['idempotency-key'] ?? '');
  });
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  expect(await court.died()).toBe('SIGKILL');
  await expect(page.getByText('Estamos tentando de novo').first()).toBeVisible();
  await court.up();

  const first = await receipt(page, 'ouvidoria-form');
  expect(first.protocolo).toMatch(/\.000001-/);
  expect(new Set(sent).size).toBe(1);
  expect(sent.length).toBeGreaterThan(1);
  await track(page, court, first);

  // The next one is number two: the lost answer had left one record, not two.
  await page.goto(`${court.url}ouvidoria.html`);
  await expect(page.getByText('Recuperamos o que você tinha escrito')).toHaveCount(0);
  await writeManifestacao(page);
  await page.getByRole('button', { name: 'Enviar manifestação' }).click();
  expect((await receipt(page, 'ouvidoria-form')).protocolo).toMatch(/\.000002-/);
});

test('[SIC-03] [SIC-06] [SIC-14] a request for information is written, lost with its tab, found again, sent and tracked', async ({ page, court }) => {
  await court.up();
  await page.goto(`${court.url}sic.html`);
  const pedido = 'Quantas audiências foram marcadas em 2025 na comarca de Caicó?';
  await page.getByLabel('Informação que você quer').fill(pedido);
  await next(page);
  await step(page, 'Quem é você');
  await page.getByLabel('Nome completo').fill('João Pereira');
  await page.getByLabel('CPF').fill('52998224725');
  await page.getByLabel('Número do documento de identidade').fill('1234567');
  await pick(page, 'checkbox', 'E-mail');
  await page.getByLabel('Seu e-mail').fill('joao@exemplo.com.br');

  await page.goto('about:blank');
  await page.goto(`${court.url}sic.html`);
  await expect(page.getByText('Recuperamos o que você tinha escrito')).toBeVisible();
  await expect(page.getByLabel('Seu e-mail')).toHaveValue('joao@exemplo.com.br');
  await next(page);
  await step(page, 'Como quer receber');
  await next(page);
  await step(page, 'Revise e envie');
  await expect(page.getByText(pedido)).toBeVisible();
  await pick(page, 'checkbox', /Li e entendi/);
  await page.getByRole('button', { name: 'Enviar pedido' }).click();
  await track(page, court, await receipt(page, 'sic-request'));
});
