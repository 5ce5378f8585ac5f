import type { Gravacao, ResumoGravacao } from '../contract/gravacao.ts';

/** What is asked for: one recording, or those of a case. */
export interface GravacaoAsk {
  id: string;
  processo: string;
  /** Where to begin, in seconds. */
  inicio: number;
}

/** What is played: with or without the picture. */
export type Midia = 'video' | 'audio';

/**
 * How the playing goes. `renovando`: the addresses are asked for again, because what was being played stopped coming. `cortada`: it stopped and there is no
 * network, or the court does not answer. `formato`: this browser does not play it.
 */
export type Fase = 'toca' | 'renovando' | 'cortada' | 'formato';

export interface Toca {
  midia: Midia;
  fase: Fase;
  posicao: number;
  tocando: boolean;
  velocidade: number;
  legendas: boolean;
  /** Where to go on, and whether by itself, once the file is there. */
  retomar: { em: number; tocar: boolean } | null;
  /** New addresses were had since it last played: a second failure is not theirs. */
  renovada: boolean;
}

interface Base {
  ask: GravacaoAsk;
  /** Number of the question that counts; answers to others are dropped. */
  op: number;
}

export type GravacaoState =
  /** The page says neither recording nor case. */
  | (Base & { kind: 'idle' })
  | (Base & { kind: 'loading'; /** What opens it was given by the person. */ comChave: boolean })
  | (Base & { kind: 'list'; itens: readonly ResumoGravacao[] })
  /** Under sigilo: a key is needed. */
  | (Base & { kind: 'sigilo'; erro: 'vazia' | 'recusada' | 'rede' | 'espera' | null })
  | (Base & { kind: 'missing' })
  | (Base & { kind: 'offline' })
  | (Base & { kind: 'failed' })
  /** Registered, and nothing to play has come yet. */
  | (Base & { kind: 'empty'; gravacao: Gravacao })
  | (Base & { kind: 'ready'; gravacao: Gravacao; toca: Toca });

export type GravacaoEvent =
  | { type: 'config'; ask: GravacaoAsk }
  | { type: 'choose'; id: string }
  | { type: 'back' }
  | { type: 'key'; chave: string }
  | { type: 'listed'; op: number; itens: readonly ResumoGravacao[] }
  | { type: 'loaded'; op: number; gravacao: Gravacao }
  /** `chave`: the key opens nothing; `espera`: too many tries. */
  | { type: 'refused'; op: number; motivo: 'sigilo' | 'chave' | 'espera' | 'ausente' | 'outro' }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'online' }
  | { type: 'retry' }
  /** What the player says. */
  | { type: 'time'; posicao: number }
  | { type: 'playing'; tocando: boolean }
  | { type: 'opened' }
  | { type: 'broke'; formato: boolean }
  /** What the person chooses. */
  | { type: 'midia'; midia: Midia }
  | { type: 'speed'; velocidade: number }
  | { type: 'captions'; legendas: boolean }
  | { type: 'go'; em: number };

export type GravacaoEffect =
  /** `chave` null: the one of before, if any. `continua`: the same view goes on. */
  | { kind: 'load'; op: number; id: string; chave: string | null; continua: boolean }
  | { kind: 'list'; op: number; processo: string }
  | { kind: 'seek'; em: number; tocar: boolean }
  | { kind: 'speed'; velocidade: number };

export interface GravacaoStep {
  state: GravacaoState;
  effects: readonly GravacaoEffect[];
}

/** Speeds to choose from. */
export const VELOCIDADES = [0.75, 1, 1.25, 1.5, 2] as const;
/** Seconds of a jump. */
export const SALTO = 10;

export const gravacaoStart = (): GravacaoState => ({ kind: 'idle', ask: { id: '', processo: '', inicio: 0 }, op: 0 });

const stay = (state: GravacaoState): GravacaoStep => ({ state, effects: [] });

