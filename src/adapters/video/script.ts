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
  script?: Promise<RoomApiConstructor> | undefined;
}

type Page = Window & { trustedTypes?: PolicyFactory; JitsiMeetExternalAPI?: RoomApiConstructor } & Record<symbol, Shared | undefined>;

const KEY = Symbol.for('atrio.video');

/** The one thing that the policy lets through, since any script of the page could reach it: some server's `external_api.js`. */
const createScriptURL = (url: string): string => {
  if (new URL(url).pathname.endsWith(FILE)) return url;
  throw new TypeError(url);
};

/**
 * Loads the external API once per page, whoever asks and from whichever server: a second copy would count its instances
 * from zero again, and two rooms would hear each other's events. A copy that the page loads by itself is used as it is.
 * @throws when the script cannot be loaded, or the page's CSP (Trusted Types policy `atrio`) forbids it
 */
export function loadRoomApi(url: string, page: Page = window as unknown as Page): Promise<RoomApiConstructor> {
  if (page.JitsiMeetExternalAPI) return Promise.resolve(page.JitsiMeetExternalAPI);
  const shared = (page[KEY] ??= {});
  if (shared.script) return shared.script;
  const { document: doc, trustedTypes } = page;
  const loading = new Promise<RoomApiConstructor>((resolve, reject) => {
    // While the page itself still loads, its own tag may be on the way.
    let script = doc.readyState === 'complete' ? null : doc.querySelector<HTMLScriptElement>(`script[src*="${FILE}"]`);
    const own = !script;
    script ??= doc.createElement('script');
    script.addEventListener('load', () => (page.JitsiMeetExternalAPI ? resolve(page.JitsiMeetExternalAPI) : reject(new Error('script'))));
    script.addEventListener('error', () => {
      if (own) script.remove();
      reject(new Error('script'));
    });
    if (!own) return;
    if (trustedTypes) shared.policy ??= trustedTypes.createPolicy('atrio', { createScriptURL });
    script.src = (shared.policy?.createScriptURL(url) ?? url) as string;
    doc.head.append(script);
  });
  shared.script = loading;
  loading.catch(() => forgetRoomApi(page));
  return loading;
}

/** The script that is on its way is waited for no more: the next call asks anew. */
export function forgetRoomApi(page: Page = window as unknown as Page): void {
  if (page[KEY]) page[KEY].script = undefined;
}
