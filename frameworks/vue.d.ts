/**
 * Types of the elements in templates, for Vue 3.
 *
 *   import type {} from 'atrio-kit/vue';   once, in any file; or "types": ["atrio-kit/vue"] in tsconfig.json
 *   <ouvidoria-form tribunal="/tribunal.json" @atrio-protocolo="(event) => event.detail.protocolo" />
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { AtrioElements } from './elements.js';

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Capitalize<Head>}${Pascal<Tail>}` : Capitalize<Name>;

type Handlers<Element, Events> = {
  [Name in keyof Events & string as `on${Pascal<Name>}`]?: ((event: Events[Name] & { readonly currentTarget: Element }) => void) | undefined;
};

type Own<Tag extends keyof AtrioElements> = AtrioElements[Tag]['attributes'] &
  AtrioElements[Tag]['properties'] &
  Handlers<AtrioElements[Tag]['element'], AtrioElements[Tag]['events']>;

/** What an element takes in a template: `AtrioProps<'balcao-virtual'>`. */
export type AtrioProps<Tag extends keyof AtrioElements> = Omit<HTMLAttributes & PublicProps, keyof Own<Tag>> & Own<Tag>;

type AtrioComponents = {
  [Tag in keyof AtrioElements]: new () => AtrioElements[Tag]['element'] & {
    /** For the checking of templates only: it does not exist. */
    readonly $props: AtrioProps<Tag>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends AtrioComponents {}
}
