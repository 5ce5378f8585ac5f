/**
 * The kit's Jitsi provider against the real external API: its own script on the court's page, its own transport between page and
 * room, and in the room what a real one was heard to say. No time passes: the test runs the clocks out.
 */
import { expect, test as base, type Frame, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { VideoConfig } from '../../src/contract/tribunal.ts';
import type { Court } from '../support/jitsi-page.ts';
import { bundle, realExternalApi } from '../support/jitsi-real.ts';
import { deadDomain, startCourtSite, startSilentHost, startVideoServer, type CourtSite, type VideoServer } from '../support/jitsi-servers.ts';
import { transcript, type TranscriptName } from '../support/jitsi-transcripts.ts';

declare global {
  interface Window {
    court: Court;
    say?(event: object): void;
    heard?: { name: string }[];
    listening: Map<string, number>;
    violations: string[];
  }
}

const ROOM = 'q7Zt_9bX2mKfL0aVwR3cYd8N';
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Servers {
  site: CourtSite;
  video: VideoServer;
}

const test = base.extend<{ courtPage: Page }, { servers: Servers | string }>({
  servers: [
    async ({}, use) => {
      const api = await realExternalApi();
      if (api.script === undefined) {
        console.warn(`Skipping the tests against the real external API. ${api.reason}`);
        await use(api.reason);
        return;
      }
      const video = await startVideoServer(api.script, await bundle(file('../support/jitsi-room.ts')));
      const site = await startCourtSite(await bundle(file('../support/jitsi-page.ts')));
      await use({ site, video });
      await site.close();
      await video.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  courtPage: async ({ page }, use) => {
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => window.violations.push(`${effectiveDirective} ${blockedURI}`));
      // Who listens to what, so that a listener that stays behind is seen.
      const listening = (window.listening = new Map<string, number>());
      const count = (type: string, by: number): unknown => listening.set(type, (listening.get(type) ?? 0) + by);
      const known = new WeakMap<object, Set<string>>();
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      Object.assign(EventTarget.prototype, {
        addEventListener(this: EventTarget | undefined, type: string, listener: object, options?: AddEventListenerOptions | boolean) {
          if (this === undefined || this === window || this === document) {
            known.set(listener, (known.get(listener) ?? new Set()).add(type));
            count(type, 1);
            if (typeof options === 'object' && options.signal) addEventListener.call(options.signal, 'abort', () => count(type, -1));
          }
          addEventListener.call(this ?? window, type, listener as EventListener, options);
        },
        removeEventListener(this: EventTarget | undefined, type: string, listener: object, options?: boolean) {
          if (known.get(listener)?.delete(type)) count(type, -1);
          removeEventListener.call(this ?? window, type, listener as EventListener, options);
        },
      });
    });
    await use(page);
  },
});
test.use({ ignoreHTTPSErrors: true });

let site: CourtSite;
let video: VideoServer;
test.beforeEach(({ servers }) => {
  if (typeof servers === 'string') {
    test.skip(true, servers);
    return;
  }
  ({ site, video } = servers);
  video.asked.length = 0;
});

const config = (domain = video.domain): VideoConfig => ({ provider: 'jitsi', domain });

