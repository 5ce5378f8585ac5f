import { BackendError, type PortasGravacao, type Recordings, type ResultadoConferencia } from '../../src/adapters/ports.ts';
import type { ArquivoGravacao, Gravacao, ResumoGravacao } from '../../src/contract/gravacao.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { GravacaoState } from '../../src/controllers/gravacao.machine.ts';
import { AudienciaRecording } from '../../src/elements/audiencia-recording/audiencia-recording.ts';
import { fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { frame, perhaps } from '../../test/support/frames.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
};

/** Eight seconds of a tone, made by code, and what would be said meanwhile. */
const SOM = new URL('./amostra.wav?no-inline', import.meta.url).href;
const LEGENDAS = new URL('./amostra.vtt?no-inline', import.meta.url).href;

const arquivo = (variante: ArquivoGravacao['variante'], tipo: string, bytes: number): ArquivoGravacao => ({ variante, tipo, bytes, sha256: '3b7e'.repeat(16), url: variante, baixar: `${variante}-baixar` });

export const GRAVACAO: Gravacao = {
  id: 'Sq3vT8bWx2kLmN7pRz5yUd9c',
  processo: '0801234-12.2024.8.20.0001',
  unidade: '2ª Vara Cível da Comarca de Natal',
  ato: 'Audiência de instrução e julgamento',
  em: '2026-11-20T09:00:00-03:00',
  sigilo: false,
  audienciaId: null,
  marcas: [
    { em: 0, rotulo: 'Abertura' },
    { em: 2, rotulo: 'Depoimento da primeira testemunha' },
    { em: 4, rotulo: 'Depoimento da segunda testemunha' },
    { em: 6, rotulo: 'Alegações finais' },
  ],
  arquivos: [arquivo('audio', 'audio/wav', 64_044), arquivo('legendas', 'text/vtt', 252)],
  manifesto: 'manifesto',
  expiraEm: '2026-11-25T10:15:00-03:00',
  vista: null,
};

/** With a picture that no browser can play, and the same without it. */
export const COM_VIDEO: Gravacao = { ...GRAVACAO, arquivos: [arquivo('video', 'video/mp4', 348_127_232), ...GRAVACAO.arquivos] };

export const LISTA: ResumoGravacao[] = [
  { id: GRAVACAO.id, processo: GRAVACAO.processo, unidade: GRAVACAO.unidade, ato: 'Audiência de conciliação', em: '2026-08-12T14:30:00-03:00', sigilo: false },
  { id: 'Zq3vT8bWx2kLmN7pRz5yUd9c', processo: GRAVACAO.processo, unidade: GRAVACAO.unidade, ato: GRAVACAO.ato, em: GRAVACAO.em, sigilo: false },
];

/** One state of a recording: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: GravacaoState['kind'];
  abrir?: Recordings['abrir'];
  listar?: Recordings['listar'];
  conferir?: PortasGravacao['conferir'];
  /** Where a file is. */
  endereco?: (path: string) => string;
  processo?: string;
  semEndereco?: boolean;
  tribunal?: Partial<TribunalInput>;
  preparar?: (element: AudienciaRecording) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar(element: AudienciaRecording): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await frame();
    await element.updateComplete;
  }
}

/** Waits for a state of the player, which comes when the browser says so. */
export async function ate(element: AudienciaRecording, holds: () => boolean): Promise<void> {
  for (let n = 0; n < 240 && !holds(); n++) await frame();
  if (!holds()) throw new Error('it did not come');
  await element.updateComplete;
}

export type Perguntas = [id: string, chave: string | undefined, vista: string | undefined][];

