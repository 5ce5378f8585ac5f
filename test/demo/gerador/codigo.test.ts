import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cabecalhos, escrever, porque, type Pedido } from '../../../demo/gerador/cabecalhos.ts';
import { atributos, folhaDeEstilo, hrefTelefone, paginaInteira, propriedades, tagDoElemento, tagDoScript, textoDoArquivo, type Opcoes } from '../../../demo/gerador/codigo.ts';
import { contraste, corDoTexto, escurecer, legivel } from '../../../demo/gerador/cores.ts';
import { lerFonte } from '../../../demo/gerador/pagina.ts';
import { contentSecurityPolicy } from '../../../demo/headers.ts';

const OPCOES: Opcoes = {
  elementos: ['balcao-virtual'],
  kit: '/atrio/0.1.0',
  tribunal: '/tribunal.json',
  folha: '/atrio-tribunal.css',
  sri: false,
  tema: 'light',
  cor: '',
  cantos: '',
  letra: '',
  paginas: { balcao: '', ouvidoria: '', sic: '', acompanhar: '' },
};
const ARQUIVO = {
  nome: 'Tribunal',
  sigla: 'TJ',
  ramo: 'estadual',
  unidades: [
    { id: 'vara', nome: '1ª Vara "A" & <B>', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'telefone', numero: '(84) 3000-0000' }, { tipo: 'email', endereco: 'a@b.br' }], video: { provider: 'jitsi', domain: 'video.tribunal.jus.br' } },
  ],
};
const pedido = (more: Partial<Pedido> = {}): Pedido => ({ arquivo: ARQUIVO, elementos: ['balcao-virtual'], unidades: [0], kit: '/atrio/0.1.0/', tribunal: '/tribunal.json', ...more });

test('the tag has the unit, and what stands in for it is inside elements', () => {
  assert.equal(
    tagDoElemento('balcao-virtual', ARQUIVO, 0, OPCOES),
    '<balcao-virtual unidade="vara">\n  <p>Telefone: <a href="tel:+558430000000">(84) 3000-0000</a></p>\n  <p>E-mail: <a href="mailto:a@b.br">a@b.br</a></p>\n</balcao-virtual>',
  );
  assert.equal(tagDoScript(OPCOES, ''), '<script type="module" src="/atrio/0.1.0/atrio.js" data-tribunal="/tribunal.json"></script>');
  assert.match(tagDoScript(OPCOES, 'sha384-abc'), /integrity="sha384-abc" crossorigin="anonymous"><\/script>$/);
});

test('nothing that is filled in becomes markup of the page', () => {
  const mau = '"><script>alert(1)</script>';
  const arquivo = { nome: mau, sigla: mau, unidades: [{ id: mau, nome: mau, canais: [{ tipo: 'telefone', numero: mau }, { tipo: 'email', endereco: mau }], endereco: { logradouro: mau } }], sic: { canais: [{ tipo: 'email', endereco: mau }] } };
  const opcoes: Opcoes = { ...OPCOES, elementos: ['balcao-virtual', 'sic-request', 'cidadania-links'], kit: mau, tribunal: mau, folha: mau, paginas: { balcao: mau, ouvidoria: mau, sic: mau, acompanhar: mau } };
  const html = paginaInteira(arquivo, 0, opcoes, mau);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.ok(!html.includes(mau));
  assert.deepEqual(lerFonte(html).elementos.map(({ tag }) => tag), ['balcao-virtual', 'sic-request', 'cidadania-links']);
  assert.equal(lerFonte(html).elementos[0]?.atributos['unidade'], mau);
});

test('telephones as people write them are dialled from anywhere', () => {
  for (const [numero, href] of [['(84) 3000-0000', 'tel:+558430000000'], ['84 99999-0000', 'tel:+5584999990000'], ['0800 123 4567', 'tel:08001234567'], ['+55 84 3000-0000', 'tel:+558430000000'], ['55 84 99999-0000', 'tel:+5584999990000'], ['3000-0000', 'tel:30000000']]) assert.equal(hrefTelefone(numero!), href);
});

test('attributes lead elements to one another only where a page was named', () => {
  const paginas = { balcao: '/balcao', ouvidoria: '/ouvidoria', sic: '', acompanhar: '/acompanhar' };
  assert.deepEqual(atributos('ouvidoria-form', ARQUIVO, 0, { ...OPCOES, paginas, tema: 'auto' }), [['acompanhar', '/acompanhar'], ['balcao', '/balcao'], ['theme', 'auto']]);
  assert.deepEqual(atributos('sic-request', ARQUIVO, 0, OPCOES), []);
  assert.deepEqual(atributos('cidadania-links', ARQUIVO, 0, { ...OPCOES, paginas }), [['ouvidoria', '/ouvidoria'], ['balcao', '/balcao'], ['acompanhar', '/acompanhar']]);
});