/** What of a recording can be played. */
export const midias = ({ arquivos }: Gravacao): Midia[] => (['video', 'audio'] as const).filter((midia) => arquivos.some(({ variante }) => variante === midia));

function ask({ op }: Base, wanted: GravacaoAsk, chave: string | null = null): GravacaoStep {
  const next = { ask: wanted, op: op + 1 };
  if (wanted.id) return { state: { ...next, kind: 'loading', comChave: chave !== null }, effects: [{ kind: 'load', op: next.op, id: wanted.id, chave, continua: false }] };
  if (wanted.processo) return { state: { ...next, kind: 'loading', comChave: false }, effects: [{ kind: 'list', op: next.op, processo: wanted.processo }] };
  return stay({ ...next, kind: 'idle' });
}

type Pronta = Extract<GravacaoState, { kind: 'ready' }>;

const tocar = (state: Pronta, change: Partial<Toca>): GravacaoStep => stay({ ...state, toca: { ...state.toca, ...change } });

/** Asks for new addresses; the player goes on from where it was when they come. */
function renovar(state: Pronta): GravacaoStep {
  const op = state.op + 1;
  const { posicao, tocando, retomar } = state.toca;
  return {
    state: { ...state, op, toca: { ...state.toca, fase: 'renovando', tocando: false, renovada: true, retomar: retomar ?? { em: posicao, tocar: tocando } } },
    effects: [{ kind: 'load', op, id: state.gravacao.id, chave: null, continua: true }],
  };
}

function carregou(state: GravacaoState, gravacao: Gravacao): GravacaoStep {
  const base = { ask: state.ask, op: state.op };
  // New addresses for what is on the screen: the player is told by its new address, and goes on when that opens.
  if (state.kind === 'ready') return midias(gravacao).includes(state.toca.midia) ? stay({ ...state, gravacao, toca: { ...state.toca, fase: 'toca' } }) : stay({ ...base, kind: 'empty', gravacao });
  const [midia] = midias(gravacao);
  if (!midia) return stay({ ...base, kind: 'empty', gravacao });
  const { inicio } = state.ask;
  const toca: Toca = { midia, fase: 'toca', posicao: inicio, tocando: false, velocidade: 1, legendas: true, retomar: inicio > 0 ? { em: inicio, tocar: false } : null, renovada: false };
  return stay({ ...base, kind: 'ready', gravacao, toca });
}

function recusou(state: GravacaoState, motivo: Extract<GravacaoEvent, { type: 'refused' }>['motivo']): GravacaoStep {
  const base = { ask: state.ask, op: state.op };
  // A view that was going on is over: the access ended, or sigilo was decreed meanwhile.
  const comChave = state.kind === 'ready' || (state.kind === 'loading' && state.comChave);
  switch (motivo) {
    case 'ausente':
      return stay({ ...base, kind: 'missing' });
    case 'sigilo':
      return stay({ ...base, kind: 'sigilo', erro: null });
    case 'chave':
      return stay({ ...base, kind: 'sigilo', erro: 'recusada' });
    case 'espera':
      return comChave && state.kind !== 'ready' ? stay({ ...base, kind: 'sigilo', erro: 'espera' }) : falhou(state, 'servidor');
    case 'outro':
      return falhou(state, 'servidor');
  }
}

function falhou(state: GravacaoState, motivo: 'rede' | 'servidor'): GravacaoStep {
  const base = { ask: state.ask, op: state.op };
  if (state.kind === 'ready') return tocar(state, { fase: 'cortada' });
  // The field stays, with what was typed in it.
  if (state.kind === 'loading' && state.comChave) return stay({ ...base, kind: 'sigilo', erro: 'rede' });
  return stay({ ...base, kind: motivo === 'rede' ? 'offline' : 'failed' });
}

/** Whether an answer is to the question that counts. */
const espera = (state: GravacaoState, op: number): boolean => op === state.op && (state.kind === 'loading' || (state.kind === 'ready' && state.toca.fase === 'renovando'));