/** What docs tell a webmaster to send, for this video server. */
const strict = (domain = video.domain): string =>
  [
    "default-src 'none'",
    `script-src 'self' https://${domain}`,
    "style-src 'self'",
    `frame-src https://${domain}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types atrio',
  ].join('; ');

const visit = (page: Page, csp = strict()): Promise<unknown> => page.goto(site.page(csp));
const open = (page: Page, name: string, options: { config?: VideoConfig; room?: string; token?: string; name?: string } = {}): Promise<void> =>
  page.evaluate(
    ([name, config, room, rest]) => window.court.open(name, config, room, rest),
    [name, options.config ?? config(), options.room ?? ROOM, { ...(options.token && { token: options.token }), ...(options.name && { name: options.name }) }] as const,
  );
const phases = (page: Page, name: string): Promise<string[]> => page.evaluate((call) => window.court.phases(call), name);
const seen = (page: Page, name: string) => expect.poll(() => phases(page, name));

/** The room's own document, once its transport is up. */
async function roomFrame(page: Page, room = ROOM): Promise<Frame> {
  await expect.poll(() => page.frames().some((frame) => frame.url().includes(`/${room}`))).toBe(true);
  const frame = page.frames().find((one) => one.url().includes(`/${room}`))!;
  await frame.waitForFunction(() => typeof window.say === 'function');
  return frame;
}
const say = (frame: Frame, ...events: object[]): Promise<void> =>
  frame.evaluate((all) => {
    for (const event of all) window.say?.(event);
  }, events);
const replay = (frame: Frame, name: TranscriptName): Promise<void> => say(frame, ...transcript(name).flatMap(({ event }) => (event ? [event] : [])));
const errorOccurred = (name: string, isFatal = false): object => ({ name: 'error-occurred', error: { name, isFatal, type: 'CONFERENCE', params: [] } });
const JOINED = { name: 'video-conference-joined', roomName: ROOM, id: 'a1', displayName: 'Maria', breakoutRoom: false };

test('[BV-01] knocks, is admitted, talks, and ends when the room closes', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao', { name: 'Maria da Silva', token: 'a.b.c' });
  const frame = await roomFrame(page);
  await replay(frame, 'visitor-knock-admitted-hangup');
  await seen(page, 'balcao').toEqual(['waiting', 'joined', 'ended']);

  const address = new URL(frame.url());
  expect(address.origin).toBe(`https://${video.domain}`);
  expect(address.searchParams.get('jwt')).toBe('a.b.c');
  expect(address.searchParams.get('lang') ?? address.hash).toContain('pt-BR');
  const hash = decodeURIComponent(address.hash);
  for (const part of ['config.disableThirdPartyRequests=true', 'config.doNotStoreRoom=true', 'config.prejoinConfig={"enabled":false}', 'userInfo.displayName="Maria da Silva"']) expect(hash).toContain(part);
  expect(hash).not.toMatch(/mail/i);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('[BV-01] gives the room camera and microphone, and nothing it does not need', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  const frame = await roomFrame(page);
  expect(await page.evaluate(() => window.court.frames('balcao'))).toEqual([{ title: 'Chamada de vídeo', allow: expect.stringContaining('camera; microphone') }]);
  const allowed = await frame.evaluate(() => {
    const policy = (document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } }).featurePolicy;
    return ['camera', 'microphone', 'display-capture', 'fullscreen', 'autoplay', 'hid', 'usb', 'geolocation'].filter((name) => policy.allowsFeature(name));
  });
  expect(allowed).toEqual(['camera', 'microphone', 'display-capture', 'fullscreen', 'autoplay']);
});

test('asks nothing of the video server before the call, not even when the intent is shown', async ({ courtPage: page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit(page);
  await page.evaluate((one) => window.court.intend(one), config());
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(video.asked).toEqual([]);
  expect(asked.filter((url) => url.includes(video.domain))).toEqual([]);
  expect(await page.locator('iframe').count()).toBe(0);
  await open(page, 'balcao');
  await roomFrame(page);
  expect(video.asked[0]).toBe('/external_api.js');
});

test('[BV-01] hangs up when the person leaves, and waits for the room to let go', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  const frame = await roomFrame(page);
  await say(frame, JOINED);
  await seen(page, 'balcao').toEqual(['joined']);
  await page.evaluate(() => window.court.leave('balcao'));
  expect(await phases(page, 'balcao')).toEqual(['joined', 'ended']);
  expect(await page.evaluate(() => window.court.frames('balcao'))).toEqual([]);
});

