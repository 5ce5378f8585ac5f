import type { TribunalInput, Tribunal } from '../../src/contract/tribunal.ts';
import type { DirectoryState } from '../../src/controllers/directory.machine.ts';
import { empacotar } from '../../src/domain/directory/pack.ts';
import { BalcaoDirectory } from '../../src/elements/balcao-directory/balcao-directory.ts';
import { fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { tribunalGrande } from '../../test/support/tribunal-grande.ts';

/** Monday, 23 November 2026, 09:30 in Brasília. */
export const AGORA = '2026-11-23T09:30:00-03:00';
const BACKEND = 'https://backend.exemplo.jus.br/';
export const DIRETORIO = `${BACKEND}v1/diretorio`;

const grande = (() => {
  let made: Tribunal | undefined;
  return (): Tribunal => (made ??= tribunalGrande());
})();

/** A few units of every sort. */
export const POUCAS: Tribunal = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  video: { provider: 'jitsi', domain: 'video.exemplo.jus.br' },
  balcao: { url: 'balcao.html?unidade={id}' },
  unidades: [
    {
      id: '2-vara-civel-natal',
      nome: '2ª Vara Cível de Natal',
      tipo: 'vara',
      comarca: 'Natal',
      hours: 'Mo-Fr 08:00-14:00',
      endereco: { logradouro: 'Rua Doutor Lauro Pinto, 315', complemento: '3º andar', bairro: 'Lagoa Nova', municipio: 'Natal', uf: 'RN', cep: '59064-250' },
      canais: [
        { tipo: 'telefone', numero: '(84) 5555-0103' },
        { tipo: 'telefone', numero: '(84) 5555-0113', rotulo: 'Telefone da secretaria' },
        { tipo: 'email', endereco: '2civel.natal@tribunal.example' },
        { tipo: 'whatsapp', numero: '5584955550103' },
      ],
    },
    {
      id: '1-vara-familia-mossoro',
      nome: '1ª Vara de Família de Mossoró',
      tipo: 'vara',
      comarca: 'Mossoró',
      hours: 'Mo-Fr 12:00-18:00',
      endereco: { logradouro: 'Alameda das Carnaubeiras, 355', municipio: 'Mossoró', uf: 'RN' },
      canais: [{ tipo: 'telefone', numero: '(84) 5555-0105' }],
    },
    { id: 'plantao', nome: 'Plantão Judiciário', tipo: 'secretaria', hours: '24/7', canais: [{ tipo: 'telefone', numero: '(84) 5555-0110' }] },
    { id: 'vara-eirunepe', nome: 'Vara Única de Eirunepé', tipo: 'vara', comarca: 'Eirunepé', timezone: 'America/Eirunepe', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'email', endereco: 'eirunepe@tribunal.example' }] },
    {
      id: 'posto-avancado',
      nome: 'Posto Avançado de Serra do Mel',
      tipo: 'secretaria',
      comarca: 'Mossoró',
      municipio: 'Serra do Mel',
      hours: 'Tu,Th 08:00-12:00',
      semVideo: true,
      aceitaAssincrono: true,
      canais: [{ tipo: 'telefone', numero: '(84) 5555-0120' }],
    },
    { id: 'gabinete-2-vara', nome: 'Gabinete da 2ª Vara Cível de Natal', tipo: 'gabinete', comarca: 'Natal', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'email', endereco: 'gab2civel@tribunal.example' }] },
  ],
};

/** One state of the directory: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  descricao: string;
  estado: DirectoryState['kind'];
  tribunal?: () => Tribunal;
  /** What the backend answers: JSON, or a status; nothing is a dead network. */
  resposta?: unknown;
  semBackend?: boolean;
  src?: string;
  preparar?: (element: BalcaoDirectory) => Promise<void>;
}

const quadro = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

/** Waits until what was asked is on the screen. */
export async function assentar(element: BalcaoDirectory): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await quadro();
    await element.updateComplete;
  }
}

/** Waits for what comes late, however slow the machine. */
export async function ate(condicao: () => unknown): Promise<void> {
  for (let n = 0; n < 600 && !condicao(); n++) await quadro();
}

export const raiz = (element: BalcaoDirectory): ShadowRoot => element.shadowRoot!;

/** Unfolds the unit of this name. */
export async function abrir(element: BalcaoDirectory, nome: string): Promise<HTMLDetailsElement> {
  const summary = [...raiz(element).querySelectorAll('summary')].find((found) => found.querySelector('.nome')?.textContent === nome);
  if (!summary) throw new Error(`No unit called ${nome}`);
  const details = summary.parentElement as HTMLDetailsElement;
  details.open = true;
  await ate(() => details.querySelector('.detalhe .canais, .detalhe section'));
  return details;
}

