/**
 * Times of the built kit beside a plain page that does the same job, as ratios of medians of interleaved runs under CPU
 * slowdown. Absolute times on a shared machine mean nothing, so none decides anything here.
 *
 * Run: npm run build && npm run bench  (`-- --runs 7 --slowdown 4 --only D`)
 */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../../scripts/lib/browser.ts';
import { COURT_UNIDADES, DIRETORIO, LISTA } from './unidades.ts';
import { NUMEROS_OUVIDORIA } from '../../stories/ouvidoria-stats/numeros.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

const number = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};

const COURT = JSON.stringify({
  nome: 'Tribunal de bancada',
  sigla: 'TB',
  ramo: 'estadual',
  timezone: 'America/Manaus',
  backend: { tipo: 'atrio', url: '/' },
  privacidade: { versao: '1', url: '/privacidade', resumo: ['Usamos seus dados só para responder a você.'] },
  unidades: [
    { id: 'vara', nome: '1ª Vara de Manaus', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00; PH off', video: { provider: 'jitsi', domain: 'video.invalid', sala: 'AbCdEfGhIjKlMnOpQrStUv' } },
  ],
});

const page = (body: string, court = '/tribunal.json'): string =>
  `<!doctype html><html lang="pt-BR"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bancada</title><script type="module" src="/dist/atrio.js" data-tribunal="${court}"></script><h1>Bancada</h1>${body}</html>`;

const PAGES: Record<string, string> = {
  '/kit/a': page('<ouvidoria-form></ouvidoria-form>'),
  '/kit/b': page('<balcao-virtual unidade="vara"></balcao-virtual>'),
  '/kit/b50': page('<balcao-virtual unidade="vara"></balcao-virtual>'.repeat(50)),
  '/floor/c.html': LISTA,
  '/kit/c': page('<balcao-directory></balcao-directory>', '/unidades.json'),
  '/kit/d': page('<ouvidoria-stats></ouvidoria-stats>'),
};

async function serve(): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      const send = (type: string, body: string | Buffer): void => void response.writeHead(200, { 'content-type': type }).end(body);
      if (PAGES[path]) return send('text/html', PAGES[path]);
      if (path === '/tribunal.json') return send('application/json', COURT);
      if (path === '/unidades.json') return send('application/json', COURT_UNIDADES);
      if (path === '/grande/v1/diretorio') return send('application/json', DIRETORIO);
      if (path === '/v1/estatisticas/ouvidoria') return send('application/json', JSON.stringify(NUMEROS_OUVIDORIA));
      const [folder, file] = path.startsWith('/dist/') ? [join(ROOT, 'dist'), path.slice(6)] : [join(HERE, 'floor'), path.slice(7)];
      const full = normalize(join(folder, file));
      const bytes = full.startsWith(folder + sep) ? await readFile(full).catch(() => null) : null;
      if (bytes) send(TYPES[extname(full)] ?? 'application/octet-stream', bytes);
      else response.writeHead(404).end();
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, server };
}

type Metric = 'load' | 'keystroke';
interface Case {
  name: string;
  floor: string;
  kit: string;
  /** Ratio that may not be passed; none where nothing but the figure is wanted. */
  budget?: number;
  metric: Metric;
  ready: string;
}

const CASES: Case[] = [
  { name: 'A: main-thread time from load to usable', floor: '/floor/a.html', kit: '/kit/a', budget: 2, metric: 'load', ready: 'ouvidoria-form' },
  { name: 'B: main-thread time from load to status', floor: '/floor/b.html', kit: '/kit/b', budget: 1.6, metric: 'load', ready: 'balcao-virtual' },
  { name: 'B: fifty counters beside one', floor: '/kit/b', kit: '/kit/b50', metric: 'load', ready: 'balcao-virtual' },
  { name: 'C: main-thread time from load to the list, 3,000 units', floor: '/floor/c.html', kit: '/kit/c', budget: 0.1, metric: 'load', ready: 'balcao-directory' },
  { name: 'C: CPU of a filter keystroke', floor: '/floor/c.html', kit: '/kit/c', budget: 0.6, metric: 'keystroke', ready: 'balcao-directory' },
  { name: 'D: main-thread time from load to figures', floor: '/floor/d.html', kit: '/kit/d', budget: 2, metric: 'load', ready: 'ouvidoria-stats' },
];

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function taskSeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? NaN;
}

