import type { VideoOpen, VideoProvider, VideoSession } from '../ports.ts';
import type { VideoConfig } from '../../contract/tribunal.ts';
import { permitido } from '../devices/permitido.ts';
import { preload } from './ahead.ts';
import { browserEnv, type VideoEnv } from './env.ts';
import { INITIAL, reduce, TRANSLATORS, type RoomEvent } from './jitsi.machine.ts';
import type { RoomApi, RoomEventName, RoomOptions } from './room-events.ts';
import { forgetRoomApi, loadRoomApi } from './script.ts';

/** Where the room of a configuration is. */
export interface RoomAddress {
  /** `https://video.tribunal.jus.br`, without a slash. */
  origin: string;
  script: string;
  /** First part of the room's path: the tenant with a slash, or nothing. */
  tenant: string;
  lang?: string | undefined;
}

/** What tells the Jitsi providers apart. */
export interface RoomKind {
  id: VideoConfig['provider'];
  /** Null when the configuration is of another provider, or its server cannot be addressed. */
  address(config: VideoConfig): RoomAddress | null;
  validate(config: VideoConfig, context: { demo: boolean }): string | null;
}

/** Where a Jitsi frame leaves a name and an e-mail in the court's own storage, when it has none of its own. */
const LEAK = 'jitsiLocalStorage';

/** No more than a call needs; the API itself would also delegate HID devices and the like. */
const ALLOW = 'camera; microphone; display-capture; autoplay; fullscreen; clipboard-write; screen-wake-lock; speaker-selection';

/** Any other character would corrupt the room's address. */
const ROOM = /^[\w-]+$/;

const roomOptions = (options: VideoOpen, { origin, tenant, lang }: RoomAddress): RoomOptions => ({
  roomName: tenant + options.room,
  parentNode: {
    // Before the frame is in the document: what it may do is settled when it starts to load, and the API would allow more.
    appendChild(frame) {
      frame.allow = ALLOW;
      frame.title = options.title;
      return options.parent.appendChild(frame);
    },
  },
  width: '100%',
  height: '100%',
  lang: lang ?? options.lang,
  ...(options.token && { jwt: options.token }),
  ...(origin.startsWith('http:') && { noSSL: true }),
  ...(options.name && { userInfo: { displayName: options.name } }),
  configOverwrite: {
    // People never find "ask to join": they knock by coming in.
    prejoinConfig: { enabled: false },
    lobby: { autoKnock: true, enableChat: false },
    securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
    disableThirdPartyRequests: true,
    gravatar: { disabled: true },
    analytics: { disabled: true, rtcstatsEnabled: false },
    // An invitation to install an app is no answer to a citizen.
    deeplinking: { disabled: true },
    disableDeepLinking: true,
    disableInviteFunctions: true,
    disableProfile: true,
    doNotStoreRoom: true,
    ...(options.audioOnly && { startWithVideoMuted: true }),
    ...(options.listener && { disableInitialGUM: true }),
    readOnlyName: !!options.name,
    localRecording: { disable: true },
    recordingService: { enabled: false },
    localSubject: options.subject ?? options.title,
    toolbarButtons: ['microphone', 'camera', 'chat', 'raisehand', 'desktop', 'closedcaptions', 'settings', 'fullscreen', 'hangup'].slice(options.listener ? 5 : 0),
  },
});

