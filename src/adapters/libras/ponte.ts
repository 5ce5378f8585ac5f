/**
 * The bridge to VLibras. VLibras listens on the document and sees only the host of a shadow root: it would translate nothing inside, and
 * where the host stands in a link of the page it would take our clicks. While it is on, this module does in our shadow roots what it
 * does in the page: highlights the text under the pointer, translates it on a click, and offers links and buttons as a second step.
 *
 * Listens on the window, in the capture phase: before the document. Loaded by `escuta.ts` when VLibras is turned on.
 */
import { Painel } from './painel.ts';
import { hospedeiro, pedacoEm, type Campo, type Pedaco } from './texto.ts';

interface VLibras {
  plugin?: { translate?: (text: string) => unknown; player?: { isOpen?: unknown } };
  /** Since version 7: what it tells of itself. */
  vlibras?: { isOpen?: unknown; stop?: () => unknown };
}

const janela = globalThis as unknown as VLibras & { [ponte]?: true };
const ponte = Symbol.for('atrio.libras');

/** Whether VLibras would take a click on the host for itself: a bare text in it, or a link, button or click handler around it. */
export function tomaria(host: Element): boolean {
  if ([...host.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim())) return true;
  for (let at: Element | null = host; at && at !== document.body && at.parentElement !== document.body; at = at.parentElement) {
    if (at.matches('a,button') || (at as HTMLElement).onclick) return true;
  }
  return false;
}

/** Whether VLibras takes the texts of the page now: it marks the one under the pointer. */
function captura(): boolean {
  const texto = document.createElement('span');
  texto.hidden = true;
  texto.textContent = '.';
  document.body.append(texto);
  texto.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  texto.remove();
  return texto.className !== '';
}

/** What never waits for a second step: the quick exit. */
const NA_HORA = '[part~=saida]';

const focoProfundo = (): Element | null => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

class Ponte {
  readonly #painel = new Painel();
  /** Since `vp-disable-text-capture` or `vp-widget-close`. */
  #parada = false;
  /** The person pressed something of the page since then: version 6 is opened again without a word. */
  #talvez = false;
  /** Where the pointer and the focus were last. */
  #sob: EventTarget | undefined;
  #focado: Element | null = null;
  /** The second step on offer. */
  #oferta: HTMLElement | null = null;
  /** The field that a label is about to press by itself. */
  #doRotulo: Campo | null = null;
  /** Our own press of the second step. */
  #agindo = false;

