/**
 * Finds a Chromium for the tests, or installs one.
 *
 * Order: `CHROME_PATH`, Playwright's own cache, the system, `playwright install`, the system's package manager.
 * Every step that changes the machine has a time limit. A browser counts only when it answers `--version`:
 * some systems ship a `chromium-browser` that is only a note saying where to get the real one.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface FoundBrowser {
  path: string;
  /** Where it came from, for the line that says which one is used. */
  from: string;
  version: string;
}

/** What the finder asks of the machine; tests swap it. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: string;
  home: string;
  isExecutable(path: string): boolean;
  list(dir: string): string[];
  /** The answer to `--version`, or null when the program does not run. */
  version(path: string): string | null;
  /** Runs a command to its end within the limit; true when it succeeded. */
  run(command: string, args: string[], limitMs: number): boolean;
  isRoot: boolean;
  say(line: string): void;
}

export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  list(dir) {
    try {
      return readdirSync(dir);
    } catch {
      return [];
    }
  },
  version(path) {
    if (process.platform === 'win32') return 'unknown';
    const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    const text = answer.stdout?.trim().split('\n').pop() ?? '';
    return answer.status === 0 && /\d+\.\d+/.test(text) ? text : null;
  },
  run(command, args, limitMs) {
    const result = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return result.status === 0;
  },
  isRoot: process.getuid?.() === 0,
  say: (line) => console.log(line),
};

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

function playwrightCache(m: Machine): string {
  const chosen = m.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen && chosen !== '0') return chosen;
  if (m.platform === 'darwin') return join(m.home, 'Library', 'Caches', 'ms-playwright');
  if (m.platform === 'win32') return join(m.env['LOCALAPPDATA'] ?? join(m.home, 'AppData', 'Local'), 'ms-playwright');
  return join(m.env['XDG_CACHE_HOME'] ?? join(m.home, '.cache'), 'ms-playwright');
}

const INSIDE_PLAYWRIGHT = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-win', 'chrome.exe'],
  ['chrome-win64', 'chrome.exe'],
];

/** Candidate programs in the order they are tried, without asking whether they exist. */
export function* candidates(m: Machine): Generator<{ path: string; from: string }> {
  const cache = playwrightCache(m);
  const revisions = m
    .list(cache)
    .flatMap((name) => {
      const match = /^chromium-(\d+)$/.exec(name);
      return match ? [{ name, revision: Number(match[1]) }] : [];
    })
    .sort((a, b) => b.revision - a.revision);
  for (const { name } of revisions) {
    for (const parts of INSIDE_PLAYWRIGHT) yield { path: join(cache, name, ...parts), from: "Playwright's cache" };
  }
  for (const dir of (m.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    for (const name of SYSTEM_NAMES) yield { path: join(dir, name), from: 'the system' };
  }
  for (const dir of ['/usr/bin', '/usr/local/bin', '/snap/bin', '/usr/lib/chromium', '/usr/lib64/chromium-browser', '/opt/google/chrome']) {
    for (const name of SYSTEM_NAMES) yield { path: join(dir, name), from: 'the system' };
  }
  if (m.platform === 'darwin') {
    for (const app of ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge']) {
      for (const root of ['/Applications', join(m.home, 'Applications')]) {
        yield { path: join(root, `${app}.app`, 'Contents', 'MacOS', app), from: 'the system' };
      }
    }
  }
  if (m.platform === 'win32') {
    for (const root of [m.env['PROGRAMFILES'], m.env['PROGRAMFILES(X86)'], m.env['LOCALAPPDATA']]) {
      if (root) yield { path: join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'), from: 'the system' };
    }
  }
}

/** A Chromium that is already here, or null. A `CHROME_PATH` that does not run is an error, not a hint. */
export function findBrowser(m: Machine = thisMachine): FoundBrowser | null {
  const chosen = m.env['CHROME_PATH'];
  if (chosen) {
    const version = m.isExecutable(chosen) ? m.version(chosen) : null;
    if (version === null) {
      throw new Error(
        `CHROME_PATH aponta para "${chosen}", que não é um navegador que funcione aqui. Corrija ou remova a variável.\n` +
          `CHROME_PATH points to "${chosen}", which is not a browser that runs here. Fix or unset it.`,
      );
    }
    return { path: chosen, from: 'CHROME_PATH', version };
  }
  const seen = new Set<string>();
  for (const { path, from } of candidates(m)) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!m.isExecutable(path)) continue;
    const version = m.version(path);
    if (version !== null) return { path, from, version };
  }
  return null;
}

