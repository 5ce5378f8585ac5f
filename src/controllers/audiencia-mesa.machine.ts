import type { VideoFailure, VideoPhase } from '../adapters/ports.ts';
import type { EntradaAudiencia } from '../contract/audiencia-convite.ts';
import type { AtoAudiencia, AudienciaEquipe, AudienciaInput, ListaAudiencias, RespostaAtoAudiencia, TermoAudiencia } from '../contract/audiencia-equipe.ts';

/**
 * The desk of who conducts hearings: the judge, and the clerk for the judge (Resolução CNJ 105/2010, art. 3, § 2). The list of hearings, one of them open, its acts one by
 * one, and its room. What may be done now is what the court's server says.
 */

/** What is open on the desk: a form, or a question before what cannot be taken back. */
export type PainelMesa =
  | { qual: 'marcar' }
  | { qual: 'convidar' | 'iniciar' | 'suspender' | 'cancelar' | 'remarcar' | 'marcar-indice' | 'encerrar' }
  | { qual: 'retirar' | 'revogar' | 'substituir-convite' | 'codigo'; participanteId: string };

export type FalhaMesa = { motivo: 'recusa'; texto: string } | { motivo: 'rede' | 'servidor' };

/** One act on its way; it goes again with the same key, so that it is never done twice. */
export interface AtoEmCurso {
  op: number;
  chave: string;
  fase: 'indo' | 'parado';
  pedido: { que: 'ato'; audienciaId: string; ato: AtoAudiencia } | { que: 'marcar'; corpo: AudienciaInput } | { que: 'entrar'; audienciaId: string };
}

/** What the server shows once. */
export type MostraUmaVez = { que: 'convite' } & NonNullable<RespostaAtoAudiencia['convite']> | ({ que: 'codigo' } & NonNullable<RespostaAtoAudiencia['codigo']>);

export interface SalaMesa {
  op: number;
  entrada: EntradaAudiencia;
  fase: VideoPhase;
  motivo: VideoFailure | null;
}

interface Trabalho {
  acesso: 'ok' | 'vencido';
  painel: PainelMesa | null;
  emCurso: AtoEmCurso | null;
  falha: FalhaMesa | null;
  op: number;
}

export type MesaState =
  | { kind: 'signed-out'; motivo: 'inicio' | 'saiu' | 'recusa' | 'rede' | 'emissor' }
  | { kind: 'entering' }
  | { kind: 'refused'; texto: string }
  | { kind: 'failed'; motivo: 'rede' | 'servidor' }
  | (Trabalho & { kind: 'list'; lista: ListaAudiencias; dia: string | null; carregando: boolean })
  | (Trabalho & { kind: 'opening'; id: string; lista: ListaAudiencias; dia: string | null })
  | (Trabalho & {
      kind: 'hearing';
      lista: ListaAudiencias;
      dia: string | null;
      audiencia: AudienciaEquipe;
      rede: 'ao-vivo' | 'consultando' | 'sem-rede' | null;
      mostra: MostraUmaVez | null;
      sala: SalaMesa | null;
      termo: TermoAudiencia | 'carregando' | 'falhou' | null;
    });

export type NaMesa = Extract<MesaState, { lista: ListaAudiencias }>;
export type ComAudiencia = Extract<MesaState, { kind: 'hearing' }>;
export const naMesa = (state: MesaState): state is NaMesa => 'lista' in state;

