import type { AcaoEquipe, NomeAcaoEquipe } from '../../contract/tratamento.ts';
import { foiProrrogado, foiSuspenso, prorrogar, suspender } from '../deadlines/alteracoes.ts';
import { contarPrazo } from '../deadlines/prazo.ts';
import { REGRA_ENCAMINHAR_SIC } from '../deadlines/regras.ts';
import { aindaCabeRecurso, autoridadeDoRecurso } from '../remedies/remedios.ts';
import { safeUrl } from '../url/safe-url.ts';
import { autorPublico, papelPara, type Quem } from './papeis.ts';
import { feito, recusado, type EventoDoCaso, type Recusa, type Resultado } from './resultado.ts';
import {
  admiteNegativa,
  comecou,
  contaParada,
  decidida,
  diasDaUnidade,
  emAndamento,
  encerrada,
  esperaResposta,
  isAberta,
  isDecidida,
  isEmRecurso,
  regrasDe,
  type Aberta,
  type Contexto,
  type DecisaoTomada,
  type Fatos,
  type Situacao,
} from './situacao.ts';

/** Kinds and themes that triage may put right; the lists are the contract's. */
export interface Classificacoes {
  especies: readonly string[];
  temas: readonly string[];
}

export interface ContextoEquipe extends Contexto {
  classificacoes?: Classificacoes;
}

type Ato<N extends NomeAcaoEquipe> = Extract<AcaoEquipe, { acao: N }>;
type Autor = Pick<EventoDoCaso, 'papel' | 'unidade'>;

/** Acts on a case that nobody has answered yet. */
const SO_ABERTA: readonly NomeAcaoEquipe[] = ['analisar', 'encaminhar', 'prorrogar-unidade', 'informar', 'perguntar', 'prorrogar', 'responder', 'negar', 'devolver'];

/** Why the unit cannot have more time; null when it can. */
function unidadeNaoProrroga(s: Aberta, hoje: string): Recusa | null {
  const prazo = s.unidade?.prazo;
  if (!prazo) return 'fora-da-unidade';
  if (foiProrrogado(prazo)) return 'ja-prorrogado';
  return hoje > prazo.vence ? 'prazo-vencido' : null;
}

/** Why the term cannot be extended; null when it can. Once, for a reason, before it ends (Res. CNJ 432/2021, art. 9; 215/2015, art. 13, § 2). */
function naoProrroga(s: Aberta, hoje: string): Recusa | null {
  if (!regrasDe(s).prorrogacao) return 'sem-prorrogacao';
  if (s.prorrogacao) return 'ja-prorrogado';
  if (contaParada(s, hoje)) return 'pergunta-pendente';
  return hoje > s.prazo.vence ? 'prazo-vencido' : null;
}

/** Why a case cannot be closed; null when it can: answered with no appeal left, or asked in vain. */
function naoEncerra(s: Situacao, ctx: Contexto): Recusa | null {
  if (s.estado === 'complementacao-pedida') return s.pergunta.ate !== null && ctx.hoje > s.pergunta.ate ? null : 'pergunta-pendente';
  if (isAberta(s)) return 'sem-resposta';
  if (isEmRecurso(s)) return 'recurso-pendente';
  return aindaCabeRecurso(s, ctx) ? 'recurso-pendente' : null;
}

/** Why the act cannot be done on an appointment; null when it can. Before its hour the person can be asked something; afterwards it is told how it went. */
function naoAtende(acao: NomeAcaoEquipe, s: Situacao, ctx: Contexto): Recusa | null {
  if (acao !== 'perguntar' && acao !== 'responder' && acao !== 'encerrar') return 'resultado-indevido';
  if (!isAberta(s)) return acao === 'encerrar' ? null : 'ja-respondido';
  if (acao === 'perguntar') return comecou(s, ctx) ? 'agendamento-passado' : esperaResposta(s, ctx.hoje) ? 'pergunta-pendente' : null;
  return comecou(s, ctx) ? null : 'agendamento-por-vir';
}

/** How an appointment ended, where the case is one. */
const ficou = (s: Situacao, situacao: 'atendido' | 'faltou'): Partial<Fatos> => (s.agendamento ? { agendamento: { ...s.agendamento, situacao } } : {});