test('does not wait for a room that does not answer the hang-up', async ({ courtPage: page }) => {
  await visit(page);
  const room = `MUDA${ROOM}`;
  await open(page, 'balcao', { room });
  const frame = await roomFrame(page, room);
  await say(frame, JOINED);
  await seen(page, 'balcao').toEqual(['joined']);
  const left = page.evaluate(() => window.court.leave('balcao'));
  await expect.poll(() => page.evaluate(() => window.court.waits())).toEqual([1_500]);
  await expect.poll(() => frame.evaluate(() => window.heard?.map(({ name }) => name))).toContain('video-hangup');
  await page.evaluate(() => window.court.runOut());
  await left;
  expect(await phases(page, 'balcao')).toEqual(['joined', 'ended']);
});

test('[BV-17] tells a refusal, although the room itself closes nothing', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  await replay(await roomFrame(page), 'visitor-knock-rejected');
  await seen(page, 'balcao').toEqual(['waiting', 'rejected']);
  await page.evaluate(() => window.court.dispose('balcao'));
  expect(await page.evaluate(() => window.court.frames('balcao'))).toEqual([]);
});

test('follows an attendant through a whole meeting', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'atendente');
  await replay(await roomFrame(page), 'moderator-lobby-approve-reject');
  await seen(page, 'atendente').toEqual(['joined', 'ended']);
});

test('[BV-17] names a token that the server refuses', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao', { token: 'expirado' });
  await say(await roomFrame(page), { name: 'ready' }, errorOccurred('connection.passwordRequired'));
  await seen(page, 'balcao').toEqual(['failed:auth']);
});

test('[BV-17] goes on without a device that was denied', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  await say(await roomFrame(page), { name: 'ready' }, errorOccurred('gum.permission_denied'), JOINED);
  await seen(page, 'balcao').toEqual(['loading', 'joined']);
  expect(await page.evaluate(() => window.court.snapshot('balcao'))).toEqual({ phase: 'joined', deviceDenied: true });
});

test('[BV-17] reconnects after the server was lost, since fatal is not final', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  const frame = await roomFrame(page);
  await say(frame, JOINED, errorOccurred('connection.otherError', true));
  await seen(page, 'balcao').toEqual(['joined', 'reconnecting']);
  await say(frame, { name: 'ready' }, { name: 'video-conference-left', roomName: ROOM }, { ...JOINED, id: 'b2' });
  await seen(page, 'balcao').toEqual(['joined', 'reconnecting', 'joined']);
  await say(frame, errorOccurred('connection.otherError', true));
  await seen(page, 'balcao').toEqual(['joined', 'reconnecting', 'joined', 'reconnecting']);
  await page.evaluate(() => window.court.runOut());
  await seen(page, 'balcao').toEqual(['joined', 'reconnecting', 'joined', 'reconnecting', 'failed:network']);
});

test('does not take a breakout room for the end', async ({ courtPage: page }) => {
  await visit(page);
  await open(page, 'balcao');
  const frame = await roomFrame(page);
  await say(frame, JOINED, { name: 'video-conference-left', roomName: ROOM }, { ...JOINED, breakoutRoom: true }, { name: 'video-ready-to-close' });
  await seen(page, 'balcao').toEqual(['joined', 'ended']);
});

test('[BV-17] says at once that a dead host gives no script', async ({ courtPage: page }) => {
  const domain = await deadDomain();
  await visit(page, strict(domain));
  await open(page, 'balcao', { config: config(domain) });
  await seen(page, 'balcao').toEqual(['failed:script']);
  expect(await page.evaluate(() => window.court.waits())).toEqual([]);
});

test('[BV-17] gives up by its own clock on a host that takes the call and says nothing', async ({ courtPage: page }) => {
  const silent = await startSilentHost();
  try {
    await visit(page, strict(silent.domain));
    await open(page, 'balcao', { config: config(silent.domain) });
    await expect.poll(() => page.evaluate(() => window.court.waits())).toEqual([25_000]);
    await page.evaluate(() => window.court.runOut());
    await seen(page, 'balcao').toEqual(['failed:timeout']);
  } finally {
    await silent.close();
  }
});

