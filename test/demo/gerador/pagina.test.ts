import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodificar, lerFonte } from '../../../demo/gerador/pagina.ts';

test('[SIC-17] the source of a page is read as its visitor would: text, links, elements, a place to write', () => {
  const lida = lerFonte(`<!doctype html><html><head><title>fora</title><style>p { color: red }</style><script>var a = "<p>fora</p>";</script></head>
    <body><!-- <a href="/fora">fora</a> --><p>Servi&ccedil;o de
      Informa&ccedil;&otilde;es &#224; popula&#xe7;&atilde;o</p>
    <a class='x' href="/sic?a=1&amp;b=2"><img src="i.png" alt="SIC"> Acesso <b>à informação</b></a><a name="ancora">sem destino</a>
    <sic-request acompanhar="/acompanhar" data-x='a > b' isolado><p>Telefone</p></sic-request><template><p>fora</p></template>
    <form><textarea>fora</textarea></form></body></html>`);
  assert.equal(lida.texto, 'Serviço de Informações à população SIC Acesso à informação sem destino Telefone');
  assert.deepEqual(lida.links, [{ texto: 'SIC Acesso à informação', href: '/sic?a=1&b=2' }]);
  assert.deepEqual(lida.elementos, [{ tag: 'sic-request', atributos: { 'acompanhar': '/acompanhar', 'data-x': 'a > b', 'isolado': '' } }]);
  assert.equal(lida.formulario, true);
});

test('[SIC-17] a link that is left open, or opened twice, does not swallow the page', () => {
  assert.deepEqual(lerFonte('<a href="/1">um<a href="/2">dois</a> resto').links, [{ texto: 'um', href: '/1' }, { texto: 'dois', href: '/2' }]);
  assert.deepEqual(lerFonte('<a href=/3>três').links, [{ texto: 'três', href: '/3' }]);
});

test('character references: names are told apart by their case, and what is none stays', () => {
  assert.equal(decodificar('&Ccedil;&ccedil; &nbsp;R&amp;D &foo; &#0; &#x110000; AT&T'), 'Çç \u00a0R&D &foo; &#0; &#x110000; AT&T');
});

test('whatever is pasted, there is an answer, and what has no tag is its own text', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', '!', '-', '"', "'", 'a', 'script', 'href=', ' ', '&', 'é') }), (text) => void lerFonte(text)));
  fc.assert(fc.property(fc.string().filter((text) => !/[<&]/.test(text)), (text) => assert.equal(lerFonte(text).texto, text.replace(/\s+/g, ' ').trim())));
});

test('the pages of the demo court are read whole', () => {
  const lida = lerFonte(readFileSync(new URL('../../../demo/site/index.html', import.meta.url), 'utf8'));
  assert.ok(lida.texto.includes('Página de demonstração do Átrio'));
  assert.ok(lida.links.some(({ texto, href }) => texto === 'Perguntas frequentes' && href === 'perguntas.html'));
  assert.deepEqual(lida.elementos.map(({ tag }) => tag), ['cidadania-links']);
});
