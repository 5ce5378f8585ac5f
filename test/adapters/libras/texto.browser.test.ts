/** Which piece of text is under the pointer, and what of it may be said. */
import { expect, fixture, html } from '@open-wc/testing';
import { hospedeiro, pedacoEm } from '../../../src/adapters/libras/texto.ts';
import { tomaria } from '../../../src/adapters/libras/ponte.ts';

/** A host of the kit's kind, with markup of the test's own in its shadow root. */
function host(markup: string, tag = 'sic-prova', parent: Element = document.body): { host: HTMLElement; $: (selector: string) => Element; texto: (selector: string) => string | null } {
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode: 'open' });
  root.innerHTML = markup;
  parent.append(element);
  const $ = (selector: string): Element => root.querySelector(selector)!;
  return { host: element, $, texto: (selector) => pedacoEm($(selector))?.texto ?? null };
}

afterEach(() => document.body.replaceChildren());

describe('the text that VLibras is asked for', () => {
  it('[ACC-02] is the smallest block: a paragraph, an item, a heading, a cell, a legend, a label', () => {
    const { texto } = host(`<h2>Balcão <em>Virtual</em></h2><p>Atende <strong>das 8h</strong> às 14h.</p><ul><li id="a">Um</li><li id="b">Dois<ul><li>Três</li></ul></li></ul>
      <table><tr><th>Dia</th><td><time>Segunda</time></td></tr></table><fieldset><legend>Quem fala</legend><label>Nome <input value="segredo"></label></fieldset>`);
    expect(texto('em')).to.equal('Balcão Virtual');
    expect(texto('strong')).to.equal('Atende das 8h às 14h.');
    expect(texto('#a')).to.equal('Um');
    expect(texto('#b')).to.equal('Dois');
    expect(texto('time')).to.equal('Segunda');
    expect(texto('legend')).to.equal('Quem fala');
    expect(texto('label')).to.equal('Nome');
    expect(texto('ul')).to.equal(null);
  });

  it('[ACC-02] of a link, button or summary, it is all that is seen in it; the accessible name where nothing is', () => {
    const { $, texto } = host(`<button aria-label="Tirar retrato-da-maria.jpg">Tirar</button><button id="x" aria-label="Fechar"><svg aria-hidden="true"></svg></button>
      <a href="#a"><span>Abrir</span><span class="oculto"> (em outra aba)</span></a><details><summary><h3>1ª Vara</h3><p>Aberta</p></summary>dentro</details><img alt="Brasão"><button id="k">Chamar<kbd aria-hidden="true">C</kbd></button>`);
    expect(texto('button')).to.equal('Tirar');
    expect(texto('#x')).to.equal('Fechar');
    expect(texto('a span')).to.equal('Abrir (em outra aba)');
    expect(texto('h3')).to.equal('1ª Vara Aberta');
    expect(texto('#k')).to.equal('Chamar');
    expect(texto('img')).to.equal('Brasão');
    expect(pedacoEm($('h3'))!.acao).to.equal($('summary'));
  });

  it('[ACC-02] never has what is typed or chosen, nor what is private', () => {
    const { texto } = host(`<label for="t">Conte o que houve</label><textarea id="t">meu texto</textarea><select aria-label="Assunto"><option>Assédio</option></select><input aria-labelledby="r" value="123"><span id="r">CPF</span>
      <input type="password" value="x"><dl><dt>Chave</dt><dd translate="no">ABCD<span>-EFGH</span></dd></dl><p id="misto">Protocolo <code translate="no">2026.1</code> registrado</p><button translate="no">arquivo.pdf</button>`);
    expect(texto('textarea')).to.equal('Conte o que houve');
    expect(texto('select')).to.equal('Assunto');
    expect(texto('[aria-labelledby]')).to.equal('CPF');
    expect(texto('[type=password]')).to.equal(null);
    expect(texto('dt')).to.equal('Chave');
    expect(texto('dd')).to.equal(null);
    expect(texto('dd span')).to.equal(null);
    expect(texto('#misto')).to.equal('Protocolo registrado');
    expect(texto('button')).to.equal(null);
  });

  it('[ACC-02] is private in a shadow root inside a private part too, whatever the page says of itself', async () => {
    const page = await fixture<HTMLElement>(html`<div translate="no"></div>`);
    const outer = host('<div translate="no"></div><section></section>', 'balcao-prova', page);
    const inside = host('<p>dentro</p>', 'qualquer-coisa', outer.$('div'));
    const beside = host('<p>ao lado</p>', 'qualquer-coisa', outer.$('section'));
    expect(inside.texto('p')).to.equal(null);
    expect(beside.texto('p')).to.equal('ao lado');
    expect(hospedeiro([beside.$('p')])).to.equal(outer.host);
  });

  it('[ACC-02] comes from the shadow roots of the kit alone', async () => {
    const page = await fixture<HTMLElement>(html`<sic-prova><p>da página</p></sic-prova>`);
    const alheio = host('<p>alheio</p>', 'outro-elemento');
    expect(hospedeiro([page.querySelector('p')!])).to.equal(null);
    expect(hospedeiro([alheio.$('p')])).to.equal(null);
  });

  it('[ACC-02] a bare text in the host, or a link, button or click handler around it, is what VLibras would take', async () => {
    const page = await fixture<HTMLElement>(html`<div><p><sic-prova><b>x</b></sic-prova></p><a href="#"><i><sic-prova id="l"></sic-prova></i></a><sic-prova id="t">texto</sic-prova><div id="o"><sic-prova></sic-prova></div></div>`);
    const [livre, noLink, comTexto, comHandler] = page.querySelectorAll('sic-prova');
    page.querySelector<HTMLElement>('#o')!.onclick = () => undefined;
    expect([livre, noLink, comTexto, comHandler].map((element) => tomaria(element!))).to.deep.equal([false, true, true, true]);
  });
});
