/**
 * Which piece of text of a shadow root is under the pointer, and what of it may be said in Libras.
 *
 * What is translated goes to a server of VLibras. So nothing inside `translate="no"` is ever part of it (the key of a receipt, a
 * person's data and own words), nor what is typed or chosen in a field: of a field, only its label.
 */

/** The smallest piece that makes sense by itself. */
export interface Pedaco {
  /** What is highlighted. */
  readonly bloco: Element;
  readonly texto: string;
  /** What a press on it would set off, to be offered as a second step: a link, a button, the line that opens a `<details>`. */
  readonly acao: HTMLElement | null;
  /** The field that a press on it reaches; the press goes on, for a field has to take it. */
  readonly campo: Campo | null;
}

export type Campo = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const ACAO = 'a[href],button,summary,input[type=submit],input[type=button],input[type=reset],[role=button],[role=link],[role=tab]';
const CAMPO = 'input,select,textarea';
const PRIVADO = '[translate=no]';
/** Never read: what is typed or chosen, and what is no text. */
const MUDO = 'script,style,template,textarea,select,datalist,input,[aria-hidden=true],[hidden]';

/** Elements of the kit, of any version: only their shadow roots are read. */
const NOSSOS = /^(?:balcao|ouvidoria|sic|protocolo|cidadania|audiencia)-/;

const inline = (element: Element): boolean => /^(?:inline$|contents|ruby)/.test(getComputedStyle(element).display);

const limpo = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

function ler(from: Node, whole: boolean): string {
  let text = '';
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data;
    if (!(node instanceof Element) || node.matches(`${MUDO},${PRIVADO}`) || (!whole && !inline(node))) continue;
    if (getComputedStyle(node).display === 'none') continue;
    const said = node.getAttribute(node.localName === 'img' ? 'alt' : node.matches('svg,[role=img]') ? 'aria-label' : '');
    const inner = said ?? ler(node.shadowRoot ?? node, whole);
    // Two blocks are two words, even with no space between them.
    text += inline(node) ? inner : ` ${inner} `;
  }
  return text;
}

/** The text of a piece; with `whole`, also what is in blocks inside it. What is seen wins over what is only said to screen readers. */
export function textoDe(element: Element, whole = true): string {
  if (element instanceof HTMLInputElement) return limpo(element.value);
  if (element.matches('img')) return limpo(element.getAttribute('alt'));
  return limpo(ler(element, whole)) || limpo(element.getAttribute('aria-label'));
}

/** The name of a field, never its value. */
function rotuloDe(campo: Campo): string {
  const ids = (campo.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = campo.getRootNode() as ShadowRoot;
  const labels: Element[] = campo.labels?.length ? [...campo.labels] : ids.flatMap((id) => root.getElementById(id) ?? []);
  return limpo(labels.map((label) => textoDe(label)).join(' ')) || limpo(campo.getAttribute('aria-label'));
}

/** The element of the kit whose shadow tree an event came from, as the page sees it; null when it came from the page's own content. */
export function hospedeiro(path: readonly EventTarget[]): Element | null {
  const [inner] = path;
  if (!(inner instanceof Element) || !(inner.getRootNode() instanceof ShadowRoot)) return null;
  for (let root = inner.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) if (NOSSOS.test(root.host.localName)) return root.host;
  return null;
}

/** Asked of our own roots alone: a whole page may carry `translate="no"` for reasons of its own. */
function ePrivado(element: Element): boolean {
  for (let at = element, root = at.getRootNode(); root instanceof ShadowRoot; at = root.host, root = at.getRootNode()) if (at.closest(PRIVADO)) return true;
  return false;
}

/** The piece of text at the innermost element of an event inside a shadow root of the kit; null where there is none to translate. */
export function pedacoEm(element: Element): Pedaco | null {
  if (ePrivado(element)) return null;
  const acao = element.closest<HTMLElement>(ACAO);
  if (acao) {
    const texto = textoDe(acao);
    return texto ? { bloco: acao, texto, acao, campo: null } : null;
  }
  const campo = element.closest<Campo>(CAMPO);
  if (campo) {
    const texto = rotuloDe(campo);
    return texto ? { bloco: /^(?:radio|checkbox)$/.test(campo.type) ? (campo.labels?.[0] ?? campo) : campo, texto, acao: null, campo } : null;
  }
  const label = element.closest('label');
  let bloco: Element = label ?? element;
  if (!label) while (inline(bloco) && bloco.parentElement) bloco = bloco.parentElement;
  if (ePrivado(bloco)) return null;
  const texto = textoDe(bloco, label !== null);
  return texto ? { bloco, texto, acao: null, campo: (label?.control as Campo | null | undefined) ?? null } : null;
}
