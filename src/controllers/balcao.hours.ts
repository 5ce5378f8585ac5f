import { statusAt } from '../domain/hours/status.ts';
import type { AgendaUnidade } from '../domain/hours/types.ts';
import type { ZoneRules } from '../domain/zone/zone-rules.ts';
import type { Expediente, SemHorario } from './balcao.machine.ts';

/** How long before the opening "opens soon" is said, in milliseconds. */
export const BREVE_MS = 30 * 60_000;

/** What the hours say, and until when it holds (epoch milliseconds; null: for good). */
export interface Leitura {
  hours: Expediente | SemHorario;
  muda: number | null;
}

/** Reads the hours of a unit at an instant. Hours or zones that cannot be read are not "closed": they are unknown. */
export function readExpediente(agenda: AgendaUnidade, now: number, rules: ZoneRules): Leitura {
  let status;
  try {
    status = statusAt(agenda, now, rules);
  } catch {
    return { hours: 'ilegivel', muda: null };
  }
  if (status.kind === 'unknown') return { hours: 'ilegivel', muda: null };
  // The visitor's own midnight turns "amanhã" into "hoje" in the visitor's time.
  const midnight = new Date(now).setHours(24, 0, 0, 0);
  const muda = Math.min(status.refreshAt, midnight);
  // A counter that never closes has no other hours on a holiday.
  if (status.kind === 'open') return { hours: { aberto: true, fecha: status.until, motivo: status.until === null ? null : (status.reason ?? null) }, muda };
  const soonAt = status.opensAt === null ? null : status.opensAt - BREVE_MS;
  const breve = soonAt !== null && soonAt <= now;
  return {
    hours: { aberto: false, abre: status.opensAt, breve, motivo: status.reason },
    muda: soonAt !== null && !breve ? Math.min(muda, soonAt) : muda,
  };
}
