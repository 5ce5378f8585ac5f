import type { Remedio } from '../../contract/caso.ts';
import { atrasada, isAberta, isDecidida, isDoBalcao, type Contexto, type DecisaoTomada, type Situacao } from '../caso/situacao.ts';
import { contarPrazo, type RegraPrazo } from '../deadlines/prazo.ts';
import { REGRA_CNJ, REGRA_RECURSO_1, REGRA_RECURSO_2, REGRA_RECURSO_DESCLASSIFICACAO } from '../deadlines/regras.ts';

/**
 * Which remedy is open now: only that one, with who decides it, its last day and the arithmetic of it (Res. CNJ 215/2015, arts. 18 and 30). An answer of
 * the Ouvidoria has no appeal in Res. CNJ 432/2021; its silence has a way out.
 */

/** Where the Conselho Nacional de Justiça hears people. */
export const CNJ_OUVIDORIA = 'https://www.cnj.jus.br/ouvidoria-cnj/';

export const PRESIDENCIA = 'Presidência do tribunal';
export const AUTORIDADE_SUPERIOR = 'Autoridade hierarquicamente superior a quem decidiu';
const CNJ = 'Conselho Nacional de Justiça (CNJ)';

/** A remedy by its kind, with the rule of its term. */
interface Via {
  tipo: 'recurso-1' | 'recurso-2' | 'cnj';
  regra: RegraPrazo;
  autoridade: string;
  url?: string;
}

const RECUSAS: readonly DecisaoTomada['resultado'][] = ['negada', 'parcial', 'desprovido', 'parcialmente-provido'];

/** Who decides an appeal: the highest authority at once where a classification is refused to be lifted (art. 30). */
export const autoridadeDoRecurso = ({ especie }: Pick<Situacao, 'especie'>, instancia: 1 | 2, { autoridadeRecurso }: Pick<Contexto, 'autoridadeRecurso'>): string =>
  instancia === 2 || especie === 'desclassificacao' ? PRESIDENCIA : (autoridadeRecurso ?? AUTORIDADE_SUPERIOR);

/** What a decision can be appealed by, whatever the day. */
function viaDaDecisao(s: Situacao, { instancia, resultado }: DecisaoTomada, ctx: Contexto): Via | null {
  if (s.tipo !== 'pedido-informacao' || !RECUSAS.includes(resultado) || instancia === 2) return null;
  const desclassificacao = s.especie === 'desclassificacao';
  if (instancia === 0) return { tipo: 'recurso-1', regra: desclassificacao ? REGRA_RECURSO_DESCLASSIFICACAO : REGRA_RECURSO_1, autoridade: autoridadeDoRecurso(s, 1, ctx) };
  if (desclassificacao) return { tipo: 'cnj', regra: REGRA_CNJ, autoridade: CNJ, url: CNJ_OUVIDORIA };
  return { tipo: 'recurso-2', regra: REGRA_RECURSO_2, autoridade: PRESIDENCIA };
}

/** The remedy against the last decision, whether or not the person has seen it; null when there is none or it was used. */
const viaAberta = (s: Situacao, ctx: Contexto): { via: Via; ciencia: string | null } | null => {
  if (!isDecidida(s)) return null;
  const ultima = s.decisoes.at(-1)!;
  const via = viaDaDecisao(s, ultima, ctx);
  return via && { via, ciencia: ultima.ciencia };
};

/** May the person still turn against the last decision? Before they saw it, no day counts against them. */
export function aindaCabeRecurso(s: Situacao, ctx: Contexto): boolean {
  const aberta = viaAberta(s, ctx);
  if (!aberta) return false;
  return aberta.ciencia === null || ctx.hoje <= contarPrazo(aberta.ciencia, aberta.via.regra, ctx.motivo).vence;
}

/** Against silence: there is no appeal without a decision, but somebody who watches over those who keep silent. */
function omissao(s: Situacao, { corregedoriaUrl, ouvidoriaUrl }: Contexto): Remedio {
  if (isDoBalcao(s)) {
    return { tipo: 'omissao', base: 'Resolução CNJ 432/2021, art. 5º, III', autoridade: 'Ouvidoria do tribunal', ...(ouvidoriaUrl ? { url: ouvidoriaUrl } : {}), calculo: s.prazo.calculo };
  }
  const base = s.tipo === 'manifestacao' ? 'Resolução CNJ 432/2021, arts. 9º e 13' : 'Resolução CNJ 215/2015, arts. 13, § 1º, e 18, § 2º; Lei 12.527/2011, art. 32, I';
  const quem = corregedoriaUrl ? { autoridade: 'Corregedoria do tribunal', url: corregedoriaUrl } : { autoridade: 'Ouvidoria Nacional de Justiça (CNJ)', url: CNJ_OUVIDORIA };
  return { tipo: 'omissao', base, ...quem, calculo: (isAberta(s) ? s.prazo : s.recursos.at(-1)!.prazo).calculo };
}

/** The remedies that are open today: at most one appeal, or the way out of a silence. */
export function remediosAbertos(s: Situacao, ctx: Contexto): Remedio[] {
  if (atrasada(s, ctx.hoje)) return [omissao(s, ctx)];
  const aberta = viaAberta(s, ctx);
  if (!aberta || aberta.ciencia === null) return [];
  const { tipo, regra, autoridade, url } = aberta.via;
  const { vence, base, calculo } = contarPrazo(aberta.ciencia, regra, ctx.motivo);
  return ctx.hoje <= vence ? [{ tipo, ate: vence, base, autoridade, ...(url ? { url } : {}), calculo }] : [];
}