/** Why the act cannot be done now, whoever does it; null when it can. */
function porQueNao(acao: NomeAcaoEquipe, s: Situacao, ctx: Contexto): Recusa | null {
  if (acao === 'anotar') return null;
  if (s.estado === 'encerrada') return 'encerrado';
  if (s.tipo === 'agendamento') return naoAtende(acao, s, ctx);
  if (acao === 'encerrar') return naoEncerra(s, ctx);
  if (acao === 'decidir-recurso') return isEmRecurso(s) ? null : 'sem-recurso';
  if (!SO_ABERTA.includes(acao) || !isAberta(s)) return 'ja-respondido';
  switch (acao) {
    case 'informar':
      return s.unidade?.prazo ? null : 'fora-da-unidade';
    case 'prorrogar-unidade':
      return unidadeNaoProrroga(s, ctx.hoje);
    case 'prorrogar':
      return naoProrroga(s, ctx.hoje);
    case 'perguntar':
      return esperaResposta(s, ctx.hoje) ? 'pergunta-pendente' : null;
    case 'encaminhar':
      // A question that stopped the clock has its time; one that did not must not hold the case up.
      return contaParada(s, ctx.hoje) ? 'pergunta-pendente' : null;
    case 'negar':
      return admiteNegativa(s) ? null : 'resultado-indevido';
    default:
      return null;
  }
}

const TODAS: readonly NomeAcaoEquipe[] = [
  'analisar', 'encaminhar', 'prorrogar-unidade', 'informar', 'perguntar', 'prorrogar', 'responder', 'negar', 'devolver', 'decidir-recurso', 'encerrar', 'anotar',
];

/** What this person of the staff may do on the case today. */
export const acoesDaEquipe = (s: Situacao, quem: Quem, ctx: Contexto): NomeAcaoEquipe[] => TODAS.filter((acao) => papelPara(acao, s, quem) !== null && porQueNao(acao, s, ctx) === null);

const genero = ({ tipo }: Situacao): 'a' | 'o' => (tipo === 'manifestacao' ? 'a' : 'o');

/** The state after something was done in hand: a question that waits keeps waiting; one whose time is over does not hold the case. */
const seguir = (s: Aberta, fatos: Fatos, hoje: string): Aberta => (s.estado === 'complementacao-pedida' && esperaResposta(s, hoje) ? { ...fatos, estado: s.estado, pergunta: s.pergunta } : emAndamento(fatos));

function analisar(s: Aberta, ato: Ato<'analisar'>, autor: Autor, { classificacoes, hoje }: ContextoEquipe): Resultado {
  const { especie = s.especie, assunto = s.assunto, tema = s.tema } = ato;
  if (ato.especie !== undefined && classificacoes && !classificacoes.especies.includes(ato.especie)) return recusado('classificacao-indevida', '/acao/especie');
  if (ato.tema && classificacoes && !classificacoes.temas.includes(ato.tema)) return recusado('classificacao-indevida', '/acao/tema');
  // Whoever a matter was sent to directly, without a term of a unit, holds it by taking it in hand.
  const unidade = s.unidade?.prazo ? s.unidade : null;
  const depois = { ...s, especie, assunto: assunto || null, tema: tema || null, unidade };
  const primeira = s.estado === 'registrada' || unidade !== s.unidade;
  return feito(seguir(s, depois, hoje), {
    ...autor,
    tipo: 'analise',
    texto: primeira ? 'Em análise.' : 'Classificação revista.',
    ...(primeira ? {} : { interno: true }),
    dados: { especie, assunto: depois.assunto, tema: depois.tema },
    comAnexos: true,
  });
}

/** Last day to send a request on to the unit that keeps the information (Res. CNJ 215/2015, art. 13, § 1); null where there is none. */
export function prazoParaEncaminhar(s: Situacao, motivo: Contexto['motivo']): string | null {
  const registradoEm = s.prazo.calculo[0]?.data;
  return s.tipo === 'pedido-informacao' && registradoEm ? contarPrazo(registradoEm, REGRA_ENCAMINHAR_SIC, motivo).vence : null;
}

