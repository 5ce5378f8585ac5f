import type { AgendaDaUnidade } from './agenda.ts';
import type { EntradaAtendimento, FilaAtendimento, MeusBalcoes } from './atendimento.ts';
import type { ResumoFila, SituacaoFila } from './fila.ts';
import { isEntradaFila } from './replies-fila.ts';
import { fits, INSTANT, type Shape } from './replies.ts';

/** Readers of the counter's answers, as in `replies.ts`. */

const SITUACAO: Shape = {
  'senha': 'string',
  'unidadeId': 'string',
  'estado': 'string',
  'posicao': 'number',
  'salaAberta': 'boolean',
  'entrouEm?': INSTANT,
  'chamada?': { vez: 'number', ate: INSTANT },
  'faltas?': { quantas: 'number', limite: 'number', recuo: 'number' },
  'transferida?': { de: 'string' },
  'atendente?': { nome: 'string', unidade: 'string' },
  'fim?': { 'motivo': 'string', 'em': INSTANT, 'avaliada': 'boolean', 'agendamento?': { protocolo: 'string', chave: 'string', inicio: INSTANT, fim: INSTANT, unidade: 'string' } },
};
const SENHA: Shape = { id: 'string', senha: 'string', unidadeId: 'string', estado: 'string', entrouEm: INSTANT, faltas: 'number', minha: 'boolean' };
const BALCAO: Shape = { unidadeId: 'string', nome: 'string', expediente: { aberto: 'boolean' }, aguardando: 'number', atendentes: ['string'] };

export const isSituacaoFila = (value: unknown): value is SituacaoFila => fits(value, SITUACAO);
export const isResumoFila = (value: unknown): value is ResumoFila =>
  fits(value, { unidadeId: 'string', aguardando: 'number', lotada: 'boolean', atendentes: 'number', mensagem: 'boolean', agenda: 'boolean' });
export const isAgenda = (value: unknown): value is AgendaDaUnidade =>
  fits(value, { unidadeId: 'string', timezone: 'string', duracaoMinutos: 'number', dias: [{ dia: 'string', vagas: [{ inicio: INSTANT, fim: INSTANT }] }] });
export const isMeusBalcoes = (value: unknown): value is MeusBalcoes =>
  fits(value, { eu: { nome: 'string' }, itens: [BALCAO], convites: [{ id: 'string', senhaId: 'string', por: 'string', em: INSTANT }], destinos: [{ unidadeId: 'string', nome: 'string' }] });
export const isFilaAtendimento = (value: unknown): value is FilaAtendimento =>
  fits(value, { balcao: BALCAO, itens: [SENHA], regra: 'string' }) && ((value as FilaAtendimento).minha === null || fits((value as FilaAtendimento).minha, SENHA));
export const isEntradaAtendimento = (value: unknown): value is EntradaAtendimento =>
  fits(value, { nome: 'string', entrada: {} }) && isEntradaFila((value as EntradaAtendimento).entrada);
