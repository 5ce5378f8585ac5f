/**
 * The source of a page read as text: what a visitor would read, its links, its custom elements, and whether it has a place to write. Read without making a
 * document of it, since the policy of these pages lets no text become markup.
 */

/** What was found in a source. */
export interface Lida {
  texto: string;
  links: { texto: string; href: string }[];
  /** Custom elements, with the attributes of each. */
  elementos: { tag: string; atributos: Readonly<Record<string, string>> }[];
  formulario: boolean;
}

/** HTML's names for U+00A0 to U+00FF, in order, and the few others that pages in Portuguese use. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const NOMES = new Map<string, string>([
  ...LATIN1.split(' ').map((nome, place): [string, string] => [nome, String.fromCharCode(0xa0 + place)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', rsaquo: '›', lsaquo: '‹' }),
]);

/** Text with its character references read. */
export const decodificar = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]*));?/gi, (whole, hex?: string, dec?: string, nome?: string) => {
    if (nome) return NOMES.get(nome) ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Elements whose content is no markup. */
const CRUS = /^(script|style|textarea|title|noscript|template|iframe|xmp|noembed|noframes)$/;

const ATRIBUTO = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

const apertar = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads a source. Whatever it is, there is an answer: what is not understood is text. */
export function lerFonte(fonte: string): Lida {
  const lida: Lida = { texto: '', links: [], elementos: [], formulario: false };
  const partes: string[] = [];
  /** The link that is open: where its text begins. */
  let link: { href: string; desde: number } | null = null;
  const fecharLink = (): void => {
    if (link) lida.links.push({ texto: apertar(partes.slice(link.desde).join(' ')), href: link.href });
    link = null;
  };
  let at = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(fonte); found; found = TAG.exec(fonte)) {
    const [whole, fecha, nome, resto = ''] = found;
    if (found.index > at) partes.push(decodificar(fonte.slice(at, found.index)));
    at = found.index + whole.length;
    if (nome === undefined) continue;
    const tag = nome.toLowerCase();
    if (tag === 'a') fecharLink();
    if (fecha) continue;
    if (tag === 'textarea') lida.formulario = true;
    if (CRUS.test(tag)) {
      const end = new RegExp(`</${tag}[\\s/>]`, 'gi');
      end.lastIndex = at;
      const close = end.exec(fonte);
      at = close ? close.index : fonte.length;
      TAG.lastIndex = at;
      continue;
    }
    if (tag !== 'a' && tag !== 'img' && !tag.includes('-')) continue;
    const atributos = Object.fromEntries([...resto.matchAll(ATRIBUTO)].map(([, key = '', a, b, c]) => [key.toLowerCase(), decodificar(a ?? b ?? c ?? '')]));
    if (tag === 'img' && atributos['alt']) partes.push(atributos['alt']);
    if (tag === 'a' && atributos['href']) link = { href: atributos['href'], desde: partes.length };
    if (tag.includes('-')) lida.elementos.push({ tag, atributos });
  }
  if (at < fonte.length) partes.push(decodificar(fonte.slice(at)));
  fecharLink();
  lida.texto = apertar(partes.join(' '));
  return lida;
}
