/**
 * Types of the elements in JSX, for React 19.
 *
 *   import type {} from 'atrio-kit/react';   once, in any file; or "types": ["atrio-kit/react"] in tsconfig.json
 *   <ouvidoria-form tribunal="/tribunal.json" onatrio-protocolo={(event) => event.detail.protocolo} />
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AtrioElements } from './elements.js';

type Handlers<Element, Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name] & { readonly currentTarget: Element }) => void) | undefined;
};

type Own<Tag extends keyof AtrioElements> = AtrioElements[Tag]['attributes'] &
  AtrioElements[Tag]['properties'] &
  Handlers<AtrioElements[Tag]['element'], AtrioElements[Tag]['events']>;

/** What an element takes in JSX: `AtrioProps<'balcao-virtual'>`. */
export type AtrioProps<Tag extends keyof AtrioElements> = Omit<
  DetailedHTMLProps<HTMLAttributes<AtrioElements[Tag]['element']>, AtrioElements[Tag]['element']>,
  keyof Own<Tag>
> &
  Own<Tag>;

type AtrioIntrinsicElements = { [Tag in keyof AtrioElements]: AtrioProps<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends AtrioIntrinsicElements {}
  }
}
