/** What the webmaster takes away: script tag, elements with what stands in for them, style sheet, court file, and a whole page to begin from. */
import { em, lerCampo, lista, objeto, type Arquivo } from './arquivo.ts';
import { corDoTexto, escurecer, misturar } from './cores.ts';

/** Elements that the page offers, in the order in which they are shown. */
export const ELEMENTOS = ['balcao-virtual', 'balcao-directory', 'ouvidoria-form', 'sic-request', 'protocolo-tracker', 'ouvidoria-stats', 'cidadania-links'] as const;
export type Elemento = (typeof ELEMENTOS)[number];

export const TEMAS = ['light', 'auto', 'dark', 'contrast'] as const;

/** Choices that are of the page, not of the court file. */
export interface Opcoes {
  elementos: readonly Elemento[];
  /** Folder of the kit on the court's server, with the version in it. */
  kit: string;
  /** Address of the court file. */
  tribunal: string;
  /** Address of the style sheet, for the whole page. */
  folha: string;
  sri: boolean;
  tema: (typeof TEMAS)[number];
  /** Main colour, `#rrggbb`; empty: the kit's own. */
  cor: string;
  cantos: '' | '0' | '4px';
  letra: '' | 'inherit';
  /** Pages of the court's site, where elements lead to one another. */
  paginas: Readonly<Record<'balcao' | 'ouvidoria' | 'sic' | 'acompanhar', string>>;
}

const escapar = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `tel:` of a number as people write it in Brazil. */
export const hrefTelefone = (numero: string): string => {
  const digits = numero.replace(/\D/g, '');
  return `tel:${numero.trim().startsWith('+') || digits.length > 11 ? `+${digits}` : /^0[38]00/.test(digits) || digits.length < 10 ? digits : `+55${digits}`}`;
};

/** An element's folder, with its final slash. */
export const pasta = (kit: string): string => `${kit.trim().replace(/\/+$/, '')}/`;

/**
 * The script tag.
 * @param integridade the digest of the loader; empty for none
 */
export function tagDoScript({ kit, tribunal }: Opcoes, integridade: string): string {
  const sri = integridade ? `\n        integrity="${escapar(integridade)}" crossorigin="anonymous"` : '';
  return `<script type="module" src="${escapar(pasta(kit))}atrio.js" data-tribunal="${escapar(tribunal.trim())}"${sri}></script>`;
}

/** Telephones, e-mails and address: what a citizen can still do when the kit does not come. */
function contatos(base: unknown): string[] {
  const canais = lista(em(base, ['canais'])).map(objeto);
  const texto = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const de = (tipo: string, chave: string): string[] => canais.filter((canal) => canal['tipo'] === tipo).flatMap((canal) => texto(canal[chave]) || []);
  const telefones = de('telefone', 'numero').map((numero) => `<a href="${escapar(hrefTelefone(numero))}">${escapar(numero)}</a>`);
  const emails = de('email', 'endereco').map((endereco) => `<a href="mailto:${escapar(endereco)}">${escapar(endereco)}</a>`);
  const endereco = ['logradouro', 'bairro', 'municipio', 'uf', 'cep'].flatMap((parte) => texto(em(base, ['endereco', parte])) || []);
  return [
    ...(telefones.length ? [`<p>Telefone: ${telefones.join(', ')}</p>`] : []),
    ...(emails.length ? [`<p>E-mail: ${emails.join(', ')}</p>`] : []),
    ...(endereco.length ? [`<p>Endereço: ${escapar(endereco.join(', '))}</p>`] : []),
  ];
}

/** The stand-in content of an element; empty when the file has nobody to reach. */
export function reserva(tag: Elemento, arquivo: Arquivo, unidade: number, { paginas }: Opcoes): string[] {
  if (tag === 'cidadania-links') {
    const links = [
      [paginas.ouvidoria, 'Ouvidoria'],
      [paginas.sic, 'Serviço de Informações ao Cidadão (SIC)'],
      [lerCampo(arquivo, unidade, 'tribunal/transparenciaUrl'), 'Portal da Transparência'],
    ].flatMap(([href, nome]) => (href ? [`<a href="${escapar(href)}">${nome}</a>`] : []));
    if (links.length) return [`<p>${links.join(' · ')}</p>`];
  }
  const proprio = tag === 'ouvidoria-form' || tag === 'ouvidoria-stats' ? contatos(arquivo['ouvidoria']) : tag === 'sic-request' ? contatos(arquivo['sic']) : [];
  return proprio.length ? proprio : contatos(em(arquivo, ['unidades', unidade]));
}

