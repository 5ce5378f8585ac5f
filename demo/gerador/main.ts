/** The page where a webmaster prepares everything: the court file, the tag, the headers; and where what exists is checked. */
import type { CourtFileIssue } from '../../src/contract/court-file.ts';
import { createRoomName } from '../../src/domain/room/room-name.ts';
import { baixar, fill, h, type Child } from '../equipe/dom.ts';
import { campoDe, lerCampo, lista, type NomeCampo } from './arquivo.ts';
import { conferirHorario } from './horario.ts';
import { cabecalhos, escrever, porque, type Pedido } from './cabecalhos.ts';
import { caixa, escolha, novoCodigo, secao } from './campos.ts';
import { folhaDeEstilo, paginaInteira, pasta, tagDoElemento, tagDoScript, textoDoArquivo } from './codigo.ts';
import { conferir, emBranco, estadoInicial, paraGuardar, passo, textoExemplo, type Estado, type Evento } from './gerador.machine.ts';
import { formulario } from './formulario.ts';
import { lerElementos, Previa } from './previa.ts';
import { telaPagina } from './tela-pagina.ts';

/** Where the draft is kept. */
const RASCUNHO = 'atrio:gerador';
/** How long typing has to rest before the rest of the page follows, in milliseconds. */
const ESPERA_MS = 300;

const raiz = document.getElementById('gerador') ?? document.body;
const kit = document.querySelector<HTMLScriptElement>('script[src$="/atrio.js"]')?.getAttribute('src')?.replace(/atrio\.js$/, '') ?? '/atrio/';

const json = (url: string): Promise<unknown> => fetch(url, { cache: 'no-cache' }).then((response) => (response.ok ? response.json() : null)).catch(() => null);

let estado: Estado = estadoInicial(kit, createRoomName((bytes) => crypto.getRandomValues(new Uint8Array(bytes))));
/** Fields that were left at least once: only those are told what is wrong with them. */
const tocados = new Set<NomeCampo>();
let todos = false;
let integridade = '';
let backendDaDemo: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function guardar(): void {
  if (emBranco(estado)) return;
  try {
    localStorage.setItem(RASCUNHO, JSON.stringify(paraGuardar(estado)));
    estado = passo(estado, { type: 'guardado', coube: true }).estado;
  } catch {
    estado = passo(estado, { type: 'guardado', coube: false }).estado;
  }
}

const form = formulario(enviar, (nome) => {
  tocados.add(nome);
  errar(conferir(estado.arquivo).erros);
});

function enviar(evento: Evento): void {
  const next = passo(estado, evento);
  estado = next.estado;
  if (next.efeitos.includes('preencher')) {
    tocados.clear();
    todos = evento.type === 'abrir' && estado.aberto.kind === 'lido' && estado.aberto.erros.length > 0;
    form.preencher(estado);
  }
  if (next.efeitos.includes('guardar')) guardar();
  if (!next.efeitos.includes('mostrar')) return;
  form.acompanhar(estado);
  clearTimeout(timer);
  if (next.efeitos.includes('preencher') || evento.type === 'abrir') mostrar();
  else timer = setTimeout(mostrar, ESPERA_MS);
}

// What was found, in words.

const vazio = ({ encontrado }: CourtFileIssue): boolean => encontrado === 'nada' || encontrado === '""' || encontrado.startsWith('"", que');

/** What is expected, in the way that the field asks for it: the file has the month before the day. */
const esperado = (nome: NomeCampo | null, issue: CourtFileIssue): string =>
  nome === 'tribunal/feriados' && /\.(data|nome)$/.test(issue.caminho) ? 'em cada linha, o dia e o mês, que existam, e o nome: 21/11 Nossa Senhora da Apresentação (Natal)' : issue.esperado;

/** What the kit would refuse, and what the helper of the hours still needs. */
function pendencias(): readonly CourtFileIssue[] {
  const { erros } = conferir(estado.arquivo);
  const caminho = `unidades[${estado.unidade}].hours`;
  if (!estado.horario || erros.some((erro) => erro.caminho === caminho)) return erros;
  const encontrado = JSON.stringify(lerCampo(estado.arquivo, estado.unidade, 'unidade/hours'));
  return [...erros, ...conferirHorario(estado.horario).map(({ texto: falta }) => ({ caminho, encontrado, esperado: `${falta[0]!.toLowerCase()}${falta.slice(1).replace(/\.$/, '')}` }))];
}

