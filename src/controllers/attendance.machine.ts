import type { LiveState, VideoFailure, VideoPhase } from '../adapters/ports.ts';
import type { AtoAtendimento, BalcaoAtendimento, ConviteAtendimento, FilaAtendimento, MeusBalcoes, SenhaAtendimento } from '../contract/atendimento.ts';
import type { EntradaFila } from '../contract/fila.ts';

/** Everything that an attendant does, one at a time. Notes are kept beside it, by themselves. */
export type Ato =
  | Exclude<AtoAtendimento, { acao: 'anotar' }>
  | { acao: 'pausar'; motivo: string; ate?: string }
  | { acao: 'retomar' }
  /** Into the room of the ticket in hand, or of an invitation. */
  | { acao: 'entrar'; de: { senhaId: string } | { conviteId: string } };
export type NomeAto = Ato['acao'];

/** What is open beside the ticket, to be filled in. */
export type Painel = 'transferir' | 'convidar' | 'agendar' | 'ausente' | 'encerrar' | 'pausar';

/** An act that was asked for: under way, or stopped without an answer, to be sent again with the same key. */
export interface AtoEmCurso {
  readonly ato: Ato;
  /** Idempotency key: of this act alone. */
  readonly chave: string;
  readonly unidadeId: string;
  /** Notes that were not saved yet and go before it, since the ticket leaves the hands with it. */
  readonly notas: string | null;
  readonly fase: 'indo' | 'parado';
}

/** Notes of the ticket in hand. `salvo` is what the backend has. */
export interface Notas {
  readonly senhaId: string;
  readonly senha: string;
  readonly texto: string;
  readonly salvo: string;
  readonly fase: 'salvo' | 'pendente' | 'salvando' | 'falhou';
}

/** The room that is open in the page. */
export interface Sala {
  readonly de: { senhaId: string } | { conviteId: string };
  readonly unidadeId: string;
  readonly nome: string;
  readonly entrada: EntradaFila;
  readonly fase: VideoPhase | 'link';
  readonly motivo: VideoFailure | null;
}

/** Why the last act did not happen: the backend's words, or no answer. */
export type Falha = { motivo: 'recusa'; texto: string } | { motivo: 'rede' | 'servidor'; ato: NomeAto };

/** What there is once the attendant is at the desk. */
export interface Mesa {
  readonly eu: string;
  readonly unidades: readonly BalcaoAtendimento[];
  readonly convites: readonly ConviteAtendimento[];
  readonly destinos: MeusBalcoes['destinos'];
  /** The counter that is looked at. */
  readonly unidadeId: string;
  /** Its queue; null until it came. */
  readonly fila: FilaAtendimento | null;
  /** How the live view does; null until it said. */
  readonly rede: LiveState | null;
  /** `renovando` tries without the person; `vencido` waits for them. Nothing that was typed goes away meanwhile. */
  readonly acesso: 'ok' | 'renovando' | 'vencido';
  readonly emCurso: AtoEmCurso | null;
  readonly falha: Falha | null;
  /** The act that was done last, to be told. */
  readonly feito: NomeAto | null;
  readonly painel: Painel | null;
  readonly notas: Notas | null;
  /** Notes of tickets that left the hands before they could be saved: kept on the screen until they are put away. */
  readonly perdidas: readonly { senha: string; texto: string }[];
  /** What was agreed, as far as it is written. */
  readonly combinado: string;
  readonly sala: Sala | null;
  /** Number of the act under way; answers to others are dropped. */
  readonly op: number;
}

