/**
 * The whole demo for tests in a real browser: one for each worker, on free ports, with a database folder of its own that goes away
 * with it.
 */
import { test as base, type Page } from '@playwright/test';
import type { Demo } from '../../demo/server.ts';
import { MUITAS } from './backend.ts';
import { demoPropria } from './demo-propria.ts';

/** Pages of the demo court. */
export const PAGES = [
  'index.html',
  'balcao.html',
  'unidades.html',
  'ouvidoria.html',
  'sic.html',
  'acompanhar.html',
  'conferir.html',
  'transparencia.html',
  'estatisticas.html',
  'gravacao.html',
  'perguntas.html',
  'privacidade.html',
  'acessibilidade.html',
  'cole-aqui.html',
  'gerador.html',
  '404.html',
] as const;

/** Pages that carry elements of the kit, with the tag of each. */
export const PAGES_WITH_ELEMENTS = [
  ['balcao.html', 'balcao-virtual'],
  ['unidades.html', 'balcao-directory'],
  ['ouvidoria.html', 'ouvidoria-form'],
  ['denuncia.html', 'ouvidoria-form'],
  ['sic.html', 'sic-request'],
  ['acompanhar.html', 'protocolo-tracker'],
  ['estatisticas.html', 'ouvidoria-stats'],
  ['gravacao.html', 'audiencia-recording'],
  ['cole-aqui.html', 'balcao-virtual'],
] as const;

export const test = base.extend<object, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      await demoPropria(use, { limites: { geral: MUITAS, criacao: MUITAS, anexos: MUITAS, consultas: MUITAS } });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

export { expect } from '@playwright/test';

/** What went wrong in a page, filled as it happens. */
export interface Watch {
  /** Console errors and warnings, uncaught errors, CSP and Trusted Types violations. */
  problems: string[];
  /** Origins that were asked for anything, the page's own included. */
  origins: Set<string>;
}

/** Watches a page from before its first script. Call before `goto`. */
export async function watch(page: Page): Promise<Watch> {
  const seen: Watch = { problems: [], origins: new Set() };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http')) seen.origins.add(origin);
  });
  await page.exposeFunction('atrioViolation', (text: string) => void seen.problems.push(`violation: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { atrioViolation(text: string): void }).atrioViolation;
      report(`${event.effectiveDirective} blocked ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
  return seen;
}

/** Waits until every element of the kit in the page has rendered what it has to say. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const tags = 'balcao-virtual, ouvidoria-form, sic-request, protocolo-tracker, cidadania-links, ouvidoria-stats, balcao-directory, audiencia-recording';
    return [...document.querySelectorAll(tags)].every((element) => {
      const root = element.shadowRoot;
      // Loading shows the page's own content, through a slot alone.
      return root !== null && [...root.children].some((child) => !child.matches('slot, style'));
    });
  }, undefined, { timeout: 20_000 });
}
