/**
 * Tests of the built files (test/dist), of the whole way through (test/e2e) and of the stories (test/stories).
 *
 * One file: npm run build && npx playwright test test/dist/loader.spec.ts
 *
 * Uses the Chromium that `npm test` finds; Playwright downloads none. Servers are started by the tests themselves on
 * free ports.
 */
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { browserFlags, ensureBrowser } from './scripts/lib/browser.ts';

const browser = ensureBrowser();
const report = process.env['ATRIO_PLAYWRIGHT_REPORT'];
const reporters: ReporterDescription[] = [[report ? 'dot' : 'list']];
if (report) reporters.push(['json', { outputFile: report }]);

export default defineConfig({
  testDir: 'test',
  testMatch: ['dist/**/*.spec.ts', 'e2e/**/*.spec.ts', 'stories/**/*.spec.ts', 'visual/**/*.spec.ts'],
  outputDir: 'test-results',
  reporter: reporters,
  forbidOnly: Boolean(process.env['CI']),
  // In CI what passes only the second time is told as flaky, by name: one slow moment of a machine holds back no change.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'pt-BR',
    timezoneId: 'America/Fortaleza',
    launchOptions: {
      executablePath: browser.path,
      args: browserFlags(browser.path),
      chromiumSandbox: !browserFlags(browser.path).includes('--no-sandbox'),
    },
  },
});
