import type { Calendario } from '../../contract/tribunal.ts';
import { dateOf, dayOf, weekdayOf } from './civil.ts';
import { closureOn } from './closures.ts';
import type { Onde } from './closures.ts';

/**
 * Why the court does not work on the date: the name of the holiday, `Recesso forense`, `sábado` or `domingo`; null on a working day.
 * A day that opens late (Ash Wednesday) is a working day here; see `expedienteReduzido`. Exceptional hours say when a counter serves the
 * public, and do not touch terms.
 */
export function motivoNaoUtil(date: string, calendario?: Calendario, onde?: Onde): string | null {
  const day = dayOf(date);
  const closure = closureOn(day, calendario, onde);
  if (closure && closure.until === undefined) return closure.name;
  return { 0: 'domingo', 6: 'sábado' }[weekdayOf(day)] ?? null;
}

/** Is the date (`YYYY-MM-DD`) a working day of the court? */
export const diaUtil = (date: string, calendario?: Calendario, onde?: Onde): boolean => !motivoNaoUtil(date, calendario, onde);

/** Does the court open late on the date? A term that ends on such a day goes on to the next one (CPC, art. 224, § 1). */
export const expedienteReduzido = (date: string, calendario?: Calendario, onde?: Onde): boolean =>
  closureOn(dayOf(date), calendario, onde)?.until !== undefined;

/**
 * The date itself when it is a working day, else the next one. Null when the calendar leaves none within 400 days.
 */
export function proximoDiaUtil(date: string, calendario?: Calendario, onde?: Onde): string | null {
  const first = dayOf(date);
  for (let day = first; day <= first + 400; day++) {
    if (diaUtil(dateOf(day), calendario, onde)) return dateOf(day);
  }
  return null;
}
