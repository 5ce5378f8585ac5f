import type { Backend } from '../../src/adapters/ports.ts';
import { BackendError } from '../../src/adapters/ports.ts';
import type { BalcaoKind } from '../../src/controllers/balcao.machine.ts';
import type { TribunalInput, Unidade } from '../../src/contract/tribunal.ts';
import type { BalcaoVirtual } from '../../src/elements/balcao-virtual/balcao-virtual.ts';
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
}

/** One state, set up without network, timers or chance. Feeds the stories, the accessibility tests and the pictures. */
export interface Example {
  titulo: string;
  estado: BalcaoKind;
  agora?: string;
  unidade?: string;
  attrs?: Readonly<Record<string, string>>;
  file?: unknown;
  backend?: Partial<Backend>;
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
export async function reach(el: BalcaoVirtual, estado: BalcaoKind): Promise<void> {
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
  const ports = fakePorts({ now: example.agora ?? INSTANTES.aberto, video, ...(backend ? { backend } : {}) });
  const el = document.createElement('balcao-virtual');
  el.ports = ports;
  if (example.file !== null) el.courtFile = example.file ?? tribunal;
  if (backend) el.backend = 'https://backend.tribunal.example/';
  const unidade = example.unidade ?? (example.attrs ? '' : vara.id);
  if (unidade) el.unidade = unidade;
  for (const [name, value] of Object.entries(example.attrs ?? {})) el.setAttribute(name, value);
  return { el, ports, video };
}
