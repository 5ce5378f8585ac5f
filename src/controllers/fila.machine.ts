import type { LiveState, SenhaGuardada } from '../adapters/ports.ts';
import type { FilaInput, SenhaFila, SituacaoFila } from '../contract/fila.ts';
import type { FieldError } from '../contract/problem.ts';
import type { MotivoFalha } from './balcao.machine.ts';

/**
 * The way of one person through the queue of a counter: before, waiting, called, in the call, the end. It runs beside the counter's own machine, which
 * keeps the unit, its hours and the video; this one keeps the ticket. Where the ticket stands is what the server last said; nothing here moves it but an answer.
 */

/** Parts that are opened beside the queue; they keep what was typed, and lead back to where they were opened. */
export type ParteAberta = 'teste' | 'mensagem' | 'agendar' | 'chegada';

/** The video of this tab, as far as the ticket goes. */
export type VideoDaSenha =
  /** Not opened here: before the call, or after a reload. */
  | { fase: 'fora' }
  | { fase: 'dentro' }
  /** The person left the video; the service goes on until somebody ends it. */
  | { fase: 'saiu' }
  /** The room was closed; the attendant is about to say what was agreed. */
  | { fase: 'encerrada' }
  | { fase: 'caiu' }
  | { fase: 'falhou'; motivo: MotivoFalha; detalhe: string | null };

/** A ticket and where it stands. */
export interface ComSenha {
  ingresso: string;
  situacao: SituacaoFila;
  /** How the live view is doing; null before it has said anything. */
  ligacao: LiveState | null;
  /** The person asked to leave and is asked whether they are sure. */
  saindo: boolean;
}

/** A ticket whose turn it is, or that is being served. */
export interface NaVez extends ComSenha {
  /** On the way into the call. */
  indo: boolean;
  video: VideoDaSenha;
}

export type FilaState =
  /** Nothing of the queue is shown: the counter shows itself. */
  | { kind: 'balcao' }
  /** Asking how full the counter is. */
  | { kind: 'abrindo' }
  /** More people wait than can be served well: other ways first. */
  | { kind: 'cheia' }
  | { kind: 'antes'; erros: readonly FieldError[] }
  | { kind: ParteAberta; volta: Volta; /** What the backend refused of an appointment. */ erros?: readonly FieldError[] }
  | { kind: 'entrando'; envio: FilaInput }
  /** The queue was not joined. `codigo` is the backend's; `detalhe` its words. */
  | { kind: 'recusada'; envio: FilaInput; motivo: 'rede' | 'servidor' | 'recusa'; codigo: string | null; detalhe: string | null }
  /** A ticket was found in this browser; the server is asked where it stands. */
  | { kind: 'retomando'; senha: SenhaGuardada; ligacao: LiveState | null }
  | ({ kind: 'na-fila' } & ComSenha)
  /** Waiting in the queue of another unit, with the time of arrival of the first. */
  | ({ kind: 'transferida' } & ComSenha)
  /** It is this one's turn; `situacao.chamada` says until when. */
  | ({ kind: 'chamada' } & NaVez)
  | ({ kind: 'em-atendimento' } & NaVez)
  /** Another tab of this browser is in the call. */
  | ({ kind: 'em-outra-aba' } & NaVez)
  | { kind: 'fim'; ingresso: string; situacao: SituacaoFila }
  /** The server does not know the ticket any more. */
  | { kind: 'perdida'; detalhe: string | null };

export type FilaKind = FilaState['kind'];

/** States that a part leads back to. */
export type Volta = Extract<FilaState, { kind: 'balcao' | 'cheia' | 'antes' | 'recusada' | 'na-fila' | 'transferida' | 'em-atendimento' | 'fim' | 'perdida' }>;

type ComLugar = Extract<FilaState, ComSenha>;
type Vez = Extract<FilaState, NaVez>;

