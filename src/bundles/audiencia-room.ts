/** Registers `<audiencia-room>`; importing it twice, or in two versions, is harmless. */
import '../elements/audiencia-room/define.ts';

export { AudienciaRoom } from '../elements/audiencia-room/audiencia-room.ts';
export type { AtrioAudienciaEstadoEvent } from '../elements/audiencia-room/audiencia-room.events.ts';
