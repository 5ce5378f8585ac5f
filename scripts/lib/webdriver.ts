/**
 * WebKitGTK under test, through the W3C WebDriver protocol: a few HTTP calls, no client library.
 *
 * Its driver hangs without a screen and outlives whoever started it, so each browser has a screen (Xvfb) and a driver
 * of its own, each a process group that is ended with it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FoundEngine } from './engines.ts';
import { freePort } from './free-port.ts';
import { start, type Started } from './processes.ts';

/** Keys by the names that the tests use, as the protocol writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS: Record<string, string> = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
};

export type Stroke = { press: string } | { type: string } | { down: string } | { up: string };

/** What the driver refused, with its code (`javascript error`, `no such window`...). */
export class WebDriverError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

export interface WebDriverPage {
  /** As the browser names itself: `MiniBrowser 2.50.6`. */
  readonly version: string;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  reload(): Promise<void>;
  /** Runs a function's body in the page, with `arguments`; what it returns, awaited. */
  execute<T>(body: string, ...args: unknown[]): Promise<T>;
  keys(stroke: Stroke): Promise<void>;
  /** Moves the mouse to a place of what is shown, then presses and lets go as told. */
  mouse(move: { x: number; y: number } | null, ...buttons: ('down' | 'up')[]): Promise<void>;
  /** Gives what the page shows this size. Throws where the window cannot be as narrow. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

const LIMIT_MS = 60_000;
/** How long a page has to hear of the size that its window was given. */
const RESIZE_MS = 10_000;

/** The browser's bar with nothing in it: as it is, no window is narrower than 447 pixels. */
const NO_BAR = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 4px; -gtk-icon-transform: scale(0.1); }\n';

function strokes(stroke: Stroke): { type: 'keyDown' | 'keyUp'; value: string }[] {
  const key = (name: string): string => {
    const value = KEYS[name] ?? name;
    if ([...value].length !== 1) throw new Error(`Unknown key: "${name}"`);
    return value;
  };
  const both = (value: string): { type: 'keyDown' | 'keyUp'; value: string }[] => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
  if ('type' in stroke) return [...stroke.type].flatMap((letter) => both(letter === '\n' ? key('Enter') : letter));
  if ('down' in stroke) return [{ type: 'keyDown', value: key(stroke.down) }];
  if ('up' in stroke) return [{ type: 'keyUp', value: key(stroke.up) }];
  // `Shift+Tab`: what stands before is held down meanwhile.
  const names = stroke.press === '+' ? ['+'] : stroke.press.split('+');
  const held = names.slice(0, -1).map(key);
  return [...held.map((value) => ({ type: 'keyDown' as const, value })), ...both(key(names.at(-1) ?? '')), ...held.reverse().map((value) => ({ type: 'keyUp' as const, value }))];
}

/** The first line that a program writes to a pipe; rejects when it ends before. */
function firstLine(program: Started, pipe: Readable, what: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`${what} said nothing for ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    const over = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    program.child.once('error', over);
    program.child.once('exit', (code) => over(new Error(`${what} ended with ${code}`)));
    pipe.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}

/**
 * A WebKit with a window of its own, in pt-BR.
 * @throws Error when the screen, the driver or the browser does not start
 */
export async function openWebKit(found: FoundEngine, size = { width: 1000, height: 800 }, timezone = 'America/Fortaleza'): Promise<WebDriverPage> {
  const started: Started[] = [];
  const config = mkdtempSync(join(tmpdir(), 'atrio-webkit-'));
  const end = (): void => {
    for (const program of started.splice(0).reverse()) program.end();
    rmSync(config, { recursive: true, force: true });
  };
  try {
    mkdirSync(join(config, 'gtk-3.0'));
    writeFileSync(join(config, 'gtk-3.0', 'gtk.css'), NO_BAR);
    // Nobody manages windows here: the focus is where the pointer is, in the middle, and every window has to be there. Larger ones reach beyond.
    const screen = start(found.xvfb, ['-displayfd', '3', '-screen', '0', '600x400x24', '-nolisten', 'tcp', '-noreset'], {}, ['ignore', 'ignore', 'ignore', 'pipe']);
    started.push(screen);
    const display = await firstLine(screen, screen.child.stdio[3] as Readable, 'Xvfb');
    const port = await freePort();
    const driver = start(found.path, [`--port=${port}`], {
      DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', XDG_CONFIG_HOME: config, GIO_USE_VFS: 'local', GSETTINGS_BACKEND: 'memory', LANG: 'C.UTF-8', LC_ALL: '', LANGUAGE: 'pt_BR', TZ: timezone,
    });
    started.push(driver);
    const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        signal: AbortSignal.timeout(LIMIT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const { value } = (await response.json()) as { value: unknown };
      if (response.ok) return value as T;
      const { error, message } = value as { error: string; message: string };
      throw new WebDriverError(error, message);
    };
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
      const up = await call('GET', '/status').then(() => true, () => false);
      if (up) break;
      if (driver.child.exitCode !== null || Date.now() > deadline) throw new Error(`${found.path} does not answer`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const session = await call<{ sessionId: string; capabilities: { browserName: string; browserVersion: string } }>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          unhandledPromptBehavior: 'accept',
          'webkitgtk:browserOptions': { args: ['--automation', '--enable-mock-capture-devices=true'] },
        },
      },
    });
    const at = `/session/${session.sessionId}`;
    const inner = (): Promise<[number, number]> => call('POST', `${at}/execute/sync`, { script: 'return [innerWidth, innerHeight]', args: [] });
    const resize = async (width: number, height: number): Promise<void> => {
      const [wide, high] = await inner();
      if (wide === width && high === height) return;
      const window = await call<{ width: number; height: number }>('GET', `${at}/window/rect`);
      await call('POST', `${at}/window/rect`, { x: 0, y: 0, width: window.width + width - wide, height: window.height + height - high });
      // The page hears of its new size some time after the window has it, and later on a busy machine.
      const until = Date.now() + RESIZE_MS;
      let [now] = await inner();
      while (now !== width && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        [now] = await inner();
      }
      if (now !== width) throw new Error(`This window cannot be ${width} pixels wide: it is ${now}`);
    };
    await resize(size.width, size.height);
    return {
      version: `${session.capabilities.browserName} ${session.capabilities.browserVersion}`,
      goto: async (url) => void (await call('POST', `${at}/url`, { url })),
      url: () => call<string>('GET', `${at}/url`),
      reload: async () => void (await call('POST', `${at}/refresh`, {})),
      execute: (body, ...args) => call('POST', `${at}/execute/sync`, { script: body, args }),
      keys: async (stroke) => void (await call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: strokes(stroke) }] })),
      mouse: async (move, ...buttons) => {
        const moves = move ? [{ type: 'pointerMove', duration: 0, x: Math.round(move.x), y: Math.round(move.y) }] : [];
        const presses = buttons.map((way) => ({ type: way === 'down' ? 'pointerDown' : 'pointerUp', button: 0 }));
        await call('POST', `${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [...moves, ...presses] }] });
      },
      resize,
      async close() {
        // Politely first: the browser puts its files away.
        await call('DELETE', at).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