export type FilaEvent =
  /** The person wants to be served by video. */
  | { type: 'ligar' }
  /** The counter said how full it is, or nothing. */
  | { type: 'resumo'; lotada: boolean }
  | { type: 'abrir'; parte: ParteAberta | 'antes' }
  | { type: 'voltar' }
  | { type: 'entrar'; envio: FilaInput }
  | { type: 'entrou'; unidadeId: string; senha: SenhaFila }
  | { type: 'recusou'; motivo: 'rede' | 'servidor' | 'recusa'; codigo: string | null; detalhe: string | null; erros: readonly FieldError[] }
  /** A ticket of this counter is kept in this browser. */
  | { type: 'achou'; senha: SenhaGuardada }
  /** Another tab forgot the ticket. */
  | { type: 'apagada' }
  | { type: 'situacao'; situacao: SituacaoFila }
  | { type: 'ligacao'; ligacao: LiveState }
  /** The ticket is not taken any more. */
  | { type: 'sumiu'; detalhe: string | null }
  /** Into the call, even from another tab. */
  | { type: 'ir' }
  /** This tab has the call now. */
  | { type: 'tomou' }
  /** Whether another tab is in the call. */
  | { type: 'posse'; outra: boolean }
  /** Another tab took the call. */
  | { type: 'perdeu' }
  | { type: 'video'; video: VideoDaSenha }
  | { type: 'sair' }
  | { type: 'ficar' }
  /** The person is sure. @param em instant, ISO 8601 */
  | { type: 'confirmar'; em: string }
  | { type: 'avaliou' };

export type FilaEffect =
  | { kind: 'resumo' }
  | { kind: 'entrar'; envio: FilaInput }
  | { kind: 'guardar'; senha: SenhaGuardada }
  /** Forgets the ticket in every tab. */
  | { kind: 'esquecer' }
  | { kind: 'seguir'; ingresso: string }
  | { kind: 'parar' }
  /** Asks at once where the ticket stands. */
  | { kind: 'perguntar' }
  | { kind: 'alertar'; situacao: SituacaoFila }
  | { kind: 'calar' }
  | { kind: 'consultar-posse' }
  | { kind: 'tomar'; deOutra: boolean }
  | { kind: 'soltar' }
  | { kind: 'abrir-sala'; ingresso: string; senha: string }
  /** Hangs up with manners. */
  | { kind: 'desligar' }
  /** Gives the ticket back. */
  | { kind: 'devolver'; ingresso: string }
  /** Keeps the end of the service for a reload of this tab, without the ticket. */
  | { kind: 'guardar-fim'; ingresso: string; situacao: SituacaoFila }
  /** Nothing of the service is to stay in this tab. */
  | { kind: 'limpar' };

export interface FilaStep {
  state: FilaState;
  effects: readonly FilaEffect[];
}

const step = (state: FilaState, ...effects: FilaEffect[]): FilaStep => ({ state, effects });

/** Whether a ticket is held, and where it stands is known. */
export const temSenha = (state: FilaState): state is ComLugar => 'saindo' in state;
const naVez = (state: FilaState): state is Vez => 'indo' in state;
const parteAberta = (state: FilaState): state is Extract<FilaState, { volta: Volta }> => 'volta' in state;
/** States without a ticket, nor one on its way: a ticket that is found is taken up. */
const LIVRES: readonly FilaKind[] = ['balcao', 'abrindo', 'cheia', 'antes', 'recusada', 'perdida'];

/** The ticket behind a state, in a part too; null when there is none. */
export function lugar(state: FilaState): ComSenha | null {
  const at = parteAberta(state) ? state.volta : state;
  return temSenha(at) ? at : null;
}

const dentro = (state: FilaState): boolean => naVez(state) && (state.video.fase === 'dentro' || state.indo);

/** The person is waiting, here or where they were transferred to. */
const espera = (at: ComSenha): FilaState => ({ ...at, kind: at.situacao.transferida ? 'transferida' : 'na-fila' });

