import type { VideoFailure, VideoPhase } from '../adapters/ports.ts';
import type { SalaAudiencia } from '../contract/audiencia.ts';
import type { EntradaAudiencia, SalaDaPessoa, SituacaoAudiencia } from '../contract/audiencia-convite.ts';
import { esperaSerChamado } from '../domain/audiencia/participante.machine.ts';

/**
 * A hearing as one invited person lives it: the invitation, the test, the waiting room, the room, the reserved interview and back (Resolução CNJ 105/2010). Who may be
 * where is decided by the court's server; this follows what it says, and never lets the person into a room by itself.
 */

/** A room: of a reserved one, whose it is. */
export interface OndeSala {
  sala: SalaAudiencia;
  de: string | null;
}

/** How a call fares, as the person is told. */
export interface Chamada extends OndeSala {
  /** Names the try: what an older one says is ignored. */
  op: number;
  fase: VideoPhase;
  motivo: VideoFailure | null;
}

/** Why an invitation opens nothing. */
export type MotivoConvite = 'sem-convite' | 'nao-vale' | 'revogado' | 'vencido';

/** Why the person is out of the hearing: testified; it ended; it is cancelled; the judge's decision; the invitation was taken back. */
export type MotivoFim = 'ouvido' | 'encerrada' | 'cancelada' | 'retirado' | 'revogado';

/** Why a person waits: the room is not open; nobody let them in yet; a witness who is to be called; the hearing is suspended before they were let in. */
export type MotivoEspera = 'nao-aberta' | 'espera' | 'espera-chamada' | 'suspensa';

/** What is known once the invitation was read. */
export interface DadosAudiencia {
  situacao: SituacaoAudiencia;
  rede: 'ao-vivo' | 'consultando' | 'sem-rede' | null;
  /** Voice alone, by what the test found or the person chose. */
  semVideo: boolean;
  /** Pressed to come in with the notice of the recording on the screen. */
  ciente: boolean;
  /** What the last act was answered, when the answer was no; the words of the server, or which way it failed. */
  falha: { motivo: 'recusa'; texto: string } | { motivo: 'rede' | 'servidor' } | null;
  op: number;
}

export type AudienciaState =
  | { kind: 'opening' }
  | { kind: 'invalid'; motivo: MotivoConvite }
  | { kind: 'failed'; motivo: 'rede' | 'servidor' }
  | (DadosAudiencia & { kind: 'details' })
  /** `espera`: came from the waiting room, which has their place. */
  | (DadosAudiencia & { kind: 'testing'; espera: boolean })
  /** On the way into the waiting room. */
  | (DadosAudiencia & { kind: 'arriving' })
  | (DadosAudiencia & { kind: 'waiting'; motivo: MotivoEspera })
  /** May come in; is told first that it is recorded. */
  | (DadosAudiencia & { kind: 'admitted' })
  /** A room is asked for. `volta`: the person was in the hearing, and goes back to it afterwards. */
  | (DadosAudiencia & { kind: 'entering'; para: OndeSala; volta: boolean })
  | (DadosAudiencia & { kind: 'in-room'; chamada: Chamada; entrada: EntradaAudiencia; volta: boolean })
  | (DadosAudiencia & { kind: 'ended'; motivo: MotivoFim });

export type AudienciaKind = AudienciaState['kind'];
/** A state in which the invitation is known. */
export type ComConvite = Extract<AudienciaState, DadosAudiencia>;
export type NaSala = Extract<AudienciaState, { kind: 'in-room' }>;

