/**
 * What a screen reader is told: the accessibility tree as Chromium has it, and what is announced without the focus moving. The announcements are modelled after what
 * NVDA and VoiceOver do with Chromium: a live region says its whole text when something in it changes, an alert also when it comes into the page, and a status that comes
 * with its text is counted too, since some readers say it.
 */
import type { Page } from '@playwright/test';

/** What is heard without asking: an announcement, or what got the focus by itself. */
export interface Ouvido {
  como: 'polite' | 'assertive' | 'foco';
  texto: string;
}

type ComLeitor = Window & { __ouvido__?: Ouvido[] };

/** Runs in the page: everything it needs is inside. */
function install(): void {
  const heard: Ouvido[] = ((window as ComLeitor).__ouvido__ = []);
  const LIVE = '[aria-live], [role="status"], [role="alert"], [role="log"], output';
  const up = (node: Node): Element | null => {
    const parent = node.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const politeness = (region: Element): 'polite' | 'assertive' | 'off' => {
    const live = region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
    return live === 'off' || live === 'assertive' ? live : 'polite';
  };
  const plain = (region: Element): string => (region as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
  /** Text that each region was last heard with. */
  const said = new WeakMap<Element, string>();
  const changed = new Set<Element>();
  const tell = (): void => {
    for (const region of changed) {
      if (!region.isConnected) continue;
      const texto = plain(region);
      const before = said.get(region) ?? '';
      said.set(region, texto);
      const como = politeness(region);
      if (texto && texto !== before && como !== 'off' && region.checkVisibility()) heard.push({ como, texto });
    }
    changed.clear();
  };
  let due = false;
  const touch = (region: Element): void => {
    changed.add(region);
    if (due) return;
    due = true;
    // A reader waits for what is drawn: the whole of one change is one announcement.
    setTimeout(() => {
      due = false;
      tell();
    });
  };
  const regionOf = (node: Node): Element | null => {
    for (let at: Element | null = node instanceof Element ? node : up(node); at; at = up(at)) if (at.matches(LIVE)) return at;
    return null;
  };
  /** What is in a tree from the beginning is read by who goes there, and not announced. */
  const known = (root: ParentNode, quiet: boolean): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(LIVE)) {
        if (quiet) said.set(element, plain(element));
        else touch(element);
      }
      if (element.shadowRoot) watch(element.shadowRoot, quiet);
    }
  };
  const watched = new WeakSet<Node>();
  function watch(root: Document | ShadowRoot, quiet: boolean): void {
    if (watched.has(root)) return;
    watched.add(root);
    known(root, quiet);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const region = regionOf(target);
        if (region) touch(region);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.matches(LIVE)) touch(node);
          if (node.shadowRoot) watch(node.shadowRoot, false);
          known(node, false);
        }
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
  }
  watch(document, true);

  const active = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const named = (element: Element): string => {
    const root = element.getRootNode() as ShadowRoot;
    const by = element.getAttribute('aria-labelledby');
    const text = by ? by.split(' ').map((id) => root.getElementById(id)?.textContent).join(' ') : element.matches('input, select, textarea') ? (element as HTMLInputElement).labels?.[0]?.textContent : element.textContent;
    return (element.getAttribute('aria-label') ?? text ?? '').replace(/\s+/g, ' ').trim();
  };
  let before = active();
  const look = (): void => {
    const now = active();
    // Left on the body is silence.
    if (now !== before && now && now !== document.body) heard.push({ como: 'foco', texto: named(now) });
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export interface Leitor {
  /** What was heard since the last time, in order; waits until nothing more is coming. */
  ouviu(): Promise<string[]>;
}

/** Listens to a page that is loaded: what is there already is not announced. */
export async function leitor(page: Page): Promise<Leitor> {
  await page.evaluate(install);
  return {
    async ouviu() {
      const count = (): Promise<number> => page.evaluate(() => (window as ComLeitor).__ouvido__!.length);
      const quiet = (): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))));
      for (let last = -1, now = await count(); now !== last; now = await count()) {
        last = now;
        await quiet();
      }
      const heard = await page.evaluate(() => (window as ComLeitor).__ouvido__!.splice(0));
      return heard.map(({ como, texto }) => `${como}: ${texto}`);
    },
  };
}

/** A node of the accessibility tree, with what a reader says of it. */
export interface No {
  role: string;
  name: string;
  description: string;
  invalid: boolean;
  required: boolean;
  expanded: boolean | null;
  level: number | null;
}

interface AXNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

/** The accessibility tree of a page, in the order in which it is read. */
export async function arvore(page: Page): Promise<No[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: (AXNode & { nodeId: string; childIds?: string[]; parentId?: string })[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const found: No[] = [];
    const walk = (node: (typeof nodes)[number]): void => {
      if (!node.ignored) {
        const property = (name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;
        found.push({
          role: node.role?.value ?? '',
          name: (node.name?.value ?? '').trim(),
          description: (node.description?.value ?? '').trim(),
          invalid: property('invalid') !== undefined && property('invalid') !== 'false',
          required: property('required') === true,
          expanded: (property('expanded') as boolean | undefined) ?? null,
          level: (property('level') as number | undefined) ?? null,
        });
      }
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) walk(child);
      }
    };
    for (const node of nodes) if (!node.parentId || !byId.has(node.parentId)) walk(node);
    return found;
  } finally {
    await cdp.detach();
  }
}

const CONTROLES = ['button', 'link', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'spinbutton', 'slider', 'switch', 'tab', 'menuitem', 'option', 'DisclosureTriangle', 'Date', 'progressbar', 'meter', 'radiogroup', 'dialog', 'form', 'region', 'search', 'Iframe'];

/** What is wrong with a tree for whoever only hears it: controls and landmarks without a name, headings out of order, more than one main part. */
export function defeitos(nodes: readonly No[]): string[] {
  const found = nodes.filter(({ role, name }) => CONTROLES.includes(role) && !['form', 'search'].includes(role) && !name).map(({ role, description }) => `${role} without a name (${description})`);
  let before = 0;
  for (const { role, level, name } of nodes) {
    if (role !== 'heading' || level === null) continue;
    if (!name) found.push(`heading of level ${level} without words`);
    if (level > before + 1) found.push(`heading of level ${level} after one of ${before}: ${name}`);
    before = level;
  }
  const mains = nodes.filter(({ role }) => role === 'main').length;
  if (mains !== 1) found.push(`${mains} main parts`);
  return found;
}
