import type { UploadState } from '../adapters/ports.ts';
import { TIPOS_ANEXO } from '../config/file-types.ts';
import { MAX_ANEXO_BYTES, MAX_ANEXOS } from '../config/limits.ts';
import type { AnexoPronto } from '../domain/form/anexos.ts';

/** What is done to a file before it leaves. */
export interface Protecao {
  /** Metadata and the name stay on the device. */
  limpar: boolean;
  cifrar: boolean;
}

/** A file as it was chosen. */
export interface Escolhido {
  nome: string;
  bytes: number;
  /** Media type as the device tells it; may be empty. */
  tipo: string;
  /** The same for the same file chosen twice. */
  digital: string;
}

export type Item = {
  chave: number;
  nome: string;
  bytes: number;
  digital: string;
  /** Number of the try: what is said of older ones is ignored. */
  op: number;
  protecao: Protecao;
  /** It came from a draft: the file itself is not here any more. */
  restaurado: boolean;
  /** It should have been cleaned, and could not be. */
  sujo: boolean;
} & (
  | { kind: 'preparando' }
  /** Waits for the one before: on a slow network one file after the other is sooner done than all at once. */
  | { kind: 'fila' }
  | { kind: 'enviando'; enviados: number; total: number }
  | { kind: 'pausado'; motivo: 'pessoa' | 'rede'; enviados: number; total: number }
  | { kind: 'pronto'; id: string }
  /** `texto`: the server's words, when it has some. `repetir`: another try may do. */
  | { kind: 'recusado'; code: string; texto: string; repetir: boolean }
);

/** What was not taken into the list, shown until the next choice. */
export type Aviso = { que: 'demais'; nomes: readonly string[] } | { que: 'repetido'; nomes: readonly string[] };

/** What the status region says: only what the person could not know otherwise, and never progress. */
export type Dito = { que: 'entrou'; n: number } | { que: 'pronto' | 'recusado' | 'tirado'; nome: string } | { que: 'todos'; n: number } | { que: 'rede' } | { que: 'volta' };

export interface AnexosState {
  itens: readonly Item[];
  proxima: number;
  /** The form waits for the files to send them along. */
  espera: boolean;
  avisos: readonly Aviso[];
  dito: Dito | null;
}

export type AnexosEvent =
  | { type: 'escolher'; arquivos: readonly Escolhido[]; protecao: Protecao }
  | { type: 'preparado'; chave: number; op: number; sujo: boolean }
  | { type: 'falhou'; chave: number; op: number; code: string; repetir: boolean }
  | { type: 'andamento'; chave: number; op: number; upload: UploadState }
  | { type: 'pausar' | 'continuar' | 'repetir' | 'tirar'; chave: number }
  /** More has to be done to what leaves than was: the person chose to be anonymous. */
  | { type: 'proteger'; protecao: Protecao }
  | { type: 'restaurar'; lista: readonly AnexoPronto[] }
  /** `registrado`: a submission took what was whole. */
  | { type: 'esquecer'; registrado: boolean }
  | { type: 'esperar' }
  | { type: 'parar' }
  /** Go on without what is not whole. */
  | { type: 'seguir-sem' };

export type AnexosEffect =
  | { kind: 'preparar' | 'enviar'; chave: number; op: number }
  | { kind: 'pausar' | 'continuar' | 'cancelar'; chave: number }
  /** The list of whole files changed. */
  | { kind: 'mudou' }
  /** Nothing is missing any more (`ok`), or the person stopped waiting. */
  | { kind: 'seguir'; ok: boolean }
  /** Where the focus goes after a file was taken out: to the file that took its place, or to the button that chooses. */
  | { kind: 'foco'; chave: number | null };

export interface AnexosTransition {
  state: AnexosState;
  effects: readonly AnexosEffect[];
}

export const anexosStart = (): AnexosState => ({ itens: [], proxima: 1, espera: false, avisos: [], dito: null });

