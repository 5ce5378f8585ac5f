/**
 * Which browser this is, from what it says of itself: only to give the right words of help, never to decide what is offered.
 */

/** Browsers whose permissions are found in different places. `chromium` stands for Chrome, Edge and the like. */
export type Navegador = 'chromium' | 'firefox' | 'safari' | 'samsung' | 'outro';
export type Sistema = 'android' | 'ios' | 'macos' | 'windows' | 'linux' | 'outro';

export interface NavegadorInfo {
  navegador: Navegador;
  sistema: Sistema;
  /** Application whose own little browser shows the page, as in `Instagram`; it often cannot use the camera. Null in a real browser. */
  embutido: string | null;
}

/** What applications add to the words of their browser. */
const EMBUTIDOS: readonly (readonly [RegExp, string])[] = [
  [/\bInstagram\b/, 'Instagram'],
  [/\bFBAN\/Messenger|\bFB_IAB\/(Orca|MESSENGER)/i, 'Messenger'],
  [/\bFBA[NV]\/|\bFB_IAB\b|\bFBIOS\b/, 'Facebook'],
  [/\bWhatsApp\b/i, 'WhatsApp'],
  [/\bmusical_ly|\bBytedanceWebview|\bTikTok\b|\btrill_/i, 'TikTok'],
  [/\bTelegram/i, 'Telegram'],
  [/\bLinkedInApp\b/, 'LinkedIn'],
  [/\bTwitter(Android| for iPhone)?\b/, 'X'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bPinterest\b/, 'Pinterest'],
  [/\bLine\/\d/, 'LINE'],
  [/\bKwai\b|\bkwai_/i, 'Kwai'],
  [/\bGmail\b/i, 'Gmail'],
  [/\bGSA\//, 'Google'],
  [/\bMicroMessenger\b/, 'WeChat'],
];

const sistemaOf = (ua: string, touches: number): Sistema => {
  if (/\bAndroid\b/.test(ua)) return 'android';
  // An iPad says that it is a Mac; a Mac has no touch screen.
  if (/\b(iPhone|iPad|iPod)\b/.test(ua) || (/\bMacintosh\b/.test(ua) && touches > 1)) return 'ios';
  if (/\bMacintosh\b/.test(ua)) return 'macos';
  if (/\bWindows\b/.test(ua)) return 'windows';
  return /\bLinux\b|\bCrOS\b/.test(ua) ? 'linux' : 'outro';
};

const navegadorOf = (ua: string): Navegador => {
  if (/\bSamsungBrowser\//.test(ua)) return 'samsung';
  if (/\b(Firefox|FxiOS)\//.test(ua)) return 'firefox';
  if (/\b(Chrome|CriOS|Chromium|EdgiOS|EdgA?|OPR|OPiOS)\//.test(ua)) return 'chromium';
  return /\bSafari\//.test(ua) && /\bVersion\//.test(ua) ? 'safari' : 'outro';
};

/**
 * A page inside of another application, by its name; `''` when an application shows it and does not say which. Gmail shows links in the system's own
 * tab, which is a real browser, wherever it may.
 */
function embutidoOf(ua: string, sistema: Sistema): string | null {
  const known = EMBUTIDOS.find(([pattern]) => pattern.test(ua));
  if (known) return known[1];
  // A web view of Android says `; wv)`; one of iOS names no browser at all.
  if (/\bAndroid\b.*;\s*wv\)/.test(ua)) return '';
  return sistema === 'ios' && /\bAppleWebKit\b/.test(ua) && !/\b(Safari|CriOS|FxiOS|EdgiOS|OPiOS)\//.test(ua) ? '' : null;
}

/**
 * @param ua `navigator.userAgent`
 * @param touches `navigator.maxTouchPoints`
 */
export function lerNavegador(ua: string, touches = 0): NavegadorInfo {
  const sistema = sistemaOf(ua, touches);
  return { navegador: navegadorOf(ua), sistema, embutido: embutidoOf(ua, sistema) };
}

/** Where the permission of the camera and the microphone is found: names a list of steps in the texts. */
export type Ajuda =
  | 'chrome-android'
  | 'samsung'
  | 'firefox-android'
  | 'safari-ios'
  | 'outro-ios'
  | 'chrome-computador'
  | 'firefox-computador'
  | 'safari-macos'
  | 'outro';

/** The steps that fit a browser. On iOS every browser but Safari keeps its permission in the settings of the telephone. */
export function ajudaDe({ navegador, sistema }: NavegadorInfo): Ajuda {
  if (sistema === 'ios') return navegador === 'safari' ? 'safari-ios' : 'outro-ios';
  if (navegador === 'samsung') return 'samsung';
  if (sistema === 'android') return navegador === 'firefox' ? 'firefox-android' : navegador === 'chromium' ? 'chrome-android' : 'outro';
  if (navegador === 'firefox') return 'firefox-computador';
  if (navegador === 'safari') return 'safari-macos';
  return navegador === 'chromium' ? 'chrome-computador' : 'outro';
}
