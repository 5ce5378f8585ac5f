import { BackendError, type Backend } from '../../src/adapters/ports.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { TrackerState } from '../../src/controllers/tracker.machine.ts';
import { ProtocoloTracker } from '../../src/elements/protocolo-tracker/protocolo-tracker.ts';
// What a case brings late is there at once, so that a state is on the screen within a few frames.
import '../../src/contract/check-acoes.ts';
import '../../src/elements/protocolo-tracker/atos.ts';
import '../../src/elements/protocolo-tracker/baixar.ts';
import '../../src/elements/protocolo-tracker/identificar.ts';
import '../../src/elements/protocolo-tracker/situacao.ts';
import { fakeBackend, fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { CASO_ENCAMINHADO, CASO_REGISTRADO, CASO_RESPONDIDO } from './cases.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
};

export const CHAVE = '7kq2 m9xv 4tbn 8rdh';

/** One state of the tracker: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  estado: TrackerState['kind'];
  consultar?: Backend['consultar'];
  tribunal?: Partial<TribunalInput>;
  preparar?: (element: ProtocoloTracker, ports: FakePorts) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar(element: ProtocoloTracker): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await new Promise((done) => requestAnimationFrame(done));
    await element.updateComplete;
  }
}

/** Types protocol and key, and asks. */
export async function consultar(element: ProtocoloTracker, protocolo: string = CASO_RESPONDIDO.protocolo, chave = CHAVE): Promise<void> {
  await assentar(element);
  element.tracker.send({ type: 'input', field: 'protocolo', value: protocolo });
  element.tracker.send({ type: 'input', field: 'chave', value: chave });
  element.tracker.send({ type: 'submit' });
  await assentar(element);
}

/** Makes a tracker in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo>): { element: ProtocoloTracker; ports: FakePorts } {
  const element = new ProtocoloTracker();
  const ports = fakePorts({ now: '2026-11-25T10:00:00-03:00', backend: fakeBackend({ consultar: exemplo.consultar ?? (() => Promise.resolve(CASO_RESPONDIDO)) }) });
  element.ports = ports;
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  return { element, ports };
}

const recusa = (status: number, wait: number | null = null) => (): Promise<never> =>
  Promise.reject(new BackendError('recusa', 'exemplo', { type: 'about:blank', title: 'Não é possível agora', detail: 'Este protocolo está em outro sistema.', status }, wait));
const preparar = (element: ProtocoloTracker): Promise<void> => consultar(element);

export const exemplos = {
  inicio: { nome: 'Protocolo e chave', descricao: 'Dois campos, e onde achar o que vai neles.', estado: 'editing' },
  preenchido: {
    nome: 'Protocolo já preenchido',
    descricao: 'O atributo protocolo, posto por quem fez a página.',
    estado: 'editing',
    preparar: async (element) => {
      element.protocolo = CASO_RESPONDIDO.protocolo;
      await assentar(element);
    },
  },
  digitacao: { nome: 'Erro de digitação', descricao: 'O dígito final não confere: dito antes de qualquer consulta.', estado: 'editing', preparar: (element) => consultar(element, '2026.000123-4', '7kq2') },
  consultando: { nome: 'Consultando', descricao: 'A pergunta está a caminho.', estado: 'consulting', consultar: () => new Promise(() => undefined), preparar },
  registrado: { nome: 'Registrado', descricao: 'Uma manifestação que acabou de chegar.', estado: 'shown', consultar: () => Promise.resolve(CASO_REGISTRADO), preparar },
  encaminhado: { nome: 'Encaminhado', descricao: 'Com histórico.', estado: 'shown', consultar: () => Promise.resolve(CASO_ENCAMINHADO), preparar },
  parcial: { nome: 'Respondido em parte', descricao: 'Com um recurso ainda possível e o último dia dele.', estado: 'shown', preparar },
  expirado: {
    nome: 'Consulta antiga',
    descricao: 'Passados 15 minutos, o caso continua na tela, com o aviso de que pode haver novidade.',
    estado: 'shown',
    preparar: async (element, ports) => {
      await consultar(element);
      ports.clock.advance(15 * 60_000);
      await assentar(element);
    },
  },
  naoEncontrado: { nome: 'Não encontrado', descricao: 'Protocolo e chave não abrem nenhum caso; não se diz qual está errado.', estado: 'refused', consultar: recusa(404), preparar },
  muitas: { nome: 'Muitas tentativas', descricao: 'Quanto esperar, e por quê.', estado: 'refused', consultar: recusa(429, 840_000), preparar },
  outra: { nome: 'Outra recusa', descricao: 'As palavras do tribunal.', estado: 'refused', consultar: recusa(403), preparar },
  rede: { nome: 'Sem conexão', descricao: 'O que foi digitado continua ali.', estado: 'failed', consultar: () => Promise.reject(new BackendError('rede', 'exemplo')), preparar },
  servidor: { nome: 'Servidor com problema', descricao: 'A resposta não era a que devia.', estado: 'failed', consultar: () => Promise.reject(new BackendError('servidor', 'exemplo')), preparar },
  semBackend: { nome: 'Sem backend', descricao: 'O tribunal não configurou a consulta.', estado: 'editing', tribunal: { backend: undefined as never } },
} satisfies Record<string, Exemplo>;
