import type { AgendaDaSala, EntradaAudiencia, EntradaQuiosque, SituacaoAudiencia } from './audiencia-convite.ts';
import type { AudienciaEquipe, ListaAudiencias, RespostaAtoAudiencia, TermoAudiencia } from './audiencia-equipe.ts';
import { fits, INSTANT, type Shape } from './replies.ts';

/** Readers of the answers about hearings, as in `replies.ts`. */

const SITUACAO: Shape = {
  audiencia: {
    id: 'string',
    sigilo: 'boolean',
    ato: 'string',
    unidade: { id: 'string', nome: 'string' },
    timezone: 'string',
    inicio: INSTANT,
    fim: INSTANT,
    chegadaDesde: INSTANT,
    remarcacoes: 'number',
    estado: 'string',
    seraGravada: 'boolean',
    gravando: 'boolean',
    presentes: [{ papel: 'string', quantos: 'number' }],
    orientacoes: ['string'],
  },
  eu: { id: 'string', nome: 'string', papel: 'string', estado: 'string', depondo: 'boolean', salas: [{ sala: 'string', aberta: 'boolean' }] },
  expiraEm: INSTANT,
};
const MARCAS: Shape = [{ id: 'string', oQue: 'string', rotulo: 'string', em: INSTANT }];
const RESUMO = { id: 'string', unidade: { id: 'string', nome: 'string' }, processo: 'string', sigilo: 'boolean', ato: 'string', inicio: INSTANT, fim: INSTANT, timezone: 'string', estado: 'string' } as const;
const AUDIENCIA: Shape = {
  ...RESUMO,
  seraGravada: 'boolean',
  gravando: 'boolean',
  gravado: 'number',
  eu: { papel: 'string', nome: 'string' },
  participantes: [{ id: 'string', papel: 'string', nome: 'string', estado: 'string', defende: ['string'], acoes: ['string'] }],
  reservadas: [{ sala: 'string', de: 'string', desde: INSTANT }],
  marcas: MARCAS,
  acoes: ['string'],
  salasEquipadas: [{ id: 'string', nome: 'string' }],
};

export const isSituacaoAudiencia = (value: unknown): value is SituacaoAudiencia => fits(value, SITUACAO);
export const isEntradaAudiencia = (value: unknown): value is EntradaAudiencia =>
  fits(value, { sala: 'string', nome: 'string', modera: 'boolean', fala: 'boolean', gravando: 'boolean', entrada: { 'provider': /^(jitsi|jaas)$/, 'domain': 'string', 'sala': /^[\w-]{22,120}$/, 'token?': 'string', 'expiraEm': INSTANT } });
export const isAgendaDaSala = (value: unknown): value is AgendaDaSala =>
  fits(value, { sala: { id: 'string', nome: 'string', timezone: 'string' }, dia: 'string', itens: [{ id: 'string', inicio: INSTANT, fim: INSTANT, unidade: 'string', ato: 'string', sigilo: 'boolean', estado: 'string' }] });
export const isEntradaQuiosque = (value: unknown): value is EntradaQuiosque => fits(value, { convite: 'string', expiraEm: INSTANT });
export const isListaAudiencias = (value: unknown): value is ListaAudiencias => fits(value, { itens: [{ ...RESUMO, participantes: 'number', naEspera: 'number' }] });
export const isAudienciaEquipe = (value: unknown): value is AudienciaEquipe => fits(value, AUDIENCIA);
export const isRespostaAtoAudiencia = (value: unknown): value is RespostaAtoAudiencia =>
  fits(value, { 'audiencia': AUDIENCIA, 'convite?': { participanteId: 'string', convite: 'string', expiraEm: INSTANT }, 'codigo?': { participanteId: 'string', codigo: 'string', salaEquipada: 'string', expiraEm: INSTANT } });
export const isTermoAudiencia = (value: unknown): value is TermoAudiencia =>
  fits(value, { ...RESUMO, participantes: [{ papel: 'string', nome: 'string', compareceu: 'boolean', ouvido: 'boolean' }], marcas: MARCAS, ocorrencias: [{ em: INSTANT, texto: 'string' }], texto: 'string' });
