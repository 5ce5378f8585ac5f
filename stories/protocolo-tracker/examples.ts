import { BackendError, type Backend, type Booking, type CaseActions } from '../../src/adapters/ports.ts';
import type { AcaoCidadao, Caso } from '../../src/contract/caso.ts';
import type { TribunalInput } from '../../src/contract/tribunal.ts';
import type { TrackerState } from '../../src/controllers/tracker.machine.ts';
import { ProtocoloTracker } from '../../src/elements/protocolo-tracker/protocolo-tracker.ts';
// What a case brings late is there at once, so that a state is on the screen within a few frames.
import '../../src/contract/check-acoes.ts';
import '../../src/elements/protocolo-tracker/agendamento.ts';
import '../../src/elements/protocolo-tracker/atos-late.ts';
import '../../src/elements/protocolo-tracker/avisos.ts';
import '../../src/elements/protocolo-tracker/baixar.ts';
import '../../src/elements/protocolo-tracker/identificar.ts';
import '../../src/elements/protocolo-tracker/vida.ts';
import { fakeBackend, fakePorts, type FakePorts } from '../../test/support/fake-ports.ts';
import { frame, perhaps, until } from '../../test/support/frames.ts';
import {
  CASO_ABERTO,
  CASO_ANONIMO,
  CASO_ATRASADO,
  CASO_AVALIADO,
  CASO_CNJ,
  CASO_COM_AUDIENCIA,
  CASO_DEVOLVIDO,
  CASO_ENCAMINHADO,
  CASO_NEGADO,
  CASO_PERGUNTA,
  CASO_PRORROGADO,
  CASO_RECURSO_NEGADO,
  CASO_REGISTRADO,
  CASO_RESPONDIDO,
  CASO_RESPOSTA,
} from './cases.ts';

import {
  CASO_AGORA,
  CASO_ATENDIDO,
  CASO_CANCELADO,
  CASO_MARCADO,
  CASO_MENSAGEM,
  CASO_MENSAGEM_ATRASADA,
  CASO_MENSAGEM_RESPONDIDA,
  CASO_PASSOU,
  CASO_REMARCADO,
  reservas,
  vagaTomada,
} from './agendamento.ts';

export const TRIBUNAL: TribunalInput = {
  nome: 'Tribunal de Justiça do Rio Grande do Norte',
  sigla: 'TJRN',
  ramo: 'estadual',
  timezone: 'America/Fortaleza',
  backend: { tipo: 'atrio', url: 'https://backend.exemplo.jus.br/' },
};

export const CHAVE = '7kq2 m9xv 4tbn 8rdh';

/** One state of the tracker: feeds its story, its axe test and its visual check. */
export interface Exemplo {
  nome: string;
  /** What the person sees, for the docs of the story. */
  descricao: string;
  estado: TrackerState['kind'];
  consultar?: Backend['consultar'];
  /** Answers of the acts; one that is not given fails like a dead network. */
  acoes?: Partial<CaseActions>;
  /** The same of the agenda. */
  reservas?: Partial<Booking>;
  tribunal?: Partial<TribunalInput>;
  preparar?: (element: ProtocoloTracker, ports: FakePorts) => Promise<void>;
}

/** Waits until what was asked is on the screen. */
export async function assentar(element: ProtocoloTracker): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await frame();
    await element.updateComplete;
  }
}

/** Types protocol and key, and asks. */
export async function consultar(element: ProtocoloTracker, protocolo: string = CASO_RESPONDIDO.protocolo, chave = CHAVE, espera = true): Promise<void> {
  await assentar(element);
  element.tracker.send({ type: 'input', field: 'protocolo', value: protocolo });
  element.tracker.send({ type: 'input', field: 'chave', value: chave });
  element.tracker.send({ type: 'submit' });
  await assentar(element);
  // Parts of a case are loaded when it has them.
  if (espera) await until(() => element.tracker.state.kind !== 'consulting');
  await assentar(element);
}

