/**
 * Checks of WCAG 2.2 that look at how a page is drawn, shadow roots included: what no engine of rules measures. Each gives its
 * findings in words; none found, an empty list. `test/stories/aparencia.spec.ts` shows each of them failing.
 */
import type { Page } from '@playwright/test';

export type Checagem = 'targets' | 'fits' | 'ids' | 'focus' | 'forced' | 'motion' | 'paper';
interface Checks {
  run(check: Checagem, root: string): string[];
  /** Text spacing of WCAG 1.4.12, in every shadow root; `false` takes it away. */
  space(on: boolean): void;
  /** Opens every `details`, so that what is folded away is looked at too. */
  unfold(root: string): void;
}
type WithChecks = Window & { __aparencia__?: Checks };

/** Runs in the page: everything it needs is inside. */
function install(): void {
  const SPACING = `
    *, ::before, ::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACING);

  /** Every element below a root, shadow roots included, in the order of the trees. */
  const all = (root: ParentNode): HTMLElement[] => {
    const found: HTMLElement[] = [];
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      found.push(element);
      if (element.shadowRoot) found.push(...all(element.shadowRoot));
    }
    return found;
  };
  const roots = (within: ParentNode): (Document | ShadowRoot)[] => [document, ...all(within).flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))];
  /** The parent as it is drawn: through slots and out of shadow roots. */
  const parent = (node: Node): HTMLElement | null => {
    if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
    if (node instanceof Text && node.assignedSlot) return node.assignedSlot;
    const up = node.parentNode;
    return up instanceof ShadowRoot ? (up.host as HTMLElement) : up instanceof HTMLElement || up instanceof SVGElement ? (up as HTMLElement) : null;
  };
  const parents = (node: Node): HTMLElement[] => {
    const up = parent(node);
    return up ? [up, ...parents(up)] : [];
  };
  const named = (element: Element): string => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30);
    const mark = element.id ? `#${element.id}` : element.getAttribute('class') ? `.${(element.getAttribute('class') ?? '').trim().replace(/\s+/g, '.')}` : '';
    return `<${element.localName}${mark}>${text ? ` "${text}"` : ''}`;
  };
  /** Kept for readers alone, or within what is: a pixel, or cut away. Known for the length of one check. */
  let hidden = new Map<Element, boolean>();
  const forReaders = (element: Element): boolean => {
    const known = hidden.get(element);
    if (known !== undefined) return known;
    const { clipPath, position, overflow } = getComputedStyle(element);
    const up = parent(element);
    const is =
      clipPath === 'inset(50%)' || clipPath === 'inset(100%)' || (position === 'absolute' && overflow === 'hidden' && element.clientWidth <= 1 && element.clientHeight <= 1) || (up !== null && forReaders(up));
    hidden.set(element, is);
    return is;
  };
  const seen = (element: HTMLElement): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) && !forReaders(element);
  const px = (length: string): number => Number.parseFloat(length) || 0;
  const clear = (colour: string): boolean => colour === 'transparent' || /rgba\(.*, 0\)$/.test(colour) || /\/ 0\)$/.test(colour);
  const labels = (element: HTMLElement): HTMLElement[] => ('labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []);

  const INTERACTIVE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, audio[controls], video[controls], [tabindex]:not([tabindex="-1"]), [role="button"], [role="option"], [role="tab"]';
  const interactive = (root: ParentNode): HTMLElement[] => all(root).filter((element) => element.matches(INTERACTIVE) && !element.matches(':disabled, [inert], [inert] *'));

  /** 2.5.8: 24 by 24 CSS pixels, save for a link within a sentence. The spacing exception is not made use of. */
  function targets(root: ParentNode): string[] {
    return interactive(root).flatMap((element) => {
      const shown = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
      if (!shown || forReaders(element)) return [];
      const boxes = [element, ...labels(element)].map((one) => one.getBoundingClientRect());
      if (boxes.some(({ width, height }) => width >= 23.5 && height >= 23.5)) return [];
      const own = boxes[0]!;
      if (getComputedStyle(element).display === 'inline') {
        let block = element.parentElement;
        while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
        const words = (node: Element): number => (node.textContent ?? '').replace(/[\s.,;:()]+/g, '').length;
        if (block && words(element) > 0 && words(block) > words(element)) return [];
      }
      return [`${named(element)} is ${own.width.toFixed(0)} by ${own.height.toFixed(0)} px`];
    });
  }

  interface Line {
    node: Text;
    holder: HTMLElement;
    box: DOMRect;
  }
  /** Every line of text that is drawn. */
  function lines(root: ParentNode): Line[] {
    const found: Line[] = [];
    const range = document.createRange();
    const walk = (tree: Node): void => {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
        if (node instanceof Element) {
          if (node.shadowRoot) walk(node.shadowRoot);
          continue;
        }
        if (!(node instanceof Text) || !node.data.trim()) continue;
        const holder = parent(node);
        if (!holder || holder.closest('option, script, style, svg, noscript, template') || !seen(holder)) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) found.push({ node, holder, box });
      }
    };
    walk(root as Node);
    return found;
  }

  /** 1.4.10 and 1.4.12: nothing to scroll sideways for, no text cut, none over another, none out of the box drawn around it. */
  function fits(root: ParentNode): string[] {
    const found = new Set<string>();
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) {
      const wide = all(root).filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && seen(element));
      found.add(`the page is ${page.scrollWidth} px wide in ${innerWidth}: ${named(wide.at(-1) ?? page)}`);
    }
    const text = lines(root);
    const styles = new Map<Element, CSSStyleDeclaration>();
    const style = (element: Element): CSSStyleDeclaration => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const boxes = new Map<Element, DOMRect>();
    const boxOf = (element: Element): DOMRect => {
      const known = boxes.get(element) ?? element.getBoundingClientRect();
      boxes.set(element, known);
      return known;
    };
    const SLACK = 2;
    for (const { holder, box } of text) {
      let drawn = false;
      for (const up of [holder, ...parents(holder)]) {
        const { overflowX, overflowY, display, position, borderTopWidth, borderTopStyle, backgroundColor, textOverflow, zIndex } = style(up);
        if (display === 'contents' || up === page || up === document.body) continue;
        const around = boxOf(up);
        // A space that ends a line is kept, out of the box, where white space is.
        const hanging = style(holder).whiteSpace.includes('pre') ? 8 : 0;
        const sideways = box.left < around.left - SLACK || box.right > around.right + SLACK + hanging;
        // Glyphs reach over a line that is set tight.
        const slack = SLACK + box.height * 0.2;
        // What is scrolled to is not lost.
        const scrolled = overflowY === 'auto' || overflowY === 'scroll';
        const upright = !scrolled && (box.top < around.top - slack || box.bottom > around.bottom + slack);
        if (display !== 'inline') {
          if (overflowX !== 'visible' && sideways && (overflowX === 'hidden' || overflowX === 'clip')) found.add(`text cut at the side: ${named(holder)} by ${named(up)}`);
          if ((overflowY === 'hidden' || overflowY === 'clip') && upright) found.add(`text cut above or below: ${named(holder)} by ${named(up)}`);
          if ((overflowX === 'auto' || overflowX === 'scroll') && up.scrollWidth > up.clientWidth + 1 && !up.querySelector('table')) found.add(`to be scrolled sideways: ${named(up)}`);
          if (textOverflow === 'ellipsis' && up.scrollWidth > up.clientWidth) found.add(`text cut with an ellipsis: ${named(up)}`);
          if (!drawn && ((px(borderTopWidth) > 0 && borderTopStyle !== 'none') || !clear(backgroundColor))) {
            drawn = true;
            if (sideways || upright) found.add(`text out of its box: ${named(holder)} of ${named(up)}`);
          }
        }
        // What is placed by itself may leave the boxes above; what scrolls downwards holds the rest.
        if (position === 'fixed' || scrolled || (position === 'absolute' && zIndex !== 'auto')) break;
      }
    }
    // Text over text. A line's own box is taller than its letters.
    const placed = text.map((line) => ({ ...line, top: line.box.top + line.box.height * 0.22, bottom: line.box.bottom - line.box.height * 0.22 })).sort((a, b) => a.top - b.top);
    const layer = (line: Line): Element | undefined => parents(line.node).find((up) => ['fixed', 'sticky'].includes(style(up).position) || up.localName === 'dialog');
    placed.forEach((one, place) => {
      for (let next = place + 1; next < placed.length; next += 1) {
        const other = placed[next]!;
        if (other.top >= one.bottom) break;
        if (other.node === one.node) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        if (across > 3 && Math.min(one.bottom, other.bottom) - other.top > 2 && layer(one) === layer(other)) {
          found.add(`text over text: ${named(one.holder)} and ${named(other.holder)}`);
        }
      }
    });
    return [...found];
  }

  /** An id names one element of its tree: labels and descriptions go to the first. */
  function ids(root: ParentNode): string[] {
    return [root, ...roots(root).slice(1)].flatMap((tree) => {
      const names = [...tree.querySelectorAll('[id]')].map(({ id }) => id);
      return [...new Set(names.filter((id, place) => names.indexOf(id) !== place))].map((id) => `two elements have the id ${id}`);
    });
  }

  const outlined = (element: Element, pseudo?: string): string => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, pseudo);
    return outlineStyle === 'none' || px(outlineWidth) < 1 || clear(outlineColor) ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
  };
  /** 2.4.7: what takes the focus from the keyboard is marked, by an outline or (where colours are not forced) by a shadow or border. */
  function focus(root: ParentNode): string[] {
    const forced = matchMedia('(forced-colors: active)').matches;
    const marks = (element: HTMLElement): string =>
      [element, ...labels(element), ...parents(element).slice(0, 2)]
        .map((one) => {
          const { boxShadow, borderTopColor, borderTopWidth } = getComputedStyle(one);
          return outlined(one) + outlined(one, '::before') + outlined(one, '::after') + (forced ? '' : `${boxShadow === 'none' ? '' : boxShadow} ${borderTopWidth} ${borderTopColor}`);
        })
        .join('|');
    const group = new Set<string>();
    return interactive(root).flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0) return [];
      // The radio buttons of a group look alike.
      const { name, type } = element as HTMLInputElement;
      if (type === 'radio' && name) {
        if (group.has(name)) return [];
        group.add(name);
      }
      (document.activeElement as HTMLElement | null)?.blur();
      const before = marks(element);
      element.focus({ preventScroll: true });
      if (!element.matches(':focus')) return [];
      if (!element.matches(':focus-visible')) return [`${named(element)} could not be focused as from the keyboard`];
      return marks(element) === before ? [`nothing marks the focus of ${named(element)}`] : [];
    });
  }

  /** What tells one state from another once colours are forced: no shadow and no background of the page's own is left. */
  function forced(root: ParentNode): string[] {
    if (!matchMedia('(forced-colors: active)').matches) return ['colours are not forced'];
    const canvas = 'rgb(255, 255, 255)';
    /** What is behind the letters: see-through shows what is below. */
    const ground = (element: Element): string => {
      const { backgroundColor } = getComputedStyle(element);
      const up = parent(element);
      return clear(backgroundColor) ? (up ? ground(up) : canvas) : backgroundColor;
    };
    const look = (element: Element, pseudo?: string): string => {
      const s = getComputedStyle(element, pseudo);
      const painted = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
        const [width, line, colour] = [s.getPropertyValue(`border-${side.toLowerCase()}-width`), s.getPropertyValue(`border-${side.toLowerCase()}-style`), s.getPropertyValue(`border-${side.toLowerCase()}-color`)];
        return line === 'none' || px(width) === 0 ? '' : `${width} ${line} ${colour}`;
      });
      return [painted.join(','), outlined(element), s.color, pseudo && clear(s.backgroundColor) ? '' : pseudo ? s.backgroundColor : ground(element), s.fontWeight, s.textDecorationLine, s.display, pseudo ? s.content : ''].join(';');
    };
    const looks = (element: Element): string => [look(element), look(element, '::before'), look(element, '::after'), ...[...element.children].map((child) => look(child))].join('/');
    const found: string[] = [];
    for (const element of all(root)) {
      if (!seen(element) && !(element as HTMLInputElement).labels?.length) continue;
      if (element.matches('input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"]), textarea, select, button, a.botao') && seen(element)) {
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, textDecorationLine } = getComputedStyle(element);
        const bordered = px(borderTopWidth) > 0 && borderTopStyle !== 'none' && !clear(borderTopColor);
        const filled = getComputedStyle(element).forcedColorAdjust === 'none' && backgroundColor !== getComputedStyle(document.body).backgroundColor;
        if (!bordered && !filled && textDecorationLine === 'none' && !element.matches('li *, [role="option"]')) found.push(`nothing shows where ${named(element)} ends`);
      }
      // A state against a sibling that has not got it.
      for (const state of ['[aria-current]:not([aria-current="false"])', '[aria-pressed="true"]', '[aria-selected="true"]']) {
        if (!element.matches(state)) continue;
        const rows = [element, parent(element)!];
        const [mine, peer] = rows.map((row) => [row, [...(row.parentElement ?? row.getRootNode() as ShadowRoot).children].find((sibling) => sibling.localName === row.localName && sibling !== row && !sibling.matches(state) && !sibling.querySelector(state))] as const).find(([, other]) => other) ?? [];
        if (mine && peer && looks(mine) === looks(peer)) found.push(`nothing tells ${named(element)} (${state}) from ${named(peer)}`);
      }
      // A choice drawn by its label, the native mark being see-through.
      if (element.matches('input:checked') && px(getComputedStyle(element).opacity) === 0) {
        const other = [...(element.getRootNode() as ShadowRoot).querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape((element as HTMLInputElement).name)}"]:not(:checked)`)][0];
        if (other && labels(element)[0] && looks(labels(element)[0]!) === looks(labels(other)[0]!)) found.push(`nothing tells the chosen ${named(labels(element)[0]!)} from the others`);
      }
    }
    return found;
  }

  /** 2.3.3: nothing moves for who asked for less motion. */
  function motion(root: ParentNode): string[] {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return ['motion is not reduced'];
    const found = roots(root).flatMap((tree) => tree.getAnimations().map((animation) => `moves: ${named((animation.effect as KeyframeEffect | null)?.target ?? document.body)}`));
    for (const element of all(root)) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const { animationName, transitionDuration, scrollBehavior, content } = getComputedStyle(element, pseudo);
        if (pseudo && content === 'none') continue;
        // What is never drawn (a track of captions) has no style at all.
        if (animationName && animationName !== 'none') found.push(`${named(element)}${pseudo ?? ''} has the animation ${animationName}`);
        if (transitionDuration.split(',').some((time) => px(time) > 0)) found.push(`${named(element)}${pseudo ?? ''} changes in ${transitionDuration}`);
        if (!pseudo && scrollBehavior === 'smooth') found.push(`${named(element)} scrolls smoothly`);
      }
    }
    return found;
  }

  /** On paper: dark letters on white whatever the theme, nothing folded away, nothing to press. */
  function paper(root: ParentNode): string[] {
    if (!matchMedia('print').matches) return ['this is no paper'];
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
    };
    const ground = (element: HTMLElement | null): number => {
      if (!element || element === root) return 1;
      const { backgroundColor } = getComputedStyle(element);
      return clear(backgroundColor) ? ground(parent(element)) : light(backgroundColor);
    };
    const found = new Set<string>();
    for (const { holder } of lines(root)) {
      if (ground(holder) < 0.9) found.add(`not on white: ${named(holder)}`);
      else if (light(getComputedStyle(holder).color) > 0.45) found.add(`too light for paper: ${named(holder)}`);
    }
    for (const element of all(root)) {
      if (element.localName === 'button' && seen(element)) found.add(`nothing can be pressed on paper: ${named(element)}`);
      const folded = element instanceof HTMLDetailsElement && seen(element) ? element.querySelector<HTMLElement>(':scope > :not(summary)') : null;
      if (folded && !seen(folded)) found.add(`folded away: ${named(element)}`);
    }
    return [...found];
  }

  const checks: Record<Checagem, (root: ParentNode) => string[]> = { targets, fits, ids, focus, forced, motion, paper };
  (window as WithChecks).__aparencia__ = {
    run: (check, root) => {
      hidden = new Map();
      return checks[check](document.querySelector(root)!);
    },
    space: (on) => {
      for (const tree of roots(document)) tree.adoptedStyleSheets = on ? [...tree.adoptedStyleSheets, sheet] : tree.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    unfold: (root) => {
      for (const element of all(document.querySelector(root)!)) if (element instanceof HTMLDetailsElement) element.open = true;
    },
  };
}

