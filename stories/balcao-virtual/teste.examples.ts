import { DeviceError, type Aberto, type Devices, type FalhaDispositivo, type Opcao, type Passagem } from '../../src/adapters/devices/types.ts';
import type { MedidaRede } from '../../src/domain/balcao/rede.ts';
import { criarTeste } from '../../src/elements/_base/teste.ts';
import type { FakePorts } from '../../test/support/fake-ports.ts';
import { assentar, montarParte, type Cenario, type PalcoParte } from './palco-parte.ts';

/** Devices that do what an example says, and remember what was asked of them. */
export interface FakeDevices extends Devices {
  readonly pedidos: string[];
  /** Devices that are on. */
  readonly ligados: Set<string>;
  falar(nivel: number): void;
  desligar(): void;
  /** What the next openings do. */
  falha: FalhaDispositivo | null;
  opcoes: readonly Opcao[];
}

export const BOA: MedidaRede = { idas: [60, 70, 65, 80, 62], baixado: null };

interface Mundo {
  falha?: FalhaDispositivo;
  opcoes?: readonly Opcao[];
  medida?: MedidaRede;
  passagem?: Passagem;
  copia?: boolean;
}

export function fakeDevices({ falha = null as never, opcoes = [{ id: 'a', nome: 'Câmera da frente' }], medida = BOA, passagem = 'direta', copia = true }: Mundo = {}): FakeDevices {
  const pedidos: string[] = [];
  const ligados = new Set<string>();
  let fim: () => void = () => undefined;
  let nivel: (value: number) => void = () => undefined;
  const fake: FakeDevices = {
    pedidos,
    ligados,
    falha,
    opcoes,
    falar: (value) => nivel(value),
    desligar: () => fim(),
    suporte: () => null,
    camera: (options) => open('camera', options.id, options.onFim),
    microfone(options) {
      nivel = options.onNivel;
      return open('microfone', options.id, options.onFim);
    },
    tocar(signal) {
      pedidos.push('tocar');
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
    },
    rede(url, amostra) {
      pedidos.push(`rede ${url} ${amostra ?? ''}`.trim());
      return Promise.resolve(medida);
    },
    passagem(servidores) {
      pedidos.push(`passagem ${servidores.join(' ')}`);
      return Promise.resolve(passagem);
    },
    copiar: () => Promise.resolve(copia),
  };
  async function open(que: string, id: string | null, onFim: () => void): Promise<Aberto> {
    pedidos.push(id ? `${que} ${id}` : que);
    await Promise.resolve();
    if (fake.falha) throw new DeviceError(fake.falha);
    fim = onFim;
    ligados.add(que);
    return { id: id ?? fake.opcoes[0]?.id ?? '', opcoes: fake.opcoes, stream: new MediaStream(), soltar: () => void ligados.delete(que) };
  }
  return fake;
}

export const AGENTES = {
  chromeAndroid: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  safariIos: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  instagramIos: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5)',
  whatsappAndroid: 'Mozilla/5.0 (Linux; Android 13; SM-A135M Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 WhatsApp/2.24.11.79',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
} as const;

/** One screen of the test. Feeds the stories, the tests and the pictures. */
export interface ExemploTeste extends Cenario {
  titulo: string;
  mundo?: Mundo;
  agente?: string;
  /** Buttons to press, by their action. */
  passos?: readonly string[];
  /** After the buttons. */
  play?(palco: PalcoTeste): Promise<void> | void;
}

export interface PalcoTeste {
  el: PalcoParte;
  devices: FakeDevices;
  ports: FakePorts;
}

export function montarTeste(exemplo: Omit<ExemploTeste, 'titulo'>): PalcoTeste {
  const devices = fakeDevices(exemplo.mundo);
  const { el, ports } = montarParte(exemplo, (ctx, pedido) =>
    criarTeste(ctx, { pronto: (result) => pedido('pronto', result), voltar: () => pedido('voltar') }, devices, { userAgent: exemplo.agente ?? AGENTES.chromeAndroid, maxTouchPoints: 5 }),
  );
  return { el, devices, ports };
}

export async function apertar({ el }: Pick<PalcoTeste, 'el'>, acao: string): Promise<void> {
  el.shadowRoot!.querySelector<HTMLElement>(`[data-acao="${acao}"]`)!.click();
  await assentar(el);
}

/** Brings an example to its screen. */
export async function tocarTeste(palco: PalcoTeste, exemplo: Omit<ExemploTeste, 'titulo'>): Promise<void> {
  await assentar(palco.el);
  for (const acao of exemplo.passos ?? []) await apertar(palco, acao);
  await exemplo.play?.(palco);
  await assentar(palco.el);
}

const exemplo = (titulo: string, given: Omit<ExemploTeste, 'titulo'> = {}): ExemploTeste => ({ titulo, ...given });
const DUAS: readonly Opcao[] = [{ id: 'a', nome: 'Câmera da frente' }, { id: 'b', nome: 'Câmera de trás' }];

export const exemplosTeste = {
  inicio: exemplo('Início'),
  noInstagram: exemplo('Dentro do Instagram', { agente: AGENTES.instagramIos, passos: ['copiar'] }),
  camera: exemplo('Câmera ligada', { mundo: { opcoes: DUAS }, passos: ['testar'] }),
  cameraNegada: exemplo('Câmera negada no Chrome do Android', { mundo: { falha: 'negado' }, passos: ['testar'] }),
  cameraNegadaIos: exemplo('Câmera negada no Safari do iPhone', { mundo: { falha: 'negado' }, agente: AGENTES.safariIos, passos: ['testar'] }),
  cameraBloqueada: exemplo('Câmera bloqueada pelo site', { mundo: { falha: 'politica' }, passos: ['testar'] }),
  cameraOcupada: exemplo('Câmera em uso', { mundo: { falha: 'ocupado' }, passos: ['testar'] }),
  semCamera: exemplo('Sem câmera', { mundo: { falha: 'ausente' }, passos: ['testar'] }),
  microfone: exemplo('Microfone', { passos: ['testar', 'sim'], play: ({ devices }) => devices.falar(0.6) }),
  microfoneMudo: exemplo('Microfone mudo', { passos: ['testar', 'sim'], play: ({ ports }) => ports.clock.advance(7000) }),
  som: exemplo('Som', { passos: ['testar', 'sim', 'sim', 'comecar'] }),
  redeFraca: exemplo('Internet fraca', { mundo: { medida: { idas: [900, 800, null, 1200, 700], baixado: null } }, passos: ['testar', 'sim', 'sim', 'seguir'] }),
  redeBoa: exemplo('Internet boa', { passos: ['testar', 'sim', 'sim', 'seguir'] }),
  resumo: exemplo('Tudo certo', { passos: ['testar', 'sim', 'sim', 'comecar', 'sim', 'seguir'] }),
  resumoSemCamera: exemplo('Sem câmera: só com a voz', { passos: ['testar', 'nao', 'sim', 'comecar', 'sim', 'seguir'] }),
  foraDaTela: exemplo('Página fora da tela', { passos: ['testar'], play: ({ el }) => esconder(el) }),
} satisfies Record<string, ExemploTeste>;

/** The page goes out of sight and comes back. */
export function esconder(el: PalcoParte): void {
  const page = el.ownerDocument;
  Object.defineProperty(page, 'visibilityState', { value: 'hidden', configurable: true });
  page.dispatchEvent(new Event('visibilitychange'));
  delete (page as { visibilityState?: unknown }).visibilityState;
}
