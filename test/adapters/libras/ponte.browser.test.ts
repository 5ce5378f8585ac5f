/** The bridge to VLibras, beside a stand-in that listens as VLibras does. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { escutarVLibras } from '../../../src/adapters/libras/escuta.ts';
import { vlibras, type VLibrasDublado } from '../../support/vlibras.ts';

const page = globalThis as unknown as { dublado: VLibrasDublado; [ligada: symbol]: unknown };
const LIGADA = Symbol.for('atrio.libras');

let host: HTMLElement;
let root: ShadowRoot;
const pressed: string[] = [];

const $ = <T extends HTMLElement = HTMLElement>(selector: string): T => root.querySelector<T>(selector)!;
const painel = (): ShadowRoot | undefined => document.querySelector<HTMLElement>('[data-atrio-libras]')?.shadowRoot ?? undefined;
const moldura = (): HTMLElement => painel()!.querySelector('div')!;
const botao = (): HTMLElement => painel()!.querySelector('button')!;
const said = (): string[] => page.dublado.lidos.splice(0);
const at = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + Math.min(width / 2, 20)), Math.round(top + height / 2)];
};
const click = (element: Element): Promise<void> => sendMouse({ type: 'click', position: at(element) });
const hover = (element: Element): Promise<void> => sendMouse({ type: 'move', position: at(element) });
const boxes = (element: Element): boolean => {
  const box = moldura().getBoundingClientRect();
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return moldura().style.display === 'block' && box.left <= left && box.top <= top && box.right >= right && box.bottom >= bottom;
};
const offered = (): boolean => botao().style.display === 'block';

before(async () => {
  vlibras(6);
  escutarVLibras();
  await sendMouse({ type: 'move', position: [5, 5] });
});

beforeEach(() => {
  host = document.createElement('sic-prova');
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<p id="p">Atendemos <b>hoje</b>.</p><p><button type="button" id="b">Chamar</button> <a id="a" href="#destino">Ver</a></p>
    <p><label for="c">Li e entendi</label> <input type="checkbox" id="c"></p><p><label for="t">Nome</label> <input id="t"></p>
    <form><input aria-label="Número" id="n"><button id="enviar">Enviar</button></form>
    <details><summary>Mais</summary><p>dentro</p></details><p id="segredo" translate="no">CHAVE-1234</p><div part="saida"><a id="sair" href="#fora">Sair</a></div>`;
  for (const each of root.querySelectorAll('button,a')) each.addEventListener('click', () => pressed.push(each.id));
  root.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    pressed.push('submit');
  });
  const main = document.createElement('main');
  main.append(host, Object.assign(document.createElement('p'), { id: 'fora', textContent: 'Texto da página' }));
  document.body.append(main);
  pressed.length = 0;
});

afterEach(() => {
  document.querySelector('main')!.remove();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('the bridge to VLibras', () => {
  it('[ACC-02] is not there while VLibras is not: nothing is loaded, and every press goes through at once', async () => {
    await hover($('#p'));
    await click($('#b'));
    expect(pressed).to.deep.equal(['b']);
    expect(page[LIGADA]).to.equal(undefined);
    expect(painel()).to.equal(undefined);
  });

  it('[ACC-02] comes when VLibras is on, highlights the text under the pointer and translates it on a click', async () => {
    page.dublado.abrir();
    await hover(document.querySelector('#fora')!);
    await hover($('#p'));
    for (let turn = 0; turn < 200 && !page[LIGADA]; turn++) await new Promise((done) => requestAnimationFrame(done));
    expect(page[LIGADA]).to.equal(true);
    await hover($('#b'));
    expect(boxes($('#b'))).to.equal(true);
    await hover($('#p b'));
    expect(boxes($('#p'))).to.equal(true);
    await click($('#p'));
    expect(said()).to.deep.equal(['Atendemos hoje.']);
    expect(root.innerHTML).to.not.contain('class');
  });

  it('[ACC-02] offers a button, a link and a summary as a second step', async () => {
    for (const [id, words] of [['b', 'Interagir'], ['a', 'Acessar link']] as const) {
      await click($(`#${id}`));
      expect(pressed).to.deep.equal([]);
      expect(said()).to.deep.equal([$(`#${id}`).textContent]);
      expect(botao().textContent).to.equal(words);
      await click(botao());
      expect(pressed.splice(0)).to.deep.equal([id]);
      expect(offered()).to.equal(false);
      expect(root.activeElement?.id).to.equal(id);
    }
    expect(location.hash).to.equal('#destino');
    await click($('summary'));
    expect($<HTMLDetailsElement>('details').open).to.equal(false);
    await click(botao());
    expect($<HTMLDetailsElement>('details').open).to.equal(true);
    expect(said()).to.deep.equal(['Mais']);
  });

  it('[ACC-02] lets labels and fields do their work, and says each label once', async () => {
    await click($('label[for=c]'));
    expect($<HTMLInputElement>('#c').checked).to.equal(true);
    expect(said()).to.deep.equal(['Li e entendi']);
    await click($('#c'));
    expect($<HTMLInputElement>('#c').checked).to.equal(false);
    expect(said()).to.deep.equal(['Li e entendi']);
    await click($('#t'));
    await sendKeys({ type: 'Maria' });
    expect($<HTMLInputElement>('#t').value).to.equal('Maria');
    expect(said()).to.deep.equal(['Nome']);
  });

  it('[ACC-02] never sends what is private, and never holds back the quick exit', async () => {
    await click($('#segredo'));
    expect(said()).to.deep.equal([]);
    await click($('#sair'));
    expect(pressed).to.deep.equal(['sair']);
  });

  it('[ACC-02] works by keyboard: a field says its label, a second press of the key goes through, Enter in a field still sends', async () => {
    await click($('#n'));
    said();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(said()).to.deep.equal(['Nome']);
    expect(boxes($('#t'))).to.equal(true);
    await sendKeys({ press: 'Tab' });
    said();
    await sendKeys({ press: 'Enter' });
    expect(pressed.splice(0)).to.deep.equal(['enviar', 'submit']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(pressed).to.deep.equal([]);
    expect(said()).to.deep.equal(['Enviar']);
    expect(botao().textContent).to.contain('de novo');
    await sendKeys({ press: 'Enter' });
    expect(pressed).to.deep.equal(['enviar', 'submit']);
  });

  it('[ACC-02] leaves the page’s own text to VLibras, and nothing is said twice', async () => {
    await click(document.querySelector('#fora')!);
    expect(said()).to.deep.equal(['Texto da página']);
    await click($('#p'));
    expect(said()).to.deep.equal(['Atendemos hoje.']);
  });

  it('[ACC-02] works where VLibras would take the host for a text: inside a link or a click handler of the page, or with bare text in it', async () => {
    const around = document.createElement('div');
    let heard = 0;
    around.onclick = () => heard++;
    document.querySelector('main')!.prepend(around);
    around.append(host);
    host.append('texto solto');
    await click($('#p'));
    expect(said()).to.deep.equal(['Atendemos hoje.']);
    await click($('#b'));
    expect(said()).to.deep.equal(['Chamar']);
    await click(botao());
    expect(pressed).to.deep.equal(['b']);
    await click($('label[for=c]'));
    expect($<HTMLInputElement>('#c').checked).to.equal(true);
    expect(said()).to.deep.equal(['Li e entendi']);
    expect(heard).to.equal(0);
  });

  it('[ACC-02] reaches into a dialog that shuts out the rest of the page', async () => {
    const dialog = document.createElement('dialog');
    document.querySelector('main')!.append(dialog);
    dialog.append(host);
    dialog.showModal();
    await click($('#b'));
    expect(said()).to.deep.equal(['Chamar']);
    await click(botao());
    expect(pressed).to.deep.equal(['b']);
  });

  it('[ACC-02] rests while VLibras does, and wakes with it: by its event, or opened again without a word', async () => {
    dispatchEvent(new CustomEvent('vp-disable-text-capture'));
    await click($('#b'));
    expect([said(), pressed.splice(0)]).to.deep.equal([[], ['b']]);
    dispatchEvent(new CustomEvent('vp-enable-text-capture'));
    await click($('#b'));
    expect([said(), pressed.splice(0)]).to.deep.equal([['Chamar'], []]);
    page.dublado.fechar();
    expect(offered()).to.equal(false);
    await click(document.querySelector('#fora')!);
    await click($('#b'));
    expect([said(), pressed.splice(0)]).to.deep.equal([[], ['b']]);
    page.dublado.abrir();
    await click(document.querySelector('#fora')!);
    await click($('#b'));
    expect([said(), pressed.splice(0)]).to.deep.equal([['Texto da página', 'Chamar'], []]);
  });
});
