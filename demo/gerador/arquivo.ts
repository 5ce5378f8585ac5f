/**
 * The court file while it is being made. The file itself is the state, as the JSON that was opened or begun with; each field of the page is a way to read
 * and to write one place of it. What no field speaks of stays as it is, whatever it is: a newer version's keys, units nobody touched, even mistakes.
 */

export type Arquivo = Readonly<Record<string, unknown>>;
export type Caminho = readonly (string | number)[];

export const objeto = (value: unknown): Arquivo => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Arquivo) : {});
export const lista = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What is at a place, or undefined. */
export const em = (root: unknown, path: Caminho): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined), root);

/** A copy with another value at a place; undefined takes the key away, and what would be left empty by it. */
export function com(root: unknown, path: Caminho, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const items = [...lista(root)];
    const item = com(items[key], rest, value);
    if (item === undefined) items.splice(key, 1);
    else items[key] = item;
    return items.length ? items : undefined;
  }
  const { [key]: before, ...others } = objeto(root);
  const after = com(before, rest, value);
  if (after === undefined) return Object.keys(others).length ? others : undefined;
  // In its place when it was there, at the end when it is new.
  return before === undefined ? { ...others, [key]: after } : { ...objeto(root), [key]: after };
}

/** Reads and writes one field; `base` is where it is looked for: the file, a unit, a service. */
export interface Lente {
  /** Key of the first place, for what the checker says of it. */
  caminho: Caminho;
  ler(base: unknown): string;
  /** @returns the base with the text in it; an empty text takes the place away */
  escrever(base: unknown, texto: string): unknown;
}

const texto = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A text. */
export const campo = (...caminho: string[]): Lente => ({
  caminho,
  ler: (base) => texto(em(base, caminho)),
  escrever: (base, novo) => com(base, caminho, novo.trim() ? novo : undefined) ?? {},
});

/** `true` or nothing. */
export const marca = (...caminho: string[]): Lente => ({
  caminho,
  ler: (base) => (em(base, caminho) === true ? 'sim' : ''),
  escrever: (base, novo) => com(base, caminho, novo ? true : undefined) ?? {},
});

/** Digits with the country's, as wa.me wants them. */
export const digitosWhatsapp = (novo: string): string => {
  const digits = novo.replace(/\D/g, '');
  return digits.length === 10 || digits.length === 11 ? `55${digits}` : digits;
};

/**
 * The channels of one kind, one a line. The nth line is the nth channel of the kind, which keeps what else it says; lines beyond are new channels after the
 * last, and channels beyond the last line go.
 */
export const canais = (tipo: string, chave: string, forma: (linha: string) => string = (linha) => linha): Lente => {
  const doTipo = (base: unknown): Arquivo[] => lista(em(base, ['canais'])).map(objeto).filter((canal) => canal['tipo'] === tipo);
  return {
    caminho: ['canais', tipo],
    ler: (base) => doTipo(base).map((canal) => texto(canal[chave])).join('\n'),
    escrever(base, novo) {
      const linhas = novo.split('\n').map((linha) => linha.trim()).filter(Boolean);
      let nth = 0;
      let last = 0;
      const kept = lista(em(base, ['canais'])).flatMap((canal, place): unknown[] => {
        if (objeto(canal)['tipo'] !== tipo) return [canal];
        const linha = linhas[nth];
        nth += 1;
        last = place + 1;
        return linha === undefined ? [] : [{ ...objeto(canal), [chave]: forma(linha) }];
      });
      const extra = linhas.slice(nth).map((linha) => ({ tipo, [chave]: forma(linha) }));
      const all = extra.length ? [...kept.slice(0, last || kept.length), ...extra, ...kept.slice(last || kept.length)] : kept;
      return com(base, ['canais'], all.length ? all : undefined) ?? {};
    },
  };
};

/** A holiday that fits in one line: of one day, for all units or for those of some cities. */
const umaLinha = (feriado: unknown): boolean => em(feriado, ['ate']) === undefined && em(feriado, ['unidades']) === undefined;

