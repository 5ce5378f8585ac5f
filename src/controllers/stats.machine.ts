import type { Estatisticas } from '../contract/estatisticas.ts';

/** What the published figures of a service can be asked for. Civil dates; empty is the backend's choice: the last twelve months. */
export interface StatsAsk {
  servico: 'ouvidoria' | 'sic';
  inicio: string;
  fim: string;
}

/** How the period was chosen. `outro` is two months that the person chooses. */
export type StatsPeriod = 'padrao' | 'ano' | 'outro';

/** What every state has. */
export interface StatsData {
  readonly ask: StatsAsk;
  readonly escolha: StatsPeriod;
  /** First and last month of `outro`, `AAAA-MM`. */
  readonly de: string;
  readonly ate: string;
  /** The first month is after the last. */
  readonly invertido: boolean;
  /** Number of the question that counts; answers to others are dropped. */
  readonly op: number;
  /** Today at the court, as the last answer said, or as the device thinks. */
  readonly hoje: string;
  /** Figures of before, shown until the new ones come: of the same service, maybe of another period. */
  readonly antes: Estatisticas | null;
}

export type StatsState =
  /** There is nobody to ask yet. */
  | (StatsData & { kind: 'idle' })
  | (StatsData & { kind: 'loading' })
  | (StatsData & { kind: 'shown'; dados: Estatisticas })
  /** Nothing was registered in the period. */
  | (StatsData & { kind: 'empty'; dados: Estatisticas })
  /** Too little was registered for any figure to be published. */
  | (StatsData & { kind: 'few'; dados: Estatisticas })
  | (StatsData & { kind: 'refused'; texto: string })
  | (StatsData & { kind: 'failed' })
  /** No answer, and maybe no network: asked again when there is one. */
  | (StatsData & { kind: 'offline' });

export type StatsEvent =
  /** The page says what to show, or says it again. */
  | { type: 'config'; ask: StatsAsk; hoje: string }
  | { type: 'choose'; escolha: StatsPeriod }
  | { type: 'month'; campo: 'de' | 'ate'; mes: string }
  /** The person asks for the months chosen. */
  | { type: 'apply' }
  | { type: 'loaded'; op: number; dados: Estatisticas }
  | { type: 'refused'; op: number; texto: string }
  | { type: 'fault'; op: number; motivo: 'rede' | 'servidor' }
  | { type: 'online' }
  | { type: 'retry' };

export interface StatsEffect {
  kind: 'load';
  op: number;
  ask: StatsAsk;
}

export interface StatsStep {
  state: StatsState;
  effects: readonly StatsEffect[];
}

export const statsStart = (): StatsState => ({
  kind: 'idle',
  ask: { servico: 'ouvidoria', inicio: '', fim: '' },
  escolha: 'padrao',
  de: '',
  ate: '',
  invertido: false,
  op: 0,
  hoje: '',
  antes: null,
});

/** The month of a date; empty when it is none. */
const month = (data: string): string => (/^\d{4}-\d\d/.test(data) ? data.slice(0, 7) : '');

const stay = (state: StatsState): StatsStep => ({ state, effects: [] });

const data = ({ ask, escolha, de, ate, invertido, op, hoje, antes }: StatsState): StatsData => ({ ask, escolha, de, ate, invertido, op, hoje, antes });

function load(state: StatsState, change: Partial<StatsData>): StatsStep {
  const op = state.op + 1;
  const next = { ...data(state), invertido: false, ...change, op };
  return { state: { ...next, kind: 'loading' }, effects: [{ kind: 'load', op, ask: next.ask }] };
}

/** Next state of the figures and what to do about it. Pure. */
export function statsStep(state: StatsState, event: StatsEvent): StatsStep {
  switch (event.type) {
    case 'config': {
      const { ask, hoje } = event;
      const mes = hoje.slice(0, 7);
      return load(state, {
        ask,
        escolha: ask.inicio || ask.fim ? 'outro' : 'padrao',
        de: month(ask.inicio) || `${Number(mes.slice(0, 4)) - 1}${mes.slice(4)}`,
        ate: month(ask.fim) || mes,
        hoje,
        antes: state.ask.servico === ask.servico ? state.antes : null,
      });
    }
    case 'choose': {
      const { escolha } = event;
      if (state.kind === 'idle' || escolha === state.escolha) return stay(state);
      // The months are asked for when the person says so.
      if (escolha === 'outro') return stay({ ...state, escolha });
      return load(state, { escolha, ask: { ...state.ask, inicio: escolha === 'ano' ? `${state.hoje.slice(0, 4)}-01-01` : '', fim: '' } });
    }
    case 'month':
      return stay({ ...state, [event.campo]: event.mes, invertido: false });
    case 'apply':
      if (state.escolha !== 'outro' || state.kind === 'idle') return stay(state);
      if (state.de > state.ate) return stay({ ...state, invertido: true });
      // The first day of a month stands for all of it.
      return load(state, { ask: { ...state.ask, inicio: `${state.de}-01`, fim: `${state.ate}-01` } });
    case 'loaded': {
      if (state.kind !== 'loading' || event.op !== state.op) return stay(state);
      const { dados } = event;
      const kind = dados.recebidas === null ? 'few' : dados.recebidas ? 'shown' : 'empty';
      const hoje = dados.geradoEm.slice(0, 10);
      const mes = month(hoje);
      // What was proposed on another day than the court's follows it; what the court would refuse, since it is still to come, is not proposed.
      const ate = state.ate > mes || (!state.ask.fim && state.ate === month(state.hoje)) ? mes : state.ate;
      return stay({ ...data(state), de: state.de > mes ? mes : state.de, ate, hoje, antes: dados, kind, dados });
    }
    case 'refused':
      return state.kind === 'loading' && event.op === state.op ? stay({ ...data(state), kind: 'refused', texto: event.texto }) : stay(state);
    case 'fault':
      return state.kind === 'loading' && event.op === state.op ? stay({ ...data(state), kind: event.motivo === 'rede' ? 'offline' : 'failed' }) : stay(state);
    case 'online':
      return state.kind === 'offline' ? load(state, {}) : stay(state);
    case 'retry':
      return state.kind === 'offline' || state.kind === 'failed' || state.kind === 'refused' ? load(state, {}) : stay(state);
  }
}