function encaminhar(s: Aberta, { unidadeId, texto }: Ato<'encaminhar'>, autor: Autor, ctx: Contexto): Resultado {
  const nome = ctx.nomeDaUnidade?.(unidadeId);
  if (!nome) return recusado('unidade-desconhecida', '/acao/unidadeId');
  const prazo = contarPrazo(ctx.hoje, regrasDe(s).unidade, diasDaUnidade(ctx, unidadeId));
  const ate = prazoParaEncaminhar(s, ctx.motivo);
  return feito(
    seguir(s, { ...s, unidade: { id: unidadeId, prazo } }, ctx.hoje),
    { ...autor, tipo: 'encaminhamento', texto: `Encaminhad${genero(s)} à unidade que pode informar: ${nome}.`, dados: { unidadeId, vence: prazo.vence } },
    // What is said to the unit, and the files for it, are between the two.
    { ...autor, unidade: nome, tipo: 'encaminhamento', interno: true, texto: texto ?? 'Para informar.', dados: { unidadeId, vence: prazo.vence, ...(ate ? { encaminharAte: ate, foraDoPrazo: ctx.hoje > ate } : {}) }, comAnexos: true },
  );
}

function perguntar(s: Aberta, { texto }: Ato<'perguntar'>, autor: Autor, { hoje, motivo }: Contexto): Resultado {
  const evento: EventoDoCaso = { ...autor, tipo: 'pergunta', texto, comAnexos: true };
  const regra = regrasDe(s).complemento;
  // Once, and never a term that has ended already.
  if (!regra || foiSuspenso(s.prazo) || hoje > s.prazo.vence) return feito({ ...s, estado: 'complementacao-pedida', pergunta: { texto, em: hoje, ate: null, prazoAntes: null } }, evento);
  const ate = contarPrazo(hoje, regra, motivo).vence;
  const pergunta = { texto, em: hoje, ate, prazoAntes: s.prazo };
  return feito({ ...s, estado: 'complementacao-pedida', pergunta, prazo: suspender(s.prazo, hoje, ate, regra.base, motivo) }, { ...evento, dados: { ate } });
}

function estender(s: Aberta, { motivo }: Ato<'prorrogar'>, autor: Autor, ctx: Contexto): Resultado {
  const venciaEm = s.prazo.vence;
  const prazo = prorrogar(s.prazo, regrasDe(s).prorrogacao!, ctx.hoje, ctx.motivo);
  return feito(seguir(s, { ...s, prazo, prorrogacao: { em: ctx.hoje, motivo, venciaEm } }, ctx.hoje), { ...autor, tipo: 'prorrogacao', texto: motivo, dados: { venciaEm, vence: prazo.vence }, comAnexos: true });
}

function estenderUnidade(s: Aberta, { motivo }: Ato<'prorrogar-unidade'>, autor: Autor, ctx: Contexto): Resultado {
  const unidade = s.unidade!;
  const prazo = prorrogar(unidade.prazo!, regrasDe(s).prorrogacaoUnidade, ctx.hoje, diasDaUnidade(ctx, unidade.id));
  return feito(seguir(s, { ...s, unidade: { ...unidade, prazo } }, ctx.hoje), { ...autor, tipo: 'prorrogacao-unidade', interno: true, texto: motivo, dados: { vence: prazo.vence }, comAnexos: true });
}

/** The decision with who took it and when; nobody has seen it yet. */
const decidir = (s: Situacao, decisao: Pick<DecisaoTomada, 'instancia' | 'resultado' | 'texto'> & { fundamento?: string | undefined; autoridade?: string }, { hoje }: Contexto): Situacao => {
  const { fundamento, ...resto } = decisao;
  return decidida(s, { ...resto, ...(fundamento ? { fundamento } : {}), em: hoje, ciencia: null });
};

function responder(s: Aberta, { texto, resultado, fundamento }: Ato<'responder'>, autor: Autor, ctx: Contexto): Resultado {
  if (resultado !== 'respondida' && !admiteNegativa(s)) return recusado('resultado-indevido', '/acao/resultado');
  // What is refused in part is refused: the reasons of fact or law are owed (Res. CNJ 215/2015, art. 13, IV).
  if (resultado === 'parcial' && !fundamento) return recusado('fundamento-obrigatorio', '/acao/fundamento');
  return feito({ ...decidir(s, { instancia: 0, resultado, texto, fundamento }, ctx), ...ficou(s, 'atendido') } as Situacao, { ...autor, tipo: 'resposta', texto, dados: { resultado }, comAnexos: true });
}

