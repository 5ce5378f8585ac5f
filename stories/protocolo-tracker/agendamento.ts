import { BackendError, type Booking } from '../../src/adapters/ports.ts';
import type { AgendaDaUnidade } from '../../src/contract/agenda.ts';
import type { Caso } from '../../src/contract/caso.ts';
import { CASO_RESPOSTA } from './cases.ts';

const token: Caso['token'] = { valor: 'token-de-exemplo', expiraEm: '2026-11-25T10:15:00-03:00' };
const UNIDADE = 'Central de Família';

/** An appointment that is to come: the clock of the examples shows 25 November, 10 in the morning. */
export const CASO_MARCADO: Caso = {
  protocolo: '2026.000131-0',
  tipo: 'agendamento',
  estado: 'registrada',
  registradoEm: '2026-11-24T15:20:00-03:00',
  prazo: {
    vence: '2026-11-27',
    dias: 3,
    base: 'Resolução CNJ 372/2021, art. 4º; Portaria Conjunta TJRN 38/2021, art. 5º, § 1º',
    calculo: [
      { passo: 'registro', data: '2026-11-24', texto: 'Marcado em 24/11/2026 (terça-feira).' },
      { passo: 'vencimento', data: '2026-11-27', texto: 'O atendimento é em 27/11/2026 (sexta-feira).' },
    ],
  },
  eventos: [{ id: '1', tipo: 'registro', em: '2026-11-24T15:20:00-03:00', autor: { papel: 'cidadao' }, texto: 'Atendimento marcado para 27/11/2026 (sexta-feira), às 09:30.' }],
  remedios: [],
  acoes: ['complementar'],
  atrasado: false,
  modo: 'identificada',
  agendamento: { unidadeId: 'central-familia', unidade: UNIDADE, inicio: '2026-11-27T09:30:00-03:00', fim: '2026-11-27T10:00:00-03:00', situacao: 'marcado', url: 'balcao.html?unidade=central-familia', podeMudar: true },
  token,
};

const NOVO = { inicio: '2026-11-30T08:30:00-03:00', fim: '2026-11-30T09:00:00-03:00' };

export const CASO_REMARCADO: Caso = {
  ...CASO_MARCADO,
  prazo: { ...CASO_MARCADO.prazo, vence: '2026-11-30', dias: 6 },
  eventos: [...CASO_MARCADO.eventos, { id: '2', tipo: 'remarcacao', em: '2026-11-25T10:00:00-03:00', autor: { papel: 'cidadao' }, texto: 'O atendimento de 27/11/2026 (sexta-feira), às 09:30 passou para 30/11/2026 (segunda-feira), às 08:30.' }],
  agendamento: { ...CASO_MARCADO.agendamento!, ...NOVO },
};

export const CASO_CANCELADO: Caso = {
  ...CASO_MARCADO,
  estado: 'encerrada',
  acoes: [],
  eventos: [...CASO_MARCADO.eventos, { id: '2', tipo: 'cancelamento', em: '2026-11-25T10:00:00-03:00', autor: { papel: 'cidadao' }, texto: 'O atendimento de 27/11/2026 (sexta-feira), às 09:30 foi cancelado.' }],
  agendamento: { ...CASO_MARCADO.agendamento!, situacao: 'cancelado', podeMudar: false },
};

/** It is now. */
export const CASO_AGORA: Caso = { ...CASO_MARCADO, agendamento: { ...CASO_MARCADO.agendamento!, inicio: '2026-11-25T09:50:00-03:00', fim: '2026-11-25T10:20:00-03:00', podeMudar: false } };

/** The hour is over, and nobody said how it went. */
export const CASO_PASSOU: Caso = { ...CASO_MARCADO, agendamento: { ...CASO_MARCADO.agendamento!, inicio: '2026-11-25T08:00:00-03:00', fim: '2026-11-25T08:30:00-03:00', podeMudar: false } };

export const CASO_ATENDIDO: Caso = {
  ...CASO_PASSOU,
  estado: 'respondida',
  acoes: ['avaliar'],
  decisoes: [{ instancia: 0, resultado: 'respondida', texto: 'Explicamos como pedir a segunda via da certidão.', em: '2026-11-25T08:31:00-03:00', ciencia: '2026-11-25T10:00:00-03:00' }],
  eventos: [...CASO_MARCADO.eventos, { id: '2', tipo: 'resposta', em: '2026-11-25T08:31:00-03:00', autor: { papel: 'unidade', unidade: UNIDADE }, texto: 'Explicamos como pedir a segunda via da certidão.' }],
  agendamento: { ...CASO_PASSOU.agendamento!, situacao: 'atendido' },
};

