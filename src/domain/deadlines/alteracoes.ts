import type { PassoPrazo, Prazo } from '../../contract/caso.ts';
import { diasEntre, porExtenso, somarDias, terminar, type MotivoNaoUtil, type RegraPrazo } from './prazo.ts';

/**
 * What may happen to a term that is running: its one extension, and the stop while a question to the person waits. Each gives a new term whose
 * arithmetic tells the whole way from the registration on.
 */

/** Was the term extended? */
export const foiProrrogado = (prazo: Prazo): boolean => prazo.calculo.some(({ passo }) => passo === 'prorrogacao');

/** Was its clock ever stopped? */
export const foiSuspenso = (prazo: Prazo): boolean => prazo.calculo.some(({ passo }) => passo === 'suspensao');

/** The steps of a term that does not end there any more: its end as it would have been. */
function passosSemFim({ calculo, vence }: Prazo): PassoPrazo[] {
  const antes = calculo.slice(0, -1);
  if (antes.at(-1)?.passo !== 'dia-nao-util') return antes;
  return [...antes, { passo: 'contagem', data: vence, texto: `Com isso, o último dia passa a ser o dia útil seguinte, ${porExtenso(vence)} (Lei 9.784/1999, art. 66, § 1º).` }];
}

/**
 * The term with its one extension. It goes on from the original last day, already moved to a working day: nobody loses a day by being told early, and
 * nobody gains one (Res. CNJ 432/2021, art. 9; Res. CNJ 215/2015, art. 13, § 2).
 * @param em civil date on which the person is told, not after the term has ended
 * @throws RangeError when it was extended before, or has ended
 */
export function prorrogar(prazo: Prazo, regra: RegraPrazo, em: string, motivo: MotivoNaoUtil): Prazo {
  if (foiProrrogado(prazo)) throw new RangeError('the term was extended before');
  if (em > prazo.vence) throw new RangeError('the term has ended');
  const ultimo = somarDias(prazo.vence, regra.dias);
  const { vence, passos } = terminar(ultimo, motivo);
  return {
    vence,
    dias: prazo.dias + regra.dias,
    base: prazo.base.includes(regra.base) ? prazo.base : `${prazo.base}; ${regra.base}`,
    calculo: [
      ...passosSemFim(prazo),
      {
        passo: 'prorrogacao',
        data: ultimo,
        texto: `Em ${porExtenso(em)}, o prazo foi prorrogado uma única vez, por ${regra.dias} dias (${regra.base}). Eles se contam depois de ${porExtenso(prazo.vence)}: o último é ${porExtenso(ultimo)}.`,
      },
      ...passos,
    ],
  };
}

/** Moves the end of a term by the days that its clock stood still. */
function deslocar(prazo: Prazo, dias: number, texto: (ultimo: string) => string, motivo: MotivoNaoUtil, fim?: string): Prazo {
  const ultimo = somarDias(prazo.vence, dias);
  const { vence, passos } = terminar(ultimo, motivo, fim);
  return { ...prazo, vence, calculo: [...passosSemFim(prazo), { passo: 'suspensao', data: ultimo, texto: texto(ultimo) }, ...passos] };
}

const faltam = (dias: number): string => (dias === 0 ? 'era o último dia' : dias === 1 ? 'faltava 1 dia' : `faltavam ${dias} dias`);

/**
 * The term while a question to the person waits: its clock stands still from the question to the answer, and no longer than to the last day for the
 * answer. The due date is the one that holds when no answer comes.
 * @param em civil date of the question, not after the term has ended
 * @param ate last day for the answer
 * @throws RangeError when the clock was stopped before, or the term has ended
 */
export function suspender(prazo: Prazo, em: string, ate: string, base: string, motivo: MotivoNaoUtil): Prazo {
  if (foiSuspenso(prazo)) throw new RangeError('the clock was stopped before');
  if (em > prazo.vence) throw new RangeError('the term has ended');
  const resta = faltam(diasEntre(em, prazo.vence));
  return deslocar(
    prazo,
    diasEntre(em, ate),
    () => `Em ${porExtenso(em)}, foi feita uma pergunta a você e a conta parou (${base}): ${resta}. Ela continua no dia em que você responder, ou em ${porExtenso(ate)}.`,
    motivo,
    'Se não houver resposta, o prazo',
  );
}

/**
 * The term after the person answered: it goes on where it stood, later by the days that the answer took.
 * @param prazo the term as it was before the question
 */
export function retomar(prazo: Prazo, em: string, respondidoEm: string, base: string, motivo: MotivoNaoUtil): Prazo {
  const parado = diasEntre(em, respondidoEm);
  if (parado < 0) throw new RangeError('the answer comes before the question');
  const dias = parado === 1 ? '1 dia' : `${parado} dias`;
  return deslocar(
    prazo,
    parado,
    (ultimo) => `A conta ficou parada de ${porExtenso(em)} a ${porExtenso(respondidoEm)}, enquanto se esperava a sua resposta (${base}): são ${dias} a mais, e o último é ${porExtenso(ultimo)}.`,
    motivo,
  );
}