/** The end: nothing is held any more. */
function acabou(state: FilaState, ingresso: string, situacao: SituacaoFila, ...first: FilaEffect[]): FilaStep {
  return step(
    { kind: 'fim', ingresso, situacao },
    ...first,
    { kind: 'parar' },
    { kind: 'calar' },
    ...(dentro(state) ? [{ kind: 'desligar' } as const] : []),
    { kind: 'soltar' },
    { kind: 'esquecer' },
    { kind: 'guardar-fim', ingresso, situacao },
  );
}

/** What the server says of the ticket. */
function onSituacao(state: FilaState, situacao: SituacaoFila): FilaStep {
  if (state.kind === 'fim') return situacao.fim ? step({ ...state, situacao }, { kind: 'guardar-fim', ingresso: state.ingresso, situacao }) : step(state);
  const ingresso = state.kind === 'retomando' ? state.senha.ingresso : temSenha(state) ? state.ingresso : null;
  if (ingresso === null) return step(state);
  const ligacao = 'ligacao' in state ? state.ligacao : null;
  const saindo = temSenha(state) && state.saindo;
  const at: ComSenha = { ingresso, situacao, ligacao, saindo };
  const vez: NaVez = naVez(state) ? { ...state, situacao } : { ...at, indo: false, video: { fase: 'fora' } };
  // A room that opens at once is a call without a window.
  switch (situacao.estado === 'aguardando' && situacao.salaAberta ? 'chamada' : situacao.estado) {
    case 'encerrada':
      return acabou(state, ingresso, situacao);
    case 'em-atendimento': {
      if (state.kind === 'em-outra-aba') return step({ ...vez, kind: 'em-outra-aba' }, { kind: 'consultar-posse' });
      return step(
        { ...vez, kind: 'em-atendimento' },
        ...(state.kind === 'chamada' ? [{ kind: 'calar' } as const] : []),
        ...(!dentro(state) && vez.video.fase === 'fora' ? [{ kind: 'consultar-posse' } as const] : []),
      );
    }
    case 'aguardando': {
      if (!naVez(state)) return step(espera(at));
      return step(espera({ ...at, saindo: false }), { kind: 'calar' }, ...(dentro(state) ? [{ kind: 'desligar' } as const] : []), { kind: 'soltar' });
    }
    case 'chamada': {
      if (state.kind === 'em-outra-aba') return step({ ...vez, kind: 'em-outra-aba' });
      if (state.kind !== 'chamada') return step({ ...vez, saindo: false, kind: 'chamada' }, ...(dentro(state) ? [] : [{ kind: 'alertar', situacao } as const]));
      // A call of another round is told aloud again; the same one is no news.
      const { chamada: before } = state.situacao;
      const same = before?.vez === situacao.chamada?.vez && before?.ate === situacao.chamada?.ate;
      return step({ ...vez, kind: 'chamada' }, ...(same || dentro(state) ? [] : [{ kind: 'alertar', situacao } as const]));
    }
  }
}

/** What the person does with a ticket, and what the tabs and the video say. */
function onVez(state: Vez, event: FilaEvent): FilaStep {
  switch (event.type) {
    case 'ir':
      if (state.indo || state.video.fase === 'dentro') return step(state);
      return step({ ...state, indo: true, saindo: false }, { kind: 'calar' }, { kind: 'tomar', deOutra: state.kind === 'em-outra-aba' });
    case 'tomou':
      if (!state.indo) return step(state, { kind: 'soltar' });
      return step(
        { ...state, kind: state.kind === 'chamada' ? 'chamada' : 'em-atendimento', video: { fase: 'dentro' }, indo: false },
        { kind: 'abrir-sala', ingresso: state.ingresso, senha: state.situacao.senha },
      );
    case 'posse':
      if (event.outra && state.video.fase !== 'dentro') return step({ ...state, kind: 'em-outra-aba', indo: false, video: { fase: 'fora' } }, { kind: 'calar' });
      // A call that is on its way through `tomar` waits for it.
      if (!event.outra && state.kind === 'em-outra-aba' && !state.indo) return step({ ...state, kind: state.situacao.estado === 'em-atendimento' ? 'em-atendimento' : 'chamada' });
      return step(state);
    case 'perdeu':
      return step({ ...state, kind: 'em-outra-aba', indo: false, saindo: false, video: { fase: 'fora' } }, { kind: 'calar' }, ...(dentro(state) ? [{ kind: 'desligar' } as const] : []));
    case 'video':
      if (state.kind === 'em-outra-aba') return step(state);
      // The room is gone, or was refused: the server knows what became of the ticket.
      return step(
        { ...state, video: event.video, indo: false },
        ...(event.video.fase === 'dentro' ? [] : [{ kind: 'soltar' } as const, { kind: 'perguntar' } as const]),
      );
    default:
      return step(state);
  }
}

