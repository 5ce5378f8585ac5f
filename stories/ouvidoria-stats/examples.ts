import { BackendError, type Statistics } from '../../src/adapters/ports.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { StatsState } from '../../src/controllers/stats.machine.ts';
import { OuvidoriaStats } from '../../src/elements/ouvidoria-stats/ouvidoria-stats.ts';
import { fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { frame } from '../../test/support/frames.ts';
import { NUMEROS_OMITIDOS, NUMEROS_OUVIDORIA, NUMEROS_POUCOS, NUMEROS_SIC, NUMEROS_VAZIOS } from './numeros.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
};

/** One state of the figures: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: StatsState['kind'];
  estatisticas?: Statistics['estatisticas'];
  servico?: 'ouvidoria' | 'sic';
  tribunal?: Partial<TribunalInput>;
  preparar?: (element: OuvidoriaStats) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar(element: OuvidoriaStats): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await frame();
    await element.updateComplete;
  }
}

/** What was asked of the backend. */
export type Perguntas = Parameters<Statistics['estatisticas']>[];

/** Makes an element in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo>): { element: OuvidoriaStats; ports: FakePorts; perguntas: Perguntas } {
  const element = new OuvidoriaStats();
  const perguntas: Perguntas = [];
  const responder = exemplo.estatisticas ?? ((servico) => Promise.resolve(servico === 'sic' ? NUMEROS_SIC : NUMEROS_OUVIDORIA));
  const ports = fakePorts({
    now: '2026-11-25T10:00:00-03:00',
    statistics: {
      estatisticas: (...args) => {
        perguntas.push(args);
        return responder(...args);
      },
    },
  });
  element.ports = ports;
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  if (exemplo.servico) element.servico = exemplo.servico;
  return { element, ports, perguntas };
}

const falha = (kind: 'rede' | 'servidor') => (): Promise<never> => Promise.reject(new BackendError(kind, 'exemplo'));

export const exemplos = {
  carregando: { nome: 'Carregando', descricao: 'O lugar dos números já está reservado: nada pula quando eles chegam.', estado: 'loading', estatisticas: () => new Promise(() => undefined) },
  ouvidoria: { nome: 'Ouvidoria', descricao: 'Recebidas, respondidas, no prazo; mês a mês; por tipo, resultado, assunto e nota.', estado: 'shown' },
  sic: { nome: 'Acesso à informação', descricao: 'Concedidos, concedidos em parte e negados, e quem pediu.', estado: 'shown', servico: 'sic' },
  omitidos: { nome: 'Com números omitidos', descricao: 'Num tribunal pequeno, o que falaria de poucas pessoas não é publicado, e a página diz isso.', estado: 'shown', estatisticas: () => Promise.resolve(NUMEROS_OMITIDOS) },
  vazio: { nome: 'Nada no período', descricao: 'Nada foi registrado: a página diz isso, em vez de gráficos vazios.', estado: 'empty', estatisticas: () => Promise.resolve(NUMEROS_VAZIOS) },
  poucos: { nome: 'Muito poucos', descricao: 'Tão poucos registros que nenhum número pode ser publicado.', estado: 'few', servico: 'sic', estatisticas: () => Promise.resolve(NUMEROS_POUCOS) },
  meses: {
    nome: 'Escolher os meses',
    descricao: 'Dois meses quaisquer dos últimos cinco anos.',
    estado: 'shown',
    preparar: async (element) => {
      element.stats.send({ type: 'choose', escolha: 'outro' });
      await assentar(element);
    },
  },
  recusa: {
    nome: 'Período recusado',
    descricao: 'As palavras do backend.',
    estado: 'refused',
    estatisticas: () => Promise.reject(new BackendError('recusa', 'exemplo', { type: 'about:blank', title: 'Parâmetro inválido', detail: 'O período não pode passar de hoje.', status: 400 })),
  },
  servidor: { nome: 'Servidor com problema', descricao: 'A resposta não era a que devia; há um botão para tentar de novo.', estado: 'failed', estatisticas: falha('servidor') },
  rede: { nome: 'Sem conexão', descricao: 'Quando a internet volta, os números são buscados de novo, sozinhos.', estado: 'offline', estatisticas: falha('rede') },
  semBackend: { nome: 'Sem backend', descricao: 'O tribunal não publica os números por aqui.', estado: 'idle', tribunal: { backend: undefined as never } },
} satisfies Record<string, Exemplo>;
