import type { Backend } from '../../src/adapters/ports.ts';
import { BackendError } from '../../src/adapters/ports.ts';
import type { ResumoFila, SituacaoFila } from '../../src/contract/fila.ts';
import type { TribunalInput, Unidade } from '../../src/contract/tribunal.ts';
import type { BalcaoEstado, BalcaoVirtual } from '../../src/elements/balcao-virtual/balcao-virtual.ts';
import { fakeCounter, fakeNavegador, fakePortasBalcao, type FakeCounter, type FakeNavegador, type FakePortasBalcao } from '../../test/support/fake-balcao.ts';
import { fakeBackend, fakePorts, fakeVideo, type FakePorts, type FakeVideo } from '../../test/support/fake-ports.ts';

/** A room name that nobody guesses. */
export const SALA = 'q7Zp2LxW9nKd4TfR8vBy3M';

export const vara: Unidade = {
  id: 'vara-unica-apodi',
  nome: 'Vara Única de Apodi',
  tipo: 'vara',
  comarca: 'Apodi',
  timezone: 'America/Fortaleza',
  hours: 'Mo-Fr 08:00-14:00',
  endereco: { logradouro: 'Rua do Fórum, 100', bairro: 'Centro', municipio: 'Apodi', uf: 'RN', cep: '59700-000' },
  canais: [
    { tipo: 'telefone', numero: '(84) 3333-1000', rotulo: 'Secretaria' },
    { tipo: 'email', endereco: 'apodi@tribunal.example' },
  ],
  video: { provider: 'jitsi', domain: 'video.tribunal.example', sala: SALA },
  fila: { chamada: 'imediata' },
};

/** A counter whose queue is called by an attendant. */
export const central: Unidade = {
  ...vara,
  id: 'central',
  nome: 'Central de Atendimento',
  comarca: 'Natal',
  fila: { limite: 20 },
  aceitaAssincrono: true,
  prazoRazoavelDias: 5,
  agenda: { duracaoMinutos: 20 },
  assuntos: [{ rotulo: 'Andamento de processo', comProcesso: true }, { rotulo: 'Outro assunto' }],
};

export const tribunal: TribunalInput = {
  nome: 'Tribunal de Justiça de Exemplo',
  sigla: 'TJEX',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  peticionamentoUrl: 'https://pje.tribunal.example/',
  canais: [{ tipo: 'whatsapp', numero: '558440420540', rotulo: 'WhatsApp do tribunal', mensagem: 'Olá! Preciso de atendimento.' }],
  unidades: [
    vara,
    { ...vara, id: 'vara-manaus', nome: '2ª Vara Cível de Manaus', comarca: 'Manaus', timezone: 'America/Manaus' },
    { ...vara, id: 'vara-teams', nome: '1ª Vara de Caicó', comarca: 'Caicó', video: { provider: 'link', url: 'https://teams.example/l/abc', nome: 'Teams' } },
    { ...vara, id: 'vara-whatsapp', nome: 'Juizado de Macau', comarca: 'Macau', video: { provider: 'whatsapp', numero: '558499990000', mensagem: 'Olá' } },
    { ...vara, id: 'vara-teste', nome: 'Vara de Teste', video: { provider: 'jitsi', domain: 'meet.jit.si', sala: SALA } },
    (({ video: _, ...rest }) => ({ ...rest, id: 'vara-sem-video', nome: 'Vara de Portalegre' }))(vara),
    { ...vara, id: 'vara-ilegivel', nome: 'Vara de Patu', hours: 'de segunda a sexta' },
    central,
    { ...vara, id: 'familia', nome: 'Central de Família', fila: {} },
    (({ video: _, ...rest }) => ({ ...rest, id: 'posto', nome: 'Posto de Serra do Mel', semVideo: true }))(central),
    { ...vara, id: 'gabinete-1', nome: 'Gabinete da 1ª Vara', tipo: 'gabinete' },
  ],
};

/** Friday 20 November 2026 is a holiday; Thursday is an ordinary day. */
export const INSTANTES = {
  aberto: '2026-11-19T10:00:00-03:00',
  quaseFechando: '2026-11-19T13:59:00-03:00',
  cedo: '2026-11-19T07:40:00-03:00',
  noite: '2026-11-19T20:00:00-03:00',
  feriado: '2026-11-20T10:00:00-03:00',
  recesso: '2026-12-28T10:00:00-03:00',
} as const;

