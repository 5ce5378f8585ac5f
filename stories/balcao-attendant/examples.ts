import { BackendError, type Booking } from '../../src/adapters/ports.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { AttendanceKind } from '../../src/controllers/attendance.machine.ts';
import { BalcaoAttendant } from '../../src/elements/balcao-attendant/balcao-attendant.ts';
import { fakeClock, fakePorts, fakeVideo, type FakePorts, type FakeVideo } from '../../test/support/fake-ports.ts';
import { AGORA, em, emAtendimento, MANHA, naMao, senha, simulado, vencido, type Simulado } from './simulado.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça de Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
  video: { provider: 'jitsi', domain: 'video.tribunal.example' },
};

const agenda: Booking['agenda'] = (unidadeId) =>
  Promise.resolve({
    unidadeId, timezone: 'America/Fortaleza', duracaoMinutos: 20, de: '2026-11-20', ate: '2026-12-04',
    dias: ['2026-11-23', '2026-11-24'].map((dia) => ({ dia, vagas: ['09:00', '09:20', '10:40'].map((h) => ({ inicio: `${dia}T${h}:00-03:00`, fim: `${dia}T${h.slice(0, 4)}9:00-03:00` })) })),
  });

export interface Montado {
  element: BalcaoAttendant;
  ports: FakePorts;
  mundo: Simulado;
  video: FakeVideo;
}

/** One state of the desk: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: AttendanceKind;
  mundo?: Parameters<typeof simulado>[0];
  arranjo?: (mundo: Simulado) => void;
  /** Without a token of the page. */
  fora?: 'pagina' | 'entrada';
  tribunal?: Partial<TribunalInput>;
  preparar?: (montado: Montado) => Promise<void>;
}

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Waits until what was asked is on the screen. */
export async function assentar({ element }: Pick<Montado, 'element'>): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await frame();
    await element.updateComplete;
  }
}

/** Choices of a browser that begins anew. */
function escolhas(): BalcaoAttendant['preferences'] {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)) };
}

