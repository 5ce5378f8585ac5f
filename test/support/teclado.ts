/**
 * A page used by the keyboard alone. Every key that moves the focus is followed by a look at what has it: it is somewhere, it can be seen (2.4.7), and
 * nothing is drawn over it (2.4.11), shadow roots included.
 */
import { expect, type Page } from '@playwright/test';

/** What has the focus, in words. */
export interface Foco {
  tag: string;
  nome: string;
  /** Name of the group that it belongs to, for a choice. */
  grupo: string;
  valor: string;
  marcado: boolean;
  /** What is wrong with how the focus is shown. */
  problemas: string[];
}

interface NaPagina {
  foco(): Foco;
  /** Puts a mark on what has the focus, to be known again. */
  marcar(): void;
  mesmo(): boolean;
  dentro(selector: string): boolean;
}
type ComTeclado = Window & { __teclado__?: NaPagina };

/** Runs in the page: everything it needs is inside. */
function install(): void {
  const parent = (node: Node): Element | null => {
    if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
    const up = node.parentNode;
    return up instanceof ShadowRoot ? up.host : up instanceof Element ? up : null;
  };
  const within = (node: Node | null, holder: Element): boolean => {
    for (let up: Node | null = node; up; up = parent(up)) if (up === holder) return true;
    return false;
  };
  const active = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const at = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; inner = hit?.shadowRoot?.elementFromPoint(x, y)) hit = inner;
    return hit;
  };
  const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const labels = (element: Element): Element[] => ('labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []);
  const byId = (element: Element, attribute: string): string =>
    plain(
      (element.getAttribute(attribute) ?? '')
        .split(/\s+/)
        .map((id) => (id ? (element.getRootNode() as ShadowRoot).getElementById(id)?.textContent : ''))
        .join(' '),
    );
  const named = (element: Element): string =>
    element.getAttribute('aria-label') ?? (byId(element, 'aria-labelledby') || (labels(element).length > 0 ? plain(labels(element).map((label) => label.textContent).join(' ')) : plain(element.textContent)));
  const clear = (colour: string): boolean => colour === 'transparent' || /rgba\(.*, 0\)$/.test(colour);
  const outlined = (element: Element): boolean =>
    [undefined, '::before', '::after'].some((pseudo) => {
      const { outlineStyle, outlineWidth, outlineColor, content } = getComputedStyle(element, pseudo);
      return (!pseudo || content !== 'none') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5 && !clear(outlineColor);
    });

  function problemas(element: Element): string[] {
    const found: string[] = [];
    const cards = [element, ...labels(element)];
    // A radio button or a box may be drawn by its card.
    const holder = element.closest('.opcao, .vaga');
    const marked = [...cards, ...(holder ? [holder] : [])];
    // The calendar's button inside of a date, and the buttons of a player, are drawn by the browser.
    const foreign = element.localName === 'iframe' || (element.matches('audio, video, input:is([type="date"], [type="datetime-local"], [type="time"])') && !element.matches(':focus'));
    if (!foreign && !marked.some(outlined)) found.push('nothing marks the focus');
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) return [...found, 'what has the focus is not drawn'];
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    if (bottom <= top || right <= left) return [...found, `out of the window: ${box.top.toFixed(0)} to ${box.bottom.toFixed(0)} of ${innerHeight}`];
    // The browser scrolls a field no further than its first line, and what is chosen may bring something in above.
    if (bottom - top < 8) found.push(`nearly out of the window: ${box.top.toFixed(0)} to ${box.bottom.toFixed(0)} of ${innerHeight}`);
    const free = (x: number, y: number): boolean => {
      const hit = at(x, y);
      return hit !== null && marked.some((card) => within(hit, card) || within(card, hit));
    };
    const points = [0.08, 0.5, 0.92].flatMap((dy) => [0.08, 0.5, 0.92].map((dx) => [left + (right - left) * dx, top + (bottom - top) * dy] as const));
    const over = points.filter(([x, y]) => !free(x, y));
    // A corner that is rounded is no cover.
    if (over.length > 2) {
      const hit = at(...over[0]!);
      found.push(`covered at ${over.length} of 9 points by <${hit?.localName ?? 'nothing'} ${hit?.className ?? ''}>`);
    }
    return found;
  }

  let mark: Element | null = null;
  (window as ComTeclado).__teclado__ = {
    foco() {
      const element = active();
      if (!element || element === document.body || element === document.documentElement) return { tag: 'body', nome: '', grupo: '', valor: '', marcado: false, problemas: ['nothing has the focus'] };
      const group = element.closest('[role="radiogroup"], [role="group"], fieldset');
      const { value = '', checked = false } = element as HTMLInputElement;
      return {
        tag: element.localName,
        nome: named(element),
        grupo: group && group !== element ? byId(group, 'aria-labelledby') || plain(group.querySelector('legend')?.textContent) : '',
        valor: String(value),
        marcado: checked,
        problemas: problemas(element),
      };
    },
    marcar: () => void (mark = active()),
    mesmo: () => mark !== null && active() === mark,
    dentro: (selector) => {
      const element = active();
      return element !== null && [...document.querySelectorAll(selector)].some((holder) => within(element, holder));
    },
  };
}

/** Longest way by Tab between two controls of one page. */
const LONGE = 160;
const essencial = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