const filtrar = (filtro: object) => async (element: BalcaoDirectory): Promise<void> => {
  element.directory.send({ type: 'filter', filtro });
  await element.updateComplete;
};

/** Makes an element in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo>, mais: Record<string, unknown> = {}): { element: BalcaoDirectory; ports: FakePorts } {
  // What another example looked for is in the address.
  if (/^#unidade/.test(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
  const element = new BalcaoDirectory();
  const tribunal = (exemplo.tribunal ?? ((): Tribunal => POUCAS))();
  const resposta = 'resposta' in exemplo ? exemplo.resposta : empacotar(tribunal, AGORA);
  const ports = fakePorts({ now: AGORA, files: { ...(resposta === undefined ? {} : { [DIRETORIO]: resposta }), ...mais } });
  element.ports = ports;
  const court: TribunalInput = { ...tribunal, ...(exemplo.semBackend ? {} : { backend: { tipo: 'atrio', url: BACKEND }, unidades: [] }) };
  element.courtFile = court;
  if (exemplo.src) element.src = exemplo.src;
  return { element, ports };
}

export const exemplos = {
  lista: { nome: 'Lista', descricao: 'Poucas unidades, por comarca, cada uma com a situação no seu fuso.', estado: 'shown' },
  unidade: {
    nome: 'Uma unidade aberta',
    descricao: 'Horário, Balcão Virtual, telefones, e-mails e endereço juntos, com a menção do horário (Resolução CNJ 372/2021, art. 5º).',
    estado: 'shown',
    preparar: async (element) => void (await abrir(element, '2ª Vara Cível de Natal')),
  },
  mensagens: {
    nome: 'Sem vídeo, com mensagens',
    descricao: 'A unidade não atende por vídeo e recebe mensagens (Resolução CNJ 372/2021, art. 2º, § 1º).',
    estado: 'shown',
    preparar: async (element) => void (await abrir(element, 'Posto Avançado de Serra do Mel')),
  },
  gabinete: {
    nome: 'Gabinete',
    descricao: 'Está na lista com os contatos, e diz que não tem Balcão Virtual (Resolução CNJ 372/2021, art. 4º, parágrafo único).',
    estado: 'shown',
    preparar: async (element) => void (await abrir(element, 'Gabinete da 2ª Vara Cível de Natal')),
  },
  tresMil: { nome: 'Três mil unidades', descricao: 'Um tribunal grande: todas as unidades estão na página, para a busca do navegador e o leitor de telas; as de perto vêm primeiro.', estado: 'shown', tribunal: grande },
  busca: { nome: 'Busca', descricao: 'Palavras em qualquer ordem, com ou sem acento.', estado: 'shown', tribunal: grande, preparar: filtrar({ busca: 'manaus familia' }) },
  abertas: { nome: 'Abertas agora', descricao: 'Só as que estão abertas neste momento, cada uma no seu fuso.', estado: 'shown', preparar: async (element) => {
    await ate(() => element.directory.rules);
    await filtrar({ abertas: true })(element);
  } },
  nenhuma: { nome: 'Nada encontrado', descricao: 'A busca não encontra nenhuma unidade.', estado: 'shown', preparar: filtrar({ busca: 'xyzw' }) },
  link: {
    nome: 'Link de uma unidade',
    descricao: 'O endereço `#unidade-<id>` mostra uma unidade só.',
    estado: 'shown',
    preparar: async (element) => {
      element.directory.send({ type: 'address', vista: { filtro: element.directory.state.vista.filtro, unidade: 'vara-eirunepe' } });
      await ate(() => raiz(element).querySelector('.detalhe section'));
    },
  },
  linkVelho: {
    nome: 'Link de unidade que não existe',
    descricao: 'A unidade mudou de nome ou não existe mais.',
    estado: 'shown',
    preparar: async (element) => {
      element.directory.send({ type: 'address', vista: { filtro: element.directory.state.vista.filtro, unidade: 'nao-existe' } });
      await element.updateComplete;
    },
  },
  arquivo: { nome: 'Do arquivo do tribunal', descricao: 'Sem backend e sem arquivo próprio, valem as unidades do arquivo do tribunal.', estado: 'shown', semBackend: true },
  carregando: { nome: 'Carregando', descricao: 'As unidades estão a caminho.', estado: 'loading', resposta: undefined, preparar: async () => undefined },
  vazio: { nome: 'Sem unidades', descricao: 'O tribunal não informou unidades.', estado: 'empty', tribunal: () => ({ ...POUCAS, unidades: [] }) },
  rede: { nome: 'Sem rede', descricao: 'A internet caiu; quando voltar, a busca é feita de novo.', estado: 'offline', resposta: undefined },
  servidor: { nome: 'Falha do servidor', descricao: 'O sistema do tribunal não respondeu como devia.', estado: 'failed', resposta: 500 },
} satisfies Record<string, Exemplo>;
