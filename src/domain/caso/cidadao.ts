import type { AcaoCidadao } from '../../contract/caso.ts';
import { retomar } from '../deadlines/alteracoes.ts';
import { contarPrazo } from '../deadlines/prazo.ts';
import { REGRA_DECIDIR_POR_ANALOGIA, REGRA_DECIDIR_RECURSO } from '../deadlines/regras.ts';
import { remediosAbertos } from '../remedies/remedios.ts';
import { feito, recusado, type EventoDoCaso, type Recusa, type Resultado } from './resultado.ts';
import { emAndamento, encerrada, isAberta, isEmRecurso, regrasDe, type Avaliacao, type Contexto, type Fatos, type Situacao } from './situacao.ts';

/** What the person wrote; encrypted to the Ouvidoria's key when `cifrado`. */
interface Escrito {
  texto: string;
  cifrado?: boolean;
}

/** An act of the person on their own case. `ler` is the reading of it, which makes decisions known. */
export type AtoCidadao =
  | ({ ato: 'complementar' } & Escrito)
  | ({ ato: 'responder' } & Escrito)
  | { ato: 'recorrer'; instancia: 1 | 2; texto: string }
  | ({ ato: 'avaliar' } & Avaliacao)
  | { ato: 'identificar'; modo: 'identificada' | 'preservada' }
  | { ato: 'desistir' }
  | { ato: 'ler' };

const doCidadao = (evento: Omit<EventoDoCaso, 'papel'>): EventoDoCaso => ({ papel: 'cidadao', ...evento });
const escrito = ({ texto, cifrado }: Escrito): EventoDoCaso => doCidadao({ tipo: 'complemento', texto, ...(cifrado ? { cifrado: true } : {}), comAnexos: true });

/** Why the person cannot do this now; null when they can. Nothing is done on a case that is closed. */
function porQueNao(acao: AcaoCidadao, s: Situacao, ctx: Contexto): Recusa | null {
  if (s.estado === 'encerrada') return 'encerrado';
  switch (acao) {
    case 'complementar':
      if (!isAberta(s)) return 'ja-respondido';
      return s.estado === 'complementacao-pedida' ? 'pergunta-pendente' : null;
    case 'responder':
      return s.estado === 'complementacao-pedida' ? null : 'sem-pergunta';
    case 'identificar':
      return s.modo === 'anonima' ? null : 'ja-identificado';
    case 'desistir':
      if (s.tipo === 'agendamento') return 'cancele-o-horario';
      return isAberta(s) || isEmRecurso(s) ? null : 'ja-respondido';
    case 'recorrer':
      return remediosAbertos(s, ctx).some(({ tipo }) => tipo === 'recurso-1' || tipo === 'recurso-2') ? null : 'recurso-indisponivel';
    case 'avaliar':
      if (!s.decisoes.length) return 'sem-resposta';
      return s.avaliacao ? 'ja-avaliado' : null;
  }
}

const ACOES: readonly AcaoCidadao[] = ['responder', 'complementar', 'recorrer', 'identificar', 'avaliar', 'desistir'];

/** What the person can do on the case today. */
export const acoesDoCidadao = (s: Situacao, ctx: Contexto): AcaoCidadao[] => ACOES.filter((acao) => porQueNao(acao, s, ctx) === null);

/** The case after its question was answered; the clock goes on when the question had stopped it and the answer came in time. */
function respondidaAPergunta(s: Situacao & { estado: 'complementacao-pedida' }, ctx: Contexto): Fatos {
  const { ate, em, prazoAntes } = s.pergunta;
  const parada = regrasDe(s).complemento;
  // After the last day the clock was running again by itself: the due date on the case already says so.
  if (!prazoAntes || !parada || ate === null || ctx.hoje > ate) return s;
  return { ...s, prazo: retomar(prazoAntes, em, ctx.hoje, parada.base, ctx.motivo) };
}

function recorrer(s: Situacao, { instancia, texto }: { instancia: 1 | 2; texto: string }, ctx: Contexto): Resultado {
  const estado = `recurso-${instancia}` as const;
  if (!remediosAbertos(s, ctx).some(({ tipo }) => tipo === estado)) return recusado('recurso-indisponivel');
  const [primeira, ...outras] = s.decisoes;
  const regra = instancia === 2 || s.especie === 'desclassificacao' ? REGRA_DECIDIR_POR_ANALOGIA : REGRA_DECIDIR_RECURSO;
  const recurso = { instancia, texto, em: ctx.hoje, prazo: contarPrazo(ctx.hoje, regra, ctx.motivo) };
  const [um, ...mais] = [...s.recursos, recurso];
  const depois: Situacao = { ...s, decisoes: [primeira, ...outras], recursos: [um, ...mais], estado };
  return feito(depois, doCidadao({ tipo: 'recurso', texto, dados: { instancia }, comAnexos: true }));
}

/** The person sees the case: what was decided is known from today on, if it was not before. */
function ler(s: Situacao, { hoje }: Contexto): Resultado {
  if (s.decisoes.every(({ ciencia }) => ciencia !== null)) return feito(s);
  const decisoes = s.decisoes.map((decisao) => ({ ...decisao, ciencia: decisao.ciencia ?? hoje }));
  const novas = s.decisoes.filter(({ ciencia }) => ciencia === null).map(({ instancia }) => instancia);
  return feito({ ...s, decisoes } as unknown as Situacao, doCidadao({ tipo: 'ciencia', interno: true, texto: 'A pessoa viu a decisão.', dados: { instancias: novas } }));
}

/** Does an act of the person on the case: pure, all it depends on is handed in. */
export function aplicarCidadao(s: Situacao, ato: AtoCidadao, ctx: Contexto): Resultado {
  if (ato.ato === 'ler') return ler(s, ctx);
  const recusa = porQueNao(ato.ato, s, ctx);
  if (recusa) return recusado(recusa);
  switch (ato.ato) {
    case 'complementar':
      return feito(s, escrito(ato));
    case 'responder':
      return s.estado === 'complementacao-pedida' ? feito(emAndamento(respondidaAPergunta(s, ctx)), escrito(ato)) : recusado('sem-pergunta');
    case 'recorrer':
      return recorrer(s, ato, ctx);
    case 'identificar':
      return feito({ ...s, modo: ato.modo }, doCidadao({ tipo: 'identificacao', texto: ato.modo === 'preservada' ? 'A pessoa se identificou e pediu que a identidade seja preservada.' : 'A pessoa se identificou.' }));
    case 'desistir':
      return feito(encerrada(s), doCidadao({ tipo: 'desistencia', texto: 'A pessoa desistiu, e o caso foi encerrado.' }));
    case 'avaliar': {
      const { ato: _, ...avaliacao } = ato;
      return feito({ ...s, avaliacao }, doCidadao({ tipo: 'avaliacao', texto: 'A pessoa avaliou o atendimento.' }));
    }
  }
}