function devolver(s: Aberta, { motivo, orgao, url }: Ato<'devolver'>, autor: Autor, ctx: Contexto): Resultado {
  const limpa = url ? safeUrl(url) : undefined;
  if (limpa === null || (limpa && !/^https?:/.test(limpa))) return recusado('url-invalida', '/acao/url');
  const destino = { orgao, ...(limpa ? { url: limpa } : {}) };
  return feito({ ...decidir(s, { instancia: 0, resultado: 'devolvida', texto: motivo }, ctx), destino }, { ...autor, tipo: 'devolucao', texto: motivo, dados: destino, comAnexos: true });
}

function decidirRecurso(s: Situacao, { resultado, texto, fundamento }: Ato<'decidir-recurso'>, autor: Autor, ctx: Contexto): Resultado {
  if (!isEmRecurso(s)) return recusado('sem-recurso');
  const { instancia } = s.recursos.at(-1)!;
  const autoridade = autoridadeDoRecurso(s, instancia, ctx);
  return feito(decidir(s, { instancia, resultado, texto, fundamento, autoridade }, ctx), { ...autor, tipo: 'decisao-recurso', texto, dados: { instancia, resultado }, comAnexos: true });
}

const DEPOIS_DE_ABERTA = {
  'analisar': analisar,
  'encaminhar': encaminhar,
  'perguntar': perguntar,
  'prorrogar': estender,
  'prorrogar-unidade': estenderUnidade,
  'responder': responder,
  'devolver': devolver,
  'informar': (s: Aberta, { texto }: Ato<'informar'>, autor: Autor, { hoje }: Contexto): Resultado =>
    feito(seguir(s, { ...s, unidade: null }, hoje), { ...autor, tipo: 'informacao-unidade', interno: true, texto, comAnexos: true }),
  'negar': (s: Aberta, { texto, fundamento }: Ato<'negar'>, autor: Autor, ctx: Contexto): Resultado =>
    feito(decidir(s, { instancia: 0, resultado: 'negada', texto, fundamento }, ctx), { ...autor, tipo: 'negativa', texto, comAnexos: true }),
} satisfies { [N in NomeAcaoEquipe]?: (s: Aberta, ato: Ato<N>, autor: Autor, ctx: ContextoEquipe) => Resultado };

/** Does an act of the staff on the case: pure, all it depends on is handed in. */
export function aplicarEquipe(s: Situacao, ato: AcaoEquipe, quem: Quem, ctx: ContextoEquipe): Resultado {
  const { acao } = ato;
  const papel = papelPara(acao, s, quem);
  const recusa = porQueNao(acao, s, ctx);
  if (!papel) return recusado(recusa === 'sem-recurso' || recusa === 'encerrado' ? recusa : 'sem-permissao');
  if (recusa) return recusado(recusa);
  const autor = autorPublico(papel, s, ctx.nomeDaUnidade);
  if (acao === 'anotar') return feito(s, { ...autor, tipo: 'anotacao', interno: true, texto: ato.texto, comAnexos: true });
  if (acao === 'encerrar' && s.agendamento && isAberta(s)) return feito(encerrada({ ...s, ...ficou(s, 'faltou') }), { ...autor, tipo: 'encerramento', texto: 'O horário passou e o atendimento não aconteceu.', comAnexos: true });
  if (acao === 'encerrar') return feito(encerrada(s), { ...autor, tipo: 'encerramento', texto: isDecidida(s) ? 'Caso encerrado.' : 'Caso encerrado sem resposta, porque a pergunta não foi respondida no prazo.', comAnexos: true });
  if (acao === 'decidir-recurso') return decidirRecurso(s, ato, autor, ctx);
  const executar = DEPOIS_DE_ABERTA[acao] as (s: Aberta, ato: AcaoEquipe, autor: Autor, ctx: ContextoEquipe) => Resultado;
  return isAberta(s) ? executar(s, ato, autor, ctx) : recusado('ja-respondido');
}
