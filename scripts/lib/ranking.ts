/**
 * What the transparency ranking of the Judiciary looks for about the SIC and the Ouvidoria (Resolução CNJ 215/2015, Anexo II, items 17 to 29), asked of pages as
 * a visitor sees them. A "yes" here is what a text can show: whoever scores the ranking reads the page.
 */

/** Which page of the court it is. */
export const PAPEIS = ['inicio', 'unidades', 'sic', 'ouvidoria', 'acompanhar', 'perguntas'] as const;
export type Papel = (typeof PAPEIS)[number];

/** A page as it is on the screen, shadow roots included. */
export interface Pagina {
  url: string;
  texto: string;
  links: readonly { texto: string; href: string }[];
  /** Names of the custom elements on it that came up. */
  elementos: readonly string[];
  /** It has a form of its own with a place to write. */
  formulario: boolean;
}

export type Paginas = Partial<Record<Papel, Pagina>>;

export interface ItemRanking {
  numero: number;
  pergunta: string;
  base: string;
  /** Null when the page that would tell was not given. */
  atende: boolean | null;
  /** What to do when it does not. */
  ajuste: string;
}

const TELEFONE = /\(?\d{2}\)?\s?9?\d{4}[-\s]?\d{4}|0800[\s-]?\d{3}[\s-]?\d{4}/;
const HORARIO = /\b\d{1,2}\s?(h|:)\s?(\d{2})?[^.]{0,40}?(às|até|[-–]| a )[^.]{0,12}?\d{1,2}\s?(h|:)/i;
const ENDERECO = /\b(rua|avenida|av\.|praça|largo|travessa|rodovia|alameda|cep)\b/i;

const tem = (pagina: Pagina, padrao: RegExp): boolean => padrao.test(pagina.texto);
const leva = (pagina: Pagina, padrao: RegExp): boolean => pagina.links.some(({ texto }) => padrao.test(texto));

interface Regra {
  numero: number;
  pergunta: string;
  base: string;
  paginas: readonly Papel[];
  atende(pagina: Pagina): boolean;
  ajuste: string;
}

const REGRAS: readonly Regra[] = [
  { numero: 17, pergunta: 'Telefone das unidades', base: 'art. 6º, II', paginas: ['unidades'], atende: (p) => tem(p, TELEFONE), ajuste: 'Ponha o telefone de cada unidade em "canais", no arquivo do tribunal, e mostre as unidades com <balcao-virtual>.' },
  { numero: 18, pergunta: 'Horários de atendimento ao público', base: 'art. 6º, II', paginas: ['unidades'], atende: (p) => tem(p, HORARIO), ajuste: 'Ponha "hours" em cada unidade do arquivo do tribunal.' },
  { numero: 19, pergunta: 'Campo "Serviço de Informações ao Cidadão" na página inicial', base: 'art. 7º', paginas: ['inicio'], atende: (p) => leva(p, /servi[çc]o de informa[çc](ões|ão) (ao|do) cidadão/i), ajuste: 'Ponha <cidadania-links> na página inicial, ou um link com esse nome.' },
  { numero: 20, pergunta: 'SIC a que se possa entregar o pedido pessoalmente', base: 'art. 10', paginas: ['sic'], atende: (p) => tem(p, /pessoalmente|presencial/i) && tem(p, ENDERECO), ajuste: 'Ponha o endereço do SIC e o canal "presencial" em "sic", no arquivo do tribunal.' },
  { numero: 21, pergunta: 'Órgão ou unidade responsável pelo SIC', base: 'art. 10', paginas: ['sic'], atende: (p) => tem(p, /unidade respons[áa]vel|respons[áa]vel pelo (sic|servi[çc]o)/i), ajuste: 'Preencha "sic.unidadeResponsavel" no arquivo do tribunal.' },
  { numero: 22, pergunta: 'Telefone do SIC', base: 'boas práticas', paginas: ['sic'], atende: (p) => tem(p, TELEFONE), ajuste: 'Ponha um canal "telefone" em "sic.canais".' },
  { numero: 23, pergunta: 'Horário do SIC', base: 'boas práticas', paginas: ['sic'], atende: (p) => tem(p, HORARIO), ajuste: 'Preencha "sic.hours".' },
  { numero: 24, pergunta: 'Pedido de informação pela internet (e-SIC)', base: 'art. 10', paginas: ['sic'], atende: (p) => p.elementos.includes('sic-request') || p.formulario, ajuste: 'Ponha <sic-request> na página do SIC.' },
  { numero: 25, pergunta: 'Acompanhamento do pedido de informação', base: 'Lei 12.527/2011, arts. 9º e 10', paginas: ['sic', 'acompanhar'], atende: (p) => p.elementos.includes('protocolo-tracker') || leva(p, /acompanh/i), ajuste: 'Ponha <protocolo-tracker> numa página e aponte para ela com acompanhar="…" no <sic-request>.' },
  { numero: 26, pergunta: 'Registro de denúncias e reclamações', base: 'boas práticas', paginas: ['ouvidoria'], atende: (p) => p.elementos.includes('ouvidoria-form') || p.formulario, ajuste: 'Ponha <ouvidoria-form> na página da Ouvidoria.' },
  { numero: 27, pergunta: 'Acompanhamento de denúncias e reclamações', base: 'boas práticas', paginas: ['ouvidoria', 'acompanhar'], atende: (p) => p.elementos.includes('protocolo-tracker') || leva(p, /acompanh/i), ajuste: 'Ponha <protocolo-tracker> numa página e aponte para ela com acompanhar="…" no <ouvidoria-form>.' },
  { numero: 28, pergunta: 'Avaliação do serviço de denúncias e reclamações', base: 'boas práticas', paginas: ['ouvidoria', 'acompanhar'], atende: (p) => tem(p, /avali(e|ar|ação)|pesquisa de satisfação/i), ajuste: 'O <protocolo-tracker> pede a avaliação depois da resposta: diga isso na página.' },
  { numero: 29, pergunta: 'Respostas às perguntas mais frequentes', base: 'art. 6º, VIII', paginas: ['perguntas', 'inicio'], atende: (p) => tem(p, /perguntas (mais )?frequentes/i), ajuste: 'Publique a página de perguntas frequentes e um link para ela na página inicial.' },
];

/** The items, with what each page shows. An item that any of its pages answers is met. */
export function conferirRanking(paginas: Paginas): ItemRanking[] {
  return REGRAS.map(({ paginas: onde, atende, ...item }) => {
    const dadas = onde.flatMap((papel) => paginas[papel] ?? []);
    return { ...item, atende: dadas.length === 0 ? null : dadas.some(atende) };
  });
}
