import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { CidadaniaLinks } from '../../src/elements/cidadania-links/cidadania-links.ts';
import { fakePorts } from '../../test/support/fake-ports.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  transparenciaUrl: '/transparencia',
  ouvidoria: { url: '/ouvidoria' },
  sic: { url: '/sic' },
};

/** One state of the shortcuts: feeds its story and its axe test. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  atributos: Record<string, string>;
  tribunal: TribunalInput | null;
}

export const EXEMPLOS: readonly Exemplo[] = [
  { nome: 'Os três obrigatórios', descricao: 'Ouvidoria, SIC e Portal da Transparência, com os endereços do arquivo do tribunal.', atributos: {}, tribunal: TRIBUNAL },
  { nome: 'Todos os atalhos', descricao: 'Com o Balcão Virtual e o acompanhamento, que a página informa.', atributos: { balcao: '/balcao', acompanhar: '/acompanhar' }, tribunal: TRIBUNAL },
  { nome: 'Só ícones', descricao: 'Para uma faixa estreita da página inicial.', atributos: { formato: 'icones', balcao: '/balcao', acompanhar: '/acompanhar' }, tribunal: TRIBUNAL },
  { nome: 'Sem arquivo do tribunal', descricao: 'Os endereços estão no próprio elemento.', atributos: { ouvidoria: '/fale', sic: '/esic', transparencia: '/contas' }, tribunal: null },
];

/** The element of an example, ready to be put on a page. */
export function montar({ atributos, tribunal }: Exemplo): CidadaniaLinks {
  const element = document.createElement('cidadania-links');
  element.ports = fakePorts();
  if (tribunal) element.courtFile = tribunal;
  for (const [name, value] of Object.entries(atributos)) element.setAttribute(name, value);
  return element;
}
