/** Registers `<ouvidoria-form>`; importing it twice, or in two versions, is harmless. */
import '../elements/ouvidoria-form/define.ts';

export { OuvidoriaForm } from '../elements/ouvidoria-form/ouvidoria-form.ts';
export type { AtrioEnvioEvent, AtrioEtapaEvent, AtrioProtocoloEvent, ProtocoloDetail } from '../elements/_base/form.events.ts';
