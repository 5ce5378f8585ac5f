/** Registers `<sic-request>`; importing it twice, or in two versions, is harmless. */
import '../elements/sic-request/define.ts';

export { SicRequest } from '../elements/sic-request/sic-request.ts';