export type AudienciaEvent =
  | { type: 'open' }
  | { type: 'read'; situacao: SituacaoAudiencia }
  | { type: 'unreadable'; motivo: MotivoConvite }
  | { type: 'fault'; motivo: 'rede' | 'servidor' }
  | { type: 'test' }
  /** The test ended; `semVideo` null: left without going through it. */
  | { type: 'tested'; semVideo: boolean | null }
  | { type: 'arrive' }
  | { type: 'situacao'; situacao: SituacaoAudiencia }
  | { type: 'arrived'; op: number; situacao: SituacaoAudiencia }
  | { type: 'live'; rede: 'ao-vivo' | 'consultando' | 'sem-rede' }
  | { type: 'enter'; para: OndeSala }
  | { type: 'entrada'; op: number; entrada: EntradaAudiencia }
  | { type: 'act-refused'; op: number; texto: string }
  | { type: 'act-fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'video'; op: number; fase: VideoPhase; motivo: VideoFailure | null }
  /** Out of the room, by the person's will. */
  | { type: 'leave' }
  /** The page takes the element away, and the room with it. */
  | { type: 'gone' }
  /** At an equipped room: everything of this person goes, and the invitation of the visit ends. */
  | { type: 'end-visit' }
  | { type: 'dismiss' };

export type AudienciaEffect =
  | { kind: 'read' }
  | { kind: 'follow' }
  | { kind: 'unfollow' }
  | { kind: 'arrive'; op: number }
  /** Tells the clerk that the person is not waiting any more. */
  | { kind: 'depart' }
  | { kind: 'ask-room'; op: number; para: OndeSala; ciente: boolean }
  | { kind: 'open-room'; chamada: Chamada; entrada: EntradaAudiencia }
  | { kind: 'close-room' }
  /** The person is called: with a sound. */
  | { kind: 'call' }
  | { kind: 'focus'; onde: 'titulo' | 'sala' };

export interface AudienciaStep {
  state: AudienciaState;
  effects: readonly AudienciaEffect[];
}

const HEARING: OndeSala = { sala: 'audiencia', de: null };
const to = (state: AudienciaState, ...effects: AudienciaEffect[]): AudienciaStep => ({ state, effects });
const stay = (state: AudienciaState): AudienciaStep => ({ state, effects: [] });
const TITLE: AudienciaEffect = { kind: 'focus', onde: 'titulo' };
const CLOSE: AudienciaEffect = { kind: 'close-room' };

export const audienciaStart = (): AudienciaState => ({ kind: 'opening' });

/** True once the invitation was read. */
export const temConvite = (state: AudienciaState): state is ComConvite => 'situacao' in state;
export const isReservada = ({ sala }: OndeSala): boolean => sala !== 'audiencia';
const same = (a: OndeSala, b: OndeSala): boolean => a.sala === b.sala && a.de === b.de;

const dados = ({ situacao, rede, semVideo, ciente, falha, op }: ComConvite): DadosAudiencia => ({ situacao, rede, semVideo, ciente, falha, op });

/** The person is out for good, or until called again; null while the hearing has a place for them. */
function fimDe({ audiencia: { estado }, eu }: SituacaoAudiencia): MotivoFim | null {
  if (eu.estado === 'revogado') return 'revogado';
  if (estado === 'encerrada' || estado === 'cancelada') return estado;
  if (eu.estado === 'retirado' || eu.estado === 'ouvido') return eu.estado;
  return null;
}

const salaDe = ({ eu }: SituacaoAudiencia, { sala, de }: OndeSala): SalaDaPessoa | undefined => eu.salas.find((one) => one.sala === sala && (one.de?.id ?? null) === de);

/** Whether a room may be entered now, as the server said. */
export const podeEntrar = (situacao: SituacaoAudiencia, onde: OndeSala): boolean => salaDe(situacao, onde)?.aberta ?? false;

/** Whoever comes in is told first that it is recorded: it will be, or is being. */
export const eGravada = ({ audiencia: { seraGravada, gravando } }: SituacaoAudiencia): boolean => seraGravada || gravando;

/** Who goes to the hearing's room without having read that it is recorded, and reads it first. */
const faltaAviso = ({ situacao, ciente }: DadosAudiencia): boolean => eGravada(situacao) && !ciente;

/** The reserved rooms that are open to the person now. */
export const reservadasAbertas = ({ eu }: SituacaoAudiencia): SalaDaPessoa[] => eu.salas.filter((one) => one.aberta && one.sala !== 'audiencia');

function esperaDe({ audiencia, eu }: SituacaoAudiencia): MotivoEspera {
  if (audiencia.estado === 'agendada') return 'nao-aberta';
  if (esperaSerChamado(eu.papel)) return 'espera-chamada';
  return audiencia.estado === 'suspensa' ? 'suspensa' : 'espera';
}

/** Where somebody is who came in and is in no room. */
function parado(d: DadosAudiencia): ComConvite {
  const fim = fimDe(d.situacao);
  if (fim) return { ...d, kind: 'ended', motivo: fim };
  return podeEntrar(d.situacao, HEARING) ? { ...d, kind: 'admitted' } : { ...d, kind: 'waiting', motivo: esperaDe(d.situacao) };
}

/** Goes where the situation says; who is let in is called. */
function settle(before: ComConvite, d: DadosAudiencia): AudienciaStep {
  const next = parado(d);
  if (next.kind === before.kind && !('motivo' in next && 'motivo' in before && next.motivo !== before.motivo)) return stay(next);
  const called: AudienciaEffect[] = next.kind === 'admitted' ? [{ kind: 'call' }] : [];
  return to(next, ...called, TITLE);
}

/** Asks for a room; from inside of another, that one is left first. */
function ask(before: ComConvite, para: OndeSala): AudienciaStep {
  // The notice is read where the person is let in.
  const ciente = before.ciente || (before.kind === 'admitted' && !isReservada(para) && eGravada(before.situacao));
  const d = { ...dados(before), falha: null, op: before.op + 1, ciente };
  const inside = before.kind === 'in-room';
  if (!isReservada(para) && faltaAviso(d)) return to(parado(d), ...(inside ? [CLOSE] : []), TITLE);
  const volta = isReservada(para) && (inside ? !isReservada(before.chamada) || before.volta : false);
  return to({ ...d, kind: 'entering', para, volta }, ...(inside ? [CLOSE] : []), { kind: 'ask-room', op: d.op, para, ciente: d.ciente }, TITLE);
}

/** Where who is in no room stands. A reserved room opens to who has not come to the waiting room too: that is not where they are. */
function semSala(d: DadosAudiencia): ComConvite {
  const next = parado(d);
  return next.kind === 'waiting' && d.situacao.eu.estado === 'convidado' ? { ...dados(next), kind: 'details' } : next;
}

/** Out of a room: back to the hearing when the person was in it and may be, else to where they stand. */
function out(before: Extract<AudienciaState, { kind: 'in-room' | 'entering' }>, d: DadosAudiencia): AudienciaStep {
  const close = before.kind === 'in-room' ? [CLOSE] : [];
  if (before.volta && !fimDe(d.situacao) && podeEntrar(d.situacao, HEARING) && !faltaAviso(d)) {
    const op = d.op + 1;
    return to({ ...d, op, kind: 'entering', para: HEARING, volta: false }, ...close, { kind: 'ask-room', op, para: HEARING, ciente: d.ciente }, TITLE);
  }
  return to(semSala({ ...d, op: d.op + 1 }), ...close, TITLE);
}

/** What the server says now, wherever the person is. */
function situated(before: ComConvite, situacao: SituacaoAudiencia): AudienciaStep {
  const d: DadosAudiencia = { ...dados(before), situacao };
  switch (before.kind) {
    case 'details':
    case 'testing':
    case 'arriving': {
      // Who waits, and tests meanwhile, is called out of the test.
      if (before.kind === 'testing' && before.espera && podeEntrar(situacao, HEARING)) return settle(before, d);
      // Nobody is pulled out of what they read or test otherwise, except that there is nothing to come to any more.
      const fim = fimDe(situacao);
      return fim && fim !== 'ouvido' ? to({ ...d, kind: 'ended', motivo: fim }, TITLE) : stay({ ...before, situacao });
    }
    case 'waiting':
      // Moved to another day, on which they have not come.
      if (situacao.audiencia.remarcacoes !== before.situacao.audiencia.remarcacoes && situacao.eu.estado === 'convidado') return to({ ...d, kind: 'details' }, TITLE);
      return settle(before, d);
    case 'admitted':
    case 'ended':
      return settle(before, d);
    case 'entering':
      return fimDe(situacao) && !podeEntrar(situacao, before.para) ? out(before, d) : stay({ ...before, situacao });
    case 'in-room':
      return podeEntrar(situacao, before.chamada) ? stay({ ...before, situacao }) : out(before, d);
  }
}

function known(state: ComConvite, event: AudienciaEvent): AudienciaStep {
  switch (event.type) {
    case 'situacao':
      return situated(state, event.situacao);
    case 'live':
      return state.rede === event.rede ? stay(state) : stay({ ...state, rede: event.rede });
    case 'dismiss':
      return stay({ ...state, falha: null });
    case 'test':
      return state.kind === 'details' || state.kind === 'waiting' ? to({ ...dados(state), kind: 'testing', espera: state.kind === 'waiting' }, TITLE) : stay(state);
    case 'tested': {
      if (state.kind !== 'testing') return stay(state);
      const d = { ...dados(state), semVideo: event.semVideo ?? state.semVideo };
      return to(state.espera ? semSala(d) : { ...d, kind: 'details' }, TITLE);
    }
    case 'arrive': {
      if (state.kind !== 'details' && !(state.kind === 'ended' && state.motivo === 'ouvido')) return stay(state);
      const op = state.op + 1;
      return to({ ...dados(state), falha: null, op, kind: 'arriving' }, { kind: 'arrive', op });
    }
    case 'arrived':
      return state.kind === 'arriving' && state.op === event.op ? settle(state, { ...dados(state), situacao: event.situacao }) : stay(state);
    case 'enter':
      if (!podeEntrar(state.situacao, event.para) || state.kind === 'entering' || state.kind === 'arriving') return stay(state);
      // The room of now, again: only after it failed.
      if (state.kind === 'in-room' && same(state.chamada, event.para) && !['failed', 'rejected', 'ended'].includes(state.chamada.fase)) return stay(state);
      return ask(state, event.para);
    case 'entrada': {
      if (state.kind !== 'entering' || state.op !== event.op) return stay(state);
      // Closed while the way in was on its way: nobody is left in a room that is not theirs any more.
      if (!podeEntrar(state.situacao, state.para)) return out(state, dados(state));
      const chamada: Chamada = { ...state.para, op: event.op, fase: 'loading', motivo: null };
      return to({ ...dados(state), kind: 'in-room', chamada, entrada: event.entrada, volta: state.volta }, { kind: 'open-room', chamada, entrada: event.entrada }, { kind: 'focus', onde: 'sala' });
    }
    case 'act-refused':
    case 'act-fault': {
      if (state.op !== event.op || (state.kind !== 'entering' && state.kind !== 'arriving')) return stay(state);
      const falha = event.type === 'act-refused' ? { motivo: 'recusa' as const, texto: event.texto } : { motivo: event.motivo };
      const d = { ...dados(state), falha };
      return to(state.kind === 'arriving' ? { ...d, kind: 'details' } : semSala(d), TITLE);
    }
    case 'video': {
      if (state.kind !== 'in-room' || state.chamada.op !== event.op) return stay(state);
      // The person hung up with the room's own button.
      if (event.fase === 'ended') return out(state, dados(state));
      return stay({ ...state, chamada: { ...state.chamada, fase: event.fase, motivo: event.motivo } });
    }
    case 'leave':
      if (state.kind === 'in-room') return out(state, dados(state));
      // An admission stays; the place in the waiting room goes.
      if (state.kind === 'waiting' || state.kind === 'admitted') return to({ ...dados(state), kind: 'details' }, { kind: 'depart' }, TITLE);
      return stay(state);
    case 'gone':
      return state.kind === 'in-room' || state.kind === 'entering' ? to(semSala({ ...dados(state), op: state.op + 1 }), ...(state.kind === 'in-room' ? [CLOSE] : [])) : stay(state);
    default:
      return stay(state);
  }
}

/** One step: the state that follows, and what has to be done. */
export function audienciaStep(state: AudienciaState, event: AudienciaEvent): AudienciaStep {
  if (event.type === 'open') {
    const inside = state.kind === 'in-room' ? [CLOSE] : [];
    return to({ kind: 'opening' }, ...inside, { kind: 'unfollow' }, { kind: 'read' });
  }
  if (event.type === 'end-visit') {
    const inside = state.kind === 'in-room' ? [CLOSE] : [];
    return to({ kind: 'opening' }, ...inside, { kind: 'unfollow' }, { kind: 'depart' });
  }
  if (event.type === 'unreadable') {
    // What ended stays told as it ended, although the invitation opens nothing any more.
    if (state.kind === 'ended') return to(state, { kind: 'unfollow' });
    const inside = state.kind === 'in-room' ? [CLOSE] : [];
    return to({ kind: 'invalid', motivo: event.motivo }, ...inside, { kind: 'unfollow' }, TITLE);
  }
  if (temConvite(state)) return known(state, event);
  if (event.type === 'read') {
    const { situacao } = event;
    const d: DadosAudiencia = { situacao, rede: null, semVideo: false, ciente: false, falha: null, op: 0 };
    const fim = fimDe(situacao);
    // Who was there already, and loaded the page again, is where they were.
    const there = situacao.eu.estado === 'na-espera' || situacao.eu.estado === 'admitido' || fim;
    return to(there ? parado(d) : { ...d, kind: 'details' }, ...(situacao.audiencia.estado === 'encerrada' ? [] : [{ kind: 'follow' } as const]));
  }
  if (event.type === 'fault') return state.kind === 'opening' ? to({ kind: 'failed', motivo: event.motivo }) : stay(state);
  return stay(state);
}