/** Makes an element in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo> = {}): Montado {
  const element = new BalcaoAttendant();
  const video = fakeVideo();
  const clock = fakeClock(AGORA);
  const mundo = simulado({ agora: () => clock.now(), ...exemplo.mundo });
  exemplo.arranjo?.(mundo);
  const recusa = (): Promise<never> => Promise.reject(new BackendError('rede', 'exemplo'));
  const ports = fakePorts({ clock, attendance: mundo.attendance, video, booking: { agenda, enviarMensagem: recusa, agendar: recusa, mudar: recusa } });
  // The token is asked for before each call, as the real client does.
  ports.attendance = (_url, token) => {
    const real = mundo.attendance;
    return Promise.resolve({ ...real, unidades: async (options) => (await token(), real.unidades(options)), agir: async (id, ato, options) => (await token(), real.agir(id, ato, options)) });
  };
  element.ports = ports;
  element.preferences = escolhas();
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  if (exemplo.fora === 'entrada') Object.assign(element, { issuer: 'https://sso.exemplo.jus.br/realms/tribunal', clientId: 'atrio-atendimento' });
  else if (!exemplo.fora) element.token = 'aaa.bbb.ccc';
  return { element, ports, mundo, video };
}

const press = (id: string) => async (montado: Montado): Promise<void> => {
  montado.element.shadowRoot!.getElementById(id)!.click();
  await assentar(montado);
  await assentar(montado);
};

export const exemplos = {
  livre: { nome: 'Livre, com gente esperando', descricao: 'A fila na ordem em que seria chamada, com tudo o que é preciso saber antes de chamar.', estado: 'idle' },
  ninguem: { nome: 'Ninguém na fila', descricao: 'Um balcão só, sem ninguém: o botão de chamar diz por que não serve.', estado: 'idle', mundo: { fila: [], unidades: 'uma' } },
  pausado: {
    nome: 'Balcão pausado', descricao: 'Com o motivo que as pessoas leem. Ninguém é chamado até reabrir.', estado: 'paused',
    mundo: { pausa: { motivo: 'Horário de almoço', ate: em(45), por: 'Teresa Lima', em: em(-5) } },
  },
  pausar: { nome: 'Pausar', descricao: 'O motivo, e até quando.', estado: 'idle', preparar: press('acao-pausar') },
  chamada: { nome: 'Senha chamada', descricao: 'A contagem do tempo para entrar; “Não veio” só depois da primeira chamada.', estado: 'called', mundo: { fila: [naMao(), ...MANHA] } },
  segunda: { nome: 'Segunda chamada', descricao: 'O tempo de tolerância: já se pode dizer que a pessoa não veio.', estado: 'called', mundo: { fila: [naMao({ chamada: { vez: 2, em: em(-2), ate: em(0, 15) } }), ...MANHA] } },
  naoVeio: { nome: 'Não veio', descricao: 'Pede confirmação.', estado: 'called', mundo: { fila: [naMao({ chamada: { vez: 2, em: em(-2), ate: em(0, 15) } }), ...MANHA] }, preparar: press('acao-ausente') },
  atendimento: { nome: 'Em atendimento', descricao: 'O vídeo ao lado da fila, e as anotações que se salvam sozinhas.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] }, preparar: async (montado) => {
    await press('acao-entrar')(montado);
    montado.video.sessions.at(-1)?.say({ phase: 'joined' });
    await assentar(montado);
  } },
  sigilo: {
    nome: 'Sob sigilo', descricao: 'A identificação aparece só na senha que está com quem chamou.', estado: 'in-call',
    mundo: { fila: [emAtendimento({ sigilo: true, prioridade: 'gestante', libras: true, identificacao: { nome: 'Maria das Dores da Silva', cpf: '529.982.247-25', papel: 'parte' } }), ...MANHA] },
  },
  transferir: { nome: 'Transferir', descricao: 'Busca sem acentos entre as unidades do tribunal.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] }, preparar: press('acao-transferir') },
  convidar: { nome: 'Convidar colega', descricao: 'Chama quem está em outro balcão para esta sala.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] }, preparar: press('acao-convidar') },
  agendar: { nome: 'Agendar o resto', descricao: 'Os horários livres da agenda da unidade.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] }, preparar: press('acao-agendar') },
  encerrar: { nome: 'Encerrar', descricao: 'O que ficou combinado, que a pessoa lê no fim.', estado: 'ending', mundo: { fila: [emAtendimento(), ...MANHA] }, preparar: press('acao-encerrar') },
  convite: { nome: 'Convidado por um colega', descricao: 'O convite aparece no alto, com o recado.', estado: 'idle', mundo: { convites: [{ id: 'c1', senhaId: 't031', unidadeId: 'familia', por: 'Marcos Dantas', recado: 'Dúvida sobre guarda provisória', em: em(-1) }] } },
  abandonada: {
    nome: 'Senha de colega que saiu', descricao: 'O colega não está mais no balcão: a senha dele pode ser assumida.', estado: 'idle',
    mundo: { fila: [...MANHA, senha({ senha: '003', nome: 'Severino', estado: 'em-atendimento', atendente: 'Paulo Reis', atendidaDesde: em(-40), entrouEm: em(-70) })] },
  },
  semRede: { nome: 'Sem conexão', descricao: 'A fila fica na tela, com o aviso.', estado: 'idle', preparar: async (montado) => {
    montado.mundo.rede('sem-rede');
    await assentar(montado);
  } },
  conflito: {
    nome: 'Ato recusado', descricao: 'As palavras do servidor, e depois o que é verdade.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] },
    arranjo: (mundo) => mundo.falhar('entrar', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:senha-de-outro-atendente', title: 'Senha com outro atendente', detail: 'Esta senha está com outra pessoa da equipe.', status: 409 })),
    preparar: press('acao-entrar'),
  },
  semResposta: {
    nome: 'Ato sem resposta', descricao: 'Não se sabe se foi feito: tentar de novo vai com a mesma chave.', estado: 'idle',
    arranjo: (mundo) => mundo.falhar('chamar', new BackendError('rede', 'exemplo')), preparar: press('acao-chamar'),
  },
  vencido: {
    nome: 'Acesso vencido', descricao: 'Pede para entrar de novo sem perder nada do que foi escrito.', estado: 'in-call', mundo: { fila: [emAtendimento(), ...MANHA] },
    preparar: async (montado) => {
      montado.mundo.recusar(vencido());
      await assentar(montado);
    },
  },
  ajuda: { nome: 'Atalhos e avisos', descricao: 'Todos os atalhos, que podem ser desligados.', estado: 'idle', preparar: press('acao-ajuda') },
  fora: { nome: 'Entrar', descricao: 'Com o acesso do tribunal (OpenID Connect).', estado: 'signed-out', fora: 'entrada' },
  esperandoPagina: { nome: 'Esperando a página', descricao: 'A página ainda não deu o acesso.', estado: 'signed-out', fora: 'pagina' },
  recusado: {
    nome: 'Sem o papel de atendente', descricao: 'A conta entrou, mas não atende.', estado: 'refused',
    arranjo: (mundo) => mundo.falhar('unidades', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:sem-permissao', title: 'Sem permissão', detail: 'A sua conta não tem o papel que isto pede.', status: 403 })),
  },
  semUnidades: { nome: 'Sem balcões', descricao: 'A conta não está ligada a nenhuma unidade.', estado: 'no-units', mundo: { unidades: 'nenhuma' } },
  falhou: { nome: 'Servidor sem resposta', descricao: 'Os balcões não puderam ser lidos.', estado: 'failed', arranjo: (mundo) => mundo.falhar('unidades', new BackendError('rede', 'exemplo')) },
} satisfies Record<string, Exemplo>;