/** Makes an element in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo>): { element: AudienciaRecording; ports: FakePorts; perguntas: Perguntas } {
  const element = new AudienciaRecording();
  const perguntas: Perguntas = [];
  const ports = fakePorts({ now: '2026-11-25T10:00:00-03:00' });
  const endereco = (path: string): string => exemplo.endereco?.(path) ?? (path.startsWith('legendas') ? LEGENDAS : SOM);
  ports.gravacao = {
    recordings: () =>
      Promise.resolve({
        listar: exemplo.listar ?? (() => Promise.resolve(LISTA)),
        abrir: (id, options) => {
          perguntas.push([id, options.chave, options.vista]);
          return exemplo.abrir?.(id, options) ?? Promise.resolve(GRAVACAO);
        },
        endereco,
        chaves: () => 'https://backend.exemplo.jus.br/.well-known/jwks.json',
      }),
    conferir: exemplo.conferir ?? (() => Promise.resolve({ tipo: 'confere', sha256: '3b7e'.repeat(16), assinadoEm: '2026-11-20T12:40:00-03:00' })),
  };
  element.ports = ports;
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  if (exemplo.processo) element.processo = exemplo.processo;
  else if (!exemplo.semEndereco) element.gravacao = GRAVACAO.id;
  return { element, ports, perguntas };
}

const falha = (kind: 'rede' | 'servidor') => (): Promise<never> => Promise.reject(new BackendError(kind, 'exemplo'));
const recusa = (code: string, status: number) => (): Promise<never> => Promise.reject(new BackendError('recusa', 'exemplo', { type: `https://atrio.exemplo/${code}`, title: code, status }));
const conferindo = (resultado: ResultadoConferencia): Pick<Exemplo, 'estado' | 'conferir' | 'preparar'> => ({
  estado: 'ready',
  conferir: () => Promise.resolve(resultado),
  preparar: async (element) => {
    element.controle.verify({ type: 'start', copia: false });
    await assentar(element);
  },
});

export const exemplos = {
  carregando: { nome: 'Carregando', descricao: 'A gravação foi pedida ao tribunal.', estado: 'loading', abrir: () => new Promise(() => undefined) },
  pronta: {
    nome: 'Pronta para ouvir',
    descricao: 'Índice, velocidade, legendas, pulos de dez segundos, link para o ponto, arquivos e conferência.',
    estado: 'ready',
  },
  video: {
    nome: 'Vídeo que o navegador não toca',
    descricao: 'O elemento tenta de novo com endereço novo; se o arquivo não abre mesmo, oferece só o som e o arquivo para baixar.',
    estado: 'ready',
    abrir: () => Promise.resolve(COM_VIDEO),
    endereco: (path) => (path.startsWith('video') ? LEGENDAS : path.startsWith('legendas') ? LEGENDAS : SOM),
    preparar: (element) => ate(element, () => element.controle.state.kind === 'ready' && element.controle.state.toca.fase === 'formato'),
  },
  cortada: {
    nome: 'Parou de chegar',
    descricao: 'A rede caiu no meio: quando ela volta, continua de onde parou, sozinha.',
    estado: 'ready',
    preparar: async (element) => {
      // The captions that came before stay.
      await perhaps(() => element.shadowRoot?.querySelector('.fala')?.textContent?.trim(), 120);
      element.controle.send({ type: 'broke', formato: false });
      element.controle.send({ type: 'fault', op: element.controle.state.op, motivo: 'rede' });
      await assentar(element);
    },
  },
  sigilo: { nome: 'Sob sigilo, pede a chave', descricao: 'Nada do processo aparece antes da chave.', estado: 'sigilo', abrir: recusa('gravacao-sigilosa', 403) },
  chaveRecusada: {
    nome: 'Chave que não abre',
    descricao: 'Diz o que conferir, e a quem pedir outra.',
    estado: 'sigilo',
    abrir: (_id, { chave }) => (chave ? recusa('chave-gravacao-invalida', 403)() : recusa('gravacao-sigilosa', 403)()),
    preparar: async (element) => {
      element.controle.send({ type: 'key', chave: 'AAAA-BBBB-CCCC-DDDD' });
      await assentar(element);
    },
  },
  sigiloAberto: { nome: 'Sob sigilo, aberta', descricao: 'O aviso fica à vista enquanto a gravação está na tela.', estado: 'ready', abrir: () => Promise.resolve({ ...GRAVACAO, sigilo: true, vista: '12' }) },
  conferindo: {
    nome: 'Conferindo',
    descricao: 'O navegador compara cada parte do arquivo com a assinatura do tribunal.',
    estado: 'ready',
    conferir: ({ onAvanco }) => {
      onAvanco(31, 84);
      return new Promise(() => undefined);
    },
    preparar: async (element) => {
      element.controle.verify({ type: 'start', copia: false });
      await assentar(element);
    },
  },
  conferida: { nome: 'Conferida', descricao: 'É a gravação que o tribunal assinou.', ...conferindo({ tipo: 'confere', sha256: '3b7e'.repeat(16), assinadoEm: '2026-11-20T12:40:00-03:00' }) },
  naoConfere: { nome: 'Não confere', descricao: 'Alguma parte do arquivo é diferente da que foi assinada.', ...conferindo({ tipo: 'nao-confere', motivo: 'conteudo' }) },
  semConferir: { nome: 'Não deu para conferir', descricao: 'A rede caiu: isso não diz nada da gravação.', ...conferindo({ tipo: 'sem-conferir', motivo: 'rede' }) },
  lista: { nome: 'Gravações de um processo', descricao: 'As públicas; as sob sigilo não aparecem.', estado: 'list', processo: GRAVACAO.processo },
  listaVazia: { nome: 'Nenhuma gravação pública', descricao: 'Diz por onde ver uma que está sob sigilo.', estado: 'list', processo: GRAVACAO.processo, listar: () => Promise.resolve([]) },
  semArquivo: { nome: 'Ainda sem arquivo', descricao: 'A audiência foi registrada e o arquivo ainda não chegou.', estado: 'empty', abrir: () => Promise.resolve({ ...GRAVACAO, arquivos: [], manifesto: null }) },
  ausente: { nome: 'Endereço sem gravação', descricao: 'O endereço está cortado ou errado.', estado: 'missing', abrir: recusa('gravacao-nao-encontrada', 404) },
  rede: { nome: 'Sem conexão', descricao: 'Quando a internet volta, tenta de novo, sozinho.', estado: 'offline', abrir: falha('rede') },
  servidor: { nome: 'Servidor com problema', descricao: 'Há um botão para tentar de novo.', estado: 'failed', abrir: falha('servidor') },
  semEndereco: { nome: 'Nenhuma gravação escolhida', descricao: 'A página foi aberta sem o endereço de uma gravação.', estado: 'idle', semEndereco: true },
} satisfies Record<string, Exemplo>;