  get #ligada(): boolean {
    if (this.#parada && this.#talvez) {
      this.#talvez = false;
      this.#parada = !captura();
    }
    const { plugin, vlibras } = janela;
    return !this.#parada && typeof plugin?.translate === 'function' && plugin.player?.isOpen !== false && vlibras?.isOpen !== false;
  }

  ligar(): void {
    const parar = (): void => {
      this.#parada = true;
      this.#talvez = false;
      this.#largar();
    };
    addEventListener('vp-widget-close', parar);
    addEventListener('vp-disable-text-capture', parar);
    addEventListener('vp-enable-text-capture', () => (this.#parada = false));
    // Not mouseover nor focusin: from one element of a shadow root to another, those are told to nobody outside. `change` neither.
    addEventListener('mousemove', (event) => this.#mover(event), true);
    addEventListener('pointerdown', () => (this.#doRotulo = null), true);
    addEventListener('keydown', (event) => this.#tecla(event), true);
    addEventListener('keyup', (event) => this.#foco(event), true);
    addEventListener('input', (event) => this.#escolha(event), true);
    addEventListener('click', (event) => this.#clique(event), true);
    for (const type of ['scroll', 'resize']) addEventListener(type, () => this.#painel.acompanhar(), true);
  }

  #largar(): void {
    this.#oferta = null;
    this.#painel.limpar();
  }

  /** The piece of text at the inner end of a path; null outside of our shadow roots, and while VLibras is off. */
  #pedaco(path: readonly EventTarget[]): Pedaco | null {
    return this.#ligada && hospedeiro(path) ? pedacoEm(path[0] as Element) : null;
  }

  #mover(event: Event): void {
    const path = event.composedPath();
    if (path[0] === this.#sob) return;
    this.#sob = path[0];
    if (this.#painel.contem(event)) return;
    const pedaco = this.#pedaco(path);
    if (pedaco) this.#painel.destacar(pedaco.bloco);
    else this.#painel.apagar();
  }

  #tecla(event: KeyboardEvent): void {
    this.#doRotulo = null;
    this.#focado = focoProfundo();
    if (event.key === 'Escape') this.#largar();
  }

  /** By keyboard nothing is pointed at: what the key brought the focus to is highlighted, and a field says its label. */
  #foco(event: KeyboardEvent): void {
    const focado = focoProfundo();
    if (!focado || focado === this.#focado || this.#painel.contem(event)) return;
    this.#focado = focado;
    this.#largar();
    const pedaco = this.#pedaco([focado]);
    if (!pedaco) return;
    this.#painel.destacar(pedaco.bloco);
    if (pedaco.campo) this.#traduzir(pedaco.texto);
  }

  /** The options of a list cannot be pointed at: the one that was chosen is translated. */
  #escolha(event: Event): void {
    const path = event.composedPath();
    const [select] = path;
    if (!(select instanceof HTMLSelectElement) || !this.#pedaco(path)) return;
    this.#traduzir([...select.selectedOptions].map(({ text }) => text).join(' '));
  }

  #clique(event: MouseEvent): void {
    if (this.#painel.contem(event)) {
      // The page's VLibras must not take it for a text either.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.#painel.ofereceu(event) && this.#oferta) this.#agir(this.#oferta);
      return;
    }
    // What code presses is not a person asking for a sign.
    if (this.#agindo || !event.isTrusted) return;
    const oferta = this.#oferta;
    const path = event.composedPath();
    const pedaco = this.#pedaco(path);
    this.#largar();
    if (!hospedeiro(path)) {
      this.#talvez = true;
      return;
    }
    if (!this.#ligada) return;
    const tomado = tomaria(event.target as Element);
    if (!pedaco) {
      if (tomado) event.stopPropagation();
      return;
    }
    const { bloco, texto, acao, campo } = pedaco;
    if (!acao) {
      // A label presses its field by itself, with a click of its own; a key that moves through choices has said the label already.
      if (event.detail > 0 && (!campo || campo !== this.#doRotulo)) this.#traduzir(texto);
      this.#doRotulo = campo === path[0] ? null : campo;
      this.#painel.destacar(bloco);
      if (tomado) event.stopPropagation();
      return;
    }
    const porTecla = event.detail === 0;
    // Enter in a text field presses the button that sends the form: that is a field at work. And a safe way out never waits.
    if ((porTecla && !acao.matches(':focus')) || acao.closest(NA_HORA)) {
      if (tomado) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    // VLibras's button is for the pointer; by keyboard, the second press is the second step.
    if (porTecla && oferta === acao) {
      this.#agir(acao);
      return;
    }
    this.#traduzir(texto);
    this.#oferta = acao;
    this.#painel.destacar(bloco);
    this.#painel.oferecer(acao, porTecla ? null : event.clientX);
  }

  /** The second step: the press itself, which stays inside our shadow root where VLibras would catch it. */
  #agir(acao: HTMLElement): void {
    this.#largar();
    if (!acao.isConnected) return;
    let host: Element = acao;
    for (let root = host.getRootNode(); root instanceof ShadowRoot; root = host.getRootNode()) host = root.host;
    this.#agindo = true;
    try {
      acao.focus();
      acao.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: !tomaria(host), view: window }));
    } finally {
      this.#agindo = false;
    }
  }

  #traduzir(texto: string): void {
    try {
      janela.vlibras?.stop?.();
      // Version 7 answers with a promise; what goes wrong in VLibras is not ours to tell.
      Promise.resolve(janela.plugin?.translate?.(texto)).catch(() => undefined);
    } catch {
      // As above.
    }
  }
}

// Two versions of the kit on one page: one bridge.
if (!janela[ponte]) {
  janela[ponte] = true;
  new Ponte().ligar();
}