test('the style sheet keeps room and carries the court’s colours, away from the dark', () => {
  assert.equal(folhaDeEstilo(OPCOES), '/* Espaço guardado: nada se move quando o elemento aparece. */\nbalcao-virtual { display: block; min-block-size: 100svh; }\n');
  assert.match(folhaDeEstilo({ ...OPCOES, cor: '#6a1b2e', cantos: '4px' }), /:root \{\n {2}--atrio-radius: 4px;\n\}[^]*:root \{\n {2}--atrio-color-primary: #6a1b2e;/);
  assert.match(folhaDeEstilo({ ...OPCOES, cor: '#6a1b2e', tema: 'auto' }), /@media not \(prefers-color-scheme: dark\)/);
  assert.doesNotMatch(folhaDeEstilo({ ...OPCOES, cor: '#6a1b2e', tema: 'dark' }), /primary/);
  assert.equal(folhaDeEstilo({ ...OPCOES, elementos: [] }), '');
});

test('colours go together: text on the main colour, and links of it on white, can be read', () => {
  for (const cor of ['#6a1b2e', '#ffcd07', '#808080', '#00ff00', '#1351b4', '#ffffff']) {
    assert.ok(contraste(cor, corDoTexto(cor)) >= 4.5, cor);
    assert.ok(contraste(legivel(cor) ?? cor, '#ffffff') >= 4.5, cor);
  }
  assert.equal(legivel('#1351b4'), null);
  assert.equal(escurecer('#ffffff', 1), '#000000');
  assert.equal(Math.round(contraste('#000000', '#ffffff')), 21);
  assert.deepEqual(propriedades(OPCOES), []);
});

test('the court file as text is the court file', () => {
  assert.deepEqual(JSON.parse(textoDoArquivo(ARQUIVO)), ARQUIVO);
});

test('the headers are those of the documentation: this page, its backend, its video, and nothing else', () => {
  const arquivo = { ...ARQUIVO, backend: { tipo: 'atrio', url: 'https://atrio-api.tribunal.jus.br' } };
  const { csp, permissoes } = cabecalhos(pedido({ arquivo }));
  assert.equal(csp, contentSecurityPolicy({ backend: 'https://atrio-api.tribunal.jus.br', video: 'https://video.tribunal.jus.br' }));
  assert.equal(permissoes, 'camera=(self "https://video.tribunal.jus.br"), microphone=(self "https://video.tribunal.jus.br"), display-capture=(self "https://video.tribunal.jus.br"), autoplay=(self "https://video.tribunal.jus.br")');
  assert.ok(porque(pedido({ arquivo })).length >= 3);
});

test('what the page does not use is not in its headers', () => {
  for (const one of [
    pedido({ elementos: ['sic-request'] }),
    pedido({ arquivo: { unidades: [{ video: { provider: 'whatsapp', numero: '558430000000' } }] } }),
    pedido({ arquivo: { ...ARQUIVO, unidades: [{ ...ARQUIVO.unidades[0], semVideo: true }] } }),
    pedido({ arquivo: { ...ARQUIVO, backend: { tipo: 'atrio', url: 'api/' }, unidades: [] } }),
  ]) {
    const { csp, permissoes } = cabecalhos(one);
    assert.doesNotMatch(csp, /https?:|frame-src/);
    assert.equal(permissoes, null);
  }
});

test('other servers are named where they are needed', () => {
  const jaas = cabecalhos(pedido({ arquivo: { video: { provider: 'jaas', appId: 'x' }, unidades: [{}] } }));
  assert.match(jaas.csp, /script-src 'self' https:\/\/8x8\.vc; .*frame-src https:\/\/8x8\.vc;/);
  const fora = cabecalhos(pedido({ kit: 'https://estatico.tribunal.jus.br/atrio/0.1.0/', tribunal: 'https://dados.tribunal.jus.br/tribunal.json', arquivo: { backend: { tipo: 'atrio', url: '/api' }, unidades: [] } }));
  assert.match(fora.csp, /script-src 'self' https:\/\/estatico\.tribunal\.jus\.br;/);
  assert.match(fora.csp, /connect-src 'self' https:\/\/dados\.tribunal\.jus\.br;/);
  const formulario = cabecalhos(pedido({ elementos: ['sic-request'], arquivo: { backend: { tipo: 'formulario', url: 'https://um.example/a', sic: { url: 'https://dois.example/b' } }, sic: { perguntas: 'https://tres.example/p.json' } } }));
  assert.match(formulario.csp, /connect-src 'self' https:\/\/um\.example https:\/\/dois\.example https:\/\/tres\.example;/);
});

test('each server has the headers in its own words', () => {
  const both = cabecalhos(pedido());
  assert.match(escrever(both, 'cabecalho'), /^Content-Security-Policy: default-src 'none';/);
  assert.match(escrever(both, 'nginx'), /^add_header Content-Security-Policy "default-src 'none';.*" always;\nadd_header Permissions-Policy 'camera=\(self "https:/);
  assert.match(escrever(both, 'apache'), /Header always set Permissions-Policy "camera=\(self \\"https:/);
});

test('the generator knows every element that a citizen’s page has', () => {
  const { modules } = JSON.parse(readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8')) as { modules: { declarations?: { tagName?: string }[] }[] };
  const tags = modules.flatMap(({ declarations }) => (declarations ?? []).flatMap(({ tagName }) => tagName ?? [])).filter((tag) => !/^(balcao-attendant|audiencia-)/.test(tag));
  const fonte = readFileSync(new URL('../../../demo/gerador/codigo.ts', import.meta.url), 'utf8');
  for (const tag of tags) assert.ok(fonte.includes(`'${tag}'`), tag);
});