function noPlayer(state: Pronta, event: GravacaoEvent): GravacaoStep {
  const { toca } = state;
  switch (event.type) {
    case 'time':
      // Until it goes on from where it was, the player is at the beginning of a file that has just opened.
      return toca.retomar || toca.fase !== 'toca' ? stay(state) : tocar(state, { posicao: event.posicao, renovada: false });
    case 'playing':
      return toca.fase === 'toca' ? tocar(state, { tocando: event.tocando }) : stay(state);
    case 'opened': {
      const { retomar, velocidade } = toca;
      const next = tocar(state, { retomar: null, ...(retomar ? { posicao: retomar.em } : {}) });
      return { state: next.state, effects: [{ kind: 'speed', velocidade }, ...(retomar ? [{ kind: 'seek' as const, ...retomar }] : [])] };
    }
    case 'broke':
      if (toca.fase === 'renovando') return stay(state);
      // An address that is over looks like a file that does not play: a new one tells.
      if (!toca.renovada) return renovar(state);
      return tocar(state, { fase: event.formato ? 'formato' : 'cortada', tocando: false });
    case 'midia': {
      if (event.midia === toca.midia || !midias(state.gravacao).includes(event.midia)) return stay(state);
      return tocar(state, { midia: event.midia, fase: 'toca', renovada: false, tocando: false, retomar: { em: toca.posicao, tocar: toca.tocando } });
    }
    case 'speed':
      return { state: tocar(state, { velocidade: event.velocidade }).state, effects: [{ kind: 'speed', velocidade: event.velocidade }] };
    case 'captions':
      return tocar(state, { legendas: event.legendas });
    case 'go': {
      const em = Math.max(0, event.em);
      if (toca.retomar || toca.fase !== 'toca') return tocar(state, { posicao: em, retomar: { em, tocar: toca.retomar?.tocar ?? toca.tocando } });
      return { state: tocar(state, { posicao: em }).state, effects: [{ kind: 'seek', em, tocar: false }] };
    }
    case 'online':
      return toca.fase === 'cortada' ? renovar(state) : stay(state);
    case 'retry':
      return toca.fase === 'cortada' || toca.fase === 'formato' ? renovar(state) : stay(state);
    default:
      return stay(state);
  }
}

/** Next state of a recording and what to do about it. Pure. */
export function gravacaoStep(state: GravacaoState, event: GravacaoEvent): GravacaoStep {
  switch (event.type) {
    case 'config':
      return ask(state, event.ask);
    case 'choose':
      return state.kind === 'list' ? ask(state, { ...state.ask, id: event.id, inicio: 0 }) : stay(state);
    case 'back':
      return state.ask.processo && state.kind !== 'list' ? ask(state, { ...state.ask, id: '', inicio: 0 }) : stay(state);
    case 'key':
      if (state.kind !== 'sigilo') return stay(state);
      return event.chave.trim() ? ask(state, state.ask, event.chave.trim()) : stay({ ...state, erro: 'vazia' });
    case 'listed':
      return espera(state, event.op) ? stay({ ask: state.ask, op: state.op, kind: 'list', itens: event.itens }) : stay(state);
    case 'loaded':
      return espera(state, event.op) ? carregou(state, event.gravacao) : stay(state);
    case 'refused':
      return espera(state, event.op) ? recusou(state, event.motivo) : stay(state);
    case 'fault':
      return espera(state, event.op) ? falhou(state, event.motivo) : stay(state);
    case 'online':
    case 'retry':
      if (state.kind === 'offline' || (event.type === 'retry' && (state.kind === 'failed' || state.kind === 'missing' || state.kind === 'empty'))) return ask(state, state.ask);
      return state.kind === 'ready' ? noPlayer(state, event) : stay(state);
    default:
      return state.kind === 'ready' ? noPlayer(state, event) : stay(state);
  }
}
