/** Registers `<balcao-directory>`; importing it twice, or in two versions, is harmless. */
import '../elements/balcao-directory/define.ts';

export { BalcaoDirectory } from '../elements/balcao-directory/balcao-directory.ts';
export type { AtrioDiretorioBalcaoEvent } from '../elements/balcao-directory/balcao-directory.events.ts';