/** Whole files, in the order in which they were chosen. */
export const prontos = ({ itens }: AnexosState): AnexoPronto[] => itens.flatMap((item) => (item.kind === 'pronto' ? [{ id: item.id, nome: item.nome, bytes: item.bytes }] : []));

/** Files that sending has to wait for, or go without. */
export const pendentes = ({ itens }: AnexosState): Item[] => itens.filter(({ kind }) => kind !== 'pronto');

/** Bytes of everything that may still arrive. */
export function progresso({ itens }: AnexosState): { enviados: number; total: number } {
  let enviados = 0;
  let total = 0;
  for (const item of itens) {
    if (item.kind === 'recusado') continue;
    total += item.bytes;
    if (item.kind === 'pronto') enviados += item.bytes;
    else if ('total' in item && item.total > 0) enviados += Math.round((item.bytes * item.enviados) / item.total);
  }
  return { enviados, total };
}

const EXTENSOES = new Set(Object.values(TIPOS_ANEXO).flat());

/** Why a file would be refused, told before a byte of it leaves; what is inside is for the server to see. Null when nothing speaks against it. */
export function recusaLocal({ nome, bytes, tipo }: Escolhido): string | null {
  if (bytes === 0) return 'anexo-vazio';
  if (bytes > MAX_ANEXO_BYTES) return 'anexo-grande';
  const extensao = /\.([^.]+)$/.exec(nome)?.[1]?.toLowerCase() ?? '';
  return EXTENSOES.has(extensao) || Object.hasOwn(TIPOS_ANEXO, (tipo.split(';')[0] ?? '').trim().toLowerCase()) ? null : 'anexo-tipo';
}

const stay = (state: AnexosState): AnexosTransition => ({ state, effects: [] });

const tem = (item: Item): boolean => item.kind === 'enviando' || item.kind === 'pausado' || item.kind === 'pronto';

type Base = Pick<Item, 'chave' | 'nome' | 'bytes' | 'digital' | 'op' | 'protecao' | 'restaurado' | 'sujo'>;
const base = ({ chave, nome, bytes, digital, op, protecao, restaurado, sujo }: Item): Base => ({ chave, nome, bytes, digital, op, protecao, restaurado, sujo });

const replace = (state: AnexosState, item: Item): AnexosState => ({ ...state, itens: state.itens.map((one) => (one.chave === item.chave ? item : one)) });

/** Sends the next one when the way is free, and goes on when nothing is missing. */
function advance({ state, effects }: AnexosTransition): AnexosTransition {
  const more: AnexosEffect[] = [...effects];
  let next = state;
  const busy = next.itens.some((item) => item.kind === 'enviando' || (item.kind === 'pausado' && item.motivo === 'rede'));
  const first = busy ? undefined : next.itens.find(({ kind }) => kind === 'fila');
  if (first) {
    next = replace(next, { ...base(first), kind: 'enviando', enviados: 0, total: first.bytes });
    more.push({ kind: 'enviar', chave: first.chave, op: first.op });
  }
  if (next.espera && pendentes(next).length === 0) {
    next = { ...next, espera: false };
    more.push({ kind: 'seguir', ok: true });
  }
  return { state: next, effects: more };
}

