/**
 * What the bridge to VLibras draws: a box around the text under the pointer, and the button of the second step. Both live in a shadow root
 * of their own, above everything: no element of the kit changes by a class or a style, and VLibras finds no text to translate in them.
 *
 * Styles are set one by one through the CSSOM: no style attribute and no style element, so a strict CSP has nothing to allow.
 */

const css = (element: HTMLElement, styles: Record<string, string>): void => {
  // The host stands in the page, whose own sheet may say anything about every element.
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
};

const AZUL = '#0c326f';

const SOBRE_TUDO = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'pointer-events': 'none',
  'z-index': '2147483646',
};

const MOLDURA = {
  position: 'fixed',
  'box-sizing': 'border-box',
  border: `3px solid ${AZUL}`,
  'border-radius': '6px',
  background: 'rgb(255 205 7 / 25%)',
  // Seen on a dark ground too.
  'box-shadow': '0 0 0 2px #fff',
  'pointer-events': 'none',
};

const BOTAO = {
  position: 'fixed',
  'max-width': '280px',
  'min-height': '44px',
  margin: '0',
  padding: '8px 16px',
  border: '2px solid #fff',
  'border-radius': '8px',
  background: AZUL,
  color: '#fff',
  font: 'bold 16px/1.3 system-ui, sans-serif',
  'text-align': 'start',
  'box-shadow': '0 4px 16px rgb(0 0 0 / 40%)',
  cursor: 'pointer',
  'pointer-events': 'auto',
};

/** Room around the text, in CSS pixels. */
const FOLGA = 4;

export class Painel {
  readonly #host = document.createElement('div');
  readonly #moldura = document.createElement('div');
  readonly #botao = document.createElement('button');
  #bloco: Element | null = null;
  #acao: HTMLElement | null = null;
  /** Where the pointer pressed; null for a press by keyboard. */
  #x: number | null = null;

  constructor() {
    const aviso = document.createElement('div');
    aviso.setAttribute('role', 'status');
    this.#botao.type = 'button';
    this.#host.dataset['atrioLibras'] = '';
    aviso.append(this.#botao);
    this.#host.attachShadow({ mode: 'open' }).append(this.#moldura, aviso);
    css(this.#moldura, MOLDURA);
    css(this.#botao, BOTAO);
    this.#desenhar();
    // The focus stays on what the person pressed.
    this.#botao.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Whether an event is of what is drawn here. */
  contem(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** Whether an event is of the second step. */
  ofereceu(event: Event): boolean {
    return event.composedPath().includes(this.#botao);
  }

  destacar(bloco: Element): void {
    this.#bloco = bloco;
    this.#desenhar();
  }

  /** The pointer left; a second step on offer stays. */
  apagar(): void {
    this.#bloco = this.#acao;
    this.#desenhar();
  }

  /** @param x where the pointer pressed, in CSS pixels of the viewport; null by keyboard */
  oferecer(acao: HTMLElement, x: number | null): void {
    this.#acao = acao;
    this.#x = x;
    const link = acao.matches('a');
    this.#botao.textContent = x === null ? `Aperte de novo para ${link ? 'acessar o link' : 'interagir'}` : link ? 'Acessar link' : 'Interagir';
    this.#desenhar();
  }

  limpar(): void {
    this.#acao = null;
    this.#bloco = null;
    this.#desenhar();
  }

  /** The page moved below. */
  acompanhar(): void {
    if (this.#bloco || this.#acao) this.#desenhar();
  }

  #desenhar(): void {
    if (!this.#acao?.isConnected) this.#acao = null;
    if (!this.#bloco?.isConnected) this.#bloco = null;
    const bloco = this.#bloco;
    const acao = this.#acao;
    this.#subir(acao ?? bloco);
    css(this.#moldura, { display: bloco ? 'block' : 'none' });
    css(this.#botao, { display: acao ? 'block' : 'none' });
    if (!acao) this.#botao.textContent = '';
    if (bloco) {
      const { left, top, width, height } = bloco.getBoundingClientRect();
      css(this.#moldura, { left: `${left - FOLGA}px`, top: `${top - FOLGA}px`, width: `${width + 2 * FOLGA}px`, height: `${height + 2 * FOLGA}px` });
    }
    if (acao) {
      const alvo = acao.getBoundingClientRect();
      const { width, height } = this.#botao.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      const abaixo = alvo.bottom + 2 * FOLGA;
      const left = Math.max(FOLGA, Math.min(this.#x === null ? alvo.left : this.#x - 24, clientWidth - width - FOLGA));
      const top = Math.max(FOLGA, abaixo + height + FOLGA <= clientHeight ? abaixo : alvo.top - height - 2 * FOLGA);
      css(this.#botao, { left: `${left}px`, top: `${top}px` });
    }
  }

  /** Above everything: in the dialog that the text is in, for outside of it nothing can be pressed; and in the top layer, where there is one. */
  #subir(alvo: Element | null): void {
    if (!alvo) return;
    let lugar: Element = document.body;
    for (let at: Node | null = alvo; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      if (at instanceof HTMLDialogElement && at.open) {
        lugar = at;
        break;
      }
    }
    if (this.#host.isConnected && this.#host.parentNode === lugar) return;
    lugar.append(this.#host);
    css(this.#host, { ...SOBRE_TUDO, display: 'block' });
    if ('popover' in this.#host) {
      this.#host.popover = 'manual';
      this.#host.showPopover();
    }
  }
}
