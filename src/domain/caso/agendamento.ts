import type { Prazo } from '../../contract/caso.ts';
import { diaEHora } from '../agenda/prazo.ts';
import { feito, recusado, type Resultado } from './resultado.ts';
import { encerrada, isAberta, podeMudar, type Contexto, type Situacao } from './situacao.ts';

/** What the person does to the hour of their appointment. Instants are ISO 8601 with the offset of the unit; whether a slot is free is not known here. */
export type AtoAgendamento = { ato: 'cancelar' } | { ato: 'remarcar'; inicio: string; fim: string; prazo: Prazo };

/** Gives the hour back, or takes another in its place. The due date goes with it. */
export function mudarAgendamento(s: Situacao, ato: AtoAgendamento, ctx: Contexto): Resultado {
  const { agendamento } = s;
  if (agendamento?.situacao !== 'marcado' || !isAberta(s)) return recusado('sem-agendamento');
  if (!podeMudar(s, ctx)) return recusado('agendamento-passado');
  const antes = diaEHora(agendamento.inicio);
  if (ato.ato === 'cancelar') return feito(encerrada({ ...s, agendamento: { ...agendamento, situacao: 'cancelado' } }), { papel: 'cidadao', tipo: 'cancelamento', texto: `O atendimento de ${antes} foi cancelado.` });
  const { inicio, fim, prazo } = ato;
  return feito({ ...s, prazo, agendamento: { ...agendamento, inicio, fim } }, { papel: 'cidadao', tipo: 'remarcacao', texto: `O atendimento de ${antes} passou para ${diaEHora(inicio)}.`, dados: { de: agendamento.inicio, para: inicio } });
}

/** How an appointment went, as the counter tells when the service it led to is over. One that was ended already stays as it is. */
export function concluirAgendamento(s: Situacao, como: 'atendido' | 'faltou', { nomeDaUnidade }: Contexto): Resultado {
  const { agendamento } = s;
  if (agendamento?.situacao !== 'marcado') return feito(s);
  const unidade = nomeDaUnidade?.(agendamento.unidadeId);
  const texto = como === 'atendido' ? 'Atendimento feito no Balcão Virtual.' : 'O horário passou e o atendimento não aconteceu.';
  return feito(encerrada({ ...s, agendamento: { ...agendamento, situacao: como } }), { papel: 'unidade', ...(unidade ? { unidade } : {}), tipo: 'encerramento', texto });
}
