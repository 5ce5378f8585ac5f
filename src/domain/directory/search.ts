import { dobrar } from './identificador.ts';
import type { Indice } from './unpack.ts';

/** What a person looks for. Empty texts ask for nothing. */
export interface Filtro {
  busca: string;
  tipo: string;
  comarca: string;
  /** Open at this moment. */
  abertas: boolean;
}

export const SEM_FILTRO: Filtro = { busca: '', tipo: '', comarca: '', abertas: false };

/** Words that names have and nobody means. */
const PEQUENAS = /^(a|o|as|os|e|da|de|do|das|dos|em|na|no|nas|nos)$/;

/** `primeira` finds `1ª`; places stand for the numbers. */
const ORDINAIS = ['primeir', 'segund', 'terceir', 'quart', 'quint', 'sext', 'setim', 'oitav', 'non', 'decim'];

/** Words as they are compared: letters and digits, without accents. */
export const palavras = (text: string): string[] => dobrar(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Ways in which a word of the search may begin a word of a unit. A number is a whole one: `1` does not find `11ª`. */
function inicio(palavra: string): RegExp {
  const ordinal = ORDINAIS.indexOf(palavra.replace(/[ao]$/, '')) + 1;
  const texto = `${palavra}${/\d$/.test(palavra) ? '(?!\\d)' : ''}`;
  return new RegExp(` (?:${texto}${ordinal && /[ao]$/.test(palavra) ? `|${ordinal}(?!\\d)` : ''})`, 'u');
}

/** Finds units of one directory. */
export interface Buscador {
  /** Rows in the order of the directory; with words to look for, those that have more of them in their names first. */
  (filtro: Filtro, aberta: (row: number) => boolean): number[];
}

/**
 * @param rotulo the words of a kind, as people know it
 */
export function criarBuscador(indice: Indice, rotulo: (tipo: string) => string): Buscador {
  const { dados, total } = indice;
  const { colunas, tabelas } = dados;
  let nomes: string[] | undefined;
  let lugares: string[] | undefined;
  /** Every word after a space. One text is folded faster than thousands. */
  const folded = (texts: readonly string[]): string[] =>
    dobrar(texts.map((text) => text.replaceAll('\n', ' ')).join('\n'))
      .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
      .split('\n')
      .map((text) => ` ${text}`);
  const prepare = (): void => {
    nomes = folded(colunas.nome.map((_, row) => indice.nome(row)));
    const comarcas = folded(tabelas.comarcas);
    const municipios = folded(tabelas.municipios);
    const tipos = folded(tabelas.tipos.map(rotulo));
    lugares = colunas.nome.map((_, row) => `${comarcas[colunas.comarca[row]!] ?? ''}${municipios[colunas.municipio[row]!] ?? ''}${tipos[colunas.tipo[row]!]}`);
  };
  return ({ busca, tipo, comarca, abertas }, aberta) => {
    const todas = palavras(busca);
    const ditas = todas.filter((palavra) => !PEQUENAS.test(palavra));
    const procuradas = (ditas.length > 0 ? ditas : todas).map(inicio);
    if (procuradas.length > 0 && !nomes) prepare();
    const noTipo = tipo ? tabelas.tipos.indexOf(tipo) : null;
    const naComarca = comarca ? tabelas.comarcas.indexOf(comarca) : null;
    const niveis: number[][] = [];
    rows: for (let row = 0; row < total; row++) {
      if ((noTipo !== null && colunas.tipo[row] !== noTipo) || (naComarca !== null && colunas.comarca[row] !== naComarca)) continue;
      let fora = 0;
      for (const palavra of procuradas) {
        if (palavra.test(nomes![row]!)) continue;
        if (!palavra.test(lugares![row]!)) continue rows;
        fora++;
      }
      if (abertas && !aberta(row)) continue;
      (niveis[fora] ??= []).push(row);
    }
    return niveis.flat();
  };
}
