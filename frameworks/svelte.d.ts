/**
 * Types of the elements in markup, for Svelte 4.2 and later.
 *
 *   import type {} from 'atrio-kit/svelte';   once, in any file; or "types": ["atrio-kit/svelte"] in tsconfig.json
 *   <ouvidoria-form tribunal="/tribunal.json" onatrio-protocolo={(event) => event.detail.protocolo}></ouvidoria-form>
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { AtrioElements } from './elements.js';

/** As Svelte 5 writes a listener, and as Svelte 4 did. */
type Handlers<Element, Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: ((event: Events[Name] & { readonly currentTarget: Element }) => void) | undefined;
};

type Own<Tag extends keyof AtrioElements> = AtrioElements[Tag]['attributes'] &
  AtrioElements[Tag]['properties'] &
  Handlers<AtrioElements[Tag]['element'], AtrioElements[Tag]['events']>;

/** What an element takes in markup: `AtrioProps<'balcao-virtual'>`. */
export type AtrioProps<Tag extends keyof AtrioElements> = Omit<HTMLAttributes<AtrioElements[Tag]['element']>, keyof Own<Tag>> & Own<Tag>;

type AtrioMarkup = { [Tag in keyof AtrioElements]: AtrioProps<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends AtrioMarkup {}
}
