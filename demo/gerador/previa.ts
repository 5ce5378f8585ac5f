/** The elements themselves, live: what a citizen would see with what is filled in so far. */
import { fill, h } from '../equipe/dom.ts';
import { objeto, type Arquivo } from './arquivo.ts';
import { atributos, ELEMENTOS, propriedades, reserva, type Elemento, type Opcoes } from './codigo.ts';
import type { Estado } from './gerador.machine.ts';
import { lerFonte, type Lida } from './pagina.ts';

/** An element of the kit, as a page may set it. */
type Vivo = HTMLElement & { courtFile?: unknown; backend?: unknown; nivel?: number };

/** Elements that send to the backend or show what it has: here, the demo's. */
const COM_BACKEND: readonly Elemento[] = ['ouvidoria-form', 'sic-request', 'protocolo-tracker', 'ouvidoria-stats'];

export const NOMES: Readonly<Record<Elemento, string>> = {
  'balcao-virtual': 'Balcão Virtual da unidade',
  'balcao-directory': 'Lista de todas as unidades',
  'ouvidoria-form': 'Formulário da Ouvidoria',
  'sic-request': 'Pedido de acesso à informação (SIC)',
  'protocolo-tracker': 'Acompanhar um protocolo',
  'ouvidoria-stats': 'Números da Ouvidoria',
  'cidadania-links': 'Atalhos para a página inicial',
};

/** The file as the preview has it: nothing is sent to a court's backend from here. */
function semBackend(arquivo: Arquivo): Arquivo {
  const { backend: _, ...resto } = arquivo;
  return resto;
}

function criar(tag: Elemento, arquivo: Arquivo, unidade: number, opcoes: Opcoes): Vivo {
  const element = document.createElement(tag) as Vivo;
  if (tag === 'ouvidoria-form' || tag === 'sic-request') element.setAttribute('historico', 'nao');
  if (tag === 'balcao-virtual' || tag === 'balcao-directory') element.nivel = 4;
  const lida = reserva(tag, arquivo, unidade, opcoes).map((linha) => lerFonte(linha).texto);
  fill(element, lida.map((texto) => h('p', {}, texto)));
  return element;
}

export class Previa {
  readonly #lugar: HTMLElement;
  readonly #backend: string | undefined;
  readonly #vivos = new Map<Elemento, { caixa: HTMLElement; element: Vivo; texto: string }>();

  /**
   * @param lugar where the elements go
   * @param backend the demo's, for what has to send or to ask
   */
  constructor(lugar: HTMLElement, backend: string | undefined, aviso: (texto: string) => void) {
    this.#lugar = lugar;
    this.#backend = backend;
    lugar.addEventListener('atrio-balcao-chamada', (event) => {
      event.preventDefault();
      aviso('Aqui a chamada não é feita: esta é só uma prévia.');
    });
  }

