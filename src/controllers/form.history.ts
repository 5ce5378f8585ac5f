/**
 * Steps of a form in the browser's history: Back goes to the step before instead of leaving the page. Entries have the same
 * address and keep whatever state the page's own router had put there, so that a router sees nothing change.
 */
export class FormHistory {
  readonly #key: string;
  readonly #onStep: (step: number) => void;
  readonly #pop = (event: PopStateEvent): void => {
    const step = this.#read(event.state);
    // An entry of the page's own, before the form was used.
    this.#onStep(step ?? 0);
  };

  constructor(name: string, onStep: (step: number) => void) {
    this.#key = `atrio:${name}`;
    this.#onStep = onStep;
  }

  connect(): void {
    globalThis.addEventListener('popstate', this.#pop);
  }

  disconnect(): void {
    globalThis.removeEventListener('popstate', this.#pop);
  }

  /** The step of the entry on the screen, or null when it is not one of this form. */
  get step(): number | null {
    return this.#read(this.#attempt(() => history.state as unknown));
  }

  /** The form moved: forward as a new entry; one step back as the browser's own Back, so that entries do not pile up. */
  moved(de: number, para: number): void {
    const current = this.step;
    if (current === para || (current === null && para === 0)) return;
    if (current === de && de - para === 1) this.#attempt(() => history.back());
    else this.#write('pushState', para);
  }

  /** The form is on this step without anybody having walked to it: a restored draft, or a new start. */
  settle(step: number): void {
    if ((this.step ?? 0) !== step) this.#write('replaceState', step);
  }

  #write(how: 'pushState' | 'replaceState', step: number): void {
    this.#attempt(() => {
      const state: unknown = history.state;
      history[how]({ ...(typeof state === 'object' && state ? state : {}), [this.#key]: step }, '');
    });
  }

  #read(state: unknown): number | null {
    const step = typeof state === 'object' && state ? (state as Record<string, unknown>)[this.#key] : null;
    return typeof step === 'number' ? step : null;
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
