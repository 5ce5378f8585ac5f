/**
 * A stand-in for VLibras: the way it listens to a page, as its source does it, without avatar or server. Self-contained, so that a test
 * may hand it to a page: `page.addInitScript(vlibras, 6)`, or call it in the page of the test.
 *
 * Version 6: a click listener on the document, in the capture phase, that reads `event.target` (the host, for a click in a shadow root);
 * closing and guides are told by events on the window, opening again is told by nothing. Version 7: the same on the body; it tells of
 * itself in `window.vlibras`.
 */
export interface VLibrasDublado {
  /** What was asked to be translated, in order. */
  readonly lidos: string[];
  /** The person opens the widget, for the first time or again. */
  abrir(): void;
  fechar(): void;
}

export function vlibras(versao: 6 | 7): void {
  const page = globalThis as unknown as { plugin?: { translate?: unknown; player?: unknown }; vlibras?: unknown; dublado?: VLibrasDublado };
  const lidos: string[] = [];
  const where = (): EventTarget => (versao === 6 ? document : document.body);
  const realce = versao === 6 ? 'vw-text--hover' : 'vlibras--hover';
  const dica = document.createElement('div');
  dica.className = versao === 6 ? 'vw-links' : 'vlibras-links';
  dica.style.position = 'fixed';
  let root: Element[] = [];

  const hasTag = (el: Element, tags: string[]): boolean => tags.includes(el.tagName);
  const isSubmit = (el: Element): boolean => hasTag(el, ['INPUT']) && (el as HTMLInputElement).type === 'submit';
  const hasText = (el: Element): boolean => [...el.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && (n.textContent ?? '').trim() !== '');
  const interactive = (el: Element): Element | null => {
    for (let at: Element | null = el; at; at = at.parentNode as Element | null) {
      if (root.includes(at)) break;
      if (hasTag(at, ['A', 'BUTTON']) || ((at as HTMLElement).onclick && !hasTag(at, ['SVG', 'PATH']))) return at;
    }
    return null;
  };
  const isValid = (el: Element): boolean =>
    !el.matches('.vw-links,.vlibras-links') &&
    (hasText(el) || interactive(el) !== null || isSubmit(el) || (hasTag(el, ['IMG']) && (el.getAttribute('alt') ?? '').trim() !== '') || hasTag(el, ['SELECT']));

  const esconder = (): void => dica.remove();
  const mostrar = (el: Element): void => {
    dica.textContent = el.tagName === 'A' ? 'Acessar link' : 'Interagir';
    dica.onclick = (event) => {
      event.stopPropagation();
      where().removeEventListener('click', clique as EventListener, true);
      (el as HTMLElement).click();
      where().addEventListener('click', clique as EventListener, true);
      esconder();
    };
    document.body.append(dica);
  };
  const traduzir = (text: string): void => void lidos.push(text);
  const sobre = (event: Event): void => {
    if (isValid(event.target as Element)) (event.target as Element).classList.add(realce);
  };
  const fora = (event: Event): void => (event.target as Element).classList.remove(realce);
  function clique(event: MouseEvent): void {
    esconder();
    const el = event.target as HTMLElement;
    if (!isValid(el)) return;
    event.preventDefault();
    event.stopPropagation();
    const text = hasTag(el, ['IMG']) ? (el as HTMLImageElement).alt : isSubmit(el) || hasTag(el, ['SELECT']) ? (el as HTMLInputElement).value : el.innerText.replace(/\s+/g, ' ');
    if (text.trim()) traduzir(text);
    const link = el.tagName === 'A' ? el : interactive(el);
    if (link) mostrar(link);
    if (hasTag(el, ['LABEL'])) {
      const input = el.parentElement?.querySelector('input');
      if (input && ['radio', 'checkbox'].includes(input.type)) input.checked = !input.checked;
    } else if (hasTag(el, ['BUTTON']) || isSubmit(el)) mostrar(el);
  }

  const desligar = (): void => {
    esconder();
    where().removeEventListener('mouseover', sobre);
    where().removeEventListener('mouseout', fora);
    where().removeEventListener('click', clique as EventListener, true);
    removeEventListener('vp-widget-close', desligar);
    removeEventListener('vp-disable-text-capture', desligar);
  };
  const ligar = (): void => {
    root = [document.body, ...document.body.children];
    where().addEventListener('mouseover', sobre);
    where().addEventListener('mouseout', fora);
    where().addEventListener('click', clique as EventListener, true);
    if (versao === 7) return;
    addEventListener('vp-widget-close', desligar);
    addEventListener('vp-disable-text-capture', desligar);
    addEventListener('vp-enable-text-capture', ligar);
  };
  page.dublado = {
    lidos,
    abrir() {
      ligar();
      page.plugin ??= {};
      page.plugin.translate = versao === 6 ? traduzir : (text: string) => Promise.resolve(traduzir(text));
      if (versao === 7) page.vlibras = page.plugin.player = { isOpen: true, stop: () => undefined };
    },
    fechar() {
      if (versao === 6) dispatchEvent(new CustomEvent('vp-widget-close'));
      else {
        desligar();
        page.vlibras = page.plugin!.player = { isOpen: false };
      }
    },
  };
}
