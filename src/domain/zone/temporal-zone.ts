import { zoneRules } from './zone-rules.ts';
import type { ZoneRules } from './zone-rules.ts';

/** The part of `Temporal` that is used; TypeScript's own libraries do not describe it yet. */
export interface TemporalLike {
  Instant: { fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): { offsetNanoseconds: number } } };
}

/** Zone rules from native `Temporal`, which does not load ICU formatting data as the first use of `Intl` does. */
export const temporalZone = (temporal: TemporalLike): ZoneRules =>
  zoneRules((zone, instant) => temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6);