/** What drives an example: the element, its outside world and its video. */
export interface Palco {
  el: BalcaoVirtual;
  ports: FakePorts;
  video: FakeVideo;
  /** The queue of the counter. */
  counter: FakeCounter;
  /** This tab, and what it shares with others. */
  portas: FakePortasBalcao;
  navegador: FakeNavegador;
}

/** One state, set up without network, timers or chance. Feeds the stories, the accessibility tests and the pictures. */
export interface Example {
  titulo: string;
  estado: BalcaoEstado;
  agora?: string;
  unidade?: string;
  attrs?: Readonly<Record<string, string>>;
  file?: unknown;
  backend?: Partial<Backend>;
  /** How full the counter is; nobody knows when left out. */
  resumo?: ResumoFila;
  navegador?: FakeNavegador;
  /** What the person typed before. */
  drafts?: Readonly<Record<string, string>>;
  /** Steps after the element has rendered. */
  play?(palco: Palco): Promise<void> | void;
}

/** Waits until the element has nothing left to do with what it was given. */
export async function settle(el: BalcaoVirtual): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await el.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Waits for a state; the code of the call is loaded on the way. */
export async function reach(el: BalcaoVirtual, estado: BalcaoEstado): Promise<void> {
  for (let turn = 0; turn < 400 && el.estado !== estado; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await el.updateComplete;
  }
  if (el.estado !== estado) throw new Error(`Expected ${estado}, got ${el.estado}`);
  await settle(el);
}

/** Presses the button of the call. */
export const ligar = ({ el }: Pick<Palco, 'el'>): void => el.renderRoot.querySelector<HTMLButtonElement>('form button')!.click();

const chamar = async (palco: Palco): Promise<void> => {
  ligar(palco);
  await reach(palco.el, 'loading');
};
const dizer =
  (...snapshots: Parameters<FakeVideo['sessions'][number]['say']>[0][]) =>
  async (palco: Palco): Promise<void> => {
    await chamar(palco);
    for (const snapshot of snapshots) palco.video.sessions.at(-1)!.say(snapshot);
    await settle(palco.el);
  };

const ticket = { senha: 'A-12', ingresso: 'ingresso-secreto', posicao: 1, estimativa: null };

/** How full the counter of the examples is. */
export const resumo: ResumoFila = { unidadeId: 'central', aguardando: 3, estimativa: null, pausa: null, lotada: false, atendentes: 2, mensagem: true, agenda: true };
const estimativa = { minutos: 25, base: 'pela duração dos últimos 12 atendimentos, com 2 atendentes' };

/** Where the ticket of the examples stands. */
export const espera: SituacaoFila = {
  senha: '042',
  unidadeId: 'central',
  estado: 'aguardando',
  posicao: 3,
  estimativa,
  salaAberta: false,
  entrouEm: '2026-11-19T09:48:00-03:00',
};
/** Its turn, two minutes long. */
export const vez: SituacaoFila = { ...espera, estado: 'chamada', posicao: 0, estimativa: null, salaAberta: true, chamada: { vez: 1, ate: '2026-11-19T10:02:00-03:00' }, atendente: { nome: 'Teresa Andrade', unidade: 'Central de Atendimento' } };
export const servido: SituacaoFila = { ...espera, estado: 'em-atendimento', posicao: 0, estimativa: null, salaAberta: true, atendente: { nome: 'Teresa Andrade', unidade: 'Central de Atendimento' } };
export const atendida: SituacaoFila = {
  ...servido,
  estado: 'encerrada',
  salaAberta: false,
  fim: {
    motivo: 'atendida',
    em: '2026-11-19T10:20:00-03:00',
    protocolo: '2026.000042-7',
    combinado: 'A certidão sai até sexta-feira e vai para o seu e-mail.\nSe não chegar, ligue para a secretaria.',
    avaliada: false,
  },
};

const BACKEND = 'https://backend.tribunal.example/';
/** The name of the ticket of the examples in what the browser keeps. */
export const CHAVE = `${BACKEND}|central`;

/** A browser that keeps the ticket already. */
export function comSenha(): FakeNavegador {
  const navegador = fakeNavegador();
  navegador.senhas.set(CHAVE, { ingresso: 'ingresso-secreto', senha: '042' });
  return navegador;
}