function choose(state: AnexosState, arquivos: readonly Escolhido[], protecao: Protecao): AnexosTransition {
  const itens = [...state.itens];
  const effects: AnexosEffect[] = [];
  const repetidos: string[] = [];
  const demais: string[] = [];
  let chave = state.proxima;
  let n = 0;
  for (const arquivo of arquivos) {
    const { nome, bytes, digital } = arquivo;
    // A file that came back from a draft is known by its name and size alone.
    if (itens.some((item) => item.digital === digital || (item.restaurado && item.nome === nome && item.bytes === bytes))) repetidos.push(nome);
    else if (itens.length >= MAX_ANEXOS) demais.push(nome);
    else {
      const code = recusaLocal(arquivo);
      const novo: Base = { chave, nome, bytes, digital, op: 1, protecao, restaurado: false, sujo: false };
      itens.push(code ? { ...novo, kind: 'recusado', code, texto: '', repetir: false } : { ...novo, kind: 'preparando' });
      if (!code) effects.push({ kind: 'preparar', chave, op: 1 });
      chave += 1;
      n += 1;
    }
  }
  const avisos: Aviso[] = [...(repetidos.length ? [{ que: 'repetido', nomes: repetidos } as const] : []), ...(demais.length ? [{ que: 'demais', nomes: demais } as const] : [])];
  return { state: { ...state, itens, proxima: chave, avisos, dito: { que: 'entrou', n } }, effects };
}

/** What the adapter says of an upload. */
function uploaded(state: AnexosState, item: Item, upload: UploadState): AnexosTransition {
  if (item.kind !== 'enviando' && item.kind !== 'pausado') return stay(state);
  const meu = base(item);
  switch (upload.kind) {
    case 'preparando':
      return stay(state);
    case 'enviando': {
      // Who paused it has to say that it goes on.
      if (item.kind === 'pausado' && item.motivo === 'pessoa') return stay(state);
      const voltou = item.kind === 'pausado' && item.motivo === 'rede' && upload.enviados > item.enviados;
      // A try that has sent nothing yet is no news: the network may be gone still.
      if (item.kind === 'pausado' && item.motivo === 'rede' && !voltou) return stay(state);
      return stay({ ...replace(state, { ...meu, kind: 'enviando', enviados: upload.enviados, total: upload.total }), dito: voltou ? { que: 'volta' } : state.dito });
    }
    case 'pausado':
      return stay({ ...replace(state, { ...meu, kind: 'pausado', motivo: upload.motivo, enviados: upload.enviados, total: upload.total }), dito: upload.motivo === 'rede' && item.kind === 'enviando' ? { que: 'rede' } : state.dito });
    case 'pronto': {
      const next = replace(state, { ...meu, kind: 'pronto', id: upload.id });
      const todos = next.itens.every(({ kind }) => kind === 'pronto');
      return { state: { ...next, dito: todos && next.itens.length > 1 ? { que: 'todos', n: next.itens.length } : { que: 'pronto', nome: item.nome } }, effects: [{ kind: 'mudou' }] };
    }
    case 'recusado':
      return stay({ ...replace(state, { ...meu, kind: 'recusado', code: upload.code, texto: upload.texto, repetir: false }), dito: { que: 'recusado', nome: item.nome } });
  }
}

/** Takes a file out. */
function remove(state: AnexosState, item: Item): AnexosTransition {
  const at = state.itens.indexOf(item);
  const itens = state.itens.filter((one) => one !== item);
  const foco = itens[Math.min(at, itens.length - 1)]?.chave ?? null;
  return {
    state: { ...state, itens, avisos: [], dito: { que: 'tirado', nome: item.nome } },
    effects: [...(tem(item) ? [{ kind: 'cancelar', chave: item.chave } as const] : []), ...(item.kind === 'pronto' ? [{ kind: 'mudou' } as const] : []), { kind: 'foco', chave: foco }],
  };
}

/** Does again what was done with less protection than is wanted now. */
function protect(state: AnexosState, wanted: Protecao): AnexosTransition {
  const effects: AnexosEffect[] = [];
  let mudou = false;
  const itens = state.itens.map((item): Item => {
    const less = (wanted.limpar && !item.protecao.limpar) || (wanted.cifrar && !item.protecao.cifrar);
    if (!less || (item.kind === 'recusado' && !item.repetir)) return item;
    const protecao = { limpar: wanted.limpar || item.protecao.limpar, cifrar: wanted.cifrar || item.protecao.cifrar };
    // The file is not here any more: all that can be done is to say so.
    if (item.restaurado) return { ...item, protecao, sujo: true };
    if (tem(item)) effects.push({ kind: 'cancelar', chave: item.chave });
    mudou ||= item.kind === 'pronto';
    const op = item.op + 1;
    effects.push({ kind: 'preparar', chave: item.chave, op });
    return { ...base(item), op, protecao, sujo: false, kind: 'preparando' };
  });
  return { state: { ...state, itens }, effects: [...effects, ...(mudou ? [{ kind: 'mudou' } as const] : [])] };
}

