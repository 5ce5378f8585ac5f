/** The fields of the page: what is asked, in which words, and where it goes in the court file. */
import { fill, h, type Child } from '../equipe/dom.ts';
import type { NomeCampo } from './arquivo.ts';

/** One control with its label, hint and error. */
export interface Campo {
  nome: NomeCampo;
  rotulo: string;
  lugar: HTMLElement;
  controle: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  /** Shows a text in the control. */
  preencher(texto: string): void;
  /** Says what is wrong; empty for nothing. */
  errar(texto: string): void;
}

interface Mais {
  dica?: Child;
  tipo?: 'text' | 'tel' | 'email' | 'url';
  /** Lines of a text area. */
  linhas?: number;
  opcoes?: readonly (readonly [valor: string, nome: string])[];
  curto?: boolean;
  autocomplete?: string;
}

/** Words of a field are read before its control, by who sees it and by who hears it. */
export function novoCampo(nome: NomeCampo, rotulo: string, mais: Mais, escrito: (nome: NomeCampo, texto: string) => void, deixado: (nome: NomeCampo) => void): Campo {
  const id = `c-${nome.replace(/[^a-z0-9]/gi, '-')}`;
  const { dica, tipo = 'text', linhas, opcoes } = mais;
  const erro = h('p', { id: `${id}-erro`, class: 'g-erro', hidden: true });
  const common = { id, 'aria-describedby': [dica ? `${id}-dica` : '', `${id}-erro`].filter(Boolean).join(' ') };
  const controle = opcoes
    ? h('select', common, opcoes.map(([value, name]) => h('option', { value }, name)))
    : linhas
      ? h('textarea', { ...common, rows: linhas, spellcheck: 'false' })
      : h('input', { ...common, type: tipo === 'url' ? 'text' : tipo, inputmode: tipo === 'url' ? 'url' : null, spellcheck: tipo === 'text' ? null : 'false', autocomplete: mais.autocomplete ?? 'off' });
  controle.addEventListener('input', () => escrito(nome, controle.value));
  controle.addEventListener('blur', () => deixado(nome));
  const lugar = h('div', { class: mais.curto ? 'g-campo g-curto' : 'g-campo' }, h('label', { for: id }, rotulo), dica ? h('p', { id: `${id}-dica`, class: 'g-dica' }, dica) : null, erro, controle);
  return {
    nome,
    rotulo,
    lugar,
    controle,
    preencher(texto) {
      // A value of the file that the list has not is shown as it is.
      if (controle instanceof HTMLSelectElement && texto && ![...controle.options].some(({ value }) => value === texto)) controle.append(h('option', { value: texto }, texto));
      controle.value = texto;
    },
    errar(texto) {
      erro.hidden = !texto;
      fill(erro, texto ? [h('span', { class: 'so-leitor' }, 'Erro: '), texto] : null);
      lugar.classList.toggle('g-com-erro', Boolean(texto));
      if (texto) controle.setAttribute('aria-invalid', 'true');
      else controle.removeAttribute('aria-invalid');
    },
  };
}

/** A group of choices of which one holds. */
export function escolha(legenda: string, opcoes: readonly (readonly [valor: string, nome: string, dica?: string])[], escolhido: (valor: string) => void, dica?: Child): { lugar: HTMLFieldSetElement; marcar(valor: string): void; mostrar(valor: string, visivel: boolean): void } {
  const name = `e-${legenda.replace(/[^a-z]/gi, '')}`;
  const inputs = new Map<string, HTMLInputElement>();
  const lugar = h(
    'fieldset',
    { class: 'g-escolha' },
    h('legend', {}, legenda),
    dica ? h('p', { class: 'g-dica' }, dica) : null,
    opcoes.map(([valor, nome, explica]) => {
      const input = h('input', { type: 'radio', name, value: valor, onchange: () => escolhido(valor) });
      inputs.set(valor, input);
      return h('label', { class: 'g-opcao' }, input, h('span', {}, nome, explica ? h('span', { class: 'g-explica' }, explica) : null));
    }),
  );
  return {
    lugar,
    marcar(valor) {
      for (const [value, input] of inputs) input.checked = value === valor;
    },
    mostrar(valor, visivel) {
      const label = inputs.get(valor)?.parentElement;
      if (label) label.hidden = !visivel;
    },
  };
}

/** A box to tick. */
export function caixa(nome: Child, mudou: (marcada: boolean) => void, explica?: string): { lugar: HTMLLabelElement; input: HTMLInputElement } {
  const input = h('input', { type: 'checkbox' });
  input.addEventListener('change', () => mudou(input.checked));
  return { input, lugar: h('label', { class: 'g-opcao' }, input, h('span', {}, nome, explica ? h('span', { class: 'g-explica' }, explica) : null)) };
}

/** A part of the page, under its heading. */
export const secao = (id: string, titulo: string, ...dentro: Child[]): HTMLElement => h('section', { id, class: 'g-secao', 'aria-labelledby': `${id}-t` }, h('h2', { id: `${id}-t`, tabindex: '-1' }, titulo), dentro);

/** From how many characters on a text is scrolled in a box of its own. */
const LONGO = 8_000;

/** Text that is taken away: copied, or saved as a file. */
export interface Codigo {
  lugar: HTMLElement;
  mostrar(texto: string): void;
}

/** Copies, by the clipboard or, where it is refused, by what is selected. */
async function copiar(texto: string, pre: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texto);
    return true;
  } catch {
    getSelection()?.selectAllChildren(pre);
    return document.execCommand('copy');
  }
}

/**
 * @param arquivo name and type of the file that it can be saved as
 */
export function novoCodigo(titulo: string, dica: Child, arquivo?: { nome: () => string; tipo: string; salvar: (blob: Blob, nome: string) => void }): Codigo {
  let atual = '';
  const code = h('code');
  const pre = h('pre', { tabindex: '0', role: 'region', 'aria-label': titulo }, code);
  const feito = h('span', { class: 'g-feito', role: 'status' });
  const botao = h('button', { 'type': 'button', 'class': 'g-botao', 'aria-label': `Copiar: ${titulo}` }, 'Copiar');
  botao.addEventListener('click', () => void copiar(atual, pre).then((deu) => (feito.textContent = deu ? 'Copiado.' : 'O navegador não deixou copiar: o texto está selecionado, use Ctrl+C.')));
  const baixar = arquivo
    ? h('button', { 'type': 'button', 'class': 'g-botao g-leve', 'aria-label': `Baixar: ${titulo}`, 'onclick': () => { arquivo.salvar(new Blob([atual], { type: arquivo.tipo }), arquivo.nome()); feito.textContent = 'Baixado.'; } }, 'Baixar')
    : null;
  const lugar = h('div', { class: 'g-codigo' }, h('h3', {}, titulo), h('p', { class: 'g-dica' }, dica), pre, h('p', { class: 'g-acoes' }, botao, baixar, feito));
  return {
    lugar,
    mostrar(texto) {
      if (texto === atual) return;
      atual = texto;
      code.textContent = texto;
      pre.classList.toggle('g-longo', texto.length > LONGO);
      feito.textContent = '';
    },
  };
}