function openRoom(options: VideoOpen, address: RoomAddress | null, env: VideoEnv): VideoSession {
  const { parent } = options;
  const doc = parent.ownerDocument;
  const page = doc.defaultView ?? window;
  const life = new AbortController();
  const { signal } = life;
  let state = INITIAL;
  let api: RoomApi | undefined;
  let loading: ReturnType<typeof loadRoomApi> | undefined;
  let timer: unknown;
  let leaving: Promise<void> | undefined;
  let letGo = (): void => {};

  const forget = (): void => {
    try {
      page.localStorage.removeItem(LEAK);
    } catch {
      // Storage refused: then nothing was left in it either.
    }
  };
  const restart = (): void => {
    env.clearTimeout(timer);
    if (!state.clock || signal.aborted) return;
    timer = env.setTimeout(() => {
      if (!api) forgetRoomApi(loading);
      dispatch({ type: 'timeout' });
    }, state.clock.times * env.timeoutMs);
  };
  const dispatch = (event: RoomEvent | null): void => {
    if (signal.aborted || !event) return;
    const before = state;
    state = reduce(before, event);
    if (state.clock !== before.clock) restart();
    if (state.snapshot === before.snapshot) return;
    options.onChange(state.snapshot);
    if (state.snapshot.phase === 'ended') letGo();
  };
  const dispose = (): void => {
    if (signal.aborted) return;
    life.abort();
    env.clearTimeout(timer);
    const frame = api?.getIFrame();
    api?.dispose();
    frame?.remove();
    if (api) forget();
    letGo();
  };
  const start = async (): Promise<void> => {
    if (signal.aborted) return;
    // Without https the browser has no mediaDevices at all.
    if (!address || !ROOM.test(options.room) || !page.navigator.mediaDevices || !('RTCPeerConnection' in page)) {
      dispatch({ type: 'fail', reason: 'unsupported' });
      return;
    }
    restart();
    doc.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI, disposition, effectiveDirective }) => {
        const ours = `${blockedURI}/`.startsWith(`${address.origin}/`) && /^(frame|script)-/.test(effectiveDirective);
        if (ours && disposition === 'enforce') dispatch({ type: 'fail', reason: 'blocked' });
      },
      { signal },
    );
    page.addEventListener('pagehide', forget, { signal });
    let Api;
    try {
      Api = await (loading = loadRoomApi(address.script));
    } catch (error) {
      // Trusted Types refuse with a TypeError, at once.
      dispatch({ type: 'fail', reason: error instanceof TypeError ? 'blocked' : 'script' });
      return;
    }
    if (signal.aborted || state.snapshot.phase !== 'loading') return;
    forget();
    dispatch({ type: 'loaded' });
    api = new Api(address.origin.replace(/^https?:\/\//, ''), roomOptions(options, address));
    for (const name of Object.keys(TRANSLATORS) as RoomEventName[]) {
      api.on(name, (data: never) => dispatch(TRANSLATORS[name](data)));
    }
    // The site gives the room neither: the person is told at once, and whoever takes care of the site which header to change.
    const frame = api.getIFrame();
    if (permitido(frame, 'camera') !== false && permitido(frame, 'microphone') !== false) return;
    dispatch({ type: 'error', name: 'gum.policy', fatal: false });
    const { origin } = address;
    import('../devices/politica.ts').then(({ explicarPolitica }) => explicarPolitica(origin), () => undefined);
  };
  queueMicrotask(() => void start());

  return {
    get snapshot() {
      return state.snapshot;
    },
    leave() {
      leaving ??= new Promise<void>((resolve) => {
        if (!api || signal.aborted) return resolve();
        const wait = env.setTimeout(resolve, env.leaveMs);
        letGo = () => {
          env.clearTimeout(wait);
          resolve();
        };
        api.executeCommand('hangup');
      }).then(() => {
        dispatch({ type: 'closed' });
        dispose();
      });
      return leaving;
    },
    dispose,
  };
}

/** A provider over Jitsi's external API. Nothing of Jitsi is asked for before `prepare` or `open`. */
export function createRoomProvider(kind: RoomKind, custom: Partial<VideoEnv> = {}): VideoProvider {
  const env = { ...browserEnv, ...custom };
  return {
    id: kind.id,
    caps: { embed: true, knowsJoin: true },
    origins(config) {
      const address = kind.address(config);
      return address ? [address.origin] : [];
    },
    validate: (config, context) => kind.validate(config, context),
    prepare(config) {
      const address = kind.address(config);
      if (address) preload(address.script);
    },
    roomHref({ config, room, token, audioOnly }) {
      const address = kind.address(config);
      if (!address || !ROOM.test(room)) return null;
      return `${address.origin}/${address.tenant}${room}${token ? `?jwt=${encodeURIComponent(token)}` : ''}#config.disableThirdPartyRequests=true${audioOnly ? '&config.startWithVideoMuted=true' : ''}`;
    },
    open: (options) => openRoom(options, kind.address(options.config), env),
  };
}
