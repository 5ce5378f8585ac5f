/** What is put into every page of the bench before its first script. Runs in the browser: it may name nothing from outside. */

export interface Probe {
  /** Milliseconds over 50 of each long task. */
  blocking(): number;
  /** Sum of the layout shifts since the page began, without those that an input brought. */
  shift(): number;
  /** Timers and animation frames that wait now. */
  waiting(): { timeouts: number[]; intervals: number; frames: number };
  /** First element for a selector, also inside open shadow roots, that is drawn. */
  find(selector: string): Element | null;
  /**
   * Milliseconds from the next such event to the frame in which this is so, painted.
   * @param state `shown` or `gone` of a selector; `input`: the input was heard
   */
  watch(event: string, selector: string, state: 'shown' | 'gone' | 'input'): void;
  seen(): Promise<number>;
  /** Milliseconds until the page said that it is usable, or until every element of the kit on it showed what `ready` names, painted. */
  ready: Promise<number>;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/**
 * @param shiftMs added to the page's clock
 * @param ready what each element of the kit has to show inside
 */
export function probe({ shiftMs, ready }: { shiftMs: number; ready: string }): void {
  let blocking = 0;
  let shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (blocking += duration - 50))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => (list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]).forEach(({ value, hadRecentInput }) => (shift += hadRecentInput ? 0 : value))).observe({ type: 'layout-shift', buffered: true });

  const timeouts = new Map<unknown, number>();
  const intervals = new Set<unknown>();
  const frames = new Set<number>();
  const real = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
    raf: window.requestAnimationFrame.bind(window),
    caf: window.cancelAnimationFrame.bind(window),
  };
  Object.assign(window, {
    setTimeout(callback: unknown, ms = 0, ...args: unknown[]): unknown {
      const id = real.setTimeout(() => {
        timeouts.delete(id);
        if (typeof callback === 'function') callback(...args);
      }, ms);
      timeouts.set(id, ms);
      return id;
    },
    clearTimeout(id: unknown): void {
      timeouts.delete(id);
      real.clearTimeout(id as number);
    },
    setInterval(...args: unknown[]): unknown {
      const id = (real.setInterval as (...all: unknown[]) => unknown)(...args);
      intervals.add(id);
      return id;
    },
    clearInterval(id: unknown): void {
      intervals.delete(id);
      real.clearInterval(id as number);
    },
    requestAnimationFrame(callback: FrameRequestCallback): number {
      const id = real.raf((time) => {
        frames.delete(id);
        callback(time);
      });
      frames.add(id);
      return id;
    },
    cancelAnimationFrame(id: number): void {
      frames.delete(id);
      real.caf(id);
    },
  });

  if (shiftMs !== 0) {
    const Real = Date;
    class Moved extends Real {
      constructor(...args: unknown[]) {
        if (args.length === 0) super(Real.now() + shiftMs);
        else super(...(args as [number]));
      }
      static override now(): number {
        return Real.now() + shiftMs;
      }
    }
    globalThis.Date = Moved as DateConstructor;
    const temporal = (globalThis as { Temporal?: { Now: { instant(): { add(time: object): unknown } } } }).Temporal;
    if (temporal) {
      const { instant } = temporal.Now;
      temporal.Now.instant = () => instant.call(temporal.Now).add({ milliseconds: shiftMs }) as ReturnType<typeof instant>;
    }
  }

  // Heard, not asked for again and again: what asks takes time of the page.
  const TAGS = 'balcao-virtual, ouvidoria-form, sic-request, balcao-directory, ouvidoria-stats, protocolo-tracker';
  let whole = false;
  let usable = (_ms: number): void => undefined;
  const isReady = new Promise<number>((done) => (usable = done));
  const painted = (then: () => void): void => {
    real.raf(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  };
  const check = (): void => {
    if (whole) return;
    const elements = ready ? [...document.querySelectorAll(TAGS)] : [];
    const said = document.documentElement && 'pronto' in document.documentElement.dataset;
    if (!said && !(document.readyState !== 'loading' && elements.length > 0 && elements.every((element) => element.shadowRoot?.querySelector(ready)))) return;
    whole = true;
    heard.disconnect();
    painted(() => usable(performance.now()));
  };
  const heard = new MutationObserver(check);
  heard.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-pronto'] });
  if (ready) {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
      const root = attachShadow.call(this, init);
      if (!whole && this.matches(TAGS)) heard.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
      return root;
    };
    document.addEventListener('DOMContentLoaded', check);
  }

  const drawn = (element: Element): boolean => element.getClientRects().length > 0;
  const find = (selector: string, root: ParentNode = document): Element | null => {
    for (const element of root.querySelectorAll(selector)) if (drawn(element)) return element;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot && find(selector, element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  let seen = Promise.resolve(NaN);
  window.bench = {
    blocking: () => blocking,
    shift: () => shift,
    waiting: () => ({ timeouts: [...timeouts.values()], intervals: intervals.size, frames: frames.size }),
    find: (selector) => find(selector),
    watch(event, selector, state) {
      seen = new Promise((done) => {
        let heard = false;
        addEventListener('input', () => (heard = true), { capture: true, once: true });
        addEventListener(
          event,
          ({ timeStamp }) => {
            const look = (): void => {
              if (state === 'input' ? !heard : (find(selector) !== null) !== (state === 'shown')) return void real.raf(look);
              // A message is heard after this frame is painted.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - timeStamp);
              port2.postMessage(null);
            };
            real.raf(look);
          },
          { capture: true, once: true },
        );
      });
    },
    seen: () => seen,
    ready: isReady,
  };
}
