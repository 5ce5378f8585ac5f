/** The built Storybook for tests in a real browser: a server of its own, and one page that goes from story to story. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));
export const INDEX = join(BUILT, 'index.json');

export interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const entries: Entry[] = existsSync(INDEX)
  ? Object.values((JSON.parse(readFileSync(INDEX, 'utf8')) as { entries: Record<string, Entry> }).entries)
  : [];
/** Every story, in the order of the sidebar. */
export const stories = entries.filter(({ type }) => type === 'story');
/** The first story of each file. */
export const firsts = stories.filter(({ title }, place) => stories.findIndex((other) => other.title === title) === place);

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
export interface Canvas {
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

export const test = base.extend<object, { storybook: string; canvas: Canvas }>({
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
      let shown = '';
      const show = async (id: string, theme: string): Promise<void> => {
        problems.length = 0;
        if (worn === null) {
          await page.goto(`${storybook}iframe.html?id=${id}&viewMode=story&globals=theme:${theme};a11y.manual:!true`);
        } else {
          if (worn !== theme) {
            await page.evaluate((wanted) => (window as WithPreview).__STORYBOOK_PREVIEW__?.onUpdateGlobals({ globals: { theme: wanted } }), theme);
            await themed(theme);
          }
          // Asked for the story that it shows, Storybook draws nothing.
          if (shown !== id) await page.evaluate((storyId) => {
            (document.activeElement as HTMLElement | null)?.blur();
            window.scrollTo(0, 0);
            delete document.body.dataset['atrioTheme'];
            return (window as WithPreview).__STORYBOOK_PREVIEW__?.onSetCurrentStory({ storyId, viewMode: 'story' });
          }, id);
        }
        worn = theme;
        shown = id;
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

export { expect };
