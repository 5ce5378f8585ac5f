import type { FalhaDispositivo, Opcao, Passagem, QualDispositivo } from '../adapters/devices/types.ts';
import type { QualidadeRede } from '../domain/balcao/rede.ts';

/**
 * The test of camera, microphone, speaker and network before a call (Portaria Conjunta TJRN 38/2021, art. 5, § 3). Nothing is turned on before the person
 * asks for it, each step can be skipped, and the person may go on from anywhere, whatever was found.
 */

export type Etapa = 'camera' | 'microfone' | 'som' | 'rede';

/** Steps in their order. */
export const ETAPAS: readonly Etapa[] = ['camera', 'microfone', 'som', 'rede'];

export type Resultado = 'ok' | 'problema' | 'pulada';

/** Where a step stands. */
export type Situacao =
  /** Nothing is on; the person starts it. */
  | { que: 'parada' }
  /** The browser asks for permission, a sound is played, the network is measured. */
  | { que: 'andando' }
  /** A device is on. `ouviu`: the microphone heard something; `silencio`: it heard nothing for a while. */
  | { que: 'aberta'; id: string; opcoes: readonly Opcao[]; ouviu: boolean; silencio: boolean }
  | { que: 'falhou'; falha: FalhaDispositivo }
  /** The sound was played: did the person hear it? */
  | { que: 'tocou' }
  | { que: 'medida'; qualidade: QualidadeRede; passagem: Passagem | null };

/** What is known in every state. */
export interface TesteData {
  resultados: Readonly<Partial<Record<Etapa, Resultado>>>;
  /** Why a device could not be used, kept across steps: what was refused is not asked again by itself. */
  falhas: Readonly<Partial<Record<QualDispositivo, FalhaDispositivo>>>;
  rede: QualidadeRede | null;
  /** Number of what is under way; answers of older ones are ignored. */
  op: number;
}

export type TesteState = TesteData & ({ kind: 'inicio' } | { kind: 'etapa'; etapa: Etapa; situacao: Situacao } | { kind: 'resumo' } | { kind: 'fim' });

export type TesteEvent =
  | { type: 'testar' }
  /** Starts what the step does, or starts it again. */
  | { type: 'comecar' }
  | { type: 'escolher'; id: string }
  | { type: 'aberto'; op: number; id: string; opcoes: readonly Opcao[] }
  | { type: 'recusado'; op: number; falha: FalhaDispositivo }
  /** The device is gone. */
  | { type: 'caiu'; op: number }
  | { type: 'ouviu'; op: number }
  | { type: 'silencio'; op: number }
  | { type: 'tocou'; op: number }
  | { type: 'medida'; op: number; qualidade: QualidadeRede; passagem: Passagem | null }
  /** The person says whether it works. */
  | { type: 'responder'; sim: boolean }
  | { type: 'seguir' }
  | { type: 'ir'; etapa: Etapa }
  /** The page is out of sight. */
  | { type: 'oculta' }
  | { type: 'concluir'; semVideo: boolean }
  | { type: 'sair' }
  /** The part goes away. */
  | { type: 'largar' };

export type TesteEffect =
  /** `semVideo` of `pronto`: without a camera. */
  | { kind: 'abrir'; que: QualDispositivo; id: string | null; op: number }
  | { kind: 'tocar'; op: number }
  | { kind: 'medir'; op: number }
  /** Everything off, and what is under way given up. */
  | { kind: 'soltar' }
  | { kind: 'foco' }
  | { kind: 'pronto'; semVideo: boolean }
  | { kind: 'voltar' };

export interface TesteTransition {
  state: TesteState;
  effects: readonly TesteEffect[];
}

export const testeStart: TesteState = { kind: 'inicio', resultados: {}, falhas: {}, rede: null, op: 0 };

const data = ({ resultados, falhas, rede, op }: TesteState): TesteData => ({ resultados, falhas, rede, op });
const stay = (state: TesteState): TesteTransition => ({ state, effects: [] });
const isDevice = (etapa: Etapa): etapa is QualDispositivo => etapa === 'camera' || etapa === 'microfone';

/** What asking again cannot change, of the page and of the browser as a whole. */
const GERAL: readonly FalhaDispositivo[] = ['inseguro', 'sem-suporte'];
/** What is not asked again by itself: the person has to change something first. */
const LEMBRADAS: readonly FalhaDispositivo[] = ['negado', 'sistema', 'politica', ...GERAL];

/** What is already known against a device, before it is asked for. */
function known(etapa: QualDispositivo, { falhas }: TesteData): FalhaDispositivo | null {
  const own = falhas[etapa];
  if (own && LEMBRADAS.includes(own)) return own;
  return Object.values(falhas).find((falha) => GERAL.includes(falha)) ?? null;
}

/** Starts what a step does, by the person's will. */
function start(before: TesteData, etapa: Etapa, id: string | null = null): TesteTransition {
  const op = before.op + 1;
  const effect: TesteEffect = isDevice(etapa) ? { kind: 'abrir', que: etapa, id, op } : etapa === 'som' ? { kind: 'tocar', op } : { kind: 'medir', op };
  return { state: { ...before, op, kind: 'etapa', etapa, situacao: { que: 'andando' } }, effects: [{ kind: 'soltar' }, effect] };
}

/** Begins a step that is open: what was pressed is gone from the screen. */
function again(before: TesteData, etapa: Etapa, id: string | null = null): TesteTransition {
  const { state, effects } = start(before, etapa, id);
  return { state, effects: [...effects, { kind: 'foco' }] };
}

