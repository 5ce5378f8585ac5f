import { SEM_FILTRO, type Filtro } from './search.ts';

/** What the address of the page says of the directory. */
export interface Vista {
  filtro: Filtro;
  /** One unit alone, by id; empty for all. */
  unidade: string;
}

export const VISTA_INICIAL: Vista = { filtro: SEM_FILTRO, unidade: '' };

const UNIDADE = '#unidade-';
const LISTA = '#unidades';

/**
 * Reads the part of an address after `#`: `#unidade-<id>`, or `#unidades?busca=…&tipo=…&comarca=…&abertas=1`. Null when it is about something else
 * of the page.
 */
export function lerEndereco(hash: string): Vista | null {
  if (hash.startsWith(UNIDADE)) {
    try {
      return { filtro: SEM_FILTRO, unidade: decodeURIComponent(hash.slice(UNIDADE.length)) };
    } catch {
      return null;
    }
  }
  if (hash !== LISTA && !hash.startsWith(`${LISTA}?`)) return null;
  const said = new URLSearchParams(hash.slice(LISTA.length));
  const get = (name: string): string => said.get(name) ?? '';
  return { filtro: { busca: get('busca'), tipo: get('tipo'), comarca: get('comarca'), abertas: get('abertas') === '1' }, unidade: '' };
}

/** The same, written; a view of everything is `#unidades`. */
export function escreverEndereco({ filtro, unidade }: Vista): string {
  if (unidade) return UNIDADE + encodeURIComponent(unidade);
  const said = new URLSearchParams();
  for (const name of ['busca', 'tipo', 'comarca'] as const) if (filtro[name].trim()) said.set(name, filtro[name].trim());
  if (filtro.abertas) said.set('abertas', '1');
  const text = said.toString();
  return text ? `${LISTA}?${text}` : LISTA;
}
