import { expect, nextFrame } from '@open-wc/testing';
import type { VideoConfig } from '../../../src/contract/tribunal.ts';
import type { VideoOpen, VideoSession, VideoSnapshot } from '../../../src/adapters/ports.ts';
import type { RoomEventName, RoomOptions } from '../../../src/adapters/video/room-events.ts';
import { createJaasProvider } from '../../../src/adapters/video/jaas.ts';
import { createJitsiProvider } from '../../../src/adapters/video/jitsi.ts';
import { createLinkProvider } from '../../../src/adapters/video/link.ts';
import { preconnect } from '../../../src/adapters/video/ahead.ts';
import { comWebRtc } from '../../support/engine.ts';

const ROOM = 'q7Zt_9bX2mKfL0aVwR3cYd8N';
const CONFIG: VideoConfig = { provider: 'jitsi', domain: 'video.tribunal.jus.br' };
const LEAK = 'jitsiLocalStorage';
const page = window as unknown as { JitsiMeetExternalAPI?: unknown };

/** Time that passes when the test says so. */
class Time {
  readonly pending = new Map<number, { callback: () => void; ms: number }>();
  #next = 1;
  readonly env = {
    timeoutMs: 25_000,
    leaveMs: 1_500,
    setTimeout: (callback: () => void, ms: number): unknown => {
      this.pending.set(this.#next, { callback, ms });
      return this.#next++;
    },
    clearTimeout: (timer: unknown): void => void this.pending.delete(timer as number),
  };
  get waits(): number[] {
    return [...this.pending.values()].map(({ ms }) => ms);
  }
  runOut(): void {
    for (const [id, { callback }] of [...this.pending]) {
      this.pending.delete(id);
      callback();
    }
  }
}

class FakeApi {
  static made: FakeApi[] = [];
  readonly listeners = new Map<string, (data: unknown) => void>();
  readonly frame = document.createElement('iframe');
  readonly commands: string[] = [];
  readonly leakAtStart = localStorage.getItem(LEAK);
  disposals = 0;
  constructor(
    readonly domain: string,
    readonly options: RoomOptions,
  ) {
    FakeApi.made.push(this);
    options.parentNode.appendChild(this.frame);
  }
  on(name: RoomEventName, listener: (data: unknown) => void): void {
    this.listeners.set(name, listener);
  }
  say(name: RoomEventName, data: unknown = {}): void {
    this.listeners.get(name)?.(data);
  }
  executeCommand(name: string): void {
    this.commands.push(name);
  }
  getIFrame(): HTMLIFrameElement {
    return this.frame;
  }
  dispose(): void {
    this.disposals++;
  }
}

describe('a call in a Jitsi room', () => {
  let time: Time;
  let parent: HTMLElement;
  let seen: VideoSnapshot[];
  let session: VideoSession;

  const options = (over: Partial<VideoOpen> = {}): VideoOpen => ({
    config: CONFIG,
    room: ROOM,
    lang: 'pt-BR',
    parent,
    title: 'Chamada de vídeo',
    demo: false,
    onChange: (snapshot) => seen.push(snapshot),
    ...over,
  });
  const open = async (over: Partial<VideoOpen> = {}): Promise<FakeApi> => {
    session = createJitsiProvider(time.env).open(options(over));
    await nextFrame();
    return FakeApi.made.at(-1) as FakeApi;
  };

  let semWebRtc: () => void;
  before(() => {
    semWebRtc = comWebRtc();
  });
  after(() => semWebRtc());
  beforeEach(() => {
    time = new Time();
    seen = [];
    FakeApi.made = [];
    page.JitsiMeetExternalAPI = FakeApi;
    parent = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    session?.dispose();
    parent.remove();
    delete page.JitsiMeetExternalAPI;
    localStorage.removeItem(LEAK);
  });

  it('[BV-01] uses the API that the page has already, in the element given', async () => {
    const api = await open({ token: 'a.b.c', subject: '1ª Vara Cível de Natal' });
    expect(api.domain).to.equal('video.tribunal.jus.br');
    expect(api.options.roomName).to.equal(ROOM);
    expect(api.options.jwt).to.equal('a.b.c');
    expect(api.options.lang).to.equal('pt-BR');
    expect(api.frame.parentNode).to.equal(parent);
    expect(api.options.configOverwrite?.['localSubject']).to.equal('1ª Vara Cível de Natal');
    expect(api.frame.title).to.equal('Chamada de vídeo');
    for (const feature of ['camera', 'microphone', 'display-capture', 'autoplay', 'fullscreen']) expect(api.frame.allow.split('; ')).to.include(feature);
    expect(document.querySelector('script[src*="external_api.js"]')).to.equal(null);
  });

  it('asks for no third party, and lets nothing of the person out but the name they gave', async () => {
    const api = await open({ name: 'Maria da Silva' });
    expect(api.options.userInfo).to.deep.equal({ displayName: 'Maria da Silva' });
    expect(api.options.configOverwrite).to.deep.include({
      disableThirdPartyRequests: true,
      doNotStoreRoom: true,
      disableInviteFunctions: true,
      readOnlyName: true,
      gravatar: { disabled: true },
      analytics: { disabled: true, rtcstatsEnabled: false },
      deeplinking: { disabled: true },
    });
    expect(JSON.stringify({ ...api.options, parentNode: null })).not.to.match(/mail/i);
  });

  it('leaves out what was not given', async () => {
    const api = await open();
    expect(api.options).not.to.have.any.keys('jwt', 'userInfo', 'noSSL');
    expect(api.options.configOverwrite).to.deep.include({ readOnlyName: false, localSubject: 'Chamada de vídeo' });
  });

  it('[BV-16] starts without the camera for who goes by voice alone, in the page and in another tab', async () => {
    expect((await open()).options.configOverwrite).not.to.have.property('startWithVideoMuted');
    session?.dispose();
    expect((await open({ audioOnly: true })).options.configOverwrite).to.deep.include({ startWithVideoMuted: true });
  });

  it('[AUD-01] asks for no device of who only watches, and gives nothing to speak, show or write with', async () => {
    expect((await open()).options.configOverwrite).not.to.have.property('disableInitialGUM');
    session?.dispose();
    expect((await open({ listener: true })).options.configOverwrite).to.deep.include({ disableInitialGUM: true, toolbarButtons: ['closedcaptions', 'settings', 'fullscreen', 'hangup'] });
  });

  it('lets the court file choose the language code of an older server', async () => {
    const api = await open({ config: { ...CONFIG, lang: 'ptBR' } as VideoConfig });
    expect(api.options.lang).to.equal('ptBR');
  });

  it('uses http in the local demonstration only', async () => {
    const api = await open({ config: { provider: 'jitsi', domain: 'localhost:9', inseguroLocal: true } });
    expect(api.options.noSSL).to.equal(true);
  });

  it('[BV-04] enters the tenant of JaaS', async () => {
    session = createJaasProvider(time.env).open(options({ config: { provider: 'jaas', appId: 'vpaas-magic-cookie-1f' } }));
    await nextFrame();
    expect(FakeApi.made[0]?.domain).to.equal('8x8.vc');
    expect(FakeApi.made[0]?.options.roomName).to.equal(`vpaas-magic-cookie-1f/${ROOM}`);
  });

  it('keeps what one visitor left behind from the next', async () => {
    localStorage.setItem(LEAK, 'nome de outra pessoa');
    const api = await open();
    expect(api.leakAtStart).to.equal(null);
    localStorage.setItem(LEAK, 'nome desta pessoa');
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem(LEAK)).to.equal(null);
    localStorage.setItem(LEAK, 'nome desta pessoa');
    session.dispose();
    expect(localStorage.getItem(LEAK)).to.equal(null);
  });

  it('[BV-01] tells each change once, never before open has returned', async () => {
    let opened = false;
    const api = await open({
      onChange: (snapshot) => {
        expect(opened).to.equal(true);
        seen.push(snapshot);
      },
    }).then((made) => {
      opened = true;
      return made;
    });
    expect(session.snapshot).to.deep.equal({ phase: 'loading' });
    api.say('ready');
    api.say('errorOccurred', { error: { name: 'conference.connectionError.membersOnly', isFatal: false } });
    api.say('prejoinScreenLoaded');
    api.say('videoConferenceJoined', {});
    api.say('videoConferenceLeft');
    api.say('videoConferenceJoined', { breakoutRoom: true });
    api.say('readyToClose');
    api.say('readyToClose');
    expect(seen.map(({ phase }) => phase)).to.deep.equal(['waiting', 'joined', 'ended']);
    expect(session.snapshot.phase).to.equal('ended');
    expect(time.waits).to.deep.equal([]);
  });

  it('[BV-17] gives up by its own clock when nothing is heard, and joins all the same when the room comes late', async () => {
    const api = await open();
    expect(time.waits).to.deep.equal([25_000]);
    api.say('ready');
    expect(time.waits, 'a room that lives is given longer').to.deep.equal([50_000]);
    time.runOut();
    expect(seen).to.deep.equal([{ phase: 'failed', reason: 'timeout' }]);
    expect(time.waits).to.deep.equal([]);
    api.say('videoConferenceJoined', {});
    expect(session.snapshot).to.deep.equal({ phase: 'joined' });
  });

  for (const [what, over] of [
    ['a room name that would corrupt the address', { room: 'sala?x=1' }],
    ['a domain that is more than a domain', { config: { ...CONFIG, domain: 'video.tribunal.jus.br/x' } as VideoConfig }],
    ['http on another machine', { config: { ...CONFIG, inseguroLocal: true } as VideoConfig }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await open(over);
      expect(seen).to.deep.equal([{ phase: 'failed', reason: 'unsupported' }]);
      expect(FakeApi.made).to.deep.equal([]);
    });
  }

  it('[BV-17] says so when the script does not come, takes its tag away, and tries again next time', async () => {
    delete page.JitsiMeetExternalAPI;
    const config: VideoConfig = { provider: 'jitsi', domain: `${location.host}`, inseguroLocal: true };
    for (let attempt = 0; attempt < 2; attempt++) {
      const failed = new Promise<VideoSnapshot>((resolve) => {
        session = createJitsiProvider(time.env).open(options({ config, onChange: resolve }));
      });
      await Promise.resolve();
      expect(document.querySelectorAll('script[src*="external_api.js"]').length).to.equal(1);
      expect(await failed).to.deep.equal({ phase: 'failed', reason: 'script' });
      expect(document.querySelectorAll('script[src*="external_api.js"]').length).to.equal(0);
      session.dispose();
    }
  });

  it('has the script fetched for a call that was asked for, without running it: the ticket may be of another server', async () => {
    delete page.JitsiMeetExternalAPI;
    const config: VideoConfig = { provider: 'jitsi', domain: location.host, inseguroLocal: true };
    const preloads = (): string[] => [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][href*="external_api.js"]')].map(({ href }) => href);
    const provider = createJitsiProvider(time.env);
    provider.prepare!({ ...config, domain: 'a/b' });
    expect(preloads()).to.deep.equal([]);
    provider.prepare!(config);
    provider.prepare!(config);
    expect(preloads()).to.deep.equal([`${location.origin}/external_api.js`]);
    expect(document.querySelector('script[src*="external_api.js"]')).to.equal(null);
    document.querySelector('link[href*="external_api.js"]')!.remove();
  });

  it('asks anew for a script that never came: the next try does not wait for the one before', async () => {
    delete page.JitsiMeetExternalAPI;
    const scripts = (): HTMLScriptElement[] => [...document.querySelectorAll<HTMLScriptElement>('script[src*="external_api.js"]')];
    // A tag that is heard of no more: its server took the connection and is silent.
    const { append } = document.head;
    document.head.append = (...nodes) => append.apply(document.head, nodes.map((node) => (node instanceof HTMLScriptElement ? Object.assign(document.createElement('script'), { type: 'text/plain', src: node.src }) : node)));
    try {
      session = createJitsiProvider(time.env).open(options());
      await nextFrame();
      expect(scripts()).to.have.length(1);
      const first = new URL(scripts()[0]!.src).search;
      time.runOut();
      expect(seen).to.deep.equal([{ phase: 'failed', reason: 'timeout' }]);
      session.dispose();
      session = createJitsiProvider(time.env).open(options());
      await nextFrame();
      // By another address: the browser joins a request to the one that hangs.
      expect(scripts().map(({ src }) => new URL(src).search)).to.deep.equal([first, `?${Number(first.slice(1)) + 1}`]);
    } finally {
      document.head.append = append;
      scripts().forEach((script) => script.remove());
      time.runOut();
    }
  });

  it('makes no room when it was disposed before the script came', async () => {
    session = createJitsiProvider(time.env).open(options());
    session.dispose();
    await nextFrame();
    expect(FakeApi.made).to.deep.equal([]);
    expect(seen).to.deep.equal([]);
    expect(time.waits).to.deep.equal([]);
  });

  it('hangs up, and is through as soon as the room has let go', async () => {
    const api = await open();
    api.say('videoConferenceJoined', {});
    const left = session.leave();
    expect(api.commands).to.deep.equal(['hangup']);
    expect(api.disposals).to.equal(0);
    expect(session.leave()).to.equal(left);
    api.say('readyToClose');
    await left;
    expect(api.commands).to.deep.equal(['hangup']);
    expect(api.disposals).to.equal(1);
    expect(parent.querySelector('iframe')).to.equal(null);
    expect(time.waits).to.deep.equal([]);
    expect(seen.map(({ phase }) => phase)).to.deep.equal(['joined', 'ended']);
  });

  it('does not wait long for a room that says nothing when left', async () => {
    const api = await open();
    api.say('videoConferenceJoined', {});
    const left = session.leave();
    expect(time.waits).to.deep.equal([1_500]);
    time.runOut();
    await left;
    expect(seen.at(-1)).to.deep.equal({ phase: 'ended' });
    expect(api.disposals).to.equal(1);
  });

  it('leaves at once when there is no room yet', async () => {
    session = createJitsiProvider(time.env).open(options());
    await session.leave();
    expect(FakeApi.made).to.deep.equal([]);
    expect(seen).to.deep.equal([{ phase: 'ended' }]);
  });

  it('is silent after it was disposed, however often', async () => {
    const api = await open();
    session.dispose();
    session.dispose();
    await session.leave();
    api.say('videoConferenceJoined', {});
    time.runOut();
    expect(api.disposals).to.equal(1);
    expect(api.commands).to.deep.equal([]);
    expect(parent.childElementCount).to.equal(0);
    expect(seen).to.deep.equal([]);
  });

  it('[BV-17] names a block by the page, and only by the page that enforces it', async () => {
    await open();
    const violate = (init: Partial<SecurityPolicyViolationEventInit>): void => {
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          documentURI: location.href,
          violatedDirective: 'frame-src',
          effectiveDirective: 'frame-src',
          blockedURI: 'https://video.tribunal.jus.br/sala',
          originalPolicy: "frame-src 'none'",
          disposition: 'enforce',
          statusCode: 200,
          ...init,
        }),
      );
    };
    violate({ disposition: 'report' });
    violate({ blockedURI: 'https://video.tribunal.jus.br.outro.example' });
    violate({ effectiveDirective: 'img-src' });
    violate({ blockedURI: 'inline' });
    expect(seen).to.deep.equal([]);
    violate({});
    expect(seen).to.deep.equal([{ phase: 'failed', reason: 'blocked' }]);
  });
});

describe('a link', () => {
  it('[BV-04] opens another tab without an opener, and never claims that anybody joined', async () => {
    const clicked: HTMLAnchorElement[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      clicked.push(this);
    };
    const seen: VideoSnapshot[] = [];
    try {
      const session = createLinkProvider().open({
        config: { provider: 'link', url: 'https://cnj.zoom.us/j/1' },
        room: '',
        lang: 'pt-BR',
        parent: document.body,
        title: '',
        demo: false,
        onChange: (snapshot) => seen.push(snapshot),
      });
      await nextFrame();
      await session.leave();
      session.dispose();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(clicked.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([['https://cnj.zoom.us/j/1', '_blank', 'noopener noreferrer']]);
    expect(seen).to.deep.equal([{ phase: 'prejoin' }]);
  });
});

describe('preconnect', () => {
  it('opens each origin once', () => {
    preconnect(['https://video.tribunal.jus.br', 'https://8x8.vc']);
    preconnect(['https://video.tribunal.jus.br']);
    const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://video.tribunal.jus.br/', 'https://8x8.vc/']);
    for (const link of links) link.remove();
  });
});
