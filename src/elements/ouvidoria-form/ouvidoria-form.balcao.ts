import { loadZoneRules } from '../../adapters/clock/load-zone-rules.ts';
import type { Tribunal } from '../../contract/tribunal.ts';
import { municipioDe } from '../../domain/calendar/closures.ts';
import { atTime } from '../../domain/hours/describe.ts';
import { statusAt } from '../../domain/hours/status.ts';
import { dito, type AnyTranslate } from '../../i18n/translate.ts';
import { serviceUnit } from '../_base/service-channels.ts';

/** Whether the counter of the Ouvidoria is open (Res. 432/2021, art. 7, § 4). A module of its own: reading hours weighs as much as the form. */
export interface SituacaoBalcao {
  aberto: boolean;
  /** Says the closing time, `às 14h`, in the unit's zone; null when it does not close today. */
  ate: ((t: AnyTranslate) => string) | null;
  /** Instant at which this stops being right, in epoch milliseconds. */
  muda: number;
}

/**
 * @param now epoch milliseconds
 * @returns null where there is no video counter, or its hours cannot be read
 */
export async function situacaoBalcao(tribunal: Tribunal | null, now: number): Promise<SituacaoBalcao | null> {
  const unit = serviceUnit(tribunal, tribunal?.ouvidoria, 'ouvidoria');
  if (!tribunal || !unit || !(unit.video ?? tribunal.video)) return null;
  const rules = await loadZoneRules();
  const timezone = unit.timezone ?? tribunal.timezone;
  const agenda = { hours: unit.hours, timezone, especiais: unit.especiais, calendario: tribunal.calendario, unidadeId: unit.id, municipio: municipioDe(unit) };
  const status = statusAt(agenda, now, rules);
  if (status.kind === 'unknown') return null;
  const until = status.kind === 'open' ? status.until : null;
  const minutos = until === null ? 0 : Math.floor(((until + rules.offsetAt(timezone, until)) % 864e5) / 6e4);
  return {
    aberto: status.kind === 'open',
    ate: until === null ? null : (t) => dito(t, '@as', { minutos }, atTime(minutos)),
    muda: status.refreshAt,
  };
}