function step(state: AnexosState, event: AnexosEvent): AnexosTransition {
  const item = 'chave' in event ? state.itens.find(({ chave }) => chave === event.chave) : undefined;
  if ('chave' in event && (!item || ('op' in event && event.op !== item.op))) return stay(state);
  switch (event.type) {
    case 'escolher':
      return choose(state, event.arquivos, event.protecao);
    case 'preparado':
      return item!.kind === 'preparando' ? stay(replace(state, { ...base(item!), sujo: event.sujo, kind: 'fila' })) : stay(state);
    case 'falhou':
      return item!.kind === 'pronto' ? stay(state) : stay({ ...replace(state, { ...base(item!), kind: 'recusado', code: event.code, texto: '', repetir: event.repetir }), dito: { que: 'recusado', nome: item!.nome } });
    case 'andamento':
      return uploaded(state, item!, event.upload);
    case 'pausar':
      return item!.kind === 'enviando' || (item!.kind === 'pausado' && item!.motivo === 'rede')
        ? { state: replace(state, { ...base(item!), kind: 'pausado', motivo: 'pessoa', enviados: item!.enviados, total: item!.total }), effects: [{ kind: 'pausar', chave: event.chave }] }
        : stay(state);
    case 'continuar':
      return item!.kind === 'pausado'
        ? { state: replace(state, { ...base(item!), kind: 'enviando', enviados: item!.enviados, total: item!.total }), effects: [{ kind: 'continuar', chave: event.chave }] }
        : stay(state);
    case 'repetir': {
      if (item!.kind !== 'recusado' || !item!.repetir) return stay(state);
      const op = item!.op + 1;
      return { state: replace(state, { ...base(item!), op, kind: 'preparando' }), effects: [{ kind: 'preparar', chave: event.chave, op }] };
    }
    case 'tirar':
      return remove(state, item!);
    case 'proteger':
      return protect(state, event.protecao);
    case 'restaurar': {
      const itens = event.lista.map(
        ({ id, nome, bytes }, i): Item => ({ chave: state.proxima + i, nome, bytes, digital: `#${id}`, op: 1, protecao: { limpar: false, cifrar: false }, restaurado: true, sujo: false, kind: 'pronto', id }),
      );
      return stay({ ...state, itens, proxima: state.proxima + itens.length, avisos: [], dito: null });
    }
    case 'esquecer': {
      const effects = state.itens.filter((one) => tem(one) && !(event.registrado && one.kind === 'pronto')).map(({ chave }) => ({ kind: 'cancelar', chave }) as const);
      return { state: { ...anexosStart(), proxima: state.proxima }, effects: [...effects, ...(state.espera ? [{ kind: 'seguir', ok: false } as const] : [])] };
    }
    case 'esperar':
      return stay({ ...state, espera: true });
    case 'parar':
      return state.espera ? { state: { ...state, espera: false }, effects: [{ kind: 'seguir', ok: false }] } : stay(state);
    case 'seguir-sem': {
      const fora = pendentes(state);
      return { state: { ...state, itens: state.itens.filter(({ kind }) => kind === 'pronto') }, effects: fora.filter(tem).map(({ chave }) => ({ kind: 'cancelar', chave })) };
    }
  }
}

/** Next state of a list of attachments and what to do about it. Pure. */
export const anexosStep = (state: AnexosState, event: AnexosEvent): AnexosTransition => advance(step(state, event));