/** Opens an act as its button does. */
export async function abrir(element: ProtocoloTracker, ato: AcaoCidadao): Promise<void> {
  await assentar(element);
  const botao = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector<HTMLElement>(`[data-ato="${ato}"]`);
  await perhaps(botao, 40);
  // The code of the acts is loaded when the first is opened. An act that the case does not offer has no button.
  botao()?.click();
  if (botao()) await until(() => element.atos && element.atos.state.kind !== 'idle');
  await assentar(element);
}

/** Writes in the act that is open. */
export async function escrever(element: ProtocoloTracker, texto: string, campo = '/texto'): Promise<void> {
  element.atos?.input(campo, texto);
  await assentar(element);
}

/** Presses the main button of the act that is open. */
export async function enviar(element: ProtocoloTracker): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('.ato button[type="submit"]')?.click();
  // The check of the schema is loaded, and the answer comes, over a few turns.
  await assentar(element);
  await assentar(element);
}

const semRede = (): Promise<never> => Promise.reject(new BackendError('rede', 'no answer in this example'));
const acoesFalsas = (answers: Partial<CaseActions> = {}): CaseActions => ({ agir: semRede, meusDados: semRede, baixarAnexo: semRede, ...answers });

/** Makes a tracker in a world of its own; who calls puts it on the page. */
export function montar(exemplo: Partial<Exemplo>): { element: ProtocoloTracker; ports: FakePorts } {
  const element = new ProtocoloTracker();
  const ports = fakePorts({ now: '2026-11-25T10:00:00-03:00', backend: fakeBackend({ consultar: exemplo.consultar ?? (() => Promise.resolve(CASO_RESPONDIDO)) }), caseActions: acoesFalsas(exemplo.acoes), booking: reservas(exemplo.reservas) });
  element.ports = ports;
  element.courtFile = { ...TRIBUNAL, ...exemplo.tribunal };
  return { element, ports };
}

const recusa = (status: number, wait: number | null = null) => (): Promise<never> =>
  Promise.reject(new BackendError('recusa', 'exemplo', { type: 'about:blank', title: 'Não é possível agora', detail: 'Este protocolo está em outro sistema.', status }, wait));
const preparar = (element: ProtocoloTracker): Promise<void> => consultar(element);
const recusaAto = (status: number, wait: number | null = null) => (): Promise<never> =>
  Promise.reject(new BackendError('recusa', 'exemplo', { type: 'about:blank', title: 'Isto não pode ser feito agora', detail: 'Este protocolo já foi respondido.', status }, wait));

/** A case on the screen. */
const mostrar = (caso: Caso, nome: string, descricao: string): Exemplo => ({ nome, descricao, estado: 'shown', consultar: () => Promise.resolve(caso), preparar });

const TEXTO = 'Foi no dia 3 de novembro, às 9h30. Quem atendeu foi um rapaz de óculos.';

/** A case with an act under way. */
const agindo = (caso: Caso, ato: AcaoCidadao, nome: string, descricao: string, mais: { acoes?: Partial<CaseActions>; depois?: (element: ProtocoloTracker, ports: FakePorts) => Promise<void> } = {}): Exemplo => ({
  ...mostrar(caso, nome, descricao),
  ...(mais.acoes ? { acoes: mais.acoes } : {}),
  preparar: async (element, ports) => {
    await consultar(element);
    await abrir(element, ato);
    await mais.depois?.(element, ports);
  },
});

/** Presses a button of what is done to an hour. */
export async function mudar(element: ProtocoloTracker, botao: 'remarcar' | 'cancelar' | 'confirmar' | 'voltar' | 'tentar'): Promise<void> {
  await assentar(element);
  await until(() => element.shadowRoot?.querySelector(`[data-mudanca="${botao}"]`));
  element.shadowRoot?.querySelector<HTMLElement>(`[data-mudanca="${botao}"]`)?.click();
  await assentar(element);
}

