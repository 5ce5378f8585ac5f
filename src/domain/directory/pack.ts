import type { Diretorio } from '../../contract/diretorio.ts';
import type { Canal, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { municipioDe } from '../calendar/closures.ts';
import { enderecoLinhas } from '../channels/channels.ts';
import { COMARCA, emUmaPalavra, FINAL, identificador } from './identificador.ts';

/** A table of values, each once. */
function tabela<V>(): { itens: V[]; indice(value: V | undefined | null): number } {
  const itens: V[] = [];
  const onde = new Map<string, number>();
  return {
    itens,
    indice(value) {
      if (value === undefined || value === null || value === '') return -1;
      const key = JSON.stringify(value);
      let at = onde.get(key);
      if (at === undefined) onde.set(key, (at = itens.push(value) - 1));
      return at;
    },
  };
}

/** What a column can tell of a channel: its number or address; null when there is more to it. */
function simples(canal: Canal): string | null {
  const { tipo: _tipo, ...resto } = canal;
  const [value, ...mais] = Object.values(resto).filter((given) => given !== undefined && given !== '');
  return typeof value === 'string' && mais.length === 0 && !value.includes(';') ? value : null;
}

const COLUNA = { telefone: 'telefone', email: 'email', whatsapp: 'whatsapp' } as const;

/** The channels of a unit as columns, or null when they have to go whole. */
function colunas(canais: readonly Canal[]): Record<keyof typeof COLUNA, string> | null {
  const found: Record<keyof typeof COLUNA, string[]> = { telefone: [], email: [], whatsapp: [] };
  for (const canal of canais) {
    const value = simples(canal);
    if (value === null || !(canal.tipo in COLUNA)) return null;
    found[canal.tipo as keyof typeof COLUNA].push(value);
  }
  return { telefone: found.telefone.join(';'), email: found.email.join(';'), whatsapp: found.whatsapp.join(';') };
}

/** Where the counter of a unit is. A judge's chambers has none (Res. CNJ 372/2021, art. 4, sole §), nor has a unit that neither meets by video nor takes messages. */
function paginaDoBalcao(unidade: Unidade, tribunal: Tribunal): string | undefined {
  if (unidade.tipo === 'gabinete') return undefined;
  if (unidade.balcaoUrl) return unidade.balcaoUrl;
  return temVideo(unidade, tribunal) || unidade.aceitaAssincrono ? tribunal.balcao?.url : undefined;
}

const temVideo = (unidade: Unidade, tribunal: Tribunal): boolean => !unidade.semVideo && !!(unidade.video ?? tribunal.video);

/**
 * The directory of a court. Chambers are in it, without a counter: who looks for one finds its contacts and the way to the secretariat.
 * @param geradoEm instant with offset
 */
export function empacotar(tribunal: Tribunal, geradoEm: string): Diretorio {
  const tipos = tabela<string>();
  const comarcas = tabela<string>();
  const municipios = tabela<string>();
  const zonas = tabela<string>();
  const horarios = tabela<Diretorio['tabelas']['horarios'][number]>();
  const enderecos = tabela<string>();
  const balcoes = tabela<string>();
  const c: Diretorio['colunas'] = { id: [], nome: [], tipo: [], comarca: [], municipio: [], zona: [], horario: [], endereco: [], balcao: [], telefone: [], email: [], whatsapp: [] };
  let acima = '';
  const semVideo: number[] = [];
  const canais: Diretorio['canais'] = [];
  tribunal.unidades.forEach((unidade, row) => {
    const { id, nome, tipo, comarca, endereco, hours, especiais } = unidade;
    const lugar = endereco ?? unidade.canais?.find((canal) => canal.tipo === 'presencial')?.endereco;
    const balcao = balcoes.indice(paginaDoBalcao(unidade, tribunal));
    // The street address is said once, unless there is something to say of it.
    const igual = (canal: Canal): boolean => canal.tipo === 'presencial' && Object.keys(canal).length === 2 && JSON.stringify(canal.endereco) === JSON.stringify(lugar);
    const outros = (unidade.canais ?? []).filter((canal) => !igual(canal));
    const emColunas = colunas(outros);
    if (!emColunas) canais.push([row, outros]);
    if (balcao >= 0 && !temVideo(unidade, tribunal)) semVideo.push(row);
    c.id.push(identificador(nome) === id ? '' : id);
    c.nome.push(comarca ? nome.replace(comarca, COMARCA) : nome);
    c.tipo.push(tipos.indice(tipo));
    c.comarca.push(comarcas.indice(comarca));
    const municipio = municipioDe(unidade);
    c.municipio.push(municipios.indice(municipio === comarca ? undefined : municipio));
    c.zona.push(zonas.indice(unidade.timezone ?? tribunal.timezone));
    c.horario.push(horarios.indice(typeof hours === 'string' && !especiais ? hours : { hours, ...(especiais ? { especiais } : {}) }));
    c.endereco.push(enderecos.indice(enderecoDe(lugar)));
    c.balcao.push(balcao);
    const telefone = emColunas?.telefone ?? '';
    c.telefone.push(telefone.length === acima.length && telefone.slice(0, -4) === acima.slice(0, -4) && FINAL.test(telefone.slice(-4)) ? telefone.slice(-4) : telefone);
    acima = telefone;
    c.email.push(emailModelo(emColunas?.email ?? '', comarca));
    c.whatsapp.push(emColunas?.whatsapp ?? '');
  });
  return {
    versao: 1,
    geradoEm,
    ...(tribunal.calendario ? { calendario: tribunal.calendario } : {}),
    tabelas: {
      tipos: tipos.itens,
      comarcas: comarcas.itens,
      municipios: municipios.itens,
      zonas: zonas.itens,
      horarios: horarios.itens,
      enderecos: enderecos.itens,
      balcoes: balcoes.itens,
    },
    colunas: c,
    semVideo,
    canais,
  };
}

const enderecoDe = (endereco: Unidade['endereco']): string | undefined => endereco && enderecoLinhas(endereco).map((line) => line.replaceAll(';', ',')).join(';');

const emailModelo = (email: string, comarca: string | undefined): string => {
  const palavra = emUmaPalavra(comarca ?? '');
  return palavra.length > 2 ? email.replaceAll(palavra, COMARCA) : email;
};