export interface Teclado {
  readonly page: Page;
  /** What has the focus; fails when it cannot be seen. */
  foco(): Promise<Foco>;
  /** Waits until the focus is on what is called so: the page put it there by itself. */
  chegou(nome: RegExp, tag?: string): Promise<Foco>;
  tecla(...keys: string[]): Promise<Foco>;
  /** Presses a key that may take away what has the focus; nothing is looked at yet. */
  aciona(key?: 'Enter' | 'Space' | 'Escape'): Promise<void>;
  /** Goes on by Tab until what has the focus is called so. */
  ate(nome: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<Foco>;
  /** Goes to a control and presses it. */
  pressiona(nome: RegExp, key?: 'Enter' | 'Space'): Promise<void>;
  /** Goes to a group of choices and takes one of them by the arrows. */
  escolhe(grupo: RegExp, nome: RegExp): Promise<void>;
  marca(nome: RegExp): Promise<void>;
  /** Goes to a field and writes: nothing takes the focus meanwhile, and nothing written is lost. */
  escreve(nome: RegExp, text: string): Promise<void>;
  digita(text: string): Promise<void>;
  /** By Tab alone to the foot of the page, or past its last control where it has none, and back to where it began. */
  semArmadilha(): Promise<void>;
}

/** Call before the first `goto`. */
export async function teclado(page: Page): Promise<Teclado> {
  await page.addInitScript(install);
  const run = <K extends keyof NaPagina>(what: K, ...given: Parameters<NaPagina[K]>): Promise<ReturnType<NaPagina[K]>> =>
    page.evaluate(({ name, args }) => ((window as ComTeclado).__teclado__![name] as (...all: unknown[]) => unknown)(...args), { name: what, args: given }) as Promise<ReturnType<NaPagina[K]>>;

  const k: Teclado = {
    page,
    async foco() {
      const foco = await run('foco');
      expect(foco.problemas, `the focus on <${foco.tag}> "${foco.nome.slice(0, 60)}"`).toEqual([]);
      return foco;
    },
    async chegou(nome, tag) {
      const onde = async (): Promise<string> => {
        const foco = await run('foco');
        return tag && foco.tag !== tag ? `<${foco.tag}>` : foco.nome;
      };
      await expect.poll(onde, { message: `the focus goes to ${String(nome)}`, timeout: 20_000 }).toMatch(nome);
      // It is there to stay: nothing takes it with the next frame.
      await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
      const foco = await k.foco();
      expect(foco.nome).toMatch(nome);
      return foco;
    },
    async tecla(...keys) {
      for (const key of keys) await page.keyboard.press(key);
      return k.foco();
    },
    aciona: (key = 'Enter') => page.keyboard.press(key),
    async ate(nome, key = 'Tab') {
      const way: string[] = [];
      for (let n = 0; n < LONGE; n++) {
        await page.keyboard.press(key);
        const foco = await run('foco');
        way.push(foco.nome.slice(0, 40));
        // Past the last control the browser's own begin.
        if (foco.tag !== 'body') expect(foco.problemas, `the focus on <${foco.tag}> "${foco.nome.slice(0, 60)}"`).toEqual([]);
        if (nome.test(foco.nome)) return foco;
      }
      throw new Error(`no ${String(nome)} by ${key}: ${[...new Set(way)].join(' | ')}`);
    },
    async pressiona(nome, key = 'Enter') {
      await k.ate(nome);
      await page.keyboard.press(key);
    },
    async escolhe(grupo, nome) {
      let foco = await run('foco');
      for (let n = 0; n < LONGE && !grupo.test(foco.grupo); n++) foco = await k.tecla('Tab');
      expect(foco.grupo).toMatch(grupo);
      for (let n = 0; n < 40; n++) {
        if (nome.test(foco.nome)) {
          if (!foco.marcado) foco = await k.tecla('Space');
          expect(foco.marcado, `${foco.nome} is chosen`).toBe(true);
          return;
        }
        foco = await k.tecla('ArrowDown');
      }
      throw new Error(`no ${String(nome)} in ${String(grupo)}`);
    },
    async marca(nome) {
      await k.ate(nome);
      expect((await k.tecla('Space')).marcado).toBe(true);
    },
    async escreve(nome, text) {
      await k.ate(nome);
      await k.digita(text);
    },
    async digita(text) {
      await run('marcar');
      const before = await run('foco');
      await page.keyboard.type(text);
      const { nome, valor } = await k.foco();
      expect(await run('mesmo'), `the focus stays on "${before.nome}" while it is written in, and is on "${nome}"`).toBe(true);
      expect(essencial(valor)).toBe(essencial(before.valor + text));
    },
    async semArmadilha() {
      await run('marcar');
      const from = await k.foco();
      // A page without a foot ends past its last control, where the browser's own begin.
      const foot = (await page.locator('footer').count()) > 0;
      let n = 0;
      for (let over = false; foot ? !(await run('dentro', 'footer')) : !over; n++) {
        if (n > LONGE) throw new Error(`the focus does not leave what comes after "${from.nome}"`);
        await page.keyboard.press('Tab');
        over = !foot && (await run('foco')).tag === 'body';
        if (!over) await k.foco();
      }
      for (; n > 0; n--) await k.tecla('Shift+Tab');
      expect(await run('mesmo'), `Shift+Tab leads back to "${from.nome}", and not to "${(await run('foco')).nome}"`).toBe(true);
    },
  };
  return k;
}
