import type { PassoPrazo, Prazo } from '../../contract/caso.ts';
import type { Calendario } from '../../contract/tribunal.ts';
import { motivoNaoUtil } from '../calendar/dia-util.ts';

/**
 * Due dates of what a citizen sends, with every step of the arithmetic in plain words.
 *
 * Terms run in consecutive days; the first day is left out and the last counts; when the last falls on a day without work in the
 * court, it moves to the next working day (Lei 9.784/1999, art. 66, caput and §§ 1 and 2). Civil dates in and out (`YYYY-MM-DD`, in
 * the court's zone): no clock and no time zone here.
 */

/** Why the court does not work on a civil date (`Natal`, `domingo`), or null on a working day. */
export type MotivoNaoUtil = (data: string) => string | null;

/** Words for the day from which a term is counted: `Registro`, and `do registro`. */
export interface Marco {
  fato: string;
  dia: string;
}

/** A term set by a norm. */
export interface RegraPrazo {
  /** Consecutive days. */
  dias: number;
  /** The norm, as it is shown. */
  base: string;
  /** What the term is counted from. Default: the registration. */
  marco?: Marco;
}

/** Answer of the Ouvidoria: 30 days (Res. CNJ 432/2021, art. 9). */
export const REGRA_MANIFESTACAO: RegraPrazo = { dias: 30, base: 'Resolução CNJ 432/2021, art. 9º' };

/** Answer of the SIC: 20 days (Lei 12.527/2011, art. 11, § 1; Res. CNJ 215/2015, art. 13, § 1). */
export const REGRA_PEDIDO: RegraPrazo = { dias: 20, base: 'Lei 12.527/2011, art. 11, § 1º; Resolução CNJ 215/2015, art. 13, § 1º' };

/** A calendar that closes more than this many days in a row is a mistake in the court file, not a calendar. */
const MAX_DIAS_FECHADOS = 400;

const DIA_MS = 86_400_000;
const DIAS = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'] as const;

const utc = (data: string): number => {
  const ms = Date.parse(`${data}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(data) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== data) throw new RangeError(`not a civil date: ${data}`);
  return ms;
};

/** The civil date a number of days later. */
export const somarDias = (data: string, dias: number): string => new Date(utc(data) + dias * DIA_MS).toISOString().slice(0, 10);

/** Whole days from one civil date to another; negative when the second comes first. */
export const diasEntre = (de: string, ate: string): number => (utc(ate) - utc(de)) / DIA_MS;

/** `23/12/2026 (quarta-feira)`. */
export const porExtenso = (data: string): string => `${curta(data)} (${DIAS[new Date(utc(data)).getUTCDay()]})`;
const curta = (data: string): string => data.split('-').reverse().join('/');

/**
 * Days without work from a date on, neighbours with the same reason together, and the first working day after them.
 * @throws RangeError when the calendar never opens
 */
export function proximoUtil(data: string, motivo: MotivoNaoUtil): { vence: string; passos: PassoPrazo[] } {
  const grupos: { de: string; ate: string; razao: string }[] = [];
  let dia = data;
  for (let i = 0; ; i += 1) {
    const razao = motivo(dia);
    if (razao === null) break;
    if (i >= MAX_DIAS_FECHADOS) throw new RangeError(`the calendar has no working day in ${MAX_DIAS_FECHADOS} days after ${data}`);
    const last = grupos.at(-1);
    if (last?.razao === razao) last.ate = dia;
    else grupos.push({ de: dia, ate: dia, razao });
    dia = somarDias(dia, 1);
  }
  const passos = grupos.map(({ de, ate, razao }): PassoPrazo => {
    // "sábado" as a reason beside "(sábado)" as the day would say the same thing twice.
    const dia = DIAS.includes(razao.toLowerCase() as (typeof DIAS)[number]) ? curta(de) : porExtenso(de);
    const quando = de === ate ? `${dia} não é dia útil` : `De ${curta(de)} a ${curta(ate)} não há dia útil`;
    return { passo: 'dia-nao-util', data: de, texto: `${quando}: ${razao}.` };
  });
  return { vence: dia, passos };
}

const REGISTRO: Marco = { fato: 'Registro', dia: 'do registro' };

/** The closing steps: from the last day counted to the due date. */
export function terminar(ultimo: string, motivo: MotivoNaoUtil, quando = 'O prazo'): { vence: string; passos: PassoPrazo[] } {
  const { vence, passos } = proximoUtil(ultimo, motivo);
  const texto = passos.length
    ? `${quando} passa para o dia útil seguinte (Lei 9.784/1999, art. 66, § 1º) e termina em ${porExtenso(vence)}.`
    : `${quando} termina em ${porExtenso(vence)}.`;
  return { vence, passos: [...passos, { passo: 'vencimento', data: vence, texto }] };
}

/**
 * Counts a term from a civil date, which is left out of it: that of the registration, or of what the rule names.
 * @throws RangeError when the date does not exist or the calendar never opens.
 */
export function contarPrazo(de: string, regra: RegraPrazo, motivo: MotivoNaoUtil): Prazo {
  const { fato, dia } = regra.marco ?? REGISTRO;
  const inicio = somarDias(de, 1);
  const ultimo = somarDias(de, regra.dias);
  const { vence, passos } = terminar(ultimo, motivo);
  return {
    vence,
    dias: regra.dias,
    base: regra.base,
    calculo: [
      { passo: 'registro', data: de, texto: `${fato} em ${porExtenso(de)}. O dia ${dia} não entra na conta.` },
      { passo: 'inicio', data: inicio, texto: `A conta começa no dia seguinte, ${porExtenso(inicio)}.` },
      { passo: 'contagem', data: ultimo, texto: `São ${regra.dias} dias corridos (${regra.base}): o último é ${porExtenso(ultimo)}.` },
      ...passos,
    ],
  };
}

/** Due date of a manifestation to the Ouvidoria: 30 days (Res. CNJ 432/2021, art. 9), on the court's calendar. */
export const prazoManifestacao = (registradoEm: string, calendario?: Calendario): Prazo =>
  contarPrazo(registradoEm, REGRA_MANIFESTACAO, (data) => motivoNaoUtil(data, calendario));

/** Due date of an information request: 20 days (Res. CNJ 215/2015, art. 13, § 1), on the court's calendar. */
export const prazoPedido = (registradoEm: string, calendario?: Calendario): Prazo =>
  contarPrazo(registradoEm, REGRA_PEDIDO, (data) => motivoNaoUtil(data, calendario));
