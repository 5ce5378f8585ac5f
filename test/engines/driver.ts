/**
 * One way to walk through a page in whichever engine: what a person sees and does, by its words. Firefox through puppeteer-core (WebDriver BiDi),
 * WebKit through WebDriver. Everything is found and pressed by the same few lines inside the page, which see into open shadow roots.
 */
import assert from 'node:assert/strict';
import { launch } from 'puppeteer-core';
import type { FoundEngine } from '../../scripts/lib/engines.ts';
import { openWebKit } from '../../scripts/lib/webdriver.ts';

/** What an engine has to offer. */
interface Engine {
  version: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function's body, with `arguments`, and gives what it returns. */
  execute<T>(body: string, ...args: unknown[]): Promise<T>;
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

const SIZE = { width: 390, height: 800 };

async function openFirefox(found: FoundEngine): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: true,
    env: { ...process.env, TZ: 'America/Fortaleza' },
    extraPrefsFirefox: { 'intl.accept_languages': 'pt-BR,pt', 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
  });
  // In front, or it tells nobody that a field was entered or left.
  const page = await browser.newPage();
  await page.bringToFront();
  await page.setViewport(SIZE);
  // Leaving a page with a receipt that nobody said to have kept asks first.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  return {
    version: await browser.version(),
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    execute: <T>(body: string, ...args: unknown[]) => page.evaluate(`(function () { ${body} }).apply(null, ${JSON.stringify(args)})`) as Promise<T>,
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as 'Enter'),
    close: () => browser.close(),
  };
}

async function openWebKitPage(found: FoundEngine): Promise<Engine> {
  const page = await openWebKit(found, SIZE);
  return {
    version: page.version,
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    execute: (body, ...args) => page.execute(body, ...args),
    type: (text) => page.keys({ type: text }),
    press: (key) => page.keys({ press: key }),
    close: () => page.close(),
  };
}

/** Runs in the page: what is on the screen, through shadow roots. */
const SEE = `
  const flat = function* (node) {
    for (const child of node.children || []) {
      yield child;
      if (child.shadowRoot) yield* flat(child.shadowRoot);
      yield* flat(child);
    }
  };
  const words = (text) => (text || '').replace(/\\s+/g, ' ').trim();
  const shown = (el) => el.checkVisibility ? el.checkVisibility({ visibilityProperty: true }) : el.getClientRects().length > 0;
  const scope = (selector) => (selector ? document.querySelector(selector) : document.body);
  const within = (selector) => { const el = scope(selector); return el ? [...(el.shadowRoot ? flat(el.shadowRoot) : []), ...flat(el)] : []; };
  const text = (el) => words([...(el.shadowRoot ? [el.shadowRoot] : []), el].map((root) => [...flat(root)].filter((each) => !each.children.length || [...each.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).filter((each) => !/^(STYLE|SCRIPT)$/.test(each.tagName) && shown(each)).map((each) => [...each.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(' ')).join(' ')).join(' '));
  const byLabel = (where, name) => { const label = within(where).find((el) => el.tagName === 'LABEL' && shown(el) && words(el.textContent).startsWith(name)); return label && (label.control || label.getRootNode().getElementById(label.htmlFor)); };
`;

const LIMIT_MS = 30_000;

/** A person at a page. Every step waits for what it needs, and fails with what was on the screen instead. */
export class Pessoa {
  readonly version: string;
  readonly #engine: Engine;
  /** The element that is looked into; the whole page when empty. */
  onde = '';

  constructor(engine: Engine) {
    this.#engine = engine;
    this.version = engine.version;
  }

  static async abrir(found: FoundEngine): Promise<Pessoa> {
    return new Pessoa(found.engine === 'firefox' ? await openFirefox(found) : await openWebKitPage(found));
  }

  vai(url: string): Promise<void> {
    return this.#engine.goto(url);
  }

  recarrega(): Promise<void> {
    return this.#engine.reload();
  }

  fecha(): Promise<void> {
    return this.#engine.close();
  }

  /** Runs a body in the page with the finders above. */
  olha<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.#engine.execute<T>(`${SEE}${body}`, ...args);
  }

  /** What can be read. */
  texto(): Promise<string> {
    return this.olha<string>('const el = scope(arguments[0]); return el ? text(el) : "";', this.onde);
  }

  /** Waits until the body returns something true, and gives it. */
  async espera<T>(what: string, body: string, ...args: unknown[]): Promise<T> {
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
      // A page on its way to another one has nothing to say.
      const found = await this.olha<T>(body, ...args).catch(() => null);
      if (found) return found;
      if (Date.now() > deadline) return assert.fail(`${this.version}: ${what} did not come. On the screen: ${(await this.texto()).slice(0, 1_500)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async le(words: string | RegExp): Promise<void> {
    const pattern = typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source;
    await this.espera(`"${words}"`, 'const el = scope(arguments[0]); return el && new RegExp(arguments[1], "i").test(text(el));', this.onde, pattern);
  }

  /** Presses a button, a link, a choice or its card by its words, where a person would. */
  async aperta(words: string): Promise<void> {
    await this.espera(
      `what is pressed as "${words}"`,
      `const all = within(arguments[0]).filter((el) => /^(BUTTON|A|LABEL|SUMMARY)$/.test(el.tagName) && shown(el) && el.getAttribute('aria-disabled') !== 'true');
       const el = all.find((each) => words(each.textContent) === arguments[1]) || all.find((each) => words(each.textContent).startsWith(arguments[1]));
       if (!el) return false;
       el.scrollIntoView({ block: 'center' });
       el.click();
       return true;`,
      this.onde,
      words,
    );
  }

  /** Writes into the field with this label, by the keyboard. */
  async escreve(label: string, value: string): Promise<void> {
    await this.espera(`the field "${label}"`, 'const field = byLabel(arguments[0], arguments[1]); if (!field || field.readOnly) return false; field.focus(); field.select(); return true;', this.onde, label);
    await this.#engine.type(value);
    const got = await this.valor(label);
    assert.equal(await this.olha('return document.hasFocus()'), true, `${this.version}: the page has the focus`);
    assert.equal(got.replace(/\W/g, ''), value.replace(/\W/g, ''), `${this.version}: what "${label}" holds`);
  }

  /** Waits until the focus is on these words: where a screen reader is taken when the screen changes. */
  foco(words: string): Promise<boolean> {
    return this.espera(`the focus on "${words}"`, 'let el = document.activeElement; while (el && el.shadowRoot && el.shadowRoot.activeElement) el = el.shadowRoot.activeElement; return el && words(el.textContent).includes(arguments[0]);', words);
  }

  valor(label: string): Promise<string> {
    return this.espera<string>(`the field "${label}"`, 'const field = byLabel(arguments[0], arguments[1]); return field && "value" in field ? " " + field.value : null;', this.onde, label).then((value) => value.slice(1));
  }

  tecla(key: string): Promise<void> {
    return this.#engine.press(key);
  }

  /** The text of one place in the page, once it has some. */
  dado(selector: string): Promise<string> {
    return this.espera<string>(selector, 'const el = within(arguments[0]).find((each) => each.matches(arguments[1])); return el && words(el.textContent);', this.onde, selector);
  }
}
