import { BackendError, type HearingDesk, type LiveOptions } from '../../src/adapters/ports.ts';
import type { AudienciaEquipe, ListaAudiencias, ParticipanteEquipe, RespostaAtoAudiencia, TermoAudiencia } from '../../src/contract/audiencia-equipe.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { MesaState } from '../../src/controllers/audiencia-mesa.machine.ts';
import { AudienciaClerk } from '../../src/elements/audiencia-clerk/audiencia-clerk.ts';
import { fakeClock, fakePorts, fakeVideo, type FakePorts, type FakeVideo } from '../../test/support/fake-ports.ts';

const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça de Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
  video: { provider: 'jitsi', domain: 'video.tribunal.example' },
  unidades: [{ id: '1-vara-criminal-natal', nome: '1ª Vara Criminal de Natal', tipo: 'vara', comarca: 'Natal', timezone: 'America/Fortaleza', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'telefone', numero: '(84) 3333-1000' }] }],
};

const pessoa = (id: string, papel: ParticipanteEquipe['papel'], nome: string, estado: ParticipanteEquipe['estado'], acoes: string[], over: Partial<ParticipanteEquipe> = {}): ParticipanteEquipe => ({
  id, papel, nome, estado, acoes, motivo: null, defende: [], salaEquipada: null, chegouEm: null, semSinalDesde: null, ...over,
});

/** People of a criminal hearing under way. Everybody is invented. */
const PESSOAS: readonly ParticipanteEquipe[] = [
  pessoa('p1', 'acusacao', 'Promotora Ana Freitas', 'admitido', ['voltar-a-espera', 'substituir-convite', 'revogar', 'retirar']),
  pessoa('p2', 'acusado', 'João Batista', 'admitido', ['abrir-linha', 'substituir-convite', 'revogar', 'retirar']),
  pessoa('p3', 'defesa', 'Dra. Helena Prado', 'admitido', ['substituir-convite', 'revogar', 'retirar'], { defende: ['p2'] }),
  pessoa('p4', 'defesa', 'Dr. Caio Nunes', 'na-espera', ['admitir', 'substituir-convite', 'revogar'], { defende: ['p2'] }),
  pessoa('p5', 'testemunha', 'Rosa Lima', 'na-espera', ['chamar', 'substituir-convite', 'revogar']),
  pessoa('p6', 'testemunha', 'Francisco Nóbrega', 'convidado', ['substituir-convite', 'revogar', 'codigo'], { salaEquipada: 'forum-mossoro' }),
  pessoa('p7', 'vitima', 'Marta Reis', 'na-espera', ['chamar', 'substituir-convite', 'revogar'], { semSinalDesde: '2026-11-19T14:18:00-03:00' }),
];

export const audiencia = (over: Partial<AudienciaEquipe> = {}): AudienciaEquipe => ({
  id: 'a1',
  unidade: { id: '1-vara-criminal-natal', nome: '1ª Vara Criminal de Natal' },
  processo: '0801234-12.2024.8.20.0001',
  sigilo: false,
  ato: 'Audiência de instrução e julgamento',
  inicio: '2026-11-19T14:00:00-03:00',
  fim: '2026-11-19T15:30:00-03:00',
  timezone: 'America/Fortaleza',
  estado: 'em-andamento',
  local: 'Sala de audiências, 2º andar',
  orientacoes: [],
  seraGravada: true,
  gravando: true,
  gravado: 1234,
  motivo: null,
  depondo: null,
  iniciadaEm: '2026-11-19T14:02:00-03:00',
  encerradaEm: null,
  eu: { papel: 'servidor', nome: 'Teresa Lima' },
  participantes: [...PESSOAS],
  reservadas: [],
  marcas: [
    { id: 'm1', oQue: 'gravacao', rotulo: 'Início da gravação', participanteId: null, em: '2026-11-19T14:02:00-03:00', posicao: 0 },
    { id: 'm2', oQue: 'inicio', rotulo: 'Início da audiência', participanteId: null, em: '2026-11-19T14:02:00-03:00', posicao: 2 },
  ],
  acoes: ['parar-gravacao', 'marcar', 'suspender', 'encerrar', 'convidar'],
  salasEquipadas: [{ id: 'forum-mossoro', nome: 'Sala passiva do Fórum de Mossoró' }],
  ...over,
});

