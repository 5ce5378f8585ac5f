import type { Servico, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { unitChannels, type CanalView } from '../../domain/channels/channels.ts';

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
