import type { Abas, Alerta, Alertas, Counter, LiveOptions, Permissao, PortasBalcao, SenhaGuardada } from '../../src/adapters/ports.ts';
import { BackendError } from '../../src/adapters/ports.ts';
import type { SituacaoFila } from '../../src/contract/fila.ts';

/** A live view that a test drives. */
export interface FakeLive {
  ingresso: string;
  options: LiveOptions<SituacaoFila>;
  refreshes: number;
  stopped: boolean;
}

/** The queue of a counter, as a test tells it. */
export type FakeCounter = Counter & {
  readonly lives: FakeLive[];
  readonly ratings: unknown[];
  /** Says where the ticket stands, to every view that is open. */
  dizer(situacao: SituacaoFila): void;
  ligacao(state: Parameters<LiveOptions<SituacaoFila>['onState']>[0]): void;
  recusar(error?: BackendError): void;
};

export function fakeCounter(overrides: Partial<Counter> = {}): FakeCounter {
  const lives: FakeLive[] = [];
  const ratings: unknown[] = [];
  const open = (): FakeLive[] => lives.filter(({ stopped }) => !stopped);
  return {
    lives,
    ratings,
    resumo: () => Promise.reject(new BackendError('rede', 'no summary in this test')),
    situacao: () => Promise.reject(new BackendError('rede', 'no situation in this test')),
    avaliar: (_ingresso, body) => {
      ratings.push(body);
      return Promise.resolve();
    },
    acompanhar(ingresso, options) {
      const live: FakeLive = { ingresso, options, refreshes: 0, stopped: false };
      lives.push(live);
      return { refresh: () => void live.refreshes++, stop: () => void (live.stopped = true) };
    },
    dizer: (situacao) => open().forEach(({ options }) => options.onValue(situacao)),
    ligacao: (state) => open().forEach(({ options }) => options.onState(state)),
    recusar: (error = new BackendError('recusa', 'fila', { type: 'urn:atrio:problema:senha-nao-encontrada', title: 'Senha', status: 404 })) =>
      open().forEach(({ options }) => options.onRefused(error)),
    ...overrides,
  };
}

/** What the tabs of one browser share. */
export interface FakeNavegador {
  senhas: Map<string, SenhaGuardada>;
  /** Tab in the call, by counter. */
  posse: Map<string, { aba: number; perdida: () => void }>;
  ouvintes: Set<{ aba: number; chave: string; callback: () => void }>;
  abas: number;
}
export const fakeNavegador = (): FakeNavegador => ({ senhas: new Map(), posse: new Map(), ouvintes: new Set(), abas: 0 });

export interface FakeAlertas extends Alertas {
  /** What was called out, each until `calar`. */
  readonly chamadas: { alerta: Alerta; som: boolean }[];
  readonly chamando: boolean;
  readonly destravado: boolean;
  estado: Permissao;
}

export type FakePortasBalcao = PortasBalcao & { readonly alertasFeitos: FakeAlertas };

/** One tab of a browser. */
export function fakePortasBalcao(navegador: FakeNavegador = fakeNavegador(), permissao: Permissao = 'pedir'): FakePortasBalcao {
  const aba = ++navegador.abas;
  const chamadas: FakeAlertas['chamadas'] = [];
  let chamando = false;
  let destravado = false;
  const alertas: FakeAlertas = {
    estado: permissao,
    chamadas,
    get chamando() {
      return chamando;
    },
    get destravado() {
      return destravado;
    },
    destravar: () => void (destravado = true),
    provar: () => Promise.resolve(true),
    permissao: () => alertas.estado,
    pedir: () => {
      if (alertas.estado === 'pedir') alertas.estado = 'sim';
      return Promise.resolve(alertas.estado);
    },
    chamar(alerta, som) {
      chamadas.push({ alerta, som });
      chamando = true;
    },
    calar: () => void (chamando = false),
  };
  return {
    alertasFeitos: alertas,
    alertas: () => alertas,
    abas(chave): Abas {
      const avisar = (): void => {
        for (const ouvinte of [...navegador.ouvintes]) if (ouvinte.aba !== aba && ouvinte.chave === chave) ouvinte.callback();
      };
      return {
        ler: () => navegador.senhas.get(chave) ?? null,
        guardar(senha) {
          navegador.senhas.set(chave, senha);
          avisar();
        },
        apagar() {
          navegador.senhas.delete(chave);
          avisar();
        },
        ocupada: () => Promise.resolve((navegador.posse.get(chave)?.aba ?? aba) !== aba),
        tomar(deOutra, perdida) {
          const posse = navegador.posse.get(chave);
          if (posse && posse.aba !== aba && !deOutra) return Promise.resolve(false);
          navegador.posse.set(chave, { aba, perdida });
          if (posse && posse.aba !== aba) posse.perdida();
          avisar();
          return Promise.resolve(true);
        },
        soltar() {
          if (navegador.posse.get(chave)?.aba !== aba) return;
          navegador.posse.delete(chave);
          avisar();
        },
        ouvir(callback) {
          const ouvinte = { aba, chave, callback };
          navegador.ouvintes.add(ouvinte);
          return () => void navegador.ouvintes.delete(ouvinte);
        },
      };
    },
  };
}
