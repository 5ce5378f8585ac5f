/** One visit of a page in a browser of its own profile, under slowdown, and what it cost. */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../../scripts/lib/browser.ts';
import type { Act, PageUse } from './jobs.ts';
import { median } from './stats.ts';
import { probe } from './probe.ts';
import type { Measures } from './results.ts';
import type { Site } from './site.ts';

/** On a local name the kit also loads what explains a court file to the webmaster: a citizen's page has another. */
export const NAME = 'bancada.exemplo.jus.br';

/** A browser in which nothing outside this machine answers. @param more further flags */
export function openBrowser(...more: string[]): Promise<Browser> {
  const { path } = ensureBrowser();
  const flags = browserFlags(path);
  const rules = `MAP ${NAME} 127.0.0.1, MAP video.invalid ~NOTFOUND, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
  return chromium.launch({ executablePath: path, args: [...flags, `--host-resolver-rules=${rules}`, ...more], chromiumSandbox: !flags.includes('--no-sandbox') });
}

/** A Monday at nine in Manaus, so that no figure depends on the hour of the measure. */
export const SEGUNDA = Date.parse('2026-11-23T09:00:00-04:00');

/** Keys that are timed. */
const KEYS = 'aconteceu ontem';
const SEARCH = ['c', 'i', 'v', 'e'];
const SCREENS = 20;

export interface Visit {
  tab: Page;
  client: CDPSession;
  /** Requests that left for another host. */
  elsewhere: string[];
  close(): Promise<void>;
}

/**
 * @param ready what each element of the kit has to show; empty where the page says itself when it is usable
 * @param at epoch milliseconds that the page takes for now when it begins
 * @param without what the browser is to lack
 */
export async function visit(browser: Browser, slowdown: number, ready = '', at = SEGUNDA, without?: PageUse['without']): Promise<Visit> {
  const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(60_000);
  const client = await context.newCDPSession(tab);
  // The thread's own time: what other programs of the machine take of the core does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // What compiles these files names functions by a helper that a page does not have.
  await tab.addInitScript({ content: 'globalThis.__name = (what) => what' });
  if (without) await tab.addInitScript((name) => void delete (globalThis as unknown as Record<string, unknown>)[name], without);
  await tab.addInitScript(probe, { shiftMs: at - Date.now(), ready });
  const elsewhere: string[] = [];
  tab.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== NAME) elsewhere.push(request.url());
  });
  return { tab, client, elsewhere, close: () => context.close() };
}

export async function counters(client: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const since = (before: Record<string, number>, after: Record<string, number>, name: string): number => (after[name] ?? 0) - (before[name] ?? 0);

/** After the frame that is being made. */
export const settle = (tab: Page): Promise<void> => tab.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));

const WAIT_MS = 60_000;

/** Seconds until the page is usable. */
export async function usable(tab: Page): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`${tab.url()} was not usable within ${WAIT_MS / 1000} s`)), WAIT_MS)));
  try {
    return (await Promise.race([tab.evaluate(() => window.bench.ready), late])) / 1000;
  } finally {
    clearTimeout(timer);
  }
}

export async function heapOf(client: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  // The browser's own list of what was downloaded grows with each request, and is nobody's leak.
  await client.send('Runtime.evaluate', { expression: 'performance.clearResourceTimings()' });
  // Twice: what the first lets go of may hold what the second takes.
  for (let round = 0; round < 2; round++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

async function timed(tab: Page, { act, event, selector, state }: Act): Promise<number> {
  await tab.evaluate(([name, what, how]) => window.bench.watch(name, what, how), [event, selector, state] as const);
  await act(tab);
  return (await tab.evaluate(() => window.bench.seen())) / 1000;
}

async function useForm(tab: Page, form: NonNullable<PageUse['form']>): Promise<Measures> {
  await form.start?.(tab);
  await settle(tab);
  const submit = await timed(tab, form.submit);
  const field = tab.locator(form.field).first();
  await field.click();
  await field.pressSequentially('Olá ');
  const keys: number[] = [];
  for (const key of KEYS) keys.push(await timed(tab, { act: () => tab.keyboard.press(key === ' ' ? 'Space' : key), event: 'keydown', selector: '', state: 'input' }));
  await form.beforeToggle?.(tab);
  await settle(tab);
  const toggle = await timed(tab, form.toggle);
  return { submit, keystroke: median(keys), toggle };
}

/** CPU for a letter in the search, after a first one that prepares it. */
async function useFilter(tab: Page, client: CDPSession, { input, own = false }: NonNullable<PageUse['filter']>): Promise<number> {
  const field = tab.locator(input).first();
  const spent: number[] = [];
  let typed = '';
  for (const letter of SEARCH) {
    const before = await counters(client);
    typed += letter;
    await field.pressSequentially(letter);
    await tab.waitForFunction(
      ([kit, text]) => (kit ? location.hash.endsWith(`=${text}`) : document.documentElement.dataset['busca'] === text),
      [own, typed] as const,
    );
    await settle(tab);
    if (typed.length > 1) spent.push(since(before, await counters(client), 'TaskDuration'));
  }
  return median(spent);
}

/** CPU for screen after screen of the list, as by a finger that flings. A list that is not there to scroll in moves with the page. */
async function useScroll(tab: Page, client: CDPSession, scroller: string | undefined): Promise<number> {
  const before = await counters(client);
  for (let screen = 0; screen < SCREENS; screen++) {
    await tab.evaluate((selector) => ((selector && document.querySelector(selector)) || document.scrollingElement!).scrollBy(0, 1400), scroller ?? '');
    await settle(tab);
  }
  return since(before, await counters(client), 'TaskDuration');
}

/** Everything of one visit. @param url origin of the bench's site */
export async function measure(browser: Browser, site: Site, url: string, page: PageUse, slowdown: number): Promise<Measures> {
  const { tab, client, close } = await visit(browser, slowdown, page.ready, SEGUNDA, page.without);
  try {
    site.served.length = 0;
    const before = await counters(client);
    await tab.goto(url + page.path, { waitUntil: 'commit' });
    const ready = await usable(tab);
    const after = await counters(client);
    const found: Measures = {
      cpu: since(before, after, 'TaskDuration'),
      script: since(before, after, 'ScriptDuration'),
      layout: since(before, after, 'LayoutDuration') + since(before, after, 'RecalcStyleDuration'),
      ready,
      blocking: (await tab.evaluate(() => window.bench.blocking())) / 1000,
    };
    found['shift'] = await tab.evaluate(() => window.bench.shift());
    // What comes late, while the person reads, counts too.
    await tab.waitForLoadState('networkidle');
    found['bytes'] = site.served.reduce((sum, { bytes }) => sum + bytes, 0);
    found['requests'] = site.served.length;
    if (page.form) Object.assign(found, await useForm(tab, page.form));
    if (page.filter) {
      found['scroll'] = await useScroll(tab, client, page.scroller);
      found['filter'] = await useFilter(tab, client, page.filter);
    }
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    found['heap'] = (await heapOf(client)).heap;
    return found;
  } finally {
    await close();
  }
}
