/** Runs the browser tests in WebKit: a browser with a screen of its own for each page that runs at a time. */
import type { FoundEngine } from './engines.ts';
import { endAllAtExit } from './processes.ts';
import { openWebKit, type WebDriverPage } from './webdriver.ts';

/** The runner's interface, as far as it is used (`@web/test-runner-core`, BrowserLauncher). */
interface Launcher {
  name: string;
  type: string;
  startSession(id: string, url: string): Promise<void>;
  isActive(id: string): boolean;
  getBrowserUrl(id: string): Promise<string>;
  stopSession(id: string): Promise<object>;
  startDebugSession(): Promise<void>;
  stop(): Promise<void>;
}

/** As large as the other browsers' pages. */
const SIZE = { width: 800, height: 600 };

/** The part of puppeteer's page that the runner's commands use: they know its name alone. */
interface CommandedPage {
  keyboard: Record<'type' | 'press' | 'down' | 'up', (text: string) => Promise<void>>;
  mouse: { move(x: number, y: number): Promise<void>; click(x: number, y: number): Promise<void>; down(): Promise<void>; up(): Promise<void>; reset(): Promise<void> };
  setViewport(size: { width: number; height: number }): Promise<void>;
  emulateMediaFeatures(): Promise<never>;
}

export function webkitLauncher(found: FoundEngine): Launcher & { getPage(id: string): CommandedPage } {
  const idle: WebDriverPage[] = [];
  const active = new Map<string, WebDriverPage>();
  const all = new Set<WebDriverPage>();
  endAllAtExit();
  const page = (id: string): WebDriverPage => {
    const own = active.get(id);
    if (!own) throw new Error(`No page for session ${id}`);
    return own;
  };
  return {
    name: 'WebKit',
    type: 'puppeteer',
    async startSession(id, url) {
      const own = idle.pop() ?? (await openWebKit(found, SIZE));
      all.add(own);
      active.set(id, own);
      await own.resize(SIZE.width, SIZE.height);
      await own.goto(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => page(id).url(),
    async stopSession(id) {
      const own = page(id);
      active.delete(id);
      try {
        // Stops what the page still does.
        await own.goto('about:blank');
        idle.push(own);
      } catch {
        // One that hangs is not used again.
        all.delete(own);
        await own.close();
      }
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no debug session here')),
    getPage: (id) => ({
      keyboard: {
        type: (text) => page(id).keys({ type: text }),
        press: (name) => page(id).keys({ press: name }),
        down: (name) => page(id).keys({ down: name }),
        up: (name) => page(id).keys({ up: name }),
      },
      // The left button alone.
      mouse: {
        move: (x, y) => page(id).mouse({ x, y }),
        click: (x, y) => page(id).mouse({ x, y }, 'down', 'up'),
        down: () => page(id).mouse(null, 'down'),
        up: () => page(id).mouse(null, 'up'),
        reset: () => page(id).mouse({ x: 0, y: 0 }),
      },
      setViewport: ({ width, height }) => page(id).resize(width, height),
      emulateMediaFeatures: () => Promise.reject(new Error('WebKit does not emulate media here')),
    }),
    async stop() {
      await Promise.all([...all].map((own) => own.close()));
      all.clear();
    },
  };
}
