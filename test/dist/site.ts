/** A court's server for the tests of the built files: pages made by the test, dist/ under several paths, strict headers. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(root, 'dist');

/** What docs/csp.md asks a court for, without a video server. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const TYPES: Record<string, string> = { js: 'text/javascript', map: 'application/json', json: 'application/json', css: 'text/css' };

export class Site {
  /** Pages by path. */
  readonly pages = new Map<string, string>();
  /** Paths asked for, in order, query included. */
  readonly requests: string[] = [];
  /** Files by path: style sheets, scripts and data of the page's own. */
  readonly files = new Map<string, string>();
  csp = STRICT;
  /** Other headers of every answer. */
  headers: Record<string, string> = {};
  /** Paths that break off, and how many times yet. */
  readonly broken = new Map<string, number>();
  #server: Server | undefined;

  get url(): string {
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  /** A page with the script tag and some body. */
  page(path: string, script: string, body: string): void {
    this.pages.set(path, `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Tribunal</title>${script}</head><body>${body}</body></html>`);
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.url);
      this.requests.push(request.url ?? '/');
      const left = this.broken.get(pathname) ?? 0;
      if (left > 0) {
        this.broken.set(pathname, left - 1);
        response.statusCode = 503;
        response.end();
        return;
      }
      void this.#answer(pathname).then((found) => {
        response.statusCode = found ? 200 : 404;
        if (found) response.setHeader('content-type', found.type);
        if (this.csp) response.setHeader('content-security-policy', this.csp);
        for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
        response.end(found?.body);
      });
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #answer(pathname: string): Promise<{ type: string; body: string | Buffer } | null> {
    const page = this.pages.get(pathname);
    if (page !== undefined) return { type: 'text/html; charset=utf-8', body: page };
    const file = this.files.get(pathname);
    if (file !== undefined) return { type: `${TYPES[/\w+$/.exec(pathname)?.[0] ?? ''] ?? 'text/plain'}; charset=utf-8`, body: file };
    if (pathname.endsWith('/tribunal.json')) return { type: 'application/json', body: await readFile(join(root, 'demo/site/tribunal.json')) };
    const match = /^\/(?:atrio|outro)\/([\d.]+)\/([\w./-]+)$/.exec(pathname);
    if (!match || match[2]?.includes('..')) return null;
    try {
      const body = await readFile(join(DIST, match[2] ?? ''));
      const type = `${TYPES[/\w+$/.exec(pathname)?.[0] ?? ''] ?? 'text/plain'}; charset=utf-8`;
      // Another version of the kit: the same files under another number.
      return match[1] === '0.1.0' ? { type, body } : { type, body: body.toString('utf8').replaceAll('0.1.0', match[1] ?? '') };
    } catch {
      return null;
    }
  }
}

export const test = base.extend<{ site: Site; problems: string[] }>({
  site: async ({}, use) => {
    const site = new Site();
    await site.start();
    await use(site);
    await site.stop();
  },
  /** Uncaught errors, and violations of the page's policies. */
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (/content security policy|trusted type/i.test(message.text())) problems.push(message.text());
    });
    await use(problems);
  },
});

export { expect } from '@playwright/test';

/** Waits until the tag's class is there. */
export const defined = (page: Page, tag: string): Promise<void> =>
  page.evaluate((name) => customElements.whenDefined(name).then(() => undefined), tag);
