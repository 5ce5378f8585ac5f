/** What can happen on the page where a webmaster prepares everything, apart from any screen. */
import { explainCourtFile, explainCourtText } from '../../src/controllers/court-explain.ts';
import type { CourtFileIssue } from '../../src/contract/court-file.ts';
import { identificador } from '../../src/domain/directory/identificador.ts';
import { com, comProvedor, em, escreverCampo, lerCampo, lista, objeto, provedor, type Arquivo, type NomeCampo, type Provedor } from './arquivo.ts';
import type { Servidor } from './cabecalhos.ts';
import { ELEMENTOS, type Elemento, type Opcoes } from './codigo.ts';
import { HORARIO_NOVO, escreverHorario, lerHorario, type Horario } from './horario.ts';

/** What was found in a file that was opened. */
export type Aberto =
  | { kind: 'nenhum' }
  /** Not JSON, or not an object: the form keeps what it had. */
  | { kind: 'ilegivel'; nome: string; problemas: readonly CourtFileIssue[] }
  | { kind: 'lido'; nome: string; erros: readonly CourtFileIssue[]; avisos: readonly CourtFileIssue[] };

export interface Estado {
  arquivo: Arquivo;
  /** Place of the unit in hand. */
  unidade: number;
  /** The helper's hours; null: written as a text. */
  horario: Horario | null;
  /** What was filled in for the ways of video that are not chosen now. */
  videos: Readonly<Partial<Record<Provedor, Arquivo>>>;
  /** A room that nobody can guess, for who has no backend to give one. */
  sala: string;
  opcoes: Opcoes;
  servidor: Servidor;
  aberto: Aberto;
  /** What was there before a file was opened or everything was cleared: one step back. */
  antes: Arquivo | null;
  /** Whether the draft is kept in this browser. */
  rascunho: 'vazio' | 'guardado' | 'recuperado' | 'nao-coube';
}

export type Evento =
  | { type: 'campo'; nome: NomeCampo; texto: string }
  | { type: 'horario'; horario: Horario }
  | { type: 'horario-modo'; texto: boolean }
  | { type: 'provedor'; provedor: Provedor }
  /** A room for the video that the unit has. */
  | { type: 'sala' }
  | { type: 'unidade'; lugar: number }
  | { type: 'unidade-nova' }
  | { type: 'unidade-tirar' }
  | { type: 'elemento'; tag: Elemento; marcado: boolean }
  | { type: 'opcao'; opcoes: Partial<Omit<Opcoes, 'elementos' | 'paginas'>> }
  | { type: 'pagina'; qual: keyof Opcoes['paginas']; endereco: string }
  | { type: 'servidor'; servidor: Servidor }
  | { type: 'copiar-contatos'; servico: 'ouvidoria' | 'sic' }
  | { type: 'abrir'; texto: string; nome: string }
  | { type: 'recomecar' }
  | { type: 'desfazer' }
  | { type: 'recuperar'; rascunho: unknown }
  | { type: 'guardado'; coube: boolean };

/** `preencher`: the fields show the state again, whatever was in them. `mostrar`: what follows from the fields. `guardar`: the draft. */
export type Efeito = 'preencher' | 'mostrar' | 'guardar';

export interface Passo {
  estado: Estado;
  efeitos: readonly Efeito[];
}

/** What is begun with: one unit, no name, weekdays. */
const ARQUIVO_NOVO: Arquivo = { nome: '', sigla: '', ramo: 'estadual', timezone: 'America/Sao_Paulo', unidades: [{ id: '', nome: '', tipo: 'vara', hours: '' }] };

/** A court that is filled in, to see how it is done. */
const EXEMPLO = {
  nome: 'Tribunal de Justiça do Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  unidades: [
    {
      id: '1-vara-civel-exemplo',
      nome: '1ª Vara Cível de Exemplo',
      tipo: 'vara',
      hours: 'Mo-Fr 08:00-12:00,13:00-17:00',
      endereco: { logradouro: 'Rua do Fórum, 100', municipio: 'Natal', uf: 'RN', cep: '59000-000' },
      canais: [{ tipo: 'telefone', numero: '(84) 3000-0000' }, { tipo: 'email', endereco: 'vara@tribunal.example' }],
      video: { provider: 'jitsi', domain: 'video.tribunal.example' },
    },
  ],
};
/** The example as a file; its room is this page's own. */
export const textoExemplo = (sala: string): string => JSON.stringify({ ...EXEMPLO, unidades: EXEMPLO.unidades.map((unit) => ({ ...unit, video: { ...unit.video, sala } })) });