const LISTA: ListaAudiencias = {
  itens: [
    { ...pick(audiencia()), participantes: 7, naEspera: 3 },
    { ...pick(audiencia({ id: 'a2', ato: 'Audiência de custódia', inicio: '2026-11-19T16:00:00-03:00', fim: '2026-11-19T16:30:00-03:00', estado: 'agendada', processo: '0809999-55.2026.8.20.0001' })), participantes: 3, naEspera: 0 },
    { ...pick(audiencia({ id: 'a3', ato: 'Depoimento especial', inicio: '2026-11-25T09:00:00-03:00', fim: '2026-11-25T10:00:00-03:00', estado: 'agendada', sigilo: true, processo: '0807777-11.2026.8.20.0001' })), participantes: 4, naEspera: 0 },
  ],
  proxima: null,
};

function pick({ id, unidade, processo, sigilo, ato, inicio, fim, timezone, estado }: AudienciaEquipe): Omit<ListaAudiencias['itens'][number], 'participantes' | 'naEspera'> {
  return { id, unidade, processo, sigilo, ato, inicio, fim, timezone, estado };
}

const TERMO: TermoAudiencia = {
  ...pick(audiencia({ estado: 'encerrada' })),
  iniciadaEm: '2026-11-19T14:02:00-03:00', encerradaEm: '2026-11-19T15:20:00-03:00', motivo: null, participantes: [], gravacoes: [], marcas: [], ocorrencias: [], observacoes: null,
  texto: 'TERMO DE AUDIÊNCIA\n\nProcesso 0801234-12.2024.8.20.0001\nAudiência de instrução e julgamento, 1ª Vara Criminal de Natal\n\n14h02 Início da audiência.\n14h20 Depoimento de Rosa Lima.\n15h20 Fim da audiência.',
};

/** A court in memory: says what it is told to, and remembers what was asked, each with its key. */
export interface Mundo {
  desk: HearingDesk;
  readonly pedidos: { nome: string; corpo: unknown; chave: string }[];
  agora: AudienciaEquipe;
  /** What the next act gives. */
  resposta: Omit<RespostaAtoAudiencia, 'audiencia'>;
  mudar(audiencia: AudienciaEquipe): void;
  falhas: Map<string, BackendError>;
}

function mundo(first: AudienciaEquipe): Mundo {
  let live: LiveOptions<AudienciaEquipe> | null = null;
  const pedidos: Mundo['pedidos'] = [];
  const answer = <T>(nome: string, corpo: unknown, chave: string, value: () => T): Promise<T> => {
    pedidos.push({ nome, corpo, chave });
    const error = self.falhas.get(nome);
    return error ? Promise.reject(error) : Promise.resolve(value());
  };
  const self: Mundo = {
    pedidos,
    agora: first,
    resposta: {},
    falhas: new Map(),
    desk: {
      listar: (filtro) => answer('listar', filtro, '', () => LISTA),
      marcar: (corpo, { idempotencyKey }) => answer('marcar', corpo, idempotencyKey, () => (self.agora = audiencia({ estado: 'agendada', gravando: false, participantes: [], marcas: [], acoes: ['abrir', 'convidar', 'remarcar', 'cancelar'] }))),
      ler: (id) => answer('ler', id, '', () => self.agora),
      acompanhar(_id, options) {
        live = options;
        void Promise.resolve().then(() => {
          options.onState('ao-vivo');
          options.onValue(self.agora);
        });
        return { refresh: () => undefined, stop: () => void (live = null) };
      },
      agir: (_id, ato, { idempotencyKey }) => answer(ato.acao, ato, idempotencyKey, () => ({ audiencia: self.agora, ...self.resposta })),
      entrar: (id, { idempotencyKey }) =>
        answer('entrar', id, idempotencyKey, () => ({ sala: 'audiencia', de: null, nome: 'Teresa Lima', modera: true, fala: true, gravando: true, entrada: { provider: 'jitsi', domain: 'video.tribunal.example', sala: 'sala-de-exemplo-sem-ninguem-audiencia', token: 'aaa.bbb.ccc', expiraEm: '2026-11-19T14:10:00-03:00' } })),
      termo: (id) => answer('termo', id, '', () => TERMO),
    },
    mudar(next) {
      self.agora = next;
      live?.onValue(next);
    },
  };
  return self;
}

