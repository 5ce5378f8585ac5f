/** The page of verification: takes a receipt by link, file or paste, asks the backend for its public keys, and says in plain words what the receipt is. */
import { acharRecibos, conferirRecibo, mesmoTexto } from './conferir-recibo.js';

const DIAS = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'];
const TIPOS = { 'manifestacao': 'Manifestação à Ouvidoria', 'pedido-informacao': 'Pedido de acesso à informação', 'mensagem': 'Mensagem ao Balcão Virtual', 'agendamento': 'Atendimento marcado no Balcão Virtual' };

const PALAVRAS = {
  autentico: ['Comprovante autêntico', 'O tribunal assinou este comprovante, e ele não foi alterado. Veja se os dados abaixo são os mesmos do comprovante que você tem.'],
  alterado: [
    'O comprovante não confere',
    'Ele foi alterado, ou não foi este tribunal que assinou. Não confie nele. Se você copiou o código à mão ou só uma parte, copie de novo ou abra o arquivo que foi baixado.',
  ],
  outro: ['É de outro tribunal', 'Este comprovante diz ser de outro tribunal. Confira no site de lá:'],
  ilegivel: ['Não achamos um comprovante', 'Abra o arquivo do comprovante que foi baixado, ou cole o código que está em “Assinatura do tribunal”.'],
  rede: ['Não deu para conferir agora', 'Sem internet não há como buscar a assinatura do tribunal. Isso não quer dizer que o comprovante tenha algum problema.'],
  servidor: ['Não deu para conferir agora', 'O sistema do tribunal não respondeu como devia. Isso não quer dizer que o comprovante tenha algum problema. Tente mais tarde.'],
  navegador: ['Este navegador não consegue conferir', 'Atualize o navegador, ou abra esta página em outro aparelho.'],
};

/** @type {<T extends HTMLElement>(id: string) => T} */
const byId = (id) => document.getElementById(id);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const data = (civil) => {
  const date = new Date(`${civil}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? String(civil) : `${civil.split('-').reverse().join('/')} (${DIAS[date.getUTCDay()]})`;
};

/** The instant on the court's own clock, as it was written. */
const instante = (text) => {
  const [, dia, hora] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(text)) ?? [];
  return dia ? `${data(dia)}, às ${hora}` : String(text);
};

class Falha extends Error {
  constructor(situacao) {
    super(situacao);
    this.situacao = situacao;
  }
}

async function ask(url) {
  let response;
  try {
    response = await fetch(url, { cache: 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    throw new Falha('rede');
  }
  if (!response.ok) throw new Falha('servidor');
  return response.json().catch(() => {
    throw new Falha('servidor');
  });
}

/** This court and its public keys, asked for at each verification: a key may have been taken back. */
async function tribunal() {
  const file = await ask('tribunal.json');
  const backend = new URL(file?.backend?.url ?? '', location.href);
  const jwks = await ask(new URL('.well-known/jwks.json', backend.href.replace(/\/?$/, '/')));
  if (!Array.isArray(jwks?.keys)) throw new Falha('servidor');
  return { nome: file.nome, sigla: file.sigla, jwks };
}

/** The field that compares a text with the one that was registered. */
function comparador({ textoSha256 }) {
  const form = element('form', '', 'conferir-formulario');
  const label = element('label', 'Quer conferir também o texto? Cole aqui o que foi enviado');
  label.htmlFor = 'texto';
  const hint = element('p', 'O texto não sai deste aparelho. Ele tem de estar igual, letra por letra.', 'conferir-dica');
  hint.id = 'texto-dica';
  const area = element('textarea');
  area.id = 'texto';
  area.rows = 5;
  area.setAttribute('aria-describedby', 'texto-dica');
  const button = element('button', 'Comparar o texto', 'botao');
  const answer = element('p', '', 'conferir-texto');
  answer.setAttribute('role', 'status');
  form.append(label, hint, area, button, answer);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const same = area.value.trim() !== '' && (await mesmoTexto(area.value, textoSha256));
    answer.dataset.situacao = same ? 'autentico' : 'alterado';
    answer.textContent = !area.value.trim() ? 'Cole o texto primeiro.' : same ? 'É o mesmo texto que foi registrado.' : 'Não é o mesmo texto que foi registrado. Uma letra ou um espaço a mais já faz diferença.';
  });
  return form;
}

function mostrar(situacao, { nome = '', fatos = {}, deQuem = '', denovo = null } = {}) {
  const [titulo, texto] = PALAVRAS[situacao];
  const section = byId('resultado');
  section.replaceChildren();
  section.dataset.situacao = situacao;
  section.hidden = false;
  const heading = element('h2', titulo);
  heading.tabIndex = -1;
  section.append(heading, element('p', texto));
  if (situacao === 'outro') section.append(element('p', deQuem, 'conferir-tribunal'));
  if (situacao === 'autentico') {
    const list = element('dl');
    for (const [name, value] of [
      ['Protocolo', fatos.protocolo],
      ['Tribunal', nome],
      ['O que é', TIPOS[fatos.tipo] ?? fatos.tipo],
      ['Registrado em', instante(fatos.registradoEm)],
      ['Resposta até', data(fatos.vence)],
    ]) {
      list.append(element('dt', name), element('dd', String(value)));
    }
    section.append(list, comparador(fatos));
  }
  if (denovo) {
    const button = element('button', 'Tentar de novo', 'botao');
    button.type = 'button';
    button.addEventListener('click', denovo);
    section.append(button);
  }
  heading.focus();
}

/** Number of the verification under way: the answer of an older one says nothing. */
let turn = 0;

async function conferir(texto) {
  const now = (turn += 1);
  const recibos = acharRecibos(texto);
  if (recibos.length === 0) return mostrar('ilegivel');
  // Of a whole receipt that was pasted, key and all, only what is looked at stays on the screen.
  if (byId('codigo').value) byId('codigo').value = recibos.join('\n');
  if (!globalThis.crypto?.subtle) return mostrar('navegador');
  const status = byId('andamento');
  status.textContent = 'Conferindo…';
  try {
    const { nome, sigla, jwks } = await tribunal();
    if (now !== turn) return undefined;
    // A file whose link and code differ was tampered with, whichever of them is right.
    const result = recibos.length > 1 ? { situacao: 'alterado' } : await conferirRecibo(recibos[0], jwks, sigla);
    mostrar(result.situacao, { nome, fatos: result.fatos, deQuem: result.tribunal });
  } catch (error) {
    if (now === turn) mostrar(error instanceof Falha ? error.situacao : 'servidor', { denovo: () => void conferir(texto) });
  } finally {
    if (now === turn) status.textContent = '';
  }
  return undefined;
}

/** Arrived by the link of a receipt: what it carries is read, and leaves the address and the history of the browser. */
function porLink() {
  const { hash } = location;
  if (!hash.startsWith('#recibo=')) return;
  history.replaceState(null, '', location.pathname + location.search);
  void conferir(hash);
}

byId('conferir').addEventListener('submit', (event) => {
  event.preventDefault();
  void conferir(byId('codigo').value);
});
byId('arquivo').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  if (file) await conferir(file.size > 1_000_000 ? '' : await file.text());
  // The same file can be opened again.
  target.value = '';
});
addEventListener('hashchange', porLink);
porLink();
