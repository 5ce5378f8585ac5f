/**
 * Steps of a form in the browser's history: Back goes to the step before instead of leaving the page. Entries have the same
 * address and keep whatever state the page's own router had put there, so that a router sees nothing change.
 */
export class FormHistory {
  readonly #key: string;

  constructor(name: string) {
    this.#key = `atrio:${name}`;
  }

  /** The step of the entry on the screen, or null when it is not one of this form. */
  get step(): number | null {
    return this.#entry?.[0] ?? null;
  }

  /** The form moved: as a new entry, or as the browser's own Back where that is the way to it, so that entries do not pile up: true then, and `popstate` follows. */
  moved(de: number, para: number): boolean {
    const entry = this.#entry;
    if (entry ? entry[0] === para : para === 0) return false;
    const back = entry?.[1] === para;
    if (back) this.#attempt(() => history.back());
    else {
      // So that it is known again: an entry without a step is a part of the page that somebody went to.
      if (!entry) this.#write('replaceState', de, null);
      this.#write('pushState', para, de);
    }
    return back;
  }

  /** The form is on this step without anybody having walked to it: a restored draft, or a new start. */
  settle(step: number): void {
    if ((this.step ?? 0) !== step) this.#write('replaceState', step, null);
  }

  /** Step of the entry, and the step of the entry before it when this form made it: Back must never leave the page. */
  get #entry(): readonly [number, number | null] | null {
    const state = this.#attempt(() => history.state as unknown);
    const entry = typeof state === 'object' && state ? (state as Record<string, unknown>)[this.#key] : null;
    return Array.isArray(entry) ? (entry as [number, number | null]) : null;
  }

  #write(how: 'pushState' | 'replaceState', step: number, before: number | null): void {
    this.#attempt(() => {
      const state: unknown = history.state;
      history[how]({ ...(typeof state === 'object' && state ? state : {}), [this.#key]: [step, before] }, '');
    });
  }

  /** History can be refused (a sandboxed frame, too many entries): the form then does without it. */
  #attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch {
      return undefined;
    }
  }
}