export type AttendanceState =
  /** Nobody is in: at the beginning, after leaving, or because the sign-in did not work. */
  | { kind: 'signed-out'; motivo: 'inicio' | 'saiu' | 'recusa' | 'rede' | 'emissor' }
  | { kind: 'entering' }
  /** The account may not attend. */
  | { kind: 'refused'; texto: string }
  /** The counters could not be read. */
  | { kind: 'failed'; motivo: 'rede' | 'servidor' }
  | { kind: 'no-units'; eu: string }
  | (Mesa & { kind: 'idle' })
  /** Nobody is called here until it goes on. */
  | (Mesa & { kind: 'paused' })
  | (Mesa & { kind: 'called'; senha: SenhaAtendimento })
  | (Mesa & { kind: 'in-call'; senha: SenhaAtendimento })
  /** What was agreed is being written. */
  | (Mesa & { kind: 'ending'; senha: SenhaAtendimento });

export type AttendanceKind = AttendanceState['kind'];
export type Desk = Extract<AttendanceState, Mesa>;

export type AttendanceEvent =
  /** There is access: read the counters. */
  | { type: 'begin' }
  | { type: 'sign-in' }
  /** A sign-in has just come back, and is being ended. */
  | { type: 'arriving' }
  | { type: 'signed-out'; motivo: (AttendanceState & { kind: 'signed-out' })['motivo'] }
  | { type: 'leave' }
  /** `preferida` is the counter of last time. */
  | { type: 'loaded'; meus: MeusBalcoes; preferida: string | null }
  | { type: 'load-refused'; status: number; texto: string }
  | { type: 'load-fault'; motivo: 'rede' | 'servidor' }
  | { type: 'retry' }
  | { type: 'choose'; unidadeId: string }
  | { type: 'queue'; unidadeId: string; fila: FilaAtendimento }
  | { type: 'live'; unidadeId: string; estado: LiveState }
  /** `chave` is drawn for each wish; the same wish that got no answer goes again with its own. */
  | { type: 'act'; ato: Ato; chave: string }
  | { type: 'done'; op: number; fila: FilaAtendimento }
  | { type: 'entered'; op: number; entrada: EntradaFila; nome: string }
  | { type: 'act-refused'; op: number; texto: string }
  | { type: 'act-fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'act-again' }
  /** Puts the word about the last act away. */
  | { type: 'dismiss' }
  | { type: 'panel'; painel: Painel | null }
  | { type: 'note'; texto: string }
  | { type: 'note-due' }
  | { type: 'note-saved'; senhaId: string; texto: string }
  | { type: 'note-fault'; senhaId: string }
  | { type: 'forget-note' }
  | { type: 'agreed'; texto: string }
  /** The access token is not taken any more. */
  | { type: 'expired' }
  | { type: 'renewed' }
  | { type: 'not-renewed' }
  | { type: 'video'; fase: VideoPhase; motivo: VideoFailure | null }
  | { type: 'leave-room' };

/** Where the work goes on: `inicio` is the desk that has just opened, `acao` the button that opened a panel. */
export type AttendanceFocus = { onde: 'inicio' | 'proximo' | 'senha' | 'falha' | 'painel' | 'acesso' | 'sala' | 'entrada' } | { onde: 'acao'; painel: Painel };

export type AttendanceEffect =
  | { kind: 'sign-in' }
  | { kind: 'sign-out' }
  | { kind: 'load' }
  | { kind: 'follow'; unidadeId: string }
  | { kind: 'unfollow' }
  /** Asks for the true state at once. */
  | { kind: 'refresh' }
  | { kind: 'act'; op: number; emCurso: AtoEmCurso }
  | { kind: 'renew' }
  /** Saves soon, or (`tarde`) after a while. */
  | { kind: 'note-timer'; tarde: boolean }
  | { kind: 'note-save'; unidadeId: string; senhaId: string; texto: string }
  /** Keeps what is not saved for a reload, or forgets it. */
  | { kind: 'note-keep'; senhaId: string; texto: string | null }
  | { kind: 'room'; sala: Sala }
  | { kind: 'close-room' }
  /** People arrived since the last look. */
  | { kind: 'arrived'; quantas: number; aguardando: number }
  | { kind: 'focus'; em: AttendanceFocus };

export interface AttendanceStep {
  state: AttendanceState;
  effects: readonly AttendanceEffect[];
}

export const attendanceStart = (): AttendanceState => ({ kind: 'signed-out', motivo: 'inicio' });

const stay = (state: AttendanceState): AttendanceStep => ({ state, effects: [] });
const focus = (onde: Exclude<AttendanceFocus['onde'], 'acao'>): AttendanceEffect => ({ kind: 'focus', em: { onde } });

/** Acts after which the ticket is in nobody's hands, or in another's. */
const SOLTAM: readonly NomeAto[] = ['transferir', 'ausente', 'encerrar'];
/** Acts on the ticket in hand. */
const DA_SENHA: readonly NomeAto[] = ['chamar-de-novo', 'ausente', 'transferir', 'convidar', 'agendar', 'encerrar'];

export const isDesk = (state: AttendanceState): state is Desk => 'unidades' in state;

/** The ticket in hand. */
export const inHand = (state: AttendanceState): SenhaAtendimento | null => ('senha' in state ? state.senha : null);

/** An act is on its way: no other begins. */
export const isBusy = (state: AttendanceState): boolean => isDesk(state) && (state.emCurso?.fase === 'indo' || state.acesso !== 'ok');

const waitingIds = (fila: FilaAtendimento | null): string[] => (fila?.itens ?? []).flatMap(({ id, estado }) => (estado === 'aguardando' ? [id] : []));

/** The desk as it is with a queue: which state it is, and what of the ticket before still counts. */
function settle(mesa: Mesa, senha: SenhaAtendimento | null): Desk {
  const painel = senha || mesa.painel === 'pausar' ? mesa.painel : null;
  const rest: Mesa = { ...mesa, painel };
  if (!senha) return { ...rest, kind: mesa.fila?.balcao.pausa ? 'paused' : 'idle' };
  if (painel === 'encerrar') return { ...rest, kind: 'ending', senha };
  return { ...rest, kind: senha.estado === 'em-atendimento' ? 'in-call' : 'called', senha };
}

/** The state without what only some of them have. */
function mesaOf(state: Desk): Mesa {
  const { kind: _, ...rest } = state;
  const { senha: __, ...mesa } = rest as Mesa & { senha?: SenhaAtendimento };
  return mesa;
}

const update = (state: Desk, change: Partial<Mesa>): Desk => settle({ ...mesaOf(state), ...change }, inHand(state));

/** Something was typed that the backend does not have. */
const sujas = (notas: Notas | null): boolean => notas !== null && notas.texto !== notas.salvo;

/** Notes that go with the ticket: the backend's, unless something was typed that it does not have. */
function carry(state: Desk, senha: SenhaAtendimento | null): Pick<Mesa, 'notas' | 'perdidas'> {
  const { notas, perdidas } = state;
  if (senha && notas?.senhaId === senha.id) return { notas: sujas(notas) || notas.fase !== 'salvo' ? notas : { ...notas, texto: senha.notas ?? '', salvo: senha.notas ?? '' }, perdidas };
  return {
    notas: senha ? { senhaId: senha.id, senha: senha.senha, texto: senha.notas ?? '', salvo: senha.notas ?? '', fase: 'salvo' } : null,
    perdidas: notas && sujas(notas) ? [...perdidas, { senha: notas.senha, texto: notas.texto }] : perdidas,
  };
}

/** Takes a queue in: of a poll, of an event, of an act's answer. */
function take(state: Desk, fila: FilaAtendimento): { state: Desk; effects: AttendanceEffect[] } {
  const effects: AttendanceEffect[] = [];
  const before = inHand(state);
  const senha = fila.minha;
  const known = new Set(state.fila?.balcao.unidadeId === fila.balcao.unidadeId ? [...state.fila.itens.map(({ id }) => id), before?.id] : []);
  const waiting = waitingIds(fila);
  const quantas = known.size || state.fila?.balcao.unidadeId === fila.balcao.unidadeId ? waiting.filter((id) => !known.has(id)).length : 0;
  if (quantas) effects.push({ kind: 'arrived', quantas, aguardando: waiting.length });
  const changed = before?.id !== senha?.id;
  const lost = changed && sujas(state.notas);
  if (lost) effects.push({ kind: 'note-keep', senhaId: state.notas!.senhaId, texto: null });
  // The room of a ticket that is gone is closed; of an invitation it stays.
  const stale = state.sala && 'senhaId' in state.sala.de && state.sala.de.senhaId !== senha?.id;
  if (stale) effects.push({ kind: 'close-room' });
  const mesa: Mesa = {
    ...mesaOf(state),
    fila,
    unidades: state.unidades.map((unidade) => (unidade.unidadeId === fila.balcao.unidadeId ? fila.balcao : unidade)),
    ...carry(state, senha),
    ...(changed ? { combinado: '', painel: null } : {}),
    ...(stale ? { sala: null } : {}),
    // What got no answer did happen.
    ...(changed && state.emCurso?.fase === 'parado' ? { emCurso: null, falha: null } : {}),
  };
  // The ticket in hand is of another counter of mine: that is where the work is.
  const elsewhere = senha && senha.unidadeId !== fila.balcao.unidadeId && state.unidades.some(({ unidadeId }) => unidadeId === senha.unidadeId);
  if (elsewhere) effects.push({ kind: 'follow', unidadeId: senha.unidadeId });
  return { state: settle(elsewhere ? { ...mesa, unidadeId: senha.unidadeId, fila: null, rede: null } : mesa, senha), effects };
}

function loaded(state: AttendanceState, { meus, preferida }: AttendanceEvent & { type: 'loaded' }): AttendanceStep {
  const { itens, convites, destinos, eu } = meus;
  if (itens.length === 0) return { state: { kind: 'no-units', eu: eu.nome }, effects: isDesk(state) ? [{ kind: 'unfollow' }, { kind: 'close-room' }] : [] };
  if (isDesk(state)) {
    // The queue that is looked at is newer than the list.
    const unidades = itens.map((item) => (item.unidadeId === state.unidadeId ? (state.fila?.balcao ?? item) : item));
    if (itens.some(({ unidadeId }) => unidadeId === state.unidadeId) || inHand(state)) return stay(update(state, { eu: eu.nome, unidades, convites, destinos }));
    const [{ unidadeId }] = itens as [BalcaoAtendimento];
    return { state: update(state, { eu: eu.nome, unidades, convites, destinos, unidadeId, fila: null, rede: null }), effects: [{ kind: 'follow', unidadeId }] };
  }
  const { unidadeId } = itens.find((item) => item.unidadeId === preferida) ?? (itens as [BalcaoAtendimento])[0];
  const mesa: Mesa = {
    eu: eu.nome, unidades: itens, convites, destinos, unidadeId, fila: null, rede: null, acesso: 'ok', emCurso: null, falha: null, feito: null, painel: null, notas: null,
    perdidas: [], combinado: '', sala: null, op: 0,
  };
  return { state: settle(mesa, null), effects: [{ kind: 'follow', unidadeId }, focus('inicio')] };
}

const same = (a: Ato, b: Ato): boolean => JSON.stringify(a) === JSON.stringify(b);

function act(state: Desk, ato: Ato, chave: string): AttendanceStep {
  const senha = inHand(state);
  if (isBusy(state)) return stay(state);
  if (DA_SENHA.includes(ato.acao) && (!('senhaId' in ato) || senha?.id !== ato.senhaId)) return stay(state);
  if (ato.acao === 'chamar' && senha) return { state, effects: [focus('senha')] };
  // Into a colleague's ticket only with empty hands: the backend gives it when their desk was left alone.
  if (ato.acao === 'entrar' && 'senhaId' in ato.de && senha && ato.de.senhaId !== senha.id) return stay(state);
  const again = state.emCurso && same(state.emCurso.ato, ato) ? state.emCurso : null;
  const op = state.op + 1;
  const notas = SOLTAM.includes(ato.acao) && sujas(state.notas) ? state.notas!.texto : null;
  const emCurso: AtoEmCurso = { ato, chave: again?.chave ?? chave, unidadeId: state.unidadeId, notas, fase: 'indo' };
  return { state: update(state, { emCurso, op, falha: null, feito: null }), effects: [{ kind: 'act', op, emCurso }] };
}

/** Where the work is after an act: at the ticket that is in hand, or at the next one. */
const next = (state: AttendanceState): AttendanceEffect => focus(inHand(state) ? 'senha' : 'proximo');

function done(state: Desk, fila: FilaAtendimento): AttendanceStep {
  const { emCurso } = state;
  if (!emCurso) return stay(state);
  // The notes went before it.
  const sent = emCurso.notas;
  const notas = state.notas && sent !== null ? { ...state.notas, salvo: sent, fase: 'salvo' as const } : state.notas;
  const effects: AttendanceEffect[] = sent !== null && state.notas ? [{ kind: 'note-keep', senhaId: state.notas.senhaId, texto: null }] : [];
  const came = take(update(state, { emCurso: null, falha: null, feito: emCurso.ato.acao, painel: null, notas, ...(emCurso.ato.acao === 'encerrar' ? { combinado: '' } : {}) }), fila);
  return { state: came.state, effects: [...effects, ...came.effects, next(came.state)] };
}

function expired(state: AttendanceState): AttendanceStep {
  if (state.kind === 'entering' || state.kind === 'failed') return { state: { kind: 'signed-out', motivo: 'recusa' }, effects: [focus('entrada')] };
  if (!isDesk(state) || state.acesso !== 'ok') return stay(state);
  return { state: update(state, { acesso: 'renovando' }), effects: [{ kind: 'renew' }] };
}

/** Access is back: what was stopped goes on with the same key. */
function renewed(state: Desk): AttendanceStep {
  if (state.acesso === 'ok') return stay(state);
  const { emCurso, notas } = state;
  const op = state.op + 1;
  const on = emCurso?.fase === 'indo' ? emCurso : null;
  const salvar = sujas(notas) && !on?.notas ? notas : null;
  return {
    state: update(state, { acesso: 'ok', op: on ? op : state.op, notas: salvar ? { ...salvar, fase: 'pendente' } : notas }),
    effects: [
      { kind: 'follow', unidadeId: state.unidadeId },
      { kind: 'load' },
      ...(on ? [{ kind: 'act', op, emCurso: on } as const] : []),
      ...(salvar ? [{ kind: 'note-timer', tarde: false } as const] : []),
      ...(state.acesso === 'vencido' ? [next(state)] : []),
    ],
  };
}

function panel(state: Desk, painel: Painel | null): AttendanceStep {
  if (state.emCurso?.fase === 'indo' || painel === state.painel || (painel && painel !== 'pausar' && !inHand(state))) return stay(state);
  if (painel) return { state: update(state, { painel, feito: null }), effects: [focus('painel')] };
  return { state: update(state, { painel: null }), effects: [{ kind: 'focus', em: { onde: 'acao', painel: state.painel! } }] };
}

function note(state: Desk, texto: string): AttendanceStep {
  const { notas } = state;
  // What the ticket leaves the hands with was already sent.
  if (!notas || notas.texto === texto || (state.emCurso?.fase === 'indo' && SOLTAM.includes(state.emCurso.ato.acao))) return stay(state);
  return {
    state: update(state, { notas: { ...notas, texto, fase: notas.fase === 'salvando' ? 'salvando' : 'pendente' } }),
    effects: [{ kind: 'note-keep', senhaId: notas.senhaId, texto }, { kind: 'note-timer', tarde: false }],
  };
}

function noteDue(state: Desk): AttendanceStep {
  const { notas } = state;
  const senha = inHand(state);
  if (!notas || !sujas(notas) || !senha || notas.fase === 'salvando' || state.acesso !== 'ok') return stay(state);
  return { state: update(state, { notas: { ...notas, fase: 'salvando' } }), effects: [{ kind: 'note-save', unidadeId: senha.unidadeId, senhaId: notas.senhaId, texto: notas.texto }] };
}

function noteSaved(state: Desk, { senhaId, texto }: AttendanceEvent & { type: 'note-saved' }): AttendanceStep {
  const { notas } = state;
  if (notas?.senhaId !== senhaId) return stay(state);
  if (notas.texto === texto) return { state: update(state, { notas: { ...notas, salvo: texto, fase: 'salvo' } }), effects: [{ kind: 'note-keep', senhaId, texto: null }] };
  return { state: update(state, { notas: { ...notas, salvo: texto, fase: 'pendente' } }), effects: [{ kind: 'note-timer', tarde: false }] };
}

const closeRoom = (state: Desk): AttendanceStep => (state.sala ? { state: update(state, { sala: null }), effects: [{ kind: 'close-room' }] } : stay(state));

/** Next state of an attendant's desk and what to do about it. Pure. */
export function attendanceStep(state: AttendanceState, event: AttendanceEvent): AttendanceStep {
  switch (event.type) {
    case 'begin':
      return isDesk(state) ? stay(state) : { state: { kind: 'entering' }, effects: [{ kind: 'load' }] };
    case 'arriving':
      return state.kind === 'signed-out' ? stay({ kind: 'entering' }) : stay(state);
    case 'sign-in':
      return state.kind === 'signed-out' || state.kind === 'refused' || state.kind === 'no-units' ? { state: { kind: 'entering' }, effects: [{ kind: 'sign-in' }] } : stay(state);
    case 'signed-out':
      return isDesk(state) ? stay(state) : { state: { kind: 'signed-out', motivo: event.motivo }, effects: state.kind === 'entering' && event.motivo !== 'inicio' ? [focus('entrada')] : [] };
    case 'leave':
      return state.kind === 'signed-out'
        ? stay(state)
        : { state: { kind: 'signed-out', motivo: 'saiu' }, effects: [...(isDesk(state) ? [{ kind: 'unfollow' } as const, { kind: 'close-room' } as const] : []), { kind: 'sign-out' }, focus('entrada')] };
    case 'loaded':
      return state.kind === 'entering' || isDesk(state) ? loaded(state, event) : stay(state);
    case 'load-refused':
      if (event.status === 401) return expired(state);
      return state.kind === 'entering' ? { state: { kind: 'refused', texto: event.texto }, effects: [focus('entrada')] } : stay(state);
    case 'load-fault':
      return state.kind === 'entering' ? { state: { kind: 'failed', motivo: event.motivo }, effects: [focus('entrada')] } : stay(state);
    case 'retry':
      return state.kind === 'failed' || state.kind === 'no-units' || state.kind === 'refused' ? { state: { kind: 'entering' }, effects: [{ kind: 'load' }, focus('inicio')] } : stay(state);
    case 'expired':
      return expired(state);
    default:
      return isDesk(state) ? deskStep(state, event) : stay(state);
  }
}

type DeskEvent = Exclude<AttendanceEvent, { type: 'begin' | 'sign-in' | 'arriving' | 'signed-out' | 'leave' | 'loaded' | 'load-refused' | 'load-fault' | 'retry' | 'expired' }>;

function deskStep(state: Desk, event: DeskEvent): AttendanceStep {
  if ('op' in event && (event.op !== state.op || state.emCurso?.fase !== 'indo')) return stay(state);
  switch (event.type) {
    case 'choose': {
      const { unidadeId } = event;
      // Who has a ticket in hand ends it before looking elsewhere.
      if (inHand(state) || isBusy(state) || unidadeId === state.unidadeId || !state.unidades.some((unidade) => unidade.unidadeId === unidadeId)) return stay(state);
      return { state: update(state, { unidadeId, fila: null, rede: null, painel: null, falha: null, feito: null, emCurso: null }), effects: [{ kind: 'follow', unidadeId }] };
    }
    case 'queue':
      return event.unidadeId === state.unidadeId ? take(state, event.fila) : stay(state);
    case 'live':
      return event.unidadeId === state.unidadeId && event.estado !== state.rede ? stay(update(state, { rede: event.estado })) : stay(state);
    case 'act':
      return act(state, event.ato, event.chave);
    case 'done':
      return done(state, event.fila);
    case 'entered': {
      const { ato, unidadeId } = state.emCurso!;
      if (ato.acao !== 'entrar') return stay(state);
      const { entrada, nome } = event;
      const sala: Sala = { de: ato.de, unidadeId, nome, entrada, fase: 'url' in entrada ? 'link' : 'loading', motivo: null };
      return { state: update(state, { emCurso: null, sala, feito: 'entrar' }), effects: [...(state.sala ? [{ kind: 'close-room' } as const] : []), { kind: 'room', sala }, ...('senhaId' in ato.de && !inHand(state) ? [{ kind: 'refresh' } as const] : []), focus('sala')] };
    }
    case 'act-refused':
      // Told in the backend's words, and followed by what is true.
      return { state: update(state, { emCurso: null, falha: { motivo: 'recusa', texto: event.texto } }), effects: [{ kind: 'refresh' }, focus('falha')] };
    case 'act-fault':
      return { state: update(state, { emCurso: { ...state.emCurso!, fase: 'parado' }, falha: { motivo: event.motivo, ato: state.emCurso!.ato.acao } }), effects: [{ kind: 'refresh' }, focus('falha')] };
    case 'act-again':
      return state.emCurso?.fase === 'parado' ? act(state, state.emCurso.ato, state.emCurso.chave) : stay(state);
    case 'dismiss':
      if (!state.falha && !state.feito) return stay(state);
      return { state: update(state, { falha: null, feito: null, emCurso: state.emCurso?.fase === 'parado' ? null : state.emCurso }), effects: state.falha ? [next(state)] : [] };
    case 'panel':
      return panel(state, event.painel);
    case 'note':
      return note(state, event.texto);
    case 'note-due':
      return noteDue(state);
    case 'note-saved':
      return noteSaved(state, event);
    case 'note-fault':
      if (state.notas?.senhaId !== event.senhaId || state.notas.fase !== 'salvando') return stay(state);
      return { state: update(state, { notas: { ...state.notas, fase: 'falhou' } }), effects: [{ kind: 'note-timer', tarde: true }] };
    case 'forget-note':
      return state.perdidas.length ? stay(update(state, { perdidas: state.perdidas.slice(1) })) : stay(state);
    case 'agreed':
      return inHand(state) && event.texto !== state.combinado ? stay(update(state, { combinado: event.texto })) : stay(state);
    case 'renewed':
      return renewed(state);
    case 'not-renewed':
      return state.acesso === 'renovando' ? { state: update(state, { acesso: 'vencido' }), effects: [focus('acesso')] } : stay(state);
    case 'video':
      if (!state.sala || state.sala.fase === 'link') return stay(state);
      if (event.fase === 'ended') {
        const { effects, state: left } = closeRoom(state);
        return { state: left, effects: [...effects, focus('sala')] };
      }
      return stay(update(state, { sala: { ...state.sala, fase: event.fase, motivo: event.motivo } }));
    case 'leave-room': {
      const { effects, state: left } = closeRoom(state);
      return { state: left, effects: effects.length ? [...effects, next(left)] : [] };
    }
  }
}