/** Seconds of the page's main thread for three letters in the search, after a first one that prepares it. */
async function keystroke(tab: Page, client: CDPSession): Promise<number> {
  const input = tab.locator('input[type="search"]');
  const status = tab.locator('[role="status"]').first();
  let spent = 0;
  let said = await status.textContent();
  for (const letter of ['c', 'i', 'v', 'e']) {
    const before = await taskSeconds(client);
    await input.pressSequentially(letter);
    await tab.waitForFunction((old) => {
      const root = document.querySelector('balcao-directory')?.shadowRoot;
      // The plain page answers at once, the directory when the person pauses.
      return !root || location.hash.endsWith(root.querySelector<HTMLInputElement>('#busca')!.value) || root.querySelector('[role="status"]')?.textContent !== old;
    }, said);
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    said = await status.textContent();
    if (letter !== 'c') spent += (await taskSeconds(client)) - before;
  }
  return spent;
}

/** Seconds of the page's main thread until it is usable, or for what is done with it then. */
async function load(browser: Browser, url: string, { ready, metric }: Case, slowdown: number): Promise<number> {
  const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 360, height: 740 } });
  const tab: Page = await context.newPage();
  const client = await context.newCDPSession(tab);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const before = await taskSeconds(client);
  await tab.goto(url, { waitUntil: 'load' });
  await tab.waitForFunction((tag) => {
    if ('pronto' in document.documentElement.dataset) return true;
    const all = [...document.querySelectorAll(tag)];
    return all.length > 0 && all.every((element) => element.shadowRoot?.querySelector('button, [part~="status"], [part~="resumo"], .estado strong'));
  }, ready);
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const spent = metric === 'load' ? (await taskSeconds(client)) - before : await keystroke(tab, client);
  await context.close();
  return spent;
}

const runs = number('runs', 5);
const slowdown = number('slowdown', 4);
const wanted = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : '';
const found = ensureBrowser();
/** On a local name the kit also loads what explains a court file to the webmaster: a citizen's page has another. */
const NAME = 'bancada.exemplo.jus.br';
const browser = await chromium.launch({ executablePath: found.path, args: [...browserFlags(found.path), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`], chromiumSandbox: !browserFlags(found.path).includes('--no-sandbox') });
const { port, server } = await serve();
const url = `http://${NAME}:${port}`;
let over = 0;
try {
  console.log(`Chromium ${browser.version()}, slowdown ${slowdown}x, medians of ${runs} interleaved runs`);
  for (const one of CASES.filter(({ name }) => name.startsWith(wanted))) {
    const { name, floor, kit, budget } = one;
    const times: Record<'floor' | 'kit', number[]> = { floor: [], kit: [] };
    await load(browser, url + kit, one, slowdown);
    for (let run = 0; run < runs; run++) {
      times.floor.push(await load(browser, url + floor, one, slowdown));
      times.kit.push(await load(browser, url + kit, one, slowdown));
    }
    const ratio = median(times.kit) / median(times.floor);
    const isOver = budget !== undefined && ratio > budget;
    if (isOver) over++;
    console.log(`${isOver ? 'OVER' : 'ok  '}  ${name}: ${ratio.toFixed(2)}x${budget === undefined ? '' : ` (budget ${budget}x)`}`);
  }
} finally {
  await browser.close();
  server.close();
}
process.exitCode = over > 0 ? 1 : 0;
