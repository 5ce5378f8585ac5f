/** Registers `<ouvidoria-stats>`; importing it twice, or in two versions, is harmless. */
import '../elements/ouvidoria-stats/define.ts';

export { OuvidoriaStats } from '../elements/ouvidoria-stats/ouvidoria-stats.ts';