export type MesaEvent =
  | { type: 'sign-in' }
  | { type: 'sign-out' }
  | { type: 'arriving' }
  | { type: 'signed-out'; motivo: Extract<MesaState, { kind: 'signed-out' }>['motivo'] }
  | { type: 'begin' }
  | { type: 'day'; dia: string | null }
  /** What comes after the last of the list. */
  | { type: 'more' }
  | { type: 'listed'; lista: ListaAudiencias; mais?: boolean }
  | { type: 'list-refused'; status: number; texto: string }
  | { type: 'list-fault'; motivo: 'rede' | 'servidor' }
  | { type: 'open'; id: string }
  | { type: 'value'; id: string; audiencia: AudienciaEquipe }
  | { type: 'open-refused'; texto: string }
  | { type: 'open-fault'; motivo: 'rede' | 'servidor' }
  | { type: 'live'; rede: 'ao-vivo' | 'consultando' | 'sem-rede' }
  | { type: 'back' }
  | { type: 'panel'; painel: PainelMesa | null }
  | { type: 'act'; chave: string; ato: AtoAudiencia }
  | { type: 'schedule'; chave: string; corpo: AudienciaInput }
  | { type: 'enter'; chave: string }
  | { type: 'act-again' }
  | { type: 'done'; op: number; resposta: RespostaAtoAudiencia }
  | { type: 'scheduled'; op: number; audiencia: AudienciaEquipe }
  | { type: 'entered'; op: number; entrada: EntradaAudiencia }
  | { type: 'act-refused'; op: number; texto: string }
  | { type: 'act-fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'dismiss' }
  | { type: 'shown' }
  | { type: 'video'; op: number; fase: VideoPhase; motivo: VideoFailure | null }
  | { type: 'leave-room' }
  | { type: 'ask-term' }
  | { type: 'term'; termo: TermoAudiencia | null }
  | { type: 'expired' }
  | { type: 'renewed' };

export type MesaEffect =
  | { kind: 'sign-in' }
  | { kind: 'sign-out' }
  | { kind: 'list'; dia: string | null; cursor?: string }
  | { kind: 'follow'; id: string }
  | { kind: 'unfollow' }
  | { kind: 'refresh' }
  | { kind: 'run'; emCurso: AtoEmCurso }
  | { kind: 'room'; sala: SalaMesa }
  | { kind: 'close-room' }
  | { kind: 'term'; id: string }
  | { kind: 'focus'; onde: 'titulo' | 'painel' | 'falha' | 'mostra' | 'acoes' | 'sala' | 'termo' | 'entrada' };

export interface MesaStep {
  state: MesaState;
  effects: readonly MesaEffect[];
}

const to = (state: MesaState, ...effects: MesaEffect[]): MesaStep => ({ state, effects });
const stay = (state: MesaState): MesaStep => ({ state, effects: [] });
const FRESH: Trabalho = { acesso: 'ok', painel: null, emCurso: null, falha: null, op: 0 };
const TITLE: MesaEffect = { kind: 'focus', onde: 'titulo' };

export const mesaStart = (): MesaState => ({ kind: 'signed-out', motivo: 'inicio' });

/** An act is under way: no other until it is answered. */
export const ocupada = (state: MesaState): boolean => naMesa(state) && state.emCurso !== null;

/** Names the panel that is open, with the hearing and the person it is about; null for none. */
export const chaveDoPainel = (state: MesaState): string | null =>
  naMesa(state) && state.painel ? [state.kind === 'hearing' ? state.audiencia.id : '', state.painel.qual, 'participanteId' in state.painel ? state.painel.participanteId : ''].join(' ') : null;

/** Whether an act is what the open panel asks for: one that was pressed beside it leaves it, with what is typed in it. */
const doPainel = ({ painel, emCurso }: NaMesa): boolean => emCurso?.pedido.que === 'ato' && painel?.qual.replace('-indice', '') === emCurso.pedido.ato.acao;

const work = ({ acesso, op }: NaMesa): Trabalho => ({ ...FRESH, acesso, op });

function begin(state: NaMesa, chave: string, pedido: AtoEmCurso['pedido']): MesaStep {
  if (state.emCurso) return stay(state);
  const emCurso: AtoEmCurso = { op: state.op + 1, chave, fase: 'indo', pedido };
  return to({ ...state, op: emCurso.op, emCurso, falha: null }, { kind: 'run', emCurso });
}

function hearing(state: NaMesa, audiencia: AudienciaEquipe): ComAudiencia {
  if (state.kind === 'hearing') return { ...state, audiencia };
  return { ...work(state), kind: 'hearing', lista: state.lista, dia: state.dia, audiencia, rede: null, mostra: null, sala: null, termo: null };
}

/** What follows from an act that was done: what is closed, what is shown once. */
function done(state: NaMesa, resposta: RespostaAtoAudiencia): MesaStep {
  const next = hearing(state, resposta.audiencia);
  const mostra: MostraUmaVez | null = resposta.convite ? { que: 'convite', ...resposta.convite } : resposta.codigo ? { que: 'codigo', ...resposta.codigo } : null;
  const over = resposta.audiencia.estado === 'encerrada' || resposta.audiencia.estado === 'cancelada';
  const close: MesaEffect[] = over && next.sala ? [{ kind: 'close-room' }] : [];
  return to({ ...next, emCurso: null, falha: null, painel: over || doPainel(state) ? null : state.painel, mostra: mostra ?? next.mostra, sala: over ? null : next.sala }, ...close, { kind: 'focus', onde: mostra ? 'mostra' : 'acoes' });
}

function atDesk(state: NaMesa, event: MesaEvent): MesaStep {
  switch (event.type) {
    case 'day':
      return state.kind === 'list' ? to({ ...state, dia: event.dia, carregando: true }, { kind: 'list', dia: event.dia }) : stay(state);
    case 'more': {
      if (state.kind !== 'list' || state.carregando || state.lista.proxima === null) return stay(state);
      return to({ ...state, carregando: true }, { kind: 'list', dia: state.dia, cursor: state.lista.proxima });
    }
    case 'listed': {
      const lista = event.mais ? { ...event.lista, itens: [...state.lista.itens, ...event.lista.itens] } : event.lista;
      return state.kind === 'list' ? stay({ ...state, lista, carregando: false, falha: null }) : stay({ ...state, lista });
    }
    case 'list-refused':
    case 'list-fault':
      if (state.kind !== 'list') return stay(state);
      return stay({ ...state, carregando: false, falha: event.type === 'list-refused' ? { motivo: 'recusa', texto: event.texto } : { motivo: event.motivo } });
    case 'open':
      return state.kind === 'list' && !state.emCurso ? to({ ...work(state), kind: 'opening', id: event.id, lista: state.lista, dia: state.dia }, { kind: 'follow', id: event.id }) : stay(state);
    case 'value': {
      const now = state.kind === 'opening' ? state.id : state.kind === 'hearing' ? state.audiencia.id : null;
      if (now !== event.id) return stay(state);
      const next = hearing(state, event.audiencia);
      return state.kind === 'opening' ? to(next, TITLE) : stay(next);
    }
    case 'open-refused':
    case 'open-fault': {
      if (state.kind !== 'opening') return stay(state);
      const falha: FalhaMesa = event.type === 'open-refused' ? { motivo: 'recusa', texto: event.texto } : { motivo: event.motivo };
      return to({ ...work(state), kind: 'list', lista: state.lista, dia: state.dia, carregando: false, falha }, { kind: 'unfollow' }, { kind: 'focus', onde: 'falha' });
    }
    case 'live':
      return state.kind === 'hearing' ? stay({ ...state, rede: event.rede }) : stay(state);
    case 'back': {
      if (state.kind === 'list' || state.emCurso) return stay(state);
      const close: MesaEffect[] = state.kind === 'hearing' && state.sala ? [{ kind: 'close-room' }] : [];
      return to({ ...work(state), kind: 'list', lista: state.lista, dia: state.dia, carregando: true }, ...close, { kind: 'unfollow' }, { kind: 'list', dia: state.dia }, TITLE);
    }
    case 'panel':
      if (state.emCurso?.fase === 'indo') return stay(state);
      return to({ ...state, painel: event.painel, falha: null, emCurso: null }, { kind: 'focus', onde: event.painel ? 'painel' : 'acoes' });
    case 'act':
      return state.kind === 'hearing' ? begin(state, event.chave, { que: 'ato', audienciaId: state.audiencia.id, ato: event.ato }) : stay(state);
    case 'schedule':
      return begin(state, event.chave, { que: 'marcar', corpo: event.corpo });
    case 'enter':
      return state.kind === 'hearing' && !state.sala ? begin(state, event.chave, { que: 'entrar', audienciaId: state.audiencia.id }) : stay(state);
    case 'act-again': {
      if (state.emCurso?.fase !== 'parado') return stay(state);
      const emCurso: AtoEmCurso = { ...state.emCurso, fase: 'indo' };
      return to({ ...state, emCurso, falha: null }, { kind: 'run', emCurso });
    }
    case 'done':
      return state.emCurso?.op === event.op && state.kind === 'hearing' ? done(state, event.resposta) : stay(state);
    case 'scheduled':
      return state.emCurso?.op === event.op ? to(hearing({ ...work(state), kind: 'list', lista: state.lista, dia: state.dia, carregando: false }, event.audiencia), { kind: 'follow', id: event.audiencia.id }, TITLE) : stay(state);
    case 'entered': {
      if (state.emCurso?.op !== event.op || state.kind !== 'hearing') return stay(state);
      const sala: SalaMesa = { op: event.op, entrada: event.entrada, fase: 'loading', motivo: null };
      return to({ ...state, emCurso: null, falha: null, sala }, { kind: 'room', sala }, { kind: 'focus', onde: 'sala' });
    }
    case 'act-refused':
      return state.emCurso?.op === event.op ? to({ ...state, emCurso: null, falha: { motivo: 'recusa', texto: event.texto } }, { kind: 'refresh' }, { kind: 'focus', onde: 'falha' }) : stay(state);
    case 'act-fault':
      // Nobody knows whether it was done: it is tried again with the same key.
      return state.emCurso?.op === event.op ? to({ ...state, emCurso: { ...state.emCurso, fase: 'parado' }, falha: { motivo: event.motivo } }, { kind: 'focus', onde: 'falha' }) : stay(state);
    case 'dismiss':
      return to({ ...state, falha: null, emCurso: state.emCurso?.fase === 'parado' ? null : state.emCurso }, { kind: 'refresh' }, { kind: 'focus', onde: 'acoes' });
    case 'shown':
      return state.kind === 'hearing' ? to({ ...state, mostra: null }, { kind: 'focus', onde: 'acoes' }) : stay(state);
    case 'video': {
      if (state.kind !== 'hearing' || state.sala?.op !== event.op) return stay(state);
      if (event.fase === 'ended') return to({ ...state, sala: null }, { kind: 'close-room' }, { kind: 'focus', onde: 'acoes' });
      return stay({ ...state, sala: { ...state.sala, fase: event.fase, motivo: event.motivo } });
    }
    case 'leave-room':
      return state.kind === 'hearing' && state.sala ? to({ ...state, sala: null }, { kind: 'close-room' }, { kind: 'focus', onde: 'acoes' }) : stay(state);
    case 'ask-term':
      return state.kind === 'hearing' ? to({ ...state, termo: 'carregando' }, { kind: 'term', id: state.audiencia.id }) : stay(state);
    case 'term':
      return state.kind === 'hearing' ? to({ ...state, termo: event.termo ?? 'falhou' }, { kind: 'focus', onde: 'termo' }) : stay(state);
    case 'expired':
      return stay({ ...state, acesso: 'vencido', emCurso: state.emCurso ? { ...state.emCurso, fase: 'parado' } : null });
    case 'renewed': {
      const again = state.kind === 'hearing' ? [{ kind: 'follow', id: state.audiencia.id } as const] : state.kind === 'opening' ? [{ kind: 'follow', id: state.id } as const] : [{ kind: 'list', dia: state.dia } as const];
      return to({ ...state, acesso: 'ok' }, ...again);
    }
    default:
      return stay(state);
  }
}

/** One step: the state that follows, and what has to be done. */
export function mesaStep(state: MesaState, event: MesaEvent): MesaStep {
  switch (event.type) {
    case 'sign-in':
      return naMesa(state) ? stay(state) : to({ kind: 'entering' }, { kind: 'sign-in' });
    case 'arriving':
      return naMesa(state) ? stay(state) : stay({ kind: 'entering' });
    case 'signed-out':
    case 'sign-out': {
      const close: MesaEffect[] = state.kind === 'hearing' && state.sala ? [{ kind: 'close-room' }] : [];
      const out: MesaEffect[] = event.type === 'sign-out' ? [{ kind: 'sign-out' }] : [];
      return to({ kind: 'signed-out', motivo: event.type === 'sign-out' ? 'saiu' : event.motivo }, ...close, { kind: 'unfollow' }, ...out, ...(event.type === 'sign-out' || (state.kind === 'entering' && event.motivo !== 'inicio') ? [{ kind: 'focus', onde: 'entrada' } as const] : []));
    }
    case 'begin':
      return naMesa(state) ? stay(state) : to({ kind: 'entering' }, { kind: 'list', dia: null }, TITLE);
    default:
      break;
  }
  if (naMesa(state)) return atDesk(state, event);
  switch (event.type) {
    case 'listed':
      return to({ ...FRESH, kind: 'list', lista: event.lista, dia: null, carregando: false }, TITLE);
    case 'list-refused':
      // Nobody signed in, or the access is over: that is no refusal of the person.
      return event.status === 401 ? stay({ kind: 'signed-out', motivo: 'recusa' }) : stay({ kind: 'refused', texto: event.texto });
    case 'list-fault':
      return stay({ kind: 'failed', motivo: event.motivo });
    case 'expired':
      return stay({ kind: 'signed-out', motivo: 'recusa' });
    default:
      return stay(state);
  }
}

