export { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent, type ProtocoloDetail } from '../_base/form.events.ts';
