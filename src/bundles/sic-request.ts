/** Registers `<sic-request>`; importing it twice, or in two versions, is harmless. */
import '../elements/sic-request/define.ts';

export { SicRequest } from '../elements/sic-request/sic-request.ts';
export type { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent, ProtocoloDetail } from '../elements/_base/form.events.ts';
