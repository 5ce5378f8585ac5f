import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../../scripts/lib/browser.ts';
import { ensureEngine, engineInstallSteps, findEngine, missingLine, mustHaveEngines } from '../../scripts/lib/engines.ts';

/** A machine with these programs; `null` is one that is there and does not run. */
function machine(programs: Record<string, string | null>, over: Partial<Machine> = {}): Machine & { said: string[]; ran: string[] } {
  const said: string[] = [];
  const ran: string[] = [];
  return {
    env: { PATH: '/usr/bin' },
    platform: 'linux',
    home: '/h',
    isExecutable: (path) => path in programs,
    list: () => [],
    version: (path) => programs[path] ?? null,
    run: (command, args) => {
      ran.push([command, ...args].join(' '));
      return !(command in programs) || programs[command] !== null;
    },
    isRoot: false,
    say: (line) => said.push(line),
    said,
    ran,
    ...over,
  };
}

const WEBKIT = { '/usr/bin/WebKitWebDriver': 'x', '/usr/bin/Xvfb': 'x' };

test('[ACC-01] FIREFOX_PATH comes before the system, and must run', () => {
  const m = machine({ '/mine': 'Mozilla Firefox 150.0', '/usr/bin/firefox-esr': 'Mozilla Firefox 140.0esr', '/broken': null });
  assert.equal(findEngine('firefox', m)?.path, '/usr/bin/firefox-esr');
  m.env['FIREFOX_PATH'] = '/mine';
  assert.deepEqual(findEngine('firefox', m), { engine: 'firefox', path: '/mine', from: 'FIREFOX_PATH', version: 'Mozilla Firefox 150.0', xvfb: '' });
  for (const path of ['/broken', '/missing']) {
    m.env['FIREFOX_PATH'] = path;
    assert.throws(() => findEngine('firefox', m), new RegExp(`FIREFOX_PATH.*${path}`));
  }
});

test('a firefox that is only a note, as in some systems, is passed over', () => {
  assert.equal(findEngine('firefox', machine({ '/usr/bin/firefox': null })), null);
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  assert.equal(findEngine('firefox', machine({ '/usr/bin/firefox': null, [mac]: 'Mozilla Firefox 150.0' }, { platform: 'darwin' }))?.path, mac);
});

test('WebKit is a driver that runs and a screen for it, on Linux alone', () => {
  assert.deepEqual(findEngine('webkit', machine(WEBKIT)), { engine: 'webkit', path: '/usr/bin/WebKitWebDriver', from: 'the system', version: 'WebKitGTK', xvfb: '/usr/bin/Xvfb' });
  assert.equal(findEngine('webkit', machine({ '/usr/bin/WebKitWebDriver': 'x' })), null, 'without a screen its driver hangs');
  assert.equal(findEngine('webkit', machine({ ...WEBKIT, '/usr/bin/WebKitWebDriver': null })), null);
  assert.equal(findEngine('webkit', machine(WEBKIT, { platform: 'darwin' })), null);
  const m = machine({ ...WEBKIT, '/broken': null });
  m.env['WEBKIT_DRIVER_PATH'] = '/broken';
  assert.throws(() => findEngine('webkit', m), /WEBKIT_DRIVER_PATH.*\/broken/);
});

test('an engine is installed by root on Linux alone, with a time limit, and told', () => {
  for (const engine of ['firefox', 'webkit'] as const) {
    assert.deepEqual(engineInstallSteps(engine, machine({})), []);
    assert.deepEqual(engineInstallSteps(engine, machine({}, { isRoot: true, platform: 'darwin' })), []);
    for (const step of engineInstallSteps(engine, machine({}, { isRoot: true }))) assert.ok(step.limitMs > 0);
  }
  const programs: Record<string, string | null> = { '/usr/bin/apt-get': 'x' };
  const m = machine(programs, { isRoot: true });
  m.run = (command, args) => {
    m.ran.push([command, ...args].join(' '));
    if (args.includes('install')) Object.assign(programs, { '/usr/bin/firefox-esr': 'Mozilla Firefox 140.0esr' }, args.includes('xvfb') ? WEBKIT : {});
    return true;
  };
  assert.equal(ensureEngine('firefox', m)?.path, '/usr/bin/firefox-esr');
  assert.equal(ensureEngine('webkit', m)?.path, '/usr/bin/WebKitWebDriver');
  assert.equal(m.said.length, 2);
  const before = m.ran.length;
  ensureEngine('firefox', m);
  assert.equal(m.ran.length, before, 'nothing is installed when it is there');
});

test('a developer without an engine is told; CI as root on Linux must have it', () => {
  const m = machine({});
  assert.equal(ensureEngine('webkit', m), null);
  assert.deepEqual(m.ran, []);
  assert.match(missingLine('webkit', m), /^NOT RUN in WebKit: .*webkit2gtk-driver xvfb/);
  assert.match(missingLine('firefox', m), /^NOT RUN in Firefox: .*FIREFOX_PATH/);
  assert.equal(mustHaveEngines(m), false);
  m.env['CI'] = 'true';
  assert.equal(mustHaveEngines(m), false);
  assert.equal(mustHaveEngines({ ...m, isRoot: true }), true);
  assert.equal(mustHaveEngines({ ...m, isRoot: true, platform: 'darwin' }), false);
});
