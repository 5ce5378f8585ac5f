import { BackendError, type Backend } from '../../src/adapters/ports.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { Values } from '../../src/domain/form/fields.ts';
import { OuvidoriaForm } from '../../src/elements/ouvidoria-form/ouvidoria-form.ts';
import { fakeBackend, fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { frame, until } from '../../test/support/frames.ts';

/** One state of the form: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  mundo?: { backend?: Partial<Backend>; drafts?: Record<string, unknown>; now?: string };
  /** Attributes of the element. */
  atributos?: Partial<Pick<OuvidoriaForm, 'balcao' | 'janela' | 'isolado'>>;
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

/** A court that assigned everything to its Ouvidoria. */
export const COMPLETA: Partial<TribunalInput> = {
  sic: { url: 'https://tribunal.exemplo.jus.br/sic' },
  privacidade: { versao: '2026-01', url: 'privacidade.html', encarregado: { nome: 'Ana Souza', email: 'encarregado@exemplo.jus.br' } },
  ouvidoria: {
    ...TRIBUNAL.ouvidoria,
    temas: [
      { tema: 'relato-lei-13608' },
      { tema: 'lgpd' },
      { tema: 'mulher', canais: [{ tipo: 'telefone', numero: '(84) 3673-8001', rotulo: 'Ouvidoria da Mulher' }] },
      { tema: 'direitos-humanos' },
      { tema: 'meio-ambiente' },
    ],
    perguntas: [
      { pergunta: 'Como tiro certidão negativa?', resposta: 'Pela internet, de graça, na página de certidões.', url: 'https://tribunal.exemplo.jus.br/certidoes', palavras: ['nada consta'] },
      { pergunta: 'Quanto tempo espero no balcão do fórum?', resposta: 'Em geral, até 30 minutos. O Balcão Virtual costuma ser mais rápido.', palavras: ['fila', 'demora', 'atendeu', 'certidão'] },
    ],
    saidaUrl: 'https://tempo.exemplo.org/',
  },
};

/** A public key whose private half nobody kept. */
export const CHAVE_AGE = 'age1wup3jvlg6mea7njwsa52suy6rwyz72sfexwqke9vqu5qzrc20ahqdkfhdc';

const comChave = (chaveAge: string): Partial<TribunalInput> => ({ ...COMPLETA, ouvidoria: { ...COMPLETA.ouvidoria, chaveAge } });

export const DENUNCIA: readonly Values[] = [
  { '/tipo': 'denuncia' },
  { '/relato': 'Vi um servidor cobrar dinheiro para marcar audiência no balcão da secretaria.', '/envolvidos': 'Servidor do turno da manhã', '/local': 'Fórum de Natal', '/quando': 'Em março de 2026' },
  { '/identificacao/modo': 'anonima' },
  { '/privacidade/aceito': 'sim' },
];

/** Opens the help to choose and answers. */
export async function triar(element: OuvidoriaForm, ...respostas: string[]): Promise<void> {
  await assentar(element);
  const root = element.shadowRoot!;
  await until(() => root.querySelector('details.triagem') !== null && root.querySelector('.rodape .canais, details.rodape') !== null);
  const details = root.querySelector<HTMLDetailsElement>('details.triagem')!;
  details.open = true;
  for (const resposta of respostas) {
    const find = () => [...root.querySelectorAll<HTMLButtonElement>('.triagem-opcoes button')].find(({ textContent }) => textContent.includes(resposta));
    await until(() => find() !== undefined);
    find()?.click();
    await assentar(element);
  }
  await until(() => root.querySelector('.triagem-corpo') !== null);
}

/** Puts a form on the page in a world of its own. */
export function montar(exemplo: Exemplo): { element: OuvidoriaForm; ports: FakePorts } {
  const element = new OuvidoriaForm();
  const backend = fakeBackend(exemplo.mundo?.backend ?? { registrarManifestacao: () => Promise.resolve(RECIBO) });
  const ports = fakePorts({ backend, ...(exemplo.mundo?.drafts ? { drafts: exemplo.mundo.drafts } : {}), ...(exemplo.mundo?.now ? { now: exemplo.mundo.now } : {}) });
  element.ports = ports;
  element.historico = 'nao';
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  Object.assign(element, exemplo.atributos);
  return { element, ports };
}

/** Waits until nothing is being checked. */
export async function assentar(element: OuvidoriaForm): Promise<void> {
  do {
    await frame();
    await element.updateComplete;
  } while (element.form.state.kind === 'checking');
}

/** Fills steps and goes on after each. */
export async function preencher(element: OuvidoriaForm, passos: readonly Values[]): Promise<void> {
  await assentar(element);
  // Pressed before the later steps are there, Continuar waits for them: what is typed next must not get in between.
  while (element.isConnected && !element.form.machine) await frame();
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
  {
    nome: 'Ajuda para escolher: a primeira pergunta',
    descricao: 'O que a pessoa quer, em palavras comuns. Perigo vem primeiro.',
    tribunal: COMPLETA,
    preparar: (form) => triar(form),
  },
  {
    nome: 'Ajuda para escolher: outro caminho',
    descricao: 'O que a Ouvidoria faz e não faz, o caminho certo, e a escolha de seguir mesmo assim.',
    tribunal: COMPLETA,
    preparar: (form) => triar(form, 'Resolver algo do meu processo', 'Saber como está'),
  },
  {
    nome: 'Ajuda para escolher: perigo',
    descricao: 'Telefones de emergência e, já aqui, a saída rápida.',
    tribunal: COMPLETA,
    preparar: (form) => triar(form, 'Estou em perigo', 'O perigo é agora'),
  },
  {
    nome: 'Balcão Virtual aberto',
    descricao: 'A Ouvidoria atende por vídeo agora: a oferta aparece sem mover nada.',
    tribunal: { unidades: [{ id: 'ouvidoria', nome: 'Ouvidoria-Geral', tipo: 'ouvidoria', hours: 'Mo-Fr 08:00-14:00', video: { provider: 'link', url: 'https://video.exemplo.jus.br/ouvidoria' } }] },
    mundo: { now: '2026-11-23T10:00:00-03:00' },
    atributos: { balcao: 'balcao.html' },
  },
  {
    nome: 'Etapa 2: talvez isto já responda',
    descricao: 'Respostas do tribunal abaixo do texto, sem tirar o foco nem impedir o envio. A busca é no navegador.',
    tribunal: COMPLETA,
    preparar: async (form) => {
      await preencher(form, [{ '/tipo': 'reclamacao' }]);
      form.form.input('/relato', RELATO);
      await until(() => form.shadowRoot!.querySelector('.sugestoes'), undefined, async () => {
        await assentar(form);
        (form.ports as FakePorts).clock.advance(1000);
      });
    },
  },
  {
    nome: 'Etapa 2: tema',
    descricao: 'Direitos das mulheres: quem recebe, outros canais e a saída rápida.',
    tribunal: COMPLETA,
    preparar: async (form) => {
      await preencher(form, [{ '/tipo': 'reclamacao' }]);
      form.form.input('/tema', 'mulher');
    },
  },
  {
    nome: 'Etapa 2: dados pessoais',
    descricao: 'O direito da LGPD em palavras comuns, e quem responde.',
    tribunal: COMPLETA,
    preparar: async (form) => {
      await preencher(form, [{ '/tipo': 'solicitacao' }]);
      form.form.input('/tema', 'lgpd');
    },
  },
  {
    nome: 'Etapa 3: dados pessoais',
    descricao: 'O pedido sobre dados pessoais precisa de identificação, e diz por quê.',
    tribunal: COMPLETA,
    preparar: (form) => preencher(form, [{ '/tipo': 'solicitacao' }, { '/tema': 'lgpd', '/direito': 'correcao', '/relato': RELATO }]),
  },
  {
    nome: 'Etapa 3: nome em segredo',
    descricao: 'O que a Ouvidoria faz, o que acontece depois, e o que a página garante ou não.',
    tribunal: COMPLETA,
    preparar: async (form) => {
      await preencher(form, DENUNCIA.slice(0, 2));
      form.form.input('/identificacao/modo', 'preservada');
    },
  },
  {
    nome: 'Etapa 3: anônima e cifrada',
    descricao: 'O que sai cifrado e o que continua à vista; a janela própria.',
    tribunal: comChave(CHAVE_AGE),
    atributos: { janela: 'denuncia.html' },
    preparar: async (form) => {
      await preencher(form, DENUNCIA.slice(0, 2));
      form.form.input('/identificacao/modo', 'anonima');
    },
  },
  {
    nome: 'Não deu para cifrar',
    descricao: 'Nada foi enviado: a pessoa tenta de novo, ou escolhe enviar sem cifrar.',
    // A key that looks like one and is none.
    tribunal: comChave(`age1${'q'.repeat(58)}`),
    preparar: async (form) => {
      await preencher(form, DENUNCIA);
      form.form.submit();
      await until(() => form.form.state.kind === 'failed', undefined, () => assentar(form));
    },
  },
  {
    nome: 'Janela própria',
    descricao: 'A página que só tem o formulário começa em denúncia, com a saída rápida à mão.',
    tribunal: COMPLETA,
    atributos: { isolado: true },
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
