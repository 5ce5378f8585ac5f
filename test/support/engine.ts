/** What the browser under test can do, for tests that ask more than all three engines give. */

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine: Engine = /Firefox\//.test(navigator.userAgent) ? 'firefox' : /Chrom(e|ium)\//.test(navigator.userAgent) ? 'chromium' : 'webkit';

/**
 * `it`, or one that is skipped with the reason in its title.
 * @param reason what lacks, as `emulated media`; null when nothing does
 */
export function itUnless(reason: string | null): (title: string, test: Mocha.AsyncFunc) => void {
  return (title, test) => {
    if (reason === null) it(title, test);
    else it.skip(`${title} (not in ${engine}: ${reason})`, test);
  };
}

/** Dark, print and forced colours cannot be asked of these browsers from outside. */
export const semEmulacao = engine === 'chromium' ? null : 'its driver does not emulate media';

/**
 * WebKitGTK is built without WebRTC, where Safari has it: gives the page the name that the kit looks for, so that all the rest is tested.
 * Returns what takes it back.
 */
export function comWebRtc(): () => void {
  if ('RTCPeerConnection' in globalThis) return () => undefined;
  class SemWebRtc {
    constructor() {
      throw new DOMException('There is no WebRTC here', 'NotSupportedError');
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: SemWebRtc });
  return () => Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
}
