/** Registers `<balcao-virtual>`; importing it twice, or in two versions, is harmless. */
import '../elements/balcao-virtual/define.ts';

export { BalcaoVirtual, type BalcaoEstado } from '../elements/balcao-virtual/balcao-virtual.ts';
export type { AtrioBalcaoChamadaEvent, AtrioBalcaoEstadoEvent, AtrioBalcaoFimEvent } from '../elements/balcao-virtual/balcao-virtual.events.ts';
