/** Registers `<audiencia-clerk>`; importing it twice, or in two versions, is harmless. */
import '../elements/audiencia-clerk/define.ts';

export { AudienciaClerk } from '../elements/audiencia-clerk/audiencia-clerk.ts';
export type { AtrioAudienciaAcessoEvent, AtrioAudienciaMesaEvent } from '../elements/audiencia-clerk/audiencia-clerk.events.ts';
