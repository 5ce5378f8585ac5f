import type { Messages, Params } from './translate.ts';

/** What an element says in a language other than Portuguese. */
export interface Idioma {
  lang: string;
  /** Texts by key: those of `pt-br/`, all that the element may ever show. */
  textos: Messages;
  /** Dates, hours, zones and numbers, by a key of `@`. */
  fala: Readonly<Record<string, (params: Params) => string>>;
}

type Grupo = () => Promise<{ textos: Messages }>;

interface Fonte {
  fala: () => Promise<{ fala: Idioma['fala'] }>;
  /** One file for each element: late parts are in it, so that nothing of them comes in another language. */
  grupos: Readonly<Record<string, Grupo>>;
}

/** The languages, and where their words are. A new one is a folder as `en/` and a line here. */
export const IDIOMAS = {
  en: {
    fala: () => import('./en/fala.ts'),
    grupos: {
      'audiencia-clerk': () => import('./en/grupos/audiencia-clerk.ts'),
      'audiencia-room': () => import('./en/grupos/audiencia-room.ts'),
      'audiencia-recording': () => import('./en/grupos/audiencia-recording.ts'),
      'balcao-attendant': () => import('./en/grupos/balcao-attendant.ts'),
      'balcao-directory': () => import('./en/grupos/balcao-directory.ts'),
      'balcao-virtual': () => import('./en/grupos/balcao-virtual.ts'),
      'cidadania-links': () => import('./en/grupos/cidadania-links.ts'),
      'ouvidoria-form': () => import('./en/grupos/ouvidoria-form.ts'),
      'ouvidoria-stats': () => import('./en/grupos/ouvidoria-stats.ts'),
      'protocolo-tracker': () => import('./en/grupos/protocolo-tracker.ts'),
      'sic-request': () => import('./en/grupos/sic-request.ts'),
    },
  },
  es: {
    fala: () => import('./es/fala.ts'),
    grupos: {
      'audiencia-clerk': () => import('./es/grupos/audiencia-clerk.ts'),
      'audiencia-room': () => import('./es/grupos/audiencia-room.ts'),
      'audiencia-recording': () => import('./es/grupos/audiencia-recording.ts'),
      'balcao-attendant': () => import('./es/grupos/balcao-attendant.ts'),
      'balcao-directory': () => import('./es/grupos/balcao-directory.ts'),
      'balcao-virtual': () => import('./es/grupos/balcao-virtual.ts'),
      'cidadania-links': () => import('./es/grupos/cidadania-links.ts'),
      'ouvidoria-form': () => import('./es/grupos/ouvidoria-form.ts'),
      'ouvidoria-stats': () => import('./es/grupos/ouvidoria-stats.ts'),
      'protocolo-tracker': () => import('./es/grupos/protocolo-tracker.ts'),
      'sic-request': () => import('./es/grupos/sic-request.ts'),
    },
  },
} as const satisfies Readonly<Record<string, Fonte>>;

/**
 * The words of a language for an element.
 * @throws when a file does not come
 */
export async function idiomaDe(lang: keyof typeof IDIOMAS, tag: string): Promise<Idioma> {
  const { fala, grupos } = IDIOMAS[lang] as Fonte;
  const [{ fala: says }, { textos }] = await Promise.all([fala(), (grupos[tag] ?? grupos['cidadania-links']!)()]);
  return { lang, textos, fala: says };
}