/** `21/11 Nossa Senhora da Apresentação (Natal)`, as people write it; what is not a date stays as it was written. */
function escreverFeriado(feriado: unknown): string {
  const { data, nome, municipios } = objeto(feriado);
  const parts = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(texto(data));
  const dia = parts ? [parts[3], parts[2], parts[1]].filter(Boolean).join('/') : texto(data);
  const onde = lista(municipios).map(texto).filter(Boolean).join(', ');
  return [dia, texto(nome), onde && `(${onde})`].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

function lerFeriado(linha: string): Arquivo {
  const parts = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?:\s+(.*))?$/.exec(linha);
  if (!parts) return { data: '', nome: linha };
  const [, dia, mes, ano, resto = ''] = parts;
  const cidades = /^(.*?)\s*\(([^()]+)\)$/.exec(resto);
  return {
    data: [ano, mes!.padStart(2, '0'), dia!.padStart(2, '0')].filter(Boolean).join('-'),
    nome: cidades ? cidades[1] : resto,
    ...(cidades ? { ambito: 'municipal', municipios: cidades[2]!.split(',').map((one) => one.trim()).filter(Boolean) } : {}),
  };
}

/** Holidays, one a line; a line that was not touched keeps all that its holiday says, and those of several days or of given units stay where they are. */
const feriados: Lente = {
  caminho: ['calendario', 'feriados'],
  ler: (base) => lista(em(base, ['calendario', 'feriados'])).filter(umaLinha).map(escreverFeriado).join('\n'),
  escrever(base, novo) {
    const antes = lista(em(base, ['calendario', 'feriados']));
    const conhecidos = new Map(antes.filter(umaLinha).map((one) => [escreverFeriado(one), one]));
    const linhas = novo.split('\n').map((linha) => linha.trim()).filter(Boolean);
    const todos = [...antes.filter((one) => !umaLinha(one)), ...linhas.map((linha) => conhecidos.get(linha) ?? lerFeriado(linha))];
    return com(base, ['calendario', 'feriados'], todos.length ? todos : undefined) ?? {};
  },
};

const ENDERECO = ['logradouro', 'bairro', 'municipio', 'uf', 'cep'] as const;

const daUnidade = {
  nome: campo('nome'),
  id: campo('id'),
  tipo: campo('tipo'),
  hours: campo('hours'),
  timezone: campo('timezone'),
  municipio: campo('municipio'),
  telefone: canais('telefone', 'numero'),
  email: canais('email', 'endereco'),
  whatsapp: canais('whatsapp', 'numero', digitosWhatsapp),
  ...Object.fromEntries(ENDERECO.map((parte) => [`endereco.${parte}`, campo('endereco', parte)])),
  'video.domain': campo('video', 'domain'),
  'video.appId': campo('video', 'appId'),
  'video.url': campo('video', 'url'),
  'video.nome': campo('video', 'nome'),
  'video.numero': { ...campo('video', 'numero'), escrever: (base: unknown, novo: string) => com(base, ['video', 'numero'], digitosWhatsapp(novo) || undefined) ?? {} },
  'fila.chamada': campo('fila', 'chamada'),
  'aceitaAssincrono': marca('aceitaAssincrono'),
} satisfies Record<string, Lente>;

const doServico = {
  unidadeResponsavel: campo('unidadeResponsavel'),
  telefone: canais('telefone', 'numero'),
  email: canais('email', 'endereco'),
  hours: campo('hours'),
  url: campo('url'),
  ...Object.fromEntries(ENDERECO.map((parte) => [`endereco.${parte}`, campo('endereco', parte)])),
} satisfies Record<string, Lente>;

const doTribunal = {
  'nome': campo('nome'),
  'sigla': campo('sigla'),
  'ramo': campo('ramo'),
  'timezone': campo('timezone'),
  feriados,
  'peticionamentoUrl': campo('peticionamentoUrl'),
  'transparenciaUrl': campo('transparenciaUrl'),
  'privacidade.url': campo('privacidade', 'url'),
  'privacidade.versao': campo('privacidade', 'versao'),
  'backend.url': {
    caminho: ['backend', 'url'],
    ler: (base: unknown) => texto(em(base, ['backend', 'url'])),
    // A form endpoint keeps its own fields; an address alone is a backend of the contract.
    escrever: (base: unknown, novo: string) =>
      com(base, ['backend'], novo.trim() ? { tipo: 'atrio', ...objeto(em(base, ['backend'])), url: novo.trim() } : undefined) ?? {},
  },
} satisfies Record<string, Lente>;

/** Where a field's base is in the file; `unidade` is the place of the unit in hand. */
const BASES = {
  tribunal: (): Caminho => [],
  unidade: (unidade: number): Caminho => ['unidades', unidade],
  ouvidoria: (): Caminho => ['ouvidoria'],
  sic: (): Caminho => ['sic'],
} as const;
export type Base = keyof typeof BASES;

const LENTES: Record<Base, Readonly<Record<string, Lente>>> = { tribunal: doTribunal, unidade: daUnidade, ouvidoria: doServico, sic: doServico };