/** Found again in this browser, and then what the server says. */
const fila = (titulo: string, estado: BalcaoEstado, ...ditos: SituacaoFila[]): Example => ({
  titulo,
  estado,
  unidade: 'central',
  backend: { abrirSala: () => Promise.resolve({ provider: 'jitsi', domain: 'video.tribunal.example', sala: SALA, token: 'jwt', expiraEm: INSTANTES.aberto }), sairDaFila: () => Promise.resolve() },
  resumo,
  play: async (palco) => {
    palco.navegador.senhas.set(CHAVE, { ingresso: 'ingresso-secreto', senha: '042' });
    palco.el.requestUpdate();
    await reach(palco.el, 'retomando');
    for (const situacao of ditos) palco.counter.dizer(situacao);
    await reach(palco.el, estado);
  },
});

/** Goes on from another example. */
const depois = (example: Example, titulo: string, estado: BalcaoEstado, mais: (palco: Palco) => Promise<void> | void): Example => ({
  ...example,
  titulo,
  estado,
  play: async (palco) => {
    await example.play?.(palco);
    await mais(palco);
    await reach(palco.el, estado);
  },
});

/** Presses a button by its words. */
export function apertar({ el }: Pick<Palco, 'el'>, palavras: string): void {
  const found = [...el.renderRoot.querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent?.includes(palavras));
  if (!found) throw new Error(`No "${palavras}" in: ${el.renderRoot.textContent?.replace(/\s+/g, ' ')}`);
  found.click();
}

const naChamada = depois(fila('Chamada', 'chamada', vez), 'Na sala da senha', 'joined', async (palco) => {
  apertar(palco, 'Entrar agora');
  await reach(palco.el, 'loading');
  palco.counter.dizer(servido);
  palco.video.sessions.at(-1)!.say({ phase: 'joined' });
});

/** The queue: each state as the server and the person bring it about. */
export const filaExamples = {
  filaAberta: { titulo: 'Balcão com fila, aberto', estado: 'open', unidade: 'central', backend: {}, resumo },
  filaFechada: { titulo: 'Balcão com fila, fechado: mensagem ou agendamento', estado: 'closed', unidade: 'central', backend: {}, resumo, agora: INSTANTES.noite },
  semVideoComMensagem: { titulo: 'Unidade sem vídeo que recebe mensagens', estado: 'open', unidade: 'posto', backend: {} },
  cheia: {
    titulo: 'Balcão cheio',
    estado: 'cheia',
    unidade: 'central',
    backend: {},
    resumo: { ...resumo, aguardando: 34, lotada: true, estimativa: { minutos: 130, base: estimativa.base } },
    play: async (palco) => {
      ligar(palco);
      await reach(palco.el, 'cheia');
    },
  },
  antes: {
    titulo: 'Antes da fila',
    estado: 'antes',
    unidade: 'central',
    backend: {},
    resumo,
    play: async (palco) => {
      ligar(palco);
      await reach(palco.el, 'antes');
    },
  },
  retomando: fila('Senha encontrada neste navegador', 'retomando'),
  naFila: fila('Na fila', 'na-fila', espera),
  proximo: fila('O próximo', 'na-fila', { ...espera, posicao: 0, estimativa: null }),
  pausa: fila('Fila parada', 'na-fila', { ...espera, pausa: { motivo: 'queda de energia', ate: '2026-11-19T10:30:00-03:00' } }),
  prioridade: { ...fila('Na fila, com prioridade', 'na-fila', espera), agora: INSTANTES.aberto, drafts: { '/prioridade': 'idoso-80' } },
  voltouLugares: fila('Voltou alguns lugares', 'na-fila', { ...espera, faltas: { quantas: 1, limite: 3, recuo: 3 } }),
  semConexao: depois(fila('Na fila', 'na-fila', espera), 'Na fila, sem conexão', 'na-fila', ({ counter }) => counter.ligacao('sem-rede')),
  saindo: depois(fila('Na fila', 'na-fila', espera), 'Sair da fila: tem certeza?', 'na-fila', (palco) => apertar(palco, 'Sair da fila')),
  transferida: fila('Transferida para outra unidade', 'transferida', { ...espera, unidadeId: 'familia', transferida: { de: 'central', motivo: 'Assunto de família' } }),
  chamada: fila('É a sua vez', 'chamada', vez),
  segundaChamada: fila('Segunda chamada', 'chamada', { ...vez, chamada: { vez: 2, ate: '2026-11-19T10:00:40-03:00' } }),
  naSala: naChamada,
  voltarParaChamada: fila('Voltar para a chamada', 'em-atendimento', servido),
  caiu: depois(naChamada, 'A chamada caiu', 'em-atendimento', ({ video }) => video.sessions.at(-1)!.say({ phase: 'failed', reason: 'network' })),
  registrando: depois(naChamada, 'O atendente registra o combinado', 'em-atendimento', ({ video }) => video.sessions.at(-1)!.say({ phase: 'ended' })),
  outraAba: depois(fila('Chamada', 'chamada', vez), 'Em outra aba', 'em-outra-aba', ({ navegador, counter }) => {
    navegador.posse.set(CHAVE, { aba: 99, perdida: () => undefined });
    counter.dizer(servido);
  }),
  fim: fila('Fim do atendimento', 'fim', atendida),
  fimAgendado: fila('Fim, com o resto agendado', 'fim', {
    ...atendida,
    fim: { ...atendida.fim!, agendamento: { protocolo: '2026.000043-5', chave: 'ABCDEFGHJKMNPQRS', inicio: '2026-11-23T09:00:00-03:00', fim: '2026-11-23T09:20:00-03:00', unidade: 'Central de Atendimento' } },
  }),
  fimAvaliado: fila('Fim, avaliado', 'fim', { ...atendida, fim: { ...atendida.fim!, avaliada: true } }),
  ausente: fila('Não entrou: a senha saiu da fila', 'fim', { ...espera, estado: 'encerrada', fim: { motivo: 'ausente', em: '2026-11-19T10:20:00-03:00', avaliada: false } }),
  perdida: depois(fila('Na fila', 'na-fila', espera), 'A senha não vale mais', 'perdida', ({ counter }) => counter.recusar()),
} satisfies Record<string, Example>;

