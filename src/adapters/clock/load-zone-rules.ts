import { temporalZone } from '../../domain/zone/temporal-zone.ts';
import type { TemporalLike } from '../../domain/zone/temporal-zone.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';

let loaded: Promise<ZoneRules> | undefined;

/** Zone rules of this page, shared by every element: from `Temporal` where the browser has it, else date-fns-tz is fetched. */
export function loadZoneRules(): Promise<ZoneRules> {
  const native = (globalThis as { Temporal?: TemporalLike }).Temporal;
  loaded ??= native
    ? Promise.resolve(temporalZone(native))
    : import('../../domain/zone/date-fns-zone.ts').then(
        ({ dateFnsZone }) => dateFnsZone(),
        (error: unknown) => {
          loaded = undefined;
          throw error;
        },
      );
  return loaded;
}