/** Opens a step. Sound waits for the person, who may have others around. */
function enter(before: TesteData, etapa: Etapa): TesteTransition {
  const refused = isDevice(etapa) ? known(etapa, before) : null;
  if (refused || etapa === 'som') {
    const situacao: Situacao = refused ? { que: 'falhou', falha: refused } : { que: 'parada' };
    const resultados = refused ? { ...before.resultados, [etapa]: 'problema' as const } : before.resultados;
    return { state: { ...before, resultados, op: before.op + 1, kind: 'etapa', etapa, situacao }, effects: [{ kind: 'soltar' }, { kind: 'foco' }] };
  }
  return again(before, etapa);
}

/** The next step that has no result yet, or the end. */
function next(before: TesteData, etapa: Etapa): TesteTransition {
  const rest = ETAPAS.slice(ETAPAS.indexOf(etapa) + 1).find((each) => before.resultados[each] === undefined);
  if (rest) return enter(before, rest);
  return { state: { ...before, op: before.op + 1, kind: 'resumo' }, effects: [{ kind: 'soltar' }, { kind: 'foco' }] };
}

const result = (before: TesteData, etapa: Etapa, resultado: Resultado): TesteData => ({ ...before, resultados: { ...before.resultados, [etapa]: resultado } });

const without = (falhas: TesteData['falhas'], etapa: Etapa): TesteData['falhas'] => Object.fromEntries(Object.entries(falhas).filter(([que]) => que !== etapa));

function failed(state: Extract<TesteState, { kind: 'etapa' }>, falha: FalhaDispositivo): TesteTransition {
  const { etapa } = state;
  const before = result(data(state), etapa, 'problema');
  return {
    state: { ...before, falhas: isDevice(etapa) ? { ...before.falhas, [etapa]: falha } : before.falhas, op: before.op + 1, kind: 'etapa', etapa, situacao: { que: 'falhou', falha } },
    effects: [{ kind: 'soltar' }],
  };
}

/** What happens inside of a step. */
function inStep(state: Extract<TesteState, { kind: 'etapa' }>, event: TesteEvent): TesteTransition {
  const { etapa, situacao } = state;
  if ('op' in event && event.op !== state.op) return stay(state);
  const become = (to: Situacao): TesteTransition => stay({ ...state, situacao: to });
  const before = data(state);
  switch (event.type) {
    case 'comecar':
      return situacao.que === 'andando' ? stay(state) : again({ ...before, falhas: without(before.falhas, etapa) }, etapa);
    case 'escolher':
      return situacao.que === 'aberta' && isDevice(etapa) ? again(before, etapa, event.id) : stay(state);
    case 'aberto':
      return situacao.que === 'andando' && isDevice(etapa)
        ? stay({ ...state, falhas: without(state.falhas, etapa), situacao: { que: 'aberta', id: event.id, opcoes: event.opcoes, ouviu: false, silencio: false } })
        : stay(state);
    case 'recusado':
      return situacao.que === 'andando' ? failed(state, event.falha) : stay(state);
    case 'caiu':
      return situacao.que === 'aberta' ? failed(state, 'ausente') : stay(state);
    case 'ouviu':
      return situacao.que === 'aberta' && !situacao.ouviu ? become({ ...situacao, ouviu: true, silencio: false }) : stay(state);
    case 'silencio':
      return situacao.que === 'aberta' && !situacao.ouviu ? become({ ...situacao, silencio: true }) : stay(state);
    case 'tocou':
      return situacao.que === 'andando' && etapa === 'som' ? become({ que: 'tocou' }) : stay(state);
    case 'medida': {
      if (situacao.que !== 'andando' || etapa !== 'rede') return stay(state);
      const bad = event.qualidade === 'fraca' || event.qualidade === 'sem-rede' || event.passagem === 'bloqueada';
      return stay({
        ...result(before, etapa, bad ? 'problema' : 'ok'),
        rede: event.qualidade,
        kind: 'etapa',
        etapa,
        situacao: { que: 'medida', qualidade: event.qualidade, passagem: event.passagem },
      });
    }
    case 'responder':
      return situacao.que === 'aberta' || situacao.que === 'tocou' ? next(result(before, etapa, event.sim ? 'ok' : 'problema'), etapa) : stay(state);
    case 'seguir':
      return next(before.resultados[etapa] === undefined ? result(before, etapa, 'pulada') : before, etapa);
    case 'oculta':
      return situacao.que === 'andando' || situacao.que === 'aberta'
        ? { state: { ...before, op: before.op + 1, kind: 'etapa', etapa, situacao: { que: 'parada' } }, effects: [{ kind: 'soltar' }] }
        : stay(state);
    default:
      return stay(state);
  }
}

/** One step. What cannot happen in a state changes nothing. */
export function testeStep(state: TesteState, event: TesteEvent): TesteTransition {
  if (state.kind === 'fim') return stay(state);
  const over: TesteState = { ...data(state), op: state.op + 1, kind: 'fim' };
  switch (event.type) {
    case 'concluir':
      return { state: over, effects: [{ kind: 'soltar' }, { kind: 'pronto', semVideo: event.semVideo }] };
    case 'sair':
      return { state: over, effects: [{ kind: 'soltar' }, { kind: 'voltar' }] };
    case 'largar':
      return { state: over, effects: [{ kind: 'soltar' }] };
    case 'testar':
      return state.kind === 'inicio' ? enter(data(state), 'camera') : stay(state);
    case 'ir':
      // From the end, one step again: the person has mended something.
      return state.kind === 'resumo' ? enter({ ...data(state), falhas: without(state.falhas, event.etapa) }, event.etapa) : stay(state);
    default:
      return state.kind === 'etapa' ? inStep(state, event) : stay(state);
  }
}

/** Whether the camera is known not to serve. */
export const semCamera = ({ falhas, resultados }: TesteData): boolean => falhas.camera !== undefined || resultados.camera === 'problema';
