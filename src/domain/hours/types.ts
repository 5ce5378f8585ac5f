import type { Calendario, Hours, OpeningHoursSpecification } from '../../contract/tribunal.ts';

export type { Calendario, Feriado, HorarioExcepcional, Hours, OpeningHoursSpecification } from '../../contract/tribunal.ts';

/** Civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

/** All that decides when a unit serves the public. */
export interface AgendaUnidade {
  /** Usual hours: OSM text or schema.org specifications. */
  hours: Hours;
  /** IANA zone of the unit. */
  timezone: string;
  /** schema.org `specialOpeningHoursSpecification`. */
  especiais?: OpeningHoursSpecification[] | undefined;
  /** Calendar of the court. Without one, national holidays and the recess close. */
  calendario?: Calendario | undefined;
  unidadeId?: string | undefined;
  municipio?: string | undefined;
}

/** Minutes from 00:00 of the day it begins on; `end` passes 1440 when it runs past midnight. */
export interface Span {
  start: number;
  end: number;
}

/** One rule of the usual hours. */
export interface HoursRule {
  /** Bits 0 (Sunday) to 6 (Saturday), `PH` for holidays, `RECESS` for the recess (only in `24/7`). */
  days: number;
  /** Keys `month * 32 + day`, with `year * 512` added when bound to a year. Empty: the whole year. */
  dates: [from: number, to: number][];
  spans: Span[];
  /** Closed on these days, or in these spans when there are any. */
  off: boolean;
  /** A rule of a higher level replaces what lower ones said for the day; one of the same level, or 0, adds to it. */
  level: number;
  /** Comment, shown as the reason when closed. */
  comment?: string | undefined;
}

export type HoursRules = HoursRule[];

/**
 * What is wrong with hours:
 * `empty` nothing written; `selector` neither days nor times; `weekday`, `date`, `time`, `interval` (the second time), `equal` (an empty
 * span), `end` (something left over); `spec` a specification that cannot be read.
 */
export type HoursErrorCode = 'empty' | 'selector' | 'weekday' | 'date' | 'time' | 'interval' | 'equal' | 'end' | 'spec';

export interface HoursError {
  code: HoursErrorCode;
  /** Position in the text, from 0; for `spec`, in the list. */
  at: number;
}

export type HoursResult = { ok: true; value: HoursRules } | { ok: false; errors: HoursError[] };

/**
 * Why it is closed. `name` is the holiday, the recess, the court's reason, or the comment of the rule. `hours`: simply outside hours.
 */
export interface Reason {
  kind: 'holiday' | 'recess' | 'exceptional' | 'hours';
  name?: string | undefined;
}