export interface Montado {
  element: AudienciaClerk;
  mundo: Mundo;
  video: FakeVideo;
  ports: FakePorts;
}

/** One state of the desk: feeds its story and its tests. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: MesaState['kind'];
  audiencia?: AudienciaEquipe;
  arranjo?: (mundo: Mundo) => void;
  fora?: 'pagina' | 'entrada';
  preparar?: (montado: Montado) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar({ element }: Pick<Montado, 'element'>): Promise<void> {
  for (let n = 0; n < 6; n++) {
    await new Promise((done) => setTimeout(done));
    await element.updateComplete;
  }
}

export const abrir = async (montado: Montado): Promise<void> => {
  for (let n = 0; n < 50 && (n === 0 || montado.element.mesa.state.kind === 'entering'); n++) await assentar(montado);
};

export function montar(exemplo: Partial<Exemplo> = {}): Montado {
  const element = new AudienciaClerk();
  const video = fakeVideo();
  const world = mundo(exemplo.audiencia ?? audiencia());
  exemplo.arranjo?.(world);
  const ports = fakePorts({ clock: fakeClock('2026-11-19T14:22:00-03:00'), video });
  const none = (): Promise<never> => Promise.reject(new BackendError('rede', 'exemplo'));
  ports.audiencia = { convidado: none, tela: none, mesa: () => Promise.resolve(world.desk) };
  element.ports = ports;
  element.courtFile = TRIBUNAL;
  if (exemplo.fora === 'entrada') Object.assign(element, { issuer: 'https://sso.exemplo.jus.br/realms/tribunal', clientId: 'atrio-audiencia' });
  else if (!exemplo.fora) element.token = 'aaa.bbb.ccc';
  return { element, mundo: world, video, ports };
}

/** Presses what `selector` finds. */
export const apertar =
  (selector: string) =>
  async (montado: Pick<Montado, 'element'>): Promise<void> => {
    const found = montado.element.shadowRoot!.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing to press: ${selector}`);
    found.click();
    await assentar(montado);
  };

const abrirAudiencia = apertar('[data-audiencia="a1"]');
const depois =
  (...selectors: string[]) =>
  async (montado: Montado): Promise<void> => {
    await abrirAudiencia(montado);
    for (const selector of selectors) await apertar(selector)(montado);
  };

const reservada = audiencia({ estado: 'suspensa', gravando: false, motivo: 'Conversa do acusado com a defesa', acoes: ['retomar', 'encerrar', 'convidar'], reservadas: [{ sala: 'entrevista', de: 'p2', desde: '2026-11-19T14:20:00-03:00' }], participantes: PESSOAS.map((p) => (p.id === 'p2' ? { ...p, acoes: ['fechar-entrevista', 'abrir-linha', ...p.acoes.slice(1)] } : p)) });

export const exemplos = {
  lista: { nome: 'Audiências marcadas', descricao: 'Das unidades da conta, com quem já espera.', estado: 'list' },
  marcar: { nome: 'Marcar audiência', descricao: 'A hora no relógio da unidade; o número é conferido pelo dígito.', estado: 'list', preparar: apertar('[data-acao="nova"]') },
  agendada: { nome: 'Antes da hora', descricao: 'Convites, data e a porta da sala.', estado: 'hearing', audiencia: audiencia({ estado: 'agendada', gravando: false, marcas: [], acoes: ['abrir', 'convidar', 'remarcar', 'cancelar'], participantes: PESSOAS.map((p) => ({ ...p, estado: 'convidado', acoes: ['substituir-convite', 'revogar'] })) }), preparar: depois() },
  andamento: { nome: 'Em andamento', descricao: 'Quem chegou pode entrar; a testemunha é chamada.', estado: 'hearing', preparar: depois() },
  naSala: { nome: 'Na sala', descricao: 'Quem conduz está no vídeo.', estado: 'hearing', preparar: async (montado) => {
    await depois('[data-acao="entrar-sala"]')(montado);
    montado.video.sessions.at(-1)?.say({ phase: 'joined' });
    await assentar(montado);
  } },
  reservada: { nome: 'Entrevista reservada aberta', descricao: 'Suspensa; ninguém do tribunal entra nela.', estado: 'hearing', audiencia: reservada, preparar: depois() },
  convidar: { nome: 'Convidar', descricao: 'Por papel; a defesa diz quem defende.', estado: 'hearing', preparar: depois('[data-acao="convidar"]') },
  convite: { nome: 'Convite criado', descricao: 'O endereço aparece uma vez só.', estado: 'hearing', preparar: async (montado) => {
    await depois('[data-acao="convidar"]')(montado);
    montado.mundo.resposta = { convite: { participanteId: 'p5', convite: 'segredo-de-exemplo-que-nao-abre-nada', url: 'https://www.tribunal.example/audiencia.html#convite=segredo-de-exemplo-que-nao-abre-nada', expiraEm: '2026-11-20T03:00:00-03:00' } };
    montado.element.shadowRoot!.querySelector<HTMLInputElement>('#campo-nome')!.value = 'Rosa Lima';
    await apertar('.formulario [type="submit"]')(montado);
  } },
  codigo: { nome: 'Código da sala equipada', descricao: 'Para quem está no fórum da cidade.', estado: 'hearing', preparar: async (montado) => {
    await depois('[data-pessoa="p6"] [data-acao="codigo"]')(montado);
    montado.mundo.resposta = { codigo: { participanteId: 'p6', codigo: 'K7MQ2XWA', salaEquipada: 'forum-mossoro', expiraEm: '2026-11-19T14:40:00-03:00' } };
    await apertar('.formulario [type="submit"]')(montado);
  } },
  encerrar: { nome: 'Encerrar', descricao: 'Pede confirmação e as observações do termo.', estado: 'hearing', preparar: depois('[data-acao="encerrar"]') },
  encerrada: { nome: 'Encerrada, com o termo', descricao: '', estado: 'hearing', audiencia: audiencia({ estado: 'encerrada', gravando: false, acoes: [], participantes: PESSOAS.map((p) => ({ ...p, acoes: [] })) }), preparar: depois('[data-acao="termo"]') },
  recusado: { nome: 'Ato recusado', descricao: 'As palavras do servidor.', estado: 'hearing', arranjo: ({ falhas }) => falhas.set('chamar', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:acao-indisponivel', title: 'Isto não pode ser feito agora', detail: 'Outra pessoa está depondo.', status: 409 })), preparar: depois('[data-pessoa="p5"] [data-acao="chamar"]') },
  semResposta: { nome: 'Ato sem resposta', descricao: 'Tentar de novo vai com a mesma chave.', estado: 'hearing', arranjo: ({ falhas }) => falhas.set('chamar', new BackendError('rede', 'exemplo')), preparar: depois('[data-pessoa="p5"] [data-acao="chamar"]') },
  fora: { nome: 'Entrar', descricao: 'Com o acesso do tribunal (OpenID Connect).', estado: 'signed-out', fora: 'entrada' },
  recusada: { nome: 'Sem o papel', descricao: 'A conta entrou, mas não conduz audiências.', estado: 'refused', arranjo: ({ falhas }) => falhas.set('listar', new BackendError('recusa', 'exemplo', { type: 'urn:atrio:problema:sem-permissao', title: 'Sem permissão', detail: 'A sua conta não tem o papel que isto pede.', status: 403 })) },
  falhou: { nome: 'Servidor sem resposta', descricao: '', estado: 'failed', arranjo: ({ falhas }) => falhas.set('listar', new BackendError('rede', 'exemplo')) },
} satisfies Record<string, Exemplo>;
