/**
 * Browser tests of the sources: test/**\/*.browser.test.ts, in a real Chromium, Firefox or WebKit.
 *
 * One file:        npx wtr --files test/elements/balcao-virtual/balcao-virtual.browser.test.ts
 * Several:         npx wtr --files 'test/elements/sic-request/**\/*.browser.test.ts'
 * Another engine:  ATRIO_ENGINE=firefox npx wtr --files ...   (or webkit; scripts/lib/engines.ts says how it is found)
 * Another browser: CHROME_PATH=/path/to/chromium npx wtr --files ...
 * All, with totals: npm test -- browser firefox webkit
 *
 * TypeScript is transformed by esbuild with the decorator options of tsconfig.json. Packages made of hundreds of
 * small files (date-fns-tz, zod) are bundled once into .cache/wtr-deps, or each page would ask for 300 files.
 */
import { tsImport } from 'tsx/esm/api';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { launch } from 'puppeteer-core';

const here = import.meta.url;
const { ensureBrowser, browserFlags } = await tsImport('./scripts/lib/browser.ts', here);
const { bundledDependencies } = await tsImport('./scripts/lib/wtr-dependencies.ts', here);
const { freePort } = await tsImport('./scripts/lib/free-port.ts', here);
const { totalsReporter } = await tsImport('./scripts/lib/wtr-reporter.ts', here);

const { ensureEngine, missingLine } = await tsImport('./scripts/lib/engines.ts', here);
const { webkitLauncher } = await tsImport('./scripts/lib/wtr-webkit.ts', here);

const engine = process.env.ATRIO_ENGINE || 'chromium';
if (!['chromium', 'firefox', 'webkit'].includes(engine)) throw new Error(`ATRIO_ENGINE="${engine}": there are chromium, firefox and webkit.`);

/** An engine other than Chromium, or an error that says how to have it. */
function other(name) {
  const found = ensureEngine(name);
  if (!found) throw new Error(missingLine(name));
  return found;
}

const LAUNCHERS = {
  chromium() {
    const browser = ensureBrowser();
    return chromeLauncher({
      launchOptions: { executablePath: browser.path, args: browserFlags(browser.path), headless: true },
      // A window for each page that runs at a time: a tab behind another one gets no animation frames.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
    });
  },
  firefox() {
    const launchOptions = { browser: 'firefox', executablePath: other('firefox').path, extraPrefsFirefox: FIREFOX_PREFS, headless: true };
    const more = [];
    let pages = 0;
    const launcher = chromeLauncher({
      launchOptions,
      // A Firefox for each page that runs at a time: of two windows of one, only one has the focus and tells of its loss.
      async createPage({ browser }) {
        if (pages++ === 0) return browser.newPage();
        const another = await launch(launchOptions);
        more.push(another);
        return another.newPage();
      },
    });
    launcher.name = 'Firefox';
    const stop = launcher.stop.bind(launcher);
    launcher.stop = async () => void (await Promise.all([stop(), ...more.map((each) => each.close())]));
    return launcher;
  },
  webkit: () => webkitLauncher(other('webkit')),
};

/** Devices that are not there, given without asking. */
const FIREFOX_PREFS = { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true };

const totalsFile = process.env.ATRIO_TOTALS_FILE;

export default {
  files: ['test/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'], browser: true },
  plugins: [
    await bundledDependencies(['date-fns-tz', 'zod', 'zod/mini', '@brazilian-utils/brazilian-utils']),
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', here).pathname }),
  ],
  browsers: [LAUNCHERS[engine]()],
  // Each run its own: two that start at the same moment would both take the first that is free from 8000 on.
  port: await freePort(),
  concurrency: 2,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="pt-BR">
  <head><meta charset="utf-8"><title>Átrio</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: !totalsFile && !process.env.CI }), ...(totalsFile ? [totalsReporter(totalsFile)] : [])],
};