/** Attributes of an element, for its tag and for its preview. */
export function atributos(tag: Elemento, arquivo: Arquivo, unidade: number, { tema, paginas }: Opcoes): [nome: string, valor: string][] {
  const all: [string, string][] =
    tag === 'balcao-virtual'
      ? [['unidade', lerCampo(arquivo, unidade, 'unidade/id')]]
      : tag === 'ouvidoria-form'
        ? [['acompanhar', paginas.acompanhar], ['balcao', paginas.balcao]]
        : tag === 'sic-request'
          ? [['acompanhar', paginas.acompanhar]]
          : tag === 'cidadania-links'
            ? [['ouvidoria', paginas.ouvidoria], ['sic', paginas.sic], ['balcao', paginas.balcao], ['acompanhar', paginas.acompanhar]]
            : [];
  return [...all.map(([nome, valor]): [string, string] => [nome, valor.trim()]).filter(([, valor]) => valor), ...(tema === 'light' ? [] : [['theme', tema] as [string, string]])];
}

/** One element as it is pasted. */
export function tagDoElemento(tag: Elemento, arquivo: Arquivo, unidade: number, opcoes: Opcoes): string {
  const attrs = atributos(tag, arquivo, unidade, opcoes).map(([nome, valor]) => ` ${nome}="${escapar(valor)}"`).join('');
  const dentro = reserva(tag, arquivo, unidade, opcoes);
  return dentro.length ? `<${tag}${attrs}>\n${dentro.map((linha) => `  ${linha}`).join('\n')}\n</${tag}>` : `<${tag}${attrs}></${tag}>`;
}

/** The court's colours as the kit's properties; none when the kit's own serve. */
export function propriedades({ cor, cantos, letra }: Opcoes): [nome: string, valor: string][] {
  return [
    ...(cor
      ? ([
          ['--atrio-color-primary', cor],
          ['--atrio-color-primary-strong', escurecer(cor, 0.35)],
          ['--atrio-color-on-primary', corDoTexto(cor)],
          ['--atrio-color-tint', misturar(cor, '#ffffff', 0.92)],
        ] as [string, string][])
      : []),
    ...(cantos ? [['--atrio-radius', cantos] as [string, string]] : []),
    ...(letra ? [['--atrio-font-family', letra] as [string, string]] : []),
  ];
}

/** The style sheet: room kept for the elements, and the court's colours. */
export function folhaDeEstilo(opcoes: Opcoes): string {
  const { elementos, tema } = opcoes;
  const grandes = elementos.filter((tag) => tag !== 'cidadania-links');
  const regras = [
    ...(grandes.length ? [`/* Espaço guardado: nada se move quando o elemento aparece. */\n${grandes.join(', ')} { display: block; min-block-size: 100svh; }`] : []),
    ...(elementos.includes('cidadania-links') ? ['cidadania-links { display: block; min-block-size: 17rem; }\n@media (min-width: 50rem) { cidadania-links { min-block-size: 6rem; } }'] : []),
  ];
  const props = propriedades(opcoes);
  if (props.length) {
    // The court's colours are chosen over a light ground: in the dark the kit's own serve.
    const claras = props.filter(([nome]) => nome.startsWith('--atrio-color-'));
    const outras = props.filter(([nome]) => !nome.startsWith('--atrio-color-'));
    const bloco = (list: [string, string][], recuo: string): string => `${recuo}:root {\n${list.map(([nome, valor]) => `${recuo}  ${nome}: ${valor};`).join('\n')}\n${recuo}}`;
    if (outras.length) regras.push(bloco(outras, ''));
    if (claras.length && tema !== 'dark' && tema !== 'contrast') regras.push(tema === 'auto' ? `@media not (prefers-color-scheme: dark) {\n${bloco(claras, '  ')}\n}` : `/* Cores do tribunal. */\n${bloco(claras, '')}`);
  }
  return regras.length ? `${regras.join('\n\n')}\n` : '';
}

/** A whole page to begin from, with nothing inline. */
export function paginaInteira(arquivo: Arquivo, unidade: number, opcoes: Opcoes, integridade: string): string {
  const nome = lerCampo(arquivo, unidade, 'unidade/nome') || 'Atendimento';
  const sigla = lerCampo(arquivo, unidade, 'tribunal/sigla');
  const recuar = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
  return `<!doctype html>
<html lang="pt-BR">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapar(sigla ? `${nome} — ${sigla}` : nome)}</title>
    <link rel="stylesheet" href="${escapar(opcoes.folha.trim())}">
${recuar(tagDoScript(opcoes, integridade), '    ')}
  </head>
  <body>
    <main>
      <h1>${escapar(nome)}</h1>
${opcoes.elementos.map((tag) => recuar(tagDoElemento(tag, arquivo, unidade, opcoes), '      ')).join('\n')}
    </main>
  </body>
</html>
`;
}

/** The court file as text. */
export const textoDoArquivo = (arquivo: Arquivo): string => `${JSON.stringify(arquivo, null, 2)}\n`;