/** Opens a part; from a part, another one that leads back to the same place. */
function onAbrir(state: FilaState, parte: ParteAberta | 'antes'): FilaStep {
  if (parte === 'antes') return state.kind === 'cheia' || state.kind === 'recusada' ? step({ kind: 'antes', erros: [] }) : step(state);
  const de = parteAberta(state) ? state.volta : state;
  if (parte === 'chegada' && temSenha(de)) return step(state);
  if (parte === 'teste' && de.kind !== 'antes' && de.kind !== 'na-fila' && de.kind !== 'transferida') return step(state);
  switch (de.kind) {
    case 'antes':
      return step({ kind: parte, volta: { ...de, erros: [] } });
    case 'em-atendimento':
      // Who is in the video is served there.
      return dentro(de) ? step(state) : step({ kind: parte, volta: de });
    case 'balcao':
    case 'cheia':
    case 'recusada':
    case 'na-fila':
    case 'transferida':
    case 'fim':
    case 'perdida':
      return step({ kind: parte, volta: temSenha(de) ? { ...de, saindo: false } : de });
    default:
      return step(state);
  }
}

function onVoltar(state: FilaState): FilaStep {
  if (parteAberta(state)) return step(state.volta);
  switch (state.kind) {
    case 'recusada':
      return step(state.envio.agendamento ? { kind: 'chegada', volta: { kind: 'balcao' } } : { kind: 'antes', erros: [] });
    case 'abrindo':
    case 'cheia':
    case 'antes':
      return step({ kind: 'balcao' });
    case 'fim':
    case 'perdida':
      return step({ kind: 'balcao' }, { kind: 'limpar' });
    default:
      return step(state);
  }
}

