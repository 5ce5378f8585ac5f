/** As much of Svelte's own module as the types need: Svelte itself is not installed here. */
export interface HTMLAttributes<T extends EventTarget> {
  id?: string | undefined | null;
  class?: unknown;
  onclick?: ((event: MouseEvent & { currentTarget: EventTarget & T }) => unknown) | undefined | null;
}
export interface SvelteHTMLElements {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as it is there
  [name: string]: { [name: string]: any };
}