export const estadoInicial = (kit: string, sala: string): Estado => ({
  arquivo: ARQUIVO_NOVO,
  unidade: 0,
  horario: HORARIO_NOVO,
  videos: {},
  sala,
  opcoes: { elementos: ['balcao-virtual'], kit, tribunal: '/tribunal.json', folha: '/atrio-tribunal.css', sri: false, tema: 'light', cor: '', cantos: '', letra: '', paginas: { balcao: '', ouvidoria: '', sic: '', acompanhar: '' } },
  servidor: 'cabecalho',
  aberto: { kind: 'nenhum' },
  antes: null,
  rascunho: 'vazio',
});

/** Nothing was filled in yet. */
export const emBranco = ({ arquivo }: Estado): boolean => arquivo === ARQUIVO_NOVO;

/** Everything that the kit itself would say of a file: what it refuses, and what it only warns of. */
export function conferir(value: unknown): { erros: CourtFileIssue[]; avisos: CourtFileIssue[] } {
  const { list, avisos } = explainCourtFile(value);
  return { erros: list.filter((issue) => !avisos.includes(issue)), avisos: [...avisos] };
}

/** The hours of a unit as the helper has them; a unit without hours begins with the helper. */
function horarioDe(arquivo: Arquivo, unidade: number): Horario | null {
  const hours = em(arquivo, ['unidades', unidade, 'hours']);
  return hours === undefined || hours === '' ? HORARIO_NOVO : lerHorario(hours);
}

const noLugar = (estado: Estado, arquivo: Arquivo, unidade: number): Estado => ({ ...estado, arquivo, unidade, horario: horarioDe(arquivo, unidade), videos: {} });

const TUDO: readonly Efeito[] = ['preencher', 'mostrar', 'guardar'];
const QUEM_DIGITA: readonly Efeito[] = ['mostrar', 'guardar'];

/** An id that no other unit of the file has. */
function idLivre(nome: string, arquivo: Arquivo, unidade: number): string {
  const base = identificador(nome).slice(0, 70).replace(/-$/, '');
  const usados = new Set(lista(arquivo['unidades']).flatMap((unit, place) => (place === unidade ? [] : [objeto(unit)['id']])));
  let id = base;
  for (let nth = 2; id && usados.has(id); nth += 1) id = `${base}-${nth}`;
  return id;
}

function abrir(estado: Estado, texto: string, nome: string): Passo {
  let value: unknown;
  const json = texto.replace(/^\uFEFF/, '');
  try {
    value = JSON.parse(json);
  } catch {
    // The explanation of the text says where it stops being JSON.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const problemas = explainCourtText(json).list;
    return { estado: { ...estado, aberto: { kind: 'ilegivel', nome, problemas } }, efeitos: ['mostrar'] };
  }
  const arquivo = value as Arquivo;
  return { estado: { ...noLugar(estado, arquivo, 0), aberto: { kind: 'lido', nome, ...conferir(arquivo) }, antes: emBranco(estado) ? null : estado.arquivo }, efeitos: TUDO };
}

