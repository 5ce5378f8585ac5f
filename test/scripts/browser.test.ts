import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserFlags, ensureBrowser, findBrowser, installSteps, type Machine } from '../../scripts/lib/browser.ts';

/** A machine with these programs; `null` is one that is there and does not run. */
function machine(programs: Record<string, string | null>, over: Partial<Machine> = {}): Machine & { said: string[]; ran: string[] } {
  const said: string[] = [];
  const ran: string[] = [];
  return {
    env: { PATH: '/usr/bin' },
    platform: 'linux',
    home: '/h',
    isExecutable: (path) => path in programs,
    list: (dir) => [
      ...new Set(
        Object.keys(programs)
          .filter((path) => path.startsWith(`${dir}/`))
          .map((path) => path.slice(dir.length + 1).split('/')[0] ?? ''),
      ),
    ],
    version: (path) => programs[path] ?? null,
    run: (command, args) => {
      ran.push([command, ...args].join(' '));
      return true;
    },
    isRoot: false,
    say: (line) => said.push(line),
    said,
    ran,
    ...over,
  };
}

const inCache = (revision: number): string => `/h/.cache/ms-playwright/chromium-${revision}/chrome-linux/chrome`;

test('CHROME_PATH comes before everything else', () => {
  const m = machine({ '/mine': 'Chromium 1.2', [inCache(9)]: 'Chromium 9.0', '/usr/bin/chromium': 'Chromium 5.0' });
  m.env['CHROME_PATH'] = '/mine';
  assert.deepEqual(findBrowser(m), { path: '/mine', from: 'CHROME_PATH', version: 'Chromium 1.2' });
});

test('a CHROME_PATH that does not run is an error that says so, not a reason to look elsewhere', () => {
  const m = machine({ '/broken': null, '/usr/bin/chromium': 'Chromium 5.0' });
  for (const path of ['/broken', '/missing']) {
    m.env['CHROME_PATH'] = path;
    assert.throws(() => findBrowser(m), new RegExp(`CHROME_PATH.*${path}`));
  }
});

test("Playwright's newest comes before the system's", () => {
  const m = machine({ [inCache(999)]: 'Chromium 9.0', [inCache(1200)]: 'Chromium 12.0', '/usr/bin/chromium': 'Chromium 5.0' });
  assert.equal(findBrowser(m)?.path, inCache(1200));
});

test("Playwright's cache can be elsewhere", () => {
  const m = machine({ '/pw/chromium-7/chrome-linux/chrome': 'Chromium 7.0' });
  m.env['PLAYWRIGHT_BROWSERS_PATH'] = '/pw';
  assert.equal(findBrowser(m)?.from, "Playwright's cache");
});

test('a program that does not run is passed over for one that does', () => {
  const m = machine({ '/usr/bin/chromium': null, '/usr/bin/chromium-browser': null, '/usr/bin/google-chrome': 'Google Chrome 8.0' });
  assert.equal(findBrowser(m)?.path, '/usr/bin/google-chrome');
});

test('on a Mac the applications are looked into', () => {
  const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  assert.equal(findBrowser(machine({ [path]: 'Google Chrome 9.0' }, { platform: 'darwin' }))?.path, path);
});

test('nothing is installed when a browser is there', () => {
  const m = machine({ '/usr/bin/chromium': 'Chromium 5.0' });
  ensureBrowser(m);
  assert.deepEqual(m.ran, []);
});

test('when there is none, Playwright is asked first, then the package manager that exists', () => {
  const programs: Record<string, string | null> = { '/usr/bin/npx': 'x', '/usr/bin/apt-get': 'x' };
  const m = machine(programs, { isRoot: true });
  m.run = (command, args) => {
    m.ran.push([command, ...args].join(' '));
    if (args.includes('install') && command === 'apt-get') programs['/usr/bin/chromium'] = 'Chromium 6.0';
    return true;
  };
  assert.equal(ensureBrowser(m).path, '/usr/bin/chromium');
  assert.match(m.ran[0] ?? '', /^npx --no-install playwright install chromium$/);
  assert.match(m.ran.at(-1) ?? '', /^apt-get install .*chromium$/);
  assert.ok(m.ran.every((line) => !/dnf|apk|sudo/.test(line)));
  assert.ok(m.said.length >= 2, 'each attempt is told');
});

test('who is not root asks for it without a password, and every step has a time limit', () => {
  for (const step of installSteps(machine({}))) {
    assert.ok(step.limitMs > 0);
    for (const [command, args] of step.commands) if (command !== 'npx') assert.deepEqual([command, args[0]], ['sudo', '-n']);
  }
});

test('when nothing helps, the message says what to do in both languages', () => {
  assert.throws(() => ensureBrowser(machine({})), /CHROME_PATH=[\s\S]*no Chromium/);
});

test('the sandbox is given up only by root, or where it does not start', () => {
  assert.ok(browserFlags('/c', machine({}, { isRoot: true })).includes('--no-sandbox'));
  const told = machine({});
  told.env['CHROME_NO_SANDBOX'] = '1';
  assert.ok(browserFlags('/c', told).includes('--no-sandbox'));
  assert.ok(!browserFlags('/c', machine({}, { platform: 'darwin' })).includes('--no-sandbox'));
});
