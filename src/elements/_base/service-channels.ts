import type { Servico, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { unitChannels, type CanalView } from '../../domain/channels/channels.ts';
import { describeWeek } from '../../domain/hours/describe.ts';
import { usualWeek } from '../../domain/hours/week.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';

/** The unit that runs a service: the one the court file names, else the first of its kind. */
export const serviceUnit = (tribunal: Tribunal | null, service: Servico | undefined, tipo: Unidade['tipo']): Unidade | undefined =>
  tribunal?.unidades.find((unidade) => (service?.unidadeId ? unidade.id === service.unidadeId : unidade.tipo === tipo));

/** Every way to reach a service desk: its own, else its unit's, and the court's. */
export function serviceChannels(tribunal: Tribunal | null, service: Servico | undefined, tipo: Unidade['tipo']): CanalView[] {
  const unit = serviceUnit(tribunal, service, tipo);
  const canais = service?.canais ?? unit?.canais;
  const endereco = service?.endereco ?? unit?.endereco;
  return unitChannels({ ...(canais ? { canais } : {}), ...(endereco ? { endereco } : {}) }, tribunal);
}

/** The usual week is the same on every clock: no zone has to be loaded to say it. */
const ANY_ZONE: ZoneRules = { isZone: () => true, offsetAt: () => 0, instantOf: (_zone, wall) => wall };

/** Usual hours in words, as in `segunda a sexta, das 8h às 14h`; null when there are none, or they cannot be read. */
export function serviceHours(tribunal: Tribunal | null, service: Servico | undefined, tipo: Unidade['tipo'], now: number): string | null {
  const hours = service?.hours ?? serviceUnit(tribunal, service, tipo)?.hours;
  const week = hours ? usualWeek({ hours, timezone: 'UTC' }, now, ANY_ZONE) : null;
  return week ? describeWeek(week).filter(({ closed }) => !closed).map((line) => `${line.days}, ${line.hours}`).join('; ') || null : null;
}