/** Errors beside their fields, where somebody has already been. */
function errar(erros: readonly CourtFileIssue[]): void {
  const porCampo = new Map<NomeCampo, string>();
  for (const erro of erros) {
    const nome = campoDe(erro.caminho, estado.unidade, estado.arquivo);
    if (nome && (todos || tocados.has(nome))) porCampo.set(nome, nome !== 'tribunal/feriados' && vazio(erro) ? 'Preencha este campo.' : `Encontrado ${erro.encontrado}. Esperado: ${esperado(nome, erro)}.`);
  }
  for (const campo of form.campos.values()) campo.errar(porCampo.get(campo.nome) ?? '');
}

function irPara(nome: NomeCampo): void {
  const campo = form.campos.get(nome);
  if (!campo) return;
  for (let up: HTMLElement | null = campo.lugar; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  if (nome === 'unidade/hours' && estado.horario) {
    form.conferirHorario();
    document.querySelector<HTMLElement>('.g-horario input')?.focus();
    return;
  }
  tocados.add(nome);
  errar(conferir(estado.arquivo).erros);
  campo.controle.focus();
}

/** One problem: its place and, when there is a field for it, a way there. */
function problema(issue: CourtFileIssue, ligado: boolean): HTMLElement {
  const nome = ligado ? campoDe(issue.caminho, estado.unidade, estado.arquivo) : null;
  const rotulo = nome === 'unidade/hours' && estado.horario ? 'Horário de atendimento' : nome ? form.campos.get(nome)?.rotulo : undefined;
  const onde = nome && rotulo ? h('button', { type: 'button', class: 'g-link', onclick: () => irPara(nome) }, rotulo) : h('code', {}, issue.caminho);
  if (rotulo && nome !== 'tribunal/feriados' && vazio(issue)) return h('li', {}, onde, ': falta preencher.');
  return h('li', {}, onde, rotulo ? [' (', h('code', {}, issue.caminho), ')'] : null, h('span', { class: 'g-achado' }, `Encontrado: ${issue.encontrado}.`), h('span', { class: 'g-achado' }, `Esperado: ${esperado(nome, issue)}.`));
}

// Opening what exists.

const texto = h('textarea', { 'id': 'abrir-texto', 'rows': 5, 'spellcheck': 'false', 'autocomplete': 'off', 'aria-describedby': 'abrir-dica' });
const arquivo = h('input', { id: 'abrir-arquivo', type: 'file', accept: '.json,application/json' });
const achados = h('div', { class: 'g-achados', tabindex: '-1' });
const desfazer = h('button', { type: 'button', class: 'g-link', onclick: () => enviar({ type: 'desfazer' }) }, 'Desfazer: voltar ao que estava antes');
const abrir = (conteudo: string, nome: string): void => {
  enviar({ type: 'abrir', texto: conteudo, nome });
  achados.focus();
};
arquivo.addEventListener('change', () => {
  const [file] = arquivo.files ?? [];
  if (file) void file.text().then((conteudo) => abrir(conteudo, file.name)).finally(() => (arquivo.value = ''));
});
const abrirForm = h(
  'form',
  { class: 'g-cartao' },
  h('div', { class: 'g-campo' }, h('label', { for: 'abrir-arquivo' }, 'Escolha o arquivo (tribunal.json)'), arquivo),
  h('div', { class: 'g-campo' }, h('label', { for: 'abrir-texto' }, 'Ou cole o conteúdo'), h('p', { id: 'abrir-dica', class: 'g-dica' }, 'Ele é conferido como o kit confere e preenche o formulário. O que o formulário não conhece fica como está.'), texto),
  h('button', { class: 'g-botao' }, 'Conferir e abrir'),
);
abrirForm.addEventListener('submit', (event) => {
  event.preventDefault();
  abrir(texto.value, 'texto colado');
});
const rascunho = h('p', { class: 'g-dica' });
const comecar = secao(
  'comecar',
  'Comece por aqui',
  h('p', {}, 'Preencha as partes 1 a 5. A prévia muda enquanto você escreve. No fim, copie o código e o arquivo.'),
  h('p', { class: 'g-acoes' }, h('button', { type: 'button', class: 'g-botao g-leve', onclick: () => enviar({ type: 'abrir', texto: textoExemplo(estado.sala), nome: 'exemplo' }) }, 'Preencher com um exemplo'), h('button', { type: 'button', class: 'g-link', onclick: () => enviar({ type: 'recomecar' }) }, 'Limpar tudo')),
  h('details', { class: 'g-mais' }, h('summary', {}, 'Já tenho um arquivo do tribunal: abrir e conferir'), abrirForm),
  achados,
  desfazer,
  rascunho,
);

function mostrarAberto(): void {
  const { aberto } = estado;
  desfazer.hidden = estado.antes === null;
  const list = (issues: readonly CourtFileIssue[], ligado: boolean): HTMLElement => h('ul', {}, issues.slice(0, 100).map((issue) => problema(issue, ligado)), issues.length > 100 ? h('li', {}, `E mais ${issues.length - 100}.`) : null);
  const n = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;
  achados.hidden = aberto.kind === 'nenhum';
  if (aberto.kind === 'nenhum') return;
  achados.dataset['tom'] = aberto.kind === 'lido' && !aberto.erros.length ? (aberto.avisos.length ? 'aviso' : 'certo') : 'erro';
  if (aberto.kind === 'ilegivel') fill(achados, h('h3', {}, 'Este arquivo não pôde ser aberto'), h('p', {}, 'O que você já preencheu continua aqui.'), list(aberto.problemas, false));
  else
    fill(
      achados,
      h('h3', {}, aberto.erros.length ? `O arquivo tem ${n(aberto.erros.length, 'erro', 'erros')}` : aberto.avisos.length ? 'O arquivo serve, com avisos' : 'O arquivo está certo'),
      h('p', {}, `O formulário foi preenchido com ${aberto.nome === 'exemplo' ? 'um exemplo' : `o ${aberto.nome}`}. `, aberto.erros.length ? 'Com estes erros, o kit não mostra os elementos na página:' : `Unidades: ${lista(estado.arquivo['unidades']).length}.`),
      aberto.erros.length ? list(aberto.erros, true) : null,
      aberto.avisos.length ? [h('p', {}, 'Avisos (não impedem):'), list(aberto.avisos, true)] : null,
    );
}

// The preview, beside the form.

const faltam = h('div', { class: 'g-faltam' });
const avisoChamada = h('p', { class: 'g-nota', role: 'status' });
const vivos = h('div', { class: 'g-vivos' });
let previa: Previa | undefined;
const lateral = h('aside', { 'class': 'g-previa', 'aria-labelledby': 'previa-t' }, h('div', { class: 'g-rolo', tabindex: '0', role: 'region', 'aria-labelledby': 'previa-t' }, h('h2', { id: 'previa-t' }, 'Prévia'), faltam, avisoChamada, vivos));
let mostrouUma = false;
let contados = '';

function mostrarPrevia(erros: readonly CourtFileIssue[]): void {
  const nada = estado.opcoes.elementos.length === 0;
  const { avisos } = conferir(estado.arquivo);
  const conta = `${[...erros, ...avisos].map(({ caminho, esperado: texto }) => caminho + texto).join()}|${nada}|${mostrouUma}|${estado.horario === null}|${estado.unidade}`;
  if (contados !== conta) {
    contados = conta;
    fill(
      faltam,
      erros.length
        ? [h('p', { role: 'status' }, mostrouUma ? 'A prévia mostra a última versão sem erros. Falta acertar:' : 'A prévia aparece quando estiver preenchido:'), h('ul', {}, erros.slice(0, 8).map((one) => problema(one, true)), erros.length > 8 ? h('li', {}, `E mais ${erros.length - 8}.`) : null)]
        : nada
          ? h('p', { role: 'status' }, 'Marque pelo menos um elemento na parte 4.')
          : avisos.length
            ? [h('p', { role: 'status' }, 'O arquivo serve. Confira antes de publicar:'), h('ul', {}, avisos.slice(0, 8).map((one) => problema(one, true)))]
            : h('p', { role: 'status', class: 'g-certo' }, 'O arquivo está certo. É isto que a pessoa vê:'),
    );
  }
  if (erros.length) return;
  mostrouUma = true;
  previa?.mostrar(estado);
}

// What is taken away.

const semErros = (): boolean => pendencias().length === 0;
const salvar = (nome: string, tipo: string) => ({ nome: () => nome, tipo, salvar: baixar });
const codigoArquivo = novoCodigo('Arquivo do tribunal: tribunal.json', 'Ponha na raiz do site. É o mesmo para todas as páginas.', salvar('tribunal.json', 'application/json'));
const codigoFolha = novoCodigo('Folha de estilo: atrio-tribunal.css', 'O espaço guardado para os elementos e as cores. Junte à folha de estilo do site, ou ponha na raiz.', salvar('atrio-tribunal.css', 'text/css'));
const codigoScript = novoCodigo('Script', 'Uma vez em cada página que tem elementos, no <head>.');
const codigoTags = novoCodigo('Elementos', 'No lugar da página onde devem aparecer. O que está dentro deles fica na página se o kit não carregar.');
const codigoPagina = novoCodigo('Página inteira, pronta para experimentar', 'Já com o script, a folha de estilo e os elementos.', salvar('atrio.html', 'text/html'));
const sri = caixa('Conferir a integridade do script (SRI)', (marcada) => enviar({ type: 'opcao', opcoes: { sri: marcada } }), 'O navegador recusa um atrio.js adulterado. Ao trocar a versão do kit, gere o código de novo.');
const pendente = h('p', { class: 'g-pendente', role: 'status' });
const endereco = (id: string, rotulo: string, dica: Child, chave: 'kit' | 'tribunal' | 'folha'): [HTMLElement, HTMLInputElement] => {
  const input = h('input', { id, 'type': 'text', 'inputmode': 'url', 'spellcheck': 'false', 'autocomplete': 'off', 'aria-describedby': `${id}-dica` });
  input.addEventListener('input', () => enviar({ type: 'opcao', opcoes: { [chave]: input.value } }));
  return [h('div', { class: 'g-campo' }, h('label', { for: id }, rotulo), h('p', { id: `${id}-dica`, class: 'g-dica' }, dica), input), input];
};
const [campoKit, inputKit] = endereco('o-kit', 'Pasta do kit no servidor', 'Com a versão no caminho. Copie para lá a pasta dist/.', 'kit');
const [campoTribunal, inputTribunal] = endereco('o-tribunal', 'Endereço do arquivo do tribunal', 'Como /tribunal.json.', 'tribunal');
const [campoFolha, inputFolha] = endereco('o-folha', 'Endereço da folha de estilo', 'Como /atrio-tribunal.css.', 'folha');
const copiar = secao(
  'copiar',
  '6. Copie para o site',
  pendente,
  h('details', { class: 'g-mais' }, h('summary', {}, 'Endereços no servidor e integridade'), campoKit, campoTribunal, campoFolha, sri.lugar),
  codigoArquivo.lugar,
  codigoScript.lugar,
  codigoTags.lugar,
  codigoFolha.lugar,
  codigoPagina.lugar,
);

const servidor = escolha('Para qual servidor?', [['cabecalho', 'Só os cabeçalhos'], ['nginx', 'nginx'], ['apache', 'Apache']], (valor) => enviar({ type: 'servidor', servidor: valor as Estado['servidor'] }));
const codigoCabecalhos = novoCodigo('Cabeçalhos', 'Só o que esta escolha precisa, e nada mais. O resto da sua página (fontes, mapas, VLibras) pode precisar de mais: acrescente.');
const razoes = h('ul', { class: 'g-razoes' });
const seguranca = secao('cabecalhos', '7. Cabeçalhos de segurança', h('p', {}, 'Se o site já manda Content-Security-Policy ou Permissions-Policy, confira se estas permissões estão lá. Se não manda, estes são os mais estritos que funcionam.'), servidor.lugar, codigoCabecalhos.lugar, h('h3', {}, 'Por que cada um'), razoes);

function mostrarCodigo(erros: readonly CourtFileIssue[]): void {
  const { arquivo: pronto, unidade, opcoes } = estado;
  const digest = opcoes.sri ? integridade : '';
  fill(pendente, erros.length ? `Falta acertar ${erros.length === 1 ? 'uma coisa' : `${erros.length} coisas`} antes de publicar: veja a lista na prévia.` : null);
  codigoArquivo.mostrar(textoDoArquivo(pronto));
  codigoScript.mostrar(tagDoScript(opcoes, digest));
  codigoTags.mostrar(opcoes.elementos.map((tag) => tagDoElemento(tag, pronto, unidade, opcoes)).join('\n\n'));
  codigoFolha.mostrar(folhaDeEstilo(opcoes));
  codigoPagina.mostrar(paginaInteira(pronto, unidade, opcoes, digest));
  const pedido: Pedido = { arquivo: pronto, elementos: opcoes.elementos, unidades: [unidade], kit: pasta(opcoes.kit), tribunal: opcoes.tribunal };
  codigoCabecalhos.mostrar(escrever(cabecalhos(pedido), estado.servidor));
  fill(razoes, porque(pedido).map((frase) => h('li', {}, frase)));
}

function mostrar(): void {
  const erros = pendencias();
  errar(conferir(estado.arquivo).erros);
  mostrarAberto();
  mostrarPrevia(erros);
  mostrarCodigo(erros);
  rascunho.textContent = {
    'vazio': 'O que você escrever fica guardado neste navegador, e não é enviado a ninguém.',
    'guardado': 'Rascunho guardado neste navegador. Nada é enviado a ninguém.',
    'recuperado': `Continuamos de onde você parou${lerCampo(estado.arquivo, estado.unidade, 'unidade/nome') ? `: ${lerCampo(estado.arquivo, estado.unidade, 'unidade/nome')}` : ''}.`,
    'nao-coube': 'O rascunho não coube neste navegador: baixe o arquivo (parte 6) antes de sair.',
  }[estado.rascunho];
}

// The page comes up whole.

const indice = h('nav', { 'class': 'g-indice', 'aria-label': 'Partes desta página' }, h('ol', {}, ([['#tribunal', 'Tribunal'], ['#unidade', 'Unidade'], ['#atendimento', 'Vídeo e fila'], ['#elementos', 'Elementos'], ['#cores', 'Cores'], ['#copiar', 'Copiar'], ['#cabecalhos', 'Cabeçalhos'], ['#conferir-pagina', 'Conferir página']] as const).map(([href, nome]) => h('li', {}, h('a', { href }, nome)))));
const conferirPagina = telaPagina((elementos, lido) => {
  if (semErros()) void lerElementos(elementos, estado.arquivo, backendDaDemo, lido);
  else lido(null);
});
fill(raiz, indice, h('div', { class: 'g-grade' }, h('div', { class: 'g-form' }, comecar, form.partes), lateral), h('div', { class: 'g-levar' }, copiar, seguranca, conferirPagina));

let lido: unknown = null;
try {
  lido = JSON.parse(localStorage.getItem(RASCUNHO) ?? 'null');
} catch {
  // A draft that cannot be read is none.
}
estado = passo(estado, { type: 'recuperar', rascunho: lido }).estado;
inputKit.value = estado.opcoes.kit;
inputTribunal.value = estado.opcoes.tribunal;
inputFolha.value = estado.opcoes.folha;
sri.input.checked = estado.opcoes.sri;
servidor.marcar(estado.servidor);
form.preencher(estado);
mostrar();

/** What comes from the network, after the form can already be used. */
async function completar(): Promise<void> {
  const [doTribunal, somas] = (await Promise.all([json('tribunal.json'), json(`${kit}integrity.json`)])) as [{ backend?: { url?: string } } | null, Record<string, string> | null];
  backendDaDemo = doTribunal?.backend?.url;
  integridade = somas?.['atrio.js'] ?? '';
  sri.lugar.hidden = !integridade;
  previa = new Previa(vivos, backendDaDemo, (aviso) => (avisoChamada.textContent = aviso));
  mostrar();
}
void completar();
