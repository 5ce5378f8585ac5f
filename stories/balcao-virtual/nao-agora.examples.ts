import type { Booking } from '../../src/adapters/ports.ts';
import { BackendError } from '../../src/adapters/ports.ts';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import type { Recibo } from '../../src/contract/caso.ts';
import type { Problem } from '../../src/contract/problem.ts';
import { criarAgendar } from '../../src/elements/balcao-virtual/agendar.ts';
import { criarChegada } from '../../src/elements/balcao-virtual/chegada.ts';
import { criarMensagem } from '../../src/elements/balcao-virtual/mensagem.ts';
import type { ContextoParte, Parte } from '../../src/elements/balcao-virtual/parte.ts';
import type { FakePorts } from '../../test/support/fake-ports.ts';
import { RECIBO_PEDIDO } from '../recibo/examples.ts';
import { assentar, montarParte, type Cenario, type PalcoParte } from './palco-parte.ts';

/** What was asked of the backend, in order. */
export interface Pedido {
  name: keyof Booking;
  args: readonly unknown[];
}

/** Screens of what is done when it cannot be now. Feed the stories, the tests and the pictures. */
export interface ExemploNaoAgora extends Cenario {
  titulo: string;
  parte: 'mensagem' | 'agendar' | 'chegada';
  /** Answers of the backend; what is not answered fails like a dead network. */
  booking?: Partial<Booking> | undefined;
  /** No other way on is offered. */
  semOutro?: boolean;
  ajuste?: ((ctx: ContextoParte) => void) | undefined;
  play?: ((el: PalcoParte) => Promise<void> | void) | undefined;
}

const day = (dia: string, ...hours: string[]): AgendaDaUnidade['dias'][number] => ({
  dia,
  vagas: hours.map((hour) => {
    const inicio = `${dia}T${hour}:00-03:00`;
    const fim = new Date(Date.parse(inicio) + 20 * 60_000 - 3 * 36e5).toISOString().replace('.000Z', '-03:00');
    return { inicio, fim };
  }),
});

const MANHA = ['08:00', '08:20', '08:40', '09:00', '09:20', '10:00', '10:40', '11:20'];

/** Ten working days from Friday 20 November on. */
export const AGENDA: AgendaDaUnidade = {
  unidadeId: 'vara-unica-apodi',
  timezone: 'America/Fortaleza',
  duracaoMinutos: 20,
  de: '2026-11-19',
  ate: '2026-12-19',
  dias: [
    day('2026-11-20', '09:00', '13:20'),
    day('2026-11-23', ...MANHA, '12:00', '12:40', '13:20'),
    day('2026-11-24', '08:00', '13:40'),
    day('2026-11-25', ...MANHA),
    day('2026-11-26', ...MANHA),
    day('2026-11-27', '10:00'),
    day('2026-12-01', ...MANHA),
  ],
};

export const HORA = '2026-11-23T09:00:00-03:00';

export const RECIBO_MENSAGEM: Recibo = {
  ...RECIBO_PEDIDO,
  tipo: 'mensagem',
  protocolo: '2026.000321-9',
  registradoEm: '2026-11-19T10:00:00-03:00',
  prazo: {
    vence: '2026-11-24',
    dias: 5,
    base: 'Resolução CNJ 372/2021, art. 2º, § 1º; prazo razoável declarado pela unidade',
    calculo: [
      { passo: 'registro', data: '2026-11-19', texto: 'Registro em 19/11/2026 (quinta-feira). O dia do registro não entra na conta.' },
      { passo: 'inicio', data: '2026-11-20', texto: 'A conta começa no dia seguinte, 20/11/2026 (sexta-feira).' },
      { passo: 'contagem', data: '2026-11-24', texto: 'São 5 dias corridos: o último é 24/11/2026 (terça-feira).' },
      { passo: 'vencimento', data: '2026-11-24', texto: 'O prazo termina em 24/11/2026 (terça-feira).' },
    ],
  },
};

export const RECIBO_AGENDAMENTO: Recibo = {
  ...RECIBO_MENSAGEM,
  tipo: 'agendamento',
  protocolo: '2026.000322-4',
  prazo: {
    vence: '2026-11-23',
    dias: 4,
    base: 'Portaria Conjunta TJRN 38/2021, art. 5º, § 1º',
    calculo: [
      { passo: 'registro', data: '2026-11-19', texto: 'Marcado em 19/11/2026 (quinta-feira).' },
      { passo: 'vencimento', data: '2026-11-23', texto: 'O atendimento é em 23/11/2026 (segunda-feira).' },
    ],
  },
};