export const examples = {
  aberto: { titulo: 'Aberto', estado: 'open' },
  abertoEmOutroFuso: { titulo: 'Aberto, em outro fuso', estado: 'open', unidade: 'vara-manaus' },
  fechado: { titulo: 'Fechado à noite, véspera de feriado', estado: 'closed', agora: INSTANTES.noite },
  feriado: { titulo: 'Fechado por feriado', estado: 'closed', agora: INSTANTES.feriado },
  recesso: { titulo: 'Fechado no recesso', estado: 'closed', agora: INSTANTES.recesso },
  abreEmBreve: { titulo: 'Abre em breve', estado: 'opening-soon', agora: INSTANTES.cedo },
  horarioIlegivel: { titulo: 'Horário que não se lê', estado: 'undetermined', unidade: 'vara-ilegivel' },
  preparando: {
    titulo: 'Preparando a sala',
    estado: 'preparing',
    backend: { entrarNaFila: () => Promise.resolve(ticket), abrirSala: () => new Promise(() => undefined) },
    play: async (palco) => {
      ligar(palco);
      await settle(palco.el);
    },
  },
  carregando: { titulo: 'Abrindo o vídeo', estado: 'loading', play: chamar },
  nomeNaSala: { titulo: 'A sala pede o nome', estado: 'prejoin', play: dizer({ phase: 'prejoin' }) },
  salaDeEspera: { titulo: 'Na sala de espera', estado: 'waiting', play: dizer({ phase: 'waiting' }) },
  emAtendimento: { titulo: 'Em atendimento', estado: 'joined', play: dizer({ phase: 'joined' }) },
  semCamera: { titulo: 'Em atendimento, sem câmera', estado: 'joined', play: dizer({ phase: 'joined', deviceDenied: true }) },
  depoisDoHorario: {
    titulo: 'Em atendimento depois do horário',
    estado: 'joined',
    agora: INSTANTES.quaseFechando,
    play: async (palco) => {
      await dizer({ phase: 'joined' })(palco);
      palco.ports.clock.advance(120_000);
      await settle(palco.el);
    },
  },
  reconectando: { titulo: 'Reconectando', estado: 'reconnecting', play: dizer({ phase: 'joined' }, { phase: 'reconnecting' }) },
  encerrado: { titulo: 'Atendimento terminado', estado: 'ended', play: dizer({ phase: 'joined' }, { phase: 'ended' }) },
  videoNaoAbriu: { titulo: 'O vídeo não abriu', estado: 'fallback', play: dizer({ phase: 'failed', reason: 'timeout' }) },
  foraDoHorario: {
    titulo: 'Recusado: o horário terminou',
    estado: 'fallback',
    backend: {
      entrarNaFila: () =>
        Promise.reject(new BackendError('recusa', 'fila', { type: 'urn:atrio:problema:fora-do-horario', title: 'Fora do horário', status: 409, detail: 'Abre segunda-feira, 23 de novembro, às 08:00, no horário da unidade.' })),
    },
    play: async (palco) => {
      ligar(palco);
      await reach(palco.el, 'fallback');
    },
  },
  link: { titulo: 'Aberto, com link (Teams)', estado: 'open', unidade: 'vara-teams' },
  linkFechado: { titulo: 'Fechado, com link (Teams)', estado: 'closed', unidade: 'vara-teams', agora: INSTANTES.noite },
  whatsapp: { titulo: 'Aberto, pelo WhatsApp', estado: 'open', unidade: 'vara-whatsapp' },
  linkPronto: {
    titulo: 'Link liberado pela fila',
    estado: 'link-ready',
    backend: {
      entrarNaFila: () => Promise.resolve(ticket),
      abrirSala: () => Promise.resolve({ provider: 'link', url: 'https://teams.example/l/xyz', expiraEm: INSTANTES.aberto }),
    },
    play: async (palco) => {
      ligar(palco);
      await reach(palco.el, 'link-ready');
    },
  },
  encaminhado: {
    titulo: 'Encaminhado para outra aba',
    estado: 'handed-over',
    unidade: 'vara-teams',
    play: async ({ el }) => {
      const link = el.renderRoot.querySelector<HTMLAnchorElement>('.acao a')!;
      // The element's own handler runs first; the page must not really leave.
      el.addEventListener('click', (event) => event.preventDefault(), { once: true });
      link.click();
      await settle(el);
    },
  },
  semVideo: { titulo: 'Unidade sem vídeo', estado: 'open', unidade: 'vara-sem-video' },
  servidorDeTeste: { titulo: 'Servidor de vídeo recusado', estado: 'open', unidade: 'vara-teste' },
  gabinete: { titulo: 'Gabinete', estado: 'refused', unidade: 'gabinete-1' },
  naoEncontrada: { titulo: 'Unidade que não existe', estado: 'not-found', unidade: 'nao-existe' },
  buscando: {
    titulo: 'Buscando a unidade',
    estado: 'seeking',
    unidade: 'so-no-backend',
    backend: { unidade: () => new Promise(() => undefined) },
  },
  semUnidade: { titulo: 'Sem unidade', estado: 'no-unit', unidade: '' },
  soAtributos: {
    titulo: 'Só com atributos',
    estado: 'open',
    file: null,
    attrs: {
      'nome': 'Ouvidoria do Fórum',
      'hours': 'Mo-Fr 08:00-14:00',
      'timezone': 'America/Fortaleza',
      'telefone': '(84) 3333-2000',
      'email': 'ouvidoria@tribunal.example',
      'endereco': 'Praça da Justiça, 1; Centro; Natal – RN',
      'whatsapp': '5584988887777',
      'jitsi-domain': 'video.tribunal.example',
      'sala': SALA,
    },
  },
} satisfies Record<string, Example>;

/** Makes the element of an example. The caller puts it on the page and then plays it. */
export function stage(example: Example): Palco {
  const video = fakeVideo();
  const backend = example.backend && fakeBackend(example.backend);
  const counter = fakeCounter(example.resumo ? { resumo: () => Promise.resolve(example.resumo!) } : {});
  const navegador = example.navegador ?? fakeNavegador();
  const portas = fakePortasBalcao(navegador);
  const ports = fakePorts({
    now: example.agora ?? INSTANTES.aberto,
    video,
    counter,
    ...(example.drafts ? { drafts: { [`balcao:${CHAVE}`]: example.drafts } } : {}),
    ...(backend ? { backend } : {}),
  });
  ports.balcao = portas;
  const el = document.createElement('balcao-virtual');
  el.ports = ports;
  if (example.file !== null) el.courtFile = example.file ?? tribunal;
  if (backend) el.backend = BACKEND;
  const unidade = example.unidade ?? (example.attrs ? '' : vara.id);
  if (unidade) el.unidade = unidade;
  for (const [name, value] of Object.entries(example.attrs ?? {})) el.setAttribute(name, value);
  return { el, ports, video, counter, portas, navegador };
}
