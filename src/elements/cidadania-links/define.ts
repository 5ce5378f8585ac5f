import { CidadaniaLinks } from './cidadania-links.ts';

if (!customElements.get('cidadania-links')) customElements.define('cidadania-links', CidadaniaLinks);
