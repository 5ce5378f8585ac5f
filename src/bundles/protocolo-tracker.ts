/** Registers `<protocolo-tracker>`; importing it twice, or in two versions, is harmless. */
import '../elements/protocolo-tracker/define.ts';

export { ProtocoloTracker } from '../elements/protocolo-tracker/protocolo-tracker.ts';
export type { AcaoDetail, AtrioAcaoEvent } from '../elements/protocolo-tracker/acao.event.ts';
export type { AtrioCasoEvent, CasoDetail } from '../elements/protocolo-tracker/protocolo-tracker.events.ts';
