import { temporalZone } from '../../domain/zone/temporal-zone.ts';
import type { TemporalLike } from '../../domain/zone/temporal-zone.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';

let known: ZoneRules | null = null;
let loaded: Promise<ZoneRules> | undefined;

/** Zone rules of this page if they are here: those of `Temporal`, where the browser has it, always are. */
export function zoneRules(): ZoneRules | null {
  const native = (globalThis as { Temporal?: TemporalLike }).Temporal;
  return (known ??= native ? temporalZone(native) : null);
}

/** The same, shared by every element: without `Temporal`, date-fns-tz is fetched. */
export async function loadZoneRules(): Promise<ZoneRules> {
  const here = zoneRules();
  if (here) return here;
  loaded ??= import('../../domain/zone/date-fns-zone.ts').then(
    ({ dateFnsZone }) => (known = dateFnsZone()),
    (error: unknown) => {
      loaded = undefined;
      throw error;
    },
  );
  return loaded;
}
