import type { TipoCaso } from '../../contract/caso.ts';
import { REGRA_MANIFESTACAO, REGRA_PEDIDO, type RegraPrazo } from './prazo.ts';

/** What decides which terms a case has. */
export interface Natureza {
  tipo: TipoCaso;
  /** Kind of manifestation, or of request. */
  especie: string | null;
  tema: string | null;
  /** Right that a data subject exercises, with the theme `lgpd`. */
  direito?: string | null;
  /** Running days in which the unit says that it answers messages. */
  prazoRazoavelDias?: number | undefined;
}

/** The terms of a kind of case. */
export interface RegrasCaso {
  /** To answer the person. */
  resposta: RegraPrazo;
  /** The one extension that the norm allows; null when it allows none. */
  prorrogacao: RegraPrazo | null;
  /** Time that a question to the person may stop the clock; null when the norm never stops it. */
  complemento: RegraPrazo | null;
  /** The unit's own term. */
  unidade: RegraPrazo;
  prorrogacaoUnidade: RegraPrazo;
}

const ENVIO_A_UNIDADE = { fato: 'Envio à unidade', dia: 'do envio' };
const PEDIDO_A_UNIDADE = { fato: 'Pedido recebido pela unidade', dia: 'do recebimento' };

/** The same term again, once, with a reason (Res. CNJ 432/2021, art. 9, caput). */
const MAIS_30: RegraPrazo = { dias: 30, base: 'Resolução CNJ 432/2021, art. 9º' };
/** Ten days more, with a justification told before the first term ends (Lei 12.527/2011, art. 11, § 2; Res. CNJ 215/2015, art. 13, § 2). */
const MAIS_10: RegraPrazo = { dias: 10, base: 'Lei 12.527/2011, art. 11, § 2º; Resolução CNJ 215/2015, art. 13, § 2º' };

/**
 * A question to the person stops the clock of a manifestation for up to 20 days, once.
 *
 * Res. CNJ 432/2021 is silent. Lei 13.460/2017, which it is made under, is regulated in Decreto 9.492/2018, art. 18: the complement is to be given in
 * 20 days, and asking for it interrupts the term one single time, "resumed" from the answer. A decree of the federal executive binds no court; it is
 * followed here by analogy, as the kindest of the readings: the count is *suspended*, not begun anew, so that asking costs the person at most the days
 * that they themselves take. Later questions are free to be asked and stop nothing.
 */
const COMPLEMENTO: RegraPrazo = { dias: 20, base: 'Decreto 9.492/2018, art. 18, por analogia', marco: { fato: 'Pergunta feita', dia: 'da pergunta' } };

/** 20 days of the unit, and the same again once (Res. CNJ 432/2021, art. 9, § 1). */
const UNIDADE_OUVIDORIA: RegraPrazo = { dias: 20, base: 'Resolução CNJ 432/2021, art. 9º, § 1º', marco: ENVIO_A_UNIDADE };
/** The unit has *up to* 20 days: less here, so that the person can be answered in 15. */
const UNIDADE_TITULAR: RegraPrazo = { ...UNIDADE_OUVIDORIA, dias: 10 };
/** 15 days of the unit that keeps the information (Res. CNJ 215/2015, art. 14, II). */
const UNIDADE_SIC: RegraPrazo = { dias: 15, base: 'Resolução CNJ 215/2015, art. 14, II', marco: PEDIDO_A_UNIDADE };
/** Art. 14, III lets the unit ask for more without a number: the ten days of the person's own extension are the most that there is to give. */
const MAIS_UNIDADE_SIC: RegraPrazo = { dias: 10, base: 'Resolução CNJ 215/2015, arts. 13, § 2º, e 14, III' };

