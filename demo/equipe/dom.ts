/** Elements made by hand: text is always text, never markup. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Listener = (event: Event) => void;
export type Props = Record<string, string | number | boolean | null | undefined | Listener>;

function put(parent: Node, child: Child): void {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) for (const one of child as readonly Child[]) put(parent, one);
  else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
}

/** An element with attributes, listeners (`onclick: fn`) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  put(element, children);
  return element;
}

/** Replaces what is inside. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  put(parent, children);
}

let serial = 0;
/** An id of its own on the page. */
export const novoId = (prefix: string): string => `${prefix}-${(serial += 1)}`;

/** Says something to who listens, without moving the focus. */
export function avisar(text: string): void {
  const region = document.getElementById('avisos');
  if (region) region.textContent = text;
}

let depois = '';
/** What the next screen says when it opens. */
export const avisarDepois = (text: string): void => void (depois = text);
/** Says what was left for this screen, or nothing. */
export function avisarChegada(): void {
  avisar(depois);
  depois = '';
}

/** Saves bytes as a file of the person's. */
export function baixar(bytes: Blob, nome: string): void {
  const url = URL.createObjectURL(bytes);
  const link = h('a', { href: url, download: nome, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
