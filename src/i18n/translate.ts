/** Strings of one element, by key. Values may have `{nome}` placeholders. */
export type Messages = Readonly<Record<string, string>>;

/** The same keys in another language. */
export type Textos<T> = { readonly [K in keyof T]: string };

/** Values of placeholders. */
export type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key: the court's own words when it has some, else the kit's. */
export type Translate<K extends string = string> = (key: K, params?: Params) => string;

/** The translator of whatever element: what says a date needs no key of its own. */
export type AnyTranslate = Translate<never>;

/**
 * What a language makes itself: dates, hours, zones. Such a key begins with `@`; in Portuguese nobody answers it, and the words given stand.
 * @param pt the words in Portuguese
 */
export const dito = (t: AnyTranslate, key: `@${string}`, params: Params, pt: string): string => {
  const own = (t as Translate)(key, params);
  return own === key ? pt : own;
};

/**
 * Makes the translator of an element.
 * @param messages the kit's strings
 * @param overrides the court's strings, from `textos` of the court file or of the element; unknown keys and what is not a text are harmless
 */
export function createTranslate<M extends Messages>(messages: M, overrides: Messages = {}): Translate<Extract<keyof M, string>> {
  return (key, params) => {
    const own: unknown = overrides[key];
    const text = typeof own === 'string' ? own : (messages[key] ?? key);
    return params ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text;
  };
}