const ready = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(() => '__aparencia__' in window))) await page.evaluate(install);
};

/** Runs checks on what is below a selector, each finding with the name of its check in front. */
export async function checar(page: Page, checks: readonly Checagem[], root = 'body'): Promise<string[]> {
  await ready(page);
  return page.evaluate(
    ({ names, selector }) => names.flatMap((name) => (window as WithChecks).__aparencia__!.run(name, selector).map((finding) => `${name}: ${finding}`)),
    { names: checks, selector: root },
  );
}

/** What `fits` finds with the text spacing of WCAG 1.4.12. */
export async function espacado(page: Page, root = 'body'): Promise<string[]> {
  await ready(page);
  return page.evaluate((selector) => {
    const { __aparencia__: checks } = window as WithChecks;
    checks!.space(true);
    const found = checks!.run('fits', selector);
    checks!.space(false);
    return found.map((finding) => `spaced: ${finding}`);
  }, root);
}

/**
 * Has what is far from the window drawn too: the browser keeps a rough place for what it skips (`content-visibility`), and a rule that measures it there finds one
 * thing over another which nobody sees.
 */
export async function inteiro(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{content-visibility:visible!important}');
    const visit = (root: Document | ShadowRoot): void => {
      root.adoptedStyleSheets.push(sheet);
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) visit(element.shadowRoot);
    };
    visit(document);
  });
}

/** Opens what is folded away, below a selector. */
export async function desdobrar(page: Page, root = 'body'): Promise<void> {
  await ready(page);
  await page.evaluate((selector) => (window as WithChecks).__aparencia__!.unfold(selector), root);
}
