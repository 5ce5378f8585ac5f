import { html, render } from 'lit';
import type { Situacoes } from '../../domain/directory/open-now.ts';
import type { Indice } from '../../domain/directory/unpack.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import { heading } from '../_base/heading.ts';
import type { Bloco } from './blocos.ts';
import { altura, ALTURA_TITULO, estado, onde, type Estado, type Palavras } from './linha.ts';

/** What the rows are written with. */
export interface Contexto {
  t: Palavras;
  indice: Indice;
  /** Level of the headings of sections. */
  nivel: number;
  /** Words of a kind of unit. */
  tipo(row: number): string;
  aberta(row: number): boolean;
  /** What is known of the hours now; null until it can be told. */
  situacoes: Situacoes | null;
  rules: ZoneRules | null;
  /** What the words come from: when one of these is another, every row is written again. */
  fontes: readonly unknown[];
}

/** A block on the page. */
interface Lugar {
  readonly bloco: Bloco;
  readonly node: HTMLElement;
  /** Its rows, once they are written. */
  estados: [row: number, place: Element][] | null;
  /** What they say of the hours is of then. */
  situacoes: Situacoes | null;
}

/** One slice of what is done while the browser has nothing else to do. Safari has no idle time to tell of. */
const ocioso: (slice: (left: () => number) => void) => void =
  'requestIdleCallback' in globalThis
    ? (slice) => void requestIdleCallback((idle) => slice(() => idle.timeRemaining()))
    : (slice) =>
        void setTimeout(() => {
          const end = performance.now() + 10;
          slice(() => end - performance.now());
        }, 20);

/** A person who writes in the search wants the next list, not the rest of this one: how long it waits, in milliseconds. */
const PAUSA_MS = 1000;

/** With less time than this no other block is begun, in milliseconds. */
const BASTA_MS = 5;

let molde: Element | undefined;

/** An empty row, to be copied: thousands of templates would take several times as long. */
function linha(): HTMLElement {
  if (!molde) {
    const made = document.createDocumentFragment();
    render(
      html`<li part="unidade"><details><summary><span class="nome"></span><span class="discreto"></span><span class="estado"><strong></strong> </span></summary></details></li>`,
      made,
    );
    molde = made.firstElementChild!;
  }
  return molde.cloneNode(true) as HTMLElement;
}

/**
 * The rows of the list. Those that are seen first are written at once; the others one block after the other, when the browser is idle or when they come
 * near, so that the search of the browser and a screen reader reach every unit. Blocks out of sight are in the page and are not laid out
 * (`content-visibility`).
 */
export class Linhas {
  #lugares: readonly Lugar[] = [];
  #chave: readonly unknown[] = [];
  #contexto!: Contexto;
  #textos = new WeakMap<object, Estado>();
  readonly #perto = new Set<Element>();
  #observer: IntersectionObserver | undefined;
  /** Counts the lists; a slice of an older one does nothing. */
  #vez = 0;
  /** Width of the list in em, once it was seen. */
  #largura = 0;
  #aMais = false;
  /** How long the rest of the list waits. The first list does not. */
  #pausa: number | null = null;
  readonly #told: () => void;

  /** @param told after rows were written that no update asked for */
  constructor(told: () => void) {
    this.#told = told;
  }

