/** The security headers of the page that is being made: no more than its elements need, by the rules of `docs/csp.md`. */
import { em, lista, objeto, type Arquivo } from './arquivo.ts';

/** What decides the headers. */
export interface Pedido {
  arquivo: Arquivo;
  /** Elements on the page. */
  elementos: readonly string[];
  /** Units whose counter is on the page, by their place. */
  unidades: readonly number[];
  /** Address of the kit's folder, and of the court file: on the court's own site, or whole. */
  kit: string;
  tribunal: string;
}

export interface Cabecalhos {
  csp: string;
  /** Null: the page needs none, and one that it sends already may stay as it is. */
  permissoes: string | null;
}

/** Stands for the court's site. */
const PAGINA = 'https://pagina.invalid';

/** Origin of an address, or null when it is the site's own or is none. */
function origem(value: unknown, base = PAGINA): string | null {
  if (typeof value !== 'string' || !value.trim()) return null;
  try {
    const { origin, protocol } = new URL(value, base);
    return /^https?:$/.test(protocol) && origin !== PAGINA ? origin : null;
  } catch {
    return null;
  }
}

/** Origin of a video server that is embedded; null for what opens elsewhere. */
function origemDoVideo(video: unknown): string | null {
  const { provider, domain, inseguroLocal } = objeto(video);
  if (provider === 'jaas') return 'https://8x8.vc';
  return provider === 'jitsi' && typeof domain === 'string' && domain ? origem(`${inseguroLocal === true ? 'http' : 'https'}://${domain}`) : null;
}

const unicas = (origens: readonly (string | null)[]): string[] => [...new Set(origens.filter((one) => one !== null))];

const FORMULARIOS = ['ouvidoria-form', 'sic-request'];

/** Servers of embedded calls that the page's counters lead to. */
export function servidoresDeVideo({ arquivo, elementos, unidades }: Pedido): string[] {
  if (!elementos.includes('balcao-virtual')) return [];
  return unicas(
    unidades.map((place) => {
      const unit = objeto(em(arquivo, ['unidades', place]));
      return unit['semVideo'] === true || unit['tipo'] === 'gabinete' ? null : origemDoVideo(unit['video'] ?? arquivo['video']);
    }),
  );
}

/** The headers for exactly this page. */
export function cabecalhos(pedido: Pedido): Cabecalhos {
  const { arquivo, elementos, kit, tribunal } = pedido;
  const video = servidoresDeVideo(pedido);
  const usa = (tags: readonly string[]): boolean => elementos.some((tag) => tags.includes(tag));
  // The backend's address is relative to the file; the others, to the page.
  const noArquivo = origem(tribunal) ?? PAGINA;
  const dados = unicas([
    origem(tribunal),
    origem(em(arquivo, ['backend', 'url']), noArquivo),
    usa(['sic-request']) ? origem(em(arquivo, ['backend', 'sic', 'url']), noArquivo) : null,
    usa(['ouvidoria-form']) ? origem(em(arquivo, ['ouvidoria', 'perguntas'])) : null,
    usa(['sic-request']) ? origem(em(arquivo, ['sic', 'perguntas'])) : null,
    usa(['balcao-virtual']) ? origem(em(arquivo, ['balcao', 'redeUrl'])) : null,
  ]);
  const csp = [
    "default-src 'none'",
    ["script-src 'self'", ...unicas([origem(kit)]), ...video].join(' '),
    "style-src 'self'",
    "img-src 'self'",
    ["connect-src 'self'", ...dados].join(' '),
    ...(video.length ? [`frame-src ${video.join(' ')}`] : []),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html atrio',
  ].join('; ');
  const para = `(self${video.map((one) => ` "${one}"`).join('')})`;
  return { csp, permissoes: video.length ? ['camera', 'microphone', 'display-capture', 'autoplay'].map((one) => `${one}=${para}`).join(', ') : null };
}

/** Why each line that is not plain is there, in words for a webmaster. */
export function porque(pedido: Pedido): string[] {
  const video = servidoresDeVideo(pedido);
  const backend = origem(em(pedido.arquivo, ['backend', 'url']), origem(pedido.tribunal) ?? PAGINA);
  const kit = origem(pedido.kit);
  const frases = [
    video.length
      ? `${video.join(' e ')} está em script-src e frame-src por causa da sala de vídeo, carregada só depois que a pessoa pede a chamada.`
      : 'Não há sala de vídeo dentro da página: nenhum servidor de vídeo é permitido, e a Permissions-Policy não precisa mudar.',
    backend ? `${backend} está em connect-src: é o backend, para onde vão os envios.` : 'Não há backend em outro endereço: connect-src só precisa do próprio site, onde está o arquivo do tribunal.',
    ...(kit ? [`${kit} está em script-src: é de lá que vem o kit.`] : []),
    'A folha de estilo é um arquivo do site: não é preciso ‘unsafe-inline’.',
  ];
  if (lista(pedido.elementos).some((tag) => FORMULARIOS.includes(String(tag)))) frases.push('form-action fica em ‘none’: os formulários do kit são enviados por código.');
  return frases;
}

export type Servidor = 'cabecalho' | 'nginx' | 'apache';

/** The headers as each server has them written. */
export function escrever({ csp, permissoes }: Cabecalhos, servidor: Servidor): string {
  const linhas: [nome: string, valor: string][] = [['Content-Security-Policy', csp], ...(permissoes ? [['Permissions-Policy', permissoes] as [string, string]] : []), ['Referrer-Policy', 'strict-origin-when-cross-origin'], ['X-Content-Type-Options', 'nosniff']];
  switch (servidor) {
    case 'nginx':
      return linhas.map(([nome, valor]) => `add_header ${nome} ${valor.includes('"') ? `'${valor}'` : `"${valor}"`} always;`).join('\n');
    case 'apache':
      return linhas.map(([nome, valor]) => `Header always set ${nome} "${valor.replaceAll('"', '\\"')}"`).join('\n');
    case 'cabecalho':
      return linhas.map(([nome, valor]) => `${nome}: ${valor}`).join('\n');
  }
}