/** A refusal of the backend. */
export const recusa = (code: string, status: number, more: Partial<Problem> = {}, retryAfterMs: number | null = null): BackendError =>
  new BackendError('recusa', code, { type: `urn:atrio:problema:${code}`, title: code, status, ...more }, retryAfterMs);

const calls = new WeakMap<PalcoParte, Pedido[]>();

/** What a part asked of the backend. */
export const pedidos = (el: PalcoParte): Pedido[] => calls.get(el) ?? [];

/** A backend that answers what an example says. */
function bookingOf(answers: Partial<Booking>, asked: Pedido[]): Booking {
  const make =
    (name: keyof Booking) =>
    async (...args: never[]): Promise<never> => {
      asked.push({ name, args });
      const answer = answers[name] as ((...given: never[]) => Promise<never>) | undefined;
      if (!answer) throw new BackendError('rede', `${name}: no answer here`);
      return answer(...args);
    };
  return { agenda: make('agenda'), enviarMensagem: make('enviarMensagem'), agendar: make('agendar'), mudar: make('mudar') };
}

export function montarNaoAgora(exemplo: Omit<ExemploNaoAgora, 'titulo'>): PalcoParte {
  const asked: Pedido[] = [];
  const booking = bookingOf({ agenda: () => Promise.resolve(AGENDA), ...exemplo.booking }, asked);
  const { el } = montarParte(exemplo, (ctx, pedido): Parte => {
    (ctx.ports as FakePorts).booking = () => Promise.resolve(booking);
    exemplo.ajuste?.(ctx);
    const voltar = (): void => pedido('voltar');
    if (exemplo.parte === 'mensagem') return criarMensagem(ctx, { voltar, ...(exemplo.semOutro ? {} : { agendar: () => pedido('agendar') }) });
    if (exemplo.parte === 'agendar') return criarAgendar(ctx, { voltar, ...(exemplo.semOutro ? {} : { mensagem: () => pedido('mensagem') }) });
    return criarChegada(ctx, { voltar, entrar: (envio) => pedido('entrar', envio) });
  });
  calls.set(el, asked);
  return el;
}

/** Brings an example to its screen. */
export async function tocarNaoAgora(el: PalcoParte, exemplo: Partial<ExemploNaoAgora>): Promise<void> {
  await assentar(el);
  await exemplo.play?.(el);
  await assentar(el);
}

/** Sends the form. */
export async function enviar(el: PalcoParte): Promise<void> {
  el.shadowRoot!.querySelector<HTMLElement>('button[type="submit"]')!.click();
  await assentar(el);
}

/** A story is left without being asked. */
async function guardar(el: PalcoParte): Promise<void> {
  await enviar(el);
  el.shadowRoot!.querySelector<HTMLInputElement>('#recibo-guardei')?.click();
}

export const PREENCHIDA = {
  '/assunto': 'Alvará',
  '/texto': 'Boa tarde. O alvará do meu processo já foi enviado ao banco? Preciso do dinheiro para o aluguel.',
  '/processo': '0801234-12.2024.8.20.0001',
  '/nome': 'Maria das Dores Silva',
  '/contato/telefone': '(84) 99999-0000',
  '/privacidade/aceito': 'sim',
};
export const MARCADA = { '/inicio': HORA, '/nome': 'Maria das Dores Silva', '/contato/telefone': '(84) 99999-0000', '/assunto': 'Alvará', '/privacidade/aceito': 'sim' };

const ASSINCRONA = { prazoRazoavelDias: 5, aceitaAssincrono: true } as const;
const WHATSAPP = { canais: [{ tipo: 'whatsapp', numero: '558440420540' }] } as const;
const never = (): Promise<never> => new Promise(() => undefined);
const agenda = (...dias: AgendaDaUnidade['dias']): AgendaDaUnidade => ({ ...AGENDA, dias });

const exemplo = (titulo: string, parte: ExemploNaoAgora['parte'], given: Omit<ExemploNaoAgora, 'titulo' | 'parte'> = {}): ExemploNaoAgora => ({ titulo, parte, ...given });
const mensagem = (titulo: string, given: Omit<ExemploNaoAgora, 'titulo' | 'parte'> = {}): ExemploNaoAgora =>
  exemplo(titulo, 'mensagem', { ...given, unidade: { ...ASSINCRONA, ...given.unidade }, file: { ...WHATSAPP, ...given.file } as never });