test('[BV-17] gives up by its own clock on a room whose host died after the script', async ({ courtPage: page }) => {
  const domain = await deadDomain();
  await visit(page, `script-src 'self' https://${video.domain}; frame-src https://${video.domain} https://${domain}`);
  await open(page, 'viva');
  await roomFrame(page);
  await page.evaluate(() => window.court.dispose('viva'));
  await open(page, 'morta', { config: config(domain) });
  await expect.poll(() => page.evaluate(() => window.court.frames('morta').length)).toBe(1);
  expect(await page.evaluate(() => window.court.waits())).toEqual([25_000]);
  await page.evaluate(() => window.court.runOut());
  await seen(page, 'morta').toEqual(['failed:timeout']);
});

for (const [what, csp] of [
  ['the frame', () => strict().replace(/frame-src [^;]+/, "frame-src 'none'")],
  ['the script', () => strict().replace(/script-src [^;]+/, "script-src 'self'")],
  ['the script, by Trusted Types', () => strict().replace('trusted-types atrio', "trusted-types 'none'")],
] as const) {
  test(`[BV-17] says at once that the page's policy blocks ${what}`, async ({ courtPage: page }) => {
    await visit(page, csp());
    await open(page, 'balcao');
    await expect.poll(async () => (await phases(page, 'balcao')).at(-1)).toBe('failed:blocked');
    expect(await page.evaluate(() => window.court.waits())).toEqual([]);
    await page.evaluate(() => window.court.dispose('balcao'));
    expect(await page.evaluate(() => window.court.frames('balcao'))).toEqual([]);
  });
}

test('[BV-01] two counters on a page load the script once and do not hear each other', async ({ courtPage: page }) => {
  await visit(page);
  await Promise.all([open(page, 'civel', { room: `${ROOM}A` }), open(page, 'criminal', { room: `${ROOM}B` })]);
  const civel = await roomFrame(page, `${ROOM}A`);
  const criminal = await roomFrame(page, `${ROOM}B`);
  await say(civel, JOINED);
  await seen(page, 'civel').toEqual(['joined']);
  await say(criminal, errorOccurred('conference.connectionError.accessDenied'));
  await seen(page, 'criminal').toEqual(['rejected']);
  expect(await phases(page, 'civel')).toEqual(['joined']);
  // A third call, after one is gone.
  await page.evaluate(() => window.court.dispose('criminal'));
  await open(page, 'outra', { room: `${ROOM}C` });
  await say(await roomFrame(page, `${ROOM}C`), JOINED);
  await seen(page, 'outra').toEqual(['joined']);
  expect(video.asked.filter((path) => path.includes('external_api')).length).toBe(1);
});

test('leaves no frame, no listener, no clock and no name behind', async ({ courtPage: page }) => {
  await visit(page);
  const listening = (): Promise<Record<string, number>> => page.evaluate(() => Object.fromEntries([...window.listening].filter(([, count]) => count !== 0)));
  const before = await listening();
  await open(page, 'balcao', { name: 'Maria da Silva' });
  const frame = await roomFrame(page);
  const during = await listening();
  for (const type of ['message', 'pagehide', 'securitypolicyviolation']) expect(during[type] ?? 0, `the count sees ${type}`).toBeGreaterThan(before[type] ?? 0);
  await say(frame, JOINED, { name: 'local-storage-changed', localStorageContent: '{"features/base/settings":"Maria da Silva"}' });
  await seen(page, 'balcao').toEqual(['joined']);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('jitsiLocalStorage'))).toContain('Maria');
  await page.evaluate(() => {
    window.court.dispose('balcao');
    window.court.dispose('balcao');
  });
  expect(await page.evaluate(() => window.court.frames('balcao'))).toEqual([]);
  expect(await page.evaluate(() => window.court.waits())).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('jitsiLocalStorage'))).toBe(null);
  expect(await listening()).toEqual(before);
});