/** A message to a unit. */
export const CASO_MENSAGEM: Caso = {
  protocolo: '2026.000132-9',
  tipo: 'mensagem',
  estado: 'registrada',
  registradoEm: '2026-11-24T15:20:00-03:00',
  prazo: {
    vence: '2026-11-30',
    dias: 5,
    base: 'Resolução CNJ 372/2021, art. 2º, § 1º: prazo razoável da unidade',
    calculo: [
      { passo: 'registro', data: '2026-11-24', texto: 'Registro em 24/11/2026 (terça-feira). O dia do registro não entra na conta.' },
      { passo: 'inicio', data: '2026-11-25', texto: 'A conta começa no dia seguinte, 25/11/2026 (quarta-feira).' },
      { passo: 'contagem', data: '2026-11-29', texto: 'São 5 dias corridos (Resolução CNJ 372/2021, art. 2º, § 1º: prazo razoável da unidade): o último é 29/11/2026 (domingo).' },
      { passo: 'vencimento', data: '2026-11-30', texto: 'O prazo passa para o dia útil seguinte (Lei 9.784/1999, art. 66, § 1º) e termina em 30/11/2026 (segunda-feira).' },
    ],
  },
  eventos: [{ id: '1', tipo: 'registro', em: '2026-11-24T15:20:00-03:00', autor: { papel: 'cidadao' }, texto: 'Mensagem recebida.' }],
  remedios: [],
  acoes: ['complementar', 'desistir'],
  atrasado: false,
  modo: 'identificada',
  token,
};

export const CASO_MENSAGEM_ATRASADA: Caso = {
  ...CASO_MENSAGEM,
  atrasado: true,
  prazo: { ...CASO_MENSAGEM.prazo, vence: '2026-11-20' },
  remedios: [{ tipo: 'omissao', base: 'Resolução CNJ 432/2021, art. 5º, III', autoridade: 'Ouvidoria do tribunal', url: 'ouvidoria.html', calculo: CASO_MENSAGEM.prazo.calculo }],
};

export const CASO_MENSAGEM_RESPONDIDA: Caso = {
  ...CASO_MENSAGEM,
  estado: 'respondida',
  acoes: ['avaliar'],
  decisoes: CASO_RESPOSTA.decisoes!,
  eventos: [...CASO_MENSAGEM.eventos, { id: '2', tipo: 'resposta', em: CASO_RESPOSTA.decisoes![0]!.em, autor: { papel: 'unidade', unidade: UNIDADE }, texto: CASO_RESPOSTA.decisoes![0]!.texto }],
};

const dia = (data: string, ...horas: string[]): AgendaDaUnidade['dias'][number] => ({
  dia: data,
  vagas: horas.map((hora) => ({ inicio: `${data}T${hora}:00-03:00`, fim: `${data}T${hora.replace('30', '59').replace('00', '30')}:00-03:00` })),
});
export const AGENDA: AgendaDaUnidade = {
  unidadeId: 'central-familia',
  timezone: 'America/Fortaleza',
  duracaoMinutos: 30,
  de: '2026-11-25',
  ate: '2026-12-25',
  dias: [dia('2026-11-26', '08:00', '08:30', '11:30', '13:00'), dia('2026-11-30', '08:30', '09:00', '10:00'), dia('2026-12-01', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '13:00', '13:30'), dia('2026-12-02', '09:00')],
};

/** Answers of the backend; one that is not given fails like a dead network. */
export const reservas = (answers: Partial<Booking> = {}): Booking => {
  const dead = (): Promise<never> => Promise.reject(new BackendError('rede', 'no answer in this example'));
  return { agenda: () => Promise.resolve(AGENDA), enviarMensagem: dead, agendar: dead, mudar: dead, ...answers };
};

/** The slot is somebody else's. */
export const vagaTomada = (): Promise<never> =>
  Promise.reject(
    new BackendError('recusa', 'exemplo', {
      type: 'urn:atrio:problema:vaga-indisponivel',
      title: 'Este horário não está livre',
      detail: 'Este horário acabou de ser ocupado por outra pessoa. Os horários livres mais próximos são: 30/11/2026 (segunda-feira), às 09:00; 30/11/2026 (segunda-feira), às 10:00.',
      status: 409,
    }),
  );
