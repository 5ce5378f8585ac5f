import { BackendError, type Backend } from '../../src/adapters/ports.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { Values } from '../../src/domain/form/fields.ts';
import { SicRequest } from '../../src/elements/sic-request/sic-request.ts';
import { fakeBackend, fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { frame } from '../../test/support/frames.ts';

/** One state of the request: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  /** Name of the state that is reached. */
  estado?: SicRequest['form']['state']['kind'];
  theme?: SicRequest['theme'];
  mundo?: { backend?: Partial<Backend>; drafts?: Record<string, unknown> };
  tribunal?: Partial<TribunalInput>;
  /** The browser says that there is no network while the state is being reached. */
  semRede?: boolean;
  /** Brings the element to the state; runs once it is on the page. */
  preparar?: (form: SicRequest) => Promise<void>;
}

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  transparenciaUrl: 'https://transparencia.exemplo.jus.br/',
  privacidade: { versao: '2026-01', url: 'privacidade.html', encarregado: { email: 'encarregado@exemplo.jus.br' } },
  sic: {
    unidadeResponsavel: 'Serviço de Informações ao Cidadão',
    endereco: { logradouro: 'Av. Jerônimo Câmara, 2000', bairro: 'Nossa Senhora de Nazaré', municipio: 'Natal', uf: 'RN', cep: '59060-300' },
    hours: 'Mo-Fr 08:00-14:00',
    canais: [
      { tipo: 'presencial', endereco: { logradouro: 'Av. Jerônimo Câmara, 2000', bairro: 'Nossa Senhora de Nazaré', municipio: 'Natal', uf: 'RN', cep: '59060-300' } },
      { tipo: 'telefone', numero: '(84) 3673-8001' },
      { tipo: 'email', endereco: 'sic@exemplo.jus.br' },
    ],
  },
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
  unidades: [{ id: '1-vara-civel-natal', nome: '1ª Vara Cível de Natal', tipo: 'vara', comarca: 'Natal', hours: 'Mo-Fr 08:00-14:00' }],
};

export const RECIBO: Recibo = {
  tipo: 'pedido-informacao',
  protocolo: '2026.000045-7',
  chave: '7KQ2M9XV4TBN8RDH',
  registradoEm: '2026-11-19T10:00:00-03:00',
  prazo: {
    vence: '2026-12-09',
    dias: 20,
    base: 'Resolução CNJ 215/2015, art. 13',
    calculo: [
      { passo: 'registro', data: '2026-11-19', texto: 'Registrado em 19/11/2026.' },
      { passo: 'inicio', data: '2026-11-20', texto: 'A contagem começa no dia seguinte.' },
      { passo: 'vencimento', data: '2026-12-09', texto: 'Vinte dias depois, o prazo vence em 09/12/2026.' },
    ],
  },
  recibo: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
};

const PEDIDO: Values = { '/especificacao': 'Quantas audiências foram marcadas e quantas foram adiadas na comarca de Caicó, por mês?', '/periodo/de': '2025-01-01', '/periodo/ate': '2025-12-31' };

/** What a natural person fills, step by step. */
export const NATURAL: readonly Values[] = [
  PEDIDO,
  {
    '/requerente/nome': 'João Pereira da Silva',
    '/requerente/cpf': '529.982.247-25',
    '/requerente/documento/numero': '1.234.567',
    '/requerente/documento/orgao': 'SSP/RN',
    '#email': 'sim',
    '/requerente/contato/email': 'joao@exemplo.com.br',
  },
  { '/sigiloDados': 'sim' },
  { '/privacidade/aceito': 'sim' },
];

/** What a legal person fills, with an alphanumeric CNPJ and the answer by mail to the address of the contact. */
export const JURIDICA: readonly Values[] = [
  PEDIDO,
  {
    '/requerente/pessoa': 'juridica',
    '/requerente/razaoSocial': 'Associação dos Moradores do Alecrim',
    '/requerente/cnpj': '12.ABC.345/01DE-35',
    '/requerente/dadosCadastrais': 'Representada por Ana Lima, presidente',
    '#endereco': 'sim',
    '/requerente/contato/endereco/logradouro': 'Rua do Sol, 10',
    '/requerente/contato/endereco/bairro': 'Alecrim',
    '/requerente/contato/endereco/municipio': 'Natal',
    '/requerente/contato/endereco/uf': 'RN',
  },
  { '/resposta/forma': 'correspondencia' },
  { '/privacidade/aceito': 'sim' },
];

