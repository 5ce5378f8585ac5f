/** Registers `<balcao-virtual>`; importing it twice, or in two versions, is harmless. */
import '../elements/balcao-virtual/define.ts';

export { BalcaoVirtual } from '../elements/balcao-virtual/balcao-virtual.ts';
