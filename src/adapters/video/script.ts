import type { RoomApiConstructor } from './room-events.ts';

const FILE = '/external_api.js';

interface Policy {
  createScriptURL(url: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

/** What every copy and version of the kit on one page shares. */
interface Shared {
  policy?: Policy;
  script?: Promise<RoomApiConstructor>;
  /** How many times the script was asked for. */
  tries?: number;
}

type Page = Window & { trustedTypes?: PolicyFactory; JitsiMeetExternalAPI?: RoomApiConstructor } & Record<symbol, Shared | undefined>;

const KEY = Symbol.for('atrio.video');

/** The one thing that the policy lets through, since any script of the page could reach it: some server's `external_api.js`. */
const createScriptURL = (url: string): string => {
  if (new URL(url).pathname.endsWith(FILE)) return url;
  throw new TypeError(url);
};

const heard = (script: HTMLScriptElement): Promise<void> =>
  new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('script')));
  });

/** Puts the script into the page. A request that failed or hangs would be joined by the same address: each one after the first has an address of its own. */
async function add(url: string, { document: doc, trustedTypes }: Page, shared: Shared): Promise<void> {
  const { tries = 0 } = shared;
  shared.tries = tries + 1;
  const src = tries ? `${url}?${tries}` : url;
  const script = doc.createElement('script');
  if (trustedTypes) shared.policy ??= trustedTypes.createPolicy('atrio', { createScriptURL });
  script.src = (shared.policy?.createScriptURL(src) ?? src) as string;
  doc.head.append(script);
  try {
    await heard(script);
  } catch (error) {
    script.remove();
    throw error;
  }
}

/**
 * Loads the external API once per page, whoever asks and from whichever server: a second copy would count its instances
 * from zero again, and two rooms would hear each other's events. A copy that the page loads by itself is used as it is.
 * One that does not come is asked for once more: what was fetched ahead may have failed.
 * @throws when the script cannot be loaded, or the page's CSP (Trusted Types policy `atrio`) forbids it
 */
export function loadRoomApi(url: string, page: Page = window as unknown as Page): Promise<RoomApiConstructor> {
  if (page.JitsiMeetExternalAPI) return Promise.resolve(page.JitsiMeetExternalAPI);
  const shared = (page[KEY] ??= {});
  if (shared.script) return shared.script;
  const { document: doc } = page;
  // While the page itself still loads, its own tag may be on the way.
  const theirs = doc.readyState === 'complete' ? null : doc.querySelector<HTMLScriptElement>(`script[src*="${FILE}"]`);
  const loading = (theirs ? heard(theirs) : add(url, page, shared).catch(() => add(url, page, shared))).then(() => {
    if (!page.JitsiMeetExternalAPI) throw new Error('script');
    return page.JitsiMeetExternalAPI;
  });
  shared.script = loading;
  loading.catch(() => forgetRoomApi(loading, page));
  return loading;
}

/** What is on its way is waited for no more: the next call asks anew. */
export function forgetRoomApi(loading: Promise<RoomApiConstructor> | undefined, page: Page = window as unknown as Page): void {
  const shared = page[KEY];
  if (shared?.script === loading) delete shared?.script;
}