/** Puts a request on the page in a world of its own. */
export function montar(exemplo: Exemplo): { element: SicRequest; ports: FakePorts } {
  const element = new SicRequest();
  const backend = fakeBackend(exemplo.mundo?.backend ?? { registrarPedido: () => Promise.resolve(RECIBO) });
  const ports = fakePorts({ backend, ...(exemplo.mundo?.drafts ? { drafts: exemplo.mundo.drafts } : {}) });
  element.ports = ports;
  element.historico = 'nao';
  if (exemplo.theme) element.theme = exemplo.theme;
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  return { element, ports };
}

/** Waits until nothing is being checked. */
export async function assentar(element: SicRequest): Promise<void> {
  do {
    await frame();
    await element.updateComplete;
  } while (element.form.state.kind === 'checking');
}

/** Types without going on. */
export function escrever(element: SicRequest, values: Values): void {
  for (const [field, value] of Object.entries(values)) element.form.input(field, value);
}

/** Fills steps and goes on after each. */
export async function preencher(element: SicRequest, passos: readonly Values[]): Promise<void> {
  await assentar(element);
  // Pressed before the later steps are there, Continuar waits for them: what is typed next must not get in between.
  while (element.isConnected && !element.form.machine) await frame();
  for (const values of passos) {
    escrever(element, values);
    if (element.form.state.step < 3) element.form.next();
    await assentar(element);
  }
}

const PESSOAL: Values = { ...PEDIDO, '/especificacao': 'Cópia da ficha com os meus dados de visitante do fórum.', '/especie': 'informacao-pessoal' };
const AMPLO: Values = { '/especificacao': 'Cópia de todos os processos em segredo de justiça da comarca, com um levantamento' };

/** Types the first step, opens one of its folds, and lets the pause after the last key pass. */
const naPrimeira =
  (values: Values, dobra?: string) =>
  async (form: SicRequest): Promise<void> => {
    const root = form.shadowRoot!;
    for (let frame = 0; frame < 200 && !root.querySelector('.conteudo details .lista'); frame++) await assentar(form);
    escrever(form, values);
    // What answers while one writes comes with the first words, and its search in a chunk of its own.
    for (let frame = 0; frame < 30; frame++) await assentar(form);
    (form.ports as FakePorts).clock.advance(1000);
    for (const details of root.querySelectorAll('details')) if (dobra && details.textContent.includes(dobra)) details.open = true;
    for (let frame = 0; frame < 30; frame++) await assentar(form);
  };

const enviar =
  (passos: readonly Values[] = NATURAL) =>
  async (element: SicRequest): Promise<void> => {
    await preencher(element, passos);
    element.form.submit();
    await assentar(element);
  };

const falha = (kind: 'rede' | 'servidor' | 'recusa', problem: BackendError['problem'] = null, wait: number | null = null) => ({
  backend: { registrarPedido: () => Promise.reject(new BackendError(kind, 'exemplo', problem, wait)) },
});

const comErros = async (form: SicRequest): Promise<void> => {
  await preencher(form, NATURAL.slice(0, 1));
  await preencher(form, [{ '/requerente/nome': 'João', '/requerente/cpf': '123', '#email': 'sim', '/requerente/contato/email': 'joao@' }]);
};

