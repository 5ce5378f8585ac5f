import type { EventoCaso } from '../../contract/caso.ts';
import type { Situacao } from './situacao.ts';

/** Why an act is refused. The words are the backend's. */
export const RECUSAS = [
  'encerrado',
  'ja-respondido',
  'sem-pergunta',
  'pergunta-pendente',
  'ja-prorrogado',
  'prazo-vencido',
  'sem-prorrogacao',
  'fora-da-unidade',
  'unidade-desconhecida',
  'recurso-indisponivel',
  'recurso-pendente',
  'sem-recurso',
  'sem-resposta',
  'ja-avaliado',
  'ja-identificado',
  'fundamento-obrigatorio',
  'resultado-indevido',
  'classificacao-indevida',
  'url-invalida',
  'agendamento-passado',
  'agendamento-por-vir',
  'sem-agendamento',
  'cancele-o-horario',
  'sem-permissao',
] as const;
export type Recusa = (typeof RECUSAS)[number];

/** Something that happened, to be written down. */
export interface EventoDoCaso {
  tipo:
    | 'registro' | 'analise' | 'encaminhamento' | 'pergunta' | 'complemento' | 'prorrogacao' | 'resposta' | 'negativa' | 'devolucao'
    | 'recurso' | 'decisao-recurso' | 'identificacao' | 'avaliacao' | 'desistencia' | 'encerramento'
    | 'informacao-unidade' | 'prorrogacao-unidade' | 'anotacao' | 'ciencia'
    | 'remarcacao' | 'cancelamento';
  papel: EventoCaso['autor']['papel'];
  /** Name of the unit or body that acts, or that an internal word is for. */
  unidade?: string;
  texto?: string;
  cifrado?: true;
  /** Never leaves the staff side. */
  interno?: true;
  dados?: Record<string, unknown>;
  /** The files that came with the act are of this event. */
  comAnexos?: true;
}

/** What an act comes to: the case afterwards with what is to be written down, or why not, with the field to blame when there is one. */
export type Resultado = { ok: true; situacao: Situacao; eventos: readonly EventoDoCaso[] } | { ok: false; recusa: Recusa; campo?: string };

export const feito = (situacao: Situacao, ...eventos: EventoDoCaso[]): Resultado => ({ ok: true, situacao, eventos });
export const recusado = (recusa: Recusa, campo?: string): Resultado => ({ ok: false, recusa, ...(campo === undefined ? {} : { campo }) });