const MINUTE = 60_000;

/** The steps that install a browser, first to last, with their time limits in milliseconds. */
export function installSteps(m: Machine): { what: string; commands: [string, string[]][]; limitMs: number }[] {
  const asRoot = (command: string, ...args: string[]): [string, string[]] =>
    m.isRoot ? [command, args] : ['sudo', ['-n', command, ...args]];
  const steps: { what: string; commands: [string, string[]][]; limitMs: number }[] = [
    {
      what: 'playwright install chromium',
      commands: [['npx', ['--no-install', 'playwright', 'install', 'chromium']]],
      limitMs: 4 * MINUTE,
    },
  ];
  if (m.platform === 'linux') {
    steps.push(
      {
        what: 'apt-get install chromium',
        commands: [asRoot('apt-get', 'update', '-q'), asRoot('apt-get', 'install', '-qy', '--no-install-recommends', 'chromium')],
        limitMs: 6 * MINUTE,
      },
      { what: 'dnf install chromium', commands: [asRoot('dnf', 'install', '-qy', 'chromium')], limitMs: 6 * MINUTE },
      { what: 'apk add chromium', commands: [asRoot('apk', 'add', '--no-progress', 'chromium')], limitMs: 4 * MINUTE },
    );
  }
  return steps;
}

function onPath(m: Machine, command: string): boolean {
  return (m.env['PATH'] ?? '').split(delimiter).some((dir) => dir !== '' && m.isExecutable(join(dir, command)));
}

export const NO_BROWSER = `
Átrio: não há um Chromium neste computador e não foi possível instalar um.
  Faça uma destas coisas e rode de novo:
    - instale o Chromium ou o Google Chrome pelo sistema (Debian/Ubuntu: apt-get install chromium);
    - aponte para um que já exista: CHROME_PATH=/caminho/do/chromium npm test
Átrio: there is no Chromium on this machine and none could be installed.
  Install Chromium or Google Chrome with your system's package manager, or point to one with CHROME_PATH.
`;

/** A Chromium that runs, installing one when there is none. Throws with a message that says what to do. */
export function ensureBrowser(m: Machine = thisMachine): FoundBrowser {
  const found = findBrowser(m);
  if (found) return found;
  for (const step of installSteps(m)) {
    const program = step.commands[0]?.[0] === 'sudo' ? step.commands[0][1][1] : step.commands[0]?.[0];
    if (!program || !onPath(m, program)) continue;
    m.say(`No Chromium yet: trying "${step.what}" (at most ${step.limitMs / MINUTE} min)`);
    for (const [command, args] of step.commands) m.run(command, args, step.limitMs);
    const installed = findBrowser(m);
    if (installed) return installed;
  }
  throw new Error(NO_BROWSER);
}

/**
 * The address bar of Chromium's own window has pages of its own, opened anew with each window that a test opens: they took more of the processor
 * than the page under test (0.7 s of processor a window in Chromium 156). Of this flag the last one given counts, so what Playwright turns off is here too.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const FLAGS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

let sandboxWorks: boolean | undefined;

/** Whether Chromium's sandbox starts here. Root never can; a plain user may be in a container that forbids it. */
function canSandbox(path: string, m: Machine): boolean {
  if (m.isRoot || m.env['CHROME_NO_SANDBOX']) return false;
  if (m.platform !== 'linux') return true;
  sandboxWorks ??= m.run(path, ['--headless', '--disable-gpu', '--dump-dom', 'about:blank'], 30_000);
  return sandboxWorks;
}

/** Command-line flags for a Chromium under test; `--no-sandbox` only where the sandbox cannot start. */
export function browserFlags(path: string, m: Machine = thisMachine): string[] {
  return canSandbox(path, m) ? [...FLAGS] : ['--no-sandbox', '--disable-dev-shm-usage', ...FLAGS];
}
