/** The staff page of the demo: plain on purpose, to try the staff side of the contract and to be read by who writes a court's own. */
import type { UnidadeDaLista } from './acoes.ts';
import { createApi, Recusa, type Api } from './api.ts';
import { telaDoCaso } from './caso.ts';
import { avisarChegada, fill, h } from './dom.ts';
import { conta, entrar, sair, voltar, type Config, type Conta } from './entrada.ts';
import { pedir } from './relogio.ts';
import { telaDeAuditoria, telaDeCasos, telaDeIdentidades, telaDeMensagens, telaDeRelatorios } from './telas.ts';

const main = document.querySelector('main') ?? document.body;
const menu = document.getElementById('menu') ?? document.body;
const quem = document.getElementById('quem') ?? document.body;

interface Tela {
  nome: string;
  papeis: readonly string[];
  /** Fills the place, which is put on the page when it is ready. */
  abrir(lugar: HTMLElement, api: Api, pessoa: Conta): Promise<void>;
}

let unidades: readonly UnidadeDaLista[] = [];
let fuso = '';

const TELAS: Record<string, Tela> = {
  casos: { nome: 'Casos', papeis: ['ouvidoria', 'sic', 'unidade', 'autoridade', 'presidencia', 'ouvidor', 'encarregado', 'atendente'], abrir: (lugar, api) => telaDeCasos(lugar, api, unidades) },
  identidades: { nome: 'Identidades', papeis: ['ouvidor'], abrir: (lugar, api, { sub }) => telaDeIdentidades(lugar, api, sub) },
  mensagens: { nome: 'Mensagens', papeis: ['ouvidoria', 'sic', 'ouvidor', 'gestor'], abrir: (lugar, api) => telaDeMensagens(lugar, api) },
  relatorios: { nome: 'Relatórios', papeis: ['gestor', 'ouvidor', 'ouvidoria', 'sic', 'presidencia'], abrir: (lugar, api, { papeis }) => telaDeRelatorios(lugar, api, papeis, fuso) },
  auditoria: { nome: 'Auditoria', papeis: ['gestor', 'ouvidor'], abrir: (lugar, api) => telaDeAuditoria(lugar, api) },
};

const pode = (tela: Tela, { papeis }: Conta): boolean => tela.papeis.some((papel) => papeis.includes(papel));

function telaDeEntrada(config: Config, aviso: string | null): void {
  fill(menu);
  fill(quem);
  const erro = h('p', { class: 'erro', role: 'alert' }, aviso);
  fill(
    main,
    h('h1', { tabindex: '-1' }, 'Página da equipe'),
    h('p', {}, 'Para quem trata manifestações, pedidos de informação e mensagens ao balcão.'),
    erro,
    h('button', { type: 'button', onclick: () => void entrar(config).catch(() => (erro.textContent = 'O acesso do tribunal não respondeu. Tente de novo em instantes.')) }, 'Entrar'),
  );
}

function telaDeErro(error: unknown): void {
  const words = error instanceof Recusa ? error.message : 'Algo deu errado nesta página. Tente de novo.';
  fill(main, h('h1', { tabindex: '-1' }, 'Não foi possível abrir'), h('p', { role: 'alert' }, words), h('p', {}, h('a', { href: '#casos' }, 'Voltar à lista')));
}

/** Units by name, all pages of them. */
async function lerUnidades(api: Api): Promise<UnidadeDaLista[]> {
  const todas: UnidadeDaLista[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const pagina: { itens: UnidadeDaLista[]; proxima: string | null } = await api.ler(`/v1/unidades${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    todas.push(...pagina.itens);
    cursor = pagina.proxima;
  }
  return todas;
}

/** Which navigation is the last: an answer that comes after another was asked for is dropped with its screen. */
let volta = 0;

async function navegar(api: Api, pessoa: Conta, focar: boolean): Promise<void> {
  const esta = (volta += 1);
  const [nome = '', resto = ''] = location.hash.slice(1).split('/');
  const primeira = Object.entries(TELAS).find(([, tela]) => pode(tela, pessoa))?.[0];
  if (!primeira) return telaDeErro(new Recusa(403, 'sem-permissao', 'A sua conta não tem papel na equipe. Peça a quem cuida dos acessos.'));
  const caso = nome === 'caso' && resto ? decodeURIComponent(resto) : null;
  const aberta = caso ? 'casos' : nome in TELAS ? nome : primeira;
  fill(
    menu,
    Object.entries(TELAS)
      .filter(([, tela]) => pode(tela, pessoa))
      .map(([id, tela]) => h('li', {}, h('a', { href: `#${id}`, 'aria-current': id === aberta ? 'page' : null }, tela.nome))),
  );
  main.setAttribute('aria-busy', 'true');
  const lugar = h('div');
  try {
    if (caso) await telaDoCaso(lugar, api, caso, unidades);
    else await TELAS[aberta]?.abrir(lugar, api, pessoa);
    if (esta === volta) fill(main, lugar);
  } catch (error) {
    if (esta === volta && !(error instanceof Recusa && error.status === 401)) telaDeErro(error);
  }
  if (esta !== volta) return;
  main.removeAttribute('aria-busy');
  const titulo = main.querySelector('h1');
  document.title = `${titulo?.textContent ?? 'Equipe'} — Página da equipe (demonstração)`;
  if (focar) titulo?.focus();
}

async function iniciar(): Promise<void> {
  const config = (await (await pedir('equipe.json', { cache: 'no-cache' })).json()) as Config;
  fuso = config.fuso;
  let aviso: string | null = null;
  try {
    await voltar(config);
  } catch {
    aviso = 'Não foi possível entrar. Tente de novo.';
  }
  const pessoa = conta();
  if (!pessoa) return telaDeEntrada(config, aviso);
  const deixar = (words: string | null): void => {
    volta += 1;
    sair();
    window.onhashchange = null;
    telaDeEntrada(config, words);
    main.removeAttribute('aria-busy');
    main.querySelector('h1')?.focus();
  };
  const api = createApi(config.backend, pessoa.token, () => deixar('O seu acesso venceu. Entre de novo.'));
  fill(quem, h('span', {}, pessoa.nome), ' ', h('button', { type: 'button', class: 'segundo', onclick: () => deixar(null) }, 'Sair'));
  const inicio = location.hash;
  unidades = await lerUnidades(api);
  window.onhashchange = () => {
    avisarChegada();
    void navegar(api, pessoa, true);
  };
  // Who already went on while the page was opening has moved to another screen.
  await navegar(api, pessoa, location.hash !== inicio);
}

iniciar().catch(telaDeErro);