  /** Shows these blocks; when what they are made of is what it was, only what they say of the hours is made new. */
  mostrar(lista: Element, blocos: readonly Bloco[], contexto: Contexto): void {
    const chave = [lista, blocos, contexto.nivel, ...contexto.fontes];
    this.#contexto = contexto;
    if (!chave.every((part, at) => part === this.#chave[at])) {
      this.parar();
      this.#chave = chave;
      this.#pausa = this.#pausa === null ? 0 : PAUSA_MS;
      this.#textos = new WeakMap();
      this.#lugares = blocos.map((bloco) => {
        const node = document.createElement('div');
        node.className = 'bloco';
        // Its height, until its words are known.
        node.style.setProperty('--_h', `${bloco.linhas * 6}em`);
        return { bloco, node, estados: null, situacoes: null };
      });
      // What can be seen at once is written at once.
      if (this.#lugares[0]) this.#escrever(this.#lugares[0]);
      lista.replaceChildren(...this.#lugares.map(({ node }) => node));
      this.#observer = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: '800px 0px' });
      for (const { node } of this.#lugares) this.#observer.observe(node);
    } else for (const lugar of this.#lugares) if (this.#perto.has(lugar.node)) this.#emDia(lugar);
    this.#seguir();
  }

  /** Writes every row now. */
  tudo(): void {
    for (const lugar of this.#lugares) this.#emDia(lugar);
  }

  /** The element leaves the page, or has no list. */
  parar(): void {
    this.#vez++;
    this.#aMais = false;
    this.#observer?.disconnect();
    this.#perto.clear();
    this.#chave = [];
    this.#lugares = [];
    this.#largura = 0;
  }

  #atrasado({ estados, situacoes }: Lugar): boolean {
    return !estados || situacoes !== this.#contexto.situacoes;
  }

  #emDia(lugar: Lugar): void {
    if (!lugar.estados) this.#escrever(lugar);
    else if (this.#atrasado(lugar)) this.#dizer(lugar);
  }

  #escrever(lugar: Lugar): void {
    const { indice, nivel, tipo, aberta } = this.#contexto;
    const { bloco, node } = lugar;
    const estados: Lugar['estados'] = [];
    for (const { titulo, comarca, rows } of bloco.secoes) {
      if (titulo !== null) {
        const made = document.createDocumentFragment();
        render(heading(nivel, titulo), made);
        node.append(made);
      }
      const list = document.createElement('ul');
      list.setAttribute('role', 'list');
      for (const row of rows) {
        const item = linha();
        const details = item.firstElementChild as HTMLDetailsElement;
        const [nome, lugarETipo, place] = details.firstElementChild!.children;
        details.dataset['row'] = String(row);
        if (aberta(row)) details.open = true;
        nome!.textContent = indice.nome(row);
        lugarETipo!.textContent = onde(indice, row, comarca, tipo(row));
        estados.push([row, place!]);
        list.append(item);
      }
      node.append(list);
    }
    lugar.estados = estados;
    this.#dizer(lugar);
    if (!this.#largura) return;
    let alto = bloco.secoes.filter(({ titulo }) => titulo !== null).length * ALTURA_TITULO;
    for (const [, place] of estados) alto += altura(...([...place.parentElement!.children].map(({ textContent }) => textContent) as [string, string, string]), this.#largura);
    node.style.setProperty('--_h', `${alto.toFixed(1)}em`);
  }

  /** Writes what the rows of a block say of the hours now, where it is another than what they say. */
  #dizer(lugar: Lugar): void {
    const { situacoes, rules, indice, t } = this.#contexto;
    lugar.situacoes = situacoes;
    if (!situacoes || !rules) return;
    for (const [row, place] of lugar.estados!) {
      const status = situacoes.de(row);
      let dito = status && this.#textos.get(status);
      if (!dito) {
        dito = estado(status, indice.texto('zonas', row), situacoes.agora, rules, t);
        // Units of the same hours and zone share one.
        if (status) this.#textos.set(status, dito);
      }
      const { aberta, agora, depois } = dito;
      place.className = aberta ? 'estado bom' : 'estado';
      place.firstChild!.textContent = agora;
      place.lastChild!.nodeValue = ` ${depois}`;
    }
  }

  /** Goes on with the next block while there is time, then in the next slice. */
  #seguir(): void {
    if (this.#aMais || !this.#lugares.some((lugar) => this.#atrasado(lugar))) return;
    this.#aMais = true;
    const vez = this.#vez;
    const slice = (left: () => number): void => {
      if (vez !== this.#vez) return;
      this.#aMais = false;
      this.#pausa = 0;
      for (const lugar of this.#lugares) {
        if (!this.#atrasado(lugar)) continue;
        this.#emDia(lugar);
        if (left() < BASTA_MS) break;
      }
      this.#told();
      this.#seguir();
    };
    if (this.#pausa) setTimeout(() => vez === this.#vez && ocioso(slice), this.#pausa);
    else ocioso(slice);
  }

  #onNear(entries: readonly IntersectionObserverEntry[]): void {
    const [{ target: one, boundingClientRect: place }] = entries as [IntersectionObserverEntry];
    this.#largura ||= place.width / parseFloat(getComputedStyle(one).fontSize);
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#perto.add(target);
      else this.#perto.delete(target);
    }
    for (const lugar of this.#lugares) if (this.#perto.has(lugar.node)) this.#emDia(lugar);
    this.#told();
  }
}
