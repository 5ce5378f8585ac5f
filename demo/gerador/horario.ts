/**
 * The helper that writes public hours: what a webmaster fills in (days, from, to, lunch, holidays) and the text of schema.org `opening_hours`, in both
 * directions. Whether a text can be shown in the helper is decided by reading it as the kit does: the same days, the same minutes.
 */
import { dayOf } from '../../src/domain/calendar/civil.ts';
import { hoursOn, readHours } from '../../src/domain/hours/hours-on.ts';
import { RECESS } from '../../src/domain/hours/parse-hours.ts';
import type { HoursRules, Span } from '../../src/domain/hours/types.ts';

/** A stretch of a day, `HH:MM`; empty while it is being filled in. */
export interface Turno {
  de: string;
  ate: string;
}

/** Days with the same hours. */
export interface Faixa extends Turno {
  /** 0 = Monday to 6 = Sunday. */
  dias: readonly number[];
  /** Closed at lunch, from when to when. */
  almoco: Turno | null;
}

/** Hours as the helper has them. */
export interface Horario {
  /** Day and night, holidays too. */
  sempre: boolean;
  faixas: readonly Faixa[];
  /** Open on holidays; null: closed, as usual. */
  feriados: Turno | null;
}

/** Days in Portuguese, Monday first. */
export const DIAS = ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'] as const;
const SIGLAS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** What the helper begins with: weekdays, times to be filled in. */
export const HORARIO_NOVO: Horario = { sempre: false, faixas: [{ dias: [0, 1, 2, 3, 4], de: '', ate: '', almoco: null }], feriados: null };

const HORA = /^([01]\d|2[0-3]):[0-5]\d$/;
const cheio = ({ de, ate }: Turno): boolean => HORA.test(de) && HORA.test(ate);

/** `Mo-Fr`, `Mo,We,Sa-Su`: three days or more in a row are a range. */
function escreverDias(dias: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const dia of [...new Set(dias)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === dia - 1) run[1] = dia;
    else runs.push([dia, dia]);
  }
  return runs
    .flatMap(([first, last]) => (last - first > 1 ? `${SIGLAS[first]}-${SIGLAS[last]}` : first === last ? SIGLAS[first]! : [SIGLAS[first]!, SIGLAS[last]!]))
    .join(',');
}

/** The text of what is filled in; what is not yet whole is left out. Empty when nothing is. */
export function escreverHorario({ sempre, faixas, feriados }: Horario): string {
  if (sempre) return '24/7';
  const rules = faixas.flatMap(({ dias, de, ate, almoco }) => {
    if (!dias.length || !cheio({ de, ate })) return [];
    const turnos = almoco && cheio(almoco) ? [`${de}-${almoco.de}`, `${almoco.ate}-${ate}`] : [`${de}-${ate}`];
    return [`${escreverDias(dias)} ${turnos.join(',')}`];
  });
  if (feriados && cheio(feriados)) rules.push(`PH ${feriados.de}-${feriados.ate}`);
  return rules.join('; ');
}

const hora = (minutos: number): string => `${String(Math.floor(minutos / 60)).padStart(2, '0')}:${String(minutos % 60).padStart(2, '0')}`;
const turno = ({ start, end }: Span): Turno => ({ de: hora(start), ate: hora(end) });

/** A Monday, and the week that begins on it. */
const SEGUNDA = dayOf('2026-03-02');
const SEM_CALENDARIO = { nacionais: false, recesso: false };

const doDia = (rules: HoursRules, day: number, feriado: boolean): readonly Span[] =>
  hoursOn({ hours: '', timezone: 'UTC', calendario: feriado ? { ...SEM_CALENDARIO, feriados: [{ data: '2026-03-02', nome: 'Feriado' }] } : SEM_CALENDARIO }, rules, day).spans;

/**
 * The hours of a text as the helper shows them, or null when it cannot show all of it: dates, comments, past midnight, more than one break a day.
 * Such a text stays a text.
 */
export function lerHorario(text: unknown): Horario | null {
  if (typeof text !== 'string') return null;
  const read = readHours(text);
  if (!read.ok) return null;
  const rules = read.value;
  if (rules.length === 1 && rules[0]!.days & RECESS && !rules[0]!.comment && !rules[0]!.off) return { sempre: true, faixas: [], feriados: null };
  if (rules.some(({ days, dates, comment }) => days & RECESS || dates.length || comment)) return null;
  const semana = SIGLAS.map((_, dia) => doDia(rules, SEGUNDA + dia, false));
  const feriado = doDia(rules, SEGUNDA, true);
  if (feriado.length > 1 || [...semana, feriado].some((spans) => spans.length > 2 || spans.some(({ end }) => end >= 1440))) return null;
  const faixas = new Map<string, Faixa>();
  semana.forEach((spans, dia) => {
    const [manha, tarde = manha] = spans;
    if (!manha || !tarde) return;
    const key = JSON.stringify(spans);
    const dias = [...(faixas.get(key)?.dias ?? []), dia];
    faixas.set(key, { dias, de: hora(manha.start), ate: hora(tarde.end), almoco: spans.length === 2 ? { de: hora(manha.end), ate: hora(tarde.start) } : null });
  });
  return { sempre: false, faixas: [...faixas.values()], feriados: feriado[0] ? turno(feriado[0]) : null };
}

/** One thing that the helper needs before its hours say what was meant. */
export interface FaltaNoHorario {
  /** Which group of days, from 0; null for the holidays. */
  faixa: number | null;
  texto: string;
}

const emOrdem = (...horas: string[]): boolean => horas.every((one, place) => place === 0 || horas[place - 1]! < one);

/** What is missing or cannot be, in words for the person filling it in. */
export function conferirHorario({ sempre, faixas, feriados }: Horario): FaltaNoHorario[] {
  if (sempre) return [];
  const faltas: FaltaNoHorario[] = [];
  const usados = new Set<number>();
  faixas.forEach(({ dias, de, ate, almoco }, faixa) => {
    const falta = (texto: string): void => void faltas.push({ faixa, texto });
    if (!dias.length) falta('Marque pelo menos um dia.');
    for (const dia of dias) if (usados.has(dia)) falta(`${DIAS[dia]![0]!.toUpperCase()}${DIAS[dia]!.slice(1)} já está em outro grupo de dias.`);
    for (const dia of dias) usados.add(dia);
    if (!cheio({ de, ate })) falta('Diga a hora em que abre e a hora em que fecha.');
    else if (!emOrdem(de, ate)) falta('A hora de fechar precisa ser depois da hora de abrir.');
    else if (almoco && !cheio(almoco)) falta('Diga quando começa e quando termina o intervalo.');
    else if (almoco && !emOrdem(de, almoco.de, almoco.ate, ate)) falta('O intervalo precisa ficar entre a hora de abrir e a de fechar.');
  });
  if (!faixas.length && !feriados) faltas.push({ faixa: null, texto: 'Acrescente os dias de atendimento.' });
  if (feriados && !cheio(feriados)) faltas.push({ faixa: null, texto: 'Diga o horário dos feriados.' });
  else if (feriados && !emOrdem(feriados.de, feriados.ate)) faltas.push({ faixa: null, texto: 'Nos feriados, a hora de fechar precisa ser depois da hora de abrir.' });
  return faltas;
}