const MANIFESTACAO: RegrasCaso = { resposta: REGRA_MANIFESTACAO, prorrogacao: MAIS_30, complemento: COMPLEMENTO, unidade: UNIDADE_OUVIDORIA, prorrogacaoUnidade: { dias: 20, base: UNIDADE_OUVIDORIA.base } };
/** Neither the law nor the resolution stops the clock of a request while the person is asked something: it keeps running. */
const PEDIDO: RegrasCaso = { resposta: REGRA_PEDIDO, prorrogacao: MAIS_10, complemento: null, unidade: UNIDADE_SIC, prorrogacaoUnidade: MAIS_UNIDADE_SIC };
/** Classification is looked at again in 30 days (Res. CNJ 215/2015, art. 29), with no extension. */
const DESCLASSIFICACAO: RegrasCaso = { ...PEDIDO, resposta: { dias: 30, base: 'Resolução CNJ 215/2015, art. 29' }, prorrogacao: null };
/** Whether and which data are kept: 15 days (Lei 13.709/2018, art. 19, II), with no extension and no stop of the clock. */
const TITULAR: RegrasCaso = { ...MANIFESTACAO, resposta: { dias: 15, base: 'Lei 13.709/2018, art. 19, II' }, prorrogacao: null, complemento: null, unidade: UNIDADE_TITULAR };

/** In how many running days a unit answers a message, where it says nothing. */
export const PRAZO_RAZOAVEL_DIAS = 5;

/**
 * Messages and appointments of the counter. The norm gives a unit a "reasonable term" and no number (Res. CNJ 372/2021, art. 2, § 1): the unit declares its
 * own. No norm extends it, and no question to the person stops it.
 */
const doBalcao = (dias: number): RegrasCaso => {
  const resposta: RegraPrazo = { dias, base: 'Resolução CNJ 372/2021, art. 2º, § 1º: prazo razoável da unidade' };
  return { resposta, prorrogacao: null, complemento: null, unidade: resposta, prorrogacaoUnidade: resposta };
};

/** The terms of a case. The other requests of a data subject have no term in Lei 13.709/2018 and follow that of a manifestation. */
export function regrasDoCaso({ tipo, especie, tema, direito, prazoRazoavelDias = PRAZO_RAZOAVEL_DIAS }: Natureza): RegrasCaso {
  if (tipo === 'mensagem' || tipo === 'agendamento') return doBalcao(prazoRazoavelDias);
  if (tipo === 'pedido-informacao') return especie === 'desclassificacao' ? DESCLASSIFICACAO : PEDIDO;
  if (tema !== 'lgpd') return MANIFESTACAO;
  return direito === 'confirmacao' || direito === 'acesso' ? TITULAR : MANIFESTACAO;
}

/** From the SIC to the unit that keeps the information: 48 hours, counted here as two days (Res. CNJ 215/2015, art. 13, § 1). */
export const REGRA_ENCAMINHAR_SIC: RegraPrazo = { dias: 2, base: 'Resolução CNJ 215/2015, art. 13, § 1º: 48 horas' };

const CIENCIA = { fato: 'Ciência da decisão', dia: 'da ciência' };
/** First appeal: 10 days of knowing the decision (Res. CNJ 215/2015, art. 18). */
export const REGRA_RECURSO_1: RegraPrazo = { dias: 10, base: 'Resolução CNJ 215/2015, art. 18', marco: CIENCIA };
/** Second appeal, to the President: 10 days of knowing (art. 18, § 4). */
export const REGRA_RECURSO_2: RegraPrazo = { dias: 10, base: 'Resolução CNJ 215/2015, art. 18, § 4º', marco: CIENCIA };
/** Appeal against the refusal to declassify, to the highest authority: 10 days of knowing (art. 30). */
export const REGRA_RECURSO_DESCLASSIFICACAO: RegraPrazo = { dias: 10, base: 'Resolução CNJ 215/2015, art. 30', marco: CIENCIA };
/** To the Conselho Nacional de Justiça after that: 10 days of knowing (art. 30, § 1, II). */
export const REGRA_CNJ: RegraPrazo = { dias: 10, base: 'Resolução CNJ 215/2015, art. 30, § 1º, II', marco: CIENCIA };

const RECURSO = { fato: 'Recurso recebido', dia: 'do recebimento' };
/** An appeal is decided in 5 days of being received (Res. CNJ 215/2015, art. 18, § 2). */
export const REGRA_DECIDIR_RECURSO: RegraPrazo = { dias: 5, base: 'Resolução CNJ 215/2015, art. 18, § 2º', marco: RECURSO };
/** The norm gives the President, and the highest authority of art. 30, no term: the same five days are asked of them. */
export const REGRA_DECIDIR_POR_ANALOGIA: RegraPrazo = { ...REGRA_DECIDIR_RECURSO, base: 'Resolução CNJ 215/2015, art. 18, § 2º, por analogia' };