  /** Gives the elements what is filled in. They stay where they are, with what was typed in them. */
  mostrar({ arquivo, unidade, opcoes }: Estado): void {
    const texto = JSON.stringify(semBackend(arquivo));
    for (const [tag, { caixa }] of this.#vivos) {
      if (opcoes.elementos.includes(tag)) continue;
      caixa.remove();
      this.#vivos.delete(tag);
    }
    opcoes.elementos.forEach((tag, place) => {
      let vivo = this.#vivos.get(tag);
      if (!vivo) {
        const element = criar(tag, arquivo, unidade, opcoes);
        vivo = { element, texto: '', caixa: h('div', { class: 'g-vivo' }, h('h3', {}, NOMES[tag]), element) };
        this.#vivos.set(tag, vivo);
      }
      const { element, caixa } = vivo;
      const novos = new Map(atributos(tag, arquivo, unidade, opcoes));
      for (const nome of ['unidade', 'theme', 'acompanhar', 'balcao', 'ouvidoria', 'sic']) {
        const valor = novos.get(nome);
        if (valor === undefined) element.removeAttribute(nome);
        else if (element.getAttribute(nome) !== valor) element.setAttribute(nome, valor);
      }
      const usaBackend = COM_BACKEND.includes(tag) || (tag === 'balcao-virtual' && objeto(arquivo['backend'])['tipo'] === 'atrio');
      element.backend = usaBackend ? this.#backend : undefined;
      // The same file again would begin an element anew.
      if (vivo.texto !== texto) {
        vivo.texto = texto;
        element.courtFile = JSON.parse(texto);
      }
      if (this.#lugar.children[place] !== caixa) this.#lugar.insertBefore(caixa, this.#lugar.children[place] ?? null);
    });
    const props = new Map(opcoes.tema === 'dark' || opcoes.tema === 'contrast' || (opcoes.tema === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches) ? propriedades({ ...opcoes, cor: '' }) : propriedades(opcoes));
    for (const nome of ['--atrio-color-primary', '--atrio-color-primary-strong', '--atrio-color-on-primary', '--atrio-color-tint', '--atrio-radius', '--atrio-font-family']) {
      const valor = props.get(nome);
      if (valor) this.#lugar.style.setProperty(nome, valor);
      else this.#lugar.style.removeProperty(nome);
    }
  }
}

/** Text as it is read, across slots and shadow roots, with the links on the way. */
function lerVivo(root: Node): Pick<Lida, 'texto' | 'links'> {
  const links: Lida['links'] = [];
  const visit = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLElement && /^(script|style|template)$/.test(node.localName)) return '';
    const children = node instanceof HTMLSlotElement && node.assignedNodes().length ? node.assignedNodes() : node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [...node.childNodes];
    const texto = children.map(visit).join(' ');
    if (node instanceof HTMLAnchorElement && node.href) links.push({ texto: texto.replace(/\s+/g, ' ').trim(), href: node.href });
    return texto;
  };
  return { texto: visit(root).replace(/\s+/g, ' ').trim(), links };
}

const daqui = (tag: string): tag is Elemento => (ELEMENTOS as readonly string[]).includes(tag);

/** How long elements are looked at, and how long they say nothing new before they are read. Milliseconds. */
const PRAZO_MS = 12_000;
const QUIETO_MS = 600;

/**
 * What the kit's elements of a page show with the court file that is filled in: they come up out of sight, are read, and go. Parts of an element come
 * late on a slow network, so they are read again when they say more.
 * @param lido hears what they show; again when that changes, until the time is over
 */
export async function lerElementos(elementos: Lida['elementos'], arquivo: Arquivo, backend: string | undefined, lido: (mostra: Pick<Lida, 'texto' | 'links'>) => void): Promise<void> {
  const oficina = h('div', { 'class': 'g-oficina', 'aria-hidden': 'true', 'inert': true });
  document.body.append(oficina);
  for (const { tag, atributos: dados } of elementos) {
    if (!daqui(tag)) continue;
    const element = document.createElement(tag) as Vivo;
    for (const nome of ['unidade', 'nome', 'hours', 'timezone', 'telefone', 'email', 'endereco', 'acompanhar', 'balcao', 'ouvidoria', 'sic', 'transparencia']) if (dados[nome]) element.setAttribute(nome, dados[nome]);
    if (tag.endsWith('-form') || tag.endsWith('-request')) element.setAttribute('historico', 'nao');
    element.courtFile = semBackend(arquivo);
    if (COM_BACKEND.includes(tag)) element.backend = backend;
    oficina.append(element);
  }
  const inicio = performance.now();
  let desde = inicio;
  let antes = '';
  let dito: string | undefined;
  while (oficina.children.length > 0 && performance.now() - inicio < PRAZO_MS) {
    await new Promise((done) => requestAnimationFrame(done));
    // Some of what is folded is made when it is opened.
    for (const child of oficina.children) for (const details of child.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    const mostra = lerVivo(oficina);
    if (mostra.texto !== antes) desde = performance.now();
    antes = mostra.texto;
    if (!mostra.texto || mostra.texto === dito || performance.now() - desde < QUIETO_MS) continue;
    dito = mostra.texto;
    lido(mostra);
  }
  if (dito === undefined) lido(lerVivo(oficina));
  oficina.remove();
}
