import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ajudaDe, lerNavegador } from '../../../src/domain/balcao/navegador.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBVIEW = 'Mozilla/5.0 (Linux; Android 13; SM-A135M Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

/** What each browser says of itself: system, browser, application, steps of help. */
const CASES: readonly [ua: string, touches: number, sistema: string, navegador: string, embutido: string | null, ajuda: string][] = [
  [`${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`, 5, 'android', 'chromium', null, 'chrome-android'],
  [`${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`, 5, 'android', 'samsung', null, 'samsung'],
  ['Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0', 5, 'android', 'firefox', null, 'firefox-android'],
  [`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, 5, 'ios', 'safari', null, 'safari-ios'],
  [`${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`, 5, 'ios', 'chromium', null, 'outro-ios'],
  [`${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, 5, 'ios', 'firefox', null, 'outro-ios'],
  [`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`, 5, 'ios', 'safari', null, 'safari-ios'],
  [`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`, 0, 'macos', 'safari', null, 'safari-macos'],
  [`${MAC} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36`, 0, 'macos', 'chromium', null, 'chrome-computador'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0', 0, 'windows', 'chromium', null, 'chrome-computador'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 0, 'linux', 'firefox', null, 'firefox-computador'],
  ['Lynx/2.9.0', 0, 'outro', 'outro', null, 'outro'],
  [`${WEBVIEW} Instagram 334.0.0.42.95 Android (33/13; 450dpi; samsung; SM-A135M)`, 5, 'android', 'chromium', 'Instagram', 'chrome-android'],
  [`${IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; pt_BR)`, 5, 'ios', 'outro', 'Instagram', 'outro-ios'],
  [`${WEBVIEW} [FB_IAB/FB4A;FBAV/468.0.0.52.62;]`, 5, 'android', 'chromium', 'Facebook', 'chrome-android'],
  [`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/467.0.0.41.102;FBDV/iPhone14,5]`, 5, 'ios', 'outro', 'Facebook', 'outro-ios'],
  [`${WEBVIEW} [FB_IAB/Orca-Android;FBAV/461.0.0.48.82;]`, 5, 'android', 'chromium', 'Messenger', 'chrome-android'],
  [`${WEBVIEW} WhatsApp/2.24.11.79`, 5, 'android', 'chromium', 'WhatsApp', 'chrome-android'],
  [`${WEBVIEW} trill_340402 BytedanceWebview/d8a21c6 musical_ly_2024`, 5, 'android', 'chromium', 'TikTok', 'chrome-android'],
  [`${IPHONE} Mobile/15E148 Gmail/6.0.240512`, 5, 'ios', 'outro', 'Gmail', 'outro-ios'],
  [`${IPHONE} GSA/320.0.640 Mobile/15E148 Safari/604.1`, 5, 'ios', 'outro', 'Google', 'outro-ios'],
  [WEBVIEW, 5, 'android', 'chromium', '', 'chrome-android'],
  [`${IPHONE} Mobile/15E148`, 5, 'ios', 'outro', '', 'outro-ios'],
];

describe('which browser this is', () => {
  for (const [ua, touches, sistema, navegador, embutido, ajuda] of CASES) {
    it(`[BV-16] tells ${embutido ?? navegador} on ${sistema}, and gives its own help: ${ajuda}`, () => {
      const info = lerNavegador(ua, touches);
      assert.deepEqual({ ...info, ajuda: ajudaDe(info) }, { navegador, sistema, embutido, ajuda });
    });
  }

  it('[BV-16] has an answer for whatever a browser may say', () => {
    fc.assert(fc.property(fc.string(), fc.nat(10), (ua, touches) => assert.equal(typeof ajudaDe(lerNavegador(ua, touches)), 'string')));
  });
});