export const exemplosMensagem = {
  vazia: mensagem('Vazia'),
  preenchida: mensagem('Com o que já foi dito', { valores: PREENCHIDA }),
  sigilo: mensagem('Segredo de justiça', { valores: { ...PREENCHIDA, '/sigilo': 'sim', '/identificacao/nome': 'Maria das Dores Silva', '/identificacao/papel': 'advogado' } }),
  erros: mensagem('Erros', { valores: { '/texto': 'Oi', '/processo': '0801234-13.2024.8.20.0001', '/contato/email': 'maria@' }, play: enviar }),
  enviando: mensagem('Enviando', { valores: PREENCHIDA, booking: { enviarMensagem: never }, play: enviar }),
  semResposta: mensagem('Sem resposta', { valores: PREENCHIDA, play: enviar }),
  muitas: mensagem('Muitas tentativas', { valores: PREENCHIDA, booking: { enviarMensagem: () => Promise.reject(recusa('muitas-tentativas', 429, {}, 300_000)) }, play: enviar }),
  recusada: mensagem('Não aceita', {
    valores: PREENCHIDA,
    booking: { enviarMensagem: () => Promise.reject(recusa('mensagem-indisponivel', 409, { detail: 'Esta unidade não recebe mensagens por esta página. Use os outros canais.' })) },
    play: enviar,
  }),
  enviada: mensagem('Enviada', { valores: PREENCHIDA, file: { acompanharUrl: 'https://tribunal.example/acompanhar.html' }, booking: { enviarMensagem: () => Promise.resolve(RECIBO_MENSAGEM) }, play: guardar }),
  semEnvio: mensagem('Sem endereço de envio', { ajuste: (ctx) => void (ctx.backendUrl = null) }),
} satisfies Record<string, ExemploNaoAgora>;

export const exemplosAgendar = {
  escolha: exemplo('Escolha', 'agendar'),
  outroFuso: exemplo('Em outro fuso', 'agendar', {
    booking: { agenda: () => Promise.resolve({ ...AGENDA, timezone: 'America/Manaus' }) },
    ajuste: (ctx) => void (ctx.rules = { offsetAt: () => -4 * 36e5 } as never),
  }),
  escolhido: exemplo('Horário escolhido', 'agendar', { valores: MARCADA }),
  carregando: exemplo('Buscando os horários', 'agendar', { booking: { agenda: never } }),
  vazia: exemplo('Sem horários livres', 'agendar', { booking: { agenda: () => Promise.resolve(agenda()) } }),
  vaziaSemMensagem: exemplo('Sem horários e sem mensagem', 'agendar', { semOutro: true, booking: { agenda: () => Promise.resolve(agenda()) } }),
  semRede: exemplo('A lista não veio', 'agendar', { booking: { agenda: () => Promise.reject(new BackendError('rede', 'agenda')) } }),
  semAgenda: exemplo('Unidade sem agenda', 'agendar', {
    booking: { agenda: () => Promise.reject(recusa('agenda-indisponivel', 409, { detail: 'Esta unidade não marca horário. Use os outros canais.' })) },
  }),
  erros: exemplo('Erros', 'agendar', { valores: { '#tem-prioridade': 'sim' }, play: enviar }),
  marcando: exemplo('Marcando', 'agendar', { valores: MARCADA, booking: { agendar: never }, play: enviar }),
  tomada: exemplo('Horário tomado', 'agendar', {
    valores: MARCADA,
    booking: tomada(),
    play: enviar,
  }),
  semResposta: exemplo('Sem resposta', 'agendar', { valores: MARCADA, play: enviar }),
  marcado: exemplo('Marcado', 'agendar', { valores: MARCADA, file: { acompanharUrl: 'https://tribunal.example/acompanhar.html' }, booking: { agendar: () => Promise.resolve(RECIBO_AGENDAMENTO) }, play: guardar }),
} satisfies Record<string, ExemploNaoAgora>;

export const exemplosChegada = {
  vazia: exemplo('Tenho hora marcada', 'chegada'),
  erros: exemplo('Tenho hora marcada: erros', 'chegada', { play: enviar }),
} satisfies Record<string, ExemploNaoAgora>;

/** Somebody books the slot in between: the list that comes afterwards does not have it. */
export function tomada(): Partial<Booking> {
  let taken = false;
  return {
    agenda: () => Promise.resolve(taken ? agenda(...AGENDA.dias.map((one) => ({ ...one, vagas: one.vagas.filter(({ inicio }) => inicio !== HORA) }))) : AGENDA),
    agendar() {
      taken = true;
      return Promise.reject(recusa('vaga-indisponivel', 409, { detail: 'Este horário não está livre.', errors: [{ pointer: '/inicio', code: 'invalido', detail: 'x' }] }));
    },
  };
}
