import { OuvidoriaStats } from './ouvidoria-stats.ts';

if (!customElements.get('ouvidoria-stats')) customElements.define('ouvidoria-stats', OuvidoriaStats);
