/**
 * The browser tests that `npm test` runs in Firefox and WebKit: what a citizen uses, and the adapters that stand on the engine. All of them run
 * there by hand (`npm test -- firefox-all webkit-all`); the whole would take `npm test` past what CI may take.
 *
 * Left out: what the staff alone use, on computers that the court chooses; and tests of what does not depend on the engine, which Chromium has run.
 */
const LEFT_OUT = [
  'test/elements/audiencia-clerk/',
  'test/elements/balcao-attendant/',
  'test/elements/audiencia-clerk/',
  'test/elements/ouvidoria-stats/',
  'test/elements/cidadania-links/',
  'test/elements/base.browser.test.ts',
  'test/elements/_base/court.browser.test.ts',
  'test/elements/_base/colours.browser.test.ts',
  'test/elements/ouvidoria-form/ouvidoria-form.caminhos.browser.test.ts',
  'test/elements/protocolo-tracker/atos.browser.test.ts',
  'test/elements/balcao-virtual/nao-agora.browser.test.ts',
];

export const inOtherEngines = (file: string): boolean => !LEFT_OUT.some((start) => file.startsWith(start));
