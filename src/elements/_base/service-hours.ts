import type { Servico, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { describeWeek } from '../../domain/hours/describe.ts';
import { usualWeek } from '../../domain/hours/week.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { AnyTranslate } from '../../i18n/translate.ts';
import { serviceUnit } from './service-channels.ts';
import { weekWords } from './week-words.ts';

/** Usual hours in the words of a translator. */
export type HorarioUsual = (t: AnyTranslate) => string;

/** The usual week is the same on every clock: no zone has to be loaded to say it. */
const ANY_ZONE: ZoneRules = { isZone: () => true, offsetAt: () => 0, instantOf: (_zone, wall) => wall };

/** Usual hours, to be said in the language of a translator, as in `segunda a sexta, das 8h às 14h`; null when there are none, or they cannot be read. */
export function serviceHours(tribunal: Tribunal | null, service: Servico | undefined, tipo: Unidade['tipo'], now: number): HorarioUsual | null {
  const hours = service?.hours ?? serviceUnit(tribunal, service, tipo)?.hours;
  const week = hours ? usualWeek({ hours, timezone: 'UTC' }, now, ANY_ZONE) : null;
  if (!week?.some(({ spans }) => spans.length)) return null;
  return (t) => describeWeek(week, weekWords(t)).filter(({ closed }) => !closed).map((line) => `${line.days}, ${line.hours}`).join('; ');
}
