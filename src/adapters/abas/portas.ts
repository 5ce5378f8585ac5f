import { ambienteAlertas, criarAlertas } from '../alertas/alertas.ts';
import type { Clock, PortasBalcao } from '../ports.ts';
import { ambienteAbas, criarAbas } from './abas.ts';

/** What a counter takes from the browser beside the ports of every element; loaded with the queue. */
export const portasBalcao = (clock: Clock, eu: string): PortasBalcao => ({
  abas: (chave) => criarAbas(chave, ambienteAbas(clock, eu)),
  alertas: () => criarAlertas(ambienteAlertas(clock)),
});
