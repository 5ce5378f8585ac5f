/** Registers `<audiencia-recording>`; importing it twice, or in two versions, is harmless. */
import '../elements/audiencia-recording/define.ts';

export { AudienciaRecording } from '../elements/audiencia-recording/audiencia-recording.ts';
export type { AtrioGravacaoConferidaEvent, AtrioGravacaoEvent } from '../elements/audiencia-recording/audiencia-recording.events.ts';
