/** VLibras, once the person has turned it on. Its public face is this one function; its markup changes. */
interface ComVLibras {
  plugin?: { translate?: unknown };
}

let ponte: unknown;

const ver = (): void => {
  if ((globalThis as ComVLibras).plugin?.translate) {
    ponte ||= import('./ponte.ts').catch(() => {
      ponte = 0;
    });
  }
};

/**
 * Looks whether VLibras is on whenever the pointer or the focus moves, and brings the bridge to it the first time it is: all that a
 * page without VLibras ever pays is this look.
 */
export function escutarVLibras(): void {
  addEventListener('pointerover', ver, true);
  addEventListener('focusin', ver, true);
}