/** A field by its name: `tribunal/nome`, `unidade/video.domain`, `sic/telefone`. */
export type NomeCampo = `${Base}/${string}`;

/** The names of every field. */
export const CAMPOS: readonly NomeCampo[] = (Object.keys(LENTES) as Base[]).flatMap((base) => Object.keys(LENTES[base]).map((nome): NomeCampo => `${base}/${nome}`));

function lente(nome: NomeCampo): { base: Base; lente: Lente } {
  const at = nome.indexOf('/');
  const base = nome.slice(0, at) as Base;
  const found = LENTES[base]?.[nome.slice(at + 1)];
  if (!found) throw new Error(`no such field: ${nome}`);
  return { base, lente: found };
}

/** The text of a field. */
export function lerCampo(arquivo: Arquivo, unidade: number, nome: NomeCampo): string {
  const { base, lente: one } = lente(nome);
  return one.ler(em(arquivo, BASES[base](unidade)));
}

/** The file with another text in a field. What already reads so is left as it is written. */
export function escreverCampo(arquivo: Arquivo, unidade: number, nome: NomeCampo, novo: string): Arquivo {
  const { base, lente: one } = lente(nome);
  const path = BASES[base](unidade);
  const holder = em(arquivo, path);
  if (one.ler(holder) === novo) return arquivo;
  const changed = one.escrever(objeto(holder), novo);
  // A unit that is emptied is still a unit; a service that is emptied is none.
  const value = base === 'unidade' || base === 'tribunal' || Object.keys(objeto(changed)).length ? changed : undefined;
  return objeto(com(arquivo, path, value));
}

/** How a unit is reached by video, as the page asks it. */
export type Provedor = 'jitsi' | 'jaas' | 'link' | 'whatsapp' | 'tribunal' | 'nenhum';

/** What the file says of the unit's video: its own, the court's, or none. */
export function provedor(arquivo: Arquivo, unidade: number): Provedor {
  const unit = objeto(em(arquivo, ['unidades', unidade]));
  if (unit['semVideo'] === true) return 'nenhum';
  const own = em(unit, ['video', 'provider']);
  if (own === 'jitsi' || own === 'jaas' || own === 'link' || own === 'whatsapp') return own;
  return em(arquivo, ['video', 'provider']) === undefined ? 'nenhum' : 'tribunal';
}

/** The video that holds for a unit, or null. */
export function videoDa(arquivo: Arquivo, unidade: number): Arquivo | null {
  const unit = objeto(em(arquivo, ['unidades', unidade]));
  if (unit['semVideo'] === true) return null;
  const video = unit['video'] ?? arquivo['video'];
  return video === undefined ? null : objeto(video);
}

/** The file with another way of video for the unit. `guardado` is what had been filled in for that way before. */
export function comProvedor(arquivo: Arquivo, unidade: number, novo: Provedor, guardado: Arquivo | undefined): Arquivo {
  const at = (key: string): Caminho => ['unidades', unidade, key];
  const video = novo === 'tribunal' || novo === 'nenhum' ? undefined : { provider: novo, ...guardado };
  const semVideo = novo === 'nenhum' && arquivo['video'] !== undefined ? true : undefined;
  return objeto(com(com(arquivo, at('video'), video), at('semVideo'), semVideo));
}

/** Where the fields of a place of the file are: `unidades[0].endereco.uf` is `unidade/endereco.uf`, when that unit is the one in hand. */
export function campoDe(caminho: string, unidade: number, arquivo: Arquivo): NomeCampo | null {
  const unit = /^unidades\[(\d+)\]\.?(.*)$/.exec(caminho);
  if (unit && Number(unit[1]) !== unidade) return null;
  const service = /^(ouvidoria|sic)\.(.*)$/.exec(caminho);
  const base: Base = unit ? 'unidade' : service ? (service[1] as Base) : 'tribunal';
  const rest = unit ? unit[2]! : service ? service[2]! : caminho;
  const canal = /^canais\[(\d+)\]/.exec(rest);
  if (/^calendario\.feriados\[\d+\]/.test(caminho) && umaLinha(em(arquivo, ['calendario', 'feriados', Number(/\d+/.exec(caminho)![0])]))) return 'tribunal/feriados';
  const key = canal ? texto(em(arquivo, [...BASES[base](unidade), 'canais', Number(canal[1]), 'tipo'])) : rest;
  return Object.hasOwn(LENTES[base], key) ? `${base}/${key}` : null;
}