/** Steps the queue's machine. Pure. A late answer, a second click or an event out of place leaves the state as it is. */
export function filaStep(state: FilaState, event: FilaEvent): FilaStep {
  // In a part the ticket goes on living: who is called is taken to the call, whatever is open.
  if (parteAberta(state) && (event.type === 'situacao' || event.type === 'ligacao' || event.type === 'sumiu' || event.type === 'apagada' || event.type === 'posse')) {
    const { state: after, effects } = filaStep(state.volta, event);
    const stays = after.kind === state.volta.kind || ((after.kind === 'na-fila' || after.kind === 'transferida') && temSenha(state.volta));
    return step(stays ? { ...state, volta: after } : after, ...effects);
  }
  switch (event.type) {
    case 'ligar':
      if (state.kind === 'fim') return step({ kind: 'abrindo' }, { kind: 'limpar' }, { kind: 'resumo' });
      return ['balcao', 'perdida', 'recusada'].includes(state.kind) ? step({ kind: 'abrindo' }, { kind: 'resumo' }) : step(state);
    case 'resumo':
      return state.kind === 'abrindo' ? step(event.lotada ? { kind: 'cheia' } : { kind: 'antes', erros: [] }) : step(state);
    case 'abrir':
      return onAbrir(state, event.parte);
    case 'voltar':
      return onVoltar(state);
    case 'entrar':
      // Who comes at the hour that was booked has no ticket yet.
      if (state.kind === 'chegada' && temSenha(state.volta)) return step(state);
      return state.kind === 'antes' || state.kind === 'recusada' || state.kind === 'chegada' ? step({ kind: 'entrando', envio: event.envio }, { kind: 'entrar', envio: event.envio }) : step(state);
    case 'entrou': {
      const { senha, ingresso, posicao, estimativa } = event.senha;
      // Given up meanwhile: nobody waits on it.
      if (state.kind !== 'entrando') return step(state, { kind: 'devolver', ingresso });
      const situacao: SituacaoFila = { senha, unidadeId: event.unidadeId, estado: 'aguardando', posicao, estimativa, salaAberta: false };
      return step({ kind: 'na-fila', ingresso, situacao, ligacao: null, saindo: false }, { kind: 'guardar', senha: { ingresso, senha } }, { kind: 'seguir', ingresso });
    }
    case 'recusou': {
      if (state.kind !== 'entrando') return step(state);
      const { motivo, codigo, detalhe, erros } = event;
      if (erros.length > 0 && state.envio.agendamento) return step({ kind: 'chegada', volta: { kind: 'balcao' }, erros });
      return step(erros.length > 0 ? { kind: 'antes', erros } : { kind: 'recusada', envio: state.envio, motivo, codigo, detalhe });
    }
    case 'achou':
      return LIVRES.includes(state.kind) ? step({ kind: 'retomando', senha: event.senha, ligacao: null }, { kind: 'seguir', ingresso: event.senha.ingresso }) : step(state);
    case 'apagada':
      // The tab that forgot it told the server, or heard it from there.
      return temSenha(state) || state.kind === 'retomando' ? step(state, { kind: 'perguntar' }) : step(state);
    case 'situacao':
      return onSituacao(state, event.situacao);
    case 'ligacao':
      return temSenha(state) || state.kind === 'retomando' ? step({ ...state, ligacao: event.ligacao }) : step(state);
    case 'sumiu': {
      // A ticket of another day that was left behind is no news to anybody.
      if (state.kind === 'retomando') return step({ kind: 'balcao' }, { kind: 'parar' }, { kind: 'esquecer' });
      if (!temSenha(state)) return step(state);
      return step(
        { kind: 'perdida', detalhe: event.detalhe },
        { kind: 'parar' },
        { kind: 'calar' },
        ...(dentro(state) ? [{ kind: 'desligar' } as const] : []),
        { kind: 'soltar' },
        { kind: 'esquecer' },
      );
    }
    case 'sair':
      return temSenha(state) ? step({ ...state, saindo: true }) : step(state);
    case 'ficar':
      return temSenha(state) ? step({ ...state, saindo: false }) : step(state);
    case 'confirmar': {
      if (state.kind === 'retomando') {
        const { ingresso, senha } = state.senha;
        const situacao: SituacaoFila = { senha, unidadeId: '', estado: 'encerrada', posicao: 0, estimativa: null, salaAberta: false, fim: { motivo: 'saiu', em: event.em, avaliada: true } };
        return acabou(state, ingresso, situacao, { kind: 'devolver', ingresso });
      }
      if (!temSenha(state) || !state.saindo) return step(state);
      const { chamada: _, ...rest } = state.situacao;
      const situacao: SituacaoFila = { ...rest, estado: 'encerrada', salaAberta: false, fim: { motivo: 'saiu', em: event.em, avaliada: true } };
      return acabou(state, state.ingresso, situacao, { kind: 'devolver', ingresso: state.ingresso });
    }
    case 'avaliou': {
      if (state.kind !== 'fim' || !state.situacao.fim) return step(state);
      const situacao: SituacaoFila = { ...state.situacao, fim: { ...state.situacao.fim, avaliada: true } };
      return step({ ...state, situacao }, { kind: 'guardar-fim', ingresso: state.ingresso, situacao });
    }
    default:
      if (naVez(state)) return onVez(state, event);
      // Taken too late: nobody here wants it any more.
      return event.type === 'tomou' ? step(state, { kind: 'soltar' }) : step(state);
  }
}

/** A service whose end was shown before a reload. */
export const fimGuardado = (ingresso: string, situacao: SituacaoFila): FilaState => ({ kind: 'fim', ingresso, situacao });
