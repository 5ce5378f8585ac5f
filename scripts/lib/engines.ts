/**
 * Finds Firefox and WebKit for the tests, or installs them where that is harmless (Linux, as root: a container).
 *
 * Unlike Chromium (browser.ts) these are optional on a developer's machine: whoever lacks one is told in a plain line
 * that its tests did not run. In CI, on Linux as root, a missing engine is a failure.
 *
 * Firefox: `FIREFOX_PATH`, then the system. WebKit is WebKitGTK, through the system's WebKitWebDriver on a screen that
 * Xvfb makes: it runs on Linux alone. `WEBKIT_DRIVER_PATH` names another driver.
 */
import { delimiter, join } from 'node:path';
import { thisMachine, type FoundBrowser, type Machine } from './browser.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';
export type OtherEngine = Exclude<Engine, 'chromium'>;

/** What the tests need of an engine. For WebKit `path` is its driver, which knows its browser. */
export interface FoundEngine extends FoundBrowser {
  engine: OtherEngine;
  /** The program that makes a screen; WebKit's driver hangs without one. Empty for Firefox. */
  xvfb: string;
}

const MINUTE = 60_000;
const NAMES: Record<OtherEngine, string> = { firefox: 'Firefox', webkit: 'WebKit' };

const onPath = (m: Machine, names: string[], more: string[] = []): string[] =>
  [...(m.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...more].flatMap((dir) => names.map((name) => join(dir, name)));

function firefoxCandidates(m: Machine): string[] {
  const found = onPath(m, ['firefox-esr', 'firefox'], ['/usr/bin', '/usr/local/bin', '/usr/lib/firefox-esr', '/usr/lib/firefox', '/usr/lib64/firefox', '/opt/firefox']);
  if (m.platform === 'darwin') for (const root of ['/Applications', join(m.home, 'Applications')]) found.push(join(root, 'Firefox.app', 'Contents', 'MacOS', 'firefox'));
  if (m.platform === 'win32') {
    for (const root of [m.env['PROGRAMFILES'], m.env['PROGRAMFILES(X86)']]) if (root) found.push(join(root, 'Mozilla Firefox', 'firefox.exe'));
  }
  return found;
}

const wrong = (variable: string, path: string): Error =>
  new Error(
    `${variable} aponta para "${path}", que não funciona aqui. Corrija ou remova a variável.\n` +
      `${variable} points to "${path}", which does not run here. Fix or unset it.`,
  );

function findFirefox(m: Machine): FoundEngine | null {
  const chosen = m.env['FIREFOX_PATH'];
  if (chosen) {
    const version = m.isExecutable(chosen) ? m.version(chosen) : null;
    if (version === null) throw wrong('FIREFOX_PATH', chosen);
    return { engine: 'firefox', path: chosen, from: 'FIREFOX_PATH', version, xvfb: '' };
  }
  for (const path of new Set(firefoxCandidates(m))) {
    // Ubuntu's own is a note that says how to get the real one: it answers no version.
    const version = m.isExecutable(path) ? m.version(path) : null;
    if (version !== null) return { engine: 'firefox', path, from: 'the system', version, xvfb: '' };
  }
  return null;
}

function findWebKit(m: Machine): FoundEngine | null {
  if (m.platform !== 'linux') return null;
  const chosen = m.env['WEBKIT_DRIVER_PATH'];
  const runs = (path: string): boolean => m.isExecutable(path) && m.run(path, ['--help'], 20_000);
  if (chosen && !runs(chosen)) throw wrong('WEBKIT_DRIVER_PATH', chosen);
  const xvfb = onPath(m, ['Xvfb'], ['/usr/bin']).find((path) => m.isExecutable(path));
  const driver = chosen ?? onPath(m, ['WebKitWebDriver'], ['/usr/bin', '/usr/libexec/webkitgtk', '/usr/lib/webkit2gtk-4.1']).find(runs);
  if (!xvfb || !driver) return null;
  // The driver tells no version; its browser does, once it runs.
  return { engine: 'webkit', path: driver, from: chosen ? 'WEBKIT_DRIVER_PATH' : 'the system', version: 'WebKitGTK', xvfb };
}

/** An engine that is already here, or null. A variable that names one that does not run is an error, not a hint. */
export const findEngine = (engine: OtherEngine, m: Machine = thisMachine): FoundEngine | null => (engine === 'firefox' ? findFirefox(m) : findWebKit(m));

/** The commands that install an engine, each with its time limit; none where installing would meddle with someone's machine. */
export function engineInstallSteps(engine: OtherEngine, m: Machine): { commands: [string, string[]][]; limitMs: number }[] {
  if (m.platform !== 'linux' || !m.isRoot) return [];
  const packages = engine === 'firefox' ? ['firefox-esr'] : ['webkit2gtk-driver', 'xvfb'];
  return [
    {
      commands: [
        ['apt-get', ['update', '-q']],
        ['apt-get', ['install', '-qy', '--no-install-recommends', ...packages]],
      ],
      limitMs: 5 * MINUTE,
    },
  ];
}

/** An engine that runs, installing it where that is allowed; null when there is none. */
export function ensureEngine(engine: OtherEngine, m: Machine = thisMachine): FoundEngine | null {
  const found = findEngine(engine, m);
  if (found) return found;
  for (const { commands, limitMs } of engineInstallSteps(engine, m)) {
    if (!onPath(m, [commands[0]?.[0] ?? '']).some((path) => m.isExecutable(path))) continue;
    m.say(`No ${NAMES[engine]} yet: trying "${commands.map(([command, args]) => [command, ...args].join(' ')).join(' && ')}" (at most ${limitMs / MINUTE} min each)`);
    for (const [command, args] of commands) m.run(command, args, limitMs);
    const installed = findEngine(engine, m);
    if (installed) return installed;
  }
  return null;
}

/** Whether a missing engine is a failure: where it could have been installed and nobody is there to read a line. */
export const mustHaveEngines = (m: Machine = thisMachine): boolean => m.env['CI'] === 'true' && m.platform === 'linux' && m.isRoot;

/** The line that says that an engine's tests did not run, and what to do about it. */
export function missingLine(engine: OtherEngine, m: Machine = thisMachine): string {
  const how =
    engine === 'firefox'
      ? 'install Firefox (Debian: apt-get install firefox-esr) or point to one with FIREFOX_PATH'
      : m.platform === 'linux'
        ? 'apt-get install webkit2gtk-driver xvfb, or point to a driver with WEBKIT_DRIVER_PATH'
        : 'its driver exists for Linux alone';
  return `NOT RUN in ${NAMES[engine]}: there is none on this machine (${how}).`;
}
