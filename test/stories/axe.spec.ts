/** Axe on every story of the built Storybook, on a phone's width; the other themes on the first story of each file. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const INDEX = join(BUILT, 'index.json');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const entries: Entry[] = existsSync(INDEX)
  ? Object.values((JSON.parse(readFileSync(INDEX, 'utf8')) as { entries: Record<string, Entry> }).entries)
  : [];
const stories = entries.filter(({ type }) => type === 'story');
const firsts = stories.filter(({ title }, place) => stories.findIndex((other) => other.title === title) === place);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page of a worker: opened once, then taken from story to story as Storybook's own sidebar does. */
interface Canvas {
  page: Page;
  /** What the console reported as an error since the story was asked for. */
  problems: string[];
  show(id: string, theme: string): Promise<void>;
}

/** What Storybook's preview offers to its own manager. */
interface Preview {
  currentRender?: { id?: string; phase?: string };
  onSetCurrentStory(selection: { storyId: string; viewMode: 'story' }): Promise<void>;
  onUpdateGlobals(change: { globals: Record<string, unknown> }): Promise<void>;
}
type WithPreview = Window & { __STORYBOOK_PREVIEW__?: Preview };

const test = base.extend<object, { storybook: string; canvas: Canvas }>({
  canvas: [
    async ({ browser, storybook }, use) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'pt-BR', timezoneId: 'America/Fortaleza' });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        // What the kit tells a webmaster about a wrong configuration is the point of some stories.
        if (message.type() === 'error' && !message.text().startsWith('[Átrio]')) problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      /** Rendered, played and let go of by the addons. */
      const finished = async (id: string): Promise<void> => {
        const phase = await page.waitForFunction((wanted) => {
          const now = (window as WithPreview).__STORYBOOK_PREVIEW__?.currentRender;
          return now?.id === wanted && ['finished', 'errored', 'aborted'].includes(now.phase ?? '') ? now.phase : null;
        }, id);
        expect(await phase.jsonValue(), problems.join('\n')).toBe('finished');
      };
      const themed = (theme: string): Promise<unknown> =>
        page.waitForFunction((wanted) => document.body.dataset['atrioTheme'] === wanted, theme);
      let worn: string | null = null;
      const show = async (id: string, theme: string): Promise<void> => {
        problems.length = 0;
        if (worn === null) {
          await page.goto(`${storybook}iframe.html?id=${id}&viewMode=story&globals=theme:${theme};a11y.manual:!true`);
          await page.evaluate(axe);
        } else {
          if (worn !== theme) {
            await page.evaluate((wanted) => (window as WithPreview).__STORYBOOK_PREVIEW__?.onUpdateGlobals({ globals: { theme: wanted } }), theme);
            await themed(theme);
          }
          await page.evaluate((storyId) => {
            (document.activeElement as HTMLElement | null)?.blur();
            window.scrollTo(0, 0);
            delete document.body.dataset['atrioTheme'];
            return (window as WithPreview).__STORYBOOK_PREVIEW__?.onSetCurrentStory({ storyId, viewMode: 'story' });
          }, id);
        }
        worn = theme;
        await finished(id);
        await themed(theme);
      };
      await use({ page, problems, show });
      await context.close();
    },
    { scope: 'worker' },
  ],
  storybook: [
    async ({}, use) => {
      const server: Server = createServer((request, response) => {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        const file = normalize(join(BUILT, path));
        if (path === '/favicon.ico') {
          // Asked for by the browser itself.
          response.writeHead(204).end();
          return;
        }
        void stat(file)
          .catch(() => null)
          .then((info) => {
            if (!info?.isFile() || !file.startsWith(BUILT + sep)) {
              response.writeHead(404).end();
              return;
            }
            response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'max-age=3600' });
            createReadStream(file).pipe(response);
          });
      });
      await new Promise<void>((resolve) => server.listen(0, resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'parallel' });

test('the Storybook was built and has stories of every element', () => {
  expect(existsSync(INDEX), 'run: npm run storybook:build').toBe(true);
  const text = stories.map(({ id, title }) => `${id} ${title}`).join('\n');
  for (const tag of ['balcao', 'ouvidoria', 'sic', 'protocolo']) expect(text).toContain(tag);
});

// One theme after the other: changing it draws the story on show again.
const cases = [
  ...stories.map((story) => ({ ...story, theme: 'light' })),
  ...['dark', 'contrast'].flatMap((theme) => firsts.map((story) => ({ ...story, theme }))),
];

for (const { id, title, name, theme } of cases) {
  test(`[ACC-01] ${title}: ${name} (${theme}) has no violation that axe can find`, async ({ canvas }) => {
    const { page, problems } = canvas;
    await canvas.show(id, theme);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('#storybook-root *')]
        .filter((element) => element.localName.includes('-'))
        .every((element) => customElements.get(element.localName) !== undefined),
    );
    // Two frames: the element updates, then paints.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const results = await page.evaluate(async (tags) => {
      const { axe: runner } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return runner.run('#storybook-root', { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    }, TAGS);
    const found = results.violations.map(
      ({ id: rule, help, nodes }) => `${rule}: ${help} (${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')})`,
    );
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });
}