/** A draft of this page, if it is one; the rest of the state is made anew. */
function recuperar(estado: Estado, rascunho: unknown): Passo {
  const { arquivo, unidade, opcoes, sala, servidor, horario } = objeto(rascunho);
  if (typeof arquivo !== 'object' || arquivo === null || Array.isArray(arquivo)) return { estado, efeitos: [] };
  const place = typeof unidade === 'number' && Number.isInteger(unidade) && unidade >= 0 && unidade < Math.max(1, lista(objeto(arquivo)['unidades']).length) ? unidade : 0;
  const dadas = objeto(opcoes);
  const texto = (key: string): Record<string, string> => (typeof dadas[key] === 'string' ? { [key]: dadas[key] } : {});
  const paginas = Object.fromEntries(Object.entries(objeto(dadas['paginas'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const novo = noLugar(estado, arquivo as Arquivo, place);
  const guardado = objeto(horario);
  return {
    estado: {
      ...novo,
      // Hours that are not whole yet are only in the helper.
      horario: novo.horario && Array.isArray(guardado['faixas']) ? (guardado as unknown as Horario) : novo.horario,
      sala: typeof sala === 'string' ? sala : estado.sala,
      servidor: servidor === 'nginx' || servidor === 'apache' ? servidor : 'cabecalho',
      opcoes: {
        ...estado.opcoes,
        ...texto('tribunal'),
        ...texto('folha'),
        ...texto('tema'),
        ...texto('cor'),
        ...texto('cantos'),
        ...texto('letra'),
        sri: dadas['sri'] === true,
        elementos: ELEMENTOS.filter((tag) => lista(dadas['elementos']).includes(tag)),
        paginas: { ...estado.opcoes.paginas, ...paginas },
      },
      rascunho: 'recuperado',
    },
    efeitos: ['preencher', 'mostrar'],
  };
}

/** What is kept of the state in the browser. */
export const paraGuardar = ({ arquivo, unidade, horario, sala, opcoes, servidor }: Estado): unknown => ({ arquivo, unidade, horario, sala, opcoes, servidor });

/** Copies to a service what the unit in hand has and the service has not. */
function copiarContatos({ arquivo, unidade }: Estado, servico: 'ouvidoria' | 'sic'): Arquivo {
  const unit = objeto(em(arquivo, ['unidades', unidade]));
  const { nome, hours, canais, endereco } = unit;
  const dela: Arquivo = { ...(nome ? { unidadeResponsavel: nome } : {}), ...(hours ? { hours } : {}), ...(endereco ? { endereco } : {}), ...(canais ? { canais } : {}) };
  const junto = { ...dela, ...objeto(arquivo[servico]) };
  return Object.keys(junto).length ? { ...arquivo, [servico]: junto } : arquivo;
}

/**
 * The file with this page's room where no backend would give one, and without it where one would: rooms of a backend are of one call each, and a room
 * that a file came with is never touched.
 */
function comSala(arquivo: Arquivo, sala: string, unidade: number): Arquivo {
  if (arquivo['backend'] === undefined) {
    const video = objeto(em(arquivo, ['unidades', unidade, 'video']));
    return (video['provider'] === 'jitsi' || video['provider'] === 'jaas') && video['sala'] === undefined ? objeto(com(arquivo, ['unidades', unidade, 'video', 'sala'], sala)) : arquivo;
  }
  return lista(arquivo['unidades']).reduce<Arquivo>((file, unit, place) => (em(unit, ['video', 'sala']) === sala ? objeto(com(file, ['unidades', place, 'video', 'sala'], undefined)) : file), arquivo);
}

/** One step: what follows from an event, and what is to be done about it. */
export function passo(estado: Estado, evento: Evento): Passo {
  const { arquivo, unidade } = estado;
  switch (evento.type) {
    case 'campo': {
      const { nome, texto } = evento;
      const idAntes = lerCampo(arquivo, unidade, 'unidade/id');
      const seguia = nome === 'unidade/nome' && (idAntes === '' || idAntes === idLivre(lerCampo(arquivo, unidade, 'unidade/nome'), arquivo, unidade));
      let novo = escreverCampo(arquivo, unidade, nome, texto);
      // The identifier follows the name until somebody writes another.
      if (seguia) novo = escreverCampo(novo, unidade, 'unidade/id', idLivre(texto, novo, unidade));
      // Terms of privacy have a version: the first one is given.
      if (nome === 'tribunal/privacidade.url' && texto.trim() && !lerCampo(novo, unidade, 'tribunal/privacidade.versao')) novo = escreverCampo(novo, unidade, 'tribunal/privacidade.versao', '1');
      if (nome === 'tribunal/privacidade.url' && !texto.trim() && Object.keys(objeto(novo['privacidade'])).length === 1) novo = objeto(com(novo, ['privacidade'], undefined));
      if (nome === 'tribunal/backend.url' && novo !== arquivo) novo = comSala(novo, estado.sala, unidade);
      return novo === arquivo ? { estado, efeitos: [] } : { estado: { ...estado, arquivo: novo }, efeitos: QUEM_DIGITA };
    }
    case 'horario': {
      const texto = escreverHorario(evento.horario);
      const antes = em(arquivo, ['unidades', unidade, 'hours']);
      // Words that mean the same stay as they were written.
      const igual = JSON.stringify(lerHorario(antes)) === JSON.stringify(evento.horario);
      return { estado: { ...estado, horario: evento.horario, arquivo: igual ? arquivo : objeto(com(arquivo, ['unidades', unidade, 'hours'], texto)) }, efeitos: QUEM_DIGITA };
    }
    case 'horario-modo':
      return { estado: { ...estado, horario: evento.texto ? null : (horarioDe(arquivo, unidade) ?? HORARIO_NOVO) }, efeitos: TUDO };
    case 'provedor': {
      const atual = provedor(arquivo, unidade);
      if (atual === evento.provedor) return { estado, efeitos: [] };
      const { provider: _, ...tinha } = objeto(em(arquivo, ['unidades', unidade, 'video']));
      const videos = { ...estado.videos, [atual]: tinha };
      return { estado: { ...estado, videos, arquivo: comSala(comProvedor(arquivo, unidade, evento.provedor, videos[evento.provedor]), estado.sala, unidade) }, efeitos: TUDO };
    }
    case 'sala':
      return { estado: { ...estado, arquivo: comSala(arquivo, estado.sala, unidade) }, efeitos: TUDO };
    case 'unidade':
      return { estado: noLugar(estado, arquivo, Math.min(Math.max(evento.lugar, 0), Math.max(lista(arquivo['unidades']).length - 1, 0))), efeitos: TUDO };
    case 'unidade-nova': {
      const unidades = [...lista(arquivo['unidades']), objeto(lista(ARQUIVO_NOVO['unidades'])[0])];
      return { estado: noLugar(estado, { ...arquivo, unidades }, unidades.length - 1), efeitos: TUDO };
    }
    case 'unidade-tirar': {
      const unidades = lista(arquivo['unidades']).filter((_, place) => place !== unidade);
      return { estado: { ...noLugar(estado, { ...arquivo, unidades: unidades.length ? unidades : ARQUIVO_NOVO['unidades'] }, Math.max(unidade - 1, 0)), antes: arquivo }, efeitos: TUDO };
    }
    case 'elemento': {
      const marcados = ELEMENTOS.filter((tag) => (tag === evento.tag ? evento.marcado : estado.opcoes.elementos.includes(tag)));
      return { estado: { ...estado, opcoes: { ...estado.opcoes, elementos: marcados } }, efeitos: QUEM_DIGITA };
    }
    case 'opcao':
      return { estado: { ...estado, opcoes: { ...estado.opcoes, ...evento.opcoes } }, efeitos: QUEM_DIGITA };
    case 'pagina':
      return { estado: { ...estado, opcoes: { ...estado.opcoes, paginas: { ...estado.opcoes.paginas, [evento.qual]: evento.endereco } } }, efeitos: QUEM_DIGITA };
    case 'servidor':
      return { estado: { ...estado, servidor: evento.servidor }, efeitos: QUEM_DIGITA };
    case 'copiar-contatos':
      return { estado: { ...estado, arquivo: copiarContatos(estado, evento.servico) }, efeitos: TUDO };
    case 'abrir':
      return abrir(estado, evento.texto, evento.nome);
    case 'recomecar':
      return { estado: { ...noLugar(estado, ARQUIVO_NOVO, 0), aberto: { kind: 'nenhum' }, antes: emBranco(estado) ? estado.antes : arquivo }, efeitos: TUDO };
    case 'desfazer':
      return estado.antes ? { estado: { ...noLugar(estado, estado.antes, 0), aberto: { kind: 'nenhum' }, antes: null }, efeitos: TUDO } : { estado, efeitos: [] };
    case 'recuperar':
      return recuperar(estado, evento.rascunho);
    case 'guardado':
      return { estado: { ...estado, rascunho: evento.coube ? 'guardado' : 'nao-coube' }, efeitos: [] };
  }
}
