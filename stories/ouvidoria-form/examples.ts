import { BackendError, type Backend } from '../../src/adapters/ports.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { Values } from '../../src/domain/form/fields.ts';
import { OuvidoriaForm } from '../../src/elements/ouvidoria-form/ouvidoria-form.ts';
import { fakeBackend, fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';

/** One state of the form: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  mundo?: { backend?: Partial<Backend>; drafts?: Record<string, unknown> };
  tribunal?: Partial<TribunalInput>;
  /** Brings the element to the state; runs once it is on the page. */
  preparar?: (form: OuvidoriaForm) => Promise<void>;
}

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  corregedoriaUrl: 'https://corregedoria.exemplo.jus.br/',
  consultaProcessualUrl: 'https://consulta.exemplo.jus.br/',
  peticionamentoUrl: 'https://peticionamento.exemplo.jus.br/',
  privacidade: { versao: '2026-01', url: 'privacidade.html', encarregado: { email: 'encarregado@exemplo.jus.br' } },
  ouvidoria: {
    unidadeResponsavel: 'Ouvidoria-Geral',
    canais: [
      { tipo: 'telefone', numero: '(84) 3673-8000', observacao: 'Segunda a sexta, das 8h às 14h' },
      { tipo: 'email', endereco: 'ouvidoria@exemplo.jus.br' },
      { tipo: 'carta', endereco: { logradouro: 'Av. Jerônimo Câmara, 2000', bairro: 'Nossa Senhora de Nazaré', municipio: 'Natal', uf: 'RN', cep: '59060-300' } },
    ],
  },
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
  unidades: [
    { id: '1-vara-civel-natal', nome: '1ª Vara Cível de Natal', tipo: 'vara', comarca: 'Natal', hours: 'Mo-Fr 08:00-14:00' },
    { id: 'juizado-mossoro', nome: 'Juizado Especial de Mossoró', tipo: 'juizado', comarca: 'Mossoró', hours: 'Mo-Fr 08:00-14:00' },
  ],
};

export const RECIBO: Recibo = {
  tipo: 'manifestacao',
  protocolo: '2026.000123-4',
  chave: '7KQ2M9XV4TBN8RDH',
  registradoEm: '2026-11-20T10:00:00-03:00',
  prazo: {
    vence: '2026-12-21',
    dias: 30,
    base: 'Resolução CNJ 432/2021, art. 9º',
    calculo: [
      { passo: 'registro', data: '2026-11-20', texto: 'Registrada em 20/11/2026.' },
      { passo: 'inicio', data: '2026-11-23', texto: 'A contagem começa no primeiro dia útil seguinte: 23/11/2026.' },
      { passo: 'vencimento', data: '2026-12-21', texto: 'Trinta dias depois, o prazo vence em 21/12/2026.' },
    ],
  },
  recibo: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
};

const RELATO = 'Fui ao fórum na segunda-feira às 8h para pegar uma certidão. Esperei até o meio-dia e ninguém me atendeu nem explicou o motivo.';

/** What a person with a complaint fills, step by step. */
export const RECLAMACAO: readonly Values[] = [
  { '/tipo': 'reclamacao' },
  { '/relato': RELATO, '/quando': 'Segunda-feira, 16 de novembro, de manhã', '/unidadeId': '1-vara-civel-natal' },
  { '/identificacao/modo': 'identificada', '/identificacao/nome': 'Maria da Conceição Silva', '#telefone': 'sim', '/identificacao/contato/telefone': '(84) 99999-0000' },
  { '/privacidade/aceito': 'sim' },
];

/** Puts a form on the page in a world of its own. */
export function montar(exemplo: Exemplo): { element: OuvidoriaForm; ports: FakePorts } {
  const element = new OuvidoriaForm();
  const backend = fakeBackend(exemplo.mundo?.backend ?? { registrarManifestacao: () => Promise.resolve(RECIBO) });
  const ports = fakePorts({ backend, ...(exemplo.mundo?.drafts ? { drafts: exemplo.mundo.drafts } : {}) });
  element.ports = ports;
  element.historico = 'nao';
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  return { element, ports };
}

/** Waits until nothing is being checked. */
export async function assentar(element: OuvidoriaForm): Promise<void> {
  do {
    await new Promise((done) => requestAnimationFrame(done));
    await element.updateComplete;
  } while (element.form.state.kind === 'checking');
}

/** Fills steps and goes on after each. */
export async function preencher(element: OuvidoriaForm, passos: readonly Values[]): Promise<void> {
  await assentar(element);
  for (const values of passos) {
    for (const [field, value] of Object.entries(values)) element.form.input(field, value);
    if (element.form.state.step < 3) element.form.next();
    await assentar(element);
  }
}