/** Says for a while that there is no network, as the browser would. */
export async function semRede(run: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

/** Brings an element that is on the page to the state of its example. */
export async function alcancar(element: SicRequest, { preparar, estado, semRede: sem }: Partial<Exemplo>): Promise<void> {
  await assentar(element);
  const run = async (): Promise<void> => {
    await preparar?.(element);
    for (let frame = 0; frame < 200 && estado && element.form.state.kind !== estado; frame++) await assentar(element);
  };
  await (sem ? semRede(run) : run());
  await assentar(element);
  if (estado && element.form.state.kind !== estado) throw new Error(`Expected ${estado}, got ${element.form.state.kind}`);
}

export const EXEMPLOS: readonly Exemplo[] = [
  { nome: 'Etapa 1: o que você quer saber', descricao: 'O pedido, com a recomendação de ser claro e objetivo, e o período. Os motivos nunca são perguntados.' },
  { nome: 'Etapa 1: como escrever', descricao: 'O que ajuda o pedido a ser atendido, com um bom exemplo e um que não ajuda.', preparar: naPrimeira({}, 'Como escrever') },
  {
    nome: 'Etapa 1: orientação enquanto escreve',
    descricao: 'O que o art. 12 deixa de fora, dito com calma, sem barrar ninguém.',
    preparar: naPrimeira(AMPLO),
  },
  {
    nome: 'Etapa 1: já está publicado',
    descricao: 'Respostas que o tribunal já dá (`sic.perguntas`) aparecem enquanto a pessoa escreve.',
    tribunal: {
      sic: { ...TRIBUNAL.sic, perguntas: [{ pergunta: 'Quanto ganha cada servidor?', resposta: 'Está na folha de pagamento, no Portal da Transparência.', palavras: ['salário', 'remuneração'] }] },
    },
    preparar: naPrimeira({ '/especificacao': 'Qual o salário de cada servidor do fórum em 2025?' }),
  },
  { nome: 'Etapa 1: outro tipo de pedido', descricao: 'Informação, dados pessoais ou desclassificação: quase ninguém precisa abrir.', preparar: naPrimeira(PEDIDO, 'Outro tipo') },
  {
    nome: 'Etapa 1: desclassificação',
    descricao: 'Qual documento deve deixar de ser sigiloso.',
    preparar: naPrimeira({ '/especificacao': 'Peço a revisão do sigilo do relatório da reforma do fórum.', '/especie': 'desclassificacao', '/documento': 'Relatório 12/2019' }),
  },
  {
    nome: 'Etapa 1: período invertido',
    descricao: 'O erro cai na data final, com as duas datas no lugar.',
    preparar: (form) => preencher(form, [{ ...PEDIDO, '/periodo/de': '2025-12-31', '/periodo/ate': '2025-01-01' }]),
  },
  { nome: 'Etapa 2: pessoa natural', descricao: 'O que a norma manda perguntar a uma pessoa, e por quê.', preparar: async (form) => (await preencher(form, NATURAL.slice(0, 1)), escrever(form, NATURAL[1]!)) },
  {
    nome: 'Etapa 2: pessoa jurídica',
    descricao: 'Razão social, CNPJ (também com letras), dados cadastrais e endereço.',
    preparar: async (form) => (await preencher(form, JURIDICA.slice(0, 1)), escrever(form, JURIDICA[1]!)),
  },
  {
    nome: 'Etapa 2: dados da própria pessoa',
    descricao: 'Quem pede comprova a identidade: agora, com um anexo, ou no SIC.',
    preparar: async (form) => (await preencher(form, [PESSOAL]), escrever(form, { ...NATURAL[1]!, '/pessoal/titular': 'proprio' })),
  },
  {
    nome: 'Etapa 2: dados de outra pessoa, com erros',
    descricao: 'O caso da lei, o termo de responsabilidade e o comprovante, cada um cobrado pelo nome.',
    preparar: async (form) => preencher(form, [PESSOAL, { ...NATURAL[1]!, '/pessoal/titular': 'terceiro' }]),
  },
  { nome: 'Etapa 2: com erros', descricao: 'O resumo recebe o foco; cada linha leva ao campo.', preparar: comErros },
  { nome: 'Etapa 3: resposta pela internet', descricao: 'Pela internet, se a pessoa não disser outra coisa; e o sigilo dos dados.', preparar: (form) => preencher(form, NATURAL.slice(0, 2)) },
  {
    nome: 'Etapa 3: resposta pelo correio',
    descricao: 'Pede o endereço, a não ser que a pessoa já o tenha informado. Só se cobra o custo do material.',
    preparar: async (form) => (await preencher(form, NATURAL.slice(0, 2)), escrever(form, { '/resposta/forma': 'correspondencia' })),
  },
  {
    nome: 'Etapa 3: buscar pessoalmente, sem poder pagar',
    descricao: 'O custo do material, e a declaração da Lei 7.115/1983 que isenta.',
    tribunal: { sic: { ...TRIBUNAL.sic, custos: 'R$ 0,20 por folha' } },
    preparar: async (form) => (await preencher(form, NATURAL.slice(0, 2)), escrever(form, { '/resposta/forma': 'retirada', '/resposta/isencao': 'sim', '/semMeios': 'sim' })),
  },
  {
    nome: 'Etapa 3: correio, endereço já informado',
    descricao: 'O endereço não é pedido duas vezes.',
    preparar: async (form) => (await preencher(form, JURIDICA.slice(0, 2)), escrever(form, JURIDICA[2]!)),
  },
  { nome: 'Etapa 4: revisão, pessoa natural', descricao: 'Tudo o que será enviado, e como os dados são usados.', preparar: (form) => preencher(form, NATURAL.slice(0, 3)) },
  { nome: 'Etapa 4: revisão, pessoa jurídica', descricao: 'O endereço da resposta aparece por extenso.', preparar: (form) => preencher(form, JURIDICA.slice(0, 3)) },
  {
    nome: 'Etapa 4: revisão, com orientação',
    descricao: 'Antes de enviar, o que ainda pode melhorar o pedido.',
    preparar: (form) => preencher(form, [AMPLO, NATURAL[1]!, { '/resposta/forma': 'retirada', '/resposta/isencao': 'sim', '/semMeios': 'sim' }]),
  },
  {
    nome: 'Rascunho recuperado',
    descricao: 'O texto guardado no aparelho volta, e pode ser apagado.',
    mundo: { drafts: { sic: { v: 1, step: 0, values: PEDIDO, envio: null } } },
  },
  {
    nome: 'Enviando',
    descricao: 'Um envio só, por mais que se clique.',
    estado: 'sending',
    mundo: { backend: { registrarPedido: () => new Promise<Recibo>(() => undefined) } },
    preparar: enviar(),
  },
  { nome: 'Tentando de novo', descricao: 'A conexão falhou; nova tentativa daqui a pouco, com a mesma chave.', estado: 'retry-wait', mundo: falha('rede'), preparar: enviar() },
  { nome: 'Esperando a internet', descricao: 'Sem internet, o pedido espera e sai sozinho quando ela volta.', estado: 'retry-wait', semRede: true, mundo: falha('rede'), preparar: enviar() },
  {
    nome: 'Servidor fora do ar',
    descricao: 'Desistiu de tentar sozinho: tudo continua no formulário, e os outros canais aparecem.',
    estado: 'failed',
    mundo: falha('servidor', null, 3_600_000),
    preparar: enviar(),
  },
  {
    nome: 'Recusado com erro de campo',
    descricao: 'O erro do servidor cai no campo certo, em qualquer etapa.',
    estado: 'refused',
    mundo: falha('recusa', {
      type: 'urn:atrio:problema:invalido',
      title: 'Confira os campos',
      status: 422,
      errors: [{ pointer: '/periodo', code: 'periodo-descartado', detail: 'O tribunal já não guarda documentos desse período.' }],
    }),
    preparar: enviar(),
  },
  {
    nome: 'Recusado',
    descricao: 'O tribunal não aceitou, e diz por quê.',
    estado: 'refused',
    mundo: falha('recusa', { type: 'urn:atrio:problema:proibido', title: 'Envio não permitido', status: 403, detail: 'Este formulário está suspenso até amanhã.' }),
    preparar: enviar(),
  },
  { nome: 'Registrado', descricao: 'O comprovante: protocolo, chave, prazo com a conta.', estado: 'sent', preparar: enviar() },
  { nome: 'Sem backend', descricao: 'O tribunal não configurou o envio: os outros canais aparecem.', tribunal: { backend: undefined } as unknown as Partial<TribunalInput> },
  { nome: 'Demonstração', descricao: 'Em tribunal de demonstração, o aviso aparece.', tribunal: { demo: true } },
  { nome: 'Escuro, com erros', descricao: 'As mesmas cores de aviso no tema escuro.', theme: 'dark', preparar: comErros },
  { nome: 'Alto contraste, com erros', descricao: 'Preto, branco e amarelo.', theme: 'contrast', preparar: comErros },
];
