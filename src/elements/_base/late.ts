import { after } from '../../adapters/after.ts';
import type { Ports } from '../../adapters/ports.ts';
import { IDIOMAS, idiomaDe, type Idioma } from '../../i18n/idiomas.ts';
import { createTranslate, type Messages, type Params, type Translate } from '../../i18n/translate.ts';
import { themes } from './themes.styles.ts';

/**
 * What an element has only in another theme than the light one, or in another language than Portuguese: colours and words. It comes when it is
 * asked for, so that who needs neither pays nothing.
 */

/** What the base lets this module see. */
interface Host extends HTMLElement {
  readonly ports: Ports;
  readonly court: { readonly tribunal: { readonly textos?: Messages | undefined } | null };
  textos: Messages | undefined;
  messages: Messages;
  theme: string | undefined;
  t: Translate;
  addStyles(styles: typeof themes): void;
  semIdioma(lang: string): void;
}

/** Words that take longer than this are not waited for: Portuguese is shown until they come. Milliseconds. */
const PATIENCE_MS = 5000;

const themed = new WeakSet<Host>();
/** The language an element speaks. */
const spoken = new WeakMap<Host, Idioma | null>();

/** The court's words for one language have its name after the key: `balcao.titulo@en`. They win over those for every language. */
function ofLanguage(textos: Messages | undefined, lang: string): Messages {
  const end = `@${lang}`;
  const entries = Object.entries(textos ?? {});
  return Object.fromEntries([...entries, ...entries.flatMap(([key, text]) => (key.endsWith(end) ? [[key.slice(0, -end.length), text] as const] : []))]);
}

/** Gives the texts in the element's language from now on. The base makes a translator for Portuguese on every update; this one takes its place. */
function speak(host: Host): void {
  let current = host.t;
  Object.defineProperty(host, 't', {
    configurable: true,
    get: () => current,
    set: (portuguese: Translate) => {
      const idioma = spoken.get(host);
      if (!idioma || !host.lang.toLowerCase().startsWith(idioma.lang)) {
        current = portuguese;
        return;
      }
      const words = createTranslate<Messages>(
        { ...host.messages, ...idioma.textos },
        { ...ofLanguage(host.court.tribunal?.textos, idioma.lang), ...ofLanguage(host.textos, idioma.lang) },
      );
      current = (key: string, params: Params = {}) => (key.startsWith('@') ? (idioma.fala[key]?.(params) ?? key) : words(key, params));
    },
  });
}

/** The words of a language for an element; null when they do not come, or not in time. */
function load(host: Host, lang: keyof typeof IDIOMAS): Promise<Idioma | null> {
  const asked = host.lang;
  return new Promise((resolve) => {
    let timely = true;
    const end = (idioma: Idioma | null): void => {
      cancel();
      resolve(idioma);
    };
    const cancel = after(host.ports.clock, PATIENCE_MS, () => {
      timely = false;
      resolve(null);
    });
    idiomaDe(lang, host.localName).then(
      // Late, they take the place of Portuguese, unless another language was chosen meanwhile.
      (idioma) => (timely ? end(idioma) : host.lang === 'pt-BR' && (host.lang = asked)),
      (error: unknown) => {
        console.warn(`[Átrio] <${host.localName}>: os textos em "${lang}" não carregaram. Ficam em português.`, error);
        end(null);
      },
    );
  });
}

/**
 * Brings what the element's theme and language need. Words that do not come leave Portuguese, and the attribute says so; they are asked for
 * again when the language is set again, or the network comes back.
 */
export async function late(element: HTMLElement): Promise<void> {
  const host = element as unknown as Host;
  if ((host.theme ?? 'light') !== 'light' && !themed.has(host)) {
    themed.add(host);
    host.addStyles(themes);
  }
  for (;;) {
    const asked = host.lang;
    const lang = asked.slice(0, 2).toLowerCase();
    if (lang === 'pt') break;
    if (!(lang in IDIOMAS)) {
      host.lang = 'pt-BR';
      break;
    }
    if (spoken.get(host)?.lang === lang) break;
    const idioma = await load(host, lang as keyof typeof IDIOMAS);
    if (host.lang !== asked) continue;
    if (idioma) {
      if (!spoken.has(host)) speak(host);
      spoken.set(host, idioma);
    } else host.semIdioma(asked);
    break;
  }
}