const enviar = async (element: OuvidoriaForm): Promise<void> => {
  await preencher(element, RECLAMACAO);
  element.form.submit();
  await assentar(element);
};

const falha = (kind: 'rede' | 'servidor' | 'recusa', problem: BackendError['problem'] = null, wait: number | null = null) => ({
  backend: { registrarManifestacao: () => Promise.reject(new BackendError(kind, 'exemplo', problem, wait)) },
});

export const EXEMPLOS: readonly Exemplo[] = [
  { nome: 'Etapa 1: o que você quer fazer', descricao: 'Os tipos em palavras comuns, e o que a Ouvidoria não pode fazer, dito antes de qualquer texto.' },
  { nome: 'Etapa 2: o relato', descricao: 'O texto e o que ajuda a entender o caso.', preparar: (form) => preencher(form, RECLAMACAO.slice(0, 1)) },
  {
    nome: 'Etapa 2: denúncia',
    descricao: 'A denúncia pergunta quem, onde e quando, e diz por quê.',
    preparar: (form) => preencher(form, [{ '/tipo': 'denuncia' }]),
  },
  {
    nome: 'Etapa 3: quem é você',
    descricao: 'Cada forma de se identificar diz quem verá os dados. Basta um contato, e nenhum é obrigatório.',
    preparar: async (form) => {
      await preencher(form, RECLAMACAO.slice(0, 2));
      for (const [field, value] of Object.entries({ ...RECLAMACAO[2], '#alternativo': 'sim' })) form.form.input(field, value);
    },
  },
  {
    nome: 'Etapa 3: anônima',
    descricao: 'O que significa não se identificar, e o que ainda falta para a denúncia poder seguir.',
    preparar: async (form) => {
      await preencher(form, [{ '/tipo': 'denuncia' }, { '/relato': RELATO, '/local': 'Fórum de Natal' }]);
      form.form.input('/identificacao/modo', 'anonima');
    },
  },
  { nome: 'Etapa 4: revisão', descricao: 'Tudo o que será enviado, e como os dados são usados.', preparar: (form) => preencher(form, RECLAMACAO.slice(0, 3)) },
  {
    nome: 'Com erros',
    descricao: 'O resumo recebe o foco; cada linha leva ao campo.',
    preparar: async (form) => {
      await preencher(form, RECLAMACAO.slice(0, 2));
      await preencher(form, [{ '/identificacao/modo': 'identificada', '/identificacao/cpf': '123', '#email': 'sim', '/identificacao/contato/email': 'maria@' }]);
    },
  },
  {
    nome: 'Rascunho recuperado',
    descricao: 'O texto guardado no aparelho volta, e pode ser apagado.',
    mundo: { drafts: { ouvidoria: { v: 1, step: 1, values: { '/tipo': 'reclamacao', '/relato': RELATO }, envio: null } } },
  },
  {
    nome: 'Enviando',
    descricao: 'Um envio só, por mais que se clique.',
    mundo: { backend: { registrarManifestacao: () => new Promise<Recibo>(() => undefined) } },
    preparar: enviar,
  },
  { nome: 'Tentando de novo', descricao: 'A conexão falhou; nova tentativa daqui a pouco, com a mesma chave.', mundo: falha('rede'), preparar: enviar },
  { nome: 'Servidor fora do ar', descricao: 'Desistiu de tentar sozinho: tudo continua no formulário.', mundo: falha('servidor', null, 3_600_000), preparar: enviar },
  {
    nome: 'Recusada com erro de campo',
    descricao: 'O erro do servidor cai no campo certo, em qualquer etapa.',
    mundo: falha('recusa', {
      type: 'urn:atrio:problema:invalido',
      title: 'Confira os campos',
      status: 422,
      errors: [{ pointer: '/identificacao/nome', code: 'obrigatorio', detail: 'Preencha este campo.' }],
    }),
    preparar: enviar,
  },
  {
    nome: 'Recusada',
    descricao: 'O tribunal não aceitou, e diz por quê.',
    mundo: falha('recusa', { type: 'urn:atrio:problema:proibido', title: 'Envio não permitido', status: 403, detail: 'Este formulário está suspenso até amanhã.' }),
    preparar: enviar,
  },
  { nome: 'Registrada', descricao: 'O comprovante: protocolo, chave, prazo com a conta.', preparar: enviar },
  { nome: 'Sem backend', descricao: 'O tribunal não configurou o envio: os outros canais aparecem.', tribunal: { backend: undefined } as unknown as Partial<TribunalInput> },
  { nome: 'Demonstração', descricao: 'Em tribunal de demonstração, o aviso aparece.', tribunal: { demo: true } },
];