/** Chooses the slot that begins at an instant. */
export async function escolherVaga(element: ProtocoloTracker, inicio: string): Promise<void> {
  await assentar(element);
  await until(() => element.shadowRoot?.querySelector(`input[value="${inicio}"]`));
  element.shadowRoot?.querySelector<HTMLElement>(`input[value="${inicio}"]`)?.click();
  await assentar(element);
}

/** An appointment with something done to its hour. */
const mudando = (nome: string, descricao: string, fazer: (element: ProtocoloTracker) => Promise<void>, answers: Partial<Booking> = {}): Exemplo => ({
  ...mostrar(CASO_MARCADO, nome, descricao),
  reservas: answers,
  preparar: async (element) => {
    await consultar(element, CASO_MARCADO.protocolo);
    await fazer(element);
  },
});
const remarcar = async (element: ProtocoloTracker): Promise<void> => {
  await mudar(element, 'remarcar');
  await escolherVaga(element, CASO_REMARCADO.agendamento!.inicio);
  await mudar(element, 'confirmar');
};
const escreverEEnviar = async (element: ProtocoloTracker): Promise<void> => {
  await escrever(element, TEXTO);
  await enviar(element);
};

export const exemplos = {
  inicio: { nome: 'Protocolo e chave', descricao: 'Dois campos, e onde achar o que vai neles.', estado: 'editing' },
  preenchido: {
    nome: 'Protocolo já preenchido',
    descricao: 'O atributo protocolo, posto por quem fez a página.',
    estado: 'editing',
    preparar: async (element) => {
      element.protocolo = CASO_RESPONDIDO.protocolo;
      await assentar(element);
    },
  },
  digitacao: { nome: 'Erro de digitação', descricao: 'O dígito final não confere: dito antes de qualquer consulta.', estado: 'editing', preparar: (element) => consultar(element, '2026.000123-4', '7kq2') },
  consultando: { nome: 'Consultando', descricao: 'A pergunta está a caminho.', estado: 'consulting', consultar: () => new Promise(() => undefined), preparar: (element) => consultar(element, undefined, undefined, false) },
  registrado: { nome: 'Registrado', descricao: 'Uma manifestação que acabou de chegar.', estado: 'shown', consultar: () => Promise.resolve(CASO_REGISTRADO), preparar },
  encaminhado: { nome: 'Encaminhado', descricao: 'Com histórico.', estado: 'shown', consultar: () => Promise.resolve(CASO_ENCAMINHADO), preparar },
  parcial: { nome: 'Respondido em parte', descricao: 'Com um recurso ainda possível e o último dia dele.', estado: 'shown', preparar },
  expirado: {
    nome: 'Consulta antiga',
    descricao: 'Passados 15 minutos, o caso continua na tela, com o aviso de que pode haver novidade.',
    estado: 'shown',
    preparar: async (element, ports) => {
      await consultar(element);
      ports.clock.advance(15 * 60_000);
      await assentar(element);
    },
  },
  pergunta: mostrar(CASO_PERGUNTA, 'Pergunta da equipe', 'O que falta, até quando, e onde responder.'),
  respondendo: agindo(CASO_PERGUNTA, 'responder', 'Respondendo à pergunta', 'A resposta é escrita onde está a pergunta.', { depois: (element) => escrever(element, TEXTO) }),
  prorrogado: mostrar(CASO_PRORROGADO, 'Prazo aumentado', 'As duas datas e o motivo.'),
  respondido: mostrar(CASO_RESPOSTA, 'Respondido', 'A resposta primeiro, com o arquivo que veio com ela, e o convite a dar a opinião.'),
  avaliando: agindo(CASO_RESPOSTA, 'avaliar', 'Dando a opinião', 'Cinco opções com nome; o resto é opcional.', { depois: (element) => escrever(element, '4', '/nota') }),
  avaliado: mostrar(CASO_AVALIADO, 'Opinião dada', 'Uma vez só.'),
  negado: mostrar(CASO_NEGADO, 'Acesso negado', 'A decisão, o motivo e só o recurso que está aberto, com o último dia e quem decide.'),
  recorrendo: agindo(CASO_NEGADO, 'recorrer', 'Escrevendo o recurso', 'O texto já vem começado com os dados da decisão.'),
  conferindo: agindo(CASO_NEGADO, 'recorrer', 'Conferindo o recurso', 'O texto inteiro, antes de enviar.', { depois: enviar }),
  segundoRecurso: mostrar(CASO_RECURSO_NEGADO, 'Primeiro recurso negado', 'Só o segundo recurso está aberto.'),
  cnj: mostrar(CASO_CNJ, 'Recurso ao CNJ', 'Fora do tribunal: o endereço onde se pede.'),
  atrasado: mostrar(CASO_ATRASADO, 'Atrasado', 'Dito com todas as letras, com o que a pessoa pode fazer.'),
  comAudiencia: mostrar(CASO_COM_AUDIENCIA, 'Com audiência', 'O processo de que o caso trata tem audiência marcada e audiência gravada.'),
  devolvido: mostrar(CASO_DEVOLVIDO, 'Devolvido', 'Por quê, e aonde ir.'),
  complementando: agindo(CASO_ABERTO, 'complementar', 'Acrescentando informações', 'Texto e arquivos.'),
  faltando: agindo(CASO_ABERTO, 'complementar', 'Enviar sem escrever', 'O que falta é dito no campo.', { depois: enviar }),
  desistindo: agindo(CASO_ABERTO, 'desistir', 'Desistindo', 'O que significa, antes de confirmar. Não se pergunta por quê.'),
  anonimo: mostrar(CASO_ANONIMO, 'Denúncia anônima', 'Diálogo por protocolo e chave; o que a pessoa escreveu está cifrado.'),
  mensagem: agindo(CASO_ANONIMO, 'complementar', 'Mensagem anônima', 'Cifrada no aparelho de quem escreve.'),
  identificando: agindo(CASO_ANONIMO, 'identificar', 'Dizendo quem é', 'Depois, por vontade própria: com o nome aberto ou em segredo.', { depois: (element) => escrever(element, 'preservada', '/identificacao/modo') }),
  enviando: agindo(CASO_ABERTO, 'complementar', 'Enviando', 'A caminho.', { acoes: { agir: () => new Promise(() => undefined) }, depois: escreverEEnviar }),
  feito: agindo(CASO_ABERTO, 'complementar', 'Recebido', 'Dito no alto, e já no histórico.', { acoes: { agir: () => Promise.resolve(CASO_ABERTO) }, depois: escreverEEnviar }),
  atoRecusado: agindo(CASO_ABERTO, 'complementar', 'Ato recusado', 'As palavras do tribunal; o texto continua ali.', { acoes: { agir: recusaAto(409) }, depois: escreverEEnviar }),
  atoSemRede: agindo(CASO_ABERTO, 'complementar', 'Ato sem resposta', 'O texto continua ali; tentar de novo não registra duas vezes.', { depois: escreverEEnviar }),
  atoMuitas: agindo(CASO_ABERTO, 'complementar', 'Atos demais', 'Esperar um pouco.', { acoes: { agir: recusaAto(429, 60_000) }, depois: escreverEEnviar }),
  chaveDeNovo: agindo(CASO_ABERTO, 'complementar', 'Chave de novo', 'O acesso venceu: o texto espera enquanto a chave é pedida.', { acoes: { agir: recusaAto(401) }, depois: escreverEEnviar }),
  marcado: mostrar(CASO_MARCADO, 'Atendimento marcado', 'Dia e hora na unidade, como entrar, e o que fazer se não puder.'),
  horaDeEntrar: mostrar(CASO_AGORA, 'É a hora do atendimento', 'O caminho para o balcão vem primeiro.'),
  horaPassou: mostrar(CASO_PASSOU, 'O horário passou', 'Ninguém disse ainda como foi.'),
  horaCancelada: mostrar(CASO_CANCELADO, 'Atendimento cancelado', 'O horário não vale mais.'),
  horaAtendida: mostrar(CASO_ATENDIDO, 'Atendido', 'O que foi combinado, e o convite a dar a opinião.'),
  cancelandoHora: mudando('Cancelando', 'O que acontece, antes de confirmar.', (element) => mudar(element, 'cancelar')),
  cancelouHora: mudando('Cancelou', 'Dito com todas as letras.', async (element) => {
    await mudar(element, 'cancelar');
    await mudar(element, 'confirmar');
  }, { mudar: () => Promise.resolve(CASO_CANCELADO) }),
  procurandoHora: mudando('Procurando horários', 'A agenda da unidade está a caminho.', (element) => mudar(element, 'remarcar'), { agenda: () => new Promise(() => undefined) }),
  escolhendoHora: mudando('Escolhendo outro horário', 'O horário de antes continua valendo até confirmar.', async (element) => {
    await mudar(element, 'remarcar');
    await escolherVaga(element, CASO_REMARCADO.agendamento!.inicio);
  }),
  semHora: mudando('Sem outro horário', 'A agenda está cheia.', (element) => mudar(element, 'remarcar'), { agenda: async () => ({ ...(await reservas().agenda('', {})), dias: [] }) }),
  faltouEscolher: mudando('Confirmar sem escolher', 'O que falta é dito junto das vagas.', async (element) => {
    await mudar(element, 'remarcar');
    await mudar(element, 'confirmar');
  }),
  horaTomada: mudando('Outra pessoa foi mais rápida', 'Com os horários mais próximos, nas palavras do tribunal.', remarcar, { mudar: vagaTomada }),
  remarcou: mudando('Horário mudado', 'O mesmo protocolo e a mesma chave.', remarcar, { mudar: () => Promise.resolve(CASO_REMARCADO) }),
  horaSemRede: mudando('Sem internet ao mudar o horário', 'Nada se perdeu: tentar de novo é o mesmo envio.', remarcar),
  horaVencida: mudando('O acesso venceu ao mudar o horário', 'Com o caminho de volta.', remarcar, { mudar: recusaAto(401) }),
  horaRecusada: mudando('O tribunal recusou a mudança', 'Com as palavras do tribunal.', remarcar, { mudar: recusaAto(409) }),
  mensagemUnidade: mostrar(CASO_MENSAGEM, 'Mensagem a uma unidade', 'Com o prazo razoável da unidade e a conta.'),
  mensagemAtrasada: mostrar(CASO_MENSAGEM_ATRASADA, 'Mensagem sem resposta no prazo', 'O caminho é a Ouvidoria.'),
  mensagemRespondida: mostrar(CASO_MENSAGEM_RESPONDIDA, 'Mensagem respondida', 'Quem responde é a unidade.'),
  naoEncontrado: { nome: 'Não encontrado', descricao: 'Protocolo e chave não abrem nenhum caso; não se diz qual está errado.', estado: 'refused', consultar: recusa(404), preparar },
  muitas: { nome: 'Muitas tentativas', descricao: 'Quanto esperar, e por quê.', estado: 'refused', consultar: recusa(429, 840_000), preparar },
  outra: { nome: 'Outra recusa', descricao: 'As palavras do tribunal.', estado: 'refused', consultar: recusa(403), preparar },
  rede: { nome: 'Sem conexão', descricao: 'O que foi digitado continua ali.', estado: 'failed', consultar: () => Promise.reject(new BackendError('rede', 'exemplo')), preparar },
  servidor: { nome: 'Servidor com problema', descricao: 'A resposta não era a que devia.', estado: 'failed', consultar: () => Promise.reject(new BackendError('servidor', 'exemplo')), preparar },
  semBackend: { nome: 'Sem backend', descricao: 'O tribunal não configurou a consulta.', estado: 'editing', tribunal: { backend: undefined as never } },
} satisfies Record<string, Exemplo>;
