/** Registers `<balcao-attendant>`; importing it twice, or in two versions, is harmless. */
import '../elements/balcao-attendant/define.ts';

export { BalcaoAttendant } from '../elements/balcao-attendant/balcao-attendant.ts';
export type { AtrioAtendimentoAcessoEvent, AtrioAtendimentoEstadoEvent } from '../elements/balcao-attendant/balcao-attendant.events.ts';
