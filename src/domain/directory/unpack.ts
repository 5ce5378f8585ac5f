import type { Diretorio } from '../../contract/diretorio.ts';
import type { Calendario, Canal } from '../../contract/tribunal.ts';
import type { AgendaUnidade } from '../hours/types.ts';
import { COMARCA, emUmaPalavra, FINAL, identificador } from './identificador.ts';

/** A unit as the directory shows it. */
export interface UnidadeListada {
  id: string;
  nome: string;
  /** As in the contract; a newer court may have kinds that nobody here knows. */
  tipo: string;
  comarca: string;
  municipio: string;
  /** The street address in lines. */
  endereco: readonly string[];
  /** Page of its counter, not checked yet; null when it has none. */
  balcao: string | null;
  /** The counter meets people by video. */
  video: boolean;
  canais: readonly Canal[];
  agenda: AgendaUnidade;
}

/** The directory, read from its columns on demand: nothing is made for a unit that nobody looks at. */
export interface Indice {
  readonly total: number;
  readonly dados: Diretorio;
  readonly calendario: Calendario | undefined;
  id(row: number): string;
  nome(row: number): string;
  /** City; the comarca's when none is said. */
  municipio(row: number): string;
  /** Row of a unit, or -1. */
  linha(id: string): number;
  unidade(row: number): UnidadeListada;
  /** Text of a table that a row points to; empty when there is none. */
  texto(tabela: 'tipos' | 'comarcas' | 'municipios' | 'zonas', row: number): string;
}

const PONTEIROS = { tipo: 'tipos', comarca: 'comarcas', municipio: 'municipios', zona: 'zonas', horario: 'horarios', endereco: 'enderecos', balcao: 'balcoes' } as const;
/** What every unit has. */
const OBRIGATORIOS: readonly string[] = ['tipo', 'zona', 'horario'];

/** Do the columns agree with one another and with the tables? */
function valido(value: Diretorio): boolean {
  const { colunas, tabelas, semVideo, canais } = value;
  const { length } = colunas.nome;
  for (const name of ['id', 'nome', 'telefone', 'email', 'whatsapp'] as const) {
    const column = colunas[name];
    if (column.length !== length || !column.every((item) => typeof item === 'string')) return false;
  }
  for (const name of Object.keys(PONTEIROS)) {
    const tabela = tabelas[PONTEIROS[name as keyof typeof PONTEIROS]];
    const column = colunas[name as keyof typeof PONTEIROS];
    const least = OBRIGATORIOS.includes(name) ? 0 : -1;
    if (column.length !== length || !column.every((at) => Number.isInteger(at) && at >= least && at < tabela.length)) return false;
    if (name !== 'horario' && !tabela.every((item) => typeof item === 'string')) return false;
  }
  return Array.isArray(semVideo) && canais.every(([row, list]) => row < length && Array.isArray(list));
}

/**
 * Reads a directory; null when it is none, or a newer one.
 * @param calendario of the court file, which wins over the one in the directory
 */
export function lerDiretorio(value: unknown, calendario?: Calendario): Indice | null {
  const dados = value as Diretorio;
  try {
    if (dados.versao !== 1 || !valido(dados)) return null;
  } catch {
    return null;
  }
  const { tabelas, colunas } = dados;
  const agora = calendario ?? dados.calendario;
  const semVideo = new Set(dados.semVideo);
  const outros = new Map(dados.canais);
  const texto: Indice['texto'] = (tabela, row) => tabelas[tabela][colunas[{ tipos: 'tipo', comarcas: 'comarca', municipios: 'municipio', zonas: 'zona' }[tabela] as 'tipo'][row]!] ?? '';
  const nome = (row: number): string => colunas.nome[row]!.replace(COMARCA, () => texto('comarcas', row));
  const id = (row: number): string => colunas.id[row] || identificador(nome(row));
  const municipio = (row: number): string => texto('municipios', row) || texto('comarcas', row);
  const telefone = (row: number): string => {
    const said = colunas.telefone[row] ?? '';
    let above = row;
    while (above > 0 && FINAL.test(colunas.telefone[above]!)) above--;
    return above < row ? colunas.telefone[above]!.slice(0, -4) + said : said;
  };
  const lista = (text: string): string[] => text.split(';').filter(Boolean);
  let linhas: Map<string, number> | undefined;
  return {
    total: colunas.nome.length,
    dados,
    calendario: agora,
    id,
    nome,
    municipio,
    linha(wanted) {
      linhas ??= new Map(colunas.nome.map((_, row) => [id(row), row]));
      return linhas.get(wanted) ?? -1;
    },
    texto,
    unidade(row) {
      const horario = tabelas.horarios[colunas.horario[row]!]!;
      const horas = typeof horario === 'string' ? { hours: horario } : horario;
      const key = id(row);
      const balcao = tabelas.balcoes[colunas.balcao[row]!];
      return {
        id: key,
        nome: nome(row),
        tipo: texto('tipos', row),
        comarca: texto('comarcas', row),
        municipio: municipio(row),
        endereco: lista(tabelas.enderecos[colunas.endereco[row]!] ?? ''),
        balcao: balcao === undefined ? null : balcao.replaceAll('{id}', encodeURIComponent(key)),
        video: balcao !== undefined && !semVideo.has(row),
        canais: outros.get(row) ?? [
          ...lista(telefone(row)).map((numero): Canal => ({ tipo: 'telefone', numero })),
          ...lista(colunas.whatsapp[row]!).map((numero): Canal => ({ tipo: 'whatsapp', numero })),
          ...lista(colunas.email[row]!.replaceAll(COMARCA, () => emUmaPalavra(texto('comarcas', row)))).map((endereco): Canal => ({ tipo: 'email', endereco })),
        ],
        agenda: { ...horas, timezone: texto('zonas', row), calendario: agora, unidadeId: key, municipio: municipio(row) || undefined },
      };
    },
  };
}
